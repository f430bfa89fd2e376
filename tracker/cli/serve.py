"""`tracker serve`: the calendars over HTTP, or the dashboard in a browser."""

from __future__ import annotations

from dataclasses import replace

import click

from tracker import settings as settings_
from tracker.cli.context import Session
from tracker.cli.output import say
from tracker.errors import UsageError
from tracker.locale import _


@click.command(help="Serve the calendars over HTTP; with --dashboard the dashboard in a browser instead.")
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="Address to listen at (127.0.0.1: this machine only).")
@click.option("--port", default=8080, type=click.IntRange(0, 65_535), metavar="N", help="Port to listen at (8080).")
@click.option("--base-url", metavar="URL", help="The address people reach the server at, with the path below it, if any.")
@click.option("--proxies", default="127.0.0.1,::1", metavar="ADDRESSES", help="Proxies whose X-Forwarded headers are believed.")
@click.option("--per-minute", default=600, type=click.IntRange(1), metavar="N", help="Most requests a minute from one address (600).")
@click.option("--dashboard", is_flag=True, help="Serve the dashboard in a browser.")
@click.pass_obj
def serve(session: Session, host: str, port: int, base_url: str | None, proxies: str, per_minute: int, dashboard: bool) -> int:
    """Run until told to stop (Ctrl+C or SIGTERM); answers under way are finished first."""
    if dashboard:
        from tracker.web.dashboard import serve_dashboard

        # The address in the settings is the calendars'; the dashboard has one of its own, or is reached directly.
        return serve_dashboard(replace(session.settings, base_url=checked_base_url(base_url or "")), host=host, port=port)
    from tracker.services.publish import Publisher
    from tracker.web.server import make_server, prepare_log, run

    base = checked_base_url(base_url if base_url is not None else session.settings.base_url)
    with session.workspace() as workspace:
        publisher = Publisher(workspace, base_url=base, today=lambda: settings_.today(session.settings))
        prepare_log()
        server = make_server(publisher, host=host, port=port, proxies=proxies, per_minute=per_minute)
        say(_("Serving calendars at {url}. Stop with Ctrl+C.").format(url=base or f"http://{f'[{host}]' if ':' in host else host}:{port}"))
        try:
            run(server)
        except SystemExit:  # the server's way of saying that the port is taken; it has already said why
            return 1
    return 0


def checked_base_url(url: str) -> str:
    """The address without a final slash. Raises UsageError when it is no http or https address."""
    from urllib.parse import urlsplit

    url = url.strip().rstrip("/")
    if not url:
        return ""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment or not url.isprintable() or " " in url:
        raise UsageError(reason=_("not an http or https address: {url}").format(url=url))
    return url
