"""Sentences that say little of their own: who does what was just said, when it is done, or only that it is."""

from __future__ import annotations

import re

from tracker.danish.verbs import Form, Sense
from tracker.extraction.find import Find, Sentence

_READY_WORDS = frozenset(
    "klar klart færdig færdigt på plads skal være ligge foreligge stå fremme er alt det den de i hus svar afleveres sendes gøres"
    " afsluttes".split()
)
"""Words of a sentence that only says by when: "Klar senest 7/2.", "Afleveres inden maj."."""
DOES_IT = re.compile(
    r"(?:gør|klarer|ordner|fikser|sørger for|tager sig af|varetager|står for|får styr på|påtager sig|tager|har ansvaret for"
    r"|er ansvarlig for|har opgaven"
    r"|får (?:det|den|dem) \w{3,15}t"
    r"|(?:skriver til|ringer til|orienterer|informerer|underretter|giver|siger til) (?:dem|ham|hende)(?: besked)?"
    r"|(?:har lovet|lovede|vil prøve) at (?:se på|gøre|tage sig af|ordne|klare)"
    r"|vil (?:gøre|tage sig af|ordne|klare|stå for|sørge for|fikse))"
    r"(?: det| den| dem| dette| opgaven| sin egen| sit eget| hver sin)?\Z"
)
"""What a sentence says that only names who does the thing just told."""
_ACTS_ON_IT = re.compile(r"[^\W\d_]{3,20}er (?:det|den|dem|dette)\Z")
"""The same with a verb of its own: "GLU samler det"."""
WHO_IS = re.compile(
    r"(?:ansvarlige?|tovholdere?|projektleder|primus ?motor)(?: (?:herfor|for (?:opgaven|det|dette)|på (?:opgaven|det|dette)))?"
    r" (?:er|bliver) |(?:udføres|gøres|løses|klares|ordnes|varetages|håndteres|gennemføres) af ",
    re.IGNORECASE,
)
"""How a sentence begins that says who answers for something: "Tovholder er Bo", "Udføres af Bo"."""
ON_IT = re.compile(
    r"(?: er på(?: den| det| sagen| opgaven)?| på (?:sagen|opgaven)|(?: er)? (?:ansvarlige?|tovholdere?)| har (?:bolden|opgaven|ansvaret)"
    r"| tager (?:den|opgaven))\Z"
)
"""Behind a name that is all of a sentence: "Maja er på", "Jørn ansvarlig"."""
BRACKETED = re.compile(r"(?:\([^()\n]{2,40}\)|[A-ZÆØÅ]{2,4}(?:(?:, ?|/| og )[A-ZÆØÅ]{2,4}){0,4})\.?\Z")
"""Brackets or initials that stand alone as a sentence: "(BR)", "BHJ"."""
NAMES = re.compile(r"[A-ZÆØÅ][\w.-]*(?:(?:, ?| og | & |/| )[A-ZÆØÅ][\w.-]*){0,6}\Z")
"""Names alone: "Malthe og Jes"."""
WHO_DOES = re.compile(r"Hvem [^?\n]{3,120}\?")
"""A question that the next sentence answers: "Hvem ringer til museet? Det gør Elin."."""
IT_IS_DONE = re.compile(r"det (?:gør|klarer|ordner|står) (?:\S+ ){0,3}\S+\Z")
"""A sentence that says of something told before that somebody does it: "Det gør kirkekontoret"."""
AGAIN_THEN = re.compile(r"(?:det|den|dem) (?:gør|tager|ser) (?:vi|udvalget|bestyrelsen|rådet|man)(?: på)?\Z")
"""A sentence that says of the matter just told only when: "Det gør vi næste gang"."""
_DOES_IT_BACK = re.compile(r"(?:det|den|dem|dette) (?:gør|klarer|ordner|fikser|tager|står|sørger|laver)\Z")
_IS_THERE_BY = r"|\w+(?:en|et|ne) (?:foreligger|udkommer|går ud|er ude|(?:ligger|er) (?:klar\w*|færdig\w*))(?! til\b)"
_MUST_BE_THERE = re.compile(
    r"(?:at )?\w+(?:en|et|ne) (?:skal (?:af ?sted|være (?:inde|klar\w*(?! til\b)|færdig\w*|fremme|afleveret|sendt|af ?sted|til ende|i mål)"
    r"|ligge|foreligge|sendes|afleveres|indsendes)|sendes|udsendes|afleveres)\b" + _IS_THERE_BY
)
_HAPPENS_BY = re.compile(
    r"(?:skal (?:ud|afsted|af sted)|"
    r"(?:den|det|de) skal (?:ud|afsted|af sted)|første gang (?:er|bliver|ligger)|"
    r"(?:det|dette) (?:skal ske|sker|skal være (?:gjort|sket|på plads|klar\w*)|gøres|bør ske)|\w{0,25}fristen(?: \w+){0,3} er|"
    r"frist(?:en)? for \w+ er|fristen herfor er|deadline er|deadlinen er|gerne|og|(?:svar|hørings)frist(?:en)? er|"
    r"(?:svar|hørings)?(?:fristen|deadlinen) (?:(?:er|bliver|blev) )?(?:fastsat|sat|fastsættes|sættes)(?: til)?|"
    r"(?:dette |det )?(?:arbejdet?|det hele|alt) skal være \w+|begge dele)\b"
)
_MOST_WORDS = 9


