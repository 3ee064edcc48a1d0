"""Searching: hits on the page, kept results, hits and suggestions that become codings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.reading_text import clean_quote
from qualcode_app.services.codebook import codebook
from qualcode_app.services.codebook.search_words import search_words
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.search import search_codings, suggestions
from qualcode_app.services.search.search_codings import Extent, Place, Preview, Wanted, Wish
from qualcode_app.services.search.search_places import Found, Hit
from qualcode_app.services.search.search_runs import NewRun
from qualcode_app.services.search.suggestions import Suggestion
from qualcode_app.services.store.project import Project
from qualcode_app.services.texts import texts
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.panels.search_panel import SearchPanel
from qualcode_app.ui.panels.suggestions_panel import SuggestionsPanel
from qualcode_app.ui.spaces.coding_space import CodingSpace
from qualcode_app.ui.undo.codings import AddCoding
from qualcode_app.ui.undo.search import CodeHits, KeepSearch
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.wording import count

if TYPE_CHECKING:
    from qualcode_app.ui.dialogs.code_hits import CodeHitsDialog

LONGEST_WORDS = 80  # of a selection that is searched for


class SearchDesk(QObject):
    """Puts search and suggestions into the coding work space and wires them."""

    def __init__(
        self, outfit: Outfit, viewing: Viewing, actions: Actions, space: CodingSpace
    ) -> None:
        super().__init__(space)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._viewing = viewing
        self._actions = actions
        self._space = space
        self._page = space.page
        given = outfit.workspace, viewing, outfit.jobs, outfit.theme
        self.panel = SearchPanel(*given, space)
        self.suggestions = SuggestionsPanel(*given, space)
        space.shelf.add(self.panel, self.tr("Search"))
        space.lists.add(self.suggestions, self.tr("Suggestions"))

        for name, act in (
            ("find_here", partial(self.ask, in_all=False)),
            ("find_all", partial(self.ask, in_all=True)),
            ("next_hit", partial(self.step, 1)),
            ("previous_hit", partial(self.step, -1)),
            ("take_suggestion", self.take_here),
            ("find_keywords", self.find_keywords),
        ):
            actions.on(name, act, self)
        self.panel.hit_chosen.connect(self._on_panel_hit_chosen)
        self.panel.hits_changed.connect(self.show_hits)
        self.panel.keep_requested.connect(self._on_panel_keep_requested)
        self.panel.coding_requested.connect(self._on_panel_coding_requested)
        self.panel.left.connect(space.page.focus_page)
        self.suggestions.chosen.connect(self._on_suggestions_chosen)
        self.suggestions.taken.connect(self.take)
        self.suggestions.search_requested.connect(self._on_suggestions_search_requested)
        self.suggestions.counted.connect(self._on_suggestions_counted)
        viewing.document_changed.connect(self._on_viewing_document_changed)

    def ask(self, *, in_all: bool) -> None:
        """Let the user type what to find; selected words are offered."""
        selected = self._page.view.selection()
        words = " ".join(self._page.text(selected).split()) if selected is not None else ""
        for name in ("only_page", "fold_left"):
            self._actions[name].setChecked(False)
        self._space.shelf.show_region(self.panel)
        self.panel.ask(in_all=in_all, words=words if len(words) <= LONGEST_WORDS else "")

    def step(self, step: int) -> None:
        """Go to the next or previous hit."""
        self.panel.step_on_page(step, self._offset_in_sight())

    def find_keywords(self) -> None:
        """Look in all documents for the keywords of the code in focus."""
        code = self._space.codes.row_of(self._space.codes.marked_uid())
        if code is None:
            words = self.tr("Mark the code first whose keywords are to be found.")
            self._page.message.tell(words, "info")
        elif self._workspace.read(suggestions.query_of, code.uid) is None:
            words = self.tr("{key} has no keywords. Change the code to give it some.")
            self._page.message.tell(words.format(key=code.key), "info")
        else:
            self._on_suggestions_search_requested(code.uid)

    def show_hits(self) -> None:
        """Paint the hits in the open document."""
        current = self.panel.current()
        anchors = [found.anchor for found in self.panel.found_here()]
        self._page.view.set_found(anchors, current.anchor if current else None)

    def take_here(self) -> None:
        """Take the suggestion at the selection, or the marked one."""
        selected = self._page.view.selection()
        row = self.suggestions.at(selected)
        if row is not None:
            self.take(row, selected)
            return
        words = self.tr("No keyword suggests a code here.")
        self._page.message.tell(words, "info")

    def take(self, row: Suggestion, place: TextAnchor | None = None) -> None:
        """Make a coding of a suggestion, on its sentence or on the place that was selected."""
        document, code = self._page.document, self._space.codes.row_of(row.code_uid)
        if document is None or code is None:
            return
        new = NewCoding(
            revision_uid=document.revision_uid,
            round_uid=self._workspace.round_uid,
            coder_uid=self._workspace.coder_uid,
            code_uid=row.code_uid,
            anchor=place or row.anchor,
            origin="search",
        )
        if self._workspace.do(AddCoding(self._workspace, new, code.key)):
            self._page.view.select(None)
            self._viewing.activate(new.uid)
            self._page.view.show_anchor(new.anchor)

    # Inside

    def _offset_in_sight(self) -> int:
        scene, sheet = self._page.view.scene, self._page.view.current_page
        if scene is None or not sheet:
            return 0
        return scene.source.pages[self._page.view.index_of(sheet)].start_char

    def _wish(self, code_uid: str) -> Wish:
        return Wish(code_uid, self._workspace.coder_uid, self._workspace.round_uid)

    def _preview(self, places: Wanted, code_uid: str) -> Preview:
        return self._workspace.read(search_codings.preview, places, self._wish(code_uid))

    def _find_places(self, dialog: CodeHitsDialog, hits: list[Hit], extent: Extent) -> None:
        """Look up beside the window what many hits stand for."""
        project = self._workspace.project
        if project is None:
            return

        def work(view: Project, progress: Progress) -> Wanted:
            return view.read(search_codings.wanted, hits, extent, progress)

        job = self._outfit.jobs.read(self.tr("Looking up passages"), project, work)
        dialog.extent_chosen.connect(job.cancel)
        dialog.finished.connect(job.cancel)
        job.succeeded.connect(dialog.take)

    def _code(self, words: str, preview: Preview, code_uid: str) -> None:
        code = self._space.codes.row_of(code_uid)
        if code is not None:
            new = preview.new(self._wish(code_uid))
            self._workspace.do(CodeHits(self._workspace, new, words, code.key))

    # What the panels tell

    def _on_panel_hit_chosen(self, found: Found) -> None:
        self.show_hits()
        self._page.view.show_anchor(found.anchor, flash=False)

    def _on_panel_keep_requested(self, new: NewRun) -> None:
        self._workspace.do(KeepSearch(self._workspace, new))

    def _on_panel_coding_requested(self, hits: list[Hit], words: str) -> None:
        from qualcode_app.ui.dialogs.code_hits import CodeHitsDialog  # noqa: PLC0415  when asked for

        titles = {
            row.revision_uid: row.title
            for row in self._workspace.read(documents.rows, counted=False)
        }

        def say(place: Place) -> str:
            quote = self._workspace.read(texts.passage, *place).quote
            return f"{titles[place[0]]}: {clean_quote(quote, 0, len(quote))}"

        dialog = CodeHitsDialog(
            self._outfit.theme,
            self._workspace.read(codebook.rows, counted=False),
            self._workspace.read(search_words),
            len(hits),
            self._preview,
            say,
            self._space.window(),
        )
        dialog.wanted.connect(partial(self._code, words))
        dialog.extent_chosen.connect(partial(self._find_places, dialog, hits))
        dialog.ask_for_places()
        dialog.open()

    def _on_suggestions_chosen(self, row: Suggestion) -> None:
        self._page.view.show_anchor(row.anchor)

    def _on_suggestions_search_requested(self, code_uid: str) -> None:
        query = self._workspace.read(suggestions.query_of, code_uid)
        if query is not None:
            self.ask(in_all=True)
            self.panel.search_for(query)

    def _on_suggestions_counted(self, n: int) -> None:
        title = self.tr("Suggestions {n}").format(n=count(n)) if n else self.tr("Suggestions")
        self._space.lists.name(self.suggestions, title)

    def _on_viewing_document_changed(self, _uid: str) -> None:
        self.show_hits()
