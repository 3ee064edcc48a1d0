"""What each coder says on the marked place, and the acts that settle it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.ui.actions import DIGITS, Actions
from qualcode_app.ui.adjudication_names import Voice
from qualcode_app.ui.facet_book import FacetBook
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.outcome_editor import OutcomeEditor
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.voice_block import Remark, VoiceBlock
from qualcode_app.ui.widgets.words import ActionKey, ElidedLabel, Ground, label, rule

TAKING = tuple(f"settle_{digit}" for digit in DIGITS[:8])
ACTS = ("settle_both", "settle_edit", "settle_none", "settle_discuss")


@dataclass(frozen=True, slots=True)
class Case:
    """A place as it is put before who decides."""

    title: str
    kinds: str
    voices: tuple[tuple[Voice, tuple[Remark, ...]], ...]
    outcome: str = ""  # what was decided; empty while it is open
    settled: tuple[Remark, ...] = ()
    consensus: Voice | None = None
    can_have_both: bool = True


class DecisionPanel(Region):
    """One block per coder, the four other acts below."""

    coder_taken = Signal(int)  # number of the coder, from 0
    verdict_chosen = Signal(str)  # key of the option

    def __init__(
        self, book: FacetBook, theme: Theme, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "side", "", parent)
        self.setAccessibleName(self.tr("Decision"))
        self._theme = theme
        self._actions = actions
        self.title = ElidedLabel("", "title", self)
        self.kinds = label("", "chip_warning", self)
        self.blocks: list[VoiceBlock] = []
        self.buttons: dict[str, QPushButton] = {}
        self._ground = Ground("side", self)
        self._column = QVBoxLayout(self._ground)
        self._acts = QWidget(self)
        self.editor = OutcomeEditor(book, theme, self)
        self._lay_out()
        self.editor.given_up.connect(self.close_editor)
        self.show_case(None)

    def show_case(self, case: Case | None) -> None:
        """Show a place; None shows nothing."""
        self._empty()
        self.close_editor()
        self._acts.setVisible(case is not None)
        self.kinds.setVisible(case is not None and bool(case.kinds))
        self.title.setText(case.title if case is not None else "")
        if case is None:
            words = self.tr("What each coder made of a difference will be here, to choose from.")
            nothing = label(words, "empty", self._ground)
            nothing.setWordWrap(True)
            self._column.addWidget(nothing)
            self._column.addStretch(1)
            return
        self.kinds.setText(case.kinds)
        self.buttons["settle_both"].setEnabled(case.can_have_both)
        if case.outcome:
            self._add_outcome(case)
        for number, (voice, remarks) in enumerate(case.voices):
            take = self._actions[TAKING[number]] if number < len(TAKING) else None
            block = VoiceBlock(self._theme, voice, remarks, take, self._ground)
            block.taken.connect(lambda number=number: self.coder_taken.emit(number))
            self.blocks.append(block)
            self._column.addWidget(block)
            self._column.addWidget(rule(self._ground))
        self._column.addStretch(1)

    def open_editor(self) -> None:
        """Show the editor in the place of the coders' blocks."""
        self._scroll.hide()
        self._acts.hide()
        self.editor.show()
        self.editor.list.setFocus()

    def close_editor(self) -> None:
        """Show the coders' blocks again."""
        self.editor.hide()
        self._scroll.show()
        self._acts.setVisible(bool(self.blocks))

    def ask_verdict(self, options: Sequence[tuple[str, str]]) -> QMenu:
        """Offer the verdicts of a scale below the button that changes."""
        menu = QMenu(self)
        for key, words in options:
            menu.addAction(words).triggered.connect(
                lambda _=False, key=key: self.verdict_chosen.emit(key)
            )
        button = self.buttons["settle_edit"]
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        return menu

    # Inside

    def _add_outcome(self, case: Case) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(14, 10, 14, 0)
        said = label(case.outcome, "chip", self._ground)
        said.setWordWrap(True)
        line.addWidget(said, 1)
        self._column.addLayout(line)
        if case.settled and case.consensus is not None:
            block = VoiceBlock(self._theme, case.consensus, case.settled, None, self._ground)
            self._column.addWidget(block)
        self._column.addWidget(rule(self._ground))

    def _lay_out(self) -> None:
        theme = self._theme
        head = Ground("panel_head", self)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 10, 14, 10)
        row.addWidget(self.title, 1)
        row.addWidget(self.kinds)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._scroll = scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self._ground)
        scroll.setAccessibleName(self.accessibleName())
        grid = QGridLayout(self._acts)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(theme.space("xs"))
        names = {
            "settle_both": self.tr("All codes"),
            "settle_edit": self.tr("Change"),
            "settle_none": self.tr("None of these"),
            "settle_discuss": self.tr("Discuss"),
        }
        for number, name in enumerate(ACTS):
            button = QPushButton(names[name], self._acts)
            button.setToolTip(self._actions[name].toolTip())
            button.clicked.connect(self._actions[name].trigger)
            grid.addWidget(button, number // 2, number % 2 * 2)
            key = ActionKey(self._actions[name], self._acts)
            grid.addWidget(key, number // 2, number % 2 * 2 + 1)
            self.buttons[name] = button
        self.buttons["settle_none"].setProperty("kind", "danger")
        foot = Ground("foot", self)
        below = QHBoxLayout(foot)
        below.setContentsMargins(14, 8, 14, 8)
        words = self.tr("The outcome goes to the consensus. The coders' own work stays.")
        says = label(words, "caption", foot)
        says.setWordWrap(True)
        below.addWidget(says)
        self.body.addWidget(head)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self.editor, 1)
        self.body.addWidget(self._acts)
        self.body.addWidget(foot)

    def _empty(self) -> None:
        self.blocks = []
        while (item := self._column.takeAt(0)) is not None:
            _drop(item.widget())
            if (inner := item.layout()) is not None:
                while (part := inner.takeAt(0)) is not None:
                    _drop(part.widget())


def _drop(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
