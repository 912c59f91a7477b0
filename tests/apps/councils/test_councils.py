"""Councils and their members over time (N5)."""

from datetime import date

import pytest

from tests.factories.council_walk import AT, found_council
from tests.factories.world import add_person
from thidua.accounts.models import RoleAssignment
from thidua.core.access import SYSTEM, Role
from thidua.councils.actions import councils
from thidua.councils.errors import CouncilError
from thidua.councils.models import Council, CouncilMember
from thidua.councils.queries.councils import list_members
from thidua.journal.queries.history import list_history


def add(walk, person, role="member", starts_on=date(2026, 1, 1)):
    return councils.add_member(council=walk.council, person=person, role=role, starts_on=starts_on, by=SYSTEM, at=AT)


def test_a_unit_has_one_council(world):
    found_council(world)
    with pytest.raises(CouncilError, match="đã có “Hội đồng"):
        councils.establish(
            unit=world.commune, name="Hội đồng khác", symbol="HĐ", starts_on=date(2026, 1, 1), by=SYSTEM, at=AT
        )
    assert Council.objects.count() == 1


def test_members_stand_in_order_of_rank(world):
    walk = found_council(world)
    roles = [member.role for member in list_members(walk.council.pk, date(2026, 1, 1))]
    assert roles == ["chair", "member", "member", "member", "secretary"]


def test_a_member_with_an_account_may_vote_from_that_day(world):
    walk = found_council(world)
    add(walk, world.people["commune_head"])
    held = RoleAssignment.objects.get(user=world.users["commune_head"], role=Role.COUNCIL_MEMBER)
    assert (held.unit_id, held.starts_on) == (world.commune.pk, date(2026, 1, 1))
    assert list_history(walk.council)[0].code == "councils.member.add"


def test_the_role_is_given_once(world):
    found_council(world)  # the members held it before
    assert RoleAssignment.objects.filter(user=world.users["member1"], role=Role.COUNCIL_MEMBER).count() == 1


def test_a_member_without_account_is_named_all_the_same(world):
    walk = found_council(world)
    person = add_person("X9", "Ngô Thị Không", world.commune, "Công chức")
    assert add(walk, person).person_id == person.pk


@pytest.mark.parametrize(
    ("key", "role", "starts_on", "message"),
    [
        ("member2", "member", date(2026, 1, 1), "đã là thành viên"),
        ("commune_head", "chair", date(2026, 1, 1), "đã có Chủ tịch: Mai Thị Hội Một"),
        ("commune_head", "secretary", date(2026, 1, 1), "đã có Uỷ viên, thư ký"),
        ("commune_head", "member", date(2025, 1, 1), "thành lập ngày 01/07/2025"),
    ],
)
def test_what_is_refused(world, key, role, starts_on, message):
    walk = found_council(world)
    with pytest.raises(CouncilError, match=message):
        add(walk, world.people[key], role, starts_on)
    assert CouncilMember.objects.count() == 5


def test_ending_a_membership_keeps_the_past_and_takes_the_vote(world):
    walk = found_council(world)
    member = walk.members["member3"]
    councils.end_member(member=member, ends_before=date(2026, 3, 1), reason="Nghỉ hưu", by=SYSTEM, at=AT)
    assert list_members(walk.council.pk, date(2026, 2, 28)).count() == 5
    assert list_members(walk.council.pk, date(2026, 3, 1)).count() == 4
    held = RoleAssignment.objects.get(user=world.users["member3"], role=Role.COUNCIL_MEMBER)
    assert held.ends_before == date(2026, 3, 1)
    with pytest.raises(CouncilError, match="đã thôi"):
        councils.end_member(member=member, ends_before=date(2026, 4, 1), reason="", by=SYSTEM, at=AT)


def test_an_end_before_the_beginning_is_refused(world):
    walk = found_council(world)
    with pytest.raises(CouncilError, match="phải sau ngày bắt đầu"):
        councils.end_member(member=walk.members["member3"], ends_before=date(2025, 7, 1), reason="", by=SYSTEM, at=AT)


def test_member_of_a_meeting_that_took_place_stays_its_member(world):
    council = councils.establish(
        unit=world.commune, name="Hội đồng", symbol="HĐTĐKT", starts_on=date(2026, 1, 1), by=SYSTEM, at=AT
    )
    member = councils.add_member(
        council=council, person=world.people["member1"], role="member", starts_on=date(2026, 1, 1), by=SYSTEM, at=AT
    )
    council.meetings.create(
        title="Xét khen thưởng", held_on=date(2026, 6, 1), place="Hội trường", state="voting", created_at=AT
    )
    with pytest.raises(CouncilError, match="đã họp từ ngày này"):
        councils.end_member(member=member, ends_before=date(2026, 6, 1), reason="Nghỉ", by=SYSTEM, at=AT)
    assert councils.end_member(member=member, ends_before=date(2026, 6, 2), reason="Nghỉ", by=SYSTEM, at=AT).ends_before
