"""What the council's actions refuse."""


class CouncilError(Exception):
    """The step cannot be done; the message says why and what to do in Vietnamese."""


class BallotError(CouncilError):
    """The paper cannot be taken; nothing of it was counted."""
