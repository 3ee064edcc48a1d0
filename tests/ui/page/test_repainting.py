"""What is painted again is little, and always all that looks different."""

import random

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication

from qualcode_app.domain.anchors import TextAnchor


class Painted(QObject):
    """Notes what of a widget is painted again."""

    def __init__(self, widget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.region += event.region()
        return False

    def after(self, act) -> QRegion:
        """Return what an act lets paint."""
        QApplication.processEvents()
        self.region = QRegion()
        act()
        QApplication.processEvents()
        return QRegion(self.region)


def picture(view) -> QImage:
    return view.viewport().grab().toImage()


def left_out(before: QImage, after: QImage, region: QRegion) -> int:
    """Return how many points look different but were not painted again."""
    differs = _points(before) != _points(after)
    for part in region:
        differs[part.top() : part.bottom() + 1, part.left() : part.right() + 1] = False
    return int(differs.sum())


def _points(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())


@pytest.fixture
def shown(view, hand, sample, highlight):
    """The sample at its third page, densely coded, with nothing left to paint."""
    view.set_document(sample)
    chance = random.Random(3)
    page = sample.pages[2]
    places = [page.start_char + chance.randrange(page.n_chars - 260) for _ in range(60)]
    view.set_codings(
        [
            highlight(f"c{n}", at, at + chance.randint(20, 250), key=f"K{n % 7}")
            for n, at in enumerate(places)
        ]
    )
    view.go_to_page(3)
    hand.wait_for_pages()
    return view


def test_acts_paint_all_that_looks_different_and_no_more_than_needed(shown, sample, highlight):
    view, painted, chance = shown, Painted(shown.viewport()), random.Random(8)
    page = sample.pages[2]
    whole = view.viewport().width() * view.viewport().height()
    shares = []
    for number in range(12):
        start = page.start_char + chance.randrange(page.n_chars - 300)
        place = TextAnchor(start, start + chance.randint(5, 280))
        new = highlight(f"n{number}", place.start, place.end, key="NEW")
        gone = f"c{chance.randrange(60)}"
        for act in (
            lambda place=place: view.select(place),
            lambda new=new: view.patch_codings([new], []),
            lambda: view.select(None),
            lambda new=new: view.set_active(new.uid),
            lambda gone=gone: view.patch_codings([], [gone]),
            lambda gone=gone: view.set_active(gone),
        ):
            before = picture(view)
            region = painted.after(act)
            assert not left_out(before, picture(view), region)
            shares.append(sum(r.width() * r.height() for r in region) / whole)
    assert sum(shares) / len(shares) < 0.4


def test_a_page_that_was_awaited_is_painted_as_soon_as_its_picture_is_taken(
    view, sample, renderer, qtbot
):
    view.set_document(sample)
    view.images._bell.rung.disconnect(view.images.take)  # so that we say when
    qtbot.waitUntil(lambda: any(page.wish.page_number == 1 for page in renderer._done))
    painted = Painted(view.viewport())

    view.images.take()

    assert painted.region.contains(view._page_rect(0) & view.viewport().rect())
