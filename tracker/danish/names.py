"""Danish names of people: the common first names, and what an unknown name looks like. Knows nothing of minutes.

The list only helps where a sentence begins, since there every word has a capital. A name that is not on it must work as well.
"""

from __future__ import annotations

import re

from tracker.danish.kept import kept

FIRST_NAMES = frozenset(
    """
    aage aase abdul adam agnes agnete ahmed aida aksel albert alberte alex alexander alexandra alfred ali alice allan alma amalie amanda
    amira anders andrea andreas ane anette anita anja anker ann anna annalise anne annelise annemarie annemette annette anni annika anton
    ari arne arvid asbjørn asger ask asta astrid aya ayse balder bashir beate beatrice bendt bengt benedikte benjamin bent bente benny
    berit bernhard bertel bertha bertil bettina birger birgit birgitte birgithe birte birthe bitten bjarke bjarne bjørg bjørk bjørn bo
    bodil boris børge britt britta brian bruno buster camilla carina carl carla carlo carolina caroline carsten casper caspar cathrine
    cecilie charles charlotte chris christa christian christina christine christoffer christopher claes clara claudia claus clement
    conny connie cornelia dagmar dagny dan daniel daniella david dea dennis dina ditlev ditte dora doris dorte dorthe dorthea ea ebbe
    ebba ebbe edith edvard eggert egon eigil eik einar ejgil ejler ejnar ejvind elin elina elinor elisa elisabeth elise ella ellen elly
    elna elsa else elsebeth elvira emil emilie emma emmanuel enok erik erika erland erling erna ernst ester esther eva evald evy ezra fadi
    fatima fatma ferdinand fie filip filippa finn flemming folmer frances frank frans franz freddy frede frederik frederikke freja frida
    frode fritz gabriel georg gerd gerda gerner gert gerti gertrud gitte gorm grete grethe gro gry gudrun gunhild gunnar gunver gurli
    gustav gyda göran hakon halfdan hamza hana hanna hannah hanne hannibal hans harald harriet harry hassan hedvig heidi heine helene
    helga helge helle henning henny henriette henrik henry herbert herdis herluf herman hilda hilde hildur hjalmar hjalte holger huda
    hugo hussein ib iben ibrahim ida ilse ina inga inge ingeborg ingelise inger ingolf ingrid ingvar irene iris irma isabel isabella ivan
    ivar iver ivona jack jacob jakob jamal james jan jane janne janni jannik janus jasmin jeanette jeanne jelena jens jeppe jesper jessie
    jette jim jimmi jimmy joachim joakim joan joanna john johan johanna johanne johannes johnny jon jonas jonna jonatan jonathan josef
    josefine joseph judith julia julian julie julius jutta jytte jørgen jørn kaare kaj kalle kamilla kamma karen kari karin karina karl
    karla karna karoline karsten kasper kate kathe katharina kathrine katja katrine kay keld kenn kenneth kent ketty kevin khaled kim
    kira kirsten kirstine kitt kjeld klaes klara klaus knud konrad kresten kris krista kristen kristian kristiane kristina kristine
    kristjan kristoffer kurt kåre käte lajla lars lasse laura laurids laurits laust laurits lea leif leila lena lene leo leon leonora
    leopold lilian lilli lilly lily lina linda line linea linnea lis lisa lisbet lisbeth lise liselotte lissi lissy liv liva lizzi lone
    loni lotte louis louise lucas lucia ludvig luise lukas luna lydia lykke mads magda magdalena magne magnus maibritt maiken maj maja
    maja malene malik malou malte manfred maren margit margot margrethe marguerite maria mariane marianne marie marina marius markus
    marlene marta martha martin marius mary mathias mathilde matilde max maya mehmet melanie merete merethe meta mette michael michaela
    michala michelle mikael mikala mikkel mia mie mille milla milo minna mira mirjam mogens mohamed mohammad mohammed mona monica monika
    morten muhammed mustafa my naja nana nanna natalia natalie natasja nete nicklas nicolai nicolaj nicole niels nikita niklas nikolaj nina
    noah noel nora noomi nynne oda odin ola olaf ole olga olivia oliver oluf olav omar ophelia orla oscar oskar osman otto ove palle
    pascal patricia patrick paul paula pauline peder per pelle pernille pernilla peter petra philip pia poul povl preben ragna
    ragnhild rakel ralf
    ramona randi rasmus rebecca rebekka regina regitze regnar reinhard renate rené richard rie rigmor rikard rikke rita robert roger roland
    rolf ronald ronja rosa rose rosita roy ruben rudi rudolf rune ruth sabina sabine sabrina saga sally sam samira samuel sandra sanne sanna
    sara sarah sascha sebastian selma selina severin sigfred sigga signe sigrid sigurd silas silja silje simon simone sine sisse sif siv
    sofia sofie sofus solveig solvej sonja sophia sophie sophus stefan steen steffen stella sten stephan stig stine storm sune sunniva susan
    susanna susanne susie svea svend svenning sverre sylvester sylvia søren søs søster tage tanja tatiana tea ted teis tenna teodor teresa
    thea theis theo theodor theresa therese thomas thor thora thorbjørn thore thorkild thorkil thorleif thorsten thorvald thure thyge thyra
    tilde tim tina tine tobias tom tomas tommy tonny tony tora torben tore torkild torkil torsten torvald tove trine troels trygve tue tulle
    ture tycho tyge ulf ulla ulrich ulrik ulrika ulrikke una urban ursula uffe vagn valdemar valborg vanessa vera verner vibe vibeke victor
    victoria vicki vidar viggo vigga viktor viktoria vilhelm villads villy vilma vincent viola vita vitus vivi vivian walter
    nadia samina rukhsana farida amina leyla layla hatice emine zeynep aisha maryam mariam soraya shirin abdi karim bilal tariq reza sami
    nabil hanan olena iryna oksana agnieszka piotr pawel tomasz katarzyna elias nicoline kathrina sille cille tilda billie carlos diana
    wanda werner wilfred
    wilhelm william willy winnie xenia yasmin yvonne yrsa yusuf zacharias zahra zainab zenia åge åse ågot øjvind øystein østen
    """.split()
)
"""Common first names, case-folded."""

