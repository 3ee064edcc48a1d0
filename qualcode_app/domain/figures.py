"""Numbers as a sentence or a chart says them, with the signs of the language."""

from __future__ import annotations

from math import isnan

DASH = "–"


def number(value: float, decimals: int = 0, language: str = "nl") -> str:
    """Return a number with the signs of the language: 12.800 and 3,2, or 12,800 and 3.2."""
    said = f"{value:,.{decimals}f}"
    return said.translate(str.maketrans(",.", ".,")) if language == "nl" else said


def amount(value: float, language: str = "nl") -> str:
    """Return a number with no more than two decimals, and none that are nought."""
    if isnan(value):
        return DASH
    said = f"{value:,.2f}".rstrip("0").rstrip(".")
    return said.translate(str.maketrans(",.", ".,")) if language == "nl" else said


def bounds(low: float, high: float, language: str = "nl", *, years: bool = False) -> str:
    """Return an amount or a range; an open end is said with a sign."""
    first, last = (_year(end) if years else amount(end, language) for end in (low, high))
    if isnan(low) or isnan(high):
        return f"≤ {last}" if isnan(low) else f"≥ {first}"
    return first if low == high else f"{first} – {last}"


def _year(value: float) -> str:
    return DASH if isnan(value) else f"{value:.0f}"
