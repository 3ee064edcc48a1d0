"""The page being read as text for screen readers, with its codings below.

Qt for Python lets no object of ours offer text to a screen reader, so a text field does that: it
lies below the page, one pixel large, and is never in the way of keys or mouse. It cannot tell
where on the screen a letter is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPlainTextEdit

if TYPE_CHECKING:
    from qualcode_app.ui.page.page_view import PageView

AFTER_MS = 200  # who scrolls on needs no text of the pages gone by


class SpokenPage(QPlainTextEdit):
    """Holds the words of the page being read while a screen reader is at work."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(0, 0, 1, 1)
        self.lower()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.write)

    def look(self) -> None:
        """Notice that the page or its codings are others."""
        self._timer.start()

    def write(self) -> None:
        """Write the words of the page, and a line for each coding on it."""
        scene, number = self._view.scene, self._view.current_page
        if scene is None or not number:
            self.setAccessibleName("")
            self.clear()
            return
        index = self._view.index_of(number)
        page = scene.source.pages[index]
        said = scene.source.text[page.start_char : page.start_char + page.n_chars].rstrip()
        lines = [
            self.tr("Coded {key}: {words}").format(
                key=f"{run.highlight.key} {run.highlight.label}".strip(),
                words=" ".join(
                    " ".join(scene.source.text[span.start : span.end] for span in run.spans).split()
                )
                or self.tr("an area"),
            )
            for run in scene.highlights.on_page(index).runs()
        ]
        self.setAccessibleName(self.tr("Text of page {label}").format(label=page.label))
        self.setPlainText("\n".join([said, *lines]))
