"""Words printed twice in a row by mistake."""

import re
from collections.abc import Iterator

from thidua.core.reading.model import Finding
from thidua.core.reading.normalise import fold
from thidua.core.reading.patterns import any_of
from thidua.core.reading.tree import Paragraph

# Syllables that end one compound and begin the next ("cá nhân nhân dịp"), or are doubled on purpose ("luôn luôn").
_MAY_DOUBLE = re.compile(
    any_of(
        "nhan | sinh | vien | dan | hoc | chuc | thoi | chinh | the | hanh | cong | truong | luon | thuong | ngay | nguoi | nha",
        "doi | nganh | xanh | lan | tung | cham | thi | gia | hoa | nam | quan | tam | dong | hop | tin | luc | dau | cao | toan",
        "nang | phong | trao | vi | co | dao | ba | nay | ai | gi | ay | rieng | chung | lop | thay | tri | binh | an | hai | mot",
        "bon | sau | bay | chin | muoi | tram | doan | thanh | phu | to | ban | bo | so | do | dung | tu | tai | y | nghiem | kinh",
        "te | ky | luat | dang | su | viec | bao | dai | hoi | bang | chi | mau | loi | tien | ve | dat | thu | giao | trung",
    )
)
# Pairs that are noun and verb alike: "các tổ chức tổ chức thực hiện".
_NOUN_AND_VERB = re.compile(
    any_of(
        "to chuc | hoat dong | lao dong | thi dua | lanh dao | quy dinh | bao cao | de nghi | ke hoach | hoc tap | giao duc",
        "quan ly | dao tao | huong dan | chi dao | cong tac | yeu cau | dai dien | khen thuong | phu trach | tham muu",
        "nghien cuu | kiem tra | giam sat | bieu duong | phat trien | doi moi | tu nguyen | chuyen mon | doi doi | dong chi",
        "tuyen truyen",
    )
)
_WORD = re.compile(r"[^\W\d_]+")


def find_doubled(items: list[Paragraph]) -> Iterator[Finding]:
    """A word or a pair of words printed twice in a row, where Vietnamese does not double it on purpose."""
    for item in items:
        words = [match.span() for match in _WORD.finditer(item.text)]
        for i in range(len(words) - 1):
            if _is_twice(item.text, words, i, 2, _NOUN_AND_VERB):
                yield _finding(item, words, i, 2)
            elif _is_twice(item.text, words, i, 1, _MAY_DOUBLE):
                yield _finding(item, words, i, 1)


def _is_twice(text: str, words: list[tuple[int, int]], at: int, size: int, allowed: re.Pattern[str]) -> bool:
    if at + 2 * size > len(words):
        return False
    first = text[words[at][0] : words[at + size - 1][1]]
    second = text[words[at + size][0] : words[at + 2 * size - 1][1]]
    between = text[words[at + size - 1][1] : words[at + size][0]]
    if first.lower() != second.lower() or between != " " or (first[0].islower() and second[0].isupper()):
        return False
    folded = fold(first)
    syllables = folded.split(" ")
    if len(first) < 2 or len(syllables) != size or not all(map(str.isalpha, syllables)):
        return False
    return not allowed.fullmatch(folded) and len(set(syllables)) == size


def _finding(item: Paragraph, words: list[tuple[int, int]], at: int, size: int) -> Finding:
    """The doubled words with the two words before and the one after, so that the place is recognised."""
    start, end = words[at][0], words[at + 2 * size - 1][1]
    first, last = words[max(0, at - 2)][0], words[min(len(words) - 1, at + 2 * size)][1]
    word = item.text[start : words[at + size - 1][1]]
    why = f"“{word}” được viết hai lần liền nhau."
    return Finding("duplicated_word", item.text[first:last], why, item.prose.span(start, end))
