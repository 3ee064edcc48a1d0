"""What stands beside a number in Dutch and says its size, unit, object, base and bounds."""

from __future__ import annotations

import re

from qualcode_app.domain import number_words

SPACE = r"[ \t\n\u00a0\u202f]"


def spaced(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which a blank stands for any white space, in either case."""
    return re.compile(pattern.replace(" ", SPACE), re.IGNORECASE)


FIGURE = spaced(
    r"(?<![\w.,/])(?<![A-Za-z]-)"
    r"(?:(?<!\S)(?<!\d\s)(?P<minus>[-−](?=[\d€]))|(?<=\()(?P<dash_minus>[-−](?=[\d€])))?"
    r"(?P<euro>(?:€|EUR) ?)?"
    r"(?P<figure>\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d{1,2}(?!\d)|,\d+)?)"
    r"(?P<dash>,[-–])?(?=(?:km|ha|kg|mw|kwh|fte)\b|(?!\w|[.,/]\d))"
)
FACTOR = spaced(r" *(?:(?P<long>duizend|miljoen|miljard)\b|(?P<short>mln|mld)\b\.?)")
TON = spaced(r" +ton\b")
PERCENT = spaced(r" *(?:%|procent(?:punt(?:en)?)?\b)")
EURO = spaced(r" *(?:euro(?:'s)?\b|€)")
MEASURE = spaced(
    r" *(m2|m²|km|kilometers?|meters?|hectaren?|ha|kg|mw|gwh|kwh|fte|jaar|jaren|maanden?|"
    r"weken|dagen|uur|uren|minuten|graden|keer|ton)(?!\w)"
)
BASE = spaced(
    r" *(?:(?P<per>per +(?!saldo\b|direct\b|definitie\b)[^\W\d_][\w-]*)"
    r"|/ ?(?P<slash>jaar|maand|week|dag|uur|u|h|m2|m²)\b"
    r"|(?P<among>op +de +(?:inwoners|huishoudens|woningen|leerlingen|kinderen))\b)"
)
OF = spaced(
    r" +van +(?:(?:de|het|een|alle|al|onze|ons|deze|die|dit|dat|hun|zijn|haar|uw|elke|iedere) +)*"
    r"(?P<what>[^\W\d_][\w-]*(?: +[^\W\d_][\w-]*){0,2})"
)
BETWEEN = spaced(r" *(?:-|–|à|á|tot(?: +en +met)?|t/m|en)(?: +de)? *\Z")
TUSSEN = spaced(r"tussen +(?:de +)?\Z")
LEAST = spaced(
    r"\b(?:minimaal|minstens|ten ?minste|op +zijn +minst|boven +de|vanaf|minimum(?: +van)?|min\.)"
    r" +(?:de +)?€?\Z"
)
MOST = spaced(
    r"\b(?:maximaal|hoogstens|hooguit|ten ?hoogste|onder +de|max(?:\.|imum(?: +van)?)?|binnen|"
    r"(?P<to>tot)|"
    r"tot +en +met|t/m) +(?:de +)?€?\Z"
)
THAN = spaced(
    r"(?P<no>\b(?:niet|nooit|nergens|geen) +)?"
    r"\b(?:(?P<more>meer|hoger|langer|ouder|groter|verder)|minder|lager|korter|jonger|kleiner)"
    r" +dan +(?:de +)?€?\Z"
)
# "Verlagen tot 2 procent" aims at 2, where a zone "tot 50 kilometer" has that many at most.
CHANGE = re.compile(
    r"\b(?:verla?ag|verla[gh]|verho+g|reduc|teruggebr|terugbr|verminder|uitbreid|uitgebreid"
    r"|verklein|vergro|daal|dalen|dalin|gedaald|stijg|gesteg|groei|oplop|opgelopen)[^.!?;]*\Z",
    re.IGNORECASE,
)
EXACT = spaced(r"(?:precies|exact) +\Z")
OR_MORE = spaced(r" *(?:of|en) +meer\b")
OR_LESS = spaced(r" *of +minder\b")
_NOUN = re.compile(
    SPACE + r"+(?:extra" + SPACE + r"+)?([^\W\d_][\w-]*)(?:" + SPACE + r"+([^\W\d_][\w-]*))?"
)
_STOP_WORDS = """
de het een en of in op van voor per tot met aan bij te om door naar uit over is zijn wordt worden
was waren dan die dat we wij er als ook nog niet meer minder extra jaarlijks ton keer tegen binnen
na sinds onder tussen zodat maar want kan kunnen moet moeten mag mogen zal zullen wil willen komt
komen gaat gaan procent euro daarvan hiervan waarvan hier daar bovenop rond omhoog omlaag terug
heeft hebben had hadden werd werden blijft blijven krijgt krijgen kost kosten leeft leven werkt
werken betaalt betalen daalt dalen stijgt stijgen staat staan ligt liggen zit zitten kwijt
gedaald gestegen toegenomen afgenomen uitgegeven besteed duurder goedkoper hoger lager groter
kleiner korter langer sneller rechtstreeks
"""
_STOP = frozenset(_STOP_WORDS.split())
# What goes before a noun: sociale huur, sociaal minimum, bruto binnenlands product. Nouns end
# in -ie, -mte, -gte, -nte and -oede too: energie, ruimte, hoogte, gemeente, armoede.
_BEFORE_A_NOUN = re.compile(
    r"bruto|netto|\w+(?:aal|lijk|isch|ief|air|baar|lands|zaam)|\w+e(?<!ie)(?<![mgn]te)(?<!oede)",
    re.IGNORECASE,
)


def noun(text: str, end: int) -> tuple[str, int] | None:
    """Return the noun after a number, with the adjective before it, and where it ends."""
    match = _NOUN.match(text, end)
    if match is None or match[1].casefold() in _STOP or number_words.value(match[1]) is not None:
        return None
    if match[1].endswith("eerd"):
        return None  # gereduceerd, gerealiseerd
    first, second = match[1], match[2]
    if second and _BEFORE_A_NOUN.fullmatch(first):
        if second.casefold() == "en":
            return None  # of two adjectives neither is what is counted: rode en groene draden
        if second.casefold() not in _STOP:
            return f"{first} {second}", match.end(2)
    return first, match.end(1)


def noun_phrase(said: str) -> str:
    """Return what comes first in words: a noun with the adjectives before it."""
    words = said.split()
    kept = words[:1]
    for word in words[1:]:
        if not _BEFORE_A_NOUN.fullmatch(kept[-1]) or word.casefold() in _STOP:
            break
        kept.append(word)
    return " ".join(kept)


def base(match: re.Match[str]) -> str:
    """Return what a number is counted per, as "per uur" also for "/u"."""
    if match["slash"]:
        short = {"u": "uur", "h": "uur"}
        return f"per {short.get(match['slash'].casefold(), match['slash'])}"
    return " ".join((match["per"] or match["among"]).split())
