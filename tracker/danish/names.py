"""Danish names of people: the common first names, and what an unknown name looks like. Knows nothing of minutes.

The list only helps where a sentence begins, since there every word has a capital. A name that is not on it must work as well.
"""

from __future__ import annotations

import re

from tracker.danish.kept import kept

FIRST_NAMES = frozenset(
    """
    aage aase abdi abdul adam agnes agnete agnethe agnieszka ahmed aida aisha aksel albert alberte alex alexander alexandra alf
    alfred ali alice alina allan alma alvin amalie amanda amina amir amira anders andre andrea andreas andrina andré ane anette
    anita anja anker ann anna annalise anne annelie annelise annemaj annemarie annemette annette anni annie annika antje anton
    arendse ari ariane arild arne arnold arthur arvid asbjørn asger ask asmus asta astri astrid atle augusta axel aya aylin ayse
    balder barbara bashir beate beatrice bendt benedikte bengt benjamin benny bent bente berit bernhard bernt bertel bertha bertil
    bettina bilal billie birger birgit birgithe birgitt birgitte birna birte birthe bitten bjarke bjarne bjørg bjørk bjørn bjørnar
    bo bodil boje bolette boris brian britt britta bruno buster børge camilla camille carina carl carla carlo carlos carola
    carolina caroline carsten caspar casper cassandra cathrin cathrina cathrine cecile cecilia cecilie celina charles charlotta
    charlotte chris christa christel christian christina christine christoffer christopher cille claes clara claudia claus clea
    clemens clement connie conny cornelia dagmar dagny dan daniel daniella daniil danny david dea dennis diana dicte dina dines
    dion ditlev ditte dmitri dora doris dorith dorrit dorte dorthe dorthea ea ebba ebbe eddie edel edith edvard edwin eggert egon
    eigil eik einar eivind ejgil ejler ejlif ejnar ejner ejvind elena elias elin elina eline elinor elisa elisabeth elise ella
    ellen ellinor elly elmer elna elo elsa else elsebeth elvin elvina elvira emanuel emil emilie emine emma emmanuel emmy emre
    engelbrecht enok enrico erica erik erika erland erling erna ernst erwin esben esger eske eskil eskild esmeralda ester esther
    etta eva evald eveline evy ewa ewald ewelina eyvind ezra fadi farida fatima fatma ferdinand fernando fie filip filippa
    filippine finn finnbogi fiona flemming folmer frances frands frank frans franz freddy frede frederik frederikke freja freya
    frida frigga fritz frode gabriel gabriela gabriella georg gerald gerd gerda gerhard gerner gert gerti gertrud gina giovanni
    gitta gitte gorm greta grete grethe grith gro gry gudmund gudrun gunda gunhild gunna gunnar gunner gunnvald gunver gunvor guri
    gurli gustav gyda göran gørel haakon hagen hakon halfdan hallur hamza hana hanan hanna hannah hanne hannibal hans harald
    harriet harry hartvig harun hassan hasse hatice hedda hedvig heidi heine helen helene helga helge helgi hella helle hellen
    helmer henning henny henriette henrik henry herbert herborg herdis herluf herman hilda hilde hildur hilmar hjalmar hjalte
    hjørdis holger huda hugin hugo hussain hussein hüseyin ib iben ibrahim ida igor ilse ilyas ina inez inga ingbritt inge
    ingeborg ingelis ingelise ingemann inger ingolf ingrid ingvar irena irene iris irma iryna isabel isabella isak ismail isolde
    ivan ivanna ivar iver ivona jack jacob jacqueline jakob jakup jamal james jamilla jan jane janet janina janne janni jannick
    jannie jannik janus jarl jasmin jasper jeanet jeanette jeanne jeannette jelena jennifer jenny jens jeppe jesper jesse jessica
    jessie jette jill jim jimmi jimmy joachim joakim joan joanna joel johan johanna johanne johannes john johnny jokum jon jonas
    jonatan jonathan jonna jonne josef josefina josefine joseph josephine josie jovana judith judy julia julian juliane julie
    julius justus jutta jytte jógvan jørgen jørn kaare kai kaj kalle kamilla kamma karen kari karianne karim karin karina karine
    karl karla karlo karna karolina karoline karsten kasim kaspar kasper katarina katarzyna kate katharina kathe kathrina kathrine
    katinka katja katrin katrina katrine kay kaya keld kell kenn kenneth kenny kent kerstin ketty kevin khaled khalid kim kira
    kirsten kirstin kirstina kirstine kitt kjartan kjeld kjell klaes klara klaus klavs knud konrad konstantin kresten krestine
    kris krista kristen kristian kristiane kristina kristine kristjan kristof kristoffer kurt käte kåre laila lajla lara lars
    lasse lauge laura laureen laurent laurids laurits laust layla lea leah leander leif leila lena lene lenette leni lenka lennart
    leo leon leonard leone leonora leopold levi leyla liam lilian lilja lillan lilli lillian lilly lily lina linda lindhardt line
    linea linn linnea lis lisa lisbet lisbeth lise liselott liselotte lisette lissi lissy liv liva livia lizzi loke lone loni
    lonnie lorens lotta lotte louis louise lova lucas lucia ludvig lui luis luise luka lukas luna lydia lykke lærke mads magda
    magdalena magdalene magne magni magnus magrethe mahmoud maibritt maiken maj maja majbritt majken malene malik malina malou
    malte malthe mandy manfred manja marc marco marcus maren margareta margaretha margit margith margot margrete margrethe
    marguerite maria mariam mariane mariann marianna marianne marie mariette marijana marika marina marion marit marius markus
    marlen marlene marta martha martin martine martinus mary maryam mathea mathias mathilda mathilde matias matilde matteo max
    maya mehmet melanie melvin merete merethe merle meta metha mette mia michael michaela michala michella michelle mie miia
    mikael mikala mike mikkel mila milla mille milo mina minea minna mira miriam mirjam mogens mohamad mohamed mohammad mohammed molly
    mona monica monika moritz morten muhammed murat mustafa my nabil nadia nadine nadja naim naja nana nanette nanna naomi natalia
    natalie natasja nathali nathalie nelly nena nete netta nicklas nicolai nicolaj nicolas nicole nicoline niels nikita niklaes
    niklas niko nikola nikolaj nikolas nikoline niller nina nis noah noel noomi nora nour nynne oda oddvar odin oisin oksana
    oksanna ola olaf olav ole olena olfert olga oline oliver olivia olivier oluf omar ophelia orla oscar oskar osman osvald oswald
    othilia ottilie otto ove ovidia pablo palle pascal patricia patrick paul paula pauline paw pawel peder pelle penille per
    pernelle pernilla pernille peter petra philip philippa phoebe pia pierre piotr poul poula povl preben rachel rafael ragna
    ragnhild rakel ralf ramazan ramin ramona randi rashid rasmine rasmus rebecca rebekka regina regitze regnar reinhard reinhardt
    renata renate rene rené reza ricardo richard ricki ricky rico rie rigmor rikard rikke rikki rita ritta roald robert roger rogert
    rohan roland rolf ronald ronja ronni ronny rosa rosalina rosanna rose rosemarie rosita roxana roy ruben rudi rudolf rukhsana
    runa rune ruth sabina sabine sabrina sadia safa saga saida sally salma salman sam sami samina samir samira samuel sander
    sandra sanna sanne sara sarah sascha sebastian sejer selena selim selin selina selma senia sergej severin shirin sidsel sif
    sigfred sigga sigmund signe sigrid sigurd sigvald silas silja silje silke sille silvia simon simone sine sinne siri sisse
    sissel siv siw sofia sofian sofie sofija sofus solrun solveig solvej solvejg sonja sonny sophia sophie sophus soraya stanislaw
    steen stefan stefano steffen stella sten stephan stephanie stig stina stine stinne storm sune sunniva susan susann susanna
    susanne susie sussi sussie svante svea sven svend svenn svenning sverre svetlana sylvest sylvester sylvia synne synnøve søren
    søs søster tabita tage taina tamara tania tanja tarek tariq tatiana tatjana tea ted teis tenna teodor teresa terese terje
    tessa thale thea theis theo theodor theresa therese theresia thilda thilde thit thomas thor thora thorbjørn thore thorkil
    thorkild thorleif thorsten thorulf thorvald thure thyge thyra tilda tilde tilla tim tina tine tinus tobi tobias toke tom tomas
    tomasz tommy tonja tonny tony tora torben tore torkil torkild torleif torsten torunn torvald tove trille trine tristan troels
    tromod trygve tue tulle ture tuva tycho tyge tyra uffe ulf ulla ulrich ulrik ulrika ulrikke una urban ursula vagn vagner
    valborg valdemar valentin valentina valter vanessa vanja venke vera verne verner verni veronica vibe vibeke vicki vicky victor
    victoria vidar vigdis vigga viggo viktor viktoria viktorija vilfred vilhelm vilhjalmur vilian vilja villads villy vilma
    vincent vinnie viola vita vitus vivi vivian wagner walter walther wanda wenche wendy werner wibeke wilfred wilhelm william
    willum willy wilma winnie xander xenia yahya yasemin yasmin yildiz ylva yngve younes yrsa yusuf yvette yvonne zacharias zahra
    zainab zaineb zaki zara zenia zeynep zoe zofia åge ågot åsa åse ömer özgür øjvind østen østrid øystein
    """.split()
)
"""Common first names, case-folded."""

