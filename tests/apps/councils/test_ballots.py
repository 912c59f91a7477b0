"""The secret ballot: one paper each, counted right, and nothing stored that tells who chose what (N5)."""

import json

import pytest
from django.apps import apps
from django.core import serializers
from django.db import transaction

from tests.factories import council_walk as steps
from tests.factories.council_walk import AT
from tests.factories.world import actor_for
from thidua.core.access import SYSTEM
from thidua.core.workflow import WrongState
from thidua.councils.actions import ballots, interests
from thidua.councils.actions.ballots import Choice
from thidua.councils.errors import BallotError, CouncilError
from thidua.councils.models import AgendaItem, BallotBox, VoterMark
from thidua.journal.models import JournalEntry


@pytest.fixture
def walk(world):
    """Voting is open; member4 is absent."""
    return steps.open_vote(steps.plan_meeting(steps.nominate(steps.found_council(world))), absent=("member4",))


def counters(walk):
    return BallotBox.objects.values_list("yes", "no", "blank", "recused").get(item=walk.item("teacher"))


def test_a_paper_is_counted_once(walk):
    assert steps.vote(walk, "member1", Choice.YES) is True
    assert steps.vote(walk, "member1", Choice.NO) is False
    assert counters(walk) == (1, 0, 0, 0)
    assert JournalEntry.objects.filter(code="councils.ballot.cast").count() == 1


@pytest.mark.parametrize(("choice", "expected"), [("yes", (1, 0, 0, 0)), ("no", (0, 1, 0, 0)), ("blank", (0, 0, 1, 0))])
def test_each_choice_has_its_counter(walk, choice, expected):
    steps.vote(walk, "member1", Choice(choice))
    assert counters(walk) == expected


def refused(walk, key, message, choices=None):
    before = list(BallotBox.objects.values()), VoterMark.objects.count(), JournalEntry.objects.count()
    by = actor_for(walk.world.users[key], steps.HELD_ON)
    choices = {walk.item("teacher").pk: Choice.YES} if choices is None else choices
    with pytest.raises(BallotError, match=message):
        ballots.cast(meeting=walk.meeting, choices=choices, by=by, at=AT)
    assert (list(BallotBox.objects.values()), VoterMark.objects.count(), JournalEntry.objects.count()) == before


@pytest.mark.parametrize("key", ["commune_head", "commune_secretary", "teacher", "outsider", "administrator"])
def test_who_is_no_member_cannot_vote(walk, key):
    refused(walk, key, "Chỉ thành viên Hội đồng")


def test_the_system_cannot_vote(walk):
    with pytest.raises(BallotError, match="Chỉ thành viên"):
        ballots.cast(meeting=walk.meeting, choices={}, by=SYSTEM, at=AT)


def test_an_absent_member_cannot_vote(walk):
    refused(walk, "member4", "chưa được điểm danh")


@pytest.mark.parametrize("wrong", ["nothing", "other item", "hands item", "more"])
def test_a_paper_that_does_not_fit_is_refused(walk, wrong):
    paper, hands = walk.item("teacher").pk, walk.item("section").pk
    choices = {
        "nothing": {}, "other item": {10**6: Choice.YES}, "hands item": {hands: Choice.YES},
        "more": {paper: Choice.YES, hands: Choice.NO},
    }[wrong]  # fmt: skip
    refused(walk, "member1", "Phiếu không khớp", choices)


def test_no_vote_before_the_opening_and_after_the_count(world):
    walk = steps.plan_meeting(steps.nominate(steps.found_council(world)))
    refused_before = {walk.item("teacher").pk: Choice.YES}
    with pytest.raises(BallotError, match="không trong thời gian bỏ phiếu"):
        ballots.cast(meeting=walk.meeting, choices=refused_before, by=walk.actor("member1"), at=AT)
    steps.open_vote(walk)
    for key in ("member1", "member2", "member3", "member5"):
        steps.vote(walk, key)
    steps.close_vote(walk)
    with pytest.raises(BallotError, match="không trong thời gian bỏ phiếu"):
        steps.vote(walk, "member4")


class TestRecusal:
    def test_a_member_does_not_vote_on_themselves(self, world):
        walk = steps.nominate(steps.found_council(world))
        steps.add_nomination(walk.dossier, "CSTDCS", person=world.people["member2"])
        steps.open_vote(steps.plan_meeting(walk))
        own = walk.item("member2")
        choices = {own.pk: Choice.YES, walk.item("teacher").pk: Choice.YES}
        with pytest.raises(BallotError, match="Phiếu không khớp"):
            ballots.cast(meeting=walk.meeting, choices=choices, by=walk.actor("member2"), at=AT)
        for key in walk.members:
            assert steps.vote(walk, key)
        steps.close_vote(walk)
        own.refresh_from_db()
        # four of five members are 80 percent: staying out does not lower the denominator, nor does it count as yes
        assert (own.yes, own.no, own.blank, own.recused, own.is_carried) == (4, 0, 0, 1, True)

    def test_a_declared_interest_keeps_the_member_out_of_that_item_only(self, walk):
        interests.declare(
            meeting=walk.meeting, member=walk.members["member1"], person=walk.world.people["teacher"], relation="Anh",
            by=walk.actor("member1"), at=AT,
        )  # fmt: skip
        assert ballots.cast(meeting=walk.meeting, choices={}, by=walk.actor("member1"), at=AT)
        assert counters(walk) == (0, 0, 0, 1)


