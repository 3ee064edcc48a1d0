from __future__ import annotations

import pytest


def test_hits_are_printed_with_document_page_and_context(project_file, qualcode):
    said = qualcode("search", project_file, "sociale huur")
    lines = said.out.splitlines()
    assert len(lines) == 9
    assert all("[sociale huur]" in " ".join(line.split()).lower() for line in lines)
    assert lines[0].split("\t")[0] == "Kreekenburg 2026"
    assert said.err.strip() == "9 hits in 3 of 3 documents."


def test_hits_are_values_with_json(project_file, qualcode):
    found = qualcode("search", project_file, "won", "--mode", "start", "--json").json
    assert len(found) > 50
    assert {"document", "page", "start", "end", "match"} <= set(found[0])
    assert all(one["match"].lower().startswith("won") for one in found)


def test_a_search_can_be_kept_to_one_document(project_file, qualcode):
    said = qualcode("search", project_file, "wij", "--document", "Lindewater 2026", "--json")
    assert {one["document"] for one in said.json} == {"Lindewater 2026"}


def test_that_nothing_was_found_is_kept_in_the_project(project_file, qualcode, project):
    from qualcode_app.services.search import search_runs  # noqa: PLC0415

    project.close()
    said = qualcode("search", project_file, "coa", "--keep", "--coder", "Bram Stel")
    assert said.code == 0
    assert said.err.strip() == "0 hits in 3 documents."
    with type(project).open(project_file, read_only=True) as opened:
        (row,) = opened.read(search_runs.rows)
    assert (row.query.words, row.n_documents, row.n_hits) == ("coa", 3, 0)
    assert row.coder_name == "Bram Stel"


@pytest.mark.parametrize("words", ["(a", "[z-a]"])
def test_an_expression_that_is_wrong_is_refused_with_a_sentence(project_file, qualcode, words):
    said = qualcode("search", project_file, words, "--mode", "regex")
    assert said.code == 2
    assert "not understood" in said.err
