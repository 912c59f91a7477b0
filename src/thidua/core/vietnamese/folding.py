"""Search without diacritics: the same folding for what is stored and what is asked."""

import unicodedata

_D = str.maketrans({"đ": "d", "Đ": "D"})


def fold(text: str) -> str:
    """Lower case, no tone or vowel marks, đ as d, single spaces: `Đặng Thị Ngọc` -> `dang thi ngoc`."""
    decomposed = unicodedata.normalize("NFD", text.translate(_D))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(bare.lower().split())
