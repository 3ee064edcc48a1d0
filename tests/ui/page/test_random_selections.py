"""Random drags over real PDFs, pages and columns: the same at any zoom, turned and reopened."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain, pairwise

import pytest
from PySide6.QtCore import QPoint

from qualcode_app import paths
from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.boxes import PageBoxes
from qualcode_app.domain.changes import Kind
from qualcode_app.formats import codebook_json
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents, imports
from qualcode_app.services.documents.imports import NewDocument
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project
from qualcode_app.ui.highlights import page_source
from qualcode_app.ui.page.glyphs import Part

WITHIN_A_PAGE, OVER_PAGES, OVER_COLUMNS = 8, 5, 5  # drags per file
ZOOMS = (2.0, 1.4)
EXACT = 0.997
LONGEST = 900


@dataclass(frozen=True)
class Pick:
    """The first and the last letter of a selection, and at which of them the drag begins."""

    start: int
    end: int
    is_backwards: bool

    @property
    def ends(self):
        """Where the button goes down and where it comes up: the letter, and how far along it."""
        ends = (self.start, 0.25), (self.end, 0.75)
        return ends[::-1] if self.is_backwards else ends


def within_a_page(chance, source):
    """Return a stretch of one page for the ends of a selection to be drawn from."""
    page = chance.choice(source.pages)
    if page.n_chars < 80:
        return None
    start = page.start_char + chance.randrange(page.n_chars - 2)
    return start, min(start + chance.randint(0, LONGEST), page.start_char + page.n_chars - 1)


def about(chance, source, gap):
    """Return two places on either side of a gap in the text."""
    half = LONGEST // 2
    end = min(gap + chance.randrange(half), len(source.text) - 1)
    return max(0, gap - 1 - chance.randrange(half)), end


def over_pages(chance, source):
    """Return two places on two pages that follow one another."""
    number = chance.randrange(1, len(source.pages)) if len(source.pages) > 1 else 0
    pages = source.pages[max(number - 1, 0) : number + 1]
    if len(pages) < 2 or min(page.n_chars for page in pages) < 80:
        return None
    return about(chance, source, pages[1].start_char)


def over_columns(chance, source):
    """Return two places on either side of where the text goes on at the top of a column."""
    page = chance.choice(source.pages)
    lines = PageBoxes.decode(source.boxes(page.number)).lines
    breaks = [
        below.start
        for above, below in pairwise(lines)
        if below.y1_pt < above.y0_pt and (below.x0_pt > above.x1_pt or below.x1_pt < above.x0_pt)
    ]
    if not breaks:
        return None
    start, end = about(chance, source, page.start_char + chance.choice(breaks))
    return max(start, page.start_char), min(end, page.start_char + page.n_chars - 1)


def picked(chance, source):
    """Return selections of every kind that a document has room for, from letter to letter."""
    kinds = ((within_a_page, WITHIN_A_PAGE), (over_pages, OVER_PAGES), (over_columns, OVER_COLUMNS))
    return {
        kind: [pick for _ in range(wanted) if (pick := chosen(chance, source, kind))]
        for kind, wanted in kinds
    }


def chosen(chance, source, kind):
    """Return one selection; None where the document has none of its kind."""
    for _ in range(60):
        ends = kind(chance, source)
        if ends is None or not all(source.text[at].isalnum() for at in ends):
            continue
        if is_between_glyphs(source, ends[0]) and is_between_glyphs(source, ends[1] + 1):
            return Pick(*ends, is_backwards=chance.random() < 0.3)
    return None


def is_between_glyphs(source, gap):
    """Tell whether a caret can stand before a character: not within the one glyph of "ffi"."""
    page = source.pages[bisect_right(source.pages, gap, key=lambda page: page.start_char) - 1]
    rect = PageBoxes.decode(source.boxes(page.number)).rect(gap - page.start_char)
    return rect is None or (rect.x1_pt > rect.x0_pt and rect.y1_pt > rect.y0_pt)


def point(hand, offset, share):
    """Return a place on a letter; `share` runs along its line, however page or line are turned."""
    index, box = hand.box(offset)
    layout = hand.view.scene.layout
    along_x, along_y = reading_direction(hand, index, offset)
    x_share = 0.5 + along_x * (share - 0.5)
    y_share = 0.5 + along_y * (share - 0.5)
    x = box.x0_pt + x_share * (box.x1_pt - box.x0_pt)
    y = box.y0_pt + y_share * (box.y1_pt - box.y0_pt)
    slot = layout.slots[index]
    return QPoint(round(slot.x_px + x * layout.scale), round(slot.y_px + y * layout.scale)) - (
        hand.view.offset()
    )


def reading_direction(hand, index, offset):
    """Return whether a line goes right (1, 0), left (-1, 0), down (0, 1) or up (0, -1)."""
    lines = hand.view.scene.glyphs.lines(index)
    start, end = next((start, end) for start, end, _ in lines if start <= offset < end)
    if end - start == 1:
        turns = hand.view.scene.source.pages[index].rotation // 90
        return ((1, 0), (0, 1), (-1, 0), (0, -1))[turns]
    (_, first), (_, last) = hand.box(start), hand.box(end - 1)
    x, y = last.x0_pt - first.x0_pt, last.y0_pt - first.y0_pt
    if abs(x) > abs(y):
        return (1 if x > 0 else -1), 0
    return 0, (1 if y > 0 else -1)


def dragged(hand, pick):
    """Select by mouse from one letter to another, scrolling on the way; return place and words."""
    (first, first_share), (last, last_share) = pick.ends
    hand.view.select(None)
    hand.show(first)
    pressed = point(hand, first, first_share)
    hand.press(pressed)
    hand.move(pressed + QPoint(9, 2))
    hand.show(last)
    released = point(hand, last, last_share)
    hand.move(released)
    hand.release(released)
    return hand.view.selection(), hand.selected()


def boxes_hold_the_letters(hand, anchor):
    """Tell whether the painted rectangles lie over the middle of every letter between the ends."""
    glyphs = hand.view.scene.glyphs
    for part in glyphs.parts(anchor):
        painted = glyphs.rects(part)
        for offset in range(part.start, part.end):
            for box in glyphs.rects(Part(part.index, offset, offset + 1)):
                x, y = (box.x0_pt + box.x1_pt) / 2, (box.y0_pt + box.y1_pt) / 2
                if not any(
                    r.x0_pt - 0.1 <= x <= r.x1_pt + 0.1 and r.y0_pt - 0.1 <= y <= r.y1_pt + 0.1
                    for r in painted
                ):
                    return False
    return True


def leaps_over_what_is_no_running_text(hand, source, anchor):
    """Tell whether what is left out of a selection is just the footnotes and heads inside it."""
    inside = [one for one in source.skipped if one.overlaps(anchor)]
    if any(one.covers(anchor.start) or one.covers(anchor.end - 1) for one in inside):
        return hand.view.selection_holes() == ()
    return list(hand.view.selection_holes()) == inside


def selected(hand, source, zoom, picks):
    """Show a document at a zoom and drag over every pick; the place of each, proved by its words.

    The boxes painted for a place lie on its letters.
    """
    hand.view.set_document(None)
    hand.view.set_document(source)
    hand.view.set_zoom(zoom)
    places = []
    for pick in picks:
        anchor, words = dragged(hand, pick)
        assert anchor is not None, (source.title, zoom, pick)
        assert words == source.text[anchor.start : anchor.end]
        assert leaps_over_what_is_no_running_text(hand, source, anchor), (source.title, pick)
        if zoom == ZOOMS[0]:  # boxes are in points, the same at any zoom
            assert boxes_hold_the_letters(hand, anchor), (source.title, zoom, pick)
        places.append(anchor)
    return places


def kept(project, new, places):
    """Take a document into the project and code the places; return its uid."""
    changes = project.write(imports.add_document, new)
    (uid,) = changes[Kind.DOCUMENT].added
    revision_uid = project.read(documents.get, uid).revision_uid
    code_uid = next(row.uid for row in project.read(codebook.rows) if row.level == 2)
    round_uid = project.read(people.rounds)[0].uid
    for anchor in dict.fromkeys(places):
        coding = NewCoding(revision_uid, round_uid, project.author_uid, code_uid, anchor)
        project.write(codings.add, coding)
    return uid


@pytest.mark.corpus
@pytest.mark.slow
def test_random_selections_are_the_letters_gone_over(
    view, hand, corpus, source_from, extracted, tmp_path
):
    view.resize(1900, 1900)
    chance = random.Random(20260101)
    file, coder = tmp_path / "gesleept.qualcode", NewCoder("Proef Lezer")
    misses, shelf, n_made = [], {}, Counter()
    with Project.create(file, title="Gesleept", coder=coder) as project:
        project.author_uid = coder.uid
        project.write(codebook.load, codebook_json.read(paths.codebooks() / "combined.json"))
        for path in sorted((corpus / "agreements").glob("*.pdf")):
            source = source_from(path)
            turned = replace(
                source,
                pages=tuple(replace(p, rotation=(p.rotation + 90) % 360) for p in source.pages),
            )
            by_kind = picked(chance, source)
            n_made.update({kind: len(found) for kind, found in by_kind.items()})
            picks = list(chain.from_iterable(by_kind.values()))
            assert picks, path.name
            first = selected(hand, source, ZOOMS[0], picks)
            shown = [selected(hand, source, zoom, picks) for zoom in ZOOMS[1:]]
            shown.append(selected(hand, turned, ZOOMS[0], picks))
            for pick, *places in zip(picks, first, *shown, strict=True):
                if set(places) != {TextAnchor(pick.start, pick.end + 1)}:
                    misses.append((path.name, pick, places))
            new = NewDocument(extracted(path), path.read_bytes(), path.name)
            shelf[kept(project, new, first)] = picks, first
    with Project.open(file) as project:
        for uid, (picks, first) in shelf.items():
            row = project.read(documents.get, uid)
            source = page_source(project, row)
            assert selected(hand, source, ZOOMS[0], picks) == first, row.title
            stored = project.read(coding_rows.rows, revision_uid=row.revision_uid)
            assert {one.anchor for one in stored} == set(first)
            for one in stored:
                assert one.quote == source.text[one.anchor.start : one.anchor.end]
    assert n_made[within_a_page] >= 20 * WITHIN_A_PAGE
    assert n_made[over_pages] >= 20 * OVER_PAGES
    assert n_made[over_columns] >= 10 * OVER_COLUMNS
    assert len(misses) <= (1 - EXACT) * n_made.total(), misses
