"""A document as its codings in reading order, theme by theme."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.models.codings import Coding
from qualcode_app.models.people import Round
from qualcode_app.services.analysis import evidence, unions
from qualcode_app.services.analysis import matrix as figures
from qualcode_app.services.analysis.study import READ, Study
from qualcode_app.services.analysis.tree import CodeNode
from qualcode_app.services.cases.corpus import CorpusDocument
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import PageRow


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """What a document has on a theme: its passages in reading order, each once."""

    theme: CodeNode
    codings: tuple[CodingRow, ...]
    n_words: int
    is_read: bool


@dataclass(frozen=True, slots=True)
class DocumentPortrait:
    """All themes of the codebook in one document."""

    document: CorpusDocument
    themes: tuple[ThemeRow, ...]
    pages: tuple[PageRow, ...]

    @property
    def n_chars(self) -> int:
        """The length of the text."""
        return max((page.start_char + page.n_chars for page in self.pages), default=0)

    @property
    def n(self) -> int:
        """How many of the themes that were read have a coding."""
        return sum(bool(row.codings) for row in self.themes if row.is_read)

    @property
    def of(self) -> int:
        """How many themes were read."""
        return sum(row.is_read for row in self.themes)


def of(session: Session, study: Study, document_uid: str) -> DocumentPortrait:
    """Return the portrait of a document, also of one that does not count.

    Raises:
        UnknownRecord: It is not in this project.
    """
    at = next((i for i, one in enumerate(study.documents) if one.uid == document_uid), None)
    if at is None:
        raise UnknownRecord("This document was removed from the project. Choose another.")
    document, tree = study.documents[at], study.tree
    query = (
        select(Coding.uid)
        .join(Round, Round.uid == Coding.round_uid)
        .where(
            Coding.revision_uid == document.revision_uid,
            Coding.coder_uid.in_(evidence.whose(study)),
            Round.kind != "training",
        )
    )
    rows = evidence.listed(session, list(session.scalars(query)))
    families = [i for i in tree.at_level(1) if tree.codes[i].level == 1]
    counting = study.counting()
    here = counting.only(counting.document == at)
    words = unions.words(session, here, tree, families, figures.counters(study))[at]
    read = np.isin(study.states(families)[at], READ)
    by_theme: dict[int, dict[object, CodingRow]] = {family: {} for family in families}
    for row in sorted(rows, key=lambda row: row.anchor):
        family = tree.codes[tree.at[row.code_uid]].family
        place = (row.anchor, row.area and row.uid)
        by_theme.setdefault(family, {}).setdefault(place, row)
    themes = tuple(
        ThemeRow(
            tree.codes[family],
            tuple(by_theme[family].values()),
            int(words[i]),
            bool(read[i]),
        )
        for i, family in enumerate(families)
    )
    return DocumentPortrait(document, themes, documents.pages(session, document.revision_uid))
