"""What goes around every answer: the rate limit, the base path of a proxy, security headers, and an access log without secrets."""

from __future__ import annotations

import logging
import math
import traceback
from time import perf_counter
from typing import TYPE_CHECKING

from tracker.web.limits import RateLimit, client_of

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

ACCESS = logging.getLogger("tracker.access")
ERRORS = logging.getLogger("tracker.web")

SECURITY = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),  # an address is a secret: no link may carry it on
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), browsing-topics=()"),
    (b"x-robots-tag", b"noindex, nofollow, noarchive"),
)
NO_CONTENT_POLICY = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")
STRICT_TRANSPORT = (b"strict-transport-security", b"max-age=31536000")


class SecurityHeaders:
    """Adds the headers that are the same for every answer; an answer's own content policy is kept."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with the headers added as the answer begins."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def adding(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", ()))
                have = {name for name, _value in headers}
                headers += SECURITY
                if NO_CONTENT_POLICY[0] not in have:
                    headers.append(NO_CONTENT_POLICY)
                if scope["scheme"] == "https":
                    headers.append(STRICT_TRANSPORT)
                message = {**message, "headers": headers}
            await send(message)

        await self._app(scope, receive, adding)


class Guard:
    """Turns anything unexpected into one answer and one line in the log, inside the other layers so that they still do their part."""

    def __init__(self, app: ASGIApp, answer: Response) -> None:
        self._app, self._answer = app, answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; where nothing has been sent yet when it fails, answer instead."""
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception as error:
            ERRORS.error("unexpected error: %s: %s (%s)", type(error).__name__, error, _place(error))
            if begun or scope["type"] != "http":
                raise
            await self._answer(scope, receive, send)


def _place(error: Exception) -> str:
    """File and line where an error arose: enough to find it, on one line of the log."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "?"


class BasePath:
    """Lets the server live below a path: takes it off when the proxy passes it on, and does without when the proxy took it off."""

    def __init__(self, app: ASGIApp, base_path: str) -> None:
        self._app, self._base = app, base_path.rstrip("/")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on with a path that begins where the application does."""
        path = scope.get("path", "")
        if scope["type"] == "http" and self._base and (path == self._base or path.startswith(self._base + "/")):
            scope = {**scope, "path": path[len(self._base) :] or "/"}
        await self._app(scope, receive, send)


class AccessLog:
    """One line a request: address, method, which sort of page, status, octets, milliseconds. The secret part of a path is never written."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on and write the line when the answer is out, or was given up."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status, size = perf_counter(), 0, 0

        async def noting(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            elif message["type"] == "http.response.body":
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            feed = scope.get("state", {}).get("feed") or "-"
            ACCESS.info("%s %s %s feed=%s %s %s %.0fms", *_who(scope), feed, status, size, (perf_counter() - began) * 1000)


def _who(scope: Scope) -> tuple[str, str, str]:
    client = scope.get("client")
    method = scope["method"] if scope["method"].isalpha() and len(scope["method"]) <= 10 else "?"
    return client[0][:64] if client else "-", method, shown_path(scope.get("path", ""))


def shown_path(path: str) -> str:
    """A path as it may be written down: what follows the first part is left out, and anything unknown as a whole."""
    first = path.lstrip("/").partition("/")[0]
    if path in ("/healthz", "/robots.txt", "/"):
        return path
    return f"/{first}/…" + (".ics" if path.endswith(".ics") else "") if first in ("f", "k") else "/…"


class Limited:
    """Refuses an address that asks too often (429), and sooner one that asks for what is not there."""

    def __init__(self, app: ASGIApp, requests: RateLimit, misses: RateLimit) -> None:
        self._app, self._requests, self._misses = app, requests, misses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or refuse. A miss beyond its limit is refused as it is found, so a neighbour's good address goes on working."""
        if scope["type"] != "http" or scope.get("path") == "/healthz":
            await self._app(scope, receive, send)
            return
        client = client_of(scope["client"][0] if scope.get("client") else "-")
        waiting = self._requests.take(client)
        if waiting:
            await _refuse(send, waiting)
            return
        refused = False

        async def watching(message: Message) -> None:
            nonlocal refused
            if message["type"] == "http.response.start" and message["status"] == 404:
                wait = self._misses.take(client)
                if wait:
                    refused = True
                    await _refuse(send, wait)
            if not refused:
                await send(message)

        await self._app(scope, receive, watching)


async def _refuse(send: Send, waiting: float) -> None:
    headers = [(b"retry-after", str(math.ceil(waiting)).encode()), (b"content-length", b"0"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": 429, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
