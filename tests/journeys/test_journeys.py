"""The five documents that define the system, each from launch to award under the law of its own dates.

The texts come from the shared corpus where it is there; elsewhere from our own sample plans of the same kind, year and level.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.journeys.stage import build_stage
from tests.journeys.walk import Journey, Walk

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "plans"
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"

UONG_BI = Journey(
    file=CORPUS / "000_f1f4c88c11f12896.txt", year="2022", launch_on=date(2022, 3, 4), nominate_on=date(2022, 12, 5),
    decide_on=date(2022, 12, 20), targets=0, movement="phong trào thi đua năm 2022", period_kind="calendar_year",
    honour="CSTDCS", coefficient_money=1_490_000, law="91/2017/NĐ-CP",
)  # fmt: skip
QUANG_NINH = Journey(
    file=CORPUS / "001_96e4161b6dd315a7.txt", year="2020", launch_on=date(2020, 2, 18), nominate_on=date(2020, 12, 7),
    decide_on=date(2020, 12, 21), targets=1, movement="phong trào thi đua năm 2020", period_kind="calendar_year",
    honour="CSTDCS", coefficient_money=1_490_000, law="91/2017/NĐ-CP",
)  # fmt: skip
DA_NANG = Journey(
    file=CORPUS / "002_594c0dd50c85b7d3.txt", year="2024", launch_on=date(2024, 8, 20), nominate_on=date(2024, 12, 5),
    decide_on=date(2024, 12, 25), targets=0, movement="phong trào thi đua năm 2024", period_kind="calendar_year",
    honour="CSTDCS", coefficient_money=2_340_000, law="06/2022/QH15",
)  # fmt: skip
THU_THUA = Journey(
    file=CORPUS / "003_697bddf324867dd9.txt", year="2021", launch_on=date(2021, 5, 31), nominate_on=date(2021, 12, 6),
    decide_on=date(2021, 12, 22), targets=4, movement="phong trào thi đua yêu nước năm 2021", period_kind="calendar_year",
    honour="CSTDCS", coefficient_money=1_490_000, law="91/2017/NĐ-CP",
)  # fmt: skip
DIEN_BIEN = Journey(
    file=CORPUS / "004_1a30317349d9ca61.txt", year="2024", launch_on=date(2024, 1, 18), nominate_on=date(2024, 12, 5),
    decide_on=date(2024, 12, 20), targets=30, movement="phong trào thi đua ngành Giáo dục và Đào tạo tỉnh Điện Biên năm 2024",
    period_kind="calendar_year", honour="CSTDCS", coefficient_money=2_340_000, law="06/2022/QH15",
)  # fmt: skip


def start(journey: Journey, sample: str, settings, tmp_path, **stage) -> None:
    """Walk the journey with the corpus text, or with our sample plan where the corpus is absent."""
    settings.MEDIA_ROOT = tmp_path
    if not journey.file.exists():
        journey = replace(journey, file=SAMPLES / sample, targets=min(journey.targets, 20))
    Walk(build_stage(**stage), journey).run()


def test_u_district_letter_of_2022(db, settings, tmp_path):
    start(
        UONG_BI, "s1_district_letter_2022.txt", settings, tmp_path,
        level="district", province="Quảng Ninh", place="thành phố Uông Bí", school="Trường THCS Trưng Vương",
    )  # fmt: skip


def test_q_sector_council_plan_of_2020(db, settings, tmp_path):
    start(
        QUANG_NINH, "s2_sector_council_2020.txt", settings, tmp_path,
        level="department", province="Quảng Ninh", place="Quảng Ninh", school="Trường THPT Hòn Gai",
    )  # fmt: skip


def test_n_city_department_plan_of_2024(db, settings, tmp_path):
    start(
        DA_NANG, "s3_city_department_2024.txt", settings, tmp_path,
        level="department", province="Đà Nẵng", place="Đà Nẵng", school="Trường THPT Sơn Trà",
    )  # fmt: skip


def test_t_district_plan_of_2021(db, settings, tmp_path):
    start(
        THU_THUA, "s4_district_plan_2021.txt", settings, tmp_path,
        level="district", province="Long An", place="huyện Thủ Thừa", school="Trường THCS Thị trấn",
    )  # fmt: skip


def test_b_department_letter_of_2024(db, settings, tmp_path):
    start(
        DIEN_BIEN, "s5_province_letter_2024.txt", settings, tmp_path,
        level="department", province="Điện Biên", place="Điện Biên Phủ", school="Trường THPT Mường Thanh",
    )  # fmt: skip
