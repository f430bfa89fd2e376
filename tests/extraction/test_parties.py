"""Who is who: mentions in a sentence, the directory of a referat, and joining of names."""

from __future__ import annotations

import pytest

from tracker.domain.minutes import Attendee, Meeting, Minutes, SourceText
from tracker.domain.party import Party, PartyKind
from tracker.extraction import build_directory, extract, join_names
from tracker.extraction.mentions import Reader
from tracker.extraction.parties import Directory
from tracker.extraction.tokens import tokenize
from tracker.extraction.vocabulary import agent_kind
from tracker.reading import parse
from tracker.reading.files import read_bytes


def named(text: str, directory: Directory | None = None) -> list[str]:
    tokens = tokenize(text, 0, len(text))
    return [m.text for m in Reader(tokens, directory or Directory(), text).group(0, len(tokens), preverbal=True)[0]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Alle holdledere møder", ["Alle holdledere"]),
        ("Vibeke Lund Holm eller Bo", ["Vibeke Lund Holm", "Bo"]),
        ("Natur og Klima laver", ["Natur og Klima"]),
        ("Natur & Klima laver", ["Natur & Klima"]),
        ("ABC/DEF bestiller", ["ABC", "DEF"]),
        ("Afdelingschefen for Kultur og Fritid sender", ["Afdelingschefen for Kultur og Fritid"]),
        ("Teknik- og Klimaudvalget behandler", ["Teknik- og Klimaudvalget"]),
        ("Ida, Bo og kassereren pakker", ["Ida", "Bo", "kassereren"]),
        ("de berørte ledere skriver", ["de berørte ledere"]),
        ("afdelingsleder Rut Bæk skriver", ["Rut Bæk"]),
        ("Klimaudvalgets plan", []),
        ("skuret males", []),
    ],
)
def test_mentions(text: str, names: list[str]) -> None:
    assert named(text) == names


def referat(text: str, *people: Attendee) -> Minutes:
    return Minutes(SourceText("r.txt", text), Meeting(forum="Chefforum", attendees=people))


def test_a_pair_that_never_stands_apart_is_one_unit() -> None:
    directory = build_directory(referat("HR og Løn sender planen. Vi takker HR og Løn."))
    assert named("HR og Løn sender", directory) == ["HR og Løn"]
    apart = build_directory(referat("HR og Løn sender planen. HR ringer. Løn skriver."))
    assert named("HR og Løn sender", apart) == ["HR", "Løn"]


def test_a_title_introduces_a_unit() -> None:
    directory = build_directory(referat("Chefen for Havn og Færge orienterede. Havn er dyr."))
    assert named("Havn og Færge sender", directory) == ["Havn og Færge"]


def test_two_people_are_two_parties() -> None:
    directory = build_directory(referat("Ulf og Ea ringer. Ulf og Ea skriver.", Attendee("Ulf Bro"), Attendee("Ea Lund")))
    assert named("Ulf og Ea sender", directory) == ["Ulf", "Ea"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ulf Bro", PartyKind.PERSON),
        ("UBR", PartyKind.PERSON),
        ("Formanden", PartyKind.ROLE),
        ("lederne", PartyKind.GROUP),
        ("Alle chefer", PartyKind.GROUP),
        ("Skolebestyrelsen", PartyKind.BODY),
        ("Forvaltningen", PartyKind.DEPARTMENT),
        ("Økonomi", PartyKind.DEPARTMENT),
        ("", PartyKind.UNKNOWN),
    ],
)
def test_kinds(name: str, kind: PartyKind) -> None:
    assert build_directory(referat("", Attendee("Ulf Bro", initials="UBR"))).classify(name) is kind


def test_short_names_are_joined_where_unambiguous() -> None:
    joined = join_names(["Ulf", "Ulf Bro", "Ea", "Ea Lund", "Ea Holm", "Økonomi", "Formanden"])
    assert joined["Ulf"] == "Ulf Bro"
    assert joined["Ea"] == "Ea"
    assert joined["Økonomi"] == "Økonomi"
    assert joined["Formanden"] == "Formanden"


def test_initials_are_joined_through_the_known() -> None:
    known = [Party("Ulf Bro", PartyKind.PERSON, aliases=("UBR",))]
    assert join_names(["UBR"], known) == {"UBR": "Ulf Bro"}


def test_initials_of_those_present_own_what_stands_before_them() -> None:
    text = (
        "Referat af sekretariatsmøde den 18. marts 2026\nTil stede Karin Holm (KHO, referent), Malthe Jarl (MAJ), Bodil Hjort (BHJ)\n\n"
        "1. Drift\nGamle lamper kasseres KHO\nMAJ laver en liste inden påske.\n"
        "2. Møder\nTalepunkter sendes til direktøren senest onsdag den 25. marts. BHJ\nDer er stadig for få stole.\n"
        "3. Arkiv\nKort påmindelse om at lukke gamle sager v/BHJ\n4. Eventuelt\nIntet.\n"
    )
    cards = extract(parse(read_bytes(text.encode(), "x.txt"))).follow_ups
    assert [(c.responsible, c.deadline.due.isoformat() if c.deadline and c.deadline.due else "") for c in cards] == [
        (("KHO",), ""),
        (("MAJ",), "2026-04-01"),
        (("BHJ",), "2026-03-25"),
        (("BHJ",), ""),
    ]


def test_endings_behind_an_abbreviation_are_read_once() -> None:
    assert agent_kind("hmu'et") is agent_kind("hmu’et") is agent_kind("med'et") is PartyKind.BODY
    assert agent_kind("lmu'er") is PartyKind.GROUP
    assert agent_kind("xx" + "'en" * 5_000) is None


@pytest.mark.parametrize("word", ["holder", "forholdet", "renholdet", "bemander", "fortolker", "supporter", "gæster", "demand", "lister"])
def test_verbs_and_things_are_no_parties(word: str) -> None:
    assert agent_kind(word) is None


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        ("HR (KLO) samler svarene. KLO skriver til Bo.", [["HR", "KLO"], ["KLO"]]),
        ("Center for Sundhed (CFS) samler svarene. CFS skriver til Bo.", [["Center for Sundhed"], ["CFS"]]),
    ],
)
def test_letters_in_brackets_shorten_a_name_only_where_they_stand_in_it(told: str, parties: list[list[str]]) -> None:
    text = f"Chefforum\nReferat fra mødet den 8. oktober 2026\n\n1. Budget\nBeslutning: Godkendt.\n\n2. Måling\nBeslutning: {told}\n"
    found = extract(parse(read_bytes(text.encode(), "referat.txt"))).follow_ups
    assert [list(one.responsible) for one in found] == parties
