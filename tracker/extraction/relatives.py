"""Relative clauses that say what is to be done: "…, som Bo bestiller", "…, som bedes belyse prisen" (GUIDE.md section 4, "One or two")."""

from __future__ import annotations

from itertools import pairwise

from tracker.danish.verbs import Form, Sense, pick
from tracker.domain.party import PartyKind
from tracker.extraction.clause import Clause
from tracker.extraction.deadlines import has_day, times_of
from tracker.extraction.find import Find, Sentence
from tracker.extraction.labelled import Labelled
from tracker.extraction.mention import LIKELY, SURE, Mention
from tracker.extraction.receivers import KEEPING, receiver_acts
from tracker.extraction.subjects import PARTY, Subject, subject_of
from tracker.extraction.tokens import SIGN, TIME
from tracker.extraction.vocabulary import PUT_OFF

_SOMEBODY = (PartyKind.PERSON, PartyKind.ROLE, PartyKind.DEPARTMENT)
_BACK_THEN = frozenset("præsentere forelægge fremlægge drøfte behandle gennemgå vise".split())
_SENT_BACK = frozenset("tilbagesende hjemvise overdrage henvise overlade".split())
_ONWARD = frozenset(
    "sende udsende oversende fremsende indsende indberette aflevere forelægge fremlægge udgive offentliggøre omdele".split()
)


_CHANGES = ("rettelser", "rettelse", "ændringer", "ændring", "tilføjelser", "tilføjelse", "bemærkninger", "præciseringer", "justeringer")
_APPROVED = frozenset("godkendt godkendte godkendes vedtaget vedtog tiltrådt tiltrådte taget".split())
_LONGEST_CHANGE = 6
"""Tokens; the changes a text is approved with stand so near before the relative clause that says who makes them."""
_ASKED_FOR = frozenset("efterspørge efterlyse savne mangle spørge bede".split())
"""What was asked for at the meeting, and who comes with it: "Bo efterlyste tallene, som Ea sender"."""
_GRANTING = frozenset("bevilge afsætte tildele godkende frigive".split())
"""What a meeting granted, and who does something with it: "bevilgede to stillinger, som HR slår op"."""
_NEAR, _LONGEST_LIST = 6, 12
"""Tokens before a relative clause within which the one it is about stands, and a list of names begins."""


def antecedent(sentence: Sentence, clause: Clause) -> Subject | None:
    """The party a relative clause is about: "forvaltningen, som bedes ..."."""
    relative = clause.head if clause.head is not None and clause.head.link == "som" else clause  # "Bo, der ringer og | aftaler en tid"
    limit = relative.start
    first = relative.parent.verb if relative.parent else 0
    best: list[Mention] = []
    for begin in range(limit - 1, max(first, limit - _LONGEST_LIST), -1):
        if begin < limit - _NEAR and not best:
            break
        found, stop = sentence.reader.group(begin, limit)
        if not found or stop != limit:
            continue
        if any(m.kind not in (PartyKind.PERSON, PartyKind.UNKNOWN) for m in found):
            return Subject(PARTY, best or _whole_name(sentence, found, max(first, limit - _LONGEST_LIST), begin, limit), clause.verb + 1)
        best = found if len(found) >= len(best) else best  # with all of the name
    return Subject(PARTY, best, clause.verb + 1) if best else None


def _whole_name(sentence: Sentence, found: list[Mention], first: int, begin: int, limit: int) -> list[Mention]:
    """The unit that a noun before a relative clause is the last word of: "Center for Ejendomme & Plan, der …"; all that stand right behind
    the verb: "Det er TR og AMR, der …"."""
    for earlier in range(first + 1, begin):
        named, stop = sentence.reader.group(earlier, limit)
        if stop == limit and named and named[0].start == earlier and (len(named) == 1 or earlier == first + 1):
            return named
    return found


def _agreed(sentence: Sentence, clause: Clause) -> bool:
    """ "Der var flertal for en forsøgsordning": what a meeting agreed on."""
    words = sentence.low(clause.verb + 1, clause.verb + 4)
    return clause.form.lemma == "være" and not _AGREEMENTS.isdisjoint(words)


_AGREEMENTS = frozenset("flertal enighed opbakning tilslutning stemning enige enig".split())


