"""Many subscribers at once, on loopback. TRACKER_TEST_LOAD_SECONDS=30 is the long form; a short one runs with the other tests."""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from tracker.domain.query import Sort
from tracker.services import change_action, list_actions
from tracker.services.feed_cards import FeedKind
from tracker.services.publish import Publisher, create
from tracker.services.workspace import Workspace

SECONDS = float(os.environ.get("TRACKER_TEST_LOAD_SECONDS", "3"))
SUBSCRIBERS = 200
CARDS = 1_000
PATIENCE = 60.0
"""Seconds a busy machine may take longer before something is missing."""


async def answer(reader: asyncio.StreamReader) -> tuple[int, str, bytes]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _colon, value in (line.partition(": ") for line in head[1:] if line)}
    return int(head[0].split()[1]), headers.get("etag", ""), await reader.readexactly(int(headers.get("content-length", "0")))


async def subscriber(number: int, port: int, path: str, until: float, seen: Counter[int], whole: set[bytes]) -> None:
    """Polls on one kept connection as fast as it is answered; every fiftieth poll has forgotten what it held.

    Goes on past `until` where a busy machine has not let it ask three times, or not shown anybody the change, but not for ever.
    """
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**24)
    tag, polls = "", number
    try:
        while (now := time.monotonic()) < until or (now < until + PATIENCE and (polls < number + 3 or len(whole) < 2)):
            polls += 1
            condition = f"If-None-Match: {tag}\r\n" if tag and polls % 50 else ""
            writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{condition}\r\n".encode())
            status, tag, body = await answer(reader)
            seen[status] += 1
            if status == 200:
                whole.add(body[-16:] + len(body).to_bytes(4, "big"))
    finally:
        writer.close()
        await writer.wait_closed()


def test_two_hundred_subscribers_meet_no_error(
    publisher: Publisher, workspace: Workspace, filled: Callable[[int], None], serving: Callable[..., Any]
) -> None:
    filled(CARDS)
    feed = create(workspace, FeedKind.ALL)
    first = next(iter(list_actions.every(workspace, sort=Sort.ID)))
    publisher.publish(feed)
    seen: Counter[int] = Counter()
    whole: set[bytes] = set()

    async def all_at_once(port: int) -> None:
        until = time.monotonic() + SECONDS
        path = publisher.path(feed) + ".ics"
        polling = [asyncio.create_task(subscriber(n, port, path, until, seen, whole)) for n in range(SUBSCRIBERS)]
        await asyncio.sleep(SECONDS / 2)
        while not whole and not any(poll.done() for poll in polling):
            await asyncio.sleep(0.01)  # the change is for those who held the calendar before it
        await asyncio.to_thread(change_action.drop, workspace, first)  # somebody works meanwhile
        await asyncio.gather(*polling)

    with serving(publisher, per_minute=10_000_000) as base:
        asyncio.run(all_at_once(urlsplit(base).port or 0))
    logging.getLogger("tracker.load").info("%s polls in %s s: %s", seen.total(), SECONDS, dict(seen))
    assert set(seen) == {200, 304}
    assert seen[200] >= SUBSCRIBERS
    assert len(whole) == 2  # the calendar before the change, and after it
