"""What every page has around its content: who acts, where they can go, whether this is the demonstration."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from thidua.core.access import ROLE_TITLES, Actor
from thidua.web.navigation import NavGroup, NavItem, build_navigation, build_public_navigation


@dataclass(frozen=True, slots=True)
class HeldTitle:
    """A role as the account menu names it."""

    title: str
    unit: str


@dataclass(frozen=True, slots=True)
class Shell:
    """Khung trang. `name` is empty for somebody who is not signed in."""

    name: str
    titles: tuple[HeldTitle, ...]
    nav: tuple[NavGroup, ...]
    public_nav: tuple[NavItem, ...]
    demo: bool
    max_upload_bytes: int
    home_url: str
    sign_in_url: str
    sign_out_url: str


def shell(request: HttpRequest) -> dict[str, Shell]:
    """Context processor; no query. A view that counted what waits puts it into `request.nav_counts` by url name."""
    actor: Actor | None = getattr(request, "actor", None)
    return {
        "shell": Shell(
            name=actor.name if actor else "",
            titles=tuple(HeldTitle(ROLE_TITLES[held.role], held.unit_name) for held in actor.roles) if actor else (),
            nav=build_navigation(actor, request.path, getattr(request, "nav_counts", {})) if actor else (),
            public_nav=build_public_navigation(request.path),
            demo=settings.DEMO,
            max_upload_bytes=settings.MAX_UPLOAD_BYTES,
            home_url=reverse("web:home"),
            sign_in_url=reverse("web:sign_in"),
            sign_out_url=reverse("web:sign_out"),
        )
    }
