from __future__ import annotations

import csv
from datetime import UTC, datetime
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from qualcode_app.domain.errors import Cancelled, CannotWrite
from qualcode_app.domain.facets import FacetValue
from qualcode_app.domain.printable import printable
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.snapshot import Column, Link, Snapshot, Table
from qualcode_app.formats import csv_reader
from qualcode_app.formats.csv_table import CsvExporter, CsvStyle
from qualcode_app.formats.xlsx import MAX_TEXT, XlsxExporter
from qualcode_app.services.agreement import agreements
from qualcode_app.services.coding import coding_rows, facets
from qualcode_app.services.exporting import code_agreement, exports, segment_tables
from qualcode_app.services.exporting.exports import Wish
from qualcode_app.services.store import people

AWKWARD = [
    "=1+1",
    "+31 6",
    "-3 graden",
    "@naam",
    "\x07 punt",
    "'=al gemarkeerd",
    "http://voorbeeld.nl",
    "_x0041_",
    'regel\neen; twee, "drie"',
    "𝔘nicode é ﬁ",
    "00123",
    " spatie ",
]


NUMBER = ("from", "to", "unit", "year")


def snapshot_of(texts):
    return Snapshot({"Blad": Table((Column("Citaat"),), [[text] for text in texts])})


def read_xlsx(path):
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]


def test_every_awkward_text_arrives_in_a_workbook_as_text(tmp_path):
    path = tmp_path / "a.xlsx"
    XlsxExporter().write(snapshot_of(AWKWARD), path, Silent())
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    said = [unescape(cell.value) for cell in cells]  # as a spreadsheet shows it
    assert said == [printable(text)[0] for text in AWKWARD]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


def test_a_csv_for_a_spreadsheet_marks_what_looks_like_a_formula(tmp_path):
    path = tmp_path / "a.csv"
    CsvExporter().write(snapshot_of(AWKWARD), path, Silent())
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        said = [row[0] for row in csv.reader(file, delimiter=";")][1:]
    assert said[:5] == ["'=1+1", "'+31 6", "'-3 graden", "'@naam", "\u2407 punt"]


def test_an_exact_csv_holds_every_text_as_it_is(tmp_path):
    path = tmp_path / "a.csv"
    CsvExporter(CsvStyle(dutch=False, exact=True)).write(snapshot_of(AWKWARD), path, Silent())
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [row[0] for row in csv.reader(file)][1:] == AWKWARD


def test_our_own_csv_reads_back(tmp_path):
    path = tmp_path / "a.csv"
    CsvExporter().write(snapshot_of(["=1+1", "gewoon"]), path, Silent())
    assert csv_reader.read(path) == [{"citaat": "=1+1"}, {"citaat": "gewoon"}]


def test_a_text_too_long_for_a_cell_is_cut_with_a_mark_and_whole_in_csv(tmp_path):
    long = snapshot_of(["x" * 40_000])
    XlsxExporter().write(long, tmp_path / "a.xlsx", Silent())
    ((said,),) = read_xlsx(tmp_path / "a.xlsx")
    assert len(said) == MAX_TEXT
    assert said.endswith("[…]")
    CsvExporter().write(long, tmp_path / "a.csv", Silent())
    assert (tmp_path / "a.csv").read_text("utf-8-sig").split() == ["Citaat", "x" * 40_000]


def test_numbers_times_and_links_are_real_in_a_workbook(tmp_path):
    columns = (
        *(Column("n", "integer"), Column("x", "number"), Column("t", "time")),
        *(Column("Naar"), Column("Lang")),
    )
    link = Link('p. "4"', "Bij lage PDF/Wonen.pdf#page=4")
    row = [3, 0.25, datetime(2026, 3, 5, 14, 30, tzinfo=UTC), link, Link("p. 5", "x" * 300)]
    empty = [None, float("nan"), None, "", "eind"]
    XlsxExporter().write(
        Snapshot({"A": Table(columns, [row, empty])}), tmp_path / "a.xlsx", Silent()
    )
    said, nothing = read_xlsx(tmp_path / "a.xlsx")
    assert said[:3] == [3, 0.25, datetime(2026, 3, 5, 14, 30)]  # noqa: DTZ001  as sheets have it
    assert said[3] == '=HYPERLINK("Bij lage PDF/Wonen.pdf#page=4","p. ""4""")'
    assert said[4] == "p. 5"  # a spreadsheet refuses such a long address
    assert nothing == [None, None, None, None, "eind"]


@pytest.mark.parametrize("exporter", [XlsxExporter(), CsvExporter()])
def test_a_cancelled_export_leaves_no_file(tmp_path, exporter):
    class Impatient:
        def report(self, done, total):
            raise Cancelled

    with pytest.raises(Cancelled):
        exporter.write(snapshot_of(["a"] * 2000), tmp_path / "a.out", Impatient())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("exporter", [XlsxExporter(), CsvExporter()])
