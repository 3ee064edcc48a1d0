"""Numbers as they stand in a passage, read as proposals: amounts, ranges, shares and years.

What is read is offered to a coder and never taken over by itself, so a doubtful number is
rather offered than left out; dates, years, ordinals and references are no amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from qualcode_app.domain import number_words
from qualcode_app.domain.number_words import MULTIPLIERS

NumberKind = Literal["", "minimum", "maximum", "exact", "share"]


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in a passage; one bound is missing where it is said to be at least or at most.

    `start` and `end` are the place of the figures or words in the passage that was read.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    object: str = ""
    base: str = ""
    kind: NumberKind = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class _Atom:
    start: int
    end: int
    value: Decimal
    unit: str = ""
    factor: Decimal = Decimal(1)
    is_year: bool = False

    @property
    def amount(self) -> Decimal:
        if self.factor == 1:
            return self.value
        amount = self.value * self.factor
        return amount.to_integral_value() if amount == amount.to_integral_value() else amount


_SPACE = r"[ \t\n\u00a0\u202f]"
_FIGURE = re.compile(
    r"(?<![\w.,/])(?<![A-Za-z]-)(?P<euro>(?:€|EUR)" + _SPACE + r"?)?"
    r"(?P<figure>\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d{1,2}(?!\d)|,\d+)?)"
    r"(?P<dash>,[-–])?(?=(?:km|ha|kg|mw|kwh|fte)\b|(?!\w|[.,/]\d))",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b[^\W\d_]+\b")
_FACTOR = re.compile(_SPACE + r"*(duizend|miljoen|mln|miljard|mld)\b\.?", re.IGNORECASE)
_TON = re.compile(_SPACE + r"+ton\b", re.IGNORECASE)
_PERCENT = re.compile(_SPACE + r"*(?:%|procent(?:punt(?:en)?)?\b)", re.IGNORECASE)
_EURO = re.compile(_SPACE + r"*(?:euro(?:'s)?\b|€)", re.IGNORECASE)
_BASE = re.compile(
    _SPACE
    + r"*((?:per|op\s+de|van\s+de)"
    + _SPACE
    + r"+(?:jaar|maand|week|dag|uur|inwoner|inwoners"
    r"|huishouden|huishoudens|woning|leerling|kind|hectare|kern|wijk))\b",
    re.IGNORECASE,
)
_OF = re.compile(
    _SPACE + r"+van" + _SPACE + r"+((?:de|het|alle|onze|deze|die)" + _SPACE + r"+)?"
    r"(?P<what>[^\W\d_]+(?:" + _SPACE + r"+[^\W\d_]+)?)"
)
_MEASURE = re.compile(
    _SPACE + r"*(m2|m²|km|kilometers?|meters?|hectaren?|ha|kg|mw|gwh|kwh|fte|jaar|jaren|maanden?|"
    r"weken|dagen|uur|uren|graden|ton)(?!\w)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    _SPACE + r"*(?:-|–|à|tot(?:" + _SPACE + r"+en" + _SPACE + r"+met)?|t/m|en)" + _SPACE + r"*\Z",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"(?:minimaal|minstens|ten" + _SPACE + r"?minste|op zijn minst|niet minder dan|meer dan|"
    r"hoger dan|boven de|vanaf|minimum van)" + _SPACE + r"+(?:de" + _SPACE + r"+)?(?:€)?\Z",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"(?:maximaal|hoogstens|hooguit|ten" + _SPACE + r"?hoogste|niet meer dan|minder dan|lager dan|"
    r"onder de|maximum van|tot)" + _SPACE + r"+(?:de" + _SPACE + r"+)?(?:€)?\Z",
    re.IGNORECASE,
)
_EXACT = re.compile(r"(?:precies|exact)" + _SPACE + r"+\Z", re.IGNORECASE)
_OR_MORE = re.compile(_SPACE + r"*(?:of|en)" + _SPACE + r"+meer\b", re.IGNORECASE)
_OR_LESS = re.compile(_SPACE + r"*of" + _SPACE + r"+minder\b", re.IGNORECASE)
_MONTH = re.compile(
    _SPACE + r"+(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|"
    r"november|december)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?:artikel|hoofdstuk|paragraaf|pagina|bladzijde|blz\.?|p\.|bijlage|stap|nr\.?|nummer|tabel|"
    r"figuur|fase|kavel|lijn|route)" + _SPACE + r"+\Z",
    re.IGNORECASE,
)
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|uiterlijk|voor|vóór|per|tegen|tot|vanaf|sinds|eind|begin|medio|het jaar|na|met|"
    r"jaren|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
    r"|\()" + _SPACE + r"*\Z",
    re.IGNORECASE,
)
_NOUN = re.compile(_SPACE + r"+([^\W\d_][\w-]*)(?:" + _SPACE + r"+([^\W\d_][\w-]*))?")
_STOP_WORDS = """
de het een en of in op van voor per tot met aan bij te om door naar uit over is zijn wordt worden
was dan die dat we wij er als ook nog meer minder extra jaarlijks ton keer tegen binnen na sinds
onder tussen zodat maar want kan kunnen moet moeten komt komen gaat procent euro
daarvan hiervan waarvan hier daar
"""
_STOP = frozenset(_STOP_WORDS.split())
_SENTENCE_END = re.compile(r"[.!?](?=\s|\Z)")


def read(text: str) -> list[FoundNumber]:
    """Return the numbers of a passage in their order.

    Args:
        text: The passage as it reads, line ends and hyphens mended.
    """
    atoms = sorted(_atoms(text), key=lambda atom: atom.start)
    years = [atom for atom in atoms if atom.is_year]
    amounts = _ranges(text, [atom for atom in atoms if not atom.is_year])
    return [_with_year(text, _described(text, low, high), years) for low, high in amounts]


def typed(text: str) -> list[FoundNumber]:
    """Return the numbers somebody typed, with or without a unit, as `≥ 1.200` or `8 – 48`."""
    said = text.replace("≥", "minimaal").replace("≤", "maximaal")
    found = read(said)
    return found or [replace(one, unit="") for one in read(f"{said} stuks")]


def _atoms(text: str) -> Iterator[_Atom]:
    taken: list[tuple[int, int]] = []
    for match in number_words.SHARES.finditer(text):
        percent = number_words.share(match)
        if percent is not None:
            taken.append(match.span())
            yield _Atom(*match.span(), percent, unit="%")
    for match in _FIGURE.finditer(text):
        if any(start <= match.start("figure") < end for start, end in taken):
            continue
        atom = _figure(text, match)
        if atom is not None:
            taken.append((atom.start, atom.end))
            yield atom
    words = list(_WORD.finditer(text))
    for i, match in enumerate(words):
        if any(start <= match.start() < end for start, end in taken):
            continue
        atom = _in_words(text, match, words[i - 1][0] if i else "")
        if atom is not None:
            yield atom


def _figure(text: str, match: re.Match[str]) -> _Atom | None:
    said, start, end = match["figure"], match.start(), match.end()
    before = text[max(0, start - 24) : start]
    if _REFERENCE.search(before) or _MONTH.match(text, end) or _is_list_number(text, match):
        return None
    if re.match(r":\d\d\b|" + _SPACE + r"?uur\b", text[end:]) and re.fullmatch(
        r"\d{1,2}\.\d\d", said
    ):
        return None  # a time of day
    value = _plain(said)
    if re.fullmatch(r"(?:19|20)\d\d", said) and not match["euro"] and _is_year(text, match):
        return _Atom(start, end, value, is_year=True)
    return _measured(text, _Atom(start, end, value, unit="euro" if match["euro"] else ""))


def _in_words(text: str, match: re.Match[str], before: str) -> _Atom | None:
    word, said_before = match[0], before.casefold()
    half = number_words.half(word)
    if half is not None:
        follows = _FACTOR.match(text, match.end()) or _TON.match(text, match.end())
        if said_before not in {"een", "één"} and not follows:
            return None
        start = match.start() - len(before) - 1 if said_before in {"een", "één"} else match.start()
        return _measured(text, _Atom(max(start, 0), match.end(), half))
    said = word.casefold()
    value = number_words.value(word)
    if value is None or (said == "acht" and said_before == "in"):
        return None
    if said == "een" and not _FACTOR.match(text, match.end()):
        return None  # the article
    counted = number_words.value(before) is not None or re.search(r"\d\s+\Z", text[: match.start()])
    if said == "duizend" and counted:
        return None  # the size of the number before it
    return _measured(text, _Atom(match.start(), match.end(), value))


def _measured(text: str, atom: _Atom) -> _Atom:
    """Take in what follows a figure and changes its size or is its unit by a sign."""
    if (factor := _FACTOR.match(text, atom.end)) is not None:
        atom = replace(atom, end=factor.end(), factor=MULTIPLIERS[factor[1].casefold()])
    elif (ton := _TON.match(text, atom.end)) and (atom.unit or _EURO.match(text, ton.end())):
        atom = replace(atom, end=ton.end(), factor=Decimal(100_000), unit="euro")
    if (percent := _PERCENT.match(text, atom.end)) is not None:
        return replace(atom, end=percent.end(), unit="%")
    if (euro := _EURO.match(text, atom.end)) is not None:
        return replace(atom, end=euro.end(), unit="euro")
    return atom


def _ranges(text: str, atoms: list[_Atom]) -> Iterator[tuple[_Atom, _Atom]]:
    i = 0
    while i < len(atoms):
        low = high = atoms[i]
        if i + 1 < len(atoms) and _is_range(text, low, atoms[i + 1]):
            high = atoms[i + 1]
            if low.factor == 1 and high.factor != 1 and low.value < high.value:
                low = replace(low, factor=high.factor)
            i += 1
        yield low, high
        i += 1


def _is_range(text: str, low: _Atom, high: _Atom) -> bool:
    between = text[low.end : high.start]
    if low.unit and high.unit and low.unit != high.unit:
        return False
    joined = _BETWEEN.match(between)
    if joined is None:
        return False
    raw = low.value if low.factor == 1 else low.amount
    if raw > high.amount:
        return False
    if between.strip().casefold() == "en":
        lead = text[max(0, low.start - 16) : low.start].casefold()
        return re.search(r"tussen\s+(?:de\s+)?\Z", lead) is not None
    return True


def _described(text: str, low: _Atom, high: _Atom) -> FoundNumber:
    end = high.end
    unit = high.unit or low.unit
    if not unit and (measure := _MEASURE.match(text, end)):
        unit, end = measure[1], measure.end()
    elif not unit and (noun := _noun(text, end)):
        unit, end = noun
    base = ""
    if found := _BASE.match(text, end):
        base, end = " ".join(found[1].split()), found.end()
    said_of = ""
    if unit in {"%", "euro"} and (of := _OF.match(text, end)):
        said_of = _first_words(of["what"])
    elif unit == "%" and (noun := _noun(text, end)):
        said_of = noun[0]
    number = FoundNumber(
        low.start, high.end, low.amount, high.amount, unit, said_of, base,
        "share" if unit == "%" else "",
    )  # fmt: skip
    return number if low is not high else _bounded(text, number, end)


def _bounded(text: str, number: FoundNumber, end: int) -> FoundNumber:
    before = text[max(0, number.start - 32) : number.start]
    after = text[end : end + 16]
    if _LEAST.search(before) and not re.search(r"niet\s+meer\s+dan\s+\Z", before, re.IGNORECASE):
        return _at_least(number)
    if _MOST.search(before):
        return _at_most(number)
    for words, changed in ((_OR_MORE, _at_least(number)), (_OR_LESS, _at_most(number))):
        if (said := words.match(after)) is not None:
            noun = None if number.unit else _noun(text, end + said.end())
            return replace(changed, unit=noun[0]) if noun else changed
    return replace(number, kind="exact") if _EXACT.search(before) else number


def _at_least(number: FoundNumber) -> FoundNumber:
    return replace(number, high=None, kind="minimum")


def _at_most(number: FoundNumber) -> FoundNumber:
    return replace(number, low=None, kind="maximum")


def _with_year(text: str, number: FoundNumber, years: list[_Atom]) -> FoundNumber:
    """Give a number the year of its sentence: the first after it, else the last before it."""
    ends = [match.start() for match in _SENTENCE_END.finditer(text)]
    first = max((end for end in ends if end < number.start), default=0)
    last = min((end for end in ends if end >= number.end), default=len(text))
    near = [year for year in years if first <= year.start < last]
    after = [year for year in near if year.start >= number.end]
    chosen = after[0] if after else (near[-1] if near else None)
    return replace(number, year=int(chosen.value)) if chosen else number


def _noun(text: str, end: int) -> tuple[str, int] | None:
    """Return the noun after a number, with the adjective before it, and where it ends."""
    match = _NOUN.match(text, end)
    if match is None or match[1].casefold() in _STOP or number_words.value(match[1]) is not None:
        return None
    first, second = match[1], match[2]
    if second and first.endswith("e") and second.casefold() not in _STOP:
        return f"{first} {second}", match.end(2)
    return first, match.end(1)


def _first_words(said: str) -> str:
    words = said.split()
    if len(words) > 1 and (not words[0].endswith("e") or words[1].casefold() in _STOP):
        return words[0]
    return " ".join(words)


def _is_year(text: str, match: re.Match[str]) -> bool:
    if _YEAR_LEAD.search(text[max(0, match.start() - 14) : match.start()]):
        return True
    if re.match(r"\s*[-–]\s*(?:19|20)\d\d\b", text[match.end() :]) or re.search(
        r"(?:19|20)\d\d\s*[-–]\s*\Z",
        text[: match.start()],
    ):
        return True
    if _MEASURE.match(text, match.end()) or _PERCENT.match(text, match.end()):
        return False
    if _EURO.match(text, match.end()) or _FACTOR.match(text, match.end()):
        return False
    return _noun(text, match.end()) is None


def _is_list_number(text: str, match: re.Match[str]) -> bool:
    line_start = text.rfind("\n", 0, match.start()) + 1
    at_start = not text[line_start : match.start()].strip()
    return at_start and re.match(r"[.)](?=\s|\Z)", text[match.end() :]) is not None


def _plain(said: str) -> Decimal:
    if re.fullmatch(r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?", said):
        said = re.sub(r"[.\u00a0\u202f]", "", said)
    return Decimal(said.replace(",", "."))
