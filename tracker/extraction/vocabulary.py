"""Nouns that name someone who can act, by what they end in: Danish compounds put the head last ("trafiksikkerhedsudvalget")."""

from __future__ import annotations

from tracker.danish.kept import kept
from tracker.domain.party import PartyKind

_STEMS: dict[PartyKind, str] = {
    PartyKind.ROLE: """
        formand kasserer sekretær referent leder chef direktør borgmester rådmand konsulent koordinator medarbejder repræsentant tovholder
        rektor lærer pædagog inspektør provst præst kirkeværge graver kordegn organist pedel vicevært ejendomsfunktionær varmemester
        træner instruktør dirigent ordstyrer suppleant bestyrer kontaktperson jurist planlægger sagsbehandler ingeniør arkitekt
        forslagsstiller
        tillidsmand kollega webmaster redaktør sygeplejerske terapeut læge delegeret mentor administrator ordfører indkøber
        bogholder superbruger rådgiver vejleder controller sanger kirketjener kirkesanger skolesekretær kontormand
        chauffør montør kontrollør vikar praktikant assistent medhjælper hjælper spiller tekniker forfatter
        museumsinspektør bibliotekar arkivar fuldmægtig kommitteret vært forperson spejder stedfortræder
        ledelsesrepræsentant forstander kurator fører psykolog økonom konservator foged kampfordeler biskop mester
        forælder driftsmester værkfører holdkaptajn kaptajn materielforvalter forvalter akademileder tilsynsførende ansvarlige ansvarlig
        portør nattevagt aftenvagt dagvagt weekendvagt vagthavende livredder tolk kok plejerske logopæd visitator bisidder betjent
        lærling svend gårdmand banemand greenkeeper landmåler maskinist receptionist specialist analytiker programmør facilitator
        observatør ambassadør ombudsmand journalist skribent layouter grafiker fotograf kirkeskriver annoncetegner dekan registrator
        kunstner musiker korist solist dommer forsker udvikler initiativtager pladsmand materialemand jordemoder diætist
        farmaceut portner disponent sagkyndig sagkyndige
        biolog geolog arkæolog historiker familiebehandler skovarbejder vejarbejder ressourceperson nøgleperson fagperson
    """,
    PartyKind.DEPARTMENT: """
        administration forvaltning sekretariat afdeling enhed center team kontor stab direktørområde område distrikt skole institution
        dagtilbud børnehus plejehjem plejecenter bibliotek jobcenter borgerservice vagtcentral kredskontor beredskab køkken børnehave
        vuggestue sfo museum hjemmepleje sundhedspleje værksted driftsgård materielgård gymnasium fakultet institut økonomiafdeling
        hr-afdeling it-afdeling kommunikationsafdeling tandpleje rengøring kørselskontor bogholderi lønkontor hus kirkekontor
        selskab forsyning virksomhed tjeneste musikskole ungdomsskole valgsekretariat visitation hospital klinik sygehus psykiatri
        afsnit arbejdsplads depot myndighed reception dekanat rektorat
        botilbud bosted værested vaskeri dagpleje sygepleje ældrepleje vandværk kraftvarmeværk vejvæsen brandvæsen redaktion gartneri
        entreprenørgård varmeværk support servicedesk helpdesk indskoling mellemtrin udskoling boligorganisation interesseorganisation
    """,
    PartyKind.BODY: """
        udvalg råd nævn bestyrelse byråd forum repræsentantskab generalforsamling kommission regionsråd forretningsudvalg
        magistrat med-udvalg
        hovedmed lokalmed kommunemed menighedsråd fællesråd direktion ledelse chefgruppe styregruppe formandskab præsidium fu hmu lmu
        lamu lsu amu hsu hovedudvalg sektormed områdemed afdelingsmed lederforum provsti stiftsøvrighed
        direktørkreds chefkreds lederkreds formandskreds borgmesterkreds
        jury komité komite board klynge afdelingsmøde beboermøde medlemsmøde årsmøde laug
    """,
    PartyKind.GROUP: """
        gruppe klub forening folk ansøgere lodsejere modtagere pårørende kunder patienter indbyggere husejere grundejere andelshavere
        oplægsholdere udstillere samarbejdspartnere aktører tilflyttere værger ledere chefer kolleger medlemmer
        deltagere lærere pædagoger forældre elever frivillige naboer
        beboere brugere kreds delegation
        netværk parter organisationer repræsentanter ansatte medarbejdere kolleger direktører formænd medarbejderside personaleside
        ledelsesside arbejdsgiverside lederside
        lejere ejere studerende tillidsrepræsentanter trioen duo crew panel holdledere
        trænere medlem borgere mænd
        taskforce
        tillidsvalgte kommuner skoler afdelinger centre enheder medarbejderrepræsentanter konfirmander kontaktpersoner
        medarbejdervalgt forældrevalgt elevvalgt vagthold personale ungdom udvalgsformænd familier husstande
        aftenhold daghold nathold ægtefæller seniorer natteravne vandrere digelag pumpelag vandløbslag bådelag vejlag
        timelønnede demokrater kirkekor børnekor voksenkor tænketank gårdlav vejlav
    """,
}
_ENDINGS = ("", "en", "et", "n", "t", "er", "erne", "r", "rne", "ne", "e", "ene")
_IRREGULAR = {
    "medlemmerne": PartyKind.GROUP, "medlemmer": PartyKind.GROUP, "medlemmet": PartyKind.ROLE, "formændene": PartyKind.GROUP,
    "centrene": PartyKind.DEPARTMENT, "rådene": PartyKind.BODY, "teamene": PartyKind.DEPARTMENT, "forældrene": PartyKind.GROUP,
    "kollegerne": PartyKind.GROUP, "kollegaerne": PartyKind.GROUP, "gymnasiet": PartyKind.DEPARTMENT,
    "museet": PartyKind.DEPARTMENT, "fora": PartyKind.BODY,
    "udlejningen": PartyKind.DEPARTMENT, "formidlingen": PartyKind.DEPARTMENT,
    "tilsynet": PartyKind.DEPARTMENT, "teams": PartyKind.GROUP, "driften": PartyKind.DEPARTMENT,
    "best": PartyKind.BODY, "udv": PartyKind.BODY, "bst": PartyKind.BODY,  # with their full stop left out
    "afd": PartyKind.DEPARTMENT, "inst": PartyKind.DEPARTMENT, "forv": PartyKind.DEPARTMENT, "sekr": PartyKind.DEPARTMENT,
    "dir": PartyKind.ROLE, "spl": PartyKind.ROLE, "medarb": PartyKind.GROUP, "afdl": PartyKind.ROLE,
    "tr": PartyKind.ROLE, "ftr": PartyKind.ROLE, "amr": PartyKind.ROLE, "famr": PartyKind.ROLE,
    "hr": PartyKind.DEPARTMENT, "it": PartyKind.DEPARTMENT, "økonomi": PartyKind.DEPARTMENT,
    "parterne": PartyKind.GROUP, "vagtholdet": PartyKind.GROUP, "holdet": PartyKind.GROUP, "holdene": PartyKind.GROUP,
    "stuerne": PartyKind.GROUP, "klasserne": PartyKind.GROUP, "årgangene": PartyKind.GROUP, "spejderne": PartyKind.GROUP,
    "baglandet": PartyKind.GROUP, "koret": PartyKind.GROUP, "gæsterne": PartyKind.GROUP,
    "hjemmene": PartyKind.GROUP, "filialen": PartyKind.DEPARTMENT, "filialerne": PartyKind.GROUP, "filialer": PartyKind.GROUP,
    "baglande": PartyKind.GROUP, "bagland": PartyKind.GROUP,
    "dagplejer": PartyKind.ROLE, "dagplejeren": PartyKind.ROLE, "dagplejere": PartyKind.ROLE, "dagplejerne": PartyKind.ROLE,
    "trioerne": PartyKind.GROUP, "naboen": PartyKind.ROLE, "beboeren": PartyKind.ROLE, "ejeren": PartyKind.ROLE,
    "ansøger": PartyKind.ROLE, "huset": PartyKind.DEPARTMENT, "husene": PartyKind.GROUP, "huse": PartyKind.GROUP,
    "borgeren": PartyKind.ROLE, "udvalgsformanden": PartyKind.ROLE, "fællestillidsmanden": PartyKind.ROLE, "værten": PartyKind.ROLE,
    "præsten": PartyKind.ROLE, "lægen": PartyKind.ROLE, "med": PartyKind.UNKNOWN, "dif": PartyKind.BODY,
}  # fmt: skip
UNIT_NOUNS = frozenset(
    "region fond bank forening klub firma selskab område distrikt afdeling afsnit team hold skole institution center institut enhed".split()
)
"""Nouns that stand before the name of a unit: "Region Øst", "Team Nord"."""
_OUTSIDERS = (
    "tømrer murer maler gartner entreprenør leverandør firma vognmand håndværker elektriker smed regering region ministerium ministeriet"
    " styrelse stat politi vejdirektorat forsikring forsikringsselskab bank udlejer revision bygherre producent udbyder forpagter"
    " kloakmester blikkenslager anlægsgartner mæglere mægler advokat landinspektør rådgiverfirma byggefirma vvs-mand vvs tryghed"
    " takstråd folketing energiselskab teleselskab revisor taksator glarmester tagdækker låsesmed skadedyrsbekæmper busselskab"
    " trafikselskab elselskab bygningsmyndighed landsforening forbund fagforening entreprise naboforening"
    " kommune museumsstyrelse fond politikreds borgerforslagsstiller ejendomsmægler pressen stift"
).split()
_EMPLOYED = ("kommunegartner", "stadsgartner", "bygartner", "kirkegårdsgartner", "overgartner")
"""How the staff's titles begin that are made of a trade."""
_TOPICS = frozenset(
    "økonomi stab hr løn teknik miljø børn unge familie kultur fritid sundhed omsorg ældre skole skoler park vej veje plan byg"
    " arbejdsmarked beskæftigelse borger borgerservice service digitalisering it sekretariat kommunikation indkøb ejendomme ejendom"
    " social handicap psykiatri erhverv klima natur dagtilbud uddannelse jura udvikling analyse politik ledelse personale drift"
    " forsyning byudvikling integration læring pleje sundhedsfremme udbud regnskab trafik by land landdistrikter voksen voksne"
    " forebyggelse rehabilitering organisation bygninger myndighed børneområdet ungdom idræt bibliotek bosætning turisme byggeri vand"
    " affald genbrug energi strategi velfærd marketing salg produktion undervisning forskning studie folkeoplysning"
    " sundhedspleje bolig".split()
)

