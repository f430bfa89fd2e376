"""Layouts as data: the heading vocabularies and line shapes that published minutes use, in one readable place.

Nothing here belongs to one municipality. A layout is a mix of these words and shapes, in any order; `scan` finds them line by line and
`items` decides which numbered lines are agenda items. A new layout should need a word here and no code.
Words are case-folded and without the closing colon.
"""

from __future__ import annotations

import re

from tracker.domain.minutes import SectionKind

DECISION = (
    "beslutning", "beslutninger", "beslutning/konklusion", "beslutning/referat", "beslutning og opfølgning", "afgørelse", "vedtagelse",
    "konklusion", "konklusioner", "konklusion/beslutning", "konklusion og beslutning", "konklusion og opfølgning", "referat",
    "referat/beslutning", "referat og beslutning", "drøftelse og beslutning", "drøftelse og konklusion", "referat/konklusion",
    "udvalgets beslutning", "bestyrelsens beslutning", "rådets beslutning", "mødets beslutning", "beslutningsreferat",
    "beslutningsprotokol",
    "beslutning/aftaler", "beslutning/aftale", "beslutninger/aftaler", "beslutning og aftaler", "aftaler", "det aftalte",
    "konklusion/aftaler",
    "referat og aftaler", "drøftelse/beslutning", "beslutning/opfølgning", "beslutningspunkter", "udvalget besluttede",
    "decision", "decisions", "conclusion", "conclusions", "resolution",
)  # fmt: skip

# Participles that head a decision with a colon behind them, and are the decision itself without one: "Besluttet:", "Aftalt: Bo ringer".
DECIDED = ("besluttet", "aftalt", "aftalt og besluttet", "besluttet og aftalt", "besluttet/aftalt", "det blev besluttet", "det blev aftalt")

RECOMMENDATION = (
    "indstilling", "indstillinger", "administrativ indstilling", "administrationens indstilling", "forvaltningens indstilling",
    "direktionens indstilling", "borgmesterens indstilling", "formandens indstilling", "forslag til beslutning", "beslutningsforslag",
    "indstilling til beslutning", "indstilling og beslutning", "forvaltningen foreslår", "administrationen foreslår",
    "forvaltningen indstiller", "administrationen indstiller", "det indstilles", "forvaltningens forslag", "administrationens forslag",
    "recommendation", "recommendations",
)  # fmt: skip

PRESENTATION = (
    "anledning", "sagsfremstilling", "supplerende sagsfremstilling", "sagsfremstilling og økonomi", "baggrund", "resume", "resumé",
    "sagsresume", "sagsresumé", "sagens kerne", "sagens opståen", "beskrivelse af sagen", "sagsbeskrivelse", "redegørelse",
    "problemstilling", "beslutningstema", "lovgrundlag", "retsgrundlag", "retsregler", "økonomiske konsekvenser", "økonomi og afledt drift",
    "personalemæssige konsekvenser", "miljømæssige konsekvenser", "konsekvenser for økonomi",
    "sagsfremstilling og vurdering",
    "forvaltningens bemærkninger", "administrationens bemærkninger", "forvaltningens vurdering", "administrationens vurdering",
    "indledning", "formål", "sagens baggrund", "uddybende sagsfremstilling", "sagsfremstilling/baggrund", "motivation", "background",
)  # fmt: skip

# Headings in formal minutes, but ordinary words elsewhere ("Økonomi: kassereren gennemgik ..."): they count only in an item that has
# at least one of the unmistakable headings above, and never with text behind the colon.
SOFT_PRESENTATION = (
    "økonomi", "personale", "høring", "løsning", "kommunikation", "proces", "tidsplan", "bemærkninger", "konsekvenser", "vurdering",
    "inddragelse", "sundhed", "miljø", "klima", "bæredygtighed", "program", "deltagere i sagen", "kommentarer", "perspektiv",
    "organisation", "videre proces",
    "jura", "andet", "forslag", "notat", "borgerinddragelse", "ligestilling",
)  # fmt: skip

# The last word of headings nobody can list: "Klima- og miljømæssige konsekvenser", "Økonomiske og personalemæssige forhold".
SOFT_LAST_WORDS = frozenset(
    [
        "konsekvenser",
        "forhold",
        "bemærkninger",
        "vurdering",
        "vurderinger",
        "inddragelse",
        "perspektiver",
        "overvejelser",
        "økonomi",
        "lovgrundlag",
        "retsgrundlag",
    ]
)

HISTORY = (
    "historik", "tidligere behandling", "tidligere behandlet", "tidligere beslutninger", "tidligere politisk behandling",
    "sagens tidligere behandling", "beslutningshistorik", "behandlingshistorik", "sagshistorik", "tidligere beslutning",
)  # fmt: skip

ROUTING = (
    "beslutningskompetence", "kompetence", "sagsgang", "sagsgang og sagstype", "forventet sagsgang", "videre sagsgang", "sagsforløb",
    "hvem beslutter", "sagen afgøres af", "beslutningsproces", "politisk behandling", "behandling", "kompetence/beslutning",
    "beslutningskompetence og sagsgang", "sagen behandles i", "behandles i",
)  # fmt: skip

