"""Codebooks as tables: everything on a code comes back, and bad tables are refused."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from qualcode_app.domain.errors import CannotWrite, UnreadableTable
from qualcode_app.formats import codebook_json
from qualcode_app.services.exchange import codebook_files

FOLDER = Path(__file__).resolve().parents[3] / "codebooks"


@pytest.fixture(scope="module")
def book():
    return codebook_json.read(FOLDER / "combined.json")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_codes_come_back_from_a_table_with_sources_seeds_and_notes(
    tmp_path, book, suffix, language
):
    path = tmp_path / f"book{suffix}"
    codebook_files.write(book, path, language)
    arrived = codebook_files.read(path)
    assert arrived.book == replace(book, facets=(), registers=(), scales=())
    (finding,) = arrived.findings
    assert finding.is_loss
    assert "6 facets and 0 registers stayed behind" in str(finding)


def test_a_source_of_an_unknown_text_is_known_by_its_name_and_a_bad_one_is_told(tmp_path):
    path = tmp_path / "mine.csv"
    text = "label;sources\nWonen;S9 | 4-5 | Een | Kop | p. 3 (printed)\nBouwen;zomaar\n"
    path.write_text(text, "utf-8")
    arrived = codebook_files.read(path)
    (source,) = arrived.book.codes[0].sources
    assert (source.seed, source.line_to, source.page) == ("S9", 5, "3")
    assert [seed.tag for seed in arrived.book.seeds] == ["S9"]
    assert [finding.is_loss for finding in arrived.findings] == [True, False]


def test_a_table_has_a_row_per_code_and_a_column_per_level(tmp_path, book):
    path = tmp_path / "book.csv"
    codebook_files.write(book, path, "nl")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) == 176
    row = next(row for row in rows if row["parent"] and row["level 3"])
    assert row["level 1"]
    assert row["level 2"]


def test_text_of_a_cell_is_never_a_formula(tmp_path, book):
    code = replace(book.codes[0], label_nl="=1+1", short_nl="@SUM(A1)", not_when=())
    odd = replace(book, codes=(code,), registers=())
    for suffix in (".csv", ".xlsx"):
        path = tmp_path / f"odd{suffix}"
        codebook_files.write(odd, path, "nl")
        (back,) = codebook_files.read(path).book.codes
        assert (back.label_nl, back.short_nl) == ("=1+1", "@SUM(A1)")
    sheet = load_workbook(tmp_path / "odd.xlsx").worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_somebody_s_own_table_is_read_by_its_level_columns(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("Level 1,Level 2,Definition\nWonen,,Huizen\nWonen,Bouwen,Nieuw\n", "utf-8")
    first, second = codebook_files.read(path).book.codes
    assert (first.key, first.full_nl, first.parent) == ("Wonen", "Huizen", None)
    assert (second.label_en, second.parent) == ("Bouwen", "Wonen")


def test_rows_without_a_name_and_names_that_repeat_are_told(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("label;keywords\nWonen;huis (zomaar)\n;weg\nWonen;\n", "utf-8")
    arrived = codebook_files.read(path)
    assert [code.key for code in arrived.book.codes] == ["Wonen", "Wonen-2"]
    assert [finding.line for finding in arrived.findings] == [2, 3, 4]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a;b\n1;2\n", "line 1: no column names the codes"),
        ("label\n", "line 1: there are no codes"),
        ("key;parent;label\nA;B;x\nB;A;y\n", "lies below itself"),
        ("key;label\nA;x\nA;y\n", "line 3: the key A stands here twice"),
        ("key;parent;label\nA;weg;x\n", "line 2: there is no code weg to be the parent"),
        ("label;colour\nx;rood\n", "line 2: a colour is written"),
        ("label;full_nl\nx;" + "y" * 20_001 + "\n", "line 2: full_nl has 20001 characters"),
    ],
)
def test_a_bad_table_is_refused_with_line_and_reason(tmp_path, text, told):
    path = tmp_path / "bad.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(UnreadableTable) as refused:
        codebook_files.read(path)
    assert told in str(refused.value)


def test_what_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "bad.xlsx"
    path.write_text("geen werkmap", "utf-8")
    with pytest.raises(UnreadableTable, match="no sound workbook"):
        codebook_files.read(path)
    empty = tmp_path / "empty.xlsx"
    Workbook().save(empty)
    with pytest.raises(UnreadableTable, match="no codes"):
        codebook_files.read(empty)


def test_an_unknown_kind_of_file_is_refused_both_ways(tmp_path, book):
    with pytest.raises(UnreadableTable, match="no kind of codebook"):
        codebook_files.read(tmp_path / "book.sav")
    with pytest.raises(CannotWrite, match="cannot be written as"):
        codebook_files.write(book, tmp_path / "book.sav", "nl")
