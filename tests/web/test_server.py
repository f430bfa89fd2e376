"""The server itself: what it tells, what it hides, and how it stops."""

from __future__ import annotations

import http.client
import logging
import re
import socket
import threading
import time
import urllib.robotparser
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from tracker.domain.tracking import Feed
from tracker.errors import StoreUnavailable
from tracker.services.feed_cards import FeedKind
from tracker.services.publish import Publisher, create
from tracker.services.workspace import Workspace
from tracker.web.app import make_app
from tracker.web.middleware import shown_path

Card = Callable[..., Any]


@pytest.fixture
def feed(workspace: Workspace, card: Card) -> Feed:
    card()
    return create(workspace, FeedKind.ALL)


def test_every_answer_carries_the_security_headers(client: Any, publisher: Publisher, feed: Feed) -> None:
    for where in (publisher.path(feed), publisher.path(feed) + ".ics", "/healthz", "/robots.txt", "/nothing", "/f/wrong"):
        headers = client.get(where).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-robots-tag"] == "noindex, nofollow, noarchive"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["strict-transport-security"].startswith("max-age=")
        assert "server" not in headers
    assert "unsafe" not in client.get(publisher.path(feed)).headers["content-security-policy"]


def test_every_wrong_address_looks_alike(client: Any, publisher: Publisher, feed: Feed) -> None:
    token = publisher.path(feed).removeprefix("/f/")
    wrong = token[:-1] + ("a" if token[-1] != "a" else "b")
    places = [
        "/",
        "/f/",
        "/f/x",
        f"/f/{wrong}",
        f"/f/{wrong}.ics",
        f"/f/{token}/",
        f"/f/{token}.ics.ics",
        f"/F/{token}",
        "/k/x",
        "/k/a.1.b",
        "/admin",
    ]
    answers = [client.get(place) for place in places]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1
    assert "Her er intet" in answers[0].text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "PROPFIND", "OPTIONS"])
def test_nothing_can_be_written(client: Any, publisher: Publisher, feed: Feed, method: str) -> None:
    good, bad = client.request(method, publisher.path(feed)), client.request(method, "/f/wrong")
    assert good.status_code == bad.status_code == 405
    assert good.content == bad.content
    assert good.headers["allow"] == "GET, HEAD"


def test_robots_are_sent_away_but_not_what_a_subscriber_uses(client: Any) -> None:
    rules = urllib.robotparser.RobotFileParser()
    rules.parse(client.get("/robots.txt").text.splitlines())
    for robot in ("Googlebot", "bingbot", "GPTBot", "anything"):
        assert not rules.can_fetch(robot, "/f/x.ics")
    assert rules.can_fetch("Google-Calendar-Importer", "/f/x.ics")


def test_health_tells_whether_the_database_answers(client: Any, publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (client.get("/healthz").status_code, client.get("/healthz").json()) == (200, {"status": "ok"})

    def away() -> None:
        raise StoreUnavailable(url="postgresql://secret", reason="gone")

    monkeypatch.setattr(publisher, "check", away)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"status": "error"})


