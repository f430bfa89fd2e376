"""Lists of things to do: one list in the notations secretaries use, always the same three cards."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.extraction import extract_passage

ON = date(2025, 3, 3)
TASKS = (
    ("Indhente tilbud på ny printer", "Ida Dal", "1. maj 2025"),
    ("Opdatere retningslinje for sygefravær", "HR", "15.05.2025"),
    ("Sende datoer ud til alle chefer", "Bo Lind", "uge 20"),
)
CARDS = [("Ida Dal", "2025-05-01"), ("HR", "2025-05-15"), ("Bo Lind", "2025-05-18")]
NOTATIONS: dict[str, tuple[str, str]] = {
    "bars": ("Opgave | Ansvarlig | Frist\n", "{t} | {p} | {d}"),
    "who first": ("Hvem | Hvad | Hvornår\n", "{p} | {t} | {d}"),
    "tabs": ("Nr\tHandling\tHvem\tHvornår\n", "1\t{t}\t{p}\t{d}"),
    "columns": (f"{'Opgave':<45}{'Ansvarlig':<15}Frist\n", "{t:<45}{p:<15}{d}"),
    "semicolons": ("Opgave; Ansvarlig; Frist\n", "{t}; {p}; {d}"),
    "a cell a line": ("Opgave\nAnsvarlig\nFrist\n", "{t}\n{p}\n{d}"),
    "labels on lines": ("", "Aktion: {t}\nAnsvarlig: {p}\nFrist: {d}\n"),
    "labels": ("", "a) {t}. Ansvarlig: {p}. Frist: {d}"),
    "capital labels": ("", "{t} ANSVAR: {p} FRIST: {d}"),
    "brackets": ("", "- {t} ({p}, {d})"),
    "labels in brackets": ("", "- {t} (ansvarlig: {p}, frist: {d})"),
    "a day behind brackets": ("To do:\n", "[ ] {t} ({p}) {d}"),
    "dashes": ("", "• {t} – {p} – {d}"),
    "strokes": ("", "- {t} / {p} / {d}"),
    "v/": ("", "- {t} v/{p} senest {d}"),
    "signs": ("", "{t} = {p}, {d}"),
    "name first": ("", "{p}: {i}, senest {d}"),
    "day first": ("", "{d}: {t} ({p})"),
    "label first": ("", "AKTION {p}: {t} senest {d}"),
    "label in brackets first": ("", "[AKTION: {p}] {t} senest {d}"),
    "below the name": ("", "{p}\n   - {t} (senest {d})"),
}


NOUNS = ("Tilbud på ny printer", "Opdatering af retningslinje for sygefravær", "Datoer til alle chefer")
PASSIVES = ("Tilbud på ny printer indhentes", "Retningslinje for sygefravær opdateres", "Datoer sendes ud til alle chefer")
IMPERATIVES = ("Indhent tilbud på ny printer", "Opdater retningslinje for sygefravær", "Send datoer ud til alle chefer")


@pytest.mark.parametrize("notation", NOTATIONS)
def test_a_list_gives_the_same_cards_in_every_notation(notation: str) -> None:
    head, line = NOTATIONS[notation]
    text = head + "\n".join(line.format(t=task, i=task[0].lower() + task[1:], p=who, d=when) for task, who, when in TASKS)
    found = extract_passage(text, ON).follow_ups
    assert [("; ".join(f.responsible), str(f.deadline.due) if f.deadline else "") for f in found] == CARDS


@pytest.mark.parametrize("words", [NOUNS, PASSIVES, IMPERATIVES], ids=["nouns", "passives", "imperatives"])
@pytest.mark.parametrize(
    "line", ["- {t} (ansvarlig: {p}, frist: {d})", "- {t} / {p} / {d}", "{t} ANSVAR: {p} FRIST: {d}", "- {t} – {p} – {d}"]
)
def test_the_words_of_the_task_may_be_of_any_kind(words: tuple[str, ...], line: str) -> None:
    text = "\n".join(line.format(t=task, p=who, d=when) for task, (_, who, when) in zip(words, TASKS, strict=True))
    found = extract_passage(text, ON).follow_ups
    assert [("; ".join(f.responsible), str(f.deadline.due) if f.deadline else "") for f in found] == CARDS


@pytest.mark.parametrize(
    "text",
    [
        "Opgave\nAnsvarlig\nFrist\nDet blev drøftet.\nAlle var enige.\nMødet sluttede.",  # no rows: nothing stands for a day
        "Sende datoer er svært (Ida)",  # a remark
        "Ida Dal\n   - Broen er malet",  # told, not ordered
    ],
)
def test_what_only_looks_like_such_a_list(text: str) -> None:
    assert extract_passage(text, ON).follow_ups == ()
