"""The awarding of the sample: the end of the school year 2025-2026, and the autumn of 2026 with dossiers in every state."""

from datetime import date

from thidua.awards.actions import decisions, dossiers, revocations
from thidua.awards.models import Award, AwardDecision, Dossier, Nomination
from thidua.core.verification import SPACE, make_code
from thidua.movements.models import Movement
from thidua.ops.sample.awards import CHAMPIONS_PERCENT, LEAVE_LIMIT, list_fresh_initiatives, list_walked_schools
from thidua.ops.sample.context import LAST_CLOSED_YEAR, RUNNING_YEAR, TODAY, School, moment
from thidua.ops.sample.councils import Seat, open_vote, plan_meeting, vote_and_close
from thidua.ops.sample.dossiers import begin, bring, let_through, nominate, send_back, submit
from thidua.orgs.models import Person, YearlyFacts

_YEAR, _NOW = LAST_CLOSED_YEAR.label, RUNNING_YEAR.label
_SUBMITTED, _MET, _DECIDED = date(2026, 6, 12), date(2026, 7, 7), date(2026, 7, 10)
_STORM = "Khen thưởng đột xuất thành tích khắc phục hậu quả mưa lũ tháng 9 năm 2026"
_LACKING = (
    "Thiếu biên bản bình xét; tóm tắt thành tích chưa nêu kết quả cụ thể về chuyển đổi số. "
    "Đề nghị bổ sung trước ngày 20/11/2026."
)
_DIGITAL = "Khen thưởng chuyên đề chuyển đổi số, đợt tháng 11 năm 2026"


def make_year_end(seat: Seat) -> None:
    """Dossiers of its schools, a meeting, minutes, a decision, and one award taken back in the autumn."""
    walked = list_walked_schools(seat.sample)
    titled = [_make_titles(seat, school) for school in seat.schools if school in walked]
    if not titled:
        return
    meeting = plan_meeting(seat, f"Xét danh hiệu thi đua, khen thưởng năm học {_YEAR}", _MET, titled)
    vote_and_close(seat, open_vote(seat, meeting, absent=1), refused=1)
    draft = decisions.prepare(
        unit=seat.unit, title=f"Công nhận danh hiệu thi đua năm học {_YEAR}", dossiers=titled, by=seat.secretary,
        at=moment(date(2026, 7, 8)),
    )  # fmt: skip
    decision = decisions.issue(decision=draft, on=_DECIDED, by=seat.head, at=moment(_DECIDED, 10))
    _number(seat, decision)
    award = decision.awards.filter(honour="LDTT", person__isnull=False).order_by("-pk").first()
    revocations.revoke(
        award=award, ground="fraud", explanation="Kết luận kiểm tra tháng 10 năm 2026: kê khai khống giờ dạy.",
        on=date(2026, 10, 20), by=seat.head, at=moment(date(2026, 10, 20)),
    )  # fmt: skip


def _make_titles(seat: Seat, school: School) -> Dossier:
    """LĐTT for nearly all, CSTĐCS for the best, TTLĐTT for the sections and the school."""
    dossier = begin(seat, school, f"Đề nghị danh hiệu thi đua năm học {_YEAR}", _YEAR, date(2026, 6, 8))
    away = {row.person_id for row in YearlyFacts.objects.filter(year=_YEAR, leave_working_days__gte=LEAVE_LIMIT)}
    good = [one for one in let_through(dossier, "LDTT", school.staff, _SUBMITTED) if one.pk not in away]
    best = _list_champions(seat, dossier, good)[: round(len(good) * CHAMPIONS_PERCENT / 100)]
    nominate(seat, dossier, "CSTDCS", date(2026, 6, 9), best)
    works = list_fresh_initiatives(LAST_CLOSED_YEAR)
    rows = [row for row in dossier.nominations.order_by("pk") if row.person_id in works]
    for row in rows:
        row.initiative = works[row.person_id]
    Nomination.objects.bulk_update(rows, ["initiative"])
    nominate(seat, dossier, "LDTT", date(2026, 6, 9), good)
    units = let_through(dossier, "TTLDTT", (*school.sections, school.unit), _SUBMITTED)
    nominate(seat, dossier, "TTLDTT", date(2026, 6, 10), units=units)
    return bring(seat, dossier, _SUBMITTED, is_accepted=True)


def _list_champions(seat: Seat, dossier: Dossier, people: list[Person], on: date = _SUBMITTED) -> list[Person]:
    """Those who may be put forward for CSTĐCS, the best first."""
    excellent = set(YearlyFacts.objects.filter(year=_YEAR, rating="HTXS").values_list("person_id", flat=True))
    ground = excellent | list_fresh_initiatives(LAST_CLOSED_YEAR).keys()
    able = [one for one in people if one.pk in ground]
    return sorted(let_through(dossier, "CSTDCS", able, on), key=lambda one: (-seat.sample.quality[one.pk], one.pk))


