"""How often one address may check codes, so that nobody can try them out."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

CHECKS_PER_MINUTE = 30


def client_address(request: HttpRequest) -> str:
    """Where the request comes from; behind the HTTPS proxy, what the proxy itself appended."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    return forwarded.rsplit(",", 1)[-1].strip() or request.META.get("REMOTE_ADDR", "")


def may_check(request: HttpRequest) -> bool:
    """Count one check; False when the address made too many in this minute."""
    key = f"verify:{client_address(request)}:{int(request.now.timestamp()) // 60}"
    cache.add(key, 0, timeout=120)
    return cache.incr(key) <= CHECKS_PER_MINUTE
