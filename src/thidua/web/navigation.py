"""Left navigation: what people do, filtered by what the actor may do."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from thidua.core.access import GRANTS, Actor, Permission


@dataclass(frozen=True, slots=True)
class Area:
    """One entry of the table; shown when one of the actor's roles grants one of `needs` (to everybody signed in when empty)."""

    label: str
    icon: str
    url_name: str
    needs: frozenset[Permission] = frozenset()


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry as the page shows it. `count` is what waits there, None when not counted."""

    label: str
    icon: str
    url: str
    active: bool
    count: int | None = None


@dataclass(frozen=True, slots=True)
class NavGroup:
    """Entries under a heading; the first group has none."""

    title: str
    items: tuple[NavItem, ...]


_P = Permission
AREAS: tuple[tuple[str, tuple[Area, ...]], ...] = (
    ("", (Area("Việc của tôi", "home", "web:home"),)),
    (
        "Phong trào",
        (
            Area("Phong trào thi đua", "flag", "web:movements", frozenset({_P.MOVEMENT_VIEW})),
            Area("Văn bản", "file-text", "web:documents", frozenset({_P.DOCUMENT_VIEW})),
            Area("Chỉ tiêu, số liệu", "target", "web:targets", frozenset({_P.MOVEMENT_VIEW})),
        ),
    ),
    (
        "Khen thưởng",
        (
            Area("Đăng ký thi đua", "clipboard-list", "web:registrations", frozenset({_P.REGISTRATION_VIEW})),
            Area("Hồ sơ khen thưởng", "folder", "web:dossiers", frozenset({_P.DOSSIER_VIEW})),
            Area("Hội đồng", "gavel", "web:council_meetings", frozenset({_P.COUNCIL_VIEW})),
            Area("Quyết định", "certificate", "web:decisions", frozenset({_P.DECISION_PREPARE, _P.DOSSIER_VIEW})),
        ),
    ),
    (
        "Đơn vị và nhân sự",
        (
            Area("Đơn vị", "building", "web:units", frozenset({_P.UNIT_VIEW})),
            Area("Nhân sự", "users", "web:people", frozenset({_P.PERSON_VIEW})),
            Area("Vai trò", "key", "web:roles", frozenset({_P.ROLE_EDIT})),
        ),
    ),
    (
        "Tra cứu",
        (
            Area("Thư viện văn bản luật", "books", "web:acts"),
            Area("Bảng vàng công khai", "award", "web:public_honours"),
            Area("Nhật ký", "history", "web:journal", frozenset({_P.JOURNAL_VIEW})),
        ),
    ),
)

PUBLIC_AREAS: tuple[Area, ...] = (
    Area("Trang chủ", "home", "web:public_home"),
    Area("Bảng vàng", "award", "web:public_honours"),
    Area("Kiểm tra quyết định, giấy khen", "shield-check", "web:public_verify"),
)


def may_enter(actor: Actor, area: Area) -> bool:
    """Does any role held today grant one of the permissions the area needs, wherever?"""
    return not area.needs or any(area.needs & GRANTS[held.role].keys() for held in actor.roles)


def build_navigation(actor: Actor, path: str, counts: Mapping[str, int]) -> tuple[NavGroup, ...]:
    """The groups that the actor sees, the entry of the present address marked. `counts` is by url name."""
    groups = []
    for title, areas in AREAS:
        if items := _items([area for area in areas if may_enter(actor, area)], path, counts):
            groups.append(NavGroup(title, items))
    return tuple(groups)


def build_public_navigation(path: str) -> tuple[NavItem, ...]:
    """What somebody without an account can open."""
    return _items(PUBLIC_AREAS, path, {})


def _items(areas: tuple[Area, ...] | list[Area], path: str, counts: Mapping[str, int]) -> tuple[NavItem, ...]:
    urls = [reverse(area.url_name) for area in areas]
    # Where one address lies below another, as in public, the closer one is where we are.
    here = max((url for url in urls if path == url or (url != "/" and path.startswith(url))), key=len, default=None)
    return tuple(
        NavItem(area.label, area.icon, url, url == here, counts.get(area.url_name))
        for area, url in zip(areas, urls, strict=True)
    )
