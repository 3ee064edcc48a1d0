"""Words where a list, tree or table has no rows: what will be here, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel


class Vacancy(QLabel):
    """Stands in a view as long as the view has no rows."""

    def __init__(self, view: QAbstractItemView, words: str) -> None:
        super().__init__(words, view.viewport())
        self._view = view
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "empty")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        model = view.model()
        signals = (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged)
        for signal in signals:
            signal.connect(self._on_model_rows_changed)
        view.viewport().installEventFilter(self)
        self._on_model_rows_changed()

    def say(self, words: str) -> None:
        """Say something else from now on; empty words say nothing."""
        self.setText(words)
        self._on_model_rows_changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the view."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setGeometry(self._view.viewport().rect())

    def _on_model_rows_changed(self) -> None:
        is_vacant = bool(self.text()) and self._view.model().rowCount() == 0
        if is_vacant:
            self._fit()  # a view that was scrolled took its words along
        self.setVisible(is_vacant)
