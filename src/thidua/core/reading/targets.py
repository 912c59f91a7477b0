"""Targets (chỉ tiêu): subject, comparator, value; and levels to be reached or kept."""

import re
from collections.abc import Iterator

from thidua.core.reading import target_parts as parts
from thidua.core.reading.figures import Figure, find_figures
from thidua.core.reading.model import Level, Target
from thidua.core.reading.patterns import any_of
from thidua.core.reading.prose import Prose, trim
from thidua.core.reading.quotes import find_quotes, inside
from thidua.core.reading.sentences import clauses
from thidua.core.reading.tree import Paragraph

_NO_TARGETS = re.compile(
    any_of(
        "tieu chuan (?:khen|xet|danh hieu|tang) | hinh thuc khen | so luong (?:de nghi|khen) | doi tuong khen | ho so | thu tuc",
        "dac diem tinh hinh | danh gia tinh hinh | ket qua (?:dat duoc|thuc hien nam|nam) | thuc trang | ton tai | han che",
        "thang diem | cach (?:tinh|cham) diem | kinh phi | dinh muc | muc thuong | ty le (?:xet|khen|binh) | tong ket nam hoc \\d{4}",
    )
)
_TARGET_PLACE = re.compile(r"chi tieu|muc tieu|phan dau|giao uoc|dang ky")
_STRIVING = re.compile(r"\b(?:phan dau|it nhat|toi thieu|chi tieu|dam bao co)\b")
_QUOTA = re.compile(
    r"\b" + any_of("de nghi | xet (?:tang|chon|khen|de nghi) | binh (?:xet|chon) | giay khen | bang khen | ca nhan/ | tap the/")
    + r"|\bduoc xet\b|\bty le khen\b"
)  # fmt: skip
_NO_SHARE = re.compile(
    r"^\s*"
    + any_of("(?:tong )?so diem | diem | luong | kinh phi | muc | hoc phi | tong (?:kinh phi|diem) | don gia | gia tri")
)
_PAST = re.compile(
    r"\b"
    + any_of(
        "da dat | ket qua dat duoc | nam (?:hoc )?truoc (?:dat|co) | dat duoc trong nam (?:hoc )?\\d{4} | nam (?:hoc )?qua"
    )
    + r"\b"
)
_LEVEL = re.compile(r"\b(?:muc do|muc|cap do)\s+(?P<level>[1-4]|i{1,3})\b")
_OF_LEVEL = re.compile(r"(?:xoa mu chu|pho cap giao duc|chuan quoc gia|kiem dinh chat luong|pho cap)[^,;.]*$")


def read_targets(items: list[Paragraph]) -> tuple[Target, ...]:
    """Every target in the order of the text; quotas, criteria of awards, scales and past results are none."""
    found: list[Target] = []
    for item in items:
        where = f"{item.section} | {item.prose.folded[:100] if item.is_heading else ''}"
        if not _NO_TARGETS.search(where) or re.search(r"chi tieu|muc tieu", where):
            found += _in_item(item, in_place=_TARGET_PLACE.search(where) is not None)
    return tuple(found)


def _in_item(item: Paragraph, *, in_place: bool) -> Iterator[Target]:
    prose = item.prose
    if not any(map(str.isdigit, prose.text)):
        return
    quotes, group = find_quotes(prose.text), _group(item)
    for start, end in clauses(prose.text, item.title_at):
        folded = prose.folded[start:end]
        if _PAST.search(folded) or (_QUOTA.search(folded) and not in_place):
            continue
        counts = in_place or _STRIVING.search(folded) is not None
        figures = [
            figure
            for figure in find_figures(prose.folded, start, end, counts=counts)
            if not inside(quotes, figure.start) and not _is_score(prose.folded, figure)
        ]
        yield from _in_clause(prose, start, end, figures, group)


def _is_score(folded: str, figure: Figure) -> bool:
    return figure.unit == "%" and _NO_SHARE.match(folded[figure.end : figure.end + 30]) is not None


def _group(item: Paragraph) -> str | None:
    """Nearest heading above that announces targets, else the outermost one."""
    for parent in reversed(item.path):
        if _TARGET_PLACE.search(parent.prose.folded):
            return parent.title if parent.path else parent.text.strip(" .:;")
    return item.path[0].text.strip(" .:;") if item.path else None


def _in_clause(prose: Prose, start: int, end: int, figures: list[Figure], group: str | None) -> Iterator[Target]:
    at = start
    for i, figure in enumerate(figures):
        limit = figures[i + 1].start if i + 1 < len(figures) else end
        if parts.leads(prose.folded, at, figure, limit):
            stop = parts.subject_end(prose.folded, figure.end, limit, last=i + 1 == len(figures))
            target = _target(prose, figure, *parts.forward(prose, at, figure, stop), group)
            at = stop
            wanted = 1 if figure.noun else 2
        else:
            tied = parts.follows_subject(prose.folded, at, figure)
            target = _target(prose, figure, *parts.backward(prose, at, figure), group) if tied else None
            at = parts.after(prose.folded, figure, limit)
            wanted = 1
        if target and len(target.subject.split()) >= wanted:
            yield target


def _target(
    prose: Prose, figure: Figure, whole: tuple[int, int], subject: tuple[int, int], group: str | None
) -> Target | None:
    name = prose.field(*trim(prose.text, *subject, " ,;:.")).value
    if figure.noun and subject[0] > figure.start:
        name = f"{prose.field(*figure.noun).value} {name}".strip()
    if sum(map(str.isalpha, name)) < 2:
        return None
    text = prose.field(*trim(prose.text, *whole, " ,;:"))
    sign = parts.comparator(prose.folded, figure)
    return Target(
        text.value, name, sign, figure.value, figure.unit, figure.numerator, figure.denominator, group, text.span
    )


def read_levels(items: list[Paragraph], targets: tuple[Target, ...]) -> tuple[Level, ...]:
    """Levels to reach or keep ("phổ cập giáo dục tiểu học mức độ 3") outside of targets."""
    return tuple(level for item in items for level in _levels_in(item.prose, targets))


def _levels_in(prose: Prose, targets: tuple[Target, ...]) -> Iterator[Level]:
    for match in _LEVEL.finditer(prose.folded):
        at = prose.span(*match.span()).start
        subject = _OF_LEVEL.search(prose.folded, max(0, match.start() - 90), match.start())
        if subject and not any(target.span.start <= at < target.span.end for target in targets):
            name, text = prose.field(*subject.span()), prose.field(subject.start(), match.end())
            level = int(match["level"]) if match["level"].isdigit() else len(match["level"])
            yield Level(text.value, name.value, level, text.span)
