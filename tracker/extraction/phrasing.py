"""Wordings that open a sentence or lead in a that-clause: what was agreed, asked, or merely said, and labels ("Ansvarlig: …")."""

from __future__ import annotations

import re

NOTE = re.compile(
    r"(?:(?:OBS|Obs|NB|Nb|Bemærk|BEMÆRK|Vigtigt|VIGTIGT)[:!]+ ?|[Hh]vem gør hvad: ?|Ref\.(?! )|Ref: ?"
    r"|[Aa]d\.? (?:(?:pkt|punkt)\.? )?(?:\d{1,2}|[a-z])(?:[.:]|\)[.:]?|(?= [A-ZÆØÅ]))\s{0,3}(?:[-–] )?"
    r"|(?:Pkt|Punkt)\.? \d{1,2}\)[.:]?\s{0,3})(?=\w)"
)
"""A call for attention before a sentence, or the number of the point it speaks of ("Ad 4)")."""
LEAD_WORDS = re.compile(
    r"\b(?:aftal\w*|beslut\w*|vedt(?:og|ag)\w*|enig\w*|enedes|enes|lov(?:ede|er|et)|tilføjelse\w*|bemærkning\w*|forudsætning\w*|ændring\w*|"
    r"(?:blev|bliver) det (?:sådan|så)|det (?:blev|bliver) (?:sådan|så)|"
    r"(?:blev|bliver|er|har|havde) (?:\w+ ){0,2}(?:bestemt|fastlagt|afgjort)|bestemte|"
    r"præcisering\w*|konklu\w*|sammenfatte\w*|opsummere\w*|betingelse\w*|således|tilkendegiv\w*|"
    r"flertal\b[^.]{0,40}\bstemte for|"
    r"det er (?:planen|tanken|meningen|aftalen)|"
    r"(?:planen|tanken|meningen|næste skridt|næste trin) er|"
    r"end(?:er?|te) (?:det )?med|resultatet er|resultatet blev|enden (?:på det (?:hele )?)?blev|"
    r"(?:faldt|falder) (?:\w+ ){0,2}til ro med|(?:for)?del(?:te|er) (?:\w+ ){1,3}sådan|"
    r"nå(?:ede|r) (?:\w+ )?frem til|land(?:ede|er) (?:\w+ )?på)\b"
)
APPROVAL_WORDS = re.compile(r"\b(?:godkend\w*|tiltr[åæ]d\w*|tilslutte\w*|(?:opbakning|tilslutning) til)\b")
SUPPORT_WORDS = re.compile(r"\b(?:bakke(?:r|de) op om|støtte(?:r|de))\b")
"""What approves when the meeting says it, and is an opinion when a member does."""
COMMENT_WORDS = re.compile(
    r"\b(?:mente|mener|foresl\w+|forslag|understreg\w*|pointer\w*|påpeg\w*|bemærkede|nævnte|oplyste|orienterede|fortalte|"
    r"vigtigt|væsentligt|spurgte|håber|ros|undersreget|opmærksom\w*|gjorde)\b"
)
COMMENT_LEAD = re.compile(COMMENT_WORDS.pattern + r"|\A\W{0,4}(?:bemærkninger|kommentarer|synspunkter)(?: fra [\w ]{1,30})?:\Z")
ASK_WORDS = re.compile(r"\b(?:bad|beder|anmod(?:er|ede)|bedt|anmodet|ønsker|pålægger|pålagde|kræver|krævede|ønskede)\b")
QUESTION = re.compile(r"\?\W*\Z")
SKIP = re.compile(
    r"\s*(?:afbud|tilstede/fraværende|"
    r"fraværende|tilstede|ikke til stede|til stede|deltagere|mødt|bilag|sagsbehandler|sagsansvarlig|sagsinitialer|"
    r"beslutningskompetence|kompetence|sagen afgøres af|art|tid|sted|dato|næste møde|kommende møder?|referent|ordstyrer|"
    r"underskrift|del dette|del siden|for stemte|imod stemte|stemmer|undlod|mødeevaluering|"
    r"(?:lukket|åbent?)(?= (?:punkt|sag|møde|del|dagsorden)|:))\b[^.:]{0,25}:",
    re.UNICODE,
)
TO_DO = re.compile(
    r"\b(?:to ?-?do|opgaver?|aktion(?:er|sliste)?|huskeliste|husk|handling(?:er|sliste)?|opfølgning|næste gang)\b[^.]{0,30}\Z"
)
"""How a list of what is to be done is led in: there a name at the head of a line says who does it."""
POINTING = re.compile(
    r"\A\S+(?: og \S+)? \w+ (?:den|det|dem|en|et|de|dette|én|denne opgave|opgaven)\W*\Z"
    r"|\A(?:den|det|dem|de) \w+ [^\W\d_][\w.-]*(?: og [\w.-]+)?\W*\Z"
    r"|\A(?:den|det|dem) [a-zæøå]+ [A-ZÆØÅ]"  # "…, og den finder Bo inden maj"
)
VOTES = re.compile(r"\s*(?:-\s*)?(?:(?:for|imod) (?:\S+ ){0,3}stemte|stemte|undlod at stemme|(?:\d+|ingen|et mindretal) stemte)\b")
NEXT_MEETING = re.compile(
    r"\s*(?:næste|kommende) (?:[a-zæøå]{3,20}[es] )?[\w-]*møde\b(?! (?:drøft|behandl|evaluer|tag|gennemg|gør|får|skal|følg|vil"
    r"|flyt|(?:er )?(?:flyttet|rykket)|rykk|udsæt|udsky))"
)
TOWARDS_IT = re.compile(r"(?:Til (?:det|dette) møde|Til mødet)\b")
"""How a sentence speaks of the meeting whose day was just told."""
OPINION_HEAD = re.compile(
    r"\s*(?:-\s*)?(?:det (?:er|var|vil være|kunne være|er også) (?:meget |også |dog |afgørende |utrolig |"
    r"helt )?(?:vigtig|væsentlig|god|fint|positiv|rart|svær|afgørende|relevant|ærgerlig|glædelig|hensigtsmæssig|"
    r"ønskelig)|vigtigt|væsentligt|godt (?:med|at)|måske|der (?:var|"
    r"blev) (?:spurgt|ros|efterlyst|talt|opfordret|givet udtryk|stillet)|hvad nu hvis|kan (?:der|vi|man|det)|kunne|"
    r"(?:eller )?skal (?:vi|der|man)|hvem|hvornår|hvordan|hvorfor)\b"
)
NOMINAL_HEAD = re.compile(
    r"\s*(?:-\s*)?(?:(?:særligt )?fokus på|opmærksomhed på|forslag (?:om|til)|ønsker? om|idé(?:er)? (?:om|til)|ide om)\b"
    r"(?![^:]{1,150}: ?[^:\s]{1,20}$)"  # but "Forslag til vejens forløb: Lise/Sarah"
)
"""A head that makes a sentence an opinion or idea, unless something is done with it: "Forslag til emner sendes til Bo"."""


