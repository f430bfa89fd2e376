"""Print the weights of tracker/extraction/confidence.py: `python docs/fit_confidence.py` (needs numpy).

Reads `data/blind_predictions.jsonl`: one line for each card the program found in minutes nobody had looked at, with its signals and
whether the gold says it is right. Ridge regression (penalty 0.5, none on the base); first, each set is judged by weights fitted to the
others, which is what the printed figures are. Sets whose name begins with R are short texts in layouts nobody had met, which were asked for
because they are hard; their cards weigh a quarter, or ordinary minutes would be doubted too much. Sets that a much older program read (all
but the last eighteen) weigh three tenths: it erred where today's doesn't. Signals seen fewer than twenty times keep the weight they have.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from tracker.extraction.confidence import BASE, WEIGHTS

FITTED = 5_405
"""Lines the weights now in the program were fitted to; the sets behind them judge those weights, which never saw them."""
PENALTY, FEWEST, SURE, ODD = 0.5, 20, 0.9, 0.25
RECENT, OLD = 18, 0.3
PREDICTIONS = Path(__file__).parent.parent / "data" / "blind_predictions.jsonl"


def fitted(seen: np.ndarray, right: np.ndarray, kept: np.ndarray, worth: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and base by Newton's method on the penalised likelihood.

    `kept` is what the weights that stay add to each card, `worth` how much a card counts.
    """
    weights, base = np.zeros(seen.shape[1]), 1.0
    whole = np.c_[seen, np.ones(len(seen))]
    penalty = np.diag([PENALTY] * seen.shape[1] + [1e-6])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-(seen @ weights + base + kept)))
        slope = whole.T @ (worth * (chance - right)) + penalty @ np.r_[weights, 0.0]
        step = np.linalg.solve((whole.T * (worth * chance * (1 - chance))) @ whole + penalty, slope)
        weights, base = weights - step[:-1], base - step[-1]
    return weights, float(base)


def judge(rows: list[dict]) -> None:
    """Print what the program's own weights are worth on the sets they were not fitted to."""
    unseen = rows[FITTED:]
    for name in (*dict.fromkeys(row["set"] for row in unseen), ""):
        some = [row for row in unseen if name in ("", row["set"])]
        sure = [row for row in some if 1 / (1 + np.exp(-BASE - sum(WEIGHTS.get(n, 0.0) for n in row["signals"]))) > SURE]
        right, surely = sum(row["right"] for row in some), sum(row["right"] for row in sure)
        print(
            f"{name or 'together'}: {len(some)} cards, {right / len(some):.0%} right; "
            f"above {SURE}: {len(sure)}, {surely / len(sure):.1%} right, {surely / right:.0%} of the right ones"
        )


def main() -> None:
    """Judge the weights in use, then every set by the others, then print the weights fitted to all."""
    rows = [json.loads(line) for line in PREDICTIONS.read_text(encoding="utf-8").splitlines()]
    judge(rows)
    names = [n for n in WEIGHTS if sum(n in row["signals"] for row in rows) >= FEWEST]
    seen = np.array([[n in row["signals"] for n in names] for row in rows], float)
    right = np.array([row["right"] for row in rows], float)
    sets = np.array([row["set"] for row in rows])
    kept = np.array([sum(WEIGHTS[n] for n in row["signals"] if n in WEIGHTS and n not in names) for row in rows])
    odd = np.array([name.startswith("R") for name in sets])
    recent = set(list(dict.fromkeys(sets))[-RECENT:])
    worth = np.where(odd, ODD, 1.0) * np.array([1.0 if name in recent else OLD for name in sets])
    chance = np.zeros(len(rows))
    for held in sorted(set(sets)):
        other = sets != held
        weights, base = fitted(seen[other], right[other], kept[other], worth[other])
        chance[sets == held] = 1 / (1 + np.exp(-(seen[sets == held] @ weights + base + kept[sets == held])))
    new = np.array([name in recent for name in sets])
    for what, some in (("ordinary minutes", ~odd), ("of these, recent", ~odd & new), ("layouts nobody had met", odd)):
        sure = some & (chance > SURE)
        print(f"{what}: {some.sum()} cards of {len(set(sets[some]))} sets, {right[some].mean():.1%} right")
        print(
            f"    above {SURE}: {sure.sum()}, {right[sure].mean():.1%} right, {right[sure].sum() / right[some].sum():.1%} of the right ones"
        )
    weights, base = fitted(seen, right, kept, worth)
    print(f"BASE = {base:.2f}  # now {BASE}")
    for name in WEIGHTS:
        print(f'    "{name}": {weights[names.index(name)] if name in names else WEIGHTS[name]:.2f},')


if __name__ == "__main__":
    main()
