"""Councils of the sample and how their meetings run: roll, ballot, count, minutes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from thidua.awards.actions import agenda
from thidua.awards.models import Dossier
from thidua.core.access import SYSTEM, Actor
from thidua.councils.actions import ballots, councils, meetings, minutes
from thidua.councils.actions.ballots import Choice
from thidua.councils.facts import gather_declared, is_recused
from thidua.councils.models import Council, CouncilMeeting, CouncilMember
from thidua.ops.sample.acting import Cast, demo_user
from thidua.ops.sample.cascade import schools_of
from thidua.ops.sample.context import NOW, Sample, School, moment
from thidua.orgs.models import Person, Unit

_SINCE = date(2025, 7, 15)
_POSTS = ("chair", "vice_chair", "secretary", "member", "member")


@dataclass
class Seat:
    """Nơi xét khen thưởng: a unit that decides, its council, and the schools that put people forward."""

    sample: Sample
    cast: Cast
    unit: Unit
    schools: list[School]
    council: Council
    members: list[CouncilMember] = field(default_factory=list)

    @property
    def head(self) -> Actor:
        return self.cast.head(self.unit)

    @property
    def secretary(self) -> Actor:
        return self.cast.secretary(self.unit)

    def school(self, place: int) -> School:
        """The schools in turn, the one of the sample accounts first."""
        return self.schools[place % len(self.schools)]


def make_seats(sample: Sample, cast: Cast) -> list[Seat]:
    """The councils of the demo commune and of the department."""
    commune, so = sample.demo_commune, sample.department
    xa = [demo_user("chutich.xa").person, *(demo_user(f"hoidong{number}").person for number in range(1, 5))]
    place = sample.names[commune.pk].removeprefix("Uỷ ban nhân dân ")
    names = f"Hội đồng Thi đua - Khen thưởng {place}", "Hội đồng Thi đua - Khen thưởng ngành Giáo dục"
    own = demo_user("hieutruong").person_id
    found = []
    for unit, name, people in ((commune, names[0], xa), (so, names[1], sample.office_staff[so.pk][:5])):
        schools = sorted(schools_of(sample, unit), key=lambda school: school.staff[0].pk != own)
        found.append(Seat(sample, cast, unit, schools, *_establish(unit, name, people)))
    return found


def _establish(unit: Unit, name: str, people: list[Person]) -> tuple[Council, list[CouncilMember]]:
    council = councils.establish(unit=unit, name=name, symbol="HĐTĐKT", starts_on=_SINCE, by=SYSTEM, at=NOW)
    members = [
        councils.add_member(council=council, person=person, role=role, starts_on=_SINCE, by=SYSTEM, at=NOW)
        for person, role in zip(people, _POSTS, strict=True)
    ]
    return council, members


def plan_meeting(seat: Seat, title: str, held_on: date, dossiers: Sequence[Dossier]) -> CouncilMeeting:
    """A meeting with the dossiers on its agenda."""
    at = min(moment(held_on - timedelta(days=5), 15), NOW)
    meeting = meetings.plan(
        council=seat.council, title=title, held_on=held_on, place="Phòng họp số 1", by=seat.secretary, at=at
    )
    agenda.fill(meeting=meeting, dossiers=dossiers, by=seat.secretary, at=at)
    return meeting


def open_vote(seat: Seat, meeting: CouncilMeeting, absent: int = 0) -> CouncilMeeting:
    """The roll is called, the last `absent` members excused; papers are handed out."""
    at, by = moment(meeting.held_on, 8), seat.secretary
    meetings.open_meeting(meeting=meeting, by=by, at=at)
    present = seat.members[: len(seat.members) - absent]
    notes = {member.pk: "Đi công tác" for member in seat.members if member not in present}
    meetings.set_attendance(
        meeting=meeting, present_ids=frozenset(member.pk for member in present), notes=notes, by=by, at=at
    )
    text = "Hội đồng nghe thư ký báo cáo kết quả thẩm định, trao đổi về thành tích của từng trường hợp và thống nhất biểu quyết."
    meetings.write_discussion(meeting=meeting, text=text, by=by, at=at)
    return meetings.start_vote(meeting=meeting, by=by, at=moment(meeting.held_on, 9))


def vote_and_close(seat: Seat, meeting: CouncilMeeting, refused: int = 0) -> CouncilMeeting:
    """Everybody votes; the last `refused` items on paper get two papers against and so fail. Then count and minutes."""
    at, declared = moment(meeting.held_on, 10), gather_declared(meeting)
    items = list(meeting.items.order_by("ordinal"))
    papers = [item for item in items if item.method == meetings.BALLOT]
    doubtful = {item.pk for item in papers[len(papers) - refused :]}
    called = meeting.attendances.filter(is_present=True).select_related("member__person").order_by("pk")
    present = [line.member for line in called]
    for place, member in enumerate(present):
        choices = {
            item.pk: Choice.NO if item.pk in doubtful and place in (1, 2) else Choice.YES
            for item in papers
            if not is_recused(item, member, declared)
        }
        ballots.cast(meeting=meeting, choices=choices, by=seat.cast.person(member.person), at=at)
    hands = {
        item.pk: (sum(not is_recused(item, member, declared) for member in present), 0)
        for item in items
        if item.method != meetings.BALLOT
    }
    closed = agenda.close(meeting=meeting, hands=hands, by=seat.secretary, at=moment(meeting.held_on, 11))
    return minutes.draw_up(meeting=closed, by=seat.secretary, at=moment(meeting.held_on, 16))
