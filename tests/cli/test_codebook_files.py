"""Codebooks in and out from the command line."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("suffix", ["json", "qdc", "csv", "xlsx", "docx", "html"])
def test_a_codebook_is_exported_in_every_form(qualcode, project_file, tmp_path, suffix):
    path = tmp_path / f"book.{suffix}"
    said = qualcode("codebook", "export", project_file, path, "--language", "en")
    assert said.code == 0, said.err
    assert "176 codes" in said.out
    assert path.stat().st_size > 10_000


def test_a_codebook_is_planned_imported_and_refused_the_second_time(qualcode, project_file, refi):
    path = refi / "malformed" / "duplicate-names.qdc"
    planned = qualcode("codebook", "import", project_file, path, "--plan", "--json").json
    assert (planned["codes"], planned["batch"]) == (2, None)
    assert planned["findings"][0]["lost"]
    said = qualcode("codebook", "import", project_file, path)
    assert "2 codes taken in" in said.out
    again = qualcode("codebook", "import", project_file, path)
    assert again.code == 2
    assert "already has the codebook" in again.err
    assert "Overig" in qualcode("codebook", project_file).out


def test_a_broken_codebook_is_refused_in_one_line(qualcode, project_file, tmp_path):
    path = tmp_path / "bad.qdc"
    path.write_text("<!DOCTYPE a><a/>", encoding="utf-8")
    said = qualcode("codebook", "import", project_file, path)
    assert said.code == 2
    assert said.err.startswith("qualcode: bad.qdc, line 1: ")
    assert said.err.count("\n") == 1