PUBLISHED = frozenset("hjemmesiden intranettet intra facebook aula opslagstavlen nettet".split())
"""Where things are made known to all."""
FORWARD_NOUNS = frozenset(
    "orientering udtalelse høring godkendelse behandling drøftelse kommentering beslutning underskrift efterretning afgørelse"
    " videre endelig gennemsyn gennemlæsning korrektur kommentarer kontrol påtegning"
    " orienteringsmøde udtalelser bemærkninger politisk fornyet vurdering".split()
)
"""What a case is handed on for: "til orientering i", "til udtalelse hos"."""


def _forms(stems: str, endings: tuple[str, ...] = _ENDINGS) -> frozenset[str]:
    words = stems.split()
    whole = {stem + ending for stem in words for ending in endings}
    whole |= {stem + stem[-1] + ending for stem in words for ending in ("en", "et", "er", "erne", "ene")}  # "klubben", "plejehjemmet"
    whole |= {stem[:-2] + "rne" for stem in words if stem.endswith("ere")} | {stem[:-1] + "ne" for stem in words if stem.endswith("ere")}
    return frozenset(whole | {stem[:-2] + "r" + ending for stem in words if stem.endswith("er") for ending in ("et", "ene")})


_FORMS: dict[str, PartyKind] = {}
for _kind in (PartyKind.GROUP, PartyKind.DEPARTMENT, PartyKind.BODY, PartyKind.ROLE):
    _FORMS.update(dict.fromkeys(_forms(_STEMS[_kind]), _kind))
