"""Where an act happened, so that undo and redo can show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from qualcode_app.domain.anchors import PageArea, TextAnchor

if TYPE_CHECKING:
    from qualcode_app.services.coding.coding_rows import CodingRow  # SQLAlchemy with it


@dataclass(frozen=True, slots=True)
class Where:
    """The things an act was about; what it does not touch stays empty.

    A place of a text names its document, or where that is not known the revision of the text.
    """

    document_uid: str = ""
    revision_uid: str = ""
    anchor: TextAnchor | None = None
    area: PageArea | None = None
    coding_uids: tuple[str, ...] = ()
    code_uid: str = ""  # in the codebook
    family_uid: str = ""  # whose reading status was set
    memo_uid: str = ""
    section_uid: str = ""

    @classmethod
    def of(cls, *rows: CodingRow) -> Where:
        """Return where codings are: the place of the first, and all of them by uid."""
        first = rows[0]
        uids = tuple(row.uid for row in rows)
        return cls(first.document_uid, first.revision_uid, first.anchor, first.area, uids)


class Step(QUndoCommand):
    """An act that can be undone and knows where it happened."""

    def __init__(self, text: str, where: Where) -> None:
        super().__init__(text)
        self.where = where
