"""The coder's hand on facets: keys, segments and the list set values; numbers are proposed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from qualcode_app.domain import facets as rules
from qualcode_app.domain import numbers
from qualcode_app.domain.facets import Facet, FacetValue, Question, Values
from qualcode_app.services.coding import facets, own_facets
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.coding_words import whose
from qualcode_app.ui.facet_book import FacetBook
from qualcode_app.ui.item_models.codings_table import passage
from qualcode_app.ui.shortcuts import with_keys
from qualcode_app.ui.undo.facets import AddFacet, SetFacets
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.widgets.facet_bar import LETTERS, keyed, steps
from qualcode_app.ui.workspace import Workspace

if TYPE_CHECKING:
    from qualcode_app.ui.spaces.coding_space import CodingSpace


class FacetHand(QObject):
    """Turns keys and clicks into values of the active coding, or of those marked in the list."""

    def __init__(
        self,
        workspace: Workspace,
        viewing: Viewing,
        space: CodingSpace,
        row_of: Callable[[str], CodingRow | None],
    ) -> None:
        super().__init__(space)
        self._workspace = workspace
        self._viewing = viewing
        self._actions = space.actions_
        self._page = space.page
        self._listed = space.listed
        self._strip = space.strip
        self._drawer = space.drawer
        self._book: FacetBook = space.facets
        self._theme = space.theme
        self._row_of = row_of
        self._kept: set[str] = set()  # codings whose proposed role was chosen once more
        self._strip.facets.option_chosen.connect(self._on_option_chosen)
        self._strip.more.clicked.connect(self.toggle_more)
        self._drawer.option_chosen.connect(self._on_option_chosen)
        self._drawer.value_taken.connect(self._on_drawer_value_taken)
        self._drawer.value_dropped.connect(self._on_drawer_value_dropped)
        self._drawer.text_written.connect(self._on_drawer_text_written)
        self._drawer.number_refused.connect(self._on_drawer_number_refused)
        self._drawer.left.connect(self.close_more)
        self._listed.option_wished.connect(self._on_listed_option_wished)
        self._listed.facet_typed.connect(self._on_listed_facet_typed)
        self._book.changed.connect(self.show_drawer)
        viewing.active_changed.connect(self._on_viewing_active_changed)

    def take_actions(self, actions: Actions) -> None:
        """Do what the actions of facets say."""
        for facet_key, letters in LETTERS.items():
            for i, letter in enumerate(letters):
                act = partial(self.press, facet_key, i)
                actions.on(f"facet_{letter.lower()}", act, self)
        actions.on("facet_0", partial(self.press_digit, "0"), self)
        actions.on("facet_more", self.toggle_more, self)
        actions.on("own_facet", self.ask_own_facet, self)

    def press(self, facet_key: str, place: int) -> None:
        """Choose the option at a place of a facet, or choose it off."""
        row = self._active()
        if row is None:
            self._tell_no_coding()
            return
        question = keyed(self._book.questions(row), facet_key)
        if question is not None and place < len(question.options):
            key = question.options[place].key
            if not self._keeps(row, question, key):
                self._choose(row, question, key)
            return
        words = self.tr("Choose the role of the passage first: {facet_d}, {facet_m} or {facet_s}.")
        self._page.message.tell(with_keys(self._actions, words), "info")

    def press_digit(self, digit: str) -> bool:
        """Set the step of the scale; False: a digit means something else now."""
        row = self._active()
        if row is None or self._page.view.selection() is not None:
            return False
        question = steps(self._book.questions(row))
        if question is None:
            words = self.tr("Concreteness is asked of a measure only: press {facet_m} first.")
            self._page.message.tell(with_keys(self._actions, words), "info")
            return True
        if any(option.key == digit for option in question.options):
            self._choose(row, question, digit)
        return True

    def toggle_more(self) -> None:
        """Open what more can be said of the active coding, or close it."""
        if self._drawer.isVisible():
            self.close_more()
            return
        if self._active() is None:
            self._tell_no_coding()
            return
        self._drawer.show()
        self.show_drawer()
        self._drawer.take_focus()

    def close_more(self) -> None:
        """Close it and go back to the page."""
        self._drawer.hide()
        self._strip.more.setChecked(False)
        self._page.focus_page()

    def ask_own_facet(self) -> None:
        """Ask for a facet of the project's own."""
        from qualcode_app.ui.dialogs.own_facet import OwnFacetDialog  # noqa: PLC0415  when asked for

        codebooks = self._workspace.read(own_facets.codebooks)
        if not codebooks:
            words = self.tr("This project has no codebook, so there is nothing to add a facet to.")
            self._page.message.tell(words, "info")
            return
        dialog = OwnFacetDialog(self._theme, codebooks, self._page.window())
        dialog.wanted.connect(lambda new: self._workspace.do(AddFacet(self._workspace, new)))
        dialog.open()

    def show_drawer(self) -> None:
        """Show the active coding in the open drawer."""
        row = self._active()
        if row is None:
            self._drawer.hide()
        elif self._drawer.isVisible():
            words = passage(row.quote, row.anchor.start, row.holes)
            self._drawer.show_coding(row, words)
            if row.area is None:  # the page has become smaller by the drawer
                view = self._page.view
                QTimer.singleShot(0, view, partial(view.keep_in_sight, row.anchor))
        self._strip.more.setChecked(self._drawer.isVisible())

    # Inside

    def _active(self) -> CodingRow | None:
        return self._row_of(self._viewing.active_uid) if self._viewing.active_uid else None

    def _keeps(self, row: CodingRow, question: Question, key: str) -> bool:
        """Keep what came with the code when its key is pressed first, which means yes to it."""
        is_proposal = key in question.chosen_keys and row.values == self._book.proposed(row)
        if not is_proposal or row.uid in self._kept:
            return False
        self._kept.add(row.uid)
        option = question.facet.option(key)
        said = self._book.option_words(option, row.code_uid) if option else key
        words = self.tr("The code brought “{option}” already. The same key again takes it off.")
        self._page.message.tell(words.format(option=said), "info")
        return True

    def _choose(self, row: CodingRow, question: Question, key: str) -> None:
        self._set([row], {row.uid: self._book.toggled(row, question.facet, key)}, question.facet)
        group = self._strip.facets.group_of(question)
        if group is not None and question.facet.kind == "ordinal":
            QTimer.singleShot(0, group, partial(group.tell_wording, key))

    def _set(self, rows: Sequence[CodingRow], after: dict[str, Values], facet: Facet) -> None:
        by_others = [row for row in rows if row.coder_uid != self._workspace.coder_uid]
        if by_others:
            self._page.message.tell(whose(by_others[0]), "info")
            return
        changed = [row for row in rows if after[row.uid] != row.values]
        if not changed:
            return
        wanted = {row.uid: after[row.uid] for row in changed}
        (words, *others) = {self._said(row, wanted[row.uid], facet) for row in changed}
        name = self._book.name(facet)
        command = SetFacets(
            self._workspace, changed, wanted, name if others or not words else words
        )
        self._workspace.do(command)

    def _said(self, row: CodingRow, values: Values, facet: Facet) -> str:
        """Return facet and value as the status bar names the act."""
        options = [facet.option(value.option_key) for value in rules.only(values, facet.uid)]
        words = [self._book.option_words(option, row.code_uid) for option in options if option]
        return f"{self._book.name(facet)} {', '.join(words)}" if words else ""

    def _facet(self, uid: str) -> Facet | None:
        return next((facet for facet in self._book.facets if facet.uid == uid), None)

    def _tell_no_coding(self) -> None:
        words = self.tr("Click a coding first: facets belong to a coding.")
        self._page.message.tell(words, "info")

    # What the panels tell

    def _on_option_chosen(self, facet_uid: str, key: str) -> None:
        row, facet = self._active(), self._facet(facet_uid)
        if row is not None and facet is not None:
            self._set([row], {row.uid: self._book.toggled(row, facet, key)}, facet)

    def _on_listed_option_wished(self, uids: list[str], facet_uid: str, key: str) -> None:
        """Give all these codings an option; where all have it already, take it away."""
        rows = [row for uid in uids if (row := self._row_of(uid)) is not None]
        facet = self._facet(facet_uid)
        if facet is None:
            return
        held = [any(_is(value, facet_uid, key) for value in row.values) for row in rows]
        after = {
            row.uid: row.values if has and not all(held) else self._book.toggled(row, facet, key)
            for row, has in zip(rows, held, strict=True)
        }
        self._set(rows, after, facet)

    def _on_listed_facet_typed(self, uid: str, facet_uid: str, typed: str) -> None:
        row, facet = self._row_of(uid), self._facet(facet_uid)
        if row is None or facet is None:
            return
        said: Values = ()
        if facet.kind == "number":
            said = tuple(facets.number_value(facet_uid, found) for found in numbers.typed(typed))
            if typed and not said:
                self._on_drawer_number_refused()
                return
        elif typed:
            said = (FacetValue(facet_uid, text=typed),)
        self._set([row], {uid: rules.with_values(row.values, facet_uid, said)}, facet)

    def _on_drawer_value_taken(self, facet_uid: str, value: FacetValue) -> None:
        row, facet = self._active(), self._facet(facet_uid)
        if row is not None and facet is not None:
            self._set([row], {row.uid: (*row.values, value)}, facet)

    def _on_drawer_value_dropped(self, value: FacetValue) -> None:
        row, facet = self._active(), self._facet(value.facet_uid)
        if row is not None and facet is not None:
            left = tuple(each for each in row.values if each != value)
            self._set([row], {row.uid: left}, facet)

    def _on_drawer_text_written(self, facet_uid: str, text: str) -> None:
        row, facet = self._active(), self._facet(facet_uid)
        if row is None or facet is None:
            return
        said = (FacetValue(facet_uid, text=text.strip()),) if text.strip() else ()
        self._set([row], {row.uid: rules.with_values(row.values, facet_uid, said)}, facet)

    def _on_drawer_number_refused(self) -> None:
        words = self.tr("No number can be read here. Type one, such as 1.200 or 8 tot 48.")
        self._page.message.tell(words)

    def _on_viewing_active_changed(self, _uid: str) -> None:
        self.show_drawer()


def _is(value: FacetValue, facet_uid: str, key: str) -> bool:
    return value.facet_uid == facet_uid and value.option_key == key
