"""What is asked for now and then: quotations, the quality of texts, highlights in a PDF."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcode_app.domain.errors import QualcodeError
from qualcode_app.formats import draft_text
from qualcode_app.services.cases import outside
from qualcode_app.services.cases.corpus import corpus
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import rereading, takeover
from qualcode_app.services.documents import quality, quotations, recognition
from qualcode_app.ui.dialogs.quotation_check import QuotationCheck
from qualcode_app.ui.dialogs.takeover import TakeoverDialog
from qualcode_app.ui.dialogs.text_quality import TextQuality
from qualcode_app.ui.jobs import Job
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.undo.rereading import TakeOverReading
from qualcode_app.ui.undo.takeover import TakeOver
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.wording import error_sentence

if TYPE_CHECKING:
    from qualcode_app.domain.progress import Progress
    from qualcode_app.services.cases.outside import Outside
    from qualcode_app.services.coding.takeover import Highlights
    from qualcode_app.services.documents.quality import Quality
    from qualcode_app.services.documents.quotations import Checked
    from qualcode_app.services.documents.recognition import Recognition
    from qualcode_app.services.store.project import Project
    from qualcode_app.ui.spaces.coding_space import CodingSpace


class CheckingDesk(QObject):
    """Runs the checks away from the window and shows what they found."""

    def __init__(self, outfit: Outfit, viewing: Viewing, space: CodingSpace) -> None:
        super().__init__(space)
        self._workspace = outfit.workspace
        self._jobs = outfit.jobs
        self._theme = outfit.theme
        self._ask = outfit.ask
        self._viewing = viewing
        self._space = space
        self._dialog: QuotationCheck | None = None

    def check_quotations(self) -> None:
        """Open the place where a draft is pasted."""
        if self._dialog is None:
            self._dialog = QuotationCheck(self._theme, self._space.window())
            self._dialog.check_requested.connect(self._on_dialog_check_requested)
            self._dialog.file_requested.connect(self._on_dialog_file_requested)
            self._dialog.place_chosen.connect(self._on_dialog_place_chosen)
            self._dialog.destroyed.connect(self._forget_dialog)
        if self._dialog.isVisible():
            self._dialog.raise_()
        self._dialog.show()
        self._dialog.draft.setFocus()

    def report_quality(self) -> None:
        """Read all stored pages and show what is to be minded."""
        project = self._workspace.project
        if project is None:
            return
        job = self._jobs.start(
            self.tr("Looking at the texts"),
            lambda progress: project.read_beside(quality.report, None, progress),
        )
        self._watch(job, self._show_quality)

    def look_for_highlights(self) -> None:
        """Read the highlights in the PDF of the open document, away from the window."""
        project, uid = self._workspace.project, self._viewing.document_uid
        if project is None or not uid:
            return
        job = self._jobs.start(
            self.tr("Reading highlights"), lambda _progress: takeover.read(project, uid)
        )
        self._watch(job, self._ask_codes)

    def read_scans(self) -> None:
        """Read the scanned pages of the open document, away from the window."""
        if self._viewing.document_uid:
            self._read(self._viewing.document_uid)

    def read_page(self) -> None:
        """Read the page in sight anew, whatever text it has, away from the window."""
        sheet = self._space.page.view.current_page
        if self._viewing.document_uid and sheet:
            self._read(self._viewing.document_uid, {sheet})

    def read_documents(self, uids: Sequence[str]) -> None:
        """Read the scanned pages of documents one after the other, away from the window."""
        for uid in uids:
            self._read(uid)

    def _read(self, uid: str, sheets: Collection[int] = ()) -> None:
        project = self._workspace.project
        if project is None:
            return
        work = partial(recognition.recognise, project, uid, sheets=sheets)
        job = self._jobs.start(self.tr("Reading scanned pages"), work)
        self._watch(job, self._take_over_reading)

    def _take_over_reading(self, read: Recognition) -> None:
        if not self._workspace.do(TakeOverReading(self._workspace, read)):
            return
        self._viewing.look_at(read.document_uid)
        said = [self.tr("%n pages were read by text recognition.", "", len(read.read))]
        if read.given_up:
            pages = ", ".join(map(str, read.given_up))
            said.append(self.tr("Given up after two minutes: page {pages}.").format(pages=pages))
        left = self._workspace.read(rereading.left_behind, read.document_uid)
        if left:
            places = "; ".join(f"p. {one.page_label} “{one.quote[:40]}”" for one in left)
            words = self.tr("These codings were not found again: {places}.")
            said.append(words.format(places=places))
        self._space.page.message.tell(" ".join(said), "info")

    def _ask_codes(self, there: Highlights) -> None:
        if not there.found:
            words = self.tr("The PDF of {title} holds no highlights over text.")
            self._space.page.message.tell(words.format(title=there.document.title), "info")
            return
        dialog = TakeoverDialog(
            self._theme,
            there,
            self._workspace.read(codebook.rows, counted=False),
            (self._workspace.coders(), self._workspace.coder_uid),
            self._space.window(),
        )
        dialog.wanted.connect(self._on_takeover_wanted)
        dialog.open()

    def _on_takeover_wanted(self, there: Highlights, coder_uid: str, codes: dict[str, str]) -> None:
        round_uid = self._workspace.round_uid
        self._workspace.do(TakeOver(self._workspace, there, coder_uid, round_uid, codes))

    def _show_quality(self, found: list[Quality]) -> None:
        dialog = TextQuality(self._theme, found, self._space.window())
        dialog.reading_requested.connect(self.read_documents)
        dialog.open()

    def _on_dialog_file_requested(self) -> None:
        if self._dialog is None:
            return
        path = self._ask.draft_file(self._dialog, self._workspace.settings.folder)
        if path is None:
            return
        try:
            self._dialog.check(draft_text.read(path))
        except QualcodeError as error:
            self._dialog.message.tell(error_sentence(error))

    def _on_dialog_check_requested(self, draft: str) -> None:
        project = self._workspace.project
        if project is None:
            return

        def check(view: Project, progress: Progress) -> tuple[list[Checked], tuple[Outside, ...]]:
            found = view.read(quotations.check, draft, progress)
            return found, outside.mentioned(view.read(corpus), draft)

        job = self._jobs.read(self.tr("Checking quotations"), project, check)
        self._watch(job, self._show_checked)

    def _show_checked(self, found: tuple[list[Checked], tuple[Outside, ...]]) -> None:
        if self._dialog is not None:
            self._dialog.show_checked(*found)

    def _on_dialog_place_chosen(self, one: Checked) -> None:
        self._viewing.look_at(one.document_uid)
        if one.anchor is not None:
            self._space.page.view.show_anchor(one.anchor)

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _watch(self, job: Job, show: Callable[..., None]) -> None:
        job.succeeded.connect(show)
        job.failed.connect(self._workspace.failed)
