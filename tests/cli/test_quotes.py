"""The quotation check on the command line."""

from __future__ import annotations


def test_a_draft_is_checked_quotation_by_quotation(qualcode, project_file, tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text("Zij zeggen “Erfpacht overwegen we niet.” en ‘xylofoon kwartet’.", "utf-8")
    said = qualcode("quotes", project_file, draft, "--json")
    assert [one["verdict"] for one in said.json] == ["literal", "nowhere"]
    wrong = qualcode("quotes", project_file, draft, "--wrong")
    assert "xylofoon" in wrong.out
    assert "Erfpacht" not in wrong.out


def test_a_draft_that_is_no_text_is_refused_in_one_line(qualcode, project_file, tmp_path):
    draft = tmp_path / "draft.docx"
    draft.write_bytes(b"PK\x03\x04\xff\xfe\x80")
    said = qualcode("quotes", project_file, draft)
    assert said.code == 2
    assert said.err.count("\n") == 1
