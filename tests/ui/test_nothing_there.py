"""Where there is nothing yet, or nothing fits, the place says what will be here and what to do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QLabel, QTabBar

from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project
from qualcode_app.ui.widgets.fields import SearchField
from tests.ui.walking import settle, visible

SPACES = ("corpus", "register", "merge", "agreement", "adjudication", "analysis", "coding")
UNHEARD_OF = "qqzzq"
LISTING_DIALOGS = ("book_versions", "text_quality", "hand_out", "filter", "check_quotations")


@pytest.fixture
def bare_window(empty_window, qtbot, tmp_path):
    """The window with a project that holds nothing."""
    path = tmp_path / "bare.qualcode"
    Project.create(path, title="Nieuwe akkoorden", coder=NewCoder("Roos van Dam")).close()
    assert empty_window.desk.open(path)
    settle(qtbot, empty_window)
    return empty_window


def places(qtbot, window) -> Iterator[str]:
    """Go to each work space, and to each tab of it."""
    for space in SPACES:
        window.actions_[f"space_{space}"].trigger()
        settle(qtbot, window)
        yield space
        for bar in visible(window.view, QTabBar):
            first = bar.currentIndex()
            for number in range(bar.count()):
                bar.setCurrentIndex(number)
                settle(qtbot, window)
                yield f"{space}, {bar.tabText(number)}"
            bar.setCurrentIndex(first)


def silent(root) -> list[str]:
    """Return the lists in sight that hold nothing and do not say why."""
    return [
        view.accessibleName()
        for view in visible(root, QAbstractItemView)
        if not view.model().rowCount()
        and not isinstance(view, QHeaderView)
        and not any(is_explaining(one) for one in visible(view.parentWidget(), QLabel))
    ]


def is_explaining(words: QLabel) -> bool:
    return bool(words.text()) and words.property("kind") in ("empty", "muted")


def test_every_empty_list_of_an_empty_project_says_what_will_be_there(bare_window, qtbot):
    found = [(place, silent(bare_window)) for place in places(qtbot, bare_window)]
    assert len(found) > 20
    assert [one for one in found if one[1]] == []


def test_a_search_that_nothing_fits_never_leaves_an_empty_list(window, qtbot):
    tried, empty = 0, []
    for place in places(qtbot, window):
        for field in visible(window, SearchField):
            field.setText(UNHEARD_OF)
            settle(qtbot, window)
            empty += [f"{place}: {name}" for name in silent(window)]
            field.clear()
            settle(qtbot, window)
            tried += 1
    assert tried > 10
    assert empty == []


@pytest.mark.parametrize("name", LISTING_DIALOGS)
def test_a_dialog_about_an_empty_project_says_why_its_list_is_empty(bare_window, qtbot, name):
    bare_window.actions_[name].trigger()
    settle(qtbot, bare_window)
    (dialog,) = visible(bare_window, QDialog)
    assert silent(dialog) == []
    dialog.close()


def test_recent_projects_that_do_not_fit_are_not_called_absent(window, qtbot):
    window.desk.close()
    settle(qtbot, window)
    page = window.start_page
    page.filter.setText(UNHEARD_OF)
    (said,) = [one.text() for one in visible(page, QLabel) if "Clear the filter" in one.text()]
    assert "No project" in said


@pytest.mark.parametrize(
    ("space", "region"), [("register", "verdict"), ("adjudication", "decision")]
)
def test_what_is_judged_and_settled_is_foretold_where_it_will_be(bare_window, qtbot, space, region):
    bare_window.actions_[f"space_{space}"].trigger()
    settle(qtbot, bare_window)
    shown = getattr(bare_window.view, f"{space}_space")
    said = [one.text() for one in visible(getattr(shown, region), QLabel) if is_explaining(one)]
    assert "will be here" in said[0]
