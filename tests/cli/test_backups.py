"""Backups by command: made once a day of use, listed, compared, brought back."""

from __future__ import annotations

from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.store import backups
from qualcode_app.services.store.project import Project


def test_a_backup_of_the_day_is_listed_compared_and_restored(project_file, tmp_path, qualcode):
    assert "no backups" in qualcode("backups", "list", project_file).out
    with Project.open(project_file) as project:
        gone = project.read(coding_rows.rows)[0].uid
    for name in ("Coder Twee", "Coder Drie"):  # the second command of a day makes none
        assert qualcode("coders", project_file, name).code == 0
    (listed,) = qualcode("backups", "list", project_file, "--json").json
    assert listed["before"] == backups.DAILY
    with Project.open(project_file) as project:
        project.write(codings.remove, gone)
    compared = {
        row["kind"]: row for row in qualcode("backups", "preview", project_file, 1, "--json").json
    }
    assert compared["coding"]["n_only_backup"] == 1
    assert "1 only in the backup" in qualcode("backups", "preview", project_file, 1).out

    copy = tmp_path / "back.qualcode"
    done = qualcode("backups", "restore", project_file, 1, "--to", copy)
    assert done.code == 0
    assert "is as it was" in done.out
    with Project.open(copy) as restored:
        assert gone in {row.uid for row in restored.read(coding_rows.rows)}
    refused = qualcode("backups", "restore", project_file, 1, "--to", copy)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "no number 7" in qualcode("backups", "preview", project_file, 7).err


def test_a_project_that_cannot_be_read_is_told_and_its_backup_still_restored(
    project_file, qualcode
):
    backups.back_up(project_file, "merge")
    project_file.write_bytes(b"x" * 200)
    assert "cannot be read" in qualcode("backups", "preview", project_file, 1).out
    assert qualcode("backups", "restore", project_file, 1).code == 0
    assert len(list(project_file.parent.glob("project of *.qualcode"))) == 1
