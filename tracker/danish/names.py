"""Danish names of people: the common first names, and what an unknown name looks like. Knows nothing of minutes.

The list only helps where a sentence begins, since there every word has a capital. A name that is not on it must work as well.
"""

from __future__ import annotations

import re

from tracker.danish.kept import kept

FIRST_NAMES = frozenset(
    """
    aage aase abdi abdul adam agnes agnete agnethe agnieszka ahmed aida aisha aksel albert alberte alex alexander alexandra alfred ali
    alice allan alma amalie amanda amina amira anders andrea andreas ane anette anita anja anker ann anna annalise anne annelise
    annemarie annemette annette anni annika anton ari arne arnold arvid asbjørn asger ask asta astrid axel aya ayse balder bashir beate
    beatrice bendt benedikte bengt benjamin benny bent bente berit bernhard bertel bertha bertil bettina bilal billie birger birgit
    birgithe birgitte birte birthe bitten bjarke bjarne bjørg bjørk bjørn bo bodil boris brian britt britta bruno buster børge camilla
    carina carl carla carlo carlos carolina caroline carsten caspar casper cathrine cecilie charles charlotte chris christa christian
    christina christine christoffer christopher cille claes clara claudia claus clement connie conny cornelia dagmar dagny dan daniel
    daniella david dea dennis diana dina ditlev ditte dora doris dorte dorthe dorthea ea ebba ebbe edel edith edvard eggert egon eigil
    eik einar eivind ejgil ejler ejlif ejnar ejvind elias elin elina elinor elisa elisabeth elise ella ellen elly elna elo elsa else
    elsebeth elvira emil emilie emine emma emmanuel enok erik erika erland erling erna ernst erwin esben ester esther eva evald evy
    ewald ezra fadi farida fatima fatma ferdinand fie filip filippa finn flemming folmer frances frank frans franz freddy frede frederik
    frederikke freja frida fritz frode gabriel georg gerd gerda gerner gert gerti gertrud gitte gorm grete grethe gro gry gudrun gunhild
    gunnar gunver gurli gustav gyda göran hagen hakon halfdan hamza hana hanan hanna hannah hanne hannibal hans harald harriet harry
    hartvig hassan hatice hedvig heidi heine helene helga helge helle helmer henning henny henriette henrik henry herbert herdis herluf
    herman hilda hilde hildur hjalmar hjalte holger huda hugo hussein ib iben ibrahim ida ilse ina inga inge ingeborg ingelise inger
    ingolf ingrid ingvar irene iris irma iryna isabel isabella ivan ivar iver ivona jack jacob jakob jamal james jan jane janne janni
    jannik janus jarl jasmin jeanette jeanne jelena jens jeppe jesper jessie jette jim jimmi jimmy joachim joakim joan joanna johan
    johanna johanne johannes john johnny jon jonas jonatan jonathan jonna josef josefine joseph judith julia julian julie julius jutta
    jytte jørgen jørn kaare kai kaj kalle kamilla kamma karen kari karim karin karina karl karla karlo karna karoline karsten kasper
    katarzyna kate katharina kathe kathrina kathrine katja katrine kay keld kenn kenneth kent ketty kevin khaled kim kira kirsten
    kirstine kitt kjeld klaes klara klaus knud konrad kresten kris krista kristen kristian kristiane kristina kristine kristjan
    kristoffer kurt käte kåre lajla lars lasse lauge laura laurids laurits laust layla lea leif leila lena lene leo leon leonora leopold
    leyla lilian lilli lillian lilly lily lina linda line linea linnea lis lisa lisbet lisbeth lise liselotte lissi lissy liv liva lizzi
    lone loni lotte louis louise lucas lucia ludvig luise lukas luna lydia lykke mads magda magdalena magne magnus maibritt maiken maj
    maja malene malik malou malte malthe manfred maren margit margot margrethe marguerite maria mariam mariane marianne marie marina
    marius markus marlene marta martha martin martinus mary maryam mathias mathilde matilde max maya mehmet melanie merete merethe meta
    mette mia michael michaela michala michelle mie mikael mikala mikkel milla mille milo minna mira mirjam mogens mohamed mohammad
    mohammed mona monica monika morten muhammed mustafa my nabil nadia naja nana nanna natalia natalie natasja nete nicklas nicolai
    nicolaj nicole nicoline niels nikita niklas nikolaj nina nis noah noel noomi nora nynne oda odin oksana ola olaf olav ole olena olga
    oliver olivia oluf omar ophelia orla oscar oskar osman otto ove palle pascal patricia patrick paul paula pauline pawel peder pelle
    per pernilla pernille peter petra philip pia piotr poul povl preben ragna ragnhild rakel ralf ramona randi rasmus rebecca rebekka
    regina regitze regnar reinhard renate rené reza richard rie rigmor rikard rikke rita robert roger roland rolf ronald ronja rosa rose
    rosita roy ruben rudi rudolf rukhsana rune ruth sabina sabine sabrina saga sally sam sami samina samira samuel sander sandra sanna
    sanne sara sarah sascha sebastian selina selma severin shirin sif sigfred sigga signe sigrid sigurd sigvald silas silja silje sille
    simon simone sine sisse siv sofia sofie sofus solveig solvej sonja sophia sophie sophus soraya steen stefan steffen stella sten
    stephan stig stine storm sune sunniva susan susanna susanne susie svea sven svend svenning sverre sylvester sylvia søren søs søster
    tage tanja tariq tatiana tea ted teis tenna teodor teresa thea theis theo theodor theresa therese thomas thor thora thorbjørn thore
    thorkil thorkild thorleif thorsten thorvald thure thyge thyra tilda tilde tim tina tine tobias toke tom tomas tomasz tommy tonny
    tony tora torben tore torkil torkild torsten torvald tove trine troels trygve tue tulle ture tycho tyge uffe ulf ulla ulrich ulrik
    ulrika ulrikke una urban ursula vagn valborg valdemar vanessa vera verner vibe vibeke vicki victor victoria vidar vigga viggo viktor
    viktoria vilhelm villads villy vilma vincent viola vita vitus vivi vivian walter walther wanda werner wilfred wilhelm william willy
    wilma winnie xenia yasmin yrsa yusuf yvonne zacharias zahra zainab zenia zeynep åge ågot åse øjvind østen øystein
    """.split()
)
"""Common first names, case-folded."""

