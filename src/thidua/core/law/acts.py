"""Register of acts (văn bản quy phạm và chỉ đạo): what is in force on a date and what replaced it. Data: acts.yaml."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from thidua.core.law.errors import LawDataError
from thidua.core.law.loader import DATA, load, parse_date


@dataclass(frozen=True, slots=True)
class Act:
    """Văn bản: law, decree, circular, decision, directive, resolution, conclusion.

    `in_force_from` None = not known; `ends_before` None = open. `replaced_by` holds numbers.
    `confidence`: H text or official register seen, M one source, L inference.
    """

    number: str
    kind: str
    title: str
    issuer: str
    issued_on: date | None
    in_force_from: date | None
    ends_before: date | None
    replaced_by: tuple[str, ...]
    confidence: str
    note: str = ""


def normal_number(number: str) -> str:
    """One spelling for a number as people write it: `6/2022 / qh15` and `06/2022/QH15` are the same.

    Folds case, blanks, long dashes, Đ/D and leading zeros of the running number.
    """
    text = "".join(number.split()).upper().translate(str.maketrans("Ð–—Đ", "D--D"))
    return text.lstrip("0") or text


def load_register(root: Path = DATA) -> tuple[Act, ...]:
    """All acts of `root`/acts.yaml in file order.

    Raises LawDataError on a double number, an end before the beginning, or an unknown successor.
    """
    acts = tuple(_act(record) for record in load("acts", root))
    numbers = [act.number for act in acts]
    for act in acts:
        if numbers.count(act.number) > 1:
            raise LawDataError(f"acts.yaml: {act.number} có hai lần.")
        if act.in_force_from and act.ends_before and act.ends_before <= act.in_force_from:
            raise LawDataError(f"acts.yaml: {act.number} hết hiệu lực trước khi có hiệu lực.")
        for successor in act.replaced_by:
            if successor not in numbers:
                raise LawDataError(f"acts.yaml: {act.number} được thay bằng {successor}, văn bản không có trong sổ.")
    return acts


@cache
def register() -> tuple[Act, ...]:
    """The register shipped with the package."""
    return load_register()


@cache
def _by_number() -> dict[str, Act]:
    return {normal_number(act.number): act for act in register()}


def find(number: str) -> Act | None:
    """The act with this number, however it is spelled; None when the register lacks it."""
    return _by_number().get(normal_number(number))


def in_force(number: str, on: date) -> bool | None:
    """Whether the act is in force on the day; None when the act or its date of entry into force is not known."""
    act = find(number)
    if act is None:
        return None
    if act.ends_before is not None and on >= act.ends_before:
        return False
    if act.issued_on is not None and on < act.issued_on:
        return False
    return None if act.in_force_from is None else on >= act.in_force_from


def _act(record: dict[str, object]) -> Act:
    where = f"acts.yaml: {record['number']}"
    dates = {key: parse_date(record[key], where) for key in ("issued_on", "in_force_from", "ends_before")}  # type: ignore[arg-type]
    return Act(**{**record, **dates, "replaced_by": tuple(record["replaced_by"])})  # type: ignore[arg-type]
