"""Hints: the beginnings a time expression can have, in one factored pattern. The cheap pass over a whole text.

What a hint finds the gate (`grammar.GATE`) then looks at; a door of the gate without its hint here is never opened (a test compares).
"""

from __future__ import annotations

import re

from tracker.danish.times.words import MONTHS, NUMBERS, ORDINALS, SHORT_WEEKDAYS, SHORTEST_WEEKDAYS, WEEKDAYS, alternatives

_NEXT = "næst nærm førstk komme indev sidste foreg forrige seneste samme følg efterf denne dette overn".split()
_DETERMINERS = "den det de vores vort deres sit et nogle".split()
_UNITS = "arb hve ban dag døg tim uge mån mdr kva hal år gan".split()
_DIGITS = "0123456789"

_PLAIN = (
    "kl. |kl |kl.1|kl.0|klokken|hver|dagligt|ugentligt|månedligt|kvartårligt|halvårligt|årligt|ugevis|månedsvis|kvartalsvis|halvårsvis"
    "|lige uge|ulige uge|uge|måned|kvartalet"
    "|halvår|året|årets|kalenderår|regnskabsår|budgetår|dagen|arbejdsdagens|forår|sommer|efterår|vinter|d.|d |dags dato|dato |weekend"
    "|påske|pinse|nytår|årsskift|skole|store b|st. b|bededag|kristi|kr. h|skærtors|langf|palmes|fastel|grundlov|sankt|sanct|skt|sct"
    "|valdemarsd|mortens|luciad|lillej|helligt"
    "|kvindernes|arbejdernes k|befrielses|mors dag|fars dag|genforening|fn-dag|halloween|allehelgen|flagdagen|i dag|i morgen|i over"
    "|i går|i forgå|i aft|i efterm|i form|i år|i fjor|idag|imorgen|igår|iår|i et nyt|i det n|i det k|i det f|i det i|i næst|i nye"
    "|i komm|i den|i de "
    "|i følg|i indev|det nye|første|andet|anden|tredje|tredie|fjerde|femte|næstsidste|q1|q2|q3|q4|k1|k2|k3|k4|for nylig|for længst"
    "|de seneste|de sidste|mellem jul|når |så snart|så hurtig|så tidlig|indtil"
    "|efter at |budgetsem|budgetkonf|budgetvedt|budgetforl|budgetbeha|budgetproc|budgetforh|generalfor|kommunalv|folketingsv|regionsr"
    "|valget|ferien|konstitu|høringsp|høringen|høringsf|valgper|fristen|svarfrist"
    "|ansøgningsfrist|tilmeldingsfrist|sæsonen|allersn|snar|hurtig|løbende|frem|omgående|straks|her og nu|inden læ|inden alt"
    "|inden for k|om kort|om lidt|om nog|i løbet af k|i løbet af d|inden for o|inden for en o|i overs|i en overs|med det s|med tiden"
    "|i nær|i frem"
    "|senere hen|ved lej|ved sen|ved en s|efterhånd|før eller|til sin|efter beh|ad hoc|hen ad|fra nu|på sigt|på læ|på ko|på la|på li"
    "|til et k|til et s|på et |på ub|på den|på me|på de |på næ|på fr|på se"
    "|de første |den lige|et par|få |jul|halvand|nogle |flere |et stykke|nogle få|den halv|et halv|en halv|en enk|et enk|et kvart"
)  # fmt: skip

HINTS: tuple[str, ...] = (
    *_PLAIN.split("|"),
    *_DIGITS,
    *_NEXT,
    *MONTHS,
    *(
        f"{month}{end}"
        for month in ("jan", "feb", "febr", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec")
        for end in (".", " ", "-", "/")
    ),
    *WEEKDAYS,
    *(f"{short}." for short in (*SHORT_WEEKDAYS, *SHORTEST_WEEKDAYS)),
    *(f"den {word[:4]}" for word in ORDINALS),
    *(f"den {digit}" for digit in _DIGITS),
    *(f"{determiner} {word[:4]}" for determiner in _DETERMINERS for word in _NEXT),
    *(f"{number} {unit}" for number in NUMBERS for unit in (*_UNITS, "til ", "elle", "- ")),
    *(f"{number}-" for number in NUMBERS),
    *(f"for {start}" for start in (*_DIGITS, *(f"{n} " for n in NUMBERS), "ca.", "omkr", "over ", "mere", "et ")),
)

HINT = re.compile(r"(?<![^\W_])" + alternatives(HINTS).replace("\\ ", "[ ]{1,2}"))
"""Finds the places worth a closer look. Shortest beginnings win: what follows is the gate's business."""
