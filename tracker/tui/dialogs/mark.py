"""Mark words in a text by its sentences, for a promise the program missed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import SelectionList
from textual.widgets.selection_list import Selection

from tracker.domain.minutes import Span
from tracker.locale import _
from tracker.tui.dialogs.frame import Dialog
from tracker.tui.keys import key
from tracker.tui.plain import clip
from tracker.tui.sentences import sentence_spans


class Mark(Dialog[Span]):
    """Answers the stretch from the first to the last marked sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Take the marked sentences", id="app.take", show=False, priority=True),
        key("j", "move(1)", "Next sentence", id="list.sentence_next"),
        key("k", "move(-1)", "Previous sentence", id="list.sentence_previous"),
    ]

    def __init__(self, text: str) -> None:
        super().__init__(
            _("Which sentence holds the promise?"), _("Space marks · Enter takes the marked, or the one at hand · Esc never mind")
        )
        self._text = text
        self._spans = sentence_spans(text)

    def body(self) -> list[Widget]:
        """The sentences."""
        options = [Selection(Content(clip(span.of(self._text), 66)), i) for i, span in enumerate(self._spans)]
        return [SelectionList(*options, id="sentences")]

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        sentences = self.query_one("#sentences", SelectionList)
        (sentences.action_cursor_down if by > 0 else sentences.action_cursor_up)()

    def action_take(self) -> None:
        """Answer."""
        sentences: SelectionList[int] = self.query_one("#sentences", SelectionList)
        chosen = sorted(sentences.selected) or ([sentences.highlighted] if sentences.highlighted is not None else [])
        if chosen:
            self.dismiss(Span(self._spans[chosen[0]].start, self._spans[chosen[-1]].end))
