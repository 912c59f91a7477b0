"""Hội đồng thi đua - khen thưởng: quorum, conflict of interest, thresholds and the tally of a secret ballot.

Thresholds are counted on ALL members of the council (NĐ 98/2023 Đ.30 k7); blank and invalid papers are no "yes".
"""

from dataclasses import dataclass
from fractions import Fraction

QUORUM_SHARE = Fraction(2, 3)  # council rules of provinces and of the Ministry: at least two thirds (law.md 4.2, 13)


@dataclass(frozen=True, slots=True)
class Quorum:
    """Số thành viên tối thiểu để họp."""

    members: int
    present: int
    needed: int

    @property
    def is_met(self) -> bool:
        return self.present >= self.needed


def check_quorum(*, members: int, present: int, share: Fraction = QUORUM_SHARE) -> Quorum:
    """How many of `members` must take part, and whether `present` do. Numbers are persons."""
    needed = -(-members * share.numerator // share.denominator)
    return Quorum(members, present, needed)


@dataclass(frozen=True, slots=True)
class Threshold:
    """Tỷ lệ phiếu cần đạt: `percent` of all members or of those present; 50 means strictly more than half."""

    percent: int
    of_all_members: bool

    def required(self, *, members: int, present: int) -> int:
        """The least number of yes votes that carries, counted with integers."""
        base = members if self.of_all_members else present
        if self.percent == 50:
            return base // 2 + 1
        return -(-self.percent * base // 100)


@dataclass(frozen=True, slots=True)
class Tally:
    """Kết quả kiểm phiếu of one item: papers by choice, what was needed, and the outcome."""

    yes: int
    no: int
    blank: int
    recused: int
    members: int
    present: int
    required: int

    @property
    def is_carried(self) -> bool:
        return self.yes >= self.required

    @property
    def percent(self) -> Fraction:
        """Yes votes as a percentage of all members (0 when the council is empty)."""
        return Fraction(self.yes * 100, self.members) if self.members else Fraction(0)


def count_tally(
    *, yes: int, no: int, blank: int, recused: int, members: int, present: int, threshold: Threshold
) -> Tally:
    """The tally of one item.

    Raises ValueError when there are more papers and recusals than members present.
    """
    if yes + no + blank + recused > present:
        raise ValueError("Số phiếu nhiều hơn số thành viên dự họp.")
    required = threshold.required(members=members, present=present)
    return Tally(yes, no, blank, recused, members, present, required)


def has_conflict(*, member_person_id: int, candidate_person_id: int | None, declared: frozenset[int]) -> bool:
    """Xung đột lợi ích: a member does not vote on themselves, nor on an item they declared an interest in.

    `declared` holds the ids of persons the member declared a relation with. The denominator stays all members:
    the law prescribes no recusal, so abstaining must not make an award easier (law.md 4.2).
    """
    return candidate_person_id is not None and (
        candidate_person_id == member_person_id or candidate_person_id in declared
    )
