"""Of what kind a passive act is: task, status, forward, deferral, or none (GUIDE.md section 4, "Task or status", "Forward")."""

from __future__ import annotations

from itertools import pairwise

from tracker.domain.deadline import TimeExpression
from tracker.domain.followup import Kind
from tracker.extraction.clause import Clause
from tracker.extraction.find import Sentence
from tracker.extraction.mention import Mention
from tracker.extraction.rules.events import tells_of_event
from tracker.extraction.rules.helpers import acts_for_forum, dated, is_body, is_own_forum, names_talk, occasion_of
from tracker.extraction.rules.kinds import FORWARDING, decided_on, held_instead, is_forward, is_status_object, names_agenda
from tracker.extraction.rules.postponing import carried_over, moves_towards, names_matter
from tracker.extraction.rules.reports import TRIALS, has_status_noun, is_letter, laid_first, measured, report_moved, told_again
from tracker.extraction.subjects import EXPLETIVE, PARTY, Subject
from tracker.extraction.tokens import SIGN, TIME
from tracker.extraction.vocabulary import PUTTING_OFF

COMES_BACK = frozenset(
    """
        vende evaluere drøfte behandle dagsordenssætte genbesøge genfremlægge genforelægge afrapportere diskutere revurdere genbehandle
        debattere forelægge præsentere gennemgå orientere fremlægge rapportere genoverveje genvurdere midtvejsevaluere
        efterbehandle genvurdere redegøre underrette
    """.split()
)
"""Verbs whose passive, at a later time, means that the matter comes back to the forum."""
WITHOUT_TIME = frozenset("evaluere genbesøge genfremlægge genforelægge afrapportere revurdere genbehandle midtvejsevaluere".split())
_NOT_ACTS = frozenset(
    "bruge anvende benytte se finde kræve kende kalde betragte anse opleve forvente finansiere støtte henvise forstå mene nævne oplyse"
    " satse bemærke konstatere bifalde godkende vedtage bevilge afvise afslå indstille anbefale tiltræde foreslå ønske understrege rose"
    " takke betale dispensere klage henlægge indskærpe"
    " dække bære kvittere efterlyse udtrykke beklage påpege fremhæve spørge lægge-mærke vægte opretholde fastholde videreføre bibeholde"
    " tilslutte kritisere beslutte aftale fastsætte vælge konstituere stemme erkende pege måle udgøre omfatte føre mærke savne vise tildele"
    " tillade forbyde honorere berøre påvirke ramme tilbyde overholde respektere henlede regne tro noterere udtale".split()
)
_HELD = frozenset("vurdere skønne anslå mene anse formode antage beregne opgøre estimere".split())
"""Verbs of holding something to be so: "vurderes at være", "anslås at ligge på"."""
_REPORTED = frozenset("give gøre lave foretage gennemføre udarbejde afgive aflægge træffe tage lægge planlægge".split())
"""With a report as their subject or object: "Status gives", "der laves en evaluering"."""
_CARRYING = frozenset("bære føre måle regne".split())
_PARTICLES = frozenset("op ud ind ned hen hjem over igennem efter sammen".split())
"""With a particle these verbs are work: "kasserne bæres op", "scenariet regnes igennem"."""
_EVENTS = frozenset("afholde holde".split())
_DECIDED_LATER = frozenset("godkende vedtage beslutte fastlægge afgøre vælge fastsætte færdigbehandle".split())
_MESSAGES = frozenset("besked information tilbagemelding svar melding underretning".split())


def _holds(lemma: str, subject: Subject, words: list[str]) -> bool:
    """ "Sporet vurderes at være udtømt", "vurderes det vanskeligt at nå": what something is held to be."""
    if lemma == "stile":
        return words[:1] in (["efter"], ["mod"], ["imod"])  # "Der stiles efter korte møder"
    return lemma in _HELD and (words[:1] == ["at"] or (subject.words in ("det", "der") and "at" in words[1:7]))


def _only_when(sentence: Sentence, clause: Clause) -> bool:
    """Whether nothing but its day stands with the verb: "Tages 18/6."."""
    return clause.verb == 0 and all(t.kind in (TIME, SIGN) for t in sentence.tokens[1 : clause.end])


