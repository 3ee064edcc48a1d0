"""More of the active coding: numbers, instruments, new or continued, a project's own facets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from qualcode_app.domain import facets as rules
from qualcode_app.domain import numbers
from qualcode_app.domain.facets import FacetValue, Question
from qualcode_app.domain.numbers import FoundNumber
from qualcode_app.services.coding import facets
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.ui.facet_book import FacetBook
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.flow import Flow
from qualcode_app.ui.widgets.segments import SegmentGroup, SegmentWords
from qualcode_app.ui.widgets.words import Ground, KeyCaps, label
from qualcode_app.ui.wording import in_language
from qualcode_app.ui.wording import label as label_of

COLUMNS = 5
MIN_WIDTH_PX = 360
EDGES_PX = 22
FIELD_LETTERS = {"value": 9, "unit": 11, "of": 15, "base": 10, "year": 6}


class NumberEntry(QWidget):
    """Fields of one number; Enter takes it, and what was read in the passage stands there."""

    taken = Signal(object)  # FacetValue
    left = Signal()  # Enter in an empty entry
    refused = Signal()  # no number can be read in what was typed

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self._facet_uid = question.facet.uid
        names = {
            "value": self.tr("Value"),
            "unit": self.tr("Unit"),
            "of": self.tr("Of what"),
            "base": self.tr("Per what"),
            "year": self.tr("Year"),
        }
        self.fields: dict[str, QLineEdit] = {}
        row = Flow(4)
        self.setLayout(row)
        for key, name in names.items():
            field = QLineEdit(self)
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            letters = FIELD_LETTERS[key] * self.fontMetrics().averageCharWidth()
            field.setFixedWidth(max(letters, self.fontMetrics().horizontalAdvance(name)) + EDGES_PX)
            field.returnPressed.connect(self.take)
            self.fields[key] = field
            row.add(field)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(self.tr("Kind"))
        self.kind.addItem(self.tr("Kind: –"), "")
        for option in question.options:
            self.kind.addItem(label_of(option), option.key)
        row.add(self.kind)
        self.button = QPushButton(self.tr("Take"), self)
        self.button.clicked.connect(self.take)
        row.add(self.button, KeyCaps("Return", self))

    def propose(self, found: FoundNumber | None) -> None:
        """Put a number that was read into the fields, or empty them."""
        said = {"value": "", "unit": "", "of": "", "base": "", "year": ""}
        kind = ""
        if found is not None:
            value = FacetValue("", value_min=found.low, value_max=found.high)
            said["value"] = rules.numbered(value).removeprefix("≥ ").removeprefix("≤ ")
            said |= {"unit": found.unit, "of": found.object, "base": found.base}
            said["year"] = str(found.year or "")
            kind = found.kind
        for key, text in said.items():
            self.fields[key].setText(text)
            self.fields[key].setCursorPosition(0)  # what is long is read from its beginning
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self.fields["value"].selectAll()

    def offer(self, found: FoundNumber) -> None:
        """Put a number into the fields, so that Enter takes it."""
        self.propose(found)
        self.fields["value"].setFocus()

    def take(self) -> None:
        """Tell the number that stands in the fields."""
        typed = self.fields["value"].text().strip()
        if not typed:
            self.left.emit()
            return
        read = numbers.typed(typed)
        year = self._said("year")
        if not read or (year and not year.isdecimal()):
            self.refused.emit()
            return
        bounds = [bound for bound in (read[0].low, read[0].high) if bound is not None]
        kind = self.kind.currentData() or ""
        self.taken.emit(
            FacetValue(
                self._facet_uid,
                value_min=None if kind == "maximum" else min(bounds),
                value_max=None if kind == "minimum" else max(bounds),
                unit=self._said("unit") or read[0].unit or None,
                object=self._said("of") or None,
                base=self._said("base") or None,
                number_kind=kind or None,
                year=int(year) if year else None,
            )
        )

    def _said(self, key: str) -> str:
        return self.fields[key].text().strip()


class FacetDrawer(Ground):
    """Opens under the strip by F; Escape closes it and goes back to the page."""

    option_chosen = Signal(str, str)  # uid of the facet, key of the option
    value_taken = Signal(str, object)  # uid of the facet, FacetValue to add
    value_dropped = Signal(object)  # FacetValue to take away
    text_written = Signal(str, str)  # uid of the facet, text
    number_refused = Signal()
    left = Signal()

    def __init__(self, book: FacetBook, theme: Theme, parent: QWidget) -> None:
        super().__init__("facet_drawer", parent)
        self._book = book
        self._theme = theme
        self._row: CodingRow | None = None
        self.entry: NumberEntry | None = None
        self._proposals: list[FoundNumber] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 6, 10, 8)
        self._grid.setHorizontalSpacing(theme.space("m"))
        self._grid.setVerticalSpacing(theme.space("xs"))
        self._grid.setColumnStretch(1, 1)
        self.setAccessibleName(self.tr("More of this coding"))
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Ask for little width: fields and words give way before a region beside the page does."""
        return QSize(MIN_WIDTH_PX, super().minimumSizeHint().height())

    def show_coding(self, row: CodingRow, passage: str) -> None:
        """Show the optional facets of a coding, with what can be read in its passage."""
        if self._row == row and self._row is not None:
            return
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._row = row
        self._clear()
        asked = [each for each in self._book.questions(row) if not each.facet.required]
        for number, question in enumerate(asked):
            name = label(self._book.name(question.facet), "muted", self)
            name.setToolTip(in_language(question.facet.hint_nl, question.facet.hint_en))
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(name, number, 0, top)
            self._grid.addWidget(self._control(question, row, passage), number, 1)
        if not asked:
            words = self.tr("Nothing more is asked here. Choose a role first.")
            self._grid.addWidget(label(words, "muted", self), 0, 0, 1, 2)
        if had_focus:
            self.take_focus()

    def take_focus(self) -> None:
        """Give the focus to the number, or to the first control."""
        if self.entry is not None:
            self.entry.fields["value"].setFocus()
            self.entry.fields["value"].selectAll()
            return
        for control in self.findChildren(QWidget):
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisibleTo(self):
                control.setFocus()
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _control(self, question: Question, row: CodingRow, passage: str) -> QWidget:
        uid = question.facet.uid
        if question.facet.kind == "number":
            return self._number(question, passage)
        if question.facet.kind == "text":
            field = QLineEdit(question.chosen[0].text or "" if question.chosen else "", self)
            field.setAccessibleName(self._book.name(question.facet))
            field.editingFinished.connect(lambda: self.text_written.emit(uid, field.text()))
            return field
        words = [
            SegmentWords(
                option.key,
                self._book.option_words(option, row.code_uid),
                "",
                in_language(option.wording_nl, option.wording_en),
                option.key in question.chosen_keys,
            )
            for option in question.options
        ]
        name = self._book.name(question.facet)
        group = SegmentGroup(self._theme, name, words, self, columns=COLUMNS)
        group.chosen.connect(lambda key: self.option_chosen.emit(uid, key))
        return group

    def _number(self, question: Question, passage: str) -> QWidget:
        place = QWidget(self)
        column = QGridLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setVerticalSpacing(4)
        if question.chosen:
            column.addWidget(self._chips(question.chosen), 0, 0)
        self.entry = NumberEntry(question, place)
        self.entry.taken.connect(lambda value: self.value_taken.emit(question.facet.uid, value))
        self.entry.left.connect(self.left)
        self.entry.refused.connect(self.number_refused)
        column.addWidget(self.entry, 1, 0)
        self._proposals = _not_taken(numbers.read(passage), question.chosen)
        self.entry.propose(self._proposals[0] if self._proposals else None)
        if len(self._proposals) > 1:
            column.addWidget(self._others(self.entry), 2, 0)
        return place

    def _others(self, entry: NumberEntry) -> QWidget:
        """Return a button for every number of the passage: a press puts it into the fields."""
        row = QWidget(self)
        line = Flow(4)
        row.setLayout(line)
        line.addWidget(label(self.tr("In the passage"), "muted", row))
        for found in self._proposals:
            said = rules.numbered(facets.number_value("", found))
            button = QPushButton(said, row)
            button.setProperty("kind", "chip")
            button.setAccessibleName(self.tr("Put {number} into the fields").format(number=said))
            button.clicked.connect(lambda _=False, each=found: entry.offer(each))
            line.addWidget(button)
        return row

    def _chips(self, values: Sequence[FacetValue]) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for value in values:
            said = rules.numbered(value)
            line.addWidget(label(said, "chip", row))
            cross = QToolButton(row)
            cross.setAccessibleName(self.tr("Remove {number}").format(number=said))
            cross.setToolTip(cross.accessibleName())
            self._theme.set_icon(cross, "close", "text_muted")
            cross.clicked.connect(lambda _=False, v=value: self.value_dropped.emit(v))
            line.addWidget(cross)
        line.addStretch(1)
        return row

    def _clear(self) -> None:
        self.entry = None
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()


def _not_taken(found: Sequence[FoundNumber], values: Sequence[FacetValue]) -> list[FoundNumber]:
    """Return the numbers of a passage without one for each that the coding has already."""
    taken = [(value.value_min, value.value_max) for value in values]
    left = []
    for number in found:
        if (number.low, number.high) in taken:
            taken.remove((number.low, number.high))
        else:
            left.append(number)
    return left
