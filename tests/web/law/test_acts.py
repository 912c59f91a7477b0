"""The library of acts as of a day (P2)."""

import pytest

from tests.factories.movements import make_movement
from thidua.movements.models import LegalBasis


def acts(client_for, **query):
    return client_for("teacher").get("/phap-luat/", query).content.decode()


@pytest.mark.parametrize(
    ("on", "state", "listed"),
    [("31/12/2023", "co", True), ("01/01/2024", "co", False), ("01/01/2024", "khong", True)],
)
def test_what_is_in_force_depends_on_the_day(client_for, on, state, listed):
    assert (">91/2017/NĐ-CP</a>" in acts(client_for, on=on, state=state)) is listed


def test_search_without_diacritics_and_wrong_day(client_for):
    page = acts(client_for, q="nghi dinh xyz", on="31/02/2024")
    assert "không có trong lịch" in page
    assert ">91/2017/NĐ-CP<" not in page
    assert "152/2025/NĐ-CP" in acts(client_for, q="152/2025")


def test_act_page_names_successor_and_movements_that_cite_it(client_for, world):
    movement = make_movement(world.department, name="Phong trào viện dẫn")
    LegalBasis.objects.create(movement=movement, ordinal=1, kind="Nghị định", number="152/2025/NĐ-CP")
    client = client_for("head")
    page = client.get("/phap-luat/98/2023/NĐ-CP/").content.decode()
    assert "152/2025/NĐ-CP" in page
    assert "Phong trào viện dẫn" in client.get("/phap-luat/152/2025/NĐ-CP/").content.decode()
    assert "Phong trào viện dẫn" not in client_for("outsider").get("/phap-luat/152/2025/NĐ-CP/").content.decode()
    assert client.get("/phap-luat/999/2099/NĐ-CP/").status_code == 404


def test_excel(client_for):
    assert client_for("teacher").get("/phap-luat/?format=xlsx").content.startswith(b"PK")