ATTACHMENTS = (
    "bilag", "bilagsliste", "vedlagte bilag", "vedhæftede filer", "vedhæftninger", "bilag til punktet", "bilag til sagen", "links",
    "attachments",
)  # fmt: skip

# Names of those present or absent follow, on the line or below it.
ABSENT = (
    "fraværende",
    "afbud",
    "der var afbud",
    "ikke til stede",
    "ikke tilstede",
    "ikke mødt",
    "fravær",
    "meldt afbud",
    "mødte ikke",
    "udeblevet",
    "udeblevne",
    "deltog ikke",
    "ikke med",
    "absent",
    "apologies",
    "fremmøde",
    "fremmøde og inhabilitet",
)
PRESENT = (
    "til stede", "tilstede", "deltagere", "mødedeltagere", "mødt", "mødt var", "mødte", "medlemmer", "fremmødte", "fremmødt", "deltog",
    "i mødet deltog", "øvrige deltagere", "gæster", "inviterede", "present", "participants", "attendees", "deltagende", "tilstedeværende",
    "fremmødet",
    "følgende var mødt", "følgende var til stede", "følgende deltog", "mødt var følgende",
    "bestyrelsen", "referent", "mødeleder", "ordstyrer", "dirigent", "formand", "tilforordnede", "øvrige", "fra administrationen",
    "fra forvaltningen", "fra bestyrelsen", "desuden deltog", "endvidere deltog", "suppleanter",
)  # fmt: skip

# Labels of those present that are other words too: they count with names behind them, "Ledelse: Ida Dal (IDA), Bo Lind (BLI)".
SIDES = (
    "ledelse", "ledelsen", "medarbejdere", "medarbejderne", "ledelsesrepræsentanter", "medarbejderrepræsentanter", "ledelsessiden",
    "medarbejdersiden", "a-siden", "b-siden", "a-side", "b-side", "med", "forældre", "forældrevalgte", "forældrerepræsentanter",
    "medarbejdervalgte", "elevrådet", "fra elevrådet", "fra ledelsen", "fra skolen", "fra medarbejderne", "fra personalet", "fra kommunen",
    "tillidsrepræsentanter", "arbejdsmiljørepræsentanter", "deltager", "desuden", "endvidere", "sekretær", "ref", "gæst", "eksterne",
)  # fmt: skip

# Page furniture: belongs to nothing, ends whatever it follows.
FURNITURE = frozenset(
    {
        "til toppen", "tilbage til toppen", "tilbage til top", "underskriftsark", "underskrifter", "underskriftsside", "til top", "op", "↑",
        "underskriftsblad", "til indholdsfortegnelse", "til indholdsfortegnelsen", "retur til forsiden",
        "godkendelse af referat ved underskrift", "print", "udskriv", "del siden", "læs op", "forrige punkt",
        "næste punkt", "skriv en kommentar", "skriv et svar", "send en kommentar", "ingen kommentarer", "leave a reply", "leave a comment",
        "efterlad et svar", "tilbage til indhold", "tilbage til oversigten",
        "keyboard_arrow_up", "keyboard_arrow_down", "arrow_upward", "expand_more",
    }
)  # fmt: skip

# Small fields in an item's head, after its title: they are neither prose nor a heading.
META = re.compile(
    r"(?:sagsbehandler|sagsansvarlig|sagsinitialer|initialer|dok(?:ument)?\.?\s?-?(?:nr|id|nummer)|brevid|åbent|åben|lukket|lukket punkt"
    r"|åbent punkt"
    r"|sagstype|punkttype|punktet er åbent|punktet er lukket|åben sag|lukket sag|offentlig|fortrolig|kle|kle-nr|art|tid|type|varighed"
    r"|sagsid|acadre|sted|dato|mødested|mødedato)\b\.?\s*(?:$|[:;(])|bilag \d{1,3}\.?\s*(?:$|\()"  # "Bilag 4 (kommer senere)"
)

# Lists of contents: the heading, and lines that end in dots and a page number.
CONTENTS = frozenset(
    {
        "indholdsfortegnelse", "indhold", "dagsorden", "dagsordenspunkter", "punkter", "punkter på dagsordenen", "punkter på dagsorden",
        "oversigt", "sagsoversigt", "agenda", "contents", "table of contents", "dagsordenen", "sager", "punktoversigt", "mødets dagsorden",
        "åbne punkter", "lukkede punkter", "åben dagsorden", "lukket dagsorden", "åbne sager", "lukkede sager", "forslag til dagsorden",
    }
)  # fmt: skip
CLOSED_PART = frozenset({"lukkede punkter", "lukket dagsorden", "lukkede sager", "lukket møde", "lukket del", "lukkede dagsordenspunkter"})
OPEN_PART = frozenset({"åbne punkter", "åben dagsorden", "åbne sager", "åbent møde", "åben del", "åbne dagsordenspunkter"})
_DOT_LEADERS = re.compile(r"\s*(?:\.{4,}|…{2,}|(?:\. ){4,}|_{4,})\s*(?:(?P<page>\d{1,4})|(?P<state>[Åå]bent?|[Ll]ukket))?\s*$")


