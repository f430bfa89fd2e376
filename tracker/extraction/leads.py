"""Which clauses may carry a commitment: main clauses, and that-clauses a decision leads in."""

from __future__ import annotations

import re

from tracker.danish.verbs import Form, Sense, pick
from tracker.domain.followup import Kind
from tracker.domain.minutes import SectionKind
from tracker.domain.party import PartyKind
from tracker.extraction.clause import ADVERBS, Clause
from tracker.extraction.deadlines import NEAR_BEFORE
from tracker.extraction.find import Find, Sentence
from tracker.extraction.mention import SURE
from tracker.extraction.passage import Passage
from tracker.extraction.phrasing import APPROVAL_WORDS, ASK_WORDS, COMMENT_WORDS, LEAD_WORDS, SUPPORT_WORDS
from tracker.extraction.recipients import recipients_of
from tracker.extraction.rules.helpers import acts_for_forum
from tracker.extraction.rules.passive_kinds import WITHOUT_TIME
from tracker.extraction.subjects import FORUM_WE, PARTY, subject_of
from tracker.extraction.telling import Telling
from tracker.extraction.tokens import TIME, WORD
from tracker.extraction.vocabulary import PUT_OFF, PUTTING_OFF, QUESTION_WORDS, SEEING_TO

_FEW = 4
"""Words; so many at most stand between "Husk" and its that-clause."""
_SENT_BACK = frozenset("udsætte udskyde tilbagesende hjemvise sende blive".split())
_PUT_OFF = (*PUT_OFF, "udsættes", "udskydes", "bordlægges")
_RULED = frozenset("besluttet besluttede vedtaget vedtog bestemt bestemte fastsat fastsatte".split())
_FELL = re.compile(
    r"[.;]?\s{0,9}(?:(?:for|imod|afstemning)\b[^.\n]{0,150}\.\s{1,3}){0,3}(?:(?:dette |det |ændrings)?forslag(?:et)? )?"
    r"(?:faldt(?! i)|bortfaldt|(?:blev |er )?(?:forkastet|nedstemt|ikke vedtaget))\b",
    re.IGNORECASE,
)
_VOTES = re.compile(
    r"[.;]?\s{0,9}(?:stemmer )?for(?: stemte)?:? ?(\d{1,3})\b[^\n]{0,80}\s{1,9}(?:stemmer )?i?mod(?: stemte)?:? ?(\d{1,3})\b", re.IGNORECASE
)
_BEHIND = 300  # characters behind a motion, in which it says what became of it
_TAKEN_UP = frozenset("behandle drøfte gennemgå fremlægge forelægge præsentere".split())
_ASKING = frozenset("redegøre begrunde spørge undersøge drøfte undre vide forklare fortælle diskutere afklare forstå se gå".split())


def asks_directly(sentence: Sentence, clause: Clause) -> bool:
    """ "Risiko: Hvordan forholder vi os til udløbet?": a question behind a colon, with its verb before its subject."""
    begin = clause.start
    if begin == 0 or sentence.tokens[begin - 1].text != ":" or sentence.tokens[begin].low not in QUESTION_WORDS:
        return False
    return clause.verb - begin <= _WORDS_ASKED


_WORDS_ASKED = 3
"""Words before the verb of a question: "Hvor mange penge | bruger vi"."""


