from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.test_import_minutes import ABSENCE, LISTS, PLAN, bring
from tests.store.databases import TODAY, Promise, Punkt, by
from tracker import locale
from tracker.domain.followup import Light, Status
from tracker.domain.query import Condition, Field, Operator, Query
from tracker.errors import UsageError
from tracker.services import change_action, list_actions
from tracker.services.query import parse, period
from tracker.services.workspace import Workspace


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("sygefravær", [Condition(Field.TEXT, ("sygefravær",))]),
        ('"alle chefer"', [Condition(Field.TEXT, ("alle chefer",), exact=True)]),
        ("-sygefravær", [Condition(Field.TEXT, ("sygefravær",), negated=True)]),
        ("ikke sygefravær", [Condition(Field.TEXT, ("sygefravær",), negated=True)]),
        ("ansvarlig:morten", [Condition(Field.RESPONSIBLE, ("morten",))]),
        ('Responsible:"Alle chefer",HR', [Condition(Field.RESPONSIBLE, ("Alle chefer", "HR"), exact=True)]),
        ("ansvarlig:ingen", [Condition(Field.RESPONSIBLE, operator=Operator.NONE)]),
        ("frist:ingen", [Condition(Field.DUE, operator=Operator.NONE)]),
        ("frist<2017-09-01", [Condition(Field.DUE, (date(2017, 9, 1),), Operator.BELOW)]),
        ("due>=1.9.2017", [Condition(Field.DUE, (date(2017, 9, 1),), Operator.AT_LEAST)]),
        ("frist:idag", [Condition(Field.DUE, (TODAY,))]),
        ("frist<=+14d", [Condition(Field.DUE, (date(2017, 7, 15),), Operator.AT_MOST)]),
        (
            "frist:2017-09",
            [Condition(Field.DUE, (date(2017, 9, 1),), Operator.AT_LEAST), Condition(Field.DUE, (date(2017, 9, 30),), Operator.AT_MOST)],
        ),
        ("frist>2017-09", [Condition(Field.DUE, (date(2017, 9, 30),), Operator.ABOVE)]),
        ("status:åben,gennemsyn", [Condition(Field.STATUS, (Status.OPEN, Status.REVIEW))]),
        ("status:closed", [Condition(Field.STATUS, (Status.DONE, Status.DROPPED))]),
        ("lys:rød", [Condition(Field.LIGHT, (Light.RED,))]),
        ("punkt:3", [Condition(Field.ITEM, (3,))]),
        ("sikkerhed<0,9", [Condition(Field.CONFIDENCE, (0.9,), Operator.BELOW)]),
        ("historik:nej", [Condition(Field.HISTORY, (False,))]),
        ("  ", []),
    ],
)
def test_what_people_type(text: str, conditions: list[Condition]) -> None:
    assert parse(text, TODAY) == Query(tuple(conditions))


@pytest.mark.parametrize(
    "text",
    ["anvarlig:morten", "frist:snart", "frist<32.1.2017", "status:måske", "lys:blå", "punkt:tre", "titel<x", "titel:", "frist:2017,2018"],
)
def test_what_is_not_understood_is_said(text: str) -> None:
    with pytest.raises(UsageError) as error:
        parse(text, TODAY)
    assert "\n" not in str(error.value)


@given(st.text(max_size=60))
def test_any_text_is_a_query_or_a_usage_error(text: str) -> None:
    try:
        parse(text, TODAY)
    except UsageError as error:
        message = str(error)
    else:
        return
    assert message
    assert message.isprintable()


def test_hostile_lengths_are_read_quickly() -> None:
    assert parse('"' * 30_000, TODAY) == Query(())
    assert len(parse("x " * 20_000, TODAY).conditions) == 20_000


def test_periods() -> None:
    assert period("uge35", TODAY) == (date(2017, 8, 28), date(2017, 9, 3))
    assert period("2017", TODAY) == (date(2017, 1, 1), date(2017, 12, 31))
    assert period("-1m", date(2017, 3, 31)) == (date(2017, 2, 28), date(2017, 2, 28))


@pytest.fixture
def stocked(workspace: Workspace) -> Workspace:
    other = Promise("Økonomi og Stab sender årsregnskabet til Århus Kommune", ("Økonomi og Stab",), by(date(2017, 6, 30)))
    bring(workspace, Punkt("Kursus i ledelse", (LISTS, PLAN), case="81.04.00-A00-1-16"), Punkt("Sygefravær i dagtilbud", (ABSENCE, other)))
    return workspace


FOUND = (
    ("", 4),
    ("sygefravær", 2),
    ("SYGEFRAVAER", 2),
    ("syge dagtil", 2),
    ("fravær", 0),
    ("aarhus", 1),
    ("århus", 1),
    ("arhus", 0),
    ("oekonomi", 1),
    ('"lister ind"', 1),
    ('"ind lister"', 0),
    ("-sygefravær", 2),
    ("ansvarlig:morten", 1),
    ("ansvarlig:mor,sus", 2),
    ("ansvarlig:økonomi", 1),
    ('ansvarlig="alle"', 0),
    ("modtager:anne", 1),
    ("modtager:ingen", 3),
    ("frist:ingen", 2),
    ("frist<2017-07-01", 1),
    ("frist>=2017-08-01", 1),
    ("ikke frist:ingen", 2),
    ("status:gennemsyn", 1),
    ("status:åben ansvarlig:susanne", 0),
    ("forum:chef", 4),
    ("forum:forum", 0),
    ("sag:81.04.00", 2),
    ("sag:ingen", 2),
    ("titel:LEDELSE", 2),
    ("møde:2017-06", 4),
    ("ændret:2017-07-01", 4),
    ("ændret<2017-07-01", 0),
    ("punkt:2", 2),
    ("nr:1,2,99", 2),
    ("sikkerhed<0.9", 1),
    ("igen:ja", 0),
    ("noter:nej", 4),
    ("kilde:chefforum", 4),
)


def test_what_queries_find(stocked: Workspace) -> None:
    for text, hits in FOUND:
        query = parse(text, TODAY)
        assert (text, list_actions.count(stocked, query)) == (text, hits)
        assert (text, len(list_actions.page(stocked, query).items)) == (text, hits)


def test_the_search_follows_what_changes(stocked: Workspace) -> None:
    (card,) = list_actions.page(stocked, parse("aarhus", TODAY)).items
    change_action.edit(stocked, card, text="Send regnskabet til Næstved", responsible=["Åse Ågård"])
    assert list_actions.count(stocked, parse("naestved", TODAY)) == 1
    assert list_actions.count(stocked, parse("aase aagaard", TODAY)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("foo:bar", "Kendte: ansvarlig, modtager, forum, sag,"),
        ("status:sjov", "sjov er ikke en af: åben, gennemsyn, udført, bortfaldet, aktiv, lukket, alle"),
    ],
)
def test_what_is_offered_stands_once_and_in_danish(text: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(text, date(2026, 6, 15))
    assert words in str(caught.value)


def test_what_is_offered_in_english() -> None:
    locale.use("en")
    with pytest.raises(UsageError, match="responsible, recipient, forum, case, title, source"):
        parse("foo:bar", date(2026, 6, 15))
