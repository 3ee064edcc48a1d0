"""Two copies of one file that were worked on apart are merged like those of two coders."""

import shutil

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.merging import merging, twins
from qualcode_app.services.provenance import checking
from qualcode_app.services.store import synced
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

CONFLICTED = "project (Anna's conflicted copy 2026-11-21).qualcode"


def widen(project, row, more):
    place = TextAnchor(row.anchor.start, row.anchor.end + more)
    project.write(codings.resize, row.uid, place)


@pytest.fixture
def parted(project_file):
    """A project and its conflicted copy; each widened one coding, both another, one removed."""
    with Project.open(project_file) as project:
        first, second, third, fourth = project.read(coding_rows.rows)[:4]
        widen(project, fourth, 5)  # before the parting
    copy = project_file.with_name(CONFLICTED)
    shutil.copy(project_file, copy)
    with Project.open(project_file) as here:
        widen(here, first, 10)
        widen(here, third, 10)
    with Project.open(copy) as there:
        there.write(codings.remove, second.uid)
        widen(there, third, 30)
        widen(there, fourth, 30)
    return copy, (first, second, third, fourth)


def test_what_both_changed_clashes_and_the_rest_comes_in(project_file, parted):
    copy, (first, second, third, fourth) = parted
    with Project.open(project_file) as project:
        plan = twins.prepare(project, [copy])
        assert not twins.name_apart(project, copy)
        assert twins.with_news(project, [copy]) == [copy]
        assert {one.uid for one in plan.clashes} == {third.uid}
        chosen = {one.key: one.versions[1] for one in plan.clashes}
        merging.carry_out(project, plan, chosen)
        assert twins.with_news(project, [copy]) == []
        now = {row.uid: row.anchor.end for row in project.read(coding_rows.rows)}
    assert now[first.uid] > first.anchor.end
    assert second.uid not in now
    assert now[fourth.uid] > fourth.anchor.end + 20  # not as it was at the parting
    assert checking.check(project_file) == []


def test_a_copy_with_a_name_of_its_own_is_whole(project_file, parted):
    copy, _ = parted
    with Project.open(project_file) as project:
        twins.name_apart(project, copy)
        assert checking.check(copy) == []


def test_an_older_copy_and_the_project_itself_stay_as_they_are(project_file, tmp_path):
    copy = tmp_path / "older.qualcode"
    shutil.copy(project_file, copy)
    before = copy.read_bytes()
    with Project.open(project_file) as project:
        widen(project, project.read(coding_rows.rows)[0], 10)
        assert not twins.name_apart(project, copy)
        assert not twins.name_apart(project, project_file)
    assert copy.read_bytes() == before


def test_copies_of_sync_programs_are_recognised(project_file, sample_file):
    folder = project_file.parent
    names = (
        CONFLICTED,
        "project (conflicted copy 2026-11-21 101112).qualcode",
        "project (Case Conflict).qualcode",
        "project-conflict-20261121.qualcode",
        "project_conflict-20261121-101112.qualcode",
        "project.sync-conflict-20261121-101112-ABCDEFG.qualcode",
        "project (Anna's in conflict zijnde kopie 2026-11-21).qualcode",
        "project-LAPTOP7.qualcode",
        "project (1).qualcode",
        "project 2.qualcode",
    )
    for name in names:
        shutil.copy(project_file, folder / name)
    shutil.copy(project_file, folder / "other.qualcode")
    shutil.copy(project_file, folder / "project of 2026-11-20 1010.qualcode")
    (folder / "project (conflicted copy).qualcode").write_bytes(b"no project" * 20)
    assert {path.name for path in synced.conflicted_copies(project_file)} == set(names)


def test_a_file_of_another_study_is_no_copy(project_file, tmp_path):
    path = project_file.with_name(CONFLICTED)
    Project.create(path, title="Andere studie", coder=NewCoder("Iemand Anders")).close()
    assert synced.conflicted_copies(project_file) == []


@pytest.mark.parametrize(
    ("folder", "marker", "program"),
    [
        ("Dropbox (Team)", "", "Dropbox"),
        ("OneDrive - Universiteit", "", "OneDrive"),
        ("CloudStorage/GoogleDrive-anna", "", "Google Drive"),
        ("Mobile Documents", "", "iCloud Drive"),
        ("Nextcloud", "", "Nextcloud"),
        ("work", ".sync_0a1b.db", "Nextcloud"),
        ("work", ".owncloudsync.log", "ownCloud"),
        ("work", ".dropbox.cache", "Dropbox"),
        ("work", ".stfolder", "Syncthing"),
        ("work", "", ""),
        ("Dropboxes", "", ""),
    ],
)
def test_a_synced_folder_is_known_by_its_name_or_marker(tmp_path, folder, marker, program):
    inside = tmp_path / folder / "studie"
    inside.mkdir(parents=True)
    if marker:
        (tmp_path / folder / marker).touch()
    assert synced.program(inside / "project.qualcode") == program
