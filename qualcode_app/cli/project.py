"""Commands that make a project and fill it."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.common import (
    EXISTING,
    EXISTING_FILE,
    FILE,
    Bar,
    as_json,
    opened,
    show,
    show_one,
)
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.formats import codebook_json
from qualcode_app.paths import codebooks
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import reading, rereading
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents, intake, recognition
from qualcode_app.services.documents.intake import Wishes
from qualcode_app.services.merging import copies
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project


@click.command()
@click.argument("project", type=FILE)
@click.option("--title", help="Title of the study; the file's name without one.")
@click.option("--coder", required=True, help="Your name as a coder.")
@click.option(
    "--codebook",
    "book",
    default="combined",
    show_default=True,
    help="A shipped codebook, a codebook file, or none.",
)
@as_json
def new(project: Path, title: str | None, coder: str, book: str, as_json: bool) -> None:
    """Make a new PROJECT file with one coder and a codebook."""
    loaded = None if book == "none" else codebook_json.read(_codebook_file(book))
    with Project.create(project, title=title or project.stem, coder=NewCoder(coder)) as made:
        if loaded is not None:
            made.write(codebook.load, loaded)
        facts = {"project": str(project), "title": made.title, "codebook": book}
    show_one(facts, as_json=as_json, said=f"Made {project}.")


def _codebook_file(book: str) -> Path:
    path = Path(book)
    if path.suffix == ".json":
        return path
    shipped = codebooks() / f"{book}.json"
    if not shipped.is_file():
        names = ", ".join(sorted(p.stem for p in codebooks().glob("*.json") if "." not in p.stem))
        raise RefusedChange(
            "There is no shipped codebook {name}. Choose one of: {names}.", name=book, names=names
        )
    return shipped


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("files", type=EXISTING, nargs=-1, required=True)
@click.option("--case", help="The municipality or party that the documents belong to.")
@click.option("--password", help="Password for PDFs that ask for one.")
@click.option("--ocr", "reads_scans", is_flag=True, help="Read pages without text with Tesseract.")
@as_json
def add(
    project: Path,
    files: tuple[Path, ...],
    case: str | None,
    password: str | None,
    reads_scans: bool,
    as_json: bool,
) -> None:
    """Add FILES (documents or folders of them) to PROJECT.

    A .txt, .md, .docx or .odt is set on pages, its text kept letter by letter; a picture is a page.
    Files that cannot be imported are named with the reason; the exit code is then 2.
    """
    names = [path.name for path in intake.files_in(files)]
    wishes = Wishes(
        case_names=dict.fromkeys(names, case) if case else {},
        passwords=dict.fromkeys(names, password) if password else {},
    )
    if reads_scans:
        recognition.check_installed()  # before anything is added
    with opened(project) as there:
        found = intake.take_in(there, files, wishes, Bar("Reading"))
        scans = [one.document_uid for one in found.taken if reads_scans and one.n_without_text]
        recognised = rereading.read_scans(there, scans, Bar("Recognising"))
    show(
        [
            *(
                {
                    "file": one.name,
                    "document": one.document_uid,
                    "pages": one.n_pages,
                    "notices": [str(notice) for notice in one.notices],
                    "recognised": recognised.get(one.document_uid, 0),
                }
                for one in found.taken
            ),
            *({"file": one.name, "refused": str(one.error)} for one in found.refused),
        ],
        as_json=as_json,
        line=lambda row: (
            f"{row['file']}: refused"
            if "refused" in row
            else f"{row['file']}: {row['pages']} pages"
            + "".join(f" – {n}" for n in row["notices"])
            + (f" – {row['recognised']} pages recognised" if row["recognised"] else "")
        ),
    )
    if found.refused:
        raise RefusedChange(
            "{n} of {total} files were not added: {reasons}",
            n=len(found.refused),
            total=len(names),
            reasons=" ".join(str(one.error) for one in found.refused),
        )


@click.command(name="documents")
@click.argument("project", type=EXISTING_FILE)
@as_json
def list_documents(project: Path, as_json: bool) -> None:
    """List the documents of PROJECT."""
    with opened(project, read_only=True) as there:
        rows = there.read(documents.rows)
    show(
        rows,
        as_json=as_json,
        line=lambda row: f"{row.title}: {row.n_pages} pages, {row.n_codings} codings",
        empty="No documents yet.",
    )


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("name", required=False)
@click.option("--initials", default="", help="Initials; made from the name without.")
@as_json
def coders(project: Path, name: str | None, initials: str, as_json: bool) -> None:
    """List the coders of PROJECT, or let NAME join."""
    if name is not None:
        with opened(project) as there:
            there.write(people.add_coder, NewCoder(name, initials))
    with opened(project, read_only=True) as there:
        rows = there.read(people.coders)
    show(rows, as_json=as_json, line=lambda row: f"{row.initials}\t{row.name}")


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.option("--coder", required=True, help="Who has read.")
@click.option("--document", "titles", multiple=True, help="Which documents; all without.")
@click.option("--family", "families", multiple=True, help="Which themes by key; all without.")
@click.option(
    "--state",
    type=click.Choice(["not_started", "busy", "done"]),
    default="done",
    show_default=True,
    help="How far the coder is.",
)
@as_json
def read(
    project: Path,
    coder: str,
    titles: tuple[str, ...],
    families: tuple[str, ...],
    state: reading.State,
    as_json: bool,
) -> None:
    """Note in PROJECT what a coder has read: only that counts as absent where nothing is coded."""
    with opened(project, coder=coder) as there:
        chosen = (
            [there.read(documents.named, title) for title in titles]
            if titles
            else there.read(documents.rows)
        )
        wanted = [key.casefold() for key in families]
        themes = [
            row
            for row in there.read(codebook.families)
            if not row.is_residual and (not wanted or row.key.casefold() in wanted)
        ]
        round_uid = there.read(people.present_round)
        for document in chosen:
            place = Reading(there.author_uid, round_uid, document.uid)
            there.write(reading.set_state, place, [row.uid for row in themes], state)
    show_one(
        {"documents": len(chosen), "themes": len(themes), "state": state},
        as_json=as_json,
        said=f"{len(chosen)} documents, {len(themes)} themes: {state}.",
    )


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("target", type=FILE)
@as_json
def copy(project: Path, target: Path, as_json: bool) -> None:
    """Write a copy of PROJECT to TARGET for another coder to work in and send back."""
    with opened(project) as there:
        copies.save_copy(there, target)
    show_one({"copy": str(target)}, as_json=as_json, said=f"Wrote {target}.")


COMMANDS = (new, add, list_documents, coders, read, copy)
