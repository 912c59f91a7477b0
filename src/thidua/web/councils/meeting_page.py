"""The page of one meeting: agenda, roll, declarations, turnout, and the results once they are counted."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse

from thidua.awards.queries.agenda import list_meeting_dossiers, list_waiting_dossiers
from thidua.core.access import Decision, Permission
from thidua.core.councils.rules import Quorum
from thidua.core.workflow.machine import State
from thidua.core.workflow.meeting import CLOSED, OPEN, PLANNED, PROCESS, VOTING
from thidua.councils.facts import gather_declared, gather_quorum, is_recused
from thidua.councils.models import AgendaItem, Attendance, CouncilMeeting, CouncilMember
from thidua.councils.queries.candidates import describe_people
from thidua.councils.queries.councils import in_order
from thidua.councils.queries.meetings import Turnout, get_turnout, list_items, list_meeting_members
from thidua.councils.queries.minutes import describe_threshold
from thidua.journal.models import JournalEntry
from thidua.journal.queries.history import list_history
from thidua.orgs.queries.units import get_spans
from thidua.web.access import may
from thidua.web.councils.forms import AgendaForm, AttendanceForm, DiscussionForm, InterestForm
from thidua.web.councils.loading import own_membership

BALLOT = "BALLOT"
METHODS = {"BALLOT": "Bỏ phiếu kín", "SHOW_OF_HANDS": "Giơ tay"}


@dataclass(frozen=True, slots=True)
class ItemRow:
    """Một trường hợp; the counts are None until the meeting is counted."""

    ordinal: int
    title: str
    detail: str
    honour: str
    method: str
    threshold: str
    yes: int | None
    no: int | None
    blank: int | None
    recused: int | None
    is_carried: bool | None


@dataclass(frozen=True, slots=True)
class DossierRow:
    """Một hồ sơ trong chương trình."""

    pk: int
    title: str
    unit: str


@dataclass(frozen=True, slots=True)
class InterestRow:
    """Một khai báo có liên quan; `withdraw_url` empty where it cannot be taken back."""

    member: str
    person: str
    relation: str
    withdraw_url: str


@dataclass(frozen=True, slots=True)
class Own:
    """Việc của chính người xem: whether they vote here, and whether they have."""

    is_member: bool
    is_present: bool
    has_voted: bool
    may_vote: bool


@dataclass(frozen=True, slots=True)
class Step:
    """Một bước của phiên họp."""

    title: str
    state: str


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """Một phiên họp."""

    meeting: CouncilMeeting
    state: State
    steps: tuple[Step, ...]
    items: tuple[ItemRow, ...]
    ballot_count: int
    dossiers: tuple[DossierRow, ...]
    interests: tuple[InterestRow, ...]
    quorum: Quorum
    turnout: Turnout | None
    own: Own
    manage: Decision
    open_reasons: tuple[str, ...]
    start_reasons: tuple[str, ...]
    agenda_form: AgendaForm | None
    attendance_form: AttendanceForm | None
    discussion_form: DiscussionForm | None
    interest_form: InterestForm | None
    crumbs: tuple[tuple[str, str], ...]
    history: list[JournalEntry]


def build_meeting(request: HttpRequest, meeting: CouncilMeeting) -> MeetingPage:
    """The number of queries does not depend on the number of items, members or dossiers."""
    manage = may(request, Permission.COUNCIL_MANAGE, meeting.council.unit_id)
    items = list(list_items(meeting))
    quorum = gather_quorum(meeting)
    member = own_membership(request, meeting)
    turnout = get_turnout(meeting) if meeting.state != PLANNED else None
    running = meeting.state in {OPEN, VOTING}
    return MeetingPage(
        meeting=meeting,
        state=PROCESS.by_code[meeting.state],
        steps=_steps(meeting.state),
        items=build_items(meeting, items),
        ballot_count=sum(item.method == BALLOT for item in items),
        dossiers=_dossiers(meeting) if manage else (),
        interests=_interests(meeting, member, bool(manage)),
        quorum=quorum,
        turnout=turnout,
        own=_own(meeting, member, items, turnout),
        manage=manage,
        open_reasons=_open_reasons(meeting, request.today),
        start_reasons=_start_reasons(meeting, items, quorum),
        agenda_form=make_agenda_form(meeting) if manage and meeting.state in {PLANNED, OPEN} else None,
        attendance_form=make_attendance_form(meeting) if manage and running else None,
        discussion_form=DiscussionForm(initial={"text": meeting.discussion}) if manage and running else None,
        interest_form=make_interest_form(meeting, member, bool(manage)),
        crumbs=(
            ("Hội đồng", reverse("web:council_meetings")),
            (meeting.council.name, reverse("web:council", args=[meeting.council_id])),
        ),
        # Who voted stands in the turnout; the history would be flooded.
        history=[entry for entry in list_history(meeting, limit=200) if entry.code != "councils.ballot.cast"],
    )


def build_items(meeting: CouncilMeeting, items: list[AgendaItem]) -> tuple[ItemRow, ...]:
    """Rows of the agenda; nothing of a count is handed over before the meeting is closed."""
    is_counted = meeting.state == CLOSED
    posts = describe_people([item.candidate_person_id for item in items if item.candidate_person_id], meeting.held_on)
    return tuple(
        ItemRow(
            ordinal=item.ordinal,
            title=item.title,
            detail=posts.get(item.candidate_person_id or 0, "Tập thể"),
            honour=item.honour_title,
            method=METHODS[item.method],
            threshold=describe_threshold(item.percent, item.of_all_members),
            yes=item.yes if is_counted else None,
            no=item.no if is_counted else None,
            blank=item.blank if is_counted else None,
            recused=item.recused if is_counted else None,
            is_carried=item.is_carried if is_counted else None,
        )
        for item in items
    )


STEP_TITLES = ("Lên lịch", "Khai mạc", "Bỏ phiếu", "Kiểm phiếu")  # one per state of the process, in its order


def _steps(state: str) -> tuple[Step, ...]:
    order = [each.code for each in PROCESS.states]
    place = order.index(state)
    marks = [
        "done" if index < place or state == CLOSED else "current" if index == place else "todo"
        for index in range(len(order))
    ]
    return tuple(Step(title, mark) for title, mark in zip(STEP_TITLES, marks, strict=True))


def _dossiers(meeting: CouncilMeeting) -> tuple[DossierRow, ...]:
    rows = list(list_meeting_dossiers(meeting))
    spans = get_spans([row.unit_id for row in rows], meeting.held_on)
    return tuple(DossierRow(row.pk, row.title, spans[row.unit_id].name) for row in rows)


def _interests(meeting: CouncilMeeting, own: CouncilMember | None, manages: bool) -> tuple[InterestRow, ...]:
    if not manages and own is None:
        return ()
    rows = meeting.declarations.select_related("member__person", "person").order_by("pk")
    if not manages:
        rows = rows.filter(member=own)
    voted = set(meeting.voter_marks.values_list("member_id", flat=True))
    return tuple(
        InterestRow(
            member=row.member.person.full_name,
            person=row.person.full_name,
            relation=row.relation,
            withdraw_url=""
            if meeting.state == CLOSED or row.member_id in voted
            else reverse("web:meeting_interest_withdraw", args=[meeting.pk, row.pk]),
        )
        for row in rows
    )


def _own(
    meeting: CouncilMeeting, member: CouncilMember | None, items: list[AgendaItem], turnout: Turnout | None
) -> Own:
    if member is None or turnout is None:
        return Own(member is not None, False, False, False)
    has_voted = any(one.pk == member.pk for one in turnout.voted)
    is_present = has_voted or any(one.pk == member.pk for one in turnout.waiting)
    may_vote = meeting.state == VOTING and is_present and not has_voted and any(item.method == BALLOT for item in items)
    return Own(True, is_present, has_voted, may_vote)


def _open_reasons(meeting: CouncilMeeting, today: date) -> tuple[str, ...]:
    """Why the meeting cannot be opened yet; empty when it can."""
    if today < meeting.held_on:
        return (f"Phiên họp được lên lịch ngày {meeting.held_on:%d/%m/%Y}. Nếu họp sớm hơn, hãy sửa lịch trước.",)
    return ()


def _start_reasons(meeting: CouncilMeeting, items: list[AgendaItem], quorum: Quorum) -> tuple[str, ...]:
    """Why the vote cannot be opened yet; empty when it can."""
    reasons = []
    if meeting.state != OPEN:
        reasons.append("Phiên họp chưa khai mạc.")
    if not items:
        reasons.append("Chương trình chưa có trường hợp nào.")
    if not quorum.is_met:
        reasons.append(f"Có mặt {quorum.present}/{quorum.members} thành viên, cần ít nhất {quorum.needed}.")
    return tuple(reasons)


def make_agenda_form(meeting: CouncilMeeting, data=None) -> AgendaForm:
    rows = list(list_waiting_dossiers(meeting.council.unit_id))
    spans = get_spans([row.unit_id for row in rows], meeting.held_on)
    return AgendaForm(data, dossiers=[(row.pk, f"{row.title} – {spans[row.unit_id].name}") for row in rows])


def make_attendance_form(meeting: CouncilMeeting, data=None) -> AttendanceForm:
    lines = {line.member_id: line for line in Attendance.objects.filter(meeting=meeting)}
    members = in_order(CouncilMember.objects.filter(pk__in=lines))
    ordered = []
    for member in members:
        line = lines[member.pk]
        line.member = member
        ordered.append(line)
    return AttendanceForm(data, lines=ordered)


def make_interest_form(
    meeting: CouncilMeeting, own: CouncilMember | None, manages: bool, data=None
) -> InterestForm | None:
    """For a member to declare for themself, for the secretary to write down what members declared; None when too late."""
    if meeting.state == CLOSED or (own is None and not manages):
        return None
    candidates = meeting.items.filter(candidate_person__isnull=False).select_related("candidate_person")
    people = {item.candidate_person_id: item.candidate_person.full_name for item in candidates.order_by("ordinal")}
    if not people:
        return None
    members = list(list_meeting_members(meeting)) if manages else [own]
    voted = set(meeting.voter_marks.values_list("member_id", flat=True))
    choices = [(member.pk, member.person.full_name) for member in members if member.pk not in voted]
    return InterestForm(data, members=choices, people=list(people.items())) if choices else None


@dataclass(frozen=True, slots=True)
class PaperPage:
    """Phiếu của một thành viên: the items they vote on and those they stay out of."""

    meeting: CouncilMeeting
    rows: dict[int, ItemRow]
    items: tuple[AgendaItem, ...]
    recused: tuple[ItemRow, ...]
    crumbs: tuple[tuple[str, str], ...]


def build_paper(meeting: CouncilMeeting, member: CouncilMember) -> PaperPage:
    items = list(list_items(meeting).filter(method=BALLOT))
    rows = dict(zip([item.pk for item in items], build_items(meeting, items), strict=True))
    declared = gather_declared(meeting)
    out = {item.pk for item in items if is_recused(item, member, declared)}
    return PaperPage(
        meeting=meeting,
        rows=rows,
        items=tuple(item for item in items if item.pk not in out),
        recused=tuple(rows[pk] for pk in rows if pk in out),
        crumbs=(
            ("Hội đồng", reverse("web:council_meetings")),
            (meeting.title, reverse("web:meeting", args=[meeting.pk])),
        ),
    )
