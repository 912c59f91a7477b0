"""Movements: the one the document launches, then every named one (phong trào, cuộc vận động, đợt thi đua)."""

import re
from collections.abc import Iterator

from thidua.core.reading.lines import is_upper
from thidua.core.reading.model import Header, Movement
from thidua.core.reading.normalise import fold
from thidua.core.reading.patterns import any_of
from thidua.core.reading.prose import Prose
from thidua.core.reading.quotes import find_quotes
from thidua.core.reading.tree import Paragraph

_YEARS = r"\d{4}(?:\s*-\s*\d{4})?"
PERIOD = re.compile(rf"\b(?:nam hoc|giai doan|nhiem ky|nam)\s+{_YEARS}")
_WORD = any_of(
    "thi dua | yeu nuoc | chuyen de | trong tam | dac biet | lon | cao diem | thuong xuyen | ca nuoc | toan quoc | toan nganh",
    rf"nganh giao duc | (?:nam hoc|nam|giai doan)\s+{_YEARS} | do [^\"“;.]{{2,140}}? phat dong",
    r"cua (?:nganh|bo|so|tinh|chinh phu|thu tuong)[^\"“;.,]{0,40} | (?:va )?(?:cac )?(?:cuoc van dong|phong trao)",
    "khac | cu the | tiep tuc | trien khai | va",
)
_SUCH_AS = any_of("nhu sau | nhu la | nhu | gom(?: co)? | la | sau day | sau | mang ten | voi ten goi | co ten")
_CUE = re.compile(
    rf"(?:phong trao|cuoc van dong|dot thi dua)(?P<gap>(?:\s*,?\s*{_WORD})*)\s*[,:]?\s*{_SUCH_AS}?\s*[,:]?\s*(?:-\s*)?$"
)
_RIVALRY = re.compile(r"(?<!chu de )\bthi dua\s*$")
_GLUE = re.compile(
    r"^[\s,;.…]*(?:(?:do|cua)\s[^\"“;.]{2,80}?[\s,;]*)?"
    rf"(?:,?\s*(?:giai doan|nam hoc|nam|tu nam)\s+{_YEARS})?[\s,;.…]*(?:va|hoac|cung(?: voi)?)?\s*$"
)
_LAUNCHER = re.compile(r"\bdo (?P<who>[^\"“;.]{2,140}?) phat dong")
_LAUNCH_AT = re.compile(r"\bphong trao\b|\bcuoc van dong\b|\bdot thi dua\b")
_END_OF_NAME = re.compile(
    r"\s"
    + any_of(
        "cua (?:nganh|so|phong|truong|tinh|ubnd|uy ban|hoi dong|cum|khoi|xa|phuong) | tai\\s | tren dia ban (?=xa|phuong|huyen)",
        "trong (?:can bo|toan|nganh|nha) | den can bo | voi (?:noi dung|cac|nhung|chu de) | cu the",
    )
    + r"|[(:;.]|,\s*(?:voi|cu the)"
)
_UNQUOTED = (
    re.compile(rf"\bphong trao thi dua (?:yeu nuoc |chuyen de )?giai doan {_YEARS}"),
    re.compile(
        r"(?<!cac )\bphong trao thi dua (?:dac biet|cao diem|nuoc rut) (?:lap thanh tich|chao mung|ky niem|thuc hien) [^;.\"]+"
    ),
    re.compile(r"(?<!cac )\bphong trao thi dua lap thanh tich (?:chao mung|ky niem) (?!cac)[^;.\"]+"),
)
_ROUND = re.compile(
    r"^(?:dot\s+(?:thi dua\s+)?(?:thu\s+(?:nhat|hai|ba|tu|nam|\d)|cao diem|chuyen de|\d{1,2}|[ivx]{1,4})\b)"
    r"(?:\s*\([^)]*\))?(?P<rest>[^:.;]{0,80})[:.,]"
)
_SPAN_OF_TIME = re.compile(r"\btu [^.;,]{2,60}? den (?:het )?[^.;,()]{3,50}")


def read_movements(header: Header, items: list[Paragraph], notes: list[Prose]) -> tuple[Movement, ...]:
    """The launched movement first, then the named ones in the order of the text, each once."""
    found: dict[str, Movement] = {}
    launched = _launched(header, items)
    if launched:
        found[_key(launched.name)] = launched
    for prose in [*(item.prose for item in items), *notes]:
        for movement in sorted(_in_prose(prose, header), key=lambda m: m.span.start):
            found.setdefault(_key(movement.name), movement)
    return tuple(found.values())


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(name)).strip()


def _in_prose(prose: Prose, header: Header) -> Iterator[Movement]:
    yield from _quoted(prose)
    for pattern in _UNQUOTED:
        for match in pattern.finditer(prose.folded):
            name = prose.field(*match.span()).value
            yield Movement(name, _period(prose, *match.span()), None, prose.span(*match.span()))
    after = _after_marker(prose.folded)
    named = _ROUND.match(prose.folded[after:])
    if named:
        yield _round(prose, after, named, header)


