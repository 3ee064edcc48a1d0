"""A project from annotated texts, as a command."""

from __future__ import annotations


def test_folders_per_coder_become_a_project_with_figures(tmp_path, qualcode):
    text = "Wij bouwen huizen in het dorp.\nEr komt een school."
    for coder, notes in (
        ("Ada", "T1\tWonen 4 17\tbouwen huizen\n"),
        ("Bo", "T1\tWonen 11 17\thuizen\n"),
    ):
        folder = tmp_path / "werk" / coder
        folder.mkdir(parents=True)
        (folder / "een.txt").write_text(text, "utf-8")
        (folder / "een.ann").write_text(notes, "utf-8")
    made = qualcode("annotated", tmp_path / "werk", tmp_path / "x.qualcode", "--json").json
    assert (made["documents"], made["coders"], made["codes"], made["codings"]) == (1, 2, 1, 2)
    table = qualcode("agreement", tmp_path / "x.qualcode", "--json").json["table"]
    assert round(table["rows"][0]["f1"]["value"], 4) == round(2 * 6 / (13 + 6), 4)


def test_a_folder_without_annotations_is_refused_and_nothing_is_made(tmp_path, qualcode):
    (tmp_path / "leeg").mkdir()
    said = qualcode("annotated", tmp_path / "leeg", tmp_path / "x.qualcode")
    assert said.code == 2
    assert "known form" in said.err
    assert not (tmp_path / "x.qualcode").exists()
