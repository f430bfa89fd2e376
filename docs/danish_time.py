"""Writes the tables of docs/danish-time.md from the rulebook and the corpus: `python docs/danish_time.py`."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "danish-time.md"
TITLES = {
    "days": "Dage: navngivne, talte, ugedage, relative, klokkeslæt",
    "limits": "Grænser om én dag: inden, senest, før, til, fra, efter …",
    "ranges": "Perioder, alternativer og lister",
    "weeks": "Uger (ISO 8601)",
    "months": "Måneder, primo/medio/ultimo, halvdele",
    "years": "Kvartaler, halvår, år, skoleår",
    "seasons": "Årstider",
    "spans": "Tidsrum: om 14 dage, inden for tre uger, 8 dage før næste møde",
    "holidays": "Højtider, helligdage og skoleferier",
    "meetings": "Møder",
    "recurrence": "Gentagelser (RRULE)",
    "vague": "Uden dag: snarest, på sigt; betingelser; begivenheder uden dato",
    "past": "Forbi: i går, for to år siden",
}


def tables() -> dict[str, str]:
    """The generated parts of the page by the name of their marker."""
    from tests.danish.corpus import entries, form, rejects
    from tracker.danish.times.grammar import CORES
    from tracker.danish.times.limit_rules import LIMITS
    from tracker.danish.times.parts import PARTS

    groups: dict[str, list[str]] = {name: [] for name in TITLES}
    for entry in entries():
        groups[entry.group].append(form(entry.text))
    rows = [f"| {TITLES[name]} | {len(forms)} | {len(set(forms))} |" for name, forms in groups.items()]
    everything = [masked for forms in groups.values() for masked in forms]
    rows.append(f"| **I alt** | **{len(everything)}** | **{len(set(everything))}** |")
    refused = Counter(group for group, _ in rejects())
    lines = [f"| {group} | {count} |" for group, count in refused.items()] + [f"| **total** | **{sum(refused.values())}** |"]
    rules = [f"| {kind} | {len(book)} | {sum(len(r.examples) for r in book)} | {sum(len(r.rejects) for r in book)} |" for kind, book in
             (("periods", CORES), ("limits", LIMITS), ("parts", PARTS))]  # fmt: skip
    return {
        "corpus": "\n".join(["| Gruppe | Eksempler | Former |", "| --- | --- | --- |", *rows]),
        "rejects": "\n".join(["| What is not a time | texts |", "| --- | --- |", *lines]),
        "rules": "\n".join(["| rules that read | rules | examples | rejects |", "| --- | --- | --- | --- |", *rules]),
    }


def written(page: str) -> str:
    """The page with its generated parts brought up to date."""
    for name, table in tables().items():
        page = re.sub(rf"(<!-- {name} -->\n).*?(\n<!-- /{name} -->)", lambda found, t=table: found[1] + t + found[2], page, flags=re.DOTALL)
    return page


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
