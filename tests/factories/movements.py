"""Movements for tests, made as they stand in the database after the walk that leads there."""

from datetime import date
from decimal import Decimal

from tests.factories.world import AT, World
from thidua.core.access import SYSTEM
from thidua.core.vietnamese.folding import fold
from thidua.movements.models import Movement, Target
from thidua.orgs.models import Unit
from thidua.records.actions import documents
from thidua.records.actions.documents import DocumentDraft


def make_movement(
    unit: Unit, *, name="Phong trào thi đua năm 2026", parent=None, on=date(2026, 1, 15), launched=True
) -> Movement:
    """A movement of the calendar year of `on`; launched ones have an issued plan."""
    plan = None
    if launched:
        content = {"kind": "KH", "issuer": "Sở Giáo dục và Đào tạo", "symbol": "KH-SGDĐT", "subject": name, "body": []}
        draft = DocumentDraft(kind="KH", symbol="KH-SGDĐT", subject=name, content=content)
        plan = documents.issue(
            document=documents.draft(unit=unit, draft=draft, by=SYSTEM, at=AT), on=on, by=SYSTEM, at=AT
        )
    return Movement.objects.create(
        unit=unit,
        name=name,
        search_name=fold(name),
        starts_on=date(on.year, 1, 1),
        ends_before=date(on.year + 1, 1, 1),
        parent=parent,
        plan=plan,
        state="launched" if launched else "draft",
        created_at=AT,
        launched_at=AT if launched else None,
    )


def make_target(
    movement: Movement, *, subject="Học sinh tham gia bảo hiểm y tế", value="95", unit="%", parent=None, **more
) -> Target:
    """A target `>= value` of the movement, after those it has."""
    values = {"comparator": ">=", **more}
    return Target.objects.create(
        movement=movement, ordinal=movement.targets.count() + 1, subject=subject, value=Decimal(value), unit=unit, parent=parent, **values
    )  # fmt: skip


def cast_schools(world: World) -> list[Unit]:
    return [world.school, world.other_school, world.upper_school]
