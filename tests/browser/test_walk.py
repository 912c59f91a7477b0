"""From a plan's file to an award that anybody can check: the whole walk in one go, on a fresh sample province."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.browser import walk_awards, walk_council, walk_decision, walk_plan
from tests.browser.office import Office


def test_from_the_plan_to_the_award(office: Office):
    today = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
    walk_plan.sign_in(office)
    walk_plan.upload_text_and_discard(office)
    walk_plan.read_plan(office, today)
    walk_plan.launch(office, today)
    walk_plan.answer(office)
    walk_plan.follow_targets(office, today)
    walk_awards.register(office)
    walk_awards.enter_facts(office, today)
    dossier = walk_awards.nominate(office, today)
    walk_awards.appraise(office, dossier)
    meeting = walk_council.meet(office, today, dossier)
    walk_council.vote(office, meeting)
    walk_council.count(office, meeting)
    codes = walk_decision.decide(office, today, dossier)
    address = walk_decision.look_in_public(office, codes)
    walk_decision.revoke(office, today, address)
