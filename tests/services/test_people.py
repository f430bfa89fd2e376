from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.services.test_import_minutes import JUNE, everything
from tests.store.databases import Promise, Punkt, by, referat, sqlite_url
from tracker.domain.minutes import Attendee
from tracker.domain.party import Party, PartyKind
from tracker.errors import NotFound, UsageError
from tracker.services import action_detail, care, change_action, groups, list_actions, people
from tracker.services.import_minutes import import_one
from tracker.services.query import parse
from tracker.services.workspace import Workspace

MORTEN = Party("Morten Michaelsen", PartyKind.PERSON, ("MM", "Morten"))
HELLE = Party("Helle Holm", PartyKind.PERSON, ("Helle",))


def bring(
    workspace: Workspace, day: date, *promises: Promise, parties: tuple[Party, ...] = (), forum: str = "Chefforum"
) -> tuple[int, ...]:
    minutes, extraction = referat(day, [Punkt(f"Sag {day}", promises)], forum=forum)
    return import_one(workspace, minutes, extraction, parties=parties).added


def promise(who: str, what: str = "udarbejder et papir") -> Promise:
    return Promise(f"{who} {what}", (who,), by(date(2017, 6, 30)))


def names(workspace: Workspace) -> list[tuple[str, ...]]:
    return [a.responsible for a in everything(workspace)]


def test_names_are_joined_where_the_forums_minutes_leave_no_doubt(workspace: Workspace) -> None:
    bring(workspace, date(2017, 6, 14), promise("Morten"))
    bring(workspace, JUNE, promise("MM", "indkalder"), parties=(MORTEN,))
    bring(workspace, JUNE, promise("Morten", "måler"), forum="Havneudvalget")
    assert names(workspace) == [("Morten Michaelsen",), ("Morten Michaelsen",), ("Morten",)]
    other = Party("Morten Madsen", PartyKind.PERSON, ("Morten",))
    bring(workspace, date(2017, 7, 1), promise("Morten Madsen"), parties=(other,))
    assert names(workspace)[0] == ("Morten",)


def test_a_part_of_a_name_is_the_fullest_of_its_names(workspace: Workspace) -> None:
    bring(workspace, JUNE, *(promise(who, f"ringer {n}") for n, who in enumerate(("Anne", "Anne Mette", "Anne Mette Holme"))))
    bring(workspace, date(2017, 7, 1), parties=tuple(Party(n, PartyKind.PERSON) for n in ("Anne", "Anne Mette", "Anne Mette Holme")))
    assert names(workspace) == [("Anne Mette Holme",)] * 3


def test_everybody_who_attends_is_meant_by_alle_whatever_came_first(workspace: Workspace) -> None:
    everyone = Promise("Alle melder ind til Morten inden ferien", ("Alle",), None)

    def meet(day: date, *attendees: str, promises: tuple[Promise, ...] = ()) -> None:
        minutes, extraction = referat(day, [Punkt(f"Sag {day}", promises)])
        head = replace(minutes.meeting, attendees=tuple(Attendee(name) for name in attendees))
        import_one(workspace, replace(minutes, meeting=head), extraction, parties=[Party(n, PartyKind.PERSON) for n in attendees])

    meet(date(2017, 6, 14), "Helle Holm")
    meet(JUNE, "Frank Friis", promises=(everyone,))
    meet(date(2017, 7, 1), "Ib Sø", "Helle Holm")
    (card,) = everything(workspace)
    assert [t.member for t in groups.ticks(workspace, card.id)] == ["Frank Friis", "Helle Holm", "Ib Sø"]
    assert list_actions.count(workspace, parse("ansvarlig:helle", workspace.today)) == 1
    people.join(workspace, "Alle", "Ib Sø", forum="Chefforum")
    assert [t.member for t in groups.ticks(workspace, card.id)] == ["Ib Sø"]
    assert list_actions.count(workspace, parse("ansvarlig:helle", workspace.today)) == 0


