"""What kind of follow-up an act is: task, status or forward (GUIDE.md section 4, "Task or status", "Forward")."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Verb
from tracker.domain.deadline import TimeExpression
from tracker.domain.followup import Kind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause, own_end
from tracker.extraction.deadlines import times_of
from tracker.extraction.find import Sentence
from tracker.extraction.mention import Mention
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.bodies import body_behind, body_in_time, is_standing, written_to
from tracker.extraction.rules.bringing import CARRIED, brought, fronted, goes_with, has_talk, takes_it_up_with
from tracker.extraction.rules.forms import infinitive_after_at, with_particle
from tracker.extraction.rules.helpers import acts_for_forum, dated, is_body, is_own_forum, is_treating, occasion_of, own_words, words_behind
from tracker.extraction.rules.reports import TRIALS, has_status_noun, is_status_noun
from tracker.extraction.subjects import FORUM_WE, Subject
from tracker.extraction.vocabulary import agent_kind

_TELLING = frozenset("referere orientere underrette redegøre berette fortælle afrapportere rapportere evaluere informere".split())
_REPORTING = frozenset(
    "give gøre lave afgive aflægge komme fremlægge forelægge præsentere vende udarbejde holde foretage levere aflevere".split()
)
"""With a report as their object: "forelægger en midtvejsstatus"."""
_FORUM_RETURNS = frozenset(
    """
        læse bestemme afgøre
        se kigge drøfte behandle diskutere gennemgå evaluere genbesøge tage vende følge samle træffe debattere beslutte vurdere
        dagsordenssætte genoverveje genoptage revurdere genbehandle genvurdere færdigbehandle
    """.split()
)
FORWARDING = frozenset(
    """
        sende afsende løfte overdrage oversende videresende fremsende forelægge sætte indbringe hjemvise tilbagesende behandle begære rejse
        bringe tage
        fremlægge fremrykke fremme overgå indstille præsentere drøfte gå godkende
    """.split()
)
_BRINGING = frozenset("løfte forelægge sætte indbringe rejse bringe tage behandle".split())
"""With these a case comes before those it comes to; what is sent to managers is only for them to read."""
_HEARING = frozenset("høring høringsrunde nabohøring offentliggørelse".split())


_BUDGETING = ("forhandlingerne", "forhandlinger", "processen", "drøftelserne", "drøftelser", "behandlingen", "lægningen")
_HEARINGS = frozenset("høring nabohøring partshøring".split())
_TREATED = frozenset("orientering behandling godkendelse drøftelse udtalelse kommentering".split())


def _for_treatment(words: list[str]) -> bool:
    return any(word == "til" and after in _TREATED for word, after in pairwise(words))


def is_forward(sentence: Sentence, words: list[str], lemma: str, recipients: list[Mention]) -> bool:
    """Whether the case goes on to another body or into hearing."""
    if _HEARINGS & set(words) and lemma in (
        "sende", "udsende", "oversende", "gå", "komme", "lægge", "fremsende", "fremlægge", "lade",
    ):  # fmt: skip
        return True
    budget = any(part.startswith("budget") and part.endswith(_BUDGETING) for w in words for part in w.split())
    if budget and (lemma in ("indgå", "medtage") or (lemma in FORWARDING and not any(w in words for w in _HEARING))):
        return True
    owners = any(r.text.casefold().endswith(("ejerkommunerne", "interessentkommunerne", "deltagerkommunerne")) for r in recipients)
    if owners and lemma in ("sende", "oversende", "fremsende", "forelægge"):
        return True  # the councils that own a joint body
    if _for_treatment(words) and lemma in FORWARDING and any(r.text.endswith(" Kommune") for r in recipients):
        return True  # "sendes til godkendelse til Lemvig Kommune"
    if ("udtalelse" in words and recipients) or (lemma == "oversende" and any(r.text.endswith("gruppen") for r in recipients)):
        return True
    laid_before = lemma == "lægge" and words[:1] == ["på"]  # "lægges på Økonomiudvalgets møde"
    anew = ("på", "ny") in pairwise(words) or "igen" in words[:3]
    if lemma in _BRINGING and not anew and any(is_treating(sentence, r) for r in recipients):
        return True
    if lemma == "tage" and "igen" in words[:3]:
        return False  # "Tages op igen på ledermødet"
    return (lemma in FORWARDING or laid_before) and any(is_body(sentence, r) for r in recipients)


_SENT_TO_BODIES = frozenset("sende fremsende indsende videresende oversende".split())
"""What is sent to another council, committee, board or MED body goes on to it (GUIDE.md section 4, "Forward")."""
_TALKED = ("drøftelse", "snak", "debat")


def _looks_again(lemma: str, words: list[str], times: list[TimeExpression]) -> bool:
    """Whether the verb, of the forum itself at a later time, means that the matter comes back; "samle dem til en dag" doesn't."""
    looks = (lemma == "kaste" and "blik" in words) or (lemma == "gøre" and "op" in words[:3])  # "Efter nytår gør vi op, om det virker"
    if lemma == "læse" and all(t.text.casefold().startswith(("til ", "inden ", "senest ", "før ")) for t in times):
        return False  # "Brugerrådet læser vedtægterne til næste gang": each at home
    return looks or (lemma in _FORUM_RETURNS and (lemma != "samle" or "op" in words or "sammen" in words))


