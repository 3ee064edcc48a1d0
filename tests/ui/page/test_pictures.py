"""Pictures of pages: what is asked for, what is kept, and what stands there meanwhile."""

import itertools
import threading

import pymupdf
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage

from qualcode_app.pdf.client import Renderer, RenderRequest
from qualcode_app.pdf.pixels import N_SLOTS
from qualcode_app.ui.page.images import PageImages
from qualcode_app.ui.page.layout import PX_PER_PT
from qualcode_app.ui.page.page_view import PageView

from .conftest import COLOURS, ink


def as_drawn(content: bytes, scale: float) -> QImage:
    """Return the first page as MuPDF draws it whole."""
    matrix = pymupdf.Matrix(scale, scale)
    pixmap = pymupdf.open(stream=content)[0].get_pixmap(matrix=matrix)
    form = QImage.Format.Format_RGB888
    return QImage(pixmap.samples, pixmap.width, pixmap.height, pixmap.stride, form).copy()


def test_while_zooming_the_old_image_is_shown_until_the_sharp_one_comes(view, hand, letter):
    view.set_document(letter)
    hand.wait_for_pages()
    view.set_zoom(view.zoom * 1.7)
    assert ink(view) > 200
    hand.wait_for_pages()
    assert view.images.best(1).scale == pytest.approx(view.zoom * PX_PER_PT)


def test_images_stay_within_their_bytes_however_many_pages_were_seen(renderer, letter, qtbot):
    images = PageImages(renderer, max_bytes=5_000_000)
    images.set_document(letter)
    for number in range(1, 9):
        images.want({number: QRect()}, [], [], 1.3)
        qtbot.waitUntil(lambda n=number: images.is_sharp(n, 1.3), timeout=10_000)
        assert images.n_bytes <= 5_000_000
    assert images.n_bytes == sum(image.n_bytes for image in images._kept.values())
    assert images.best(8) is not None
    images.set_document(None)


def test_of_a_page_pushed_out_of_memory_a_small_copy_stays(renderer, letter, qtbot):
    images = PageImages(renderer, max_bytes=5_000_000)
    images.set_document(letter)
    for number in (1, 2, 3, 4):
        images.want({number: QRect()}, [], [], 1.5)
        qtbot.waitUntil(lambda n=number: images.is_sharp(n, 1.5), timeout=10_000)
    assert not images.is_sharp(1, 1.5)
    assert images.best(1) is not None
    images.set_document(None)


def test_a_page_shown_from_where_it_was_drawn_stays_when_others_are_drawn(renderer, letter, qtbot):
    images = PageImages(renderer)
    images.set_document(letter)
    painted = []
    images.taken.connect(lambda: painted.append(images.best(1).image.copy()))
    images.want({1: QRect()}, [], [], 1.3)
    qtbot.waitUntil(lambda: images.is_sharp(1, 1.3), timeout=10_000)
    images.want({2: QRect()}, list(range(3, 3 + 2 * N_SLOTS)), [], 1.3)
    qtbot.waitUntil(lambda: not images.is_waiting, timeout=10_000)
    now = images.best(1).image
    assert now.pixelColor(5, 5).name() == "#ffffff"
    form = QImage.Format.Format_RGB32
    assert all(before.convertToFormat(form) == now for before in painted)
    assert as_drawn(letter.content(), 1.3).convertToFormat(form) == now
    images.set_document(None)


def test_a_page_is_never_drawn_larger_than_fits_in_memory(renderer, letter, qtbot):
    images = PageImages(renderer)
    images.set_document(letter)
    images.want({1: QRect()}, [], [], 20.0)
    qtbot.waitUntil(lambda: images.is_sharp(1, 20.0), timeout=20_000)
    assert images.best(1).n_bytes <= 9_000_000
    images.set_document(None)


@pytest.mark.parametrize("across", [0.0, 0.6, 1.0])
def test_at_five_times_the_size_what_is_in_sight_is_as_sharp_as_the_whole(
    view, hand, sample, across
):
    view.set_document(sample)
    view.set_zoom(5)
    view.horizontalScrollBar().setValue(round(across * view.horizontalScrollBar().maximum()))
    view.verticalScrollBar().setValue(700)
    hand.wait_for_pages()
    assert view.images.best(1).scale < view.scene.layout.scale
    shown = view.viewport().grab().toImage()
    whole = as_drawn(sample.content(), view.scene.layout.scale)
    slot = view.scene.layout.slots[0]
    shift = QPoint(slot.x_px, slot.y_px) - view.offset()
    for x, y in itertools.product(range(0, shown.width(), 7), range(0, shown.height(), 7)):
        at = QPoint(x, y) - shift
        if whole.rect().contains(at):
            ours, theirs = shown.pixelColor(x, y), whole.pixelColor(at)
            assert abs(ours.lightness() - theirs.lightness()) < 8, (x, y)


def test_however_far_one_scrolls_at_the_largest_size_the_images_stay_bounded(view, hand, sample):
    view.resize(2560, 1440)
    view.set_document(sample)
    view.set_zoom(5)
    for down in range(0, 24_000, 1500):
        view.verticalScrollBar().setValue(down)
        hand.wait_for_pages()
        assert view.images.n_bytes < 96_000_000


def test_a_picture_that_takes_long_leaves_the_text_to_be_read(qtbot, letter):
    idle = Renderer()  # never started, so no picture comes
    view = PageView(COLOURS, idle)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    view.set_document(letter)
    qtbot.waitUntil(lambda: view.images.is_readable(1))
    assert ink(view) > 200
    view.go_to_page(6)
    qtbot.waitUntil(lambda: view.images.is_readable(6))
    assert ink(view) > 200


def test_pages_further_on_get_a_soft_preview(renderer, letter, qtbot):
    images = PageImages(renderer)
    images.set_document(letter)
    images.want({1: QRect()}, [2], [3, 4], 1.5)
    qtbot.waitUntil(lambda: not images.is_waiting, timeout=10_000)
    assert images.is_sharp(2, 1.5)
    assert images.best(3).n_bytes < images.best(2).n_bytes / 4
    images.set_document(None)


def test_pictures_that_nobody_fetched_hold_up_no_later_view(renderer, letter, qtbot):
    came = threading.Semaphore(0)
    gone = PageImages(renderer)
    gone.set_document(letter)
    renderer.told = came.release
    gone.want({1: QRect(), 2: QRect(), 3: QRect(), 4: QRect()}, [], [], 1.0)
    for _ in range(N_SLOTS):
        assert came.acquire(timeout=10)
    images = PageImages(renderer)
    images.set_document(letter)
    images.want({5: QRect()}, [], [], 1.0)
    qtbot.waitUntil(lambda: images.is_sharp(5, 1.0), timeout=10_000)
    images.set_document(None)


def test_what_is_asked_of_the_renderer_begins_with_what_is_in_sight(renderer, letter):
    images = PageImages(renderer)
    images.set_document(letter)
    images.want({3: QRect()}, [4, 2], [5], 1.0)
    assert images._asked[0] == RenderRequest(letter.uid, 3, 1.0)
    assert [each.page_number for each in images._asked] == [3, 4, 2, 5]
    images.set_document(None)
