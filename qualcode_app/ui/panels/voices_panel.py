"""The page of the marked place with what every coder marked there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.pdf.client import Renderer
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.adjudication_names import Voice
from qualcode_app.ui.highlights import page_colours, page_source
from qualcode_app.ui.page.highlight import Highlight
from qualcode_app.ui.page.page_view import PageView
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.coder_disc import CoderDisc
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.words import ActionKey, ElidedLabel, Ground, label
from qualcode_app.ui.workspace import Workspace


class VoicesPanel(Region):
    """A reader: nothing is coded here, but words can be selected for a changed outcome."""

    selection_changed = Signal(object)  # TextAnchor or None

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        actions: Actions,
        renderer: Renderer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "middle", "", parent)
        self.setAccessibleName(self.tr("Document"))
        self._workspace = workspace
        self._theme = theme
        self._revision_uid = ""
        self.text = ""
        self.title = ElidedLabel("", "title", self)
        self.view = PageView(page_colours(theme), renderer, self)
        self.view.show_initials(True)
        self._legend = QHBoxLayout()
        self.tools = self._tools(actions)
        self.body.addWidget(self.tools)
        self.body.addWidget(self.view, 1)
        self.body.addStretch(0)
        for widget in (self.tools, self.view):
            widget.hide()  # until there is a place to look at
        self.view.selection_changed.connect(self.selection_changed)
        theme.changed.connect(self._on_theme_changed)

    def show_document(self, row: DocumentRow | None) -> None:
        """Show a document, if it is not shown already."""
        revision = row.revision_uid if row is not None else ""
        if revision == self._revision_uid:
            return
        self._revision_uid = revision
        self.title.setText(row.title if row is not None else "")
        source = page_source(self._workspace, row) if row is not None else None
        self.text = source.text if source is not None else ""
        self.view.set_document(source)
        self.view.setVisible(source is not None)
        self.tools.setVisible(source is not None)

    def forget(self) -> None:
        """Read the document anew when it is asked for again."""
        self.show_document(None)

    def show_place(
        self,
        anchor: TextAnchor,
        marks: Sequence[Highlight],
        voices: Sequence[Voice],
        area: PageArea | None = None,
    ) -> None:
        """Bring a place into sight with the marks of the coders; without any it is selected."""
        self.view.select(None if marks else anchor)
        self.view.set_codings(marks)
        if area is not None:
            self.view.show_area(area)
        else:
            self.view.show_anchor(anchor, flash=False)
        while (item := self._legend.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for voice in voices:
            self._legend.addWidget(CoderDisc(self._theme, voice.initials, voice.colour, self))
            self._legend.addWidget(label(voice.name, "muted", self))
            self._legend.addSpacing(self._theme.space("s"))

    # Inside

    def _tools(self, actions: Actions) -> QWidget:
        tools = Ground("tool_row", self)
        row = QHBoxLayout(tools)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(self._theme.space("xs"))
        row.addWidget(self.title, 1)
        row.addLayout(self._legend)
        for name, words in (
            ("settle_previous", self.tr("Previous")),
            ("settle_next", self.tr("Next")),
        ):
            button = QPushButton(words, tools)
            button.setToolTip(actions[name].toolTip())
            button.clicked.connect(actions[name].trigger)
            row.addWidget(button)
            row.addWidget(ActionKey(actions[name], tools))
        return tools

    def _on_theme_changed(self) -> None:
        self.view.set_colours(page_colours(self._theme))
