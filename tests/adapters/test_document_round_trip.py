"""What is written is read back: the reader finds header, signer and recipients in our own files."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.documents import samples
from thidua.adapters.docx.official import render_docx
from thidua.adapters.pdf.official import render_pdf
from thidua.adapters.text import extract_text
from thidua.core.documents.kinds import KINDS
from thidua.core.documents.lines import pad_number
from thidua.core.documents.model import Document, Paragraph, Point
from thidua.core.documents.signing import SigningForm, sign
from thidua.core.reading.reader import read_text

FORMATS = {"docx": render_docx, "pdf": render_pdf}
NAMES = ("Nguyễn Thị Ngọc Ánh", "Đặng Văn Đạt", "Lê Ý", "Trần Thị Kim Ước")
ISSUERS = (
    ("Ủy ban nhân dân tỉnh Quảng Trung", "Sở Giáo dục và Đào tạo", "SGDĐT"),
    ("Ủy ban nhân dân xã Tân Lập", "Trường Tiểu học Nguyễn Văn Trỗi", "THNVT"),
    ("", "Ủy ban nhân dân phường Hòa Bình", "UBND"),
    ("Sở Giáo dục và Đào tạo Quảng Trung", "Hội đồng Thi đua - Khen thưởng", "HĐTĐKT"),
)
SUBJECTS = (
    "Phát động phong trào thi đua năm học 2026 - 2027",
    "Tổ chức sơ kết phong trào thi đua “Dạy tốt - Học tốt” đợt 1",
)
RECIPIENTS = ("UBND tỉnh (để b/c)", "Các phòng thuộc Sở", "Như trên", "Các trường THPT trực thuộc (t/h)")


@st.composite
def documents(draw) -> Document:
    parent, issuer, abbreviation = draw(st.sampled_from(ISSUERS))
    kind = draw(st.sampled_from(["KH", "TB", "HD", "BC", "CT", "CTr", "TTr", "CV", "GM", "QĐ", "NQ", "ĐA", "QC"]))
    symbol = f"{abbreviation}-VP" if kind == "CV" else f"{kind}-{abbreviation}"
    signers = st.sampled_from(
        [
            sign("Giám đốc", draw(st.sampled_from(NAMES))),
            sign("Phó Giám đốc", draw(st.sampled_from(NAMES)), form=SigningForm.DEPUTY, of="Giám đốc"),
            sign("Chủ tịch", draw(st.sampled_from(NAMES)), collective="Hội đồng"),
            sign(
                "Phó Chủ tịch",
                draw(st.sampled_from(NAMES)),
                form=SigningForm.DEPUTY,
                of="Chủ tịch",
                collective="Ủy ban nhân dân",
            ),
            sign("Chánh Văn phòng", draw(st.sampled_from(NAMES)), form=SigningForm.BY_ORDER, of="Giám đốc"),
            sign(
                "Chủ tịch",
                draw(st.sampled_from(NAMES)),
                collective="Hội đồng",
                extra="Phó Giám đốc Sở Giáo dục và Đào tạo",
            ),
        ]
    )
    return Document(
        kind=kind,
        parent_body=parent,
        issuer=issuer,
        number=draw(st.sampled_from(["", "7", "31", "1024"])),
        symbol=symbol,
        place="Quảng Trung",
        date=draw(st.sampled_from(["2026-02-05", "2026-11-22", "2026-11", "2026"])),
        subject=draw(st.sampled_from(SUBJECTS)),
        addressees=draw(st.lists(st.sampled_from(("UBND tỉnh", "Sở Nội vụ")), unique=True, max_size=2).map(tuple)),
        legal_bases=(samples.LAW,),
        body=(
            Paragraph("Sở ban hành văn bản như sau:"),
            Point("I", "Mục đích", children=(Point("1", text="Nâng cao chất lượng."),)),
        ),
        recipients=(*draw(st.lists(st.sampled_from(RECIPIENTS), unique=True, min_size=1, max_size=3)), "Lưu: VT, VP"),
        signer=draw(signers),
    )


def check(document: Document, suffix: str) -> None:
    reading = read_text(extract_text(FORMATS[suffix](document), f"van-ban.{suffix}"))
    head, signer = reading.header, reading.signer
    dated = KINDS[document.kind].dated
    expected = {
        "kind": KINDS[document.kind].name,
        "number": pad_number(document.number),
        "symbol": document.symbol,
        "issuer": document.issuer.upper(),
        "parent_body": document.parent_body.upper(),
        "place": document.place if dated else "",
        "subject": document.subject,
        "capacity": document.signer.capacity.upper(),
        "position": document.signer.position.upper(),
        "name": document.signer.name,
    }
    parts = {
        **vars_of(head, "kind number symbol issuer parent_body place subject"),
        **vars_of(signer, "capacity position name"),
    }
    assert parts == expected
    assert [field.value for field in reading.recipients] == list(document.recipients)
    if dated:
        assert head.date.value == document.date


def vars_of(owner, names: str) -> dict[str, str]:
    found = {name: getattr(owner, name) for name in names.split()}
    return {name: field.value if field else "" for name, field in found.items()}


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("sample", samples.ALL)
def test_every_sample_is_read_back(sample, suffix):
    check(sample(), suffix)


@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=documents())
def test_any_letter_is_read_back(suffix, document):
    check(document, suffix)
