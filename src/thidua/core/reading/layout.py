"""The three parts of an official document (head, body, tail) and the columns of head and tail."""

import re
from dataclasses import dataclass, replace

from thidua.core.reading.lines import Line, furniture_test, is_upper, split_lines, starts_lower, take_out
from thidua.core.reading.normalise import fold
from thidua.core.reading.titles import is_opener, is_state_line, looks_like_title, type_at_start

_HEAD_LINES = 60  # no head is longer, even with one word a line
_TAIL_LINES = 70
_MOTTO = re.compile(r"cong\s*hoa\s*xa\s*hoi|doc\s*lap\s*-\s*tu\s*do|dang cong san viet nam")
_NUMBER_AND_DATE = re.compile(r"(so\s*:?.{0,12}/\s?[^\s,]+)\s+(\S[^,]{1,40},\s*ngay\b.*)$")
_ITEM = re.compile(r"[-+•*]|\(?[\divx]{1,4}[.)]|[a-z]\)")
_PLACE_AND_DATE = re.compile(r"[^,;:.]{1,40},\s*ngay\b.{0,16}thang\b.{0,20}$")
_RECIPIENTS = re.compile(r"(?:^|(?<=\s\s)|(?<=\|))noi\s{1,3}nhan\b")
_GREETING = re.compile(r"^kinh gui\b")
_REFERENCE = re.compile(r"^(?:v/v|v\.v|ve viec)\b")
_ANNEX = re.compile(r"^phu luc\b(?!.{40})")
_BLANK_BEFORE = re.compile(r"(?:\bso\s*:?|\bngay|\bthang|\bnam)$")
_BLANK_AFTER = re.compile(r"/|thang\b|nam\b|ngay\b")
_GAP = re.compile(r" {3,}")


@dataclass(frozen=True)
class Layout:
    """Lines of each part; `head` and `tail` hold one list of lines per column or table cell."""

    head: list[list[Line]]
    body: list[Line]
    tail: list[list[Line]]
    furniture: list[Line]


def lay_out(text: str) -> Layout:
    """Find head, body and tail of a normalised text."""
    lines = split_lines(text)
    lines, furniture = take_out(lines, furniture_test(lines))
    tail_at, tail_end = _tail(lines)
    head_end = _head_end(lines[:tail_at])
    body = [*lines[head_end:tail_at], *lines[tail_end:]]
    return Layout(columns(lines[:head_end]), body, columns(lines[tail_at:tail_end]), furniture)


def _head_end(lines: list[Line]) -> int:
    """Index of the first line of the body: after the title and its subject, or after the addressees of a letter."""
    state = "top"
    for i, line in enumerate(lines[:_HEAD_LINES]):
        if state == "subject" and not _goes_on(lines[i - 1], line):
            state = "after"
        if state in {"title", "subject"}:
            state = "subject"
            continue
        if _GREETING.match(line.folded):
            return _after_greeting(lines, i)
        if state == "after" and (line.cell is None or not _REFERENCE.match(line.folded)):
            return i
        if state == "top":
            typed = type_at_start(line.text)
            if typed:
                state = "title" if typed == len(line.text) else "subject"
            elif looks_like_title(line):
                state = "subject"
            elif _is_body(line, lines[i - 1] if i else None):
                return i
    return min(len(lines), _HEAD_LINES) if state != "top" else 0


def _goes_on(before: Line, line: Line) -> bool:
    """Whether `line` still belongs to the subject that `before` is part of."""
    if is_opener(line.folded) and not is_upper(line.text):
        return False
    if not line.gap:
        return not before.text.endswith((".", ";"))
    return line.gap < 3 and (
        starts_lower(line.text)
        or (is_upper(line.text) and is_upper(before.text) and not is_opener(line.folded))
        or line.text.startswith("(")
    )


def _is_body(line: Line, before: Line | None) -> bool:
    """Whether a line at the top of a headless text is already running text."""
    if is_state_line(line) or is_upper(line.text) or _REFERENCE.match(line.folded):
        return False
    in_reference = before is not None and not line.gap and len(line.text) < 70
    return is_opener(line.folded) or (len(line.text) > 90 and not in_reference and not _MOTTO.search(line.folded))


def _after_greeting(lines: list[Line], at: int) -> int:
    """First line after "Kính gửi:" and its list of addressees (and after a "V/v" that follows it)."""
    for i in range(at + 1, len(lines)):
        line, before = lines[i], lines[i - 1]
        listed = line.text.startswith(("-", "+", "•")) or (not line.gap and starts_lower(line.text))
        if (
            not listed
            and not _REFERENCE.match(line.folded)
            and (line.gap or before.text.endswith(".") or is_opener(line.folded))
        ):
            return i
        if i - at > 40:
            break
    return min(at + 1, len(lines))