_OUTSIDE = frozenset(s + e for s in _OUTSIDERS for e in _ENDINGS)
_MED_BODIES = frozenset(
    level + "med"
    for level in "center område sektor afdelings fag skole forvaltnings virksomheds institutions rådhus personale fælles region regions"
    " hospitals stor leder direktør by distrikts enheds område lokalt plejecenter dagtilbuds børne social kultur teknik".split()
)
_LONGEST = 26
_TAIL = 4
_TAILS = frozenset(form[-_TAIL:] for form in _FORMS.keys() | _OUTSIDE)
"""How the nouns end, for a look at a word before its parts are: most words are ruled out so."""
_NOT_PARTIES = frozenset(
    "dashboard dashboardet whiteboard whiteboardet skateboard skateboardet"
    " råd kostråd ernæringsråd området forhold møder rådhus rådhuset indstillinger lejer behold"
    " indhold forhåndsråd forråd tilbehør hjemmeside tilråd måneder ledes lede ledelser klubhuset hovedområder"
    " fokusområde fokusområder indsatsområde indsatsområder forløb serviceområde emneområder henvendelser arbejdet byggeområde"
    " lokalområdet lokalområde uenighed enighed mulighed muligheden muligheder udenfor sikkerhed sikkerheden virksomhedsplan enheds"
    " ren rene lede chefernes egne opstilling medlemskab uret fællesskab skab"
    " landskab regnskab regnskabet forskel tilsyn bygning rengøring rengøringen tjenesten retten erfaring tjeneste"
    " mål hold forhold forholdet forholdene indholdet sammenhold tilhold ophold opholdet hovedrengøring"
    " plejen lejen værket rapporter teamarbejde vilkår kræfter krydset kryds ugerne musik"
    " tolker fortolker supporter betjente".split()
)


