"""The register of the corpus: what counts, and by what."""

from __future__ import annotations

from qualcode_app.services.cases.corpus import corpus


def test_documents_taken_in_count_and_know_their_case(project):
    found = project.read(corpus)
    assert [one.name for one in found.documents] == ["Kreekenburg", "Lindewater", "Oostervaart"]
    assert all(one.state == "in" and one.n_words > 3000 for one in found.documents)
    assert found.out == found.undecided == ()
    assert found.without_document == ()