def test_a_folder_that_is_not_there_is_one_sentence(tmp_path, exporter):
    with pytest.raises(CannotWrite, match="cannot be written"):
        exporter.write(snapshot_of(["a"]), tmp_path / "weg" / "a.out", Silent())


def test_the_quotes_of_all_codings_arrive_in_the_workbook(project, tmp_path):
    path = tmp_path / "a.xlsx"
    snapshot = exports.snapshot(project, Wish())
    XlsxExporter().write(snapshot, path, Silent())
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        *("Gecodeerde fragmenten", "Matrix", "Waarden", "Overeenstemming"),
        *("Codeboek", "Memo's", "Corpus", "Verantwoording"),
        *(f"Grafiek {number}" for number in range(1, 5)),
    ]
    sheet = book.worksheets[0]
    head = [cell.value for cell in sheet[1]]
    rows = {
        row[head.index("Identiteit")]: row for row in sheet.iter_rows(min_row=2, values_only=True)
    }
    codings = project.read(coding_rows.rows)
    assert len(rows) == len(codings)
    for coding in codings:
        row = dict(zip(head, rows[coding.uid], strict=True))
        assert row["Citaat zoals gedrukt"] == printable(coding.quote)[0]
        assert (row["Begin"], row["Einde"]) == (coding.anchor.start, coding.anchor.end)
        assert row["Vel"] == coding.page_number
        assert row["Blz. gedrukt"].partition("–")[0] == coding.page_label
        assert row["Code"] == coding.code_key
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref


def test_a_cleaned_quote_has_neither_line_ends_nor_hyphens_of_line_ends(project):
    table = project.read(segment_tables.table)
    titles = [column.title for column in table.columns]
    printed, clean = titles.index("Citaat zoals gedrukt"), titles.index("Citaat opgeschoond")
    hyphened = [row for row in table.rows if "-\n" in row[printed]]
    assert hyphened
    for row in table.rows:
        assert "\n" not in row[clean]
        assert "ﬁ" not in row[clean]
    assert any("-" not in row[clean] for row in hyphened)
    over_a_page = next(row for row in table.rows if row[printed].startswith("Eenzaam-\n"))
    assert over_a_page[clean].startswith("Eenzaamheid kent")  # the heads between are left out


def test_a_coding_tells_its_section_and_the_pages_it_runs_over(project):
    table = project.read(segment_tables.table)
    titles = [column.title for column in table.columns]
    section, pages = titles.index("Paragraaf"), titles.index("Blz. gedrukt")
    named = {row[section] for row in table.rows}
    assert len(named) > 10
    assert any(" › " in name for name in named)
    over = [row for row in table.rows if "–" in row[pages]]
    assert over
    for row in over:
        first, last = row[pages].split("–")
        assert int(last) == int(first) + 1


def test_a_number_can_be_calculated_with_beside_its_segment(project):
    coder, coding = project.read(people.coders)[0], project.read(coding_rows.rows)[0]
    facet = next(row for row in project.read(facets.rows) if row.kind == "number")
    project.author_uid = coder.uid
    said = FacetValue(
        facet.uid, value_min=Decimal("2.5"), value_max=Decimal(3), unit="euro", year=2030
    )
    role = next(row for row in project.read(facets.rows) if row.key == "role")
    measure = FacetValue(role.uid, option_key="measure")
    project.write(facets.set_values, coding.uid, (measure, said))
    table = project.read(segment_tables.table, "en")
    titles = [column.title for column in table.columns]
    row = next(row for row in table.rows if row[-1] == coding.uid)
    told = {part: row[titles.index(f"{facet.label_en}: {part}")] for part in NUMBER}
    assert told == {"from": 2.5, "to": 3, "unit": "euro", "year": 2030}


def test_level_columns_hold_the_path_of_the_code(project):
    table = project.read(segment_tables.table)
    titles = [column.title for column in table.columns]
    at = {title: titles.index(title) for title in ("Code", "Niveau 1", "Niveau 2", "Niveau 3")}
    row = next(row for row in table.rows if row[at["Code"]] == "WON-1a")
    assert row[at["Niveau 1"]].startswith("WON ")
    assert row[at["Niveau 2"]].startswith("WON-1 ")
    assert row[at["Niveau 3"]].startswith("WON-1a ")


def test_undefined_figures_are_empty_cells_with_a_remark(project):

    found = project.read(agreements.table)
    table = code_agreement.table(found)
    alpha = [column.title for column in table.columns].index("Krippendorff alpha")
    undefined = [row for row in table.rows if row[alpha] is None]
    assert all("alpha:" in row[-1] for row in undefined)
    assert table.rows[0][1] == "Alle codes samen"


def test_every_table_that_is_named_can_be_made():
    assert tuple(exports.MAKERS) == exports.KEYS
