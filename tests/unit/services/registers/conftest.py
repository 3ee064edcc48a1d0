"""A coder at work on the shipped pledge register, in the sample project."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.facets import FacetValue
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import codings, facets, reading
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.registers import evidence, judgements, propositions
from qualcode_app.services.registers.judgements import Number, Verdict
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project


class Judge:
    """One coder, the three sample documents, and the pledges by key."""

    def __init__(self, project) -> None:
        self.project = project
        self.coder = project.read(people.coders)[0]
        project.author_uid = self.coder.uid
        self.round_uid = project.read(people.rounds)[0].uid
        self.documents = project.read(documents.rows)
        self.register = project.read(propositions.register_keyed, "pledges")
        self.rows = {row.key: row for row in project.read(propositions.rows, self.register.uid)}
        self.codes = {row.key: row for row in project.read(codebook.rows)}
        self.facet = next(f for f in project.read(facets.rows) if f.key == "concreteness")
        self.next_char = 300

    def at(self, number: int) -> Reading:
        return Reading(self.coder.uid, self.round_uid, self.documents[number].uid)

    def passage(self, key: str, number: int, concreteness: int | None = None) -> str:
        """Code a passage of its own with the linked code; returns its uid."""
        code = self.rows[key].code_keys[0]
        values = (
            None
            if concreteness is None
            else (
                FacetValue(
                    next(f for f in self.project.read(facets.rows) if f.key == "role").uid,
                    option_key="measure",
                ),
                FacetValue(self.facet.uid, option_key=str(concreteness)),
            )
        )
        self.next_char += 40
        new = NewCoding(
            self.documents[number].revision_uid,
            self.round_uid,
            self.coder.uid,
            self.codes[code].uid,
            TextAnchor(self.next_char, self.next_char + 30),
            values=values,
        )
        self.project.write(codings.add, new)
        return new.uid

    def read(self, number: int) -> None:
        self.project.write(reading.mark_done, self.at(number))

    def judge(self, key: str, number: int, option: str, **said):
        verdict = Verdict(option, **said)
        return self.project.write(judgements.judge, self.at(number), self.rows[key].uid, verdict)

    def absent(self, key: str, number: int):
        row, place = self.rows[key], self.at(number)
        revision = self.documents[number].revision_uid
        found = evidence.searched(self.project, place, row, revision)
        verdict = Verdict("absent", search_run_uid=found.run.uid)
        return self.project.write(judgements.judge, place, row.uid, verdict, found.run)

    def said(self, key: str, number: int) -> Verdict:
        return self.project.read(judgements.get, self.at(number), self.rows[key].uid)


@pytest.fixture
def judge(pledges_file, tmp_path) -> Iterator[Judge]:
    path = Path(shutil.copy(pledges_file, tmp_path / "project.qualcode"))
    with Project.open(path) as project:
        yield Judge(project)


def years(number: int, unit: str = "jaar") -> Number:
    return Number(minimum=Decimal(number), unit=unit)
