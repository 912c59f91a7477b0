"""The board of the launching unit: how each unit answered the plan."""

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from thidua.core.plans.answers import ANSWER_TITLES, ANSWER_TONES, Answer
from thidua.core.vietnamese.folding import fold
from thidua.movements.models import Movement
from thidua.movements.queries.answers import UnitAnswer, list_answers
from thidua.orgs.models import UnitKind
from thidua.web.paging import Pager, pager_of
from thidua.web.sorting import chosen_sort

LATE, OPEN = "late", "open"
SORTS = {
    "name": lambda row: row.unit.search_name,
    "state": lambda row: list(Answer).index(row.answer),
    "late": lambda row: row.late_days,
}


@dataclass(frozen=True, slots=True)
class BoardRow:
    """Một đơn vị. `tone` and `state` say how far it is; `late` how many days behind."""

    answer: UnitAnswer
    kind: str
    state: str
    tone: str
    late: int
    plan: str
    url: str
    can_remind: bool


@dataclass(frozen=True, slots=True)
class BoardPage:
    """Bảng theo dõi đơn vị."""

    movement: Movement
    rows: tuple[BoardRow, ...]
    pager: Pager
    stats: tuple[tuple[str, str, str, str], ...]
    total: int
    issued: int
    search: str
    states: tuple[tuple[str, str], ...]
    state: str
    kinds: tuple[tuple[str, str], ...]
    kind: str
    may_remind: bool
    late: int
    crumbs: tuple[tuple[str, str], ...]


def build_board_page(request: HttpRequest, movement: Movement, *, whole: bool = False) -> BoardPage:
    """The units by search, state and kind; the counts are of all units."""
    answers = list_answers(movement, request.today)
    wanted = request.GET
    rows = [row for row in answers if _fits(row, wanted)]
    key, descending = chosen_sort(request, frozenset(SORTS), "name")
    if request.GET.get("sort"):
        rows.sort(key=SORTS[key], reverse=descending)
    pager = pager_of(request, len(rows))
    kinds = {row.unit.kind for row in answers}
    return BoardPage(
        movement=movement,
        rows=tuple(_row(movement, row) for row in (rows if whole else rows[pager.rows])),
        pager=pager,
        stats=_stats(answers),
        total=len(answers),
        issued=sum(row.answer is Answer.ISSUED for row in answers),
        search=wanted.get("q", ""),
        states=(*((code.value, title) for code, title in ANSWER_TITLES.items()), (OPEN, "Chưa ban hành"), (LATE, "Chậm hạn")),
        state=wanted.get("state", ""),
        kinds=tuple((kind.value, kind.label) for kind in UnitKind if kind in kinds),
        kind=wanted.get("kind", ""),
        may_remind=movement.state == Movement.State.LAUNCHED,
        late=sum(_is_late(row) for row in answers),
        crumbs=(
            ("Phong trào thi đua", reverse("web:movements")),
            (movement.name, reverse("web:movement", args=(movement.pk,))), ("Đơn vị thực hiện", ""),
        ),
    )  # fmt: skip


def _is_late(row: UnitAnswer) -> bool:
    return row.late_days > 0 and row.answer is not Answer.ISSUED


def _fits(row: UnitAnswer, wanted) -> bool:
    state, kind = wanted.get("state", ""), wanted.get("kind", "")
    if state == LATE and not _is_late(row):
        return False
    if state == OPEN and row.answer is Answer.ISSUED:
        return False
    if state in set(Answer) and row.answer != state:
        return False
    if kind in UnitKind.values and row.unit.kind != kind:
        return False
    return all(word in row.unit.search_name for word in fold(wanted.get("q", "")).split())


def _stats(answers: list[UnitAnswer]) -> tuple[tuple[str, str, str, str], ...]:
    """Label, number, tone and the filter that shows these units."""
    counts = Counter(row.answer for row in answers)
    late = sum(_is_late(row) for row in answers)
    rows = [(ANSWER_TITLES[code], str(counts[code]), ANSWER_TONES[code], code.value) for code in Answer]
    rows[0] = ("Chưa mở xem", rows[0][1], "warn" if counts[Answer.SENT] else "neutral", Answer.SENT.value)
    return (*rows, ("Chậm hạn", str(late), "bad" if late else "neutral", LATE))


def _row(movement: Movement, row: UnitAnswer) -> BoardRow:
    own = row.own
    return BoardRow(
        answer=row, kind=UnitKind(row.unit.kind).label, state=ANSWER_TITLES[row.answer], tone=ANSWER_TONES[row.answer],
        late=row.late_days, plan=own.plan.code if own else "",
        url=reverse("web:movement", args=(own.pk,)) if own else "",
        can_remind=own is None and movement.state == Movement.State.LAUNCHED,
    )  # fmt: skip
