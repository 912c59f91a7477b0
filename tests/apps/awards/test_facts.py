"""What is gathered for the law: people, collectives, units, and how many queries that takes."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.dossiers import (
    JUNE,
    YEAR,
    actor,
    add_award,
    add_collective_facts,
    add_facts,
    add_initiative,
    add_teachers,
    make_dossier,
)
from tests.factories.world import AT, REFORM
from thidua.awards.actions import nominations
from thidua.awards.facts import Candidate, gather, gather_case, gather_cases, tally_members
from thidua.awards.models import AwardDecision, Nomination, Revocation, TitleRegistration
from thidua.core.access import SYSTEM
from thidua.core.law.facts import Discipline, Hold, MemberFacts, UnitFacts
from thidua.core.time.years import Year
from thidua.orgs.actions import units
from thidua.orgs.actions.units import UnitDescription
from thidua.orgs.models import Area, DisciplineRecord, HoldRecord, UnitKind
from thidua.records.actions import documents
from thidua.records.actions.documents import DocumentDraft

TODAY = date(2026, 6, 10)


@pytest.fixture
def teacher(world):
    return world.people["teacher"]


def candidate(world, person, honour="CSTDCS", **more):
    values = {"key": person.pk, "honour": honour, "year": YEAR, "unit_id": world.school.pk, **more}
    return Candidate(person_id=person.pk, **values)


def facts_of(world, person, *, today=TODAY, **more):
    return gather_case(candidate(world, person, **more), today=today).facts


def collective(world, unit, **more):
    return Candidate(key=unit.pk, honour="TTLDTT", year=YEAR, unit_id=world.school.pk, collective_id=unit.pk, **more)


def test_what_nobody_entered_is_unknown(world, teacher):
    facts = facts_of(world, teacher)
    assert (facts.rating, facts.takes_part, facts.registered, facts.months_worked) == (None, None, None, None)
    assert (facts.sanctions, facts.leads_block) == (None, None)
    assert (facts.discipline, facts.holds, facts.initiatives, facts.history) == ((), (), (), ())


def test_a_year_as_entered(world, teacher):
    add_facts(teacher, world.school, rating="HTXS", months_worked="9.5", leave_working_days=3, maternity_days=180)
    add_facts(teacher, world.school, year="2024-2025", rating="HTT")
    add_facts(teacher, world.school, year="2026-2027", rating="KHT")
    facts = facts_of(world, teacher)
    assert (facts.rating, facts.takes_part) == ("HTXS", True)
    assert (facts.months_worked, facts.leave_working_days, facts.maternity_days) == (Fraction(19, 2), 3, 180)
    assert facts.ratings == {Year(2024, is_school_year=True): "HTT"}
    assert (facts.gender, facts.is_manager) == ("F", False)


def test_spans_of_discipline_and_holds_include_their_last_day(world, teacher):
    DisciplineRecord.objects.create(
        person=teacher, level="canh_cao", starts_on=date(2025, 1, 1), ends_before=date(2026, 1, 1), duty_related=True
    )
    HoldRecord.objects.create(person=teacher, reason="press", starts_on=date(2026, 6, 1))
    facts = facts_of(world, teacher)
    assert facts.discipline == (Discipline("canh_cao", date(2025, 1, 1), date(2025, 12, 31), True),)
    assert facts.holds == (Hold("press", date(2026, 6, 1), None),)


def test_history_keeps_revoked_awards_as_revoked_and_later_ones_out(world, teacher):
    kept = add_award(teacher, world.school, "LDTT", "2023-2024", date(2024, 7, 1))
    revoked = add_award(teacher, world.school, "CSTDCS", "2024-2025", date(2025, 7, 20))
    add_award(teacher, world.school, "BK_BT", "2025-2026", date(2026, 7, 1))
    content = {"kind": "QĐ", "issuer": "UBND", "subject": "Thu hồi"}
    draft = DocumentDraft(kind="QĐ", symbol="QĐ-UBND", subject="Thu hồi", content=content)
    document = documents.draft(unit=world.commune, draft=draft, by=SYSTEM, at=JUNE)
    Revocation.objects.create(
        award=revoked, ground="fraud", explanation="Khai sai", document=document, revoked_on=date(2026, 1, 5)
    )
    history = facts_of(world, teacher).history
    assert [(one.honour, one.revoked) for one in history] == [(kept.honour, False), ("CSTDCS", True)]


def test_the_award_of_the_nomination_itself_does_not_stand_against_it(world, teacher):
    work = add_initiative(teacher, world.school, used_for="TITLE:CSTDCS")
    row = make_dossier(world, teacher, honour="CSTDCS").nominations.get()
    Nomination.objects.filter(pk=row.pk).update(initiative=work)
    add_award(teacher, world.school, "CSTDCS", YEAR, date(2026, 6, 9), nomination=row)
    row = Nomination.objects.select_related("dossier").get()
    own = gather_cases([row], today=TODAY)[row.pk].facts
    assert own.history == ()
    assert own.initiatives[0].used_for is None
    other = facts_of(world, teacher)
    assert len(other.history) == 1
    assert other.initiatives[0].used_for == "TITLE:CSTDCS"


def test_initiatives_and_research_are_kept_apart(world, teacher):
    add_initiative(teacher, world.school, scope="bo_tinh", recognised_on=date(2026, 4, 1))
    add_initiative(teacher, world.school, "Đề tài", kind="research", recognised_on=date(2026, 5, 1))
    facts = facts_of(world, teacher)
    assert [(one.scope, one.recognised_on) for one in facts.initiatives] == [("bo_tinh", date(2026, 4, 1))]
    assert [one.accepted_on for one in facts.research] == [date(2026, 5, 1)]


def test_not_registered_is_known_only_where_registrations_are_kept(world, teacher):
    colleague = world.people["school_secretary"]
    assert facts_of(world, teacher).registered is None
    row = TitleRegistration.objects.create(
        unit=world.school, person=colleague, year=YEAR, honour="LDTT", registered_at=AT
    )
    assert facts_of(world, teacher).registered is False
    assert facts_of(world, colleague).registered is True
    row.withdrawn_at = AT
    row.save()
    assert facts_of(world, colleague).registered is None


def test_years_in_the_sector_are_counted_to_the_day(world, teacher):
    assert facts_of(world, teacher, today=date(2025, 8, 31)).years_in_sector == 20
    assert facts_of(world, teacher, decided_on=date(2015, 8, 31)).years_in_sector == 10


def test_years_in_a_hard_area_count_while_somebody_is_there(world, teacher):
    assert facts_of(world, teacher).years_in_hard_area == 0
    hard = UnitDescription(
        "Trường THCS Mộc Sơn", UnitKind.LOWER_SECONDARY, "THCSMS", "Mộc Sơn", world.commune.pk, world.department.pk,
        Area.DIFFICULT,
    )  # fmt: skip
    units.change(
        unit=world.school, description=hard, starts_on=date(2026, 1, 1), reason="Xếp lại địa bàn", by=SYSTEM, at=AT
    )
    assert facts_of(world, teacher, today=date(2026, 6, 30)).years_in_hard_area == Fraction(1, 2)
    post = teacher.appointments.get()
    post.ends_before = date(2026, 7, 1)
    post.save()
    assert facts_of(world, teacher, today=date(2026, 8, 1)).years_in_hard_area is None


@pytest.mark.parametrize(
    ("who", "day", "expected"),
    [
        ("teacher", date(2025, 6, 30), UnitFacts("THCS", "district")), ("teacher", REFORM, UnitFacts("THCS", "commune")),
        ("block_head", TODAY, UnitFacts("THPT", "department")), ("head", TODAY, UnitFacts("SO", "department")),
        ("commune_head", TODAY, UnitFacts("XA", "commune")), ("outsider", TODAY, UnitFacts("TH", "commune")),
    ],
)  # fmt: skip
def test_kind_and_managing_body_are_those_of_the_day(world, who, day, expected):
    assert gather_case(candidate(world, world.people[who]), today=day).unit == expected


def test_a_section_counts_as_its_school(world):
    assert gather_case(collective(world, world.section), today=TODAY).unit == UnitFacts("THCS", "commune")


def test_members_are_counted_at_the_end_of_the_year(world, teacher):
    crowd = add_teachers(world.school, 2, section=world.section)
    leaver = crowd[0].appointments.get()
    leaver.ends_before = date(2026, 7, 31)
    leaver.save()
    today = date(2026, 8, 20)
    school, section = collective(world, world.school), collective(world, world.section)
    tallies = tally_members([school, section], today)
    assert (tallies[world.school.pk].counted_on, tallies[world.school.pk].total) == (date(2026, 7, 31), 4)
    assert tallies[world.section.pk].total == 1


def test_one_missing_rating_leaves_the_share_open_and_one_bad_one_settles_it(world, teacher):
    rated, weak = add_teachers(world.section, 2)
    add_facts(rated, world.school)
    case = gather_case(collective(world, world.section), today=TODAY)
    assert (case.facts.members.total, case.facts.members.at_least_ht) == (2, None)
    add_facts(weak, world.school, rating="KHT")
    assert gather_case(collective(world, world.section), today=TODAY).facts.members.at_least_ht == 1


def test_members_awarded_and_members_nominated_are_told_apart(world):
    one, two, three, four = add_teachers(world.section, 4)
    add_award(one, world.school, "LDTT", YEAR, date(2026, 6, 1))
    add_award(two, world.school, "CSTDCS", YEAR, date(2026, 6, 1))
    dossier = make_dossier(world, two, three, honour="LDTT")
    nominations.add(dossier=dossier, honour_code="LDTT", people=[four], by=actor(world, "school_secretary"), at=JUNE)
    dossier.nominations.filter(person=four).update(is_carried=False)
    DisciplineRecord.objects.create(person=four, level="canh_cao", starts_on=date(2026, 1, 1))
    here = tally_members([collective(world, world.section, dossier_id=dossier.pk)], TODAY)[world.section.pk]
    assert (here.awarded, here.pending) == ({"LDTT": 2, "CSTDCS": 1}, {"LDTT": 1, "CSTDCS": 0})
    assert here.as_facts() == MemberFacts(4, None, 3, 1, 1)
    elsewhere = tally_members([collective(world, world.section)], TODAY)[world.section.pk]
    assert elsewhere.pending == {"LDTT": 0, "CSTDCS": 0}


def test_what_a_council_passed_in_another_dossier_counts(world):
    (one,) = add_teachers(world.section, 1)
    make_dossier(world, one).nominations.update(is_carried=True)
    assert tally_members([collective(world, world.section)], TODAY)[world.section.pk].pending["LDTT"] == 1


def test_facts_of_a_collective(world):
    add_collective_facts(world.school, rating="HTXS")
    add_collective_facts(world.school, year="2024-2025", rating="HTT")
    HoldRecord.objects.create(unit=world.school, reason="inspection", starts_on=date(2026, 6, 1))
    facts = gather_case(collective(world, world.school), today=TODAY).facts
    assert (facts.rating, facts.takes_part, len(facts.holds)) == ("HTXS", True, 1)
    assert facts.ratings == {Year(2024, is_school_year=True): "HTT"}


def test_many_candidates_take_as_many_queries_as_one(world, teacher):
    crowd = [teacher, *add_teachers(world.school, 4)]
    for person in crowd:
        add_facts(person, world.school)
        add_initiative(person, world.school)
        add_award(person, world.school, "LDTT", "2024-2025", date(2025, 7, 1))
    counts = []
    for people in (crowd[:1], crowd):
        wanted = [
            candidate(world, person, honour, key=(person.pk, honour))
            for person in people
            for honour in ("LDTT", "CSTDCS")
        ]
        wanted += [collective(world, unit) for unit in (world.school, world.section)[: len(people)]]
        with CaptureQueriesContext(connection) as queries:
            assert len(gather(wanted, today=TODAY)) == len(wanted)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_decided_dossiers_are_seen_on_the_day_of_their_decision(world, teacher):
    dossier = make_dossier(world, teacher)
    content = {"kind": "QĐ", "issuer": "UBND", "subject": "Khen thưởng"}
    draft = DocumentDraft(kind="QĐ", symbol="QĐ-UBND", subject="Khen thưởng", content=content)
    document = documents.draft(unit=world.commune, draft=draft, by=SYSTEM, at=JUNE)
    decision = AwardDecision.objects.create(
        unit=world.commune, title="Khen", year=YEAR, state="issued", decided_on=date(2026, 6, 30), document=document,
        created_at=datetime(2026, 6, 30, tzinfo=UTC),
    )  # fmt: skip
    decision.dossiers.add(dossier)
    row = Nomination.objects.select_related("dossier").get()
    assert gather_cases([row], today=date(2026, 11, 1))[row.pk].decided_on == date(2026, 6, 30)
