"""Backups: once a day of use, rotated by days, in a folder of one's choice, never half."""

import shutil
import threading
from datetime import UTC, datetime, timedelta

import pytest

from qualcode_app.domain.errors import Cancelled, CannotWrite
from qualcode_app.services.provenance import checking
from qualcode_app.services.store import backups, people
from qualcode_app.services.store.people import NewCoder
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


def test_a_backup_ends_though_somebody_works_all_the_while(project_file, monkeypatch):
    monkeypatch.setattr(backups, "_PAGES", 20)
    portions = []

    class Busy:
        """Somebody who carries out an act after each portion."""

        def report(self, done, total):
            portions.append(done)
            assert portions == sorted(portions), "the copy began anew"
            name = f"Codeur {len(portions)}"
            project.write(people.add_coder, NewCoder(name))

    with Project.open(project_file) as project:
        project.back_up("work", Busy())
        everybody = project.read(people.coders)
    assert len(portions) > 5
    (made,) = backups.listed(project_file)
    assert checking.check(made.path) == []
    with Project.open(made.path, read_only=True) as copy:
        assert copy.read(people.coders) == everybody[:-1]  # the last act came after the copy


def test_acts_in_one_thread_and_a_backup_in_another_do_not_harm_each_other(
    project_file, monkeypatch
):
    monkeypatch.setattr(backups, "_PAGES", 1)
    n_acts = 0
    with Project.open(project_file) as project:
        started = threading.Event()

        class Started:
            """Tells that the copy is under way."""

            def report(self, done, total):
                started.set()

        thread = threading.Thread(target=project.back_up, args=("work", Started()))
        thread.start()
        started.wait()
        while thread.is_alive() or not n_acts:
            project.write(people.add_coder, NewCoder(f"Codeur {n_acts}"))
            n_acts += 1
        everybody = project.read(people.coders)
    assert checking.check(project_file) == []
    (made,) = backups.listed(project_file)
    assert checking.check(made.path) == []
    with Project.open(made.path, read_only=True) as copy:
        kept = copy.read(people.coders)
    assert kept == everybody[: len(kept)]
