"""The tree of an official document, as plain values. Text is in sentence case: printing raises what the decree raises."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Level = Literal["I", "1", "a", "-", "+"]
Align = Literal["justify", "center", "left", "right"]


@dataclass(frozen=True)
class Paragraph:
    """Đoạn văn: a paragraph of body text."""

    text: str
    bold: bool = False
    italic: bool = False
    align: Align = "justify"


@dataclass(frozen=True)
class Heading:
    """Phần, chương, mục: a centred heading of two lines, `label` ("Chương I") and `title`."""

    label: str
    title: str = ""


@dataclass(frozen=True)
class Point:
    """Mục, khoản, điểm: a numbered item. Its number is counted among the siblings of the same level.

    level: "I", "1", "a", "-" or "+". `title` is printed bold (level I in capitals); `text` follows the number when
    there is no title, else it starts a paragraph of its own.
    """

    level: Level
    title: str = ""
    text: str = ""
    children: tuple["Node", ...] = ()


@dataclass(frozen=True)
class Article:
    """Điều: an article, numbered through the whole document."""

    title: str = ""
    text: str = ""
    children: tuple["Node", ...] = ()


@dataclass(frozen=True)
class Column:
    """Cột: a table column; `width` is its share relative to the other columns."""

    title: str
    width: float = 1.0
    align: Align = "left"


@dataclass(frozen=True)
class Table:
    """Bảng: a table whose head is repeated on every page; each row holds one text per column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


Node = Paragraph | Heading | Point | Article | Table


@dataclass(frozen=True)
class Signer:
    """Người ký: `capacity` holds the lines before the post ("TM. HỘI ĐỒNG", "KT. GIÁM ĐỐC"), empty for the head.

    `extra_position` is the signer's other post, printed above the name of a council's signer (Annex I, II.7).
    """

    position: str
    name: str = ""
    capacity: str = ""
    extra_position: str = ""


@dataclass(frozen=True)
class Annex:
    """Phụ lục: numbered when there are several; `titled_only` leaves out the word "Phụ lục", as lists of names do."""

    title: str
    body: tuple[Node, ...]
    landscape: bool = False
    titled_only: bool = False


@dataclass(frozen=True)
class Document:
    """Văn bản: one official document.

    kind: an abbreviation of `kinds.KINDS`. number, symbol, place, date, signer: absent in drafts, printed as room to
    fill in. date: ISO, partial when partial ("2026-11", "2026"). authority: who decides ("Giám đốc Sở ..."), printed
    above the legal bases of decisions. co_signers: sign to the left of the signer (minutes, commitments).
    """

    kind: str
    issuer: str
    subject: str
    parent_body: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    date: str = ""
    authority: str = ""
    addressees: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    body: tuple[Node, ...] = ()
    recipients: tuple[str, ...] = ()
    signer: Signer | None = None
    co_signers: tuple[Signer, ...] = ()
    annexes: tuple[Annex, ...] = ()


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Yield every node of a body, parents before their children."""
    for node in nodes:
        yield node
        if isinstance(node, Point | Article):
            yield from walk(node.children)
