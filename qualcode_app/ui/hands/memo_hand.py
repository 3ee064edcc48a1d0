"""The hand that writes memos: about what is marked, or about one that is there already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from qualcode_app.services.coding import coding_rows
from qualcode_app.services.memos import memo_rows
from qualcode_app.services.memos.memo_rows import MemoRow
from qualcode_app.services.memos.memos import NewMemo, Target
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.memo_words import target_name
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.panels.codebook_panel import CodebookPanel
from qualcode_app.ui.panels.memos_panel import MemosPanel
from qualcode_app.ui.panels.page_panel import PagePanel
from qualcode_app.ui.undo.memos import AddMemo, ChangeMemo, RemoveMemo
from qualcode_app.ui.viewing import Viewing

SHOWN_CHARS = 60


@dataclass(frozen=True, slots=True)
class MemoPlace:
    """The panels a memo can be about."""

    memos: MemosPanel
    page: PagePanel
    codes: CodebookPanel


class MemoHand(QObject):
    """Asks for memos and stores them; goes where one was written."""

    coding_chosen = Signal(str)  # uid of the coding whose memo was chosen

    def __init__(self, outfit: Outfit, viewing: Viewing, place: MemoPlace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = outfit.workspace
        self._theme = outfit.theme
        self._viewing = viewing
        self._memos = place.memos
        self._page = place.page
        self._codes = place.codes
        self._memos.memo_chosen.connect(self._on_memos_memo_chosen)
        self._memos.edit_requested.connect(self.edit)

    def take_actions(self, actions: Actions) -> None:
        """Do what the actions on memos say."""
        acts: dict[str, Callable[[], object]] = {
            "memo_here": self.write_here,
            "memo_edit": self._edit_marked,
            "memo_remove": self._remove_marked,
        }
        for name, act in acts.items():
            actions.on(name, act, self)

    def write_here(self) -> None:
        """Ask for a memo about what is marked; the note a coding has is opened instead."""
        from qualcode_app.ui.dialogs.memo import MemoDialog  # noqa: PLC0415  when asked for

        if not self._workspace.may_write():
            return
        targets = self._targets()
        first = targets[0][0]
        if first.kind == "coding":
            noted = [
                row
                for row in self._workspace.read(memo_rows.rows)
                if row.target_uid == first.uid and row.kind == "note"
            ]
            if noted:
                self.edit(noted[0])
                return
        dialog = MemoDialog(self._theme, [words for _, words in targets], self._page.window())
        dialog.wanted.connect(lambda number, kind, text: self._add(targets[number][0], kind, text))
        dialog.open()

    def edit(self, row: MemoRow) -> None:
        """Let a memo be changed."""
        from qualcode_app.ui.dialogs.memo import MemoDialog  # noqa: PLC0415  when asked for

        if not self._workspace.may_write():
            return
        about = self._said(row.target_kind, row.about_nl)
        dialog = MemoDialog(self._theme, [about], self._memos.window())
        dialog.fill(row.kind, row.text)
        dialog.wanted.connect(lambda _number, kind, text: self._change(row, kind, text))
        dialog.open()

    def _targets(self) -> list[tuple[Target, str]]:
        """Return what a memo can now be about, the likeliest first."""
        found: list[tuple[Target, str]] = []
        document, selected = self._page.document, self._page.view.selection()
        if selected is not None and document is not None:
            words = self._page.text(selected)
            place = Target("place", None, document.revision_uid, selected)
            found.append((place, self._said("place", words)))
        if self._viewing.active_uid:
            rows = self._workspace.read(coding_rows.rows, uids=[self._viewing.active_uid])
            found += [
                (Target("coding", row.uid), self._said("coding", f"{row.code_key} {row.quote}"))
                for row in rows
            ]
        if document is not None:
            found.append((Target("document", document.uid), self._said("document", document.title)))
        code = self._codes.row_of(self._codes.tree.marked_uid())
        if code is not None:
            words = f"{code.key} {code.label_nl}"
            found.append((Target("code", code.uid), self._said("code", words)))
        project = self._workspace.project
        if project is not None:
            target = Target("project", project.facts.study_uid)
            found.append((target, self._said("project", project.title)))
        return found

    def _said(self, kind: str, words: str) -> str:
        words = " ".join(words.split())
        if len(words) > SHOWN_CHARS:
            words = f"{words[:SHOWN_CHARS]}…"
        return f"{target_name(kind)}: {words}"

    def _add(self, target: Target, kind: str, text: str) -> None:
        new = NewMemo(target, kind, self._workspace.coder_uid, text)
        if self._workspace.do(AddMemo(self._workspace, new)):
            self._memos.mark(new.uid)

    def _change(self, row: MemoRow, kind: str, text: str) -> None:
        if (kind, text) != (row.kind, row.text):
            self._workspace.do(ChangeMemo(self._workspace, row, kind, text))

    def _edit_marked(self) -> None:
        row = self._memos.marked()
        if row is not None:
            self.edit(row)

    def _remove_marked(self) -> None:
        row = self._memos.marked()
        if row is not None:
            self._workspace.do(RemoveMemo(self._workspace, row))

    def _on_memos_memo_chosen(self, row: MemoRow) -> None:
        """Show the place a memo is about; a code is marked in the codes."""
        if row.target_kind == "coding" and row.target_uid:
            self.coding_chosen.emit(row.target_uid)
            return
        if row.target_kind == "code" and row.target_uid:
            self._codes.mark(row.target_uid)
        if row.document_uid:
            self._viewing.look_at(row.document_uid)
        if row.anchor is not None:
            self._page.view.show_anchor(row.anchor)
