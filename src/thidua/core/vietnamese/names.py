"""Thứ tự tên người Việt: given name first, then middle names, then family name, by the Vietnamese alphabet and its tones."""

import unicodedata

# The 29 letters in order; then the tones in dictionary order: ngang, huyền, hỏi, ngã, sắc, nặng.
_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_RANK = {letter: index for index, letter in enumerate(_LETTERS)}


def _word_key(word: str) -> tuple[str, str]:
    """Letters and tones apart, each as a string that sorts by code point."""
    letters: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFC", word.lower()):
        decomposed = unicodedata.normalize("NFD", char)
        tone = next((str(_TONES.index(mark) + 1) for mark in decomposed if mark in _TONES), "0")
        base = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONES))
        if not base:
            continue  # a tone mark on its own
        # Letters outside the alphabet (f, j, w, z) come after it, in their own order.
        rank = _RANK.get(base, 40 + (ord(base[0]) - 97) % 50)
        letters.append(chr(48 + rank))
        tones.append(tone)
    return "".join(letters), "".join(tones)


def sort_key(full_name: str) -> str:
    """A string to store and sort by in any database: `Nguyễn Văn An` sorts before `Lê Thị Ánh`."""
    words = full_name.split()
    if not words:
        return ""
    order = [words[-1], *words[:-1]]
    keys = [_word_key(word) for word in order]
    # "!" sorts below every rank, so that a shorter name comes first.
    return "!".join(f'{letters}"{tones}' for letters, tones in keys)
