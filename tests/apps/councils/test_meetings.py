"""A meeting from plan to count: states, quorum, attendance, conflicts (N5)."""

from datetime import date

import pytest

from tests.factories import council_walk as steps
from tests.factories.council_walk import AT, HELD_ON
from thidua.core.access import SYSTEM
from thidua.core.workflow import WrongState
from thidua.councils.actions import councils, interests, meetings
from thidua.councils.actions.ballots import Choice
from thidua.councils.errors import CouncilError
from thidua.councils.models import BallotBox, CouncilMeeting, InterestDeclaration
from thidua.councils.queries.meetings import get_turnout, list_meetings, search_meetings
from thidua.journal.models import JournalEntry
from thidua.journal.queries.history import list_history


@pytest.fixture
def walk(world):
    return steps.plan_meeting(steps.nominate(steps.found_council(world)))


def opened(walk):
    meetings.open_meeting(meeting=walk.meeting, by=SYSTEM, at=AT)
    return walk


def attend(walk, *keys):
    present = frozenset(walk.members[key].pk for key in keys)
    return meetings.set_attendance(
        meeting=walk.meeting, present_ids=present, notes={walk.members["member4"].pk: "Đi công tác"}, by=SYSTEM, at=AT
    )


def test_planning_twice_makes_one_meeting(walk):
    again = meetings.plan(
        council=walk.council,
        title=" Xét khen thưởng  năm học 2025-2026",
        held_on=HELD_ON,
        place="Khác",
        by=SYSTEM,
        at=AT,
    )
    assert again.pk == walk.meeting.pk
    assert CouncilMeeting.objects.count() == 1


def test_a_meeting_needs_a_council_of_the_day(walk):
    with pytest.raises(CouncilError, match="không hoạt động trong ngày 30/06/2025"):
        meetings.plan(council=walk.council, title="Sớm", held_on=date(2025, 6, 30), place="", by=SYSTEM, at=AT)


def test_the_plan_changes_until_the_opening(walk):
    meetings.revise(meeting=walk.meeting, title="Họp", held_on=date(2026, 7, 9), place="P2", by=SYSTEM, at=AT)
    opened(walk)
    with pytest.raises(CouncilError, match="đã khai mạc"):
        meetings.revise(meeting=walk.meeting, title="Họp", held_on=HELD_ON, place="P2", by=SYSTEM, at=AT)


def test_a_meeting_does_not_open_before_its_day(walk):
    meetings.revise(meeting=walk.meeting, title="Họp", held_on=date(2026, 7, 11), place="P2", by=SYSTEM, at=AT)
    with pytest.raises(CouncilError, match="lên lịch ngày 11/07/2026"):
        opened(walk)


def test_opening_calls_the_members_of_the_day(walk):
    councils.end_member(
        member=walk.members["member2"], ends_before=date(2026, 7, 1), reason="Chuyển công tác", by=SYSTEM, at=AT
    )
    opened(walk)
    assert walk.meeting.attendances.count() == 4
    with pytest.raises(WrongState, match="Không thể khai mạc"):
        opened(walk)


def test_a_council_without_secretary_cannot_open(walk):
    councils.end_member(member=walk.members["member5"], ends_before=HELD_ON, reason="Nghỉ", by=SYSTEM, at=AT)
    with pytest.raises(CouncilError, match="chưa có Uỷ viên, thư ký"):
        opened(walk)
    walk.meeting.refresh_from_db()
    assert walk.meeting.state == "planned"


def test_without_quorum_the_vote_stays_shut(walk):
    opened(walk)
    attend(walk, "member1", "member2", "member5")
    with pytest.raises(CouncilError, match="có mặt 3/5, cần ít nhất 4"):
        meetings.start_vote(meeting=walk.meeting, by=SYSTEM, at=AT)
    assert not BallotBox.objects.exists()
    attend(walk, "member1", "member2", "member3", "member5")
    assert meetings.start_vote(meeting=walk.meeting, by=SYSTEM, at=AT).members_total == 5


