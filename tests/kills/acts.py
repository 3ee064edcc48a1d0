"""Real work on a project, act by act, for a process that is going to be killed."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pymupdf

from qualcode_app import paths
from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import DuplicateCoding
from qualcode_app.domain.progress import Silent
from qualcode_app.formats.xlsx import XlsxExporter
from qualcode_app.models import migrations
from qualcode_app.services.codebook import code_edits, code_moves, codebook
from qualcode_app.services.coding import coding_rows, codings, document_removal, reading
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents, intake
from qualcode_app.services.exporting import exports
from qualcode_app.services.exporting.exports import Wish
from qualcode_app.services.memos import memos
from qualcode_app.services.merging import batches, copies, merging
from qualcode_app.services.store import opening, people
from qualcode_app.services.store.project import Project


@dataclass(frozen=True)
class Place:
    """The files an act works with."""

    project: Path
    pdf: Path  # not in the project
    other: Path  # the file of another coder
    export: Path


Act = Callable[[Project, Place, random.Random], None]


def add_coding(project: Project, _: Place, chance: random.Random) -> None:
    text = chance.choice(project.read(documents.rows))
    start = chance.randrange(text.n_chars - 200)
    new = NewCoding(
        text.revision_uid,
        project.read(people.rounds)[0].uid,
        project.author_uid,
        chance.choice([row for row in project.read(codebook.rows) if row.level == 2]).uid,
        TextAnchor(start, start + chance.randint(20, 190)),
    )
    project.write(codings.add, replace(new, memo="Een twijfel.") if chance.random() < 0.5 else new)


def resize_coding(project: Project, _: Place, chance: random.Random) -> None:
    row = _some(project, chance)
    try:
        project.write(codings.resize, row.uid, replace(row.anchor, end=row.anchor.end - 3))
    except DuplicateCoding:
        add_coding(project, _, chance)


def recode(project: Project, _: Place, chance: random.Random) -> None:
    row = _some(project, chance)
    codes = [each.uid for each in project.read(codebook.rows) if each.level == 2]
    try:
        project.write(codings.recode, row.uid, chance.choice(codes))
    except DuplicateCoding:
        add_coding(project, _, chance)


def remove_coding(project: Project, _: Place, chance: random.Random) -> None:
    project.write(codings.remove, _some(project, chance).uid)


def write_memo(project: Project, _: Place, chance: random.Random) -> None:
    document = chance.choice(project.read(documents.rows))
    words = f"Overweging {chance.random()}"
    project.write(memos.write, Kind.DOCUMENT, document.uid, project.author_uid, words)


def read_a_family(project: Project, _: Place, chance: random.Random) -> None:
    document = chance.choice(project.read(documents.rows))
    where = Reading(project.author_uid, project.read(people.rounds)[0].uid, document.uid)
    family = chance.choice(project.read(codebook.families)).uid
    before = project.read(reading.states, where).get(family, "not_started")
    project.write(reading.set_state, where, [family], "busy" if before == "done" else "done")


def define_a_code(project: Project, _: Place, chance: random.Random) -> None:
    code = chance.choice(project.read(codebook.rows))
    text = project.read(code_edits.get, code.uid)
    words = f"Wat hieronder valt, {chance.random()}"
    project.write(code_edits.write, code.uid, replace(text, short_nl=words), "scherper")


def move_a_code(project: Project, _: Place, chance: random.Random) -> None:
    codes = [row for row in project.read(codebook.rows) if row.level == 2]
    code = chance.choice(codes)
    home = chance.choice(
        [row for row in project.read(codebook.families) if row.uid != code.parent_uid]
    )
    project.write(code_moves.move, code.uid, home.uid, None, "hoort daar")


def import_a_document(project: Project, place: Place, _: random.Random) -> None:
    taken = intake.take_in(project, [place.pdf]).taken
    if not taken:  # the one of an earlier act is in the way
        present = next(row for row in project.read(documents.rows) if row.title == place.pdf.stem)
        project.write(document_removal.remove, present.uid)


def merge_a_file(project: Project, place: Place, _: random.Random) -> None:
    plan = merging.prepare(project, [place.other])
    merging.carry_out(project, plan, {clash.key: clash.versions[0] for clash in plan.clashes})


def withdraw_the_merge(project: Project, place: Place, chance: random.Random) -> None:
    merged = [batch for batch in project.read(batches.facts) if batch.withdrawn_at is None]
    if merged:
        project.write(batches.withdraw, merged[-1].uid)
    else:
        merge_a_file(project, place, chance)


def export_a_workbook(project: Project, place: Place, _: random.Random) -> None:
    XlsxExporter().write(exports.snapshot(project, Wish()), place.export, Silent())


EVERYDAY: dict[str, Act] = {
    act.__name__: act
    for act in (
        add_coding,
        resize_coding,
        recode,
        remove_coding,
        write_memo,
        read_a_family,
        define_a_code,
        move_a_code,
    )
}
WITH_FILES: dict[str, Act] = {
    act.__name__: act
    for act in (import_a_document, merge_a_file, withdraw_the_merge, export_a_workbook)
}


def _trial_step(link: sqlite3.Connection) -> None:
    """Do what a step to a next format may do: a table more, and every coding written anew."""
    link.execute("CREATE TABLE trial (uid BLOB PRIMARY KEY, said TEXT NOT NULL) STRICT")
    link.execute("INSERT INTO trial SELECT uid, quote FROM coding")
    link.execute("UPDATE coding SET start_char = start_char")


def migrate(place: Place) -> None:
    """Open the project with a program whose format has one more table."""
    migrations.STEPS, migrations.CURRENT = {2: _trial_step}, 2
    opening.own_schema.cache_clear()
    Project.open(place.project).close()


def prepare(sample: Path, folder: Path) -> Place:
    """Make a project to work on, a document to import and the file of another coder to merge."""
    place = Place(
        *(folder / name for name in ("study.qualcode", "extra.pdf", "other.qualcode", "out.xlsx"))
    )
    shutil.copy(sample, place.project)
    with pymupdf.open(min(paths.samples().glob("*.pdf"))) as whole, pymupdf.open() as short:
        short.insert_pdf(whole, to_page=1)
        short.save(place.pdf)
    with Project.open(place.project) as project:
        copies.save_copy(project, place.other)
    with Project.open(place.other) as other:
        other.author_uid = other.read(people.coders)[1].uid
        for row in other.read(coding_rows.rows)[:4]:
            other.write(codings.remove, row.uid)
        for _ in range(6):
            add_coding(other, place, random.Random(_))
    return place


def _some(project: Project, chance: random.Random) -> coding_rows.CodingRow:
    return chance.choice(project.read(coding_rows.rows))