def test_an_alias_joins_and_a_rename_keeps_the_party(workspace: Workspace) -> None:
    bring(workspace, JUNE, promise("HH"), promise("Helle Holm", "ringer"))
    people.alias(workspace, "Helle Holm", "HH")
    assert names(workspace) == [("Helle Holm",)] * 2
    party = people.find(workspace, "hh")
    people.rename(workspace, "Helle Holm", "Helle Holm Hansen")
    assert names(workspace) == [("Helle Holm Hansen",)] * 2
    assert people.get(workspace, party.id).party.name == "Helle Holm Hansen"
    bring(workspace, date(2017, 7, 1), promise("Helle Holm", "skriver"))
    assert names(workspace)[-1] == ("Helle Holm Hansen",)
    people.unalias(workspace, "HH")
    assert names(workspace)[0] == ("HH",)


def test_merging_two_names(workspace: Workspace) -> None:
    bring(workspace, JUNE, promise("Susanne"), promise("Susanne Sø", "ringer"))
    people.merge(workspace, "Susanne Sø", "Susanne")
    assert names(workspace) == [("Susanne Sø",)] * 2
    assert list_actions.count(workspace, parse("ansvarlig:susanne", workspace.today)) == 2
    with pytest.raises(UsageError):
        people.merge(workspace, "Susanne", "Susanne Sø")


def test_the_directory_counts_open_overdue_and_kept_in_time(workspace: Workspace) -> None:
    ids = bring(workspace, JUNE, promise("Morten"), promise("Morten", "ringer"), promise("Helle", "skriver"))
    change_action.done(workspace, ids[0])
    found = {p.party.name: p for p in people.listing(workspace)}
    assert (found["Morten"].open_actions, found["Morten"].overdue, found["Morten"].done, found["Morten"].done_in_time) == (1, 1, 1, 0)
    change_action.postpone(workspace, ids[2], date(2017, 8, 1))
    change_action.done(workspace, ids[2])
    assert people.find(workspace, "Helle").done_in_time == 1
    with pytest.raises(NotFound):
        people.find(workspace, "Ingen Sådan")


def test_forgetting_a_person_leaves_no_trace_of_the_name(workspace: Workspace, tmp_path: Path) -> None:
    ids = bring(
        workspace,
        JUNE,
        promise("Morten"),
        Promise("Helle sender Mortens notat til Morten Michaelsen", ("Helle",), to=("Morten Michaelsen",)),
        parties=(MORTEN, HELLE),
    )
    change_action.note(workspace, ids[1], "Ring til MM eller morten først")
    change_action.reassign(workspace, ids[1], ["Morten Michaelsen", "Helle"])
    people.forget(workspace, "Morten Michaelsen")
    file = tmp_path / "dump.jsonl"
    care.dump(workspace, file)
    dumped = file.read_text(encoding="utf-8").casefold()
    assert "morten" not in dumped
    assert "michaelsen" not in dumped
    assert "helle" in dumped
    card = list_actions.get(workspace, ids[1])
    assert (card.quote, card.responsible) == ("Helle sender (slettet) notat til (slettet)", ("(slettet)", "Helle Holm"))
    for id_ in ids:
        detail = action_detail.detail(workspace, id_)
        assert detail.span is not None
        assert detail.source is not None
        assert detail.span.of(detail.source.text) == detail.action.quote
        assert detail.agenda_item is not None
        assert detail.decision is not None
    assert not care.doctor(workspace)
    assert not bring(workspace, JUNE, promise("Morten"), Promise("Helle sender Mortens notat til Morten Michaelsen", ("Helle",)))


def test_sqlite_keeps_nothing_of_the_forgotten_in_its_file(tmp_path: Path) -> None:
    from tests.store.databases import open_workspace

    with open_workspace(sqlite_url(tmp_path), user="Helle") as workspace:
        bring(workspace, JUNE, promise("Zebediah Quist"), parties=(Party("Zebediah Quist", PartyKind.PERSON),))
        people.forget(workspace, "Zebediah Quist")
    left = b"".join(f.read_bytes() for f in tmp_path.iterdir())
    assert b"ebediah" not in left
