"""Archives: nothing of coders' names, no PDFs, the same figures."""

from __future__ import annotations

import re
import shutil

import pytest

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import Cancelled, CannotWrite
from qualcode_app.services.agreement import agreements
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import archive, segment_tables
from qualcode_app.services.memos import memo_rows, memos
from qualcode_app.services.memos.memos import NewMemo, Target
from qualcode_app.services.merging import merging
from qualcode_app.services.provenance import checking
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

NAME = "Xanthippe van Quarlesvoort"


@pytest.fixture(scope="module")
def study(sample_file, tmp_path_factory):
    """The sample after a third coder, with a rare name that stands in notes, sent a file."""
    folder = tmp_path_factory.mktemp("archive")
    path = shutil.copy(sample_file, folder / "study.qualcode")
    theirs = shutil.copy(sample_file, folder / "Xanthippe_Quarlesvoort.qualcode")
    with Project.open(theirs) as other:
        other.write(people.add_coder, NewCoder(NAME))
        coder = next(row for row in other.read(people.coders) if row.name == NAME)
        other.author_uid = coder.uid
        target = Target(Kind.CODING, other.read(coding_rows.rows)[0].uid)
        for text in (f"Volgens {NAME} anders.", "Vraag het xanthippe, zie Quarlesvoorts brief."):
            other.write(memos.add, NewMemo(target, "question", coder.uid, text))
    with Project.open(path) as project:
        merging.carry_out(project, merging.prepare(project, [theirs]), {})
        made = archive.write(project, folder / "archive.qualcode")
        yield project, made


def test_no_byte_of_a_name_is_left(study):
    project, made = study
    content = made.path.read_bytes().lower()
    long_parts = {part for name in made.coders for part in re.findall(r"\w{8,}", name)}
    assert long_parts == {"Xanthippe", "Quarlesvoort"}  # short ones may be in any bytes
    for part in (*made.coders, *long_parts):
        assert part.lower().encode() not in content
        assert part.lower().encode("utf-16-le") not in content
    assert NAME.encode() in project.path.read_bytes()
    assert b"%pdf" not in content


def test_coders_are_numbered_and_names_in_notes_as_well(study):
    _, made = study
    assert sorted(made.coders.values()) == ["Codeur 1", "Codeur 2", "Codeur 3"]
    number = made.coders[NAME]
    with Project.open(made.path, read_only=True) as kept:
        assert sorted(row.name for row in kept.read(people.coders)) == sorted(made.coders.values())
        said = {row.text for row in kept.read(memo_rows.rows)}
    assert f"Volgens {number} anders." in said
    assert f"Vraag het {number}, zie {number} brief." in said


def test_codings_and_figures_are_the_same_and_the_file_is_sound(study):
    project, made = study
    with Project.open(made.path, read_only=True) as kept:
        table, ours = kept.read(segment_tables.table), project.read(segment_tables.table)
        hidden = {"Codeur", "Memo", "Kwam met", "Meegekomen met"}
        at = [i for i, column in enumerate(table.columns) if column.title not in hidden]
        told = [[row[i] for i in at] for row in table.rows]
        assert told == [[row[i] for i in at] for row in ours.rows]
        pooled = kept.read(agreements.table).pooled
        assert pooled.alpha == project.read(agreements.table).pooled.alpha
        assert len(kept.read(codebook.rows)) == len(project.read(codebook.rows))
        assert not any(row.has_file for row in kept.read(documents.rows))
    assert checking.check(made.path) == []


def test_a_file_that_is_there_and_a_stop_leave_everything_as_it_was(study, tmp_path):
    project, made = study
    before = made.path.read_bytes()
    with pytest.raises(CannotWrite, match="already a file"):
        archive.write(project, made.path)
    assert made.path.read_bytes() == before

    class Impatient:
        def report(self, done, total):
            if done:
                raise Cancelled

    with pytest.raises(Cancelled):
        archive.write(project, tmp_path / "stopped.qualcode", progress=Impatient())
    with pytest.raises(CannotWrite):
        archive.write(project, tmp_path / "absent" / "a.qualcode")
    assert list(tmp_path.iterdir()) == []
