"""Pages shown when something is refused, missing or broken; each says what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403 with the reasons the refusal carries: `PermissionDenied("why", "and why")`."""
    reasons = [str(reason) for reason in exception.args if reason]
    return render(request, "web/errors/403.html", {"reasons": reasons}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: absent, or not visible to the person asking; the page does not say which."""
    return render(request, "web/errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500 without context processors, so that it works when the database does not."""
    return HttpResponse(render_to_string("web/errors/500.html"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form sent from a page that had grown too old or without cookies."""
    why = "Biểu mẫu đã quá hạn hoặc trình duyệt không gửi cookie."
    what = "Hãy quay lại trang trước, tải lại trang rồi gửi lại."
    return render(request, "web/errors/403.html", {"reasons": [why, what]}, status=403)
