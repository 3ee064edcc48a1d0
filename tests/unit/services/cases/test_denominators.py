"""Every figure counts the documents in the corpus and no others."""

from __future__ import annotations

import pytest

from qualcode_app import paths
from qualcode_app.formats import codebook_json
from qualcode_app.services.agreement.reliability import Scope, spans
from qualcode_app.services.cases import case_edits
from qualcode_app.services.registers import loading, propositions, register_table
from qualcode_app.services.store import people


@pytest.fixture(params=["out", "open"])
def narrowed(register, request):
    """One of three documents does not count: out, or not decided yet."""
    uid = register.document("Lindewater").uid
    register.do(case_edits.set_state, [uid], request.param, "Dubbel")
    return register


def test_the_table_of_a_register_leaves_out_what_does_not_count(narrowed):
    project = narrowed.project
    project.write(loading.load, codebook_json.read(paths.codebooks() / "trend-study.json"))
    (trends,) = project.read(propositions.registers)
    coder = project.read(people.coders)[0]
    table = project.read(register_table.table, trends, coder.uid)
    assert [row.title for row in table.documents] == ["Kreekenburg 2026", "Oostervaart 2026"]


def test_agreement_leaves_out_what_does_not_count(narrowed):
    found = narrowed.project.read(spans, Scope(all_read=True))
    assert list(found.document_titles) == ["Kreekenburg 2026", "Oostervaart 2026"]
