"""What a codebook file brings, what was mended or lost, and what is here already."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualcode_app.services.exchange.codebooks import Plan
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count, error_sentence, listing
from qualcode_app.ui.wording import label as label_of

SIZE_PX = (720, 520)
SHOWN = 500
LINES_MAX = 5  # in sight of what is mended, lost or here already
EDGES_PX = 14


class CodebookArrival(Dialog):
    """Shows a plan and asks whether the codebook is taken in."""

    wanted = Signal(object)  # ArrivedCodebook

    def __init__(self, theme: Theme, plan: Plan, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Import codebook"), self.tr("Take in"))
        self._plan = plan
        book = plan.arrived.book
        brought = (
            self.tr("%n codes", "", len(book.codes)),
            self.tr("%n facets", "", len(book.facets)),
            self.tr("%n registers", "", len(book.registers)),
        )
        words = self.tr("“{title}” brings {things}.")
        self.summary = label(
            words.format(title=book.title_nl, things=listing(brought)), "strong", self
        )
        self.summary.setWordWrap(True)
        self.content.addWidget(self.summary)
        self.codes = self._list(self.tr("Codes that arrive"), self._codes(), high=True)
        self.findings = self._list(self.tr("Mended or lost"), self._findings())
        self.clashes = self._list(self.tr("Already here by key or name"), self._clashes())
        self.take_room(*SIZE_PX)
        self.accepted.connect(self._on_accepted)

    def _list(self, name: str, lines: list[str], *, high: bool = False) -> QPlainTextEdit:
        shown = QPlainTextEdit(self)
        if not high:
            n_lines = min(max(1, len(lines)), LINES_MAX) + 1
            shown.setFixedHeight(n_lines * shown.fontMetrics().lineSpacing() + EDGES_PX)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        if len(lines) > SHOWN:
            more = self.tr("and {n} more").format(n=count(len(lines) - SHOWN))
            lines = [*lines[:SHOWN], more]
        shown.setPlainText("\n".join(lines) or self.tr("none"))
        self.add_field(name, shown)
        return shown

    def _codes(self) -> list[str]:
        return [f"{code.key}  {label_of(code)}" for code in self._plan.arrived.book.codes]

    def _findings(self) -> list[str]:
        words = self.tr("line {n}: {said}")
        return [
            words.format(n=one.line, said=error_sentence(one.said))
            for one in self._plan.arrived.findings
        ]

    def _clashes(self) -> list[str]:
        words = self.tr("{key} {name}: here as {other}")
        return [
            words.format(key=one.key, name=label_of(one), other=one.here_key)
            for one in self._plan.clashes
        ]

    def _on_accepted(self) -> None:
        self.wanted.emit(self._plan.arrived)
