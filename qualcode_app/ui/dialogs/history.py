"""What happened in the project, by document, code, coder, file and time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QPushButton, QWidget

from qualcode_app.domain.changes import Kind
from qualcode_app.services.provenance.history import About, Event
from qualcode_app.services.teams.arrivals import Origin
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.item_models.history_words import act_name, moment
from qualcode_app.ui.item_models.merge_words import field_words
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.origin_field import OriginField
from qualcode_app.ui.widgets.row_table import RowTable
from qualcode_app.ui.wording import count

WIDTHS_PX = {2: 240, 5: 190}
Named = Sequence[tuple[str, str]]  # uid and name


class HistoryDialog(Dialog):
    """A list of acts, newest first, narrowed by boxes and days."""

    export_requested = Signal(object)  # About

    def __init__(
        self,
        theme: Theme,
        read: Callable[[About], list[Event] | None],
        choices: tuple[Named, Named, Named],
        origins: Sequence[Origin],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self._read = read
        self.name_it(self.tr("History"))
        names = (self.tr("All documents"), self.tr("All codes"), self.tr("All coders"))
        row = QHBoxLayout()
        self.boxes: list[QComboBox] = []
        for everything, known in zip(names, choices, strict=True):
            box = QComboBox(self)
            box.setAccessibleName(everything)
            box.addItem(everything, "")
            for uid, name in known:
                box.addItem(name, uid)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(16)
            box.currentIndexChanged.connect(self._show)
            self.boxes.append(box)
            row.addWidget(box, 1)
        self.export_button = QPushButton(self.tr("Export…"), self)
        self.export_button.setAutoDefault(False)
        self.export_button.clicked.connect(lambda: self.export_requested.emit(self.about))
        row.addWidget(self.export_button)
        self.origin = OriginField(theme, origins, self)
        self.origin.changed.connect(self._show)
        heads = [
            self.tr("When"),
            self.tr("Coder"),
            self.tr("What"),
            self.tr("Words"),
            self.tr("Rows"),
            self.tr("Came with"),
        ]
        self.list = RowTable(theme, self.tr("History"), heads, wide=3, parent=self)
        header = self.list.horizontalHeader()
        for column, width in WIDTHS_PX.items():  # long names leave room for the words
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)
        self.content.addLayout(row)
        self.content.addWidget(self.origin)
        self.content.addWidget(self.list, 1)
        self.take_room(1040, 560)
        self._show()

    @property
    def about(self) -> About:
        """What is asked."""
        document, code, coder = (box.currentData() for box in self.boxes)
        return About(document, code, coder, self.origin.came)

    def _show(self) -> None:
        self.list.show_rows([event_words(one) for one in self._read(self.about) or []])


def event_words(event: Event) -> tuple[str, ...]:
    """Return an act as one row of words."""
    return (
        moment(event.at),
        event.coder,
        act_name(event.act, event.kind),
        field_words("state", event.what) if event.kind == Kind.READING_STATUS else event.what,
        count(event.n_rows),
        event.source,
    )
