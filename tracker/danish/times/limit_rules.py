"""The limits by their words: what stands before a period, and for which kinds of period it means what."""

from __future__ import annotations

from tracker.danish.rule import examples
from tracker.danish.times.limits import (
    SINGLE,
    Limit,
    after,
    before,
    by,
    by_end,
    earlier,
    gone,
    not_after_start,
    not_before_after,
    rest,
    since,
    spanning,
    till,
    topic,
    within,
)
from tracker.danish.times.prefixes import PrefixRule, prefix_rule

SPAN = frozenset({"span"})
MEETING = frozenset({"meeting"})
NOT_SPAN = frozenset(
    ("day weekday feast week month quarter half season year holiday meeting event part school end coming new-year stretch past").split()
)
LONG = NOT_SPAN - SINGLE

LIMITS: tuple[PrefixRule[Limit], ...] = (
    prefix_rule(
        "until-holiday",
        before,
        frozenset({"holiday"}),
        "frem til|indtil|frem mod|hen mod|fremme mod|lige til",
        examples("2016-02-04", ("frem til sommerferien", "../2016-06-24 about")),
        ("frem til festen",),
    ),
    prefix_rule(
        "senest",
        by,
        NOT_SPAN,
        "senest|senest i|senest i løbet af|senest på|senest ved|senest til|allersenest|senest her i|ikke senere end|ikke senere end i"
        "|inden senest"
        "|senest den|frem til|frem til og med|indtil|til og med|til senest|frem mod|fremme mod|hen mod"
        "|med frist|med frist senest|med frist til|med svarfrist|med høringsfrist|med deadline|med deadline til|med tidsfrist"
        "|frist|svarfrist|høringsfrist|ansøgningsfrist|tilmeldingsfrist|afleveringsfrist|deadline"
        "|frist senest|deadline senest|senest inden fristen|inden fristen|til fristen",
        examples(
            "2017-06-28",
            ("senest 15. august", "../2017-08-15 day"),
            ("senest i maj", "../2018-05-31 month"),
            ("frem til den 12. december", "../2017-12-12 day"),
            ("med frist 23. september", "../2017-09-23 day"),
        ),
        ("senest havde udvalget ønsket det", "den seneste plan", "fristen er overskredet"),
    ),
    prefix_rule(
        "inden",
        before,
        NOT_SPAN,
        "inden|før|forud for|lige inden|lige før|umiddelbart før|umiddelbart inden|kort før|i tiden op til|i ugerne op til|lige op til"
        "|inden på|senest inden|inden starten af|inden begyndelsen af|før starten af|før begyndelsen af",
        examples(
            "2017-06-28",
            ("inden 15. august", "../2017-08-15 day"),
            ("før 15. august", "../2017-08-15 day"),
            ("inden maj", "../2018-04-30 month"),
            ("før uge 20", "../2018-05-13 week"),
            ("inden jul", "../2017-12-24 day"),
        ),
        ("inden da", "før eller siden", "indendørs"),
    ),
    prefix_rule(
        "inden-udgangen",
        by_end,
        NOT_SPAN,
        "inden udgangen af|inden udløbet af|ved udløbet af|med udløbet af|til udløbet af|ved udgangen af|til udgangen af|i udgangen af"
        "|med udgangen af|udgangen af|senest udgangen af"
        "|senest ved udgangen af|senest med udgangen af|senest inden udgangen af|frem til udgangen af|indtil udgangen af"
        "|inden afslutningen af|ved afslutningen af|med udgang af|inden udgang af|ved udgang af|udgang af|inden enden af"
        "|inden afslutning af",
        examples(
            "2017-06-28",
            ("inden udgangen af maj", "../2018-05-31 month"),
            ("inden udgangen af 2022", "../2022-12-31 day"),
            ("ved udgangen af uge 20", "../2018-05-20 week"),
        ),
        ("udgangen af bygningen", "udgangen af sagen"),
    ),
    prefix_rule(
        "til",
        till,
        NOT_SPAN,
        "til|til på|her til|hertil|allerede til",
        examples(
            "2017-06-28",
            ("til 15. august", "../2017-08-15 day"),
            ("til januar", "2018-01-01/2018-01-31 month"),
            ("til efteråret", "2017-09-01/2017-11-30 season"),
        ),
        ("til maja", "til Maj", "til dig"),
    ),
    prefix_rule(
        "i",
        within,
        NOT_SPAN,
        "i|på|i dagene|dagene|i hhv.|på hhv.|i henholdsvis|hhv.|her i|nu i|her på|allerede i|allerede på|i løbet af|løbet af|hen over"
        "|henover|hen i|hen på|ud på|over|under|gennem|igennem|i hele"
        "|hele|i selve|ved|her ved|omkring|omkring den|ca.|cirka|pr.|per|pr|engang i|en gang i|en gang til|engang til|en gang på|engang på"
        "|inde i|i perioden|perioden|herefter i|midt under|i tidsrummet|med start i"
        "|med start|med opstart|med opstart i|inden for|indenfor|hen omkring|hen ved|i forbindelse med|inden for perioden",
        examples(
            "2017-06-28",
            ("i februar 2018", "2018-02-01/2018-02-28 month"),
            ("i løbet af februar", "2018-02-01/2018-02-28 month"),
            ("her i februar", "2018-02-01/2018-02-28 month"),
            ("hen over sommeren", "2017-06-01/2017-08-31 season"),
            ("pr. 1. august", "2017-08-01 day"),
        ),
        ("i budget 2019", "på sommerhuset", "pr. brev"),
    ),
    prefix_rule(
        "efter",
        after,
        NOT_SPAN,
        "efter|til efter|lige efter|umiddelbart efter|kort efter|straks efter|snart efter|her efter|hurtigst efter"
        "|på den anden side af|i tiden efter|efter udgangen af|straks på den anden side af",
        examples(
            "2017-06-28",
            ("efter den 1. juni", "2018-06-02/.. day"),
            ("efter påske", "2018-04-03/2018-04-30 about"),
            ("lige efter sommerferien", "2017-08-07/2017-08-31 about"),
        ),
        ("efter aftale", "efterårets"),
    ),
    prefix_rule(
        "fra",
        not_after_start,
        NOT_SPAN,
        "fra|fra på|fra og med|tidligst|tidligst i|tidligst på|tidligst til|tidligst fra|tidligst ved|ikke før|ikke før i|ikke før til"
        "|ikke inden"
        "|først til|først på|først fra|først fra og med|med virkning fra|med virkning fra og med|gældende fra|med start fra"
        "|i perioden fra|perioden fra|i tidsrummet fra|regnet fra",
        examples(
            "2017-06-28",
            ("fra den 1. juni", "2018-06-01/.. day"),
            ("tidligst i maj", "2018-05-01/.. month"),
            ("først til august", "2017-08-01/.. month"),
        ),
        ("fra Maj", "tidligst muligt"),
    ),
    prefix_rule(
        "først",
        not_after_start,
        SINGLE,
        "først|først den",
        examples(
            "2017-06-28",
            ("først den 1. august", "2017-08-01/.. day"),
        ),
        ("først derefter",),
    ),
    prefix_rule(
        "først-efter",
        not_before_after,
        NOT_SPAN,
        "først efter|tidligst efter|først lige efter|ikke før efter",
        examples(
            "2017-06-28",
            ("først efter sommerferien", "2017-08-07/.. about"),
        ),
        ("først efter aftale",),
    ),
    prefix_rule(
        "siden",
        since,
        NOT_SPAN,
        "siden|siden i|lige siden|helt tilbage i|helt tilbage fra",
        examples(
            "2017-06-28",
            ("siden januar", "2017-01-01/.. month"),
        ),
        ("side 3",),
    ),
    prefix_rule(
        "af",
        gone,
        SINGLE,
        "af|dateret|dateret den|af den",
        examples(
            "2017-06-28",
            ("mail af 3. maj", "2017-05-03 day"),
        ),
        ("udgangen af maj",),
    ),
    prefix_rule(
        "tidligere",
        earlier,
        NOT_SPAN,
        "tidligere i|tidligere på|tidligere|allerede tidligere i",
        examples(
            "2017-06-28",
            ("tidligere i maj", "2017-05-01/2017-05-31 month"),
        ),
        ("tidligere møder",),
    ),
    prefix_rule(
        "mellem",
        spanning,
        NOT_SPAN,
        "mellem|imellem|i perioden mellem|i tidsrummet mellem|engang mellem",
        examples(
            "2017-06-28",
            ("mellem 1. og 15. maj", "2018-05-01/2018-05-15 day"),
            ("mellem uge 20 og 24", "2018-05-14/2018-06-17 week"),
            ("mellem den 1. maj og den 4. juni", "2018-05-01/2018-06-04 day"),
        ),
        ("mellem fredag", "mellemtrin 3"),
    ),
    prefix_rule(
        "resten",
        rest,
        LONG,
        "resten af|i resten af|senere i|senere på|senere|i løbet af resten af|de resterende måneder af|i det resterende",
        examples("2017-06-28", ("i resten af 2017", "../2017-12-31 about"), ("senere på året", "../2017-12-31 about")),
        ("resten af sagen", "senere møder"),
    ),
    prefix_rule(
        "topic",
        topic,
        LONG | {"weekday"},
        "for|om|gældende for|vedrørende|vedr.|af årets",
        examples("2017-06-28"),
        ("regnskab for maj", "om sommeren", "status for 1. kvartal 2018"),
    ),
    prefix_rule(
        "trial",
        by,
        SPAN,
        "i|i første omgang|i første omgang i|i en periode på|over en periode på|for en periode på|i foreløbig|foreløbig i|foreløbigt i"
        "|i en prøveperiode på|på|i ca.|i op til",
        examples(
            "2017-06-28",
            ("Ordningen prøves i et halvt år", "../2017-12-28 day"),
            ("prøves i første omgang et år", "../2018-06-28 day"),
            ("i en forsøgsperiode på 6 måneder", "../2017-12-28 day"),
            ("I tre måneder prøves ordningen", "../2017-09-28 day"),
        ),
        ("hun har været her i to år", "sendes i otte ugers høring"),
    ),
    prefix_rule(
        "before-rhythm",
        within,
        frozenset({"rhythm"}),
        "på|til|ved|i|før|inden|efter|om|fremover|herefter|mindst|gennemsnitligt|som minimum|minimum|cirka|ca.",
        examples("2017-06-28", ("før hvert møde", "none"), ("mindst en gang om året", "none FREQ=YEARLY")),
        ("om måneden",),
    ),
    prefix_rule(
        "om",
        within,
        SPAN,
        "om|efter|allerede om|om cirka|om ca.|en gang om|engang om",
        examples("2017-06-28", ("om 14 dage", "2017-07-12 day"), ("om tre måneder", "2017-09-28 day"), ("efter et år", "2018-06-28 day")),
        ("om dagen", "om året"),
    ),
    prefix_rule(
        "tidligst-om",
        not_after_start,
        SPAN,
        "tidligst om|tidligst efter|tidligst|først om|først efter|først",
        examples(
            "2017-06-28",
            ("tidligst om tre måneder", "2017-09-28/.. day"),
        ),
        ("tidligst i maj",),
    ),
    prefix_rule(
        "inden-for",
        by,
        SPAN,
        "inden for|indenfor|inden|i løbet af|løbet af|senest om|senest inden for|senest indenfor|senest|senest efter|med frist om"
        "|med en frist på|med frist på|frist på|frist",
        examples(
            "2017-06-28",
            ("inden for 14 dage", "../2017-07-12 day"),
            ("i løbet af to måneder", "../2017-08-28 day"),
            ("senest om 3 uger", "../2017-07-19 day"),
        ),
        ("inden for murene",),
    ),
)
"""Every limit. Where a phrase stands in two rules, the kind of the period decides."""
