"""Where sentences begin, in Dutch and English (and German) running text."""

from __future__ import annotations

import re

BULLETS = r"\-•●○◦▪▫■□►▶▸‣⁃∙·*–—+>✓✔➢➤→»❖◆◇\x07\ue000-\uf8ff"
"""Marks that open a list item, for use between the brackets of a pattern."""

_BULLET = re.compile(f"[{BULLETS}]")
_STOP = re.compile(r"[.!?…]+[\"”’'»)\]]*(?P<note>\d{1,3}\)?)?\s+")
_INLINE_ITEM = re.compile(r"[:;.]\s+(?=[•●○◦▪▫■□‣\x07–-]\s+\S)")
_OPENING = "\"“‘„'«([¿¡"
_ARTICLES = re.compile(r"['’‘`][snt]\s+[^\W\d_a-z]")  # 's Avonds, 't Is
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.){2,}$")  # o.a., d.w.z., z.B.
_ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})(?:\.\d{1,2})*[.)]")


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# With their dots taken off. After these a capital does not begin a sentence.
_ABBREVIATIONS = _words(
    """
    bijv bv art artt nr nrs blz pag par hfdst hst ca ong incl excl inkl exkl resp evt evtl zgn zog
    dhr mevr mw dr drs ir ing mr mrs ms prof ds st sr jr vgl tel fig tab vs gebr afd ged wnd
    jan feb febr mrt apr jun jul aug sep sept okt oct nov dec
    cf pp sec ch approx ltd
    abs bzw sog bspw ggf hrsg str
    """
)
# These end a sentence when a capital follows, and go on otherwise.
_MAY_END = _words("enz etc ed ea usw jl as cs oid al mln mld mio mrd")
_BEFORE_NUMBERS = _words("no nos min max gem p s lid")
_AFTER_ORDINALS = _words(  # German: am 3. Oktober, im 19. Jahrhundert
    "januar februar märz april mai juni juli august september oktober november dezember "
    "jahrhundert legislaturperiode"
)


def starts(text: str) -> list[int]:
    """Return where each sentence of a paragraph begins, 0 first.

    Line ends count as blanks. A list item inside the paragraph ("Wij: - bouwen; - sparen")
    begins a sentence of its own.
    """
    found = {0}
    first = 0
    for stop in _STOP.finditer(text):
        if stop.end() < len(text) and _ends(text, first, stop):
            first = stop.end()
            found.add(first)
    found.update(item.end() for item in _INLINE_ITEM.finditer(text))
    return sorted(found)


def _ends(text: str, first: int, stop: re.Match[str]) -> bool:
    """Tell whether the sentence that began at `first` ends at this stop."""
    mark = stop.start()
    if stop["note"] and text[mark - 1 : mark].isdigit():
        return False  # 1.000 is no sentence with a footnote
    after = text[stop.end() :].lstrip(_OPENING)[:30]
    if not after or not (after[0].isupper() or after[0].isdigit() or is_bullet(after[0])):
        return bool(_ARTICLES.match(text, stop.end()))
    if text[mark] != "." or text[mark + 1 : mark + 2] == ".":
        return True
    if _ENUMERATOR.fullmatch(text[first : mark + 1].strip()):
        return False  # "3. Wonen"
    token = text[first : mark + 1].rsplit(maxsplit=1)[-1].lstrip(_OPENING)
    return not _is_abbreviation(token, after)


def _is_abbreviation(token: str, after: str) -> bool:
    """Tell whether a word with its dot is shortened, so that the sentence goes on."""
    word = token.rstrip(".").lower()
    if word.replace(".", "") in _MAY_END:
        return after[0].isdigit()
    if word in _BEFORE_NUMBERS:
        return after[0].isdigit()
    if word.isdigit():
        return len(word) <= 2 and after.lower().startswith(tuple(_AFTER_ORDINALS))
    initial = len(word) == 1 and token[0].isupper()
    return initial or word in _ABBREVIATIONS or bool(_DOTTED.match(token))


def is_bullet(character: str) -> bool:
    """Tell whether a character opens list items."""
    return bool(_BULLET.match(character))