def _reports(words: list[str]) -> bool:
    """Whether what the own forum gets is a report of how things went; "erfaringerne i et notat til Chefgruppen" is a paper."""
    told = has_status_noun(words) or any(w.startswith(("erfaring", "resultat")) for w in words[:6])
    return told and {"notat", "oplæg", "papir"}.isdisjoint(words)


_ADDRESSES = ("oplysninger", "oplysningerne", "adresse", "adresser", "numre", "listen", "navne", "navnene", "mailen")
"""How words end for what is passed on without being a case."""


def held_instead(lemma: str, words: list[str]) -> bool:
    """Whether a matter is taken "i stedet", and not instead of another."""
    pairs = set(pairwise(words))
    return lemma in ("tage", "behandle", "drøfte") and ("i", "stedet") in pairs and ("stedet", "for") not in pairs


def active_kind(  # noqa: PLR0912, PLR0915
    sentence: Sentence, clause: Clause, subject: Subject, verb: Verb, at: int
) -> Kind:
    """The kind of an act with a subject of its own."""
    whole = own_words(sentence, clause, at + 1)  # with the subject, where it stands behind the verb
    words = words_behind(sentence, clause, subject) if at == clause.verb else whole
    seen_to = infinitive_after_at(sentence, clause, at + 1) if verb.lemma == "sørge" and words[:2] == ["for", "at"] else None
    if seen_to is not None:
        return active_kind(sentence, clause, subject, seen_to[1], seen_to[0])  # "sørger for at sende sagen til Byrådet"
    tells = verb.lemma == "gøre" and words[:1] == ["rede"]
    lemma = "redegøre" if tells else with_particle(verb.lemma, whole if verb.lemma == "tage" else words)
    recipients = recipients_of(sentence, clause, lemma, subject, max(at + 1, subject.after))
    if not recipients and lemma in _TELLING:
        recipients = body_behind(sentence, clause, at) or _told_in(sentence, clause, at)  # "redegør på Byrådets møde"
    elsewhere = any(not is_own_forum(sentence, r) for r in recipients)
    forum = acts_for_forum(sentence, subject)
    if forum and held_instead(lemma, words) and dated(sentence, clause):
        return Kind.DEFERRAL  # "Budgettet tager vi på mødet i maj i stedet"
    talks = lemma == "tage" and (takes_it_up_with(whole) or has_talk(whole))
    if (
        lemma in ("tage", "bringe", "bære", "rejse", "have", "lægge", "fremlægge")
        and not talks
        and (lemma != "fremlægge" or whole[:1] in (["sagen"], ["punktet"], ["spørgsmålet"], ["emnet"], ["forslaget"]))
        and (CARRIED & set(pairwise(words)) if lemma in ("bære", "lægge", "fremlægge") else brought(lemma, whole))
        and (recipients or body_behind(sentence, clause, at))
    ):
        bodies = recipients or body_behind(sentence, clause, at)
        if any(is_treating(sentence, b) or b.text.casefold().startswith("klub") for b in bodies) and not _own_staff(bodies):
            return Kind.FORWARD
    if verb.lemma == "gøre" and "op" in words[1:4] and any(w.startswith(TRIALS) for w in words[:2]) and dated(sentence, clause):
        return Kind.STATUS  # "HR gør ordningen op i januar"
    onward = lemma == "bringe" and "videre" in words[:5]
    onward = onward or (("videre", "til") in pairwise(words[:6]) and lemma in _SENT_ON)
    if lemma in _SENT_ON and "videre" in words[:4] and body_in_time(sentence, clause) is not None:
        return Kind.FORWARD  # "Vi giver det videre til generalforsamlingen den 29. april"
    if onward and any(is_body(sentence, r) for r in recipients):
        return Kind.FORWARD
    article = words[:1] in (["det"], ["den"]) and words[1:2] != [] and words[1].endswith("e")  # "det endelige projekt"
    shown = (lemma in ("præsentere", "fremlægge") and words[:1] and not article and words[0] in ("det", "den", "dem", *_MATTERS)) or (
        lemma == "videresende" and not any(w.endswith(_ADDRESSES) for w in words[:3])
    )
    if (shown or lemma in ("oversende", "indbringe", "begære", "forelægge", "tilbagesende", "hjemvise")) and any(
        is_treating(sentence, r) for r in recipients
    ):
        return Kind.FORWARD
    if goes_with(sentence, clause, lemma, words, at) or (
        lemma in _SENT_TO_BODIES and recipients and all(is_body(sentence, r) and is_standing(r) for r in recipients)
    ):
        return Kind.FORWARD
    laid = lemma in ("lægge", "sætte") and bool(words) and words[0] in (*_MATTERS, "emnet", "det", "den")
    within = body_in_time(sentence, clause) if laid else None  # "sætter emnet på næste MED-møde"
    if laid and any(is_body(sentence, b) for b in [*body_behind(sentence, clause, at), *([within] if within else [])]):
        return Kind.FORWARD  # "lægger sagen på Økonomiudvalgets møde"
    if lemma in ("sende", "udsende", "lade") and "høring" in words:
        return Kind.FORWARD
    if lemma in ("sende", "oversende", "give") and _for_treatment(words) and any(is_body(sentence, r) for r in recipients):
        return Kind.FORWARD  # "sender sagen til orientering i Sundhedsudvalget"
    sets_aside = lemma == "sætte" and "af" in words[1:5]  # "sætter en time af på personalemøderne"
    if (
        lemma in ("tage", "bringe", "rejse", "sætte")
        and words[:1] != ["dato"]
        and not sets_aside
        and body_in_time(sentence, clause) is not None
    ):
        return Kind.FORWARD
    told = [*fronted(sentence, clause, subject), *words]
    if recipients and not elsewhere and _reports(told) and not (lemma in _SENT_TO_BODIES and "beslutning" in words):
        return Kind.STATUS
    if subject.kind in ("none", "thing", FORUM_WE) and "status" in words and dated(sentence, clause):
        return Kind.STATUS
    if lemma == "tage" and (whole[:2] == ["med", "til"] or (words[:1] == ["på"] and words[1:2] and words[1] in _TRIPS)):
        return Kind.TASK  # "tager på besigtigelse", "tager med til seminaret"
    at_meeting = any(
        t.text.casefold().startswith("på ") and (t.deadline.anchor or "møde" in t.text.casefold()) for t in times_of(sentence, clause)
    )
    if (
        lemma in ("sætte", "optage")
        and words[:1] != ["sig"]
        and (names_agenda(words) or (lemma == "sætte" and at_meeting and not sets_aside and "dato" not in words[:2]))
    ):
        return Kind.STATUS  # "sætter emnet på januarmødet"
    if lemma in _TELLING or (lemma in _REPORTING and is_status_object(words) and not _inspects(lemma, words, forum)):
        written = lemma in _WRITING and (elsewhere or written_to(sentence, clause, at))  # "udfærdiger redegørelsen til Ombudsmanden"
        told_elsewhere = elsewhere or written or (lemma in _TELLING and body_in_time(sentence, clause) is not None)
        return Kind.TASK if told_elsewhere and lemma != "evaluere" else Kind.STATUS
    if lemma == "holde" and "orienteret" in words:
        return Kind.STATUS if recipients and not elsewhere else Kind.TASK
    if lemma in ("følge", "samle") and "op" in words[:3]:
        return Kind.STATUS if forum or at_meeting else Kind.TASK
    if lemma in _FORUM_RETURNS and ("gang", "til") in pairwise(words) and (forum or subject.kind in ("none", "thing")):
        return Kind.STATUS  # "at se på det én gang til"
    gathered = bool(subject.parties) and all(p.kind in (PartyKind.GROUP, PartyKind.BODY) or p.text.endswith("ne") for p in subject.parties)
    if lemma == "gennemgå" and "igen" in words[:6] and dated(sentence, clause):
        return Kind.STATUS  # "Souschefen gennemgår vikarforbruget igen i maj"
    if gathered and "igen" in words[:6] and lemma in _FORUM_RETURNS and dated(sentence, clause):
        return Kind.STATUS  # "Lederne vurderer situationen igen i januar"
    if lemma == "tage" and words[:1] in (["imod"], ["rundt"], ["afsted"], ["ud"]):
        return Kind.TASK
    if forum and _looks_again(lemma, words, times_of(sentence, clause)) and (times_of(sentence, clause) or occasion_of(sentence, clause)):
        return Kind.STATUS
    if (
        (forum or subject.kind in ("none", "thing"))
        and lemma in ("prøve", "afprøve", "teste")
        and any("trial" in t.rules or "span" in t.rules for t in times_of(sentence, clause))
    ):
        return Kind.STATUS
    settles = lemma in _SETTLING or (lemma == "lægge" and "fast" in words[:3])
    if forum and ((settles and dated(sentence, clause)) or (lemma == "forholde" and occasion_of(sentence, clause))):
        return Kind.STATUS  # "Temaet lægger vi os fast på på næste møde"
    talk = any(w.endswith(_TALKED) for w in words[:4]) and "med" not in words[:6]  # not "en snak med entreprenøren"
    if forum and lemma == "tage" and ("op" in words[:4] or "stilling" in words or talk):
        return Kind.STATUS
    decided = lemma in ("aftale", "afklare", "afgøre") or (lemma == "finde" and ("ud", "af") in pairwise(words))
    if forum and decided and any(t.deadline.anchor or "mødet" in t.text.casefold() for t in times_of(sentence, clause)):
        return Kind.STATUS  # "Resten finder vi ud af på næste møde", "På mødet i maj aftaler vi, hvem der gør hvad"
    if forum and lemma == "gå" and "igennem" in words and times_of(sentence, clause):
        return Kind.STATUS
    if (
        forum
        and (lemma in ("træffe", "beslutte", "tale", "snakke") or _hears(lemma, words))
        and (times_of(sentence, clause) or occasion_of(sentence, clause))
    ):
        return Kind.STATUS
    if forum and "tilbage" in words and "med" not in words[:3] and (lemma == "vende" or (lemma == "komme" and dated(sentence, clause))):
        return Kind.STATUS  # "Regnskabet kommer vi tilbage til i september"
    return Kind.TASK


