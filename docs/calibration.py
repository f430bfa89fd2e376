"""Print the calibration table of docs/extraction.md: how often cards of each confidence are right, on the annotated corpus.

`python docs/calibration.py data/gold` is the part the rules were made beside, `data/gold/unseen` the part kept unseen.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tracker.extraction import extract
from tracker.reading import Limits, parse, read
from tracker.services.contract import follow_up_json
from tracker.services.evaluate import find_source
from tracker.services.scoring import Find, overlap, paired, wrong_fields

BANDS = ((0.9, 1.0), (0.8, 0.9), (0.6, 0.8), (0.0, 0.6))


def judged(gold_file: Path) -> list[tuple[float, bool]]:
    """Confidence and rightness of every card found in one referat; finds on optional gold count for nothing."""
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    minutes = parse(read(find_source(gold_file, gold["source"], ()), Limits()))
    found = extract(minutes).follow_ups
    finds = [Find.from_json(follow_up_json(f)) for f in found]
    core = [Find.from_json(g) for g in gold["follow_ups"] if not g.get("optional")]
    optional = [Find.from_json(g) for g in gold["follow_ups"] if g.get("optional")]
    pairs = {p: g for g, p in paired(core, finds)}
    rows = []
    for place, follow_up in enumerate(found):
        if place in pairs:
            rows.append((follow_up.confidence, not wrong_fields(core[pairs[place]], finds[place])))
        elif not any(overlap(o, finds[place]) for o in optional):
            rows.append((follow_up.confidence, False))
    return rows


def main() -> None:
    """Print the table of every folder named."""
    for folder in map(Path, sys.argv[1:]):
        rows = [row for file in sorted(folder.glob("*.json")) for row in judged(file)]
        right = sum(ok for _, ok in rows)
        print(f"{folder}: {len(rows)} cards, {right} right\n")
        print("| confidence | cards | right | share of all right cards |\n| --- | --- | --- | --- |")
        for low, high in BANDS:
            band = [ok for confidence, ok in rows if low < confidence <= high]
            if band:
                print(f"| {low:.1f}-{high:.1f} | {len(band)} | {sum(band) / len(band):.0%} | {sum(band) / right:.0%} |")
        print()


if __name__ == "__main__":
    main()
