"""The versions of the codebook: make one, and see what two of them say differently."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from qualcode_app.services.codebook.versions import NOW, Difference, VersionRow
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.field_names import field_name
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.fields import ElidedBox
from qualcode_app.ui.widgets.vacancy import Vacancy
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count, date_time
from qualcode_app.ui.wording import label as code_label

WIDTHS_PX = (220, 100, 190, 260)
Compare = Callable[[str, str], list[Difference] | None]


class VersionsDialog(Dialog):
    """Compares two versions and makes new ones."""

    fix_requested = Signal(str, str)  # uid of the codebook, reason
    sheet_requested = Signal(str, str)  # uids of the two versions

    def __init__(self, theme: Theme, compare: Compare, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._compare = compare
        self._books: dict[str, str] = {}
        self.name_it(self.tr("Versions of the codebook"))
        self.before, self.after = ElidedBox(self), ElidedBox(self)
        self.before.setAccessibleName(self.tr("Earlier version"))
        self.after.setAccessibleName(self.tr("Later version"))
        choice = QHBoxLayout()
        choice.addWidget(self.before, 1)
        choice.addWidget(label(self.tr("against"), "muted", self))
        choice.addWidget(self.after, 1)
        self.sheet_button = QPushButton(self.tr("Export the differences…"), self)
        choice.addWidget(self.sheet_button)
        self.says = label("", "muted", self)
        self.list = QTableWidget(0, 5, self)
        self.list.setAccessibleName(self.tr("Differences"))
        self.list.setHorizontalHeaderLabels(
            [self.tr("Code"), self.tr("What"), self.tr("Field"), self.tr("Before"), self.tr("Now")]
        )
        self._vacancy = Vacancy(self.list, "")
        self.list.verticalHeader().hide()
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setTabKeyNavigation(False)
        head = self.list.horizontalHeader()
        head.setStretchLastSection(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        make = QHBoxLayout()
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why this version is made"))
        self.fix_button = QPushButton(self.tr("Fix this version"), self)
        self.fix_button.setAutoDefault(False)
        make.addWidget(self.reason, 1)
        make.addWidget(self.fix_button)
        self.content.addLayout(choice)
        self.content.addWidget(self.says)
        self.content.addWidget(self.list, 1)
        self.content.addLayout(make)
        self.take_room(1080, 600)
        self.before.currentIndexChanged.connect(self._show_differences)
        self.after.currentIndexChanged.connect(self._show_differences)
        self.fix_button.clicked.connect(self._on_fix_button_clicked)
        self.sheet_button.clicked.connect(
            lambda: self.sheet_requested.emit(self.before.currentData(), self.after.currentData())
        )

    def show_versions(self, rows: Sequence[VersionRow], since: str | None) -> None:
        """Show the versions, newest first, and what changed since one of them."""
        self._books = {row.uid: row.codebook_uid for row in rows}
        for box in (self.before, self.after):
            box.blockSignals(True)
            box.clear()
        self.after.addItem(self.tr("the codebook as it is"), NOW)
        for row in rows:
            name = self.tr("{book} version {label}, {at}, {author}: {reason} ({n} codes)").format(
                book=row.codebook_key,
                label=row.label,
                at=date_time(row.made_at),
                author=row.author or "–",
                reason=row.reason or "–",
                n=count(row.n_codes),
            )
            self.before.addItem(name, row.uid)
            self.after.addItem(name, row.uid)
        self.before.setCurrentIndex(max(self.before.findData(since), 0))
        for box in (self.before, self.after):
            box.blockSignals(False)
        self.fix_button.setEnabled(bool(rows))
        self.sheet_button.setEnabled(bool(rows))
        self.before.setEnabled(bool(rows))
        self.after.setEnabled(bool(rows))
        self._vacancy.say(
            self.tr("These two say the same.")
            if rows
            else self.tr("No codebook yet. What two versions of it say differently will be here.")
        )
        self._show_differences()

    def _show_differences(self) -> None:
        if self.before.currentData() is None:
            return
        found = self._compare(self.before.currentData(), self.after.currentData()) or []
        self.says.setText(self.tr("%n differences", "", len(found)))
        self.list.setRowCount(len(found))
        names = {
            "added": self.tr("new"),
            "removed": self.tr("gone"),
            "moved": self.tr("moved"),
            "changed": self.tr("changed"),
        }
        for at, one in enumerate(found):
            told = (
                f"{one.key} {code_label(one)}",
                names[one.what],
                field_name(one.field) if one.field else "",
                one.before,
                one.after,
            )
            for column, said in enumerate(told):
                item = QTableWidgetItem(said)
                item.setToolTip(said)
                self.list.setItem(at, column, item)
        for column, width in enumerate(WIDTHS_PX):
            self.list.setColumnWidth(column, width)

    def _on_fix_button_clicked(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.message.tell(self.tr("A version needs a reason. Say in one line why it is made."))
            self.reason.setFocus()
            return
        self.reason.clear()
        self.fix_requested.emit(self._books[self.before.currentData()], reason)