def _hears(lemma: str, words: list[str]) -> bool:
    """ "De to rapporter hører vi nærmere om på næste møde", "Det stemmer vi om i juni"."""
    return (lemma == "høre" and not {"nærmere", "mere", "nyt"}.isdisjoint(words[:2])) or (lemma == "stemme" and "om" in words)


_WRITING = frozenset("udarbejde udfærdige skrive lave forfatte formulere".split())


_SETTLING = frozenset("vælge beslutte godkende fastlægge prioritere".split())
_SENT_ON = frozenset("give videregive sende videresende tage lægge skubbe".split())
_MATTERS = frozenset("sag sagen forslag punktet indstillingen forslaget planen".split())
_TRIPS = frozenset("udflugt besigtigelse tur besøg kursus ekskursion studietur konference rundtur seminar".split())


def _told_in(sentence: Sentence, clause: Clause, at: int) -> list[Mention]:
    """The group something is told in: "fortæller om værkstedet i netværksgruppen"."""
    for place in range(at + 1, own_end(clause) - 1):
        if sentence.tokens[place].low in ("i", "på") and agent_kind(sentence.tokens[place + 1].low) is PartyKind.GROUP:
            return sentence.reader.group(place + 1, own_end(clause))[0]
    return []


def _inspects(lemma: str, words: list[str], forum: bool) -> bool:
    """ "Anna og Keld foretager en gennemgang af stierne", "vender tilbage med en gennemgang af svarene": work of theirs, and no report."""
    return lemma in ("foretage", "vende") and not forum and any(w.endswith("gennemgang") for w in words[:6])


