from __future__ import annotations

import os
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest

from qualcode_app.domain.errors import UnreadableDocument
from qualcode_app.pdf.client import (
    RenderedPage,
    Renderer,
    RenderRequest,
    render_png,
    svg_png,
)
from qualcode_app.pdf.renderer import CRASHED, DAMAGED, TOO_SLOW


def gathered(renderer: Renderer, n: int, seconds: float = 30) -> list[RenderedPage]:
    """Poll until n pages have come."""
    found: list[RenderedPage] = []
    end = time.monotonic() + seconds
    while len(found) < n and time.monotonic() < end:
        for page in renderer.poll():
            image = None if page.image is None else memoryview(bytes(page.image))
            found.append(replace(page, image=image))
        time.sleep(0.005)
    return found


def places(pages: list[RenderedPage]) -> list[tuple[str, int]]:
    return [(page.wish.key, page.wish.page_number) for page in pages]


@pytest.fixture
def renderer():
    one = Renderer()
    one.start()
    yield one
    one.close()


@pytest.fixture
def hasty():
    """A renderer that gives a page up soon, but waits for a new process on a busy machine."""
    one = Renderer(timeout_s=2)
    one.start()
    yield one
    one.close()


def test_a_page_comes_as_red_green_blue_without_padding(renderer, pdf):
    entries = b"/MediaBox[0 0 99 50]"
    renderer.open("a", pdf([], page=entries))
    renderer.request([RenderRequest("a", 1, 1.5)])
    (page,) = gathered(renderer, 1)
    assert (page.wish, page.scale, page.problem) == (RenderRequest("a", 1, 1.5), 1.5, None)
    assert (page.width_px, page.height_px) == (149, 75)
    assert page.image == b"\xff" * (4 * 149 * 75)


def test_a_turned_page_comes_as_it_is_displayed(renderer, pdf):
    renderer.open("a", pdf([], page=b"/MediaBox[0 0 100 50]/Rotate 90"))
    renderer.request([RenderRequest("a", 1, 1)])
    (page,) = gathered(renderer, 1)
    assert (page.width_px, page.height_px) == (50, 100)


def test_the_most_wanted_page_comes_first(renderer, pdf):
    renderer.open("a", pdf([], [], []))
    renderer.request([RenderRequest("a", n, 0.2) for n in (3, 1, 2)])
    assert [page.wish.page_number for page in gathered(renderer, 3)] == [3, 1, 2]


def test_a_new_wish_replaces_the_old_ones(hasty, pdf, endless):
    renderer = hasty
    renderer.open("slow", endless)
    renderer.open("a", pdf([], [], [], []))
    renderer.request([RenderRequest("slow", 1, 1), *[RenderRequest("a", n, 1) for n in (1, 2, 3)]])
    renderer.request([RenderRequest("a", 4, 1)])
    found: list[tuple[str, int]] = []
    while ("a", 4) not in (found := [*found, *places(gathered(renderer, 1))]):
        assert len(found) < 2
    assert gathered(renderer, 1, seconds=0.2) == []
    assert set(found) <= {("a", 4), ("slow", 1)}


def test_a_page_that_never_ends_is_given_up_and_the_next_one_is_drawn(hasty, pdf, endless):
    renderer = hasty
    renderer.open("slow", endless)
    renderer.open("a", pdf([]))
    renderer.request([RenderRequest("slow", 1, 1), RenderRequest("a", 1, 1)])
    first, second = gathered(renderer, 2)
    assert (first.wish.key, first.image, first.problem) == ("slow", None, TOO_SLOW)
    assert (second.wish.key, second.problem) == ("a", None)


def test_a_page_given_up_is_not_tried_again(hasty, endless):
    renderer = hasty
    renderer.open("slow", endless)
    renderer.request([RenderRequest("slow", 1, 1)])
    gathered(renderer, 1)
    pid = renderer._child.pid if renderer._child else None
    renderer.request([RenderRequest("slow", 1, 2)])
    assert [page.problem for page in gathered(renderer, 1)] == [TOO_SLOW]
    assert (renderer._child.pid if renderer._child else None) == pid


def test_a_crash_is_told_for_the_page_and_the_next_one_is_drawn(pdf, endless):
    renderer = Renderer(timeout_s=30)
    renderer.start()
    try:
        renderer.open("slow", endless)
        renderer.open("a", pdf([]))
        renderer.request([RenderRequest("slow", 1, 1), RenderRequest("a", 1, 1)])
        while "slow" not in renderer._known:
            time.sleep(0.01)
        os.kill(renderer._child.pid, signal.SIGKILL)
        assert [page.problem for page in gathered(renderer, 2)] == [CRASHED, None]
    finally:
        renderer.close()


def test_a_child_that_died_while_idle_costs_no_page(renderer, pdf):
    renderer.open("a", pdf([], []))
    renderer.request([RenderRequest("a", 1, 1)])
    gathered(renderer, 1)
    child = renderer._child
    os.kill(child.pid, signal.SIGKILL)
    while child.alive:
        time.sleep(0.01)
    renderer.request([RenderRequest("a", 2, 1)])
    assert [page.problem for page in gathered(renderer, 1)] == [None]


