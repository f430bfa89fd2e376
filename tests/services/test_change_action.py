from __future__ import annotations

from datetime import date

import pytest

from tests.services.test_import_minutes import ABSENCE, LISTS, PLAN, bring, everything
from tests.store.databases import Promise, Punkt, by, open_workspace
from tracker.domain.followup import Kind, Light, Status
from tracker.domain.tracking import NewAction
from tracker.errors import Conflict, NotFound, UsageError
from tracker.services import action_detail, change_action, groups, list_actions, people, undo
from tracker.services.workspace import Workspace


@pytest.fixture
def ids(workspace: Workspace) -> tuple[int, ...]:
    return bring(workspace, Punkt("Kursus i ledelse", (LISTS, PLAN)), Punkt("Sygefravær", (ABSENCE,))).added


def test_each_change_is_recorded_with_who_and_when(workspace: Workspace, ids: tuple[int, ...]) -> None:
    change_action.light(workspace, ids[0], Light.YELLOW)
    change_action.drop(workspace, ids[0], "Kurset er\naflyst")
    history = action_detail.detail(workspace, ids[0]).history
    assert [(c.what, c.old, c.new, c.who) for c in history] == [
        ("light", None, "yellow", "Morten"),
        ("status", "open", "dropped", "Morten"),
        ("reason", None, "Kurset er aflyst", "Morten"),
    ]
    assert history[0].when < history[1].when


def test_many_cards_are_changed_and_undone_as_one_step(workspace: Workspace, ids: tuple[int, ...]) -> None:
    done = change_action.done(workspace, ids)
    assert set(done.ids) == set(ids)
    assert {a.status for a in everything(workspace)} == {Status.DONE}
    undone = undo.undo(workspace)
    assert undone is not None
    assert [a.status for a in sorted(undone.actions, key=lambda a: a.id)] == [Status.OPEN, Status.REVIEW, Status.OPEN]


def test_undo_and_redo_go_any_number_of_steps(workspace: Workspace, ids: tuple[int, ...]) -> None:
    card = ids[0]
    change_action.postpone(workspace, card, date(2017, 9, 1))
    change_action.reassign(workspace, card, ["Helle", "Frank"])
    change_action.edit(workspace, card, text="Meld lister ind", kind=Kind.STATUS)
    change_action.note(workspace, card, "Husk")
    after = list_actions.get(workspace, card)
    for _ in range(4):
        assert undo.undo(workspace) is not None
    assert undo.undo(workspace) is None
    first = list_actions.get(workspace, card)
    assert (first.due, first.responsible, first.kind, first.notes) == (date(2017, 8, 15), ("Alle chefer",), Kind.TASK, 0)
    for _ in range(4):
        assert undo.redo(workspace) is not None
    assert undo.redo(workspace) is None
    again = list_actions.get(workspace, card)
    assert (again.due, again.responsible, again.text, again.kind, again.notes) == (
        after.due,
        after.responsible,
        after.text,
        after.kind,
        after.notes,
    )


def test_something_new_ends_the_redoing(workspace: Workspace, ids: tuple[int, ...]) -> None:
    change_action.done(workspace, ids[0])
    undo.undo(workspace)
    change_action.light(workspace, ids[0], Light.RED)
    assert undo.redo(workspace) is None


def test_each_person_undoes_their_own_steps(url: str, workspace: Workspace, ids: tuple[int, ...]) -> None:
    change_action.light(workspace, ids[0], Light.RED)
    with open_workspace(url, "Helle") as colleague:
        change_action.done(colleague, ids[1])
        assert undo.undo(workspace) is not None
        assert list_actions.get(workspace, ids[1]).status is Status.DONE
        assert list_actions.get(workspace, ids[0]).light is None


def test_an_undo_that_would_lose_a_colleagues_change_is_refused_once(url: str, workspace: Workspace, ids: tuple[int, ...]) -> None:
    change_action.done(workspace, ids[2])
    change_action.postpone(workspace, ids[0], date(2017, 9, 1))
    with open_workspace(url, "Helle") as colleague:
        change_action.postpone(colleague, ids[0], date(2017, 10, 1))
    with pytest.raises(Conflict, match="Helle"):
        undo.undo(workspace)
    assert list_actions.get(workspace, ids[0]).due == date(2017, 10, 1)
    assert undo.undo(workspace) is not None
    assert list_actions.get(workspace, ids[2]).status is Status.OPEN


