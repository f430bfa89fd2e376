"""What must hold for every text: no exception, quotes that stand in it, the same answer twice, no time lost on hostile ones."""

from __future__ import annotations

import time
from datetime import date
from importlib import import_module
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.test_grammar import SENTENCES
from tracker import extraction
from tracker.extraction import explain, extract_passage

ON = date(2026, 3, 18)
WORDS = (
    "Rut Villum formanden udvalget alle chefer HR og , . ; : – at om hvis når der det som idet ikke sender melder undersøger"
    " drøftes skal vil bedes"
    " udsat til Bo inden 1. maj næste møde listen en plan af blev aftalt tager op med på Økonomiudvalget ? ("
    " ) \n - | v/Ib Ansvarlig: Frist:"
).split(" ")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_whatever_is_written_quotes_stand_in_the_text(text: str) -> None:
    found = extract_passage(text, ON)
    for one in (*found.follow_ups, *found.suggestions):
        assert " ".join(one.span.of(text).split()) == one.quote
        assert one.quote
        assert 0 < one.confidence < 1
        assert one.rules
        assert all(e.span.end <= len(text) for e in one.evidence)
    assert extract_passage(text, ON) == found


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_explained(text: str) -> None:
    assert explain(text, ON).text == text


def test_every_word_a_rule_knows_may_stand_alone() -> None:
    modules = [import_module(f"tracker.extraction.{name}") for name in _modules()]
    sets = [value for module in modules for value in vars(module).values() if isinstance(value, frozenset)]
    words = {word for found in sets for word in found if isinstance(word, str)}
    assert "referat" in words
    for word in sorted(words):
        for text in (word, f"{word.capitalize()}.", f"{word}:"):
            assert explain(text, ON).text == text


def _modules() -> list[str]:
    folder = Path(extraction.__file__).parent
    return [".".join(p.relative_to(folder).with_suffix("").parts) for p in folder.rglob("*.py") if p.name != "__init__.py"]


@pytest.mark.parametrize(
    "text",
    [
        "og " * 20_000,
        "Sendes til xx" + "'en" * 20_000,
        "Bo og " * 10_000,
        "at der " * 10_000,
        ", som " * 10_000,
        "Bo sender listen, og " * 3_000,
        "Bo, hvis navne meldes, " * 3_000,
        "mens Bo sender listen, " * 3_000,
        "Bo får til opgave " + "at sørge for " * 3_000,
        "Godkendt, idet Bo, som er leder, " * 3_000,
        "Det endte med, at en gruppe bestående af " * 3_000,
        "inden sagen behandles den 3. maj, " * 3_000,
        "melder, hvilke hold der mangler, til Bo, " * 3_000,
        "Bo gør det, hvilket Ea følger op på, " * 3_000,
        "sendes, når den er færdig, til udtalelse i Ældrerådet, " * 3_000,
        "til Ældrerådets og " * 10_000,
        "og kommer der intet inden maj, " * 3_000,
        "besluttede at være med og evaluere og " * 3_000,
        "Bo bestiller. " * 3_000,
        "(" * 20_000,
        "1. maj " * 4_000,
        "a|b|c\n" * 8_000,
    ],
    ids=lambda t: t[:8],
)
def test_hostile_texts_take_no_time(text: str) -> None:
    begin = time.process_time()
    extract_passage(text, ON)
    assert time.process_time() - begin < 5


_LEADS = (
    "Det blev aftalt, at |Godkendt, idet |Bo sørger for at |Ea får til opgave at |Udvalget bad forvaltningen om at |hvis "
    "|når |som |der |– |Bo: |(|skal |og |i maj |senest fredag |hver for sig |sammen med HR |at |inden |er tovholder |v/|1. |- "
).split("|")
_JOINTS = (", ", "; ", " – ", " og ", ". ", "\n", "\n- ")


def _put_together(chance: Random) -> str:
    """Pieces of the grammar's own sentences, cut, shuffled and joined in ways nobody writes."""
    parts = []
    for _ in range(chance.randint(1, 3)):
        words = chance.choice(SENTENCES)[0].rstrip(".").split(" ")
        if chance.random() < 0.5:
            begin = chance.randrange(len(words))
            words = words[begin : chance.randint(begin, len(words))]
        if chance.random() < 0.2:
            chance.shuffle(words)
        parts.append("".join(chance.choices(_LEADS, k=chance.randint(0, 2))) + " ".join(words))
    return chance.choice(_JOINTS).join(parts) + chance.choice((".", "", ":", "?", " (Bo)."))


@pytest.mark.parametrize("seed", range(4))
def test_pieces_of_sentences_put_together_in_any_way_are_read(seed: int) -> None:
    chance = Random(seed)
    for text in (_put_together(chance) for _ in range(1_500)):
        found = extract_passage(text, ON)
        assert all(" ".join(one.span.of(text).split()) == one.quote for one in (*found.follow_ups, *found.suggestions)), text


def test_what_is_put_off_behind_a_time_that_opens_the_sentence() -> None:
    text = "i maj Udsættes til juni, fordi regnskabet mangler, om, Asger og Gerda, inviterer Villum Tage."
    assert extract_passage(text, ON).follow_ups[0].deadline is not None
