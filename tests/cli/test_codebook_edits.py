"""The codebook is changed and compared by command."""

from __future__ import annotations


def keys(qualcode, project) -> list[str]:
    return [row["key"] for row in qualcode("codebook", "list", project, "--json").json]


def test_codes_are_renamed_moved_merged_and_retired(project_file, qualcode):
    who = ("--coder", qualcode("coders", project_file).out.split("\t")[0])
    qualcode("codebook", "rename", project_file, "WON-2", "--label-en", "Homes", *who)
    moved = qualcode("codebook", "move", project_file, "WON-3", "--below", "RUI", *who)
    assert moved.code == 0
    assert qualcode("codebook", "merge", project_file, "WON-4", "WON-1", *who).code == 0
    assert qualcode("codebook", "retire", project_file, "WON-5", *who).code == 0
    assert not {"WON-4", "WON-5"} & set(keys(qualcode, project_file))
    found = qualcode("codebook", "diff", project_file, "1", "--json").json
    told = {(one["key"], one["what"]) for one in found}
    assert {("WON-2", "changed"), ("WON-3", "moved"), ("WON-4", "removed")} <= told


def test_a_version_is_made_and_the_differences_written(project_file, qualcode, tmp_path):
    who = qualcode("coders", project_file).out.split("\t")[0]
    qualcode("codebook", "retire", project_file, "WON-5", "--coder", who)
    made = qualcode("codebook", "version", project_file, "--fix", "training", "--coder", who)
    assert "training" in made.out
    sheet = tmp_path / "diff.csv"
    assert qualcode("codebook", "diff", project_file, "1", "2", "--out", sheet).code == 0
    assert "WON-5" in sheet.read_text(encoding="utf-8-sig")
    assert qualcode("codebook", "diff", project_file, "9").code == 2


def test_the_codes_of_the_round_are_chosen_and_listed(project_file, qualcode):
    everything = qualcode("codebook", "active", project_file, "--json").json
    chosen = qualcode(
        "codebook",
        "active",
        project_file,
        "--level",
        "1",
        "--on",
        "WON-1",
        "--off",
        "RUI",
        "--json",
    ).json
    found = {row["key"] for row in chosen}
    assert {"WON", "WON-1", "WON-1a"} <= found
    assert not {"WON-2", "RUI"} & found
    assert len(found) < len(everything)
    assert "codes of the round" in qualcode("codebook", "version", project_file).out


def test_the_history_of_a_code_is_told(project_file, qualcode):
    who = qualcode("coders", project_file).out.split("\t")[0]
    told = ("--label-en", "Homes", "--coder", who, "--reason", "clearer")
    qualcode("codebook", "rename", project_file, "WON-2", *told)
    (newest, *_) = qualcode("codebook", "history", project_file, "WON-2", "--json").json
    assert newest["reason"] == "clearer"
    assert newest["author"]
    assert newest["changes"][0]["after"] == "Homes"
    assert "label_en" in qualcode("codebook", "history", project_file, "WON-2").out
