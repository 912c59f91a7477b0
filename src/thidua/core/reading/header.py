"""Head of the document: type, number and symbol, bodies, place and date, subject (Decree 30/2020, Annex I)."""

import re
from calendar import monthrange

from thidua.core.reading import bodies
from thidua.core.reading.dates import FULL_DATE, in_words, iso
from thidua.core.reading.layout import Layout
from thidua.core.reading.lines import Line, is_upper
from thidua.core.reading.model import Field, Header, Signer
from thidua.core.reading.normalise import fold
from thidua.core.reading.prose import Prose
from thidua.core.reading.titles import is_organisation, is_state_line, looks_like_title, type_at_start, type_name
from thidua.core.reading.tree import Paragraph

_NUMBER = re.compile(
    r"(?:^|\n|\s{2,})\s*so\s*[:.]?\s*(?P<n>\d{1,6}[a-z]?(?!\d))?\s*[.…_]*\s*"
    r"(?P<sep>[/-])\s*(?P<s>[a-z][a-z&]*(?:\s?[-/.]\s?[a-z&][a-z&\d]*)*)"
)
_DATED = re.compile(
    r"(?:(?P<place>[^\n,;:/]{1,60}?)\s*,\s*)?ngay(?P<d>\s*\d{1,2}|[\s.…_]*)\s*thang(?P<m>\s*\d{1,2}|[\s.…_]*)\s*"
    r"nam\s*(?P<y>(?:19|20)\d{2}|20[\d.…_ ]{0,3})"
)
_WORDED = re.compile(
    r"(?:(?P<place>[^\n,;:/]{1,60}?)\s*,\s*)?(?P<date>ngay [a-z\s]{3,30} thang [a-z\s]{2,12} nam [a-z ]{8,60})"
)
_SHORT_DATED = re.compile(rf"(?P<place>[^\n,;:/]{{1,60}}?)\s*,\s*ngay\s*{FULL_DATE.pattern}")
_REFERENCE = re.compile(r"^(?:v/v|v\.v\.?|ve viec)\s*[:.]?\s*", re.IGNORECASE)
_MOTTO = re.compile(r"cong\s*hoa\s*xa\s*hoi|doc\s*lap\s*-|chu nghia viet nam|dang cong san|tu do\s*-|hanh phuc$")
_AFTER_TITLE = re.compile(r"kinh gui|(?:vao )?(?:hoi|luc) \d")
_YEAR_TAIL = re.compile(r"[\s,]*(?:nam (?:hoc )?\d{4}(?:\s*-\s*\d{4})?)\s*$")


def read_header(layout: Layout, items: list[Paragraph], signer: Signer) -> Header:
    """Read the head; what is lost there is looked for in the body (issuer) and at the end (place and date)."""
    blocks = [Prose(lines, "\n") for lines in layout.head]
    ends = [Prose(lines, "\n") for lines in layout.tail]
    number, symbol = _number(blocks)
    place, day = _place_and_date(blocks, ends)
    parent, issuer = _bodies(layout.head)
    kind, subject = _title(layout.head)
    if issuer is None:
        issuer = bodies.issuer_from_body(items, subject, symbol, signer)
    return Header(kind, number, symbol, issuer, parent, place, day, subject)


def _number(blocks: list[Prose]) -> tuple[Field | None, Field | None]:
    for block in blocks:
        match = _NUMBER.search(block.folded)
        if match:
            number = block.field(*match.span("n")) if match["n"] else None
            return number, _compact(block.field(*match.span("s")))
    return None, None


def _compact(field: Field) -> Field:
    return Field(re.sub(r"\s+", "", field.value), field.span)


def _place_and_date(blocks: list[Prose], ends: list[Prose]) -> tuple[Field | None, Field | None]:
    for block in [*blocks, *ends]:
        match = _DATED.search(block.folded) or _SHORT_DATED.search(block.folded)
        if match:
            return _place(block, match), _date(block, match)
        words = _WORDED.search(block.folded)
        spoken = in_words(words["date"].replace("\n", " ")) if words else None
        if words and spoken:
            return _place(block, words), Field(spoken, block.span(*words.span("date")))
    return None, None


def _place(block: Prose, match: re.Match[str]) -> Field | None:
    if not match["place"] or is_organisation(match["place"].strip()):
        return None
    start, end = match.span("place")
    start += len(match["place"]) - len(match["place"].lstrip())
    return block.field(start, end)


