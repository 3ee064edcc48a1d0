"""The words for "how many" of a project: up to which percentage each holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualcode_app.domain.errors import QualcodeError
from qualcode_app.services.analysis import own_scale
from qualcode_app.services.analysis.quantifiers import SCALE, Step
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.wording import error_sentence

WIDTH_PX = 560


class OwnScaleDialog(Dialog):
    """Shows a scale as lines to edit; emptied, the project has none of its own."""

    wanted = Signal(object)  # steps of the scale

    def __init__(self, theme: Theme, parent: QWidget, scale: Sequence[Step]) -> None:
        super().__init__(theme, parent)
        self.setObjectName("own_scale")
        self.name_it(self.tr("Words for how many"), self.tr("Use these words"))
        self.lines = QPlainTextEdit(own_scale.written(scale or SCALE), self)
        self.lines.setTabChangesFocus(True)
        self.add_field(
            self.tr("Up to a percentage: words in Dutch / in English"),
            self.lines,
            self.tr(
                "The first word is used, the others mean the same. A sentence always says n of N "
                "as well. Empty the field to leave words out of sentences."
            ),
        )
        self.be_wide(WIDTH_PX)
        self.lines.setFocus()

    def accept(self) -> None:
        """Tell the scale; what is not understood is said here."""
        try:
            steps = own_scale.parsed(self.lines.toPlainText())
        except QualcodeError as error:
            self.message.tell(error_sentence(error))
            self.lines.setFocus()
            return
        self.wanted.emit(steps)
        super().accept()
