"""Readings of comments: what somebody thinks, wishes, points out or holds is no commitment (GUIDE.md section 1)."""

from __future__ import annotations

from tracker.danish.names import looks_definite
from tracker.danish.verbs import Form, Sense
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import OCCASIONS, PREPOSITIONS, Clause
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Sentence
from tracker.extraction.mention import LIKELY, SURE
from tracker.extraction.rules.forms import THE_MATTER, TOO
from tracker.extraction.rules.helpers import acts_for_forum, dated, find, occasion_of, own_words, words_behind
from tracker.extraction.rules.reports import has_status_noun
from tracker.extraction.rules.rule import SILENT, Answer
from tracker.extraction.subjects import EXPLETIVE, PARTY, Subject
from tracker.extraction.tokens import SIGN, TIME
from tracker.extraction.vocabulary import agent_kind


def _tells_later(sentence: Sentence, clause: Clause, subject: Subject) -> bool:
    """Whether what somebody says is said to somebody, or on a day to come."""
    words = own_words(sentence, clause)
    told = subject.sure >= SURE and "til" in words[:4] and clause.verb + 2 < clause.end and clause.form.lemma == "sige"
    told = told or "over for" in " ".join(words)  # "tilkendegiver over for formanden, om de stiller op"
    return told or (clause.form.form is Form.PRESENT and dated(sentence, clause))


def _thinks(sentence: Sentence, clause: Clause) -> bool:
    """ "deler bekymringen med personalet", "regner med at lande i nul", "anbefaler i mødet den 18. marts, at …"."""
    words = own_words(sentence, clause)[:2]
    if clause.form.lemma == "dele":
        return any(w.startswith(("holdning", "opfattelse", "synspunkt", "bekymring")) for w in words)
    if clause.form.lemma == "anbefale":
        return any(s.link == "at" for s in clause.subs)
    return clause.form.lemma == "regne" and "med" in words


