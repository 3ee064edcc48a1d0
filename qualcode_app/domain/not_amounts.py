"""Figures that are no amounts: years, dates, times, references and the numbers of a list."""

from __future__ import annotations

import re

from qualcode_app.domain import number_signs as signs
from qualcode_app.domain.number_signs import spaced

_MONTH = spaced(
    r" +(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober"
    r"|november|december)\b"
)
_REFERENCE = spaced(
    r"\b(?:artikel|hoofdstuk|paragraaf|pagina|bladzijde|blz\.?|p\.|bijlage|stap|nr\.?|nummer|tabel|"
    r"figuur|fase|kavel|lijn|metrolijn|tramlijn|buslijn|tram|route|groep|box|natura|niveau) +\Z"
)
_YEAR_LEAD = spaced(
    r"(?:\b(?:in|uiterlijk|voor|vóór|per|tegen|tot|vanaf|sinds|eind|begin|medio|het +jaar|na|met|"
    r"rond|richting|anno|jaren|seit|bis|ab|Jahre?|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
    r"|\() *\Z"
)
_COMPARED = spaced(
    r"(?:ten +opzichte +van|t\.o\.v\.|vergeleken +met|vergelijking +met|dan)"
    r"(?: +(?:in|het +jaar|het +niveau +van|begin|eind))* *\Z"
)
_YEAR_OR_NUMBER_LEAD = spaced(r"\b(?:van|uit) +\Z")  # a round figure after it is a number
_YEAR = re.compile(r"(?:19|20)\d\d")
_ANOTHER_AFTER = spaced(r" *[-–] *(?:19|20)\d\d\b")
_ANOTHER_BEFORE = spaced(r"(?:19|20)\d\d(?: *[-–,/] *| +(?:en|of|tot|tot +en +met|t/m) +)\Z")
_TIME = re.compile(r":\d\d\b|" + signs.SPACE + r"?uur\b")
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
_NAME = re.compile(r"[ \t\u00a0\u202f]+(?P<word>[^\W\d_a-z]?[a-zéëï]+)")


def is_year(text: str, figure: re.Match[str]) -> bool:
    """Tell whether a figure is a year: by its size, and by what stands around it."""
    if not _YEAR.fullmatch(figure["figure"]) or figure["euro"]:
        return False
    before, end = text[max(0, figure.start() - 24) : figure.start()], figure.end()
    if _YEAR_LEAD.search(before) or is_compared_with(text, figure.start()):
        return True
    if int(figure["figure"]) % 50 and _YEAR_OR_NUMBER_LEAD.search(before):
        return True
    if _ANOTHER_AFTER.match(text, end) or _ANOTHER_BEFORE.search(before):
        return True
    if any(sign.match(text, end) for sign in (signs.MEASURE, signs.PERCENT, signs.EURO)):
        return False
    if signs.FACTOR.match(text, end):
        return False
    counted = signs.noun(text, end)
    return counted is None or counted[0][0].isupper()


def is_compared_with(text: str, start: int) -> bool:
    """Tell whether a year only says with when something is compared: less than in 1990."""
    return _COMPARED.search(text[max(0, start - 32) : start]) is not None


def is_no_amount(text: str, figure: re.Match[str]) -> bool:
    """Tell whether a figure is part of a date, a time, a reference, a note or a list."""
    start, end = figure.start(), figure.end()
    if _REFERENCE.search(text[max(0, start - 24) : start]) or _MONTH.match(text, end):
        return True
    if re.fullmatch(r"\d{1,2}\.\d\d", figure["figure"]) and _TIME.match(text, end):
        return True
    is_plain = not figure["euro"] and not figure["dash"]
    return is_plain and (_is_note(text, figure) or _is_list_number(text, figure))


def _is_note(text: str, figure: re.Match[str]) -> bool:
    """Tell whether a bracket closes after a figure that was never opened, as in "daken 81)"."""
    if not text.startswith(")", figure.end()):
        return False
    before = text[: figure.start()]
    return before.count("(") <= before.count(")")


def _is_list_number(text: str, figure: re.Match[str]) -> bool:
    """Tell whether a line begins with a figure that counts it: "1. Wonen", "3.5 Een markt".

    A capital after the figure says so too, unless it is that of a name, as in "3 Utrechtse".
    """
    line_start = text.rfind("\n", 0, figure.start()) + 1
    if text[line_start : figure.start()].strip():
        return False
    if re.match(r"[.)](?=\s|\Z|[A-Z])", text[figure.end() :]):
        return True
    name = _NAME.match(text, figure.end())
    if name is None or not _SECTION.fullmatch(figure["figure"]):
        return False
    word = name["word"]
    return word[0].isupper() and not word.endswith("se") and not signs.FACTOR.match(name[0])
