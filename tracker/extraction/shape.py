"""What the look of a card and of its sentence says about trusting it: signals read off words alone, before any rule is asked.

Long, listed, half-read sentences are where readings go wrong; a card that leaves a day or several words of its sentence unused may have
missed what they mean. How much each counts is in `confidence.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SHORT, _WORDY, _LONG = 5, 14, 22
"""Words of a quote: fewer than the first are few, more than the second many, more than the third very many."""
_ASIDE = 3
"""Words; a sentence that says more than this behind the quote goes on about something else."""
_CAPITAL = re.compile(r"[A-ZÆØÅ](?<!\w.)[\w-]+")
_WORD = re.compile(r"\w+")
_LIMIT = re.compile(r"(?:inden|senest|til|før|med frist)\b", re.IGNORECASE)


def of_quote(quote: str, named: Iterable[str], deadline: str) -> set[str]:
    """Signals of the quote itself; `named` are its parties and `deadline` its time as written, "" for none."""
    words = len(quote.split())
    known = " ".join(named) + " " + deadline
    checks = {
        "short": words < _SHORT,
        "wordy": words > _WORDY,
        "long": words > _LONG,
        "other-names": any(word not in known for word in _CAPITAL.findall(quote, 1)),
        "colon": ":" in quote,
        "comma": "," in quote,
        "limit": _LIMIT.match(deadline) is not None,
    }
    return {name for name, holds in checks.items() if holds}


def of_sentence(behind: str, times: Iterable[str], spent: Iterable[str], *, alone: bool) -> set[str]:
    """Signals of the sentence around a card: the words `behind` its quote, the days its sentence names (`times`) and those that its
    cards use (`spent`), and whether the card is the sentence's only one (`alone`)."""
    used = " ".join(spent)
    checks = {
        "more-behind": len(_WORD.findall(behind)) > _ASIDE,
        "shares-sentence": not alone,
        "unspent-time": any(time.strip() not in used for time in times),
    }
    return {name for name, holds in checks.items() if holds}