def test_without_agenda_there_is_no_vote(world):
    walk = steps.found_council(world)
    walk.meeting = meetings.plan(council=walk.council, title="Họp", held_on=HELD_ON, place="", by=SYSTEM, at=AT)
    opened(walk)
    attend(walk, *walk.members)
    with pytest.raises(CouncilError, match="chưa có trường hợp nào"):
        meetings.start_vote(meeting=walk.meeting, by=SYSTEM, at=AT)


def test_attendance_keeps_the_reason_of_absence(walk):
    opened(walk)
    attend(walk, "member1", "member2", "member3", "member5")
    absent = walk.meeting.attendances.get(is_present=False)
    assert (absent.member_id, absent.note) == (walk.members["member4"].pk, "Đi công tác")


def test_during_the_vote_members_may_only_arrive(walk):
    steps.open_vote(walk, absent=("member4",))
    with pytest.raises(CouncilError, match="không thể ghi Mai Thị Hội Hai vắng mặt"):
        attend(walk, "member1", "member3", "member5")
    attend(walk, *walk.members)
    assert walk.meeting.attendances.filter(is_present=True).count() == 5


def test_attendance_outside_the_meeting_is_refused(walk):
    with pytest.raises(CouncilError, match="từ khi khai mạc"):
        attend(walk, "member1")


def test_the_discussion_closes_with_the_count(walk):
    with pytest.raises(CouncilError, match="từ khi khai mạc"):
        meetings.write_discussion(meeting=walk.meeting, text="x", by=SYSTEM, at=AT)
    steps.open_vote(walk)
    meetings.write_discussion(meeting=walk.meeting, text="Thống nhất cao.", by=SYSTEM, at=AT)
    for key in walk.members:
        steps.vote(walk, key)
    steps.close_vote(walk)
    with pytest.raises(CouncilError, match="trước khi kiểm phiếu"):
        meetings.write_discussion(meeting=walk.meeting, text="y", by=SYSTEM, at=AT)
    walk.meeting.refresh_from_db()
    assert walk.meeting.discussion == "Thống nhất cao."


def test_the_turnout_says_who_and_not_what(walk):
    steps.open_vote(walk, absent=("member4",))
    steps.vote(walk, "member2", Choice.NO)
    turnout = get_turnout(walk.meeting)
    names = [
        [member.person.full_name[-3:] for member in group] for group in (turnout.voted, turnout.waiting, turnout.absent)
    ]
    assert names == [["Hai"], ["Một", " Ba", "Năm"], ["Bốn"]]


class TestInterests:
    def declare(self, walk, key="member2", about="teacher"):
        return interests.declare(
            meeting=walk.meeting, member=walk.members[key], person=walk.world.people[about], relation="Vợ",
            by=walk.actor(key), at=AT,
        )  # fmt: skip

    def test_declaring_twice_is_once(self, walk):
        assert self.declare(walk).pk == self.declare(walk).pk
        assert JournalEntry.objects.filter(code="councils.interest.declare").count() == 1

    def test_only_candidates_can_be_named(self, walk):
        with pytest.raises(CouncilError, match="không có trong chương trình"):
            self.declare(walk, about="head")

    def test_taken_back_before_voting(self, walk):
        interests.withdraw(declaration=self.declare(walk), by=walk.actor("member2"), at=AT)
        assert not InterestDeclaration.objects.exists()
        assert list_history(walk.meeting)[0].code == "councils.interest.withdraw"

    def test_not_after_voting(self, walk):
        steps.open_vote(walk)
        steps.vote(walk, "member2")
        with pytest.raises(CouncilError, match="đã bỏ phiếu"):
            self.declare(walk)

    def test_not_after_the_count(self, walk):
        steps.open_vote(walk)
        for key in ("member1", "member3", "member4", "member5"):
            steps.vote(walk, key)
        steps.close_vote(walk)
        with pytest.raises(CouncilError, match="đã kiểm phiếu"):
            self.declare(walk)


def test_meetings_are_found_without_diacritics(walk):
    rows = list(list_meetings((walk.world.commune.pk,)))
    assert search_meetings(rows, "xet khen THUONG") == [walk.meeting]
    assert search_meetings(rows, "sáng kiến") == []
    assert list(list_meetings((walk.world.department.pk,))) == []
