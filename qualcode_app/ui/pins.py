"""Which code each digit key assigns, per coder."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.settings import PIN_DIGITS
from qualcode_app.ui.workspace import Workspace

OFFERS_MAX = 3


class Pins(QObject):
    """A digit means what the coder pinned to it and nothing else: it never changes by itself."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        workspace.coder_changed.connect(self.changed)

    def code_of(self, digit: str) -> str:
        """Return the uid of the code on a digit, "" when it is free."""
        return self._own().get(digit, "")

    def pin(self, digit: str, code_uid: str) -> None:
        """Put a code on a digit."""
        self._workspace.settings.pin(self._workspace.coder_uid, digit, code_uid)
        self.changed.emit()

    def unpin(self, digit: str) -> None:
        """Free a digit."""
        self._workspace.settings.unpin(self._workspace.coder_uid, digit)
        self.changed.emit()

    def pinned(self) -> dict[str, str]:
        """Return the codes by digit, from 1 to 9."""
        own = self._own()
        return {digit: own[digit] for digit in PIN_DIGITS if digit in own}

    def offered(self, rows: Sequence[CodeRow]) -> dict[str, CodeRow]:
        """Return the codes used most that have no digit, by the first digits that are free."""
        own = self._own()
        taken = set(own.values())
        used = [row for row in rows if row.n_codings and row.uid not in taken]
        used.sort(key=lambda row: -row.n_codings)
        free = [digit for digit in PIN_DIGITS if digit not in own]
        return dict(zip(free[:OFFERS_MAX], used, strict=False))

    def _own(self) -> dict[str, str]:
        return self._workspace.settings.pins.get(self._workspace.coder_uid, {})
