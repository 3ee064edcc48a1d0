from __future__ import annotations

import csv
import io
from pathlib import Path

import click
import openpyxl
import pytest

from qualcode_app import paths
from qualcode_app.cli import cli

README = Path(__file__).resolve().parents[2] / "README.md"


def commands(group=cli, prefix=""):
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


@pytest.mark.parametrize(("name", "command"), list(commands()))
def test_every_command_has_help_and_a_line_in_the_readme(name, command, qualcode):
    assert command.help
    for parameter in command.params:
        assert isinstance(parameter, click.Argument) or parameter.help
    said = qualcode(*name.split(), "--help")
    assert said.code == 0
    assert "Usage" in said.out
    assert f"`qualcode {name}" in README.read_text("utf-8")


@pytest.mark.parametrize(("name", "command"), list(commands()))
def test_every_command_prints_json(name, command):
    assert "as_json" in {parameter.name for parameter in command.params}, name


def test_a_study_from_the_first_file_to_the_spreadsheet(tmp_path, qualcode):
    project = tmp_path / "studie.qualcode"
    pdf = paths.samples() / "oostervaart-2026.pdf"
    assert qualcode("new", project, "--coder", "Els Boom").code == 0
    added = qualcode("add", project, pdf, "--case", "Oostervaart", "--json").json
    assert added[0]["pages"] == 10
    assert qualcode("coders", project, "Jan Steen").out.splitlines() == [
        "EB\tEls Boom",
        "JS\tJan Steen",
    ]
    for coder, quote in (("EB", "420 woningen bijgebouwd"), ("JS", "420 woningen")):
        made = qualcode(
            "code",
            project,
            "oostervaart-2026",
            "WON-1",
            "--coder",
            coder,
            "--quote",
            quote,
            "--json",
        ).json
        assert made["quote"].replace("\n", " ") == quote
    assert qualcode("read", project, "--coder", "EB").code == 0
    assert qualcode("read", project, "--coder", "JS", "--family", "WON").code == 0

    listed = qualcode("codings", "list", project, "--coder", "JS", "--json").json
    assert [row["code_key"] for row in listed] == ["WON-1"]
    table = qualcode("agreement", project, "--json").json["table"]
    assert [row["code_key"] for row in table["rows"]] == ["WON-1"]
    assert 0 < table["rows"][0]["alpha"]["value"] < 1

    sheet = tmp_path / "uit.xlsx"
    assert qualcode("export", project, sheet).code == 0
    assert openpyxl.load_workbook(sheet).worksheets[0].max_row == 3


def test_the_agreement_table_is_csv_with_numbers(project_file, qualcode):
    said = qualcode("agreement", project_file, "--language", "en")
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert rows[0]["Label"] == "All codes together"
    assert 0 < float(rows[0]["Krippendorff alpha"]) < 1


def test_without_status_agreement_names_the_way_out(tmp_path, qualcode):
    project = tmp_path / "a.qualcode"
    pdf = paths.samples() / "oostervaart-2026.pdf"
    qualcode("new", project, "--coder", "A B")
    qualcode("coders", project, "C D")
    qualcode("add", project, pdf)
    for coder in ("AB", "CD"):
        qualcode(
            "code",
            project,
            "oostervaart-2026",
            "WON-1",
            "--coder",
            coder,
            "--start",
            700,
            "--end",
            800,
        )
    refused = qualcode("agreement", project)
    assert (refused.code, refused.out) == (2, "")
    assert "--all-read" in refused.err
    assert qualcode("agreement", project, "--all-read").code == 0


def test_codings_travel_by_csv_both_ways(project_file, tmp_path, qualcode):
    table = tmp_path / "in.csv"
    table.write_text(
        "document;coder;code;quote;memo\nOostervaart 2026;Noor de Wit;INC-2;420 woningen;nagaan\n",
        "utf-8",
    )
    before = len(qualcode("codings", "list", project_file, "--json").json)
    done = qualcode("codings", "import", project_file, table, "--json").json
    assert (done["imported"], done["there_already"], done["bad"]) == (1, 0, 0)
    again = qualcode("codings", "import", project_file, table, "--json").json
    assert again["there_already"] == 1
    out = tmp_path / "out.csv"
    qualcode("codings", "export", project_file, out, "--exact", "--international")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == before + 1
    assert any(row["Memo"] == "nagaan" for row in rows)


def test_a_line_that_cannot_be_placed_stops_the_import_and_is_named(
    project_file, tmp_path, qualcode
):
    table = tmp_path / "in.csv"
    table.write_text(
        "document,coder,code,quote\n"
        "Oostervaart 2026,Noor de Wit,INC-2,420 woningen\n"
        "Oostervaart 2026,Noor de Wit,INC-2,staat er niet in\n"
        "Oostervaart 2026,Niemand,INC-2,420 woningen\n"
        "Oostervaart 2026,Noor de Wit,XYZ,420 woningen\n",
        "utf-8",
    )
    before = qualcode("codings", "list", project_file).out
    refused = qualcode("codings", "import", project_file, table)
    assert refused.code == 2
    for number in ("line 3", "line 4", "line 5", "3 of 4 lines"):
        assert number in refused.err
    assert qualcode("codings", "list", project_file).out == before
    done = qualcode("codings", "import", project_file, table, "--skip-bad", "--json").json
    assert (done["imported"], done["bad"]) == (1, 3)


