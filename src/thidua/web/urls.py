"""Addresses of the web app, area by area."""

from importlib import import_module
from importlib.util import find_spec

app_name = "web"

AREAS = (
    "account",
    "home",
    "movements",
    "documents",
    "targets",
    "org",
    "registrations",
    "dossiers",
    "councils",
    "decisions",
    "public",
    "law",
    "history",
    "gallery",
)

urlpatterns = [
    pattern
    for area in AREAS
    if find_spec(f"thidua.web.{area}") and find_spec(f"thidua.web.{area}.urls")
    for pattern in import_module(f"thidua.web.{area}.urls").urlpatterns
]
