import pytest
from PySide6.QtCore import Qt

from qualcode_app.ui.page.thumbnails import Thumbnails

from .conftest import COLOURS


@pytest.fixture
def thumbnails(view, qtbot):
    thumbnails = Thumbnails(view, COLOURS)
    qtbot.addWidget(thumbnails)
    thumbnails.resize(180, 700)
    thumbnails.show()
    return thumbnails


def test_every_page_has_a_thumbnail_with_its_printed_number(view, thumbnails, letter):
    view.set_document(letter)
    model = thumbnails.model()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert shown == [page.label for page in letter.pages]


def test_thumbnails_in_sight_get_their_pictures(view, thumbnails, letter, qtbot):
    view.set_document(letter)
    qtbot.waitUntil(lambda: all(view.images.best(n) for n in (1, 2, 3, 4)), timeout=10_000)


def test_a_click_on_a_thumbnail_goes_to_its_page(view, thumbnails, letter, qtbot):
    view.set_document(letter)
    place = thumbnails.visualRect(thumbnails.model().index(3, 0)).center()
    qtbot.mouseClick(thumbnails.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.current_page == 4
    view.back()
    assert view.current_page == 1


def test_the_thumbnail_of_the_page_being_read_is_marked(view, thumbnails, letter):
    view.set_document(letter)
    view.go_to_page(6)
    assert thumbnails.currentIndex().row() == 5


def test_hidden_thumbnails_ask_for_nothing(view, thumbnails, letter):
    view.set_document(letter)
    assert view.images.previews_wanted
    thumbnails.hide()
    assert not view.images.previews_wanted
