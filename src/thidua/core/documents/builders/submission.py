"""Tờ trình đề nghị khen thưởng: the letter that submits nominations to who decides."""

from dataclasses import dataclass

from thidua.core.documents.builders.letterhead import Honouree, HonourGroup, Letterhead, group_by_honour, list_table
from thidua.core.documents.model import Annex, Document, Node, Paragraph, Point, Signer


@dataclass(frozen=True)
class SubmissionText:
    """Nội dung tờ trình: who is nominated and on what ground.

    period: "năm học 2025 - 2026". council: where and when the council voted ("Biên bản họp ... ngày 25/5/2026");
    Honouree.note holds the votes as printed ("15/15 phiếu, 100 %"). enclosures: what is sent along.
    """

    letterhead: Letterhead
    addressees: tuple[str, ...]
    period: str
    council: str
    signer: Signer
    individuals: tuple[Honouree, ...] = ()
    collectives: tuple[Honouree, ...] = ()
    legal_bases: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


def build_submission(text: SubmissionText) -> Document:
    """Write the submission letter with one annexed list per honour and kind of subject.

    Raises ValueError when nobody is nominated.
    """
    groups = group_by_honour(text.individuals, text.collectives)
    if not groups:
        raise ValueError("Tờ trình cần ít nhất một cá nhân hoặc tập thể được đề nghị")
    head = text.letterhead
    return Document(
        kind="TTr",
        parent_body=head.parent_body,
        issuer=head.issuer,
        number=head.number,
        symbol=head.symbol("TTr"),
        place=head.place,
        date=head.date,
        subject=f"Về việc đề nghị tặng danh hiệu thi đua, hình thức khen thưởng {text.period}",
        addressees=text.addressees,
        legal_bases=text.legal_bases,
        body=_body(text, groups),
        recipients=text.recipients,
        signer=text.signer,
        annexes=tuple(_annex(group, text.period) for group in groups),
    )


def _body(text: SubmissionText, groups: list[HonourGroup]) -> tuple[Node, ...]:
    addressee = text.addressees[0] if text.addressees else "Cấp có thẩm quyền"
    asked = f"{text.letterhead.issuer} kính trình {addressee} xem xét, quyết định khen thưởng {text.period} như sau:"
    nodes: list[Node] = [Paragraph(f"Căn cứ {text.council}, {asked}" if text.council else asked)]
    nodes += [Point("1", text=f"{group.honour}: {group.counted}.") for group in groups]
    nodes.append(Paragraph(f"Danh sách cụ thể tại {_annexes(len(groups))} kèm theo Tờ trình này."))
    if text.enclosures:
        nodes.append(Paragraph(f"Hồ sơ gửi kèm gồm: {'; '.join(text.enclosures)}."))
    nodes.append(Paragraph(f"Kính đề nghị {addressee} xem xét, quyết định."))
    return tuple(nodes)


def _annexes(count: int) -> str:
    return "Phụ lục" if count == 1 else "các Phụ lục"


def _annex(group: HonourGroup, period: str) -> Annex:
    title = f"Danh sách {group.label.lower()} đề nghị tặng {group.honour} {period}"
    note = "Kết quả bỏ phiếu" if any(member.note for member in group.members) else ""
    return Annex(title, (list_table(group.members, label=group.label, with_honour=False, note=note),))
