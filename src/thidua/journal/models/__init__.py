"""Nhật ký: who did what, when and why."""

from thidua.journal.models.entry import JournalEntry, JournalHead

__all__ = ["JournalEntry", "JournalHead"]
