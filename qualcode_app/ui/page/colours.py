"""The colours the page view asks the theme for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageColours:
    """Colours by role as "#rrggbb"; the names are those of the theme's roles."""

    page_backdrop: str
    page: str
    page_text: str
    line: str
    line_strong: str
    text: str
    text_muted: str
    accent_soft: str
    on_accent_soft: str
    selection: str
    focus: str
    find_hit: str
    find_current: str
    warning_soft: str
    warning: str
    tints_shown: bool = True  # high contrast underlines instead
    moves_shown: bool = True  # False when the system asks for less motion
