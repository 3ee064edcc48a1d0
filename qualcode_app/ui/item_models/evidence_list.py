"""What an answer rests on, as a list: passages, or who read what."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt

from qualcode_app.services.analysis.behind import Row
from qualcode_app.services.analysis.evidence import NothingFound, Passage, Silence
from qualcode_app.ui.finding_words import role_words
from qualcode_app.ui.item_models.rows_list import Index, RowsList
from qualcode_app.ui.wording import date, listing, page, translate

ROW_ROLE = Qt.ItemDataRole.UserRole
PICKED_ROLE = Qt.ItemDataRole.UserRole + 1  # what a passage is picked as, in words


class EvidenceList(RowsList[Row]):
    """One row per passage, or per coder who read a document and found nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roles: Mapping[str, str] = {}

    def show_roles(self, roles: Mapping[str, str]) -> None:
        """Show which codings, by uid, are picked as examples or exceptions."""
        self._roles = dict(roles)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [PICKED_ROLE])

    def role_of(self, row: Row) -> str:
        """Return what a passage is picked as; empty for nothing."""
        codings = row.codings if isinstance(row, Passage) else ()
        return next((self._roles[one.uid] for one in codings if one.uid in self._roles), "")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words(row)
        if role == PICKED_ROLE:
            return role_words(self.role_of(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (head(row), words(row), foot(row), role_words(self.role_of(row)))
            return ". ".join(part for part in parts if part)
        return None


def head(row: Row) -> str:
    """Return where a row is: document and page."""
    if isinstance(row, Silence):
        return row.document_name
    if isinstance(row, NothingFound):
        return translate("analysis", "Search for “{words}”").format(words=row.words)
    return f"{row.document_name}, {page(row.page_label, row.page_number)}"


def words(row: Row) -> str:
    """Return the words of a passage, or that somebody read and found nothing."""
    if isinstance(row, Silence):
        said = translate("analysis", "Read by {coder} on {day}; nothing coded.")
        told = said.format(coder=row.coder_name, day=date(row.read_at))
        if row.judged_at is None:
            return told
        judged = translate("analysis", "Judged as not mentioned on {day}.")
        return f"{told} {judged.format(day=date(row.judged_at))}"
    if isinstance(row, NothingFound):
        kept = translate("analysis", "0 hits in {n} documents; kept by {coder} on {day}.")
        return kept.format(n=row.n_documents, coder=row.coder_name, day=date(row.kept_at))
    if row.area is not None:
        return translate("analysis", "Area of the page")
    return " ".join(row.quote.split())


def foot(row: Row) -> str:
    """Return the codes and coders of a passage, and what relations were laid in it."""
    if not isinstance(row, Passage):
        return ""
    parts = [listing(row.code_keys), listing(row.coder_names)]
    parts += [relation_names().get(kind, kind) for kind in row.relations]
    return "   ".join(part for part in parts if part)


def relation_names() -> dict[str, str]:
    """Return what relations are called."""
    return {
        "link": translate("analysis", "link"),
        "tension": translate("analysis", "tension"),
        "condition": translate("analysis", "condition"),
    }
