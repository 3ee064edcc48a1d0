"""What can be exported."""

from __future__ import annotations

from enum import Enum


class What(Enum):
    """The kinds of files, by suffix."""

    WORKBOOK = 1
    SEGMENTS = 2
    AGREEMENT = 3

    @property
    def suffix(self) -> str:
        """How the file's name ends."""
        return ".xlsx" if self is What.WORKBOOK else ".csv"
