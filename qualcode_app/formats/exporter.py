"""What every exporter offers: add a format by writing one more class like these."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from qualcode_app.domain.progress import Progress
from qualcode_app.domain.snapshot import Snapshot


class Exporter(Protocol):
    """Writes a snapshot to one file."""

    key: str
    suffix: str

    def write(self, snapshot: Snapshot, path: Path, progress: Progress) -> None:
        """Write the whole file or none; raises Cancelled or CannotWrite."""
