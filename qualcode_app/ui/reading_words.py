"""How far a coder is with a theme, in words."""

from __future__ import annotations

from qualcode_app.services.coding.reading import State, StatusRow
from qualcode_app.ui.wording import in_language, translate


def theme_name(row: StatusRow) -> str:
    """Return what a theme is called in the window's language."""
    return in_language(row.family_label_nl, row.family_label_en)


def state_word(state: State) -> str:
    """Return the word for a reading status."""
    match state:
        case "done":
            return translate("ReadingPanel", "read")
        case "busy":
            return translate("ReadingPanel", "busy")
        case _:
            return translate("ReadingPanel", "not started")


def told(row: StatusRow) -> str:
    """Return theme and status, as a pointer on its square tells them."""
    return f"{row.family_key} {theme_name(row)}: {state_word(row.state)}"
