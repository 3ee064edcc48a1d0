"""The sample project with hands for its register."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from qualcode_app.services.cases import case_rows
from qualcode_app.services.cases.corpus import Corpus, CorpusDocument, corpus
from qualcode_app.services.cases.ledger import Act
from qualcode_app.services.store.project import Project


@dataclass(frozen=True)
class Register:
    """The register of a project, by the names a reader knows."""

    project: Project

    @property
    def now(self) -> Corpus:
        return self.project.read(corpus)

    def document(self, case: str) -> CorpusDocument:
        return next(one for one in self.now.everything if one.name == case)

    def case(self, name: str):
        return next(row for row in self.project.read(case_rows.cases) if row.name == name)

    def system(self, title: str):
        return next(row for row in self.now.systems if row.title == title)

    def group(self, system: str, title: str):
        return next(row for row in self.system(system).groups if row.title == title)

    def attribute(self, title: str):
        return next(row for row in self.now.attributes if row.title == title)

    def wave(self, title: str):
        return next(row for row in self.now.waves if row.title == title)

    def groups_of(self, case: str, system: str) -> list[str]:
        names = {uid: group.title for uid, group in self.now.groups.items()}
        return [names[uid] for uid in self.document(case).groups.get(self.system(system).uid, ())]

    def values_of(self, case: str, attribute: str) -> list[object]:
        uid = self.attribute(attribute).uid
        return [row.value for row in self.document(case).attributes.get(uid, ())]

    def do(self, use_case, *args, **kwargs) -> Act:
        act = Act(use_case, *args, **kwargs)
        self.project.write(act.do)
        return act


@pytest.fixture
def register(project) -> Register:
    return Register(project)
