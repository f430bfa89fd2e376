"""The lexicon of Danish verbs as data: infinitives by sense, strong forms, prefixes, and words that only look like verbs."""

from __future__ import annotations

from enum import StrEnum


class Sense(StrEnum):
    """What sort of act a verb names when nothing else is said."""

    DO = "do"  # an act only a person or unit can do
    LIGHT = "light"  # acts with a person as subject, anything else with a thing
    REPORT = "report"  # minutes use it in the present for what happened at the meeting
    COMMENT = "comment"  # opinions, proposals, wishes
    DECIDE = "decide"  # what the meeting itself does by saying so
    STATE = "state"  # being, having, lasting
    BEGIN = "begin"  # events that begin, end or take place
    MODAL = "modal"
    DEFER = "defer"
    UNKNOWN = "unknown"


LEXICON: dict[Sense, str] = {
    Sense.DO: """
        kontakte ringe spørge undersøge tjekke indhente bestille købe indkøbe ordne lave udarbejde skrive opdatere revidere
        booke reservere arrangere planlægge indkalde invitere rykke afklare koordinere samle indsamle besvare svare søge ansøge tilmelde
        beregne udsende sende rundsende fremsende eftersende tilsende oversende videresende indsende melde tilbagemelde aflevere
        indlevere levere uddele udlevere omdele overdrage videregive returnere indberette indmelde udpege udnævne forberede formulere
        redigere korrigere tilrette rette justere tilpasse renskrive layoute trykke udprinte printe kopiere oversætte udfylde underskrive
        undertegne parafere offentliggøre publicere opslå annoncere reklamere male reparere montere opsætte nedtage rengøre rydde feje
        klippe plante gøde vande slå hente bringe flytte fjerne smide tømme fylde grave bygge etablere installere opstille ophænge
        nedsætte igangsætte iværksætte gennemføre afholde tilrettelægge organisere administrere håndtere varetage udføre afvikle
        forhandle genforhandle aftale drøfte afstemme afprøve prøve teste måle registrere optælle tælle kontrollere efterse syne
        inspicere analysere kortlægge afdække belyse vurdere evaluere skitsere tegne designe udvikle implementere indføre udrulle
        opsige forlænge forny tegne forsikre betale overføre udbetale refundere fakturere bogføre budgettere regne skaffe finde opsøge
        efterspørge hyre ansætte rekruttere opkvalificere undervise oplære introducere facilitere lede tovholde bemande dække passe
        overtage påtage skabe sikre supplere tilføje indarbejde indføje indsætte indskrive udskrive beskrive præcisere konkretisere
        kvalificere spidse prioritere sortere arkivere journalisere scanne skanne slette opbevare gemme uploade downloade lægge linke dele
        nedlægge lukke åbne låse udskifte skifte ombytte bytte leje udleje låne udlåne sælge afhænde kassere skrotte bortskaffe
        henvende forhøre høre tale snakke mødes nøjes skype minde erindre påminde orientere underrette advisere informere
        bekendtgøre udarbejd udforme foranledige effektuere ekspedere sagsbehandle behandle visitere henvise indstille
        anmelde politianmelde klage anke indklage indgive fremskaffe tilvejebringe opgøre sammenfatte sammenskrive opsamle
        sammenligne opliste liste nedskrive notere referere opremse udregne estimere vælge udvælge fordele uddelegere delegere
        tildele bevilge hjælpe assistere støtte bistå deltage medvirke repræsentere besøge besigtige fotografere filme optage
        servere bage brygge tænde slukke varme rense skrubbe vaske pudse polere lime sømme skrue bore save fælde beskære luge
        høste udlægge asfaltere grusse fræse strø salte skovle opkræve inddrive indbetale hæve spærre blokere aktivere deaktivere
        omarbejde gennemarbejde oparbejde berigtige fuldføre flette
        forventningsafstemme idéudvikle ideudvikle kridte pensle researche sandblæse rådføre afkræve indvilge indvillige affatte
        oprette omlægge omdøbe konvertere migrere indlæse udtrække eksportere importere programmere opgradere fejlrette sætte
        afhente pakke indpakke udpakke opmagasinere transportere køre fragte læsse tilbyde efterlyse spare afsætte frigive anskaffe
        tilkalde afmelde framelde afbestille annullere aflyse udvide indskrænke begrænse reducere effektivisere automatisere digitalisere
        sondere afsøge efterforske følge gense opfordre vejlede rådgive coache supervisere inddrage involvere engagere høringssvare
        trække udvirke bede anmode anbringe forankre synliggøre formidle markedsføre brande profilere promovere fejre hylde
        udstede attestere dokumentere protokollere godtgøre redegøre opkøbe rundringe kommunikere netværke erstatte forbedre styrke
        optimere tilse vedligeholde genoprette sanere renovere isolere afvaske fuge pudse forskønne udsmykke pynte dekorere
        lytte
        høvle tjære bejdse hugge brolægge
        afrapportere rapportere genbesøge skære brede runde kalde nå forlade lappe tilslutte frakoble skilte mærke afmærke afspærre
        omskrive gennemskrive gennemlæse læse korrekturlæse genlæse studere nærlæse sætte spule feje stille dreje overveje genoverveje
        bekræfte sy strikke væve hækle tømre snedkere koge stege grille nedrive flise omkode forsyne bearbejde kulegrave
        skille spænde stykke viderebringe forhøre opspore udsøge screene vægte matche parre stemple notificere kvittere
        sparre brainstorme bidrage regulere tilbagebetale
        sørge forestå fremstille skride stå ajourføre efterprøve udbyde konkurrenceudsætte sagsforberede tidsplanlægge skemalægge
        udbedre bidrage tilknytte frikøbe sige love garantere afgive bestride vidensdele sammensætte samarbejde koble sammenkoble
        fremrykke rundsende gennemtænke forklare arbejde genhuse pille fordoble lodde sætte orkestrere kuratere
        løfte parkere nuancere udfolde spejle pejle adressere eskalere prioritere mappe kickstarte søsætte lancere udbrede forankre besætte
        genbesætte fastlægge udfase indfase afskaffe rammesætte målrette skærpe skalere klargøre afregne udligne omfordele kontere opmåle
        demontere nedrive udlicitere hjemtage revisitere servicere kompensere honorere aflønne indplacere huske fordele
        opdatere omdanne sammenlægge opdele adskille afgrænse definere specificere detaljere visualisere illustrere opstarte afrunde
        opgradere nedjustere opjustere tilskrive omprioritere flage flytte udsende efterbestille forudbestille afsende
        stramme varsko lære kvittere kalibrere optælle genoptælle indfri udmønte omsætte udrede efterregne kvalitetssikre benchmarke rulle
        skubbe rokere bytte omrokere opsamle nedfælde notere indtaste afkrydse autorisere certificere uddanne kvalificere
        vedlægge vedhæfte hjemvise stoppe fratræde genopstille begære kræve undgå udhænge optrykke bestykke
        ændre uddybe styre varsle journalføre afkorte aflaste afløse afsløre afstive afværge bedømme bemyndige beordre beslaglægge
        bestyre betjene bevogte bilægge binde blande brænde cleare danne delagtiggøre dobbelttjekke dræne dyrke dæmpe efterspore
        ensrette faseopdele fastfryse forbinde foredrage forene forenkle forfatte forfine forfremme forhøje forkorte forme fornye
        forpagte forsegle forskyde fortolke forvalte forvandle fravige fremskynde fritstille gendanne genforene gennemse
        genopbygge genopfriske genopfylde genoplade genudgive granske grundlægge hegne hejse hemmeligholde henlægge hensætte
        hjemle hvidte hærde idriftsætte indfange indforskrive indhegne indkode indlemme indløse indramme indspille indstifte
        indvie indøve interviewe isætte italesætte jævne klarlægge klassedele klistre klone klæbe knytte koge krydse krydstjekke
        lagre langtidsplanlægge ledsage ligestille logge lovliggøre lufte løsne løsrive maskinskrive modregne navngive nedfryse
        nedtone nyanlægge nyindrette ombestemme omforme omfortolke omlaste omskole omstøde opdrive opfriske opklæbe oplagre oplive
        opløse opmande opmudre opmuntre opramse opsuge optrappe overnatte overrække overstrege overvåge pensle plukke pløje
        pressemeddele prissætte prøvekøre prøvelæse påskynde risikovurdere sammenblande sammenkæde sandsynliggøre
        sekretariatsbetjene sidestille sikkerhedsgodkende skrinlægge slibe sløjfe smede smøre splitte sprede sprøjte standse
        stikke stryge strække strømline støbe støvsuge supporte svejse sygemelde sænke tackle tappe tilegne tilgængeliggøre
        tillempe tilnærme tilsidesætte tinglyse tolke trimme træne tydeliggøre tætne tørre uddrage udelade udforske udjævne
        udruste udskille udstrække udstykke udtynde udtænke udveksle underkaste vinterklargøre øve skrælle rokke hidkalde
        drive tilendebringe afblæse afdrage afskedige afspille afveje almengøre ansvarliggøre bebude bespise chartre foranstalte
        formane godskrive
        helligholde indkredse indsnævre irettesætte kaste kappe koldstarte medtænke nedkøle nulstille opspytte opbløde redde rive skylle
        spalte sprænge taste tippe tørlægge trykprøve udskænke udviske veje veksle håndhæve børste bøje klappe løse modne mønstre
        godtgøre klistre fremdrage erhverve forære indprente jage ofre plastre prikke kløve indhylle udlodde
        sammenholde debriefe pitche feede streame moderere hoste highlighte pinge onboarde afprøve
        rundspørge dagsordenssætte forhåndsgodkende forhåndsbooke genudsende genudgive genindføre genetablere genansætte genåbne
        banke tygge gennemlytte gennemse forsøde
        indgravere stable fodre sejle mure hamre afkalke spartle lakere kalke slæbe trille pumpe
    """,
    Sense.LIGHT: """
        skyde rejse
        lette spille slappe støde opretholde yde dukke springe lokke tænde hoppe køle lande havne
        indrapportere overvære færdigbehandle ramme befordre berede berolige beherske
        hænge
        tage give holde gøre få gå komme bringe føre stå se kigge lægge sætte stille træde falde trække slå bryde vende skifte møde
        starte begynde igangsætte afslutte slutte fortsætte køre vise sikre støtte følge lede hjælpe skabe samle dække bære
        indgå medtage medbringe byde lade afvente træffe
        øge fremme mindske forhindre hindre svække påvirke belaste forstærke forsinke beskytte bekæmpe værne overbevise tilgodese
        nytænke gribe levendegøre skærme udnytte
    """,
    Sense.REPORT: """
        orientere fortælle berette redegøre fremlægge præsentere forelægge gennemgå drøfte diskutere informere oplyse meddele vise
        forklare beskrive nævne omtale referere opsummere introducere behandle debattere rapportere afrapportere evaluere
        genfremlægge genforelægge konkludere byde aflægge indlede
    """,
    Sense.COMMENT: """
        mene synes foreslå ønske understrege pege påpege fremhæve bemærke anbefale rose undre opfordre tilkendegive beklage takke håbe
        forvente vente tro efterlyse kritisere advare hilse glæde opleve pointere tilslutte bakke støtte erklære udtrykke
        anføre fastslå konstatere noterere erkende anerkende frygte vurdere kommentere spørge tvivle foretrække udtale henlede
        henstille tilråde bestræbe ærgre vægte prioritere appellere finde forslå studse undres
        genopstille
        begrunde hæfte forlange forbeholde undskylde tilskynde tilstræbe udfordre påskønne påberåbe betone antyde anfægte hævde indse
        indrømme modsige bekymre begejstre snakke overraske skuffe værdsætte tænke henholde
    """,
    Sense.DECIDE: """
        godkende vedtage beslutte tiltræde indstille anbefale bevilge afvise forkaste bifalde konstituere fastsætte fastholde vælge
        efterkomme imødekomme godtage stemme enes enig tiltræde stadfæste ratificere ophæve meddele
    """,
    Sense.STATE: """
        befinde henstå variere vikariere kollidere stamme
        beholde bevare
        drille dryppe blomstre bløde blæse drage dø falme fare fejle flyde flyve forsvinde fatte fryse gabe glemme glide gnave hænde huse
        hvine indbefatte klynge knibe krybe kysse lyse lyve læne modsvare modvirke munde næres nøjes nage orke overskue pine ro rode ruge
        ryge ruste råbe sejre sive sje skade skele skelne skrante skræmme skylde slide slippe slumre smelte smitte snyde sove
        storme strejke stride støje svigte svinde svinge synge synke sværge svæve svømme tone tordne tære udebane udeblive udestå vandre
        foreligge
        vippe volde vogte vrøvle vægre vælte ynde forandre forstyrre forværre forekomme forstumme bekendtgøres sprudle bugne
        behøve pleje ende agte påtænke kandidere
        være have blive ligge hedde betyde kræve indebære gælde omfatte indeholde koste mangle skyldes udgøre fungere eje kende vide
        forstå kunne opveje trives stige falde vokse fremgå tilhøre bestå rumme afvente løbe udløbe handle dreje synes lyde passe findes
        trænge ankomme misforstå drømme længes hænge gense
        eksistere bo vare passe opleves sidde hvile afhænge medføre svare forudsætte tage-højde vedrøre angå kendetegne
        bygge dække basere tegne overholde leve arbejde lykkes opnå savne føle ville bruge anvende benytte modtage
        virke anse betragte halte hade elske lide ligne miste mestre kæmpe besvære betinge indtræffe oppebære opfatte overse skildre
        tilfredsstille
        vakle tyde visne nyde nærme nødvendiggøre muliggøre umuliggøre vidne tjene tøve trodse true stresse fortie forurene
        forvirre hæmme dominere præge prale råde opdage tabe undlade ødelægge overvinde tangere vække udløse tvinge vove spænde
        forpligte udelukke overskride overstige udpine tiltænke overhale overrumple straffe
    """,
    Sense.BEGIN: "begynde starte slutte åbne foregå ske opstarte ophøre indtræde",
    Sense.DEFER: "udsætte udskyde bordlægge genoptage genoptages udgå overgå",
}

