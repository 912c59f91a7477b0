"""Numbers the Vietnamese way: in words, with separators, as Roman numerals."""

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ("", "nghìn", "triệu", "tỷ")
_TENS_UP = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
ROMAN = (*_TENS_UP, (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def spell_number(value: int) -> str:
    """Write an integer in words: 1205000 -> "một triệu hai trăm linh năm nghìn".

    Raises ValueError beyond 10^18, where everyday Vietnamese has no agreed wording.
    """
    if value < 0:
        return "âm " + spell_number(-value)
    if value >= 10**18:
        raise ValueError("Số quá lớn để viết bằng chữ")
    if value == 0:
        return DIGITS[0]
    billions, rest = divmod(value, 10**9)
    words: list[str] = []
    if billions:
        words += [spell_number(billions), SCALES[3]]
    if rest:
        words.append(_spell_below_billion(rest, inner=bool(billions)))
    return " ".join(words)


def spell_money(amount: int) -> str:
    """Write a sum of money in words, capitalised, as decisions and vouchers print it: "Một triệu đồng"."""
    words = spell_number(amount) + " đồng"
    return words[0].upper() + words[1:]


def format_number(value: int | float, decimals: int | None = None) -> str:
    """Write a number with dots between thousands and a decimal comma: 83.91 -> "83,91", 2340000 -> "2.340.000".

    Without `decimals` a float keeps its shortest exact form, without trailing zeros.
    """
    if decimals is None:
        text = f"{value:,}" if isinstance(value, int) else f"{value:,.10f}".rstrip("0").rstrip(".")
    else:
        text = f"{value:,.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,"))


def format_money(amount: int) -> str:
    """Write a sum of money in figures: 1404000 -> "1.404.000 đồng"."""
    return f"{format_number(amount)} đồng"


def roman(value: int) -> str:
    """Write a positive integer as an upper-case Roman numeral."""
    if value < 1:
        raise ValueError("Số La Mã bắt đầu từ I")
    letters = []
    for size, letter in ROMAN:
        count, value = divmod(value, size)
        letters.append(letter * count)
    return "".join(letters)


def _spell_below_billion(value: int, *, inner: bool) -> str:
    words: list[str] = []
    for power in (2, 1, 0):
        group = value // 1000**power % 1000
        if group == 0:
            continue
        words.append(_spell_group(group, full=inner or bool(words)))
        if power:
            words.append(SCALES[power])
    return " ".join(words)


def _spell_group(group: int, *, full: bool) -> str:
    """Spell 1..999; `full` names the hundreds even when they are zero, as inside a longer number."""
    hundreds, rest = divmod(group, 100)
    words: list[str] = []
    if hundreds or full:
        words += [DIGITS[hundreds], "trăm"]
    tens, unit = divmod(rest, 10)
    if tens == 0:
        if unit:
            words += ["linh", DIGITS[unit]] if words else [DIGITS[unit]]
        return " ".join(words)
    words += ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    if unit:
        words.append(_spell_unit(unit, tens))
    return " ".join(words)


def _spell_unit(unit: int, tens: int) -> str:
    if unit == 5:
        return "lăm"
    if tens > 1 and unit == 1:
        return "mốt"
    if tens > 1 and unit == 4:
        return "tư"
    return DIGITS[unit]
