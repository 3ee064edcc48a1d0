"""The menu in the list of codings: another code, and values of facets for all that are marked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from qualcode_app.domain.facets import Facet, Question
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.ui.facet_book import FacetBook

Choose = Callable[[str, str], None]  # uid of the facet, key of the option


def option_menu(
    book: FacetBook, row: CodingRow, facet: Facet, choose: Choose, parent: QWidget
) -> QMenu | None:
    """Return the options of a facet that are asked on a coding; None where none are."""
    asked = [question for question in book.questions(row) if question.facet.uid == facet.uid]
    if not asked:
        return None
    menu = QMenu(book.name(facet), parent)
    menu.setAccessibleName(book.name(facet))
    for number, question in enumerate(asked):
        if number:
            menu.addSeparator()
        _fill(menu, book, row, question, choose)
    return menu


def marked_menu(
    book: FacetBook, row: CodingRow, n_marked: int, choose: Choose, parent: QWidget
) -> QMenu:
    """Return the menu of marked codings; options are those asked on the one under the pointer."""
    menu = QMenu(parent)
    for facet in book.facets:
        if facet.kind in {"nominal", "ordinal"}:
            options = option_menu(book, row, facet, choose, menu)
            if options is not None:
                if n_marked > 1:
                    options.setTitle(f"{book.name(facet)} ({n_marked})")
                menu.addMenu(options)
    return menu


def _fill(menu: QMenu, book: FacetBook, row: CodingRow, question: Question, choose: Choose) -> None:
    uid = question.facet.uid
    for option in question.options:
        words = book.option_words(option, row.code_uid)
        if question.facet.kind == "ordinal" and option.key.isdecimal():
            words = f"{option.key} {words}"
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(option.key in question.chosen_keys)
        action.triggered.connect(lambda _=False, key=option.key: choose(uid, key))