def _date(block: Prose, match: re.Match[str]) -> Field | None:
    """ISO date as far as it is filled in: 2022-03-04, 2024-01, 2024."""
    at = block.folded.index("ngay", match.start())
    span = block.span(at, match.end())
    if "yl" in match.groupdict():
        full = iso(match)
        return Field(full, span) if full else None
    year, month, day = (match[key].strip(" .…_\n") for key in "ymd")
    if len(year) != 4:
        return None
    if not month or not 1 <= int(month) <= 12:
        return Field(year, span)
    last = monthrange(int(year), int(month))[1]
    if not day or not 1 <= int(day) <= last:
        return Field(f"{year}-{int(month):02}", span)
    return Field(f"{year}-{int(month):02}-{int(day):02}", span)


def _bodies(head: list[list[Line]]) -> tuple[Field | None, Field | None]:
    """Parent body and issuer: the lines in capitals above the number, one body per opening word."""
    groups: list[list[Line]] = []
    for block in head:
        for line in block:
            if (
                type_at_start(line.text)
                or looks_like_title(line)
                or _REFERENCE.match(line.folded)
                or line.folded.startswith("kinh gui")
            ):
                break
            if is_state_line(line) or _MOTTO.search(line.folded) or not any(map(str.isalpha, line.text)):
                if re.match(r"so\s*[:.\d]", line.folded):
                    break
                continue
            if is_organisation(line.folded) and not (groups and _unfinished(groups[-1])):
                groups.append([line])
            elif groups and groups[-1][-1] in block and len(line.text) < 60:
                groups[-1].append(line)
    if not groups:
        return None, None
    fields = [Prose(group) for group in groups]
    values = [prose.field(0, len(prose.text)) for prose in fields]
    return (values[-2] if len(values) > 1 else None), values[-1]


def _unfinished(group: list[Line]) -> bool:
    """Whether a wrapped name must go on ("HỘI ĐỒNG THI ĐUA -", "SỞ GIÁO DỤC VÀ")."""
    return group[-1].folded.endswith(("-", " va", ","))


def _title(head: list[list[Line]]) -> tuple[Field | None, Field | None]:
    """Type and subject: under a printed type name, after V/v, or the title of an untyped letter."""
    for block in head:
        for i, line in enumerate(block):
            if type_at_start(line.text):
                return _typed(block[i:])
    for block in head:
        for i, line in enumerate(block):
            reference = _REFERENCE.match(line.folded)
            if reference:
                return _letter(block[i:], reference.end())
    for block in head:
        for i, line in enumerate(block):
            if looks_like_title(line):
                return _untyped(block[i:])
    return None, None


def _typed(lines: list[Line]) -> tuple[Field, Field | None]:
    prose = Prose(lines[: _title_end(lines)])
    name = type_name(prose.text) or ""
    length = len(name)
    kind = Field(name, prose.span(0, length))
    start = length
    while start < len(prose.text) and prose.text[start] in " .:":
        start += 1
    subject = prose.field(start, len(prose.text))
    return kind, (_stripped(subject) if subject.value else None)


def _title_end(lines: list[Line]) -> int:
    """Where a title ends: at the addressees, the opening of minutes, the authority in capitals under a subject that is not,
    or a new sentence after a gap."""
    for place, line in enumerate(lines[1:], 1):
        in_capitals = is_upper(line.text)
        new_sentence = bool(line.gap) and line.text[:1].isupper() and not in_capitals
        other = new_sentence or (in_capitals and not is_upper(lines[1].text))
        if _AFTER_TITLE.match(line.folded) or (place > 1 and other):
            return place
    return len(lines)


def _letter(lines: list[Line], length: int) -> tuple[Field, Field | None]:
    """Subject of a letter: from V/v to a gap, the addressees or another part of the head."""
    taken = [lines[0]]
    for line in lines[1:]:
        if line.gap or line.folded.startswith("kinh gui") or is_state_line(line) or _MOTTO.search(line.folded):
            break
        taken.append(line)
    prose = Prose(taken)
    subject = prose.field(length, len(prose.text))
    return Field("Công văn", prose.span(0, length)), (_stripped(subject) if subject.value else None)


def _untyped(lines: list[Line]) -> tuple[Field, Field]:
    prose = Prose([line for line in lines if is_upper(line.text)])
    subject = prose.field(0, len(prose.text))
    short = _YEAR_TAIL.sub("", fold(subject.value))
    words = subject.value[: len(short)].strip().capitalize()
    return Field(words, prose.span(0, len(short))), subject


def _stripped(field: Field) -> Field:
    return Field(field.value.rstrip(" .;-_"), field.span)
