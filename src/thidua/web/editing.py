"""What forms carry to tell the second of two editors."""

from django.http import HttpRequest

from thidua.web.paging import asked_number


def posted_version(request: HttpRequest) -> int:
    """The version that the person read, sent back in a hidden field; 0 fits none when it is missing or nonsense."""
    return asked_number(request.POST.get("version"), 0)