def only_says_when(words: list[str]) -> bool:
    """Whether a sentence of these words, which names a day, says no more than by when: "Det skal ske inden påske"."""
    text = " ".join(words)
    ready = len(words) < 4 and words[-1:] and words[-1] in ("klar", "klart", "færdig", "færdigt")  # "Plan klar 15/11"
    short = not words or ready or set(words) <= _READY_WORDS
    told = short or AGAIN_THEN.match(text) or _MUST_BE_THERE.match(text) or _HAPPENS_BY.match(text)
    return bool(told) and len(words) <= _MOST_WORDS


_DOES_THAT = re.compile(
    r"(?:\S+ ){1,6}(?:skriver på|skriver|laver|arbejder på|klarer|ordner|samler|tager sig af|står for|finder|udarbejder) (?:den|det|dem)\Z"
)


def does_that(quote: str) -> bool:
    """Whether a card only says who does what was named before: "Ina og Maja skriver den"."""
    return _DOES_THAT.match(quote) is not None


def says_who(sentence: Sentence, find: Find, *, and_when: bool = False) -> bool:
    """Whether a sentence only names who does what was just told: "Kassereren gør det.", "Det sørger kassereren for inden maj.".

    `and_when`: it may also say when, as nothing did before: "Bo skriver den i maj."
    """
    first, last = find.responsible[0].start, find.responsible[-1].end
    behind = " ".join(t.low for t in sentence.tokens[last:] if t.kind == "w").removeprefix("der ")
    ahead = " ".join(t.low for t in sentence.tokens[:first])
    if _DOES_IT_BACK.match(ahead):
        end = next((t.start for t in sentence.tokens[last:] if t.text in (",", ";")), sentence.end)  # "…, når han alligevel skal derover"
        behind = " ".join(t.low for t in sentence.tokens[last:] if t.kind == "w" and t.start < end)
        return behind in ("", "for", "sig af", "også", "for det")
    return (
        ((and_when and first == 0) or not find.times)
        and len(behind) < 40
        and (DOES_IT.match(behind) is not None or _ACTS_ON_IT.match(behind) is not None)
    )


def bare_act(sentence: Sentence, find: Find) -> bool:
    """Whether a sentence is no more than a name and what that person does: "Bodil bestiller."."""
    clause = find.clause
    if clause is None or clause.form.form is not Form.PRESENT or clause.form.sense not in (Sense.DO, Sense.UNKNOWN) or find.recipients:
        return False
    if not find.responsible or find.responsible[0].start > 0:
        return False  # "Oplægsholder: Mikkel booker" says what
    return not any(t.kind == "w" for t in sentence.tokens[clause.verb + 1 :]) and len(sentence.clauses) == 1


def lone_passive(sentence: Sentence, find: Find) -> bool:
    """Whether a sentence is one verb: "Undersøges."."""
    clause = find.clause
    return clause is not None and clause.form.form is Form.PASSIVE and sum(t.kind == "w" for t in sentence.tokens) == 1


_GOES_THERE = re.compile(
    r"(?:\S+ ){1,6}(?:deltager|er med|møder op|(?:tager|går|kører) (?:med|derhen|(?:med )?til (?:det|den|mødet|møde)))\Z"
)


def goes_there(quote: str) -> bool:
    """Whether a card only says who goes to what was told before: "Lilly tager til mødet", "Per og Ea deltager"."""
    return _GOES_THERE.match(quote) is not None


def names_work(sentence: Sentence) -> bool:
    """Whether a label behind a sentence without a find makes it a task: it has no verb, or only a passive ("Dækningen opgøres")."""
    clause = sentence.clauses[0] if sentence.clauses else None
    alone = all(c is clause or (c.parent is clause and c.link in ("så", "som")) for c in sentence.clauses)
    return clause is None or (alone and clause.main and clause.form.form is Form.PASSIVE)
