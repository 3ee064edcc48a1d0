"""Codebooks go out of a project as they came in, and come in as one batch."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qualcode_app.domain.codebook_arrival import ArrivedCodebook
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.formats import codebook_json, refi_codebook_reader
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import codings
from qualcode_app.services.exchange import codebook_back, codebook_files, codebooks
from qualcode_app.services.store import journal

FOLDER = Path(__file__).resolve().parents[4] / "codebooks"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json") if path.stem != "codebook.schema")


def _of(project, key):
    return project.read(codebook_back.of, project.read(codebooks.book_keyed, key).uid)


def _sorted(book):
    """A project keeps no order of scales, groups, and of the codes of one proposition."""
    registers = tuple(
        replace(
            one,
            scale_by_test=tuple(sorted(one.scale_by_test, key=lambda choice: choice.test)),
            propositions=tuple(
                replace(entry, codes=tuple(sorted(entry.codes))) for entry in one.propositions
            ),
            groups=tuple(
                replace(group, members=tuple(sorted(group.members)))
                for group in sorted(one.groups, key=lambda group: group.key)
            ),
        )
        for one in sorted(book.registers, key=lambda one: one.key)
    )
    return replace(
        book, registers=registers, scales=tuple(sorted(book.scales, key=lambda one: one.key))
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_codebook_comes_out_of_a_project_as_it_went_in(project, name):
    book = codebook_json.read(FOLDER / f"{name}.json")
    known = {row.key for row in project.read(codebooks.books)}
    if name != "combined" and "combined" not in known:
        pytest.skip("the registers name codes of the combined codebook")
    if book.key not in known:
        project.write(codebooks.take_in, ArrivedCodebook(book), journal.new_uid())
    assert _sorted(_of(project, book.key)) == _sorted(book)


def test_a_foreign_codebook_arrives_beside_ours_goes_out_again_and_is_withdrawn(
    project, refi, tmp_path
):
    before = len(project.read(codebook.rows))
    arrived = refi_codebook_reader.read(refi / "samples" / "spec-conform.qdc")
    batch = journal.new_uid()
    project.write(codebooks.take_in, arrived, batch)
    assert len(project.read(codebook.rows)) == before + 4
    path = tmp_path / "back.qdc"
    codebook_files.write(_of(project, arrived.book.key), path, "nl")
    back = refi_codebook_reader.read(path)
    assert (back.book.codes, back.origins, back.sets) == (
        arrived.book.codes,
        arrived.origins,
        arrived.sets,
    )
    project.write(codebooks.withdraw, batch)
    assert len(project.read(codebook.rows)) == before
    assert arrived.book.key not in {row.key for row in project.read(codebooks.books)}
    project.write(codebooks.take_in, arrived, journal.new_uid())
    assert len(project.read(codebook.rows)) == before + 4


def test_the_same_codebook_does_not_arrive_twice(project, refi):
    arrived = refi_codebook_reader.read(refi / "samples" / "spec-conform.qdc")
    assert not project.read(codebooks.plan, arrived).is_known
    project.write(codebooks.take_in, arrived, journal.new_uid())
    assert project.read(codebooks.plan, arrived).is_known
    with pytest.raises(RefusedChange, match="already has the codebook"):
        project.write(codebooks.take_in, arrived, journal.new_uid())


def test_the_plan_names_codes_that_are_here_by_key_or_name(project):
    here = project.read(codebook.rows)[0]
    book = codebook_json.read(FOLDER / "agenda-test.json")
    one, other = (replace(code, parent=None, not_when=()) for code in book.codes[:2])
    codes = (replace(one, key=here.key), replace(other, label_nl=here.label_nl.upper()))
    arrived = ArrivedCodebook(replace(book, codes=codes, registers=()))
    clashes = project.read(codebooks.plan, arrived).clashes
    assert [(clash.here_key, clash.same_key) for clash in clashes] == [
        (here.key, True),
        (here.key, False),
    ]


def test_a_codebook_in_use_is_not_withdrawn(desk, refi):
    project = desk.project
    batch = journal.new_uid()
    arrived = refi_codebook_reader.read(refi / "samples" / "spec-conform.qdc")
    project.write(codebooks.take_in, arrived, batch)
    codes = {row.key: row.uid for row in project.read(codebook.rows)}
    new = replace(desk.new(0, 20), code_uid=codes["Harde-belofte"])
    project.write(codings.add, new)
    with pytest.raises(RefusedChange, match="in use"):
        project.write(codebooks.withdraw, batch)


def test_an_unknown_codebook_is_told(project):
    with pytest.raises(UnknownRecord):
        project.read(codebooks.book_keyed, "weg")
    with pytest.raises(UnknownRecord):
        project.read(codebook_back.of, journal.new_uid())