def _after_marker(folded: str) -> int:
    match = re.match(r"(?:[-+•*]\s*|\(?[a-z0-9]{1,3}(?:\.\d)*[.)]\s*)", folded)
    return match.end() if match else 0


def _round(prose: Prose, at: int, match: re.Match[str], header: Header) -> Movement:
    """ "Đợt thi đua thứ nhất: Từ nay đến hết tháng 01/2021, ..."."""
    end = at + match.start("rest")
    bracket = prose.text.find("(", at, end)
    name = prose.field(at, bracket if bracket > 0 else end)
    time = _SPAN_OF_TIME.search(prose.folded, at, min(len(prose.text), at + 200))
    period = prose.field(*time.span()).value if time else None
    return Movement(name.value, period, header.issuer.value if header.issuer else None, name.span)


def _quoted(prose: Prose) -> Iterator[Movement]:
    after, launcher, carried = 0, None, False
    for start, end in find_quotes(prose.text):
        before = prose.folded[after : start - 1]
        cue = _CUE.search(before)
        if cue:
            who = _LAUNCHER.search(cue.group())
            launcher = (
                prose.field(after + cue.start() + who.start("who"), after + cue.start() + who.end("who")).value
                if who
                else (launcher if carried and _GLUE.match(before[: cue.start()]) else None)
            )
        elif not (carried and _GLUE.match(before)):
            launcher, carried = None, False
        title = prose.folded[start:end]
        named = (
            bool(cue)
            or carried
            or bool(_RIVALRY.search(before))
            or (before.rstrip().endswith("ke hoach") and "thi dua" in title)
        )
        if named and len(title) > 5:
            carried = bool(cue) or carried
            yield Movement(
                prose.field(start, end).value.strip(" .,;"),
                _period(prose, start, end, tail=True),
                launcher,
                prose.span(start, end),
            )
        after = end + 1


def _period(prose: Prose, start: int, end: int, *, tail: bool = False) -> str | None:
    match = PERIOD.search(prose.folded, start, end)
    if not match and tail:
        rest = prose.folded[end + 1 : end + 80]
        stop = re.search(r"[;.\"]", rest)
        match = PERIOD.search(prose.folded, end + 1, end + 1 + (stop.start() if stop else len(rest)))
    return prose.text[match.start() : match.end()] if match else None


def _launched(header: Header, items: list[Paragraph]) -> Movement | None:
    """What the subject (or the lead) says is being launched."""
    issuer = header.issuer.value if header.issuer else None
    if header.subject and _LAUNCH_AT.search(fold(header.subject.value)):
        name = _name_in(header.subject.value)
        span = header.subject.span
        if is_upper(name):
            name = _cased(name, items)
        return Movement(name, _launch_period((name, header.subject.value), items), issuer, span)
    for item in items[:8]:
        match = re.search(r"\bphat dong (?P<name>(?:phong trao )?thi dua\b[^;.:,(\"]{0,160})", item.prose.folded)
        if match and not item.path and " do " not in item.prose.folded[max(0, match.start() - 60) : match.start()]:
            start, end = match.span("name")
            name = _name_in(item.text[start:end])
            if not name.lower().startswith("phong trào"):
                name = f"phong trào {name}"
            return Movement(name, _launch_period((name,), items), issuer, item.prose.span(start, end))
    return None


def _name_in(subject: str) -> str:
    folded = fold(subject)
    at = _LAUNCH_AT.search(folded)
    start = at.start() if at else 0
    quotes = [q for q in find_quotes(subject) if q[0] > start]
    if quotes and re.fullmatch(r"phong trao(?: thi dua)?[\s:]*", folded[start : quotes[0][0] - 1]):
        return " ".join(subject[quotes[0][0] : quotes[0][1]].split())
    stop = _END_OF_NAME.search(folded, start + 10)
    name = " ".join(subject[start : stop.start() if stop else len(subject)].split()).strip(" .,;")
    return name if is_upper(name) else name[:1].lower() + name[1:]


def _cased(name: str, items: list[Paragraph]) -> str:
    """A name set in capitals as the running text writes it."""
    wanted = fold(name)
    for item in items:
        at = item.prose.folded.find(wanted[:40])
        if at >= 0:
            stop = _END_OF_NAME.search(item.prose.folded, at + 10)
            text = item.text[at : stop.start() if stop else len(item.text)].strip(" ,;.")
            if not is_upper(text) and 0.6 * len(name) <= len(text) <= 1.6 * len(name):
                return text
    return name.lower()


def _launch_period(names: tuple[str, ...], items: list[Paragraph]) -> str | None:
    """The period that the name or the subject bears, else what the paragraph on time says."""
    for name in names:
        match = PERIOD.search(fold(name))
        if match and not match.group().startswith("nhiem ky"):
            period = name[match.start() : match.end()]
            return period.lower() if is_upper(period) else period
    for item in items:
        if "thoi gian" in item.prose.folded[:60] or "thoi gian" in item.section:
            time = _SPAN_OF_TIME.search(item.prose.folded)
            if time:
                return item.prose.field(*time.span()).value
    return None
