"""Uploading and reviewing a plan through the pages: bad files, correcting, two people at once, discarding."""

import re

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.plans import SAMPLE, upload_sample
from thidua.adapters.docx.official import render_docx
from thidua.adapters.pdf.official import render_pdf
from thidua.core.documents.model import Document, Paragraph
from thidua.core.plans.draft import items_of
from thidua.core.plans.sections import SECTIONS
from thidua.journal.models import JournalEntry
from thidua.movements.models import Movement, PlanReading
from thidua.records.models import StoredFile

UPLOAD = "/phong-trao/doc-ke-hoach/"


@pytest.fixture(autouse=True)
def _travel(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel("2026-01-20T09:00:00+07:00", tick=False):
        yield


@pytest.fixture
def reading(world):
    return upload_sample(world)


def send(client, world, data, name="ke-hoach.txt"):
    return client.post(UPLOAD, {"unit": world.department.pk, "file": SimpleUploadedFile(name, data)})


def section_url(reading, section):
    return f"{UPLOAD}{reading.pk}/phan/{section}/"


def posted(client, reading, section, **changes):
    """What the browser would send for the section as it stands, with changes."""
    page = client.get(f"{UPLOAD}{reading.pk}/").context["page"]
    view = next(each for each in page.sections if each.section.code == section)
    data = {"version": view.version, "key": [row.key for row in view.rows] + ([view.new.prefix] if view.new else [])}
    for form in [*(row.form for row in view.rows), *([view.new] if view.new else [])]:
        for field in form:
            value = field.value()
            if value not in (None, False, ""):
                data[field.html_name] = value
    return {**data, **changes}


# Upload


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "rỗng"),
        (b"\xff\xfe\x00\x00\x01", "kế hoạch"),
        (b"%PDF-1.4\nbroken", "ke-hoach"),
        (b"PK\x03\x04broken", "ke-hoach"),
        (b"1234 5678", "không có chữ"),
        (b"x" * (20 * 2**20 + 1), "20 MB"),
    ],
)
def test_unusable_file_says_what_to_do_and_stores_nothing(client_for, world, data, words):
    answer = send(client_for("secretary"), world, data)
    assert answer.status_code == 422
    errors = str(answer.context["form"].errors)
    assert words in errors or "ệp" in errors
    assert not StoredFile.objects.exists()
    assert not PlanReading.objects.exists()


def test_a_docx_is_read_too(client_for, world):
    body = tuple(Paragraph(line) for line in SAMPLE.read_text("utf-8").splitlines() if line.strip())
    data = render_docx(Document(kind="KH", issuer="Sở Giáo dục và Đào tạo", subject="Phát động", body=body))
    assert send(client_for("head"), world, data, "kế hoạch.docx").status_code == 302
    assert "99,8%" in PlanReading.objects.get().text


def test_a_text_that_is_no_plan_is_told_so_but_may_go_on(client_for, world):
    client = client_for("secretary")
    text = "Thực đơn bán trú tuần 3: thứ hai cơm, canh rau, thịt kho; thứ ba phở gà. " * 12
    page = client.get(send(client, world, text.encode())["Location"]).content.decode()
    assert "không phải kế hoạch" in page
    assert "không có chỉ tiêu đo được" in page
    assert "Lập phong trào" in page


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("secretary", 200), ("head", 200), ("school_secretary", 200), ("outsider", 200), ("block_head", 403),
        ("member1", 403), ("teacher", 403), ("administrator", 403),
    ],
)  # fmt: skip
def test_who_may_upload(client_for, who, status):
    assert client_for(who).get(UPLOAD).status_code == status


