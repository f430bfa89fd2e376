from __future__ import annotations

from datetime import date

import pytest

from tests.services.test_import_minutes import bring, everything
from tests.store.databases import NEXT, Promise, Punkt
from tracker.domain.deadline import NEXT_MEETING, Deadline, Precision
from tracker.errors import NotFound
from tracker.services import change_action, list_actions, meetings
from tracker.services.workspace import Workspace

WAIT = Promise("Morten fremlægger tallene på næste møde", ("Morten",), NEXT)
JUNE, AUGUST, SEPTEMBER = date(2017, 6, 28), date(2017, 8, 16), date(2017, 9, 13)


def due(workspace: Workspace) -> tuple[date | None, bool]:
    (card,) = [a for a in everything(workspace) if a.quote == WAIT.quote]
    return card.due, card.due_estimated


def test_nothing_is_known_of_a_first_meeting(workspace: Workspace) -> None:
    bring(workspace, Punkt("Tal", (WAIT,)), day=JUNE)
    assert due(workspace) == (None, False)
    assert meetings.next_meeting(workspace) is None


def test_the_stated_next_meeting(workspace: Workspace) -> None:
    bring(workspace, Punkt("Tal", (WAIT,)), day=JUNE, next_meeting=AUGUST)
    assert due(workspace) == (AUGUST, False)


def test_the_next_minutes_settle_it_whatever_was_stated(workspace: Workspace) -> None:
    bring(workspace, Punkt("Tal", (WAIT,)), day=JUNE, next_meeting=date(2017, 8, 14))
    bring(workspace, Punkt("Noget andet"), day=AUGUST)
    assert due(workspace) == (AUGUST, False)


def test_missing_minutes_do_not_move_a_stated_meeting(workspace: Workspace) -> None:
    bring(workspace, Punkt("Tal", (WAIT,)), day=JUNE, next_meeting=AUGUST)
    bring(workspace, Punkt("Noget andet"), day=SEPTEMBER)
    assert due(workspace) == (AUGUST, False)


def test_the_rhythm_is_an_estimate_until_better_is_known(workspace: Workspace) -> None:
    for day in (date(2017, 5, 3), date(2017, 5, 17), date(2017, 5, 31), date(2017, 6, 14)):
        bring(workspace, Punkt(f"Sag {day}"), day=day)
    bring(workspace, Punkt("Tal", (WAIT,)), day=JUNE)
    assert due(workspace) == (date(2017, 7, 12), True)
    planned = meetings.plan(workspace, [("chefforum", AUGUST), ("Andet forum", SEPTEMBER)])
    assert (planned.added, len(planned.resolved)) == (2, 1)
    assert due(workspace) == (AUGUST, False)
    assert meetings.unplan(workspace, "Chefforum", AUGUST)
    assert due(workspace) == (date(2017, 7, 12), True)
    with pytest.raises(NotFound):
        meetings.unplan(workspace, "Chefforum", AUGUST)


def test_a_day_a_person_set_stays_and_undo_gives_the_newest_knowledge(workspace: Workspace) -> None:
    from tracker.services import undo

    (id_,) = bring(workspace, Punkt("Tal", (WAIT,)), day=JUNE, next_meeting=AUGUST).added
    change_action.postpone(workspace, id_, date(2017, 12, 1))
    bring(workspace, Punkt("Noget andet"), day=date(2017, 8, 18))
    assert due(workspace) == (date(2017, 12, 1), False)
    undo.undo(workspace)
    assert due(workspace) == (date(2017, 8, 18), False)


def test_days_before_another_forums_next_meeting(workspace: Workspace) -> None:
    deadline = Deadline("3 dage før næste LSU-møde", precision=Precision.MEETING, anchor=NEXT_MEETING, anchor_forum="LSU", offset_days=-3)
    meetings.plan(workspace, [("LSU", SEPTEMBER), ("Chefforum", AUGUST)])
    (id_,) = bring(
        workspace, Punkt("Tal", (Promise("Helle sender bilag 3 dage før næste LSU-møde", ("Helle",), deadline),)), day=JUNE
    ).added
    assert list_actions.get(workspace, id_).due == date(2017, 9, 10)


def test_meetings_with_their_items_and_cards(workspace: Workspace) -> None:
    bring(workspace, Punkt("Tal", (WAIT,)), Punkt("Eventuelt"), day=JUNE)
    meetings.plan(workspace, [("Chefforum", AUGUST)])
    planned, held = meetings.listing(workspace)
    assert (planned.meeting.date, planned.held, held.meeting.date, held.held) == (AUGUST, False, JUNE, True)
    assert (held.actions, held.open_actions, held.sources) == (1, 1, ("Chefforum-2017-06-28.txt",))
    items = meetings.items(workspace, held.id)
    assert [(item.title, len(cards)) for item, cards in items] == [("Tal", 1), ("Eventuelt", 0)]
    assert meetings.forums(workspace) == ("Chefforum",)
    coming = meetings.next_meeting(workspace, "chefforum")
    assert coming is not None
    assert (coming.date, coming.estimated) == (AUGUST, False)
    (document,) = meetings.documents(workspace)
    source, head, agenda = meetings.document(workspace, document.id)
    assert (head.forum, len(agenda), document.actions) == ("Chefforum", 2, 1)
    assert agenda[0].title in source.text
