"""The scorer: its figures are those of the reference scorer, and each counts what it says."""

from __future__ import annotations

import importlib.util
import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from tracker.errors import DamagedFile, MissingFile, WrongFormat
from tracker.services.evaluate import Report, evaluate, explain_error, find_source
from tracker.services.scoring import Find, same_party
from tracker.services.tally import Score

Json = dict[str, Any]
GOLD = ROOT / "data" / "gold"


def find(quote: str, **fields: Any) -> Json:
    """A follow-up with everything a gold file states."""
    plain = {"item": 1, "decision_date": "2025-05-06", "kind": "task", "responsible": [], "recipients": [], "deadline": None}
    return {"quote": quote, "section": "beslutning", "optional": False} | plain | fields


def day(due: str) -> Json:
    return {"text": "x", "earliest": None, "due": due, "precision": "day", "anchor": None}


SALT = find("Yrsa bestiller salt til vinteren", responsible=["Yrsa"], deadline=day("2025-09-01"))
LAMP = find("Der købes nye lamper til gangen")
OFFER = find("Palle tilbød at male døren", responsible=["Palle"], optional=True)
TEXT = "Yrsa bestiller salt til vinteren. Der købes nye lamper til gangen. Palle tilbød at male døren. Det bliver godt, sagde alle."


