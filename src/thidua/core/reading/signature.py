"""Tail of the document: recipients (nơi nhận) and signer (capacity, position, name)."""

import re

from thidua.core.reading.layout import SIGNING_POST
from thidua.core.reading.lines import Line, is_upper, starts_lower
from thidua.core.reading.model import Field, Signer, Span
from thidua.core.reading.prose import Prose

_LABEL = re.compile(r"^noi\s+nhan\s*[:.]?\s*")
_BULLET = re.compile(r"^[-+•*–—]\s*")
_CAPACITY = re.compile(r"^(?:tm|t/m|kt|k/t|tl|tuq|q|quyen)\s*[./]\s*\S")
_DEGREE = re.compile(
    r"^(?:(?:gs|pgs|ts|ths|th\.s|bs|cn|ngut|ngnd|tskh|thac si|tien si|nha giao uu tu)\s*\.?\s+)+|^(?:(?:gs|pgs|ts|ths|ngut|ngnd)\.)+\s*"
)
_POST_TITLE = re.compile(
    r"^(?:pho |quyen )?(?:giam doc|chu tich|hieu truong|truong phong|truong ban|vu truong|cuc truong|chanh|bi thu|to truong)"
)


def read_tail(tail: list[list[Line]]) -> tuple[tuple[Field, ...], Signer]:
    """Recipients in order, and the signer."""
    recipients: list[Field] = []
    signing: list[list[Line]] = []
    for block in tail:
        rest = block
        at = next((i for i, line in enumerate(block) if _LABEL.match(line.folded)), None)
        if at is not None:
            found, end = _recipients(block[at:])
            recipients += found
            rest = block[:at] + block[at + end :]
        elif recipients and block and block[0].text.startswith("-") and not signing:
            found, end = _recipients(block)
            recipients += found
            rest = block[end:]
        if rest:
            signing.append(rest)
    return tuple(recipients), _signer(signing)


def _recipients(lines: list[Line]) -> tuple[list[Field], int]:
    """Items from the label on, and the number of lines they take."""
    items: list[list[tuple[Line, int]]] = []
    end = 0
    for i, line in enumerate(lines):
        label = _LABEL.match(line.folded)
        skip = label.end() if label else 0
        if label and skip >= len(line.text):
            end = i + 1
            continue
        if not label and _is_signature(line) and not line.text.startswith("-"):
            break
        bullet = _BULLET.match(line.text[skip:])
        if (
            items
            and not bullet
            and not label
            and (starts_lower(line.text) or line.text.startswith("(") or _runs_on(items[-1][-1][0]))
        ):
            items[-1].append((line, 0))
        elif (items and line.gap > 1 and not bullet) or (items and _closing(items[-1][-1][0]) and not bullet):
            break
        else:
            items.append([(line, skip + (bullet.end() if bullet else 0))])
        end = i + 1
    return [_item(item) for item in items], end


def _runs_on(line: Line) -> bool:
    """Whether a recipient line without a closing mark goes on in the next line."""
    return line.text.startswith("-") and not line.text.endswith((";", ".", ",", ")"))


def _closing(line: Line) -> bool:
    """The file copy ("Lưu: VT") is always the last recipient."""
    return re.match(r"[-+•*–—]?\s*luu\s*[: ]", line.folded) is not None and line.text.endswith(".")


def _item(parts: list[tuple[Line, int]]) -> Field:
    prose = Prose([line for line, _ in parts])
    first, skip = parts[0]
    start = len(" ".join(first.text[:skip].split())) if skip else 0
    field = prose.field(start, len(prose.text))
    return Field(field.value.lstrip(" -").rstrip(" ;.,"), field.span)


def _is_signature(line: Line) -> bool:
    return bool(_CAPACITY.match(line.folded)) or (is_upper(line.text) and SIGNING_POST.search(line.folded) is not None)


def _signer(blocks: list[list[Line]]) -> Signer:
    """The signer of the last block that has a position (the issuing body signs on the right)."""
    best = Signer()
    for block in blocks:
        signer = _read_block(block)
        if signer.position or signer.capacity or (signer.name and not best.name):
            best = signer if signer.name or not best.position else best
    if best.position and not best.name:
        names = [name for block in blocks for line in block if (name := _name(line))]
        best = Signer(best.capacity, best.position, names[-1] if names else None)
    return best


def _read_block(lines: list[Line]) -> Signer:
    capacity: list[list[Line]] = []
    position: list[Line] = []
    name: Field | None = None
    for line in [part for whole in lines for part in _split_capacity(whole)]:
        if _CAPACITY.match(line.folded):
            if not position:
                capacity.append([line])
        elif not position and capacity and is_upper(line.text) and not _POST_TITLE.match(line.folded):
            capacity[-1].append(line)
        elif not position and (
            _POST_TITLE.match(line.folded) or (is_upper(line.text) and SIGNING_POST.search(line.folded))
        ):
            position.append(line)
        elif position and (found := _name(line)):
            name = found
    proses = [Prose(group) for group in capacity]
    held = Field(" ".join(p.text for p in proses), _cover(proses)) if proses else None
    post = Prose(position)
    return Signer(held, post.field(0, len(post.text)) if position else None, name)


def _cover(proses: list[Prose]) -> Span:
    return Span(proses[0].whole.start, proses[-1].whole.end)


def _split_capacity(line: Line) -> list[Line]:
    """Part "KT. HIỆU TRƯỞNG PHÓ HIỆU TRƯỞNG", printed on one line, in capacity and position."""
    match = re.match(r"((?:kt|k/t)\s*[./].+?)\s+(pho (?:giam doc|hieu truong|chu tich|truong phong).*)$", line.folded)
    if not match:
        return [line]
    cut = match.start(2)
    first = Line(line.text[:cut].rstrip(), line.folded[:cut].rstrip(), line.start, line.indent, line.gap, line.cell)
    return [first, Line(line.text[cut:], line.folded[cut:], line.start + cut, line.indent, 0, line.cell)]


def _name(line: Line) -> Field | None:
    """A person's name: two to six words, each with a capital; degrees before it are left out."""
    degree = _DEGREE.match(line.folded)
    text = line.text[degree.end() :] if degree else line.text
    words = text.split()
    if not 2 <= len(words) <= 6 or any(c.isdigit() or c in ",;:/()@" for c in text):
        return None
    if not all(word[0].isupper() for word in words) or SIGNING_POST.search(line.folded):
        return None
    if is_upper(text) and _ORGANISATION.search(line.folded):
        return None
    prose = Prose([line])
    return prose.field(len(prose.text) - len(" ".join(words)), len(prose.text))


_ORGANISATION = re.compile(
    r"\b(?:so|phong|truong|ubnd|uy ban|hoi dong|giao duc|cong doan|huyen|tinh|xa|phuong|nhan dan)\b"
)
