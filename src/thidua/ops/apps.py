"""Vận hành."""

from django.apps import AppConfig


class OpsConfig(AppConfig):
    name = "thidua.ops"
    verbose_name = "Vận hành"
