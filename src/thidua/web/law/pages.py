"""Thư viện văn bản: what is in force on a day, what replaced it, which movements cite it (P2)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from thidua.core.law.acts import Act, find, in_force, normal_number, register
from thidua.core.vietnamese.folding import fold
from thidua.movements.models import LegalBasis
from thidua.orgs.queries.units import list_below
from thidua.web.paging import Pager, pager_at

STATES = {
    True: ("Đang có hiệu lực", "good"),
    False: ("Không có hiệu lực", "neutral"),
    None: ("Chưa rõ hiệu lực", "warn"),
}
STATE_CODES = {"co": True, "khong": False, "chua-ro": None}


@dataclass(frozen=True, slots=True)
class ActRow:
    """Một văn bản trong thư viện."""

    url: str
    number: str
    kind: str
    title: str
    issuer: str
    in_force_from: date | None
    ends_before: date | None
    state: str
    tone: str

    @property
    def words(self) -> str:
        """Kind and title; a law's title names its kind itself."""
        return self.title if self.title.startswith(self.kind) else f"{self.kind}: {self.title}"


@dataclass(frozen=True, slots=True)
class ActsPage:
    """Danh sách văn bản với hiệu lực ở một ngày."""

    rows: tuple[ActRow, ...]
    all_rows: tuple[ActRow, ...]
    pager: Pager
    search: str
    on: date
    kind: str
    kinds: tuple[tuple[str, str], ...]
    state: str
    states: tuple[tuple[str, str], ...]


def build_acts(*, on: date, search: str, kind: str, state: str, sort: tuple[str, bool], page: int) -> ActsPage:
    words = fold(search).split()
    rows = [
        _row(act, on)
        for act in register()
        if all(word in fold(f"{act.number} {act.title} {act.issuer}") for word in words)
        and kind in {"", act.kind}
        and (state not in STATE_CODES or in_force(act.number, on) is STATE_CODES[state])
    ]
    key, descending = sort
    keys = {
        "number": lambda r: r.number,
        "from": lambda r: r.in_force_from or date.min,
        "title": lambda r: fold(r.title),
    }
    rows.sort(key=keys[key], reverse=descending)
    pager = pager_at(page, len(rows))
    return ActsPage(
        rows=tuple(rows[pager.rows]),
        all_rows=tuple(rows),
        pager=pager,
        search=search,
        on=on,
        kind=kind,
        kinds=tuple((name, name) for name in sorted({act.kind for act in register()})),
        state=state,
        states=tuple((code, STATES[value][0]) for code, value in STATE_CODES.items()),
    )


def _row(act: Act, on: date) -> ActRow:
    state, tone = STATES[in_force(act.number, on)]
    return ActRow(
        reverse("web:act", args=[act.number]), act.number, act.kind, act.title, act.issuer, act.in_force_from,
        act.ends_before, state, tone,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActPage:
    """Một văn bản: span in force, successors and predecessors, and where it is cited."""

    act: Act
    row: ActRow
    replaced_by: tuple[ActRow, ...]
    replaces: tuple[ActRow, ...]
    cited_by: tuple[tuple[str, str, date], ...]


def build_act(act: Act, *, on: date, unit_ids: tuple[int, ...]) -> ActPage:
    successors = (found for number in act.replaced_by if (found := find(number)))
    return ActPage(
        act=act,
        row=_row(act, on),
        replaced_by=tuple(_row(other, on) for other in successors),
        replaces=tuple(_row(other, on) for other in register() if act.number in other.replaced_by),
        cited_by=tuple(
            (basis.movement.name, reverse("web:movement", args=[basis.movement_id]), basis.movement.starts_on)
            for basis in _citations(act, on, unit_ids)
        ),
    )


def _citations(act: Act, on: date, unit_ids: tuple[int, ...]) -> list[LegalBasis]:
    """Citations in movements that the actor sees; numbers are compared in their one normal spelling."""
    visible = list_below(unit_ids, on).values("unit_id")
    # The digits narrow the search in the database; the spelling of the rest varies.
    digits = normal_number(act.number).split("/")[0].split("-")[0]
    rows: QuerySet[LegalBasis] = LegalBasis.objects.filter(number__contains=digits, movement__unit__in=visible)
    wanted = normal_number(act.number)
    found = (row for row in rows.select_related("movement").order_by("-movement__starts_on", "pk"))
    return [row for row in found if normal_number(row.number) == wanted]
