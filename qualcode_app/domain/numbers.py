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

from qualcode_app.domain import not_amounts, number_words
from qualcode_app.domain import number_signs as signs
from qualcode_app.domain.number_signs import spaced
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


_SENTENCE_END = re.compile(r"[.!?](?=\s|\Z)")
_WORD = re.compile(r"\b[^\W\d_]+\b")
_ONE_OF = spaced(r" +van +(?:de|het|onze|deze|die|hun|zijn|haar)\b")
# "Acht" also means "deems"; before these words and before a name it does.
_DEEMED = spaced(r" +(?:(?-i:[A-Z])|(?:het|de|dit|dat|deze|men|zij|ze|hij|wij|we|ik|u|zich)\b)")


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
    said = f": {text}".replace("≥", "minimaal").replace("≤", "maximaal")
    found = read(said)
    return found or [replace(one, unit="") for one in read(f"{said} stuks")]


def _atoms(text: str) -> Iterator[_Atom]:
    taken: list[tuple[int, int]] = []
    for match in number_words.SHARES.finditer(text):
        percent = number_words.share(match)
        if percent is not None:
            taken.append(match.span())
            yield _Atom(*match.span(), percent, unit="%")
    for match in signs.FIGURE.finditer(text):
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
    if not_amounts.is_no_amount(text, match):
        return None
    start, end, value = match.start(), match.end(), _plain(match["figure"])
    if not_amounts.is_year(text, match):
        return _Atom(start, end, value, is_year=True)
    sign = -1 if match["minus"] or match["dash_minus"] else 1
    return _measured(text, _Atom(start, end, sign * value, unit="euro" if match["euro"] else ""))


def _in_words(text: str, match: re.Match[str], before: str) -> _Atom | None:
    word, said_before = match[0], before.casefold()
    half = number_words.half(word)
    if half is not None:
        follows = signs.FACTOR.match(text, match.end()) or signs.TON.match(text, match.end())
        if said_before not in {"een", "één"} and not follows:
            return None
        start = match.start() - len(before) - 1 if said_before in {"een", "één"} else match.start()
        return _measured(text, _Atom(max(start, 0), match.end(), half))
    said = word.casefold()
    value = number_words.value(word)
    if value is None or (said == "acht" and _is_deemed(text, match.end(), said_before)):
        return None
    if said == "een" and not any(
        sign.match(text, match.end()) for sign in (signs.FACTOR, signs.PERCENT)
    ):
        return None  # the article
    if value == 1 and _ONE_OF.match(text, match.end()):
        return None  # "één van de kerntaken" counts nothing
    counted = number_words.value(before) is not None or re.search(r"\d\s+\Z", text[: match.start()])
    if said == "duizend" and counted:
        return None  # the size of the number before it
    return _measured(text, _Atom(match.start(), match.end(), value))


def _is_deemed(text: str, end: int, before: str) -> bool:
    """Tell whether "acht" is what somebody does: nemen in acht, D66 acht het van belang."""
    return before == "in" or _DEEMED.match(text, end) is not None


def _measured(text: str, atom: _Atom) -> _Atom:
    """Take in what follows a figure and changes its size or is its unit by a sign."""
    if (factor := signs.FACTOR.match(text, atom.end)) is not None:
        size = MULTIPLIERS[(factor["long"] or factor["short"]).casefold()]
        atom = replace(atom, end=factor.end(), factor=size)
    elif (ton := signs.TON.match(text, atom.end)) and (
        atom.unit or signs.EURO.match(text, ton.end())
    ):
        atom = replace(atom, end=ton.end(), factor=Decimal(100_000), unit="euro")
    if (percent := signs.PERCENT.match(text, atom.end)) is not None:
        return replace(atom, end=percent.end(), unit="%")
    if (euro := signs.EURO.match(text, atom.end)) is not None:
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
    joined = signs.BETWEEN.match(between)
    if joined is None:
        return False
    raw = low.value if low.factor == 1 else low.amount
    if raw > high.amount:
        return False
    if between.casefold().split()[:1] == ["en"]:
        return signs.TUSSEN.search(text[max(0, low.start - 16) : low.start]) is not None
    return True


def _described(text: str, low: _Atom, high: _Atom) -> FoundNumber:
    end = high.end
    unit = high.unit or low.unit
    if not unit and (measure := signs.MEASURE.match(text, end)):
        unit, end = measure[1], measure.end()
    elif not unit and (noun := signs.noun(text, end)):
        unit, end = noun
    base = ""
    if found := signs.BASE.match(text, end):
        base, end = signs.base(found), found.end()
    said_of = ""
    if unit in {"%", "euro"} and (of := signs.OF.match(text, end)):
        said_of = signs.noun_phrase(of["what"])
    elif unit == "%" and (noun := signs.noun(text, end)):
        said_of = noun[0]
    number = FoundNumber(
        low.start, high.end, low.amount, high.amount, unit, said_of, base,
        "share" if unit == "%" else "",
    )  # fmt: skip
    return number if low is not high else _bounded(text, number, end)


def _bounded(text: str, number: FoundNumber, end: int) -> FoundNumber:
    before = text[max(0, number.start - 80) : number.start]
    after = text[end : end + 16]
    if (than := signs.THAN.search(before)) is not None:
        is_least = (than["more"] is None) == (than["no"] is not None)
        return _at_least(number) if is_least else _at_most(number)
    if signs.LEAST.search(before):
        return _at_least(number)
    if (most := signs.MOST.search(before)) is not None:
        is_aim = most["to"] and signs.CHANGE.search(before[: most.start()])
        return number if is_aim else _at_most(number)
    for words, changed in ((signs.OR_MORE, _at_least(number)), (signs.OR_LESS, _at_most(number))):
        if (said := words.match(after)) is not None:
            noun = None if number.unit else signs.noun(text, end + said.end())
            return replace(changed, unit=noun[0]) if noun else changed
    return replace(number, kind="exact") if signs.EXACT.search(before) else number


def _at_least(number: FoundNumber) -> FoundNumber:
    return replace(number, high=None, kind="minimum")


def _at_most(number: FoundNumber) -> FoundNumber:
    return replace(number, low=None, kind="maximum")


def _with_year(text: str, number: FoundNumber, years: list[_Atom]) -> FoundNumber:
    """Give a number the year of its sentence: the first after it, else the last before it.

    A year with which something is only compared is not when a number holds.
    """
    ends = [match.start() for match in _SENTENCE_END.finditer(text)]
    first = max((end for end in ends if end < number.start), default=0)
    last = min((end for end in ends if end >= number.end), default=len(text))
    near = [year for year in years if first <= year.start < last]
    near = [year for year in near if not not_amounts.is_compared_with(text, year.start)]
    after = [year for year in near if year.start >= number.end]
    chosen = after[0] if after else (near[-1] if near else None)
    return replace(number, year=int(chosen.value)) if chosen else number


def _plain(said: str) -> Decimal:
    if re.fullmatch(r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?", said):
        said = re.sub(r"[.\u00a0\u202f]", "", said)
    return Decimal(said.replace(",", "."))
