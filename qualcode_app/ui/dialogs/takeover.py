"""Highlights in a PDF by colour, and the code each colour stands for."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.services.coding.takeover import Found, Highlights
from qualcode_app.services.store.people import CoderRow
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.plain_table import put_choice
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count
from qualcode_app.ui.wording import label as label_of

SIZE_PX = (860, 460)
SWATCH_PX = 14
GREY_BELOW = 30  # saturation, of 255
CODE_PX = 300
SHOWN_CHARS = 80


class TakeoverDialog(Dialog):
    """Asks whose codings the highlights become, and with which codes."""

    wanted = Signal(object, str, dict)  # Highlights, uid of the coder, code uid by colour

    def __init__(
        self,
        theme: Theme,
        there: Highlights,
        codes: Sequence[CodeRow],
        who: tuple[Sequence[CoderRow], str],
        parent: QWidget,
    ) -> None:
        """Show the highlights of a document.

        Args:
            theme: How it looks.
            there: The highlights with the text under them.
            codes: The codes to choose from, in the order of the tree.
            who: The coders, and the uid of the one who is at work.
            parent: The window.
        """
        super().__init__(theme, parent)
        self.name_it(self.tr("Take over highlights"), self.tr("Take over"))
        self._there = there
        self._colours = there.by_colour()
        self._names: list[str] = []  # of the colours, as far as they are listed
        self.coder = QComboBox(self)
        coders, acting = who
        for row in coders:
            self.coder.addItem(row.name, row.uid)
        self.coder.setCurrentIndex(max(self.coder.findData(acting), 0))
        self.add_field(self.tr("They become codings of"), self.coder)
        self.table = QTableWidget(len(self._colours), 4, self)
        self.choices: list[QComboBox] = []
        self._set_up_table()
        for number, (colour, found) in enumerate(self._colours.items()):
            self._fill(number, colour, found, codes)
        self.content.addWidget(self.table, 1)
        self.preview = label("", "muted", self)
        self.preview.setWordWrap(True)
        self.content.addWidget(self.preview)
        self.take_room(*SIZE_PX)
        self._show_preview()
        self.accepted.connect(self._on_accepted)

    def chosen(self) -> dict[str, str]:
        """Return the code of each colour that has one."""
        pairs = zip(self._colours, self.choices, strict=True)
        return {colour: choice.currentData() for colour, choice in pairs if choice.currentData()}

    def _set_up_table(self) -> None:
        heads = (
            self.tr("Colour"),
            self.tr("Highlights"),
            self.tr("Code"),
            self.tr("First words"),
        )
        table = self.table
        table.setAccessibleName(self.tr("Highlights by colour"))
        table.setHorizontalHeaderLabels(list(heads))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.theme.size("control") + 6)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(2, CODE_PX)

    def _fill(self, row: int, colour: str, found: list[Found], codes: Sequence[CodeRow]) -> None:
        name = self._name(QColor(colour)) if colour else self.tr("none told")
        n_alike = sum(each == name for each in self._names)
        self._names.append(name)
        name = f"{name} {n_alike + 1}" if n_alike else name
        item = QTableWidgetItem(name)
        item.setToolTip(colour)
        if colour:
            swatch = QPixmap(SWATCH_PX, SWATCH_PX)
            swatch.fill(QColor(colour))
            item.setIcon(QIcon(swatch))
        self.table.setItem(row, 0, item)
        self.table.setItem(row, 1, QTableWidgetItem(count(len(found))))
        choice = QComboBox(self.table)
        choice.setAccessibleName(self.tr("Code for {colour}").format(colour=name))
        choice.addItem(self.tr("leave out"), "")
        for code in codes:
            choice.addItem(f"{'  ' * (code.level - 1)}{code.key} {label_of(code)}", code.uid)
        choice.currentIndexChanged.connect(self._show_preview)
        self.choices.append(choice)
        put_choice(self.table, row, 2, choice)
        words = shorten(found[0].quote, SHOWN_CHARS, placeholder="…")
        authors = ", ".join(sorted({one.author for one in found if one.author}))
        first = QTableWidgetItem(f"“{words}”" + (f" ({authors})" if authors else ""))
        first.setToolTip("\n".join(one.quote for one in found[:10]))
        self.table.setItem(row, 3, first)

    def _name(self, colour: QColor) -> str:
        """Return what people call a colour."""
        if colour.hsvSaturation() < GREY_BELOW:
            return self.tr("grey")
        names = (
            (14, self.tr("red")),
            (42, self.tr("orange")),
            (68, self.tr("yellow")),
            (166, self.tr("green")),
            (252, self.tr("blue")),
            (292, self.tr("purple")),
            (346, self.tr("pink")),
        )
        return next((name for most, name in names if colour.hue() <= most), names[0][1])

    def _show_preview(self) -> None:
        """Say how many codings that makes, and what is left."""
        codes = self.chosen()
        n = sum(len(found) for colour, found in self._colours.items() if colour in codes)
        words = self.tr("{n} of {total} highlights become codings.").format(
            n=count(n), total=count(len(self._there.found))
        )
        if self._there.n_without_text:
            left = self.tr("{n} have no text under them and are left out.")
            words = f"{words} {left.format(n=count(self._there.n_without_text))}"
        self.preview.setText(words)
        self.act_button.setEnabled(n > 0)

    def _on_accepted(self) -> None:
        self.wanted.emit(self._there, self.coder.currentData(), self.chosen())