def _gone_through(sentence: Sentence, clause: Clause, words: list[str], times: list[TimeExpression], ordered: bool) -> bool:
    """ "Nøglelisten skal gennemgås", "Legepladsen gennemgås lørdag den 18. april": work, not a report at a meeting."""
    at_meeting = any(t.deadline.anchor or "mød" in t.text.casefold() for t in times) or occasion_of(sentence, clause)
    said = [*words, *(w for t in times for w in t.text.casefold().split())]
    at_meeting = at_meeting or any(w.endswith(("forum", "udvalget", "rådet", "bestyrelsen", "gruppen", "direktionen")) for w in said)
    return not at_meeting and (ordered or "af" in words or any(t.deadline.precision == "day" for t in times))


def _waits_for(sentence: Sentence, clause: Clause, lemma: str, words: list[str]) -> Kind | None:
    """What is arranged or talked over with somebody at an occasion that is to come."""
    if lemma == "aftale" and occasion_of(sentence, clause) and clause.field[0] < clause.field[1]:
        return Kind.TASK  # "Rundvisningen aftales, når anlægget er klar"
    if lemma in ("drøfte", "diskutere") and words[:1] == ["med"] and any(s.link in ("før", "inden") for s in clause.subs):
        return Kind.STATUS  # "Priserne drøftes med elevrådet, før aftalen underskrives"
    return None


