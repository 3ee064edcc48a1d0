"""How adjudication is put into words: kinds of difference, states, outcomes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from qualcode_app.domain.anchors import PageArea
from qualcode_app.services.adjudication.board import State
from qualcode_app.services.adjudication.places import Kind
from qualcode_app.ui.wording import listing

MM_PER_PT = 25.4 / 72
translate = QCoreApplication.translate


def area_words(area: PageArea) -> str:
    """Return how large a coded area is, as it would be measured on paper."""
    width_mm = round((area.x1_pt - area.x0_pt) * MM_PER_PT)
    height_mm = round((area.y1_pt - area.y0_pt) * MM_PER_PT)
    words = translate("adjudication", "area of {width} × {height} mm")
    return words.format(width=width_mm, height=height_mm)


def kind_words(kinds: Iterable[Kind]) -> str:
    """Return in what coders differ: boundary and code."""
    names = {
        Kind.ONLY: translate("adjudication", "not by all"),
        Kind.BOUNDARY: translate("adjudication", "boundary"),
        Kind.CODE: translate("adjudication", "code"),
        Kind.FACET: translate("adjudication", "facets"),
        Kind.VERDICT: translate("adjudication", "verdict"),
    }
    found = set(kinds)
    return listing([name for kind, name in names.items() if kind in found])


def state_words(state: State) -> str:
    """Return how far a place is; nothing for one that is open."""
    names = {
        State.OPEN: "",
        State.DISCUSS: translate("adjudication", "to discuss"),
        State.DECIDED: translate("adjudication", "decided"),
        State.CHANGED: translate("adjudication", "changed since the decision"),
    }
    return names[state]


def outcome_words(outcome: str) -> str:
    """Return what was decided."""
    names = {
        "accept": translate("adjudication", "Taken as one coder has it"),
        "both": translate("adjudication", "All codes hold"),
        "edit": translate("adjudication", "Settled in another way"),
        "none": translate("adjudication", "None of these holds"),
        "discuss": translate("adjudication", "To be discussed"),
    }
    return names[outcome]