def test_a_damaged_document_and_a_missing_page_are_told(renderer, pdf):
    renderer.open("broken", b"no pdf")
    renderer.open("a", pdf([]))
    renderer.request([RenderRequest("broken", 1, 1), RenderRequest("a", 9, 1)])
    assert [page.problem for page in gathered(renderer, 2)] == [DAMAGED, DAMAGED]


def test_a_forgotten_document_is_drawn_no_more(renderer, pdf):
    renderer.open("a", pdf([]))
    renderer.open("b", pdf([]))
    renderer.request([RenderRequest("a", 1, 1)])
    gathered(renderer, 1)
    renderer.forget("a")
    renderer.request([RenderRequest("a", 1, 1), RenderRequest("b", 1, 1)])
    assert [page.wish.key for page in gathered(renderer, 1)] == ["b"]


def test_a_huge_picture_is_made_smaller_and_says_so(renderer, pdf):
    renderer.open("a", pdf([], page=b"/MediaBox[0 0 5000 5000]"))
    renderer.request([RenderRequest("a", 1, 4)])
    (page,) = gathered(renderer, 1)
    assert page.scale < 4
    assert page.width_px * page.height_px <= 10_000_000
    assert page.width_px == pytest.approx(5000 * page.scale, abs=1)


def test_polling_an_idle_renderer_gives_nothing(renderer):
    assert list(renderer.poll()) == []


def test_a_renderer_closes_while_a_page_hangs(endless):
    renderer = Renderer(timeout_s=60)
    renderer.start()
    renderer.open("slow", endless)
    renderer.request([RenderRequest("slow", 1, 1)])
    while "slow" not in renderer._known:
        time.sleep(0.01)
    renderer.close()
    assert list(renderer.poll()) == []


def test_a_closed_renderer_leaves_no_file_behind(pdf):
    renderer = Renderer()
    renderer.start()
    renderer.open("a", pdf([]))
    renderer.request([RenderRequest("a", 1, 1)])
    gathered(renderer, 1)
    name = renderer._shared.name
    renderer.close()
    assert not Path(name).exists()


def test_one_page_can_be_had_as_a_file(pdf):
    assert render_png(pdf([]), 1, 2).startswith(b"\x89PNG")


def test_one_page_that_cannot_be_had_is_refused(pdf, endless):
    with pytest.raises(UnreadableDocument):
        render_png(pdf([]), 2, 1)
    with pytest.raises(UnreadableDocument):
        render_png(b"no pdf", 1, 1)
    with pytest.raises(UnreadableDocument):
        render_png(endless, 1, 1, timeout_s=0.5)


def test_a_part_of_a_page_is_drawn_as_in_the_whole(renderer, photograph):
    renderer.open("a", photograph)
    renderer.request([RenderRequest("a", 1, 2), RenderRequest("a", 1, 2, (30, 10, 70, 40))])
    whole, part = gathered(renderer, 2)
    assert (part.width_px, part.height_px) == (40, 30)
    rows = [4 * (whole.width_px * y + 30) for y in range(10, 40)]
    assert bytes(part.image) == b"".join(bytes(whole.image[at : at + 160]) for at in rows)


def test_a_part_over_the_edge_ends_there(renderer, pdf):
    renderer.open("a", pdf([], page=b"/MediaBox[0 0 100 50]"))
    renderer.request([RenderRequest("a", 1, 1, (60, 0, 160, 100))])
    (part,) = gathered(renderer, 1)
    assert (part.width_px, part.height_px, part.problem) == (40, 50, None)


def test_pictures_nobody_fetched_of_a_forgotten_document_stop_no_other(renderer, pdf):
    renderer.open("a", pdf([], [], []))
    renderer.open("b", pdf([]))
    told = []
    renderer.told = lambda: told.append(1)
    renderer.request([RenderRequest("a", n, 1) for n in (1, 2, 3)])
    while len(told) < 2:
        time.sleep(0.01)
    renderer.forget("a")
    renderer.request([RenderRequest("b", 1, 1)])
    assert [page.wish.key for page in gathered(renderer, 1)] == ["b"]


def test_a_part_beyond_the_page_harms_nothing(renderer, pdf):
    renderer.open("a", pdf([], page=b"/MediaBox[0 0 100 50]"))
    renderer.request([RenderRequest("a", 1, 1, (100, 0, 200, 100))])
    (part,) = gathered(renderer, 1)
    assert (part.width_px, part.height_px, part.problem) == (1, 1, None)


def test_what_is_asked_for_again_comes_once(renderer, pdf):
    renderer.open("a", pdf([], []))
    first, second = RenderRequest("a", 1, 1), RenderRequest("a", 2, 1)
    told = []
    renderer.told = lambda: told.append(1)
    renderer.request([first])
    while not told:
        renderer.request([first])
    renderer.request([first, second])
    found = gathered(renderer, 2)
    assert [page.wish for page in found] == [first, second]
    assert gathered(renderer, 1, seconds=0.2) == []


def test_a_drawing_becomes_a_picture_and_nonsense_is_refused():
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20" viewBox="0 0 30 20"/>'
    picture = svg_png(drawing, 2)
    assert picture.startswith(b"\x89PNG")
    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (60, 40)
    with pytest.raises(UnreadableDocument):
        svg_png("no drawing", 2)
