"""The words for what can be chosen in agreement, each with the value it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox

from qualcode_app.ui.wording import translate

HALF = 0.5
Entries = list[tuple[str, object]]


def units() -> Entries:
    """Return the units with the share of them that must be marked."""
    return [
        (translate("agreement", "Character"), ("character", 0.0)),
        (translate("agreement", "Word"), ("word", 0.0)),
        (translate("agreement", "Sentence, touched"), ("sentence", 0.0)),
        (translate("agreement", "Sentence, half"), ("sentence", HALF)),
        (translate("agreement", "Paragraph, touched"), ("paragraph", 0.0)),
        (translate("agreement", "Paragraph, half"), ("paragraph", HALF)),
        (translate("agreement", "Page"), ("page", 0.0)),
        (translate("agreement", "Document"), ("document", 0.0)),
    ]


def unit_words() -> dict[str, str]:
    """Return the units as they stand in a sentence."""
    return {
        "character": translate("agreement", "characters"),
        "word": translate("agreement", "words"),
        "sentence": translate("agreement", "sentences"),
        "paragraph": translate("agreement", "paragraphs"),
        "page": translate("agreement", "pages"),
        "document": translate("agreement", "whole documents"),
    }


def tolerances() -> Entries:
    """Return to which boundaries spans are widened."""
    return [
        (translate("agreement", "whole words"), "word"),
        (translate("agreement", "whole sentences"), "sentence"),
        (translate("agreement", "none"), "none"),
    ]


def intervals() -> Entries:
    """Return how intervals are made."""
    return [
        (translate("agreement", "leave out documents"), "jackknife"),
        (translate("agreement", "draw documents"), "bootstrap"),
        (translate("agreement", "leave out pages"), "blocks"),
        (translate("agreement", "independent units"), "units"),
    ]


def interval_names() -> dict[str, str]:
    """Return the intervals by their names in the literature, for a caption."""
    return {
        "jackknife": translate("agreement", "Interval: jackknife over documents, t distribution"),
        "bootstrap": translate("agreement", "Interval: bootstrap over documents"),
        "blocks": translate("agreement", "Interval: jackknife over pages, t distribution"),
        "units": translate("agreement", "Interval: analytic, units taken for independent"),
    }


def round_kinds() -> dict[str, str]:
    """Return what rounds are for."""
    return {
        "training": translate("agreement", "training"),
        "independent": translate("agreement", "independent"),
        "discussed": translate("agreement", "after discussion"),
        "recoding": translate("agreement", "recoding"),
        "consensus": translate("agreement", "consensus"),
    }


def choose(box: QComboBox, data: object) -> None:
    """Choose the entry that stands for a value; the first one where none does."""
    entries = (at for at in range(box.count()) if box.itemData(at) == data)
    box.setCurrentIndex(next(entries, 0))


def enable(box: QComboBox, fits: Mapping[str, bool]) -> None:
    """Grey the entries of a box that do not fit."""
    model = cast("QStandardItemModel", box.model())
    for at in range(box.count()):
        model.item(at).setEnabled(fits.get(str(box.itemData(at)), True))
