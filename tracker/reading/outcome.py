"""What a decision did with its item: the first deciding verb (GUIDE.md section 4, CONTRACT.md).

Verbs that only report count for nothing: in a that-clause ("orienterede om, at budgettet blev godkendt"), in a relative clause
("planen, som blev vedtaget"), as an attribute ("den godkendte plan") and as a task or wish ("skal drøftes", "bør udsættes").
"""

from __future__ import annotations

import re

from tracker.domain.minutes import Outcome

_WINDOW = 6_000
_FORUM = (
    r"(?:\w*(?:udvalg|råd|forum|bestyrelse|direktion|nævn|gruppe|ledelse|udvalget|forvaltning|administration)\w*|et (?:enigt|flertal)\w*)"
)
_VERBS: tuple[tuple[Outcome, str], ...] = (
    (Outcome.REJECTED, r"ikke (?:godkendt|godkendes|vedtaget|tiltrådt|imødekommet|imødekommes)|godkendes ikke|imødekommes ikke"),
    (Outcome.RECOMMENDED, r"(?:anbefales|indstilles|anbefalet|indstillet)(?: (?:godkendt|vedtaget|tiltrådt|til|over for|at|,))?|med anbefaling"
     rf"|{_FORUM} (?:\w+ ){{0,2}}(?:anbefaler|anbefalede|indstiller|indstillede)|(?:anbefaler|indstiller) (?:over for|til) (?:\w+)|at (?:anbefale|indstille)"),
    (Outcome.NOTED, r"(?:til|til en) (?:efterretning|orientering)\b(?! i\b)|ad notam"),
    (Outcome.APPROVED, r"(?:god)?kend(?:t|es|er|te|tes)\b|at godkende|vedt(?:og|oges|aget|ages|ager)|at vedtage|tiltr(?:ådt|ådte|åds|åd|ædes|æder(?= (?:indstilling|forslag|administration|udvalg|anbefaling|at)\w*)|ådtes)|at tiltræde"
     r"|igangs(?:at|atte|attes|ættes)|imødekomme(?:t|s|r)|bevilge(?:t|s|r|de|des)|bifald(?:t|es|er)|accepter(?:et|es|ede)"),
    (Outcome.DISCUSSED, r"drøft(?:et|ede|edes|es|er)|at drøfte|gennemg(?:ået|ik|ås|år|ik|ikkes)|gå(?:et|s) igennem|gik (?:\w+ ){0,3}igennem|debatter(?:et|ede|es)|diskuter(?:et|ede|es)"),
    (Outcome.DEFERRED, r"udsat(?:te)?|udsættes|udsætter|at udsætte|udsky(?:des|der|dt|de)|udskudt|at udskyde|genoptages"),
    (Outcome.REJECTED, r"afvis(?:t|es|te|tes|er)|at afvise|forkast(?:et|es|ede)|nedstem(?:t|mes|te)"),
)  # fmt: skip
_DECIDING = re.compile(r"\b(?:" + "|".join(f"(?P<v{n}>{pattern})" for n, (_, pattern) in enumerate(_VERBS)) + r")(?!\w)")
_STEMS = (  # one of these is in every deciding verb: a quick look before the grammar
    "end", "ved", "tiltr", "igangs", "komme", "bevilg", "bifald", "accept", "røft", "gennem", "igennem", "debat", "diskut", "udsat", "udsæt",
    "udsky", "udsku", "genopt", "afvis", "forkast", "nedstem", "befal", "dstil", "efterretning", "orientering", "notam",
)  # fmt: skip
_SENTENCE = re.compile(r"[^.!?\n:;•]+")
_REPORT = re.compile(
    r"\b(?:orienter|oply|fort[aæ]l|bemærk|nævn|informer|sp[uø]rg|forklar|redegj|redegør|men(?:te|er)|foresl|forslag|ønsk|håb|forvent|konstater|minde|præsenter|besked|sagde|siger"
    r"|afvent|anmod|bad|bede|bedt|tilbød|når|hvis|såfremt|inden|efter at|før|fordi|selvom|undersøg)\w*\b[^.]*?(?:\b(?:at|om|hvad|hvordan|hvilke|når|hvis|såfremt|inden|før|fordi|selvom)\b)"
    r"|\b(?:når|hvis|såfremt|fordi|selvom|hvorvidt)\b"
)
_LATER = re.compile(  # "drøftes på næste møde", "gennemgås 3/4": said of a time to come
    r"\b(?:næste|kommende|igen|videre|senere|løbende|kl|uge|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|efteråret|foråret)\b"
    r"|\b\d{1,2}[./]\s?\d|\b\d{1,2}\. "
)
_MOTION = re.compile(
    r"\b(?:ændringsforslag|modforslag|forslag fra|stillede (?:følgende )?forslag|protokol|mindretalsudtalelse)\b[^.:\n]*:$"
)
_MODAL = re.compile(r"\b(?:skal|kan|bør|vil|må|skulle|kunne|burde|ville|ønskes|ønsker|forventes|mhp|henblik på)(?: \w+){0,2} $")
_RELATIVE = re.compile(r"[^\s,]+,? (?:som|der)(?: \w+){0,4} $")
_ARTICLE = re.compile(r"\b(?:den|det|de|en|et|allerede|tidligere|senest|endnu|netop|nyligt|nylig|forrige|seneste|sidst) $")
_DECIDED = re.compile(r"\b(?:beslutte\w*|besluttet|vedtog\w*|blev enige om|enighed om|valgte|aftal\w+)\b[^.]*$")


