"""A document laid out: every line to print, in order, with its style. Both outputs draw this and add nothing.

So the .docx and the .pdf of one document cannot differ in content, and the format rules are applied in one place.
"""

from dataclasses import dataclass

from thidua.core.documents import format as rules
from thidua.core.documents.body import Block, Rule, Run, TextBlock, close_body, lay_out_nodes
from thidua.core.documents.breaking import break_evenly
from thidua.core.documents.kinds import KINDS
from thidua.core.documents.lines import (
    about_line,
    annexed_to,
    basis_lines,
    kind_line,
    listed,
    number_line,
    place_date_line,
    signature_lines,
)
from thidua.core.documents.metrics import MM_PER_POINT, text_width_mm
from thidua.core.documents.model import Annex, Document, Signer
from thidua.core.documents.text import clean
from thidua.core.vietnamese.numbers import roman

MOST_ABREAST = 3
GAP_UNDER_TITLE = Rule(0.0, after_pt=8)


@dataclass(frozen=True)
class Signature:
    """Khối chữ ký: the lines above the signature, the room for it, and the lines at its foot (other post, name)."""

    above: tuple[str, ...]
    below: tuple[str, ...]
    room_mm: float


@dataclass(frozen=True)
class Sheet:
    """Phụ lục đã dàn trang: the blocks of one annex, with its own page numbers."""

    blocks: tuple[Block, ...]
    landscape: bool


@dataclass(frozen=True)
class Layout:
    """Văn bản đã dàn trang: what stands in the header columns, the body, the closing and the annexes.

    Signatures stand beside the recipients, or `abreast` in rows above them where several people sign.
    """

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    left_foot: tuple[Block, ...]
    right_foot: tuple[Block, ...]
    blocks: tuple[Block, ...]
    recipients: tuple[str, ...]
    signatures: tuple[Signature, ...]
    signed_beside_recipients: bool
    abreast: int
    annexes: tuple[Sheet, ...]


def lay_out(document: Document) -> Layout:
    """Lay a document out by the rules of Decree 30/2020."""
    signers = (*document.co_signers, *((document.signer,) if document.signer else ()))
    width_mm = rules.TEXT_WIDTH_MM / min(len(signers), MOST_ABREAST) if document.co_signers else rules.RIGHT_COLUMN_MM
    return Layout(
        left=_issuer(document),
        right=(_line("nation", rules.NATION), _line("motto", rules.MOTTO), _motto_rule()),
        left_foot=_number_and_about(document),
        right_foot=_optional("place_date", place_date_line(document)),
        blocks=(*_title(document), *_opening(document), *close_body(lay_out_nodes(document.body, rules.TEXT_WIDTH_MM))),
        recipients=tuple(listed(document.recipients)),
        signatures=_signatures(signers, width_mm),
        signed_beside_recipients=not document.co_signers,
        abreast=min(len(signers), MOST_ABREAST),
        annexes=tuple(_annex(document, annex, place) for place, annex in enumerate(document.annexes, 1)),
    )


def _line(style: str, text: str, *, keep: bool = False) -> TextBlock:
    return TextBlock(style, (Run(text),), keep_with_next=keep)


def _optional(style: str, text: str) -> tuple[Block, ...]:
    return (_line(style, text),) if text.strip() else ()


def _issuer(document: Document) -> tuple[Block, ...]:
    blocks: list[Block] = []
    widest = 0.0
    for style, name in (("parent", document.parent_body), ("issuer", document.issuer)):
        size, bold = rules.STYLES[style].size_pt, rules.STYLES[style].bold
        lines = break_evenly(clean(name).upper(), size, rules.LEFT_COLUMN_MM - 2, bold=bold)
        blocks += _optional(style, "\n".join(lines))
        widest = max(text_width_mm(line, size, bold=bold) for line in lines)
    return (*blocks, Rule(round(widest * rules.RULE_SHARE, 1)))


