"""Units and people through the web: who sees what, facts by form and by Excel."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.world import AT, add_person
from thidua.adapters.xlsx.write import write_table
from thidua.core.access import SYSTEM
from thidua.core.sheets.yearly import COLUMNS
from thidua.journal.models import JournalEntry
from thidua.orgs.models import YearlyFacts
from thidua.records.actions import files

TITLES = [column.title for column in COLUMNS]


@pytest.fixture(autouse=True)
def files_in_tmp(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("head", 200), ("secretary", 200), ("commune_secretary", 200), ("school_head", 200), ("administrator", 200),
        ("teacher", 404), ("member1", 403), ("block_head", 403), ("outsider", 404),
    ],
)  # fmt: skip
def test_who_sees_a_teacher_of_the_school(client_for, world, key, status):
    assert client_for(key).get(f"/nhan-su/{world.people['school_secretary'].pk}/").status_code == status


def test_a_teacher_sees_only_themself(client_for, world):
    client = client_for("teacher")
    response = client.get("/nhan-su/", follow=True)
    assert response.redirect_chain[-1][0] == f"/nhan-su/{world.people['teacher'].pk}/"
    assert "Nguyễn Văn An" in response.content.decode()


@pytest.mark.parametrize("path", ["/don-vi/", "/nhan-su/"])
def test_nobody_without_account(client, path, db):
    assert client.get(path).status_code == 302


@pytest.mark.parametrize("text", ["moc son", "MỘC"])
def test_search_units(client_for, text):
    page = client_for("commune_head").get("/don-vi/", {"q": text}).content.decode()
    assert "Trường THCS Mộc Sơn" in page
    assert "Tân Lập" not in page


def test_unit_page_shows_its_history_over_time(client_for, world):
    page = client_for("head").get(f"/don-vi/{world.school.pk}/").content.decode()
    assert "Phòng Giáo dục và Đào tạo huyện Mộc Sơn" in page
    assert "Uỷ ban nhân dân xã Mộc Sơn" in page
    assert "Thay đổi thông tin đơn vị" in page


def test_people_in_vietnamese_order_with_excel(client_for, world):
    client = client_for("school_head")
    page = client.get("/nhan-su/").content.decode().partition("<table")[2]
    assert page.index("Nguyễn Văn An") < page.index("Lê Thị Ánh") < page.index("Trần Văn Đức")
    assert client.get("/nhan-su/?format=xlsx").content.startswith(b"PK")


def test_query_count_of_people_is_constant(client_for, world):
    client = client_for("school_head")
    client.get("/nhan-su/")
    counts = []
    for number in range(2):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/nhan-su/")
        counts.append(len(queries))
        add_person(f"THEM{number}", "Vũ Văn Thêm", world.school, "Giáo viên")
    assert counts[0] == counts[1]


FORM = {"year": "2025-2026", "rating": "HTT", "takes_part": "yes", "months_worked": "9,5", "note": "", "version": "0"}


def test_facts_by_form_and_second_editor(client_for, world):
    client, person = client_for("school_head"), world.people["teacher"]
    path = f"/nhan-su/{person.pk}/ket-qua/"
    assert client.post(path, FORM).status_code == 302
    facts = YearlyFacts.objects.get(person=person)
    assert (facts.rating, str(facts.months_worked), facts.leave_working_days) == ("HTT", "9.5", None)
    again = client.post(path, {**FORM, "rating": "HTXS"})
    assert again.status_code == 422
    assert "Người khác vừa lưu" in again.content.decode()
    assert YearlyFacts.objects.get(person=person).rating == "HTT"


@pytest.mark.parametrize("key", ["secretary", "commune_secretary", "teacher", "outsider", "member1"])
def test_facts_are_entered_by_the_own_unit_only(client_for, world, key):
    before = JournalEntry.objects.count()
    response = client_for(key).post(f"/nhan-su/{world.people['teacher'].pk}/ket-qua/", FORM)
    assert response.status_code in {403, 404}
    assert not YearlyFacts.objects.exists()
    assert JournalEntry.objects.count() == before


def upload(client, world, rows, columns=TITLES):
    data = {"year": "2025-2026", "sheet": SimpleUploadedFile("ket-qua.xlsx", write_table("x", columns, rows))}
    return client.post(f"/don-vi/{world.school.pk}/nhap-ket-qua/", data)


def test_template_can_be_uploaded_as_it_is(client_for, world):
    client = client_for("school_head")
    sheet = client.get(f"/don-vi/{world.school.pk}/mau-ket-qua/").content
    data = {"year": "2025-2026", "sheet": SimpleUploadedFile("mau.xlsx", sheet)}
    assert "Đã đọc 3 dòng" in client.post(f"/don-vi/{world.school.pk}/nhap-ket-qua/", data).content.decode()


def test_import_needs_confirmation_and_is_one_journal_entry(client_for, world):
    client = client_for("school_head")
    response = upload(client, world, [("CB009", "Nguyễn Văn An", "", "HTXS", "Có", 12, 0, 0, "")])
    assert response.status_code == 200
    assert not YearlyFacts.objects.exists()
    before = JournalEntry.objects.count()
    confirm = {"file": response.context["file"].pk, "year": "2025-2026"}
    assert client.post(f"/don-vi/{world.school.pk}/nhap-ket-qua/", confirm).status_code == 302
    assert YearlyFacts.objects.get().rating == "HTXS"
    assert JournalEntry.objects.count() == before + 1


def test_errors_name_row_and_column_and_nothing_is_saved(client_for, world):
    rows = [
        ("CB009", "Nguyễn Văn An", "", "HTXS", "", 12, 0, 0, ""),
        ("CB008", "Lê Thị Ánh", "32/01/1980", "Tốt", "", 99, 0, 0, ""),
    ]
    response = upload(client_for("school_head"), world, rows)
    page = response.content.decode()
    assert response.status_code == 422
    for words in ("Tệp có 3 lỗi", "Ngày sinh", "Xếp loại", "Số tháng làm việc", ">5<"):
        assert words in page
    assert not YearlyFacts.objects.exists()


@pytest.mark.parametrize(
    ("sheet", "message"),
    [(b"", "rỗng"), (b"abc", "không phải Excel"), (write_table("x", ["Tên"], [("An",)]), "thiếu cột")],
)
def test_unusable_sheet(client_for, world, sheet, message):
    data = {"year": "2025-2026", "sheet": SimpleUploadedFile("a.xlsx", sheet)}
    response = client_for("school_head").post(f"/don-vi/{world.school.pk}/nhap-ket-qua/", data)
    assert response.status_code == 422
    assert message in response.content.decode()


def test_collective_facts_of_a_section_by_its_school(client_for, world):
    path = f"/don-vi/{world.section.pk}/ket-qua/"
    form = {"year": "2025-2026", "rating": "HTXS", "takes_part": "yes", "note": "", "version": "0"}
    assert client_for("commune_secretary").post(path, form).status_code == 403
    assert client_for("school_head").post(path, form).status_code == 302
    assert "Hoàn thành xuất sắc" in client_for("school_head").get(f"/don-vi/{world.section.pk}/").content.decode()


@pytest.mark.parametrize(
    ("change", "status"), [({"file": "không"}, 404), ({"file": "²"}, 404), ({"year": "năm nay"}, 302), ({}, 302)]
)
def test_confirming_nonsense_saves_nothing(client_for, world, change, status):
    kept = files.store(data=b"%PDF-1.7 x", name="khac.pdf", unit=world.school, by=SYSTEM, at=AT)
    client = client_for("school_head")
    form = {"file": str(kept.pk), "year": "2025-2026", **change}
    response = client.post(f"/don-vi/{world.school.pk}/nhap-ket-qua/", form)
    assert response.status_code == status
    if status == 302:
        assert "Chưa nhập được" in client.get(response.url).content.decode()
    assert not YearlyFacts.objects.exists()
