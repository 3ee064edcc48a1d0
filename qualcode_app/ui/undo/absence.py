"""Undoable acts on judgements that a document does not mention a code."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.services.coding import absence
from qualcode_app.services.coding.absence import AbsenceRow
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.ui.undo.where import Step, Where
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class JudgeAbsent(Step):
    """Judge that a document does not mention a code."""

    def __init__(self, workspace: Workspace, code: CodeRow, document: DocumentRow) -> None:
        words = translate("undo", "{key} not mentioned in {title}\n{key} not mentioned")
        where = Where(document_uid=document.uid, code_uid=code.uid)
        super().__init__(words.format(key=code.key, title=document.title), where)
        self._workspace = workspace
        self._reading = Reading(workspace.coder_uid, workspace.round_uid, document.uid)
        self._code_uid = code.uid
        self._revision_uid = document.revision_uid

    def redo(self) -> None:
        """Store the judgement."""
        judged = self._workspace.write(
            absence.add, self._reading, self._code_uid, self._revision_uid
        )
        if judged is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Take it back."""
        uid = absence.uid_of(self._reading, self._code_uid)
        if self._workspace.write(absence.remove, uid) is None:
            self.setObsolete(True)


class WithdrawAbsent(Step):
    """Take back a judgement; undo judges the same again."""

    def __init__(self, workspace: Workspace, row: AbsenceRow) -> None:
        words = translate("undo", "Judgement on {key} taken back\ntaking back {key}")
        super().__init__(words.format(key=row.code_key), _where(row))
        self._workspace = workspace
        self._uid = row.uid
        self._kept = workspace.read(absence.keep, row.uid)

    def redo(self) -> None:
        """Take it back."""
        if self._workspace.write(absence.remove, self._uid) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Put the judgement back as it was."""
        if self._workspace.write(absence.put_back, self._kept) is None:
            self.setObsolete(True)


class LinkSearch(Step):
    """Let a judgement rest on a kept search, or on none."""

    def __init__(self, workspace: Workspace, row: AbsenceRow, run_uid: str | None) -> None:
        words = translate("undo", "Search behind {key} named\nthe search behind {key}")
        super().__init__(words.format(key=row.code_key), _where(row))
        self._workspace = workspace
        self._uid = row.uid
        self._before, self._after = row.search_run_uid, run_uid

    def redo(self) -> None:
        """Name the search."""
        self._link(self._after)

    def undo(self) -> None:
        """Name the one before."""
        self._link(self._before)

    def _link(self, run_uid: str | None) -> None:
        if self._workspace.write(absence.link, self._uid, run_uid) is None:
            self.setObsolete(True)


def _where(row: AbsenceRow) -> Where:
    return Where(document_uid=row.document_uid, code_uid=row.code_uid)
