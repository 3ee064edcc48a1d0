"""The main job on the sample agreements, from PDFs to a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.common import Bar, as_json, language, show_one
from qualcode_app.domain.errors import CannotWrite
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.formats.csv_table import CsvExporter
from qualcode_app.formats.xlsx import XlsxExporter
from qualcode_app.services import sample
from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.agreement_rows import AgreementRow
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import code_agreement, exports, pictures
from qualcode_app.services.exporting.exports import Wish
from qualcode_app.services.store.project import SUFFIX


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default="demo")
@language
@as_json
def demo(folder: Path, language: str, as_json: bool) -> None:
    """Code the sample agreements as two coders in FOLDER and compute how far they agree.

    Imports the three sample PDFs, puts the codings of two coders on them, and writes the project,
    a workbook, the agreement table and a picture of a coded page. Files of an earlier run are
    replaced.
    """
    names = {
        "project": f"sample{SUFFIX}",
        "spreadsheet": "sample.xlsx",
        "agreement": "agreement.csv",
        "picture": "coded-page.png",
    }
    made = {what: folder / name for what, name in names.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in made.values():
            path.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(
            "The folder {folder} cannot be written ({reason}). Choose another.",
            folder=folder.name,
            reason=error.strerror or str(error),
        ) from error
    with sample.make(made["project"], Bar("Reading the sample agreements")) as project:
        found = exports.snapshot(project, Wish(language))
        table = project.read(agreements.table)
        document = max(project.read(documents.rows), key=lambda row: row.n_codings)
        page = project.read(pictures.most_coded_page, document)
        picture = project.read(pictures.coded_page, document, page)
    XlsxExporter().write(found, made["spreadsheet"], Bar("Writing the workbook"))
    agreement = Snapshot({"agreement": code_agreement.table(table, language)})
    CsvExporter().write(agreement, made["agreement"], Silent())
    made["picture"].write_bytes(picture)
    show_one(made, as_json=as_json, said=_said(table.pooled, made))


def _said(pooled: AgreementRow, made: dict[str, Path]) -> str:
    alpha, low, high = pooled.alpha.value, pooled.low, pooled.high
    figures = (
        f"All codes together: Krippendorff's alpha {alpha:.3f} "
        f"(95 % from {low:.3f} to {high:.3f}), F1 {pooled.f1.value:.3f}, "
        f"{pooled.n_documents} documents, {sum(pooled.n_spans)} codings."
    )
    return "\n".join((figures, *(f"{what:12} {path}" for what, path in made.items())))


COMMANDS = (demo,)
