"""Pages of decisions: the list, one decision, one award."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, F, Sum
from django.http import HttpRequest
from django.urls import reverse

from thidua.awards.models import Award, AwardDecision, Nomination, Revocation
from thidua.awards.queries.awards import list_dependent_awards
from thidua.awards.queries.decisions import (
    DraftRow,
    list_awards,
    list_decisions,
    list_draft_rows,
    list_not_carried,
    list_ready_dossiers,
    search_decisions,
    sum_money,
)
from thidua.core.access import Decision, Permission
from thidua.core.law.errors import NoAmount
from thidua.core.law.honours import honour
from thidua.core.law.money import base_salary
from thidua.core.verification import show
from thidua.core.vietnamese.folding import fold
from thidua.core.workflow.decision import DRAFT, PROCESS
from thidua.core.workflow.machine import State
from thidua.journal.models import JournalEntry
from thidua.journal.queries.history import list_history
from thidua.orgs.queries.units import get_span, get_spans, list_below
from thidua.web.access import may
from thidua.web.decisions.loading import list_open_dossiers
from thidua.web.paging import Pager, pager_of
from thidua.web.sorting import chosen_sort

SORTS = {"title": "search_title", "decided_on": "decided_on", "number": "document__number", "money": "total"}


@dataclass(frozen=True, slots=True)
class ListRow:
    """Một quyết định trong danh sách; a draft has neither number nor day."""

    url: str
    title: str
    unit: str
    number: str
    decided_on: date | None
    year: str
    state: State
    awards: int
    money: int | None


@dataclass(frozen=True, slots=True)
class ListPage:
    """Danh sách quyết định khen thưởng."""

    rows: tuple[ListRow, ...]
    pager: Pager
    search: str
    year: str
    years: tuple[tuple[str, str], ...]
    state: str
    states: tuple[tuple[str, str], ...]
    may_prepare: bool
    ready: int


def select_decisions(request: HttpRequest):
    """(all the actor sees, those the address asks for in order)."""
    units = request.actor.units_granting(Permission.DOSSIER_VIEW)
    seen = list_decisions(
        drafts_of=request.actor.units_granting(Permission.DECISION_PREPARE), span_units=list_below(units, request.today)
    )
    found = search_decisions(seen, request.GET.get("q", ""))
    if year := request.GET.get("year", ""):
        found = found.filter(year=year)
    if (state := request.GET.get("state", "")) in PROCESS.by_code:
        found = found.filter(state=state)
    found = found.annotate(total=Sum("awards__money"), given=Count("awards"))
    key, descending = chosen_sort(request, frozenset(SORTS), "-decided_on")
    field = F(SORTS[key])
    # Drafts have no day yet: they come first when the newest do.
    order = field.desc(nulls_first=True) if descending else field.asc(nulls_last=True)
    return seen, found.order_by(order, "-pk")


def build_rows(decisions: list[AwardDecision], today: date) -> tuple[ListRow, ...]:
    spans = get_spans([row.unit_id for row in decisions], today)
    return tuple(
        ListRow(
            url=reverse("web:decision", args=[row.pk]),
            title=row.title,
            unit=spans[row.unit_id].name,
            number=row.document.code if row.document else "",
            decided_on=row.decided_on,
            year=row.year,
            state=PROCESS.by_code[row.state],
            awards=row.given,
            money=row.total,
        )
        for row in decisions
    )


def build_list(request: HttpRequest) -> ListPage:
    seen, found = select_decisions(request)
    pager = pager_of(request, found.count())
    years = seen.order_by("-year").values_list("year", flat=True).distinct()
    units = request.actor.units_granting(Permission.DECISION_PREPARE)
    return ListPage(
        rows=build_rows(list(found[pager.rows]), request.today),
        pager=pager,
        search=request.GET.get("q", ""),
        year=request.GET.get("year", ""),
        years=tuple((year, year) for year in years),
        state=request.GET.get("state", ""),
        states=tuple((state.code, state.title) for state in PROCESS.states),
        may_prepare=bool(units),
        ready=sum(list_ready_dossiers(unit_id).count() for unit_id in units),
    )


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """Một dòng dự thảo with the money and how it was computed."""

    name: str
    detail: str
    honour: str
    coefficient: Decimal | None
    amount: int | None
    is_paid: bool
    basis: str
    why_not: str


@dataclass(frozen=True, slots=True)
class OutRow:
    """Một trường hợp không được thông qua."""

    name: str
    honour: str
    votes: str


@dataclass(frozen=True, slots=True)
class AwardRow:
    """Một khen thưởng của quyết định đã ban hành."""

    url: str
    name: str
    unit: str
    honour: str
    amount: int | None
    note: str
    is_revoked: bool


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """Một quyết định: what it would give, or what it gave."""

    decision: AwardDecision
    state: State
    unit_name: str
    on: date
    base_salary: int | None
    rows: tuple[CandidateRow, ...]
    blocked: tuple[CandidateRow, ...]
    out: tuple[OutRow, ...]
    awards: tuple[AwardRow, ...]
    pager: Pager
    search: str
    dossiers: tuple[tuple[str, str], ...]
    total: int
    people: int
    collectives: int
    revoked: int
    prepare: Decision
    issue: Decision
    issue_reasons: tuple[str, ...]
    crumbs: tuple[tuple[str, str], ...]
    history: list[JournalEntry]


def build_decision(request: HttpRequest, decision: AwardDecision) -> DecisionPage:
    """The number of queries does not depend on how many are honoured."""
    on = decision.decided_on or request.today
    is_draft = decision.state == DRAFT
    dossiers = list_open_dossiers(request, decision)
    open_ids = {row.pk for row in dossiers}
    drafted = list_draft_rows(decision, on) if is_draft else []
    standing = [row for row in drafted if not row.is_blocked]
    awards = list_awards(decision)
    if (search := request.GET.get("q", "")) and not is_draft:
        awards = _search_awards(awards, search)
    pager = pager_of(request, awards.count() if not is_draft else 0)
    issue = may(request, Permission.DECISION_ISSUE, decision.unit_id)
    reasons = list(issue.reasons)
    if is_draft and not standing:
        reasons.append("Không có trường hợp nào đủ điều kiện ra quyết định.")
    counts = decision.awards.aggregate(
        people=Count("person"), collectives=Count("collective"), revoked=Count("revocation")
    )
    return DecisionPage(
        decision=decision,
        state=PROCESS.by_code[decision.state],
        unit_name=get_span(decision.unit_id, on).name,
        on=on,
        base_salary=_base_salary(on),
        rows=tuple(_candidate(row) for row in standing),
        blocked=tuple(_candidate(row) for row in drafted if row.is_blocked),
        out=tuple(_out(row) for row in list_not_carried(decision) if row.dossier_id in open_ids),
        awards=tuple(_award(row) for row in awards[pager.rows]) if not is_draft else (),
        pager=pager,
        search=search,
        dossiers=tuple((row.title, reverse("web:dossier", args=[row.pk])) for row in dossiers),
        total=sum(row.amount or 0 for row in standing) if is_draft else sum_money(decision),
        people=sum(bool(row.nomination.person_id) for row in standing) if is_draft else counts["people"],
        collectives=sum(not row.nomination.person_id for row in standing) if is_draft else counts["collectives"],
        revoked=counts["revoked"],
        prepare=may(request, Permission.DECISION_PREPARE, decision.unit_id),
        issue=issue,
        issue_reasons=tuple(reasons),
        crumbs=(("Quyết định", reverse("web:decisions")),),
        history=list_history(decision),
    )


def _search_awards(awards, text: str):
    for word in fold(text).split():
        awards = awards.filter(recipient_search__contains=word)
    return awards


def _base_salary(on: date) -> int | None:
    try:
        return base_salary(on)
    except NoAmount:
        return None


def _candidate(row: DraftRow) -> CandidateRow:
    return CandidateRow(
        name=row.name,
        detail=row.detail,
        honour=row.honour.name,
        coefficient=row.coefficient,
        amount=row.amount,
        is_paid=row.is_paid,
        basis=row.money.basis if row.money else "",
        why_not=row.hold or row.clash,
    )


def _out(row: Nomination) -> OutRow:
    item = row.agenda_item
    votes = f"{item.yes} đồng ý, {item.no} không, {item.blank} không ý kiến" if item and item.yes is not None else ""
    name = item.title if item else (row.person.full_name if row.person else "")
    return OutRow(name, honour(row.honour).name, votes)


def _award(row: Award) -> AwardRow:
    return AwardRow(
        url=reverse("web:award", args=[row.pk]),
        name=row.recipient_name,
        unit=row.unit_name,
        honour=honour(row.honour).name,
        amount=row.money,
        note="Đã hưởng mức cao hơn" if row.money == 0 else "",
        is_revoked=hasattr(row, "revocation"),
    )


@dataclass(frozen=True, slots=True)
class DependentRow:
    """Một khen thưởng sau đó có thể đã dựa vào."""

    url: str
    honour: str
    year: str
    number: str


@dataclass(frozen=True, slots=True)
class AwardPage:
    """Một khen thưởng."""

    award: Award
    honour: str
    is_title: bool
    code: str
    verify_url: str
    revocation: Revocation | None
    dependent: tuple[DependentRow, ...]
    initiative: str
    revoke: Decision | None
    crumbs: tuple[tuple[str, str], ...]
    history: list[JournalEntry]


def build_award(request: HttpRequest, award: Award) -> AwardPage:
    decision = award.decision
    initiative = award.nomination.initiative.title if award.nomination and award.nomination.initiative else ""
    crumbs = [("Quyết định", reverse("web:decisions"))]
    if decision:
        crumbs.append((f"Số {award.decision_number}", reverse("web:decision", args=[decision.pk])))
    return AwardPage(
        award=award,
        honour=honour(award.honour).name,
        is_title=honour(award.honour).is_title,
        code=show(award.code),
        verify_url=reverse("web:public_verify_code", args=[award.code]),
        revocation=getattr(award, "revocation", None),
        dependent=list_dependents(award),
        initiative=initiative,
        revoke=may(request, Permission.AWARD_REVOKE, decision.unit_id) if decision else None,
        crumbs=tuple(crumbs),
        # An award is born with its decision: that entry stands in the decision's history.
        history=list_history(award) + (list_history(decision) if decision else []),
    )


def list_dependents(award: Award) -> tuple[DependentRow, ...]:
    return tuple(
        DependentRow(reverse("web:award", args=[row.pk]), honour(row.honour).name, row.year, row.decision_number)
        for row in list_dependent_awards(award)
    )
