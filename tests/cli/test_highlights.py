"""Highlights of a PDF on the command line."""

from __future__ import annotations

import pytest


@pytest.mark.corpus
def test_highlights_are_listed_and_taken_over_by_colour(qualcode, project_file, corpus):
    path = corpus / "awkward" / "annotation-highlight.pdf"
    assert qualcode("add", project_file, path).code == 0
    (one,) = qualcode("highlights", project_file, "annotation-highlight", "--json").json
    assert one["colour"] == "#ffed00"
    code = "#ffed00=WON-2"
    made = qualcode("highlights", project_file, "annotation-highlight", "--code", code, "--json")
    assert made.json["made"] == 1
    batches = qualcode("batches", project_file, "--json").json
    assert made.json["batch"] in [batch["uid"] for batch in batches]


def test_a_colour_without_a_key_is_refused_in_one_line(qualcode, project_file):
    title = qualcode("documents", project_file, "--json").json[0]["title"]
    said = qualcode("highlights", project_file, title, "--code", "yellow")
    assert said.code == 2
    assert "COLOUR=KEY" in said.err
