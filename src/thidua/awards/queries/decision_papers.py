"""The words of decisions and certificates, gathered from drafts and awards."""

from collections.abc import Iterable, Sequence
from datetime import date

from thidua.awards.models import Award, AwardDecision, Revocation
from thidua.awards.queries.decisions import DraftRow
from thidua.awards.queries.signing import Signing
from thidua.core.documents.builders.decision import DecisionText
from thidua.core.documents.builders.letterhead import Honouree
from thidua.core.documents.certificate import Certificate
from thidua.core.documents.model import Article, Document
from thidua.core.law.bases import list_award_bases
from thidua.core.law.honours import honour
from thidua.core.time.years import parse_year
from thidua.core.verification import show
from thidua.core.vietnamese.dates import official_date
from thidua.core.vietnamese.numbers import format_money

ACHIEVEMENT = "đã có thành tích trong phong trào thi đua"
MONEY_SOURCE = "Quỹ thi đua, khen thưởng"


def write_decision(decision: AwardDecision, rows: Sequence[DraftRow], signing: Signing, on: date) -> DecisionText:
    """The decision with its annexed lists; sums stand beside the names."""
    year = parse_year(decision.year)
    people = tuple(_honouree(row) for row in rows if row.nomination.person_id)
    collectives = tuple(_honouree(row) for row in rows if not row.nomination.person_id)
    return DecisionText(
        letterhead=signing.letterhead,
        authority=signing.authority,
        period=year.title,
        achievement=f"{ACHIEVEMENT} {year.title}",
        signer=signing.signer,
        individuals=people,
        collectives=collectives,
        titles=frozenset(row.honour.name for row in rows if row.honour.is_title),
        legal_bases=list_award_bases(on),
        proposer=decision.meeting.council.name if decision.meeting else "",
        total_money=sum(row.amount or 0 for row in rows),
        money_source=MONEY_SOURCE,
        recipients=("Như Điều 1", "Các đơn vị có liên quan", "Lưu: VT, hồ sơ khen thưởng"),
    )


def _honouree(row: DraftRow) -> Honouree:
    if row.amount is None:
        note = ""
    elif row.is_paid:
        note = format_money(row.amount)
    else:
        note = "Đã hưởng mức cao hơn"
    return Honouree(name=row.name, detail=row.detail, honour=row.honour.name, note=note)


def write_revocation(award: Award, ground: str, explanation: str, signing: Signing, on: date) -> Document:
    """Quyết định huỷ bỏ quyết định khen thưởng, thu hồi hiện vật và tiền thưởng of one award (Luật TĐKT Điều 93)."""
    name, given = award.recipient_name, honour(award.honour)
    deed = f"công nhận danh hiệu {given.name}" if given.is_title else f"tặng {given.name}"
    period = parse_year(award.year).title
    reason = Revocation.Ground(ground).label
    money = (
        f"Thu hồi hiện vật khen thưởng và số tiền thưởng {format_money(award.money)} đã nhận, nộp vào {MONEY_SOURCE}."
        if award.money
        else "Thu hồi hiện vật khen thưởng đã nhận."
    )
    return Document(
        kind="QĐ",
        parent_body=signing.letterhead.parent_body,
        issuer=signing.letterhead.issuer,
        symbol=signing.letterhead.symbol("QĐ"),
        place=signing.letterhead.place,
        subject=f"Về việc huỷ bỏ quyết định khen thưởng đối với {name}",
        authority=signing.authority,
        legal_bases=(
            *list_award_bases(on),
            f"Căn cứ Quyết định số {award.decision_number} {official_date(award.decided_on)}",
        ),
        body=(
            Article(
                text=f"Huỷ bỏ việc {deed} {period} cho {name} ({award.unit_name}) tại Quyết định số "
                f"{award.decision_number} {official_date(award.decided_on)}. Căn cứ: {reason.lower()}. Lý do: {explanation}"
            ),
            Article(text=money),
            Article(text="Quyết định này có hiệu lực kể từ ngày ký."),
            Article(text=f"{name}, {award.unit_name} và các đơn vị có liên quan thi hành Quyết định này."),
        ),
        recipients=("Như Điều 4", "Lưu: VT, hồ sơ khen thưởng"),
        signer=signing.signer,
    )


def write_certificates(
    awards: Iterable[Award],
    posts: dict[int, str],
    place: str,
    signer_lines: tuple[str, ...],
    signer_name: str,
    base_url: str,
) -> list[Certificate]:
    """One certificate per award, in order. `posts` describes persons by id, as of the day of the decision.

    `base_url` is where the public checks awards; `signer_lines` are capacity and post.
    """
    certificates = []
    for award in awards:
        is_title = honour(award.honour).is_title
        dated = official_date(award.decided_on)
        certificates.append(
            Certificate(
                authority=award.decided_by,
                verb="Tặng danh hiệu" if is_title else "Tặng",
                honour=honour(award.honour).name,
                name=award.recipient_name,
                detail=posts.get(award.person_id or 0, award.unit_name),
                achievement=award.achievement
                or f"Đã có thành tích trong phong trào thi đua {parse_year(award.year).title}",
                decision=f"Quyết định số {award.decision_number} {dated}",
                place_date=f"{place}, {dated}",
                signer_lines=signer_lines,
                signer_name=signer_name,
                verify_url=f"{base_url}/xac-thuc/{award.code}/",
                short_code=show(award.code),
                book_number=award.book_number,
            )
        )
    return certificates
