"""Conditional requests (RFC 9110 section 13): whether a client already holds what it asks for."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

_TAG = re.compile(r'(?:W/)?"([\x21\x23-\x7e\x80-\xff]*)"')


def quoted(etag: str) -> str:
    """A strong entity tag as a header value."""
    return f'"{etag}"'


def http_date(moment: datetime) -> str:
    """A moment as HTTP writes it (RFC 9110 section 5.6.7)."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def is_current(etag: str, modified: datetime, if_none_match: str | None, if_modified_since: str | None) -> bool:
    """Whether to answer 304. The date counts only where no tag was sent; a tag is compared weakly, as the RFC has it for GET."""
    if if_none_match is not None:
        return if_none_match.strip() == "*" or etag in _TAG.findall(if_none_match)
    if if_modified_since is None:
        return False
    try:
        since = parsedate_to_datetime(if_modified_since)
    except (TypeError, ValueError, OverflowError):
        return False
    if since.tzinfo is None:
        since = since.replace(tzinfo=UTC)
    return modified <= since