def test_nobody_uploads_for_a_foreign_unit(client_for, world):
    answer = client_for("outsider").post(
        UPLOAD, {"unit": world.department.pk, "file": SimpleUploadedFile("a.txt", SAMPLE.read_bytes())}
    )
    assert answer.status_code == 422
    assert not PlanReading.objects.exists()


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("secretary", 200), ("head", 200), ("commune_head", 404), ("outsider", 404), ("block_head", 403),
        ("member1", 403), ("teacher", 403),
    ],
)  # fmt: skip
def test_who_may_review(client_for, reading, who, status):
    client = client_for(who)
    before = JournalEntry.objects.count()
    assert client.get(f"{UPLOAD}{reading.pk}/").status_code == status
    if status != 200:
        answer = client.post(section_url(reading, "theme"), {"version": 1, "key": "theme-1", "theme-1-text": "x"})
        assert answer.status_code == status
        assert client.post(f"{UPLOAD}{reading.pk}/bo/", {"reason": "x"}).status_code == status
        assert JournalEntry.objects.count() == before


def test_visitors_are_sent_to_sign_in(client, reading):
    assert client.get(f"{UPLOAD}{reading.pk}/").headers["Location"].startswith("/dang-nhap/")


# Review


def test_every_proposal_is_highlighted_and_leads_back(client_for, reading):
    html = client_for("secretary").get(f"{UPLOAD}{reading.pk}/").content.decode()
    ids = re.findall(r'id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    links = set(re.findall(r'href="#([mv]-[^"]+)"', html))
    assert links <= set(ids)
    for section in SECTIONS:
        for item in items_of(reading.draft, section.code):
            assert f"m-{item['key']}" in ids
            if item["span"]:
                assert f"v-{item['key']}" in ids


def test_correcting_adding_and_dropping(client_for, reading):
    client = client_for("secretary")
    changes = {
        "targets-1-value": "81,5", "targets-2-dropped": "on", "targets-5-subject": "Giáo viên đạt chuẩn",
        "targets-5-comparator": ">=", "targets-5-value": "98", "targets-5-unit": "%", "reviewed": "1",
    }  # fmt: skip
    answer = client.post(section_url(reading, "targets"), posted(client, reading, "targets", **changes))
    assert answer.headers["Location"].endswith("#phan-targets")
    reading.refresh_from_db()
    assert [(row["value"], row["span"] is None) for row in items_of(reading.draft, "targets")] == [
        ("81.5", False), ("0.3", False), ("12", False), ("98", True),
    ]  # fmt: skip
    assert reading.draft["sections"]["targets"]["reviewed"]
    entry = JournalEntry.objects.latest("pk")
    assert (entry.code, entry.data["section"]) == ("movements.reading.save", "Chỉ tiêu")
    dropped = posted(client, reading, "targets")
    del dropped["targets-2-dropped"]
    client.post(section_url(reading, "targets"), dropped)
    reading.refresh_from_db()
    assert len(items_of(reading.draft, "targets")) == 5


def test_saving_untouched_changes_no_value(client_for, reading):
    client = client_for("secretary")
    before = reading.draft
    for section in SECTIONS:
        client.post(section_url(reading, section.code), posted(client, reading, section.code))
    reading.refresh_from_db()
    for section in SECTIONS:
        now, then = reading.draft["sections"][section.code], before["sections"][section.code]
        assert [{k: v or None for k, v in row.items()} for row in now["items"]] == [
            {k: v or None for k, v in row.items()} for row in then["items"]
        ]


@pytest.mark.parametrize(
    ("section", "change", "words"),
    [
        ("targets", {"targets-1-value": "tám mươi"}, "Nhập một số"),
        ("targets", {"targets-1-denominator": "0"}, "Mẫu số phải lớn hơn 0"),
        ("targets", {"targets-1-numerator": ""}, "cả tử số và mẫu số"),
        ("bases", {"bases-1-date": "31/02/2024"}, "Ngày không hợp lệ"),
        ("tasks", {"tasks-1-due": "mai"}, "Ngày không hợp lệ"),
        ("theme", {"theme-2-text": "x" * 2001}, "2000"),
    ],
)
def test_wrong_values_are_named_and_what_was_typed_stays(client_for, reading, section, change, words):
    client = client_for("secretary")
    before = JournalEntry.objects.count()
    answer = client.post(section_url(reading, section), posted(client, reading, section, **change))
    html = answer.content.decode()
    assert answer.status_code == 422
    assert words in html
    assert next(iter(change.values())) in html
    reading.refresh_from_db()
    assert reading.version == 1
    assert JournalEntry.objects.count() == before


