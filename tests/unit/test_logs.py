"""The log and the details of an error hold no text of a document."""

from __future__ import annotations

import logging

import pytest

from qualcode_app import logs

SECRET = "Wat een deelnemer zei"


@pytest.fixture
def logger():
    logger = logging.getLogger("qualcode_app")
    before = list(logger.handlers)
    yield logger
    for handler in [each for each in logger.handlers if each not in before]:
        handler.close()
        logger.removeHandler(handler)


def _failing():
    try:
        raise KeyError(SECRET)
    except KeyError as inner:
        raise ValueError(f"bad: {SECRET}") from inner


def test_an_error_report_names_kind_and_place_but_no_words():
    with pytest.raises(ValueError, match="bad") as caught:
        _failing()
    report = logs.error_report(ValueError, caught.value, caught.value.__traceback__)
    assert SECRET not in report
    assert "builtins.ValueError" in report
    assert "after builtins.KeyError" in report
    assert "test_logs.py" in report
    assert "_failing" in report


def test_an_error_report_hides_the_folders_of_the_user(tmp_path):
    with pytest.raises(ValueError, match="bad") as caught:
        _failing()
    report = logs.error_report(ValueError, caught.value, caught.value.__traceback__)
    places = [line for line in report.splitlines() if ".py:" in line]
    assert all(not line.strip().startswith("/") for line in places)


def test_the_log_goes_to_a_file_of_bounded_size(tmp_path, logger):
    logs.set_up(tmp_path / "logs")
    for number in range(12_000):
        logging.getLogger("qualcode_app.test").info("number %d %s", number, "x" * 100)
    sizes = [path.stat().st_size for path in (tmp_path / "logs").iterdir()]
    assert len(sizes) == 1 + logs.KEPT
    assert max(sizes) <= logs.SIZE_MAX


def test_without_a_writable_folder_the_program_goes_on(tmp_path, logger):
    blocked = tmp_path / "file"
    blocked.write_text("")
    logs.set_up(blocked / "logs")
    logging.getLogger("qualcode_app.test").info("nobody reads this")
    assert blocked.read_text() == ""