class Leads(Telling):
    """Decides which clauses of a sentence are open to the rules."""

    passage: Passage
    approved = False  # whether an approval alone led in the that-clause at hand

    def _asked(self, sentence: Sentence, clause: Clause, find: Find) -> None:
        """One member's wish that somebody does something is optional; the forum's is not."""
        if clause.link != "at" or clause.parent is None:
            return
        governor = clause.parent
        low = sentence.tokens[governor.verb].low
        if ASK_WORDS.match(low):
            subject = subject_of(sentence, governor)
            single = subject.words.startswith(("et medlem", "en ")) or (
                all(p.kind in (PartyKind.PERSON, PartyKind.UNKNOWN) for p in subject.parties) and bool(subject.parties)
            )
            if single:
                find.optional = True

    def _open(self, sentence: Sentence, clause: Clause, lead: str) -> bool:
        """Whether a clause may carry a commitment: main clauses, and those a decision leads in."""
        if clause.link == "main":
            return not asks_directly(sentence, clause)
        if clause.link == "idet" and clause.form.lemma == "ville" and sentence.tokens[0].low in _PUT_OFF:
            return any(t.kind == TIME for t in sentence.tokens[clause.start : clause.end])  # "Udsat, idet udvalget vil se stedet": why
        if clause.link in ("hvorefter", "idet", "hvorpå"):
            return clause.link != "idet" or not any(
                c is not clause and c.resumed is not None and c.start <= clause.start for c in sentence.clauses
            )
        self.approved = False
        if clause.link == "at":
            moved = clause.parent is not None and clause.parent.form.lemma in ("flytte", "rykke")
            aim = "arbejde for" in sentence.words(max(0, clause.start - 3), clause.opener)  # "besluttede at arbejde for, at gebyret sænkes"
            return not (moved or aim) and self._led(sentence, clause, lead)  # "flyttes således, at mødet holdes den 10. juni": one card
        if clause.link == "hv" and (
            self._at_which(sentence, clause) or (clause.head is not None and self._open(sentence, clause.head, lead))
        ):
            return True  # ", hvorfor Karina undersøger, om det går, | og melder tilbage"
        if self._sums_up(sentence, clause):
            asked = clause.form.form is Form.PASSIVE and clause.form.lemma in ("bede", "anmode", "pålægge")
            told = clause.form.lemma == "blive" and sentence.low(clause.verb + 1, clause.verb + 2) in (["bedt"], ["anmodet"], ["pålagt"])
            asked = asked or told  # ", hvilket forvaltningen blev bedt om at regne på"
            if clause.form.lemma in ("indebære", "betyde", "medføre"):
                return True  # says nothing itself; what it means may be ordered
            passive = clause.form.form is Form.PASSIVE
            put_off = passive and clause.form.lemma in PUTTING_OFF
            then = sentence.tokens[clause.opener - 1].low == "hvorfor" and any(
                t.kind == TIME for t in sentence.tokens[clause.verb : clause.end]
            )
            put_off = put_off or ((passive or clause.form.lemma == "skulle") and then)  # ", hvorfor planen sendes til Byrådet i juni"
            why = sentence.tokens[clause.opener - 1].low == "hvorfor" and clause.form.sense is Sense.DO
            onward = passive and why and bool(recipients_of(sentence, clause, clause.form.lemma, subject_of(sentence, clause)))
            put_off = put_off or onward  # ", hvorfor ansøgningen videregives til Teknisk Udvalg"
            return put_off or ((asked or clause.form.form is Form.PRESENT) and subject_of(sentence, clause).kind == PARTY)
        if clause.link == "så":
            moved = clause.parent is not None and clause.parent.form.lemma in ("flytte", "rykke") and clause.form.form is Form.PASSIVE
            return not moved and self._follows(sentence, clause)  # "rykkes, så den holdes den 20. marts": one card
        if clause.link in ("mens", "ligesom"):
            return self._beside(sentence, clause)
        return clause.link == "som" and self._relative(sentence, clause)

    def _beside(self, sentence: Sentence, clause: Clause) -> bool:
        """ "Bo bestiller mad, mens Ea finder en sal": two acts side by side."""
        parent = clause.parent
        timed = any(t.kind == TIME for t in sentence.tokens[clause.verb : clause.end])
        acts = clause.form.sense in (Sense.DO, Sense.LIGHT, Sense.COMMENT) or (clause.form.sense is Sense.REPORT and timed)
        acts = acts and clause.form.form is Form.PRESENT  # "mens medarbejdersiden meddeler sine navne inden jul"
        told = (
            clause.form.lemma == "få" and sentence.words(clause.verb + 1, clause.verb + 3) == "til opgave"
        )  # ", ligesom Bo fik til opgave at …"
        stands = parent is not None and parent.link in ("main", "at", "idet") and clause.start > parent.verb
        beside = stands and parent is not None and parent.form.form in (Form.PRESENT, Form.PASSIVE)
        subject = subject_of(sentence, clause)
        ordered = clause.form.lemma == "skulle" and timed
        asked = clause.form.form is Form.PASSIVE and clause.form.lemma in ("bede", "anmode", "pålægge")
        beside = beside or (told and stands)
        return (acts or ordered or asked or told) and beside and subject.kind == PARTY and subject.sure >= SURE

    def _follows(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether a clause with "så" tells what is done as a result, not for what purpose: it has main order or a time, or is past."""
        timed = any(t.kind == TIME for t in sentence.tokens[clause.start : clause.end])
        form = clause.form
        if clause.verb > clause.opener and all(t.low in ADVERBS or t.kind == TIME for t in sentence.tokens[clause.opener : clause.verb]):
            return True  # ", så nu rykker hun"
        if form.form is Form.PAST:
            return True
        if form.lemma == "vente":
            return timed or any(s.link in ("til", "indtil") for s in clause.subs)  # ", så det venter, til Lars er tilbage"
        if form.form is Form.PASSIVE or form.lemma in ("komme", "vende", "ryge", "blive"):
            return timed  # ", så punktet kommer på igen i maj"
        tells = form.sense is Sense.REPORT and bool(recipients_of(sentence, clause, form.lemma, subject_of(sentence, clause)))
        told_then = timed and form.sense in (Sense.REPORT, Sense.DECIDE, Sense.COMMENT)  # ", så Økonomi forelægger tallene ved årsskiftet"
        if (tells or told_then or form.sense.value in ("do", "light", "begin")) and form.form is Form.PRESENT:
            subject = subject_of(sentence, clause)
            persons = (PartyKind.PERSON, PartyKind.UNKNOWN, PartyKind.ROLE)
            named = subject.kind == PARTY and all(p.kind in persons and p.sure >= SURE for p in subject.parties)
            return named or (timed and subject.kind in (PARTY, FORUM_WE))
        if form.lemma == "have" and form.form is Form.PRESENT and timed and sentence.words(clause.verb, clause.end).find(" med at ") > 0:
            return True  # ", så afdelingerne har til den 11. maj med at svare"
        return form.lemma in ("skulle", "måtte") and timed

    def _at_which(self, sentence: Sentence, clause: Clause) -> bool:
        """ "Næste møde er den 11. juni, hvor Rashid står for kaffen": what somebody does on the day just told."""
        first = sentence.words(clause.start, clause.opener) == ", hvor"
        if not first or any(c.link == "main" and c.verb > clause.verb and c.start < clause.start for c in sentence.clauses):
            return False  # also "Inden den 14. maj, hvor Lis holder reception, køber Bo en gave"
        evaluated = clause.form.form is Form.PASSIVE and (clause.form.lemma in WITHOUT_TIME or clause.form.lemma in _TAKEN_UP)
        if evaluated and any(t.kind == TIME for t in sentence.tokens[max(0, clause.start - NEAR_BEFORE) : clause.start]):
            return True  # "Forsøget kører frem til sommerferien, hvor det evalueres"
        mooted = clause.parent is not None and sentence.low(clause.parent.verb, clause.parent.verb + 3)[1:2] == ["foreslået"]
        if clause.form.form is not Form.PRESENT or mooted:
            return False  # also "Der blev foreslået den 19. maj, hvor gruppen holder møde"
        planned = clause.form.lemma == "ville"  # ", hvor René og Jan vil gennemføre holdene"
        near = sentence.tokens[max(0, clause.start - NEAR_BEFORE) : clause.start]  # "den 28/4 kl. 12 på skolen, hvor alle hjælper"
        subject = subject_of(sentence, clause)
        acts = (
            (clause.form.sense in (Sense.DO, Sense.LIGHT, Sense.REPORT) or planned)
            and (clause.form.lemma != "deltage" or (clause.parent is not None and sentence.low(*clause.parent.field) == ["der"]))
            and subject.kind == PARTY
            and subject.sure >= SURE
        )
        return acts and any(t.kind == TIME for t in near)

    def _sums_up(self, sentence: Sentence, clause: Clause) -> bool:
        """ "…, hvilket Bo følger op på": a relative clause about all that stands before it says something new."""
        if clause.link != "hv":
            return False
        words = sentence.words(clause.start, clause.opener)
        governor = clause.parent
        asked = clause.start == 0 if governor is None else governor.form.lemma in _ASKING and not _has_object(sentence, governor, clause)
        asked = asked or "?" in sentence.text[sentence.start : sentence.end]
        what = words.endswith(", hvad") and clause.form.lemma in (SEEING_TO | {"undersøge"}) and not asked
        return what or words.endswith(", hvilket") or (words.endswith(", hvorfor") and not asked)

    def _amended(self, sentence: Sentence, clause: Clause) -> bool:
        before = sentence.words(max(0, clause.start - 3), clause.start)
        return before.endswith(("ændring", "præcisering", "forudsætning", "betingelse", "ændring om", "præcisering af"))

    def _led(self, sentence: Sentence, clause: Clause, lead: str) -> bool:
        governor = clause.parent
        while governor is not None and governor.head is not None and governor.link == "at":
            governor = governor.parent
        begin = governor.start if governor is not None else 0
        if sentence.words(clause.start, clause.opener).endswith("således at"):
            return governor is None or governor.form.lemma not in ("formulere", "forstå", "tolke")
        stop = _first_of(sentence, clause, begin)
        before = self.passage.text[sentence.tokens[begin].start : sentence.tokens[stop].start].casefold() if stop > begin else ""
        if before.rstrip(" ,").endswith("henblik på") and governor is not None and governor.form.lemma in _SENT_BACK:
            return subject_of(sentence, clause).kind == PARTY  # "udsættes med henblik på, at forvaltningen belyser prisen"
        if before.rstrip(" ,").endswith((" sikre", " sørge for", " foranledige", "forudsætning af", "betingelse af")):
            return False  # "blev anmodet om at sikre, at gruppen får lejlighed til …": what is seen to
        if not before.strip() and not governor:
            return self.passage.section is SectionKind.RECOMMENDATION or bool(LEAD_WORDS.search(lead))
        if governor is None and before.strip(" ,").split(" ")[0] == "husk" and len(before.split()) < _FEW:
            return True  # "Husk, at alle plakater skal hænge senest fredag"
        told = [t.time for t in sentence.tokens[begin : clause.start] if t.kind == TIME and t.time] if governor is not None else []
        if told and all(t.past for t in told):
            return False
        if governor is not None and governor.form.lemma in ("indebære", "betyde", "medføre"):
            return self._ordered_by(sentence, clause)
        if self._told_of(sentence, clause, governor, before):
            return True
        if (COMMENT_WORDS.search(before) and not LEAD_WORDS.search(before)) or self._fell(sentence, before):
            return False
        if "ikke" in before.split() or "sidste møde" in before or {"havde", "dengang", "tidligere"} & set(before.split()):
            return False
        if governor is not None and _RULED & set(before.replace(",", "").split()) and subject_of(sentence, governor).outsider:
            return False  # "Regeringen har besluttet, at skolerne lukker": what others decided of all
        self.approved = not LEAD_WORDS.search(before) and not ASK_WORDS.search(before)
        supported = governor is not None and SUPPORT_WORDS.search(before) and acts_for_forum(sentence, subject_of(sentence, governor))
        return not self.approved or bool(APPROVAL_WORDS.search(before)) or bool(supported)

    def _fell(self, sentence: Sentence, before: str) -> bool:
        """ "Ib stillede forslag om, at sagen udsættes. Forslaget faldt."."""
        moved = " forslag om" in before.replace(" ændringsforslag", " forslag") and not {"vedtog", "vedtaget"} & set(before.split())
        moved = moved or before.rstrip(" ,").endswith("ændringsforslag")
        stop = min(self.passage.end, sentence.end + _BEHIND)
        votes = _VOTES.match(self.passage.text, sentence.end, stop) if moved else None
        if votes is not None and int(votes[1]) <= int(votes[2]):
            return True  # "For stemte: 1 (L)" / "Imod stemte: 5 (A, F)"
        return moved and _FELL.match(self.passage.text, sentence.end, stop) is not None

    def _done_by_approving(self, clause: Clause, find: Find) -> bool:
        """ "godkendte, at der ansættes to elever" is done by saying so; "…, at planen sendes i høring" is not."""
        due = any(t.deadline.due for t in find.times)
        bare = find.kind is Kind.TASK and not find.responsible and not find.recipients and not due
        return clause.link == "at" and self.approved and bare


def _has_object(sentence: Sentence, governor: Clause, clause: Clause) -> bool:
    """Whether what is asked or talked of is told before the clause: "drøftede planen, hvorfor …", unlike "drøftede, hvorfor …"."""
    between = sentence.tokens[governor.verb + 1 : clause.start]
    return any(t.kind == WORD and t.low not in ADVERBS and pick(t.low, Form.PARTICIPLE) is None for t in between)


def _first_of(sentence: Sentence, clause: Clause, begin: int) -> int:
    """Where the first of the that-clauses side by side begins: what leads in one leads in all, and what one denies the next doesn't."""
    beside = [c.start for c in sentence.clauses if c.link == "at" and c.parent is clause.parent and begin < c.start <= clause.start]
    return min(beside, default=clause.start)
