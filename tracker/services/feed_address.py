"""Unguessable addresses: HMAC-SHA256 of the server's secret over the address's id and generation. Nothing secret is stored per feed.

160 bits remain (RFC 2104 allows cutting to half of the digest and no less than 80 bits). Rotating raises the generation, which
changes the address and every link made under it.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable

from tracker.domain.tracking import Feed

TOKEN_OCTETS = 20
TOKEN_LENGTH = 32
"""Characters of a token: base32 of its octets, in small letters so that it survives being read aloud."""
_LONGEST_CARD = 80


def token(secret: bytes, feed: Feed) -> str:
    """The token in a feed's address."""
    return _mac(secret, f"feed\0{feed.id}\0{feed.generation}")


def card_token(secret: bytes, feed: Feed, uid: str) -> str:
    """The token of one card's page, good as long as the feed's address is: an event passed on must not give the whole feed away."""
    return _mac(secret, f"card\0{feed.id}\0{feed.generation}\0{uid}")


def _mac(secret: bytes, message: str) -> str:
    digest = hmac.digest(secret, message.encode(), "sha256")[:TOKEN_OCTETS]
    return base64.b32encode(digest).decode().lower()


class Addresses:
    """Finds the feed a token stands for, in a time that tells nothing about how near a wrong one came.

    Tokens are kept under a keyed hash with a key of this process; what a guess shares with a token is lost in it, so the look-up
    tells nothing, and the one comparison after it takes constant time, made against a decoy when nothing was found.
    """

    def __init__(self, secret: bytes, feeds: Iterable[Feed]) -> None:
        self._key = secrets.token_bytes(32)
        self._decoy = "=" * TOKEN_LENGTH
        self._feeds = {self._hash(made): (made, feed) for feed in feeds if not feed.revoked for made in [token(secret, feed)]}

    def _hash(self, text: str) -> bytes:
        return hashlib.blake2b(text.encode("utf-8", "replace"), key=self._key, digest_size=16).digest()

    def find(self, given: str) -> Feed | None:
        """The feed of a token; None for a wrong, rotated or revoked one alike."""
        given = given[: 2 * TOKEN_LENGTH]
        made, feed = self._feeds.get(self._hash(given), (self._decoy, None))
        equal = hmac.compare_digest(made.encode(), given.encode("utf-8", "replace"))
        return feed if equal else None


def card_reference(secret: bytes, feed: Feed, action_id: int, uid: str) -> str:
    """What stands in the address of one card's page: the feed, the card, and the proof that both belong together."""
    return f"{feed.id}.{action_id}.{card_token(secret, feed, uid)}"


def split_reference(reference: str) -> tuple[str, int, str] | None:
    """Feed id, card number and token of a card's page; None when it cannot be one."""
    parts = reference[:_LONGEST_CARD].rsplit(".", 2)
    if len(parts) != 3 or not parts[1].isascii() or not parts[1].isdigit() or len(parts[1]) > 15:
        return None
    return parts[0], int(parts[1]), parts[2]


def same(one: str, other: str) -> bool:
    """Whether two tokens are equal, in constant time."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
