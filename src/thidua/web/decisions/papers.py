"""A decision's papers: the document, its certificates and the list for payment."""

from django.conf import settings

from thidua.adapters.pdf.certificates import render_certificates
from thidua.adapters.xlsx.write import write_table
from thidua.awards.models import Award, AwardDecision
from thidua.awards.queries.decision_papers import write_certificates
from thidua.awards.queries.decisions import list_awards
from thidua.core.documents.lines import signature_lines
from thidua.core.documents.parse import parse_document
from thidua.core.law.honours import honour
from thidua.councils.queries.candidates import describe_people
from thidua.orgs.queries.units import get_span


def render_awards(decision: AwardDecision, awards: list[Award]) -> bytes:
    """The certificates of awards of one issued decision, as one PDF in the order given."""
    document = parse_document(decision.document.content)
    posts = describe_people([award.person_id for award in awards if award.person_id], decision.decided_on)
    place = get_span(decision.unit_id, decision.decided_on).place
    certificates = write_certificates(
        awards,
        posts=posts,
        place=place,
        signer_lines=tuple(signature_lines(document.signer)),
        signer_name=document.signer.name,
        base_url=settings.BASE_URL,
    )
    return render_certificates(certificates)


def standing_awards(decision: AwardDecision) -> list[Award]:
    """Awards that were not revoked: only these get a certificate."""
    return list(list_awards(decision).filter(revocation=None))


def payment_sheet(decision: AwardDecision) -> bytes:
    """The list by which the bonus is paid out."""
    columns = (
        "STT",
        "Họ và tên, tập thể",
        "Đơn vị",
        "Danh hiệu, hình thức",
        "Tiền thưởng (đồng)",
        "Ghi chú",
        "Ký nhận",
    )
    rows = [
        (number, award.recipient_name, award.unit_name, honour(award.honour).name, award.money, _note(award), "")
        for number, award in enumerate(list_awards(decision), 1)
    ]
    total = sum(award.money or 0 for award in list_awards(decision).filter(revocation=None))
    rows.append(("", "Tổng cộng phải chi", "", "", total, "Không kể trường hợp đã thu hồi", ""))
    title = (
        f"Danh sách chi tiền thưởng kèm theo Quyết định số {decision.document.code} ngày {decision.decided_on:%d/%m/%Y}"
    )
    return write_table(title, columns, rows)


def _note(award: Award) -> str:
    if hasattr(award, "revocation"):
        return f"Đã thu hồi ngày {award.revocation.revoked_on:%d/%m/%Y}"
    if award.money is None:
        return "Pháp luật không định mức"
    return "Đã hưởng mức cao hơn" if award.money == 0 else ""
