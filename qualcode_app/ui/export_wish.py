"""What can be exported, and how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class What(Enum):
    """The kinds of exports, by how the name of the file ends; a folder has no ending."""

    WORKBOOK = (".xlsx", ".ods")
    TABLE = (".csv",)
    REPORT = (".docx", ".html")
    PDFS = ()
    ARCHIVE = (".qualcode",)
    AGREEMENT = (".csv", "table")
    AGREEMENT_WORKBOOK = (".xlsx",)
    AGREEMENT_PAGE = (".html",)
    AGREEMENT_MATRIX = (".csv", "data")

    @property
    def suffixes(self) -> tuple[str, ...]:
        """How the file's name may end; the first is the usual one."""
        return tuple(each for each in self.value if each.startswith("."))

    @property
    def is_agreement(self) -> bool:
        """Whether the figures or the data of agreement are written."""
        return self.name.startswith("AGREEMENT")


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is written, and how; what a kind of export does not have stays as it is here."""

    what: What
    suffix: str = ""
    table: str = "segments"
    dutch_csv: bool = True
    exact_csv: bool = False
    with_pdfs: bool = False
    theme: str = ""  # key of the only chapter
    n_quotes: int = 3
    coder_uid: str = ""  # whose highlights
    document_uid: str = ""  # the only PDF
