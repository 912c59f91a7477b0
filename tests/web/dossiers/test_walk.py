"""Nominating, submitting, returning, resubmitting and accepting through the pages (N1-N4)."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.dossiers import add_facts, add_initiative, fresh
from thidua.awards.models import Dossier, Nomination


@pytest.fixture(autouse=True)
def surroundings(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(datetime(2026, 6, 10, 2, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def teacher(world):
    add_facts(world.people["teacher"], world.school, rating="HTT")
    add_initiative(world.people["teacher"], world.school)
    return world.people["teacher"]


def create(client, world, **changes):
    form = {"title": "", "year": "2025-2026", "stream": "MERIT", "deciding_unit": world.commune.pk, **changes}
    return client.post("/ho-so/lap/", form)


def page(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_the_walk(client_for, world, teacher):
    secretary, head, clerk = client_for("school_secretary"), client_for("school_head"), client_for("commune_secretary")

    form = page(secretary, "/ho-so/lap/")
    assert "Uỷ ban nhân dân xã Mộc Sơn – LĐTT, CSTĐCS, TTLĐTT, Giấy khen" in form
    assert "Uỷ ban nhân dân tỉnh Thanh Lâm – " in form
    assert create(secretary, world).status_code == 302
    dossier = Dossier.objects.get()
    assert dossier.title == "Đề nghị khen thưởng năm học 2025-2026 – Trường THCS Mộc Sơn"

    choose = f"/ho-so/{dossier.pk}/chon/"
    listed = page(secretary, f"{choose}?honour=CSTDCS")
    assert "Nguyễn Văn An" in listed
    assert "Đủ điều kiện" in listed
    ticked = {"honour": "CSTDCS", "subject": "individual", "candidate": [teacher.pk]}
    assert secretary.post(choose, ticked, follow=True).redirect_chain == [(f"/ho-so/{dossier.pk}/", 302)]
    nomination = Nomination.objects.get()
    assert nomination.outcome == "ELIGIBLE"

    detail = page(secretary, f"/ho-so/de-nghi/{nomination.pk}/")
    assert "06/2022/QH15 Điều 23" in detail
    ground = {
        "achievement": "Dạy giỏi cấp xã", "initiative": teacher.initiatives.get().pk, "version": nomination.version,
    }  # fmt: skip
    assert secretary.post(f"/ho-so/de-nghi/{nomination.pk}/", ground).status_code == 302

    part = "Biên bản bình xét, kèm kết quả bỏ phiếu"
    upload = SimpleUploadedFile("biên bản.pdf", b"%PDF-1.7 bb")
    assert secretary.post(f"/ho-so/{dossier.pk}/giay-to/", {"file": upload, "part": part}).status_code == 302

    dossier = fresh(dossier)
    assert head.post(f"/ho-so/{dossier.pk}/trinh/", {"version": dossier.version}).status_code == 302
    dossier = fresh(dossier)
    assert (dossier.state, dossier.submission.code) == ("submitted", "01/TTr-THCSMS")

    inbox = page(clerk, "/ho-so/")
    assert dossier.title in inbox
    back = {"reason": "Bổ sung số liệu thành tích.", "version": dossier.version}
    assert clerk.post(f"/ho-so/{dossier.pk}/tra-lai/", back).status_code == 302
    assert "Bổ sung số liệu thành tích." in page(secretary, f"/ho-so/{dossier.pk}/")

    nomination = fresh(nomination)
    more = {**ground, "achievement": "Dạy giỏi cấp xã, 95% học sinh đạt", "version": nomination.version}
    secretary.post(f"/ho-so/de-nghi/{nomination.pk}/", more)
    head.post(f"/ho-so/{dossier.pk}/trinh/", {"version": fresh(dossier).version})
    dossier = fresh(dossier)
    seen = page(clerk, f"/ho-so/{dossier.pk}/")
    assert "Thay đổi từ lần trả lại gần nhất" in seen
    assert "Nguyễn Văn An – Chiến sĩ thi đua cơ sở" in seen
    assert clerk.post(f"/ho-so/{dossier.pk}/tiep-nhan/", {"version": dossier.version}).status_code == 302
    assert fresh(dossier).state == "accepted"


def test_the_teacher_sees_the_own_result_and_not_the_dossier(client_for, world, teacher):
    create(client_for("school_secretary"), world)
    dossier = Dossier.objects.get()
    ticked = {"honour": "LDTT", "subject": "individual", "candidate": [teacher.pk]}
    client_for("school_secretary").post(f"/ho-so/{dossier.pk}/chon/", ticked)
    client = client_for("teacher")
    own = page(client, "/ho-so/")
    assert "Lao động tiên tiến" in own
    assert dossier.title not in own
    detail = page(client, f"/ho-so/de-nghi/{Nomination.objects.get().pk}/")
    assert "Đủ điều kiện" in detail
    assert client.get(f"/ho-so/{dossier.pk}/").status_code == 404
