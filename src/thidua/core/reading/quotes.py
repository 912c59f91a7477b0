"""Quoted passages, whatever marks they are set in (“ ”, straight, mixed)."""

_LONGEST = 420  # characters; a longer one is an unclosed mark


def find_quotes(text: str) -> list[tuple[int, int]]:
    """Ranges of the quoted passages without their marks, in order; nested ones belong to the outer."""
    found: list[tuple[int, int]] = []
    start, depth = -1, 0
    for i, sign in enumerate(text):
        if sign not in '“”"„‟«»':
            continue
        if start < 0:
            if sign in '“"„«':
                start, depth = i + 1, 1
            continue
        if i - start > _LONGEST:
            start, depth = (i + 1, 1) if sign in '“"„«' else (-1, 0)
        elif sign in "“„«":
            depth += 1
        elif depth > 1:
            depth -= 1
        else:
            found.append((start, i))
            start, depth = -1, 0
    return found


def inside(quotes: list[tuple[int, int]], at: int) -> bool:
    """Whether a position lies in one of the quoted passages."""
    return any(start <= at < end for start, end in quotes)
