"""How often one address may ask: a bucket of tokens for each, forgotten when full again."""

from __future__ import annotations

import ipaddress
from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

MOST_ADDRESSES = 10_000
"""Addresses remembered at once; the one heard of longest ago is forgotten first, so memory is bounded whoever asks."""


class RateLimit:
    """At most `per_minute` requests a minute for each address, and as many at once. Not locked: for the event loop's one thread."""

    def __init__(self, per_minute: float, clock: Callable[[], float] = monotonic) -> None:
        self._most, self._rate, self._clock = per_minute, per_minute / 60, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, address: str) -> float:
        """Count a request. 0 when it is within the limit, else the seconds to wait."""
        now = self._clock()
        left = self._left(address, now)
        waiting = 0.0 if left >= 1 else (1 - left) / self._rate
        self._keep(address, left - 1 if left >= 1 else left, now)
        return waiting

    def _left(self, address: str, now: float) -> float:
        left, since = self._buckets.get(address, (self._most, now))
        return min(self._most, left + (now - since) * self._rate)

    def _keep(self, address: str, left: float, now: float) -> None:
        self._buckets[address] = (left, now)
        self._buckets.move_to_end(address)
        if len(self._buckets) > MOST_ADDRESSES:
            self._buckets.popitem(last=False)


def client_of(host: str) -> str:
    """What counts as one address: an IPv4 address, or the /64 network that one IPv6 subscriber is given."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host[:64]
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False).network_address)
    return str(address)
