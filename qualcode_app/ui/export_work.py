"""What an export does, away from the window; loaded when the first one begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from qualcode_app.domain.progress import Part, Progress
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.formats import table_files
from qualcode_app.formats.csv_table import CsvExporter, CsvStyle
from qualcode_app.formats.exporter import Exporter
from qualcode_app.formats.html_page import HtmlExporter
from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.reliability import Scope
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import (
    agreement_tables,
    archive,
    code_agreement,
    exports,
    marked_pdfs,
    report_files,
)
from qualcode_app.services.exporting.exports import Wish
from qualcode_app.services.exporting.report import Wanted
from qualcode_app.services.store.project import Project
from qualcode_app.ui.export_wish import ExportWish, What


@dataclass(frozen=True, slots=True)
class Done:
    """What was written; of an archive also who is who."""

    path: Path
    n_files: int = 1
    coders: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Work:
    """One export of a project.

    Args:
        project: Where to read.
        wish: What is written.
        path: Where it goes: a file, or a folder for PDFs.
        language: Of headings and labels.
        scope: What agreement is of; the usual one without.
    """

    project: Project
    wish: ExportWish
    path: Path
    language: str
    scope: Scope | None = None

    def carry_out(self, progress: Progress) -> Done:
        """Write it; raises Cancelled, or the QualcodeError that says why it cannot be."""
        match self.wish.what:
            case What.REPORT:
                themes = (self.wish.theme,) if self.wish.theme else ()
                wanted = Wanted(self.language, themes, self.wish.n_quotes, progress=progress)
                report_files.write(self.project, self.path, wanted)
            case What.PDFS:
                return Done(self.path, self._write_pdfs(self.path, progress))
            case What.ARCHIVE:
                made = archive.write(self.project, self.path, self.language, progress)
                return Done(self.path, coders=dict(made.coders))
            case _:
                return self._write_tables(progress)
        return Done(self.path)

    def _write_tables(self, progress: Progress) -> Done:
        """Write tables, and beside them the PDFs that segments link to where these are wanted."""
        has_pdfs = self.wish.what is What.WORKBOOK and self.wish.with_pdfs
        folder = marked_pdfs.folder_beside(self.path) if has_pdfs else None
        found, exporter = self._tables(folder.name if folder else "", Part(progress, 0, 3))
        n_pdfs = self._write_pdfs(folder, Part(progress, 1, 3)) if folder else 0
        exporter.write(found, self.path, Part(progress, 2, 3))
        return Done(self.path, 1 + n_pdfs)

    def _tables(self, pdf_folder: str, progress: Progress) -> tuple[Snapshot, Exporter]:
        """Return what is written and who writes it."""
        project, language, scope = self.project, self.language, self.scope
        wish = Wish(language, scope, pdf_folder, progress)
        style = CsvStyle(dutch=self.wish.dutch_csv, exact=self.wish.exact_csv)
        match self.wish.what:
            case What.TABLE:
                key = self.wish.table
                return Snapshot({key: exports.table(project, key, wish)}), CsvExporter(style)
            case What.AGREEMENT:
                compared = project.read(agreements.table, scope, progress)
                table = code_agreement.table(compared, language)
                return Snapshot({"agreement": table}), CsvExporter(style)
            case What.AGREEMENT_MATRIX:
                exactly = CsvExporter(CsvStyle(dutch=False, exact=True))
                return Snapshot({"matrix": project.read(agreement_tables.matrix, scope)}), exactly
            case What.AGREEMENT_WORKBOOK | What.AGREEMENT_PAGE:
                found = project.read(agreement_tables.snapshot, scope, language, progress)
                if self.wish.what is What.AGREEMENT_WORKBOOK:
                    return found, table_files.exporter(self.path)
                return found, HtmlExporter(project.title, language, agreement_tables.bars(language))
            case _:
                return exports.snapshot(project, wish), table_files.exporter(self.path)

    def _write_pdfs(self, folder: Path, progress: Progress) -> int:
        only = self.wish.document_uid
        listed = self.project.read(documents.rows)
        chosen = [row for row in listed if not only or row.uid == only]
        coders = {self.wish.coder_uid} if self.wish.coder_uid else None
        written = marked_pdfs.write_all(
            self.project, folder, chosen, self.language, progress, coders
        )
        return len(written)