_LABEL = re.compile(
    r"\s*[(\[]?(?P<label>aktion|action|ansvar(?:lige?)?|ansv|tovholdere?|opfølgning"
    r"|(?:sidste |endelig )?(?:tids|svar|hørings|ansøgnings|tilmeldings|afleverings)?frist"
    r"|deadline|dato|opgave|hvem|hvornår|to ?do|handling|udføres af|senest)"
    r"(?: ?/ ?(?:tids)?(?:frist|deadline|hvornår))?(?: for [^:.]{2,60})?\s*[.:–-]:?\s*",
)
_NAMED_NEXT = r"(?=[A-ZÆØÅ][\w.-]{0,30}(?:(?:, ?| og |/| )[A-ZÆØÅ][\w.-]{0,30}){0,5}"
_BEFORE_NAME = re.compile(
    rf"\s*[(\[]?(?P<label>[Aa](?:c|k)tion|[Tt]ovholder|[Aa]nsvarlig) +{_NAMED_NEXT}\W?$)"
    rf"|\s*(?P<first>A[Kk][Tt][Ii][Oo][Nn]|A[Cc][Tt][Ii][Oo][Nn]) +{_NAMED_NEXT}:\s)"
)
_WHEN = re.compile(r"(?:på|ved|til|inden|i|den|d\.|uge|primo|medio|ultimo|næste) |\d{1,2}[./]", re.IGNORECASE)


def label_of(text: str) -> tuple[str, int] | None:
    """The label a sentence begins with, case-folded, and the offset behind it: ("ansvarlig", 12)."""
    named = _BEFORE_NAME.match(text)
    if named is not None:
        return (named["label"] or named["first"]).casefold(), named.end()  # "Action Jesper", "AKTION Jesper: rykke for svar"
    match = _LABEL.match(text[:90].casefold())
    if match is None or (":" not in match.group() and not match.group("label").endswith(("frist", "deadline", "aktion"))):
        return None
    if " er " in match.group():
        return None  # "Frist for bemærkninger er den 1. maj" is a sentence
    if match.group("label") == "opfølgning" and _WHEN.match(text, match.end()):
        return None  # "Opfølgning: på mødet i maj" says when the matter comes back
    if match.group("label").startswith(("ansvarlig", "tovholder")) and " for " in match.group():
        return None  # "Ansvarlige for boderne: Emil" names a task of its own
    return match.group("label"), match.end()
