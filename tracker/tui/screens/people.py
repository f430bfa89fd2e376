"""People: what each has open, what is overdue, and how much was kept in time."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tracker.domain.tracking import StoredParty
from tracker.locale import _, n_
from tracker.tui.plain import fit
from tracker.tui.screens.pair import PairScreen
from tracker.tui.widgets.pages import CardSource, EmptySource


class People(PairScreen):
    """The directory on the left, one person's cards on the right."""

    def __init__(self) -> None:
        super().__init__()
        self._people: Sequence[StoredParty] = ()

    def title_text(self) -> str:
        """The name of the screen."""
        return _("People")

    @property
    def person(self) -> str:
        """Whoever is chosen."""
        return self._people[self.chosen].party.name if self.chosen < len(self._people) else ""

    async def options(self) -> Sequence[Content]:
        """The people with anything to their name, those with most open first."""
        people = await self.board.people()
        known = [p for p in people if p.open_actions or p.done] or people
        self._people = sorted(known, key=lambda p: -p.open_actions)
        people_words = n_("{count} person or group", "{count} people and groups", len(self._people)).format(count=len(self._people))
        self.show_head(people_words + " · " + _("open, overdue, kept in time"))
        return [self._option(p) for p in self._people]

    def _option(self, stored: StoredParty) -> Content:
        wide = not self.has_class("-narrow")
        kept = "–" if stored.kept is None else f"{stored.kept} %"
        overdue = f"!{stored.overdue}" if stored.overdue else ""
        name = fit(stored.party.name, 24 if wide else 16)
        return Content(f" {name}{stored.open_actions:>4}{overdue:>5}" + (f"{kept:>6}" if wide else ""))

    async def fetch(self) -> CardSource:
        """The chosen person's cards."""
        if not self._people:
            return EmptySource()
        return await self.board.cards_of(self._people[self.chosen].party.name)
