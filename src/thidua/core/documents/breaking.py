"""Breaking a centred text into lines as a clerk would: few, even, and not in the middle of an expression."""

from functools import lru_cache

from thidua.core.documents.metrics import MM_PER_POINT, UNITS_PER_EM, word_units

SPACE_UNITS = 512
# A line may well begin with these, and should not with a dash; it should not end with a word that leads to the next.
GOOD_STARTS = {"tỉnh", "huyện", "quận", "xã", "phường", "năm", "của", "trong", "về", "và", "cho", "theo", "trên", "đối"}
GOOD_STARTS |= {"nhân", "giai", "tại", "do"}
BAD_STARTS = {"-", "–", "%", ":"}
BAD_ENDS = {"và", "của", "trong", "về", "cho", "theo", "trên", "đối", "tại", "do", "các", "những", "được", "đã", "số"}
BAD_ENDS |= {"năm", "tỉnh", "huyện", "xã", "phường"}
NEUTRAL, BAD = 0.08, 0.5


@lru_cache(maxsize=2_000)
def break_evenly(text: str, size_pt: float, width_mm: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into the fewest lines of `width_mm`, choosing even lines and natural places.

    A word wider than the line stands alone. Returns one empty line for an empty text.
    """
    words = text.split() or [""]
    room = width_mm / MM_PER_POINT / size_pt * UNITS_PER_EM
    edges = [0]
    for word in words:
        edges.append(edges[-1] + word_units(word, bold) + SPACE_UNITS)
    fewest, costs, starts = [0], [0.0], [0]
    for end in range(1, len(words) + 1):
        options = []
        for start in range(end - 1, -1, -1):
            used = edges[end] - edges[start] - SPACE_UNITS
            if used > room and start < end - 1:
                break
            unevenness = (max(room - used, 0) / room) ** 2
            options.append((fewest[start] + 1, costs[start] + unevenness + _break_cost(words, start), start))
        best = min(options)
        fewest.append(best[0])
        costs.append(best[1])
        starts.append(best[2])
    return _lines(words, starts)


def _break_cost(words: list[str], start: int) -> float:
    if start == 0:
        return 0.0
    before, after = words[start - 1].lower(), words[start].lower()
    if after in BAD_STARTS or before in BAD_ENDS:
        return BAD
    return 0.0 if after in GOOD_STARTS else NEUTRAL


def _lines(words: list[str], starts: list[int]) -> tuple[str, ...]:
    lines: list[str] = []
    end = len(words)
    while end > 0:
        lines.insert(0, " ".join(words[starts[end] : end]))
        end = starts[end]
    return tuple(lines)
