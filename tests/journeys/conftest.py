"""Journeys in the real window use the same window and hands as the tests of single gestures."""

from tests.ui.conftest import (  # noqa: F401  fixtures are found by their names
    answers,
    empty_window,
    hand,
    jobs,
    language,
    renderer,
    settings,
    theme,
    window,
)
