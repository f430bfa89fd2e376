"""Vague times ("snarest", "på sigt") and conditions ("når svaret foreligger"): found, without a day."""

from __future__ import annotations

import re

from tracker.danish.rule import Rule, examples
from tracker.danish.times.period import Context, Period
from tracker.danish.times.words import pattern
from tracker.domain.deadline import Precision


def _vague(found: re.Match[str], context: Context) -> Period | None:
    return Period(Precision.NONE, "vague")


VAGUE: tuple[Rule[Period], ...] = (
    Rule(
        "vague",
        pattern(r"(?:snarest(?: muligt)?|hurtigst(?: muligt)?|så (?:snart|hurtigt|tidligt) som muligt|løbende|på (?:længere |kort |kortere |lang |lidt længere )?sigt|i nærmeste fremtid|inden længe|i (?:den )?(?:nær|nærmeste|nære) fremtid"
                r"|på et (?:senere|passende|kommende) (?:tidspunkt|møde)|på ubestemt tid|indtil videre|fremover|fremadrettet|snarligt|inden fristens udløb|inden fristen|før fristen|med det samme|omgående|straks|hurtigt muligt){end}"),
        _vague,
        examples("2017-06-28", ("snarest", "none"), ("hurtigst muligt", "none"), ("på sigt", "none"), ("løbende", "none")),
        ("på sigtelinjen", "forløbende", "snarest-muligt-ordningen"),
    ),
)  # fmt: skip
