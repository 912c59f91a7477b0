"""Kế hoạch phát động phong trào thi đua: the plan that launches a movement."""

from dataclasses import dataclass

from thidua.core.documents.builders.items import dashes, letters
from thidua.core.documents.builders.letterhead import Letterhead
from thidua.core.documents.model import Column, Document, Node, Paragraph, Point, Signer, Table


@dataclass(frozen=True)
class PlanSection:
    """Nội dung: a titled matter of the plan and what is done about it."""

    title: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class PlanTarget:
    """Chỉ tiêu: what is counted, the value as printed ("83,91 % (386/478 trường)"), and its group."""

    text: str
    value: str
    group: str = ""


@dataclass(frozen=True)
class PlanMilestone:
    """Mốc thời gian: what is due and when ("Trước ngày 15/01/2027")."""

    when: str
    what: str


@dataclass(frozen=True)
class PlanText:
    """Nội dung kế hoạch: everything the plan says. Empty parts leave no heading behind.

    movement: name of the movement. period: "năm học 2026 - 2027". theme: the motto, without quotation marks.
    assignments: unit and its tasks.
    """

    letterhead: Letterhead
    movement: str
    period: str
    signer: Signer
    legal_bases: tuple[str, ...] = ()
    theme: str = ""
    purposes: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    contents: tuple[PlanSection, ...] = ()
    targets: tuple[PlanTarget, ...] = ()
    milestones: tuple[PlanMilestone, ...] = ()
    measures: tuple[str, ...] = ()
    assignments: tuple[PlanSection, ...] = ()
    recipients: tuple[str, ...] = ()


def build_plan(text: PlanText) -> Document:
    """Write the plan that launches a movement."""
    head = text.letterhead
    parts = (
        ("Mục đích, yêu cầu", _purposes(text)),
        ("Nội dung thi đua", _sections(text.contents)),
        ("Chỉ tiêu thi đua", _targets(text.targets)),
        ("Thời gian thực hiện", dashes(tuple(f"{each.when}: {each.what}" for each in text.milestones))),
        ("Giải pháp", tuple(Point("1", text=each) for each in text.measures)),
        ("Tổ chức thực hiện", _sections(text.assignments)),
    )
    return Document(
        kind="KH",
        parent_body=head.parent_body,
        issuer=head.issuer,
        number=head.number,
        symbol=head.symbol("KH"),
        place=head.place,
        date=head.date,
        subject=f"Phát động {_movement(text.movement)} {text.period}".strip(),
        legal_bases=text.legal_bases,
        body=(
            *_opening(text),
            *(Point("I", title, children=nodes) for title, nodes in parts if nodes),
            Paragraph(_closing(head.issuer)),
        ),
        recipients=text.recipients,
        signer=text.signer,
    )


def _movement(name: str) -> str:
    return name if name.lower().startswith("phong trào") else f"phong trào thi đua “{name}”"


def _opening(text: PlanText) -> tuple[Node, ...]:
    subject = f"{_movement(text.movement)} {text.period}".strip()
    opening = Paragraph(f"{text.letterhead.issuer} ban hành Kế hoạch phát động {subject} như sau:")
    theme = Paragraph(f"Chủ đề thi đua: “{text.theme}”.", italic=True)
    return (opening, theme) if text.theme else (opening,)


def _purposes(text: PlanText) -> tuple[Node, ...]:
    parts = (("Mục đích", text.purposes), ("Yêu cầu", text.requirements))
    return tuple(Point("1", title, children=letters(points)) for title, points in parts if points)


def _sections(sections: tuple[PlanSection, ...]) -> tuple[Node, ...]:
    return tuple(Point("1", section.title, children=letters(section.points)) for section in sections)


def _targets(targets: tuple[PlanTarget, ...]) -> tuple[Node, ...]:
    if not targets:
        return ()
    columns = [Column("STT", 0.8, "center"), Column("Chỉ tiêu", 6), Column("Mức phấn đấu", 3, "center")]
    grouped = any(target.group for target in targets)
    if grouped:
        columns.insert(1, Column("Lĩnh vực, cấp học", 2.4))
    rows = []
    for number, target in enumerate(targets, 1):
        cells = [str(number), target.text, target.value]
        if grouped:
            cells.insert(1, target.group)
        rows.append(tuple(cells))
    return (Table(tuple(columns), tuple(rows)),)


def _closing(issuer: str) -> str:
    return (
        "Trên đây là Kế hoạch phát động phong trào thi đua; trong quá trình thực hiện nếu có khó khăn, vướng mắc, "
        f"các đơn vị phản ánh về {issuer} để được hướng dẫn, giải quyết."
    )
