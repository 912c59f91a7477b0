"""Fetching with permission: a view gets an object only together with the right to it.

404 where the object may not even be seen, 403 with the reason where it may be seen but not changed. Every view is
declared with one of the three decorators; `tests/repo` refuses a route without.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from thidua.core.access import GRANTS, Actor, Decision, Permission, Scope, decide
from thidua.orgs.queries.units import get_scope

View = Callable[..., HttpResponse]


def public(view: View) -> View:
    """Open to everybody without an account."""
    view.access = "public"
    return view


def signed_in(view: View) -> View:
    """Needs an account; the view itself loads what it shows through this module or by the actor's own units."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.actor is None:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    guarded.access = "signed_in"
    return guarded


def requires(permission: Permission) -> Callable[[View], View]:
    """Needs the permission in at least one unit; the object's own unit is checked by its loader."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.actor is None:
                return redirect_to_login(request.get_full_path())
            if not any(permission in grants for grants in _grants(request.actor)):
                raise PermissionDenied(decide(request.actor, permission, Scope(unit_id=0)).reasons[0])
            return view(request, *args, **kwargs)

        guarded.access = permission
        return guarded

    return decorate


def _grants(actor: Actor) -> list[dict]:
    return [GRANTS[held.role] for held in actor.roles]


def load(
    request: HttpRequest,
    rows: QuerySet,
    *,
    view: Permission,
    change: Permission | None = None,
    unit: str = "unit_id",
    person: str | None = None,
    also_units: tuple[str, ...] = (),
    **lookup: Any,
) -> Any:
    """One object by `lookup`, if the actor may `view` it; and may `change` it, when that is asked.

    `unit` names the attribute with the id of the unit it belongs to, `also_units` further ones that give the same right
    (the unit that decides, the unit that received), `person` the attribute with the id of the person it is about.
    Raises Http404 or PermissionDenied (with the reason).
    """
    try:
        found = rows.get(**lookup)
    except (rows.model.DoesNotExist, ValueError) as missing:
        raise Http404("Không tìm thấy.") from missing
    scopes = [scope_of(request, found, name, person) for name in (unit, *also_units)]
    if not any(decide(request.actor, view, scope) for scope in scopes):
        raise Http404("Không tìm thấy.")
    if change is not None:
        check(request, change, *scopes)
    return found


def scope_of(request: HttpRequest, found: Model, unit: str, person: str | None) -> Scope:
    """The scope of an object on the day of the request; attribute names may span relations with dots."""
    return get_scope(_value(found, unit), request.today, person_id=_value(found, person) if person else None)


def check(request: HttpRequest, permission: Permission, *scopes: Scope) -> None:
    """Raise PermissionDenied with the reason unless one of the scopes allows it."""
    decisions = [decide(request.actor, permission, scope) for scope in scopes]
    if not any(decisions):
        raise PermissionDenied(decisions[0].reasons[0])


def may(request: HttpRequest, permission: Permission, unit_id: int, *, person_id: int | None = None) -> Decision:
    """The same question for a page that shows or greys a button."""
    return decide(request.actor, permission, get_scope(unit_id, request.today, person_id=person_id))


def _value(found: Model, dotted: str) -> Any:
    value: Any = found
    for name in dotted.split("."):
        value = getattr(value, name)
    return value