EXCLUSIVE = {  # verbs named under several senses: the sense that decides when nothing else is said
    "orientere": Sense.REPORT, "fortælle": Sense.REPORT, "redegøre": Sense.REPORT, "informere": Sense.REPORT, "drøfte": Sense.REPORT,
    "vise": Sense.REPORT, "forklare": Sense.REPORT, "beskrive": Sense.REPORT, "referere": Sense.REPORT, "behandle": Sense.REPORT,
    "rapportere": Sense.REPORT, "afrapportere": Sense.REPORT, "evaluere": Sense.REPORT, "meddele": Sense.REPORT, "byde": Sense.LIGHT,
    "introducere": Sense.REPORT, "efterlyse": Sense.COMMENT, "opfordre": Sense.COMMENT, "støtte": Sense.COMMENT, "finde": Sense.DO,
    "undgå": Sense.STATE, "bestride": Sense.COMMENT, "kræve": Sense.STATE, "efterspørge": Sense.COMMENT,
    "vurdere": Sense.DO, "spørge": Sense.DO, "prioritere": Sense.DO, "vægte": Sense.COMMENT, "vælge": Sense.DO, "indstille": Sense.DECIDE,
    "anbefale": Sense.DECIDE, "bevilge": Sense.DECIDE, "passe": Sense.DO, "dække": Sense.LIGHT, "svare": Sense.DO, "bygge": Sense.DO,
    "tegne": Sense.DO, "arbejde": Sense.STATE, "falde": Sense.STATE, "følge": Sense.LIGHT, "skabe": Sense.LIGHT, "sikre": Sense.LIGHT,
    "samle": Sense.DO, "sætte": Sense.LIGHT, "lægge": Sense.DO, "slå": Sense.LIGHT, "køre": Sense.LIGHT, "trække": Sense.LIGHT,
    "stille": Sense.LIGHT, "skifte": Sense.DO, "stå": Sense.LIGHT, "lede": Sense.LIGHT, "hjælpe": Sense.LIGHT, "bringe": Sense.LIGHT,
    "igangsætte": Sense.DO, "begynde": Sense.BEGIN, "starte": Sense.BEGIN, "slutte": Sense.BEGIN, "åbne": Sense.BEGIN,
    "tilslutte": Sense.DO, "afvente": Sense.STATE, "overgå": Sense.STATE, "synes": Sense.COMMENT, "høre": Sense.DO,
    "forvente": Sense.COMMENT, "vente": Sense.COMMENT, "meddeles": Sense.REPORT, "notere": Sense.DO,
    "ansætte": Sense.DO, "hæve": Sense.DO, "bidrage": Sense.LIGHT, "nå": Sense.STATE, "sige": Sense.COMMENT, "overholde": Sense.STATE,
    "love": Sense.DO, "dreje": Sense.STATE, "bede": Sense.DO, "anmode": Sense.DO, "sørge": Sense.DO, "mødes": Sense.DO,
    "nøjes": Sense.STATE,
    "deltage": Sense.LIGHT, "klare": Sense.DO, "løbe": Sense.STATE, "styrke": Sense.LIGHT, "forbedre": Sense.LIGHT,
    "genoptage": Sense.DEFER, "fejre": Sense.DO, "klage": Sense.LIGHT, "reducere": Sense.LIGHT, "begrænse": Sense.LIGHT,
    "repræsentere": Sense.LIGHT, "erstatte": Sense.LIGHT, "fylde": Sense.DO, "forsikre": Sense.DO, "varme": Sense.LIGHT,
    "bære": Sense.LIGHT, "levere": Sense.LIGHT, "måle": Sense.LIGHT, "tilbyde": Sense.LIGHT, "optage": Sense.LIGHT,
    "vokse": Sense.STATE, "lukke": Sense.LIGHT, "fortsætte": Sense.STATE,
}  # fmt: skip

