"""The quality of the text of each document, as a table to look at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from qualcode_app.services.documents.quality import Quality
from qualcode_app.ui import icons
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.vacancy import Vacancy
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count, number

SIZE_PX = (1120, 460)
NAMED_PAGES = 3
SMALL_SHARE = 0.0005


class TextQuality(Dialog):
    """One row per document; pages are named by their printed labels."""

    reading_requested = Signal(list)  # uids of the documents whose scanned pages are to be read

    def __init__(self, theme: Theme, found: Sequence[Quality], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Text quality"))
        heads = (
            self.tr("Document"),
            self.tr("Text from"),
            self.tr("Pages"),
            self.tr("Without text"),
            self.tr("Unreadable"),
            self.tr("Suspicious"),
            self.tr("Broken words"),
            self.tr("In columns"),
            self.tr("Turned"),
        )
        self.table = QTableWidget(len(found), len(heads), self)
        self.table.setAccessibleName(self.tr("Text quality"))
        self.table.setHorizontalHeaderLabels(list(heads))
        for column, words in (
            (5, self.tr("Suspicious characters")),
            (6, self.tr("Broken words at line ends")),
        ):
            if (item := self.table.horizontalHeaderItem(column)) is not None:
                item.setToolTip(words)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        Vacancy(self.table, self.tr("No documents yet. Add one to see how well it can be read."))
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for row, one in enumerate(found):
            self._fill(row, one)
        self.content.addWidget(self.table, 1)
        hint = label(
            self.tr(
                "Pages without text are scans or pictures: code areas on them, or have them read "
                "by text recognition (OCR). Words broken at line ends and columns are read well; "
                "they are named because other programs fail there."
            ),
            "caption",
            self,
        )
        hint.setWordWrap(True)
        self.content.addWidget(hint)
        self._scans = [one.document_uid for one in found if one.without_text or one.unreadable]
        self.read_button = QPushButton(self.tr("Read scanned pages (OCR)"), self)
        self.read_button.setEnabled(bool(self._scans))
        self.read_button.setAutoDefault(False)
        self.read_button.clicked.connect(self._on_read_button_clicked)
        self.foot.insertWidget(0, self.read_button)
        self.take_room(*SIZE_PX)

    def _on_read_button_clicked(self) -> None:
        self.reading_requested.emit(self._scans)
        self.accept()

    def _fill(self, row: int, one: Quality) -> None:
        cells = (
            one.title,
            self._source(one.text_source),
            count(one.n_pages),
            self._pages(one.without_text),
            self._pages(one.unreadable),
            self._share(one.suspicious_share),
            self._share(one.hyphenated_share),
            self._pages(one.in_columns),
            self._pages(one.turned),
        )
        items = [QTableWidgetItem(words) for words in cells]
        for column, item in enumerate(items):
            self.table.setItem(row, column, item)
        for column, pages in (
            (3, one.without_text),
            (4, one.unreadable),
            (7, one.in_columns),
            (8, one.turned),
        ):
            items[column].setToolTip(", ".join(pages))
        sign, role = ("check", "success") if one.is_sound else ("warning", "warning")
        items[0].setIcon(icons.icon(sign, self.theme.colour(role).name()))
        sound = self.tr("Nothing to mind") if one.is_sound else self.tr("Needs attention")
        items[0].setToolTip(f"{one.title}: {sound}")

    def _source(self, source: str) -> str:
        return {
            "pdf": self.tr("the PDF"),
            "ocr": self.tr("text recognition (OCR)"),
            "mixed": self.tr("PDF and OCR"),
        }.get(source, self.tr("elsewhere"))

    def _pages(self, labels: Sequence[str]) -> str:
        if not labels:
            return "0"
        named = ", ".join(labels[:NAMED_PAGES]) + ("…" if len(labels) > NAMED_PAGES else "")
        return self.tr("{n}: p. {pages}").format(n=count(len(labels)), pages=named)

    def _share(self, share: float) -> str:
        return f"{number(100 * share, 2 if 0 < share < SMALL_SHARE * 100 else 1)} %"