def _motto_rule() -> Rule:
    return Rule(round(text_width_mm(rules.MOTTO, rules.STYLES["motto"].size_pt, bold=True), 1))


def _number_and_about(document: Document) -> tuple[Block, ...]:
    about = about_line(document)
    lines = break_evenly(about, rules.STYLES["about"].size_pt, rules.LEFT_COLUMN_MM - 2)
    return (_line("number", number_line(document)), *_optional("about", "\n".join(lines)))


def _title(document: Document) -> tuple[Block, ...]:
    kind = kind_line(document)
    if not kind:
        return ()
    subject = clean(document.subject)
    if not subject:
        return (_line("kind", kind, keep=True),)
    style = rules.STYLES["subject"]
    lines = break_evenly(subject, style.size_pt, rules.TEXT_WIDTH_MM - 10, bold=True)
    widest = max(text_width_mm(line, style.size_pt, bold=True) for line in lines)
    rule = Rule(round(widest * rules.RULE_SHARE, 1), after_pt=10)
    return (_line("kind", kind, keep=True), _line("subject", "\n".join(lines), keep=True), rule)


def _opening(document: Document) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if document.authority:
        blocks.append(_line("authority", clean(document.authority).upper(), keep=True))
    if KINDS[document.kind].addressed:
        blocks += _addressees(document.addressees)
    blocks += [_line("basis", text) for text in basis_lines(document.legal_bases)]
    if document.authority:
        blocks.append(_line("decides", f"{kind_line(document)}:", keep=True))
    return tuple(blocks)


def _addressees(addressees: tuple[str, ...]) -> list[Block]:
    """One addressee follows "Kính gửi:" on its line, several stand below it (Annex I, II.9a)."""
    texts = listed(addressees)
    if len(texts) <= 1:
        return [_line("addressee", f"Kính gửi: {text.removeprefix('- ')}") for text in texts]
    first = TextBlock("addressees", (Run("Kính gửi:"),), keep_with_next=True)
    return [Rule(0.0, after_pt=8), first, *(_line("addressees", text) for text in texts), Rule(0.0, after_pt=4)]


def _signatures(signers: tuple[Signer, ...], width_mm: float) -> tuple[Signature, ...]:
    """Room is shared out so that names stand level, whatever lines the posts need."""
    parts = [(signature_lines(signer), _foot(signer, width_mm)) for signer in signers]
    most = max((len(above) + len(below) for above, below in parts), default=0)
    line_mm = rules.STYLES["signer"].size_pt * rules.LINE_HEIGHT_EM * MM_PER_POINT
    return tuple(
        Signature(tuple(above), below, rules.SIGNATURE_ROOM_MM + (most - len(above) - len(below)) * line_mm)
        for above, below in parts
    )


def _foot(signer: Signer, width_mm: float) -> tuple[str, ...]:
    extra, size = clean(signer.extra_position).upper(), rules.STYLES["signer"].size_pt
    lines = break_evenly(extra, size, width_mm - 2, bold=True) if extra else ()
    return (*lines, clean(signer.name))


def _annex(document: Document, annex: Annex, place: int) -> Sheet:
    width_mm = rules.LANDSCAPE_TEXT_WIDTH_MM if annex.landscape else rules.TEXT_WIDTH_MM
    label = f"Phụ lục {roman(place)}" if len(document.annexes) > 1 else "Phụ lục"
    head = [] if annex.titled_only else [_line("annex", label, keep=True)]
    head.append(_centred("annex_title", clean(annex.title).upper(), width_mm))
    head.append(_centred("annex_note", annexed_to(document), width_mm))
    return Sheet((*head, GAP_UNDER_TITLE, *lay_out_nodes(annex.body, width_mm)), annex.landscape)


def _centred(style: str, text: str, width_mm: float) -> TextBlock:
    rule = rules.STYLES[style]
    lines = break_evenly(text, rule.size_pt, width_mm - 10, bold=rule.bold)
    return _line(style, "\n".join(lines), keep=True)
