"""How often one address may check codes, so that nobody can try them out."""

from django.core.cache import cache
from django.http import HttpRequest

from thidua.web.clients import client_address

CHECKS_PER_MINUTE = 30


def may_check(request: HttpRequest) -> bool:
    """Count one check; False when the address made too many in this minute."""
    key = f"verify:{client_address(request)}:{int(request.now.timestamp()) // 60}"
    cache.add(key, 0, timeout=120)
    return cache.incr(key) <= CHECKS_PER_MINUTE
