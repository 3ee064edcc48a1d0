"""The coder's hand on absence: judging that a document does not mention a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services.coding import absence
from qualcode_app.services.coding.absence import AbsenceRow
from qualcode_app.services.search import search_runs
from qualcode_app.services.search.search_runs import RunRow
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.undo.absence import JudgeAbsent, LinkSearch, WithdrawAbsent
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.wording import listing
from qualcode_app.ui.workspace import Workspace

if TYPE_CHECKING:
    from qualcode_app.ui.dialogs.not_mentioned import NotMentionedDialog
    from qualcode_app.ui.spaces.coding_space import CodingSpace


class AbsenceHand(QObject):
    """Judges, lists, and says when a judgement is open again."""

    def __init__(self, workspace: Workspace, viewing: Viewing, space: CodingSpace) -> None:
        super().__init__(space)
        self._workspace = workspace
        self._viewing = viewing
        self._theme = space.theme
        self._actions = space.actions_
        self._page = space.page
        self._codes = space.codes
        self._dialog: NotMentionedDialog | None = None
        self._opened: set[str] = set()  # judgements that are told to be open again,
        self._told = ""  # in these words
        self._standing = {row.uid for row in self._mine() if row.state == "stands"}
        workspace.changed.connect(self._on_workspace_changed)
        workspace.coder_changed.connect(self._on_workspace_coder_changed)

    def take_actions(self, actions: Actions) -> None:
        """Do what the actions on absence say."""
        actions.on("not_mentioned", self.judge, self)
        actions.on("not_mentioned_list", self.show_list, self)

    def judge(self) -> None:
        """Judge that the open document does not mention the code marked in the codebook."""
        document = self._page.document
        code = self._codes.row_of(self._codes.marked_uid())
        if document is None or code is None:
            words = self.tr("Open a document and mark the code that it does not mention.")
            self._page.message.tell(words, "info")
            return
        if self._workspace.do(JudgeAbsent(self._workspace, code, document)):
            words = self.tr("{key} is judged as not mentioned in {title}.")
            said = words.format(key=code.key, title=document.title)
            self._page.message.tell(said, "info", self.tr("Show the list"), self.show_list)

    def show_list(self) -> None:
        """List all such judgements, those that are open again first."""
        from qualcode_app.ui.dialogs.not_mentioned import NotMentionedDialog  # noqa: PLC0415  when asked for

        dialog = NotMentionedDialog(self._theme, self._actions, self._searches, self._page.window())
        dialog.document_wished.connect(self._viewing.look_at)
        dialog.withdrawal_wished.connect(self._on_dialog_withdrawal_wished)
        dialog.link_wished.connect(self._on_dialog_link_wished)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        dialog.show_rows(self._mine())
        dialog.open()

    def _mine(self) -> list[AbsenceRow]:
        return self._workspace.read(absence.rows, coder_uid=self._workspace.coder_uid)

    def _searches(self, row: AbsenceRow) -> list[RunRow]:
        return self._workspace.read(search_runs.rows, row.revision_uid)

    def _on_dialog_link_wished(self, row: AbsenceRow, run_uid: str) -> None:
        self._workspace.do(LinkSearch(self._workspace, row, run_uid or None))

    def _on_dialog_withdrawal_wished(self, row: AbsenceRow) -> None:
        self._workspace.do(WithdrawAbsent(self._workspace, row))

    def _on_dialog_finished(self, _result: int) -> None:
        self._dialog = None

    def _on_workspace_coder_changed(self, _uid: str) -> None:
        self._standing = {row.uid for row in self._mine() if row.state == "stands"}

    def _on_workspace_changed(self, changes: Changes) -> None:
        if not changes.touches(Kind.CODING, Kind.READING_STATUS, Kind.JUDGEMENT, Kind.CODE):
            return
        is_watched = self._standing or self._opened or self._dialog is not None
        if not is_watched and not changes.touches(Kind.JUDGEMENT):
            if changes.touches(Kind.READING_STATUS):
                self._standing = {row.uid for row in self._mine() if row.state == "stands"}
            return  # nothing stood, so nothing can be open again
        rows = self._mine()
        opened = [row for row in rows if row.state != "stands" and row.uid in self._standing]
        self._standing = {row.uid for row in rows if row.state == "stands"}
        if self._dialog is not None:
            self._dialog.show_rows(rows)
        if self._opened and not self._opened - self._standing:
            self._opened = set()
            if self._page.message.sentence.text() == self._told:
                self._page.message.hide()  # none of them is open any more, by undo or by reading
        if opened:
            self._opened = {row.uid for row in opened}
            keys = listing([row.code_key for row in opened])
            words = self.tr("{keys}: judged as not mentioned, and open again now.")
            self._told = words.format(keys=keys)
            self._page.message.tell(self._told, "warning", self.tr("Show the list"), self.show_list)
