"""What every document of a unit begins with."""

from dataclasses import dataclass

from thidua.core.documents.model import Column, Table


@dataclass(frozen=True)
class Letterhead:
    """Thể thức phần đầu: the issuing unit, its abbreviation in symbols ("SGDĐT"), number, place and date (ISO)."""

    issuer: str
    abbreviation: str
    place: str
    parent_body: str = ""
    number: str = ""
    date: str = ""

    def symbol(self, kind: str) -> str:
        """Return the symbol of a document of this unit: type and unit (Decree 30/2020, Annex I, II.3)."""
        return f"{kind}-{self.abbreviation}"


@dataclass(frozen=True)
class Honouree:
    """Người hoặc tập thể được đề nghị, được khen: one row of a list. `detail` is post and unit, or the place."""

    name: str
    detail: str
    honour: str
    note: str = ""


@dataclass(frozen=True)
class HonourGroup:
    """Nhóm khen thưởng: those who get one honour; `label` names them: "Cá nhân", "Tập thể"."""

    honour: str
    label: str
    members: tuple[Honouree, ...]

    @property
    def counted(self) -> str:
        """Say how many: "03 cá nhân"."""
        return f"{len(self.members):02d} {self.label.lower()}"


def group_by_honour(individuals: tuple[Honouree, ...], collectives: tuple[Honouree, ...]) -> list[HonourGroup]:
    """Group by honour in the order of first mention, collectives before individuals."""
    groups: dict[tuple[str, str], list[Honouree]] = {}
    for label, members in (("Tập thể", collectives), ("Cá nhân", individuals)):
        for member in members:
            groups.setdefault((label, member.honour), []).append(member)
    return [HonourGroup(honour, label, tuple(found)) for (label, honour), found in groups.items()]


def list_table(members: tuple[Honouree, ...], *, label: str, with_honour: bool, note: str = "") -> Table:
    """Make the list of people or collectives; `note` is the title of the last column, left out when empty."""
    is_person = label == "Cá nhân"
    columns = [
        Column("STT", 0.8, "center"),
        Column("Họ và tên" if is_person else "Tên tập thể", 3.2),
        Column("Chức vụ, đơn vị" if is_person else "Đơn vị quản lý", 4),
    ]
    columns += [Column("Danh hiệu, hình thức khen thưởng", 3)] if with_honour else []
    columns += [Column(note, 1.6, "center")] if note else []
    rows = []
    for number, member in enumerate(members, 1):
        cells = [str(number), member.name, member.detail]
        cells += [member.honour] if with_honour else []
        cells += [member.note] if note else []
        rows.append(tuple(cells))
    return Table(tuple(columns), tuple(rows))
