"""Names of bodies in running text, and the issuer of a document whose head is lost."""

import re
from collections.abc import Iterator

from thidua.core.reading.model import Field, Signer
from thidua.core.reading.normalise import fold
from thidua.core.reading.tree import Paragraph

_VERB = (
    r"(?P<verb>ban hanh|xay dung|phat dong|to chuc|de nghi|keu goi|yeu cau|trien khai|huong dan|thong bao|de ra|lap)"
)
_BODY = (
    r"(?:so giao duc|phong giao duc|phong van hoa|truong [a-z]|bo giao duc|hoi dong thi dua|ubnd|uy ban nhan dan|cong doan nganh"
    r"|trung tam|khoi thi dua|cum thi dua|dai hoc|hoc vien|so gd|phong gd|lien doan lao dong|ban giam hieu|dang uy)"
)
_ISSUES = re.compile(
    rf"(?:^|[,;.”\")]\s*)(?:(?:giam doc|hieu truong|truong phong|chu tich|ban giam hieu)\s+)?(?P<body>{_BODY}[^,;.:”\"]{{0,90}}?)"
    rf"(?:\s*\([^)]{{1,60}}\))?(?P<area>\s+(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong)(?:\s+\S+){{0,4}}?)?\s+{_VERB}\b"
)
_NAMED = re.compile(rf"\bcua (?P<body>{_BODY}[^,;.:]*)$")
_BY_SYMBOL = (
    ("sgd", "so giao duc"), ("pgd", "phong giao duc"), ("hd", "hoi dong"), ("ubnd", "u"), ("bgd", "bo giao duc"),
    ("th", "truong"), ("mn", "truong"), ("vhxh", "phong van hoa"), ("cd", "cong doan"),
)  # fmt: skip
_BY_POST = (("truong phong", "phong"), ("hieu truong", "truong"), ("chu tich", ("u", "hoi dong", "cong doan")))


def issuer_from_body(
    items: list[Paragraph], subject: Field | None, symbol: Field | None, signer: Signer
) -> Field | None:
    """The body that says "... ban hành kế hoạch", matched with the symbol and the signer's post; None if none does."""
    found = list(_candidates(items))
    if not found and subject:
        match = _NAMED.search(fold(subject.value))
        return Field(subject.value[match.start("body") :], subject.span) if match else None
    wanted = _expected(symbol, signer)
    fitting = [field for field in found if not wanted or fold(field.value).startswith(wanted)]
    if not fitting:
        return found[0] if found and not wanted else None
    return _longest_form(fitting[0], items, subject)


def _candidates(items: list[Paragraph]) -> Iterator[Field]:
    leads = [item for item in items if not item.path][:8]
    for item in [*leads, *items[-3:]]:
        for match in _ISSUES.finditer(item.prose.folded):
            at, end = match.span("body")
            verb_at = item.prose.folded.rindex(" ", 0, match.end() - len(match["verb"]) + 1) + 1
            if (
                item.text[at].isupper()
                and item.text[verb_at].islower()
                and not _acts_for_another(item, match.start(), at)
            ):
                yield item.prose.field(at, end)


def _acts_for_another(item: Paragraph, start: int, body_at: int) -> bool:
    """Whether the body stands in an enumeration of who launched other movements ("do A, B phát động")."""
    clause = re.split(r"[;.]", item.prose.folded[:body_at])[-1].rsplit("phat dong", 1)[-1]
    return " do " in clause


def _expected(symbol: Field | None, signer: Signer) -> tuple[str, ...]:
    suffix = fold(symbol.value).rsplit("-", 1)[-1] if symbol else ""
    first = fold(symbol.value) if symbol else ""
    for code, start in _BY_SYMBOL:
        if suffix.startswith(code) or first.startswith(code):
            return (start,)
    post = fold(signer.position.value) if signer.position else ""
    for word, starts in _BY_POST:
        if word in post:
            return starts if isinstance(starts, tuple) else (starts,)
    return ()


def _longest_form(issuer: Field, items: list[Paragraph], subject: Field | None) -> Field:
    """The fullest form of the name in subject or closing ("Sở ... thành phố Đà Nẵng")."""
    pattern = re.compile(
        re.escape(issuer.value) + r"\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?:\s+[A-ZĐÀ-Ỹ][^\s,.;/]*)+"
    )
    texts = [subject.value] if subject else []
    for text in [*texts, *(item.text for item in items[-4:])]:
        match = pattern.search(text)
        if match:
            return Field(match.group(), issuer.span)
    return issuer
