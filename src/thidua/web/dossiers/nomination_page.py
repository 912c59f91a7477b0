"""One nomination: every condition of the law with what was found and where to look."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse

from thidua.awards.actions.dossiers import EDITABLE
from thidua.awards.facts import MemberTally, assess_nominations, of_nomination, tally_members
from thidua.awards.models import Award, Nomination
from thidua.awards.queries.nominations import get_posts
from thidua.core.access import Decision, Permission, decide
from thidua.core.law.honours import honour
from thidua.core.law.rules import Rule
from thidua.core.law.verdict import Assessment, Checked
from thidua.core.law.votes import ALL_MEMBERS, BALLOT, VoteRule
from thidua.core.time.years import parse_year
from thidua.core.workflow.dossier import PROCESS
from thidua.core.workflow.machine import State
from thidua.orgs.queries.units import get_scope, get_spans
from thidua.web.dossiers.detail_page import council_result
from thidua.web.dossiers.words import OUTCOMES, Label, condition_label

CONFIDENCE = {"H": "đã đọc nguyên văn", "M": "theo nguồn thứ cấp", "L": "suy đoán, cần xác nhận"}
YEARLY = frozenset({"RATING", "TAKES_PART", "MONTHS_WORKED", "LEAVE_DAYS"})
WORKS = frozenset({"RESULT"})
COUNCIL = frozenset({"SOLIDARITY", "OUTSTANDING", "EXCEEDS_TARGETS"})


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """Một điều kiện: the text of the law, whether it is met, what was found, where it stands and the clause."""

    code: str
    text: str
    label: Label
    found: str
    basis: str
    link: str
    link_text: str


@dataclass(frozen=True, slots=True)
class VariantRow:
    """Một cách hiểu tiêu chuẩn khi văn bản chưa thống nhất."""

    name: str
    rule_id: str
    outcome: Label


@dataclass(frozen=True, slots=True)
class NominationPage:
    """Trang của một đề nghị."""

    nomination: Nomination
    crumbs: tuple[tuple[str, str], ...]
    name: str
    lead: str
    honour: str
    is_title: bool
    year: str
    state: State
    outcome: Label
    problem: str
    unconfirmed: bool
    conditions: tuple[ConditionRow, ...]
    warnings: tuple[str, ...]
    variants: tuple[VariantRow, ...]
    rule_id: str
    rule_span: str
    confidence: str
    authority: str
    vote: str
    received_on: date | None
    decided_on: date | None
    today: date
    tally: MemberTally | None
    result: Label | None
    award: Award | None
    edit: Decision
    is_editable: bool
    sees_dossier: bool


def build_nomination(request: HttpRequest, row: Nomination) -> NominationPage:
    """The page (a constant number of queries)."""
    dossier = row.dossier
    found = assess_nominations([row], today=request.today)[row.pk]
    spans = get_spans([dossier.unit_id, row.collective_id or 0], request.today)
    posts = get_posts([row.person_id], request.today) if row.person_id else {}
    post = posts.get(row.person_id or 0)
    scopes = [get_scope(pk, request.today) for pk in (dossier.unit_id, dossier.deciding_unit_id)]
    sees_dossier = any(decide(request.actor, Permission.DOSSIER_VIEW, scope) for scope in scopes)
    edits_facts = bool(decide(request.actor, Permission.FACTS_EDIT, scopes[0]))
    verdict = found.verdict
    name = row.person.full_name if row.person else spans[row.collective_id or 0].name
    unit = spans[dossier.unit_id].name
    candidate = of_nomination(row, found.case.decided_on)
    return NominationPage(
        nomination=row,
        crumbs=_crumbs(row, name, sees_dossier),
        name=name,
        lead=f"{post.title}, {unit}" if post else "" if unit == name else unit,
        honour=honour(row.honour).name,
        is_title=honour(row.honour).is_title,
        year=parse_year(dossier.year).title,
        state=PROCESS.by_code[dossier.state],
        outcome=OUTCOMES[found.outcome],
        problem=found.problem,
        unconfirmed=bool(verdict and verdict.unconfirmed),
        conditions=tuple(_condition(one, row, edits_facts) for one in verdict.conditions) if verdict else (),
        warnings=verdict.warnings if verdict else (),
        variants=tuple(map(_variant, verdict.variants)) if verdict else (),
        rule_id=verdict.rule.id if verdict else "",
        rule_span=_span(verdict.rule) if verdict else "",
        confidence=CONFIDENCE.get(verdict.rule.confidence, "") if verdict else "",
        authority=(verdict.authority if verdict else "") or "Chưa xác định được từ thông tin đơn vị",
        vote=_vote(verdict.vote) if verdict else "",
        received_on=dossier.received_on,
        decided_on=found.case.decided_on,
        today=request.today,
        tally=tally_members([candidate], request.today).get(row.pk),
        result=council_result(row.is_carried),
        award=Award.objects.filter(nomination=row).select_related("revocation").first(),
        edit=decide(request.actor, Permission.DOSSIER_EDIT, scopes[0]),
        is_editable=dossier.state in EDITABLE,
        sees_dossier=sees_dossier,
    )


def _crumbs(row: Nomination, name: str, sees_dossier: bool) -> tuple[tuple[str, str], ...]:
    url = reverse("web:dossier", args=[row.dossier_id]) if sees_dossier else ""
    return ("Hồ sơ khen thưởng", reverse("web:dossiers")), (row.dossier.title, url), (name, "")


def _condition(checked: Checked, row: Nomination, edits_facts: bool) -> ConditionRow:
    link, link_text = _link(checked.code, row, edits_facts)
    return ConditionRow(
        checked.code, checked.text, condition_label(checked), checked.found, "; ".join(checked.basis), link, link_text
    )


def _link(code: str, row: Nomination, edits_facts: bool) -> tuple[str, str]:
    """Where the fact behind a condition is kept: the form for whoever may correct it, else the page that shows it."""
    if code == "LAW_VARIANT" or code in COUNCIL:
        return "", ""
    if code.startswith("MEMBERS"):
        return "#thanh-vien", "Số liệu thành viên"
    pk, year = row.person_id or row.collective_id, row.dossier.year
    noun = "person" if row.person_id else "unit"
    if code in YEARLY and edits_facts:
        return f"{reverse(f'web:{noun}_facts', args=[pk])}?year={year}", "Kết quả năm"
    if code in WORKS and row.person is not None:
        return f"{reverse('web:initiatives')}?q={row.person.code}", "Sáng kiến, đề tài"
    return reverse(f"web:{noun}", args=[pk]), "Hồ sơ cá nhân" if row.person_id else "Trang đơn vị"


def _variant(one: Assessment) -> VariantRow:
    name = one.rule.variant_name or f"Tiêu chuẩn {one.rule.id}"
    return VariantRow(name, one.rule.id, OUTCOMES[one.outcome])


def _span(rule: Rule) -> str:
    start = f"{rule.valid_from:%d/%m/%Y}"
    return f"từ {start}" if rule.ends_before is None else f"từ {start} đến trước {rule.ends_before:%d/%m/%Y}"


def _vote(vote: VoteRule | None) -> str:
    if vote is None:
        return "Theo văn bản riêng"
    method = "Bỏ phiếu kín" if vote.method == BALLOT else "Biểu quyết"
    share = "quá bán" if vote.percent == 50 else f"từ {vote.percent}%"
    of = "tổng số thành viên Hội đồng" if vote.of == ALL_MEMBERS else "số thành viên dự họp"
    return f"{method}, {share} {of}"
