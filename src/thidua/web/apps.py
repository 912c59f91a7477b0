"""Giao diện."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "thidua.web"
    verbose_name = "Giao diện"

    def ready(self) -> None:
        from thidua.web.fields import say_required_plainly

        say_required_plainly()
