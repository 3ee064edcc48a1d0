"""Choices of the analysis as boxes: whose codings, which grouping, wave, group and measure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from qualcode_app.services.analysis.matrix import Measure
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.tree import Tree
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.store.people import CoderRow
from qualcode_app.ui.wording import translate


def box(name: str, parent: QWidget) -> QComboBox:
    """Return an empty box that grows with what it offers."""
    made = QComboBox(parent)
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made


def offer(target: QComboBox, rows: Sequence[tuple[str, object]]) -> None:
    """Offer other choices; the chosen one stays when it is still there."""
    with QSignalBlocker(target):
        before = target.currentData()
        target.clear()
        for words, value in rows:
            target.addItem(words, value)
        values = [value for _, value in rows]
        target.setCurrentIndex(values.index(before) if before in values else 0)


def choose(target: QComboBox, value: object) -> None:
    """Choose a value, if it is offered; told like a choice of the user."""
    for at in range(target.count()):
        if target.itemData(at) == value:
            target.setCurrentIndex(at)


def offer_waves(target: QComboBox, study: Study) -> None:
    """Offer the waves of a study; without any the box is not shown."""
    every: list[tuple[str, object]] = [(translate("analysis", "All waves"), "")]
    offer(target, every + [(wave.title, wave.uid) for wave in study.corpus.waves])
    target.setVisible(bool(study.corpus.waves))


def voices(coders: Sequence[CoderRow]) -> list[tuple[str, object]]:
    """Return whose codings can be counted."""
    humans = [row for row in coders if row.kind == "human"]
    found: list[tuple[str, object]] = [(translate("analysis", "Any coder"), Voices())]
    for k in range(2, len(humans) + 1):
        words = translate("analysis", "At least {k} coders").format(k=k)
        found.append((words, Voices(at_least=k)))
    if any(row.kind == "consensus" for row in coders):
        found.append((translate("analysis", "Consensus"), Voices(consensus=True)))
    if len(humans) > 1:
        found += [(row.name, Voices((row.uid,))) for row in humans]
    return found


def measures() -> list[tuple[str, Measure]]:
    """Return what a cell can say."""
    return [
        (translate("analysis", "Passages"), "count"),
        (translate("analysis", "There or not"), "present"),
        (translate("analysis", "Words"), "words"),
        (translate("analysis", "Share of the words, %"), "share"),
        (translate("analysis", "Per 1,000 words"), "per_1000"),
    ]


def levels(tree: Tree | None = None) -> list[tuple[str, object]]:
    """Return the levels of a code tree, three at the least."""
    deepest = 3 if tree is None else max([3, *tree.levels.tolist()])
    words = translate("analysis", "Codes, level {level}")
    families: list[tuple[str, object]] = [(translate("analysis", "Families"), 1)]
    return families + [(words.format(level=level), level) for level in range(2, deepest + 1)]
