"""Sentences as clauses: which words are verbs, where a clause begins, and what hangs under what."""

from __future__ import annotations

from tracker.extraction.clauses import clauses
from tracker.extraction.tokens import tokenize


def seen(text: str) -> list[tuple[str, str]]:
    tokens = tokenize(text, 0, len(text))
    return [(c.link, tokens[c.verb].low) for c in clauses(tokens)]


def test_verbs_of_one_subject() -> None:
    text = "Bo henter stole, stiller dem op og låser af."
    tokens = tokenize(text, 0, len(text))
    found = clauses(tokens)
    assert [tokens[c.verb].low for c in found] == ["henter", "stiller", "låser"]
    assert [c.head is not None for c in found] == [False, True, True]


def test_an_object_clause_ends_where_the_main_clause_goes_on() -> None:
    assert seen("Bo undersøger, om taget er tæt, og ringer til Ea.") == [("main", "undersøger"), ("om", "er"), ("main", "ringer")]


def test_a_subject_waits_for_its_verb() -> None:
    assert seen("De hold, der mangler trøjer, skriver til Ea.") == [("som", "mangler"), ("main", "skriver")]


def test_a_condition_first() -> None:
    assert seen("Når svaret er kommet, sender Ea planen rundt.") == [("når", "er"), ("main", "sender")]


def test_two_subjects_are_not_two_clauses() -> None:
    assert seen("Bo sender listen, og Ida og Ea pakker poserne.") == [("main", "sender"), ("main", "pakker")]


def test_two_that_clauses_stand_side_by_side() -> None:
    text = "Det aftaltes, at Bo maler, og at Ea rydder op."
    tokens = tokenize(text, 0, len(text))
    first, second, third = clauses(tokens)
    assert (second.link, third.link) == ("at", "at")
    assert second.parent is first
    assert third.parent is first


def test_nouns_written_like_verbs_are_nouns() -> None:
    assert seen("Nye aftaler om fælles møder indgås i maj.") == [("main", "indgås")]


def test_a_relative_clause_without_som() -> None:
    assert seen("Ea laver de skilte, vi mangler, i uge 4.") == [("main", "laver"), ("som", "mangler")]


def test_a_verb_of_no_lexicon_behind_a_name() -> None:
    assert seen("Sofus skrubsliber gulvet.") == [("main", "skrubsliber")]
