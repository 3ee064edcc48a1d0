"""Reading PDFs: time against bare PyMuPDF and pdfminer, size of boxes, exactness of selections.

Run alone it prints its table; files may be named, else the samples and, beside the checkout, all
agreements of the corpus are taken.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pymupdf
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTTextContainer, LTTextLine

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.rows import Row

from qualcode_app.domain.boxes import PageBoxes
from qualcode_app.domain.extraction import ExtractedDocument, ExtractedPage
from qualcode_app.domain.reading_text import ReadingText
from qualcode_app.pdf.client import Extractor

SAMPLES = ROOT / "resources" / "samples"
AGREEMENTS = ROOT.parent / "shared" / "corpus" / "agreements"
FLAGS = 195  # ligatures, white space, clip to the media box, CID for unknown
RUNS = 3
PDFMINER_PAGES = 15  # of each file; it reads thirty a second
SELECTIONS = 20_000
CARET_PT = 0.75


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of one run."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def bare_rawdict(content: bytes) -> None:
    """Read all pages and keep nothing."""
    with pymupdf.open(stream=content, filetype="pdf") as document:
        for page in document:
            page.get_text("rawdict", flags=FLAGS)


def pdfminer_characters(content: bytes) -> int:
    """Look at every character of the first pages as the older QualCoder does; return its pages."""
    n_pages = 0
    for layout in extract_pages(BytesIO(content), maxpages=PDFMINER_PAGES):
        n_pages += 1
        for box in layout:
            if isinstance(box, LTTextContainer):
                for line in box:
                    if isinstance(line, LTTextLine):
                        _ = [(c.get_text(), c.bbox) for c in line if isinstance(c, LTChar)]
    return n_pages


def import_rows(files: Sequence[Path], extractor: Extractor) -> Iterator[Row]:
    """Compare our whole reading with bare rawdict (best of three runs) and with pdfminer."""
    contents = [path.read_bytes() for path in files]
    ours = [[timed(lambda c=c: extractor.extract(c, "x")) for c in contents] for _ in range(1)]
    bare = [[timed(lambda c=c: bare_rawdict(c)) for c in contents] for _ in range(1)]
    for _ in range(RUNS - 1):  # in turns, so that a busy minute hits both
        bare.append([timed(lambda c=c: bare_rawdict(c)) for c in contents])
        ours.append([timed(lambda c=c: extractor.extract(c, "x")) for c in contents])
    our_best = [min(times) for times in zip(*ours, strict=True)]
    bare_best = [min(times) for times in zip(*bare, strict=True)]
    ratio = sum(our_best) / sum(bare_best)
    yield Row("text, boxes, regions, units", sum(our_best), "s", 1.5, "rawdict", ratio)

    share = 0.0
    pdfminer = 0.0
    for content, ours_s in zip(contents, our_best, strict=True):
        with pymupdf.open(stream=content, filetype="pdf") as document:
            n_pages = document.page_count
        began = time.perf_counter()
        read = pdfminer_characters(content)
        pdfminer += time.perf_counter() - began
        share += ours_s * read / n_pages
    yield Row("the same pages", share, "s", 0.25, "pdfminer characters", share / pdfminer)


def size_rows(documents: Sequence[ExtractedDocument]) -> Iterator[Row]:
    """Tell what boxes take on disk and to decode, and what a reading text takes."""
    pages = [page for document in documents for page in document.pages]
    n_chars = sum(len(page.text) for page in pages)
    n_bytes = sum(len(page.boxes) for page in pages)
    yield Row("boxes", n_bytes / n_chars, "bytes per character", 2.1)
    decoding = timed(lambda: [PageBoxes.decode(page.boxes) for page in pages])
    yield Row("decode boxes", decoding / len(pages) * 1000, "ms per page")
    reading = timed(lambda: [ReadingText.of(d.text, d.regions) for d in documents])
    yield Row("reading text", reading / len(pages) * 1000, "ms per page")


def point_in(boxes: PageBoxes, index: int, share: float) -> tuple[float, float] | None:
    """Return a point in the box of a character on a horizontal line, from its left edge."""
    rect = boxes.rect(index)
    if rect is None or not any(
        line.horizontal and line.start <= index < line.end for line in boxes.lines
    ):
        return None
    return rect.x0_pt + share * (rect.x1_pt - rect.x0_pt), (rect.y0_pt + rect.y1_pt) / 2


def comes_back(page: ExtractedPage, boxes: PageBoxes, rng: random.Random) -> bool | None:
    """Select at random, paint, select by the edges of what was painted: the same?"""
    first = rng.randrange(boxes.n_chars)
    last = min(first + rng.randrange(400), boxes.n_chars - 1)
    begin, end = point_in(boxes, first, rng.random()), point_in(boxes, last, rng.random())
    if begin is None or end is None:
        return None
    start, stop = boxes.selection(*begin, *end)
    while start < stop and page.text[start].isspace():
        start += 1
    while stop > start and page.text[stop - 1].isspace():
        stop -= 1
    if start == stop:
        return None
    rects = boxes.rects(start, stop)
    again = boxes.selection(
        rects[0].x0_pt,
        (rects[0].y0_pt + rects[0].y1_pt) / 2,
        rects[-1].x1_pt,
        (rects[-1].y0_pt + rects[-1].y1_pt) / 2,
    )
    return again == (start, stop)


def wrong_carets(boxes: PageBoxes, page: ExtractedPage, rng: random.Random) -> tuple[int, int]:
    """Click into the left and right quarter of a letter; return the clicks and the wrong ones.

    A caret is right where the reader sees it at the edge of that letter; where lines are printed
    over each other it may belong to either.
    """
    index = rng.randrange(boxes.n_chars)
    rect = boxes.rect(index)
    left, right = point_in(boxes, index, 0.25), point_in(boxes, index, 0.75)
    if not page.text[index].isalnum() or rect is None or left is None or right is None:
        return 0, 0
    if rect.x1_pt - rect.x0_pt < 1:
        return 0, 0
    wrong = not is_seen_at(boxes, boxes.caret_at(*left), rect.x0_pt)
    return 2, wrong + (not is_seen_at(boxes, boxes.caret_at(*right), rect.x1_pt))


def is_seen_at(boxes: PageBoxes, gap: int, x_pt: float) -> bool:
    """Tell whether a caret stands at x: after the letter before it or before the one after it."""
    before, after = boxes.rect(gap - 1), boxes.rect(gap)
    edges = [before.x1_pt] if before else []
    edges += [after.x0_pt] if after else []
    return any(abs(edge - x_pt) <= CARET_PT for edge in edges)


def selection_rows(documents: Sequence[ExtractedDocument]) -> Iterator[Row]:
    """Tell how many selections and carets come out wrong."""
    rng = random.Random(11)
    pages = [page for document in documents for page in document.pages]
    weights = [len(page.text) for page in pages]
    chosen = rng.choices(range(len(pages)), weights, k=SELECTIONS)
    decoded = {number: PageBoxes.decode(pages[number].boxes) for number in set(chosen)}
    made = missed = clicks = wrong = 0
    for number in chosen:
        result = comes_back(pages[number], decoded[number], rng)
        made += result is not None
        missed += result is False
        more, bad = wrong_carets(decoded[number], pages[number], rng)
        clicks += more
        wrong += bad
    yield Row("selections that change", missed / made, f"of {made}", 0.003)
    yield Row("wrong carets inside words", wrong, f"of {clicks} clicks", 0)


def measure(files: Sequence[Path] | None = None) -> list[Row]:
    """Return the rows of this table."""
    if not files:
        files = sorted(SAMPLES.glob("*.pdf")) + sorted(AGREEMENTS.glob("*.pdf"))
    with Extractor() as extractor:
        extractor.extract(files[0].read_bytes(), "warm")  # the start of the process stays apart
        rows = list(import_rows(files, extractor))
        documents = [extractor.extract(path.read_bytes(), path.name) for path in files]
    return [*rows, *size_rows(documents), *selection_rows(documents)]


if __name__ == "__main__":
    for row in measure([Path(name) for name in sys.argv[1:]]):
        ratio = "" if row.ratio is None else f"{row.ratio:.2f} of {row.against}"
        print(f"{row.name:32}{row.value:10.4g} {row.unit:24}{ratio:32}{row.limit} {row.holds}")
