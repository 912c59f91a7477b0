"""Papers handed in at the same moment, over connections of their own: one paper per member, none lost (N5)."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from tests.factories import council_walk as steps
from thidua.awards.actions import agenda
from thidua.core.workflow import WrongState
from thidua.councils.actions.ballots import Choice
from thidua.councils.models import BallotBox, VoterMark
from thidua.journal.models import JournalEntry
from thidua.journal.queries.history import find_broken_link


def together(*calls):
    """Run the calls at once, each in a thread with a connection of its own; their results in order."""
    barrier = Barrier(len(calls))

    def run(call):
        try:
            barrier.wait(timeout=10)
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result(timeout=60) for future in [pool.submit(run, call) for call in calls]]


def open_vote(world):
    return steps.open_vote(steps.plan_meeting(steps.nominate(steps.found_council(world))))


def test_one_member_on_two_phones_votes_once(committed_world):
    walk = open_vote(committed_world)
    results = together(
        lambda: steps.vote(walk, "member1", Choice.YES),
        lambda: steps.vote(walk, "member1", Choice.NO),
        lambda: steps.vote(walk, "member1", Choice.YES),
    )
    assert sorted(results) == [False, False, True]
    box = BallotBox.objects.get()
    assert box.yes + box.no + box.blank == 1
    assert VoterMark.objects.count() == 1
    assert JournalEntry.objects.filter(code="councils.ballot.cast").count() == 1


def test_members_voting_at_once_lose_no_paper(committed_world):
    walk = open_vote(committed_world)
    choices = dict(zip(walk.members, (Choice.YES, Choice.YES, Choice.NO, Choice.BLANK, Choice.YES), strict=True))
    calls = [lambda key=key, made=made: steps.vote(walk, key, made) for key, made in choices.items()]
    assert together(*calls) == [True] * 5
    box = BallotBox.objects.get()
    assert (box.yes, box.no, box.blank) == (3, 1, 1)
    assert find_broken_link() is None


def test_two_clicks_on_the_count_count_once(committed_world):
    walk = open_vote(committed_world)
    for key in walk.members:
        steps.vote(walk, key)
    hands = {item.pk: (5, 0) for item in walk.meeting.items.exclude(method="BALLOT")}
    by = walk.actor("commune_secretary")

    def close():
        try:
            agenda.close(meeting=walk.meeting, hands=hands, by=by, at=steps.AT)
        except WrongState:
            return "refused"
        return "counted"

    assert sorted(together(close, close)) == ["counted", "refused"]
    assert JournalEntry.objects.filter(code="councils.meeting.close").count() == 1
