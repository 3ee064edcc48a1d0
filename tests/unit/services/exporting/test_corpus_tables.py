"""What exports tell of the corpus: case, wave and groups per passage, and what does not count."""

from __future__ import annotations

import pytest

from qualcode_app.services.cases import case_edits, case_rows, group_edits, outside
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import exports, segment_tables
from qualcode_app.services.exporting.exports import Wish


@pytest.fixture
def grouped(project):
    """Lindewater is small and of 2026, Oostervaart is out, Havenmond has no document."""
    project.write(group_edits.add_system, "Grootte", ["Klein", "Groot"])
    (system,) = project.read(case_rows.group_systems)
    case = project.read(case_rows.find, "Lindewater")
    project.write(group_edits.set_typed, case.uid, "case", system.uid, "Klein")
    rows = {row.case_name: row.uid for row in project.read(documents.rows)}
    project.write(group_edits.place_in_wave, rows["Lindewater"], "2026")
    project.write(case_edits.set_state, [rows["Oostervaart"]], "out", "Niet vastgesteld")
    project.write(case_edits.add_case, "Havenmond")
    havenmond = project.read(case_rows.find, "Havenmond")
    project.write(outside.set_reason, havenmond.uid, "Niet gereed")
    return project


def test_every_passage_tells_case_wave_group_and_whether_it_counts(grouped):
    table = grouped.read(segment_tables.table)
    names = [column.title for column in table.columns]
    lines = [dict(zip(names, row, strict=True)) for row in table.rows]
    told = {(line["Casus"], line["Golf"], line["Grootte"], line["In corpus"]) for line in lines}
    assert told == {
        ("Kreekenburg", "", "", "in"),
        ("Lindewater", "2026", "Klein", "in"),
        ("Oostervaart", "", "", "uit"),
    }


def test_the_method_sheet_tells_what_counts_and_why_the_rest_does_not(grouped):
    table = exports.snapshot(grouped, Wish()).tables["Verantwoording"]
    said = [tuple(row) for row in table.rows]
    assert ("Documenten in het corpus", 2) in said
    assert ("Buiten het corpus", "Oostervaart 2026: Niet vastgesteld") in said
    assert ("Casus zonder document", "Havenmond: Niet gereed") in said
    assert ("Groep: Grootte", "Klein 1, Groot 0") in said
