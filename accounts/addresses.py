"""Where a request came from."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest
from rest_framework.request import Request

# An IPv6 customer is given a /64 and may speak from any address in it.
_IPV6_CUSTOMER_BITS = 64


def client_address(request: Request | HttpRequest) -> str:
    """The caller's network address, by which attempts are counted: an IPv4 address or an IPv6 /64.

    With `TRUSTED_PROXIES` of our own before the server, each of them has added the address it saw to the right of
    X-Forwarded-For; what stands further left is the client's own word. A header too short has not passed them all.
    """
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if 0 < settings.TRUSTED_PROXIES <= len(hops):
        return _network(hops[-settings.TRUSTED_PROXIES]) or _peer(request)
    return _peer(request)


def _peer(request: Request | HttpRequest) -> str:
    return _network(request.META.get("REMOTE_ADDR", "")) or "local"  # a Unix socket has no address


def _network(text: str) -> str | None:
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, _IPV6_CUSTOMER_BITS), strict=False))
