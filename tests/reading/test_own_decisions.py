"""Which parts of an item are this meeting's decision."""

from __future__ import annotations

from tracker.domain.minutes import Minutes, Outcome, SourceText
from tracker.reading import parse

HEAD = "Referat af møde i Vejrådet den 3. maj 2021\n\n1. Havnen\n\n"


def minutes(body: str) -> Minutes:
    return parse(SourceText("a.txt", HEAD + body + "\n\n2. Vejen\n\nKonklusion:\nGodkendt.\n"))


def decided(body: str) -> list[tuple[Outcome, str]]:
    read = minutes(body)
    return [(d.outcome, d.span.of(read.text)) for d in read.items[0].decisions]


def test_the_talk_above_a_conclusion_is_no_decision() -> None:
    assert decided("Referat:\nBo drøftede prisen med Ida.\n\nKonklusion:\nGodkendt.") == [(Outcome.APPROVED, "Godkendt.")]


def test_a_list_of_what_was_agreed_stands_beside_the_talk() -> None:
    assert len(decided("Referat:\nBo ringer til smeden.\n\nAftaler:\nIda maler skuret.")) == 2


def test_the_talk_alone_is_the_decision() -> None:
    assert decided("Referat:\nPlanen blev godkendt.") == [(Outcome.APPROVED, "Planen blev godkendt.")]


def test_points_counted_below_the_heading_are_the_decision() -> None:
    body = "Beslutning\n1.1 Tidsplan\nGodkendt. Bo ringer til smeden.\n1.2 Anlæg\nIda maler skuret."
    ((outcome, said),) = decided(body)
    assert outcome is Outcome.APPROVED
    assert said.startswith("1.1 Tidsplan")
    assert said.endswith("Ida maler skuret.")


def test_points_counted_above_the_heading_are_not() -> None:
    ((_, said),) = decided("1.1 Tidsplan\nSagen kort.\n\nKonklusion:\nBo ringer til smeden.")
    assert said == "Bo ringer til smeden."