class TestCount:
    def hands(self, walk, yes, no):
        return {item.pk: (yes, no) for item in walk.meeting.items.exclude(method="BALLOT")}

    def close(self, walk, hands):
        return ballots.close(meeting=walk.meeting, hands=hands, by=SYSTEM, at=AT)

    def vote_all(self, walk, *choices):
        for key, choice in zip(("member1", "member2", "member3", "member5"), choices, strict=True):
            steps.vote(walk, key, choice)

    @pytest.mark.parametrize(
        ("choices", "carried"),
        [
            (("yes", "yes", "yes", "yes"), True),  # 4 of all 5 members: 80 percent
            (("yes", "yes", "yes", "no"), False),
            (("yes", "yes", "yes", "blank"), False),
        ],
    )
    def test_the_threshold_counts_all_members_absent_ones_too(self, walk, choices, carried):
        self.vote_all(walk, *map(Choice, choices))
        self.close(walk, self.hands(walk, 4, 0))
        item = walk.item("teacher")
        assert item.is_carried is carried
        assert item.yes == choices.count("yes")

    def test_hands_need_more_than_half_of_those_present(self, walk):
        self.vote_all(walk, *[Choice.YES] * 4)
        self.close(walk, {walk.item("school_secretary").pk: (3, 1), walk.item("section").pk: (2, 1)})
        carried, not_carried = walk.item("school_secretary"), walk.item("section")
        assert (carried.yes, carried.no, carried.blank, carried.is_carried) == (3, 1, 0, True)
        assert (not_carried.yes, not_carried.no, not_carried.blank, not_carried.is_carried) == (2, 1, 1, False)

    @pytest.mark.parametrize(("yes", "no"), [(5, 0), (3, 2), (-1, 0)])
    def test_more_hands_than_people_are_refused(self, walk, yes, no):
        self.vote_all(walk, *[Choice.YES] * 4)
        with pytest.raises(CouncilError, match="nhiều hơn 4 người"):
            self.close(walk, self.hands(walk, yes, no))
        assert not AgendaItem.objects.exclude(is_carried=None).exists()

    def test_missing_hands_are_named(self, walk):
        self.vote_all(walk, *[Choice.YES] * 4)
        with pytest.raises(CouncilError, match="Chưa nhập kết quả giơ tay của “Tổ Khoa học tự nhiên”"):
            self.close(walk, {})

    def test_too_few_papers_are_not_counted(self, walk):
        steps.vote(walk, "member1")
        with pytest.raises(CouncilError, match="Mới có 1 phiếu; cần ít nhất 4/5"):
            self.close(walk, self.hands(walk, 4, 0))
        walk.meeting.refresh_from_db()
        assert walk.meeting.state == "voting"

    def test_the_count_happens_once(self, walk):
        self.vote_all(walk, *[Choice.YES] * 4)
        self.close(walk, self.hands(walk, 4, 0))
        with pytest.raises(WrongState, match="Đã kiểm phiếu"):
            self.close(walk, self.hands(walk, 0, 4))
        assert walk.item("section").yes == 4


def whole_database() -> dict:
    """Every row of every table as text, by model; the journal's hashes, which cover the moments, left out."""
    rows = {}
    for model in apps.get_models():
        for row in json.loads(serializers.serialize("json", model.objects.order_by("pk"))):
            fields = {
                name: value
                for name, value in row["fields"].items()
                if name not in {"hash", "previous_hash", "last_hash"}
            }
            rows[model._meta.label, row["pk"]] = fields
    return rows


def cast_pattern(walk, pattern) -> dict:
    """The database after the members voted so, seen from inside a transaction that is undone."""
    with transaction.atomic():
        for key, choice in pattern:
            steps.vote(walk, key, choice)
        seen = whole_database()
        transaction.set_rollback(True)
    return seen


def test_nothing_but_the_counters_differs_whoever_chose_what(walk):
    """Two members swap their choices: the whole database is the same. One choice differs: only counters differ."""
    yes, no = Choice.YES, Choice.NO
    order = ("member1", "member2", "member3", "member5")
    first = cast_pattern(walk, zip(order, (yes, yes, no, yes), strict=True))
    swapped = cast_pattern(walk, zip(order, (no, yes, yes, yes), strict=True))
    assert _without_keys(first) == _without_keys(swapped)
    other = cast_pattern(walk, zip(order, (yes, yes, yes, yes), strict=True))
    differing = {label for label, _ in _differences(first, other)}
    assert differing == {"councils.BallotBox"}
    assert VoterMark.objects.count() == 0


def _without_keys(rows: dict) -> dict[str, list]:
    """By model, so that ids handed out after a rollback do not matter."""
    found: dict[str, list] = {}
    for (label, _), fields in rows.items():
        found.setdefault(label, []).append(json.dumps(fields, sort_keys=True))
    return {label: sorted(values) for label, values in found.items()}


def _differences(first: dict, other: dict):
    before, after = _without_keys(first), _without_keys(other)
    return [(label, None) for label in before.keys() | after.keys() if before.get(label) != after.get(label)]


def test_the_journal_of_a_paper_holds_no_choice(walk):
    steps.vote(walk, "member1", Choice.NO)
    entry = JournalEntry.objects.get(code="councils.ballot.cast")
    assert (entry.actor_name, entry.data, entry.reason) == ("Mai Thị Hội Một", {}, "")


def test_no_table_joins_a_member_to_a_choice():
    fields = {field.name for field in VoterMark._meta.get_fields()}
    assert fields == {"id", "meeting", "member"}
    assert {field.name for field in BallotBox._meta.get_fields()} == {"id", "item", "yes", "no", "blank", "recused"}
