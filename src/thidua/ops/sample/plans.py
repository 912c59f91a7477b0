"""Plans of the sample: from the package's data to drafts of movements."""

from datetime import date, datetime
from importlib.resources import files
from typing import Any

import yaml

from thidua.core.access import Actor
from thidua.core.law.acts import find
from thidua.core.plans.draft import items_of
from thidua.movements.actions import movements, parts, readings
from thidua.movements.actions.movements import MovementDetails
from thidua.movements.models import Movement, PlanReading
from thidua.orgs.models import Unit

_DATA = files("thidua.ops.sample") / "data"
_DETAILS = ("name", "kind", "period_kind", "starts_on", "ends_before", "theme", "purpose", "contents", "measures")


def load_movements() -> dict[str, dict[str, Any]]:
    """The movements of movements.yaml by key."""
    return yaml.safe_load((_DATA / "movements.yaml").read_text("utf-8"))


def read_plan(name: str) -> bytes:
    """One of the sample plans as a file that somebody uploads."""
    return (_DATA / name).read_bytes()


def draft_movement(unit: Unit, record: dict[str, Any], by: Actor, at: datetime) -> Movement:
    """A draft with bases, named movements, targets and tasks."""
    details = MovementDetails(**{name: record[name] for name in _DETAILS})
    movement = movements.draft(unit=unit, details=details, by=by, at=at)
    sections = {
        "bases": [_basis(number) for number in record["bases"]],
        "movements": record["named"],
        "targets": record["targets"],
        "tasks": [{**task, "due": task["due"].isoformat()} for task in record["tasks"]],
    }
    for section, items in sections.items():
        keyed = [{"key": f"moi-{place}", **item} for place, item in enumerate(items)]
        movement = parts.save(
            movement=movement, section=section, items=keyed, version=movement.version, by=by, at=at
        )  # fmt: skip
    return movement


def _basis(number: str) -> dict[str, Any]:
    act = find(number)
    assert act is not None
    dated = act.issued_on.isoformat() if act.issued_on else ""
    return {"kind": act.kind, "number": act.number, "date": dated, "issuer": act.issuer, "about": act.title}


def confirm_reading(
    reading: PlanReading, name: str, starts_on: date, ends_before: date, by: Actor, at: datetime
) -> Movement:
    """The movement of an uploaded plan, after the person has tidied the targets and looked at every section."""
    targets = [{**item, "subject": item["subject"][:1].upper() + item["subject"][1:], "group": ""}
               for item in items_of(reading.draft, "targets")]  # fmt: skip
    version = reading.draft["sections"]["targets"]["version"]
    row = readings.save_section(
        reading=reading, section="targets", items=targets, version=version, reviewed=True, by=by, at=at
    )
    themes = items_of(row.draft, "theme")
    details = MovementDetails(
        name=name, kind=Movement.Kind.REGULAR, period_kind=Movement.PeriodKind.SCHOOL_YEAR, starts_on=starts_on,
        ends_before=ends_before, theme=themes[0]["text"] if themes else "",
        purpose="Tạo không khí thi đua sôi nổi ngay từ đầu năm học.\nKhen đúng người, đúng việc, ưu tiên người trực tiếp giảng dạy.",
    )  # fmt: skip
    return movements.confirm(reading=row, details=details, version=row.version, by=by, at=at)
