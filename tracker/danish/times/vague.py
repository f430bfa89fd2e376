"""Vague times ("snarest", "på sigt") and conditions ("når svaret foreligger"): found, without a day."""

from __future__ import annotations

import re

from tracker.danish.rule import Rule, examples
from tracker.danish.times.period import Context, Period
from tracker.danish.times.words import pattern
from tracker.domain.deadline import Precision

SOON = (
    r"(?:allers|s)narest(?: muligt)?|hurtigst muligt|hurtigt muligt|så (?:snart|hurtigt|tidligt) som (?:det er )?muligt|snarligt"
    r"|inden (?:alt for )?længe|inden for kort tid|om kort tid"
    r"|i løbet af kort tid|med det samme|omgående|straks(?! (?:efter|på den anden))|her og nu|i (?:den )?(?:nær|nærmeste|nære) fremtid"
    r"|i den (?:nærmeste|kommende|næste|nære) tid|den (?:kommende|nærmeste) tid|om lidt|(?:inden for|i) (?:en )?overskuelig fremtid"
)
LATER = (
    r"på (?:længere |kort |kortere |lang |lidt længere |lidt kortere |den lange |mellemlang )?sigt|på (?:den )?(?:korte|lange"
    r"|lidt længere) bane|(?:på|til) et (?:senere|passende|kommende|fremtidigt|tidligere|nærmere fastsat)"
    r" (?:tidspunkt|(?:[^\W\d_]{1,30}-?)?møde)"
    r"|på et af (?:de )?(?:kommende|næste|følgende) møder"
    r"|på et tidspunkt|på ubestemt tid|indtil videre|i fremtiden|senere hen|med tiden|ved lejlighed|efterhånden|før eller siden"
    r"|når tiden er (?:inde|moden)(?: til det)?|til sin tid|om noget tid|ved (?:en )?senere lejlighed"
    r"|på (?:de )?(?:kommende|næste|fremtidige|senere) [^\W\d_]{0,30}møder|(?:i )?de (?:næste|kommende) (?:måneder|uger|år|dage)(?! \d)"
)
ON = r"løbende|fremover|fremadrettet|efter behov|ad hoc|hen ad vejen|fra nu af"


def _vague(found: re.Match[str], context: Context) -> Period | None:
    return Period(Precision.NONE, "vague")


def _condition(found: re.Match[str], context: Context) -> Period | None:
    return Period(Precision.NONE, "condition")


VAGUE: tuple[Rule[Period], ...] = (
    Rule(
        "vague",
        pattern(f"(?:{SOON}|{LATER}|{ON})" + r"(?![^\W_]|-[^\W_])"),
        _vague,
        examples("2017-06-28", ("snarest", "none"), ("hurtigst muligt", "none"), ("på sigt", "none"), ("løbende", "none"),
                ("på et senere møde", "none"), ("til et kommende møde", "none")),
        ("på sigtelinjen", "forløbende", "snarest-muligt-ordningen"),
    ),
    Rule(
        "condition",
        pattern(r"(?:når|så snart|indtil(?= (?:der|vi|alle|det|sagen|han|hun|man){end})|efter at)(?! som muligt) [^.,;:!?\x00]{2,120}"),
        _condition,
        examples("2017-06-28", ("Der følges op, når svaret foreligger.", "none"), ("så snart tilladelsen er givet", "none")),
        ("hvornår svaret foreligger", "nårsomhelst"),
    ),
)  # fmt: skip
