"""Figures in a sentence that may be targets: percentages, fractions with or without one, counts."""

import re
from dataclasses import dataclass

from thidua.core.reading.patterns import any_of

_PERCENT = re.compile(r"(?<![\d.,/])(\d{1,3}(?:[.,]\d{1,3})?)\s*(?:%|phan tram\b)")
_FRACTION = re.compile(r"(?<![\d/.,\-])(\d{1,5})\s*/\s*(\d{1,5})(?![\d/%]|\s*%|-)")
COUNTED = any_of(
    "truong | xa | phuong | tieu chi | chi tieu | sang kien | giai | hoc sinh | giao vien | tap the | ca nhan | mo hinh",
    "chuyen de | lop | de tai | cong trinh | san pham | co so | don vi | cau lac bo | clb | dien hinh | guong | bai viet | bai",
    "hoi thi | san choi | phong hoc | chi bo | can bo | du an | vien chuc | chien si | giai phap | thon | to dan pho | trung tam",
    "em | hoc vien | noi dung | phan viec | hoat dong | buoi | bao cao | nguoi | tre | huyen | doi | tiet | cuoc",
)
_BEFORE_COUNT = any_of(
    r"\b(?:co|dat|hoan thanh(?: tot| xuat sac)?|xay dung(?: duoc)?|to chuc|phan dau(?: co)?|tang them|them|duoc|va)",
    r"\b(?:it nhat|toi thieu|tu|tren|khong qua|toi da)",
    "[,:]",
)
_COUNT = re.compile(rf"{_BEFORE_COUNT}\s+(\d{{1,4}})(?:\s*(?:den|-)\s*\d{{1,4}})?\s+(?={COUNTED}\b)")
_NOT_A_SHARE = re.compile(
    any_of(
        "ngay | thang | dip | ky niem | so | le | hang | thu | quoc khanh | nam hoc | tu | den | viet nam | cong san | minh",
        "phu nu | khai giang",
    )
    + r"\s*$|[\d/]\s*[-/]\s*$"
)
_SHARE_WORD = any_of("chiem | dat | bang | ty le | ti le | tuong duong | tuc la | tuong ung | =")
_JOINED = re.compile(rf"^\s*(?:[a-z,]+\s+){{0,8}}?(?:\(|,|{_SHARE_WORD})[\s,(=]*(?:{_SHARE_WORD}[\s:(=]*){{0,3}}$")
_WORDS_BETWEEN = re.compile(rf"\s*((?!{_SHARE_WORD})[a-z][a-z, ]*?)\s*(?:\(|,?\s*{_SHARE_WORD}\b)")
_BRACKETED = re.compile(rf"^\s*\(\s*(?:{_SHARE_WORD}|khoang)?\s*$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `[start, end)` of a text: `value` in `unit`, with numerator and denominator where printed.

    `noun` is the range of what is counted where it stands between fraction and percentage: "7/9 trường (77,78%)".
    """

    start: int
    end: int
    value: float
    unit: str
    numerator: int | None = None
    denominator: int | None = None
    noun: tuple[int, int] | None = None


def find_figures(folded: str, start: int, end: int, *, counts: bool) -> list[Figure]:
    """Figures of a clause in order; a fraction and the percentage that belongs to it make one."""
    found = [Figure(*m.span(), float(m[1].replace(",", ".")), "%") for m in _PERCENT.finditer(folded, start, end)]
    found += [_fraction(m) for m in _FRACTION.finditer(folded, start, end) if _is_share(folded, m)]
    taken = [(figure.start, figure.end) for figure in found]
    for m in _COUNT.finditer(folded, start, end) if counts else ():
        if not any(a <= m.start(1) < b for a, b in taken):
            found.append(Figure(m.start(1), len(folded[: m.end()].rstrip()), float(m[1]), "count"))
    return _merge(sorted(found, key=lambda figure: figure.start), folded)


def _fraction(match: re.Match[str]) -> Figure:
    return Figure(*match.span(), float(match[1]), "count", int(match[1]), int(match[2]))


def _is_share(folded: str, match: re.Match[str]) -> bool:
    """Whether a/b is a share and no date, rank or school year."""
    a, b = int(match[1]), int(match[2])
    before = folded[max(0, match.start() - 24) : match.start()]
    if not 0 < a <= b or 1900 <= b <= 2100 or _NOT_A_SHARE.search(before):
        return False
    if b <= 12 and a <= 31 and a != b:
        counted = re.match(rf"\s+{COUNTED}\b", folded[match.end() : match.end() + 20])
        return counted is not None or re.search(r"\b(?:dat|co|chiem)\s*$", before) is not None
    return re.match(r"\s*(?:[a-z(,;=]|$)", folded[match.end() : match.end() + 3]) is not None


def _merge(figures: list[Figure], folded: str) -> list[Figure]:
    """Put fraction and percentage, and the two ends of a range, together."""
    merged: list[Figure] = []
    for figure in figures:
        both = _together(merged[-1], figure, folded) if merged else None
        if both:
            merged[-1] = both
        else:
            merged.append(figure)
    return merged


def _together(last: Figure, figure: Figure, folded: str) -> Figure | None:
    between = folded[last.end : figure.start]
    if (
        last.denominator
        and last.unit == "count"
        and figure.unit == "%"
        and len(between) < 60
        and _JOINED.match(between)
    ):
        words = _WORDS_BETWEEN.match(between)
        noun = (last.end + words.start(1), last.end + words.end(1)) if words else None
        end = _closed(folded, figure.end) if "(" in between else figure.end
        return Figure(last.start, end, figure.value, "%", last.numerator, last.denominator, noun)
    if last.unit == "%" and last.denominator is None and figure.denominator and _BRACKETED.match(between):
        return Figure(last.start, _closed(folded, figure.end), last.value, "%", figure.numerator, figure.denominator)
    if last.unit == figure.unit and re.fullmatch(r"\s*(?:den|-)\s*", between):
        return Figure(last.start, figure.end, last.value, last.unit, last.numerator, last.denominator)
    return None


def _closed(folded: str, at: int) -> int:
    """The end of the bracket that is open at `at`."""
    close = folded.find(")", at, at + 40)
    return close + 1 if close > 0 else at