_MEN = frozenset(
    """
    abdul adam ahmed aksel albert alexander alfred ali allan anders andreas anker anton ari arne arvid asbjørn asger ask balder bashir
    bendt bengt benjamin bent benny bernhard bertel bertil birger bjarke bjarne bjørn bo boris brian bruno buster carl carlo carsten casper
    caspar charles christian christoffer christopher claes claus clement cornelius dan daniel david dennis ditlev ebbe edvard eggert egon
    eigil eik einar ejgil ejler ejnar ejvind emil emmanuel enok erik erland erling ernst evald fadi ferdinand filip finn flemming folmer
    frank franz freddy frede frederik frode fritz gabriel georg gerner gert gorm gunnar gunver gustav göran hakon halfdan hamza hannibal
    hans harald harry hassan heine helge henning henrik henry herbert herluf herman hjalmar hjalte holger hugo hussein ib ibrahim ingolf
    ingvar ivan ivar iver jack jacob jakob jamal james jan jannik janus jens jeppe jesper jim jimmi jimmy joachim joakim johan johannes john
    johnny jon jonas jonatan jonathan josef joseph julian julius jørgen jørn kaare kaj kalle karl karsten kasper keld kenn kenneth kent
    kevin khaled kjeld klaes klaus knud konrad kresten kristen kristian kristjan kristoffer kurt kåre lars lasse laurids laurits laust leif
    leo leon leopold louis lucas ludvig lukas mads magne magnus malik malte manfred marius markus martin mathias max mehmet michael mikael
    mikkel mogens mohamed mohammad mohammed morten muhammed mustafa nicklas nicolai nicolaj niels nikita niklas nikolaj noah noel odin ola
    olaf ole oliver oluf olav omar orla oscar oskar osman otto ove palle pascal patrick paul peder per pelle peter philip poul preben ralf
    rasmus regnar reinhard richard rikard robert roger roland rolf ronald roy ruben rudi rudolf rune samuel sebastian severin sigfred sigurd
    silas simon sofus sophus stefan steen steffen sten stephan stig sune svend svenning sverre sylvester søren tage ted teis teodor theis
    theo theodor thomas thor thorbjørn thore thorkild thorkil thorleif thorsten thorvald thure thyge tim tobias tom tomas tommy tonny tony
    torben tore torkild torkil torsten torvald troels trygve tue ture tycho tyge ulf ulrich ulrik urban uffe vagn valdemar verner victor
    abdi karim bilal tariq reza sami nabil piotr pawel tomasz elias carlos
    vidar viggo viktor vilhelm villads villy vincent vitus walter werner wilfred william willy yusuf zacharias øjvind øystein østen
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
