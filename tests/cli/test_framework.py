"""Summaries by case and theme by command, on the sample."""

from __future__ import annotations

import csv
import io

import openpyxl


def test_a_summary_is_written_read_and_written_out(project_file, tmp_path, qualcode):
    words = "Bouwt voor ouderen; =1+1 blijft tekst."
    said = qualcode(
        "summarise", project_file, "gemeente Lindewater", "WON", words, "--coder", "Noor de Wit"
    )
    assert said.out.strip() == f"Lindewater, WON: {words}"
    printed = qualcode("framework", project_file, "--language", "en").out
    rows = {row["Case"]: row for row in csv.DictReader(io.StringIO(printed))}
    title = next(name for name in rows["Lindewater"] if name.startswith("WON "))
    assert rows["Lindewater"][title] == words
    assert rows["Oostervaart"][title] == ""
    book = tmp_path / "kader.xlsx"
    assert qualcode("framework", project_file, "--out", book, "--json").json["rows"] == 3
    assert openpyxl.load_workbook(book).sheetnames == ["Samenvattingen", "Cellen"]
    text = tmp_path / "kader.md"
    assert qualcode("framework", project_file, "--out", text, "--json").json["summaries"] == 1
    assert f"\n\n{words}\n\n" in text.read_text("utf-8")


def test_themes_below_one_family_and_a_summary_taken_away(project_file, qualcode):
    write = ("summarise", project_file, "Lindewater", "WON-2")
    qualcode(*write, "Kort.", "--coder", "Noor de Wit")
    told = qualcode("framework", project_file, "--family", "WON", "--level", "2", "--json").json
    assert all(name.startswith("WON-") for row in told for name in row if name != "Casus")
    assert [value for row in told for value in row.values() if value == "Kort."]
    gone = qualcode(*write, "", "--coder", "Noor de Wit", "--json").json
    assert gone["text"] == ""


def test_bad_input_is_one_clear_line(project_file, tmp_path, qualcode):
    for arguments in (
        ("framework", project_file, "--family", "NIETS"),
        ("framework", project_file, "--out", tmp_path / "kader.odg"),
        ("summarise", project_file, "Nergenshuizen", "WON", "x", "--coder", "Noor de Wit"),
        ("summarise", project_file, "Lindewater", "WON", "x", "--coder", "Niemand"),
    ):
        said = qualcode(*arguments)
        assert (said.code, said.err.count("\n"), said.out) == (2, 1, "")
