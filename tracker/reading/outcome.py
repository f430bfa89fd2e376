"""What a decision did with its item: the first deciding verb (GUIDE.md section 4, CONTRACT.md).

Verbs that only report count for nothing: in a that-clause ("orienterede om, at budgettet blev godkendt"), in a relative clause
("planen, som blev vedtaget"), as an attribute ("den godkendte plan"), as a task, wish or later date ("skal drøftes", "drøftes på næste
møde").
"""

from __future__ import annotations

import re

from tracker.domain.minutes import Outcome
from tracker.reading.outcome_rules import FORUM, RULES

_WINDOW = 6_000


def _deciding(*left_out: str) -> re.Pattern[str]:
    named = (f"(?P<v{number}>{rule.pattern})" for number, rule in enumerate(RULES) if rule.name not in left_out)
    return re.compile(r"\b(?:" + "|".join(named) + r")(?!\w)")


_DECIDING = _deciding()
_UNRECOMMENDED = _deciding("recommended")
"""For texts without a stem of that rule: its names of bodies cost as much as all the others."""
_RECOMMENDING = frozenset(stem for rule in RULES if rule.name == "recommended" for stem in rule.stems)
_STEMS = tuple(sorted({stem for rule in RULES for stem in rule.stems}, key=len))  # a quick look before the grammar
_SENTENCE = re.compile(r"[^.!?\n:;•]+(?:\n(?=[a-zæøå])[^.!?\n:;•]+)*")  # a line that goes on in lower case is of the same sentence
_SUBORDINATE = r"(?:at|om|hvad|hvordan|hvilke|når|hvis|såfremt|inden|før|fordi|selvom)"
_REPORT = re.compile(
    r"\b(?:orienter|oply|fort[aæ]l|bemærk|nævn|informer|sp[uø]rg|forklar|redegj|redegør|men(?:te|er)|foresl|forslag|ønsk|håb|forvent|konstater"
    r"|minde|præsenter|besked|sagde|siger|afvent|anmod|bad|bede|bedt|tilbød|når|hvis|såfremt|inden|efter at|før|fordi|selvom|undersøg"
    r"|anbefal|opfordr)\w*\b(?! om (?:et|en|de|den|flere|nye?|fælles)\b)"
    r"(?!(?:(?<=orientering)|(?<=orienteringen)|(?<=orienteringerne)) om (?!at\b|hv))"  # "Orientering om valg blev taget til efterretning"
    rf"[^.]*?\b{_SUBORDINATE}\b|\b(?:når|hvis|såfremt|fordi|selvom|hvorvidt)\b"
)
_LATER = re.compile(  # "drøftes på næste møde", "gennemgås 3/4": said of a time to come
    r"\b(?:næste|kommende|igen|videre|senere|løbende|kl|uge|(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?:møde[\w]*)?"
    r"|efteråret|foråret)\b|\b\d{1,2}[./]\s?\d|\b\d{1,2}\. "
)
_MOTION = re.compile(
    r"\b(?:ændringsforslag|modforslag|forslag fra|stillede (?:følgende )?forslag|protokol|mindretalsudtalelse)\b[^.:\n]*:$"
)
_MODAL = re.compile(r"\b(?:skal|kan|bør|vil|må|skulle|kunne|burde|ville|ønskes|ønsker|forventes|mhp|henblik på)(?: \w+){0,2} $")
_RELATIVE = re.compile(  # "…, som hermed blev godkendt" goes on with what happened then
    r"(?<![^\s,])[^\s,]+,? (?:som|der)(?! (?:hermed|herefter|derefter|efterfølgende|derpå)\b)(?: \w+){0,4} $"
)
_MAIN_THERE = re.compile(r"(?:^|\bog |\bmen )der(?: \w+){0,4} $")
_ARTICLE = re.compile(r"\b(?:den|det|de|en|et|allerede|tidligere|senest|endnu|netop|nyligt|nylig|forrige|seneste|sidst) $")
_DECIDED = re.compile(r"\b(?:beslutte\w*|vedtog\w*|blev enige om|enighed om|valgte|aftal\w+)\b[^.]*$")
_HANDED_ON = re.compile(r"\b(?:sendes|sendt|fremsendes|udsendes|skal|kan) (?:\w+ ){0,4}$")
_OTHERS_HAVE = re.compile(r"\w (?:har|havde) (?:\w+ )?$")  # "Fonden har bevilget 40.000 kr."
_OWN_BODY = re.compile(rf"\b(?:vi|{FORUM}) (?:har|havde)\b")
_OWN_ACT = re.compile(rf"\b(?:vi|man|{FORUM}) (?:\w+ )?$")
_PRESENT = frozenset(("gennemgår", "drøfter", "godkender", "vedtager", "debatterer", "diskuterer"))
_BY_THEN = re.compile(
    r"\b(?:inden|senest|næste (?:møde|gang|uge|måned|år)|til (?:januar|februar|marts|april|maj|juni|august|september|oktober))\b"
)
_FIRST_LINE = re.compile(r"[^\n]+")
_NEXT_SENTENCE = re.compile(r"(?<=[a-zæøå]{2}[.!?] )[A-ZÆØÅ][^\n.!?]+")
_DONE = re.compile(
    r"\b(?:godkendt|vedtaget|drøftet|udsat|udskudt|afvist|tiltrådt|taget|godkendte|vedtog|drøftede|afviste)\b", re.IGNORECASE
)
_ATTRIBUTES = frozenset(("godkendte", "vedtaget", "udsatte", "indstillet", "anbefalet"))
_VULNERABLE = re.compile(r"\s+(?:unge|børn|borgere|familier|grupper|områder|boliger|voksne|ledige)")


