"""Order of Vietnamese names and search without diacritics."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.vietnamese.folding import fold
from thidua.core.vietnamese.names import sort_key


def test_given_name_then_middle_then_family():
    names = ["Nguyễn Văn Đức", "Lê Thị Ánh", "Nguyễn Văn An", "Trần Dũng", "Vũ Thị Ẩn", "Bùi Thị Đào", "Lê Văn An"]
    assert sorted(names, key=sort_key) == [
        "Lê Văn An", "Nguyễn Văn An", "Lê Thị Ánh", "Vũ Thị Ẩn", "Trần Dũng", "Bùi Thị Đào", "Nguyễn Văn Đức",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "order",
    [
        ["An", "Anh", "Ăn", "Ân", "Bình"],
        ["Dung", "Đạt", "Em"],
        ["Hoa", "Hoà", "Hoả", "Hoã", "Hoá", "Hoạ"],
        ["Tho", "Thô", "Thơ"],
        ["U", "Ư", "Y"],
    ],
)
def test_alphabet_and_tones(order):
    assert sorted(set(order), key=sort_key) == order


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đặng Thị Ngọc", "dang thi ngoc"), ("  Uỷ   ban ", "uy ban"), ("Ủy ban", "uy ban"), ("ĐIỆN BIÊN", "dien bien")],
)
def test_fold(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_fold_is_idempotent_and_keys_never_fail(text):
    assert fold(fold(text)) == fold(text)
    assert isinstance(sort_key(text), str)