def test_two_people_at_once_the_second_is_told_and_keeps_the_words(client_for, reading):
    first, second = client_for("secretary"), client_for("head")
    data = posted(second, reading, "theme", **{"theme-1-text": "Lời của người thứ hai"})
    first.post(section_url(reading, "theme"), posted(first, reading, "theme", **{"theme-1-text": "Lời thứ nhất"}))
    answer = second.post(section_url(reading, "theme"), data)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Lò Thị Mai vừa lưu phần này" in html
    assert "Lời của người thứ hai" in html
    reading.refresh_from_db()
    assert items_of(reading.draft, "theme")[0]["text"] == "Lời thứ nhất"
    # The page now carries the new version: pressing once more replaces on purpose.
    view = next(each for each in answer.context["page"].sections if each.section.code == "theme")
    second.post(section_url(reading, "theme"), {**data, "version": view.version})
    reading.refresh_from_db()
    assert items_of(reading.draft, "theme")[0]["text"] == "Lời của người thứ hai"


def test_sending_the_same_new_item_twice_adds_one(client_for, reading):
    client = client_for("secretary")
    data = posted(client, reading, "recipients", **{"recipients-4-text": "Công đoàn ngành"})
    for _ in range(2):
        client.post(section_url(reading, "recipients"), data)
    reading.refresh_from_db()
    texts = [row["text"] for row in items_of(reading.draft, "recipients")]
    assert texts.count("Công đoàn ngành") == 1


def test_htmx_gets_the_section_alone(client_for, reading):
    client = client_for("secretary")
    answer = client.post(
        section_url(reading, "theme"), posted(client, reading, "theme", reviewed="1"), headers={"HX-Request": "true"}
    )
    html = answer.content.decode()
    assert html.count("<section") == 1
    assert "Đã rà soát" in html
    assert "<html" not in html


def test_autosave_answers_with_the_new_version_and_marks_nothing_reviewed(client_for, reading):
    client = client_for("secretary")
    data = posted(client, reading, "theme", **{"theme-1-text": "Gõ dở"})
    answer = client.post(section_url(reading, "theme"), data, headers={"HX-Request": "true", "X-Autosave": "1"})
    assert 'name="version" value="2"' in answer.content.decode()
    reading.refresh_from_db()
    assert items_of(reading.draft, "theme")[0]["text"] == "Gõ dở"
    assert not reading.draft["sections"]["theme"]["reviewed"]


def test_autosave_never_replaces_what_somebody_else_saved(client_for, reading):
    first, second = client_for("secretary"), client_for("head")
    data = posted(second, reading, "theme", **{"theme-1-text": "Thứ hai"})
    first.post(section_url(reading, "theme"), posted(first, reading, "theme", **{"theme-1-text": "Thứ nhất"}))
    for _ in range(2):
        answer = second.post(section_url(reading, "theme"), data, headers={"HX-Request": "true", "X-Autosave": "1"})
        assert 'name="version" value="1"' in answer.content.decode()
    reading.refresh_from_db()
    assert items_of(reading.draft, "theme")[0]["text"] == "Thứ nhất"


def test_open_reviews_are_listed_until_they_are_over(client_for, reading):
    client = client_for("head")
    assert SAMPLE.name in client.get("/phong-trao/").content.decode()
    assert SAMPLE.name not in client_for("commune_head").get("/phong-trao/").content.decode()
    client.post(f"{UPLOAD}{reading.pk}/bo/", {"reason": "Tải nhầm"})
    reading.refresh_from_db()
    assert reading.state == "discarded"
    assert JournalEntry.objects.latest("pk").reason == "Tải nhầm"
    client.get("/phong-trao/")  # shows the message that it was discarded
    assert SAMPLE.name not in client.get("/phong-trao/").content.decode()


def test_discarding_needs_a_reason(client_for, reading):
    client_for("head").post(f"{UPLOAD}{reading.pk}/bo/", {"reason": " "})
    reading.refresh_from_db()
    assert reading.state == "review"


