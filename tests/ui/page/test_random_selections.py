"""Random selections by mouse over real PDFs: the same at any zoom, turned, and reopened."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint

from qualcode_app import paths
from qualcode_app.domain.anchors import TextAnchor
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

PER_FILE = 5
ZOOMS = (2.0, 1.4)
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


def selected(hand, source, zoom, picks):
    """Show a document at a zoom and drag over every pick; the place of each, proved by its words.

    The boxes painted for a place lie on its letters.
    """
    hand.view.set_document(None)
    hand.view.set_document(source)
    hand.view.set_zoom(zoom)
    places = []
    for pick in picks:
        anchor, words = dragged(hand, *pick)
        assert anchor is not None, (source.title, zoom, pick)
        assert words == source.text[anchor.start : anchor.end]
        if anchor not in places:
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
    misses, shelf = [], {}
    with Project.create(file, title="Gesleept", coder=coder) as project:
        project.author_uid = coder.uid
        project.write(codebook.load, codebook_json.read(paths.codebooks() / "combined.json"))
        for path in sorted((corpus / "agreements").glob("*.pdf")):
            source = source_from(path)
            turned = replace(
                source,
                pages=tuple(replace(p, rotation=(p.rotation + 90) % 360) for p in source.pages),
            )
            picks = [pick for _ in range(PER_FILE) if (pick := chosen(chance, source))]
            assert picks, path.name
            first = selected(hand, source, ZOOMS[0], picks)
            shown = [selected(hand, source, zoom, picks) for zoom in ZOOMS[1:]]
            shown.append(selected(hand, turned, ZOOMS[0], picks))
            for (_, start, end), *places in zip(picks, first, *shown, strict=True):
                if set(places) != {TextAnchor(start, end + 1)}:
                    misses.append((path.name, start, end, places))
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
    n_made = sum(len(first) for _, first in shelf.values())
    assert n_made >= 20 * PER_FILE
    assert len(misses) <= (1 - EXACT) * n_made, misses
