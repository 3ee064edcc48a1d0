"""What the program is, and on whose work it stands."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from qualcode_app import __version__
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label


class AboutDialog(Dialog):
    """Version, licence, and the promise that nothing leaves."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it("QualCode")
        for words, kind in (
            (self.tr("Version {version}, Qt {qt}").format(version=__version__, qt=qVersion()), ""),
            (self.tr("Code agreements, decide together, trace every number."), "muted"),
            (self.tr("Nothing leaves: projects and PDFs stay on this computer."), "muted"),
            (
                self.tr(
                    "Free software under the GNU Affero General Public License, version 3 or "
                    "later. It stands on Qt, MuPDF, SQLite, NumPy and SciPy."
                ),
                "muted",
            ),
        ):
            line = label(words, kind, self)
            line.setWordWrap(True)
            self.content.addWidget(line)
        self.content.addStretch(1)
        self.be_wide(420)
