"""What can go wrong when a movement is written."""


class MovementError(Exception):
    """The movement cannot be written as asked; the message says why in Vietnamese."""
