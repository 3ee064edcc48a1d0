"""Text that every spreadsheet and document format can hold."""

from __future__ import annotations

import re

# XML 1.0 has no place for these, and a carriage return would come back as a line feed.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def printable(text: str) -> tuple[str, int]:
    """Return text with each control character replaced by its picture, and how many there were.

    U+0007 becomes U+2407 and so on: one character for one, so that offsets stay. What has no
    picture becomes U+FFFD.
    """
    return _CONTROLS.subn(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet that opens a csv would compute with this text."""
    return text.startswith(FORMULA_STARTS)
