"""A hand on facets: a passage with nothing coded in it, its values, and their keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from qualcode_app.domain import facets as rules
from qualcode_app.services.coding import coding_rows

WORDS = "Erfpacht overwegen we niet."


def open_kreekenburg(hand):
    """Open Kreekenburg, where nothing is coded in WORDS, and return the coding work space."""
    space = hand.space
    row = next(row for row in space.documents.model.rows if "Kreekenburg" in row.title)
    hand.window.viewing.look_at(row.uid)
    return space


def code_words(hand, key: str = "WON-5") -> str:
    """Code WORDS with a code and return the uid of the coding."""
    hand.select(WORDS)
    hand.space.hand.assign(hand.code(key).uid)
    return hand.window.viewing.active_uid


def values(hand, uid) -> dict[str, set[str]]:
    """Return the options of a coding by the key of their facet."""
    (row,) = hand.window.workspace.read(coding_rows.rows, uids=[uid])
    book = {facet.uid: facet.key for facet in hand.space.facets.facets}
    found: dict[str, set[str]] = {}
    for value in row.values:
        found.setdefault(book[value.facet_uid], set()).add(value.option_key or "number")
    return found


def numbers(hand, uid):
    (row,) = hand.window.workspace.read(coding_rows.rows, uids=[uid])
    number = next(facet for facet in hand.space.facets.facets if facet.key == "number")
    return rules.only(row.values, number.uid)


def press(hand, *keys: str) -> None:
    for key in keys:
        hand.key(getattr(Qt.Key, f"Key_{key}"))