def opinion(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:  # noqa: PLR0912
    """Opinions, wishes, "bør" and "kan"."""
    verb = clause.form
    words = own_words(sentence, clause) if verb.lemma == "pege" else []
    some = words[:1] == ["på"] and words[1:2] and words[1] in ("en", "et", "to", "tre", "sin", "sine", "deres", "nye")
    another = subject.kind == PARTY and not acts_for_forum(sentence, subject)
    names = verb.lemma == "pege" and another and (dated(sentence, clause) or some)  # "peger på to repræsentanter inden jul"
    behind = own_words(sentence, clause) if verb.lemma == "sige" else []
    ended = behind[:1] == ["op"] and verb.form is Form.PASSIVE  # "Aftalen siges op"
    ends = "op" in behind[1:4] and another and verb.form is Form.PRESENT and subject.sure >= LIKELY
    holds_back = verb.lemma == "vente" and verb.form is Form.PRESENT and own_words(sentence, clause)[:2] == ["med", "at"]
    if holds_back and another and subject.sure >= SURE and any(s.link in ("til", "indtil") for s in clause.subs):
        return find(sentence, clause, subject, Kind.TASK, "vente")  # "Områderne venter med at besætte stillinger, indtil …"
    ended = ended or (ends and behind[:1] not in (["noget"], ["det"], ["at"]))  # "Ib siger abonnementet op"
    if ended or (verb.lemma == "vente" and own_words(sentence, clause)[:2] == ["med", "at"] and acts_for_forum(sentence, subject)):
        return None  # "Vi venter med at tage stilling": put off
    said = own_words(sentence, clause) if verb.lemma == "takke" else []
    answers = said[:1] in (["ja"], ["nej"]) and ("vegne" in said or dated(sentence, clause))  # "Pia takker ja på rådets vegne"
    says = verb.lemma in ("sige", "tilkendegive", "beklage", "undskylde") and _tells_later(sentence, clause, subject)
    if (answers or says) and another and subject.sure >= LIKELY:
        return None  # "Tove siger det til pedellen", "Tove siger noget om det på tirsdag"
    till = verb.lemma == "vente" and any(
        t.kind == TIME and t.low.startswith(("til ", "indtil ")) for t in sentence.tokens[clause.verb : clause.end]
    )
    till = till or (verb.lemma == "vente" and any(s.link in ("til", "indtil") for s in clause.subs))
    put_off = verb.lemma == "måtte" and not {"udsættes", "udskydes", "vente"}.isdisjoint(own_words(sentence, clause))
    matter = clause.form.form is Form.PAST and sentence.words(*clause.field) in THE_MATTER
    put_off = put_off and (matter or any(t.text.startswith("til ") for t in times_of(sentence, clause)))
    till = till or bool(put_off)  # "Punktet måtte udskydes til juni"
    if till and not (subject.kind == PARTY and subject.sure >= LIKELY):
        return None  # "Resten venter til foråret"
    if verb.lemma in ("vente", "forvente") and verb.form is Form.PASSIVE and dated(sentence, clause):
        return None if has_status_noun(sentence.low(*clause.field)) else SILENT  # "Første status ventes på mødet i maj"
    if verb.lemma == "udtale" and subject.kind == PARTY and (dated(sentence, clause) or occasion_of(sentence, clause)):
        return None  # "Rådet udtaler sig, når planen er offentliggjort"
    weighs = verb.lemma == "overveje" and own_words(sentence, clause)[:1] != ["at"]  # "overvejer at søge puljen" is only a thought
    weighs = weighs or (verb.lemma == "tænke" and words_behind(sentence, clause, subject)[:1] == ["over"])
    if (verb.lemma == "kommentere" or weighs) and subject.kind == PARTY and dated(sentence, clause):
        return None  # "alle kommenterer senest onsdag", "Alle overvejer til næste møde, om …"
    asked = verb.form is Form.PASSIVE and subject.kind == EXPLETIVE and verb.lemma == "spørge"  # "Der spørges til planen"
    asked = asked and own_words(sentence, clause)[:1] not in (["rundt"], ["ad"])
    if asked or (verb.sense is Sense.COMMENT and not names and verb.lemma not in ("ønske", "spørge", "opfordre", "efterlyse")):
        return SILENT
    if (
        _thinks(sentence, clause)
        or verb.lemma == "overveje"
        or (verb.lemma == "efterlyse" and clause.head is None and not acts_for_forum(sentence, subject))
    ):
        return SILENT
    asked = clause.field[0] < clause.field[1] and sentence.tokens[clause.verb - 1].capital
    someone = verb.form is Form.PASSIVE and (subject.kind == PARTY or asked)  # "Amalie spørges, om hun vil", "Ældre Sagen spørges"
    unit = subject.kind == PARTY and all(p.kind is PartyKind.DEPARTMENT for p in subject.parties)  # "Sekretariatet spørger, om …"
    if (
        verb.lemma == "spørge"
        and not (someone or unit)
        and ((asks := own_words(sentence, clause)[:1]) in ([], ["til"], ["ind"]) or asks[0].startswith("til "))
        and (not dated(sentence, clause) or any(word.startswith("til ") for word in asks))
    ):
        return SILENT  # "Storm spørger, hvornår …": asked at the meeting; whom one will ask is named
    answered = dated(sentence, clause) or "over for" in " ".join(own_words(sentence, clause))
    if verb.lemma == "kvittere" and (acts_for_forum(sentence, subject) or not answered):
        return SILENT
    until = dated(sentence, clause) or any(s.link in ("til", "indtil") for s in clause.subs)
    waits = {"vente", "afvente"} & set(own_words(sentence, clause)[:3]) and until  # "punktet må vente til maj"
    named = subject.kind == PARTY and subject.sure >= LIKELY
    handed = "hænde" in own_words(sentence, clause)
    if verb.lemma == "måtte" and verb.form is Form.PRESENT and (named or waits or handed):
        return None  # "AMG må informere igen" is an order; the rule of modals tells it from a leave
    if verb.lemma in ("burde", "kunne", "måtte"):
        return SILENT
    return None


_SAID = frozenset("svare sige mene spørge forklare fortælle oplyse indvende tilføje".split())


def _is_tag(sentence: Sentence, clause: Clause, subject: Subject) -> bool:
    """Whether a clause only tells who said what stands before it: a verb right behind the comma, and at the end who it was."""
    first = clause.verb > 1 and sentence.tokens[clause.verb - 1].text in (",", "?", "”", '"') and sentence.clauses[0].verb < clause.verb
    behind = [t for t in sentence.tokens[clause.verb + 1 : clause.end] if t.kind != SIGN]
    alone = bool(subject.parties) and subject.parties[0].start == clause.verb + 1 and len(behind) == subject.after - clause.verb - 1
    return first and alone and not any(s.link in OCCASIONS and s.start >= clause.start for s in sentence.clauses)


_OVERHEARD = frozenset("fra mange flere ofte tit meget stadig".split())
"""What stands behind "hører" where something comes to one's ears."""


def holds(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "vurderer, at det kan nås", "henviser til, at …", "svarer til ti elever": what somebody holds, or what something amounts to."""
    words = own_words(sentence, clause)
    lemma = clause.form.lemma
    if lemma in _SAID and clause.link != "at" and _is_tag(sentence, clause, subject):
        return SILENT  # "Det kan de ikke, svarer Anja"
    if lemma in ("henvise", "vurdere") and any(s.link == "at" for s in clause.subs) and not dated(sentence, clause):
        return SILENT  # "vurderer, at det kan nås"
    asked = words[:1] in (["mange"], ["flere"]) and any(agent_kind(w) for w in words[1:3])  # "hører flere håndværkere om pris"
    if lemma == "høre" and set(words[:1]) & _OVERHEARD and not asked and not dated(sentence, clause):
        return SILENT  # "Vi hører fra flere, at …", "hører mange bekymringer": not whom one will ask
    if subject.words == "man" and lemma in ("tale", "snakke", "betale") and not dated(sentence, clause):
        return SILENT  # "taler man om", "man betaler ved døren"
    if lemma == "melde" and words[:1] == ["om"]:
        return SILENT  # "Baneudvalget melder om muldvarpe"
    if lemma in ("afgive", "fremsætte") and words[:1] == ["følgende"]:
        return SILENT  # "HovedMED afgiver følgende høringssvar: …": done by writing it
    if lemma == "sætte" and words[:1] == ["pris"]:
        return SILENT
    if lemma == "gå" and "tid" in words[:4] and not dated(sentence, clause):
        return SILENT  # "går der for lang tid"
    if lemma == "give" and "lov" in words[:3]:
        return SILENT  # "giver lov til, at …": done by saying so
    if lemma in ("tælle", "rumme") and any(w.isdigit() for w in words[:3]):
        return SILENT  # "Foreningen tæller nu 211 medlemmer"
    if lemma == "svare" and subject.sure < LIKELY and "til" in words:
        return SILENT  # "Faldet svarer til ti elever"
    return None


_PUT = frozenset("forslag spørgsmål ændringsforslag krav sig".split())
"""What is put at the meeting: "stiller forslag om"."""
_EASE = ("svær", "let", "nem", "mulig", "umulig", "vanskelig", "sværere", "lettere", "nemmere", "klart", "tydelig")


def _too(words: list[str]) -> bool:
    """ "finder fristen for kort": an opinion, unlike "finder et sted uden for rådhuset"."""
    if words[:1] in (["en"], ["et"]) and words[-1] not in TOO:
        return False  # "finder en vikar for Bo"
    if words[-1:] and words[-1].endswith("ende") and len(words) > 1 and looks_definite(words[-2]) and not looks_definite(words[-1]):
        return True  # "finder udviklingen bekymrende"
    if words[-2:-1] == ["for"] and words[-3:-2] != ["uden"] and not looks_definite(words[-1]):
        return True
    behind = words[2] if len(words) > 2 and words[1] == "for" and looks_definite(words[0]) else ""
    return bool(behind) and not looks_definite(behind) and not behind.endswith(("er", "else", "ing"))  # "finder huset for højt mod engen"


def _seeks(words: list[str]) -> bool:
    """Whether "finde" is to look for something: "finder ud af", "finder en dato for festen", unlike "finder en pause vigtig"."""
    one = words[:1] in (["en"], ["et"]) and (len(words) < _FULL or (words[2] in PREPOSITIONS and looks_definite(words[-1])))
    return words[:1] == ["ud"] or "frem" in words or one


_FULL = 3
"""Words: "en dato" and what is said of it."""


def awaits(sentence: Sentence, clause: Clause, words: list[str]) -> bool:
    """ "ser frem til en status om et år": what is told again by a day."""
    return words[:2] == ["frem", "til"] and has_status_noun(words[2:7]) and dated(sentence, clause)


def reminds(sentence: Sentence, clause: Clause, subject: Subject) -> Answer:
    """ "minder om, at …", "lægger vægt på", "finder, at": comments in the present."""
    words = words_behind(sentence, clause, subject)
    lemma = clause.form.lemma
    if (
        lemma in ("minde", "erindre", "gøre", "notere")
        and (any(s.link == "at" for s in clause.subs) or "at" in words[:3])
        and lemma != "gøre"
        and not (lemma == "minde" and clause.form.form is Form.PRESENT and subject.kind == PARTY and words[:1] not in (["om"], ["at"]))
    ):
        return SILENT
    eases = words[:1] == ["det"] and words[1:2] and words[1].startswith(_EASE)  # "Ferien gør det svært at nå"
    if lemma == "gøre" and (eases or (words_behind(sentence, clause, subject)[:1] == ["rede"] and not dated(sentence, clause))):
        return SILENT
    if lemma == "gøre" and "opmærksom" in words:
        told = words[0] != "opmærksom" and subject.kind == PARTY and clause.form.form is Form.PRESENT
        return None if told else SILENT  # "Anni gør ledelsen opmærksom på det" tells somebody
    if lemma == "imødese":
        expected = has_status_noun(words[:5]) and dated(sentence, clause)  # "Udvalget imødeser en evaluering i 2027"
        by = any(t.deadline.due and t.text.casefold().startswith(("inden ", "senest ")) for t in times_of(sentence, clause))
        kind = Kind.STATUS if expected else Kind.TASK  # "imødeser en plan for anlægget inden 1. maj"
        return find(sentence, clause, subject, kind, "give", responsible=[]) if expected or by else SILENT
    misses = lemma == "efterlyse" and clause.form.form is Form.PRESENT and acts_for_forum(sentence, subject)
    counted = any(w.isdigit() for w in words[:5]) or not all(p.kind is PartyKind.PERSON for p in subject.parties) or not subject.parties
    left = lemma == "stå" and "med" in words[:3] and counted and {"ansvar", "ansvaret", "opgave", "opgaven", "bolden"}.isdisjoint(words)
    if misses or (lemma == "stå" and "frit" in words[:5]) or left:
        return SILENT  # "Rådet efterlyser en oversigt", "Det står afdelingerne frit for, om …", "Vi står med 214 sager mod 168 i januar"
    if lemma == "lægge" and any(w in words for w in ("vægt", "mærke")):
        return SILENT
    if (
        lemma == "finde"
        and (any(s.link == "at" for s in clause.subs) or words[:1] in (["det"], ["den"], ["dem"], ["ikke"], ["at"]) or _too(words))
        and words[:2] not in (["ud", "af"],)
        and "ud" not in words[:1]
        and "frem" not in words
    ):
        return SILENT
    if lemma == "finde" and (
        (words[:1] == ["sted"] and not (dated(sentence, clause) and has_status_noun(sentence.low(*clause.field))))
        or (acts_for_forum(sentence, subject) and not (_seeks(words) or dated(sentence, clause)))
    ):
        return SILENT
    if lemma == "tage" and words[:1] == ["referat"] and not dated(sentence, clause):
        return SILENT
    if (
        lemma == "stille"
        and words[:1]
        and (words[0] in _PUT or (words[1:2] in (["spørgsmål"], ["forslag"]) and not dated(sentence, clause)))
        and not ({"spidsen", "rådighed"} & set(words[:4]))
        and words[:2] != ["sig", "op"]
    ):
        return SILENT  # "stiller forslag om": said at the meeting
    if lemma == "hælde" and "til" in words[:3]:
        return SILENT
    ahead = words[:1] in (["frem"], ["positivt"], ["gerne"], ["med"]) or sentence.words(clause.verb + 1, clause.verb + 2).startswith(
        "frem til "
    )
    ahead = ahead and lemma in ("se", "kigge")  # also "ser | frem til festen den 3. juni", where a term might stand
    return SILENT if ahead and not awaits(sentence, clause, words) else None