def _tail(lines: list[Line]) -> tuple[int, int]:
    """Range of the recipients and the signature."""
    start = next((i for i in range(len(lines) - 1, -1, -1) if _RECIPIENTS.search(lines[i].folded)), None)
    if start is None:
        start = _signature_start(lines)
    else:
        start = _signature_before(lines, start)
    end = next((i for i in range(start + 1, len(lines)) if _ANNEX.match(lines[i].folded)), len(lines))
    return start, min(end, start + _TAIL_LINES)


def _closed(line: Line) -> bool:
    return re.search(r"\./\.?|\.\s*/\s*\.", line.text) is not None


def _signature_before(lines: list[Line], recipients: int) -> int:
    """Take in a signature, or place and date, that are printed above the recipients."""
    start = recipients
    for i in range(recipients - 1, max(recipients - 12, -1), -1):
        line = lines[i]
        dated = _PLACE_AND_DATE.match(line.folded) is not None
        signing = is_upper(line.text) and SIGNING_POST.search(line.folded) is not None
        if _closed(line) or _ITEM.match(line.folded) or not (dated or signing or len(line.text.split()) <= 6):
            break
        if dated or signing:
            start = i
    return start


def _signature_start(lines: list[Line]) -> int:
    """Where the tail begins in a text without "Nơi nhận"."""
    for i in range(len(lines) - 1, max(len(lines) - 30, -1), -1):
        if _closed(lines[i]):
            return i + 1
    for i in range(max(len(lines) - 10, 0), len(lines)):
        if is_upper(lines[i].text) and SIGNING_POST.search(lines[i].folded):
            return i
    return len(lines)


SIGNING_POST = re.compile(
    r"\b(?:giam doc|chu tich|hieu truong|truong phong|truong ban|vu truong|cuc truong|bo truong|thu truong|chanh"
    r"|truong khoi|truong cum|bi thu|doi truong|to truong|chu nhiem|vien truong|quyen)\b"
)


def columns(lines: list[Line]) -> list[list[Line]]:
    """Part the lines of head or tail by table cell and by column; one list each, in reading order."""
    blocks: dict[tuple[int, object], list[Line]] = {}
    run, mode = 0, "full"
    for line in lines:
        placed = _placed(line, mode == "beside")
        now = "cell" if line.cell is not None else ("full" if placed[0][0] == "full" else "beside")
        if now != mode:
            run, mode = run + 1, now
        for place, piece in placed:
            blocks.setdefault((run, place), []).append(piece)
    return list(blocks.values())


_RIGHT = 30  # columns of print: what starts further right on its own stands in the right column


def _placed(line: Line, beside: bool) -> list[tuple[object, Line]]:
    """Where a line of head or tail stands: a table cell, the left or right column, or the full width."""
    if line.cell is not None:
        return [(line.cell, line)]
    pieces = _pieces(line)
    if len(pieces) == 2:
        return [("left", pieces[0]), ("right", pieces[1])]
    full = type_at_start(line.text) or is_opener(line.folded) or looks_like_title(line) or len(line.text) > 60
    if not beside or full:
        return [("full", line)]
    return [("right" if line.indent >= _RIGHT else "left", line)]


def _pieces(line: Line) -> list[Line]:
    """Cut a line printed across two columns at its widest gap, or where motto or place and date begin."""
    motto = _MOTTO.search(line.folded)
    if motto and motto.start() > 3:
        return _cut(line, motto.start(), motto.start())
    numbered = _NUMBER_AND_DATE.match(line.folded)
    if numbered:
        return _cut(line, numbered.end(1), numbered.start(2))
    gaps = [gap for gap in _GAP.finditer(line.text) if not _in_blank(line.folded, gap)]
    if gaps:
        widest = max(gaps, key=lambda gap: gap.end() - gap.start())
        return _cut(line, widest.start(), widest.end())
    return [line]


def _in_blank(folded: str, gap: re.Match[str]) -> bool:
    """Whether a gap is a blank to be filled in: "Số:      /KH", "ngày      tháng"."""
    before, after = folded[: gap.start()], folded[gap.end() :]
    return _BLANK_BEFORE.search(before) is not None or _BLANK_AFTER.match(after) is not None


def _cut(line: Line, left_end: int, right_start: int) -> list[Line]:
    left, right = line.text[:left_end].rstrip(), line.text[right_start:]
    return [
        replace(line, text=left, folded=fold(left)),
        replace(line, text=right, folded=fold(right), start=line.start + right_start, indent=line.indent + right_start),
    ]
