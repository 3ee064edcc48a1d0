"""What can be exported."""

from __future__ import annotations

from enum import Enum


class What(Enum):
    """The kinds of files, by suffix."""

    WORKBOOK = 1
    SEGMENTS = 2
    AGREEMENT = 3
    AGREEMENT_WORKBOOK = 4
    AGREEMENT_PAGE = 5
    AGREEMENT_MATRIX = 6

    @property
    def suffix(self) -> str:
        """How the file's name ends."""
        if self is What.AGREEMENT_PAGE:
            return ".html"
        return ".xlsx" if self in (What.WORKBOOK, What.AGREEMENT_WORKBOOK) else ".csv"

    @property
    def is_agreement(self) -> bool:
        """Whether the figures or the data of agreement are written."""
        return self not in (What.WORKBOOK, What.SEGMENTS)
