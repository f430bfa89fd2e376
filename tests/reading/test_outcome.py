"""Outcomes: every rule's own examples, and the hard calls."""

from __future__ import annotations

import pytest

from tracker.domain.minutes import Outcome
from tracker.reading import outcome_of
from tracker.reading.outcome_rules import RULES, OutcomeRule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_examples_and_rejects(rule: OutcomeRule) -> None:
    assert rule.examples
    assert rule.rejects
    for example in rule.examples:
        assert outcome_of(example) is rule.outcome, example
        assert any(stem in example.lower() for stem in rule.stems)
    for reject in rule.rejects:
        assert outcome_of(reject) is not rule.outcome, reject


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Godkendt, idet Udvalget drøftede bilag 2.", Outcome.APPROVED),
        ("Ingen kommentarer til dagsordenen, som hermed blev godkendt.", Outcome.APPROVED),
        ("Ingen bemærkninger til planen, som blev godkendt i maj.", Outcome.OTHER),
        ("Udvalget drøftede sagen og godkendte indstillingen.", Outcome.DISCUSSED),
        ("GODKENDT.", Outcome.APPROVED),
        ("Formanden fremlagde rapporten, som blev gennemgået.", Outcome.DISCUSSED),
        ("Der er røre om kajen. Orienteringen blev taget til\nefterretning.", Outcome.NOTED),
        ("En bevilling anbefales og sendes til Havneudvalget i marts.", Outcome.RECOMMENDED),
        ("Forslaget om at lukke kajen blev afvist.", Outcome.REJECTED),
        ("Ida mindede om, at kajen blev lukket, fordi en ansøgning blev afvist.", Outcome.OTHER),
        ("At 1: Taget til efterretning.\nAt 2: Godkendt.", Outcome.NOTED),
        ("Per præsenterede planen. Planen blev godkendt.", Outcome.APPROVED),
        ("Ændringsforslag fra C: At der bevilges 10 mio. kr., og resten udsættes.\nFaldt.\nIndstillingen blev godkendt.", Outcome.APPROVED),
        ("Alle melder ind til Bo.", Outcome.OTHER),
        ("Intet.", Outcome.OTHER),
        ("", Outcome.OTHER),
        ("Ellen spurgte, om planen er vedtaget.", Outcome.OTHER),
        ("Hvis planen godkendes, går vi i gang.", Outcome.OTHER),
        ("Der blev drøftet mange emner.", Outcome.DISCUSSED),
        ("Vi gik budgettet igennem.", Outcome.DISCUSSED),
        ("Klubbens forslag om et fælles budget blev drøftet og sendes videre.", Outcome.DISCUSSED),
        ("Bo opfordrer til, at planen drøftes i grupperne.", Outcome.OTHER),
        ("Orientering om ture, nye nøgler og fester blev taget til efterretning", Outcome.NOTED),
        ("Orientering om, at planen blev godkendt.", Outcome.OTHER),
        ("Sparefonden har bevilget 9.000 kr. til broen.", Outcome.OTHER),
        ("Vi har godkendt planen.", Outcome.APPROVED),
        ("Efter en kort drøftelse besluttede vi at vente.", Outcome.OTHER),
    ],
)
def test_hard_calls(text: str, outcome: Outcome) -> None:
    assert outcome_of(text) is outcome
