"""A view cannot be reached without saying who may: every route's view is declared in `thidua.web.access`."""

from collections.abc import Callable, Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from thidua.core.access import GRANTS, Permission

# Open without an account: signing in, and what the public is meant to see.
PUBLIC = {
    "web:front",
    "web:gallery",
    "web:public_home",
    "web:public_honours",
    "web:public_movement",
    "web:public_verify",
    "web:public_verify_code",
    "web:sign_in",
    "web:sign_out",
}


def routes(resolver: URLResolver | None = None, space: str = "", path: str = "") -> Iterator[tuple[str, str, Callable]]:
    """(name with namespace, address, view) of every route."""
    resolver = resolver or get_resolver()
    for entry in resolver.url_patterns:
        address = path + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name}", address, entry.callback
        else:
            yield from routes(entry, f"{space}{entry.namespace}:" if entry.namespace else space, address)


def test_every_route_declares_who_may_use_it():
    assert {address for _, address, view in routes() if getattr(view, "access", None) is None} == set()


def test_a_declaration_is_public_signed_in_or_a_permission_somebody_holds():
    held = {permission for grants in GRANTS.values() for permission in grants}
    odd = {
        (name, view.access)
        for name, _, view in routes()
        if view.access not in {"public", "signed_in"}
        and not (isinstance(view.access, Permission) and view.access in held)
    }
    assert odd == set()


def test_only_the_routes_named_here_are_public():
    assert {name for name, _, view in routes() if view.access == "public"} == PUBLIC


def test_every_route_has_a_name_of_its_own():
    names = [name for name, _, _ in routes()]
    assert [name for name in names if name.endswith("None")] == []
    assert sorted(name for name in set(names) if names.count(name) > 1) == []