class Relatives(Labelled):
    """Decides which relative clauses are open to the rules."""

    def _relative(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether a relative clause tells something new that is to be done, not only which one is meant."""
        if sentence.words(clause.start, clause.opener).endswith("hvis"):
            return False  # "to hjælpere, hvis navne meldes til Bo": goes with what it describes
        if clause.parent is None and clause.form.lemma == "ville" and sentence.tokens[clause.verb + 1 :][:1]:
            return sentence.tokens[clause.verb + 1].low == "blive"  # "Ny folder udarbejdet, som vil blive lagt på nettet"
        if (
            self._asked_of(sentence, clause)
            or self._cleft(sentence, clause)
            or (clause.head is not None and clause.head.link == "som" and self._cleft(sentence, clause.head))
            or self._member_of(sentence, clause)
            or self._held_by(sentence, clause)
            or (clause.parent is not None and receiver_acts(sentence, clause.parent, clause))
        ):
            return True
        back = clause.parent is not None and clause.parent.form.lemma in _SENT_BACK
        told = sentence.low(clause.parent.verb + 1, clause.start) if clause.parent is not None else []
        returned = bool({("tilbage", "til"), ("retur", "til")} & set(pairwise(told[-_NEAR:])))
        if (returned or (clause.form.lemma == "skulle" and back)) and antecedent(sentence, clause) is not None:
            return True  # "tilbagesendes til forvaltningen, der skal indhente …"
        taken = clause.form.lemma == "tage" and clause.form.form is Form.PASSIVE
        unreached = clause.parent is not None and clause.parent.form.lemma in ("nå", "være")
        return (
            (taken and unreached)
            or self._in_hand(sentence, clause)
            or self._item_put_off(sentence, clause)
            or self._seen_again(sentence, clause)
            or self._taken_on(sentence, clause)
            or self._goes_on_then(sentence, clause)
            or self._approved_goes_on(sentence, clause)
            or self._must_by(sentence, clause)
            or self._changed_by(sentence, clause)
        )

    @staticmethod
    def _changed_by(sentence: Sentence, clause: Clause) -> bool:
        """ "Godkendt med enkelte rettelser, som Bo skriver ind": who makes the changes a text was approved with."""
        if clause.form.form is not Form.PRESENT or clause.form.sense is not Sense.DO or clause.field[0] >= clause.field[1]:
            return False
        near = sentence.low(max(0, clause.start - _LONGEST_CHANGE), clause.start)
        changed = "med" in near and any(w.endswith(_CHANGES) for w in near[near.index("med") :])
        approved = not _APPROVED.isdisjoint(sentence.low(0, clause.start))
        subject = subject_of(sentence, clause)
        return changed and approved and subject.kind == PARTY and all(p.sure >= SURE and not p.outsider for p in subject.parties)

    @staticmethod
    def _names_doer(sentence: Sentence, clause: Clause, found: list[Find]) -> bool:
        """ "Tallene skal med i rapporten, som Dorthe afleverer medio april": where what stands above is only a remark, the card is hers;
        the remark's find goes."""
        above = next((f for f in found if f.clause is clause.parent), None)
        own = clause.field[0] < clause.field[1] and clause.form.sense is Sense.DO and has_day(times_of(sentence, clause))
        if above is None or not above.optional or "request" in above.signals or not own:
            return False
        subject = subject_of(sentence, clause)
        named = subject.kind == PARTY and all(p.sure >= LIKELY and p.kind is not PartyKind.BODY and not p.outsider for p in subject.parties)
        if named:
            found.remove(above)
        return named

    @staticmethod
    def _must_by(sentence: Sentence, clause: Clause) -> bool:
        """ "et skema, som lederne skal besvare inden den 3. maj": what somebody must do by a day, wherever it is told."""
        parent = clause.parent
        if parent is None or not parent.main or clause.form.lemma != "skulle" or clause.form.form is not Form.PRESENT:
            return False
        doing = (pick(t.low, Form.INFINITIVE) for t in sentence.tokens[clause.verb + 1 : clause.end])
        first = next((v for v in doing if v is not None), None)
        if first is None or first.sense is not Sense.DO:
            return False  # "som skal ligge klar", "som Bo skal have"
        own = clause.field[0] < clause.field[1] and any(t.kind != TIME for t in sentence.tokens[slice(*clause.field)])
        subject = subject_of(sentence, clause) if own else antecedent(sentence, clause)
        named = subject is not None and subject.kind == PARTY and all(p.sure >= SURE and not p.outsider for p in subject.parties)
        return named and has_day(times_of(sentence, clause))

    @staticmethod
    def _in_hand(sentence: Sentence, clause: Clause) -> bool:
        """ "Forvaltningen er i gang med en analyse, som præsenteres på mødet i november": what is under way comes back then."""
        parent = clause.parent
        if parent is None or clause.form.form is not Form.PASSIVE or clause.form.lemma not in _BACK_THEN:
            return False
        under_way = (parent.form.lemma == "være" and "gang" in sentence.low(parent.verb, parent.verb + 4)) or parent.form.lemma == "arbejde"
        return under_way and any(t.time is not None and not t.time.past for t in sentence.tokens[clause.verb : clause.end])

    @staticmethod
    def _item_put_off(sentence: Sentence, clause: Clause) -> bool:
        """ "Dagsorden godkendt bortset fra punkt 6, som udsættes til næste møde": an item, not a feast somebody told of."""
        near = sentence.low(max(0, clause.start - 3), clause.start)
        item = any(w.startswith(("punkt", "pkt", "sagen", "emnet")) for w in near)
        was = clause.form.lemma == "blive" and not PUT_OFF.isdisjoint(sentence.low(clause.verb + 1, clause.verb + 3))
        put_off = was or (clause.form.form is Form.PASSIVE and clause.form.lemma in ("udsætte", "udskyde", "bordlægge"))
        return item and put_off and any(t.kind == TIME for t in sentence.tokens[clause.verb : clause.end])

    def _asked_of(self, sentence: Sentence, clause: Clause) -> bool:
        """ "tilbage til forvaltningen, som bedes belyse …", "…, som blev bedt om at komme tilbage": asked of the one just named."""
        if clause.form.lemma in ("bede", "anmode"):
            return clause.form.form is Form.PASSIVE
        told = {t.low for t in sentence.tokens[clause.verb : clause.verb + 5]}
        return clause.form.lemma == "blive" and clause.form.form is Form.PAST and bool({"bedt", "anmodet", "pålagt"} & told)

    def _member_of(self, sentence: Sentence, clause: Clause) -> bool:
        """ "Udvalget består af Bo og Ea, som finder en dato": what those named do in it."""
        parent = clause.parent
        made_up = parent is not None and parent.form.lemma == "bestå" and "af" in sentence.low(parent.verb, clause.start)
        acts = clause.form.form is Form.PRESENT and clause.form.sense is Sense.DO
        return made_up and acts and antecedent(sentence, clause) is not None

    def _held_by(self, sentence: Sentence, clause: Clause) -> bool:
        """ "Kortene ligger hos Lis, som deler dem ud": what the one who has it does with it."""
        parent = clause.parent
        lies = parent is not None and parent.main and parent.form.lemma == "ligge" and "hos" in sentence.low(parent.verb, clause.start)
        acts = clause.form.form is Form.PRESENT and clause.form.sense is Sense.DO and clause.form.lemma not in KEEPING
        return lies and acts and antecedent(sentence, clause) is not None

    def _cleft(self, sentence: Sentence, clause: Clause) -> bool:
        """ "Det er pedellen, der gør det": who it is that acts."""
        parent = clause.parent
        fell_to = parent is not None and parent.form.lemma == "blive" and parent.form.form is Form.PAST  # "Det blev Bo, der skriver"
        if parent is None or not parent.main or not (fell_to or parent.form.form is Form.PRESENT):
            return False
        will_be = parent.form.lemma in ("ville", "skulle") and "være" in sentence.low(parent.verb + 1, parent.verb + 3)
        if parent.form.lemma not in ("være", "blive") and not will_be:
            return False
        turned = parent.field[0] < parent.field[1] and sentence.tokens[parent.field[0]].kind == TIME  # "Næste gang er det Lise, der …"
        called = sentence.words(*parent.field) == "det" or (turned and sentence.words(parent.verb + 1, parent.verb + 2) == "det")
        if clause.form.lemma == "have" and not turned:
            return False  # "Det er lederen, der har ansvaret for nøglerne": how it is arranged
        if not called or clause.form.form is not Form.PRESENT or antecedent(sentence, clause) is None:
            return False
        behind = [t for t in sentence.tokens[clause.verb + 1 : clause.end] if t.kind != SIGN]
        behind += [sentence.tokens[c.verb] for c in sentence.clauses if c.head is clause]  # "Det er Bo, der ringer og aftaler en tid"
        acting = antecedent(sentence, clause)
        somebody = acting is not None and all(p.sure >= SURE and p.kind in _SOMEBODY and not p.outsider for p in acting.parties)
        if somebody and (clause.form.sense is Sense.DO or will_be) and clause.form.lemma not in KEEPING and behind:
            return True  # "Det er Lise, der bestiller bussen"
        people = acting is not None and all(p.kind is PartyKind.PERSON for p in acting.parties)
        told_off = clause.form.lemma == "skulle" and (fell_to or (people and parent.form.lemma == "blive") or (somebody and people))
        if (told_off or (turned and somebody)) and behind:
            return True  # "Det blev sekretæren, der skal ringe", "Det er Bo, der skal ringe"; "Det er lederen, der skal …" is a rule
        return any(t.kind == TIME for t in behind) or " ".join(t.low for t in behind) in ("det", "den", "dem")

    def _seen_again(self, sentence: Sentence, clause: Clause) -> bool:
        """ "Der holdes fast i ordningen, som evalueres til sommer": when what goes on is looked at again."""
        parent = clause.parent
        if (
            parent is None
            or not parent.main
            or not (parent.form.form in (Form.PRESENT, Form.PASSIVE) or _agreed(sentence, parent))
            or clause.form.form is not Form.PASSIVE
        ):
            return False
        behind = sentence.tokens[clause.verb + 1 : clause.end]
        again = clause.form.lemma in ("evaluere", "revurdere", "genbesøge", "genvurdere") or any(t.low == "igen" for t in behind)
        return again and clause.form.sense is not Sense.STATE and any(t.kind == TIME for t in behind)

    def _goes_on_then(self, sentence: Sentence, clause: Clause) -> bool:
        """ "Det er et langt princip, som vi fortsætter med at drøfte på næste møde": what the matter is, and that it comes back."""
        parent = clause.parent
        is_one = parent is not None and parent.main and parent.form.lemma == "være" and sentence.low(*parent.field) in (["det"], ["dette"])
        meets = any(t.time is not None and t.time.deadline.anchor for t in sentence.tokens[clause.verb : clause.end])
        return is_one and meets and clause.form.form is Form.PRESENT and sentence.low(*clause.field) == ["vi"]

    def _approved_goes_on(self, sentence: Sentence, clause: Clause) -> bool:
        """ "Udvalget godkendte udkastet, som sendes i høring": where what was just approved goes from here."""
        parent = clause.parent
        prefers = parent is not None and parent.form.lemma == "foretrække"
        if parent is None or not parent.main or not (parent.form.sense is Sense.DECIDE or prefers):
            return False
        behind = sentence.low(clause.verb + 1, clause.end)
        laid = clause.form.lemma == "lægge" and behind[:1] == ["frem"]
        onward = clause.form.form is Form.PASSIVE and (clause.form.lemma in _ONWARD or laid)
        onward = onward or (clause.form.lemma == "gå" and clause.form.form is Form.PRESENT and behind[:1] in (["til"], ["i"], ["videre"]))
        if clause.form.form is Form.PASSIVE and clause.form.lemma in ("prøve", "afprøve"):
            return any(t.time is not None and "span" in t.time.rules for t in sentence.tokens[clause.start : clause.end])
        told = sentence.tokens[clause.start : clause.end]
        return onward and any(t.kind == TIME or t.low.endswith(("høring", "kommentering", "udtalelse")) for t in told)

    def _taken_on(self, sentence: Sentence, clause: Clause) -> bool:
        """ "Pengene går til nye sangbøger, som Mille bestiller": what somebody named does with what was just decided."""
        if clause.head is not None and clause.head.link == "som":
            return self._taken_on(sentence, clause.head)
        parent = clause.parent
        asked = (
            parent is not None
            and parent.form.form is Form.PAST
            and (parent.form.lemma in (_ASKED_FOR | _GRANTING) or has_day(times_of(sentence, clause)))
        )
        if parent is None or not (asked or parent.form.form in (Form.PRESENT, Form.PASSIVE)) or clause.form.form is not Form.PRESENT:
            return False
        subject = subject_of(sentence, clause)
        finishes = clause.form.lemma == "gøre" and "færdig" in [t.low for t in sentence.tokens[clause.verb : clause.verb + 3]]
        passes = clause.form.lemma == "give" and "videre" in [t.low for t in sentence.tokens[clause.verb : clause.verb + 4]]
        looks = clause.form.sense is Sense.LIGHT and any(t.kind == TIME for t in sentence.tokens[clause.verb : clause.end])
        acts = (
            (clause.form.sense is Sense.DO or finishes or looks or passes) and clause.field[0] < clause.field[1] and subject.kind == PARTY
        )
        return acts and all(p.kind is not PartyKind.BODY and p.sure >= SURE for p in subject.parties)
