"""Decisions: what a draft would give, with the money of its day, and what stays out of it and why (N7)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum

from thidua.awards.models import Award, AwardDecision, Dossier, Nomination
from thidua.awards.queries.agenda import name_candidates, order_nominations
from thidua.core.law.errors import NoAmount
from thidua.core.law.honours import Honour, honour
from thidua.core.law.money import Money, money_table
from thidua.core.law.payment import Bonus, find_unpaid
from thidua.core.vietnamese.folding import fold
from thidua.core.workflow.dossier import VOTED
from thidua.councils.queries.candidates import describe_people
from thidua.orgs.models import HoldRecord, UnitKind, UnitSpan
from thidua.orgs.queries.units import get_span, get_spans, valid_on

LEVELS = {
    UnitKind.COMMUNE: "commune",
    UnitKind.DISTRICT_OFFICE: "district",
    UnitKind.DEPARTMENT: "department",
    UnitKind.PROVINCE: "province",
    UnitKind.MINISTRY: "ministry",
}


@dataclass(frozen=True, slots=True)
class DraftRow:
    """Một dòng dự thảo: a carried nomination with names as of the day and the money the law gives.

    `money` None = the law names no sum on the day; `is_paid` False = a higher title of the same year is paid instead.
    `hold` is the reason why the candidate must wait (empty when there is none), `clash` why the initiative cannot serve.
    """

    nomination: Nomination
    honour: Honour
    name: str
    detail: str
    unit_id: int
    unit_name: str
    money: Money | None
    is_paid: bool
    hold: str
    clash: str

    @property
    def amount(self) -> int | None:
        """The sum paid out, in đồng."""
        if self.money is None:
            return None
        return self.money.amount if self.is_paid else 0

    @property
    def coefficient(self) -> Decimal | None:
        return self.money.coefficient if self.money else None

    @property
    def is_blocked(self) -> bool:
        return bool(self.hold or self.clash)


def list_ready_dossiers(unit_id: int, *, but: AwardDecision | None = None) -> QuerySet[Dossier]:
    """Voted dossiers of the deciding unit with something carried that no other draft holds; oldest first."""
    drafts = AwardDecision.objects.filter(state=AwardDecision.State.DRAFT)
    if but is not None:
        drafts = drafts.exclude(pk=but.pk)
    return (
        Dossier.objects.filter(deciding_unit_id=unit_id, state=VOTED, nominations__is_carried=True)
        .exclude(decisions__in=drafts)
        .distinct()
        .order_by("year", "received_on", "pk")
    )


def list_not_carried(decision: AwardDecision) -> list[Nomination]:
    """Nominations of its dossiers that the council did not carry."""
    rows = Nomination.objects.filter(dossier__decisions=decision, is_carried=False)
    return list(rows.select_related("person", "dossier", "agenda_item").order_by("dossier_id", "pk"))


def list_draft_rows(decision: AwardDecision, on: date) -> list[DraftRow]:
    """Carried nominations of the decision's dossiers without an award, as they would be given on the day.

    The number of queries does not depend on the number of rows.
    """
    waiting = Nomination.objects.filter(dossier__decisions=decision, is_carried=True, award=None)
    nominations = order_nominations(waiting.select_related("initiative"), on)
    people = [each.person_id for each in nominations if each.person_id]
    names, posts = name_candidates(nominations, on), describe_people(people, on)
    units = get_spans([each.dossier.unit_id for each in nominations], on)
    holds = _list_holds(nominations, on)
    level = LEVELS.get(UnitKind(get_span(decision.unit_id, on).kind))
    sums = [_money_of(each, on, level) for each in nominations]
    unpaid = find_unpaid(
        [
            Bonus(_key(each), each.dossier.year, honour(each.honour).is_title, money.amount if money else None)
            for each, money in zip(nominations, sums, strict=True)
        ]
    )
    clashes = _list_clashes(nominations)
    return [
        DraftRow(
            nomination=each,
            honour=honour(each.honour),
            name=names[each.pk],
            detail=posts.get(each.person_id or 0) or units[each.dossier.unit_id].name,
            unit_id=each.dossier.unit_id,
            unit_name=units[each.dossier.unit_id].name,
            money=money,
            is_paid=position not in unpaid,
            hold=holds.get(_key(each), ""),
            clash=clashes.get(each.pk, ""),
        )
        for position, (each, money) in enumerate(zip(nominations, sums, strict=True))
    ]


def _key(nomination: Nomination) -> str:
    return f"p{nomination.person_id}" if nomination.person_id else f"c{nomination.collective_id}"


def _money_of(nomination: Nomination, on: date, level: str | None) -> Money | None:
    subject = "individual" if nomination.person_id else "collective"
    try:
        return money_table().money(nomination.honour, subject, on, level)
    except NoAmount:
        return None


def _list_holds(nominations: list[Nomination], on: date) -> dict[str, str]:
    """Why candidates must wait on the day (NĐ 152/2025 Điều 4 khoản 4), by candidate."""
    rows = HoldRecord.objects.filter(valid_on(on))
    people = rows.filter(person_id__in=[each.person_id for each in nominations if each.person_id])
    collectives = rows.filter(unit_id__in=[each.collective_id for each in nominations if each.collective_id])
    found = {f"p{row.person_id}": row.get_reason_display() for row in people}
    return found | {f"c{row.unit_id}": row.get_reason_display() for row in collectives}


def use_of(code: str) -> str:
    """How an initiative is marked as used: `TITLE:CSTDCS`, `FORM:BK_BT`."""
    return f"{'TITLE' if honour(code).is_title else 'FORM'}:{code}"


def _list_clashes(nominations: list[Nomination]) -> dict[int, str]:
    """Initiatives that served a form cannot serve a title, nor the reverse, nor two forms (I12); by nomination."""
    used: dict[int, str] = {}
    clashes: dict[int, str] = {}
    for each in nominations:
        if each.initiative is None:
            continue
        earlier = used.get(each.initiative.pk) or each.initiative.used_for
        now = use_of(each.honour)
        if earlier and not (earlier.startswith("TITLE:") and now.startswith("TITLE:")):
            name = honour(earlier.split(":", 1)[1]).name
            clashes[each.pk] = f"Sáng kiến “{each.initiative.title}” đã dùng để xét {name}."
        else:
            used.setdefault(each.initiative.pk, now)
    return clashes


def list_awards(decision: AwardDecision) -> QuerySet[Award]:
    """Awards of an issued decision in the order of its list."""
    return decision.awards.select_related("revocation", "person").order_by("pk")


def sum_money(decision: AwardDecision) -> int:
    """Total of the decision in đồng."""
    return decision.awards.aggregate(total=Sum("money"))["total"] or 0


def list_decisions(*, drafts_of: tuple[int, ...], span_units: QuerySet[UnitSpan]) -> QuerySet[AwardDecision]:
    """Decisions a person sees: drafts of the units they prepare for, issued ones of or for the units in `span_units`."""
    units = list(span_units.values_list("unit_id", flat=True))
    given = Award.objects.filter(Q(unit_id__in=units) | Q(collective_id__in=units)).values("decision_id")
    issued = Q(state=AwardDecision.State.ISSUED) & (Q(unit_id__in=units) | Q(pk__in=given))
    return AwardDecision.objects.filter(issued | Q(unit_id__in=drafts_of)).select_related("document")


def search_decisions(decisions: QuerySet[AwardDecision], text: str) -> QuerySet[AwardDecision]:
    """Those with every word of the text in title, number or a recipient's name, with or without diacritics."""
    for word in fold(text).split():
        named = Award.objects.filter(recipient_search__contains=word).values("decision_id")
        decisions = decisions.filter(
            Q(search_title__contains=word) | Q(document__search_text__contains=word) | Q(pk__in=named)
        )
    return decisions
