"""Which code of an earlier wave became which later one: said, changed and taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QPushButton, QWidget

from qualcode_app.services.analysis.code_links import KINDS, CodeLink
from qualcode_app.services.analysis.tree import CodeNode
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.row_table import RowTable
from qualcode_app.ui.widgets.vacancy import Vacancy
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import label as label_of

WIDTH_PX = 880


class CodeLinksDialog(Dialog):
    """Lists what became of codes; tells what is to be linked and what taken back."""

    link_wanted = Signal(str, str, str)  # uids of the old and the new code, kind
    unlink_wanted = Signal(str)  # uid

    def __init__(self, theme: Theme, parent: QWidget, codes: Sequence[CodeNode]) -> None:
        super().__init__(theme, parent)
        self.setObjectName("code_links")
        self.name_it(self.tr("Codes from wave to wave"))
        words = label(
            self.tr(
                "A question over two waves counts these codes as one. Codes that were merged or "
                "split in the codebook are here by themselves; no coding is changed."
            ),
            "muted",
            self,
        )
        words.setWordWrap(True)
        self.content.addWidget(words)
        self._links: tuple[CodeLink, ...] = ()
        heads = [self.tr("Earlier code"), self.tr("What it did"), self.tr("Later code")]
        self.table = RowTable(theme, self.tr("Linked codes"), heads, wide=0, parent=self)
        Vacancy(self.table, self.tr("No codes are linked yet. Choose two below and link them."))
        self.table.setMinimumHeight(180)
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.content.addWidget(self.table, 1)
        self.old, self.kind, self.new = (QComboBox(self) for _ in range(3))
        for box, name in ((self.old, heads[0]), (self.kind, heads[1]), (self.new, heads[2])):
            box.setAccessibleName(name)
        for code in codes:
            for box in (self.old, self.new):
                box.addItem(f"{code.key} {label_of(code)}", code.uid)
        for kind in KINDS:
            self.kind.addItem(kind_name(kind), kind)
        self.link_button = QPushButton(self.tr("Link"), self)
        self.unlink_button = QPushButton(self.tr("Take back"), self)
        row = QHBoxLayout()
        for box in (self.old, self.new):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(18)
        row.addWidget(self.old, 1)
        row.addWidget(self.kind)
        row.addWidget(self.new, 1)
        row.addWidget(self.link_button)
        self.content.addLayout(row)
        self.foot.insertWidget(0, self.unlink_button)
        self.be_wide(WIDTH_PX)
        self.link_button.clicked.connect(self._on_link_button_clicked)
        self.unlink_button.clicked.connect(self._on_unlink_button_clicked)

    def show_links(self, links: Sequence[CodeLink]) -> None:
        """Show what is said now."""
        self._links = tuple(links)
        self.table.show_rows(
            [
                (
                    f"{one.old_key} {label_of(one.old_label)}",
                    kind_name(one.kind),
                    f"{one.new_key} {label_of(one.new_label)}",
                )
                for one in self._links
            ]
        )
        self.unlink_button.setEnabled(bool(self._links))

    def _on_link_button_clicked(self) -> None:
        old, new = self.old.currentData(), self.new.currentData()
        if old == new:
            self.message.tell(self.tr("A code cannot become itself. Choose two codes."))
            return
        self.message.hide()
        self.link_wanted.emit(old, new, self.kind.currentData())

    def _on_unlink_button_clicked(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._links):
            self.unlink_wanted.emit(self._links[row].uid)


def kind_name(kind: str) -> str:
    """Return what a code did, between the earlier and the later one."""
    return {
        "redefine": QCoreApplication.translate("code_links", "is the same as"),
        "merge": QCoreApplication.translate("code_links", "became a part of"),
        "split": QCoreApplication.translate("code_links", "was split into"),
    }[kind]
