"""F1 opens the shipped manual where it tells of what one looks at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QWidget

from qualcode_app import __version__, paths
from qualcode_app.settings import Settings
from qualcode_app.ui import help_places, manual
from qualcode_app.ui.desks.assistance_desk import AssistanceDesk
from qualcode_app.ui.dialogs.about import AboutDialog
from qualcode_app.ui.dialogs.help_window import HelpWindow
from qualcode_app.ui.dialogs.new_project import NewProjectDialog

SOURCE = Path(help_places.__file__).parent


def helping(owner) -> HelpWindow:
    (found,) = (each for each in owner.findChildren(HelpWindow) if each.parent() is owner)
    return found


def heading(window: HelpWindow) -> str:
    """Return the heading that is on top of the page."""
    return window.browser.textCursor().block().text()


# The manual


def test_every_page_of_the_manual_is_in_the_contents():
    for language in ("en", "nl"):
        shipped = set((paths.resources() / "manual" / language).glob("*.md"))
        assert {page.path for page in manual.pages(language)} == shipped


def test_a_page_has_the_same_headings_in_both_languages():
    for english, dutch in zip(manual.pages("en"), manual.pages("nl"), strict=True):
        assert len(english.headings) == len(dutch.headings)
        assert english.title != dutch.title


def test_every_place_with_help_exists_and_so_does_its_heading():
    code = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    classes = set(re.findall(r"^class (\w+)", code, re.MULTILINE))
    assert set(help_places.PLACES) <= classes
    headings = {page.key: {*page.headings, ""} for page in manual.pages("en")}
    assert [
        name
        for name, (page, words) in help_places.PLACES.items()
        if words not in headings.get(page, ())
    ] == []


def test_every_work_space_panel_and_dialog_has_a_heading():
    kinds = {"spaces": "Region|QWidget", "panels": "Region", "dialogs": "Dialog"}
    found = []
    for folder, bases in kinds.items():
        code = "\n".join(path.read_text("utf-8") for path in SOURCE.glob(f"{folder}/*.py"))
        found += re.findall(rf"^class ([A-Z]\w+)\((?:{bases})\)", code, re.MULTILINE)
    assert len(found) > 60
    assert set(found) - set(help_places.PLACES) == {"HelpWindow"}  # is what opens


# The window


def test_f1_opens_the_page_on_the_panel_that_has_the_focus(window, qtbot):
    window.view.coding.codes.tree.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    shown = helping(window)
    assert shown.isVisible()
    assert heading(shown) == "The codebook"
    assert shown.contents.currentItem().text(0) == "The codebook"
    window.view.coding.page.focus_page()
    window.actions_["manual"].trigger()
    assert helping(window) is shown
    assert heading(shown) == "Code"


def test_f1_without_a_focus_follows_the_work_space(window):
    for space, words in (("register", "The register"), ("agreement", "Agreement")):
        window.actions_[f"space_{space}"].trigger()
        window.view.setFocus()
        window.actions_["manual"].trigger()
        assert heading(helping(window)) == words


def test_f1_in_a_dialog_tells_of_the_dialog(empty_window, qtbot):
    empty_window.actions_["new_project"].trigger()
    dialog = empty_window.findChild(NewProjectDialog)
    qtbot.waitUntil(dialog.title.hasFocus)
    qtbot.keyClick(dialog.title, Qt.Key.Key_F1)
    shown = helping(dialog)
    assert shown.isVisible()
    assert heading(shown) == "Make a project"


def test_a_place_without_a_heading_gets_the_beginning(empty_window):
    about = AboutDialog(empty_window.outfit.theme, empty_window)
    assert help_places.spot_of(about) == manual.spot("citing", "The program")
    assert help_places.spot_of(QWidget(about)) == help_places.spot_of(about)
    assert help_places.spot_of(empty_window) is None
    assert manual.Spot("first-steps", 0) == help_places.BEGINNING


def test_the_help_menu_leads_to_news_and_to_citing(empty_window):
    for act, words in (("whats_new", "What’s new"), ("cite", "How to cite")):
        empty_window.actions_[act].trigger()
        assert heading(helping(empty_window)) == words


def test_an_update_is_told_once_and_stops_nobody(empty_window, settings):
    message = empty_window.start_page.message
    settings.seen_version = "0.0.1"
    empty_window.tell_news()
    assert __version__ in message.sentence.text()
    assert empty_window.findChild(HelpWindow) is None
    message.button.click()
    assert heading(helping(empty_window)) == "What’s new"
    empty_window.tell_news()
    assert message.isHidden()
    assert Settings.load(settings.path).seen_version == __version__


def test_who_is_new_here_is_told_of_no_update(empty_window, settings):
    settings.seen_version = ""
    empty_window.tell_news()
    assert empty_window.start_page.message.isHidden()
    assert settings.seen_version == __version__


def test_what_is_being_said_is_not_talked_over(empty_window, settings):
    settings.seen_version, settings.recent = "", ["study.qualcode"]
    message = empty_window.start_page.message
    message.tell("Something else.")
    empty_window.tell_news()
    assert message.sentence.text() == "Something else."
    message.hide()
    empty_window.tell_news()
    assert __version__ in message.sentence.text()


@pytest.fixture
def shown(empty_window) -> HelpWindow:
    empty_window.actions_["manual"].trigger()
    return helping(empty_window)


def test_searching_lists_the_pages_and_walks_the_places(shown, qtbot):
    qtbot.keyClicks(shown.field, "REFI-QDA")
    assert shown.contents.topLevelItemCount() == int(shown.found.text().split()[0])
    assert "REFI-QDA" not in shown.contents.topLevelItem(0).text(0)
    seen = set()
    for _ in range(12):
        cursor = shown.browser.textCursor()
        assert cursor.selectedText().casefold() == "refi-qda"
        seen.add((shown.browser.toPlainText()[:20], cursor.position()))
        qtbot.keyClick(shown.field, Qt.Key.Key_Return)
    assert len(seen) > 2
    shown.field.setText("zzzz")
    assert shown.found.text() == "0 pages"
    shown.field.clear()
    assert shown.contents.topLevelItemCount() == len(manual.STEMS)


def test_the_contents_lead_to_a_heading(shown):
    page = shown.contents.topLevelItem(list(manual.STEMS).index("exports"))
    shown.contents.setCurrentItem(page.child(1))
    assert heading(shown) == page.child(1).text(0) == "The report"


def test_links_lead_to_pages_and_nowhere_else(shown):
    shown.browser.anchorClicked.emit(QUrl("analysis.md"))
    before = shown.browser.toPlainText()
    assert before.startswith("Analysis")
    shown.browser.anchorClicked.emit(QUrl("https://example.org/elsewhere"))
    assert shown.browser.toPlainText() == before


def test_the_manual_speaks_dutch_in_a_dutch_window(empty_window, language):
    language.choose("nl")
    empty_window.findChild(AssistanceDesk).open_manual()
    assert heading(helping(empty_window)) == "Een project maken"


def test_pictures_are_as_wide_as_there_is_room_and_no_wider_than_they_are(shown, qtbot):
    shown.show_spot(manual.spot("window", "Settings"))
    view = shown.browser
    for width in (1180, 700, 1500):
        shown.resize(width, 700)
        qtbot.waitUntil(lambda: not view.is_waiting)
        assert view.horizontalScrollBar().maximum() == 0
        folder = shown.browser.document().baseUrl()
        picture = QUrl("pictures/settings.png")
        drawn = view.document().resource(
            QTextDocument.ResourceType.ImageResource.value, folder.resolved(picture)
        )
        full = QImage(folder.resolved(picture).toLocalFile())
        assert drawn.width() == min(view.room_px, full.width())


def test_no_picture_comes_from_elsewhere(shown):
    kind = QTextDocument.ResourceType.ImageResource.value
    assert shown.browser.loadResource(kind, QUrl("https://example.org/picture.png")) is None
