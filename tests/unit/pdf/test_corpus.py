"""Real agreements and awkward files, through the calls everybody uses."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from qualcode_app.domain.boxes import PageBoxes, Rect, to_view
from qualcode_app.domain.errors import PasswordNeeded, UnreadableDocument
from qualcode_app.domain.extraction import ExtractedDocument, ExtractedPage
from qualcode_app.domain.reading_text import ReadingText, find_quote
from qualcode_app.pdf.client import Extractor, RenderedPage, Renderer, RenderRequest

pytestmark = [pytest.mark.corpus, pytest.mark.slow]

SCALE = 2.0
CONTRAST = 40  # between ink and ground, of 255
LOCKED = {
    "sample-libreoffice-writer-password.pdf": "openpassword",
    "issue6010_1.pdf": "abc",
    "derived-password-geheim.pdf": "geheim",
}
NO_PASSWORD_KNOWN = {"print_protection.pdf"}
BEYOND_REPAIR = {
    "derived-truncated.pdf",
    "poppler-395-0-fuzzed.pdf",
    "poppler-85140-0.pdf",
    "sample-unreadablemetadata.pdf",
}


@pytest.fixture(scope="module")
def files(corpus: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes()
        for folder in ("agreements", "awkward")
        for path in sorted((corpus / folder).glob("*.pdf"))
    }


@pytest.fixture(scope="module")
def documents(corpus: Path, files, extracted) -> dict[str, ExtractedDocument]:
    found = {}
    for name in files:
        if name not in BEYOND_REPAIR | NO_PASSWORD_KNOWN:
            (path,) = corpus.glob(f"a*/{name}")
            found[name] = extracted(path, password=LOCKED.get(name))
    return found


@pytest.fixture(scope="module")
def agreements(corpus: Path, documents) -> dict[str, ExtractedDocument]:
    return {path.name: documents[path.name] for path in (corpus / "agreements").glob("*.pdf")}


def pages_of(documents: dict[str, ExtractedDocument]) -> Iterator[tuple[str, ExtractedPage]]:
    for name, document in documents.items():
        for page in document.pages:
            yield name, page


def test_what_cannot_be_read_is_refused_in_one_sentence_with_its_name(files):
    with Extractor() as extractor:
        for name in BEYOND_REPAIR:
            with pytest.raises(UnreadableDocument, match=re.escape(name)):
                extractor.extract(files[name], name)
        for name in NO_PASSWORD_KNOWN | set(LOCKED):
            with pytest.raises(PasswordNeeded, match=re.escape(name)):
                extractor.extract(files[name], name)


def test_text_boxes_and_pages_agree_everywhere(documents):
    for name, page in pages_of(documents):
        where = f"{name} page {page.number}"
        boxes = PageBoxes.decode(page.boxes)
        assert boxes.n_chars == len(page.text), where
        assert page.text.endswith("\n"), where
        assert "\0" not in page.text, where
        page.text.encode()  # no lone surrogates
        ends = [(line.start, line.end) for line in boxes.lines]
        assert all(0 <= start < end < len(page.text) for start, end in ends), where
        assert all(one[1] < other[0] for one, other in pairwise(ends)), where
        for start, end in ends:
            assert "\n" not in page.text[start:end], where
            assert page.text[end] == "\n", where


def test_a_long_document_is_read_whole(documents):
    assert len(documents["derived-2200-pages.pdf"].pages) == 2200


def test_scans_are_read_with_a_warning(documents):
    for name in ("derived-scan.pdf", "pymupdf-test_3863.pdf"):
        n = len(documents[name].pages)
        assert f"No text on {n} of {n} pages." in str(documents[name].warnings[0])


def test_units_lie_in_order_and_hold_letters(documents):
    for name, document in documents.items():
        text = document.text
        notes = {(r.start, r.end) for r in document.regions}
        sentences = [unit for unit in document.units if unit.kind != "paragraph"]
        for unit in sentences:
            said = text[unit.start : unit.end]
            assert any(map(str.isalnum, said)), name
            assert said == said.strip(), name
        for one, other in pairwise(sentences):
            apart = one.end <= other.start
            assert apart or _in_note(other, notes) or _in_note(one, notes), name


def _in_note(unit, notes) -> bool:
    return any(start <= unit.start and unit.end <= end for start, end in notes)


def test_every_sentence_of_the_agreements_is_found_by_its_quote(agreements):
    rng = random.Random(2)
    for name, document in agreements.items():
        reading = ReadingText.of(document.text, document.regions)
        sentences = [u for u in document.units if u.kind == "sentence" and u.end - u.start > 30]
        for unit in rng.sample(sentences, min(len(sentences), 25)):
            quote = reading.quote(unit.start, unit.end)
            found = find_quote(reading, quote)
            assert found is not None, (name, quote)
            assert reading.quote(found.start, found.end) == quote, name


def test_selections_of_the_agreements_come_back_exactly(agreements):
    rng = random.Random(3)
    pages = [page for _, page in pages_of(agreements) if len(page.text) > 100]
    made = kept = 0
    for page in rng.choices(pages, [len(page.text) for page in pages], k=4000):
        boxes = PageBoxes.decode(page.boxes)
        first = rng.randrange(boxes.n_chars)
        last = min(first + rng.randrange(400), boxes.n_chars - 1)
        points = [_point(boxes, first, rng.random()), _point(boxes, last, rng.random())]
        if None in points:
            continue
        start, end = _trimmed(page.text, *boxes.selection(*points[0], *points[1]))
        if start == end:
            continue
        rects = boxes.rects(start, end)
        again = boxes.selection(
            rects[0].x0_pt,
            (rects[0].y0_pt + rects[0].y1_pt) / 2,
            rects[-1].x1_pt,
            (rects[-1].y0_pt + rects[-1].y1_pt) / 2,
        )
        made += 1
        kept += again == (start, end)
    assert made > 3000
    assert kept / made >= 0.997


def _point(boxes: PageBoxes, index: int, share: float) -> tuple[float, float] | None:
    line = next((line for line in boxes.lines if line.start <= index < line.end), None)
    rect = boxes.rect(index)
    if rect is None or line is None or not line.horizontal:
        return None
    return rect.x0_pt + share * (rect.x1_pt - rect.x0_pt), (rect.y0_pt + rect.y1_pt) / 2


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def test_ink_lies_in_the_boxes_of_words_and_none_between_them(files, documents):
    """Boxes and pictures agree: on cropped, turned and many-columned pages too."""
    rng = random.Random(5)
    chosen = []
    for name, document in documents.items():
        worded = [page for page in document.pages if page.n_words > 2]
        chosen += [(name, page) for page in rng.sample(worded, min(len(worded), 1))]
    pictures = _drawn(files, documents, chosen)
    inked = n_words = blank = n_gaps = 0
    for name, page in chosen:
        picture = pictures[name, page.number]
        assert picture.problem is None, name
        boxes = PageBoxes.decode(page.boxes)
        words = [m.span() for m in re.finditer(r"\w{2,}", page.text)]
        words = [word for word in words if _area(boxes.rects(*word)) > 4]
        seen = [_has_ink(picture, page, boxes.rects(*span)) for span in _some(rng, words, 40)]
        assert sum(seen) >= 0.9 * len(seen), name
        inked += sum(seen)
        n_words += len(seen)
        gaps = [m.span() for m in re.finditer(r"(?<=[^\W_]) (?=[^\W_])", page.text)]
        if page.text_source == "pdf" and "scan" not in name:
            wide = [g for g in gaps if _width(boxes, g) > 1.5]
            empty = [not _has_ink(picture, page, boxes.rects(*g)) for g in _some(rng, wide, 20)]
            blank += sum(empty)
            n_gaps += len(empty)
    assert n_words > 1500
    assert inked / n_words > 0.99
    assert blank / n_gaps > 0.85  # on photographs and tints nothing is blank


def _area(rects: list[Rect]) -> float:
    """Return square points; some files stack the letters of a word on one spot without width."""
    return sum((r.x1_pt - r.x0_pt) * (r.y1_pt - r.y0_pt) for r in rects)


def _some(rng: random.Random, spans: list[tuple[int, int]], n: int) -> list[tuple[int, int]]:
    return rng.sample(spans, min(len(spans), n))


def _width(boxes: PageBoxes, span: tuple[int, int]) -> float:
    rect = boxes.rect(span[0])
    return 0.0 if rect is None else rect.x1_pt - rect.x0_pt


def _drawn(files, documents, chosen) -> dict[tuple[str, int], RenderedPage]:
    found: dict[tuple[str, int], RenderedPage] = {}
    renderer = Renderer(timeout_s=60)
    for name, _ in chosen:
        renderer.open(name, documents[name].unlocked or files[name])
    renderer.request([RenderRequest(name, page.number, SCALE) for name, page in chosen])
    renderer.start()
    try:
        while len(found) < len(chosen):
            for picture in renderer.poll():
                wish, image = picture.wish, picture.image
                kept = None if image is None else memoryview(bytes(image))
                found[wish.key, wish.page_number] = replace(picture, image=kept)
    finally:
        renderer.close()
    return found


def _has_ink(picture: RenderedPage, page: ExtractedPage, rects: list[Rect]) -> bool:
    seen = (to_view(rect, page.rotation, page.width_pt, page.height_pt) for rect in rects)
    return any(_contrast(picture, rect) > CONTRAST for rect in seen)


def _contrast(picture: RenderedPage, rect: Rect) -> int:
    """Return the largest difference of one colour among the pixels inside a rectangle."""
    assert picture.image is not None
    left, right = int(rect.x0_pt * picture.scale) + 1, int(rect.x1_pt * picture.scale)
    top, bottom = int(rect.y0_pt * picture.scale) + 1, int(rect.y1_pt * picture.scale)
    left, right = max(left, 0), min(max(right, left + 1), picture.width_px)
    rows = range(max(top, 0), min(max(bottom, top + 1), picture.height_px))
    pixels = b"".join(
        picture.image[4 * (y * picture.width_px + left) : 4 * (y * picture.width_px + right)]
        for y in rows
    )
    return (
        max((max(pixels[c::4]) - min(pixels[c::4]) for c in range(3)), default=0) if pixels else 0
    )
