"""What is known about a candidate: plain values for the rules. None always means "not known", never "no"."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from thidua.core.time.years import Year

RATINGS = ("KHT", "HT", "HTT", "HTXS")  # from worst to best
SCOPES = ("co_so", "bo_tinh", "toan_quoc")  # from narrow to wide
DISCIPLINE_LEVELS = ("khien_trach", "canh_cao", "cach_chuc", "buoc_thoi_viec")  # from light to heavy
HOLD_REASONS = ("discipline", "inspection", "complaint", "press")
STREAMS = ("MERIT", "THEMATIC", "AD_HOC")
UNIT_KINDS = ("MN", "TH", "THCS", "THPT", "GDTX", "DH", "SO", "PHONG", "XA")
MANAGING_BODIES = ("commune", "district", "department", "ministry")
SUBJECTS = ("individual", "collective", "household")


@dataclass(frozen=True, slots=True)
class PastAward:
    """Khen thưởng đã nhận. `stream` None on a title counts as merit (titles are yearly); on a form it is not known."""

    honour: str
    year: Year
    decided_on: date | None = None
    revoked: bool | None = None
    stream: str | None = None


@dataclass(frozen=True, slots=True)
class Discipline:
    """Kỷ luật: in effect from `starts_on` to `ends_on`, both days included; `ends_on` None = end not known."""

    level: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    duty_related: bool | None = None


@dataclass(frozen=True, slots=True)
class Sanction:
    """Xử phạt vi phạm hành chính (a ground only under 91/2017/NĐ-CP)."""

    imposed_on: date | None = None
    what: str = ""


@dataclass(frozen=True, slots=True)
class Hold:
    """Tạm dừng xét khen thưởng: from `starts_on` to `ends_on`, both days included; `ends_on` None = still open."""

    reason: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Initiative:
    """Sáng kiến: `used_for` None with `use_known` = not used yet; else `TITLE:<honour>` or `FORM:<honour>`."""

    scope: str | None = None
    recognised_on: date | None = None
    used_for: str | None = None
    use_known: bool = True


@dataclass(frozen=True, slots=True)
class Research:
    """Đề tài, đề án, công trình khoa học đã nghiệm thu (`accepted_on`); `used_for` as for an initiative."""

    scope: str | None = None
    accepted_on: date | None = None
    used_for: str | None = None
    use_known: bool = True


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """Thành viên của tập thể: numbers of persons; `at_least_ht` = rated hoàn thành nhiệm vụ or better."""

    total: int | None = None
    at_least_ht: int | None = None
    LDTT: int | None = None
    CSTDCS: int | None = None
    disciplined_canh_cao_or_more: int | None = None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """Dữ kiện của năm xét. Months and years may be fractions; leave is in working days without maternity leave."""

    rating: str | None = None
    takes_part: bool | None = None
    registered: bool | None = None
    months_worked: Fraction | None = None
    leave_working_days: Fraction | None = None
    maternity_days: Fraction | None = None
    discipline: tuple[Discipline, ...] | None = None
    sanctions: tuple[Sanction, ...] | None = None
    holds: tuple[Hold, ...] | None = None
    initiatives: tuple[Initiative, ...] | None = None
    research: tuple[Research, ...] | None = None
    ratings: dict[Year, str | None] = field(default_factory=dict)
    history: tuple[PastAward, ...] | None = None
    years_in_sector: Fraction | None = None
    years_in_hard_area: Fraction | None = None
    gender: str | None = None
    is_manager: bool | None = None
    leads_block: bool | None = None
    members: MemberFacts = MemberFacts()


@dataclass(frozen=True, slots=True)
class LocalPolicy:
    """Quy định của địa phương, đơn vị: fills gaps and tightens, never loosens.

    `max_leave_working_days` 40 = 40 or more days exclude. `cstdcs_share_of_ldtt` is a share 0-1 of those with LĐTT.
    """

    min_months_worked: int | None = None
    max_leave_working_days: int | None = None
    cstdcs_share_of_ldtt: Fraction | None = None


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """Đơn vị: `kind` of unit and `managed_by` (commune, district, department, ministry) at the date of the decision."""

    kind: str | None = None
    managed_by: str | None = None


@dataclass(frozen=True, slots=True)
class AwardCase:
    """Trường hợp đề nghị: who, what, for which year, and the two dates that choose the law.

    `dossier_received_on` None counts as `decided_on`; both None = as of today.
    """

    honour: str
    subject: str
    year: Year
    stream: str = "MERIT"
    dossier_received_on: date | None = None
    decided_on: date | None = None
    unit: UnitFacts = UnitFacts()
    policy: LocalPolicy = LocalPolicy()
    facts: CaseFacts = CaseFacts()
