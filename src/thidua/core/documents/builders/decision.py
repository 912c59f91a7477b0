"""Quyết định khen thưởng: the decision that confers titles and commendations."""

from dataclasses import dataclass

from thidua.core.documents.builders.letterhead import Honouree, HonourGroup, Letterhead, group_by_honour, list_table
from thidua.core.documents.model import Annex, Article, Document, Node, Point, Signer
from thidua.core.vietnamese.numbers import format_money, roman, spell_money

TITLE_VERB, COMMENDATION_VERB = "Công nhận danh hiệu", "Tặng"


@dataclass(frozen=True)
class DecisionText:
    """Nội dung quyết định: who is honoured, for what, and with how much money.

    achievement: what for, after the names ("đã có thành tích xuất sắc ..."). authority: who decides, in sentence case
    ("Giám đốc Sở Giáo dục và Đào tạo"). titles: those honours that are emulation titles and are "recognised"; the
    others are "conferred". total_money: in đồng, 0 leaves the article out. responsible: units that carry the decision
    out. proposer: "Chánh Văn phòng Sở", empty leaves that basis out.
    """

    letterhead: Letterhead
    authority: str
    period: str
    achievement: str
    signer: Signer
    individuals: tuple[Honouree, ...] = ()
    collectives: tuple[Honouree, ...] = ()
    titles: frozenset[str] = frozenset()
    legal_bases: tuple[str, ...] = ()
    proposer: str = ""
    total_money: int = 0
    money_source: str = ""
    responsible: str = ""
    recipients: tuple[str, ...] = ()


def build_decision(text: DecisionText) -> Document:
    """Write the decision with one annexed list per honour and kind of subject.

    Raises ValueError when nobody is honoured.
    """
    groups = group_by_honour(text.individuals, text.collectives)
    if not groups:
        raise ValueError("Quyết định khen thưởng cần ít nhất một cá nhân hoặc tập thể")
    head = text.letterhead
    proposed = (f"Theo đề nghị của {text.proposer}",) if text.proposer else ()
    return Document(
        kind="QĐ",
        parent_body=head.parent_body,
        issuer=head.issuer,
        number=head.number,
        symbol=head.symbol("QĐ"),
        place=head.place,
        date=head.date,
        subject=f"Về việc {_deed(text, groups)} {text.period}",
        authority=text.authority,
        legal_bases=(*text.legal_bases, *proposed),
        body=_articles(text, groups),
        recipients=text.recipients,
        signer=text.signer,
        annexes=tuple(_annex(text, group) for group in groups),
    )


def _verb(text: DecisionText, group: HonourGroup) -> str:
    return TITLE_VERB if group.honour in text.titles else COMMENDATION_VERB


def _deed(text: DecisionText, groups: list[HonourGroup]) -> str:
    """Name what the decision does: recognise titles, commend, or both."""
    recognised = any(group.honour in text.titles for group in groups)
    conferred = any(group.honour not in text.titles for group in groups)
    if recognised and conferred:
        return "công nhận danh hiệu thi đua và khen thưởng"
    return "công nhận danh hiệu thi đua" if recognised else "khen thưởng"


def _articles(text: DecisionText, groups: list[HonourGroup]) -> tuple[Node, ...]:
    articles = [_conferral(text, groups)]
    if text.total_money:
        source = f", chi từ {text.money_source}" if text.money_source else ""
        money = f"{format_money(text.total_money)} (bằng chữ: {spell_money(text.total_money)})"
        articles.append(
            Article(text=f"Mức tiền thưởng kèm theo thực hiện theo quy định, tổng số tiền là {money}{source}.")
        )
    articles.append(Article(text="Quyết định này có hiệu lực kể từ ngày ký."))
    responsible = f"{text.responsible}, các đơn vị" if text.responsible else "Các đơn vị"
    articles.append(
        Article(text=f"{responsible} có liên quan và các tập thể, cá nhân có tên tại Điều 1 thi hành Quyết định này.")
    )
    return tuple(articles)


def _conferral(text: DecisionText, groups: list[HonourGroup]) -> Article:
    if len(groups) == 1:
        return Article(text=f"{_line(text, groups[0])} {text.achievement} (có danh sách tại Phụ lục kèm theo).")
    deed = _deed(text, groups)
    points = tuple(
        Point("1", text=f"{_line(text, group)} (Phụ lục {roman(place)} kèm theo).")
        for place, group in enumerate(groups, 1)
    )
    lead = f"{deed[0].upper()}{deed[1:]} các tập thể, cá nhân {text.achievement}, gồm:"
    return Article(text=lead, children=points)


def _line(text: DecisionText, group: HonourGroup) -> str:
    return f"{_verb(text, group)} {group.honour} cho {group.counted}"


def _annex(text: DecisionText, group: HonourGroup) -> Annex:
    verb = "được công nhận danh hiệu" if group.honour in text.titles else "được tặng"
    title = f"Danh sách {group.label.lower()} {verb} {group.honour} {text.period}"
    note = "Ghi chú" if any(member.note for member in group.members) else ""
    return Annex(title, (list_table(group.members, label=group.label, with_honour=False, note=note),))
