"""Nhật ký."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "thidua.journal"
    verbose_name = "Nhật ký"
