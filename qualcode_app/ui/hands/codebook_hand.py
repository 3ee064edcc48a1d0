"""The hand that changes the codebook: from the tree, its menu and the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from qualcode_app.domain.errors import QualcodeError
from qualcode_app.services.codebook import (
    code_edits,
    code_history,
    code_moves,
    code_state,
    codebook,
)
from qualcode_app.services.codebook.active import NewActiveSet
from qualcode_app.services.codebook.code_edits import CodeText, NewCode
from qualcode_app.services.codebook.code_history import RevisionRow
from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.services.store.journal import new_uid
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.panels.codebook_panel import CodebookPanel
from qualcode_app.ui.undo.codebook import ChooseCodes, CodeAct
from qualcode_app.ui.undo.many import Many
from qualcode_app.ui.wording import count, label, translate

NEW_COLOUR = "#6a748e"  # of a code beside no other: 3:1 and more on light and dark
LINE = ""
MENU = (
    *("book_edit", "book_new", LINE, "book_merge", "book_split", "book_retire"),
    *(LINE, "pin_code", "find_keywords"),
)


class CodebookHand(QObject):
    """Asks what is to change and carries it out, so that it can be undone."""

    def __init__(
        self, outfit: Outfit, actions: Actions, codes: CodebookPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = outfit.workspace
        self._theme = outfit.theme
        self._actions = actions
        self._codes = codes
        acts: dict[str, Callable[[], object]] = {
            "book_new": self.add,
            "book_edit": self.edit,
            "book_merge": self.merge,
            "book_split": self.split,
            "book_retire": self.retire,
            "book_revive": self.revive,
            "book_active": self.choose,
        }
        for name, act in acts.items():
            actions.on(name, act, self)
        codes.menu_requested.connect(self._on_codes_menu_requested)
        codes.move_requested.connect(self.move)

    def add(self, use: Callable[[str], object] | None = None) -> None:
        """Ask what a new code below the one in focus is to say.

        Args:
            use: Is given the uid of the code once it is made.
        """
        row = self._codes.row_of(self._codes.marked_uid())
        try:
            home = self._workspace.read(code_edits.codebook_of, row.uid if row else "")
        except QualcodeError as error:
            self._workspace.failed.emit(error)
            return
        above = row.uid if row else None
        key = self._workspace.read(code_edits.free_key, home, above)
        text = CodeText(key, "", "", row.colour if row else NEW_COLOUR)

        def make(said: CodeText, reason: str) -> None:
            new = NewCode(home, above, said)
            name = translate("undo", "Code {key} added\nadding code {key}")
            if self._do(name, said.key, code_edits.add, (new, reason), ((), (new.uid,))):
                self._codes.tree.mark(new.uid)
                if use:
                    use(new.uid)

        self._open_editor(text, row.uid if row else "", make)

    def edit(self) -> None:
        """Show everything the code in focus says, to be changed."""
        row = self._marked()
        if row is None:
            return
        text = self._workspace.read(code_edits.get, row.uid)

        def write(said: CodeText, reason: str) -> None:
            if said == text:
                return
            name = translate("undo", "Code {key} changed\nchanging code {key}")
            values = (row.uid, said, reason)
            self._do(name, row.key, code_edits.write, values, ((row.uid,), ()))

        history = self._workspace.read(code_history.rows, row.uid)
        self._open_editor(text, row.uid, write, history)

    def move(self, uid: str, parent_uid: str, before_uid: str) -> None:
        """Put a code below another one, before a brother or as the last."""
        row = self._codes.row_of(uid)
        if row is not None:
            name = translate("undo", "Code {key} moved\nmoving code {key}")
            values = (uid, parent_uid or None, before_uid or None, "")
            self._do(name, row.key, code_moves.move, values, ((uid,), ()))

    def merge(self) -> None:
        """Ask which code the one in focus goes into."""
        from qualcode_app.ui.dialogs.code_change import MergeCodes  # noqa: PLC0415  when asked for

        row = self._marked()
        if row is None:
            return

        def join(into_uid: str, reason: str) -> None:
            form = translate(
                "undo",
                "Code {key} merged: {codings} in {documents}\n"
                "merging code {key} ({codings} in {documents})",
            )
            touched = self._workspace.read(code_state.below, row.uid)
            going = self._workspace.read(code_moves.free_to_move, row.uid, into_uid)
            many = Many.of(self._workspace, going)
            name, values = many.name(form, key=row.key), (row.uid, into_uid, new_uid(), reason)
            self._workspace.do(
                CodeAct(self._workspace, name, code_moves.merge, values, (touched, ()), many.where)
            )

        dialog = MergeCodes(self._theme, row, self._codes.model.rows, self._codes.window())
        dialog.wanted.connect(join)
        dialog.open()

    def split(self) -> None:
        """Ask which codes the one in focus becomes."""
        from qualcode_app.ui.dialogs.code_change import SplitCode  # noqa: PLC0415  when asked for

        row = self._marked()
        if row is None:
            return

        def part(pairs: list[tuple[str, str]], reason: str) -> None:
            home = self._workspace.read(code_edits.codebook_of, row.uid)
            new = [
                NewCode(home, row.parent_uid, CodeText(key, name, name, row.colour))
                for key, name in pairs
            ]
            name = translate("undo", "Code {key} split\nsplitting code {key}")
            values = (row.uid, new, [new_uid() for _ in new], reason)
            touched = ((row.uid,), [each.uid for each in new])
            self._do(name, row.key, code_moves.split, values, touched)

        dialog = SplitCode(self._theme, row, self._codes.window())
        dialog.wanted.connect(part)
        dialog.open()

    def retire(self) -> None:
        """Take the code in focus out of use with all below it."""
        row = self._marked()
        if row is not None:
            name = translate("undo", "Code {key} retired\nretiring code {key}")
            touched = self._workspace.read(code_state.below, row.uid)
            self._do(name, row.key, code_moves.retire, (row.uid, ""), (touched, ()))

    def revive(self) -> None:
        """Let the user choose a retired code to be used again."""
        rows = self._workspace.read(codebook.rows, retired=True, counted=False)
        retired = [row for row in rows if row.is_retired]
        if not retired:
            self._codes.message.tell(self.tr("No code is retired."), "info")
            return
        menu = self._menu()
        menu.addSection(self.tr("Use again"))
        for row in retired:
            menu.addAction(f"{row.key} {label(row)}").triggered.connect(
                lambda _=False, one=row: self._revive(one)
            )
        menu.popup(self._codes.mapToGlobal(QPoint(12, 12)))

    def choose(self) -> None:
        """Ask which codes are in play in the round, of the codebook in focus."""
        from qualcode_app.ui.dialogs.active_codes import ActiveCodes  # noqa: PLC0415  when asked for

        row = self._codes.row_of(self._codes.marked_uid())
        try:
            home = self._workspace.read(code_edits.codebook_of, row.uid if row else "")
        except QualcodeError as error:
            self._workspace.failed.emit(error)
            return
        members = self._workspace.read(code_edits.codes_of, home)
        rows = [row for row in self._codes.model.rows if row.uid in members]
        dialog = ActiveCodes(self._theme, rows, self._codes.window())
        dialog.wanted.connect(lambda chosen: self._choose(home, chosen, len(rows)))
        dialog.open()

    def _choose(self, home: str, chosen: frozenset[str], n_codes: int) -> None:
        words = self.tr("codes of the round: {n} of {all}")
        reason = words.format(n=count(len(chosen)), all=count(n_codes))
        new = NewActiveSet(self._workspace.round_uid, home, chosen, reason)
        self._workspace.do(ChooseCodes(self._workspace, new))

    def _revive(self, row: CodeRow) -> None:
        name = translate("undo", "Code {key} in use again\nreviving code {key}")
        self._do(name, row.key, code_moves.revive, (row.uid, ""), ((row.uid,), ()))

    def _open_editor(
        self,
        text: CodeText,
        uid: str,
        act: Callable[[CodeText, str], None],
        history: Sequence[RevisionRow] = (),
    ) -> None:
        from qualcode_app.ui.dialogs.code_editor import CodeEditor  # noqa: PLC0415  when asked for

        family = self._workspace.read(code_edits.colours, uid) if uid else ()
        rows = self._codes.model.rows
        dialog = CodeEditor(self._theme, text, rows, family, history, self._codes.window())
        dialog.wanted.connect(act)
        dialog.open()

    def _do(
        self,
        name: str,
        key: str,
        act: Callable[..., Any],
        values: Sequence[Any],
        touched: tuple[Sequence[str], Sequence[str]],
    ) -> bool:
        name = name.format(key=key)
        return self._workspace.do(CodeAct(self._workspace, name, act, values, touched))

    def _marked(self) -> CodeRow | None:
        row = self._codes.row_of(self._codes.marked_uid())
        if row is None:
            self._codes.message.tell(self.tr("Mark the code first that is meant."), "info")
        return row

    def _menu(self) -> QMenu:
        menu = QMenu(self._codes)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _on_codes_menu_requested(self, at: QPoint) -> None:
        menu = self._menu()
        for name in MENU:
            if name == LINE:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[name])
        menu.popup(at)
