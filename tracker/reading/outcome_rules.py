"""The deciding verbs, as values with their proof beside them: `examples` decide so, `rejects` don't.

Mapped as the interface says (CONTRACT.md): godkendt, vedtaget, igangsat; taget til efterretning; drøftet, gennemgået; udsat; afvist;
anbefales or indstilles videre. The order is that of preference where two begin at the same word ("anbefales godkendt").
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.minutes import Outcome

FORUM = (
    r"(?:\w*(?:udvalg|råd|forum|bestyrelse|direktion|nævn|gruppe|ledelse|forvaltning|administration)\w*"
    r"|[hlcf][ms]?u|\w*med(?:-?udvalg\w*)?|et (?:enigt|flertal)\w*)"
)


@dataclass(frozen=True, slots=True)
class OutcomeRule:
    """One way to decide. `pattern` matches lower-case words, whole ones; `stems`: one of them stands in whatever it matches."""

    name: str
    outcome: Outcome
    pattern: str
    stems: tuple[str, ...]
    examples: tuple[str, ...]
    rejects: tuple[str, ...]


RULES = (
    OutcomeRule(
        "not-approved",
        Outcome.REJECTED,
        r"ikke (?:godkendt|godkendes|vedtaget|tiltrådt|imødekommet|imødekommes)|godkendes ikke"
        r"|imødekommes ikke|kan ikke (?:godkendes|imødekommes)",
        ("ikke",),
        ("Ikke godkendt.", "Ansøgningen kan ikke imødekommes."),
        ("Godkendt.", "Ikke drøftet, men godkendt."),
    ),
    OutcomeRule(
        "recommended",
        Outcome.RECOMMENDED,
        r"(?:anbefales|indstilles|anbefalet|indstillet)(?: (?:godkendt|vedtaget|tiltrådt|til|over for|at|,))?|med anbefaling"
        r"|at (?:anbefale|indstille)"
        rf"|{FORUM} (?:\w+ ){{0,2}}(?:anbefaler|anbefalede|indstiller|indstillede)|(?:anbefaler|indstiller) (?:over for|til) \w+",
        ("befal", "dstil"),
        ("Anbefales.", "Indstilles godkendt.", "Udvalget anbefaler, at planen vedtages.", "Indstilles til Byrådet."),
        ("Konsulenten anbefalede, at vi venter. Drøftet.", "Indstillingen blev godkendt."),
    ),
    OutcomeRule(
        "noted",
        Outcome.NOTED,
        r"(?:til|til en) (?:efterretning|orientering)\b(?! i\b)|ad notam",
        ("efterretning", "orientering", "notam"),
        ("Taget til efterretning.", "Chefforum tog orienteringen til efterretning.", "Til orientering."),
        ("Rapporten sendes til orientering i rådet.",),
    ),
    OutcomeRule(
        "approved",
        Outcome.APPROVED,
        r"godkend(?:t|es|er|te|tes)|at godkende|vedt(?:og|oges|aget|ages|ager)|at vedtage"
        r"|tiltr(?:ådt|ådte|ådtes|åds|åd|ædes)(?! (?:den|pr\.?|i|\d))|at tiltræde"
        r"|tiltræder(?= (?:indstilling|forslag|administration|udvalg|anbefaling|at)\w*)|igangs(?:at|atte|attes|ættes)|imødekomme(?:t|s|r)"
        r"|bifald(?:t|es|er)|accepter(?:et|es|ede)"
        r"|tilslutte(?:r|de) sig (?:\w+s )?(?:indstilling|forslag|plan|tidsplan|oplæg|udkast|budget)\w*",
        ("kend", "vedt", "tiltr", "igangs", "komme", "bifald", "accept", "slutte"),
        (
            "Godkendt.",
            "Chefforum godkendte planen.",
            "Vedtaget enstemmigt.",
            "Tiltrådt.",
            "Besluttet at godkende planen.",
            "Igangsat.",
            "Rådet tilsluttede sig planen.",
        ),
        (
            "Jette orienterede om, at budgettet blev godkendt i ØU.",
            "Den godkendte plan gennemgås i maj.",
            "Budgettet skal godkendes.",
            "Hun tiltræder den 1. marts.",
            "Planen, som blev vedtaget i maj, ligger på nettet.",
            "Rådet tilslutter sig naboernes bemærkninger.",
        ),
    ),
    OutcomeRule(
        "granted",
        Outcome.OTHER,
        r"bevilge(?:t|s|r|de|des)",
        ("bevilg",),
        ("Rådet bevilgede 5.000 kr.",),
        ("Bevillingen godkendes.",),
    ),
    OutcomeRule(
        "discussed",
        Outcome.DISCUSSED,
        r"(?<!ikke )drøft(?:et|ede|edes|es|er)|at drøfte|gennemg(?:ået|ik|ås|år|ikkes)|gå(?:et|s) igennem|gik (?:\w+ ){0,3}igennem"
        r"|debatter(?:et|ede|es)|diskuter(?:et|ede|es)|havde en (?:\w+ ){0,2}(?:drøftelse|diskussion|debat)"
        r"|(?<!\w )(?:lang|kort|god|længere|grundig|indledende|åben|livlig|indgående) drøftelse",
        ("røft", "gennem", "debat", "diskut"),
        (
            "Drøftet.",
            "Regnearket blev gennemgået og drøftet.",
            "Forslagene blev gået igennem.",
            "Der blev drøftet flere muligheder.",
            "Rådet havde en god drøftelse af planen.",
            "Lang drøftelse.",
            "Livlig drøftelse.",
        ),
        (
            "Punktet drøftes på næste møde.",
            "Lokalerne gennemgås 3/4.",
            "Sagen skal drøftes.",
            "Farven drøftes på junimødet.",
            "Ulla gennemgår skabene inden juni.",
            "Helle fortalte, at MED drøftede det.",
        ),
    ),
    OutcomeRule(
        "deferred",
        Outcome.DEFERRED,
        r"udsat(?:te|tes)?|udsættes(?! ikke)|udsætter|at udsætte|udsky(?:des|der|dt|de)|udskød|udskudt|at udskyde|genoptages(?! ikke)"
        r"|bordl(?:agt|agde|ægges)(?! ikke)|at bordlægge"
        r"|punkt\w* (?:\w+ )?ikke (?:nået|behandlet)|(?<!\w )ikke (?:nået|behandlet)"
        r"|(?:punkt\w*|det) nåede (?:vi )?ikke(?! (?:til bunds|frem til|længere)\b)"
        r"|(?<!\w )nåede (?:vi )?ikke(?! (?:til bunds|frem til|længere)\b)|vi nåede ikke (?:punkt\w*|det)"
        r"|(?:punktet|(?:at|så|og|,|^) ?det) (?:\w+ )?(?:skubbe[ts]|skydes|skudt|rykke[ts]) til"
        r"|punktet (?:\w+ )?flytte[ts] til|som skubbes til",
        (
            "udsat",
            "udsæt",
            "udsk",
            "bordl",
            "genopt",
            "ikke nået",
            "ikke behandlet",
            "nåede ",
            "skubbe",
            "skyd",
            "skudt",
            "rykke",
            "flytte",
        ),
        (
            "Udsat.",
            "Udsættes til næste møde.",
            "Punktet udsattes, idet Bo var syg.",
            "Udvalget besluttede at udsætte sagen.",
            "Udskudt til foråret.",
            "Bordlagt.",
            "Udvalget besluttede at bordlægge sagen.",
            "Genoptages i maj.",
            "Punktet blev ikke nået.",
            "Det nåede vi ikke.",
            "Nåede vi ikke. Tages næste gang.",
            "Vi nåede ikke punktet.",
            "Punktet blev skubbet til mødet i maj.",
            "Tiden løb fra os, så det er skudt til næste gang.",
            "Ikke nået.",
        ),
        (
            "Indsatsen for udsatte unge fortsætter.",
            "Formanden foreslog, at punktet udsættes. Godkendt.",
            "Sagen genoptages ikke.",
            "Målet er ikke nået.",
            "Fristen er rykket til maj.",
        ),
    ),
    OutcomeRule(
        "rejected",
        Outcome.REJECTED,
        r"afvis(?:t|es|te|tes|er)|at afvise|forkast(?:et|es|ede)|nedstem(?:t|mes|te)|(?<!\w )af(?:slået|slag)(?! (?:fra|sendes))",
        ("afvis", "forkast", "nedstem", "afsl"),
        ("Afvist.", "Forslaget blev forkastet.", "Udvalget afviste forslaget.", "Afslag."),
        ("Ændringsforslag fra C: Forslaget afvises.\nGodkendt.",),
    ),
)
