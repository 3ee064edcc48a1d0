"""What goes back to the lead, and how large it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from qualcode_app.services.teams.sendback import Parcel
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import number

MEGABYTE = 1_000_000


class SendBackDialog(Dialog):
    """One file for the lead; PDFs that came from the lead stay here."""

    wanted = Signal(bool)  # with all PDFs

    def __init__(self, theme: Theme, parcel: Parcel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Send back"), self.tr("Choose where it goes…"))
        self._parcel = parcel
        self.weight = label("", "strong", self)
        says = label(
            self.tr(
                "One file for the lead, with all your work. Pages find their PDF again by its "
                "content, whatever it is called."
            ),
            "",
            self,
        )
        says.setWordWrap(True)
        self.with_pdfs = QCheckBox(self)
        known = self.tr("Also the PDFs that the lead has ({size} MB)")
        self.with_pdfs.setText(known.format(size=number(parcel.n_known / MEGABYTE, 1)))
        self.with_pdfs.setVisible(parcel.n_known > 0)
        own = label(
            self.tr("PDFs that you added yourself go along ({size} MB).").format(
                size=number(parcel.n_own / MEGABYTE, 1)
            ),
            "muted",
            self,
        )
        own.setVisible(parcel.n_own > 0)
        for widget in (says, self.weight, own, self.with_pdfs):
            self.content.addWidget(widget)
        self.be_wide(460)
        self.with_pdfs.toggled.connect(self._tell_size)
        self.accepted.connect(lambda: self.wanted.emit(self.with_pdfs.isChecked()))
        self._tell_size()

    def _tell_size(self) -> None:
        known = self._parcel.n_known if self.with_pdfs.isChecked() else 0
        size = self._parcel.n_work + self._parcel.n_own + known
        words = self.tr("About {size} MB")
        self.weight.setText(words.format(size=number(size / MEGABYTE, 1)))
