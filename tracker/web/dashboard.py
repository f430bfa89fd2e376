"""The dashboard in a browser: textual-serve behind a token, an Origin check and a content policy of ours.

textual-serve itself accepts any visitor from any origin, lists its static folder and loads a font from the internet. Here the
random token printed at the start must be brought once, is then kept in a cookie no script can read, and is asked for at every
path; a websocket must come from this very page (OWASP, "Cross-Site WebSocket Hijacking"). Each visitor gets a process.
"""

from __future__ import annotations

import hmac
import os
import secrets
import subprocess
import sys
from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import aiohttp_jinja2
import jinja2
from aiohttp import web
from textual_serve.server import Server

from tracker.locale import _, language
from tracker.settings import Settings, database_url, user_name

if TYPE_CHECKING:
    pass

COOKIE = "tracker-dashboard"
MOST_VISITORS = 20
"""Dashboards open at a time; each is a process."""
TEMPLATES = Path(__file__).parent / "templates"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class DashboardServer(Server):  # type: ignore[misc,unused-ignore]
    """The server, hardened. `token` is what a visitor must bring."""

    def __init__(self, command: str, host: str, port: int, public_url: str = "", token: str = "") -> None:
        super().__init__(command, host=host, port=port, title="tracker", public_url=public_url or None, templates_path=str(TEMPLATES))
        self.token = token or secrets.token_urlsafe(32)
        self.visitors = 0

    @property
    def address(self) -> str:
        """The address to open, with the token."""
        return f"{self.public_url.rstrip('/')}/?token={self.token}"

    async def _make_app(self) -> web.Application:
        """The pages: the dashboard, its websocket and three static folders, nothing else; all behind `guard`."""
        app = web.Application(middlewares=[self.guard])
        aiohttp_jinja2.setup(app, loader=jinja2.FileSystemLoader(self.templates_path), autoescape=True)
        app.add_routes(
            [
                web.get("/", self.handle_index, name="index"),
                web.get("/ws", self.handle_websocket, name="websocket"),
                web.static("/static", self.statics_path, show_index=False, name="static"),
            ]
        )
        return app

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let nobody in without the token, no foreign page onto the websocket, and send every answer with its headers."""
        if not self._own_host(request.headers.get("Host", "")):
            return self._refused()
        if request.path == "/" and "token" in request.query:
            return self._welcomed(request) if self._matches(request.query["token"]) else self._refused()
        if not self._matches(request.cookies.get(COOKIE, "")):
            return self._refused()
        if request.path == "/ws" and not self._own_origin(request):
            return self._refused()
        response = await handler(request)
        if not response.prepared:
            response.headers.update(self._headers())
        return response

    def _matches(self, token: str) -> bool:
        return hmac.compare_digest(token.encode(), self.token.encode())

    def _own_host(self, host: str) -> bool:
        """Against names that were pointed at this machine by somebody else (DNS rebinding)."""
        own = urlsplit(self.public_url)
        return host in {own.netloc, f"{self.host}:{self.port}", f"localhost:{self.port}", f"127.0.0.1:{self.port}"}

    def _own_origin(self, request: web.Request) -> bool:
        origin = urlsplit(request.headers.get("Origin", ""))
        return origin.scheme in ("http", "https") and origin.netloc == request.headers.get("Host")

    def _is_public(self, request: web.Request) -> bool:
        """Whether the visitor came by a public https address."""
        own = urlsplit(self.public_url)
        return own.scheme == "https" and request.headers.get("Host") == own.netloc

    def _socket_address(self, request: web.Request) -> str:
        """The websocket of the page as the visitor reached it: by the public address, or directly."""
        own, host = urlsplit(self.public_url), request.headers["Host"]
        if host == own.netloc:
            return f"{'wss' if own.scheme == 'https' else 'ws'}://{host}{own.path.rstrip('/')}/ws"
        return f"ws://{host}/ws"

    def _headers(self) -> dict[str, str]:
        own = urlsplit(self.public_url)
        sockets = f"{'wss' if own.scheme == 'https' else 'ws'}://{own.netloc}"
        return {
            "Content-Security-Policy": (
                f"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
                f"connect-src 'self' {sockets}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
            ),
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
        }

    def _welcomed(self, request: web.Request) -> web.Response:
        """Into the cookie and out of the address bar."""
        response = web.Response(status=303, headers={"Location": "./", **self._headers()})
        response.set_cookie(COOKIE, self.token, httponly=True, samesite="Strict", secure=self._is_public(request), path="/")
        return response

    def _refused(self) -> web.Response:
        text = _("Open the dashboard by the address that was printed when it was started.")
        return web.Response(status=403, text=text, headers=self._headers())

    @aiohttp_jinja2.template("app_index.html")
    async def handle_index(self, request: web.Request) -> dict[str, Any]:
        """The page."""
        return {
            "language": language(),
            "font_size": 16,
            "app_websocket_url": self._socket_address(request),
            "config": {"static": {"url": "static/"}},
            "application": {"name": "tracker"},
            "closed": _("The dashboard was closed."),
            "again": _("Open it again"),
        }

    async def handle_websocket(self, request: web.Request) -> web.StreamResponse:  # type: ignore[override,unused-ignore]
        """A visitor, while there is room."""
        if self.visitors >= MOST_VISITORS:
            return web.Response(status=503, text=_("Too many dashboards are open."))
        self.visitors += 1
        try:
            return await super().handle_websocket(request)
        finally:
            self.visitors -= 1

    async def on_startup(self, app: web.Application) -> None:
        """Nothing: the address has been printed already."""


def command() -> str:
    """The shell command that starts one dashboard. It holds nothing from settings: those go through the environment."""
    parts = [sys.executable, "-m", "tracker.tui"]
    if sys.platform == "win32":
        return subprocess.list2cmdline(parts)
    import shlex

    return shlex.join(parts)


def pass_on(settings: Settings) -> None:
    """Hand the settings in force to the dashboards' processes; an address with a password never stands on a command line."""
    os.environ["TRACKER_DATABASE"] = database_url(settings)
    os.environ["TRACKER_USER"] = user_name(settings)
    os.environ["TRACKER_LANG"] = settings.lang
    if settings.today:
        os.environ["TRACKER_TODAY"] = settings.today


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def serve_dashboard(settings: Settings, *, host: str, port: int) -> int:
    """Serve until told to stop. Returns the exit status: 1 when the port is taken."""
    pass_on(settings)
    server = DashboardServer(command(), host, port, settings.base_url)
    for url in dict.fromkeys((server.address, f"http://{f'[{host}]' if ':' in host else host}:{port}/?token={server.token}")):
        _say(_("Dashboard at {url}").format(url=url))
    _say(_("Whoever has this address can read and change everything. Stop with Ctrl+C."))
    if not is_loopback(host):
        _say(_("The traffic is not encrypted: put it behind the organisation's sign-on and TLS (docs/dashboard.md)."))
    try:
        web.run_app(server._make_app(), host=host, port=port, access_log=None, print=lambda *_line: None)
    except OSError as error:
        _say(_("Cannot listen at {host}:{port}: {reason}").format(host=host, port=port, reason=error.strerror or error))
        return 1
    return 0


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
