"""What importing a project of another program would do; nothing is changed by a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.codebook_arrival import Lost, Mended
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.offset_counting import Counting
from qualcode_app.models.aggregates import Stored
from qualcode_app.services.exchange.bringing import SourceFile
from qualcode_app.services.exchange.in_codings import Shown, Unplaced
from qualcode_app.services.exchange.in_documents import Incoming
from qualcode_app.services.store.journal import NewRow

SHOWN = 12  # quotes to look at before anything is written


@dataclass(frozen=True, slots=True)
class ImportWishes:
    """What the user says about a file beforehand.

    Args:
        files: Where sources lie that are not in the file, by their guid.
        counting: How the program counts in texts; None: told from the file.
        language: Of new documents.
        name: Which project, in a file with several.
    """

    files: Mapping[str, Path] = field(default_factory=dict)
    counting: Counting | None = None
    language: str = "nl"
    name: str | None = None


@dataclass(frozen=True, slots=True)
class SourcePlan:
    """A source of the file and what becomes of it: here, new, missing or other_media."""

    guid: str
    title: str
    kind: str
    state: str
    document_uid: str
    n_codings: int
    n_unplaced: int
    said: QualcodeError | None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What would come in, and what would not.

    `is_guess` says that the counting was told from the texts, for the program is not known or
    counts differently than it usually does.
    """

    source: SourceFile
    title: str
    origin: str
    counting: Counting
    is_guess: bool
    came_before: bool
    sources: tuple[SourcePlan, ...]
    rows: tuple[NewRow, ...]
    documents: tuple[Incoming, ...]  # the new ones
    names: Mapping[str, str]  # documents here by guid of their source
    codes: tuple[Stored, ...]  # the new ones, for their history
    unplaced: tuple[Unplaced, ...]
    shown: tuple[Shown, ...]
    n_here: int
    n_double: int
    n_normalised: int
    n_nearest: int
    findings: tuple[Lost | Mended, ...]
    seen: str  # head of the project's log when the plan was made

    @property
    def counts(self) -> Counter[Kind]:
        """How many rows of each kind are new."""
        return Counter(row.kind for row in self.rows)

    @property
    def adds_nothing(self) -> bool:
        """Whether everything of the file is in the project already."""
        return not self.rows
