"""Documents: found, drawn, downloaded, acknowledged, registered; who sees which."""

import io
import re
from datetime import date
from urllib.parse import unquote

import pytest
import time_machine
from python_calamine import CalamineWorkbook

from tests.factories.plans import NOW, confirm_sample, launch_sample
from tests.factories.world import AT
from thidua.core.access import SYSTEM
from thidua.core.documents.model import Annex, Column, Document, Paragraph, Signer, Table
from thidua.core.documents.parse import to_dict
from thidua.journal.models import JournalEntry
from thidua.movements.actions import launches
from thidua.movements.facts import get_header
from thidua.records.actions import dispatches, documents
from thidua.records.actions.documents import DocumentDraft
from thidua.records.models import Dispatch
from thidua.web.documents.files import file_name
from thidua.web.documents.sheet import draw

WHO = {"by": SYSTEM, "at": NOW}


@pytest.fixture(autouse=True)
def _travel(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel("2026-01-20T09:00:00+07:00", tick=False):
        yield


def issue(unit, subject, *, kind="QĐ", on=date(2026, 1, 10), series="VB", content=None):
    symbol = f"{kind}-SGDĐT"
    content = content or {"kind": kind, "issuer": "Sở Giáo dục và Đào tạo", "symbol": symbol, "subject": subject}
    draft = DocumentDraft(kind=kind, symbol=symbol, subject=subject, content=content, series=series)
    return documents.issue(document=documents.draft(unit=unit, draft=draft, by=SYSTEM, at=AT), on=on, by=SYSTEM, at=AT)


def codes(client, query):
    return [row.document.code for row in client.get(f"/van-ban/?{query}").context["page"].rows]


@pytest.fixture
def library(world):
    issue(world.department, "Tặng Giấy khen cho học sinh đạt giải", on=date(2025, 5, 5))
    issue(world.department, "Kiểm tra công tác thi đua", kind="TB")
    issue(world.department, "Kiện toàn Hội đồng", series="HĐTĐKT")
    issue(world.school, "Nội bộ của trường")


def test_search_filters_and_sort(client_for, library):
    client = client_for("secretary")
    assert codes(client, "q=giay+khen") == ["01/QĐ-SGDĐT"]
    assert codes(client, "q=Giấy+khen+01") == ["01/QĐ-SGDĐT"]
    assert codes(client, "q=tb-sgddt") == ["01/TB-SGDĐT"]
    assert codes(client, "kind=TB") == ["01/TB-SGDĐT"]
    assert codes(client, "year=2025") == ["01/QĐ-SGDĐT"]
    assert len(codes(client, "scope=out")) == 3
    assert codes(client, "scope=in") == []
    assert codes(client, "sort=date")[0] == "01/QĐ-SGDĐT"
    assert len(codes(client, "sort=x&page=44&year=abcd&kind=zz&scope=zz")) == 4


def test_export_has_all_rows(client_for, library):
    data = client_for("secretary").get("/van-ban/?format=xlsx").content
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert len([row for row in rows if str(row[0]).startswith("01/")]) == 4


def test_download_names_are_vietnamese_and_attachments(client_for, world):
    document = issue(world.department, "Khen thưởng “Dạy tốt / học tốt”")
    for fmt, start, media in (("docx", b"PK", "wordprocessingml"), ("pdf", b"%PDF", "application/pdf")):
        answer = client_for("head").get(f"/van-ban/{document.pk}/tai/{fmt}/")
        assert answer.content.startswith(start)
        assert media in answer.headers["Content-Type"]
        kind, _, name = answer.headers["Content-Disposition"].partition("; filename*=UTF-8''")
        assert kind == "attachment"
        assert unquote(name) == f"01-QĐ-SGDĐT Quyết định Khen thưởng “Dạy tốt - học tốt”.{fmt}"
    assert client_for("head").get(f"/van-ban/{document.pk}/tai/zip/").status_code == 404


def test_file_names_are_safe_and_short():
    assert file_name('a/b\\c:*?"<>|', "pdf") == "a-b-c-------.pdf"
    assert len(file_name("Đ" * 500, "docx")) == 125


def test_document_without_content_has_no_file_but_a_page(client_for, world):
    document = issue(world.department, "Chỉ có số", content={"note": "nhập từ sổ giấy"})
    client = client_for("head")
    assert "chỉ được ghi số" in client.get(f"/van-ban/{document.pk}/").content.decode()
    assert client.get(f"/van-ban/{document.pk}/tai/pdf/").status_code == 404


def test_sheet_draws_everything(client_for, world):
    table = Table((Column("STT", align="center"), Column("Họ và tên", 3)), (("1", "Nguyễn Văn An"),), "Danh sách")
    content = to_dict(
        Document(
            kind="QĐ", issuer="Sở", subject="Tặng Giấy khen", place="Thanh Lâm", legal_bases=("Căn cứ Luật",),
            body=(Paragraph("Nội dung", bold=True), table), recipients=("Lưu: VT",),
            signer=Signer("Giám đốc", "Phạm Quốc Hưng"), annexes=(Annex("Danh sách", (table,)),),
        )
    )  # fmt: skip
    html = client_for("head").get(f"/van-ban/{issue(world.department, 'x', content=content).pk}/").content.decode()
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 01/", "Nguyễn Văn An", "Lưu: VT", "GIÁM ĐỐC", "Phạm Quốc Hưng", "d-annex",
    ):  # fmt: skip
        assert words in html, words
    assert "style=" not in html