_SHORTEST_TEAM = 8
_NO_TEAMS = tuple(
    first + "hold" + end
    for first in "for ind op til under sammen vedlige be af over fast opret tilbage hus til mådes ren".split()
    for end in ("et", "ene")
)
"""Words that end as "madholdet" does and name nobody: "indholdet", "lejeforholdene"."""
_ALIKE = ("billeder", "billederne")
"""Words that end as "leder" and "lederne" do."""


_BEHIND_LETTERS = ("'en", "'et", "'er", "'erne", "’en", "’et", "’er", "’erne")
"""Endings as written behind an abbreviation."""


def _behind_letters(word: str) -> PartyKind | None:
    """What an abbreviation with its ending names: "HMU'et", "TRIO'en"; several bodies are a group ("LMU'er")."""
    stem, _, ending = word.partition("'")
    if "'" in ending:
        return None
    kind = PartyKind.BODY if stem == "med" else agent_kind(stem) or agent_kind(stem + ending)
    return PartyKind.GROUP if kind is PartyKind.BODY and ending.startswith("er") else kind


@kept()
def agent_kind(word: str) -> PartyKind | None:
    """What sort of party the case-folded noun `word` names, or None when it names no one who acts. Genitives are none."""
    if word in _NOT_PARTIES or word.endswith(_ALIKE) or (word.endswith("hed") and not word.endswith("enhed")) or word.endswith("heder"):
        return None if word not in ("enhed", "enheder", "afdelingsenhed") else PartyKind.DEPARTMENT
    if word.endswith("-med") or word in _MED_BODIES or (word.endswith("udv") and len(word) > 4):
        return PartyKind.BODY  # "område-MED", "CenterMED"
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("holdet", "holdene")) and len(word) > _SHORTEST_TEAM and not word.endswith(_NO_TEAMS):
        return PartyKind.GROUP  # "rengøringsholdet", "madholdet"
    if word.endswith(_BEHIND_LETTERS):
        return _behind_letters(word.replace("’", "'"))
    if word[-_TAIL:] not in _TAILS and not word.endswith("råd"):
        return None
    for begin in range(max(0, len(word) - _LONGEST), len(word) - 1):
        tail = word[begin:]
        kind = _FORMS.get(tail)
        if begin and tail.startswith("revision"):
            return None  # "resultatrevisionen" is a paper, "revisionen" an office
        if kind is not None and (begin == 0 or (begin >= 2 and len(tail) >= 4) or (tail == "råd" and begin > 3)):
            return kind  # "elevråd"
        if tail in _OUTSIDE and (begin == 0 or (begin >= 3 and len(tail) >= 5)):
            return PartyKind.ROLE
    return None


_ADJECTIVE_ENDS = ("isk", "ativ", "nær")
_DESCRIBING_UNITS = frozenset(
    "fælles central intern faglig lokal daglig øverste nærmeste konstitueret tværgående samlet socialfaglig social".split()
)
"""Adjectives a unit's or a role's name may begin with: "Fælles administration", "Daglig leder"."""