def _number(seat: Seat, decision: AwardDecision) -> None:
    """Verification codes out of the sample's own chance, so that the same seed gives the same codes."""
    awards = list(decision.awards.order_by("pk"))
    for award in awards:
        award.code = make_code(seat.sample.random.randrange(SPACE))
    Award.objects.bulk_update(awards, ["code"])


class Autumn:
    """Mùa thu 2026 at one seat: each person is put forward once."""

    def __init__(self, seat: Seat, thematic: Movement) -> None:
        self.seat, self.thematic, self.taken = seat, thematic, set()

    def make(self) -> None:
        """A decision to sign, a ballot under way, a meeting ahead; dossiers submitted, returned and in draft."""
        if not self.seat.schools:
            return
        self._make_decision_to_sign()
        self._make_ballot()
        planned = self._bring(_DIGITAL, (2, 3), date(2026, 11, 4), is_accepted=True)
        if planned:
            plan_meeting(self.seat, "Xét khen thưởng chuyên đề chuyển đổi số", date(2026, 11, 25), planned)
        for place, on in ((1, date(2026, 11, 9)), (2, date(2026, 11, 12))):
            self._bring(f"{_STORM}, bổ sung", (place,), on, is_accepted=False)
        if returned := self._praise(0, _DIGITAL):
            submitted = submit(self.seat, returned, date(2026, 11, 6))
            send_back(self.seat, submitted, date(2026, 11, 10), _LACKING)
        for place in (0, 3):
            self._praise(place, "Khen thưởng đột xuất nhân Ngày Nhà giáo Việt Nam 20/11/2026")

    def _bring(self, title: str, places: tuple[int, ...], on: date, *, is_accepted: bool) -> list[Dossier]:
        drafts = [draft for place in places if (draft := self._praise(place, title))]
        return [bring(self.seat, draft, on, is_accepted=is_accepted) for draft in drafts]

    def _make_decision_to_sign(self) -> None:
        seat = self.seat
        voted = self._bring(_STORM, (0, 1), date(2026, 10, 16), is_accepted=True)
        if not voted:
            return
        meeting = plan_meeting(seat, "Xét khen thưởng đột xuất khắc phục hậu quả mưa lũ", date(2026, 11, 3), voted)
        vote_and_close(seat, open_vote(seat, meeting))
        title = "Tặng Giấy khen thành tích đột xuất khắc phục hậu quả mưa lũ tháng 9 năm 2026"
        decisions.prepare(unit=seat.unit, title=title, dossiers=voted, by=seat.secretary, at=moment(date(2026, 11, 5)))

    def _make_ballot(self) -> None:
        """CSTĐCS of the last year for people whose initiatives were recognised late: the ballot is open today."""
        on, found = date(2026, 10, 27), []
        for place in (0, 1, 2):
            school = self.seat.school(place)
            dossier = begin(self.seat, school, f"Đề nghị bổ sung danh hiệu thi đua năm học {_YEAR}", _YEAR, on)
            held = set(Award.objects.filter(year=_YEAR, honour="CSTDCS").values_list("person_id", flat=True))
            able = [
                one for one in _list_champions(self.seat, dossier, school.staff, on) if one.pk not in held | self.taken
            ]
            self.taken |= {one.pk for one in able[:2]}
            nominate(self.seat, dossier, "CSTDCS", on, able[:2])
            if not able:
                dossiers.discard(dossier=dossier, reason="Không còn ai đủ căn cứ", by=self.seat.head, at=moment(on, 9))
            else:
                found.append(bring(self.seat, dossier, on, is_accepted=True))
        if found:
            meeting = plan_meeting(self.seat, f"Xét bổ sung danh hiệu thi đua năm học {_YEAR}", TODAY, found)
            open_vote(self.seat, meeting)

    def _praise(self, place: int, title: str) -> Dossier | None:
        """A draft with two or three people for giấy khen; None where everybody has been put forward already."""
        seat, school = self.seat, self.seat.school(place)
        on = date(2026, 10, 12) if title == _STORM else date(2026, 11, 2)
        stream, movement = ("THEMATIC", self.thematic) if title == _DIGITAL else ("AD_HOC", None)
        dossier = begin(seat, school, title, _NOW, on, stream, movement)
        free = [one for one in school.staff[1:] if one.pk not in self.taken]
        able = let_through(dossier, "GK", seat.sample.random.sample(free, min(5, len(free))), on)
        chosen = able[: seat.sample.random.choice((2, 3))]
        if not chosen:
            dossiers.discard(dossier=dossier, reason="Không có cá nhân phù hợp", by=seat.head, at=moment(on, 9))
            return None
        self.taken |= {one.pk for one in chosen}
        nominate(seat, dossier, "GK", on, chosen)
        return dossier
