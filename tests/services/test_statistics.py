"""Figures: opened and closed by month, ages, departments with their people, and what was kept in time."""

from __future__ import annotations

from datetime import date

from tests.services.test_import_minutes import bring
from tests.store.databases import Promise, Punkt, by
from tracker.domain.party import PartyKind
from tracker.services import change_action, people, statistics
from tracker.services.workspace import Workspace

JUNE = date(2017, 6, 14)


def stock(workspace: Workspace) -> list[int]:
    """Four promises of three people, one of them without a day."""
    punkt = Punkt(
        "Skuret",
        (
            Promise("Rut maler døren", ("Rut",), by(date(2017, 12, 1))),
            Promise("Ove køber maling", ("Ove",), by(date(2017, 6, 20))),
            Promise("Ove rydder op", ("Ove",)),
            Promise("Teknik og Miljø låser skuret", ("Teknik og Miljø", "Rut"), by(date(2017, 12, 1))),
        ),
    )
    return list(bring(workspace, punkt, day=JUNE).added)


def test_months_ages_and_who(workspace: Workspace) -> None:
    ids = stock(workspace)
    change_action.done(workspace, ids[0])
    change_action.reject(workspace, ids[1])
    figures = statistics.overview(workspace)
    assert len(figures.months) == 12
    assert {(m.first, m.opened) for m in figures.months if m.opened} == {(date(2017, 6, 1), 3)}
    assert sum(m.closed for m in figures.months) == 1
    assert sum(figures.ages) == figures.open == 2
    assert {p.party.name for p in figures.parties} == {"Rut", "Ove", "Teknik og Miljø"}


def test_in_time_is_reckoned_among_what_had_a_day(workspace: Workspace) -> None:
    ids = stock(workspace)
    change_action.done(workspace, [ids[0], ids[1], ids[2]])
    found = {p.party.name: p for p in statistics.overview(workspace).parties}
    assert (found["Rut"].done, found["Rut"].dated, found["Rut"].kept) == (1, 1, 100)
    assert (found["Ove"].done, found["Ove"].dated, found["Ove"].kept) == (2, 1, 0)
    assert found["Teknik og Miljø"].kept is None


def test_a_department_counts_its_peoples_cards_once(workspace: Workspace) -> None:
    stock(workspace)
    people.add(workspace, "Teknik og Miljø", PartyKind.DEPARTMENT)
    (own,) = statistics.overview(workspace).departments
    assert (own.party.name, own.open_actions) == ("Teknik og Miljø", 1)
    people.join(workspace, "Teknik og Miljø", "Rut")
    people.join(workspace, "Teknik og Miljø", "Ove")
    (whole,) = statistics.overview(workspace).departments
    assert whole.open_actions == 4
    assert whole.overdue == 1
