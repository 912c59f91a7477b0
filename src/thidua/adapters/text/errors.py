"""What goes wrong with a file, said so that the person knows what to do."""


class UnreadableFile(Exception):
    """A file without usable text; the message is one Vietnamese sentence that names the way out."""
