"""The quotation check on the command line."""

from __future__ import annotations

import docx
from docx.oxml.ns import qn


def test_a_draft_is_checked_quotation_by_quotation(qualcode, project_file, tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text("Zij zeggen “Erfpacht overwegen we niet.” en ‘xylofoon kwartet’.", "utf-8")
    said = qualcode("quotes", project_file, draft, "--json")
    assert [one["verdict"] for one in said.json] == ["literal", "nowhere"]
    wrong = qualcode("quotes", project_file, draft, "--wrong")
    assert "xylofoon" in wrong.out
    assert "Erfpacht" not in wrong.out


def test_a_word_document_is_read_with_tables_and_without_what_was_deleted(
    qualcode, project_file, tmp_path
):
    draft = docx.Document()
    draft.add_paragraph("Zij zeggen “Erfpacht overwegen we niet.”.")
    draft.add_table(1, 1).cell(0, 0).text = "En: “xylofoon kwartet”."
    run = draft.add_paragraph("Verder niets").add_run(" of toch “weg ermee vandaag”")
    text = run._r.find(qn("w:t"))
    text.tag = qn("w:delText")
    draft.save(tmp_path / "draft.docx")
    said = qualcode("quotes", project_file, tmp_path / "draft.docx", "--json")
    assert [one["verdict"] for one in said.json] == ["literal", "nowhere"]


def test_a_draft_that_is_no_text_is_refused_in_one_line(qualcode, project_file, tmp_path):
    draft = tmp_path / "draft.docx"
    draft.write_bytes(b"PK\x03\x04\xff\xfe\x80")
    said = qualcode("quotes", project_file, draft)
    assert said.code == 2
    assert said.err.count("\n") == 1
