"""Highlights that are in a PDF already."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, takeover
from qualcode_app.services.coding.takeover import Wish
from qualcode_app.services.documents import documents, intake
from qualcode_app.services.memos import memo_rows
from qualcode_app.services.merging import batches
from qualcode_app.services.store import people

YELLOW = "#ffed00"


def taken_in(project, path: Path):
    found = intake.take_in(project, [path])
    assert not found.refused
    return takeover.read(project, found.taken[0].document_uid)


@pytest.fixture
def one(project, corpus):
    project.author_uid = project.read(people.coders)[0].uid
    return taken_in(project, corpus / "awkward" / "annotation-highlight.pdf")


def wish(project, **codes: str) -> Wish:
    uids = {row.key: row.uid for row in project.read(codebook.rows)}
    return Wish(
        project.read(people.coders)[0].uid,
        project.read(people.rounds)[0].uid,
        {colour: uids[key] for colour, key in codes.items()},
    )


def made(project, there):
    return project.read(coding_rows.rows, revision_uid=there.document.revision_uid)


@pytest.mark.corpus
def test_the_text_under_a_highlight_is_found_with_colour_author_and_note(one):
    (found,) = one.found
    assert (found.colour, found.author, found.contents) == (
        YELLOW,
        "Tim van der Meij",
        "Highlight content",
    )
    assert len(found.quote) > 10


@pytest.mark.corpus
def test_highlights_become_codings_and_notes_and_are_withdrawn_as_one(project, one):
    asked = wish(project, **{YELLOW: "WON-2"})
    project.write(takeover.add, one, asked)
    (coding,) = made(project, one)
    assert coding.code_key == "WON-2"
    assert coding.memo == "Highlight content"
    assert " ".join(coding.quote.split()) == one.found[0].quote
    assert project.read(batches.facts)[0].kind == "takeover"
    project.write(batches.withdraw, asked.batch_uid)
    assert made(project, one) == []
    assert coding.uid not in [row.target_uid for row in project.read(memo_rows.rows)]


@pytest.mark.corpus
def test_a_colour_without_a_code_is_left(project, one):
    with pytest.raises(RefusedChange):
        project.write(takeover.add, one, wish(project, **{"#000000": "WON-2"}))


@pytest.mark.corpus
def test_highlights_that_were_all_taken_over_are_refused(project, one):
    project.write(takeover.add, one, wish(project, **{YELLOW: "WON-2"}))
    before = made(project, one)
    with pytest.raises(RefusedChange, match="taken over before"):
        project.write(takeover.add, one, wish(project, **{YELLOW: "WON-2"}))
    assert made(project, one) == before
    project.write(takeover.add, one, wish(project, **{YELLOW: "WON-3"}))
    assert len(made(project, one)) == len(before) + 1


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "n_colours"),
    [("highlights", 6), ("quadpoints", 3), ("annotation-highlight-without-appearance", 1)],
)
def test_highlights_of_other_programs_cover_words(project, corpus, name, n_colours):
    there = taken_in(project, corpus / "awkward" / f"{name}.pdf")
    assert there.n_without_text == 0
    assert len(there.by_colour()) == n_colours
    text = project.read(documents.text, there.document.revision_uid)
    for one in there.found:
        assert "".join(text[one.anchor.start : one.anchor.end].split()) == "".join(
            one.quote.split()
        )


def test_a_document_without_highlights_has_none(project):
    document = project.read(documents.rows)[0]
    assert takeover.read(project, document.uid).found == ()
