"""What became of files that were to be added."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from qualcode_app.services.documents.intake import Intake
from qualcode_app.ui import icons
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.wording import error_sentence, notice_sentence


def report_lines(intake: Intake) -> list[tuple[str, str, str]]:
    """Return kind, file name and sentence: what was refused first, then what to mind."""
    refused = [("danger", each.name, error_sentence(each.error)) for each in intake.refused]
    minded = [
        ("warning", taken.name, notice_sentence(notice))
        for taken in intake.taken
        for notice in taken.notices
    ]
    return refused + minded


class IntakeReport(Dialog):
    """One sentence per file that was refused or needs attention."""

    def __init__(self, theme: Theme, intake: Intake, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Added documents"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Files that need attention"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setSpacing(theme.space("xs"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for kind, name, sentence in report_lines(intake):
            text = sentence if name in sentence else f"{name}: {sentence}"
            item = QListWidgetItem(text, self.list)
            sign = "error" if kind == "danger" else "warning"
            item.setIcon(icons.icon(sign, theme.colour(kind).name()))
        self.content.addWidget(self.list, 1)
        self.take_room(640, 420)
