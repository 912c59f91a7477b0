"""The tree of units over time (G1)."""

from datetime import date

import pytest

from tests.factories.world import AT, REFORM
from thidua.core.access import SYSTEM
from thidua.orgs.actions import units
from thidua.orgs.actions.units import UnitDescription, UnitError
from thidua.orgs.models import UnitKind
from thidua.orgs.queries.units import find_ancestor, get_scope, get_span, list_below, list_subordinates, search_spans

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def test_school_moves_from_district_to_commune(world):
    assert get_span(world.school.pk, BEFORE).managing_body == world.district
    assert get_span(world.school.pk, AFTER).managing_body == world.commune


def test_section_follows_its_school_and_keeps_its_history(world):
    assert world.district.pk in get_scope(world.section.pk, BEFORE).above
    after = get_scope(world.section.pk, AFTER).above
    assert world.commune.pk in after
    assert world.district.pk not in after


def test_department_sees_commune_schools_by_the_professional_line(world):
    ids = set(list_below((world.department.pk,), AFTER).values_list("unit_id", flat=True))
    assert world.school.pk in ids
    assert world.section.pk in ids
    assert world.province.pk not in ids


def test_commune_sees_only_its_own_schools(world):
    ids = set(list_below((world.commune.pk,), AFTER).values_list("unit_id", flat=True))
    assert ids == {world.commune.pk, world.school.pk, world.section.pk}


def test_dissolved_district_is_no_subordinate_afterwards(world):
    def names(on):
        return set(list_subordinates(world.department.pk, on).values_list("unit_id", flat=True))

    assert world.district.pk in names(BEFORE)
    assert world.district.pk not in names(AFTER)


def test_nearest_commune_above_a_section(world):
    assert find_ancestor(world.section.pk, UnitKind.COMMUNE, AFTER).unit == world.commune


@pytest.mark.parametrize("text", ["moc son", "Mộc Sơn", "THCS mộc"])
def test_search_with_and_without_diacritics(world, text):
    found = search_spans(list_below((world.commune.pk,), AFTER), text)
    assert world.school.pk in set(found.values_list("unit_id", flat=True))


def test_unit_cannot_stand_under_itself(world):
    description = UnitDescription("Sở", UnitKind.DEPARTMENT, "SGDĐT", "Thanh Lâm", managing_body_id=world.school.pk)
    with pytest.raises(UnitError, match="đang thuộc chính đơn vị này"):
        units.change(
            unit=world.department, description=description, starts_on=AFTER.replace(day=2), reason="", by=SYSTEM, at=AT
        )


def test_change_twice_on_one_day_is_refused(world):
    description = UnitDescription(
        "Trường mới", UnitKind.LOWER_SECONDARY, "X", "Mộc Sơn", managing_body_id=world.commune.pk
    )
    with pytest.raises(UnitError, match="ngày hiệu lực"):
        units.change(unit=world.school, description=description, starts_on=REFORM, reason="", by=SYSTEM, at=AT)
    assert get_span(world.school.pk, AFTER).name == "Trường THCS Mộc Sơn"