def _own_staff(bodies: list[Mention]) -> bool:
    """Whether the "body" is a meeting of one's own people: "tager det op på personalemødet"."""
    return all(b.text.casefold().startswith(("personale", "team", "afdelingsmøde", "forældremøde", "husmøde")) for b in bodies)


def is_status_object(words: list[str]) -> bool:
    """Whether the object right behind the verb is a report: "giver en kort status", "fremlægger evalueringen"."""
    for word in words[:6]:
        if word in ("notat", "oplæg", "brev"):
            return False  # "et notat om erfaringerne"
        if is_status_noun(word):
            return word not in ("beslutning", "behandling", "drøftelse", "godkendelse")
        if word in ("til", "på", "om", "over", "for", "fra", "af"):
            return False
    return False


def names_agenda(words: list[str]) -> bool:
    """Whether the words speak of the agenda or of the next meeting."""
    coming = any(w == "næste" and after not in ("blad", "nummer", "nyhedsbrev") for w, after in pairwise([*words, ""]))
    drawn_up = words[:1] in (["dagsordenen"], ["dagsorden"])  # "sætter dagsordenen sammen"
    return coming or (not drawn_up and any(w.startswith(("dagsorden", "punkt")) for w in words))


def decided_on(sentence: Sentence, clause: Clause, lemma: str, times: list[TimeExpression], *, towards: bool) -> Kind | None:
    """What it is to be decided on a day: to decide then, or the day itself ("Høstdagen fastsættes til den 27. september")."""
    if lemma == "fastsætte" and towards and not any(t.deadline.anchor or "mød" in t.text for t in times):
        return Kind.TASK
    later = any(t.start > sentence.tokens[clause.verb].start for t in times if t.deadline.due or t.deadline.anchor)
    return Kind.STATUS if later else (Kind.TASK if lemma == "lægge" else None)
