"""Dates in part, periods, marked text, numbered lines, words of targets and citations, answers of units."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.plans.acts import describe_force, known_acts
from thidua.core.plans.answers import Answer, AnswerFacts, check_answer, days_late
from thidua.core.plans.dates import complete_date
from thidua.core.plans.marking import Mark, mark_up
from thidua.core.plans.outline import outline
from thidua.core.plans.period import describe_period, propose_period, read_period
from thidua.core.plans.points import Points, split_points, strip_marker
from thidua.core.plans.words import basis_words, number_words, partial_date_words, target_words
from thidua.core.time.spans import Span


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("2024-01-15", None, date(2024, 1, 15)),
        ("2024-02", None, date(2024, 2, 29)),
        ("2024", None, date(2024, 12, 31)),
        ("--11-20", 2026, date(2026, 11, 20)),
        ("--06", 2026, date(2026, 6, 30)),
        ("--11-20", None, None),
        ("2024-13", None, None),
        ("2023-02-30", None, None),
        ("hằng năm", 2026, None),
        (None, 2026, None),
    ],
)
def test_partial_dates_end_on_their_last_day(text, year, expected):
    assert complete_date(text, year=year) == expected


@pytest.mark.parametrize(
    ("text", "kind", "first", "after"),
    [
        ("Phong trào thi đua năm 2024", "calendar_year", date(2024, 1, 1), date(2025, 1, 1)),
        ("phong trào thi đua năm học 2020 – 2021", "school_year", date(2020, 8, 1), date(2021, 8, 1)),
        ("giai đoạn 2021-2025", "span", date(2021, 1, 1), date(2026, 1, 1)),
        ("từ năm 2023 đến năm 2030", "span", date(2023, 1, 1), date(2031, 1, 1)),
    ],
)
def test_periods_are_read_from_words(text, kind, first, after):
    period = read_period(text)
    assert (period.kind, period.span) == (kind, Span(first, after))


def test_period_without_a_year_falls_back_to_the_day():
    assert read_period("Phong trào Hai tốt") is None
    assert propose_period((None, "Hai tốt"), on=date(2026, 3, 4)).span == Span(date(2026, 1, 1), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("kind", "first", "after", "words"),
    [
        ("calendar_year", date(2024, 1, 1), date(2025, 1, 1), "năm 2024"),
        ("school_year", date(2024, 8, 1), date(2025, 8, 1), "năm học 2024-2025"),
        ("span", date(2021, 1, 1), date(2026, 1, 1), "giai đoạn 2021-2025"),
        ("span", date(2024, 9, 5), date(2024, 11, 21), "từ 05/09/2024 đến 20/11/2024"),
    ],
)
def test_periods_in_words(kind, first, after, words):
    assert describe_period(kind, first, after) == words


def test_innermost_mark_wins_and_each_key_begins_once():
    marks = [Mark("tasks-1", "tasks", 0, 10), Mark("deadlines-1", "deadlines", 4, 7), Mark("tasks-1", "tasks", 12, 14)]
    pieces = mark_up("0123456789abcdef", marks)
    assert [(piece.text, piece.mark.key if piece.mark else None, piece.begins) for piece in pieces] == [
        ("0123", "tasks-1", ("tasks-1",)), ("456", "deadlines-1", ("deadlines-1",)), ("789", "tasks-1", ()),
        ("ab", None, ()), ("cd", "tasks-1", ()), ("ef", None, ()),
    ]  # fmt: skip


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=8))
def test_pieces_always_give_the_text_back(text, spans):
    marks = [Mark(f"k-{index}", "theme", start, end) for index, (start, end) in enumerate(spans)]
    assert "".join(piece.text for piece in mark_up(text, marks)) == text


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("1. Tăng cường", "Tăng cường"),
        ("a) Thực hiện Chỉ thị 34-CT/TW", "Thực hiện Chỉ thị 34-CT/TW"),
        ("- 95% giáo viên", "95% giáo viên"),
        ("II. NỘI DUNG", "NỘI DUNG"),
        ("Năm 2024 - năm bản lề", "Năm 2024 - năm bản lề"),
    ],
)
def test_numbers_people_typed_are_left_out(line, bare):
    assert strip_marker(line) == bare


def test_short_numbered_lines_title_what_follows():
    text = "Lời mở đầu\n1. Dạy và học:\na) Đổi mới\n- Kiểm tra\n2. Xây dựng trường học hạnh phúc"
    assert split_points(text) == [
        Points("", ("Lời mở đầu",)),
        Points("Dạy và học", ("Đổi mới", "Kiểm tra")),
        Points("", ("Xây dựng trường học hạnh phúc",)),
    ]


def test_outline_takes_what_stands_under_the_headings():
    text = "I. MỤC ĐÍCH\nĐể học tốt.\nII. NỘI DUNG\n1. Dạy tốt\nThi đua dạy tốt.\nIII. GIẢI PHÁP\nKiểm tra."
    starts = [text.index(mark) for mark in ("I. MỤC", "II. NỘI", "1. Dạy", "III. GIẢI")]
    ends = [text.index("\n", start) for start in starts]
    titles = ("MỤC ĐÍCH", "NỘI DUNG", "Dạy tốt", "GIẢI PHÁP")
    tree = [
        {"title": title, "level": 2 if title == "Dạy tốt" else 1, "start": start, "end": end}
        for title, start, end in zip(titles, starts, ends, strict=True)
    ]
    found = outline(text, tree)
    assert (found.purpose, found.contents, found.measures) == (
        "Để học tốt.", "1. Dạy tốt\nThi đua dạy tốt.", "Kiểm tra.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (("=", Decimal("83.91"), "%", Decimal(386), Decimal(460)), "đạt 83,91% (386/460)"),
        ((">=", Decimal("95.00"), "%"), "từ 95% trở lên"),
        (("<", Decimal("0.3"), "%"), "dưới 0,3%"),
        (("=", Decimal(129), "xã"), "đạt 129 xã"),
        (("<=", Decimal(1200), "count"), "không quá 1.200"),
    ],
)
def test_targets_in_words(values, words):
    assert target_words(*values) == words


def test_no_number_has_no_words():
    assert number_words(None) == ""


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            ("Kế hoạch", "08/KH-UBND", "2026-01-05", "UBND tỉnh", "công tác thi đua"),
            "Kế hoạch số 08/KH-UBND ngày 05/01/2026 của UBND tỉnh về công tác thi đua",
        ),
        (
            ("Nghị định", "98/2023/NĐ-CP", "2023", "", "quy định chi tiết"),
            "Nghị định số 98/2023/NĐ-CP năm 2023 quy định chi tiết",
        ),
        (("Luật", "", "", "", "Luật Thi đua, khen thưởng"), "Luật Thi đua, khen thưởng"),
        (("Nghị quyết", "", "", "Đại hội Đảng", ""), "Nghị quyết của Đại hội Đảng"),
    ],
)
def test_citations_in_words(values, words):
    assert basis_words(*values) == words


def test_partial_date_in_words():
    assert [partial_date_words(text) for text in ("2024-01-10", "2024-01", "2024", "")] == [
        "ngày 10/01/2024", "tháng 01/2024", "năm 2024", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "day", "title"),
    [
        ("91/2017/NĐ-CP", date(2022, 3, 4), "Còn hiệu lực"),
        ("91/2017/NĐ-CP", date(2026, 1, 20), "Không còn hiệu lực"),
        ("123/KH-UBND", date(2026, 1, 20), "Chưa rõ hiệu lực"),
        ("", date(2026, 1, 20), "Chưa rõ hiệu lực"),
    ],
)
def test_force_of_an_act_on_a_day(number, day, title):
    assert describe_force(number, day)[0] == title


def test_the_register_names_successors_in_words():
    assert next(act for act in known_acts() if act.number == "91/2017/NĐ-CP").replaced_by


DUE = date(2026, 2, 15)


@pytest.mark.parametrize(
    ("facts", "answer", "late"),
    [
        (AnswerFacts(False, False, None, DUE), Answer.SENT, 5),
        (AnswerFacts(True, False, None, DUE), Answer.RECEIVED, 5),
        (AnswerFacts(True, True, None, None), Answer.ACKNOWLEDGED, 0),
        (AnswerFacts(True, True, DUE, DUE), Answer.ISSUED, 0),
        (AnswerFacts(False, False, date(2026, 2, 16), DUE), Answer.ISSUED, 1),
    ],
)
def test_answers_of_units(facts, answer, late):
    assert (check_answer(facts), days_late(facts, date(2026, 2, 20))) == (answer, late)


def test_nobody_is_late_on_the_last_day():
    assert days_late(AnswerFacts(False, False, None, DUE), DUE) == 0
