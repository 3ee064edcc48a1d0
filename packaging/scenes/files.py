"""The files that scenes bring in: tables, codebooks, a marked PDF, another coder's copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from qualcode_app import paths
from qualcode_app.formats import codebook_json
from qualcode_app.services.codebook import code_edits, codebook
from qualcode_app.services.exchange import codebook_back, codebooks
from qualcode_app.services.merging import copies
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project
from scenes.stage import Stage

CASES = """Gemeente;Gemeentecode;Golf;Corpus;Reden;Groep: Grootte
gemeente Lindewater;0101;2026;in;;Groot
Oostervaart;102;2026;uit;Nog niet vastgesteld;Klein
Kreekenborg;103;2026;in;;Middelgroot
"""
LINES = (
    "Wij bouwen tweehonderd woningen in de dorpen langs het kanaal.",
    "De bus blijft ook in de avond rijden.",
    "Ouders betalen naar draagkracht mee aan de opvang.",
)
MARKERS = ([1, 0.92, 0.3], [0.55, 0.9, 0.55], [1, 0.92, 0.3])


def cases(stage: Stage) -> Path:
    """Write a sheet of cases of which one is unknown and one name is nearly right."""
    return _written(stage, "gemeenten.csv", CASES)


def codings(_stage: Stage) -> Path:
    """Return a table of codings: that of the sample."""
    return paths.samples() / "codings.csv"


def broken(stage: Stage) -> list[Path]:
    """Write files that cannot be taken in."""
    names = ("besluitenlijst.pdf", "bijlage 1.pdf", "bijlage 2.pdf", "raadsvoorstel.pdf")
    return [_written(stage, name, "geen pdf") for name in names]


def new_codebook(_stage: Stage) -> Path:
    """Return a codebook that the sample does not have."""
    return paths.codebooks() / "agenda-test.json"


def changed_codebook(stage: Stage) -> Path:
    """Write the codebook of the sample with some codes changed by a colleague."""
    row = stage.window.workspace.read(codebooks.book_keyed, "combined")
    book = stage.window.workspace.read(codebook_back.of, row.uid)
    others = {"WON-2": "Toewijzing en urgentie", "MOB-3": "Verkeer, parkeren en bereikbaarheid"}
    codes = tuple(replace(one, label_nl=others.get(one.key, one.label_nl)) for one in book.codes)
    path = stage.folder / "codeboek van het team.json"
    codebook_json.write(replace(book, codes=codes), path)
    return path


def marked_pdf(stage: Stage) -> Path:
    """Write a PDF whose lines were marked in another program."""
    path = stage.folder / "gemarkeerd.pdf"
    sheet = Canvas(str(path), pagesize=(500, 300))
    sheet.setFont("Helvetica", 14)
    for number, (words, colour) in enumerate(zip(LINES, MARKERS, strict=True)):
        top = 240 - 40 * number
        sheet.drawString(40, top, words)
        right = 40 + sheet.stringWidth(words, "Helvetica", 14)
        corners = [40, top + 12, right, top + 12, 40, top - 3, right, top - 3]
        sheet.highlightAnnotation("", [40, top - 3, right, top + 12], corners, colour)
    sheet.save()
    return path


def other_copy(stage: Stage) -> Path:
    """Write a copy in which somebody else worded a code anew; the code is changed here too."""
    path = stage.folder / "van Noor.qualcode"
    if not path.exists():
        copies.save_copy(stage.project, path)
        with Project.open(path) as other:
            _word(other, "Nieuwe woningen en wat zij kosten.", "De ander: betaalbaar telt ook.")
        _word(stage.project, "Woningen die erbij komen.", "Wij: alleen wat nieuw is.")
    return path


def _word(project: Project, short: str, full: str) -> None:
    uid = next(row.uid for row in project.read(codebook.rows) if row.key == "WON-1")
    project.author_uid = project.read(people.coders)[0].uid
    said = replace(project.read(code_edits.get, uid), short_nl=short, full_nl=full)
    project.write(code_edits.write, uid, said, "vergelijking van codeurs")


def _written(stage: Stage, name: str, text: str) -> Path:
    path = stage.folder / name
    path.write_text(text, encoding="utf-8")
    return path
