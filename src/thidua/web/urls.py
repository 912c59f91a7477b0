"""Addresses of the web app, area by area."""

from importlib import import_module

app_name = "web"

AREAS = (
    "account",
    "home",
    "movements",
    "documents",
    "targets",
    "org",
    "roles",
    "registrations",
    "dossiers",
    "councils",
    "decisions",
    "public",
    "law",
    "history",
    "gallery",
)

urlpatterns = [pattern for area in AREAS for pattern in import_module(f"thidua.web.{area}.urls").urlpatterns]
