"""Each default view is read from its own index: what keeps it quick however many cards there are."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from tests.store.databases import open_workspace
from tracker.services import list_actions
from tracker.services.workspace import Workspace

EXPECTED = {
    "all": "action_by_due",
    "overdue": "action_by_due",
    "this_week": "action_by_due",
    "next_meeting": "action_by_due",
    "no_due": "action_by_due",
    "no_responsible": "action_unassigned",
    "review": "action_review",
    "returned": "action_returned",
    "done": "action_done",
    "history": "action_history",
}


def plans(workspace: Workspace, view: list_actions.View) -> list[str]:
    """How SQLite would read a page and a count of a view."""
    statements: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_more: object) -> None:
        statements.append((statement, parameters))

    event.listen(workspace.database.engine, "before_cursor_execute", note)
    list_actions.page(workspace, view.query, view.sort, descending=view.descending)
    list_actions.count(workspace, view.query)
    event.remove(workspace.database.engine, "before_cursor_execute", note)
    found = []
    with workspace.database.read() as connection:
        for statement, parameters in statements:
            if "FROM action" in statement:
                rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]
                found.append(" / ".join(row[3] for row in rows))
    return found


@pytest.mark.parametrize("name", EXPECTED)
def test_a_view_reads_its_own_index(name: str) -> None:
    with open_workspace("sqlite://") as workspace:
        (view,) = [v for v in list_actions.views(workspace) if v.name == name]
        found = plans(workspace, view)
    page, count = found
    assert f"INDEX {EXPECTED[name]} " in page + " "
    assert "TEMP B-TREE" not in page
    assert "COVERING INDEX" in count or name in ("done", "history")