_MEN = frozenset(
    """
    aage abdi abdul adam ahmed aksel albert alexander alf alfred ali allan alvin amir anders andre andreas andré anker anton ari
    arild arne arnold arthur arvid asbjørn asger ask asmus atle axel balder bashir bendt bengt benjamin benny bent bernhard bernt
    bertel bertil bilal birger bjarke bjarne bjørn bjørnar bo boje boris brian bruno buster børge carl carlo carlos carsten caspar
    casper charles christian christoffer christopher claes claus clemens clement cornelius dan daniel daniil danny david dennis
    dines dion ditlev dmitri ebbe eddie edvard edwin eggert egon eigil eik einar eivind ejgil ejler ejlif ejnar ejner ejvind elias
    elmer elo elvin emanuel emil emmanuel emre engelbrecht enok enrico erik erland erling ernst erwin esben esger eske eskil
    eskild evald ewald eyvind fadi ferdinand fernando filip finn finnbogi flemming folmer frands frank franz freddy frede frederik
    fritz frode gabriel georg gerald gerhard gerner gert giovanni gorm gudmund gunnar gunner gunnvald gunver gustav göran haakon
    hagen hakon halfdan hallur hamza hannibal hans harald harry hartvig harun hassan hasse heine helge helgi helmer henning henrik
    henry herbert herluf herman hilmar hjalmar hjalte holger hugin hugo hussain hussein hüseyin ib ibrahim igor ilyas ingemann
    ingolf ingvar isak ismail ivan ivar iver jack jacob jakob jakup jamal james jan jannick jannik janus jarl jasper jens jeppe
    jesper jesse jim jimmi jimmy joachim joakim joel johan johannes john johnny jokum jon jonas jonatan jonathan josef joseph
    julian julius justus jógvan jørgen jørn kaare kai kaj kalle karim karl karlo karsten kasim kaspar kasper keld kell kenn
    kenneth kenny kent kevin khaled khalid kjartan kjeld kjell klaes klaus klavs knud konrad konstantin kresten kristen kristian
    kristjan kristof kristoffer kurt kåre lars lasse lauge laurent laurids laurits laust leander leif lennart leo leon leonard
    leopold levi liam lindhardt loke lorens louis lucas ludvig lui luis luka lukas mads magne magni magnus mahmoud malik malte
    malthe manfred marc marco marcus marius markus martin martinus mathias matias matteo max mehmet melvin michael mikael mikkel
    mogens mohamad mohamed mohammad mohammed moritz morten muhammed murat mustafa nabil naim nicklas nicolai nicolaj nicolas niels
    nikita niklaes niklas niko nikola nikolaj nikolas niller nis noah noel oddvar odin oisin ola olaf olav ole olfert oliver
    olivier oluf omar orla oscar oskar osman osvald oswald otto ove pablo palle pascal patrick paul paw pawel peder pelle per
    peter philip pierre piotr poul preben rafael ralf ramazan ramin rashid rasmus regnar reinhard reinhardt rené reza ricardo
    richard ricki ricky rico rikard rikki roald robert roger rogert rohan roland rolf ronald ronni ronny roy ruben rudi rudolf
    rune salman sami samir samuel sander sebastian sejer selim sergej severin sigfred sigmund sigurd sigvald silas simon sofian
    sofus sonny sophus stanislaw steen stefan stefano steffen sten stephan stig sune svante sven svend svenn svenning sverre
    sylvest sylvester søren tage tarek tariq ted teis teodor terje theis theo theodor thomas thor thorbjørn thore thorkil thorkild
    thorleif thorsten thorulf thorvald thure thyge tim tinus tobi tobias toke tom tomas tomasz tommy tonny tony torben tore torkil
    torkild torleif torsten torvald tristan troels tromod trygve tue ture tycho tyge uffe ulf ulrich ulrik urban vagn vagner
    valdemar valentin valter verne verner verni victor vidar viggo viktor vilfred vilhelm vilhjalmur vilian villads villy vincent
    vitus wagner walter walther werner wilfred wilhelm william willum willy xander yahya yngve younes yusuf zacharias zaki åge
    ömer özgür øjvind østen øystein
    """.split()
)
_EITHER = frozenset("alex else frances inge joan kay kim kit kris maj my robin sam sascha storm tulle vivian".split())
"""Names both sexes have, or that are other words too."""

