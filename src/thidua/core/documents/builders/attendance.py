"""Thành phần dự họp: who was there, as minutes print it."""

from dataclasses import dataclass

from thidua.core.documents.builders.items import dashes
from thidua.core.documents.model import Node, Paragraph


@dataclass(frozen=True)
class Attendee:
    """Người dự họp: name with form of address ("Ông Nguyễn Văn A"), post, and role in the meeting."""

    name: str
    position: str
    role: str = ""

    @property
    def line(self) -> str:
        """Write "Ông Nguyễn Văn A, Giám đốc Sở, Chủ tịch Hội đồng"."""
        return ", ".join(part for part in (self.name, self.position, self.role) if part)


def attendance(
    present: tuple[Attendee, ...], absent: tuple[Attendee, ...], invited: tuple[Attendee, ...]
) -> tuple[Node, ...]:
    """Write who was present, absent and invited, with the numbers that decide about the quorum."""
    total = len(present) + len(absent)
    groups = (
        (f"Có mặt {len(present):02d}/{total:02d} thành viên Hội đồng:", present),
        (f"Vắng mặt {len(absent):02d} thành viên:", absent),
        ("Khách mời:", invited),
    )
    nodes: list[Node] = []
    for lead, people in groups:
        if people:
            nodes += [Paragraph(lead), *dashes(tuple(each.line for each in people))]
    return tuple(nodes)
