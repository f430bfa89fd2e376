"""A party as named in a sentence, and the small words around such names."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.danish.names import is_first_name, is_initials
from tracker.domain.party import PartyKind
from tracker.extraction.tokens import Token
from tracker.extraction.vocabulary import agent_kind, is_definite

SURE, LIKELY, GUESSED = 3, 2, 1
"""How certain it is that the words name someone who acts."""

PRONOUNS = {"han": 1, "hun": 1, "ham": 1, "hende": 1, "de": 2, "dem": 2, "vedkommende": 1}
QUANTIFIERS = frozenset("alle samtlige hver hvert enhver begge".split())
DETERMINERS = frozenset("de den det vores deres egen".split())
OWN = frozenset("sin sit sine egen eget egne".split())
ADJECTIVES = frozenset(
    "enkelte relevante respektive pågældende ansvarlige berørte nye ny lokale faglige øvrige daglige nyvalgte tidligere samlede hele"
    " centrale decentrale eksterne interne deltagende tekniske politiske stedlige kommunale involverede andre to tre fire fem"
    " seks syv otte ni ti tolv kommende afgående fungerende konstituerede social kristelige frivillige unge ældre små store"
    " pædagogiske administrative lille nærmeste enigt fælles"
    " sidste gældende udpegede nedsatte valgte nuværende bestående berørt modtagende indstillende resterende".split()
)
ATTRIBUTE = frozenset("for af i på fra ved".split())
NOT_NAMES = frozenset(
    "der det den de dette disse vi man jeg her så i på til fra med om af for ved under efter før inden mellem hvis når da at en et alle"
    " ingen intet godkendt udsat drøftet vedtaget taget enighed forslag ønske ønsker ordet vigtigt fokus måske kan skal bør punktet sagen"
    " ja nej tak status orientering husk bilag referat dagsorden næste herudover desuden endvidere derudover samtidig herefter derefter"
    " efterfølgende senest deadline frist ansvarlig tovholder aktion opfølgning beslutning indstilling konklusion hele hver begge flere"
    " færre mindre mere flest"
    " nogle mange udvalgte øvrige nye gode bemærkninger tilmelding svarfrist ad pkt punkt evt eventuelt opgave opgaver kommentarer"
    " henvendelse møde besøg ansøgning"
    " info information særligt generelt ligeledes dog også først endelig dermed derfor men og samt idet hvor hvordan hvem"
    " hvad hvornår hvorfor om som"
    " januar februar marts april maj juni juli august september oktober november december mandag tirsdag onsdag torsdag fredag lørdag"
    " søndag vedrørende angående jf ifølge ud ind op ned over digitalt input budget arbejdet projektet planen listen".split()
)


@dataclass(slots=True)
class Mention:
    """A party named by `tokens[start:end]`, printed as `text`. `sure` says how certain it is that this is someone who acts."""

    text: str
    start: int
    end: int
    kind: PartyKind
    sure: int = SURE
    outsider: bool = False


COUNTED = frozenset("en et to tre fire fem seks syv otte ni ti enkelte nogle flere".split())
"""Words that say how many, not who: "to medarbejdere og en leder" names nobody."""


def is_named(token: Token) -> bool:
    """Whether a word is a first name people know, or initials."""
    return is_first_name(token.text) or is_initials(token.text)


def may_act(token: Token) -> bool:
    """Whether a word alone may be who acts: a name, one no list knows as well, or "formanden"."""
    if is_named(token):
        return True
    kind = agent_kind(token.low)
    if not token.capital:
        return kind is PartyKind.ROLE and is_definite(token.low)
    return token.low not in NOT_NAMES and (kind is not None or not is_definite(token.low))