STRONG = {  # infinitive: past, participle
    "være": ("var", "været"), "have": ("havde", "haft"), "blive": ("blev", "blevet"), "gå": ("gik", "gået"), "få": ("fik", "fået"),
    "komme": ("kom", "kommet"), "tage": ("tog", "taget"),
    "drage": ("drog", "draget"), "overdrage": ("overdrog", "overdraget"),
    "give": ("gav", "givet"), "se": ("så", "set"), "stå": ("stod", "stået"),
    "holde": ("holdt", "holdt"), "gøre": ("gjorde", "gjort"), "sætte": ("satte", "sat"), "lægge": ("lagde", "lagt"),
    "bordlægge": ("bordlagde", "bordlagt"),
    "skrive": ("skrev", "skrevet"), "finde": ("fandt", "fundet"), "spørge": ("spurgte", "spurgt"), "sige": ("sagde", "sagt"),
    "følge": ("fulgte", "fulgt"), "vælge": ("valgte", "valgt"), "trække": ("trak", "trukket"), "bringe": ("bragte", "bragt"),
    "hjælpe": ("hjalp", "hjulpet"), "ligge": ("lå", "ligget"), "sidde": ("sad", "siddet"), "bede": ("bad", "bedt"),
    "udskyde": ("udskød", "udskudt"), "byde": ("bød", "budt"), "tilbyde": ("tilbød", "tilbudt"), "foreslå": ("foreslog", "foreslået"),
    "slå": ("slog", "slået"), "vide": ("vidste", "vidst"), "falde": ("faldt", "faldet"), "forstå": ("forstod", "forstået"),
    "fortælle": ("fortalte", "fortalt"), "sælge": ("solgte", "solgt"), "træde": ("trådte", "trådt"), "bære": ("bar", "båret"),
    "stige": ("steg", "steget"), "skære": ("skar", "skåret"), "bryde": ("brød", "brudt"), "kunne": ("kunne", "kunnet"),
    "skulle": ("skulle", "skullet"), "ville": ("ville", "villet"), "måtte": ("måtte", "måttet"), "burde": ("burde", "burdet"),
    "løbe": ("løb", "løbet"), "hedde": ("hed", "heddet"), "stille": ("stillede", "stillet"), "rydde": ("ryddede", "ryddet"),
    "gælde": ("gjaldt", "gældt"), "lade": ("lod", "ladet"), "synes": ("syntes", "syntes"), "ansøge": ("ansøgte", "ansøgt"),
    "påtage": ("påtog", "påtaget"), "betale": ("betalte", "betalt"), "købe": ("købte", "købt"), "dele": ("delte", "delt"),
    "udsætte": ("udsatte", "udsat"), "drikke": ("drak", "drukket"), "gribe": ("greb", "grebet"), "overse": ("overså", "overset"),
    "nedsætte": ("nedsatte", "nedsat"), "begynde": ("begyndte", "begyndt"), "mødes": ("mødtes", "mødtes"),
    "nøjes": ("nøjedes", "nøjedes"), "enes": ("enedes", "enedes"),
    "lykkes": ("lykkedes", "lykkedes"), "nå": ("nåede", "nået"), "afgive": ("afgav", "afgivet"), "burde ": ("burde", "burdet"),
    "træffe": ("traf", "truffet"), "binde": ("bandt", "bundet"), "drive": ("drev", "drevet"), "stryge": ("strøg", "strøget"),
    "stikke": ("stak", "stukket"), "vinde": ("vandt", "vundet"), "tvinge": ("tvang", "tvunget"), "springe": ("sprang", "sprunget"),
    "fryse": ("frøs", "frosset"), "skride": ("skred", "skredet"), "forlade": ("forlod", "forladt"), "smøre": ("smurte", "smurt"),
    "deltage": ("deltog", "deltaget"), "modtage": ("modtog", "modtaget"), "bidrage": ("bidrog", "bidraget"), "undgå": ("undgik", "undgået"),
    "fortsætte": ("fortsatte", "fortsat"), "igangsætte": ("igangsatte", "igangsat"), "tilkendegive": ("tilkendegav", "tilkendegivet"),
    "indvillige": ("indvilligede", "indvilliget"), "lyde": ("lød", "lydt"), "række": ("rakte", "rakt"), "ramme": ("ramte", "ramt"),
    "foreligge": ("forelå", "foreligget"), "udeblive": ("udeblev", "udeblevet"), "undlade": ("undlod", "undladt"),
    "udestå": ("udestod", "udestået"), "glide": ("gled", "gledet"), "smide": ("smed", "smidt"), "slibe": ("sleb", "slebet"),
    "synke": ("sank", "sunket"), "flyve": ("fløj", "fløjet"), "stramme": ("strammede", "strammet"),
    "trykke": ("trykte", "trykt"), "bestille": ("bestilte", "bestilt"), "slippe": ("slap", "sluppet"),
    "tillade": ("tillod", "tilladt"), "turde": ("turde", "turdet"),
    "grave": ("gravede", "gravet"), "skyde": ("skød", "skudt"), "tilbringe": ("tilbragte", "tilbragt"), "strække": ("strakte", "strakt"),
}  # fmt: skip
IRREGULAR_PRESENT = {
    "er": "være", "har": "have", "skal": "skulle", "kan": "kunne", "vil": "ville", "må": "måtte", "bør": "burde", "gør": "gøre",
    "ved": "vide", "bliver": "blive", "spørger": "spørge", "mødes": "mødes",
    "nøjes": "nøjes", "tør": "turde", "synes": "synes", "enes": "enes",
    "skyldes": "skyldes", "findes": "findes", "lykkes": "lykkes", "opleves": "opleves",
}  # fmt: skip
DEPONENT = frozenset("mødes nøjes enes lykkes synes skyldes findes".split())
MODALS = frozenset("skulle kunne ville måtte burde".split())

