"""What the plan of a movement says, gathered from its rows for `core.documents.builders.plan`."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from thidua.core.documents.builders.letterhead import Letterhead
from thidua.core.documents.builders.plan import PlanMilestone, PlanSection, PlanTarget, PlanText, build_plan
from thidua.core.documents.model import Document, Signer
from thidua.core.documents.parse import to_dict
from thidua.core.plans.period import describe_period, read_period
from thidua.core.plans.points import split_points, strip_marker
from thidua.core.plans.words import basis_words, target_words
from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.folding import fold
from thidua.movements.models import Movement, Task
from thidua.movements.queries.signers import get_signer
from thidua.orgs.models import UnitSpan
from thidua.orgs.queries.units import get_span
from thidua.records.actions.documents import DocumentDraft
from thidua.records.models import OfficialDocument

COUNCIL_SERIES = "HĐTĐKT"


@dataclass(frozen=True, slots=True)
class PlanHeader:
    """Thể thức kế hoạch: what the person decides about the document beside the movement's own content.

    `symbol` is the whole symbol (`KH-SGDĐT`); `recipients` one line each; `signer_capacity` as in `core.documents.model.Signer`.
    """

    subject: str
    symbol: str
    place: str
    issuer: str
    parent_body: str
    signer_name: str
    signer_position: str
    signer_capacity: str = ""
    recipients: tuple[str, ...] = ()


def get_header(movement: Movement, on: date) -> PlanHeader:
    """The header as saved with the draft of the plan; before that, as proposed from the file read and from the unit."""
    if movement.plan is not None:
        return _saved_header(movement.plan)
    span = get_span(movement.unit_id, on)
    signer = get_signer(movement.unit_id, on)
    proposed = _proposed(movement)
    council = _council(proposed.get("issuer"))
    return PlanHeader(
        subject=_sentence(proposed.get("subject")) or _subject(movement),
        symbol=f"KH-{COUNCIL_SERIES if council else span.symbol}",
        place=span.place,
        issuer=council or span.name,
        parent_body=span.name if council else _parent_name(span, on),
        signer_name=signer.name or proposed.get("signer_name") or "",
        signer_position=signer.position or proposed.get("signer_position") or "Thủ trưởng đơn vị",
        recipients=_recipients(movement),
    )


def compose_plan(movement: Movement, header: PlanHeader) -> Document:
    """The plan as a document tree, without number and date."""
    tasks = list(movement.tasks.order_by("ordinal"))
    purposes, requirements = _purposes(movement.purpose)
    text = PlanText(
        letterhead=Letterhead(header.issuer, header.symbol, header.place, header.parent_body),
        movement=movement.name,
        period="" if read_period(movement.name) else _period(movement),
        signer=Signer(header.signer_position, header.signer_name, header.signer_capacity),
        legal_bases=tuple(f"Căn cứ {line}" for line in _bases(movement)),
        theme=movement.theme.strip("“”\"' \n").replace("\n", "; "),
        purposes=purposes,
        requirements=requirements,
        contents=_contents(movement),
        targets=_targets(movement),
        milestones=_milestones(tasks),
        measures=_lines(movement.measures),
        assignments=_assignments(tasks),
        recipients=header.recipients,
    )
    return replace(build_plan(text), subject=header.subject, symbol=header.symbol)


def draft_plan(movement: Movement, header: PlanHeader) -> DocumentDraft:
    """The plan as `records` keeps it. A council's documents have their own number series."""
    return DocumentDraft(
        kind="KH",
        symbol=header.symbol,
        subject=header.subject,
        content=to_dict(compose_plan(movement, header)),
        series=COUNCIL_SERIES if header.symbol.endswith(COUNCIL_SERIES) else "VB",
        signer_name=header.signer_name,
        signer_position=header.signer_position,
    )


def _saved_header(plan: OfficialDocument) -> PlanHeader:
    content = plan.content
    signer = content.get("signer") or {}
    return PlanHeader(
        subject=plan.subject,
        symbol=plan.symbol,
        place=content.get("place", ""),
        issuer=content["issuer"],
        parent_body=content.get("parent_body", ""),
        signer_name=plan.signer_name,
        signer_position=plan.signer_position,
        signer_capacity=signer.get("capacity", ""),
        recipients=tuple(content.get("recipients", ())),
    )