def passive_kind(  # noqa: PLR0912
    sentence: Sentence,
    clause: Clause,
    subject: Subject,
    lemma: str,
    words: list[str],
    recipients: list[Mention],
    times: list[TimeExpression],
    ordered: bool,
) -> Kind | None:
    """The kind of what is done, or None where it is nothing to do later. `words` stand behind the verb; `ordered` after "skal"."""
    has_day = dated(sentence, clause)
    later = any(t.deadline.precision == "none" and ("møde" in t.text or "tidspunkt" in t.text) for t in times)  # "på et senere møde"
    again = _again(words)
    said = sentence.low(clause.start, clause.end)
    if lemma in PUTTING_OFF or ((held_instead(lemma, said) or _opened_put_off(sentence, clause)) and has_day):
        return Kind.DEFERRAL  # "punktet udgår og behandles i stedet på mødet i maj"
    waiting = _waits_for(sentence, clause, lemma, words)
    if waiting is not None:
        return waiting
    if has_day and lemma in ("vise", "se", "læse") and ("første", "gang") in pairwise(said):
        return Kind.STATUS  # "Prognosen vises hver måned, første gang i april"
    if lemma in ("vente", "forvente") or _holds(lemma, subject, words):
        return Kind.STATUS if has_day and lemma not in _HELD and _status_subject(sentence, clause) else None
    if (
        has_day
        and (  # also "Om ibrugtagning tages der stilling i februar"
            (lemma == "tage" and "stilling" in words[:3])
            or (lemma in _GOES_ON and (names_talk(sentence, clause) or _status_subject(sentence, clause)))
            or report_moved(lemma, sentence.low(*clause.field))
        )
    ):
        return Kind.STATUS  # "Drøftelsen gentages i 2. kvartal"
    towards = has_day and moves_towards(clause, times)
    if carried_over(sentence, clause, lemma, words, times, later=later or towards):
        return Kind.DEFERRAL
    if lemma == "overføre" and times and all(t.deadline.precision == "year" for t in times) and times[0].text.startswith("til "):
        return None  # "overføres til 2027": done by deciding
    if lemma in FORWARDING and any("budgetforhandling" in t.text.casefold() for t in times):
        return Kind.FORWARD
    letter = lemma in ("sende", "afsende", "fremsende", "oversende") and is_letter(sentence.low(*clause.field), words)
    if is_forward(sentence, words, lemma, recipients) and lemma != "godkende" and not letter:
        return Kind.FORWARD
    if lemma == "godkende" and {"udsendelse", "udsendt"} & set(words[:3]) and "høring" in words[:5]:
        return Kind.FORWARD  # "godkendes til udsendelse i høring"
    if (lemma, *words[:1]) == ("vende", "med") or (tuple(words[:2]) in (("op", "med"), ("op", "af")) and lemma in ("tage", "samle")):
        return Kind.TASK  # "Tages op med rådgiveren", "vendes med holdlederne": a talk; "Tallene samles op af Dorte"
    if lemma in ("tage", "følge", "samle", "bringe") and "op" in words[:4]:
        later = later or occasion_of(sentence, clause) or ("i", "forbindelse") in pairwise(words)
        return Kind.STATUS if has_day or again or later or lemma not in ("tage", "bringe") or ordered else None
    if lemma == "tage" and ("dagsordenen" in words or "dagsorden" in words) and "af" in words:
        return Kind.DEFERRAL
    if lemma in ("tage", "behandle") and any(w in ("gang",) for t in times for w in t.text.casefold().split()[-1:]):
        return Kind.DEFERRAL if lemma == "tage" and "igen" not in words else Kind.STATUS
    if (
        lemma == "sætte"
        and words[:1] != ["op"]
        and ("på" in words or "som" in words or any(t.text.casefold().startswith("på ") for t in times))
        and (
            names_agenda(words)
            or "møde" in words[:4]
            or any(t.deadline.anchor or "mød" in t.text for t in times)
            or recipients
            or "igen" in words
        )
    ):
        return Kind.FORWARD if any(is_body(sentence, r) for r in recipients) else Kind.STATUS
    own = bool(recipients) and all(is_own_forum(sentence, r) for r in recipients)
    if (has_day and told_again(lemma, words, times, own)) or (own and laid_first(clause, lemma)):
        return Kind.STATUS
    if (lemma in ("stille", "sætte", "lægge") and tuple(words[:2]) in _ON_HOLD) or (lemma == "lade" and words[:1] == ["ligge"]):
        return Kind.DEFERRAL
    if lemma in ("tage", "medtage", "hente") and "igen" in words[:3] and has_day:
        return Kind.STATUS  # "Punktet tages med igen i april", "Politikken hentes frem igen til efteråret"
    if lemma == "tage" and has_day and (("punkt" in words[:4] and "som" in words[:3]) or _only_when(sentence, clause)):
        return Kind.DEFERRAL  # "Tages den 23. november som første punkt", "Ikke færdigt. Tages 18/6."
    if lemma == "tage" and (words[:2] == ["på", "igen"] or (("på", "ny") in pairwise(words[:4]) and has_day)):
        return Kind.STATUS  # "Punktet tages på igen, når budgettet er vedtaget"
    if lemma == "tage" and words[:1] == ["af"] and not has_day:
        return None
    if lemma in _EVENTS and tells_of_event(sentence, clause, words, has_day):
        return None
    if lemma == "tage" and any(t.deadline.anchor or "møde" in t.text.casefold() for t in times):
        return Kind.STATUS  # "Den tages på mødet den 20. marts"
    if (lemma == "medtage" and "punkt" in words) or (lemma == "optage" and (names_agenda(words) or ("på", "ny") in pairwise(words))):
        return Kind.STATUS
    if (has_day or occasion_of(sentence, clause)) and measured(sentence, clause, lemma, again=again):
        return Kind.STATUS  # "Erfaringerne gøres op efter et år"
    if lemma in _REPORTED and (
        (lemma != "lægge" and is_status_object(words)) or (words[:1] != ["på"] and _status_subject(sentence, clause))
    ):
        return Kind.STATUS if has_day or ordered or lemma in ("lave",) or occasion_of(sentence, clause) else None
    if lemma in _DECIDED_LATER or (lemma == "lægge" and words[:1] == ["fast"]):
        return decided_on(sentence, clause, lemma, times, towards=towards)
    if lemma == "fremlægge" and words[:1] == ["frem"] and words[1:2] in (["på"], ["i"], ["ved"]) and not (has_day or recipients):
        return Kind.TASK  # "De lægges frem på bibliotekerne"
    if lemma == "vise" and (any(t.deadline.anchor or "mød" in t.text for t in times) or (has_day and "møde" in words)):
        return Kind.STATUS  # "Skitserne vises på mødet i april"
    at_meeting = has_day and any(
        t.text.casefold().startswith(("på ", "ved ")) and (t.deadline.anchor or "mød" in t.text.casefold()) for t in times
    )
    if lemma in _SETTLED_TOGETHER and (at_meeting or later) and not recipients and not _agent(sentence, clause):
        return Kind.STATUS  # "Planlægges på næste møde"
    if lemma in COMES_BACK or (lemma == "revidere" and any(t.deadline.anchor for t in times)):
        if lemma in ("orientere", "informere", "underrette") and subject.kind == PARTY and not acts_for_forum(sentence, subject):
            return Kind.TASK if has_day or ordered or subject.sure >= 2 else None
        elsewhere = [r for r in recipients if not is_own_forum(sentence, r)]
        if elsewhere and lemma in ("forelægge", "præsentere", "fremlægge"):
            return Kind.FORWARD if any(is_body(sentence, r) for r in elsewhere) else Kind.TASK
        vague = any(t.deadline.precision == "none" for t in times)
        if lemma == "gennemgå" and not (again or vague) and _gone_through(sentence, clause, words, times, ordered):
            return Kind.TASK
        if has_day or again or ordered or vague or lemma in WITHOUT_TIME or occasion_of(sentence, clause):
            return Kind.STATUS
        return None
    return _act_kind(sentence, clause, subject, lemma, words, recipients, times, ordered)