SAME = {
    "kikke": "kigge",
    "forsætte": "fortsætte",
    "e-maile": "sende",
    "emaile": "sende",
    "sms'e": "sende",
    "fikse": "ordne",
    "maile": "sende",
    "udfærdige": "udarbejde",
    "briefe": "orientere",
    "checke": "tjekke",
    "chekke": "tjekke",
    "dagsordensætte": "dagsordenssætte",
    "genfremsætte": "genfremlægge",
}
"""Other spellings of a verb, and verbs that mean and are built as another: read as that one."""

PREFIXES = (
    "videre gen tilbage efter rund ud ind op ned frem til over under om af på for med fra sammen be an mis ny færdig fejl gennem hjem"
    " igangs udvik forhånds for- fri fore bort hoved selv sam ren fin grov mellem intern for ud- eftersom bag ved fast"
).split()
NOUN_LIKE = frozenset(
    "svar møder ønsker kurser planer tal bud opgaver regler arbejder aftaler klager prøver rammer priser skoler kontakter følger løber"
    " stiller taler tegner søger lister midler anker rykker bærer dækker skifter låner deler skriver billeder former mål tanker kører"
    " løser trykker lejer laver samler maler bager leder fejrer høster poster ordner graver ringer lærer træner vælger retter"
    " malere lejere møde sager dele ansatte varer varme planter bruger klasser grupper mærker skilter skilte indgange anlæg udgifter"
    " høringer afgifter kasser kasserer tryk print pakker salter henter budgetter noter markerer minder runder spørger slår dreje"
    " styrker stemmer nævner bolde tider råder gaver vejleder rådgiver henviser beder bestiller støtter vinder linjer indkøber formidler"
    " skader rammer banker kilder prikker svinger fisker spiller kapper veksler toner taster brager ånder støder strander huser"
    " nøgler vand fuger besøger undersøger koster saver lader plejer viser indgår krav hæfter sender plader fælder kampagner udvalg"
    " rejser".split()
) - frozenset(
    "skriver laver samler undersøger bestiller ringer henter sender indkøber besøger vælger retter ordner spørger beder viser indgår"
    " markerer rykker søger bringer stiller kører koster slår".split()
)
NOT_VERBS = frozenset(
    "allerede priser"
    " hvornår hvorfor hvor"
    " sys pensler piger årets tilbage påske område områder området samtale samtaler udkastet fraværet forløbet forløb"
    " tilsynet formålet"
    " ansvaret beløbet beløb nyhed"
    " fremmøde fremmødet fremmødte tilfældet forbruget omvendt andele hovedpine hjemløse formøde samspillet sammenspillet eftersynet"
    " udbyttet mellemformer fremleje foretræde overordnet bortset forsvaret"
    " der her eller ellers efter under over heller siden inden herunder derunder hver større mindre senere tidligere flere"
    " mere færre længere"
    " højere lavere bedre dårligere nærmere yderligere fælles dels alles vores deres jeres hvis ens særskilt medmindre imidlertid især"
    " bare tilfælde møde øvrige andre måneder uger timer dage kroner sekretær kasserer partner center kontor ledere chefer ansvar"
    " oktober november december september fyraftensmøder måneders års ugers dags ikke emner elever borgere lærere medarbejdere"
    " børn unge ældre sommer vinter elver sæter peter birger ejler holger jesper kasper asger inger esther ester rikke kresten iver"
    " sejer jasper kristoffer christoffer preben steffens hendes hans dennes dettes disses nogens ingen alt andet langs udenfor indenfor"
    """
        hjemmene stykker hænder fødder bøger penge papirer akter tovholder tovholdere medarbejder medarbejdere tidspunkter steder byer
        veje gader numre ordre klokker partier
    """.split()
)
