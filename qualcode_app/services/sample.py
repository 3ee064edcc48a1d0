"""The sample project: three invented agreements, coded by two invented coders."""

from __future__ import annotations

from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

from qualcode_app import paths
from qualcode_app.domain import numbers
from qualcode_app.domain.errors import UnreadableTable
from qualcode_app.domain.facets import FacetValue
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.formats import codebook_json, csv_reader
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_import, coding_rows, facets, reading
from qualcode_app.services.coding.reading import Reading, State
from qualcode_app.services.documents import documents, intake
from qualcode_app.services.documents.intake import Wishes
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import SUFFIX, Project

TITLE = "Voorbeeld: drie akkoorden"
_STATES: tuple[State, ...] = ("not_started", "busy", "done")


def make(path: Path, progress: Progress | None = None) -> Project:
    """Make the sample project at `path` and open it; on failure nothing remains.

    Raises:
        CannotWrite: There is a file of that name, or the folder refuses it.
        Cancelled: The user stopped.
    """
    folder = paths.samples()
    lines = csv_reader.read(folder / "codings.csv")
    names = list(dict.fromkeys(line["coder"] for line in lines))
    project = Project.create(path, title=TITLE, coder=NewCoder(names[0]))
    with ExitStack() as left:  # half a sample is taken away again
        left.callback(path.unlink, missing_ok=True)
        left.callback(project.close)
        for name in names[1:]:
            project.write(people.add_coder, NewCoder(name))
        book = codebook_json.read(paths.codebooks() / "combined.json")
        project.write(codebook.load, book)
        pdfs = sorted(folder.glob("*.pdf"))
        cases = {pdf.name: pdf.stem.split("-")[0].capitalize() for pdf in pdfs}
        found = intake.take_in(project, pdfs, Wishes(case_names=cases), progress or Silent())
        for refused in found.refused:
            raise refused.error
        _code(project, lines)
        _give_numbers(project, csv_reader.read(folder / "numbers.csv"))
        _mark_read(project, csv_reader.read(folder / "status.csv"))
        for row in project.read(documents.rows):
            project.write(documents.rename, row.uid, row.title.replace("-", " ").capitalize())
        left.pop_all()
    return project


def _code(project: Project, lines: list[dict[str, str]]) -> None:
    """Write each coder's lines under the coder's own name."""
    by_coder: dict[str, list[dict[str, str]]] = defaultdict(list)
    for line in lines:
        by_coder[line["coder"]].append(line)
    first = project.author_uid
    for name, own in by_coder.items():
        placed = project.read(coding_import.place, own)
        if placed.bad:
            raise placed.bad[0].error
        project.author_uid = project.read(people.coder_named, name).uid
        project.write(coding_import.add, placed, label=TITLE)
    project.author_uid = first


def _give_numbers(project: Project, lines: list[dict[str, str]]) -> None:
    """Give codings the number that their words name, as a measure."""
    keys = {row.key: row.uid for row in project.read(facets.rows)}
    rows = project.read(coding_rows.rows)
    first = project.author_uid
    for line in lines:
        document = project.read(documents.named, line["document"])
        coder = project.read(people.coder_named, line["coder"])
        coding = next(
            row
            for row in rows
            if (row.document_uid, row.coder_uid) == (document.uid, coder.uid)
            and row.code_key == line["code"]
            and " ".join(row.quote.split()).startswith(line["begins"])
        )
        number = facets.number_value(keys["number"], numbers.read(line["number"])[0])
        project.author_uid = coder.uid
        measure = FacetValue(keys["role"], "measure")
        project.write(facets.set_values, coding.uid, (measure, number))
    project.author_uid = first


def _mark_read(project: Project, lines: list[dict[str, str]]) -> None:
    families = {row.key: row.uid for row in project.read(codebook.families)}
    (round_, *_) = project.read(people.rounds)
    wanted: dict[Reading, dict[str, State]] = defaultdict(dict)
    for line in lines:
        state = next((each for each in _STATES if each == line["state"]), None)
        if state is None or line["family"] not in families:
            raise UnreadableTable(
                "The sample's reading status names {family}, {state}, which is unknown. Install "
                "QualCode again.",
                family=line["family"],
                state=line["state"],
            )
        coder = project.read(people.coder_named, line["coder"])
        document = project.read(documents.named, line["document"])
        place = Reading(coder.uid, round_.uid, document.uid)
        wanted[place][families[line["family"]]] = state
    for place, states in wanted.items():
        project.write(reading.set_states, place, states)


def free_name(folder: Path) -> Path:
    """Return a name for the sample that is not taken in a folder."""
    number, path = 1, folder / f"QualCode sample{SUFFIX}"
    while path.exists():
        number += 1
        path = folder / f"QualCode sample {number}{SUFFIX}"
    return path
