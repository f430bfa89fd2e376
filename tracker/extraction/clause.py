"""A clause: its verb, what stands before it, and what hangs under it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from tracker.danish.verbs import Sense, Verb
from tracker.extraction.tokens import Token

COORDINATORS = frozenset("og men samt eller".split())
SUBORDINATORS = frozenset(
    "at for hvis når da fordi hvorefter som såfremt medmindre idet selvom hvem hvad hvordan hvornår hvorfor hvor hvilke hvilken hvilket"
    " hvorfra hvorunder hvorledes hvorvidt eftersom ifald indtil om end der ligesom hvorved hvoraf hvori hvorom hvortil hvormed hvis"
    " mens hvorimod imedens medens inden før til efter hvorpå forinden".split()
)
WEAK_SUBORDINATORS = frozenset("inden forinden før til efter om end".split())  # prepositions as well
OCCASIONS = frozenset("hvis når såfremt medmindre ifald da mens inden forinden før efter eftersom selvom indtil".split())
"""Openers of clauses that say on what occasion; such a clause may stand before its main clause."""
PREPOSITIONS = frozenset(
    "til på af for fra med ved i under over mellem uden om hos mod efter før inden gennem blandt pr vedrørende".split()
)
SIGNS = frozenset(",;–—:-+")
ADVERBS = frozenset(
    "så derefter herefter også dog derfor herudover desuden endvidere samtidig ikke nu fortsat stadig endelig derudover ligeledes først"
    " efterfølgende igen gerne selv herunder evt eventuelt eventuel fremover fremadrettet løbende snarest derved hermed dermed senere"
    " sammen straks fælles hurtigt altid endnu dernæst allerede bare blot især gradvist foreløbig foreløbigt midlertidigt kort"
    " samtidigt undervejs imens forinden snarligt indledningsvis afslutningsvis jævnligt parallelt skriftligt mundtligt internt konkret"
    " efterhånden bagefter siden snart ofte forleden herpå derpå siden"
    " lokalt centralt desangående herom heraf fortløbende tilsvarende automatisk direkte venligst primært eventuelle hurtigst"
    " sluttelig slutteligt omsider fremdeles derimod omvendt tilmed ydermere dertil hertil"
    " nærmere videre yderligere tidligst imidlertid således fællesskab mellemtiden stedet fald tillige særskilt ellers her der".split()
)
ADVERBIALS = frozenset(("i mellemtiden", "i stedet", "i fællesskab", "til gengæld", "til sidst", "i øvrigt", "hver især"))
"""Adverbials of two words."""
MAIN_ADVERBS = frozenset(
    "derfor herefter dog derudover desuden endvidere samtidig også ikke efterfølgende således dermed imidlertid".split()
)
"""Sentence adverbs: behind the finite verb in a main clause, before it in a subordinate one."""
TURNING = frozenset(
    "dog så derfor herefter derefter desuden samtidig efterfølgende derudover ligeledes dermed derved"
    " bagefter senere dernæst herpå derpå forinden undervejs imens derimod".split()
)
"""Adverbs that put the subject behind the verb: "dog skal MS komme med …"."""
LEADING = frozenset(("at", "idet", "hvorefter"))
"""Conjunctions behind which a decision goes on to what is to be done."""
LEADS = frozenset("hvorefter idet hvorpå".split())


def past_adverbials(words: list[str], adverbs: frozenset[str] = ADVERBS) -> list[str]:
    """Case-folded words without the adverbials they begin with: "til gengæld | med til at", "i den forbindelse | pålagt"."""
    while words:
        if words[0] in adverbs:
            words = words[1:]
        elif " ".join(words[:2]) in ADVERBIALS:
            words = words[2:]
        elif " ".join(words[:3]) in _LINKING:
            words = words[3:]
        else:
            break
    return words


_LINKING = frozenset(
    ("i den forbindelse", "i denne forbindelse", "i samme forbindelse", "på den baggrund", "på denne baggrund", "i forlængelse heraf")
)
"""Adverbials that tie a decision to what was said before it."""


@dataclass(slots=True)
class Clause:
    """One clause. `start..end` are token places of its own words and of the clauses under it; `field` is what stands before the verb.

    `link` is the conjunction that opens it ("main" for none); `parent` the clause it hangs under, `head` the clause whose subject it
    shares. `subs` are the clauses under it, in order. `words` and `times` keep what rules ask for again and again.
    """

    tokens: list[Token]
    start: int
    end: int
    verb: int
    form: Verb
    link: str = "main"
    field: tuple[int, int] = (0, 0)
    parent: Clause | None = None
    head: Clause | None = None
    opener: int = 0
    subs: list[Clause] = dataclasses.field(default_factory=list)
    resumed: int | None = None
    words: dict[int, list[str]] = dataclasses.field(default_factory=dict)
    times: dict[int | None, list[Any]] = dataclasses.field(default_factory=dict)

    @property
    def main(self) -> bool:
        """Whether it stands on its own."""
        return self.link == "main"

    def gaps(self) -> list[tuple[int, int]]:
        """The clause's own words behind the clauses inside it: "sender, når tallene foreligger, | en liste til Ea"."""
        found: list[tuple[int, int]] = []
        if not self.subs:
            return found
        behind = [s for s in self.subs if s.start > self.verb]
        for index, sub in enumerate(behind):
            stop = behind[index + 1].start if index + 1 < len(behind) else self.end
            begin = sub.end + 1 if sub.end < stop and self.tokens[sub.end].text == "," else sub.end
            if begin < stop:
                found.append((begin, stop))
        return found


def own_end(clause: Clause) -> int:
    """Where the clause's own words behind the verb end: at its first subordinate clause."""
    end = clause.end
    for sub in clause.subs:
        if clause.verb < sub.start < end:
            end = sub.start
    return end


_GOVERNING = frozenset(
    "sikre sørge påse skrive svare melde meddele huske tjekke kontrollere bekræfte kræve aftale beslutte sige minde foreslå anbefale"
    " indstille vurdere forudsætte vise undersøge gøre arbejde dokumentere angive notere tilføje fastlægge præcisere bede tage lægge give"
    " indføre fastsætte anføre".split()
)
"""Verbs of acts that a that-clause may hang under: "sikrer, at alle får besked"."""


def stands_beside(last: Clause, start: int) -> bool:
    """Whether a that-clause from the comma at `start` on stands beside the last: "besluttede, at mødet holdes i maj, | at Bo skriver …"."""
    acts = (last.form.sense is Sense.DO and last.form.lemma not in _GOVERNING) or last.form.lemma == "holde"
    return (
        last.link == "at"
        and acts
        and last.tokens[start].text == ","
        and last.tokens[start - 1].low not in ("for", "om", "på", "til", "med", "af")
    )
