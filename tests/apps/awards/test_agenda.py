"""Nominations on the agenda and the council's results on the dossiers (N2, N5)."""

from datetime import date

import pytest

from tests.factories import council_walk as steps
from tests.factories.council_walk import AT, HELD_ON
from tests.factories.world import add_unit
from thidua.awards.actions import agenda
from thidua.awards.errors import AwardsError
from thidua.awards.models import Dossier, Nomination
from thidua.awards.queries.agenda import list_waiting_dossiers
from thidua.core.access import SYSTEM
from thidua.councils.actions import meetings
from thidua.councils.actions.ballots import Choice
from thidua.councils.models import AgendaItem
from thidua.journal.models import JournalEntry
from thidua.journal.queries.history import list_history
from thidua.orgs.models import UnitKind


@pytest.fixture
def walk(world):
    return steps.nominate(steps.found_council(world))


def plan(walk, title="Họp", held_on=HELD_ON):
    return meetings.plan(council=walk.council, title=title, held_on=held_on, place="P1", by=SYSTEM, at=AT)


def fill(meeting, *dossiers):
    return agenda.fill(meeting=meeting, dossiers=dossiers, by=SYSTEM, at=AT)


def test_each_nomination_becomes_an_item_with_the_vote_of_the_law(walk):
    meeting = plan(walk)
    assert fill(meeting, walk.dossier) == 3
    rows = [
        (item.ordinal, item.title, item.honour_title, item.method, item.percent, item.of_all_members)
        for item in meeting.items.order_by("ordinal")
    ]
    assert rows == [
        (1, "Tổ Khoa học tự nhiên", "Tập thể lao động tiên tiến", "SHOW_OF_HANDS", 50, False),
        (2, "Lê Thị Ánh", "Lao động tiên tiến", "SHOW_OF_HANDS", 50, False),
        (3, "Nguyễn Văn An", "Chiến sĩ thi đua cơ sở", "BALLOT", 80, True),
    ]
    assert meeting.items.get(ordinal=3).candidate_person == walk.world.people["teacher"]
    assert Nomination.objects.get(honour="CSTDCS").agenda_item.ordinal == 3


def test_filling_twice_adds_nothing(walk):
    meeting = plan(walk)
    fill(meeting, walk.dossier)
    entries = JournalEntry.objects.count()
    assert fill(meeting, walk.dossier) == 0
    assert AgendaItem.objects.count() == 3
    assert JournalEntry.objects.count() == entries


def test_a_dossier_stands_on_one_agenda_only(walk):
    fill(plan(walk), walk.dossier)
    assert fill(plan(walk, "Họp khác"), walk.dossier) == 0


def test_taking_a_dossier_off_frees_it(walk):
    meeting = plan(walk)
    fill(meeting, walk.dossier)
    assert list(list_waiting_dossiers(walk.world.commune.pk)) == []
    assert agenda.remove(meeting=meeting, dossier=walk.dossier, by=SYSTEM, at=AT) == 3
    assert list(list_waiting_dossiers(walk.world.commune.pk)) == [walk.dossier]
    assert fill(plan(walk, "Họp khác"), walk.dossier) == 3
    assert list_history(meeting)[0].code == "awards.agenda.remove"


@pytest.mark.parametrize("state", ["draft", "submitted", "returned", "voted", "decided"])
def test_only_accepted_dossiers_come_before_the_council(walk, state):
    Dossier.objects.update(state=state)
    with pytest.raises(AwardsError, match="cần “Đã thẩm định”"):
        fill(plan(walk), walk.dossier)
    assert not AgendaItem.objects.exists()


def test_a_dossier_of_another_deciding_unit_is_refused(walk):
    other = steps.add_dossier(walk.world, decided_by=walk.world.other_commune)
    with pytest.raises(AwardsError, match="không thuộc thẩm quyền"):
        fill(plan(walk), other)


def test_honours_voted_under_another_text_are_refused(walk):
    steps.add_nomination(walk.dossier, "NGUT", person=walk.world.people["school_head"])
    with pytest.raises(AwardsError, match="Nhà giáo Ưu tú bỏ phiếu theo văn bản riêng"):
        fill(plan(walk), walk.dossier)
    assert not AgendaItem.objects.exists()


def test_the_agenda_closes_with_the_opening_of_the_vote(walk):
    steps.open_vote(steps.plan_meeting(walk))
    other = steps.add_dossier(walk.world)
    with pytest.raises(AwardsError, match="Đã mở bỏ phiếu"):
        fill(walk.meeting, other)
    with pytest.raises(AwardsError, match="Đã mở bỏ phiếu"):
        agenda.remove(meeting=walk.meeting, dossier=walk.dossier, by=SYSTEM, at=AT)


def test_ministry_units_vote_by_ballot_on_everything(walk, world):
    """07/2026/TT-BGDĐT Điều 19 khoản 5: units of the Ministry vote by ballot, 80 percent of all members."""
    ministry = add_unit("BO", "Bộ Giáo dục và Đào tạo", UnitKind.MINISTRY, "BGDĐT")
    university = add_unit("DH", "Trường Đại học Thanh Lâm", UnitKind.UNIVERSITY, "ĐHTL", managed_by=ministry)
    dossier = steps.add_dossier(world, unit=university)
    steps.add_nomination(dossier, "LDTT", person=world.people["teacher"])
    meeting = plan(walk)
    fill(meeting, dossier)
    item = meeting.items.get()
    assert (item.method, item.percent, item.of_all_members) == ("BALLOT", 80, True)


class TestResults:
    def count(self, walk, choice):
        steps.open_vote(steps.plan_meeting(walk))
        for key in walk.members:
            steps.vote(walk, key, choice)
        return steps.close_vote(walk)

    @pytest.mark.parametrize(("choice", "carried"), [(Choice.YES, True), (Choice.NO, False)])
    def test_they_are_written_on_nominations_and_the_dossier_moves_on(self, walk, choice, carried):
        self.count(walk, choice)
        assert Nomination.objects.get(honour="CSTDCS").is_carried is carried
        assert Nomination.objects.get(honour="LDTT").is_carried is True
        assert walk.dossier.state == "voted"
        assert list_history(walk.dossier)[0].code == "awards.dossier.vote"

    def test_taking_them_over_twice_changes_nothing(self, walk):
        self.count(walk, Choice.YES)
        entries = JournalEntry.objects.count()
        assert agenda.record_results(meeting=walk.meeting, by=SYSTEM, at=AT) == []
        assert JournalEntry.objects.count() == entries

    def test_a_dossier_with_something_left_to_vote_stays(self, walk):
        steps.open_vote(steps.plan_meeting(walk))
        steps.add_nomination(walk.dossier, "GK", person=walk.world.people["school_head"])
        for key in walk.members:
            steps.vote(walk, key)
        steps.close_vote(walk)
        assert walk.dossier.state == "accepted"

    def test_a_failed_count_leaves_the_dossier(self, walk):
        steps.open_vote(steps.plan_meeting(walk))
        with pytest.raises(Exception, match="Mới có 0 phiếu"):
            steps.close_vote(walk)
        walk.dossier.refresh_from_db()
        assert walk.dossier.state == "accepted"
        assert not Nomination.objects.exclude(is_carried=None).exists()


def test_the_vote_follows_the_date_of_the_dossier(walk):
    Dossier.objects.update(received_on=date(2023, 6, 1))
    fill(plan(walk), walk.dossier)
    assert AgendaItem.objects.get(method="BALLOT").percent == 80
