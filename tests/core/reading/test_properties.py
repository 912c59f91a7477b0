"""What holds for every text whatever: no error, places inside the text, the same answer twice."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.reading.samples import NAMES, text_of
from thidua.core.reading.model import Span
from thidua.core.reading.normalise import fold, normalise
from thidua.core.reading.reader import read_text

WORDS = """
Số: 12/KH-THCS~Số: /KH~KẾ HOẠCH~V/v~Kính gửi:~Nơi nhận:~- Lưu: VT.~TM.~KT. CHỦ TỊCH~HIỆU TRƯỞNG~Nguyễn Văn A~I.~1.~a)~-~+~1.1.~
phong trào thi đua~“~”~"~Chỉ thị số 34-CT/TW~ngày 07/4/2014~ngày 31/2/2024~tháng 13/2024~của Bộ Chính trị~của Chính phủ)~(của UBND tỉnh~về
100%~7/9~đạt~từ~trở lên~học sinh~trước ngày 20/11~tháng 12~năm 2026~năm học 2026 - 2027~chủ đề
Luật Giáo dục~Đề án~do~phê duyệt~; ~, ~. ~   ~|~¹~
Các trường~tổ chức~PHỤ LỤC~Trên đây là~./.~Hà Nội, ngày     tháng 01 năm 2024~<br>~*~**~\\~đến hết~…~đợt 1~0/0~9999999/1~(~)
"""
PIECES = [*WORDS.split("~"), "\n", "\n\n", "\t"]
PLANS = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
TEXTS = st.one_of(st.text(max_size=400), PLANS, st.text(alphabet='|-—“”"*\n 1.)(aÁđ%/', max_size=300))


def spans_of(value):
    if isinstance(value, Span):
        yield value
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from spans_of(getattr(value, name))
    elif isinstance(value, tuple):
        for entry in value:
            yield from spans_of(entry)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_every_place_lies_in_it(text):
    reading = read_text(text)
    for span in spans_of(reading):
        assert 0 <= span.start <= span.end <= len(reading.text)
    json.dumps(reading.as_dict())


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_reading_is_repeatable_and_settles_on_its_own_text(text):
    reading = read_text(text)
    assert read_text(text) == reading
    assert read_text(reading.text) == reading


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_normalising_twice_changes_nothing_and_folding_keeps_the_length(text):
    clean = normalise(text)
    assert normalise(clean) == clean
    assert len(fold(clean)) == len(clean)


@pytest.mark.parametrize("name", NAMES)
def test_broken_lines_do_not_change_who_signs_or_what_is_aimed_at(name):
    """Wider gaps between paragraphs are no other text."""
    text = text_of(name)
    wider = text.replace("\n\n", "\n\n\n")
    a, b = read_text(text), read_text(wider)
    assert [t.subject for t in a.targets] == [t.subject for t in b.targets]
    assert [c.number for c in a.citations] == [c.number for c in b.citations]


HOSTILE = {
    "commas": "phong trào thi đua" + " ," * 4000 + "“x",
    "leads": "có " * 6000 + "5% x",
    "colons": ": " * 6000 + "5%",
    "quotes": "“" * 5000,
    "fractions": "1/2 " * 6000,
    "blanks": " " * 20000 + "x",
    "congress": "Nghị quyết Đại hội " + "đảng bộ " * 3000,
    "scheme": "Đề án " + "a " * 5000 + "do ",
    "launchers": "phong trào thi đua do " * 3000 + "“Dạy tốt học tốt”",
    "brackets": "(" * 9000,
    "bars": "| a " * 5000,
    "stars": "* " * 8000,
    "dates": "từ ngày 1 " * 3000 + "đến hết ngày 5/5/2026",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_long(name):
    started = time.process_time()
    read_text("KẾ HOẠCH\nThi đua năm 2026\n\nI. CHỈ TIÊU\n\n1. " + HOSTILE[name])
    read_text(HOSTILE[name])
    assert time.process_time() - started < 4
