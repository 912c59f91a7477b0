"""What keeps the frame safe: uploads within bounds, sample accounts in the demonstration only, lock-out by browser."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.test_shell import add_demo_account
from thidua.accounts.queries.demo import DEMO_PASSWORD
from thidua.records.models import StoredFile
from thidua.web.public.limits import EXPORTS_PER_MINUTE
from thidua.web.uploads import BoundedUploadHandler

SAMPLE = {"username": "mau.truong", "password": DEMO_PASSWORD}


@pytest.mark.parametrize(("demo", "status"), [(True, 302), (False, 200)])
def test_sample_accounts_sign_in_during_the_demonstration_only(settings, client, world, demo, status):
    add_demo_account(world)
    settings.DEMO = demo
    response = client.post("/dang-nhap/", SAMPLE)
    assert response.status_code == status
    assert ("_auth_user_id" in client.session) is demo
    assert demo or "chỉ đăng nhập được ở chế độ trình diễn" in response.content.decode()


def test_an_upload_is_cut_off_just_over_the_limit(settings):
    settings.MAX_UPLOAD_BYTES = 100
    handler = BoundedUploadHandler()
    kept = [handler.receive_data_chunk(b"x" * 64, start) for start in range(0, 640, 64)]
    assert [len(chunk) for chunk in kept if chunk is not None] == [64, 64]


def test_a_file_over_the_limit_is_told_and_not_kept(settings, client_for, world):
    settings.MAX_UPLOAD_BYTES = 100_000
    data = {"year": "2025-2026", "sheet": SimpleUploadedFile("to.xlsx", b"PK\x03\x04" + b"x" * 5_000_000)}
    response = client_for("school_head").post(f"/don-vi/{world.school.pk}/nhap-ket-qua/", data)
    assert response.status_code == 422
    assert "lớn hơn 20 MB" in response.content.decode()
    assert not StoredFile.objects.exists()


def test_behind_the_proxy_a_stranger_does_not_lock_somebody_elses_name(settings, world):
    settings.HTTPS = True
    wrong = {"username": "teacher", "password": "sai"}
    for _ in range(6):
        last = Client().post("/dang-nhap/", wrong, headers={"X-Forwarded-For": "203.0.113.9"})
    assert last.status_code == 429
    own = Client().post("/dang-nhap/", wrong, headers={"X-Forwarded-For": "198.51.100.7"})
    assert own.status_code == 200


def test_an_address_with_nul_is_refused_on_every_database(client, db):
    assert client.get("/cong-khai/bang-vang/?q=an%00").status_code == 400


def test_the_public_list_is_not_taken_as_excel_without_end(client, db):
    with time_machine.travel("2026-08-03T02:00:00Z", tick=False):
        given = [client.get("/cong-khai/bang-vang/?format=xlsx").status_code for _ in range(EXPORTS_PER_MINUTE + 1)]
        page = client.get("/cong-khai/bang-vang/?format=xlsx")
    assert given == [200] * EXPORTS_PER_MINUTE + [429]
    assert f"Mỗi phút chỉ tải được {EXPORTS_PER_MINUTE} tệp Excel từ một nơi" in page.content.decode()
