"""With which file, and when, the codings came that a list shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from qualcode_app.services.coding.came import ANYWHERE, Came
from qualcode_app.services.teams.arrivals import Origin
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.origin_field import OriginField

MIN_WIDTH_PX = 800


class CodingOrigin(Dialog):
    """Asks for a file or batch, and for days; left open nothing is limited."""

    wanted = Signal(object, str)  # Came, what it is in words

    def __init__(self, theme: Theme, origins: Sequence[Origin], now: Came, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Codings by origin and time"), self.tr("Show only these"))
        self.field = OriginField(theme, origins, self)
        self.field.show_came(now)
        self.all_button = QPushButton(self.tr("Show all"), self)
        self.all_button.setAutoDefault(False)
        self.foot.insertWidget(0, self.all_button)
        name = self.tr("Came with, and made on which days")
        self.add_field(name, self.field)
        self.be_wide(MIN_WIDTH_PX)
        self.accepted.connect(lambda: self.wanted.emit(self.field.came, self.field.words))
        self.all_button.clicked.connect(self._on_all_button_clicked)

    def _on_all_button_clicked(self) -> None:
        self.wanted.emit(ANYWHERE, "")
        self.reject()
