from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.services.test_import_minutes import bring
from tests.store.databases import Promise, Punkt, by
from tracker.domain.followup import Light
from tracker.domain.query import Sort
from tracker.errors import NotFound
from tracker.services import change_action, list_actions
from tracker.services.workspace import Workspace

PEOPLE = ("Åse", "Morten", "Ærø Andersen", "Zita", "Østen")


@pytest.fixture
def stocked(workspace: Workspace) -> Workspace:
    """Forty cards, a third of them without a day, several on the same."""
    promises = tuple(
        Promise(
            f"{PEOPLE[n % 5]} udarbejder papir nummer {n}",
            (PEOPLE[n % 5],) if n % 7 else (),
            by(date(2017, 6, 25) + timedelta(days=n % 9)) if n % 3 else None,
            0.5 if n % 10 == 0 else 0.95,
        )
        for n in range(40)
    )
    bring(workspace, *(Punkt(f"Punkt om sag {n}", promises[n * 10 : n * 10 + 10]) for n in range(4)))
    return workspace


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("descending", [False, True])
def test_pages_by_key_give_the_whole_list_in_order(stocked: Workspace, sort: Sort, descending: bool) -> None:
    whole = [a.id for a in list_actions.every(stocked, list_actions.OPEN, sort, descending=descending)]
    assert len(whole) == 40
    forwards: list[int] = []
    page = list_actions.page(stocked, sort=sort, descending=descending, limit=7)
    while True:
        forwards += [a.id for a in page.items]
        if not page.more_after:
            break
        page = list_actions.page(stocked, sort=sort, descending=descending, after=page.keys[-1], limit=7)
        assert page.more_before
    assert forwards == whole
    backwards: list[int] = []
    page = list_actions.page(stocked, sort=sort, descending=descending, last=True, limit=7)
    while True:
        backwards = [a.id for a in page.items] + backwards
        if not page.more_before:
            break
        page = list_actions.page(stocked, sort=sort, descending=descending, before=page.keys[0], limit=7)
    assert backwards == whole
    assert list_actions.ids(stocked, sort=sort, descending=descending) == whole


@pytest.mark.parametrize("sort", [Sort.DUE, Sort.CHANGED, Sort.RESPONSIBLE, Sort.ID])
def test_the_page_around_a_card_keeps_its_place(stocked: Workspace, sort: Sort) -> None:
    whole = list_actions.ids(stocked, sort=sort)
    page = list_actions.around(stocked, whole[20], sort=sort, limit=10)
    assert [a.id for a in page.items] == whole[15:26]
    assert (page.more_before, page.more_after) == (True, True)
    assert list_actions.position(stocked, whole[20], sort=sort) == 20
    with pytest.raises(NotFound):
        list_actions.around(stocked, 999)


def test_danish_order_of_names(stocked: Workspace) -> None:
    names = [a.responsible[0] for a in list_actions.every(stocked, list_actions.OPEN, Sort.RESPONSIBLE) if a.responsible]
    assert list(dict.fromkeys(names)) == ["Morten", "Zita", "Ærø Andersen", "Østen", "Åse"]
    last = list_actions.page(stocked, sort=Sort.RESPONSIBLE, last=True, limit=1).items[0]
    assert last.responsible == ()


def test_cards_without_a_day_stand_last(stocked: Workspace) -> None:
    days = [a.due for a in list_actions.every(stocked)]
    dated = [d for d in days if d]
    assert days == sorted(dated) + [None] * (40 - len(dated))


def test_counts_of_the_saved_views(stocked: Workspace) -> None:
    cards = list(list_actions.every(stocked))
    change_action.done(stocked, [cards[0].id, cards[1].id])
    change_action.light(stocked, cards[2], Light.RED)
    views = list_actions.views(stocked)
    counts = list_actions.counts(stocked, views)
    left = cards[2:]
    assert counts["all"] == 38
    assert counts["done"] == 2
    assert counts["mine"] == sum("Morten" in a.responsible for a in left)
    assert counts["overdue"] == sum(a.is_overdue(stocked.today) for a in left)
    assert counts["no_due"] == sum(a.due is None for a in left)
    assert counts["no_responsible"] == sum(not a.responsible for a in left)
    assert counts["review"] == sum(a.status == "review" for a in left)
    assert counts["this_week"] == sum(a.due is not None and date(2017, 6, 26) <= a.due <= date(2017, 7, 2) for a in left)
    for view in views:
        found = list_actions.page(stocked, view.query, view.sort, descending=view.descending, limit=1000)
        assert len(found.items) == counts[view.name]


def test_another_programs_changes_are_noticed(url: str, stocked: Workspace) -> None:
    from tests.store.databases import open_workspace

    seen = stocked.revision()
    assert stocked.revision() == seen
    with open_workspace(url, "Helle") as colleague:
        change_action.light(colleague, [3, 5], Light.GREEN)
    assert stocked.revision() > seen
    assert stocked.changed_since(seen) == (3, 5)
