"""The list for the next meeting puts each open card in the chapter that presses most."""

from __future__ import annotations

from datetime import date, timedelta

from tests.services.test_export import card
from tests.services.test_import_minutes import LISTS, PLAN, bring
from tests.store.databases import Punkt
from tracker.domain.followup import Status
from tracker.services import change_action, list_actions, undo
from tracker.services.report import as_html, as_markdown, as_text, make_report, prepare
from tracker.services.workspace import Workspace

TODAY = date(2026, 4, 20)


def test_each_open_card_stands_in_one_chapter() -> None:
    cards = [
        card(id=1, due=date(2026, 4, 19)),
        card(id=2, due=date(2026, 4, 20)),
        card(id=3, due=date(2026, 4, 30)),
        card(id=4, due=date(2026, 5, 1)),
        card(id=5, due=None),
        card(id=6, due=date(2026, 4, 1)),
        card(id=7, status=Status.REVIEW),
        card(id=8, status=Status.DONE),
        card(id=9, history=True),
    ]
    report = make_report(cards, TODAY, forum="Chefforum", next_meeting=date(2026, 4, 30), returned=[6])
    assert [(c.heading, [a.id for a in c.actions]) for c in report.chapters] == [
        ("Overskredet", [1]),
        ("Frist inden næste møde (30. apr. 2026)", [2, 3]),
        ("Behandlet igen: luk eller behold?", [6]),
        ("Uden frist", [5]),
        ("Senere", [4]),
        ("Ikke gennemset endnu", [7]),
    ]


def test_without_a_known_meeting_two_weeks_count() -> None:
    report = make_report([card(id=1, due=date(2026, 5, 4)), card(id=2, due=date(2026, 5, 5))], TODAY)
    assert [c.heading for c in report.chapters] == ["Frist inden for 14 dage", "Senere"]


def test_text_shows_deadline_responsible_and_origin() -> None:
    text = as_text(make_report([card()], TODAY, forum="Chefforum"))
    assert "1. maj 2026 (om 11 dage), gul · Alle chefer · Chefforum 16. apr. 2026 punkt 3" in text


def test_document_text_is_never_markup() -> None:
    report = make_report([card(text="<script>a</script> | [x](y) **b**")], TODAY)
    assert "<script>" not in as_html(report)
    row = next(line for line in as_markdown(report).splitlines() if "script" in line)
    assert "\\<script\\>" in row
    assert "\\| \\[x\\]\\(y\\) \\*\\*b\\*\\*" in row


def test_what_slipped_since_last_time_stands_apart_from_what_was_overdue_before() -> None:
    cards = [card(id=1, due=date(2026, 4, 1)), card(id=2, due=date(2026, 4, 16)), card(id=3, due=date(2026, 6, 1)), card(id=4)]
    report = make_report(cards, TODAY, since=date(2026, 4, 9), slipped=[3])
    assert [(c.heading, [a.id for a in c.actions]) for c in report.chapters][:2] == [
        ("Overskredet eller udskudt siden mødet 9. apr. 2026", [2, 3]),
        ("Overskredet fra før", [1]),
    ]


def test_a_day_that_people_moved_has_slipped_until_it_is_moved_back(workspace: Workspace) -> None:
    ids = list(bring(workspace, Punkt("Kursus i ledelse", (LISTS, PLAN)), day=workspace.today).added)
    day = list_actions.get(workspace, ids[0]).due
    assert day is not None
    change_action.postpone(workspace, ids[0], day + timedelta(days=30))
    change_action.postpone(workspace, ids[1], date(2030, 1, 1))
    change_action.postpone(workspace, ids[1], None)
    made, _following = prepare(workspace)
    slipped = next(c for c in made.chapters if c.heading.startswith("Overskredet eller udskudt siden mødet"))
    assert [a.id for a in slipped.actions] == [ids[0]]
    undo.undo(workspace)
    undo.undo(workspace)
    undo.undo(workspace)
    assert not [c for c in prepare(workspace)[0].chapters if c.heading.startswith("Overskredet eller")]
