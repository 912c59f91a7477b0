"""Danh hiệu thi đua và hình thức khen thưởng: the honours for pick lists. Data: honours.yaml."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from thidua.core.law.errors import LawDataError
from thidua.core.law.loader import DATA, load

TITLE = "TITLE"
COMMENDATION = "COMMENDATION"


@dataclass(frozen=True, slots=True)
class Honour:
    """Danh hiệu hoặc hình thức khen thưởng. `kind` is TITLE or COMMENDATION; `achievement` year or career."""

    code: str
    name: str
    short: str
    kind: str
    subjects: tuple[str, ...]
    achievement: str

    @property
    def is_title(self) -> bool:
        return self.kind == TITLE

    @property
    def is_individual(self) -> bool:
        return "individual" in self.subjects

    @property
    def is_collective(self) -> bool:
        return "collective" in self.subjects


def load_honours(root: Path = DATA) -> dict[str, Honour]:
    """Honours of `root`/honours.yaml by code, in file order."""
    honours: dict[str, Honour] = {}
    for record in load("honours", root):
        if record["code"] in honours:
            raise LawDataError(f"honours.yaml: {record['code']} có hai lần.")
        honours[record["code"]] = Honour(
            code=record["code"],
            name=record["name"],
            short=record["short"],
            kind=record["class"],
            subjects=tuple(record["subjects"]),
            achievement=record["achievement"],
        )
    return honours


@cache
def _shipped() -> dict[str, Honour]:
    return load_honours()


def honours() -> tuple[Honour, ...]:
    """All honours in the order of lists: titles, flags, commendations."""
    return tuple(_shipped().values())


def honour(code: str) -> Honour:
    """The honour with this code.

    Raises KeyError when there is none.
    """
    return _shipped()[code]
