"""One dossier: its candidates, its papers, what stands in its way, what may be done next."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from thidua.awards.actions.dossiers import EDITABLE
from thidua.awards.facts.papers import Part, Source
from thidua.awards.facts.review import Review, review
from thidua.awards.models import Dossier, DossierPaper, Stream
from thidua.awards.queries.nominations import get_posts
from thidua.core.access import Decision, Permission, decide
from thidua.core.law.honours import honour
from thidua.core.time.years import parse_year
from thidua.core.workflow.dossier import PROCESS
from thidua.core.workflow.machine import State
from thidua.journal.models import JournalEntry
from thidua.journal.queries.history import list_history
from thidua.orgs.queries.units import get_scope, get_spans
from thidua.web.dossiers.changes import Change, list_changes
from thidua.web.dossiers.words import OUTCOMES, Label, summary

SOURCES = {
    Source.FILE: Label("Có tệp", "good", "paperclip"),
    Source.DATA: Label("Có trong dữ liệu", "good"),
    Source.SUBMISSION: Label("Lập khi trình", "neutral"),
    Source.MISSING: Label("Còn thiếu", "warn"),
}


@dataclass(frozen=True, slots=True)
class NominationRow:
    """Một đề nghị trong hồ sơ."""

    pk: int
    url: str
    name: str
    detail: str
    honour: str
    outcome: Label
    unconfirmed: bool
    summary: str
    ground: str
    has_achievement: bool
    result: Label | None


@dataclass(frozen=True, slots=True)
class PartRow:
    """Một thành phần hồ sơ."""

    name: str
    honours: str
    source: Label
    lacking: str


@dataclass(frozen=True, slots=True)
class Rights:
    """Việc được làm lúc này, each with its reasons when it is not."""

    edit: Decision
    submit: Decision
    withdraw: Decision
    appraise: Decision

    @property
    def may_act(self) -> bool:
        return bool(self.edit or self.submit or self.appraise)


@dataclass(frozen=True, slots=True)
class DossierPage:
    """Trang hồ sơ."""

    dossier: Dossier
    crumbs: tuple[tuple[str, str], ...]
    unit: str
    deciding_unit: str
    year: str
    stream: str
    state: State
    steps: tuple[tuple[str, str], ...]
    rights: Rights
    is_editable: bool
    is_submitted: bool
    may_discard: bool
    counts: tuple[Label, ...]
    rows: tuple[NominationRow, ...]
    parts: tuple[PartRow, ...]
    missing: tuple[str, ...]
    papers: tuple[DossierPaper, ...]
    obstacles: tuple[str, ...]
    changes: tuple[Change, ...]
    history: list[JournalEntry]


def build_dossier(request: HttpRequest, dossier: Dossier) -> DossierPage:
    """The page (a constant number of queries); candidates are held against the law anew."""
    seen = review(dossier, today=request.today)
    spans = get_spans([dossier.unit_id, dossier.deciding_unit_id], request.today)
    history = list_history(dossier, limit=100)
    state = PROCESS.by_code[dossier.state]
    return DossierPage(
        dossier=dossier,
        crumbs=(("Hồ sơ khen thưởng", reverse("web:dossiers")), (dossier.title, "")),
        unit=spans[dossier.unit_id].name,
        deciding_unit=spans[dossier.deciding_unit_id].name,
        year=parse_year(dossier.year).title.capitalize(),
        stream=Stream(dossier.stream).label,
        state=state,
        steps=_steps(dossier.state),
        rights=_rights(request, dossier),
        is_editable=dossier.state in EDITABLE,
        is_submitted=dossier.state == Dossier.State.SUBMITTED,
        may_discard=dossier.state == Dossier.State.DRAFT and dossier.submission_id is None,
        counts=_counts(seen),
        rows=_rows(seen, request),
        parts=tuple(_part(part, dossier) for part in seen.parts),
        missing=tuple(part.name for part in seen.parts if not part.is_there),
        papers=tuple(seen.papers),
        obstacles=seen.obstacles if dossier.state in {*EDITABLE, Dossier.State.SUBMITTED} else (),
        changes=list_changes(history),
        history=history,
    )


def _rights(request: HttpRequest, dossier: Dossier) -> Rights:
    """Who may and whether it can are asked apart; a step that the state does not allow says which state it needs."""
    own = get_scope(dossier.unit_id, request.today)
    deciding = get_scope(dossier.deciding_unit_id, request.today)
    submit = decide(request.actor, Permission.DOSSIER_SUBMIT, own)
    return Rights(
        edit=decide(request.actor, Permission.DOSSIER_EDIT, own),
        submit=submit,
        withdraw=submit,
        appraise=decide(request.actor, Permission.DOSSIER_APPRAISE, deciding),
    )


def _steps(state: str) -> tuple[tuple[str, str], ...]:
    """The straight way of a dossier as (title, done|current|todo); a returned one stands at its beginning."""
    way = [
        Dossier.State.DRAFT,
        Dossier.State.SUBMITTED,
        Dossier.State.ACCEPTED,
        Dossier.State.VOTED,
        Dossier.State.DECIDED,
    ]
    here = way.index(Dossier.State(state)) if state in way else 0
    titles = ("Lập hồ sơ", "Trình", "Thẩm định", "Hội đồng", "Quyết định")
    # The step named after a state is done once that state is reached; drawing up is done when it is submitted.
    done = here + 1 if here else 0
    return tuple(
        (title, "done" if index < done else "current" if index == done else "todo")
        for index, title in enumerate(titles)
    )


def _counts(seen: Review) -> tuple[Label, ...]:
    outcomes = [seen.assessed[row.pk].outcome for row in seen.nominations]
    return tuple(
        Label(f"{label.title}: {outcomes.count(code)}", label.tone, label.icon)
        for code, label in OUTCOMES.items()
        if code in outcomes
    )


def _rows(seen: Review, request: HttpRequest) -> tuple[NominationRow, ...]:
    posts = get_posts((row.person_id for row in seen.nominations if row.person_id), request.today)
    rows = []
    for row in seen.nominations:
        found = seen.assessed[row.pk]
        post = posts.get(row.person_id or 0)
        rows.append(
            NominationRow(
                pk=row.pk,
                url=reverse("web:nomination", args=[row.pk]),
                name=seen.names[row.pk],
                detail=post.title if post else "Tập thể" if row.collective_id else "",
                honour=honour(row.honour).name,
                outcome=OUTCOMES[found.outcome],
                unconfirmed=bool(found.verdict and found.verdict.unconfirmed),
                summary=summary(found),
                ground=row.initiative.title if row.initiative else "",
                has_achievement=bool(row.achievement),
                result=council_result(row.is_carried),
            )
        )
    return tuple(rows)


def council_result(is_carried: bool | None) -> Label | None:
    """What the council decided about a nomination; None before."""
    if is_carried is None:
        return None
    return Label("Hội đồng thông qua", "good") if is_carried else Label("Hội đồng không thông qua", "bad")


def _part(part: Part, dossier: Dossier) -> PartRow:
    shorts = ", ".join(honour(code).short for code in part.honours)
    label = SOURCES[part.source]
    if part.source is Source.SUBMISSION and dossier.submission_id is not None and dossier.state not in EDITABLE:
        label = Label("Đã ban hành", "good")
    return PartRow(part.name, shorts, label, _people(part.lacking))


def _people(names: Sequence[str], most: int = 3) -> str:
    shown = ", ".join(names[:most])
    return f"{shown} và {len(names) - most} trường hợp khác" if len(names) > most else shown
