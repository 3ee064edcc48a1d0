"""One agreement that two people saved as different files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from qualcode_app import paths
from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.search_query import Query
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import ALL
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings, document_removal
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents, intake
from qualcode_app.services.merging import batches, copies, merging
from qualcode_app.services.merging.outcomes import OURS, Matches
from qualcode_app.services.provenance import checking
from qualcode_app.services.search import search
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project
from qualcode_app.services.texts import sections

PDF = min(paths.samples().glob("*.pdf")).read_bytes()
FILES = (PDF + b"\n% bewaard op de ene dag\n", PDF + b"\n% bewaard op de andere dag\n")
NAMES = ("Akkoord van ons", "Akkoord van haar")


@pytest.fixture(scope="module")
def pair(sample_file, tmp_path_factory):
    """Two copies of a study, in each of which one agreement was added from an own file."""
    folder = tmp_path_factory.mktemp("pair")
    ours, theirs = Path(shutil.copy(sample_file, folder / "ons.qualcode")), folder / "haar.qualcode"
    with Project.open(ours) as project:
        drop_the_sample(project)
        copies.save_copy(project, theirs)
    for path, name, content in zip((ours, theirs), NAMES, FILES, strict=True):
        pdf = folder / f"{name}.pdf"
        pdf.write_bytes(content)
        with Project.open(path) as project:
            assert not intake.take_in(project, [pdf]).refused
            code(project, name)
    return ours, theirs


@pytest.fixture(params=[1, -1], ids=["into ours", "into hers"])
def both(request, pair, tmp_path):
    """An open project and the file that is merged into it: one of the two documents stays."""
    here, there = pair[:: request.param]
    with Project.open(Path(shutil.copy(here, tmp_path / here.name))) as project:
        yield project, Path(shutil.copy(there, tmp_path / there.name))


def drop_the_sample(project):
    """The sample holds the same agreement: it would stand beside it."""
    shelf = project.read(documents.rows)
    row = next(row for row in shelf if project.read(documents.content, row.uid) == PDF)
    project.write(document_removal.remove, row.uid)


def titled(project, title):
    return next(row for row in project.read(documents.rows) if row.title == title)


def code(project, title):
    project.author_uid = coder = project.read(people.coders)[NAMES.index(title)].uid
    round_uid = project.read(people.rounds)[0].uid
    uid = next(row.uid for row in project.read(codebook.rows) if row.level == 2)
    revision = titled(project, title).revision_uid
    project.write(codings.add, NewCoding(revision, round_uid, coder, uid, TextAnchor(100, 180)))


def content(project):
    def read(session):
        connection = session.connection()
        return {
            (each.kind, uid, one.digest())
            for each in ALL
            if each.kind is not Kind.BATCH
            for uid, one in aggregates.read(
                connection,
                each.kind,
                connection.scalars(each.root.select().with_only_columns(each.root.c.uid)).all(),
            ).items()
        }

    return project.read(read)


def as_one(project, other, file=OURS):
    """Merge as one document; of what differs the version of a file stays."""
    (doubt,) = merging.prepare(project, [other]).doubts
    plan = merging.prepare(project, [other], Matches(same=frozenset({doubt.uids})))
    assert not plan.doubts
    assert {clash.kind for clash in plan.clashes} == {Kind.DOCUMENT, Kind.REVISION}
    choices = {clash.key: clash.of(file) for clash in plan.clashes}
    merging.carry_out(project, plan, choices)


def test_it_is_asked_whether_they_are_one_and_nothing_is_done_before(both):
    project, other = both
    plan = merging.prepare(project, [other])
    (doubt,) = plan.doubts
    assert doubt.same_text
    assert set(doubt.names) == set(NAMES)
    with pytest.raises(RefusedChange, match="one or two"):
        merging.carry_out(project, plan)


@pytest.mark.parametrize("file", [OURS, 0])
def test_as_one_they_have_one_text_with_the_work_of_both(both, file):
    project, other = both
    before = content(project)
    as_one(project, other, file)
    (row,) = (row for row in project.read(documents.rows) if row.title in NAMES)
    work = project.read(coding_rows.rows, revision_uid=row.revision_uid)
    assert len({one.coder_uid for one in work}) == 2
    assert all(
        one.quote == project.read(documents.text, row.revision_uid)[100:180].strip() for one in work
    )
    heads = [one.title for one in project.read(sections.rows, row.revision_uid)]
    assert heads
    assert len(heads) == len(set(heads))
    assert project.read(documents.boxes, row.revision_uid, 1)
    assert project.read(documents.content, row.uid) == FILES[NAMES.index(row.title)]
    again = merging.prepare(project, [other])
    assert not again.doubts
    assert not again.clashes
    (batch,) = (one for one in project.read(batches.facts) if one.kind == "merge")
    project.write(batches.withdraw, batch.uid)
    assert content(project) == before


def test_as_two_they_stand_side_by_side_and_are_not_asked_about_again(both):
    project, other = both
    (doubt,) = merging.prepare(project, [other]).doubts
    plan = merging.prepare(project, [other], Matches(apart=frozenset({doubt.uids})))
    merging.carry_out(project, plan)
    assert {row.title for row in project.read(documents.rows)} >= set(NAMES)
    again = merging.prepare(project, [other])
    assert not again.doubts
    assert not again.fresh


def test_as_one_it_is_found_once_and_the_project_is_whole(both, tmp_path):
    project, other = both
    as_one(project, other)
    document = next(row for row in project.read(documents.rows) if row.title in NAMES)
    word = project.read(documents.text, document.revision_uid)[100:180].split()[1]
    assert document.revision_uid in {hit.revision_uid for hit in search.run(project, Query(word))}
    with project.connection() as connection:
        known = "SELECT count(DISTINCT revision_uid) FROM search_text"
        n_texts = connection.exec_driver_sql(known).scalar()
    assert n_texts == len(project.read(documents.rows))
    copy = tmp_path / "opnieuw.pdf"
    for content in FILES:
        copy.write_bytes(content)
        (refused,) = intake.take_in(project, [copy]).refused
        assert "already" in str(refused.error)
    project.close()
    assert not checking.check(project.path)