def test_a_database_that_is_away_is_told_without_details(
    client: Any, publisher: Publisher, feed: Feed, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away(_given: str) -> None:
        raise StoreUnavailable(url="postgresql://secret", reason="gone")

    monkeypatch.setattr(publisher, "find", away)
    answer = client.get(publisher.path(feed))
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "120"
    assert "secret" not in answer.text


def test_a_fault_is_one_plain_answer_with_all_headers(
    client: Any, publisher: Publisher, feed: Feed, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_feed: Feed) -> None:
        raise RuntimeError("inner detail")

    monkeypatch.setattr(publisher, "publish", broken)
    answer = client.get(publisher.path(feed))
    assert answer.status_code == 500
    assert answer.headers["x-frame-options"] == "DENY"
    assert "inner detail" not in answer.text
    assert publisher.path(feed) not in caplog.text


def test_the_page_tells_in_danish_how_to_subscribe(client: Any, publisher: Publisher, feed: Feed) -> None:
    answer = client.get(publisher.path(feed))
    address = f"https://opfolgning.example.dk/kalender{publisher.path(feed)}"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="da">' in answer.text
    assert f"<code>{address}.ics</code>" in answer.text
    assert f'href="webcal://{address.removeprefix("https://")}.ics"' in answer.text
    assert answer.text.index(address) < answer.text.index("webcal://")
    for program in ("Outlook", "Google Kalender", "iPhone", "Mac", "Thunderbird"):
        assert program in answer.text
    assert "Morten sender listen" in answer.text
    assert "<svg" in answer.text
    assert "<script" not in answer.text
    assert not re.findall(r"""(?:src|href)=["']?(?:https?:)?//(?!opfolgning)""", answer.text)


def test_the_code_can_be_read_back(publisher: Publisher, feed: Feed) -> None:
    """The code of the page holds the page's address: it is the one segno makes of it."""
    import segno

    from tracker.web.pages import subscription

    address = f"{publisher.base_url}{publisher.path(feed)}"
    page = subscription(address, feed, publisher.publish(feed), publisher.today())
    assert segno.make(address, error="m").svg_inline(scale=4, border=2, title="Denne side på en telefon") in page.html


def test_the_page_says_what_is_overdue(client: Any, publisher: Publisher, feed: Feed, clock: Any) -> None:
    assert "overskredet" not in client.get(publisher.path(feed)).text
    clock.today = date(2017, 8, 16)
    assert "<td>overskredet</td>" in client.get(publisher.path(feed)).text


def test_text_from_minutes_is_never_markup(client: Any, publisher: Publisher, workspace: Workspace, card: Card) -> None:
    card('<img src=x onerror="alert(1)">', responsible=("<script>x</script>",))
    text = client.get(publisher.path(create(workspace, FeedKind.ALL))).text
    assert "<img" not in text
    assert "<script" not in text
    assert "&lt;img src=x" in text


def test_a_forged_host_is_not_believed(client: Any, publisher: Publisher, feed: Feed) -> None:
    assert "evil" not in client.get(publisher.path(feed), headers={"Host": "evil.example"}).text
    bare = Publisher(publisher._workspace, today=publisher.today)
    with TestClient(make_app(bare), base_url="http://testserver") as other:
        assert "<b>" not in other.get(bare.path(feed), headers={"Host": 'x"><b>'}).text


@pytest.mark.parametrize("prefix", ["", "/kalender"])
def test_it_lives_below_a_path_whether_the_proxy_passes_it_on_or_not(client: Any, publisher: Publisher, feed: Feed, prefix: str) -> None:
    assert client.get(f"{prefix}{publisher.path(feed)}.ics").status_code == 200
    assert client.get(f"{prefix}/healthz").status_code == 200
    assert client.get(f"/kalenderen{publisher.path(feed)}").status_code == 404


def test_an_address_that_asks_too_often_is_told_to_wait(publisher: Publisher, feed: Feed) -> None:
    with TestClient(make_app(publisher, per_minute=5)) as client:
        answers = [client.get(publisher.path(feed) + ".ics").status_code for _ in range(7)]
        assert answers == [200] * 5 + [429] * 2
        refused = client.get("/f/x")
        assert int(refused.headers["retry-after"]) >= 1
        assert refused.headers["x-frame-options"] == "DENY"
        assert client.get("/healthz").status_code == 200
    with TestClient(make_app(publisher, per_minute=5), client=("192.0.2.9", 1)) as neighbour:
        assert neighbour.get(publisher.path(feed) + ".ics").status_code == 200


def test_guessing_is_stopped_without_harming_good_addresses(publisher: Publisher, feed: Feed) -> None:
    with TestClient(make_app(publisher, misses_per_minute=3)) as client:
        assert [client.get(f"/f/guess{n}").status_code for n in range(5)] == [404] * 3 + [429] * 2
        assert client.get(publisher.path(feed) + ".ics").status_code == 200


def test_the_access_log_holds_no_address(client: Any, publisher: Publisher, feed: Feed, caplog: pytest.LogCaptureFixture) -> None:
    secret = publisher.path(feed).removeprefix("/f/")
    with caplog.at_level(logging.INFO, "tracker.access"):
        client.get(publisher.path(feed) + ".ics")
        client.get("/kalender" + publisher.path(feed))
        client.get(f"/f/{secret[:-1]}")
        client.get(f"/{secret}")
        client.get(f"/healthz/{secret}")
        client.get(f"/f/x?{secret}")
    assert secret[:8] not in caplog.text
    assert f"GET /f/….ics feed={feed.id} 200" in caplog.text
    assert f"GET /f/… feed={feed.id} 200" in caplog.text
    assert len(caplog.records) == 6


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/f/abc.ics", "/f/….ics"),
        ("/f/abc", "/f/…"),
        ("/k/a.1.b", "/k/…"),
        ("/healthz", "/healthz"),
        ("/abc\n/x", "/…"),
        ("/", "/"),
        ("", "/…"),
    ],
)
def test_a_path_is_written_down_without_its_secret(path: str, shown: str) -> None:
    assert shown_path(path) == shown


def get(address: str, path: str, **headers: str) -> http.client.HTTPResponse:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        return answer
    finally:
        connection.close()


def test_a_proxy_is_believed_and_nobody_else(
    publisher: Publisher, feed: Feed, serving: Callable[..., Any], caplog: pytest.LogCaptureFixture
) -> None:
    forged = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}
    with caplog.at_level(logging.INFO, "tracker.access"):
        with serving(publisher, proxies="127.0.0.1") as address:
            assert get(address, "/robots.txt", **forged).headers["strict-transport-security"]
        with serving(publisher, proxies="192.0.2.1") as address:
            assert get(address, "/robots.txt", **forged).headers["strict-transport-security"] is None
    assert [record.getMessage().split()[0] for record in caplog.records] == ["203.0.113.9", "127.0.0.1"]


def test_the_real_server_tells_nothing_about_itself(publisher: Publisher, feed: Feed, serving: Callable[..., Any]) -> None:
    with serving(publisher) as address:
        answer = get(address, publisher.path(feed) + ".ics")
    assert answer.status == 200
    assert "server" not in answer.headers


def test_stopping_lets_an_answer_under_way_finish(
    publisher: Publisher, feed: Feed, serving: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    original, begun = publisher.publish, threading.Event()

    def slow(given: Feed) -> Any:
        begun.set()
        time.sleep(0.5)
        return original(given)

    monkeypatch.setattr(publisher, "publish", slow)
    statuses: list[int] = []
    with serving(publisher) as address:
        asking = threading.Thread(target=lambda: statuses.append(get(address, publisher.path(feed) + ".ics").status))
        asking.start()
        assert begun.wait(5)
    asking.join(10)
    assert statuses == [200]


def test_garbage_on_the_wire_does_not_stop_it(publisher: Publisher, feed: Feed, serving: Callable[..., Any]) -> None:
    with serving(publisher) as address:
        port = urlsplit(address).port or 0
        for garbage in (b"\x16\x03\x01\x02\x00", b"GET " + b"/" * 100_000, b"GET /f/%00%ff%fe HTTP/1.1\r\nHost: x\r\n\r\n", b"\r\n" * 50):
            with socket.create_connection(("127.0.0.1", port), timeout=5) as wire:
                wire.sendall(garbage)
        assert get(address, "/f/%00%ff%0d%0aX-Evil:%201").status == 404
        assert get(address, publisher.path(feed) + ".ics").status == 200
