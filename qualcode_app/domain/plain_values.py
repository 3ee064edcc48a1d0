"""Days, numbers and yes or no as people type them into a cell."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from qualcode_app.domain.errors import RefusedChange

MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "maart march mrt mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "augustus august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for month in names.split()
}
_YES = frozenset(("ja", "j", "yes", "y", "waar", "true", "x", "1"))
_NO = frozenset(("nee", "n", "no", "onwaar", "false", "0"))
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")
_DUTCH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_WORDED = re.compile(r"(\d{1,2})\.? ([a-z]+)\.? (\d{4})")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def day(text: str) -> date:
    """Return the day a text tells: 2018-03-21, 21-3-2018 or 21 maart 2018.

    Raises:
        RefusedChange: It tells no day.
    """
    plain = " ".join(text.lower().split())
    numbers: tuple[int, int, int] | None = None
    if found := _ISO.fullmatch(plain):
        numbers = int(found[1]), int(found[2]), int(found[3])
    elif found := _DUTCH.fullmatch(plain):
        numbers = int(found[3]), int(found[2]), int(found[1])
    elif (found := _WORDED.fullmatch(plain)) and found[2] in MONTHS:
        numbers = int(found[3]), MONTHS[found[2]], int(found[1])
    try:
        if numbers is not None:
            return date(*numbers)
    except ValueError:
        pass
    raise RefusedChange("{text} is no date. Write it as 2018-03-21 or 21-3-2018.", text=text)


def day_or_year(text: str, *, at_end: bool) -> date:
    """Return the day a text tells; of a year its first day, or its last one.

    Raises:
        RefusedChange: It tells neither a day nor a year.
    """
    plain = text.strip().removesuffix(".0")
    if re.fullmatch(r"\d{4}", plain) and int(plain) > 0:
        return date(int(plain), 12, 31) if at_end else date(int(plain), 1, 1)
    return day(text)


def number(text: str) -> Decimal:
    """Return the number a text tells, with a decimal comma or point.

    Raises:
        RefusedChange: It tells no number, or may be read as two.
    """
    plain = text.replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    if "," in plain:
        plain = plain.replace(".", "").replace(",", ".")
    elif _THOUSANDS.fullmatch(plain):
        if plain.count(".") == 1:
            raise RefusedChange(
                "{text} may be read as two numbers. Write it without the point, or with a comma "
                "for decimals.",
                text=text,
            )
        plain = plain.replace(".", "")
    if not _NUMBER.fullmatch(plain):
        raise RefusedChange("{text} is no number. Write digits, with a decimal comma.", text=text)
    return Decimal(plain)


def truth(text: str) -> bool:
    """Return whether a text says yes.

    Raises:
        RefusedChange: It says neither yes nor no.
    """
    plain = text.strip().lower().removesuffix(".0")
    if plain in _YES:
        return True
    if plain in _NO:
        return False
    raise RefusedChange("{text} says neither yes nor no. Write yes or no.", text=text)


def said(value: str | Decimal | date | bool) -> str:
    """Return a value as it is typed, in a form that reads back as the same value."""
    match value:
        case bool():
            return "ja" if value else "nee"
        case datetime() | date():
            return value.isoformat()
        case Decimal():
            return format(value, "f").replace(".", ",")
        case _:
            return value
