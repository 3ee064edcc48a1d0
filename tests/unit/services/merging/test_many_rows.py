"""Files of which most is new come in whole, as the rows of others do one by one."""

from __future__ import annotations

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import batches, copies, merging
from qualcode_app.services.provenance import checking
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project

from .histories import content

N_CODINGS = 2100


@pytest.fixture
def pair(project, tmp_path):
    """A project without codings, and the file of a coder with very many."""
    project.author_uid = project.read(people.coders)[0].uid
    for row in project.read(coding_rows.rows):
        project.write(codings.remove, row.uid)
    other = tmp_path / "noor.qualcode"
    copies.save_copy(project, other)
    with Project.open(other) as file:
        coder = file.read(people.coders)[1].uid
        file.author_uid = coder
        document = file.read(documents.rows)[0]
        round_uid = file.read(people.rounds)[0].uid
        codes = [row.uid for row in file.read(codebook.rows) if row.level == 2][:3]
        new = [
            NewCoding(document.revision_uid, round_uid, coder, code, TextAnchor(at, at + 20))
            for code in codes
            for at in range(100, 15_000, 15)
        ][: N_CODINGS + 300]
        file.write(codings.add_many, "coding.import", new)
        assert len(file.read(coding_rows.rows)) >= N_CODINGS
    return project, other


def rows(project):
    return {row.uid: row for row in project.read(coding_rows.rows)}


def test_they_come_in_as_they_are_and_go_again_as_a_whole(pair):
    project, other = pair
    before = content(project)
    merging.carry_out(project, merging.prepare(project, [other]))
    with Project.open(other, read_only=True) as file:
        assert rows(project) == rows(file)
        assert content(project) == content(file) | before
    again = merging.prepare(project, [other])
    assert not again.fresh
    assert not again.clashes
    with project.connection() as connection:
        attached = connection.exec_driver_sql("PRAGMA database_list").all()
    assert [name for _, name, _ in attached] == ["main"]
    (batch,) = (one for one in project.read(batches.facts) if one.kind == "merge")
    project.write(batches.withdraw, batch.uid)
    assert content(project) == before
    path = project.path
    project.close()
    assert not checking.check(path)


def test_a_stop_half_way_leaves_nothing(pair):
    project, other = pair

    class Stop:
        def report(self, done, total):
            if done > total / 2:
                raise KeyboardInterrupt

    before = content(project)
    with pytest.raises(KeyboardInterrupt):
        merging.carry_out(project, merging.prepare(project, [other]), progress=Stop())
    assert content(project) == before
    merging.carry_out(project, merging.prepare(project, [other]))
    assert len(rows(project)) >= N_CODINGS
