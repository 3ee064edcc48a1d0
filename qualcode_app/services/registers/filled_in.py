"""The number a document fills in, as a coder types it."""

from __future__ import annotations

import re
from decimal import Decimal

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.registers.judgements import Number

_VALUE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_SAID = re.compile(rf"({_VALUE})(?:\s*(?:-|–|tot|to)\s*({_VALUE}))?\s*(\D*)")
_YEAR = re.compile(r"(?:19|20|21)\d\d")


def numbers_in(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text such as "20 jaar; 15–25 %; 2027"; nothing for an empty one.

    Raises:
        RefusedChange: A part between semicolons is no number.
    """
    return tuple(_number(part.strip()) for part in text.split(";") if part.strip())


def _number(text: str) -> Number:
    if _YEAR.fullmatch(text):
        return Number(year=int(text))
    found = _SAID.fullmatch(text)
    if found is None:
        raise RefusedChange(
            "“{text}” is no number. Write it like 20 jaar, 15–25 % or 2027; several with ; "
            "between.",
            text=text,
        )
    low, high, unit = found.groups()
    return Number(_value(low), _value(high) if high else None, unit.strip())


def _value(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))
