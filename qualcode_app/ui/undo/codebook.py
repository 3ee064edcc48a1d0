"""Undoable acts on the codebook; undo gives codes and their codings back as they were."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.domain.changes import Changes
from qualcode_app.services.codebook import active, code_review, code_state, versions
from qualcode_app.services.codebook.active import NewActiveSet
from qualcode_app.services.codebook.code_review import ReviewRow
from qualcode_app.services.store.journal import new_uid
from qualcode_app.ui.undo.where import Step, Where
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class CodeAct(Step):
    """Change codes with one use case."""

    def __init__(
        self,
        workspace: Workspace,
        name: str,
        act: Callable[..., Changes],
        values: Sequence[Any],
        touched: tuple[Sequence[str], Sequence[str]],
        where: Where | None = None,
    ) -> None:
        """Take what is needed to do and undo it.

        Args:
            workspace: Where to write.
            name: What is done, for the menu and the status bar.
            act: The use case.
            values: What the use case is given after the session.
            touched: Codes it changes, and codes it makes.
            where: The codings it changes, where it is about these too.
        """
        changed, made = touched
        code_uid = next(iter((*changed, *made)), "")
        super().__init__(name, replace(where or Where(), code_uid=code_uid))
        self._workspace = workspace
        self._act, self._values = act, values
        self._new = tuple(made)
        self._kept = workspace.read(code_state.keep, changed)

    def redo(self) -> None:
        """Do it."""
        if self._workspace.write(self._act, *self._values) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Give everything back as it was."""
        kept, new, name = self._kept, self._new, self.text()
        if self._workspace.write(code_state.restore, kept, new, name) is None:
            self.setObsolete(True)


class FixVersion(QUndoCommand):
    """Keep the codebook as it is as a version."""

    def __init__(
        self, workspace: Workspace, codebook_uid: str, code_uids: Sequence[str], reason: str
    ) -> None:
        text = translate("undo", "Version made of the codebook\nversion of the codebook")
        super().__init__(text)
        self._workspace = workspace
        self._codebook_uid, self._uid, self._reason = codebook_uid, new_uid(), reason
        self._kept = workspace.read(code_state.keep, code_uids)

    def redo(self) -> None:
        """Make the version."""
        made = self._workspace.write(versions.fix, self._codebook_uid, self._uid, self._reason)
        if made is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Take the version away; what it fixed is a draft again."""
        if self._workspace.write(versions.unfix, self._uid) is None:
            self.setObsolete(True)
            return
        self._workspace.write(code_state.restore, self._kept, (), self._reason)


class ChooseCodes(QUndoCommand):
    """Play with other codes in a round; undo goes back to those before."""

    def __init__(self, workspace: Workspace, new: NewActiveSet) -> None:
        super().__init__(translate("undo", "Codes of the round chosen\nchoice of codes"))
        self._workspace = workspace
        self._new = new
        self._before = workspace.read(active.version_of, new.round_uid)

    def redo(self) -> None:
        """Choose them."""
        if self._workspace.write(active.choose, self._new) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Play with those before; refused once documents were read with the choice."""
        if self._workspace.write(active.go_back, self._new, self._before) is None:
            self.setObsolete(True)


class KeepCoding(Step):
    """Say that a coding is right with its code as it now is."""

    def __init__(self, workspace: Workspace, row: ReviewRow) -> None:
        text = translate("undo", "Coding {key} reviewed\nreview of coding {key}")
        super().__init__(text.format(key=row.code_key), Where(coding_uids=(row.coding_uid,)))
        self._workspace = workspace
        self._uid = row.coding_uid
        self._before = workspace.read(code_review.made_with, row.coding_uid)

    def redo(self) -> None:
        """Take it off the list."""
        if self._workspace.write(code_review.keep, [self._uid]) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Put it back on the list."""
        if self._workspace.write(code_review.unkeep, self._uid, self._before) is None:
            self.setObsolete(True)
