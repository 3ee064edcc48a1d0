"""Goes back to where a step was undone, and to where one was reading the last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents
from qualcode_app.ui.page.history import Place
from qualcode_app.ui.undo.where import Where
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.workspace import Workspace

if TYPE_CHECKING:
    from qualcode_app.ui.spaces.coding_space import CodingSpace

MARKED_MAX = 1000  # codings of a step that are marked in the list; the first is shown


class ReturnHand(QObject):
    """Brings what a step changed into sight, or what was read last; the focus stays where it is."""

    def __init__(self, workspace: Workspace, viewing: Viewing, space: CodingSpace) -> None:
        super().__init__(space)
        self._workspace = workspace
        self._viewing = viewing
        self._space = space
        workspace.closing.connect(self._keep_place)

    def come_back(self) -> None:
        """Open the document that was read last where it was left, else the first one."""
        project, rows = self._workspace.project, self._space.documents.model.rows
        left = self._workspace.settings.left_at.get(project.facts.replica_uid) if project else None
        match left:
            case [str(uid), int(index), float(x_pt), float(y_pt)] if index >= 0 and any(
                row.uid == uid for row in rows
            ):
                self._viewing.look_at(uid)
                self._space.page.view.stand_at(Place(index, x_pt, y_pt, uid))
            case _:
                self._space.documents.open_first()

    def _keep_place(self) -> None:
        project, view = self._workspace.project, self._space.page.view
        if project is not None and view.scene is not None:
            here = view.here()
            place = here.index, float(here.x_pt), float(here.y_pt)
            self._workspace.settings.note_left(project.facts.replica_uid, here.document_uid, place)

    def show(self, where: Where) -> None:
        """Open the document, bring the place into sight and mark what was changed."""
        space = self._space
        document_uid = where.document_uid or self._document_of(where.revision_uid)
        if document_uid and self._workspace.read(documents.get, document_uid) is not None:
            self._viewing.look_at(document_uid)
        if where.memo_uid:
            space.lists.show_region(space.memos)
            space.memos.mark(where.memo_uid)
        if where.section_uid:
            space.shelf.show_region(space.contents)
        if where.code_uid:
            space.codes.find_field.clear()  # the tree is seen again
            space.codes.tree.mark(where.code_uid)
        if where.family_uid:
            space.status.mark(where.family_uid)
        if not self._show_codings(where.coding_uids):
            self._show_place(where)
        if where.section_uid:
            space.contents.mark(where.section_uid)

    def _document_of(self, revision_uid: str) -> str:
        return self._workspace.read(documents.with_text, revision_uid) if revision_uid else ""

    def _show_codings(self, uids: tuple[str, ...]) -> bool:
        """Show the codings that are there; False: none of them is."""
        some = uids[:MARKED_MAX]
        rows = self._workspace.read(coding_rows.rows, uids=some, areas=True) if some else []
        if not rows:
            return False
        first = next((row for row in rows if row.uid == uids[0]), rows[0])
        self._space.hand.show_coding(first.uid)
        if len(rows) > 1:
            self._space.lists.show_region(self._space.listed)
            self._space.listed.mark_all([row.uid for row in rows])
        return True

    def _show_place(self, where: Where) -> None:
        view = self._space.page.view
        if where.area is not None:
            view.show_area(where.area)
        elif where.anchor is not None:
            view.show_anchor(where.anchor)
