"""A backup is held against the present and comes back beside it, never over it."""

import pytest

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import CannotWrite, UnreadableProject
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import merging, restoring
from qualcode_app.services.provenance import checking
from qualcode_app.services.store import backups
from qualcode_app.services.store.project import Project


@pytest.fixture
def backup(project_file):
    """A backup, after which a coding was deleted."""
    backups.back_up(project_file, "work")
    with Project.open(project_file) as project:
        project.write(codings.remove, project.read(coding_rows.rows)[0].uid)
    (made,) = backups.listed(project_file)
    return made


def test_the_preview_counts_what_was_deleted_changed_and_made(project_file, backup):
    with Project.open(project_file) as project:
        n_codings = len(project.read(coding_rows.rows))
        first = project.read(documents.rows)[0]
        project.write(documents.rename, first.uid, "Een andere titel")
    found = restoring.preview(project_file, backup.path)
    by_kind = {each.kind: each for each in found.differences}
    codings_ = by_kind[Kind.CODING]
    assert (codings_.n_same, codings_.n_only_backup) == (n_codings, 1)
    assert (codings_.n_changed, codings_.n_only_present) == (0, 0)
    assert by_kind[Kind.DOCUMENT].n_changed == 1
    assert not found.is_equal


def test_a_backup_of_the_present_equals_it(project_file):
    assert restoring.preview(project_file, backups.back_up(project_file, "work")).is_equal


def test_a_backup_comes_back_beside_the_project(project_file, backup):
    before = project_file.read_bytes()
    target = restoring.restored_path(project_file, backup)
    restoring.restore(backup.path, target)
    assert project_file.read_bytes() == before
    with Project.open(target) as restored, Project.open(project_file) as present:
        assert len(restored.read(coding_rows.rows)) == len(present.read(coding_rows.rows)) + 1
        assert restored.facts.replica_uid != present.facts.replica_uid
    assert checking.check(target) == []
    assert restoring.restored_path(project_file, backup) != target
    with pytest.raises(CannotWrite, match="Choose another name"):
        restoring.restore(backup.path, target)


def test_work_in_a_restored_file_can_be_merged_with_the_project(project_file, backup):
    target = restoring.restored_path(project_file, backup)
    restoring.restore(backup.path, target)
    with Project.open(target) as restored:
        gone = restored.read(coding_rows.rows)[0]
        restored.write(codings.remove, gone.uid)
    with Project.open(project_file) as project:
        n_before = len(project.read(coding_rows.rows))
        merging.carry_out(project, merging.prepare(project, [target]))
        uids = {row.uid for row in project.read(coding_rows.rows)}
    assert gone.uid not in uids
    assert n_before - len(uids) in (0, 1)
    assert checking.check(project_file) == []


def test_a_damaged_present_is_told_and_a_damaged_backup_is_not_restored(project_file, backup):
    whole = project_file.read_bytes()
    project_file.write_bytes(b"no project" * 50)
    found = restoring.preview(project_file, backup.path)
    assert found.differences == ()
    assert "not a QualCode project" in str(found.trouble)
    backup.path.write_bytes(whole[: len(whole) // 3])
    target = restoring.restored_path(project_file, backup)
    with pytest.raises(UnreadableProject):
        restoring.restore(backup.path, target)
    assert not target.exists()
