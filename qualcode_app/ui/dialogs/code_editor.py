"""Everything a code says, in one form; both languages side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from qualcode_app.services.codebook.boundaries import Boundary
from qualcode_app.services.codebook.code_edits import MATCHES, CodeText, Keyword
from qualcode_app.services.codebook.code_history import RevisionRow
from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.ui import theme_values
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.field_names import field_name
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.fields import name_control
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import DASH, date_time, number

LINES_PX = 58
LONG_PX = 84
HISTORY_PX = 120
ARROW = "→"
CONTRAST_MIN = 3.0
GROUNDS = ("light", "dark")


class CodeEditor(Dialog):
    """Asks what a code is to say, and why it is changed."""

    wanted = Signal(object, str)  # CodeText, reason

    def __init__(
        self,
        theme: Theme,
        text: CodeText,
        codes: Sequence[CodeRow],
        family: Sequence[tuple[str, str]],
        history: Sequence[RevisionRow],
        parent: QWidget,
    ) -> None:
        """Show what the code says.

        Args:
            theme: The look.
            text: What it says now.
            codes: All codes, to name neighbours by their key.
            family: Key and colour of the other codes of the family.
            history: Its revisions, newest first; none for a code about to be made.
            parent: The window.
        """
        super().__init__(theme, parent)
        self._text = text
        self._uids = {row.key.casefold(): row.uid for row in codes}
        self._keys = {row.uid: row.key for row in codes}
        self._family = family
        ground = QWidget(self)
        self._grid = QGridLayout(ground)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(theme.space("m"))
        self._grid.setContentsMargins(0, 0, theme.space("s"), 0)  # in line with what stands below
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(self.tr("What the code says"))
        area.setWidget(ground)
        self.content.addWidget(area, 1)
        self._add_fields()
        self._add_history(history)
        self.reason = QLineEdit(self)
        self.add_field(self.tr("Reason"), self.reason, self.tr("Kept with this revision."))
        is_new = not (text.label_nl or text.label_en)
        title = self.tr("New code") if is_new else self.tr("Code {key}").format(key=text.key)
        self.name_it(title, self.tr("Keep the code"))
        self.take_room(860, 760)
        self.colour.currentTextChanged.connect(self._check_colour)
        self._check_colour()
        self.label_nl.setFocus()

    def accept(self) -> None:
        """Send what was typed; what cannot be understood is said here."""
        lines = self._boundaries()
        if lines is None:
            return
        if not (self.label_nl.text().strip() or self.label_en.text().strip()):
            self.message.tell(self.tr("A code needs a name. Type one."))
            self.label_nl.setFocus()
            return
        text = CodeText(
            key=self.key.text().strip(),
            label_nl=self.label_nl.text(),
            label_en=self.label_en.text(),
            colour=self.colour.currentText().strip(),
            short_nl=self.short_nl.toPlainText(),
            short_en=self.short_en.toPlainText(),
            full_nl=self.full_nl.toPlainText(),
            full_en=self.full_en.toPlainText(),
            when_to_use=self.when_to_use.toPlainText(),
            example=self.example.toPlainText(),
            borderline=self.borderline.toPlainText(),
            pole_a=self.pole_a.text(),
            pole_b=self.pole_b.text(),
            memo=self.memo.toPlainText(),
            default_on=self.default_on.isChecked(),
            not_when=lines,
            keywords=self._keywords(),
        )
        self.wanted.emit(text, self.reason.text().strip())
        super().accept()

    def _add_fields(self) -> None:
        text = self._text
        self.key = self._line(self.tr("Key"), text.key, 0)
        self.colour = QComboBox(self)
        self.colour.setEditable(True)
        self.colour.addItems([text.colour, *self._slots()])
        self._put(self.tr("Colour"), self.colour, 1)
        self.contrast = label("", "caption", self)
        self.contrast.setWordWrap(True)
        self._grid.addWidget(self.contrast, self._grid.rowCount(), 0, 1, 2)
        self.label_nl = self._line(self.tr("Name in Dutch"), text.label_nl, 0)
        self.label_en = self._line(self.tr("Name in English"), text.label_en, 1)
        self.short_nl = self._words(self.tr("Short definition in Dutch"), text.short_nl, 0)
        self.short_en = self._words(self.tr("Short definition in English"), text.short_en, 1)
        self.full_nl = self._words(self.tr("Full definition in Dutch"), text.full_nl, 0, LONG_PX)
        self.full_en = self._words(self.tr("Full definition in English"), text.full_en, 1, LONG_PX)
        self.when_to_use = self._words(self.tr("When to use"), text.when_to_use, 0, LONG_PX)
        said = [self._boundary_line(each) for each in text.not_when]
        name = self.tr("When not to use; one a line, “text → KEY” names the neighbour")
        self.not_when = self._words(name, "\n".join(said), 1, LONG_PX)
        self.example = self._words(self.tr("Example in own words"), text.example, 0)
        self.borderline = self._words(self.tr("Borderline case"), text.borderline, 1)
        words = "\n".join(f"{each.stem} ({each.match})" for each in text.keywords)
        name = self.tr("Keywords; one a line, with (start), (word), (exact), (phrase) or (inside)")
        self.keywords = self._words(name, words, 0)
        self.memo = self._words(self.tr("Note"), text.memo, 1)
        self.pole_a = self._line(self.tr("Pole A"), text.pole_a, 0)
        self.pole_b = self._line(self.tr("Pole B"), text.pole_b, 1)
        self.default_on = QCheckBox(self.tr("In use by default"), self)
        self.default_on.setChecked(text.default_on)
        self._grid.addWidget(self.default_on, self._grid.rowCount(), 0)

    def _add_history(self, history: Sequence[RevisionRow]) -> None:
        """Show who changed what and why, below the fields."""
        self.history = QListWidget(self)
        self.history.setAccessibleName(self.tr("Revisions of this code"))
        self.history.setWordWrap(True)
        self.history.setFixedHeight(HISTORY_PX)
        for row in history:
            fields = ", ".join(field_name(change.field) for change in row.changes)
            told = (date_time(row.at), row.author, row.reason, fields)
            item = QListWidgetItem("   ".join(part for part in told if part), self.history)
            lines = [
                f"{field_name(one.field)}: {one.before or DASH} → {one.after or DASH}"
                for one in row.changes
            ]
            item.setToolTip("\n".join(lines))
        if history:
            at = self._grid.rowCount()
            self._grid.addWidget(label(self.tr("Revisions"), "strong", self), at, 0, 1, 2)
            self._grid.addWidget(self.history, at + 1, 0, 1, 2)
        self.history.setVisible(bool(history))

    def _line(self, name: str, text: str, column: int) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setCursorPosition(0)
        self._put(name, field, column)
        return field

    def _words(self, name: str, text: str, column: int, height: int = LINES_PX) -> QPlainTextEdit:
        field = QPlainTextEdit(text, self)
        field.setTabChangesFocus(True)
        field.setFixedHeight(height)
        self._put(name, field, column)
        return field

    def _put(self, name: str, field: QWidget, column: int) -> None:
        words = label(name, "strong", self)
        words.setWordWrap(True)
        words.setBuddy(field)
        name_control(field, name)
        row = self._grid.rowCount() - (2 if column else 0)
        self._grid.addWidget(words, row, column)
        self._grid.addWidget(field, row + 1, column)

    def _slots(self) -> list[str]:
        slot = self._text.colour.partition(":")[0]
        family = theme_values.families().get(slot)
        return [f"{slot}:{place}" for place in range(len(family.tint))] if family else []

    def _boundary_line(self, each: Boundary) -> str:
        key = self._keys.get(each.neighbour_uid or "", "")
        return f"{each.text} {ARROW} {key}" if key else each.text

    def _boundaries(self) -> tuple[Boundary, ...] | None:
        found = []
        for line in self.not_when.toPlainText().splitlines():
            if not line.strip():
                continue
            text, arrow, key = line.replace("->", ARROW).rpartition(ARROW)
            if not arrow:
                found.append(Boundary(line.strip(), None))
                continue
            uid = self._uids.get(key.strip().casefold())
            if uid is None:
                sentence = self.tr("There is no code {key}. Name another neighbour.")
                self.message.tell(sentence.format(key=key.strip()))
                self.not_when.setFocus()
                return None
            found.append(Boundary(text.strip(), uid))
        return tuple(found)

    def _keywords(self) -> tuple[Keyword, ...]:
        found = []
        for line in self.keywords.toPlainText().splitlines():
            stem, opened, match = line.strip().rpartition(" (")
            match = match.removesuffix(")").strip()
            if opened and match in MATCHES:
                found.append(Keyword(stem.strip(), match))
            elif line.strip():
                found.append(Keyword(line.strip()))
        return tuple(found)

    def _check_colour(self, _typed: str = "") -> None:
        """Say at once whether the colour can be told from the grounds and from its family."""
        colour = self.colour.currentText().strip()
        lines = []
        for name in GROUNDS:
            stripe = self._stripe(colour, name)
            if stripe is None:
                self.contrast.setText(self.tr("This is no colour. Type one such as #7a1fa2."))
                return
            ratio = theme_values.contrast(stripe, theme_values.load(name).role["surface"])
            says = self.tr("legible") if ratio >= CONTRAST_MIN else self.tr("hard to see")
            ground = self.tr("light") if name == "light" else self.tr("dark")
            lines.append(f"{ground} {number(ratio, 1)}:1 {says}")
        same = [key for key, other in self._family if other.casefold() == colour.casefold()]
        if same:
            lines.append(self.tr("also the colour of {keys}").format(keys=", ".join(same)))
        self.contrast.setText("   ".join(lines))

    def _stripe(self, colour: str, ground: str) -> str | None:
        """Return the colour of the stripe on a ground as #rrggbb."""
        if colour.startswith("#"):
            digits = colour.removeprefix("#")
            sound = len(digits) == 6 and all(one in "0123456789abcdefABCDEF" for one in digits)
            return colour if sound else None
        slot, _, place = colour.partition(":")
        family = theme_values.families().get(slot)
        if family is None or not place.isdigit():
            return None
        stripes = family.dark if ground == "dark" else family.light
        return stripes[int(place) % len(stripes)]
