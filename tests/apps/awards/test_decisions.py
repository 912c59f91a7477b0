"""Decisions: what goes in, what stays out, what is paid, and that it happens once (N7)."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import council_walk as steps
from tests.factories.council_walk import DECIDED_AT, DECIDED_ON
from tests.factories.world import add_person
from thidua.awards.actions import decisions
from thidua.awards.errors import AwardsError
from thidua.awards.models import Award, AwardDecision, Dossier, Initiative
from thidua.awards.queries.awards import list_awards_of
from thidua.awards.queries.decisions import (
    list_draft_rows,
    list_not_carried,
    list_ready_dossiers,
    search_decisions,
    sum_money,
)
from thidua.core.access import SYSTEM, Actor
from thidua.core.workflow import WrongState
from thidua.councils.actions.ballots import Choice
from thidua.journal.models import JournalEntry
from thidua.journal.queries.history import list_history
from thidua.orgs.actions import units
from thidua.orgs.actions.units import UnitDescription
from thidua.orgs.models import HoldRecord
from thidua.records.models import OfficialDocument


def vote_on(world, *nominations):
    """A voted dossier with (honour, person key or unit) and the walk that led there; everything is carried."""
    walk = steps.found_council(world)
    walk.dossier = steps.add_dossier(world)
    for honour, who in nominations:
        subject = {"person": world.people[who]} if isinstance(who, str) else {"collective": who}
        steps.add_nomination(walk.dossier, honour, **subject)
    steps.open_vote(steps.plan_meeting(walk))
    for key in walk.members:
        steps.vote(walk, key)
    return steps.close_vote(walk)


def prepare(walk, *dossiers, title="Khen thưởng năm học 2025-2026"):
    chosen = dossiers or [walk.dossier]
    return decisions.prepare(unit=walk.world.commune, title=title, dossiers=chosen, by=SYSTEM, at=DECIDED_AT)


def issue(walk, decision, on=DECIDED_ON, at=DECIDED_AT, key="commune_head"):
    return decisions.issue(decision=decision, on=on, by=walk.actor(key, on), at=at)


class TestDraft:
    def test_it_holds_what_was_carried_and_shows_what_was_not(self, world):
        walk = steps.open_vote(steps.plan_meeting(steps.nominate(steps.found_council(world))))
        for key in walk.members:
            steps.vote(walk, key, Choice.NO)
        steps.close_vote(walk)
        decision = prepare(walk)
        assert [row.honour.code for row in list_draft_rows(decision, DECIDED_ON)] == ["TTLDTT", "LDTT"]
        assert [row.honour for row in list_not_carried(decision)] == ["CSTDCS"]
        assert decision.meeting == walk.meeting

    @pytest.mark.parametrize(
        ("on", "base", "amount"),
        [(date(2026, 6, 30), 2_340_000, 2_340_000), (date(2026, 7, 1), 2_530_000, 2_530_000)],
    )
    def test_the_money_follows_the_day(self, world, on, base, amount):
        walk = vote_on(world, ("CSTDCS", "teacher"))
        (row,) = list_draft_rows(prepare(walk), on)
        assert (row.money.base, row.amount, str(row.coefficient)) == (base, amount, "1.0")

    def test_no_sum_in_law_is_shown_as_none(self, world):
        walk = vote_on(world, ("CSTDCS", "teacher"))
        (row,) = list_draft_rows(prepare(walk), date(2027, 3, 1))
        assert (row.money, row.amount) == (None, None)

    def test_of_two_titles_of_a_year_the_higher_is_paid_and_a_form_beside_them(self, world):
        walk = vote_on(world, ("LDTT", "teacher"), ("CSTDCS", "teacher"), ("GK", "teacher"))
        rows = {row.honour.code: row.amount for row in list_draft_rows(prepare(walk), DECIDED_ON)}
        assert rows == {"LDTT": 0, "CSTDCS": 2_530_000, "GK": 760_000}

    def test_queries_do_not_grow_with_the_list(self, world):
        counts = []
        walk = vote_on(world, ("LDTT", "teacher"))
        decision = prepare(walk)
        for number in range(3):
            with CaptureQueriesContext(connection) as queries:
                rows = list_draft_rows(decision, DECIDED_ON)
            counts.append(len(queries))
            person = add_person(f"N{number}", "Vũ Thị Mới", world.school, "Giáo viên")
            nomination = steps.add_nomination(walk.dossier, "LDTT", person=person)
            nomination.is_carried = True
            nomination.save()
        assert len(rows) == 3
        assert len(set(counts)) == 1

    def test_a_dossier_stands_in_one_draft_only(self, world):
        walk = vote_on(world, ("LDTT", "teacher"))
        prepare(walk)
        assert list(list_ready_dossiers(world.commune.pk)) == []
        with pytest.raises(AwardsError, match="đã nằm trong dự thảo khác"):
            prepare(walk)
        assert AwardDecision.objects.count() == 1

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"state": "accepted"}, "không còn chờ quyết định"),
            ({"state": "decided"}, "không còn chờ quyết định"),
            ({"year": "2024-2025"}, "phải cùng năm xét"),
        ],
    )
    def test_what_is_refused(self, world, change, message):
        walk = vote_on(world, ("LDTT", "teacher"))
        other = steps.add_dossier(world, title="Hồ sơ khác")
        nomination = steps.add_nomination(other, "LDTT", person=world.people["school_head"])
        nomination.is_carried = True
        nomination.save()
        Dossier.objects.filter(pk=other.pk).update(**{"state": "voted", **change})
        with pytest.raises(AwardsError, match=message):
            prepare(walk, walk.dossier, other)
        assert not AwardDecision.objects.exists()

    def test_an_empty_choice_is_refused(self, world):
        with pytest.raises(AwardsError, match="ít nhất một hồ sơ"):
            decisions.prepare(unit=world.commune, title="x", dossiers=[], by=SYSTEM, at=DECIDED_AT)

    def test_it_can_be_revised_and_thrown_away(self, world):
        walk = vote_on(world, ("LDTT", "teacher"))
        decision = prepare(walk)
        decisions.revise(decision=decision, title="Tên  mới", dossiers=[walk.dossier], by=SYSTEM, at=DECIDED_AT)
        decision.refresh_from_db()
        assert (decision.title, decision.search_title) == ("Tên mới", "ten moi")
        decisions.discard(decision=decision, reason="Lập lại", by=SYSTEM, at=DECIDED_AT)
        assert list(list_ready_dossiers(world.commune.pk)) == [walk.dossier]
        assert JournalEntry.objects.get(code="awards.decision.discard").reason == "Lập lại"

    def test_found_by_title_number_and_name_without_diacritics(self, world):
        walk = steps.reach_issued(world)
        for text in ("khen thuong nam hoc", "01/qd-ubnd", "NGUYEN VAN AN"):
            assert list(search_decisions(AwardDecision.objects.all(), text)) == [walk.decision]
        assert list(search_decisions(AwardDecision.objects.all(), "khong co")) == []


class TestIssue:
    def test_a_second_click_changes_nothing(self, world):
        walk = steps.reach_issued(world)
        before = (Award.objects.count(), OfficialDocument.objects.count(), JournalEntry.objects.count())
        with pytest.raises(WrongState, match="Đã ban hành"):
            issue(walk, walk.decision)
        assert (Award.objects.count(), OfficialDocument.objects.count(), JournalEntry.objects.count()) == before

    def test_issued_is_neither_revised_nor_discarded(self, world):
        walk = steps.reach_issued(world)
        with pytest.raises(AwardsError, match="đã ban hành"):
            decisions.revise(decision=walk.decision, title="x", dossiers=[walk.dossier], by=SYSTEM, at=DECIDED_AT)
        with pytest.raises(AwardsError, match="đã ban hành"):
            decisions.discard(decision=walk.decision, reason="x", by=SYSTEM, at=DECIDED_AT)
        assert AwardDecision.objects.count() == 1

    @pytest.mark.parametrize(
        ("on", "message"),
        [(date(2026, 7, 16), "không được ở tương lai"), (date(2026, 7, 9), "trước ngày họp Hội đồng 10/07/2026")],
    )
    def test_the_day_must_fit(self, world, on, message):
        walk = vote_on(world, ("LDTT", "teacher"))
        with pytest.raises(AwardsError, match=message):
            issue(walk, prepare(walk), on=on)
        assert not Award.objects.exists()

    @pytest.mark.parametrize("key", ["commune_secretary", "head", "teacher"])
    def test_who_holds_no_post_of_manager_in_the_unit_cannot_sign(self, world, key):
        walk = vote_on(world, ("LDTT", "teacher"))
        with pytest.raises(AwardsError, match="không giữ chức vụ lãnh đạo"):
            issue(walk, prepare(walk), key=key)
        assert not Award.objects.exists()

    def test_a_deputy_signs_for_the_head(self, world):
        walk = vote_on(world, ("LDTT", "teacher"))
        deputy = add_person("PCT", "Hà Văn Phó", world.commune, "Phó Chủ tịch", gender="M", is_manager=True)
        by = Actor(id=None, name=deputy.full_name, person_id=deputy.pk)
        decision = decisions.issue(decision=prepare(walk), on=DECIDED_ON, by=by, at=DECIDED_AT)
        signer = decision.document.content["signer"]
        assert (signer["capacity"], signer["position"], signer["name"]) == (
            "KT. Chủ tịch",
            "Phó Chủ tịch",
            "Hà Văn Phó",
        )
        assert Award.objects.get().decided_by == "Chủ tịch Uỷ ban nhân dân xã Mộc Sơn"

    def test_a_candidate_under_a_hold_waits_for_a_later_decision(self, world):
        walk = vote_on(world, ("LDTT", "teacher"), ("LDTT", "school_secretary"))
        hold = HoldRecord.objects.create(
            person=world.people["teacher"], reason="complaint", starts_on=date(2026, 7, 1), ends_before=date(2026, 8, 1)
        )
        issue(walk, prepare(walk))
        walk.dossier.refresh_from_db()
        assert [award.recipient_name for award in Award.objects.all()] == ["Lê Thị Ánh"]
        assert walk.dossier.state == "voted"
        later = datetime(2026, 8, 5, 2, tzinfo=UTC)
        second = decisions.prepare(unit=world.commune, title="Bổ sung", dossiers=[walk.dossier], by=SYSTEM, at=later)
        issue(walk, second, on=hold.ends_before, at=later)
        walk.dossier.refresh_from_db()
        assert walk.dossier.state == "decided"
        assert Award.objects.count() == 2

    def test_when_everybody_waits_there_is_no_decision(self, world):
        walk = vote_on(world, ("LDTT", "teacher"))
        HoldRecord.objects.create(person=world.people["teacher"], reason="press", starts_on=date(2026, 7, 1))
        with pytest.raises(AwardsError, match="Không có trường hợp nào"):
            issue(walk, prepare(walk))
        assert not OfficialDocument.objects.filter(kind="QĐ").exists()

    def test_names_stay_as_they_were_on_the_day(self, world):
        walk = steps.reach_issued(world)
        description = UnitDescription(
            "Trường THCS Tên Mới", "THCS", "THCSTM", "Mộc Sơn", world.commune.pk, world.department.pk
        )
        units.change(
            unit=world.school,
            description=description,
            starts_on=date(2026, 8, 1),
            reason="Đổi tên",
            by=SYSTEM,
            at=DECIDED_AT,
        )
        assert Award.objects.get(honour="CSTDCS").unit_name == "Trường THCS Mộc Sơn"
        assert sum_money(walk.decision) == 5_320_000

    def test_each_award_has_a_code_and_stands_in_the_history(self, world):
        walk = steps.reach_issued(world)
        assert len(set(Award.objects.values_list("code", flat=True))) == 3
        (award,) = list_awards_of(world.people["teacher"].pk)
        assert award.honour == "CSTDCS"
        entry = list_history(walk.decision)[0]
        assert (entry.code, entry.data["awards"], entry.data["money"]) == ("awards.decision.issue", 3, 5_320_000)


class TestInitiatives:
    """One initiative serves a title or a form, never both nor two forms (CV 5007/BNV-TĐKT)."""

    def rows(self, world, used_for, *honours):
        walk = steps.found_council(world)
        walk.dossier = steps.add_dossier(world)
        initiative = steps.add_initiative(world, world.people["teacher"], used_for=used_for)
        for honour in honours:
            nomination = steps.add_nomination(
                walk.dossier, honour, person=world.people["teacher"], initiative=initiative
            )
            nomination.is_carried = True
            nomination.save()
        Dossier.objects.update(state="voted")
        decision = prepare(walk)
        return walk, decision, {row.honour.code: row for row in list_draft_rows(decision, DECIDED_ON)}

    @pytest.mark.parametrize(
        ("used_for", "honours", "blocked"),
        [
            ("", ("CSTDCS",), set()),
            ("", ("CSTDCS", "BK_BT"), {"BK_BT"}),
            ("FORM:BK_BT", ("CSTDCS",), {"CSTDCS"}),
            ("TITLE:CSTDCS", ("BK_BT",), {"BK_BT"}),
            ("FORM:BK_BT", ("GK",), {"GK"}),
            ("TITLE:CSTDCS", ("CSTD_BT",), set()),  # two titles: disputed, a warning at most
        ],
    )
    def test_what_it_may_serve(self, world, used_for, honours, blocked):
        _, _, rows = self.rows(world, used_for, *honours)
        assert {code for code, row in rows.items() if row.clash} == blocked

    def test_what_is_blocked_is_left_out_and_the_first_use_stands(self, world):
        walk, decision, rows = self.rows(world, "", "CSTDCS", "BK_BT")
        assert "đã dùng để xét Chiến sĩ thi đua cơ sở" in rows["BK_BT"].clash
        issue(walk, decision)
        assert [award.honour for award in Award.objects.all()] == ["CSTDCS"]
        assert Initiative.objects.get().used_for == "TITLE:CSTDCS"

    def test_a_second_title_keeps_the_first_use(self, world):
        walk, decision, _ = self.rows(world, "TITLE:CSTDCS", "CSTD_BT")
        issue(walk, decision)
        assert Initiative.objects.get().used_for == "TITLE:CSTDCS"
