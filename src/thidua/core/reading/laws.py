"""Documents cited by name: laws, resolutions of congresses and plenums, schemes with their approving authority."""

import re
from collections.abc import Iterator

from thidua.core.reading.dates import FULL_DATE, iso
from thidua.core.reading.model import Citation
from thidua.core.reading.normalise import fold
from thidua.core.reading.numbers import NUMBER
from thidua.core.reading.patterns import any_of
from thidua.core.reading.prose import Prose, trim

# Names with commas or "và" inside, longest first; others end at the first comma or stop word.
_NAMES = any_of(
    r"thi dua[,\s]*(?:-\s*)?khen thuong | bau cu dai bieu quoc hoi va dai bieu hoi dong nhan dan | can bo, cong chuc",
    "phong, chong [a-z]+ [a-z]+(?: [a-z]+)? | thuc hanh tiet kiem, chong lang phi | thuc hien dan chu o co so",
    "trat tu, an toan giao thong duong bo | giao duc nghe nghiep | giao duc dai hoc | to chuc chinh quyen dia phuong",
    "khoa hoc, cong nghe va doi moi sang tao | an toan, ve sinh lao dong | phong chay,? chua chay(?: va cuu nan, cuu ho)?",
)
_STOP = any_of(
    "va | nam | ngay | so | quy | trong | den | cho | theo | ve | nham | gan | duoc | sua | de | hien | tai | cua | tren | toi",
    "ma | co | da | nay",
)
_AMENDING = r"(?P<amend>sua doi,? bo sung (?:mot so dieu (?:cua )?)?(?:cac )?luat )"
_LAW = re.compile(
    rf"\b(?P<kind>bo luat|luat)\s+{_AMENDING}?"
    rf"(?P<name>{_NAMES}|[a-z]+(?:\s(?!{_STOP}\b)[a-z]+|(?<=bao)\s+ve){{0,6}})"
)
_YEAR = re.compile(r"\s*(?:\(\s*)?nam\s+((?:19|20)\d{2})")
_DAY = re.compile(rf"[\s,]*(?:so\s*\S+\s*)?ngay\s*{FULL_DATE.pattern}")
_NUMBERED = re.compile(r"\s*[,(]?\s*(?:luat\s+)?so\s*:?\s*(?=\d)")
_DETAIL = re.compile(r"(?:dieu cua|thi hanh|chi tiet|bien phap thi hanh|huong dan)\s+$")
_MEETING = any_of("dai hoi | hoi nghi | trung uong | tw | bch | ban chap hanh")
_MEETING_END = any_of(
    "ve | va | gan | trong | da | vao | gop | nham | theo | bang | voi | de ra | la | tren | cung | nhiem vu | duoc"
)
_RESOLUTION = re.compile(
    rf"\bnghi quyet\s+(?:cua\s+)?(?P<who>{_MEETING}\b(?:(?!\s{_MEETING_END}\b)[^;.,()\"]"
    r"|,\s(?=[ivx]+\b|tinh|huyen|xa\b|thanh pho|quan\b|phuong\b|cac cap))*)"
)
_ABOUT = re.compile(r"\s+ve\s+(?P<about>[^;.\"]{3,200})")
_SCHEMES = (
    re.compile(r"\bde an\s+(?P<name>[^,;.:\"]{3,120}?)\s+do\s+(?P<who>[a-z][^,;.:\"]{3,60}?)\s+(?:phe duyet|ban hanh)"),
    re.compile(
        r"\bde an\s+\"(?P<name>[^\"]{3,200})\"\s+(?:do|cua)\s+(?P<who>[a-z][^,;.:\"]{3,60}?)(?=\s+(?:phe duyet|ban hanh|nham|ve)|[,;.]|$)"
    ),
    re.compile(
        r"\bde an\s+cua\s+(?P<who>[a-z][^,;.:\"]{3,60}?)\s+ve\s+(?P<name>[^,;.:\"]{3,100}?)(?=\s+(?:nham|de|gan|trong|va)\b|[,;.]|$)"
    ),
)


def laws_in(prose: Prose, taken: list[tuple[int, int]], abouts: list[tuple[int, int]]) -> Iterator[Citation]:
    """Laws named without number. A law named inside the subject of a decree that details it is not cited by itself."""
    for match in _LAW.finditer(prose.folded):
        start, end = match.start(), match.end()
        if not (prose.text[start].isupper() or prose.text[start : start + 7] == "Bộ luật") or _within(start, taken):
            continue
        if not (prose.text[match.start("name")].isupper()):
            continue
        if _within(start, abouts) and _DETAIL.search(prose.folded, 0, start):
            continue
        number, at = _law_number(prose, end)
        day, at = _law_date(prose, at)
        name = prose.field(start, end).value
        kind = "Bộ luật" if match["kind"] == "bo luat" else "Luật"
        yield Citation(kind, number, day, None, name, prose.span(start, at))


def _law_number(prose: Prose, end: int) -> tuple[str | None, int]:
    """ "Luật Thi đua, khen thưởng số 06/2022/QH15", where the number stands after the name."""
    label = _NUMBERED.match(prose.folded, end)
    number = NUMBER.match(prose.text, label.end()) if label else None
    return (re.sub(r"\s+", "", number.group()), number.end()) if number else (None, end)


def _law_date(prose: Prose, end: int) -> tuple[str | None, int]:
    year = _YEAR.match(prose.folded, end)
    if year:
        return year[1], year.end()
    day = _DAY.match(prose.folded, end)
    return (iso(day), day.end()) if day else (None, end)


def resolutions_in(prose: Prose, taken: list[tuple[int, int]]) -> Iterator[Citation]:
    """Resolutions of a congress or plenum, which are cited by the meeting that passed them."""
    for match in _RESOLUTION.finditer(prose.folded):
        if not prose.text[match.start()].isupper() or any(start < match.start() < end for start, end in taken):
            continue
        start, end = trim(prose.text, *match.span("who"))
        about = _ABOUT.match(prose.folded, end)
        subject = (
            prose.field(*about.span("about")).value if about and "trung uong" in fold(prose.text[start:end]) else None
        )
        yield Citation("Nghị quyết", None, None, prose.field(start, end).value, subject, prose.span(match.start(), end))


def schemes_in(prose: Prose, taken: list[tuple[int, int]]) -> Iterator[Citation]:
    """Schemes named with the authority that approved them, unless the approving decision is cited itself."""
    for pattern in _SCHEMES:
        for match in pattern.finditer(prose.folded):
            before = prose.folded[max(0, match.start() - 12) : match.start()]
            if "phe duyet" in before or not prose.text[match.start("who")].isupper() or _within(match.start(), taken):
                continue
            who, name = prose.field(*match.span("who")).value, prose.field(*match.span("name")).value
            yield Citation("Đề án", None, None, who, name, prose.span(*match.span()))


def _within(at: int, ranges: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in ranges)
