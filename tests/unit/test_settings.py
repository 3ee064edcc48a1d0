"""What the program remembers between two starts."""

from __future__ import annotations

import pytest

from qualcode_app.settings import RECENT_MAX, Settings


@pytest.fixture
def file(tmp_path):
    return tmp_path / "new folder" / "settings.json"


def test_what_is_saved_is_there_at_the_next_start(file, tmp_path):
    settings = Settings.load(file)
    settings.language = "nl"
    settings.widths_px["coding"] = [248, 800, 304]
    settings.note_project(tmp_path / "one.qualcode")
    again = Settings.load(file)
    assert again.language == "nl"
    assert again.widths_px == {"coding": [248, 800, 304]}
    assert again.recent == [str(tmp_path / "one.qualcode")]
    assert again.folder == str(tmp_path)


def test_files_are_not_offered_a_place_beside_the_settings(file):
    settings = Settings.load(file)
    settings.note_project(file.parent / "QualCode sample.qualcode")
    assert settings.folder == ""


def test_the_project_opened_last_is_on_top_and_stands_once(file, tmp_path):
    settings = Settings.load(file)
    for name in ("a", "b", "a"):
        settings.note_project(tmp_path / name)
    assert settings.recent == [str(tmp_path / "a"), str(tmp_path / "b")]


def test_the_list_of_recent_projects_is_bounded(file, tmp_path):
    settings = Settings.load(file)
    for number in range(RECENT_MAX + 5):
        settings.note_project(tmp_path / str(number))
    assert len(settings.recent) == RECENT_MAX
    assert settings.recent[0] == str(tmp_path / str(RECENT_MAX + 4))


def test_a_forgotten_project_stays_away(file, tmp_path):
    settings = Settings.load(file)
    settings.note_project(tmp_path / "a")
    settings.forget_project(str(tmp_path / "a"))
    assert Settings.load(file).recent == []


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[1, 2]", b"\xff\xfe", b'{"recent": 7, "theme": null}']
)
def test_a_damaged_file_means_the_defaults(file, damage):
    file.parent.mkdir()
    file.write_bytes(damage)
    settings = Settings.load(file)
    assert settings.recent == []
    assert settings.theme == "system"


def test_a_good_value_beside_a_bad_one_is_kept(file):
    file.parent.mkdir()
    file.write_text('{"language": "nl", "recent": 7, "unknown": 1}')
    settings = Settings.load(file)
    assert settings.language == "nl"
    assert settings.recent == []


def test_a_folder_that_cannot_be_written_costs_no_work(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    settings = Settings.load(blocked / "settings.json")
    settings.language = "nl"
    settings.save()
    assert settings.language == "nl"
    assert blocked.read_text() == ""


def test_a_code_has_one_digit_and_a_digit_one_code(file):
    settings = Settings.load(file)
    settings.pin("coder", "1", "a")
    settings.pin("coder", "2", "a")
    settings.pin("coder", "2", "b")
    settings.pin("other", "1", "c")
    again = Settings.load(file)
    assert again.pins == {"coder": {"2": "b"}, "other": {"1": "c"}}
    again.unpin("coder", "2")
    assert Settings.load(file).pins["coder"] == {}
