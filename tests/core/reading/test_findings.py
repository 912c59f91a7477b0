"""What the reader points out, and what it must not say."""

from dataclasses import dataclass
from datetime import date

import pytest

from tests.core.reading.samples import plan, text_of
from thidua.core.reading.reader import read_text


@dataclass(frozen=True)
class KnownAct:
    number: str
    in_force_from: date | None
    ends_before: date | None
    replaced_by: str | None


OLD = KnownAct("98/2023/NĐ-CP", date(2024, 1, 1), date(2025, 7, 1), "152/2025/NĐ-CP")


def kinds(reading):
    return [finding.kind for finding in reading.findings]


def reasons(reading):
    return [finding.why for finding in reading.findings]


def test_a_clean_plan_has_no_findings():
    assert kinds(plan("1. Quán triệt Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị.")) == []


def test_a_fraction_that_does_not_give_its_percentage():
    reading = plan("- Tỷ lệ trường đạt chuẩn đạt 386/478 chiếm 83,91%.", section="CHỈ TIÊU")
    assert [(f.kind, f.text, f.why) for f in reading.findings] == [
        ("ratio_mismatch", "386/478 chiếm 83,91%", "386/478 bằng 80,75%, không phải 83,91%.")
    ]


@pytest.mark.parametrize("share", ["77,78%", "77,8%", "77.75%"])
def test_a_rounded_percentage_is_right(share):
    assert kinds(plan(f"- 7/9 trường ({share}) đạt chuẩn.", section="CHỈ TIÊU")) == []


def test_a_share_off_by_more_than_rounding_is_wrong():
    assert kinds(plan("- 7/9 trường (77,7%) đạt chuẩn.", section="CHỈ TIÊU")) == ["ratio_mismatch"]


def test_the_same_number_with_two_dates():
    reading = plan("1. Chỉ thị số 34-CT/TW ngày 07/4/2014.\n\n2. Chỉ thị số 34-CT/TW ngày 04/7/2014.")
    assert reasons(reading) == ["Chỉ thị số 34-CT/TW được ghi hai ngày khác nhau: 07/04/2014 và 04/07/2014."]


def test_the_same_date_written_two_ways_is_no_conflict():
    assert (
        kinds(plan("1. Chỉ thị số 38-CT/TU ngày 05/9/2014.\n\n2. Chỉ thị số 38-CT/TU ngày 05 tháng 9 năm 2014.")) == []
    )


def test_an_act_out_of_force_on_the_day_of_issue():
    text = text_of("s5").replace("tháng 01 năm 2024", "tháng 8 năm 2025")
    found = [f for f in read_text(text, (OLD,)).findings if f.kind == "superseded"]
    assert [f.why for f in found] == ["Văn bản đã hết hiệu lực từ ngày 01/07/2025, được thay bằng 152/2025/NĐ-CP."]


def test_an_act_in_force_on_the_day_of_issue():
    assert "superseded" not in kinds(read_text(text_of("s5"), (OLD,)))


def test_without_a_date_only_what_is_certain_is_said():
    undated = (
        "KẾ HOẠCH\nThi đua năm 2025\n\nI. CĂN CỨ\n\n1. Nghị định số 98/2023/NĐ-CP ngày 31/12/2023{}.\n\n2. Thi đua.\n"
    )
    assert "superseded" not in kinds(read_text(undated.format(""), (OLD,)))
    late = undated.format("; Công văn số 5/SGDĐT ngày 05/8/2025")
    assert "superseded" in kinds(read_text(late, (OLD,)))


def test_a_citation_of_last_years_targets():
    reading = plan(
        "1. Quyết định số 22/QĐ-UBND ngày 12/12/2022 về việc giao chỉ tiêu kế hoạch năm 2023.",
        subject="Phát động phong trào thi đua năm 2024",
    )
    assert reasons(reading) == ["Văn bản này dành cho năm 2023, còn kế hoạch là của năm 2024."]


def test_a_report_on_last_year_is_no_stale_reference():
    reading = plan(
        "1. Báo cáo số 22/BC-UBND ngày 12/12/2023 về kết quả thực hiện nhiệm vụ năm 2023.",
        subject="Phát động phong trào thi đua năm 2024",
    )
    assert kinds(reading) == []


@pytest.mark.parametrize(
    ("words", "doubled"),
    [
        ("Hồ sơ nộp nộp 01 bộ", "nộp"),
        ("bầu cử đại biểu đại biểu Quốc hội", "đại biểu"),
        ("theo Chỉ thị Chỉ thị của tỉnh", "Chỉ thị"),
    ],
)
def test_doubled_words(words, doubled):
    assert reasons(plan(f"1. {words}.")) == [f"“{doubled}” được viết hai lần liền nhau."]


@pytest.mark.parametrize(
    "words",
    [
        "tuyên dương cá nhân nhân dịp 20/11",
        "các tổ chức tổ chức thực hiện",
        "luôn luôn đổi mới",
        "học sinh sinh sống xa trường",
        "giáo viên viên chức",
        "sơ kết, tổng kết, tổng hợp báo cáo",
        "thi đua dạy tốt, học tốt; học tốt, dạy tốt",
        "ngày ngày chăm ngoan",
    ],
)
def test_words_that_are_rightly_doubled(words):
    assert kinds(plan(f"1. {words}.")) == []


def test_nothing_is_said_of_a_text_that_is_no_plan():
    reading = read_text("Chiều quê\n\nGió lên lên mãi trên đồi đồi thông\n\nSố: /X\n")
    assert not reading.looks_like_plan
    assert reading.findings == ()


def test_growth_without_a_base_year():
    assert kinds(plan("- Tăng thêm ít nhất 20% số nhóm trẻ.", section="CHỈ TIÊU")) == ["increase_target"]
    assert kinds(plan("- Tăng thêm ít nhất 20% số nhóm trẻ so với năm 2025.", section="CHỈ TIÊU")) == []
