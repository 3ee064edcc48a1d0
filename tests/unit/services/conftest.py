"""The sample project with names for what tests need most."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project


@dataclass(frozen=True)
class Desk:
    """A coder at work on one document."""

    project: Project
    coder_uid: str
    other_coder_uid: str
    round_uid: str
    document: DocumentRow
    text: str
    codes: dict[str, str]  # uid by key

    def new(self, start: int, end: int, code: str = "INC-2", **more: object) -> NewCoding:
        return NewCoding(
            self.document.revision_uid,
            self.round_uid,
            self.coder_uid,
            self.codes[code],
            TextAnchor(start, end),
            **more,
        )

    def words(self, words: str) -> TextAnchor:
        start = self.text.index(words)
        return TextAnchor(start, start + len(words))


@pytest.fixture
def desk(project) -> Desk:
    coders = project.read(people.coders)
    project.author_uid = coders[0].uid
    document = project.read(documents.rows)[0]
    return Desk(
        project,
        coders[0].uid,
        coders[1].uid,
        project.read(people.rounds)[0].uid,
        document,
        project.read(documents.text, document.revision_uid),
        {row.key: row.uid for row in project.read(codebook.rows)},
    )
