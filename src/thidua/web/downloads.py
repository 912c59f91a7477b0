"""Files handed to the browser: always as downloads, with the Vietnamese name they should have."""

from urllib.parse import quote

from django.http import HttpResponse

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


def download(data: bytes, name: str, media_type: str) -> HttpResponse:
    """The bytes as an attachment; `name` may hold any letters (RFC 5987)."""
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def excel_response(data: bytes, name: str) -> HttpResponse:
    return download(data, name, EXCEL)