def test_words_in_a_document_are_never_markup(client_for, world):
    document = issue(world.department, "<script>alert(1)</script>")
    html = client_for("head").get(f"/van-ban/{document.pk}/").content.decode()
    assert "<script>alert" not in html


def test_sheet_widths_are_shares_of_hundred():
    table = Table((Column("a", 1), Column("b", 3)), (("x", "y"),))
    grid = next(block for block in draw(Document("KH", "Sở", "x", body=(table,))).body if block.style == "table")
    assert (grid.widths, grid.rows) == ((25, 75), ((("left", "x"), ("left", "y")),))


# Who sees what


def test_who_sees_issued_received_and_drafted(client_for, world):
    movement = launch_sample(world)
    drafted = confirm_sample(world)
    drafted = launches.save_plan(movement=drafted, header=get_header(drafted, date(2026, 1, 20)), version=1, **WHO)
    pages = {
        "issued": (movement.plan_id, {"secretary", "head", "commune_head", "school_head", "teacher", "block_head"}),
        "draft": (drafted.plan_id, {"secretary", "head"}),
    }
    for pk, seen in pages.values():
        for who in ("secretary", "head", "commune_head", "school_head", "teacher", "block_head", "outsider"):
            expected = 200 if who in seen else 404
            client = client_for(who)
            assert client.get(f"/van-ban/{pk}/").status_code == expected, who
            assert client.get(f"/van-ban/{pk}/tai/pdf/").status_code == expected, who
            assert (f"/van-ban/{pk}/" in client.get("/van-ban/").content.decode()) is (who in seen), who
    for who in ("member1", "administrator"):
        assert client_for(who).get(f"/van-ban/{movement.plan_id}/").status_code == 403


def test_departments_see_what_units_below_issue(client_for, world):
    document = issue(world.school, "Nội bộ của trường")
    assert client_for("secretary").get(f"/van-ban/{document.pk}/").status_code == 200
    assert client_for("outsider").get(f"/van-ban/{document.pk}/").status_code == 404


def test_documents_of_a_dissolved_office_stay_with_who_was_above(client_for, world):
    document = issue(world.district, "Của phòng", on=date(2024, 3, 1))
    assert f"/van-ban/{document.pk}/" in client_for("secretary").get("/van-ban/").content.decode()


def test_opening_and_acknowledging(client_for, world):
    movement = launch_sample(world)
    dispatch = Dispatch.objects.get(unit=world.commune)
    client = client_for("commune_secretary")
    client.get(f"/van-ban/{movement.plan_id}/")
    dispatch.refresh_from_db()
    assert dispatch.received_at
    assert client_for("teacher").post(f"/van-ban/den/{dispatch.pk}/xac-nhan/").status_code == 403
    client.post(f"/van-ban/den/{dispatch.pk}/xac-nhan/")
    dispatch.refresh_from_db()
    assert dispatch.acknowledged_at
    page = client_for("head").get(f"/van-ban/{movement.plan_id}/").context["page"]
    assert (page.received, page.acknowledged, len(page.receivers)) == (1, 1, 4)
    assert client.get(f"/van-ban/{movement.plan_id}/").context["page"].receivers == ()


def test_denied_acknowledgement_writes_nothing(client_for, world):
    launch_sample(world)
    dispatch = Dispatch.objects.get(unit=world.commune)
    before = JournalEntry.objects.count()
    assert client_for("outsider").post(f"/van-ban/den/{dispatch.pk}/xac-nhan/").status_code == 404
    assert JournalEntry.objects.count() == before


def test_reminders_and_acknowledgements_stand_in_the_history(client_for, world):
    movement = launch_sample(world)
    dispatches.remind(dispatches=list(movement.plan.dispatches.all()), **WHO)
    assert "Nhắc đơn vị chậm" in client_for("head").get(f"/van-ban/{movement.plan_id}/").content.decode()


# The register


def test_register_by_series_and_year(client_for, world, library):
    client = client_for("secretary")
    page = client.get("/van-ban/so/").context["page"]
    assert (page.year, page.series) == (2026, "HĐTĐKT")
    assert len(page.choices) == 3
    query = f"unit={world.department.pk}&series=VB&year=2025"
    assert [row.code for row in client.get(f"/van-ban/so/?{query}").context["page"].rows] == ["01/QĐ-SGDĐT"]
    html = client.get(f"/van-ban/so/?{query}").content.decode()
    assert "data-print" in html
    data = client.get(f"/van-ban/so/?{query}&format=xlsx").content
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert rows[-1][0] == "01/QĐ-SGDĐT"


def test_register_of_another_unit_is_not_shown(client_for, world, library):
    page = client_for("outsider").get(f"/van-ban/so/?unit={world.department.pk}&series=VB&year=2026").context["page"]
    assert page is None
    assert client_for("teacher").get("/van-ban/so/").status_code == 403


def test_register_without_documents_says_so(client_for):
    html = client_for("school_secretary").get("/van-ban/so/").content.decode()
    assert re.search(r"chưa ban hành văn bản nào", html)
