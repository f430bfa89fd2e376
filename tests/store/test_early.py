"""The first cards come by another way than all later ones: the two must never differ, and in doubt there is only the ordinary way."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.dialects import sqlite

from tests.store.databases import NEXT, TODAY, Promise, Punkt, by, open_workspace, referat, sqlite_url
from tracker.domain.followup import Light
from tracker.domain.minutes import Attendee
from tracker.domain.query import Condition, Field, Operator, Query, Sort
from tracker.services import change_action, list_actions, meetings, people
from tracker.services.import_minutes import import_one
from tracker.services.list_actions import views_on
from tracker.services.query import parse
from tracker.services.workspace import Workspace
from tracker.store import early, early_sql, filters
from tracker.store.cards import ACTION
from tracker.store.early import EarlyReader
from tracker.store.early_sql import Clause, TooEarly

PEOPLE = ("Morten", "Åse Møller", "Åse Lund", "Ærø Andersen", "Alle chefer")
FILTERS = ("", "ansvarlig:morten", "ansvarlig:åse", "ansvarlig:ingen", "ansvarlig:nogen,åse", "frist>=2017-06-28", "frist<2017-07-03")
VIEWS = [v.name for v in views_on(TODAY, "Morten", None)]


def run(statement: str, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def ask(url: str, query: Query, sort: Sort, *, descending: bool = False) -> tuple[list[object], int]:
    with closing(EarlyReader(url)) as reader:
        reader.next_meeting(date(2017, 1, 1))
        return reader.page(query, sort, descending=descending, limit=50), reader.counts([query], 1000)[0]


# The same statements


def flat(sql: str) -> str:
    """SQL without line breaks, quotes and needless brackets."""
    return re.sub(r"\s+", " ", sql.replace('"', "").replace("(", "").replace(")", "")).strip()


def with_values(clause: Clause) -> str:
    values = iter(clause.values)
    return re.sub(r"\?", lambda _m: repr(next(values)), clause.sql)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("view", [v for v in VIEWS if v != "mine"])
def test_a_view_is_asked_for_in_the_same_words(view: str, sort: Sort, descending: bool) -> None:
    (wanted,) = [v for v in views_on(TODAY, "Morten", TODAY + timedelta(days=9)) if v.name == view]
    with open_workspace("sqlite://") as workspace, workspace.database.read() as connection:
        statement = select(ACTION.c.id).where(filters.where(connection, wanted.query)).order_by(*filters.order(sort, descending=descending))
        text = str(statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    ours = with_values(early_sql.where(wanted.query, pytest.fail))
    assert flat(text).split(" WHERE ")[1] == flat(f"{ours} ORDER BY {early_sql.order(sort, descending=descending)}")


# The same answers


promises = st.builds(
    Promise,
    st.sampled_from(["udarbejder et papir", "rykker afdelingerne", "melder ind", "Ålborg ringer"]),
    st.sampled_from([(), *((name,) for name in PEOPLE), ("Morten", "Åse Lund")]),
    st.one_of(st.none(), st.just(NEXT), st.integers(-8, 14).map(lambda n: by(TODAY + timedelta(days=n)))),
    st.sampled_from([0.5, 0.95, 0.1 + 0.2]),
    st.sampled_from([(), ("Ærø Andersen",)]),
)
minutes = st.lists(
    st.tuples(st.sampled_from(["Chefforum", "Havneudvalget"]), st.integers(0, 60), st.lists(promises, max_size=4)), min_size=1, max_size=4
)
changes = st.lists(st.tuples(st.sampled_from(["done", "drop", "reject", "light", "postpone", "into_history", "note"]), st.integers(1, 9)))


def stock(workspace: Workspace, held: list[tuple[str, int, list[Promise]]], made: list[tuple[str, int]], entered: bool) -> None:
    for number, (forum, ago, found) in enumerate(held):
        day = TODAY - timedelta(days=ago)
        numbered = tuple(replace(p, quote=f"{p.quote} {number}.{n}") for n, p in enumerate(found))
        read, extraction = referat(day, [Punkt(f"Sag {number}", numbered, case="00.01.00-A00-1-17")], forum=forum)
        head = replace(read.meeting, attendees=(Attendee("Morten"), Attendee("Åse Lund")), next_meeting=day + timedelta(days=21))
        import_one(workspace, replace(read, meeting=head), extraction)
    if entered:
        people.add(workspace, "Chefgruppen")
        people.join(workspace, "Chefgruppen", "Morten", forum="Chefforum")
        people.alias(workspace, "Morten", "MM")
        change_action.reassign(workspace, list_actions.ids(workspace)[:2], ("Chefgruppen",))
    for what, id_ in made:
        if id_ in list_actions.get_many(workspace, [id_]):
            act = {
                "light": lambda i: change_action.light(workspace, i, Light.RED),
                "postpone": lambda i: change_action.postpone(workspace, i, TODAY),
                "note": lambda i: change_action.note(workspace, i, "ringet"),
            }.get(what, lambda i, what=what: getattr(change_action, what)(workspace, i))
            act(id_)


@given(minutes, changes, st.booleans(), st.sampled_from(["Morten", "MM", "Åse", "nogen"]), st.sampled_from(list(Sort)), st.booleans())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_both_ways_give_the_same_cards(
    tmp_path_factory: pytest.TempPathFactory, held: list, made: list, entered: bool, user: str, sort: Sort, descending: bool
) -> None:
    url = sqlite_url(tmp_path_factory.mktemp("early"))
    with open_workspace(url, user) as workspace:
        stock(workspace, held, made, entered)
        following = meetings.next_meeting(workspace)
        day = following.date if following else None
        with closing(EarlyReader(url)) as reader:
            assert reader.next_meeting(workspace.today - timedelta(days=1)) == day
        assert list_actions.views(workspace) == views_on(workspace.today, user, day)
        for view in views_on(workspace.today, user, day):
            for way, turned in ((view.sort, view.descending), (sort, descending)):
                cards, count = ask(url, view.query, way, descending=turned)
                assert cards == list(list_actions.page(workspace, view.query, way, descending=turned, limit=50).items)
                assert count == list_actions.count(workspace, view.query)
        for text in FILTERS:
            query = list_actions.OPEN & parse(text, workspace.today)
            cards, count = ask(url, query, sort, descending=descending)
            assert cards == list(list_actions.page(workspace, query, sort, descending=descending, limit=50).items)
            assert count == list_actions.count(workspace, query)


# In doubt the ordinary way


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = sqlite_url(tmp_path)
    with open_workspace(address) as workspace:
        stock(workspace, [("Chefforum", 3, [Promise("melder ind", ("Morten",))])], [], entered=False)
    return address


@pytest.mark.parametrize(
    "condition",
    [
        Condition(Field.TEXT, ("papir",)),
        Condition(Field.RESPONSIBLE, ("Morten",), negated=True),
        Condition(Field.FORUM, ("Chefforum",)),
        Condition(Field.RECIPIENT, ("Morten",)),
        Condition(Field.DUE, (TODAY, TODAY), Operator.EQUAL),
        Condition(Field.STATUS, ("done",), Operator.NONE),
    ],
)
def test_what_is_not_known_is_left_to_the_ordinary_way(url: str, condition: Condition) -> None:
    with pytest.raises(TooEarly):
        ask(url, Query((condition,)), Sort.DUE)


@pytest.mark.parametrize(
    "address", ["", "sqlite://", "sqlite:///:memory:", "postgresql+psycopg://x@y/z", "sqlite:///a.db?mode=ro", "sqlite+pysqlite:///a.db"]
)
def test_only_plain_files_are_read(address: str) -> None:
    with pytest.raises(TooEarly):
        EarlyReader(address)


@pytest.mark.parametrize(
    "spoil",
    [
        Path.unlink,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"no database at all" * 100),
        lambda path: path.write_bytes(path.read_bytes()[:4096]),
        lambda path: path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 60_000),
        partial(run, "PRAGMA user_version = 99"),
        partial(run, "PRAGMA user_version = 0"),
        partial(run, "PRAGMA application_id = 5"),
        partial(run, "DROP TABLE meeting"),
        lambda path: (path.unlink(), path.mkdir()),
    ],
)
def test_a_file_that_is_not_quite_ours_is_left_to_the_ordinary_way(url: str, tmp_path: Path, spoil) -> None:
    spoil(tmp_path / "tracker.db")
    with pytest.raises(TooEarly):
        ask(url, list_actions.OPEN, Sort.DUE)


def test_a_value_that_makes_no_sense_is_left_to_the_ordinary_way(url: str, tmp_path: Path) -> None:
    run("UPDATE action SET responsible = 'not json'", tmp_path / "tracker.db")
    with pytest.raises(TooEarly):
        ask(url, list_actions.OPEN, Sort.DUE)


def test_a_lock_is_not_waited_for(url: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "tracker.db", isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(TooEarly):
            EarlyReader(url)


def test_what_takes_too_long_is_given_up(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(early, "PATIENCE", -1)
    monkeypatch.setattr(early, "_STEPS", 1)
    with pytest.raises(TooEarly):
        ask(url, list_actions.OPEN, Sort.DUE)


def test_nothing_is_written(url: str, tmp_path: Path) -> None:
    before = (tmp_path / "tracker.db").read_bytes()
    ask(url, list_actions.OPEN, Sort.DUE)
    assert (tmp_path / "tracker.db").read_bytes() == before


def test_the_database_library_is_not_loaded() -> None:
    program = "import sys, tracker.tui.first, tracker.tui.board, tracker.tui.screens.overview; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlalchemy", "sqlmodel", "pydantic", "alembic", "icalendar", "dateutil"} & set(loaded)
