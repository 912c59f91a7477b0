"""The person behind a request, as an actor with the roles of today."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from thidua.accounts.queries.roles import get_actor


class ActorMiddleware:
    """Sets `request.actor` (lazily; None when nobody is signed in) and `request.now`, the one clock of a request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("No address of ours holds a NUL, and PostgreSQL takes none.")
        request.now = timezone.now()
        request.today = timezone.localdate(request.now)
        if request.user.is_authenticated:
            request.actor = SimpleLazyObject(lambda: get_actor(request.user, request.today))
        else:
            request.actor = None
        return self.get_response(request)
