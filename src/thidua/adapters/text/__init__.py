"""Bytes of a .txt, .docx or .pdf file -> its text, laid out as printed (columns kept apart by blanks or bars)."""

from thidua.adapters.text.errors import UnreadableFile
from thidua.adapters.text.extract import MAX_BYTES, extract_text

__all__ = ["MAX_BYTES", "UnreadableFile", "extract_text"]