def test_a_table_of_another_program_is_matched_previewed_and_imported(
    project_file, tmp_path, qualcode
):
    table = tmp_path / "elders.csv"
    table.write_text("stuk;thema;wat\nOostervaart 2026;Iets nieuws;420 woningen\n", "utf-8")
    columns = ("document=stuk", "code=thema", "quote=wat")
    how = [part for said in columns for part in ("--column", said)]
    before = qualcode("codings", "list", project_file).out
    told = qualcode(
        "codings", "import", project_file, table, *how, "--new-codes", "--preview", "--json"
    ).json
    assert (told["new"], told["imported"], told["new_codes"]) == (1, 0, ["Iets nieuws"])
    assert qualcode("codings", "list", project_file).out == before
    told = qualcode("codings", "import", project_file, table, *how, "--new-codes", "--json").json
    assert told["imported"] == 1
    assert qualcode("batches", project_file, "--withdraw", told["batch"]).code == 0
    assert qualcode("codings", "list", project_file).out == before
    wrong = qualcode("codings", "import", project_file, table, "--column", "quote=bestaat niet")
    assert wrong.code == 2
    assert "stuk, thema, wat" in wrong.err


def test_a_table_without_the_columns_says_which(project_file, tmp_path, qualcode):
    table = tmp_path / "in.csv"
    table.write_text("document,coder\na,b\n", "utf-8")
    refused = qualcode("codings", "import", project_file, table)
    assert refused.code == 2
    assert "code, quote" in refused.err


def test_two_coders_files_are_merged_and_withdrawn(project_file, tmp_path, qualcode):
    copy = tmp_path / "noor.qualcode"
    qualcode("copy", project_file, copy)
    qualcode("code", copy, "Oostervaart 2026", "INC-2", "--coder", "NW", "--quote", "420 woningen")
    plan = qualcode("merge", project_file, copy, "--plan", "--json").json
    assert plan["merged"] is False
    assert plan["files"][0]["codings_by_coder"] == {"Noor de Wit": 1}
    before = qualcode("codings", "list", project_file).out
    assert qualcode("merge", project_file, copy).code == 0
    assert qualcode("codings", "list", project_file).out != before
    (batch,) = [
        row for row in qualcode("batches", project_file, "--json").json if row["kind"] == "merge"
    ]
    qualcode("batches", project_file, "--withdraw", batch["uid"])
    assert qualcode("codings", "list", project_file).out == before


def test_the_codebook_is_listed_as_a_tree(project_file, qualcode):
    lines = qualcode("codebook", project_file, "--language", "en", "--level", "2").out.splitlines()
    assert any(line.startswith("WON  Housing") for line in lines)
    assert any(line.startswith("  WON-1  ") for line in lines)


def test_texts_are_added_as_pages_and_found_by_their_words(tmp_path, qualcode):
    project, brief = tmp_path / "studie.qualcode", tmp_path / "brief.md"
    brief.write_text("# Wonen\n\nWij **bouwen** duizend woningen.\n", "utf-8")
    assert qualcode("new", project, "--coder", "Anna de Wit").code == 0
    (added,) = qualcode("add", project, brief, "--json").json
    assert (added["file"], added["pages"]) == ("brief.md", 1)
    (hit,) = qualcode("search", project, "bouwen duizend", "--json").json
    assert hit["document"] == "brief"


def test_a_folder_is_added_and_what_cannot_be_read_is_named(tmp_path, qualcode):
    project, folder = tmp_path / "a.qualcode", tmp_path / "pdfs"
    folder.mkdir()
    (folder / "kapot.pdf").write_bytes(b"%PDF-1.4 niets")
    (folder / "goed.pdf").write_bytes((paths.samples() / "kreekenburg-2026.pdf").read_bytes())
    qualcode("new", project, "--coder", "A B")
    said = qualcode("add", project, folder)
    assert said.code == 2
    assert "goed.pdf: 9 pages" in said.out
    assert "kapot.pdf" in said.err
    assert qualcode("documents", project).out == "goed: 9 pages, 0 codings\n"
    assert qualcode("add", project, folder / "goed.pdf").code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("documents", "weg.qualcode"),
        ("new",),
        ("nonsense",),
        ("codebook", "{text}"),
        ("export", "{project}", "{folder}/a.pdf"),
        ("code", "{project}", "Oostervaart 2026", "WON-1", "--coder", "NW"),
        ("new", "{project}", "--coder", "X"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_2(arguments, project_file, tmp_path, qualcode):
    text = tmp_path / "a.txt"
    text.write_text("geen project")
    names = {"text": text, "project": project_file, "folder": tmp_path}
    said = qualcode(*(argument.format(**names) for argument in arguments))
    assert said.code == 2
    assert "Traceback" not in said.err
    assert said.err.strip()


def test_the_demo_ends_with_the_paths_of_what_it_made(tmp_path, qualcode):
    said = qualcode("demo", tmp_path / "demo", "--json")
    made = said.json
    assert set(made) == {"project", "spreadsheet", "agreement", "picture"}
    for path in made.values():
        assert Path(path).stat().st_size > 1000
    assert Path(made["picture"]).read_bytes().startswith(b"\x89PNG")
    assert qualcode("demo", tmp_path / "demo").code == 0  # a second run replaces the first
