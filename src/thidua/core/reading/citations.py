"""Documents the plan cites (Decree 30/2020: kind, number/symbol, date, issuer, about)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from thidua.core.reading.dates import FULL_DATE, iso
from thidua.core.reading.laws import laws_in, resolutions_in, schemes_in
from thidua.core.reading.model import Citation, Field, Header
from thidua.core.reading.normalise import fold
from thidua.core.reading.numbers import NUMBER, number_key
from thidua.core.reading.patterns import any_of
from thidua.core.reading.prose import Prose, trim
from thidua.core.reading.tree import Paragraph

_KINDS = (
    "Nghị quyết liên tịch", "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư liên tịch", "Thông tư",
    "Kế hoạch liên tịch", "Kế hoạch", "Công văn", "Văn bản hợp nhất", "Văn bản", "Kết luận", "Chương trình hành động",
    "Chương trình phối hợp", "Chương trình công tác", "Chương trình", "Hướng dẫn liên ngành", "Hướng dẫn", "Thông báo",
    "Tờ trình", "Báo cáo", "Quy định", "Quy chế", "Đề án", "Công điện", "Thông tri", "Pháp lệnh", "Biên bản", "Lệnh",
    "Phương án", "Giấy mời", "Luật", "Bộ luật", "Thư",
)  # fmt: skip
_BY_FOLD = {fold(kind): kind for kind in _KINDS}
_KIND = "|".join(sorted((fold(kind) for kind in _KINDS), key=len, reverse=True))
_HEAD = re.compile(
    rf"\b(?P<kind>{_KIND})(?:\s+cua\s+[^,;.]{{2,60}}?|\s+lien nganh)?(?:\s*,?\s*so\s*:?\s*|\s*:\s*so\s*|\s+)(?=\d)"
)
_MORE = re.compile(r"\s*(?:,|;|va|,\s*va)\s*so\s*(?=\d)")
_DATE = re.compile(rf"[\s,(]*(?:ban hanh\s+|ky\s+)?ngay\s*{FULL_DATE.pattern}\s*\)?")
_ISSUER = re.compile(r"[\s,]*\(?\s*(?:do|của)\s+(?P<who>[A-ZĐÀ-Ỹ][^,;.:“\"”]*)")
_ISSUER_STOP = re.compile(
    r"\s"
    + any_of(
        "v/v | ve | quy dinh | ban hanh | phe duyet | trien khai | thuc hien | sua doi | huong dan | giao | phat dong | tiep tuc",
        "ke hoach | bang | nham | trong | tren dia ban | de | doi voi | theo | gan | ngay | cong bo | quan triet | tang cuong",
        rf"dieu chinh | (?:va|cung)(?=\s(?:cac|nhung|{_KIND})) | vao | cho | co(?! quan)",
    )
    + r"\b|\)|\((?!kho)|\s-\s"
)
_CAPITAL_STOP = re.compile(r"\s(?:phat dong|trien khai|thuc hien|ban hanh|quy dinh|tiep tuc|ve viec)\b")
_ABOUT = re.compile(r"[\s,]*(?:\(?(?:v/v|ve viec|ve)\b\s*:?\s*)?")
_ABOUT_VERB = re.compile(
    any_of(
        "quy dinh | ban hanh | phe duyet | trien khai | thuc hien | sua doi | huong dan | giao | phat dong | tiep tuc | ke hoach",
        "chuong trinh",
    )
)
_ABOUT_END = re.compile(r"[;.](?=\s|$)|\.{2,}|…")
_LONGEST_ABOUT = 400


@dataclass(frozen=True)
class _Mention:
    """One place where a numbered document is named."""

    citation: Citation
    head: tuple[int, int]
    about: tuple[int, int]
    prose: Prose


def all_mentions(items: list[Paragraph], notes: list[Prose], header: Header) -> list[Citation]:
    """Every mention, in the order of the text (the document itself left out)."""
    own = _own_number(header)
    found: list[Citation] = []
    for prose in [*(item.prose for item in items), *notes]:
        mentions = [m for m in _numbered(prose) if number_key(m.citation.number or "") != own]
        found += [m.citation for m in mentions]
        taken = [m.head for m in mentions]
        abouts = [m.about for m in mentions]
        found += laws_in(prose, taken, abouts)
        found += resolutions_in(prose, taken)
        found += schemes_in(prose, taken)
    return sorted(found, key=lambda c: c.span.start)


def _own_number(header: Header) -> str | None:
    if header.number and header.symbol:
        return number_key(f"{header.number.value}/{header.symbol.value}")
    return None


def _numbered(prose: Prose) -> Iterator[_Mention]:
    heads = list(_heads(prose))
    for i, (kind, start, number_at, end) in enumerate(heads):
        limit = heads[i + 1][1] if i + 1 < len(heads) else len(prose.text)
        yield _mention(prose, kind, start, (number_at, end), limit)


def _heads(prose: Prose) -> Iterator[tuple[str, int, int, int]]:
    """(kind, start, start of number, end of number) of each "Chỉ thị số 34-CT/TW", also "... và số 05-CT/TW"."""
    at = 0
    while head := _HEAD.search(prose.folded, at):
        number = NUMBER.match(prose.text, head.end())
        at = head.end()
        if not number or not (prose.text[head.start()].isupper() or " so" in head.group()):
            continue
        kind = _printed_kind(prose.text[head.start() : head.end()], head["kind"])
        yield kind, head.start(), number.start(), number.end()
        at = number.end()
        while (more := _MORE.match(prose.folded, at)) and (number := NUMBER.match(prose.text, more.end())):
            yield kind, number.start(), number.start(), number.end()
            at = number.end()


def _printed_kind(text: str, folded_kind: str) -> str:
    return _BY_FOLD.get(folded_kind, text[: len(folded_kind)].capitalize())


def _mention(prose: Prose, kind: str, start: int, number: tuple[int, int], limit: int) -> _Mention:
    at = number[1]
    day: str | None = None
    issuer: Field | None = None
    for _ in range(2):
        if day is None and (match := _DATE.match(prose.folded, at, limit)):
            day, at = iso(match), match.end()
        if issuer is None and (match := _ISSUER.match(prose.text, at, limit)):
            issuer, at = _issuer(prose, match)
    head_end = at
    about_at, about_end = _about(prose, at, limit)
    about = prose.field(about_at, about_end).value or None
    printed = re.sub(r"\s+", "", prose.text[number[0] : number[1]])
    citation = Citation(kind, printed, day, issuer.value if issuer else None, about, prose.span(start, head_end))
    return _Mention(citation, (start, head_end), (about_at, about_end), prose)


def _issuer(prose: Prose, match: re.Match[str]) -> tuple[Field, int]:
    start, end = match.span("who")
    for stop in _ISSUER_STOP.finditer(prose.folded, start, end):
        if not prose.text[stop.start() + 1 : stop.start() + 2].isupper() or _CAPITAL_STOP.match(
            prose.folded, stop.start()
        ):
            closes = stop.group() == ")" and "(" in prose.text[start : stop.start()]
            end = stop.end() if closes else stop.start()
            break
    start, end = trim(prose.text, start, end, " ,-")
    return prose.field(start, end), end


def _about(prose: Prose, at: int, limit: int) -> tuple[int, int]:
    """Range of what the document is about: a quoted title, or the words up to the end of the clause."""
    match = _ABOUT.match(prose.folded, at, limit)
    start = match.end() if match else at
    given = match is not None and re.search(r"v/v|ve", match.group()) is not None
    if prose.folded[start : start + 1] == '"':
        close = prose.folded.find('"', start + 1)
        if close > 0:
            return trim(prose.text, start + 1, close)
    if not given and not _ABOUT_VERB.match(prose.folded, start):
        return start, start
    stop = _ABOUT_END.search(prose.folded, start)
    end = min(stop.start() if stop else len(prose.text), start + _LONGEST_ABOUT)
    if limit < end and re.search(r"(?:,|\bva|\bvà)\s*$", prose.text[start:limit]):
        end = limit
    start, end = trim(prose.text, start, end, " ,;:")
    while end > start and prose.folded[start:end].endswith((" va", ",")):
        end -= 3 if prose.folded[start:end].endswith(" va") else 1
    return start, max(start, end)


def distinct(mentions: list[Citation]) -> tuple[Citation, ...]:
    """One citation per distinct document, at its first mention, completed by what later mentions add."""
    found: dict[str, Citation] = {}
    for mention in mentions:
        key = _key(mention)
        first = found.get(key, mention)
        if first.number and mention.number and number_key(first.number) != number_key(mention.number):
            key = number_key(mention.number)
            first = found.get(key, mention)
        found[key] = replace(
            first,
            number=first.number or mention.number,
            date=first.date or mention.date,
            issuer=first.issuer or mention.issuer,
            about=first.about or mention.about,
        )
    every = list(found.values())
    return tuple(citation for citation in every if not _is_alias(citation, every))


def _key(citation: Citation) -> str:
    """What makes two mentions the same document: the number; the name of a law, scheme or congress."""
    if citation.number and citation.kind not in {"Luật", "Bộ luật"}:
        return number_key(citation.number)
    name = citation.issuer if citation.kind == "Nghị quyết" else citation.about
    return citation.kind + " " + re.sub(r"[^a-z0-9]+", " ", fold(name or citation.number or "")).strip()


def _is_alias(citation: Citation, others: list[Citation]) -> bool:
    """Whether an unnumbered resolution is one that is also cited with its number (Trung ương 8 khóa XI = 29-NQ/TW)."""
    if citation.number or citation.kind != "Nghị quyết" or not citation.issuer:
        return False
    plenum = _plenum(citation.issuer)
    return bool(plenum) and any(
        o.number and o.kind == "Nghị quyết" and _plenum(o.issuer or "") == plenum for o in others
    )


def _plenum(name: str) -> str | None:
    match = re.search(r"(?:trung uong|tw)\s*(?:lan thu\s*)?(\w+)\W+khoa\s*([ivx]+)", fold(name))
    return f"{match[1]} {match[2]}" if match else None
