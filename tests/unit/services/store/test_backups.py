"""Backups: once a day of use, rotated by days, in a folder of one's choice, never half."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest

from qualcode_app.domain.errors import Cancelled, CannotWrite
from qualcode_app.services.store import backups
from qualcode_app.services.store.project import Project


def make(project_file, made, before="work"):
    """Lay a backup of another moment beside the project."""
    folder = backups.folder(project_file)
    folder.mkdir(exist_ok=True)
    name = f"{project_file.stem} {made:%Y-%m-%d %H%M%S%f} before {before}.qualcode"
    return shutil.copy(project_file, folder / name)


@pytest.fixture
def small(tmp_path):
    """Stands in for a project where only names and dates matter."""
    path = tmp_path / "study.qualcode"
    path.write_bytes(b"x")
    return path


def now():
    return datetime.now(UTC).astimezone()


def test_the_newest_ten_and_the_first_of_each_day_stay(project_file):
    for days in range(20, 0, -1):
        for hour in (9, 11, 15):
            make(project_file, (now() - timedelta(days=days)).replace(hour=hour))
    backups.back_up(project_file, "merge")
    left = backups.listed(project_file)
    assert len(left) == 20  # the first ones of four days are among the newest ten
    assert left[0].before == "merge"
    of_day = [each.made_at.hour for each in left[10:]]
    assert set(of_day) == {9}
    assert len({each.made_at.date() for each in left}) == backups.KEPT_DAYS


def test_a_clock_that_was_set_back_loses_neither_the_new_backup_nor_the_work(project_file):
    for days in range(1, 30):
        make(project_file, now() + timedelta(days=days))
    made = backups.back_up(project_file, "merge")
    assert made.exists()
    Project.open(made, read_only=True).close()


def test_a_backup_is_due_once_a_day(small):
    make(small, now() - timedelta(days=1))
    assert backups.is_due(small)
    make(small, now())
    assert not backups.is_due(small)


def test_backups_go_to_the_folder_of_choice_and_both_places_are_listed(project_file, tmp_path):
    chosen = tmp_path / "elsewhere" / "safe"
    backups.back_up(project_file, "merge")
    with Project.open(project_file, backups_in=chosen) as project:
        project.back_up("import")
    assert [each.before for each in backups.listed(project_file, chosen)] == ["import", "merge"]
    assert [each.before for each in backups.listed(project_file)] == ["merge"]
    assert backups.folder(project_file, chosen) != backups.folder(
        tmp_path / "other" / project_file.name, chosen
    )


def test_a_backup_that_is_stopped_or_has_no_place_leaves_nothing(project_file, tmp_path):
    class Impatient:
        def report(self, done, total):
            raise Cancelled

    with pytest.raises(Cancelled):
        backups.back_up(project_file, "work", progress=Impatient())
    assert list(backups.folder(project_file).iterdir()) == []
    occupied = tmp_path / "a file"
    occupied.touch()
    with pytest.raises(CannotWrite, match="choose another folder"):
        backups.back_up(project_file, "work", occupied)
