"""Pages of councils: the list of meetings and one council."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse

from thidua.accounts.models import User
from thidua.core.access import Decision, Permission
from thidua.core.workflow.machine import State
from thidua.core.workflow.meeting import PROCESS
from thidua.councils.models import Council, CouncilMeeting, CouncilMember
from thidua.councils.queries.candidates import describe_people
from thidua.councils.queries.councils import in_order, list_councils
from thidua.councils.queries.meetings import list_meetings, search_meetings
from thidua.journal.models import JournalEntry
from thidua.journal.queries.history import list_history
from thidua.web.access import may
from thidua.web.paging import Pager, pager_of
from thidua.web.sorting import chosen_sort

SORTS = {"title": "title", "held_on": "held_on", "state": "state", "council": "council__name"}


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """Một phiên họp trong danh sách."""

    url: str
    title: str
    council: str
    held_on: date
    place: str
    state: State
    items: int
    carried: int | None
    minutes: str


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """Danh sách phiên họp Hội đồng."""

    rows: tuple[MeetingRow, ...]
    pager: Pager
    search: str
    state: str
    states: tuple[tuple[str, str], ...]
    councils: tuple[tuple[str, str], ...]
    may_establish: bool
    new_meeting_url: str


def select_meetings(request: HttpRequest) -> list[CouncilMeeting]:
    """The meetings that the address asks for, in order."""
    rows = list_meetings(request.actor.units_granting(Permission.COUNCIL_VIEW)).select_related("minutes")
    state = request.GET.get("state", "")
    if state in PROCESS.by_code:
        rows = rows.filter(state=state)
    key, descending = chosen_sort(request, frozenset(SORTS), "-held_on")
    rows = rows.order_by(f"{'-' if descending else ''}{SORTS[key]}", "-held_on", "-pk")
    found = rows.annotate(item_count=Count("items"), carried_count=Count("items", filter=Q(items__is_carried=True)))
    return search_meetings(list(found), request.GET.get("q", ""))


def build_meeting_rows(meetings: list[CouncilMeeting]) -> tuple[MeetingRow, ...]:
    return tuple(
        MeetingRow(
            url=reverse("web:meeting", args=[meeting.pk]),
            title=meeting.title,
            council=meeting.council.name,
            held_on=meeting.held_on,
            place=meeting.place,
            state=PROCESS.by_code[meeting.state],
            items=meeting.item_count,
            carried=meeting.carried_count if meeting.state == CouncilMeeting.State.CLOSED else None,
            minutes=meeting.minutes.code if meeting.minutes else "",
        )
        for meeting in meetings
    )


def build_meetings(request: HttpRequest) -> MeetingsPage:
    found = select_meetings(request)
    pager = pager_of(request, len(found))
    units = request.actor.units_granting(Permission.COUNCIL_VIEW)
    councils = list(list_councils(units, request.today))
    managed = request.actor.units_granting(Permission.COUNCIL_MANAGE)
    own = [council for council in councils if council.unit_id in managed]
    return MeetingsPage(
        rows=build_meeting_rows(found[pager.rows]),
        pager=pager,
        search=request.GET.get("q", ""),
        state=request.GET.get("state", ""),
        states=tuple((state.code, state.title) for state in PROCESS.states),
        councils=tuple((council.name, reverse("web:council", args=[council.pk])) for council in councils),
        may_establish=len(own) < len(managed),
        new_meeting_url=reverse("web:meeting_new", args=[own[0].pk]) if own else "",
    )


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Một thành viên; `has_account` False: cannot vote on a phone."""

    name: str
    post: str
    role: str
    starts_on: date
    ends_before: date | None
    is_current: bool
    has_account: bool
    end_url: str


@dataclass(frozen=True, slots=True)
class CouncilPage:
    """Một Hội đồng: its members over time and its meetings."""

    council: Council
    current: tuple[MemberRow, ...]
    former: tuple[MemberRow, ...]
    meetings: tuple[MeetingRow, ...]
    manage: Decision
    without_account: int
    crumbs: tuple[tuple[str, str], ...]
    history: list[JournalEntry]


def build_council(request: HttpRequest, council: Council) -> CouncilPage:
    members = list(in_order(CouncilMember.objects.filter(council=council)))
    people = [member.person_id for member in members]
    posts = describe_people(people, request.today)
    accounts = set(User.objects.filter(person_id__in=people, is_active=True).values_list("person_id", flat=True))
    rows = tuple(_member_row(member, posts, accounts, request.today) for member in members)
    meetings = list_meetings((council.unit_id,)).filter(council=council).select_related("minutes")
    meetings = meetings.annotate(
        item_count=Count("items"), carried_count=Count("items", filter=Q(items__is_carried=True))
    )
    current = tuple(row for row in rows if row.is_current)
    return CouncilPage(
        council=council,
        current=current,
        former=tuple(row for row in rows if not row.is_current),
        meetings=build_meeting_rows(list(meetings[:20])),
        manage=may(request, Permission.COUNCIL_MANAGE, council.unit_id),
        without_account=sum(not row.has_account for row in current),
        crumbs=(("Hội đồng", reverse("web:council_meetings")),),
        history=list_history(council),
    )


def _member_row(member: CouncilMember, posts: dict[int, str], accounts: set[int], today: date) -> MemberRow:
    ended = member.ends_before is not None and member.ends_before <= today
    return MemberRow(
        name=member.person.full_name,
        post=posts.get(member.person_id, ""),
        role=member.get_role_display(),
        starts_on=member.starts_on,
        ends_before=member.ends_before,
        is_current=not ended,
        has_account=member.person_id in accounts,
        end_url="" if member.ends_before else reverse("web:council_member_end", args=[member.pk]),
    )
