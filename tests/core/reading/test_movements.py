"""Named movements, and quoted words that are none."""

import pytest

from tests.core.reading.samples import plan

CASES = [
    ("phong trào thi đua “Dạy tốt - Học tốt”, “Giỏi việc trường, đảm việc nhà”",
     ["Dạy tốt - Học tốt", "Giỏi việc trường, đảm việc nhà"]),
    ('cuộc vận động "Mỗi thầy cô là một tấm gương" và phong trào “Ba đảm đang”',
     ["Mỗi thầy cô là một tấm gương", "Ba đảm đang"]),
    ("các phong trào do Thủ tướng Chính phủ phát động như: “Cả nước chung sức xây dựng nông thôn mới”; “Vì người nghèo”...",
     ["Cả nước chung sức xây dựng nông thôn mới", "Vì người nghèo"]),
    ("hăng hái thi đua “dạy tốt, học tốt”", ["dạy tốt, học tốt"]),
    ("phong trào thi đua đặc biệt chào mừng kỷ niệm 70 năm thành lập trường; giữ nền nếp",
     ["phong trào thi đua đặc biệt chào mừng kỷ niệm 70 năm thành lập trường"]),
    ("phong trào thi đua yêu nước gắn với việc “Học tập và làm theo Bác”", []),
    ("xây dựng nhà trường đạt danh hiệu “Cơ quan văn hóa”", []),
    ("phương châm “Đọc để lớn”, tinh thần “Nói đi đôi với làm”", []),
    ("ngăn chặn biểu hiện “tự diễn biến”, “tự chuyển hóa”", []),
    ("Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về “Tiếp tục đổi mới công tác thi đua, khen thưởng”", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_named_movements(words, expected):
    launched, *named = plan(f"1. Thực hiện {words}.").movements
    assert launched.name == "phong trào thi đua năm học 2026 - 2027"
    assert [movement.name for movement in named] == expected


def test_period_and_launcher_of_a_named_movement():
    movement = plan(
        "1. Các phong trào do Thủ tướng Chính phủ phát động: “Nông thôn mới” giai đoạn 2021 - 2025; “Học suốt đời”."
    ).movements[1]
    assert (movement.period, movement.launched_by) == ("giai đoạn 2021 - 2025", "Thủ tướng Chính phủ")


def test_rounds_are_movements_with_their_time():
    rounds = plan(
        "- Đợt thi đua thứ nhất: Từ nay đến hết tháng 01/2027, dạy tốt.\n\n- Đợt 2 (từ 01/02/2027 đến 31/5/2027): Thi."
    )
    assert [(m.name, m.period) for m in rounds.movements[1:]] == [
        ("Đợt thi đua thứ nhất", "Từ nay đến hết tháng 01/2027"),
        ("Đợt 2", "từ 01/02/2027 đến 31/5/2027"),
    ]


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        (
            "Phát động phong trào thi đua năm 2024 của Sở Giáo dục và Đào tạo thành phố Tân Giang",
            "phong trào thi đua năm 2024",
        ),
        ("PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2022", "phong trào thi đua năm 2022"),
        ("Phát động phong trào thi đua “Xây dựng trường học số” giai đoạn 2025 - 2030", "Xây dựng trường học số"),
    ],
)
def test_the_launched_movement(subject, name):
    assert plan("1. Dạy tốt.", subject=subject).movements[0].name == name


def test_a_plan_of_another_kind_launches_nothing():
    assert plan("1. Dạy tốt.", subject="Thực hiện nhiệm vụ năm học").movements == ()


@pytest.mark.parametrize(
    ("words", "theme"),
    [
        ("Chủ đề năm học: “Kỷ cương - Sáng tạo”.", ["Kỷ cương - Sáng tạo"]),
        ("Thực hiện chủ đề năm 2024 của thành phố về “Kỷ cương, hành động” và chủ đề năm học “Đoàn kết”.",
         ["Kỷ cương, hành động", "Đoàn kết"]),
        ("Chủ đề thi đua: Đoàn kết, sáng tạo, về đích sớm.", ["Đoàn kết, sáng tạo, về đích sớm"]),
        ("Chuyên đề năm 2024 “Học tập Bác”.", []),
        ("Phong trào thi đua “Dạy tốt” với chủ đề “Kỷ cương” và “Dạy tốt”.", ["Kỷ cương"]),
    ],
)  # fmt: skip
def test_themes(words, theme):
    assert [field.value for field in plan(f"1. {words}").theme] == theme