@pytest.fixture
def score(tmp_path: Path) -> Callable[..., Report]:
    """Score predicted follow-ups against SALT, LAMP and OFFER."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    gold = {"source": "a.txt", "items": [], "follow_ups": [SALT, LAMP, OFFER]}
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    return lambda *found, **more: evaluate([tmp_path / "a.json"], lambda path: {"source": path.name, "follow_ups": list(found), **more})


def test_gold_itself_is_perfect(score: Callable[..., Report]) -> None:
    figures = score(SALT, LAMP).figures
    assert {name for name, value in figures.items() if value != 1} == {"gold", "predicted"}
    assert score(SALT, LAMP).errors == ()


def test_a_miss_lowers_recall_only(score: Callable[..., Report]) -> None:
    report = score(SALT)
    assert (report.figures["precision"], report.figures["recall"]) == (1.0, 0.5)
    assert [(e.sort, e.gold.quote) for e in report.errors if e.gold] == [("missed", LAMP["quote"])]


def test_an_optional_find_is_neither_hit_nor_miss(score: Callable[..., Report]) -> None:
    assert score(SALT, LAMP, OFFER).figures["predicted"] == 2


def test_a_find_that_is_nothing_is_spurious(score: Callable[..., Report]) -> None:
    report = score(SALT, LAMP, find("Det bliver godt, sagde alle"))
    assert report.figures["precision"] == pytest.approx(2 / 3)
    assert [e.sort for e in report.errors] == ["spurious"]


def test_a_quote_the_source_does_not_hold_is_spurious(score: Callable[..., Report]) -> None:
    report = score(LAMP, SALT | {"quote": "Yrsa bestiller MEGET salt til vinteren"})
    assert (report.figures["predicted"], report.figures["recall"]) == (2, 0.5)


def test_two_finds_of_one_commitment_count_once(score: Callable[..., Report]) -> None:
    assert score(SALT, SALT, LAMP).figures["precision"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("change", "figure", "field"),
    [
        ({"deadline": day("2025-09-02")}, "due_accuracy", "due"),
        ({"deadline": day("2025-09-01") | {"anchor": "next_meeting"}}, "due_accuracy", "due"),
        ({"responsible": ["Yrsa", "Palle"]}, "responsible_f1", "responsible"),
        ({"kind": "status"}, "kind_accuracy", "kind"),
    ],
)
def test_a_card_is_right_only_with_all_its_fields(score: Callable[..., Report], change: Json, figure: str, field: str) -> None:
    report = score(SALT | change, LAMP)
    assert report.figures["detection_f1"] == 1
    assert report.figures["card_f1"] == 0.5
    assert report.figures[figure] < 1
    assert [e.fields for e in report.errors] == [(field,)]


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("Yrsa", "Yrsa Dalsager", True),
        ("De relevante afdelinger", "afdelinger", True),
        ("Økonomi", "chefen for Økonomi sammen med hele sin stab og ledelse", False),
        ("Alle", "de enkelte", False),
        ("HR", "HR-chefen i kommunen", True),
        ("Palle", "", False),
    ],
)
def test_parties(gold: str, predicted: str, same: bool) -> None:
    assert same_party(gold, predicted) is same


def test_surplus_items_and_decisions_count_against(tmp_path: Path) -> None:
    decided = {"number": 1, "title": "Salt", "case_number": None, "decisions": [{"date": "2025-05-06", "outcome": "approved"}]}
    (tmp_path / "a.txt").write_text("Salt", encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps({"source": "a.txt", "items": [decided], "follow_ups": []}), encoding="utf-8")
    wrong = decided | {"decisions": [*decided["decisions"], {"date": "2025-05-06", "outcome": "noted"}]}
    figures = evaluate([tmp_path], lambda path: {"items": [wrong, {"number": 2, "title": "Grus"}]}).figures
    assert (figures["items_right"], figures["outcomes_right"]) == (0.5, 0.5)


def test_what_cannot_be_read_is_reported_and_the_rest_done(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps({"source": "a.txt", "follow_ups": [LAMP]}), encoding="utf-8")
    (tmp_path / "b.json").write_text("{", encoding="utf-8")
    (tmp_path / "c.json").write_text('{"source": "c.txt", "follow_ups": ["Yrsa"]}', encoding="utf-8")
    (tmp_path / "d.json").write_text(json.dumps({"source": "no-such-text-anywhere.txt", "follow_ups": [SALT]}), encoding="utf-8")
    report = evaluate([tmp_path, tmp_path / "e.json"], lambda path: {"follow_ups": [LAMP]})
    assert [type(failure.error) for failure in report.failures] == [DamagedFile, WrongFormat, MissingFile, MissingFile]
    assert (report.documents, report.figures["gold"], report.figures["recall"]) == (2, 2, 0.5)


def test_an_error_is_explained_in_danish(score: Callable[..., Report]) -> None:
    missed = next(e for e in score(LAMP).errors)
    assert explain_error(missed) == (
        "a.txt: ikke fundet\n  facit: #1 · 2025-05-06 · task · 2025-09-01 · Yrsa · »Yrsa bestiller salt til vinteren«"
    )


# --- against the reference scorer ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    path = ROOT.parent / "shared" / "evaluation" / "score.py"
    if not path.is_file():
        pytest.skip("no ../shared here")
    spec = importlib.util.spec_from_file_location("reference_score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def perturbed(gold: Json, text: str, rng: random.Random) -> Json:
    """A prediction with everything that goes wrong: misses, doubles, shifted quotes, wrong fields, inventions, lost items."""
    follow_ups = []
    for entry in gold["follow_ups"]:
        words = entry["quote"].split()
        copies = rng.choice([[], [1.0], [1.0], [rng.random()], [rng.random()], [1.0, rng.random()]])
        for share in copies:
            # The copies of a quote differ in length: where two pairings are equally good, either scorer may choose either.
            changed = entry | {"quote": " ".join(words[: int(share * len(words))])}
            for key, values in (
                ("kind", ["task", "status"]),
                ("responsible", [[], ["HR"], [*entry["responsible"], "de Alle"]]),
                ("recipients", [[], ["Chefforum"]]),
                ("deadline", [None, day("2026-01-01")]),
                ("item", [1, 2]),
            ):
                if rng.random() < 0.15:
                    changed[key] = rng.choice(values)
            follow_ups.append(changed)
    for _ in range(3):
        at = rng.randrange(max(1, len(text) - 80))
        follow_ups.append(find(text[at : at + 60], item=rng.randrange(1, 9), decision_date=gold["meeting"]["date"]))
    follow_ups.append(find("Ord som aldrig står i noget referat"))
    rng.shuffle(follow_ups)
    items = [dict(item) for item in gold["items"] if rng.random() < 0.9]
    for item in items:
        if rng.random() < 0.3:
            item.update(rng.choice([{"title": "Noget andet"}, {"decisions": []}, {"case_number": "1/2"}, {"number": 99}]))
    return {"source": gold["source"], "items": items, "follow_ups": follow_ups}


@pytest.mark.parametrize("seed", range(6))
def test_the_figures_are_those_of_the_reference(reference: ModuleType, seed: int) -> None:
    rng = random.Random(seed)
    files = sorted(GOLD.glob("*.json"))
    golds = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    predictions, tally = {}, reference.Tally()
    for file, gold in zip(files, golds, strict=True):
        text = find_source(file, gold["source"]).read_text(encoding="utf-8")
        predictions[gold["source"]] = perturbed(gold, text, rng)
        reference.score_document(gold, predictions[gold["source"]], tally, text)
    report = evaluate([GOLD], lambda path: predictions[path.name])
    expected = reference.report(tally)
    assert 0 < expected["card_f1"] < expected["detection_f1"] < 1
    assert {name: report.figures[name] for name in expected} == pytest.approx(expected)
    assert len(report.errors) == len(tally.errors)
    assert report.failures == ()


# --- open inputs --------------------------------------------------------------------------------------------------------------------

texts = st.text("abæ -.", max_size=12)
entries = st.fixed_dictionaries(
    {"quote": texts},
    optional={
        "item": st.integers(1, 2) | st.none(),
        "decision_date": st.none() | st.just("2025-05-06"),
        "kind": st.sampled_from(["task", "status", "nonsense", None]),
        "responsible": st.lists(texts, max_size=2),
        "recipients": st.lists(texts, max_size=2) | st.none(),
        "deadline": st.none()
        | st.fixed_dictionaries({"due": st.none() | st.just("2025-09-01"), "anchor": st.none() | st.just("next_meeting")}),
        "optional": st.booleans(),
    },
)


@given(gold=st.lists(entries, max_size=5), predicted=st.lists(entries, max_size=5))
@settings(max_examples=100, deadline=None)
def test_whatever_is_compared_the_figures_are_shares(gold: list[Json], predicted: list[Json]) -> None:
    score = Score()
    score.add_finds("a.txt", [Find.from_json(e) for e in gold], [Find.from_json(e) for e in predicted], None)
    figures = Report(1, score).figures
    assert all(0 <= value <= 1 for name, value in figures.items() if name not in {"documents", "gold", "predicted"})
    assert score.found.right <= min(score.found.gold, score.found.predicted)
    assert figures["card_f1"] <= figures["detection_f1"]
    missed = sum(d.sort == "missed" for d in score.disagreements)
    spurious = sum(d.sort == "spurious" for d in score.disagreements)
    assert (score.found.right + missed, score.found.right + spurious) == (score.found.gold, score.found.predicted)