def _proposed(movement: Movement) -> dict[str, Any]:
    if movement.reading is None:
        return {}
    header: dict[str, Any] = movement.reading.draft["sections"]["header"]["items"][0]
    return header


def _recipients(movement: Movement) -> tuple[str, ...]:
    if movement.reading is not None:
        items = movement.reading.draft["sections"]["recipients"]["items"]
        lines = tuple(item["text"] for item in items if not item["dropped"])
        if lines:
            return lines
    above = ("Cơ quan cấp trên (để báo cáo)",) if movement.parent_id else ()
    return (*above, "Các đơn vị trực thuộc (để thực hiện)", "Lưu: VT")


def _parent_name(span: UnitSpan, on: date) -> str:
    return get_span(span.managing_body_id, on).name if span.managing_body_id else ""


def _sentence(printed: str | None) -> str:
    """Words as printed may be all in capitals: the format decides about capitals, not the text."""
    text = " ".join((printed or "").split())
    return text.capitalize() if text.isupper() else text


def _council(issuer: str | None) -> str:
    """The council in whose name the unit's plan is issued; empty when the unit issues it itself."""
    return _sentence(issuer) if issuer and fold(issuer).startswith("hoi dong") else ""


def _period(movement: Movement) -> str:
    return describe_period(movement.period_kind, movement.starts_on, movement.ends_before)


def _subject(movement: Movement) -> str:
    name = movement.name
    known = name.lower().startswith(("phong trào", "cuộc vận động"))
    words = name[0].lower() + name[1:] if known else f"phong trào thi đua “{name}”"
    return f"Phát động {words}" + ("" if read_period(name) else f" {_period(movement)}")


def _bases(movement: Movement) -> list[str]:
    rows = movement.legal_bases.order_by("ordinal")
    return [basis_words(row.kind, row.number, row.dated, row.issuer, row.about) for row in rows]


def _lines(text: str) -> tuple[str, ...]:
    lines = (strip_marker(line) for line in text.splitlines())
    return tuple(line for line in lines if line)


def _purposes(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Purposes, and the requirements that follow a line “Yêu cầu”; lines that are only a heading are left out."""
    parts: dict[str, list[str]] = {"muc dich": [], "yeu cau": []}
    current = "muc dich"
    for line in _lines(text):
        heading = fold(line).rstrip(":. ")
        if heading in parts:
            current = heading
        elif heading != "muc dich, yeu cau":
            parts[current].append(line)
    return tuple(parts["muc dich"]), tuple(parts["yeu cau"])


def _contents(movement: Movement) -> tuple[PlanSection, ...]:
    # Points that stand alone come first as a rule; later ones between titled matters need another name.
    untitled = iter(("Nội dung trọng tâm",))
    sections = [
        PlanSection(each.title or next(untitled, "Các nội dung khác"), each.points)
        for each in split_points(movement.contents)
    ]
    named = [row.name for row in movement.named_movements.order_by("ordinal")]
    if named:
        sections.append(PlanSection("Hưởng ứng các phong trào thi đua, cuộc vận động", tuple(named)))
    return tuple(sections)


def _targets(movement: Movement) -> tuple[PlanTarget, ...]:
    return tuple(
        PlanTarget(
            row.subject, target_words(row.comparator, row.value, row.unit, row.numerator, row.denominator), row.group
        )
        for row in movement.targets.order_by("ordinal")
    )


def _milestones(tasks: list[Task]) -> tuple[PlanMilestone, ...]:
    dated = [task for task in tasks if task.due_on is not None]
    return tuple(
        PlanMilestone(f"Đến ngày {format_date(task.due_on)}", f"{task.unit_text}: {task.text}")
        for task in sorted(dated, key=lambda task: (task.due_on or date.max, task.ordinal))
        if task.due_on is not None
    )


def _assignments(tasks: list[Task]) -> tuple[PlanSection, ...]:
    by_unit: dict[str, list[str]] = {}
    for task in tasks:
        by_unit.setdefault(task.unit_text, []).append(task.text)
    return tuple(PlanSection(unit, tuple(texts)) for unit, texts in by_unit.items())