def dot_leaders(line: str) -> re.Match[str] | None:
    """The dots and page number that end a line of a list of contents."""
    return _DOT_LEADERS.search(line) if len(line) < 400 and (".." in line or "…" in line or ". ." in line or "___" in line) else None


# What a body that takes decisions is called; told from other words by its last part.
FORUM_WORD = re.compile(
    r"(?:udvalg|råd|forum|bestyrelse|direktion|nævn|ledelse|ledergruppe|gruppe|byting|kommission|komité|komite|magistrat|styregruppe|kollegium"
    r"|kreds|klub|parlament|repræsentantskab|kommunemed|hovedmed|lokalmed|områdemed|sektormed|centermed|personalemøde|forsamling|sundhedsklynge)"
    r"(?:s|et|ets|en|ens|n|ns|erne|ernes|e)?\b"
    r"|\b(?:hmu|lmu|cmu|lsu|hsu|fsu|asu|lamu|lamiu|fau|kb|øu|med|med-udvalg\w*|mu|su|tr|br|fu|cf|df)\b"
)

# Labels in front of an item's number, strongest first. Each is a family: a referat counts its items by one of them.
LABELS = {
    "punkt": re.compile(r"(?:dagsordens|dagsordenens )?punkt(?:\s*nr\.?)?(?::\s{1,20}(?=\d{1,3}$)|\s*#?\s*)"),
    "pkt": re.compile(r"(?:pkt|pk|pnkt)\.?(?:\s*nr\.?)?\s*"),
    "item": re.compile(r"(?:agenda\s+)?item\s*(?:no\.?)?\s*"),
    "sagnr": re.compile(r"sag\s?(?:nr|nummer)\.?\s*:?\s*"),
    "nr": re.compile(r"nr\.?\s*"),
    "ad": re.compile(
        r"(?:(?:ad|ang|re)\.?:?\s*(?:dagsorden(?:en)?s?\s*)?(?:punkt|pkt\.?)?|(?:til|vedr\.?)\s*(?:dagsorden(?:en)?s?\s*)?(?:punkt|pkt\.?))\s*"
    ),
    "emne": re.compile(r"(?:emne|sag|stop|tema|post)\s+"),
}

KLE = r"\d{2}\.\d{2}\.\d{2}[-.]?[A-ZÆØÅ0-9]\d{2}-\d{1,5}(?:-\d{2,4})?"
_CASE_NUMBER = (
    rf"(?:{KLE}|\d{{2}}(?:\.\d{{2}}){{1,2}}[A-ZÆØÅ]\d{{2}}(?: ?- ?(?:19|20)\d{{2}}/\d{{2,7}})?"
    rf"|\d{{1,2}}(?:-\d{{1,5}}){{3,6}}|\d{{3}}-\d{{4}}-\d{{1,6}}|(?:19|20)?\d{{2}}/\d{{2,7}}"
    r"|[A-Z]{2,5}-?(?:19|20)\d{2}-\d{2,7}|(?:19|20)\d{2}-\d{4,7})"
)
CASE_NUMBER = re.compile(_CASE_NUMBER + r"(?![\w/-])")
CASE_NUMBER_RUN_ON = re.compile(_CASE_NUMBER + r"(?=[A-ZÆØÅ][a-zæøå])")  # "Sagsnr: 17/11Sagsansvarlig: abc"
CASE_LABEL = re.compile(
    r"(?:sags?\s?-?\s?(?:nr|nummer|no|id)|sagnr|journal(?:nr|nummer)?|j\.?\s?nr"
    r"|(?:acadre|sbsys|edoc|workzone|getorganized|esdh)(?:[- ]?(?:sag|nr|id))?"
    r"|kle(?:-nr)?|sag|ref)\.?\s*:?\s*",
    re.IGNORECASE,
)


def _vocabulary() -> dict[str, tuple[SectionKind, bool]]:
    """Heading -> (kind, soft)."""
    lists: tuple[tuple[tuple[str, ...], SectionKind, bool], ...] = (
        (SOFT_PRESENTATION, SectionKind.PRESENTATION, True),
        (PRESENTATION, SectionKind.PRESENTATION, False),
        (ROUTING, SectionKind.ROUTING, False),
        (HISTORY, SectionKind.HISTORY, False),
        (ATTACHMENTS, SectionKind.ATTACHMENTS, False),
        (RECOMMENDATION, SectionKind.RECOMMENDATION, False),
        (DECISION, SectionKind.DECISION, False),
    )
    return {word: (kind, soft) for words, kind, soft in lists for word in words}


HEADINGS = _vocabulary()
