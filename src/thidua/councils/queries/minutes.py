"""The words of the minutes, gathered from a meeting that has been counted."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from thidua.core.documents.builders.attendance import Attendee
from thidua.core.documents.builders.council_minutes import CouncilMinutesText, VoteLine
from thidua.core.documents.builders.count_minutes import CountMinutesText
from thidua.core.documents.builders.letterhead import Letterhead
from thidua.core.documents.model import Signer
from thidua.core.time.moments import VIETNAM
from thidua.councils.models import AgendaItem, Attendance, CouncilMeeting, CouncilMember
from thidua.councils.queries.candidates import describe_people
from thidua.councils.queries.meetings import list_items, list_meeting_members
from thidua.orgs.models import Person
from thidua.orgs.queries.units import get_span

BALLOT = "BALLOT"
_ADDRESS = {Person.Gender.FEMALE: "Bà", Person.Gender.MALE: "Ông"}


@dataclass(frozen=True, slots=True)
class MinutesFacts:
    """Everything both minutes are written from."""

    meeting: CouncilMeeting
    letterhead: Letterhead
    items: tuple[AgendaItem, ...]
    present: tuple[CouncilMember, ...]
    absent: tuple[CouncilMember, ...]
    notes: dict[int, str]
    posts: dict[int, str]
    papers: int

    @property
    def council(self) -> str:
        return self.meeting.council.name

    @property
    def chair(self) -> CouncilMember:
        """Who presided: the highest in rank of those present."""
        return self.present[0]

    @property
    def secretary(self) -> CouncilMember:
        """The council's secretary when present, else the last in rank."""
        return next((one for one in self.present if one.role == CouncilMember.Role.SECRETARY), self.present[-1])


def gather_minutes(meeting: CouncilMeeting) -> MinutesFacts:
    """One plan of queries for both minutes, whatever the number of members and items."""
    members = list(list_meeting_members(meeting))
    lines = {line.member_id: line for line in Attendance.objects.filter(meeting=meeting)}
    items = tuple(list_items(meeting))
    people = {member.person_id for member in members} | {
        item.candidate_person_id for item in items if item.candidate_person_id
    }
    span = get_span(meeting.council.unit_id, meeting.held_on)
    return MinutesFacts(
        meeting=meeting,
        letterhead=Letterhead(
            issuer=meeting.council.name,
            abbreviation=meeting.council.symbol,
            place=span.place,
            parent_body=span.name,
        ),
        items=items,
        present=tuple(one for one in members if one.pk in lines and lines[one.pk].is_present),
        absent=tuple(one for one in members if one.pk in lines and not lines[one.pk].is_present),
        notes={member_id: line.note for member_id, line in lines.items()},
        posts=describe_people(people, meeting.held_on),
        papers=meeting.voter_marks.count(),
    )


def write_minutes(facts: MinutesFacts) -> CouncilMinutesText:
    """Biên bản họp."""
    meeting = facts.meeting
    ballot = tuple(item for item in facts.items if item.method == BALLOT)
    return CouncilMinutesText(
        letterhead=facts.letterhead,
        council=facts.council,
        subject=f"Họp {facts.council}: {meeting.title}",
        opened_at=_local(meeting.opened_at),
        closed_at=_local(meeting.closed_at),
        venue=meeting.place,
        present=tuple(_attendee(one, facts) for one in facts.present),
        absent=tuple(_attendee(one, facts) for one in facts.absent),
        chair=_signer(facts.chair, "CHỦ TRÌ"),
        secretary=_signer(facts.secretary, "THƯ KÝ"),
        discussion=tuple(line.strip() for line in meeting.discussion.splitlines() if line.strip()),
        votes=tuple(_vote_line(item, facts) for item in ballot),
        threshold=describe_thresholds(ballot),
        conclusions=(*_hands(facts), *_recusals(facts), _conclusion(facts)),
    )