_INITIALS = re.compile(r"[A-ZÆØÅ]{2,4}\Z|[A-ZÆØÅ]{2}[a-rt-zæøå]\Z|[A-ZÆØÅ][a-zæøå][A-ZÆØÅ]\Z")
_NAME_WORD = re.compile(r"[A-ZÆØÅÉÖÜÄ][\w'’.\-]*\Z")
_DEFINITE = ("en", "et", "erne", "ene", "ne")


@kept()
def is_first_name(word: str) -> bool:
    """Whether `word` (any case) is a common first name, or a double one ("Anne-Mette"), or one of these in the genitive."""
    folded = word.casefold()
    return folded in FIRST_NAMES or ("-" in folded and folded.split("-")[0] in FIRST_NAMES)


_MENS = frozenset({"han", "ham", "hans"})
_WOMENS = frozenset({"hun", "hende", "hendes"})


def agrees(name: str, pronoun: str) -> bool:
    """Whether a pronoun of the third person can stand for somebody of this name: yes unless the first name is the other sex's."""
    first = name.casefold().split()[0].split("-")[0] if name.split() else ""
    if first not in FIRST_NAMES or first in _EITHER:
        return True
    return pronoun not in (_WOMENS if first in _MEN else _MENS)


@kept()
def is_initials(word: str) -> bool:
    """Whether `word` has the shape of initials or an abbreviation: two to four capitals, or three letters of which two are
    capitals ("MSk", "JoB"; "HRs" is a genitive)."""
    return bool(_INITIALS.match(word))


def looks_like_name(word: str) -> bool:
    """Whether `word` has a capital as its first letter."""
    return bool(_NAME_WORD.match(word))


def looks_definite(word: str) -> bool:
    """Whether `word` ends as a Danish noun with its article does ("målingen", "skuret", "listerne"): then a capital proves nothing."""
    return word.casefold().endswith(_DEFINITE)
