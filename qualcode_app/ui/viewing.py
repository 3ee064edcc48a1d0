"""What the window looks at now: one place of truth for all panels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class CodingFilter:
    """Which codings are shown; an empty set limits nothing."""

    code_uids: frozenset[str] = frozenset()  # a family with all below it
    coder_uids: frozenset[str] = frozenset()

    @property
    def is_on(self) -> bool:
        """Whether anything is limited."""
        return bool(self.code_uids or self.coder_uids)

    def lets_through(self, code_uid: str, coder_uid: str) -> bool:
        """Tell whether a coding with this code by this coder is shown."""
        return (not self.code_uids or code_uid in self.code_uids) and (
            not self.coder_uids or coder_uid in self.coder_uids
        )


class Viewing(QObject):
    """The open document, the active coding, and whose codings are shown."""

    document_changed = Signal(str)  # uid, "" for none
    active_changed = Signal(str)  # uid of the coding, "" for none
    coders_changed = Signal()
    filter_changed = Signal()
    visit_ended = Signal()  # back to where the page was opened from

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document_uid = ""
        self.active_uid = ""
        self.all_coders = False
        self.filter = CodingFilter()
        self.is_visit = False  # the page was opened from another work space

    def look_at(self, document_uid: str) -> None:
        """Open a document; the coding that was active belongs to another one."""
        if document_uid != self.document_uid:
            self.activate("")
            self.document_uid = document_uid
            self.document_changed.emit(document_uid)

    def forget(self) -> None:
        """Look at nothing, after the project is gone: nobody is told, for nobody is left."""
        self.document_uid = self.active_uid = ""
        self.filter = CodingFilter()
        self.is_visit = False

    def activate(self, coding_uid: str) -> None:
        """Make a coding the active one."""
        if coding_uid != self.active_uid:
            self.active_uid = coding_uid
            self.active_changed.emit(coding_uid)

    def visit(self, document_uid: str) -> None:
        """Open a document for a look from another work space."""
        self.look_at(document_uid)
        self.activate("")
        self.is_visit = True

    def end_visit(self) -> bool:
        """Go back to where the page was opened from; False: it was opened here."""
        if not self.is_visit:
            return False
        self.is_visit = False
        self.visit_ended.emit()
        return True

    def show_all_coders(self, shown: bool) -> None:
        """Show everybody's codings, or those of the acting coder only."""
        if shown != self.all_coders:
            self.all_coders = shown
            self.coders_changed.emit()

    def shows(self, coder_uid: str, acting_uid: str) -> bool:
        """Tell whether codings of a coder are shown while another one is at work."""
        return self.all_coders or coder_uid == acting_uid

    def filter_by(self, wanted: CodingFilter) -> None:
        """Show only some codings, in all panels."""
        if wanted != self.filter:
            self.filter = wanted
            self.filter_changed.emit()
