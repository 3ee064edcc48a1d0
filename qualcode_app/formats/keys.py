"""Keys for codes that come without one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection


def key_of(name: str) -> str:
    """Return a key made of a name: its letters without accents, figures and dashes."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:34].rstrip("-") or "code"


def unused(key: str, taken: Collection[str]) -> str:
    """Return the key, with a number behind it when it is taken."""
    number, found = 2, key
    while found in taken:
        found = f"{key[:34]}-{number}"
        number += 1
    return found
