"""Any sequence of imports, edits, undos and restarts: what people entered stays, and the history replays to the present."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.services.test_import_minutes import ABSENCE, LISTS, PLAN
from tests.store.databases import NEXT, Promise, Punkt, by, open_workspace, referat
from tracker.domain.followup import ActionItem, Light
from tracker.errors import Conflict
from tracker.services import action_detail, care, change_action, list_actions, undo
from tracker.services.import_minutes import import_one
from tracker.services.query import parse
from tracker.services.workspace import Workspace

JUNE = date(2017, 6, 28)
EXTRA = Promise("Helle indkalder til opfølgning på handleplanen for dagtilbud", ("Helle",), NEXT)
PROMISES = (LISTS, PLAN, ABSENCE, EXTRA)
WORDS = ("straks", "skriftligt", "sammen med HR", "uden ophold", "på dansk")


def variant(rng: random.Random) -> tuple[Punkt, ...]:
    """A version of the referat: words added, days moved, promises left out, items in another order."""
    kept = [p for p in PROMISES if rng.random() < 0.85]
    changed = []
    for promise in kept:
        if rng.random() < 0.4:
            promise = replace(promise, quote=f"{promise.quote} {rng.choice(WORDS)}")  # noqa: PLW2901
        if rng.random() < 0.3:
            promise = replace(promise, deadline=by(JUNE + timedelta(days=rng.randrange(5, 60))))  # noqa: PLW2901
        changed.append(promise)
    items = [Punkt("Kursus i ledelse", tuple(changed[:2])), Punkt("Sygefravær i dagtilbud", tuple(changed[2:])), Punkt("Eventuelt")]
    rng.shuffle(items)
    return tuple(items)


class Story:
    """A random life of one referat's cards, with what people entered written down beside."""

    def __init__(self, url: str, seed: int) -> None:
        self.url = url
        self.rng = random.Random(seed)
        self.workspace = open_workspace(url)
        self.entered: dict[tuple[int, str], object] = {}
        self.uids: dict[int, str] = {}
        self.stack: list[dict[tuple[int, str], object]] = []
        self.undone: list[dict[tuple[int, str], object]] = []

    def cards(self) -> list[ActionItem]:
        return list(list_actions.every(self.workspace, parse("", self.workspace.today)))

    def bring(self) -> None:
        minutes, extraction = referat(JUNE, variant(self.rng), name="referat.txt")
        import_one(self.workspace, minutes, extraction)

    def meet(self) -> None:
        minutes, extraction = referat(JUNE + timedelta(days=self.rng.randrange(7, 60)), [Punkt("Noget andet")], name=str(self.rng.random()))
        import_one(self.workspace, minutes, extraction)

    def change(self) -> None:
        cards = self.cards()
        if not cards:
            return
        card = self.rng.choice(cards).id
        day = date(2018, 1, 1) + timedelta(days=self.rng.randrange(300))
        light = self.rng.choice(list(Light))
        who = self.rng.choice(("Ib", "Åse", "Økonomi"))
        actions: list[tuple[str, object, Callable[[], object]]] = [
            ("due", day, lambda: change_action.postpone(self.workspace, card, day)),
            ("light", light, lambda: change_action.light(self.workspace, card, light)),
            ("responsible", (who,), lambda: change_action.reassign(self.workspace, card, [who])),
            ("text", f"Ny tekst {day}", lambda: change_action.edit(self.workspace, card, text=f"Ny tekst {day}")),
        ]
        field, value, act = self.rng.choice(actions)
        self.stack.append(dict(self.entered))
        self.undone.clear()
        self.entered[card, field] = value
        act()

    def undo(self) -> None:
        done = undo.undo(self.workspace)
        assert (done is not None) == bool(self.stack)
        if done is not None:
            self.undone.append(dict(self.entered))
            self.entered = self.stack.pop()

    def redo(self) -> None:
        done = undo.redo(self.workspace)
        assert (done is not None) == bool(self.undone)
        if done is not None:
            self.stack.append(dict(self.entered))
            self.entered = self.undone.pop()

    def restart(self) -> None:
        self.workspace.close()
        self.workspace = open_workspace(self.url)

    def check(self) -> None:
        cards = {c.id: c for c in self.cards()}
        for (card, field), value in self.entered.items():
            assert getattr(cards[card], field) == value
        for id_, uid in self.uids.items():
            assert cards[id_].uid == uid
        self.uids = {c.id: c.uid for c in cards.values()}
        for id_ in cards:
            replay(self.workspace, id_)


def replay(workspace: Workspace, id_: int) -> None:
    """Each entry begins where the one before of the same field ended, and the last ends at the present."""
    detail = action_detail.detail(workspace, id_)
    last: dict[str, str | None] = {}
    for change in detail.history:
        if change.what in last:
            assert change.old == last[change.what]
        last[change.what] = change.new
    card = detail.action
    present = {
        "due": card.due and card.due.isoformat(),
        "light": card.light and str(card.light),
        "status": str(card.status),
        "text": card.text,
        "quote": card.quote,
        "responsible": "; ".join(card.responsible) or None,
        "vanished": "1" if card.source_vanished else None,
        "item": str(card.item),
    }
    for field, value in present.items():
        assert last.get(field, value) == value


@pytest.mark.parametrize("seed", range(3))
def test_any_story_keeps_what_people_entered(url: str, seed: int) -> None:
    story = Story(url, seed)
    story.bring()
    steps = [story.bring, story.meet, story.change, story.change, story.change, story.undo, story.redo, story.restart]
    for _ in range(25):
        story.rng.choice(steps)()
        story.check()
    assert {p.check for p in care.doctor(story.workspace)} <= {"clock"}
    story.workspace.close()


def test_two_people_changing_the_same_cards_lose_nothing(url: str) -> None:
    rng = random.Random(7)
    with open_workspace(url, "Helle") as helle, open_workspace(url, "Ib") as ib:
        minutes, extraction = referat(JUNE, [Punkt("Sag", PROMISES)])
        ids = import_one(helle, minutes, extraction).added
        seen = {w.user: list_actions.get_many(w, ids) for w in (helle, ib)}
        written: dict[int, int] = dict.fromkeys(ids, 0)
        for _ in range(60):
            me = rng.choice((helle, ib))
            card = seen[me.user][rng.choice(ids)]
            with contextlib.suppress(Conflict):
                change_action.note(me, card, "talt op")
                written[card.id] += 1
            seen[me.user] = list_actions.get_many(me, ids)
        assert {i: c.notes for i, c in list_actions.get_many(ib, ids).items()} == written
