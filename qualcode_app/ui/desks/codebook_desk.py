"""Versions of the codebook and the codings to review: dialogs that stay beside the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.services.codebook import code_review, versions
from qualcode_app.services.codebook.code_review import ReviewRow
from qualcode_app.services.codebook.versions import Difference
from qualcode_app.services.coding import coding_rows
from qualcode_app.ui.dialogs.code_review import CodeReview
from qualcode_app.ui.dialogs.versions import VersionsDialog
from qualcode_app.ui.language import language_code
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.undo.codebook import FixVersion, KeepCoding
from qualcode_app.ui.undo.codings import Recode
from qualcode_app.ui.viewing import Viewing

if TYPE_CHECKING:
    from qualcode_app.ui.spaces.coding_space import CodingSpace


class CodebookDesk(QObject):
    """Opens the two dialogs and does what they ask for."""

    def __init__(self, outfit: Outfit, viewing: Viewing, space: CodingSpace) -> None:
        super().__init__(space)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._viewing = viewing
        self._space = space
        self.versions: VersionsDialog | None = None
        self.review: CodeReview | None = None
        self._workspace.changed.connect(self._on_workspace_changed)

    def show_versions(self) -> None:
        """Open the versions of the codebook."""
        dialog = VersionsDialog(self._outfit.theme, self._compared, self._space.window())
        self.versions = dialog
        dialog.fix_requested.connect(self._on_versions_fix_requested)
        dialog.sheet_requested.connect(self._on_versions_sheet_requested)
        dialog.finished.connect(self._forget_versions)
        self._show_versions(dialog)
        dialog.open()

    def show_review(self) -> None:
        """Open the list of codings to review, those of the acting coder."""
        if self.review is None:
            dialog = self.review = CodeReview(self._outfit.theme, self._space.window())
            dialog.shown.connect(self._on_review_shown)
            dialog.kept.connect(self._on_review_kept)
            dialog.recoded.connect(self._on_review_recoded)
            dialog.finished.connect(self._forget_review)
        self.review.show()
        self._show_review_rows()

    def _show_versions(self, dialog: VersionsDialog) -> None:
        read = self._workspace.read
        dialog.show_versions(read(versions.listed), read(versions.newest_whole))

    def _compared(self, before_uid: str, after_uid: str) -> list[Difference] | None:
        try:
            return self._workspace.read(versions.differences, before_uid, after_uid)
        except QualcodeError as error:
            self._workspace.failed.emit(error)
            return None

    def _on_versions_fix_requested(self, codebook_uid: str, reason: str) -> None:
        codes = [row.uid for row in self._space.codes.model.rows]
        self._workspace.do(FixVersion(self._workspace, codebook_uid, codes, reason))

    def _on_versions_sheet_requested(self, before_uid: str, after_uid: str) -> None:
        found = self._compared(before_uid, after_uid)
        if found is None:
            return
        folder = Path(self._workspace.settings.folder or Path.home())
        name = self.tr("codebook differences") + ".xlsx"
        kinds = self.tr("Spreadsheet (*.xlsx);;Table (*.csv)")
        window = self._space.window()
        path = self._outfit.ask.export_file(window, folder / name, kinds)
        if path is None:
            return
        from qualcode_app.formats.csv_table import CsvExporter, CsvStyle  # noqa: PLC0415
        from qualcode_app.formats.xlsx import XlsxExporter  # noqa: PLC0415

        language = language_code()
        sheet = Snapshot({self.tr("Differences"): versions.table(found, language)})
        plain = CsvExporter(CsvStyle(dutch=language == "nl", exact=False))
        exporter = plain if path.suffix.casefold() == ".csv" else XlsxExporter()
        try:
            exporter.write(sheet, path, Silent())
        except QualcodeError as error:
            self._workspace.failed.emit(error)

    def _on_review_shown(self, row: ReviewRow) -> None:
        coding = self._workspace.read(coding_rows.get, row.coding_uid)
        self._viewing.look_at(row.document_uid)
        self._space.page.view.show_anchor(coding.anchor)

    def _on_review_kept(self, row: ReviewRow) -> None:
        self._workspace.do(KeepCoding(self._workspace, row))

    def _on_review_recoded(self, row: ReviewRow, code_uid: str) -> None:
        coding = self._workspace.read(coding_rows.get, row.coding_uid)
        code = self._space.codes.row_of(code_uid)
        if code is not None:
            self._workspace.do(Recode(self._workspace, coding, code_uid, code.key))

    def _show_review_rows(self) -> None:
        if self.review is not None:
            coder = self._workspace.coder_uid
            rows = self._workspace.read(code_review.rows, coder_uid=coder)
            self.review.show_rows(rows, self._space.codes.model.rows)

    def _on_workspace_changed(self, changes: Changes) -> None:
        if self.review is not None and changes.touches(Kind.CODING, Kind.CODE):
            self._show_review_rows()
        if self.versions is not None and changes.touches(Kind.CODEBOOK_VERSION):
            self._show_versions(self.versions)

    def _forget_versions(self) -> None:
        self.versions = None

    def _forget_review(self) -> None:
        self.review = None
