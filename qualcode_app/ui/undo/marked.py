"""Undoable acts on all codings that are marked, each one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from qualcode_app.domain.facets import Values
from qualcode_app.services.coding import marked
from qualcode_app.ui.undo.many import Many
from qualcode_app.ui.undo.where import Step
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class RecodeMarked(Step):
    """Give codings another code; undo gives each its own back, with all that was said with it."""

    def __init__(self, workspace: Workspace, uids: Sequence[str], code_uid: str, key: str) -> None:
        form = translate(
            "undo",
            "{codings} in {documents} now {key}\nrecoding {codings} in {documents} to {key}",
        )
        many = Many.of(workspace, uids)
        super().__init__(many.name(form, key=key), many.where)
        self._workspace = workspace
        self._before = workspace.read(marked.codes_and_values, uids)
        self._code_uid = code_uid

    def redo(self) -> None:
        """Give all the new code."""
        self._recode(dict.fromkeys(self._before, (self._code_uid, None)))

    def undo(self) -> None:
        """Give each its old code."""
        self._recode(self._before)

    def _recode(self, wanted: Mapping[str, tuple[str, Values | None]]) -> None:
        if self._workspace.write_many(len(wanted), marked.recode, wanted) is None:
            self.setObsolete(True)


class RemoveMarked(Step):
    """Take codings away; undo puts back the very same ones."""

    def __init__(self, workspace: Workspace, uids: Sequence[str]) -> None:
        form = translate(
            "undo", "{codings} in {documents} removed\nremoving {codings} in {documents}"
        )
        many = Many.of(workspace, uids)
        super().__init__(many.name(form), many.where)
        self._workspace = workspace
        self._uids = tuple(uids)
        self._kept = workspace.read(marked.keep, self._uids)

    def redo(self) -> None:
        """Take them away."""
        if self._workspace.write_many(len(self._uids), marked.remove, self._uids) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Put them back."""
        if self._workspace.write_many(len(self._uids), marked.put_back, self._kept) is None:
            self.setObsolete(True)
