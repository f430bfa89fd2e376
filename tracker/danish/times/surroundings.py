"""What stands around a time expression: the event it dates, a label before it, a clock time, and words that make it something else."""

from __future__ import annotations

import re

from tracker.danish.times.prefixes import words_before
from tracker.danish.times.words import NUMBERS, pattern

EVENT_ENDS = tuple(
    (
        "møde mødet møder møderne forum forummet seminar seminaret konference konferencen workshop workshoppen forsamling forsamlingen"
        " behandling behandlingen kursus kurset arrangement arrangementet messe messen fest festen samling samlingen session sessionen"
        " frist fristen deadline deadlinen weekend weekenden tur turen valg valget dag dagen dagene udløb udløbet afslutning afslutningen"
        " begyndelse begyndelsen start starten opstart opstarten indvielse indvielsen åbning åbningen"
    ).split()
)
"""Something that is held on a day: a definite noun by its last part."""
DETERMINERS = frozenset(
    (
        "det den de vores vort et en næste kommende førstkommende ordinære ordinært fælles afsluttende første sidste andet tredje"
        " ekstraordinære planlagte"
    ).split()
)
WEEKDAY_EVENT = re.compile(r"(?:man|tirs|ons|tors|fre|lør|søn)dag")


def event_before(folded: str, start: int, floor: int) -> tuple[int, str] | None:
    """Where the noun begins that names the event dated at `start` ("mødet" in "på mødet i maj"), and the noun."""
    words = words_before(folded, start, floor, 3)
    position, noun = next(words, (start, ""))
    if not noun.endswith(EVENT_ENDS) or noun.endswith(("udvalg", "udvalget")) or WEEKDAY_EVENT.match(noun):
        return None
    for place, word in words:
        if word not in DETERMINERS and not (noun.startswith(("udløb", "afslut", "start", "begynd", "opstart")) and word.endswith("s")):
            break
        position = place
    return position, noun


LABEL = re.compile(r"(?:frist|deadline|senest|inden|svar ?senest|tidsfrist)[^.:;\n\x00]{0,40}$")


def labelled(folded: str, start: int) -> bool:
    """Whether a label such as "Frist:" or "Frist for høringssvar:" stands right before."""
    before = folded[max(0, start - 62) : start].rstrip()
    if not before.endswith(":"):
        return False
    return LABEL.search(before[:-1]) is not None


NOT_A_DAY = re.compile(
    r"(?:^|[^\w])(?:side|s\.|punkt(?:et|erne)?|pkt\.?|sag(?:en)?|sagsnr\.?|nr\.?|nummer|bilag|§+|kap\.?|kapitel|afsnit|lokale|model"
    r"|version|v\.|tlf\.?|telefon|mobil|kl\.?"
    r"|stk\.?|artikel|art\.|fase|trin|dok\.?|id|matr\.? ?nr\.?|figur|tabel|note|ca\.|skala|budget|regnskab|r|b) ?:? ?$"
)


_SURELY_A_DAY = re.compile(r"(?:1[3-9]|2\d|3[01])/(?:1[0-2]|[1-9])(?![\d/-])")


def is_a_number(folded: str, start: int) -> bool:
    """Whether the word before says that what follows is a number of something, not a day ("punkt 5"; "som punkt 25/8" is a day)."""
    if folded.startswith("punkt ", max(0, start - 6)) and _SURELY_A_DAY.match(folded, start):
        return False
    return NOT_A_DAY.search(folded[max(0, start - 16) : start]) is not None


CLOCK = pattern(
    r"(?:kl\.?~(?=\d)|klokken )(?:(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?(?![\d/])|(?P<word>{number_word}))"
    r"(?:~(?:-|til|og)~(?:kl\.?~)?(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?(?![\d/]))?"
)
CLOCK_AFTER = pattern(r",?~(?:\(|fra |senest |inden |om |mellem )?(?=kl)")


def clock(found: re.Match[str]) -> str | None:
    """The time "HH:MM" of a match of CLOCK."""
    hour = int(found["hour"]) if found["hour"] else NUMBERS[found["word"]]
    return f"{hour % 24:02d}:{found['minute'] or '00'}" if hour <= 24 else None


TRIAL = re.compile(
    r"prøve(?:[nrst]|de)?\b|prøve(?:periode|ordning|aftale|basis|drift|kørsel|måned|år|tid|handling|forløb)|forsøg|test|pilot"
)


TRIED = re.compile(r" (?:af)?prøve[rs]?\b| teste[rs]\b| kører (?:vi|det|den|ordningen|de) (?:som )?(?:forsøg|prøve)")
"""A trial's verb right behind how long it lasts: "I et halvt år prøves det"."""


_SHORTENED = re.compile(
    r"\b(?:kl|afd|nr|ca|pkt|evt|d|inkl|jf|hhv|vedr|pr|f\.eks|bl\.a)\. |\b(?:mio|kr)\. (?=(?:til|om|for|fra|af|og|på)\b)"
)


def on_trial(folded: str, start: int) -> bool:
    """Whether the sentence so far speaks of a trial."""
    sentence = _SHORTENED.sub(lambda found: found.group().replace(".", " "), folded[max(0, start - 160) : start])
    return TRIAL.search(sentence, max(sentence.rfind(". "), sentence.rfind("\x00")) + 1) is not None


RUN_OUT = pattern(r" (?:er|har været) (?:gået|omme|slut|forbi|ovre|udløbet|til ende|overstået){end}")
"""Behind a period that "inden" or "før" stands before: by its end, not by its beginning."""
BEFOREHAND = re.compile(r" (?:før|inden|forinden|forud|i forvejen)(?=\s*(?:[.,;:)!?]|\Z|\n))")
"""Behind a span: "senest 14 dage før." is reckoned from something told elsewhere."""
PAST_VERB = pattern(
    r" (?:blev(?! (?:vedtaget|aftalt|besluttet|bestemt|fastsat|fastlagt|valgt)\b)"
    r"|var|havde|fik|kom|gik|tog|besluttede|vedtog|godkendte|drøftede|behandlede|afholdt|udsendte|sendte"
    r"|deltog|holdt|spurgte|skrev|aftalte|lavede|mødtes|gav|begyndte|startede|sluttede|valgte|ansatte|købte|åbnede|lukkede"
    r"){end}"
)
"""A verb right after a time without a year that tells of what has been; "den 3. maj blev vedtaget" is a day to come."""
_TOLD_BEFORE = re.compile(
    r"(?<![^\W_])"
    r"(?:besluttede|bestemte|aftalte|ønskede|foreslog|meddelte|oplyste|drøftede|godkendte|vedtog|behandlede|anbefalede|tiltrådte|modtog|gennemførte"
    r"|(afholdt|holdt)|fik|var|blev) $"
)
_TO_BE_HELD = re.compile(r"(?<![^\W_])(?:bliver|blive)(?![^\W_])[^.,;:\x00]*$")


def told_before(folded: str) -> bool:
    """Whether a verb in the past tense stands right before a time, at the end of *folded*; "bliver i år holdt den 3." is to come."""
    told = _TOLD_BEFORE.search(folded)
    return told is not None and not (told.group(1) and _TO_BE_HELD.search(folded, 0, told.start(1)))