def described_kind(adjective: str, noun: str) -> PartyKind | None:
    """What two case-folded words that begin a party's name make it: "juridisk afdeling", "teknisk service", "daglig leder"."""
    if adjective not in _DESCRIBING_UNITS and not adjective.rsplit("-", 1)[-1].endswith(_ADJECTIVE_ENDS):
        return None
    if noun == "råd" and adjective.endswith("isk"):
        return PartyKind.BODY  # "Pædagogisk råd"; alone it is advice
    return PartyKind.DEPARTMENT if noun == "service" else agent_kind(noun)


@kept()
def is_outsider(word: str) -> bool:
    """Whether the case-folded noun names somebody outside the organisation: tradesmen, authorities, suppliers."""
    if word in _NOT_PARTIES or word in ("ledelse", "ledelsen") or agent_kind(word) is PartyKind.BODY:
        return False  # "skolebestyrelsen" is no "styrelse"
    if word.startswith(_EMPLOYED):
        return False
    if word in ("kommunerne", "kommuner"):
        return False  # where several municipalities meet, they are the members
    return any(word[b:] in _OUTSIDE for b in range(len(word) - 3) if b == 0 or (b >= 3 and len(word) - b >= 5))


@kept()
def is_definite(word: str) -> bool:
    """Whether a noun carries its article: "formanden", "udvalget", "lederne"."""
    return word.endswith(("en", "et", "ne")) and word not in ("et", "en")


_THINGS = (
    "sag", "forslag", "svar", "notat", "ansøgning", "materiale", "tal", "måling", "møde", "fest", "plan", "budget", "kontrakt", "rapport",
    "skema", "liste", "oversigt", "oplæg", "udkast", "redegørelse", "undersøgelse", "analyse", "tekst", "invitation", "indkaldelse",
    "plakat", "folder", "program", "kursus", "temadag", "arrangement", "høring", "strategi", "politik", "proces", "bilag", "sættelse",
    "svømmelse", "bevilling", "beregning", "opgørelse",
)  # fmt: skip
NAMED_THINGS = (
    "modellen", "løsningen", "systemet", "motoren", "ordningen", "algoritmen", "platformen", "portalen", "databasen", "produktet",
    "specifikationen", "specifikationerne", "aftalen", "puljen", "strategien", "politikken", "analysen", "rapporten", "rammen",
    "programmet", "værktøjet", "princippet", "principperne", "standarden", "standarderne",
)  # fmt: skip
"""What does something in a description: "Datamodellen standardiserer formater"."""
_CALLED_AS_THEIR_WORK = frozenset("byplan kommuneplan trafikplan personalepolitik".split())
"""Departments called as what they make."""


@kept()
def is_thing(word: str) -> bool:
    """Whether the case-folded word is a compound that names a paper, a matter or a gathering, so nobody who acts ("bevillingssag")."""
    named = word in _CALLED_AS_THEIR_WORK or word.endswith("hospital")
    compound = len(word) > _LONG_COMPOUND and word.endswith(_THINGS) and not named
    return compound or word in _BARE_THINGS or word.endswith(NAMED_THINGS)


_LONG_COMPOUND = 8
_BARE_THINGS = frozenset(
    "overslag tilbud regler regel ordning punkt emne emner skema materiale referat indlæg opslag oplæg udkast sag".split()
)


@kept()
def is_topic(word: str) -> bool:
    """Whether departments are named by this word ("Teknik", "Miljø", "Løn")."""
    return word.casefold() in _TOPICS


PUT_OFF = frozenset(("udsat", "udskudt", "bordlagt"))
"""Participles of putting off."""
PUTTING_OFF = frozenset(("udsætte", "udskyde", "genoptage", "bordlægge"))
"""Verbs by which a matter waits."""
FINDING_OUT = frozenset("undersøge afklare overveje afsøge tjekke klarlægge".split())
"""Verbs whose object may be a question."""
QUESTION_WORDS = frozenset("hvem hvad hvor hvordan hvornår hvilken hvilke hvilket hvorfor".split())
SEEING_THAT = frozenset("sørge sikre se foranledige foranstalte påse".split())
"""Verbs whose that-clause is what their subject sees to: "sørger for, at listen ligger klar"."""
GIVEN = frozenset("opgave pålæg besked lys overdraget overladt pålagt betroet".split())
"""What somebody gets that is to do something: "fik til opgave at", "fik overdraget at"."""
SEEING_TO = frozenset("sørge ordne klare varetage stå gøre tage påtage".split())
"""Verbs that say who does what was just told: "det sørger Ea for", "Bo tager sig af det"."""
