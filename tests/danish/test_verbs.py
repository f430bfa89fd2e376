"""Danish verb forms: those of the lexicon, and those the language makes as it goes."""

from __future__ import annotations

import pytest

from tracker.danish.verbs import Form, Sense, analyse, guess, pick


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("sender", "sende", Form.PRESENT),
        ("sendes", "sende", Form.PASSIVE),
        ("sendte", "sende", Form.PAST),
        ("redegør", "redegøre", Form.PRESENT),
        ("offentliggøres", "offentliggøre", Form.PASSIVE),
        ("aftaltes", "aftale", Form.PAST_PASSIVE),
        ("udskudt", "udskyde", Form.PARTICIPLE),
        ("påtog", "påtage", Form.PAST),
        ("bad", "bede", Form.PAST),
        ("skal", "skulle", Form.PRESENT),
        ("blev", "blive", Form.PAST),
    ],
)
def test_known_forms(word: str, lemma: str, form: Form) -> None:
    verb = pick(word, form)
    assert verb is not None
    assert (verb.lemma, verb.form) == (lemma, form)


@pytest.mark.parametrize(
    ("word", "form"),
    [("videreformidler", Form.PRESENT), ("genudsendes", Form.PASSIVE), ("opmagasinerer", Form.PRESENT), ("depoteres", Form.PASSIVE)],
)
def test_forms_the_lexicon_never_saw(word: str, form: Form) -> None:
    assert pick(word, form) is not None


@pytest.mark.parametrize(
    "word", ["kasserer", "sekretær", "medarbejder", "der", "under", "heller", "fælles", "ellers", "tovholder", "stolen", "bord"]
)
def test_other_words_are_no_verbs(word: str) -> None:
    assert not any(v.form in (Form.PRESENT, Form.PASSIVE) for v in analyse(word))


def test_nouns_written_alike_are_marked() -> None:
    aftaler, sender = pick("aftaler", Form.PRESENT), pick("sender", Form.PRESENT)
    assert aftaler is not None
    assert sender is not None
    assert (aftaler.noun, sender.noun) == (True, False)


def test_a_guess_needs_the_shape_of_a_verb() -> None:
    verb = guess("skrubsliber")
    assert verb is not None
    assert (verb.form, verb.sense) == (Form.PRESENT, Sense.UNKNOWN)
    assert guess("bordplade") is None
    assert guess("målinger") is None
