"""Quick add: one Danish sentence, parsed while it is typed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tracker.locale import _
from tracker.tui.background import start
from tracker.tui.dialogs.frame import Dialog
from tracker.tui.plain import line

TYPING = 0.08
"""Seconds without a key before the sentence is read."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a sentence was understood as: words for the screen, empty where nothing was found."""

    what: str = ""
    responsible: str = ""
    recipients: str = ""
    deadline: str = ""


async def read_soon(parse: Callable[[str], Parsed], text: str) -> Parsed:
    """Read a sentence a moment after the last key, in a thread: the grammar takes a while to load, and nobody should feel it."""
    if not text.strip():
        return Parsed()
    await asyncio.sleep(TYPING)
    return await asyncio.to_thread(parse, text)


def parsed_rows(found: Parsed, *, across: bool = False) -> Content:
    """How it was understood, a line each or all on one."""
    rows = ((_("Deadline"), found.deadline), (_("Responsible"), found.responsible), (_("To"), found.recipients))
    if across:
        return Content(" · ".join(f"{label}: {line(value) or '–'}" for label, value in rows))
    return Content("\n".join(f"{label:<12}{line(value) or '–'}" for label, value in rows))


class QuickAdd(Dialog[str]):
    """Answers the sentence."""

    def __init__(self, parse: Callable[[str], Parsed]) -> None:
        super().__init__(_("New follow-up in one sentence"), _("Enter adds · Esc never mind"))
        self._parse = parse

    def body(self) -> list[Widget]:
        """The input and how it is understood."""
        example = _("For example: Morten sends the budget to Anne Mette by 1 September")
        return [Input(placeholder=example, id="answer"), Static(id="meaning", markup=False)]

    def on_mount(self) -> None:
        """Nothing typed yet."""
        self._explain(" ")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every key."""
        event.stop()
        self._explain(event.value)

    def _explain(self, text: str) -> None:
        start(self, partial(self._explain_soon, text), "meaning")

    async def _explain_soon(self, text: str) -> None:
        found = await read_soon(self._parse, text)
        for meaning in self.query("#meaning").results(Static):  # none when the person has left meanwhile
            meaning.update(parsed_rows(found))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        if event.value.strip():
            self.dismiss(event.value.strip())
