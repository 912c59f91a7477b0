"""Help for writing long patterns as readable lists."""


def any_of(*phrases: str) -> str:
    """A non-capturing group that matches any of the phrases; one string may hold several, parted by " | ".

    Phrases are regular expressions over folded text (see `normalise.fold`), longest alternatives first.
    """
    parts = [part.strip() for phrase in phrases for part in phrase.split(" | ") if part.strip()]
    return "(?:" + "|".join(parts) + ")"
