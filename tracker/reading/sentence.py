"""Whether a line is a sentence ("Ida lovede at ringe.") or a title ("Valg af ordstyrer.").

A sentence has a finite verb in its main clause. No dictionary: the verbs that minutes use most, and the places where only a verb can stand.
"""

from __future__ import annotations

import re

from tracker.domain.minutes import Outcome
from tracker.reading.outcome import outcome_of

_LONGEST = 400  # characters within which the verb of a sentence is looked for
_VERBS = (
    "er|var|har|havde|bliver|blev|skal|skulle|kan|kunne|vil|ville|må|måtte|bør|burde|gør|gjorde|går|gik|får|fik|tager|tog|giver|gav|kommer|kom"
    "|siger|sagde|holder|holdt|laver|står|stod|ligger|lå|mangler|sørger|undersøger|kontakter|sender|melder|vedtog|valgte|valgtes|vælger"
    "|besluttede|aftalte|enedes|fandt|finder|deltager|deltog|ønsker|ønskede|mente|synes|afholdes|holdes|drøftes|gennemgås|gennemgik|forelægges"
    "|forelå|oplyste|fortalte|orienterer|orienterede|fremlagde|redegjorde|takkede|spurgte|foreslår|foreslog|lovede|sætter|skriver|indhenter"
    "|vender|fortsætter|besluttes|undersøges|sættes|sendes|laves|tages|gives|købes|bestilles|betales|bød|byder|bestiller|henvender|indkalder"
    "|inviterer|hjælper|henter|afventer|viser|viste|passer|består|fungerer|starter|begynder|fremgår|følges"
)
_VERB = re.compile(rf"(?P<before>^|[\s,])(?P<verb>{_VERBS})(?=[\s,.;:!]|$)")
_NO_VERB = r"(?!og |af |i |til |for |ved )"
_NAMED = re.compile(  # "Per og Ida kigger på", "Klubben udvidede", "Formanden spørger", "Kaj arbejder" (but not "Nye følger")
    rf"(?:[A-ZÆØÅ][\w.'’-]*(?:,? og |,? )(?=[A-ZÆØÅ])){{1,5}}[A-ZÆØÅ][\w.'’-]* {_NO_VERB}[a-zæøå]{{3,}}(?:r|ede|te) (?=[a-zæøå])"
    r"|(?!Det |Den |De |Ny |Nye )[A-ZÆØÅ][\w’-]* [a-zæøå]{3,}ede (?=[a-zæøå])"
    rf"|(?:[A-ZÆØÅ][\w-]+(?:en|et|erne|ene)|Alle|Vi|Man|De) {_NO_VERB}[a-zæøå]{{3,}}(?:er|es|ede) (?=[a-zæøå])"
    r"|(?:Vi|Man|Jeg|Han|Hun) (?!og |i )[a-zæøå]{2,} (?=[a-zæøå])"
    r"|(?:[A-ZÆØÅ][\w-]*[^\We]) (?:arbejder|følger|køber|søger|ringer|retter|taler|bad) (?=[a-zæøå])"
)
_INVERTED = re.compile(r"[a-zæøå]{3,}(?:r|ede|te) (?:vi|der|han|hun|de|man|jeg)\b")  # "i år sælger vi ikke flere"
_QUESTION = re.compile(r"(?:hv|kan |skal |må |er |har |bør |vil |bliver |findes )", re.IGNORECASE)
_SUBORDINATES = re.compile(
    r"\b(?:at|som|der|om(?! et | en )|hvis|når|hvordan|hvad|hvem|hvor|hvilke[nt]?|hvorvidt|inden|mens|fordi|siden|hvorfor)\s"
)
_SUBORDINATE_FIRST = re.compile(r"(?:da|når|hvis|såfremt|selvom|selv om|idet|fordi) ", re.IGNORECASE)
_END = re.compile(r"[.!?](?<=[^\W\d_]{4}.)(?=\s|$)")
_BRACKETS = re.compile(r"\([^()]*\)")
_OTHER_WORDS = frozenset(("efter", "under", "over", "eller", "heller", "men", "samt"))


def is_sentence(text: str) -> bool:
    """Whether a text begins with a whole sentence. Questions and what hangs on "at", "som", "om" make none."""
    text = _BRACKETS.sub("", text[:_LONGEST])
    first = _END.split(text, maxsplit=1)[0]
    if text[len(first) : len(first) + 1] == "?" or (_QUESTION.match(text) and not first.endswith(":")):
        return False
    words = first.split()
    if len(words) < 3:
        return False
    if _SUBORDINATE_FIRST.match(first) and len(words) > 5:
        return True
    return _has_verb(first) or (len(words) >= 6 and words[0][:1].isupper() and _passive(first))


def _has_verb(first: str) -> bool:
    beyond = _SUBORDINATES.search(first, 1)
    end = beyond.start() if beyond else len(first)
    for found in _VERB.finditer(first, 0, end + 1):
        if found.start("verb") and found.end() <= end:
            return True
    named = _NAMED.match(first)
    if named is not None and named.end() <= end + 1:
        return named.group().split()[-1] not in _OTHER_WORDS
    return _INVERTED.search(first, 0, end) is not None or (beyond is not None and _INVERTED.match(first, beyond.start() - 1) is not None)


def _passive(first: str) -> bool:
    """ "Referatet godkendes og sendes ud": a deciding verb in the passive."""
    return re.search(r"[a-zæøå]{4,}es\b", first) is not None and outcome_of(first) is not Outcome.OTHER
