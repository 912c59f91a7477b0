"""Văn bản."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "thidua.records"
    verbose_name = "Văn bản"
