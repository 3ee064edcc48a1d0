"""Random selections by mouse over real PDFs: the same words at any zoom, turned, reopened."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.ui.page.glyphs import Part

PER_FILE = 6
ZOOMS = (2.0, 1.5, 2.6)
EXACT = 0.99
LONGEST = 900


def chosen(chance, source):
    """Return two letters of one page with level lines: the first and last of a selection."""
    for _ in range(200):
        page = chance.choice(source.pages)
        if page.n_chars < 80:
            continue
        start = page.start_char + chance.randrange(page.n_chars - 2)
        end = min(start + chance.randint(0, LONGEST), page.start_char + page.n_chars - 1)
        if source.text[start].isalnum() and source.text[end].isalnum():
            return page, start, end
    return None


def point(hand, offset, share):
    """Return a place on a letter; `share` runs along the line, however the page is turned."""
    index, box = hand.box(offset)
    layout = hand.view.scene.layout
    slot, rotation = layout.slots[index], hand.view.scene.source.pages[index].rotation
    along = share if rotation in {0, 90} else 1 - share
    x_share, y_share = (along, 0.5) if rotation in {0, 180} else (0.5, along)
    x = box.x0_pt + x_share * (box.x1_pt - box.x0_pt)
    y = box.y0_pt + y_share * (box.y1_pt - box.y0_pt)
    return QPoint(round(slot.x_px + x * layout.scale), round(slot.y_px + y * layout.scale)) - (
        hand.view.offset()
    )


def dragged(hand, page, start, end):
    """Select by mouse from one letter to another; return the place and the words."""
    hand.view.select(None)
    hand.view.go_to_page(page.number)
    hand.show(start)
    hand.drag(point(hand, start, 0.25), point(hand, end, 0.75))
    return hand.view.selection(), hand.selected()


def boxes_hold_the_letters(hand, anchor):
    """Tell whether the painted rectangles lie over the middle of every letter between the ends."""
    glyphs = hand.view.scene.glyphs
    index = glyphs.index_at(anchor.start)
    painted = glyphs.rects(Part(index, anchor.start, anchor.end))
    for offset in range(anchor.start, anchor.end):
        for box in glyphs.rects(Part(index, offset, offset + 1)):
            x, y = (box.x0_pt + box.x1_pt) / 2, (box.y0_pt + box.y1_pt) / 2
            if not any(
                r.x0_pt - 0.1 <= x <= r.x1_pt + 0.1 and r.y0_pt - 0.1 <= y <= r.y1_pt + 0.1
                for r in painted
            ):
                return False
    return True


@pytest.mark.corpus
@pytest.mark.slow
def test_random_selections_are_the_letters_gone_over(view, hand, corpus, source_from):
    view.resize(1900, 1900)
    chance = random.Random(20260101)
    misses, n_made = [], 0
    for path in sorted((corpus / "agreements").glob("*.pdf")):
        source = source_from(path)
        checked = set()  # boxes hang together with turning, not with the zoom
        turned = replace(
            source,
            pages=tuple(replace(p, rotation=(p.rotation + 90) % 360) for p in source.pages),
        )
        picks = [pick for _ in range(PER_FILE) if (pick := chosen(chance, source))]
        assert picks, path.name
        found = {}
        for name, shown, zoom in (
            *((f"zoom {zoom}", source, zoom) for zoom in ZOOMS),
            ("turned", turned, ZOOMS[0]),
            ("reopened", source, ZOOMS[0]),
        ):
            view.set_document(None)
            view.set_document(shown)
            view.set_zoom(zoom)
            for number, pick in enumerate(picks):
                found[name, number] = anchor, words = dragged(hand, *pick)
                assert anchor is not None, (path.name, name, pick)
                assert words == source.text[anchor.start : anchor.end]
                if (place := (shown is turned, anchor)) not in checked:
                    assert boxes_hold_the_letters(hand, anchor), (path.name, name, pick)
                    checked.add(place)
        for number, (_, start, end) in enumerate(picks):
            n_made += 1
            places = {name: found[name, number][0] for name, n in found if n == number}
            if set(places.values()) != {TextAnchor(start, end + 1)}:
                misses.append((path.name, start, end, places))
    assert n_made >= 20 * PER_FILE
    assert len(misses) <= (1 - EXACT) * n_made, misses
