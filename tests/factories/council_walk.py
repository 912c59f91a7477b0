"""From accepted dossier to issued decision, step by step, for tests that begin somewhere on the way."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from tests.factories.world import World, actor_for
from thidua.awards.actions import agenda, decisions
from thidua.awards.models import AwardDecision, Dossier, Initiative, Nomination
from thidua.core.access import SYSTEM, Actor
from thidua.core.vietnamese.folding import fold
from thidua.councils.actions import ballots, councils, meetings
from thidua.councils.actions.ballots import Choice
from thidua.councils.models import Council, CouncilMeeting, CouncilMember
from thidua.orgs.models import Unit

HELD_ON = date(2026, 7, 10)
AT = datetime(2026, 7, 10, 2, 0, tzinfo=UTC)  # 9:00 in Viet Nam
DECIDED_ON = date(2026, 7, 15)
DECIDED_AT = datetime(2026, 7, 15, 2, 0, tzinfo=UTC)
YEAR = "2025-2026"
MEMBERS = ("member1", "member2", "member3", "member4", "member5")


@dataclass
class Walk:
    """What the steps so far have made."""

    world: World
    council: Council
    members: dict[str, CouncilMember] = field(default_factory=dict)
    dossier: Dossier | None = None
    meeting: CouncilMeeting | None = None
    decision: AwardDecision | None = None

    def actor(self, key: str, on: date = HELD_ON) -> Actor:
        return actor_for(self.world.users[key], on)

    def item(self, key: str):
        """The agenda item of one of the cast, or of the collective."""
        if key == "section":
            return self.meeting.items.get(candidate_person=None)
        return self.meeting.items.get(candidate_person=self.world.people[key])


def add_dossier(
    world: World, *, unit: Unit | None = None, decided_by: Unit | None = None, title="Hồ sơ cuối năm"
) -> Dossier:
    """An accepted dossier of the school to the commune, without nominations."""
    return Dossier.objects.create(
        unit=unit or world.school,
        deciding_unit=decided_by or world.commune,
        title=title,
        search_title=fold(title),
        year=YEAR,
        state=Dossier.State.ACCEPTED,
        submitted_at=AT,
        received_on=date(2026, 6, 20),
        created_at=AT,
        updated_at=AT,
    )


def add_nomination(dossier: Dossier, honour: str, *, person=None, collective=None, initiative=None) -> Nomination:
    return Nomination.objects.create(
        dossier=dossier, honour=honour, person=person, collective=collective, initiative=initiative, outcome="ELIGIBLE"
    )


def add_initiative(world: World, person, title="Dạy học phân hoá môn Toán", used_for="") -> Initiative:
    return Initiative.objects.create(
        person=person, unit=world.school, title=title, scope="co_so", recognised_on=date(2026, 4, 10), used_for=used_for
    )


def found_council(world: World, members=MEMBERS) -> Walk:
    """The commune's council: member1 chairs, member5 is its secretary."""
    council = councils.establish(
        unit=world.commune, name="Hội đồng Thi đua - Khen thưởng xã Mộc Sơn", symbol="HĐTĐKT",
        starts_on=date(2025, 7, 1), by=SYSTEM, at=AT,
    )  # fmt: skip
    walk = Walk(world, council)
    roles = {members[0]: "chair", members[-1]: "secretary"}
    for key in members:
        walk.members[key] = councils.add_member(
            council=council, person=world.people[key], role=roles.get(key, "member"), starts_on=date(2025, 7, 1),
            by=SYSTEM, at=AT,
        )  # fmt: skip
    return walk


def nominate(walk: Walk) -> Walk:
    """Teacher for CSTĐCS and LĐTT is left to tests; here CSTĐCS, two LĐTT and a collective."""
    world = walk.world
    walk.dossier = add_dossier(world)
    add_nomination(
        walk.dossier,
        "CSTDCS",
        person=world.people["teacher"],
        initiative=add_initiative(world, world.people["teacher"]),
    )
    add_nomination(walk.dossier, "LDTT", person=world.people["school_secretary"])
    add_nomination(walk.dossier, "TTLDTT", collective=world.section)
    return walk


def plan_meeting(walk: Walk) -> Walk:
    """A planned meeting with the dossier on its agenda."""
    walk.meeting = meetings.plan(
        council=walk.council, title="Xét khen thưởng năm học 2025-2026", held_on=HELD_ON, place="Phòng họp số 1",
        by=walk.actor("commune_secretary"), at=AT,
    )  # fmt: skip
    agenda.fill(meeting=walk.meeting, dossiers=[walk.dossier], by=walk.actor("commune_secretary"), at=AT)
    return walk


def open_vote(walk: Walk, absent=()) -> Walk:
    """The roll is called and the ballot opened."""
    by = walk.actor("commune_secretary")
    meetings.open_meeting(meeting=walk.meeting, by=by, at=AT)
    present = frozenset(member.pk for key, member in walk.members.items() if key not in absent)
    meetings.set_attendance(meeting=walk.meeting, present_ids=present, notes={}, by=by, at=AT)
    walk.meeting = meetings.start_vote(meeting=walk.meeting, by=by, at=AT)
    return walk


def vote(walk: Walk, key: str, choice: Choice = Choice.YES, **by_candidate: Choice) -> bool:
    """One member's paper: `choice` for everything, other choices by candidate (`teacher=Choice.NO`)."""
    items = walk.meeting.items.filter(method="BALLOT")
    own = walk.members[key].person_id if key in walk.members else None
    choices = {item.pk: choice for item in items if item.candidate_person_id != own}
    choices |= {walk.item(candidate).pk: made for candidate, made in by_candidate.items()}
    return ballots.cast(meeting=walk.meeting, choices=choices, by=walk.actor(key), at=AT)


def close_vote(walk: Walk) -> Walk:
    """Everybody raises the hand for what is voted that way; the ballot is counted."""
    present = walk.meeting.attendances.filter(is_present=True).count()
    hands = {item.pk: (present, 0) for item in walk.meeting.items.exclude(method="BALLOT")}
    walk.meeting = agenda.close(meeting=walk.meeting, hands=hands, by=walk.actor("commune_secretary"), at=AT)
    walk.dossier.refresh_from_db()
    return walk


def reach_voted(world: World) -> Walk:
    """The whole council part with five yes papers."""
    walk = open_vote(plan_meeting(nominate(found_council(world))))
    for key in walk.members:
        vote(walk, key)
    return close_vote(walk)


def reach_issued(world: World) -> Walk:
    """The decision of the commune's head on 15/7/2026."""
    walk = reach_voted(world)
    walk.decision = decisions.prepare(
        unit=world.commune, title="Khen thưởng năm học 2025-2026", dossiers=[walk.dossier],
        by=walk.actor("commune_secretary", DECIDED_ON), at=DECIDED_AT,
    )  # fmt: skip
    walk.decision = decisions.issue(
        decision=walk.decision, on=DECIDED_ON, by=walk.actor("commune_head", DECIDED_ON), at=DECIDED_AT
    )
    walk.dossier.refresh_from_db()
    return walk
