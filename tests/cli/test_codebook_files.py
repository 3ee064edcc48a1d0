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


def test_a_codebook_is_planned_and_imported_and_the_same_file_changes_nothing_more(
    qualcode, project_file, refi
):
    path = refi / "malformed" / "duplicate-names.qdc"
    planned = qualcode("codebook", "import", project_file, path, "--plan", "--json").json
    assert (planned["codes"], planned["batch"]) == (2, None)
    assert planned["findings"][0]["lost"]
    said = qualcode("codebook", "import", project_file, path)
    assert "2 codes taken in" in said.out
    again = qualcode("codebook", "import", project_file, path)
    assert again.out == "0 codes changed.\n"
    assert "Overig" in qualcode("codebook", project_file).out


def test_a_sheet_worked_on_elsewhere_is_taken_over_save_what_changed_here(
    qualcode, project_file, tmp_path
):
    sheet = tmp_path / "codes.csv"
    assert qualcode("codebook", "export", project_file, sheet).code == 0
    text = sheet.read_text("utf-8-sig")
    names = {
        row["key"]: row["label_en"] for row in qualcode("codebook", project_file, "--json").json
    }
    for key in ("WON-2", "WON-3"):
        text = text.replace(f";{names[key]};", f";{names[key]} anew;")
    sheet.write_text(text, "utf-8-sig")
    who = qualcode("coders", project_file).out.split("\t")[0]
    qualcode("codebook", "rename", project_file, "WON-3", "--label-en", "Ours", "--coder", who)
    planned = qualcode("codebook", "import", project_file, sheet, "--plan")
    assert "WON-2  changed  taken over" in planned.out
    assert "WON-3  clash  stays" in planned.out
    qualcode("codebook", "import", project_file, sheet, "--take", "WON-3", "--leave", "WON-2")
    now = _labels(qualcode, project_file)
    assert (now["WON-2"], now["WON-3"]) == (names["WON-2"], f"{names['WON-3']} anew")


def _labels(qualcode, project_file) -> dict[str, str]:
    rows = qualcode("codebook", project_file, "--json").json
    return {row["key"]: row["label_en"] for row in rows}


def test_a_broken_codebook_is_refused_in_one_line(qualcode, project_file, tmp_path):
    path = tmp_path / "bad.qdc"
    path.write_text("<!DOCTYPE a><a/>", encoding="utf-8")
    said = qualcode("codebook", "import", project_file, path)
    assert said.code == 2
    assert said.err.startswith("qualcode: bad.qdc, line 1: ")
    assert said.err.count("\n") == 1
