"""What a row says, apart from where it travelled: canonical form and digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"


def plain(value: object) -> Plain:
    """Return a column's value in a form that reads the same on every computer.

    Numbers with a fraction become decimal text, because two computers may print one float in
    two ways; times become text in UTC with microseconds.

    Raises:
        TypeError: The value has no canonical form.
    """
    match value:
        case None | str() | bool() | int():
            return value
        case float():
            return format(value, ".10g")
        case Decimal():
            return format(value, "f")
        case datetime():
            return value.isoformat(timespec="microseconds")
        case date():
            return value.isoformat()
        case bytes():
            return value.hex()
        case _:
            raise TypeError(f"no canonical form for {type(value).__name__}")


def canonical(content: Mapping[str, Plain]) -> str:
    """Return content as JSON with sorted keys and without spare white space."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest(content: Mapping[str, Plain]) -> str:
    """Return the sha-256 of content in canonical form."""
    return sha256_of_text(canonical(content))


def digest_of_many(digests: Iterable[str]) -> str:
    """Return one digest over a bulk act, whatever the order of its rows."""
    return sha256_of_text("\n".join(sorted(digests)))


def sha256_of_text(text: str) -> str:
    """Return the sha-256 of text as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
