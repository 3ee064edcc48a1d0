"""Codebooks in and out of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcode_app.domain.codebook_arrival import ArrivedCodebook, Lost
from qualcode_app.services.exchange import codebook_back, codebook_update, codebooks
from qualcode_app.services.exchange.codebooks import BookRow
from qualcode_app.ui.dialogs.choose_book import ChooseBook
from qualcode_app.ui.dialogs.codebook_arrival import CodebookArrival
from qualcode_app.ui.dialogs.codebook_update import CodebookUpdate
from qualcode_app.ui.jobs import Job
from qualcode_app.ui.language import language_code
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.undo.codebook import CodeAct
from qualcode_app.ui.undo.codebook_arrival import TakeInCodebook
from qualcode_app.ui.wording import error_sentence, translate

if TYPE_CHECKING:
    from qualcode_app.ui.spaces.coding_space import CodingSpace


class ExchangeDesk(QObject):
    """Asks for files, reads and writes them away from the window, and shows what arrives."""

    def __init__(self, outfit: Outfit, space: CodingSpace) -> None:
        super().__init__(space)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._space = space

    def export_asked(self) -> None:
        """Ask which codebook goes out, where there are several, and where it goes."""
        books = [row for row in self._workspace.read(codebooks.books) if row.n_codes]
        if len(books) > 1:
            dialog = ChooseBook(self._outfit.theme, books, self._space.window())
            dialog.wanted.connect(self._ask_file)
            dialog.open()
        elif books:
            self._ask_file(books[0])

    def _ask_file(self, row: BookRow) -> None:
        suggestion = self._folder() / f"{row.key}.qdc"
        kinds = self.tr(
            "REFI-QDA codebook (*.qdc);;To print (*.docx);;Web page (*.html);;"
            "Spreadsheet (*.xlsx);;Table (*.csv);;QualCode codebook (*.json)"
        )
        path = self._outfit.ask.export_file(self._space.window(), suggestion, kinds)
        if path is not None:
            self.export(row, path if path.suffix else path.with_name(f"{path.name}.qdc"))

    def export(self, row: BookRow, path: Path) -> None:
        """Write a codebook, away from the window."""
        project, language = self._workspace.project, language_code()
        if project is None:
            return

        def write(_progress: object) -> tuple[Path, tuple[Lost, ...]]:
            from qualcode_app.services.exchange import codebook_files  # noqa: PLC0415  slow to load

            return path, codebook_files.write(
                project.read_beside(codebook_back.of, row.uid), path, language
            )

        self._watch(self._outfit.jobs.start(self.tr("Exporting"), write), self._on_exported)

    def import_asked(self) -> None:
        """Ask for a codebook file, read it away from the window and show what arrives."""
        path = self._outfit.ask.codebook_file(self._space.window(), str(self._folder()))
        if path is None:
            return

        def read(_progress: object) -> ArrivedCodebook:
            from qualcode_app.services.exchange import codebook_files  # noqa: PLC0415  slow to load

            return codebook_files.read(path)

        self._watch(self._outfit.jobs.start(self.tr("Reading a codebook"), read), self._show)

    def _show(self, arrived: ArrivedCodebook) -> None:
        plan, theme = self._workspace.read(codebooks.plan, arrived), self._outfit.theme
        if plan.is_known:
            update = self._workspace.read(codebook_update.plan, arrived)
            changes = CodebookUpdate(theme, plan, update, self._space.window())
            changes.wanted.connect(lambda keys, reason: self._take_over(arrived, keys, reason))
            changes.open()
            return
        dialog = CodebookArrival(theme, plan, self._space.window())
        dialog.wanted.connect(self._on_dialog_wanted)
        dialog.open()

    def _on_dialog_wanted(self, arrived: ArrivedCodebook) -> None:
        self._workspace.do(TakeInCodebook(self._workspace, arrived))

    def _take_over(self, arrived: ArrivedCodebook, keys: frozenset[str], reason: str) -> None:
        """Let the chosen codes say what the file says, so that it can be undone."""
        touched = self._workspace.read(codebook_update.touched, arrived, keys)
        name = translate("undo", "Changes of a codebook taken over\nchanges of a codebook")
        act = codebook_update.carry_out
        self._workspace.do(CodeAct(self._workspace, name, act, (arrived, keys, reason), touched))

    def _on_exported(self, written: tuple[Path, tuple[Lost, ...]]) -> None:
        path, lost = written
        told = [self.tr("{name} written").format(name=path.name), *map(error_sentence, lost)]
        self._space.page.message.tell("\n".join(told), "info")

    def _folder(self) -> Path:
        return Path(self._workspace.settings.folder or Path.home())

    def _watch(self, job: Job, then: Callable[..., None]) -> None:
        job.succeeded.connect(then)
        job.failed.connect(self._workspace.failed)
