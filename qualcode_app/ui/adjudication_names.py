"""What the adjudication work space calls things: coders, codes, propositions, pages."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtGui import QColor

from qualcode_app.services.adjudication.decisions import Difference
from qualcode_app.services.adjudication.verdicts import VerdictPlace
from qualcode_app.services.codebook import codebook
from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.ui.highlights import PATTERNS
from qualcode_app.ui.item_models.differences_list import Line
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.wording import page
from qualcode_app.ui.workspace import Workspace

NO_COLOUR = "#808080"


@dataclass(frozen=True, slots=True)
class Voice:
    """A coder with colour and pattern; from the fourth on patterns tell the colours apart."""

    uid: str
    name: str
    initials: str
    colour: QColor
    pattern: str


class Names:
    """Reads names once and answers from them."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        self._workspace = workspace
        self._theme = theme
        self._coders = {row.uid: (at, row) for at, row in enumerate(workspace.coders())}
        rows = workspace.read(codebook.rows, retired=True, counted=False)
        self.codes: dict[str, CodeRow] = {row.uid: row for row in rows}
        self._documents = {row.uid: row for row in workspace.read(documents.rows, counted=False)}
        self._pages: dict[str, tuple[list[int], list[str]]] = {}

    def voice(self, uid: str) -> Voice:
        """Return how the work of a coder looks."""
        at, row = self._coders[uid]
        if row.kind != "human":
            return Voice(uid, row.name, row.initials, self._theme.colour("text_muted"), "hollow")
        pattern = PATTERNS[at // 3 % len(PATTERNS)]
        return Voice(uid, row.name, row.initials, self._theme.coder_colour(at), pattern)

    def consensus(self) -> Voice | None:
        """Return how the consensus looks, once there is one."""
        uid = next((uid for uid, (_, row) in self._coders.items() if row.kind == "consensus"), None)
        return self.voice(uid) if uid is not None else None

    def document(self, place: Difference) -> DocumentRow | None:
        """Return the document of a place."""
        return self._documents.get(place.document_uid)

    def page(self, place: Difference) -> str:
        """Return the page a place begins on: p. 14."""
        if place.revision_uid not in self._pages:
            rows = self._workspace.read(documents.pages, place.revision_uid)
            named = [page(row.label, row.number) for row in rows]
            self._pages[place.revision_uid] = [row.start_char for row in rows], named
        starts, named = self._pages[place.revision_uid]
        return named[max(0, bisect_right(starts, place.anchor.start) - 1)]

    def key(self, place: Difference) -> str:
        """Return the key that a place goes by: that of its code or proposition."""
        if isinstance(place, VerdictPlace):
            return place.proposition.key
        row = self.codes.get(place.code_uid)
        return row.key if row is not None else "?"

    def line(self, place: Difference) -> Line:
        """Return a place as the list shows it."""
        row = self.codes.get(place.code_uid or "")
        document = self.document(place)
        title = document.title if document is not None else ""
        colour = row.colour if row is not None else NO_COLOUR
        return Line(place, self.key(place), colour, title, self.page(place))
