"""The sample project with names for what tests need most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.store import journal, people
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

    def start_round(self, kind: str) -> str:
        uid = journal.new_uid()
        self.project.write(_add_round, uid, kind)
        return uid

    def words(self, words: str) -> TextAnchor:
        start = self.text.index(words)
        return TextAnchor(start, start + len(words))


def _add_round(session, uid: str, kind: str) -> Changes:
    columns = {
        "uid": uid,
        "number": 2,
        "title": "2",
        "kind": kind,
        "version_uid": None,
        "opened_at": datetime.now(UTC),
        "closed_at": None,
    }
    journal.add(session, "round.add", Kind.ROUND, columns)
    return Changes.of(Kind.ROUND, added=[uid])


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
