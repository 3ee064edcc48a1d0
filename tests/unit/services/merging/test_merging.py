from __future__ import annotations

import itertools
import sqlite3

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.errors import Cancelled, RefusedChange, UnreadableProject
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import ALL
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import batches, copies, merging
from qualcode_app.services.merging.outcomes import Effect
from qualcode_app.services.store import backups, people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project


def content(project):
    """The content of a project: every root by kind, uid and what it says."""

    def read(session):
        connection = session.connection()
        said = set()
        for aggregate in ALL:
            if aggregate.kind.value == "batch":  # a batch tells what happened here
                continue
            uids = connection.scalars(
                aggregate.root.select().with_only_columns(aggregate.root.c.uid)
            )
            found = aggregates.read(connection, aggregate.kind, uids.all())
            said |= {(aggregate.kind, uid, one.digest()) for uid, one in found.items()}
        return said

    return project.read(read)


def code(project, start, end, *, coder=0, key="INC-2", uid=None):
    document = project.read(documents.rows)[0]
    codes = {row.key: row.uid for row in project.read(codebook.rows)}
    coder_uid = project.read(people.coders)[coder].uid
    more = {"uid": uid} if uid else {}
    new = NewCoding(
        document.revision_uid,
        project.read(people.rounds)[0].uid,
        coder_uid,
        codes[key],
        TextAnchor(start, end),
        **more,
    )
    project.write(codings.add, new)
    return new.uid


def of_file(clash, file):
    return next(version for version in clash.versions if version.file == file)


@pytest.fixture
def team(project, tmp_path):
    """The lead's project and the files of two coders, handed out at the same moment."""
    paths = [tmp_path / "noor.qualcode", tmp_path / "bram.qualcode"]
    for path in paths:
        copies.save_copy(project, path)
    return project, paths


def test_codings_of_two_coders_come_together(team):
    lead, (noor, bram) = team
    with Project.open(noor) as file:
        first = code(file, 100, 160)
    with Project.open(bram) as file:
        second = code(file, 110, 150, coder=1)
    plan = merging.prepare(lead, [noor, bram])
    assert plan.count(Effect.NEW) == 2
    assert not plan.clashes
    merging.carry_out(lead, plan)
    found = {row.uid for row in lead.read(coding_rows.rows)}
    assert {first, second} <= found


def test_merging_twice_changes_nothing(team):
    lead, (noor, _) = team
    with Project.open(noor) as file:
        code(file, 100, 160)
    merging.carry_out(lead, merging.prepare(lead, [noor]))
    before = content(lead)
    plan = merging.prepare(lead, [noor])
    assert plan.count(Effect.NEW) == plan.count(Effect.CHANGED) == 0
    merging.carry_out(lead, plan)
    assert content(lead) == before


def test_the_order_of_files_does_not_matter(project, tmp_path):
    files = [tmp_path / f"{name}.qualcode" for name in "abc"]
    kept = code(project, 300, 340)
    gone = code(project, 400, 440)
    for path in files:
        copies.save_copy(project, path)
    with Project.open(files[0]) as file:
        code(file, 100, 160)
        file.write(codings.resize, kept, TextAnchor(305, 350))
    with Project.open(files[1]) as file:
        code(file, 500, 560, coder=1)
        file.write(codings.remove, gone)
    with Project.open(files[2]) as file:
        file.write(people.add_coder, NewCoder("Derde Codeur"))
    results = []
    for number, order in enumerate(itertools.permutations(files)):
        lead = tmp_path / f"lead{number}.qualcode"
        copies.save_copy(project, lead)
        with Project.open(lead) as opened:
            for path in order:
                merging.carry_out(opened, merging.prepare(opened, [path]))
            results.append(content(opened))
    together = tmp_path / "together.qualcode"
    copies.save_copy(project, together)
    with Project.open(together) as opened:
        merging.carry_out(opened, merging.prepare(opened, files))
        results.append(content(opened))
    assert all(result == results[0] for result in results)
    assert gone not in {uid for _, uid, _ in results[0]}


def test_two_changes_of_one_coding_clash_and_are_asked_once(project, tmp_path):
    uid = code(project, 300, 340)
    other = tmp_path / "other.qualcode"
    copies.save_copy(project, other)
    with Project.open(other) as file:
        file.write(codings.resize, uid, TextAnchor(300, 400))
    project.write(codings.resize, uid, TextAnchor(280, 340))
    plan = merging.prepare(project, [other])
    (clash,) = plan.clashes
    with pytest.raises(RefusedChange, match="still to be decided"):
        merging.carry_out(project, plan)
    merging.carry_out(project, plan, {clash.key: of_file(clash, 0)})
    assert project.read(coding_rows.get, uid).anchor.end > 380
    assert not merging.prepare(project, [other]).clashes


def test_a_choice_for_ours_is_kept_too(project, tmp_path):
    uid = code(project, 300, 340)
    other = tmp_path / "other.qualcode"
    copies.save_copy(project, other)
    with Project.open(other) as file:
        file.write(codings.remove, uid)
    project.write(codings.resize, uid, TextAnchor(280, 340))
    plan = merging.prepare(project, [other])
    (clash,) = plan.clashes
    merging.carry_out(project, plan, {clash.key: clash.ours})
    assert project.read(coding_rows.get, uid)
    again = merging.prepare(project, [other])
    assert not again.clashes
    merging.carry_out(project, again)
    assert project.read(coding_rows.get, uid)


def test_the_same_coding_made_in_two_files_becomes_one(team):
    lead, files = team
    uids = []
    for path in files:
        with Project.open(path) as file:
            uids.append(code(file, 100, 160))
            place = file.read(coding_rows.get, uids[-1]).anchor

    def here():
        return [row.uid for row in lead.read(coding_rows.rows) if row.anchor == place]

    merging.carry_out(lead, merging.prepare(lead, files))
    assert here() == [min(uids)]
    again = merging.prepare(lead, files)
    assert not again.clashes
    merging.carry_out(lead, again)
    assert here() == [min(uids)]