def write_count_minutes(facts: MinutesFacts) -> CountMinutesText:
    """Biên bản kiểm phiếu; only for meetings with items voted on paper."""
    ballot = tuple(item for item in facts.items if item.method == BALLOT)
    return CountMinutesText(
        letterhead=facts.letterhead,
        council=facts.council,
        subject=f"Kiểm phiếu {facts.meeting.title}",
        counted_at=_local(facts.meeting.closed_at),
        venue=facts.meeting.place,
        committee=(_attendee(facts.secretary, facts), _attendee(facts.chair, facts)),
        head_of_count=_signer(facts.chair, "CHỦ TRÌ"),
        counters=(_signer(facts.secretary, "THƯ KÝ"),),
        members=facts.meeting.members_total or 0,
        present=len(facts.present),
        issued=len(facts.present),
        collected=facts.papers,
        valid=facts.papers,
        votes=tuple(_vote_line(item, facts) for item in ballot),
        threshold=describe_thresholds(ballot),
    )


def describe_thresholds(items: tuple[AgendaItem, ...]) -> str:
    """`từ 80% tổng số thành viên Hội đồng trở lên`; every threshold once, with its honours when they differ."""
    rules = sorted({(item.percent, item.of_all_members, item.honour_title) for item in items}, reverse=True)
    groups = [(key, [rule[2] for rule in rows]) for key, rows in groupby(rules, key=lambda rule: rule[:2])]
    if len(groups) == 1:
        return describe_threshold(*groups[0][0])
    return "; ".join(f"{describe_threshold(*key)} ({', '.join(sorted(names))})" for key, names in groups)


def describe_threshold(percent: int, of_all_members: bool) -> str:
    base = "tổng số thành viên Hội đồng" if of_all_members else "số thành viên có mặt"
    return f"trên 50% {base}" if percent == 50 else f"từ {percent}% {base} trở lên"


def _local(moment: datetime | None) -> datetime:
    assert moment is not None  # opened and counted meetings have both
    return moment.astimezone(VIETNAM)


def _attendee(member: CouncilMember, facts: MinutesFacts) -> Attendee:
    address = _ADDRESS[Person.Gender(member.person.gender)]
    note = facts.notes.get(member.pk, "")
    role = f"{member.get_role_display()} Hội đồng" if member.role in _TITLED else member.get_role_display()
    return Attendee(
        name=f"{address} {member.person.full_name}",
        position=facts.posts.get(member.person_id, ""),
        role=f"{role} (vắng: {note})" if note else role,
    )


_TITLED = {CouncilMember.Role.CHAIR, CouncilMember.Role.VICE_CHAIR}


def _signer(member: CouncilMember, position: str) -> Signer:
    return Signer(position=position, name=member.person.full_name)


def _vote_line(item: AgendaItem, facts: MinutesFacts) -> VoteLine:
    base = (facts.meeting.members_total if item.of_all_members else len(facts.present)) or 1
    return VoteLine(
        name=item.title,
        detail=facts.posts.get(item.candidate_person_id or 0, ""),
        honour=item.honour_title,
        agree=item.yes or 0,
        disagree=item.no or 0,
        invalid=item.blank or 0,
        base=base,
        passed=bool(item.is_carried),
    )


def _hands(facts: MinutesFacts) -> tuple[str, ...]:
    """One sentence per honour voted by show of hands: who was carried, who was not, with the hands."""
    sentences = []
    shown = sorted((item for item in facts.items if item.method != BALLOT), key=lambda item: item.honour_title)
    for honour, rows in groupby(shown, key=lambda item: item.honour_title):
        listed = list(rows)
        for carried, verb in ((True, "thông qua đề nghị"), (False, "không thông qua đề nghị")):
            names = [f"{item.title} ({item.yes}/{len(facts.present)})" for item in listed if item.is_carried is carried]
            if names:
                sentences.append(f"Biểu quyết giơ tay, Hội đồng {verb} {honour} đối với: {', '.join(names)}.")
    return tuple(sentences)


def _recusals(facts: MinutesFacts) -> tuple[str, ...]:
    names = [f"{item.title} ({item.recused})" for item in facts.items if item.recused]
    if not names:
        return ()
    return (
        "Số thành viên không tham gia biểu quyết vì là người được xét hoặc có liên quan, vẫn tính vào tổng số thành viên: "
        f"{', '.join(names)}.",
    )


def _conclusion(facts: MinutesFacts) -> str:
    carried = sum(bool(item.is_carried) for item in facts.items)
    return f"Hội đồng thống nhất đề nghị cấp có thẩm quyền khen thưởng {carried:02d}/{len(facts.items):02d} trường hợp."
