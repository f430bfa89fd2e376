"""Runs the application: one process, loopback unless told otherwise, behind a reverse proxy as a rule."""

from __future__ import annotations

import logging
import signal
import sys
from typing import TYPE_CHECKING

import uvicorn

from tracker.web.app import make_app

if TYPE_CHECKING:
    from tracker.services.publish import Publisher

GRACE_SECONDS = 10
"""How long answers under way may take once the server is told to stop."""


def prepare_log() -> None:
    """Send the access log and errors to stderr, where systemd and containers look."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%S%z"))
    logger = logging.getLogger("tracker")
    logger.handlers = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False


def make_server(
    publisher: Publisher, *, host: str = "127.0.0.1", port: int = 8080, proxies: str = "127.0.0.1,::1", per_minute: float = 600
) -> uvicorn.Server:
    """A server that is not running yet.

    `proxies` are the addresses whose X-Forwarded-For and X-Forwarded-Proto are believed. The server's own access log stays off: it
    would write the secret addresses down.
    """
    config = uvicorn.Config(
        make_app(publisher, per_minute=per_minute),
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=proxies,
        timeout_graceful_shutdown=GRACE_SECONDS,
        timeout_keep_alive=15,
        limit_concurrency=500,
        lifespan="off",
        ws="none",
        h11_max_incomplete_event_size=16_384,
    )
    return uvicorn.Server(config)


def run(server: uvicorn.Server) -> None:
    """Run until SIGINT or SIGTERM; then answers under way are finished, and this returns.

    The library raises the signal once more when it is done, for handlers of its own time: ours have nothing left to do, and without
    them the process would end here with the database open.
    """
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        server.run()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
