"""The dashboard in a browser: nobody without the token, no foreign page, nothing from elsewhere, and a screen at the end of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, CookieJar, WSServerHandshakeError, web

from tracker.web.dashboard import COOKIE, DashboardServer, command, is_loopback

TOKEN = "a-token-for-the-tests"


@asynccontextmanager
async def served(shell: str = "true") -> AsyncIterator[tuple[ClientSession, str, DashboardServer]]:
    server = DashboardServer(shell, "127.0.0.1", 0, token=TOKEN)
    runner = web.AppRunner(await server._make_app(), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    server.port, server.public_url = port, f"http://127.0.0.1:{port}"
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as client:
        yield client, server.public_url, server
    await runner.cleanup()


async def welcome(client: ClientSession, url: str) -> None:
    async with client.get(f"{url}/", params={"token": TOKEN}) as answer:
        assert answer.status == 200
        assert "token" not in str(answer.url)


@pytest.mark.parametrize("path", ["/", "/?token=wrong", "/static/js/textual.js", "/ws", "/static/", "/download/x", "/nothing"])
async def test_without_the_token_everything_is_refused(path: str) -> None:
    async with served() as (client, url, _server), client.get(url + path) as answer:
        assert answer.status == 403
        assert "textual" not in await answer.text()


async def test_the_token_becomes_a_cookie_that_no_script_reads() -> None:
    async with served() as (client, url, _server):
        async with client.get(f"{url}/", params={"token": TOKEN}, allow_redirects=False) as answer:
            assert answer.status == 303
            cookie = answer.cookies[COOKIE]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Strict"
        async with client.get(f"{url}/") as answer:
            assert answer.status == 200


async def test_the_page_fetches_nothing_from_elsewhere() -> None:
    async with served() as (client, url, _server):
        await welcome(client, url)
        async with client.get(f"{url}/") as answer:
            page = await answer.text()
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "googleapis" not in page
        assert "http" not in page
        assert f"{url.replace('http', 'ws')}/ws" in page
        assert TOKEN not in page


async def test_the_static_folder_is_not_listed() -> None:
    async with served() as (client, url, _server):
        await welcome(client, url)
        async with client.get(f"{url}/static/") as answer:
            assert answer.status in (403, 404)


@pytest.mark.parametrize("origin", ["http://evil.example", "", "null"])
async def test_a_foreign_page_gets_no_websocket(origin: str) -> None:
    async with served() as (client, url, server):
        await welcome(client, url)
        with pytest.raises(WSServerHandshakeError):
            await client.ws_connect(f"{url}/ws", headers={"Origin": origin})
        assert server.visitors == 0


async def test_another_name_for_this_machine_is_refused() -> None:
    async with served() as (client, url, _server):
        await welcome(client, url)
        async with client.get(f"{url}/", headers={"Host": "rebound.example"}) as answer:
            assert answer.status == 403


async def test_behind_a_proxy_the_public_address_is_used() -> None:
    async with served() as (client, url, server):
        server.public_url = "https://opfolgning.example.dk/tavle"
        host = {"Host": "opfolgning.example.dk"}
        async with client.get(f"{url}/", params={"token": TOKEN}, headers=host, allow_redirects=False) as answer:
            assert answer.cookies[COOKIE]["secure"]
            assert answer.headers["Location"] == "./"
        async with client.get(f"{url}/", headers=host, cookies={COOKIE: TOKEN}) as answer:
            assert "wss://opfolgning.example.dk/tavle/ws" in await answer.text()


async def test_only_so_many_visitors_at_a_time() -> None:
    async with served() as (client, url, server):
        await welcome(client, url)
        server.visitors = 20
        async with client.get(f"{url}/ws", headers={"Origin": url}) as answer:
            assert answer.status == 503


async def test_a_visitor_sees_the_dashboard(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_DATABASE", f"sqlite:///{(tmp_path / 'a.db').as_posix()}")
    monkeypatch.setenv("TRACKER_TODAY", "2017-08-16")
    async with served(command()) as (client, url, server):
        await welcome(client, url)
        async with client.ws_connect(f"{url}/ws?width=100&height=30", headers={"Origin": url}) as socket:
            seen = b""
            for _ in range(400):
                message = await asyncio.wait_for(socket.receive(), 60)
                seen += message.data if isinstance(message.data, bytes) else str(message.data).encode()
                if b"Velkommen" in seen:
                    break
            assert "Opfølgning" in seen.decode(errors="replace")
            assert b"Velkommen" in seen
        async with asyncio.timeout(60):  # the visitor has left: the visitor's process has ended before the test does
            while server.visitors:
                await asyncio.sleep(0.05)


@pytest.mark.parametrize(
    ("host", "expected"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("10.1.2.3", False)]
)
def test_loopback_is_known(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


def test_the_command_line_holds_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_DATABASE", "postgresql+psycopg://lis:hemmelig@db/tracker")
    assert "hemmelig" not in command()