_ON_HOLD = frozenset({("i", "bero"), ("på", "pause"), ("på", "is"), ("på", "hylden"), ("på", "standby"), ("på", "hold")})
_SETTLED_TOGETHER = frozenset("planlægge aftale fastlægge fordele prioritere udvælge færdiggøre afklare".split())
"""What a meeting does together: done at a coming one, the matter returns."""


def _agent(sentence: Sentence, clause: Clause) -> bool:
    return "af" in sentence.low(clause.verb, clause.end)


def _again(words: list[str]) -> bool:
    return ("på", "ny") in pairwise(words) or any(w in words for w in ("igen", "videre", "atter", "næste"))


def _act_kind(  # noqa: PLR0912
    sentence: Sentence,
    clause: Clause,
    subject: Subject,
    lemma: str,
    words: list[str],
    recipients: list[Mention],
    times: list[TimeExpression],
    ordered: bool,
) -> Kind | None:
    """The kind of an act that neither comes back nor goes on by its verb."""
    has_day = dated(sentence, clause)
    if lemma == "oplyse" and words[:1] == ["om"] and subject.kind == PARTY and not acts_for_forum(sentence, subject):
        return Kind.TASK if subject.sure >= 2 else None  # "Foreningen oplyses om, at der ikke er plads"
    if lemma in ("prøve", "teste", "afprøve"):
        for_a_time = any("trial" in t.rules for t in times) or "periode" in words or "over" in words
        return Kind.STATUS if lemma == "prøve" or for_a_time else Kind.TASK
    if lemma == "træffe" and has_day:
        return Kind.STATUS  # "Valg af leverandør træffes den 12. juni"
    if lemma in ("udpege", "vælge", "indstille") and subject.kind == PARTY and not has_day:
        return None  # "Bo og Ea udpeges": chosen by saying so
    if lemma == "forlænge" and has_day and any(t.low.startswith(TRIALS) for t in sentence.tokens[clause.opener : clause.verb]):
        return Kind.STATUS
    if (lemma == "træffe" or (lemma == "meddele" and any(w.endswith(_RULINGS) for w in words[:3]))) and not has_day:
        return None
    if "uændret" in words[:2] or "permanent" in words[:2] or (lemma == "tage" and words[:2] == ["i", "brug"]):
        return None  # "Kontingentet holdes uændret", "tages i brug fra august": done by deciding, or told of a start
    if (lemma, *words[:2]) in _SETTLED or (lemma, *words[:1]) == ("springe", "over"):
        return None
    if (lemma == "spare" or (lemma == "sætte" and "af" in words)) and {"mio", "kr", "procent", "pct"} & set(words):
        return None  # "Der skal spares 4 mio. kr.": what the budget says
    if lemma == "åbne" and ("kl" in words or any("kl." in t.text for t in times)):
        return None  # "åbnes der kl. 9": opening hours
    if lemma == "planlægge" and words[:1] == ["med"]:
        return None  # "Der planlægges med to direktører": reckoned with
    if lemma == "vedlægge" and not has_day and words[:1] in ([], ["referatet"], ["som"]):
        return None  # "De vedlægges": with this very referat
    if lemma in ("slette", "lukke") and names_matter(sentence, clause) and not has_day:
        return None  # "punktet slettes": done by saying so
    if lemma == "trække" and words[:1] and (words[0] in ("fra", "tilbage") or words[0].startswith("fra ")):
        return None  # "Sagen trækkes fra marts": withdrawn by saying so
    if lemma == "tage" and words[:1] and words[0] in ("alvorligt", "højde", "hensyn", "udgangspunkt", "forbehold"):
        return None  # values: "skal tages alvorligt"
    opening = sentence.tokens[clause.field[0]] if clause.field[0] < clause.field[1] else None
    named = subject.kind == PARTY or (opening is not None and sentence.tokens[clause.verb - 1].capital)  # "Ældre Sagen spørges"
    if lemma == "spørge" and opening is not None and opening.capital and named:
        return Kind.TASK  # "Amalie spørges, om hun vil"
    if (lemma == "spørge" and words[:1] == ["rundt"]) or (lemma == "give" and words[:2] == ["videre", "til"]):
        return Kind.TASK
    if lemma == "give" and not recipients and (any(w.endswith("frist") for w in words[:4]) or not any(w in words for w in _MESSAGES)):
        first = sentence.tokens[clause.field[0]].low.removesuffix("et").removesuffix("en") if clause.field[0] < clause.field[1] else ""
        return Kind.TASK if first in _MESSAGES else None
    if lemma == "afholde" and any(t.low.startswith("udgift") for t in sentence.tokens[clause.start : clause.end]):
        return None
    if lemma == "finde" and ordered and words[:1] in (["en"], ["et"], ["nye"], ["ny"], ["nyt"], ["flere"], ["to"], ["tre"], ["andre"]):
        return Kind.TASK
    if lemma == "se" and {"efter", "igennem"} & set(words[:2]):
        return Kind.STATUS if any(t.deadline.anchor or "mød" in t.text for t in times) else Kind.TASK
    if lemma == "se" and "på" in words[:2] and "især" not in words[:1]:
        return Kind.STATUS if _again(words) and has_day else Kind.TASK
    if (
        lemma in _NOT_ACTS
        and not (lemma in _CARRYING and words[:1] and words[0] in _PARTICLES)
        and not (ordered and lemma in ("betale", "føre", "vælge", "måle", "mærke", "spørge"))
        and not (lemma == "aftale" and words[:1] == ["med"] and len(words) > 1)  # "Omkørsel aftales med politiet"
        and not (
            lemma == "aftale" and any(w.endswith("møde") and b == "med" for w, b in pairwise(words[:5]))
        )  # "Der aftales et møde med Ea"
        and not (has_day and lemma in ("betale", "vælge", "finde", "aftale", "mærke"))
        and not (lemma == "måle" and (has_day or _again(words)))  # "Indeklimaet måles igen, når 2. sal er færdig"
        and not (has_day and lemma == "stemme" and subject.kind != EXPLETIVE)  # "Orglet stemmes i uge 48"
        and not (lemma == "oplyse" and recipients)
        and not (lemma == "henlægge" and any(t.text.startswith("til ") for t in times))  # "Temadagen henlægges til foråret"
    ):
        return None
    return Kind.TASK


def _opened_put_off(sentence: Sentence, clause: Clause) -> bool:
    return sentence.words(0, 1) in ("udsat", "udskudt") and clause is sentence.clauses[0]  # "Udsat og sættes på til næste møde"


_GOES_ON = ("gentage", "fortsætte")


_SETTLED = (("holde", "inden", "for"), ("lægge", "til", "grund"))
_RULINGS = ("afslag", "dispensation", "tilladelse", "godkendelse", "påbud", "bevilling")


def _status_subject(sentence: Sentence, clause: Clause) -> bool:
    return has_status_noun(sentence.low(*clause.field))
