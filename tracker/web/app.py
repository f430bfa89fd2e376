"""The calendar server (ASGI): feeds, the page that tells how to subscribe, single cards, and health."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from tracker.errors import StoreError, TrackerError
from tracker.web import pages
from tracker.web.conditional import http_date, is_current, quoted
from tracker.web.limits import RateLimit
from tracker.web.middleware import AccessLog, BasePath, Guard, Limited, SecurityHeaders

if TYPE_CHECKING:
    from tracker.domain.tracking import Feed
    from tracker.services.publish import Published, Publisher

ERRORS = logging.getLogger("tracker.web")
CALENDAR = "text/calendar; charset=utf-8"


def make_app(publisher: Publisher, *, per_minute: float = 600, misses_per_minute: float = 30) -> Starlette:
    """The application. `per_minute` bounds one address's requests: a whole town hall may come from one, and each client asks hourly.

    `misses_per_minute` bounds its requests for what is not there.
    """
    routes = [
        Route("/f/{name:str}", _Feeds(publisher).answer, methods=["GET", "HEAD"]),
        Route("/k/{reference:str}", _Cards(publisher).answer, methods=["GET", "HEAD"]),
        Route("/healthz", _Health(publisher).answer, methods=["GET", "HEAD"]),
        Route("/robots.txt", _robots, methods=["GET", "HEAD"]),
    ]
    middleware = [
        Middleware(BasePath, base_path=urlsplit(publisher.base_url).path),
        Middleware(AccessLog),
        Middleware(SecurityHeaders),
        Middleware(Guard, answer=_page_answer(500)),
        Middleware(Limited, requests=RateLimit(per_minute), misses=RateLimit(misses_per_minute)),
    ]
    handlers = {HTTPException: _http_error, TrackerError: _known_error}
    app = Starlette(routes=routes, middleware=middleware, exception_handlers=handlers)
    app.router.redirect_slashes = False  # a redirect would tell which paths exist
    return app


class _Feeds:
    """`/f/TOKEN.ics` and `/f/TOKEN`."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher

    async def answer(self, request: Request) -> Response:
        """The calendar, or the page about it; 404 for every token that is not good."""
        name: str = request.path_params["name"]
        is_calendar = name.endswith(".ics")
        feed = await run_in_threadpool(self._publisher.find, name.removesuffix(".ics"))
        if feed is None:
            raise HTTPException(404)
        request.state.feed = feed.id
        published = await run_in_threadpool(self._publisher.publish, feed)
        return _calendar(request, published) if is_calendar else self._page(request, feed, published)

    def _page(self, request: Request, feed: Feed, published: Published) -> Response:
        base = self._publisher.base_url or f"{request.url.scheme}://{request.url.netloc}"
        return _html(pages.subscription(base + self._publisher.path(feed), feed, published, self._publisher.today()))


def _calendar(request: Request, published: Published) -> Response:
    headers = {
        "ETag": quoted(published.etag),
        "Last-Modified": http_date(published.modified),
        "Cache-Control": "private, no-cache",
        "Content-Disposition": _download_name(published.name),
    }
    if is_current(published.etag, published.modified, request.headers.get("if-none-match"), request.headers.get("if-modified-since")):
        return Response(status_code=304, headers=headers)
    return Response(published.body, headers=headers | {"Content-Type": CALENDAR})


_PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})


def _download_name(name: str) -> str:
    """`inline` with a file name (RFC 6266): a plain one for old clients, the real one in UTF-8."""
    kept = "".join(ch for ch in name if ch.isalnum() or ch in " -_").strip()[:60] or "kalender"
    plain = kept.translate(_PLAIN).encode("ascii", "ignore").decode().strip() or "kalender"
    return f"inline; filename=\"{plain}.ics\"; filename*=UTF-8''{quote(kept)}.ics"


class _Cards:
    """`/k/REFERENCE`: one card, where an event's link leads."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher

    async def answer(self, request: Request) -> Response:
        """The card's page; 404 for every reference that is not good."""
        action = await run_in_threadpool(self._publisher.card, request.path_params["reference"])
        if action is None:
            raise HTTPException(404)
        return _html(pages.card(action))


class _Health:
    """`/healthz`: for the watchdog of whoever runs the server."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher

    async def answer(self, _request: Request) -> Response:
        """200 when the database answers, else 503."""
        try:
            await run_in_threadpool(self._publisher.check)
        except StoreError:
            return JSONResponse({"status": "error"}, 503, headers={"Cache-Control": "no-store"})
        return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


ROBOTS = "User-agent: Google-Calendar-Importer\nAllow: /\n\nUser-agent: *\nDisallow: /\n"
"""Nobody is to go looking. Google Calendar has refused addresses that robots.txt forbids; what its importer is given, a person gave it."""


async def _robots(_request: Request) -> Response:
    return PlainTextResponse(ROBOTS)


def _html(page: pages.Page) -> Response:
    headers = {"Cache-Control": "private, no-store", "Content-Security-Policy": page.policy}
    return Response(page.html, media_type="text/html", headers=headers)


async def _http_error(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    # Nothing else is ever allowed; the library lists the methods in an order that differs between two starts.
    return _page_answer(error.status_code, **({"Allow": "GET, HEAD"} if error.status_code == 405 else {}))


async def _known_error(_request: Request, error: Exception) -> Response:
    """The database is away, or an address was stored with choices that cannot be read: the client comes back later by itself."""
    ERRORS.error("%s", error)
    return _page_answer(503, **{"Retry-After": "120"})


def _page_answer(status: int, **headers: str) -> Response:
    page = pages.message(status)
    headers = {"Cache-Control": "no-store", "Content-Security-Policy": page.policy, **headers}
    return Response(page.html, status, headers, "text/html")
