"""The backups of a project: what differs from the present, and the way to bring one back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from qualcode_app.services.merging.restoring import Difference, Preview
from qualcode_app.services.store.backups import Backup
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.item_models.merge_words import kind_name
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.row_table import RowTable
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count, date_time, error_sentence, translate


def occasion(before: str) -> str:
    """Return what a backup was made for, in words."""
    names = {
        "work": translate("backups", "First work of the day"),
        "merge": translate("backups", "Before a merge"),
        "import": translate("backups", "Before an import"),
        "migration": translate("backups", "Before a new file format"),
    }
    return names.get(before, before)


def _megabytes(n_bytes: int) -> str:
    return f"{QLocale().toString(n_bytes / 1e6, 'f', 1)} MB"


class BackupsDialog(Dialog):
    """Lists the backups; the one chosen is compared and can be written to a new file."""

    preview_requested = Signal(object)  # Backup
    restore_requested = Signal(object)  # Backup
    folder_requested = Signal()  # another folder for backups is wanted
    beside_requested = Signal()  # they are to lie beside each project again

    def __init__(
        self, theme: Theme, name: str, rows: Sequence[Backup], folder: Path, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.name_it(
            self.tr("Backups of {name}").format(name=name), self.tr("Restore into a new file")
        )
        self.cancel_button.setText(self.tr("Close"))
        self._rows = list(rows)
        says = label(
            self.tr(
                "A backup is made at the first work of a day and before acts that touch much. "
                "Restoring writes a new file beside the project and opens it; the project itself "
                "stays as it is."
            ),
            "muted",
            self,
        )
        says.setWordWrap(True)
        heads = [self.tr("When"), self.tr("Made"), self.tr("Size")]
        self.list = RowTable(theme, self.tr("Backups"), heads, wide=1, parent=self)
        self.differs = label("", "", self)
        self.differs.setWordWrap(True)
        self.place = label("", "caption", self)
        self.place.setWordWrap(True)
        self.choose_button = QPushButton(self.tr("Another folder…"), self)
        self.beside_button = QPushButton(self.tr("Beside the project"), self)
        for button in (self.choose_button, self.beside_button):
            button.setAutoDefault(False)
        below = QHBoxLayout()
        below.setSpacing(theme.space("s"))
        below.addWidget(self.place, 1)
        below.addWidget(self.beside_button)
        below.addWidget(self.choose_button)
        self.content.addWidget(says)
        self.content.addWidget(self.list, 1)
        self.content.addWidget(self.differs)
        self.content.addLayout(below)
        self.take_room(760, 520)
        self.list.itemSelectionChanged.connect(self._on_list_selection_changed)
        self.choose_button.clicked.connect(self.folder_requested)
        self.beside_button.clicked.connect(self.beside_requested)
        self.accepted.connect(lambda: self.restore_requested.emit(self.chosen))
        self.show_folder(folder, is_chosen=False)

    def start(self) -> None:
        """Fill the list and ask for what differs from the newest; whoever answers is connected."""
        self.list.show_rows(
            [
                (date_time(row.made_at), occasion(row.before), _megabytes(row.n_bytes))
                for row in self._rows
            ]
        )
        if not self._rows:
            self.differs.setText(self.tr("There are no backups of this project yet."))
            self.act_button.setEnabled(False)

    @property
    def chosen(self) -> Backup | None:
        """The backup that is chosen in the list."""
        row = self.list.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def show_folder(self, folder: Path, *, is_chosen: bool) -> None:
        """Tell where new backups go."""
        self.place.setText(self.tr("New backups go to: {folder}").format(folder=folder))
        self.beside_button.setEnabled(is_chosen)

    def show_preview(self, backup: Backup, found: Preview) -> None:
        """Tell what differs, unless another backup was chosen meanwhile."""
        if backup != self.chosen:
            return
        if found.trouble is not None:
            words = self.tr("The present project cannot be compared.")
            self.differs.setText(f"{words} {error_sentence(found.trouble)}")
        elif found.is_equal:
            self.differs.setText(self.tr("This backup says the same as the present project."))
        else:
            told = [self._told(each) for each in found.differences]
            self.differs.setText("\n".join(filter(None, told)))

    def show_trouble(self, backup: Backup, sentence: str) -> None:
        """Tell why a backup cannot be restored."""
        if backup == self.chosen:
            self.differs.setText(sentence)
            self.act_button.setEnabled(False)

    def _told(self, one: Difference) -> str:
        parts = [
            words.format(n=count(n))
            for n, words in (
                (one.n_only_backup, self.tr("{n} only in the backup")),
                (one.n_changed, self.tr("{n} that say something else")),
                (one.n_only_present, self.tr("{n} only in the present project")),
            )
            if n
        ]
        return f"{kind_name(one.kind)}: {', '.join(parts)}" if parts else ""

    def _on_list_selection_changed(self) -> None:
        chosen = self.chosen
        self.act_button.setEnabled(chosen is not None)
        if chosen is not None:
            self.differs.setText(self.tr("Comparing…"))
            self.preview_requested.emit(chosen)