def test_a_merge_can_be_withdrawn_and_leaves_the_content_as_it_was(project, tmp_path):
    changed, removed = code(project, 300, 340), code(project, 400, 440)
    other = tmp_path / "other.qualcode"
    copies.save_copy(project, other)
    with Project.open(other) as file:
        code(file, 100, 160)
        file.write(codings.resize, changed, TextAnchor(300, 400))
        file.write(codings.remove, removed)
        file.write(people.add_coder, NewCoder("Derde Codeur"))
    before = content(project)
    merging.carry_out(project, merging.prepare(project, [other]))
    assert content(project) != before
    (batch, *_) = project.read(batches.facts)
    project.write(batches.withdraw, batch.uid)
    assert content(project) == before
    with pytest.raises(RefusedChange, match="already"):
        project.write(batches.withdraw, batch.uid)


def test_withdrawing_leaves_what_was_worked_on_since(team):
    lead, (noor, _) = team
    with Project.open(noor) as file:
        uid = code(file, 100, 160)
    merging.carry_out(lead, merging.prepare(lead, [noor]))
    lead.write(codings.resize, uid, TextAnchor(100, 200))
    (batch, *_) = lead.read(batches.facts)
    assert len(lead.read(batches.kept_since, batch.uid)) == 1
    lead.write(batches.withdraw, batch.uid)
    assert lead.read(coding_rows.get, uid).anchor.end > 180


def test_there_is_a_backup_from_before_the_merge(team):
    lead, (noor, _) = team
    with Project.open(noor) as file:
        uid = code(file, 100, 160)
    merging.carry_out(lead, merging.prepare(lead, [noor]))
    (backup,) = backups.folder(lead.path).iterdir()
    with Project.open(backup, read_only=True) as old:
        assert uid not in {row.uid for row in old.read(coding_rows.rows)}


def test_a_file_of_another_study_is_refused(project, tmp_path):
    other = tmp_path / "other.qualcode"
    Project.create(other, title="Andere studie", coder=NewCoder("X Y")).close()
    with pytest.raises(RefusedChange, match="another study"):
        merging.prepare(project, [other])


def test_the_project_itself_and_a_damaged_file_are_refused(project, tmp_path):
    with pytest.raises(RefusedChange, match="itself"):
        merging.prepare(project, [project.path])
    bad = tmp_path / "bad.qualcode"
    bad.write_bytes(b"nothing")
    with pytest.raises(UnreadableProject):
        merging.prepare(project, [bad])


def test_a_plan_that_is_no_longer_true_is_not_carried_out(team):
    lead, (noor, _) = team
    with Project.open(noor) as file:
        code(file, 100, 160)
    plan = merging.prepare(lead, [noor])
    with Project.open(noor) as file:
        code(file, 200, 260)
    with pytest.raises(RefusedChange, match="changed since"):
        merging.carry_out(lead, plan)


def test_a_cancelled_merge_changes_nothing(team):
    class Impatient:
        def report(self, done, total):
            raise Cancelled

    lead, (noor, _) = team
    with Project.open(noor) as file:
        code(file, 100, 160)
    before = content(lead)
    with pytest.raises(Cancelled):
        merging.carry_out(lead, merging.prepare(lead, [noor]), progress=Impatient())
    assert content(lead) == before


def test_the_logs_of_both_files_lie_side_by_side_afterwards(team):
    lead, (noor, _) = team
    with Project.open(noor) as file:
        code(file, 100, 160)
        replica = file.facts.replica_uid
    merging.carry_out(lead, merging.prepare(lead, [noor]))
    link = sqlite3.connect(lead.path)
    replicas = {bytes(row[0]).hex() for row in link.execute("SELECT replica_uid FROM change_log")}
    link.close()
    assert {replica.replace("-", ""), lead.facts.replica_uid.replace("-", "")} <= replicas


def test_a_new_document_comes_along_with_its_pdf_and_its_index(project, tmp_path):
    other = tmp_path / "other.qualcode"
    document = project.read(documents.rows)[0]
    bare = tmp_path / "bare.qualcode"
    copies.save_copy(project, other)
    copies.save_copy(project, bare)
    with Project.open(bare) as file:
        for row in file.read(coding_rows.rows, revision_uid=document.revision_uid):
            file.write(codings.remove, row.uid)
    link = sqlite3.connect(bare)
    link.execute("PRAGMA foreign_keys=OFF")
    for table in ("tombstone", "reading_status", "section", "document_file"):
        link.execute(f"DELETE FROM {table}")
    uid = bytes.fromhex(document.uid.replace("-", ""))
    revision = bytes.fromhex(document.revision_uid.replace("-", ""))
    for table in ("page", "page_boxes", "unit", "region"):
        link.execute(f"DELETE FROM {table} WHERE revision_uid = ?", (revision,))
    link.execute("DELETE FROM search_text WHERE revision_uid = ?", (revision,))
    link.execute("DELETE FROM revision WHERE uid = ?", (revision,))
    link.execute("DELETE FROM document WHERE uid = ?", (uid,))
    link.commit()
    link.close()
    with Project.open(bare) as lead:
        assert len(lead.read(documents.rows)) == 2
        merging.carry_out(lead, merging.prepare(lead, [other]))
        there = next(row for row in lead.read(documents.rows) if row.uid == document.uid)
        assert there.has_file
        assert lead.read(documents.text, there.revision_uid) == project.read(
            documents.text, document.revision_uid
        )
        assert lead.read(documents.boxes, there.revision_uid, 1)
