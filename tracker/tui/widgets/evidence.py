"""The evidence pane: one card with the words it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tracker.domain.followup import ActionItem
from tracker.locale import _
from tracker.tui import words
from tracker.tui.bands import LIGHTS, SYMBOLS, Calendar
from tracker.tui.plain import clip, line
from tracker.tui.widgets.marked import ROLES, marked
from tracker.tui.widgets.scrolling import ScrollingText

if TYPE_CHECKING:
    from tracker.domain.tracking import ActionDetail

Styles = dict[str, Style]
LOW = 14
"""Lines below which the pane keeps to the essentials."""
ROOMY = 34
"""Lines from which everything noticed about a card may stand above its evidence."""
TITLE = 3
"""Lines the promise may take: whoever writes 5,000 letters must not push the deadline out of sight."""


class EvidenceText(ScrollingText):
    """The part of the pane that scrolls: the words and what became of them."""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="evidence-text", markup=False)


class EvidencePane(Vertical):
    """Shows an `ActionDetail`: who, what and when always in sight, the evidence scrolling under them.

    `beside_source` leaves the text to a source pane next to it.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "evidence--title",
        "evidence--label",
        "evidence--quote",
        "evidence--faint",
        "evidence--returned",
        *(f"evidence--{role}" for role in ROLES),
    }

    def __init__(self, calendar: Calendar, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.calendar = calendar
        self.detail: ActionDetail | None = None
        self.beside_source = False

    @property
    def compact(self) -> bool:
        """Whether there is room for the essentials only."""
        return 0 < self.size.height < LOW

    def on_resize(self) -> None:
        """More or less room."""
        if self.detail:
            self.show(self.detail)

    def compose(self) -> ComposeResult:
        """What stays and what scrolls."""
        yield Static(id="evidence-head", markup=False)
        yield EvidenceText()

    def focus(self, scroll_visible: bool = True) -> Self:
        """Give the keys to the part that scrolls."""
        self.query_one(EvidenceText).focus(scroll_visible)
        return self

    def show(self, detail: ActionDetail | None, message: str = "") -> None:
        """Show a card, or a message where there is none."""
        same = self.detail and detail and self.detail.action.uid == detail.action.uid
        self.detail = detail
        head = self.query_one("#evidence-head", Static)
        head.display = detail is not None
        head.update(self.head(detail) if detail else Content(""))
        self.query_one("#evidence-text", Static).update(self.body(detail) if detail else Content(message))
        if not same:
            self.query_one(EvidenceText).scroll_home(animate=False)
            self.call_after_refresh(self._bring_quote_into_view)

    def _bring_quote_into_view(self) -> None:
        """Scroll down just so far that the whole quote is seen."""
        scroll = self.query_one(EvidenceText)
        content = self.query_one("#evidence-text", Static).visual
        if not isinstance(content, Content):
            return
        quote = Style.from_styles(self.get_component_styles("evidence--quote"))
        ends = [span.end for span in content.spans if span.style == quote]
        if ends:
            above = len(content[: ends[0]].wrap(max(self.query_one("#evidence-text", Static).size.width, 20)))
            if above > scroll.size.height:
                scroll.scroll_to(y=above - scroll.size.height, animate=False)

    def notify_style_update(self) -> None:
        """Another theme: draw again in its colours."""
        super().notify_style_update()
        if self.detail and self.is_mounted:
            self.show(self.detail)

    def _part_styles(self) -> Styles:
        names = ("title", "label", "quote", "faint", "returned", *ROLES)
        return {name: Style.from_styles(self.get_component_styles(f"evidence--{name}")) for name in names}

    def head(self, detail: ActionDetail) -> Content:
        """What stays in sight: the promise, when and who, and what has been noticed about it since."""
        from tracker.tui.widgets.afterlife import returned

        styles = self._part_styles()
        parts = [self._head(detail, styles), returned(detail, styles, self.size.width - 3, brief=0 < self.size.height < ROOMY)]
        return Content("\n").join([p for p in parts if p])

    def body(self, detail: ActionDetail) -> Content:
        """What scrolls: the words in their context, notes, why it was found, history."""
        from tracker.tui.passages import in_context
        from tracker.tui.widgets.afterlife import history, notes, ticks, why

        styles = self._part_styles()
        parts = []
        for passage in [] if self.beside_source else in_context(detail):
            parts.append(Content("\n").join([Content.styled(line(passage.heading), styles["label"]), marked(passage, styles)]))
        parts += [notes(detail, styles), ticks(detail, styles), why(detail, styles), history(detail, styles)]
        return Content("\n" if self.compact else "\n\n").join([p for p in parts if p])

    def content(self, detail: ActionDetail) -> Content:
        """The whole text of the pane."""
        return Content("\n\n").join([self.head(detail), self.body(detail)])

    def _head(self, detail: ActionDetail, styles: Styles) -> Content:
        card, today = detail.action, self.calendar.today
        written = f"“{line(card.deadline.text)}”" if card.deadline and card.deadline.text else ""
        symbol = SYMBOLS[self.calendar.band(card)]
        estimate = _("estimated") if card.due_estimated else ""
        due = [f"{symbol} {words.due_day(card, today)}", words.due_relative(card, today), estimate]
        if self.compact:
            return self._short_head(detail, due, styles)
        lines = [
            Content.styled(clip(card.text or card.quote, TITLE * max(self.size.width - 4, 20)), styles["title"]),
            _field(_("Deadline"), [*due, written], "deadline" if card.deadline or card.due else "faint", styles),
            _responsible(card, styles),
        ]
        if card.recipients:
            lines.append(_field(_("To"), [line(words.people(card.recipients))], "recipient", styles))
        lines.append(_field(_("Status"), _state(detail), "faint", styles))
        if any(_place(detail)):
            lines.append(_field(_("From"), _place(detail), "faint", styles))
        return Content("\n").join(lines)

    def _short_head(self, detail: ActionDetail, due: list[str], styles: Styles) -> Content:
        """Two lines where there is little room: the words of the promise are in the decision below."""
        card = detail.action
        to = line(words.people(card.recipients))
        first: list[tuple[str, Style | str]] = [
            (" · ".join(d for d in due if d), styles["deadline"]),
            (" · ", ""),
            (line(words.people(card.responsible)) or _("nobody named"), styles["responsible" if card.responsible else "faint"]),
        ]
        if to:
            first += [(" → ", ""), (to, styles["recipient"])]
        second = " · ".join(p for p in (line(words.origin_short(card)), line(card.item_title), *_state(detail)) if p)
        return Content("\n").join([Content.assemble(*first), Content.styled(second, styles["faint"])])


def _state(detail: ActionDetail) -> list[str]:
    card = detail.action
    state = words.status(card.status) + (f" ({line(words.reason(card.reason))})" if card.reason else "")
    return [state, f"{LIGHTS[card.light]} {words.light(card.light)}" if card.light else "", words.kind(card.kind)]


def _place(detail: ActionDetail) -> list[str]:
    card = detail.action
    return [
        line(words.origin(card)),
        line(card.item_title),
        _("case {number}").format(number=line(card.case_number)) if card.case_number else "",
        _("closed item") if card.closed else "",
        _("no longer in the minutes") if card.source_vanished else "",
    ]


def _responsible(card: ActionItem, styles: Styles) -> Content:
    names = line(words.people(card.responsible))
    return _field(_("Responsible"), [names or _("nobody named")], "responsible" if names else "faint", styles)


def _field(label: str, values: list[str], role: str, styles: Styles) -> Content:
    return Content.assemble((f"{label:<12}", styles["label"]), (" · ".join(v for v in values if v), styles[role]))
