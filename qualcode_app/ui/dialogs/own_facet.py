"""A facet of the project's own: name, kind, options."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from qualcode_app.services.coding.own_facets import NewFacet
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.wording import in_language

OPTIONS_PX = 110


class OwnFacetDialog(Dialog):
    """Asks what the facet is called and what can be answered."""

    wanted = Signal(object)  # NewFacet

    def __init__(
        self, theme: Theme, codebooks: Sequence[tuple[str, str, str]], parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("A facet of your own"), self.tr("Add the facet"))
        self.codebook = QComboBox(self)
        for uid, dutch, english in codebooks:
            self.codebook.addItem(in_language(dutch, english), uid)
        self.name = QLineEdit(self)
        self.kind = QComboBox(self)
        for words, kind in (
            (self.tr("A choice of options"), "nominal"),
            (self.tr("Steps of a scale, from low to high"), "ordinal"),
            (self.tr("A number"), "number"),
            (self.tr("A text"), "text"),
        ):
            self.kind.addItem(words, kind)
        self.options = QPlainTextEdit(self)
        self.options.setFixedHeight(OPTIONS_PX)
        self.many = QCheckBox(self.tr("Several options at once"), self)
        self.required = QCheckBox(self.tr("An answer is wanted on every coding"), self)
        self.add_field(self.tr("Name"), self.name)
        if len(codebooks) > 1:
            self.add_field(self.tr("Codebook"), self.codebook)
        else:
            self.codebook.hide()
        self.add_field(self.tr("Kind"), self.kind)
        self.add_field(self.tr("Options"), self.options, self.tr("One a line, in their order."))
        self.content.addWidget(self.many)
        self.content.addWidget(self.required)
        self.be_wide(420)
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.name.setFocus()

    def accept(self) -> None:
        """Check what was typed; what is missing is said here."""
        if not self.name.text().strip():
            self.message.tell(self.tr("A facet needs a name. Type one."))
            self.name.setFocus()
            return
        if self._has_options and len(set(self._typed())) < 2:
            self.message.tell(
                self.tr("A choice needs two different options. Type at least two, one a line.")
            )
            self.options.setFocus()
            return
        self.wanted.emit(self._new())
        super().accept()

    @property
    def _has_options(self) -> bool:
        return self.kind.currentData() in {"nominal", "ordinal"}

    def _typed(self) -> list[str]:
        return [line.strip() for line in self.options.toPlainText().splitlines() if line.strip()]

    def _new(self) -> NewFacet:
        name = self.name.text().strip()
        kind = self.kind.currentData()
        return NewFacet(
            self.codebook.currentData(),
            label_nl=name,
            label_en=name,
            kind=kind,
            options=tuple(self._typed()) if self._has_options else (),
            many=kind == "number" or (kind == "nominal" and self.many.isChecked()),
            required=self.required.isChecked(),
        )

    def _on_kind_changed(self, _index: int) -> None:
        self.options.setEnabled(self._has_options)
        self.many.setEnabled(self.kind.currentData() == "nominal")
