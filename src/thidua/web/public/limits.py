"""How often one address may do what costs much or must not be tried out: checking codes, taking the whole list of honour."""

from django.core.cache import cache
from django.http import HttpRequest

from thidua.web.clients import client_address

CHECKS_PER_MINUTE = 30
EXPORTS_PER_MINUTE = 6


def may_check(request: HttpRequest) -> bool:
    """Count one check of a code; False when the address made too many in this minute."""
    return _count(request, "verify") <= CHECKS_PER_MINUTE


def may_export(request: HttpRequest) -> bool:
    """Count one Excel file of the public list; False when the address took too many in this minute."""
    return _count(request, "export") <= EXPORTS_PER_MINUTE


def _count(request: HttpRequest, what: str) -> int:
    key = f"{what}:{client_address(request)}:{int(request.now.timestamp()) // 60}"
    cache.add(key, 0, timeout=120)
    return cache.incr(key)
