"""The sample agreements have what real ones have, and their codings are found in them."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import pymupdf
import pytest

from qualcode_app import paths

ROOT = Path(__file__).resolve().parents[3]
BUILDER = ROOT / "packaging" / "samples" / "build.py"
PDFS = sorted(paths.samples().glob("*.pdf"))
# As at import; the last flag names an unknown character after its code instead of U+FFFD.
FLAGS = (
    pymupdf.TEXT_PRESERVE_LIGATURES
    | pymupdf.TEXT_PRESERVE_WHITESPACE
    | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
)
MARGIN_PT = 62  # running heads and page numbers stand outside

per_agreement = pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)


def rows(name: str) -> list[dict[str, str]]:
    with (paths.samples() / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def spans(page: pymupdf.Page) -> list[tuple[pymupdf.Rect, float, str]]:
    """The spans of a page as shown: box, font size, text."""
    found = []
    for block in page.get_text("dict", flags=FLAGS)["blocks"]:
        for line in block["lines"]:
            box = pymupdf.Rect(line["bbox"]) * page.rotation_matrix
            box.normalize()
            found += [(box, span["size"], span["text"]) for span in line["spans"]]
    return found


def body_size(document: pymupdf.Document) -> float:
    sizes: Counter[float] = Counter()
    for page in document:
        for _, size, text in spans(page):
            sizes[round(size, 1)] += len(text)
    return sizes.most_common(1)[0][0]


def bare(text: str) -> str:
    """Without white space and hyphens, and with ligatures opened."""
    return re.sub(r"[\s\u00ad\u2010-]", "", unicodedata.normalize("NFKC", text))


def running_text(path: Path) -> str:
    """The bare text without running heads, page numbers, footnotes and their markers."""
    with pymupdf.open(path) as document:
        smallest = body_size(document) * 0.84
        return "".join(
            bare(text)
            for page in document
            for box, size, text in spans(page)
            if MARGIN_PT < box.y0 < page.rect.height - MARGIN_PT and size > smallest
        )


def line_texts(page: pymupdf.Page) -> list[str]:
    return page.get_text(flags=FLAGS).splitlines()


def has_columns(page: pymupdf.Page) -> bool:
    """Tell whether many lines begin in the right half beside lines that end in the left."""
    middle = page.rect.width / 2
    left = [box for box, _, _ in spans(page) if box.x1 < middle]
    right = [box for box, _, _ in spans(page) if box.x0 > middle]
    beside = [box for box in right if any(abs(box.y0 - other.y0) < 12 for other in left)]
    return len(beside) > 20


def test_there_are_three_agreements_of_modest_size():
    assert [path.name for path in PDFS] == [
        "kreekenburg-2026.pdf",
        "lindewater-2026.pdf",
        "oostervaart-2026.pdf",
    ]
    assert sum(path.stat().st_size for path in PDFS) < 600_000


@per_agreement
def test_an_agreement_has_eight_pages_or_more_and_bookmarks_of_two_levels(path):
    with pymupdf.open(path) as document:
        assert document.page_count >= 8
        outline = document.get_toc()
        assert {1, 2} <= {level for level, _, _ in outline}
        assert all(1 <= page <= document.page_count for _, _, page in outline)


@per_agreement
def test_the_printed_page_number_differs_from_the_sheet_number(path):
    with pymupdf.open(path) as document:
        last = document[-1]
        printed = [text for box, _, text in spans(last) if box.y0 > last.rect.height - MARGIN_PT]
        assert len(printed) == 1
        assert int(printed[0]) < document.page_count


def test_two_agreements_have_page_labels_and_one_has_none():
    labels = {}
    for path in PDFS:
        with pymupdf.open(path) as document:
            labels[path.stem] = [page.get_label() for page in document]
    assert labels["kreekenburg-2026"][:4] == ["omslag", "inhoud", "1", "2"]
    assert labels["lindewater-2026"][:5] == ["omslag", "i", "ii", "1", "2"]
    assert set(labels["oostervaart-2026"]) == {""}


@per_agreement
def test_an_agreement_has_words_divided_at_line_ends(path):
    with pymupdf.open(path) as document:
        lines = [line.strip() for page in document for line in line_texts(page)]
    divided = [
        (line, following)
        for line, following in pairwise(lines)
        if re.search(r"[a-z]{3}-$", line) and re.match(r"[a-z]{3}", following)
    ]
    assert len(divided) >= 10


@per_agreement
def test_an_agreement_has_footnotes_and_a_table_with_decimal_figures_or_sums(path):
    with pymupdf.open(path) as document:
        size = body_size(document)
        notes = [
            text
            for page in document
            for box, span_size, text in spans(page)
            if span_size < size * 0.84 and MARGIN_PT < box.y0 < page.rect.height - MARGIN_PT
        ]
        words = "".join(page.get_text() for page in document)
    assert len(notes) > 5
    assert re.search(r"\d,\d", words)
    assert re.search(r"€\s\d", words)


def test_some_pages_are_set_in_two_columns():
    for name in ("kreekenburg-2026.pdf", "oostervaart-2026.pdf"):
        with pymupdf.open(paths.samples() / name) as document:
            assert any(has_columns(page) for page in document)


def test_columns_are_read_one_after_the_other():
    text = running_text(paths.samples() / "kreekenburg-2026.pdf")
    across = "ookalsdetaalnognietafis.Metwerkgeversindetuinbouw"  # foot of one, head of the next
    assert across in text


def test_the_large_agreement_has_a_turned_page_and_ligatures():
    with pymupdf.open(paths.samples() / "lindewater-2026.pdf") as document:
        assert [page.rotation for page in document].count(90) == 1
        assert document[-1].rect.width > document[-1].rect.height
        assert "\ufb01" in "".join(page.get_text(flags=FLAGS) for page in document)


def test_the_medium_agreement_has_bullets_that_read_as_a_control_character():
    with pymupdf.open(paths.samples() / "kreekenburg-2026.pdf") as document:
        text = "".join(page.get_text(flags=FLAGS) for page in document)
    assert text.count("\u0007") >= 5


def test_some_passages_begin_like_a_formula():
    texts = [line for path in PDFS for page in pymupdf.open(path) for line in line_texts(page)]
    for sign in "=+@–":
        assert any(line.startswith(sign) for line in texts)


def test_every_quote_is_found_as_often_as_its_occurrence_says():
    texts = {path.name: running_text(path) for path in PDFS}
    missing = [
        row
        for row in rows("codings.csv")
        if texts[row["document"]].count(bare(row["quote"])) < int(row["occurrence"])
        or int(row["occurrence"]) < 1
    ]
    assert missing == []


def test_two_coders_coded_all_documents_and_no_coding_stands_twice():
    found = rows("codings.csv")
    counts = Counter((row["document"], row["coder"]) for row in found)
    assert set(counts) == {
        (path.name, coder) for path in PDFS for coder in ("Bram Stel", "Noor de Wit")
    }
    assert min(counts.values()) >= 25
    keys = [tuple(row[column] for column in row if column != "memo") for row in found]
    assert len(set(keys)) == len(keys)


def test_some_quotes_begin_like_a_formula_and_some_occur_later():
    found = rows("codings.csv")
    assert {row["quote"][0] for row in found} >= {"=", "+"}
    assert any(row["occurrence"] == "2" for row in found)


def test_every_code_and_family_exists_in_the_combined_codebook():
    source = paths.codebooks() / "combined.json"
    if not source.is_file():
        pytest.skip("codebooks/combined.json is not there")
    text = json.dumps(json.loads(source.read_text(encoding="utf-8")))
    used = {row["code"] for row in rows("codings.csv")}
    used |= {row["family"] for row in rows("status.csv")}
    assert {code for code in used if f'"{code}"' not in text} == set()


def test_the_status_covers_all_families_and_one_coder_is_not_ready():
    found = rows("status.csv")
    assert len({row["family"] for row in found}) == 15
    assert len(found) == 3 * 2 * 15
    open_ones = [row for row in found if row["state"] != "done"]
    assert {row["state"] for row in open_ones} == {"busy", "not_started"}
    assert {(row["document"], row["coder"]) for row in open_ones} == {
        ("lindewater-2026.pdf", "Bram Stel")
    }


def test_a_family_not_started_has_no_codings():
    found = rows("codings.csv")
    for status in rows("status.csv"):
        if status["state"] == "not_started":
            family = [
                row
                for row in found
                if (row["document"], row["coder"]) == (status["document"], status["coder"])
                and row["code"].split("-")[0] == status["family"]
            ]
            assert family == []


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory) -> Path:
    with pymupdf.open(PDFS[0]) as document:
        built_with = document.metadata["creator"]
    here = f"reportlab {version('reportlab')}, pyphen {version('pyphen')}"
    if built_with != here:
        pytest.skip(f"the shipped samples were built with {built_with}, here is {here}")
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run([sys.executable, BUILDER, folder], check=True, capture_output=True)
    return folder


@per_agreement
def test_building_again_gives_the_shipped_bytes(path, rebuilt):
    assert (rebuilt / path.name).read_bytes() == path.read_bytes()
