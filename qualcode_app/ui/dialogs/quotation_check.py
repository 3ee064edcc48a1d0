"""The quotation check: what is not literal in a pasted draft is marked, with the nearest place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTextEdit,
    QWidget,
)

from qualcode_app.services.cases.outside import Outside
from qualcode_app.services.documents import quotations
from qualcode_app.services.documents.quotations import Checked
from qualcode_app.ui import icons
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.vacancy import Vacancy
from qualcode_app.ui.wording import listing

ROW_ROLE = Qt.ItemDataRole.UserRole
SIZE_PX = (980, 620)


class QuotationCheck(Dialog):
    """Stays open beside the window, so that the places it names can be looked at."""

    check_requested = Signal(str)  # the draft
    file_requested = Signal()  # a draft from a file
    place_chosen = Signal(object)  # Checked

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.name_it(self.tr("Check quotations"), self.tr("Check"))
        self.cancel_button.setText(self.tr("Close"))
        self.draft = QPlainTextEdit(self)
        self.draft.setAccessibleName(self.tr("Draft"))
        self.draft.setPlaceholderText(self.tr("Paste a draft here."))
        self.open_button = QPushButton(self.tr("Open a draft…"), self)
        self.open_button.setAutoDefault(False)
        self.open_button.clicked.connect(self.file_requested)
        self.foot.insertWidget(0, self.open_button)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Quotations in the draft"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setSpacing(theme.space("xs"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words = self.tr(
            "Each quotation of the draft will be here, with the place it comes from. "
            "Paste a draft and press Check."
        )
        Vacancy(self.list, words)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.addWidget(self.draft)
        halves.addWidget(self.list)
        halves.setChildrenCollapsible(False)
        halves.setSizes([SIZE_PX[0] // 2, SIZE_PX[0] // 2])
        self.content.addWidget(halves, 1)
        self.take_room(*SIZE_PX)
        self.act_button.clicked.disconnect()
        self.act_button.clicked.connect(self._on_act_button_clicked)
        self.list.currentItemChanged.connect(self._on_list_current_changed)
        self.list.itemActivated.connect(self._on_list_item_activated)
        self.list.itemClicked.connect(self._on_list_item_activated)
        self.draft.textChanged.connect(self._on_draft_changed)

    def check(self, draft: str) -> None:
        """Show a draft and have it checked."""
        self.draft.setPlainText(draft)
        self._on_act_button_clicked()

    def show_checked(self, found: Sequence[Checked], left_out: Sequence[Outside]) -> None:
        """Mark the quotations that are not literal and list all with their verdicts.

        Args:
            found: The quotations of the draft.
            left_out: The cases that the draft names and that do not count.
        """
        self.act_button.setEnabled(True)
        self.list.clear()
        wrong = [one for one in found if one.verdict != quotations.LITERAL]
        for one in [*wrong, *(one for one in found if one not in wrong)]:
            literal = one.verdict == quotations.LITERAL
            item = QListWidgetItem(self._said(one), self.list)
            item.setData(ROW_ROLE, one)
            sign, role = ("check", "success") if literal else ("warning", "warning")
            item.setIcon(icons.icon(sign, self.theme.colour(role).name()))
        self._mark(wrong)
        if not found:
            words = self.tr(
                "There are no quotations in this draft. Put what is quoted between quotation marks."
            )
        else:
            words = self.tr("{n} of {total} quotations are right.").format(
                n=len(found) - len(wrong), total=len(found)
            )
        if left_out:
            said = self.tr("Named, but not in the corpus: {names}.")
            words = f"{words} {said.format(names=listing([_named(one) for one in left_out]))}"
        self.message.tell(words, "warning" if left_out else "info")

    def _said(self, one: Checked) -> str:
        """Return quotation, verdict and place in words."""
        place = self.tr("{title}, p. {page}").format(
            title=one.document_title, page=one.page_label or one.page_number
        )
        verdict = {
            quotations.LITERAL: self.tr("Literal: {place}"),
            quotations.OTHER_PAGE: self.tr("Literal, but on another page: {place}"),
            quotations.ELSEWHERE: self.tr("Not in the document named, but in {place}"),
            quotations.DIFFERS: self.tr("Differs from {place}: “{nearest}”"),
            quotations.NOWHERE: self.tr("Found nowhere"),
        }[one.verdict].format(place=place, nearest=one.nearest)
        return f"“{' '.join(one.quotation.text.split())}”\n{verdict}"

    def _mark(self, wrong: list[Checked]) -> None:
        """Draw a ground under the quotations that are not literal."""
        look = QTextCharFormat()
        look.setBackground(self.theme.colour("warning_soft"))
        look.setUnderlineColor(self.theme.colour("warning"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        marks = []
        for one in wrong:
            mark = QTextEdit.ExtraSelection()
            mark.format = look
            mark.cursor = self._cursor(one)
            marks.append(mark)
        self.draft.setExtraSelections(marks)

    def _cursor(self, one: Checked) -> QTextCursor:
        """Return a quotation of the draft; Qt counts UTF-16 units."""
        draft = self.draft.toPlainText()
        cursor = QTextCursor(self.draft.document())
        cursor.setPosition(_units(draft[: one.quotation.start]))
        cursor.setPosition(_units(draft[: one.quotation.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _on_act_button_clicked(self) -> None:
        self.act_button.setEnabled(False)
        self.check_requested.emit(self.draft.toPlainText())

    def _on_draft_changed(self) -> None:
        """Forget verdicts about words that are no longer there."""
        if self.list.count():
            self.list.clear()
            self.draft.setExtraSelections([])

    def _on_list_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            cursor = self._cursor(item.data(ROW_ROLE))
            cursor.clearSelection()
            self.draft.setTextCursor(cursor)
            self.draft.ensureCursorVisible()

    def _on_list_item_activated(self, item: QListWidgetItem) -> None:
        one: Checked = item.data(ROW_ROLE)
        if one.anchor is not None:
            self.place_chosen.emit(one)


def _named(one: Outside) -> str:
    return f"{one.case.name} ({one.reason})" if one.reason else one.case.name


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
