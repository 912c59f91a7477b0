"""Mã xác thực: the code printed beside the QR code of an award.

Eleven random signs and one check sign over an alphabet of 31 signs that cannot be mistaken for each other (no 0/O, 1/I/L).
31 is prime and the weights differ, so one wrong sign or two signs swapped are always found.
"""

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 12
SPACE = len(ALPHABET) ** (LENGTH - 1)  # about 2.5e16: guessing one of a million codes takes billions of tries
_SEPARATORS = str.maketrans("", "", " -–—_.\t\r\n\u00a0")


def make_code(number: int) -> str:
    """The code of a number in `range(SPACE)`; the caller draws it at random. Stored without separators.

    Raises ValueError for a number outside the range.
    """
    if not 0 <= number < SPACE:
        raise ValueError("Số ngoài phạm vi của mã xác thực.")
    signs = ""
    for _ in range(LENGTH - 1):
        number, index = divmod(number, len(ALPHABET))
        signs += ALPHABET[index]
    return signs + _check_sign(signs)


def normalise(typed: str) -> str:
    """What a person typed or scanned as it is stored: capitals, no blanks or dashes."""
    return typed.translate(_SEPARATORS).upper()


def is_well_formed(code: str) -> bool:
    """Has a normalised code the right length and signs, and the check sign that belongs to it?"""
    return len(code) == LENGTH and set(code) <= set(ALPHABET) and _check_sign(code[:-1]) == code[-1]


def show(code: str) -> str:
    """The code as printed, in groups of four: `ABCD-EFGH-JKMN`."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def _check_sign(signs: str) -> str:
    total = sum(weight * ALPHABET.index(sign) for weight, sign in enumerate(signs, start=2))
    return ALPHABET[-total % len(ALPHABET)]
