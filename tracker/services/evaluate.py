"""Use case: measure the extraction against annotated minutes (gold). `tracker evaluate GOLD…`."""

from __future__ import annotations

import glob
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

from tracker.errors import DamagedFile, InputError, MissingFile, WrongFormat
from tracker.locale import _
from tracker.services.scoring import Find
from tracker.services.tally import Disagreement, Hits, Score

Document = dict[str, Any]
Predict = Callable[[Path], Document]
"""Takes the path of a source text and gives the document `tracker extract --json` would print for it."""

PLAIN = frozenset({".txt", ".md"})
"""Endings of sources whose text can be read as it lies, to check that quotes stand in it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A gold file or its source that could not be used; the source's gold then counts as missed."""

    source: str
    error: InputError


@dataclass(frozen=True, slots=True)
class Report:
    """The figures (shares between 0 and 1), what they were counted from, and every disagreement."""

    documents: int
    score: Score
    failures: tuple[Failure, ...] = ()

    @property
    def errors(self) -> tuple[Disagreement, ...]:
        """Every miss, spurious find and card with a wrong field, in the order of the documents."""
        return tuple(self.score.disagreements)

    @property
    def figures(self) -> dict[str, int | float]:
        """The figures by name, the headline (card F1) among them. Shares of pairs are 1 where there are no pairs."""
        score, found = self.score, self.score.found

        def share(right: int, total: int) -> float:
            return right / total if total else 1.0

        return {
            "documents": self.documents,
            "gold": found.gold,
            "predicted": found.predicted,
            "precision": found.precision,
            "recall": found.recall,
            "detection_f1": found.f1,
            "card_f1": Hits(score.cards, found.gold, found.predicted).f1,
            "due_accuracy": share(score.due, found.right),
            "dated_recall": share(score.dated_right, score.dated_gold),
            "kind_accuracy": share(score.kind, found.right),
            "responsible_f1": score.responsible.f1,
            "recipients_f1": score.recipients.f1,
            "earliest_accuracy": share(score.earliest, found.right),
            "precision_accuracy": share(score.precision, found.right),
            "items_right": share(score.items.right, score.items.gold),
            "outcomes_right": share(score.outcomes.right, score.outcomes.gold),
        }


def evaluate(gold_paths: Iterable[Path], predict: Predict, texts: Sequence[Path] = ()) -> Report:
    """Score `predict` against gold files, or against every gold file in the folders among `gold_paths`.

    The source a gold file names is looked for in the folders `texts`, then around the gold file (see `find_source`).
    What cannot be read is reported in `failures`; the rest is done.
    """
    score, failures, documents = Score(), list[Failure](), 0
    for path in gold_files(gold_paths):
        try:
            gold = read_gold(path)
        except InputError as error:
            failures.append(Failure(path.name, error))
            continue
        documents += 1
        predicted, text = Document(), None
        try:
            source = find_source(path, gold["source"], texts)
            predicted = predict(source)
            text = source.read_text(encoding="utf-8") if source.suffix.lower() in PLAIN else None
        except InputError as error:
            failures.append(Failure(gold["source"], error))
        except (OSError, UnicodeDecodeError) as error:
            failures.append(Failure(gold["source"], InputError(name=gold["source"], reason=error)))
        score.add_finds(gold["source"], _finds(gold), _finds(predicted), text)
        if "items" in gold:
            score.add_items(gold["items"], predicted.get("items") or ())
    return Report(documents, score, tuple(failures))


def gold_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and the .json files that lie in the folders named (not in folders below them), by name."""
    for path in paths:
        yield from sorted(path.glob("*.json")) if path.is_dir() else [path]


def read_gold(path: Path) -> Document:
    """One gold file. Raises MissingFile, WrongFormat or DamagedFile."""
    try:
        gold: Document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise MissingFile(name=path.name) from error
    except (OSError, ValueError, RecursionError) as error:
        raise DamagedFile(name=path.name, reason=error) from error
    if not _is_gold(gold):
        raise WrongFormat(name=path.name, expected="gold")
    return gold


def _is_gold(value: object) -> bool:
    """Whether a JSON value has the shape of gold, down to what is compared: a file of another kind is refused, never half read."""
    if not isinstance(value, dict) or not isinstance(value.get("source"), str):
        return False
    finds, items = value.get("follow_ups"), value.get("items", [])
    return _all_dicts(finds) and _all_dicts(items) and all(map(_is_find, finds)) and all(_all_dicts(i.get("decisions", [])) for i in items)


def _all_dicts(value: object) -> TypeGuard[list[dict[str, Any]]]:
    return isinstance(value, list) and all(isinstance(entry, dict) for entry in value)


def _is_find(entry: dict[str, Any]) -> bool:
    parties = (entry.get(role) or [] for role in ("responsible", "recipients"))
    names = all(isinstance(party, list) and all(isinstance(name, str) for name in party) for party in parties)
    return names and isinstance(entry.get("quote"), str) and isinstance(entry.get("deadline") or {}, dict)


def find_source(gold: Path, name: str, texts: Sequence[Path] = ()) -> Path:
    """The text a gold file was made from: in `texts`, beside the gold, or at most two folders down from its next three parents.

    Only the base name of `name` counts, so that a gold file cannot point elsewhere. Raises MissingFile.
    """
    base = Path(name).name
    for folder in texts:
        if (folder / base).is_file():
            return folder / base
    for parent in gold.resolve().parents[:3]:
        for pattern in (name := glob.escape(base), f"*/{name}", f"*/*/{name}"):
            if found := next((p for p in sorted(parent.glob(pattern)) if p.is_file()), None):
                return found
    raise MissingFile(name=base)


def _finds(document: Document) -> list[Find]:
    return [Find.from_json(entry) for entry in document.get("follow_ups") or ()]


def explain_error(error: Disagreement) -> str:
    """One disagreement as a few lines for a person: what is wrong, then gold and find beneath each other."""
    titles = {"missed": _("missed"), "spurious": _("not in gold"), "fields": _("found, but wrong in: {fields}")}
    head = f"{error.source}: " + titles[error.sort].format(fields=", ".join(error.fields))
    sides = ((_("gold"), error.gold), (_("found"), error.predicted))
    return "\n".join([head, *(f"  {label}: {_line(find)}" for label, find in sides if find)])


def _line(find: Find) -> str:
    parts = [f"#{find.item}", find.decision_date, find.kind, find.anchor or find.due]
    people = ", ".join(find.responsible) + (" → " + ", ".join(find.recipients) if find.recipients else "")
    return " · ".join([*(str(part) for part in parts if part), *([people] if people else []), f"»{find.quote}«"])
