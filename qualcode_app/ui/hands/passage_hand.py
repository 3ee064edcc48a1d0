"""The coder's hand on passages: longer and shorter, split and join, areas, codes of words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.services.coding import coding_acts, in_vivo
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.in_vivo import NewCode
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.coding_words import whose
from qualcode_app.ui.shortcuts import with_keys
from qualcode_app.ui.undo.passages import (
    AddAreaCoding,
    CodeInVivo,
    JoinCodings,
    ResizeArea,
    SetPrimary,
    SplitCoding,
)
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.workspace import Workspace

if TYPE_CHECKING:
    from qualcode_app.ui.spaces.coding_space import CodingSpace


class PassageHand(QObject):
    """Changes what is selected, the shape of the active coding, and codes areas."""

    def __init__(
        self,
        workspace: Workspace,
        viewing: Viewing,
        space: CodingSpace,
        row_of: Callable[[str], CodingRow | None],
        note_used: Callable[[str], None],
    ) -> None:
        super().__init__(space)
        self._workspace = workspace
        self._viewing = viewing
        self._actions = space.actions_
        self._page = space.page
        self._codes = space.codes
        self._theme = space.theme
        self._row_of = row_of
        self._note_used = note_used
        self._last_family = ""
        self.area: PageArea | None = None  # drawn, and waiting for its code
        view = self._page.view
        view.area_drawn.connect(self.take_area)
        view.area_moved.connect(self._on_view_area_moved)
        view.selection_changed.connect(self.forget_area)
        viewing.document_changed.connect(self.forget_area)
        viewing.active_changed.connect(self._on_viewing_active_changed)

    def take_actions(self, actions: Actions) -> None:
        """Do what the actions of passages say."""
        view = self._page.view
        acts: dict[str, Callable[[], object]] = {
            "code_in_vivo": self.ask_in_vivo,
            "join_next_unit": view.join_next_unit,
            "join_previous_unit": view.join_previous_unit,
            "longer": view.join_next_unit,
            "shorter": view.shorten,
            "whole_units": view.take_whole_units,
            "set_caret": view.set_caret,
            "draw_area": view.draw_area,
            "primary": self.change_rank,
            "edges": self.move_edges,
            "split": self.split,
            "join": self.join,
        }
        for name, act in acts.items():
            actions.on(name, act, self)

    # Areas

    def code_area(self, code_uid: str) -> bool:
        """Put a code on the area that was drawn last; False: none is waiting for one."""
        document, code = self._page.document, self._codes.row_of(code_uid)
        if self.area is None or document is None or code is None:
            return False
        new = NewAreaCoding(
            document.revision_uid,
            self._workspace.round_uid,
            self._workspace.coder_uid,
            code_uid,
            self.area,
        )
        if self._workspace.do(AddAreaCoding(self._workspace, new, code.key)):
            self.forget_area()
            self._note_used(code_uid)
            self._viewing.activate(new.uid)
        return True

    def forget_area(self, _what: object = None) -> bool:
        """Give up the area that was drawn; return whether there was one."""
        had, self.area = self.area is not None, None
        self._page.view.keep_area(None)
        if had:
            self._page.message.hide()  # it asked for the code of this area
        return had

    def take_area(self, area: PageArea) -> None:
        """Leave an area drawn until its code is chosen."""
        self._page.view.select(None)
        self._viewing.activate("")
        self.area = area
        self._page.view.keep_area(area)
        self._tell(self.tr("An area is marked. Choose its code, or press Esc to give it up."))

    def _on_view_area_moved(self, uid: str, area: PageArea) -> None:
        row = self.own_active()
        if row is not None and row.uid == uid:
            self._workspace.do(ResizeArea(self._workspace, row, area))

    def _on_viewing_active_changed(self, uid: str) -> None:
        if uid:
            self.forget_area()

    # The active coding

    def split(self) -> None:
        """Cut the active coding at the caret."""
        row, scene = self.own_active(), self._page.view.scene
        if row is None or scene is None:
            return
        if row.area is None and not _inside(row.anchor, scene.selection.caret):
            words = self.tr(
                "Put the caret inside the coding first: click in it, or press {set_caret}."
            )
            self._tell(with_keys(self._actions, words))
            return
        at = scene.selection.caret or 0
        self._workspace.do(SplitCoding(self._workspace, row, at))

    def join(self) -> None:
        """Make one coding of the active one and its neighbour with the same code."""
        row = self.own_active()
        if row is None:
            return
        try:
            other_uid = self._workspace.read(coding_acts.neighbour, row.uid)
        except QualcodeError as refused:
            self._workspace.failed.emit(refused)
            return
        other = self._row_of(other_uid)
        if not self._workspace.do(JoinCodings(self._workspace, row, other_uid)):
            return
        if other is not None and row.values and other.values and row.values != other.values:
            self._tell(self.tr("The facets of the active coding were kept. Undo brings both back."))

    def change_rank(self) -> None:
        """Make the active coding the primary one at its place, or no longer."""
        row = self.own_active()
        if row is None:
            return
        try:
            before = self._workspace.read(coding_acts.primary_at, row.uid)
        except QualcodeError as refused:
            self._workspace.failed.emit(refused)
            return
        if self._workspace.do(SetPrimary(self._workspace, row, before)):
            now = self.tr("{key} is the primary coding at this place.")
            no_more = self.tr("{key} is not the primary coding any more.")
            self._tell((no_more if before == row.uid else now).format(key=row.code_key))

    def move_edges(self) -> None:
        """Let the arrows move the ends of the active coding."""
        row = self.own_active()
        if row is None:
            return
        self._page.view.edit_edges()
        if row.area is not None:
            self._tell(
                self.tr("Arrows move the area, with Shift its size, Enter keeps it, Esc does not.")
            )
            return
        self._tell(
            self.tr("Arrows move the end, E changes to the start, Enter keeps it, Esc does not.")
        )

    def own_active(self) -> CodingRow | None:
        """Return the active coding if it is the coder's own; otherwise say why nothing is done."""
        row = self._row_of(self._viewing.active_uid)
        if row is None:
            self._tell(self.tr("Click a coding first: this is done to the active coding."))
        elif row.coder_uid != self._workspace.coder_uid:
            self._tell(whose(row))
            return None
        return row

    # A code of the words

    def ask_in_vivo(self) -> None:
        """Offer the selected words as a new code."""
        from qualcode_app.ui.dialogs.in_vivo import InVivoDialog  # noqa: PLC0415  when asked for

        anchor = self._page.view.selection()
        families = [row for row in self._codes.model.rows if row.is_family]
        if anchor is None:
            self._tell(self.tr("Select the words first that are to become a code."))
            return
        if not families:
            self._tell(self.tr("This project has no codebook, so there is no family to put it in."))
            return
        last = self._codes.row_of(self._last_family) or self._codes.row_of(self._codes.marked_uid())
        family = last.family_uid if last is not None else ""
        words = self._page.text(anchor)
        dialog = InVivoDialog(self._theme, words, families, family, self._page.window())
        dialog.wanted.connect(lambda uid, label: self._code_in_vivo(anchor, uid, label))
        dialog.finished.connect(self._page.focus_page)
        dialog.open()

    def note_family(self, code_uid: str) -> None:
        """Remember the family of the code used last."""
        self._last_family = code_uid

    def _code_in_vivo(self, anchor: TextAnchor, family_uid: str, label: str) -> None:
        document = self._page.document
        if document is None:
            return
        key = self._workspace.read(in_vivo.free_key, family_uid)
        code = NewCode(family_uid, key, label)
        coding = NewCoding(
            document.revision_uid,
            self._workspace.round_uid,
            self._workspace.coder_uid,
            code.uid,
            anchor,
            origin="in_vivo",
        )
        if self._workspace.do(CodeInVivo(self._workspace, code, coding)):
            self._note_used(code.uid)
            self._page.view.select(None)
            self._viewing.activate(coding.uid)

    def _tell(self, words: str) -> None:
        self._page.message.tell(words, "info")


def _inside(anchor: TextAnchor, gap: int | None) -> bool:
    return gap is not None and anchor.start < gap < anchor.end
