"""Use case: fetch a calendar as a client would, and say what is right and wrong with address, server and content."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tracker.errors import UsageError
from tracker.locale import _, n_

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST = 50_000_000
"""Octets that are read at most."""
SECONDS = 30


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is right, and what was found, in the language in force."""

    ok: bool
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said. Header names are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def check(url: str) -> Iterator[Finding]:
    """Fetch `url` (http, https or webcal) twice and report. Raises UsageError for an address that cannot be one."""
    address = _http(url)
    try:
        first = _fetch(address, {})
        yield from _answer(first)
        if first.status == 200:
            yield from _content(first.body)
            yield _revalidation(address, first)
    except (OSError, http.client.HTTPException, ValueError) as error:
        yield Finding(False, _("cannot be reached: {reason}").format(reason=error))


def _http(url: str) -> str:
    scheme, _colon, rest = url.strip().partition("://")
    scheme = {"webcal": "https", "webcals": "https"}.get(scheme.lower(), scheme.lower())
    if scheme not in ("http", "https") or not urlsplit(f"{scheme}://{rest}").hostname:
        raise UsageError(reason=_("not an http, https or webcal address: {url}").format(url=url))
    return f"{scheme}://{rest}"


def _fetch(address: str, headers: dict[str, str]) -> Answer:
    parts = urlsplit(address)
    maker = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = maker(parts.hostname or "", parts.port, timeout=SECONDS)
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", path, headers={"User-Agent": "tracker", "Accept": "text/calendar", **headers})
        with connection.getresponse() as response:
            body = response.read(LARGEST + 1)
            return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, body)
    finally:
        connection.close()


def _answer(answer: Answer) -> Iterator[Finding]:
    yield Finding(answer.status == 200, _("status {status}").format(status=answer.status))
    if answer.status != 200:
        return
    kind = answer.headers.get("content-type", "")
    yield Finding(kind.lower().startswith("text/calendar"), _("content type {kind}").format(kind=kind or "–"))
    yield Finding(
        "etag" in answer.headers, _("has an ETag") if "etag" in answer.headers else _("has no ETag: every poll fetches all of it")
    )
    encoding = answer.headers.get("content-encoding", "")
    if encoding:
        yield Finding(False, _("is compressed ({encoding}), which broke Outlook").format(encoding=encoding))


def _content(body: bytes) -> Iterator[Finding]:
    from tracker.ical.check import inspect

    if len(body) > LARGEST:
        yield Finding(False, _("is too large"))
        return
    found = inspect(body)
    for flaw in found.flaws:
        yield Finding(False, _flaw_name(flaw))
    if not found.flaws:
        events = n_("{count} event", "{count} events", found.events).format(count=found.events)
        tasks = n_("{count} task", "{count} tasks", found.tasks).format(count=found.tasks)
        yield Finding(True, _("valid: {name}, {events}, {tasks}").format(name=found.name or "–", events=events, tasks=tasks))


def _flaw_name(flaw: str) -> str:
    names = {
        "not UTF-8": _("not UTF-8"),
        "line ends are not CRLF": _("line ends are not CRLF"),
        "lines over 75 octets": _("lines over 75 octets"),
        "cannot be read as a calendar": _("cannot be read as a calendar"),
        "no name before the first component": _("no name before the first component"),
        "a component without UID or DTSTAMP": _("a component without UID or DTSTAMP"),
        "two components with one UID": _("two components with one UID"),
        "an event that ends as it begins": _("an event that ends as it begins"),
        "a property that cannot be read": _("a property that cannot be read"),
    }
    return names[flaw]


def _revalidation(address: str, first: Answer) -> Finding:
    if "etag" not in first.headers:
        return Finding(False, _("an unchanged calendar is sent whole again"))
    second = _fetch(address, {"If-None-Match": first.headers["etag"]})
    if second.status == 304:
        return Finding(True, _("an unchanged calendar is answered 304"))
    return Finding(False, _("an unchanged calendar is sent whole again"))