def test_a_card_changed_meanwhile_is_a_conflict_and_nothing_is_saved(url: str, workspace: Workspace, ids: tuple[int, ...]) -> None:
    seen = [list_actions.get(workspace, i) for i in ids]
    with open_workspace(url, "Helle") as colleague:
        change_action.light(colleague, ids[2], Light.GREEN)
    with pytest.raises(Conflict, match="Helle"):
        change_action.done(workspace, seen)
    assert Status.DONE not in {a.status for a in everything(workspace)}


def test_undoing_a_correction_follows_the_referat_again(workspace: Workspace, ids: tuple[int, ...]) -> None:
    change_action.postpone(workspace, ids[0], date(2017, 9, 1))
    moved = Promise(LISTS.quote + " kl. 12", LISTS.who, by(date(2017, 8, 20)), to=LISTS.to)
    bring(workspace, Punkt("Kursus i ledelse", (moved, PLAN)), Punkt("Sygefravær", (ABSENCE,)))
    assert list_actions.get(workspace, ids[0]).due == date(2017, 9, 1)
    assert action_detail.detail(workspace, ids[0]).history[-1].who == "Morten (import)"
    undo.undo(workspace)
    assert list_actions.get(workspace, ids[0]).due == date(2017, 8, 20)


def test_merging_keeps_one_card_and_what_the_other_knew(workspace: Workspace, ids: tuple[int, ...]) -> None:
    merged = change_action.merge(workspace, ids[1], ids[0])
    kept, gone = merged.actions
    assert (kept.due, kept.responsible, kept.recipients) == (date(2017, 8, 15), ("Susanne",), ("Anne Mette",))
    assert (gone.status, gone.reason) == (Status.DROPPED, "merged")
    undo.undo(workspace)
    assert list_actions.get(workspace, ids[0]).status is Status.OPEN
    assert list_actions.get(workspace, ids[1]).due is None
    with pytest.raises(UsageError):
        change_action.merge(workspace, ids[0], ids[0])


def test_a_promise_written_by_hand(workspace: Workspace) -> None:
    new = NewAction("Ring til Ib", responsible=("Morten",), due=date(2017, 7, 5), forum="Chefforum")
    (card,) = change_action.add(workspace, new).actions
    assert (card.status, card.text, card.due, card.source) == (Status.OPEN, "Ring til Ib", date(2017, 7, 5), "")
    undo.undo(workspace)
    assert list_actions.count(workspace) == 0
    undo.redo(workspace)
    assert list_actions.count(workspace) == 1
    with pytest.raises(UsageError):
        change_action.add(workspace, NewAction("  \n"))


def test_a_groups_promise_is_done_when_all_have_ticked(workspace: Workspace, ids: tuple[int, ...]) -> None:
    for member in ("Helle Holm", "Frank Friis"):
        people.join(workspace, "Alle chefer", member)
    assert groups.tick(workspace, ids[0], "helle").actions[0].status is Status.OPEN
    assert [(t.member, t.done) for t in groups.ticks(workspace, ids[0])] == [("Frank Friis", False), ("Helle Holm", True)]
    assert groups.tick(workspace, ids[0], "Frank Friis").actions[0].status is Status.DONE
    undo.undo(workspace)
    assert list_actions.get(workspace, ids[0]).status is Status.OPEN
    assert [t.done for t in groups.ticks(workspace, ids[0])] == [False, True]
    with pytest.raises(UsageError):
        groups.tick(workspace, ids[0], "Morten")


def test_a_groups_promise_stands_in_each_members_list(workspace: Workspace, ids: tuple[int, ...]) -> None:
    people.join(workspace, "Alle chefer", "Helle Holm")
    (mine,) = [v for v in list_actions.views(workspace) if v.name == "mine"]
    assert list_actions.count(workspace, mine.query) == 1
    people.join(workspace, "Alle chefer", "Morten", forum="Chefforum")
    assert list_actions.count(workspace, mine.query) == 2


def test_there_is_no_such_card(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        change_action.done(workspace, 99)
    with pytest.raises(NotFound):
        action_detail.detail(workspace, 99)