def outcome_of(text: str) -> Outcome:
    """The outcome of a decision text, by its first deciding verb; OTHER where no listed verb decides. Only its beginning is searched."""
    window = text[:_WINDOW]
    folded = window.lower()
    window = window if len(window) == len(folded) else folded
    stems = [stem for stem in _STEMS if stem in folded]
    deciding = _UNRECOMMENDED if _RECOMMENDING.isdisjoint(stems) else _DECIDING
    quoted, said = 0, next((place for place, sign in enumerate(folded) if sign.isalpha()), 0)
    for sentence in _SENTENCE.finditer(window) if stems else ():
        words = sentence.group().lower().replace("\n", " ")
        if not any(stem in words for stem in stems):
            continue
        start = sentence.start()
        if folded[start - 1 : start] == ":" and _MOTION.search(folded, max(0, start - 80), start):
            quoted = folded.find("\n", start)  # a motion put to the vote: its own line decides nothing
            quoted = len(folded) if quoted < 0 else quoted
        if start < quoted:
            continue
        begun = start > said
        for verb in deciding.finditer(words):
            if begun and verb.group() == "gennemgår" and _OWN_ACT.search(words[: verb.start()]) is None:
                continue  # "Regnskabet er godt. Bo gennemgår det med Ida": his task; where it comes first, what was done there
            if _decides(words[: verb.start()], verb.group(), words[verb.end() : verb.end() + 50]):
                return RULES[int(str(verb.lastgroup)[1:])].outcome
    return Outcome.OTHER


def decided_behind(text: str, start: int, end: int) -> int:
    """Where the sentence that says what was decided begins, behind another on the first line ("Vi køber den. Godkendt."); else 0."""
    line = _FIRST_LINE.search(text, start, end)
    for sentence in _NEXT_SENTENCE.finditer(text, *line.span()) if line is not None else ():
        if _DONE.search(sentence.group()) and outcome_of(sentence.group()) is not Outcome.OTHER:
            return sentence.start()
    return 0


def _decides(before: str, verb: str, after: str) -> bool:
    """Whether the verb is said of this decision and not merely reported, wished or used of something else."""
    before = " ".join(before.split()[-14:]) + " " if before.strip() else ""
    if verb in _ATTRIBUTES and _ARTICLE.search(before):
        return False
    if verb == "udsatte" and _VULNERABLE.match(after):
        return False
    if _OTHERS_HAVE.search(before) and _OWN_BODY.search(before) is None:
        return False
    if verb.startswith("at "):
        return _DECIDED.search(before) is not None
    if verb.endswith(("orientering", "efterretning")) and _HANDED_ON.search(before):
        return verb.endswith("efterretning") and "skal" not in before
    if verb.endswith("s") and not verb.startswith(("uds", "genopt", "afv", "imøde", "anbefales", "indstilles")) and _LATER.search(after):
        return False
    if verb in _PRESENT and _BY_THEN.search(after):
        return False  # "Bo gennemgår skabene inden juni"
    if _ASKED_FOR.match(before) is not None:
        return True
    return not (_MODAL.search(before) or _relative(before, after) or _REPORT.search(before))


_ASKED_FOR = re.compile(r" ?(?:[\w-]+ )?(?:forslag|ansøgning|anmodning|ønske|henvendelse)\w* om [^,]* (?:blev|bliver|er|kunne) (?:ikke )?$")
"""A motion that names what was wanted and then what became of it: "Forslaget om at lukke broen blev"."""


_SHOWN = re.compile(r"\b(?:fremlagde|præsenterede|viste|forelagde|uddelte|omdelte|gennemgik|medbragte)\b[^,]*,? som (?:\w+ ){0,2}$")


def _relative(before: str, after: str) -> bool:
    """Whether the verb tells which thing is meant; "Bo fremlagde rapporten, som blev gennemgået" tells what was done with it there."""
    if not after.strip() and _SHOWN.search(before) is not None:
        return False
    return _RELATIVE.search(before) is not None and _MAIN_THERE.search(before) is None
