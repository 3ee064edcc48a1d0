"""The coder's hand: turns keys, clicks and drops into acts on codings and reading status."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.services.codebook import code_edits
from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.services.coding import coding_rows, codings, marked
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.ui.actions import DIGITS, Actions
from qualcode_app.ui.coding_words import told
from qualcode_app.ui.hands.absence_hand import AbsenceHand
from qualcode_app.ui.hands.facet_hand import FacetHand
from qualcode_app.ui.hands.passage_hand import PassageHand
from qualcode_app.ui.hands.status_hand import StatusHand
from qualcode_app.ui.item_models.codings_table import code_label
from qualcode_app.ui.pins import Pins
from qualcode_app.ui.shortcuts import with_keys
from qualcode_app.ui.undo.codings import AddCoding, Recode, RemoveCoding, Resize, SetMemo
from qualcode_app.ui.undo.marked import RecodeMarked, RemoveMarked
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.wording import label, listing
from qualcode_app.ui.workspace import Workspace

if TYPE_CHECKING:
    from qualcode_app.ui.spaces.coding_space import CodingSpace


class CodingHand(QObject):
    """Wires the panels of the coding work space: they tell, the hand acts."""

    def __init__(
        self, workspace: Workspace, viewing: Viewing, pins: Pins, space: CodingSpace
    ) -> None:
        super().__init__(space)
        self._workspace = workspace
        self._viewing = viewing
        self._actions = space.actions_
        self._pins = pins
        self._theme = space.theme
        self._page = space.page
        self._codes = space.codes
        self._listed = space.listed
        self._strip = space.strip
        self.facets = FacetHand(workspace, viewing, space, self._row)
        self.absence = AbsenceHand(workspace, viewing, space)
        self.passages = PassageHand(workspace, viewing, space, self._row, self._note_used)
        self.status = StatusHand(workspace, space.page, space.status, self)
        self._book = space.facets
        self._last_code = ""
        self._is_adding = False
        self._place: list[str] = []  # codings at the place last clicked, topmost first
        self._page.view.words_of = self.words_of
        self._connect()
        self.show_strip()

    def _connect(self) -> None:
        view = self._page.view
        view.selection_changed.connect(self._on_view_selection_changed)
        view.coding_clicked.connect(self._on_view_coding_clicked)
        view.nothing_clicked.connect(self._on_view_nothing_clicked)
        view.code_dropped.connect(self._on_view_code_dropped)
        view.edge_moved.connect(self._on_view_edge_moved)
        self._codes.code_chosen.connect(self.assign)
        self._codes.selection_dropped.connect(self.assign)
        self._codes.left.connect(self._page.focus_page)
        self._listed.coding_activated.connect(self.show_coding)
        self._listed.recode_wished.connect(self._codes.ask_code)
        self._listed.removal_wished.connect(self.remove_marked)
        self._listed.memo_written.connect(self._on_listed_memo_written)
        self._viewing.active_changed.connect(self.show_strip)
        self._viewing.document_changed.connect(self.show_strip)
        self._workspace.changed.connect(self.show_strip)
        self._workspace.coder_changed.connect(self.show_strip)

    def take_actions(self, actions: Actions) -> None:
        """Do what the actions of coding say."""
        view = self._page.view
        acts: dict[str, Callable[[], object]] = {
            "next_unit": view.next_unit,
            "previous_unit": view.previous_unit,
            "next_coding": lambda: self._step(1),
            "previous_coding": lambda: self._step(-1),
            "code_found": self._codes.ask_code,
            "code_again": self.assign_again,
            "other_at_place": self._activate_other,
            "previous_at_place": partial(self._activate_other, -1),
            "select_again": self._select_again,
            "code_card": self.show_code_words,
            "code_not_when": self.tell_not_when,
            "remove_coding": self.remove,
            "pin_code": self._codes.ask_digit,
            "state_back": self._step_back,
        }
        self.facets.take_actions(actions)
        self.passages.take_actions(actions)
        self.absence.take_actions(actions)
        self.status.take_actions(actions)
        for digit in DIGITS:
            acts[f"code_{digit}"] = partial(self.assign_digit, digit)
        for name, act in acts.items():
            actions.on(name, act, self)

    # Coding

    def assign(self, code_uid: str) -> None:
        """Code the selection; without one, give the active coding this code."""
        anchor = self._page.view.selection()
        if anchor is not None:
            self._add(code_uid, anchor)
        elif self.passages.code_area(code_uid):
            return
        elif len(uids := self._listed.marked_uids()) > 1:
            self._recode_marked(code_uid, uids)
        elif self._viewing.active_uid:
            self._recode(code_uid)
        else:
            self._codes.mark(code_uid)
            words = self.tr("Select text first: a code is put on a passage.")
            self._page.message.tell(words, "info")

    def assign_digit(self, digit: str) -> None:
        """Code with the code pinned to a digit; on an active coding it is a step of the scale."""
        if self.facets.press_digit(digit):
            return
        code_uid = self._pins.code_of(digit)
        if code_uid and self._codes.row_of(code_uid) is not None:
            self.assign(code_uid)
            return
        words = self.tr(
            "No code is pinned to {digit}. Click a code, press {pin_code}, then {digit}."
        )
        self._page.message.tell(with_keys(self._actions, words, digit=digit), "info")

    def assign_again(self) -> None:
        """Code with the code used last."""
        if self._last_code:
            self.assign(self._last_code)

    def remove(self) -> None:
        """Remove the marked codings of the list, or the active one."""
        if self._listed.table.hasFocus() and self._listed.marked_uids():
            self.remove_marked()
        elif self._viewing.active_uid and (row := self.passages.own_active()):
            self._workspace.do(RemoveCoding(self._workspace, row))
            self._viewing.activate("")

    def remove_marked(self) -> None:
        """Remove all codings that are marked in the list, as one step to undo."""
        uids = self._own(self._listed.marked_uids())
        if len(uids) > 1:
            self._workspace.do(RemoveMarked(self._workspace, uids))
        elif uids and (row := self._row(uids[0])):
            self._workspace.do(RemoveCoding(self._workspace, row))
        self._viewing.activate("")

    def show_coding(self, uid: str) -> None:
        """Open the document of a coding, bring its place into sight and make it active."""
        row = self._row(uid)
        if row is None:
            return
        self._viewing.look_at(row.document_uid)
        self._page.view.select(None)
        self._viewing.activate(uid)
        if row.area is not None:
            self._page.view.show_area(row.area)
        else:
            self._page.view.show_anchor(row.anchor)

    def words_of(self, uid: str) -> str:
        """Return what is told of a coding where the pointer rests on it."""
        from qualcode_app.services.teams import arrivals  # noqa: PLC0415  all of merging with it

        row = self._row(uid)
        if row is None:
            return ""
        above: list[str] = []
        code = self._codes.row_of(row.code_uid)
        while code is not None and (code := self._codes.row_of(code.parent_uid or "")) is not None:
            above.insert(0, label(code))
        came = self._workspace.read(arrivals.origin_of, Kind.CODING, uid)
        return told(row, above, self._book, came)

    # The code in focus

    def show_code_words(self) -> None:
        """Show everything that the code in focus says."""
        from qualcode_app.ui.dialogs.code_words import CodeWordsDialog  # noqa: PLC0415  when asked for

        row = self._code_in_focus()
        if row is not None:
            text = self._workspace.read(code_edits.get, row.uid)
            dialog = CodeWordsDialog(self._theme, row, text, self._page.window())
            dialog.finished.connect(self._page.focus_page)
            dialog.open()

    def tell_not_when(self) -> None:
        """Say when the code in focus is not to be used, and which one is."""
        row = self._code_in_focus()
        if row is not None:
            lines = row.not_when or (self.tr("The codebook names no limits of this code."),)
            self._page.message.tell("\n".join((f"{row.key} {label(row)}", *lines)), "info")
            self._codes.show_boundaries(row.uid)

    def _code_in_focus(self) -> CodeRow | None:
        coding = self._row(self._viewing.active_uid)
        row = self._codes.row_of(coding.code_uid if coding else self._codes.marked_uid())
        if row is None:
            self._page.message.tell(self.tr("Mark a code first to read what it is for."), "info")
        return row

    # Inside

    def _add(self, code_uid: str, anchor: TextAnchor) -> None:
        document, code = self._page.document, self._codes.row_of(code_uid)
        if document is None or code is None:
            return
        new = codings.NewCoding(
            revision_uid=document.revision_uid,
            round_uid=self._workspace.round_uid,
            coder_uid=self._workspace.coder_uid,
            code_uid=code_uid,
            anchor=anchor,
        )
        self._page.message.hide()
        self._is_adding = True  # each step of it would say something else for a moment
        if self._workspace.do(AddCoding(self._workspace, new, code.key)):
            self._note_used(code_uid)
            self._page.view.select(None)
            self._viewing.activate(new.uid)
        self._is_adding = False
        self.show_strip()

    def _recode(self, code_uid: str) -> None:
        coding, code = self.passages.own_active(), self._codes.row_of(code_uid)
        if coding is None or code is None or coding.code_uid == code_uid:
            return
        if self._workspace.do(Recode(self._workspace, coding, code_uid, code.key)):
            self._note_used(code_uid)
            self._tell_dropped(coding, code.key)

    def _recode_marked(self, code_uid: str, uids: list[str]) -> None:
        """Give all marked codings one code, as one step to undo."""
        code = self._codes.row_of(code_uid)
        if code is None:
            return
        own = self._own(uids)
        fits = self._workspace.read(marked.recodable, own, code_uid)
        if fits:
            self._workspace.do(RecodeMarked(self._workspace, fits, code_uid, code.key))
            self._note_used(code_uid)
        if left := len(own) - len(fits):
            words = self.tr("%n of these have {key} already.", "", left)
            self._listed.message.tell(words.format(key=code.key), "info")

    def _own(self, uids: list[str]) -> list[str]:
        """Return the coder's own of some codings; says what is left as it is."""
        rows = [row for uid in uids if (row := self._row(uid)) is not None]
        own = [row.uid for row in rows if row.coder_uid == self._workspace.coder_uid]
        if left := len(rows) - len(own):
            words = self.tr("%n of these are by another coder and stay as they are.", "", left)
            self._listed.message.tell(words, "info")
        return own

    def _tell_dropped(self, before: CodingRow, key: str) -> None:
        """Name the facets that the new code has no place for."""
        now = self._row(before.uid)
        gone = {value.facet_uid for value in before.values}
        gone -= {value.facet_uid for value in now.values} if now is not None else set()
        names = [self._book.name(facet) for facet in self._book.facets if facet.uid in gone]
        if names:
            words = self.tr("{key} asks other things: {facets} was left out. Undo brings it back.")
            said = words.format(key=key, facets=listing(names))
            self._page.message.tell(said, "info")

    def _note_used(self, code_uid: str) -> None:
        self._last_code = code_uid
        self.passages.note_family(code_uid)
        self._codes.note_used(code_uid)
        self._codes.mark(code_uid)

    def _row(self, uid: str) -> CodingRow | None:
        if not uid:
            return None
        listed = self._listed.row_of(uid)
        if listed is not None:
            return listed
        found = self._workspace.read(coding_rows.rows, uids=[uid], areas=True)
        return found[0] if found else None

    def _step(self, step: int) -> None:
        uid = self._listed.step(step)
        if uid:
            self.show_coding(uid)

    def _activate_other(self, step: int = 1) -> None:
        """Make the next or previous of the codings at this place the active one."""
        scene, active = self._page.view.scene, self._viewing.active_uid
        self._place = [uid for uid in self._place if self._row(uid) is not None]
        if active not in self._place and scene is not None:  # it was come upon with keys
            self._place = scene.highlights.overlapping(active)
        if active in self._place:
            at = self._place.index(active) + step
            self._viewing.activate(self._place[at % len(self._place)])

    def _select_again(self) -> None:
        row = self._row(self._viewing.active_uid)
        if row is not None:
            self._viewing.activate("")
            self._page.view.select(row.anchor if row.area is None else None)
            if row.area is not None:
                self.passages.take_area(row.area)

    def _step_back(self) -> None:
        """Go from the active coding to the selection, to reading, to where one came from."""
        if self._page.view.step_back() or self.passages.forget_area():
            return
        if self._viewing.active_uid:
            self._viewing.activate("")
        else:
            self._viewing.end_visit()

    def show_strip(self) -> None:
        """Say what is marked and what the next key does."""
        if self._is_adding:
            return
        code = self._codes.row_of(self._last_code)
        last_key = code.key if code else ""
        selected = self._page.view.selection()
        coding = self._row(self._viewing.active_uid)
        if selected is not None:
            self._strip.show_selection(self._page.text(selected), last_key)
        elif coding is not None:
            says = self.tr("{label}, coded by {coder}, page {page}").format(
                label=code_label(coding), coder=coding.coder_name, page=coding.page_label
            )
            self._strip.show_coding(coding, says)
            self._codes.mark(coding.code_uid)
        else:
            self._strip.show_reading(last_key)
        self.facets.show_drawer()

    # What the panels tell

    def _on_view_selection_changed(self, anchor: TextAnchor | None) -> None:
        if anchor is not None:
            self._viewing.activate("")
        self.show_strip()

    def _on_view_coding_clicked(self, uids: list[str]) -> None:
        self._place = uids
        if self._viewing.active_uid in uids:
            self._activate_other()
        elif uids:
            self._viewing.activate(uids[0])
        if len(uids) > 1:
            rows = [row for uid in uids if (row := self._row(uid)) is not None]
            self._listed.mark_all(uids)
            keys = ", ".join(row.code_key for row in rows)
            words = self.tr(
                "{keys} lie here. Click again or press {other_at_place} for the next one."
            )
            self._page.message.tell(with_keys(self._actions, words, keys=keys), "info")

    def _on_view_nothing_clicked(self) -> None:
        self._viewing.activate("")

    def _on_view_code_dropped(self, code_uid: str, anchor: TextAnchor | None) -> None:
        if anchor is None:
            self.passages.code_area(code_uid)
        else:
            self._add(code_uid, anchor)

    def _on_view_edge_moved(self, uid: str, anchor: TextAnchor) -> None:
        row = self.passages.own_active()
        if row is not None and row.uid == uid:
            self._workspace.do(Resize(self._workspace, row, anchor))

    def _on_listed_memo_written(self, uid: str, memo: str) -> None:
        row = self._row(uid)
        if row is not None:
            self._workspace.do(SetMemo(self._workspace, row, memo))
