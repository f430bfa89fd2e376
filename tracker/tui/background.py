"""Work in the background of a screen or widget, typed once: the library's own signature wants a worker's result."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, cast

from textual.dom import DOMNode


def start(node: DOMNode, work: Callable[[], Awaitable[None]], group: str, *, exclusive: bool = True) -> None:
    """Start `work`; with `exclusive` whatever else runs in the group is stopped, so that only the last question is answered."""
    node.run_worker(cast("Any", work), group=group, exclusive=exclusive)
