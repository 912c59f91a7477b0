"""The first page after signing in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from thidua.web.access import public, signed_in
from thidua.web.home.pages import build_home


@public
def front(request: HttpRequest) -> HttpResponse:
    """The bare address: one's own page, or the public home without an account."""
    return redirect("web:home" if request.actor is not None else "web:public_home")


@signed_in
def home(request: HttpRequest) -> HttpResponse:
    page = build_home(request.actor, request.today)
    request.nav_counts = {"web:home": len(page.waiting)}
    return render(request, "web/home.html", {"page": page})
