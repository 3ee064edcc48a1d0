"""The report on texts on the command line."""

from __future__ import annotations


def test_every_document_is_reported(qualcode, project_file):
    found = qualcode("quality", project_file, "--json").json
    assert len(found) == 3
    assert all(one["without_text"] == [] for one in found)
    title = found[0]["title"]
    said = qualcode("quality", project_file, "--document", title)
    assert said.out.startswith(title)
    assert "suspicious characters" in said.out
