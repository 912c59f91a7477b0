"""Parts of a plan in the words that documents print."""

from decimal import Decimal

from thidua.core.vietnamese.numbers import format_number

COMPARATOR_WORDS = {"=": "đạt", ">=": "từ", "<=": "không quá", "<": "dưới", ">": "trên"}


def number_words(value: Decimal | None) -> str:
    """83,91; 100; empty for nothing."""
    if value is None:
        return ""
    return format_number(int(value)) if value == value.to_integral_value() else format_number(float(value))


def target_words(
    comparator: str, value: Decimal, unit: str, numerator: Decimal | None = None, denominator: Decimal | None = None
) -> str:
    """What is to be reached: `đạt 83,91% (386/478)`, `từ 95% trở lên`, `129 xã`."""
    amount = number_words(value) + ("%" if unit == "%" else "" if unit == "count" else f" {unit}")
    tail = " trở lên" if comparator == ">=" else ""
    fraction = ""
    if numerator is not None and denominator is not None:
        fraction = f" ({number_words(numerator)}/{number_words(denominator)})"
    return f"{COMPARATOR_WORDS[comparator]} {amount}{tail}{fraction}"


def partial_date_words(text: str) -> str:
    """`2024-01-10` -> `ngày 10/01/2024`, `2024-01` -> `tháng 01/2024`, `2024` -> `năm 2024`."""
    parts = text.split("-")
    if len(parts) == 3:
        return f"ngày {parts[2]}/{parts[1]}/{parts[0]}"
    if len(parts) == 2:
        return f"tháng {parts[1]}/{parts[0]}"
    return f"năm {text}" if text else ""


def basis_words(kind: str, number: str, dated: str, issuer: str, about: str) -> str:
    """One citation in full: `Kế hoạch số 123/KH-UBND ngày 10/01/2024 của UBND tỉnh về công tác thi đua`.

    A law without number is called by what it is about, which then holds its kind.
    """
    if not number and about.lower().startswith(kind.lower()):
        head = about
        about = ""
    else:
        head = f"{kind} số {number}" if number else kind
    parts = [head, partial_date_words(dated), f"của {issuer}" if issuer else ""]
    if about:
        parts.append(about if about.lower().startswith(("về ", "v/v ", "ban hành ", "quy định ")) else f"về {about}")
    return " ".join(part for part in parts if part)
