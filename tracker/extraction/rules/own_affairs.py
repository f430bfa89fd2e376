"""False friends about people themselves: who is away or comes back, who leaves an office, who was at the meeting."""

from __future__ import annotations

from tracker.danish.verbs import Form
from tracker.domain.party import PartyKind
from tracker.extraction.clause import ADVERBS, Clause
from tracker.extraction.find import Sentence
from tracker.extraction.rules.helpers import dated, is_own_forum, own_words
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import PARTY, Subject
from tracker.extraction.tokens import SIGN

_ABSENCES = frozenset("sygemeldt barsel orlov ferie sygemelding sygeorlov barselsorlov forældreorlov".split())
_PRIVATE = frozenset("ferie sommerferie fri pension efterløn orlov barsel fødselsdag jubilæum år".split())
_LEAVING = frozenset("stoppe fratræde udtræde genopstille afgå".split())
_POSTS = frozenset("tid deltid job jobbet arbejde stilling stillingen tjeneste".split())
_ELECTED = (
    *("formand", "forperson", "kasserer", "suppleant", "kandidat", "revisor", "medlem", "sekretær", "repræsentant"),
    *("dirigent", "referent", "ordstyrer"),
)
_KEPT_SO = frozenset("lukket åbent åben fast stille fanen".split())
AWAY = _ABSENCES | frozenset(("ferie", "sygdom", "udlandet"))
"""Where somebody is who is away on their own account."""
_AWAY = AWAY | frozenset("kursus rejse tjenesterejse".split())


def comes_back_from(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "vender tilbage fra barsel", "holder ferie": false friends about people's own affairs."""
    words = own_words(sentence, clause)
    if (
        clause.form.lemma in ("vende", "komme") and "fra" in " ".join(words).split() and _from_away(" ".join(words))
    ):  # "fra kursus på torsdag" is read as one time
        return SILENT
    if (
        clause.form.lemma in ("holde", "tage", "gå", "afholde", "have", "fylde", "fejre")
        and not (_PRIVATE - ({"år"} if clause.form.lemma == "holde" else set())).isdisjoint(words)
        and "hvis" not in words
        and not (clause.form.lemma == "tage" and words[:1] == ["sig"])
        and not (clause.form.lemma == "tage" and "med" in words[1:4] and _PRIVATE.isdisjoint(words[:1]))  # "tager kage med til festen"
    ):
        return SILENT if clause.form.lemma != "fejre" else None
    if clause.form.lemma == "få" and {"ros", "kritik", "tak"} & set(words[:3]):
        return SILENT  # "Lone i køkkenet får meget ros"
    if clause.form.lemma in ("holde", "fylde") and _only_is(sentence, clause, subject, words):
        return SILENT
    if clause.form.lemma == "trække" and words[:1] == ["sig"]:
        return SILENT
    if clause.form.lemma == "træde" and words[:1] in (["ind"], ["ud"], ["tilbage"], ["af"], ["til"]) and subject.kind == PARTY:
        return SILENT
    ends = clause.verb + 1 >= clause.end or sentence.tokens[clause.verb + 1].kind == SIGN  # "Vikar i Vejmyndighed – udgår, ikke behov"
    leaves = clause.form.lemma == "udgå" and (ends or all(p.kind is PartyKind.PERSON for p in subject.parties))
    stands = clause.form.lemma == "opstille" and not words  # "er på valg og opstiller"
    stood_for = words[1:2] in ([], ["igen"]) or (words[1:2] == ["som"] and words[-1].endswith(_ELECTED))  # not "stiller op som vært"
    offers = clause.form.lemma == "stille" and words[:1] == ["op"] and stood_for
    stands = stands or offers  # "Ea stiller op som formand"
    if (clause.form.lemma in _LEAVING or leaves or stands) and subject.kind == PARTY:
        return SILENT
    back = {"tilbage", "til", "sin"} <= set(words[:4]) or {"tilbage", "til", "sit"} <= set(words[:4])
    if clause.form.lemma == "vende" and back:
        return SILENT  # "vender tilbage til sin normale stilling"
    if clause.form.lemma == "vende" and words[:1] == ["tilbage"] and not _POSTS.isdisjoint(words[1:5]):
        return SILENT  # "vender tilbage på fuld tid"
    if clause.form.lemma == "betale" and "selv" in words[:2] and not dated(sentence, clause):
        return SILENT  # "Afdelingerne betaler selv for eftersynet"
    away = _ABSENCES & {t.low for t in sentence.tokens}
    if clause.form.lemma == "vende" and "tilbage" in words and away and "med" not in words[:3]:
        return SILENT
    if clause.form.lemma == "melde" and "sig" in words[:1] and ("ud" in words or "syg" in words):
        return SILENT
    return None


def _from_away(words: str) -> bool:
    """Whether somebody comes back from an absence, or from something of their own."""
    said = words.split()
    own = words.startswith(("tilbage fra sin ", "tilbage fra en ", "tilbage fra et "))
    return own or not _AWAY.isdisjoint(said) or any(w.endswith(_ABSENT) for w in said)


_ABSENT = ("vikariat", "vikariatet", "orlov", "orloven", "barsel", "barslen")


def _only_is(sentence: Sentence, clause: Clause, subject: Subject, words: list[str]) -> bool:
    """ "Fraværet fylder fortsat", "Bo holder op 1. maj", "Ea holder på, at det er dyrt", "Byrådet holder møde den 3. maj"."""
    if clause.form.lemma == "fylde":
        return all(w in ADVERBS or w == "fortsat" for w in words)
    thinks = words[:1] == ["på"] and any(s.link == "at" for s in clause.subs)
    meets = words[:1] == ["møde"] and "med" not in words and _is_another_body(sentence, subject)
    keeps = words[:2] in (["sig", "til"], ["sig", "inden"], ["sig", "indenfor"])  # "holder sig til det oprindelige forslag"
    stays = words[:2] != ["åbent", "hus"] and (bool(_KEPT_SO & set(words[:1])) or words[0].endswith("lukket") if words else False)
    return words[:1] == ["op"] or thinks or meets or keeps or stays


def _is_another_body(sentence: Sentence, subject: Subject) -> bool:
    return subject.kind == PARTY and all(p.kind is PartyKind.BODY and not is_own_forum(sentence, p) for p in subject.parties)


def attendance(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """Who was there, and who left."""
    words = own_words(sentence, clause)
    if (
        clause.form.lemma == "deltage"
        and subject.kind == PARTY
        and not dated(sentence, clause)
        and any(w in words for w in ("mødet", "punktet", "behandlingen", "sagen", "online", "virtuelt"))
    ):
        return SILENT
    moves = clause.form.lemma in ("gå", "komme") and "med" not in words[:2] and not dated(sentence, clause)
    host = clause.form.form is Form.PRESENT and subject.kind == PARTY and (dated(sentence, clause) or {"begge", "vegne"} & set(words))
    welcomes = clause.form.lemma == "byde" and "velkommen" in words and not host  # not "byder velkommen på direktionens vegne"
    runs = clause.form.lemma in ("styre", "lede") and words[:1] in (["mødet"], ["ordet"]) and not dated(sentence, clause)
    if welcomes or runs or clause.form.lemma == "forlade" or (moves and subject.kind == PARTY and "mødet" in words):
        return SILENT
    return None