def outcome_of(text: str) -> Outcome:
    """The outcome of a decision text, by its first deciding verb; OTHER where no listed verb decides. Only its beginning is searched."""
    folded = text[:_WINDOW].lower()
    quoted = 0
    for sentence in _SENTENCE.finditer(folded):
        words = sentence.group()
        if not any(stem in words for stem in _STEMS):
            continue
        if folded[sentence.start() - 1 : sentence.start()] == ":" and _MOTION.search(
            folded, max(0, sentence.start() - 80), sentence.start()
        ):
            quoted = folded.find("\n", sentence.start())  # a motion put to the vote: its own line decides nothing
            quoted = len(folded) if quoted < 0 else quoted
        if sentence.start() < quoted:
            continue
        for verb in _DECIDING.finditer(words):
            if _decides(words[: verb.start()], verb.group(), words[verb.end() : verb.end() + 50]):
                return _VERBS[int(str(verb.lastgroup)[1:])][0]
    return Outcome.OTHER


def _decides(before: str, verb: str, after: str) -> bool:
    """Whether the verb is said of this decision and not merely reported, wished or used of something else."""
    before = " ".join(before.split()[-14:]) + " " if before.strip() else ""
    if verb in ("godkendte", "kendt", "kendte", "kender", "vedtaget", "udsatte", "indstillet", "anbefalet") and _ARTICLE.search(before):
        return False
    if verb in ("kendt", "kender", "kendte", "kendes") or (
        verb == "udsatte" and re.match(r"\s+(?:unge|børn|borgere|familier|grupper|områder|boliger)", after)
    ):
        return False
    if verb.startswith("at "):
        return _DECIDED.search(before) is not None
    if verb.endswith(("orientering", "efterretning")) and re.search(
        r"(?:sendes|sendt|fremsendes|udsendes|skal|kan) (?:\w+ ){0,4}$", before
    ):
        return "skal" not in before and "orientering" not in verb
    if verb.endswith("s") and verb not in ("imødekommes",) and not verb.startswith(("uds", "afv")) and _LATER.search(after):
        return False
    return not (_MODAL.search(before) or _relative(before) or _REPORT.search(before))


def _relative(before: str) -> bool:
    found = _RELATIVE.search(before)
    return found is not None and not re.search(r"(?:^|\bog |\bmen )der(?: \w+){0,4} $", before)
