"""Number and symbol of a document as printed: 34-CT/TW, 1428/KH-SGDĐT, 91/2017/NĐ-CP, 06/2022/QH15."""

import re

from thidua.core.reading.normalise import fold

_CODE = r"[A-ZĐ][A-Za-zĐđƯư&]*\d{0,2}"
_SYMBOL = rf"{_CODE}(?:\s?[-–/]\s?(?=[A-ZĐ&]{{2}}){_CODE}|[-–/]\s?(?=[A-ZĐ]){_CODE})*"
NUMBER = re.compile(rf"\d{{1,6}}[a-z]?(?:\s?/\s?(?:19|20)\d{{2}})?\s?[-–/]\s?{_SYMBOL}")


def number_key(number: str) -> str:
    """A number in the form in which two writings of it agree (case, blanks, dashes, D for Đ, leading zeros)."""
    return re.sub(r"\s", "", fold(number)).lstrip("0")


def type_code(number: str) -> str:
    """The type code in a symbol, folded: "kh" in 1428/KH-SGDĐT, "ct" in 34-CT/TW."""
    match = re.match(r"\d+[a-z]?(?:/\d{4})?[-/]([a-z]+)", fold(number).replace(" ", ""))
    return match[1] if match else ""
