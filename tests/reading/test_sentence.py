"""Sentences and titles told apart."""

from __future__ import annotations

import pytest

from tracker.reading.sentence import is_sentence


@pytest.mark.parametrize(
    "text",
    [
        "Ida lovede at ringe til smeden.",
        "Bo Holm Lind har solgt båden.",
        "I år sælger vi ikke flere lodder.",
        "Ved åbningen af hallen den 2. juni, vil koret synge.",
        "Da salen var optaget, blev mødet holdt i laden.",
        "Planen fra ugerne i maj godkendes og hænges op.",
        "Per og Kaj kigger på taget.",
        "Formanden spørger kommunen.",
        "Klubben udvidede med en bane.",
        "Ib (kasserer) sender tallene.",
        "4 af husene skal have ny dør.",
    ],
)
def test_sentences(text: str) -> None:
    assert is_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "Valg af ordstyrer.",
        "Nye vinduer i klubhuset",
        "Reviderede kvalitetsstandarder for bostøtte",
        "Det godkendte budget fra februar",
        "Hvad skal der ske med skuret?",
        "Er der noget nyt fra kommunen?",
        "Orientering om, at skolen har fået ny leder",
        "Forslag om at klubben køber en båd",
        "Økonomiske følger af aftalen",
        "Maling af hallen (Bo er med her)",
        "Evt.",
        "",
    ],
)
def test_titles(text: str) -> None:
    assert not is_sentence(text)