def test_original_file_comes_back_unchanged(client_for, reading):
    answer = client_for("head").get(f"{UPLOAD}{reading.pk}/tep-goc/")
    assert answer.content == SAMPLE.read_bytes()
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_unknown_section_is_not_found(client_for, reading):
    assert client_for("head").post(section_url(reading, "khac"), {}).status_code == 404


# Making the movement

DETAILS = {"name": "Phong trào", "kind": "regular", "period_kind": "calendar_year", "year": "2026"}


def test_details_are_proposed_from_the_plan(client_for, reading):
    initial = client_for("secretary").get(f"{UPLOAD}{reading.pk}/lap/").context["form"].initial
    assert initial["name"].startswith("Phong trào thi đua")
    assert (initial["period_kind"], initial["year"]) == ("calendar_year", "2026")
    assert initial["theme"] == "Kỷ cương trong quản lý, ân cần với học trò"
    assert "hoàn thành tốt nhiệm vụ" in initial["purpose"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": ""}, "Tên phong trào"),
        ({"year": "hai nghìn"}, "không phải năm học"),
        ({"year": "2025-2026"}, "Hãy ghi năm, ví dụ 2024"),
        ({"period_kind": "school_year"}, "Hãy ghi năm học"),
        ({"period_kind": "span"}, "cả ngày bắt đầu và ngày kết thúc"),
        ({"period_kind": "span", "starts_on": "05/09/2026", "ends_on": "01/09/2026"}, "phải sau ngày bắt đầu"),
        ({"parent": "999"}, "Hưởng ứng"),
        ({"version": "9"}, "bản mới hơn"),
    ],
)
def test_wrong_details_make_no_movement(client_for, reading, change, words):
    answer = client_for("secretary").post(f"{UPLOAD}{reading.pk}/lap/", {**DETAILS, "version": 1, **change})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Movement.objects.exists()


def test_double_submit_makes_one_movement(client_for, reading):
    client = client_for("secretary")
    answers = [client.post(f"{UPLOAD}{reading.pk}/lap/", {**DETAILS, "version": 1}) for _ in range(2)]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert Movement.objects.count() == 1
    assert client.get(f"{UPLOAD}{reading.pk}/").headers["Location"] == answers[0].headers["Location"]


def test_period_of_several_years_is_inclusive(client_for, reading):
    span = {"period_kind": "span", "starts_on": "01/01/2026", "ends_on": "31/12/2030", "year": ""}
    client_for("secretary").post(f"{UPLOAD}{reading.pk}/lap/", {**DETAILS, "version": 1, **span})
    assert str(Movement.objects.get().ends_before) == "2031-01-01"


def test_upload_of_pdf_reads_like_the_text(client_for, world):
    body = tuple(Paragraph(line) for line in SAMPLE.read_text("utf-8").splitlines() if line.strip())
    data = render_pdf(Document(kind="KH", issuer="Sở Giáo dục và Đào tạo", subject="Phát động", body=body))
    send(client_for("head"), world, data, "kế hoạch.pdf")
    values = [row["value"] for row in items_of(PlanReading.objects.get().draft, "targets")]
    assert "99.8" in values


def test_a_plan_of_very_many_targets_is_one_form(client_for, world):
    lines = "".join(
        f"{index + 1}. Tỷ lệ trường loại {index} đạt chuẩn đạt {50 + index % 50}%.\n" for index in range(150)
    )
    text = SAMPLE.read_text("utf-8").replace("III. CHỈ TIÊU\n", f"III. CHỈ TIÊU\n{lines}")
    client = client_for("secretary")
    send(client, world, text.encode())
    reading = PlanReading.objects.get()
    count = len(items_of(reading.draft, "targets"))
    assert count > 100
    answer = client.post(section_url(reading, "targets"), posted(client, reading, "targets", reviewed="1"))
    assert answer.status_code == 302
    reading.refresh_from_db()
    assert len(items_of(reading.draft, "targets")) == count
