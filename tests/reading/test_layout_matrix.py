"""The same minutes in many layouts: what stands in them may not depend on how a secretary sets them."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from tracker.domain.minutes import Minutes
from tracker.reading import parse, read_bytes

ITEMS = (
    ("Godkendelse af dagsorden", ("Godkendt.",)),
    ("Økonomi", ("Forbruget følger budgettet.", "Ida Dal sender regnskabet til bestyrelsen senest den 12. maj 2021.")),
    ("Den nye legeplads", ("Tilbuddene er højere end ventet.", "Bo Lind indhenter et nyt tilbud inden næste møde.")),
    ("Parkering ved hallen", ("1.212 biler blev talt i april.", "Formanden kontakter kommunen i uge 20.")),
    ("Sommerfest", ("Sidste år var der 80 gæster.", "Pia Holm bestiller telt.")),
    ("Ny hjemmeside", ("Udgår.",)),
    ("Eventuelt", ("Intet.",)),
)
TITLES = [title for title, _ in ITEMS]
HEADS = (
    "Referat af bestyrelsesmøde den 4. maj 2021\n\nTil stede: Ida Dal, Bo Lind, Pia Holm\nAfbud: Ole Krogh\n\n",
    "Referat\nBestyrelsesmøde i Grundejerforeningen Lærken\nMødedato: 4. maj 2021\nTid: 19.00\nSted: Fælleshuset\n"
    "Deltagere: Ida Dal, Bo Lind, Pia Holm\nReferent: Pia Holm\n\n",
    "Bestyrelsesmøde\n4. maj 2021 kl. 19.00\n\nDagsorden\n"
    + "\n".join(f"{n}. {title}" for n, title in enumerate(TITLES, 1))
    + "\n\nReferat\n\n",
)
NUMBERED: tuple[str, ...] = (
    "{n}. {t}", "{n}) {t}", "{n} {t}", "{n}: {t}", "{n} - {t}", "({n}) {t}", "[{n}] {t}", "0{n}. {t}", "{n}.\t{t}", "{n}.\n{t}", "#{n} {t}",
    "Punkt {n}: {t}", "Punkt {n}\n{t}", "PUNKT {n} – {t}", "Pkt. {n} – {t}", "Ad {n} {t}", "Ad. {n}: {t}", "Sag {n}. {t}", "Nr. {n}: {t}",
    "Dagsordenspunkt nr. {n}: {t}", "Drøftelse nr. {n} – {t}", "## {n}. {t}", "{n}. | {t}", "{n}. {t} (10 min.)",
    "{n}. {t}\nSagsnr. 21/1{n}", "Punkt {n} | {t}", "Sag {n} · {t}", "PKT {n} > {t}", "{n} > {t}", "{n}-{t}", "{n}. {t}:",
    "--- {n}. {t} ---", "Punkt #{n}: {t}", "**Punkt {n}:** {t}", "**{n}.** {t}", "{n}. **{t}**",
    "B {n}. {t}", "Punkt:      {n}\nEmne:       {t}",
    "--- {n} --- {t}", "== {n} == {t}", "– {n} – {t}", ":: {n} :: {t}", "<{n}> {t}", "{{{n}}} {t}", "★ {n}. {t}", "» {n}. {t}", "{n} / {t}",
    "{n} * {t}", "{n} = {t}", "{n} ) {t}", "Punkt {n}/21: {t}", "{n}. {t} [10 min.]",
)  # fmt: skip
NAMED: tuple[str, ...] = (
    "## {t}", "{t}\n{rule}", "=== {t} ===", "*** {t} ***", "Emne: {t}", "Titel: {t}", "19.0{n} {t}", "{l}. {t}",
    "[{t}]", "» {t}", "> {t}",
)  # fmt: skip
BODIES: dict[str, Callable[[tuple[str, ...]], str]] = {
    "prose": " ".join,
    "lines": "\n".join,
    "dashes": lambda said: "\n".join(f"- {line}" for line in said),
    "inset bullets": lambda said: "\n".join(f"   o {line}" for line in said),
    "inset": lambda said: "\n".join(f"    {line}" for line in said),
    "decision on its line": lambda said: "Beslutning: " + " ".join(said),
    "decision below": lambda said: "Beslutning\n" + " ".join(said),
    "conclusion": lambda said: "Konklusion:\n" + "\n".join(f"- {line}" for line in said),
    "what is agreed": lambda said: "".join(f"Drøftelse: {line}\n" for line in said[:-1]) + f"Aftale: {said[-1]}",
    "case and recommendation": lambda said: (
        "Sagsfremstilling\nDer er indhentet oplysninger.\n\nIndstilling\nDet indstilles, at sagen drøftes.\n\nBeslutning\n" + " ".join(said)
    ),
}
SPACES = (("\n", "\n\n"), ("\n\n", "\n\n"), ("\n", "\n"))
"""What stands behind a title, and behind an item."""


def minutes(head: str, label: str, body: str, spaces: tuple[str, str]) -> Minutes:
    text = head
    for number, (title, said) in enumerate(ITEMS, 1):
        line = label.format(n=number, t=title, l="ABCDEFG"[number - 1], rule="-" * len(title))
        text += line + spaces[0] + BODIES[body](said) + spaces[1]
    return parse(read_bytes(text.encode(), "referat.txt"))


@pytest.mark.parametrize("label", [*NUMBERED, *NAMED])
def test_items_and_their_decisions_are_the_same_in_every_layout(label: str) -> None:
    wrong = []
    for head, body, spaces in itertools.product(HEADS, BODIES, SPACES):
        read = minutes(head, label, body, spaces)
        text = read.source.text
        decided = [" ".join(text[d.span.start : d.span.end] for d in item.decisions) for item in read.items]
        told = len(decided) == len(ITEMS) and all(said[-1] in found for (_, said), found in zip(ITEMS, decided, strict=True))
        titled = [item.title.casefold().removesuffix(" (10 min.)").removesuffix(" [10 min.]") for item in read.items] == [
            title.casefold() for title in TITLES
        ]
        if not (told and titled and str(read.meeting.date) == "2021-05-04"):
            wrong.append((head[:20], body, spaces, [item.title for item in read.items]))
    assert wrong == []


def lines(*those: str) -> str:
    return "\n".join(those) + "\n\n"


PRESENT = "Til stede: Ida Dal, Bo Lind, Pia Holm"
OPENINGS = {
    "e-mail": lines(
        "Fra: Ida Dal",
        "Sendt: 6. maj 2021 22:41",
        "Til: Bestyrelsen",
        "Emne: Referat fra mødet 4. maj",
        "",
        "Hej alle",
        "",
        "Her er referatet.",
        "",
        "Bestyrelsesmøde tirsdag den 4. maj 2021 kl. 19.00",
        "Med: Ida, Bo, Pia",
    ),
    "a meeting without the word minutes": lines(
        "Sekretariatsmøde",
        "Politisk Sekretariat, Skovby Kommune",
        "",
        "Tirsdag den 4. maj 2021 kl. 9.15",
        "Sted: kontor 2",
        "Med: Ida, Bo og Pia",
        "Skrevet af Ida",
    ),
    "one line": lines(
        "Ledermøde den 4. maj 2021",
    ),
    "figures": lines(
        "Referat af bestyrelsesmøde d. 4/5-21",
        "",
        PRESENT,
    ),
    "year first": lines(
        "Referat 2021-05-04 Bestyrelsen",
        PRESENT,
    ),
    "printed later": lines(
        "Udskrevet 12. maj 2021",
        "Lærkens Bestyrelse",
        "Referat af møde den 4. maj 2021",
        PRESENT,
    ),
    "the minutes before": lines(
        "Referat af bestyrelsesmøde tirsdag den 4. maj 2021",
        "Referat fra sidste møde den 6. april 2021 er udsendt.",
        PRESENT,
    ),
    "a day field and the minutes before": lines(
        "Referat af bestyrelsesmøde",
        "",
        "Mødedato: 4. maj 2021",
        "",
        "Dato 6. maj 2021",
        "",
        "Referat fra mødet den 6. april 2021 er sendt ud.",
    ),
    "table": lines(
        "Mødeforum | Bestyrelsen",
        "Dato | 4. maj 2021",
        "Tid | 19.00-21.00",
        "Sted | Laden",
        "Deltagere | Ida Dal, Bo Lind",
        "Referent | Ida Dal",
    ),
    "questions": lines(
        "Skolebestyrelsen",
        "",
        "Referat af skolebestyrelsesmøde",
        "",
        "Hvornår: 4. maj 2021 kl. 17-19",
        "Hvor: Lærerværelset",
        "Hvem: Ida, Bo, Pia",
    ),
    "next meeting": lines(
        "BESTYRELSESMØDE NR. 5 - 2021",
        "Tirsdag den 4. maj 2021, kl. 19-21",
        "Mødested: Laden",
        PRESENT,
        "Næste møde: 8. juni 2021",
    ),
    "signed": lines(
        "Referat fra bestyrelsesmøde i Lærken tirsdag den 4. maj 2021",
        "Skrevet af Ida Dal, 9. maj 2021",
    ),
    "lists of people": lines(
        "REFERAT",
        "møde i bestyrelsen tirsdag, 4. maj 2021 klokken 19:00 – 21:30",
        "i Fælleshuset",
        "",
        "Tilstede",
        "Ida Dal (formand)",
        "Bo Lind",
        "",
        "Ikke tilstede",
        "Ole Krogh",
    ),
}


@pytest.mark.parametrize("opening", OPENINGS)
def test_the_day_and_the_items_are_found_behind_every_opening(opening: str) -> None:
    wrong = []
    for label, body, spaces in itertools.product(("{n}. {t}", "Punkt {n}: {t}", "## {t}", "{t}"), BODIES, SPACES[:2]):
        read = minutes(OPENINGS[opening], label, body, spaces)
        if [item.title for item in read.items] != TITLES or str(read.meeting.date) != "2021-05-04":
            wrong.append((label, body, spaces, read.meeting.date, [item.title for item in read.items]))
    assert wrong == []


AGENDAS = {
    "pages": lines("Indholdsfortegnelse", *(f"{n}. {title} {n + 2}" for n, title in enumerate(TITLES, 1))),
    "dots": lines("Indhold", *(f"{n}. {title} {'.' * 20} {n + 2}" for n, title in enumerate(TITLES, 1))),
    "tabs": lines("Indholdsfortegnelse", *(f"{n}.\t{title}\t{n + 2}" for n, title in enumerate(TITLES, 1))),
    "numbers": lines("Dagsorden:", *(f"{n}. {title}" for n, title in enumerate(TITLES, 1))),
    "labels": lines("Dagsorden", *(f"Punkt {n}: {title}" for n, title in enumerate(TITLES, 1))),
    "presenters": lines("Dagsorden", *(f"{n}. {title} (v/Ida)" for n, title in enumerate(TITLES, 1))),
    "a part below": lines("Dagsorden", *(f"{n}. {title}" for n, title in enumerate(TITLES, 1)), "", "Til drøftelse og beslutning"),
    "empty lines": lines("Dagsorden", *(f"\n{n}. {title}" for n, title in enumerate(TITLES, 1)), "", "Referat"),
    "one line": lines("Dagsorden: " + ", ".join(TITLES[:-1]) + " og eventuelt."),
}


@pytest.mark.parametrize("agenda", AGENDAS)
def test_an_agenda_or_a_list_of_contents_above_them_adds_no_items(agenda: str) -> None:
    wrong = []
    for label, body, spaces in itertools.product(
        ("{n}. {t}", "{n} {t}", "Punkt {n}: {t}", "Ad {n} {t}", "Pkt. {n} – {t}"), BODIES, SPACES[:2]
    ):
        read = minutes(HEADS[0] + AGENDAS[agenda], label, body, spaces)
        if [(item.number, item.title, len(item.decisions)) for item in read.items] != [(n, t, 1) for n, t in enumerate(TITLES, 1)]:
            wrong.append((label, body, spaces, [(item.number, item.title, len(item.decisions)) for item in read.items]))
    assert wrong == []


ROWS = (
    ("Godkendelse af dagsorden", "Godkendt.", "", ""),
    ("Økonomi", "Forbruget følger budgettet. Regnskabet sendes til bestyrelsen.", "Ida Dal", "12. maj 2021"),
    ("Den nye legeplads", "Der indhentes et nyt tilbud.", "Bo Lind", "1. juni 2021"),
    ("Parkering", "Kommunen kontaktes.", "Formanden", "uge 20"),
    ("Eventuelt", "Intet.", "", ""),
)
COLUMNS = (
    ("Punkt", "Referat", "Ansvarlig", "Frist"),
    ("Emne", "Beslutning", "Ansv.", "Deadline"),
    ("Dagsorden", "Konklusion", "Hvem", "Hvornår"),
    ("Sag", "Aftale", "Tovholder", "Tidsfrist"),
    ("Dagsordenspunkt", "Opfølgning", "Hvem gør det?", "Hvornår?"),
)
Table = list[tuple[str, ...]]


def in_columns(rows: Table) -> str:
    widths = [max(len(row[at]) for row in rows) + 3 for at in range(len(rows[0]))]
    return "\n".join("".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)


TABLES: dict[str, Callable[[Table], str]] = {
    "bars": lambda rows: "\n".join(" | ".join(row).rstrip() for row in rows),
    "tabs": lambda rows: "\n".join("\t".join(row).rstrip() for row in rows),
    "Markdown": lambda rows: "\n".join(
        ["| " + " | ".join(rows[0]) + " |", "|" + "---|" * len(rows[0]), *("| " + " | ".join(row) + " |" for row in rows[1:])]
    ),
    "cells on lines": lambda rows: "\n\n".join("\n".join(cell for cell in row if cell) for row in rows),
    "blanks": in_columns,
}


@pytest.mark.parametrize("numbered", [True, False], ids=["numbered", "bare"])
@pytest.mark.parametrize("columns", COLUMNS[:4], ids=lambda columns: columns[1])
@pytest.mark.parametrize("table", TABLES)
def test_a_table_tells_who_and_by_when_in_cells_of_their_own(table: str, columns: tuple[str, ...], numbered: bool) -> None:
    rows: Table = [columns, *ROWS]
    if numbered:
        rows = [(str(number) if number else "Nr.", *row) for number, row in enumerate(rows)]
    text = "Referat af bestyrelsesmøde den 4. maj 2021\n\nTil stede: Ida Dal, Bo Lind\n\n" + TABLES[table](rows) + "\n"
    read = parse(read_bytes(text.encode(), "referat.txt"))
    assert [item.title for item in read.items] == [row[0] for row in ROWS]
    if table != "blanks":
        cells = [item.decisions[0] for item in read.items]
        told = [tuple(read.source.text[c.start : c.end] if c else "" for c in (decision.assigned, decision.term)) for decision in cells]
        assert told == [row[2:] for row in ROWS]
    else:
        assert "Ansvarlig: Bo Lind\nFrist: 1. juni 2021" in read.source.text
