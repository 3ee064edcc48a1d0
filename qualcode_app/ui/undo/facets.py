"""Undoable acts on facets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.domain.facets import Values
from qualcode_app.services.coding import facets, own_facets
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.ui.undo.where import Step, Where
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class SetFacets(Step):
    """Give codings other facet values; undo gives each back what it had."""

    def __init__(
        self,
        workspace: Workspace,
        rows: Sequence[CodingRow],
        after: Mapping[str, Values],
        words: str,
    ) -> None:
        if len(rows) == 1:
            text = translate("undo", "{key}: {words}\n{words} of {key}")
            text = text.format(key=rows[0].code_key, words=words)
        else:
            text = translate("undo", "{words} set on {n} codings\n{words} on {n} codings")
            text = text.format(words=words, n=len(rows))
        super().__init__(text, Where.of(*rows))
        self._workspace = workspace
        self._before = {row.uid: row.values for row in rows}
        self._after = dict(after)

    def redo(self) -> None:
        """Store the new values."""
        self._set(self._after)

    def undo(self) -> None:
        """Store the old values."""
        self._set(self._before)

    def _set(self, values: Mapping[str, Values]) -> None:
        if self._workspace.write_many(len(values), facets.set_many, values) is None:
            self.setObsolete(True)


class AddFacet(QUndoCommand):
    """Define a facet of the project's own."""

    def __init__(self, workspace: Workspace, new: own_facets.NewFacet) -> None:
        text = translate("undo", "Facet {name} added\nnew facet {name}")
        super().__init__(text.format(name=new.label_nl or new.label_en))
        self._workspace = workspace
        self._new = new

    def redo(self) -> None:
        """Define it."""
        if self._workspace.write(own_facets.add, self._new) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Take it away, unless codings have values of it by now."""
        if self._workspace.write(own_facets.remove, self._new.uid) is None:
            self.setObsolete(True)