_MEN = frozenset(
    """
    aage abdi abdul adam ahmed aksel albert alexander alfred ali allan anders andreas anker anton ari arne arnold arvid asbjørn asger
    ask axel balder bashir bendt bengt benjamin benny bent bernhard bertel bertil bilal birger bjarke bjarne bjørn bo boris brian bruno
    buster børge carl carlo carlos carsten caspar casper charles christian christoffer christopher claes claus clement cornelius dan
    daniel david dennis ditlev ebbe edvard eggert egon eigil eik einar eivind ejgil ejler ejlif ejnar ejvind elias elo emil emmanuel
    enok erik erland erling ernst erwin esben evald ewald fadi ferdinand filip finn flemming folmer frank franz freddy frede frederik
    fritz frode gabriel georg gerner gert gorm gunnar gunver gustav göran hagen hakon halfdan hamza hannibal hans harald harry hartvig
    hassan heine helge helmer henning henrik henry herbert herluf herman hjalmar hjalte holger hugo hussein ib ibrahim ingolf ingvar
    ivan ivar iver jack jacob jakob jamal james jan jannik janus jarl jens jeppe jesper jim jimmi jimmy joachim joakim johan johannes
    john johnny jon jonas jonatan jonathan josef joseph julian julius jørgen jørn kaare kai kaj kalle karim karl karlo karsten kasper
    keld kenn kenneth kent kevin khaled kjeld klaes klaus knud konrad kresten kristen kristian kristjan kristoffer kurt kåre lars lasse
    lauge laurids laurits laust leif leo leon leopold louis lucas ludvig lukas mads magne magnus malik malte malthe manfred marius
    markus martin martinus mathias max mehmet michael mikael mikkel mogens mohamed mohammad mohammed morten muhammed mustafa nabil
    nicklas nicolai nicolaj niels nikita niklas nikolaj nis noah noel odin ola olaf olav ole oliver oluf omar orla oscar oskar osman
    otto ove palle pascal patrick paul pawel peder pelle per peter philip piotr poul preben ralf rasmus regnar reinhard rené reza
    richard rikard robert roger roland rolf ronald roy ruben rudi rudolf rune sami samuel sander sebastian severin sigfred sigurd
    sigvald silas simon sofus sophus steen stefan steffen sten stephan stig sune sven svend svenning sverre sylvester søren tage tariq
    ted teis teodor theis theo theodor thomas thor thorbjørn thore thorkil thorkild thorleif thorsten thorvald thure thyge tim tobias
    toke tom tomas tomasz tommy tonny tony torben tore torkil torkild torsten torvald troels trygve tue ture tycho tyge uffe ulf ulrich
    ulrik urban vagn valdemar verner victor vidar viggo viktor vilhelm villads villy vincent vitus walter walther werner wilfred wilhelm
    william willy yusuf zacharias åge øjvind østen øystein
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
