"""Telling a plan from other texts."""

import pytest

from tests.core.reading.samples import NAMES, plan, text_of
from thidua.core.reading.reader import read_text


@pytest.mark.parametrize("name", NAMES)
def test_samples_are_plans(name):
    assert read_text(text_of(name)).looks_like_plan


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n",
        "Con mèo mà trèo cây cau\nHỏi thăm chú chuột đi đâu vắng nhà",
        "def main():\n    return 1\n",
        "Thực đơn tuần này:\n1. Thứ hai: cơm, cá kho.\n2. Thứ ba: phở bò.\n3. Thứ tư: bún chả.",
        "Kính gửi anh Nam,\n\nEm gửi anh bản thảo. Chiều nay em bận nên không qua được.\n\nThân mến,\nLan",
    ],
)
def test_other_texts_are_not(text):
    reading = read_text(text)
    assert not reading.looks_like_plan
    assert len(reading.reasons) >= 2


def test_a_plan_without_targets_is_a_plan_and_says_so():
    reading = plan("1. Dạy tốt, học tốt.")
    assert reading.looks_like_plan
    assert reading.reasons == ("Văn bản không nêu chỉ tiêu định lượng nào.",)


def test_a_plan_with_targets_needs_no_remark():
    assert plan("- 100% học sinh đến lớp.", section="CHỈ TIÊU").reasons == ()
