"""The menus: which actions stand where."""

from __future__ import annotations

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from qualcode_app.ui import language, theme
from qualcode_app.ui.actions import DIGITS, Actions
from qualcode_app.ui.wording import marked, translate

LINE = ""  # a separator
BELOW = "> "  # before the title of a menu within the menu, which what follows goes into
BACK = "<"  # what follows stands in the menu itself again

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        marked("menus", "&File"),
        (
            "new_project",
            "open_project",
            "open_sample",
            LINE,
            "add_documents",
            "add_folder",
            "import_cases",
            "import_codings",
            "import_project",
            LINE,
            "export",
            "export_project",
            "send_back",
            LINE,
            "close_project",
            "quit",
        ),
    ),
    (
        marked("menus", "&Edit"),
        (
            "undo",
            "redo",
            LINE,
            "copy_text",
            "copy_quote",
            LINE,
            "find_here",
            "find_all",
            "find_keywords",
            "next_hit",
            "previous_hit",
            LINE,
            "settings",
            "shortcuts",
        ),
    ),
    (
        marked("menus", "&View"),
        (
            "space_corpus",
            "space_coding",
            "space_register",
            "space_merge",
            "space_agreement",
            "space_adjudication",
            "space_analysis",
            LINE,
            "fold_left",
            "fold_right",
            "only_page",
            LINE,
            "zoom_in",
            "zoom_out",
            "fit_width",
            "fit_page",
            "two_pages",
            "thumbnails",
            LINE,
            BELOW + marked("menus", "Go to"),
            "documents_filter",
            "codes_box",
            "codings_list",
            "next_region",
            "previous_region",
            "jobs",
            BACK,
            LINE,
            "all_coders",
            "stripes",
            "filter",
            "clear_filter",
            "full_screen",
        ),
    ),
    (
        marked("menus", "&Document"),
        (
            "previous_document",
            "next_document",
            "go_to_page",
            "go_back",
            "go_forward",
            LINE,
            "heading_add",
            "heading_rename",
            "heading_out",
            "heading_in",
            "heading_remove",
            LINE,
            "theme_on",
            "theme_back",
            "document_read",
            "document_unread",
            LINE,
            "take_over_highlights",
            "read_scans",
            "read_page",
            "text_quality",
            "check_quotations",
            LINE,
            "rename_document",
            "remove_document",
        ),
    ),
    (
        marked("menus", "&Coding"),
        (
            "next_unit",
            "previous_unit",
            "longer",
            "shorter",
            BELOW + marked("menus", "Other ways to select"),
            "whole_units",
            "join_next_unit",
            "join_previous_unit",
            "set_caret",
            "draw_area",
            "select_again",
            "other_at_place",
            "previous_at_place",
            BACK,
            LINE,
            "code_found",
            "code_again",
            "code_in_vivo",
            "code_new",
            "take_suggestion",
            "code_card",
            "code_not_when",
            BELOW + marked("menus", "Pinned codes"),
            "pin_code",
            *(f"code_{digit}" for digit in DIGITS),
            BACK,
            LINE,
            "next_coding",
            "previous_coding",
            LINE,
            "primary",
            "edges",
            "split",
            "join",
            "remove_coding",
            BELOW + marked("menus", "Facets of the coding"),
            *(f"facet_{letter}" for letter in "dmsvgt0"),
            "facet_more",
            "own_facet",
            BACK,
            LINE,
            "memo_here",
            "memo_edit",
            "memo_remove",
            LINE,
            "not_mentioned",
            "not_mentioned_list",
        ),
    ),
    (
        marked("menus", "Code&book"),
        (
            "book_new",
            "book_edit",
            LINE,
            "book_merge",
            "book_split",
            "book_retire",
            "book_revive",
            LINE,
            "book_active",
            "book_versions",
            "book_review",
            LINE,
            "book_import",
            "book_export",
        ),
    ),
    (
        marked("menus", "&Team"),
        (
            "hand_out",
            "send_back",
            "take_update",
            "model_answers",
            LINE,
            "live_agreement",
            LINE,
            "save_copy",
            "merge_files",
            "batches",
            "history",
            "whose_work",
            "check_project",
            "backups",
            LINE,
            "boundary_rule",
            "copy_methods",
        ),
    ),
    (
        marked("menus", "&Adjudication"),
        (
            *(f"settle_{digit}" for digit in DIGITS[:8]),
            LINE,
            "settle_both",
            "settle_edit",
            "settle_none",
            "settle_discuss",
            LINE,
            "settle_next",
            "settle_previous",
            LINE,
            "settle_equal",
        ),
    ),
    (marked("menus", "&Help"), ("manual", "tour", "palette", LINE, "whats_new", "cite", "about")),
)


def fill(bar: QMenuBar, actions: Actions) -> dict[str, QMenu]:
    """Put the menus into the bar; returns them by their English name without ampersand."""
    menus = {}
    for name, entries in MENUS:
        menu = within = bar.addMenu(translate("menus", name))
        menu.setToolTipsVisible(True)
        for entry in entries:
            if entry == LINE:
                menu.addSeparator()
            elif entry == BACK:
                within = menu
            elif entry.startswith(BELOW):
                within = menu.addMenu(translate("menus", entry.removeprefix(BELOW)))
                within.setToolTipsVisible(True)
            else:
                within.addAction(actions[entry])
        menus[name.replace("&", "")] = menu
    return menus


def paths() -> dict[str, str]:
    """Return the title of the menu in which each action stands, by the action's name."""
    return {
        entry: translate("menus", name).replace("&", "")
        for name, entries in MENUS
        for entry in entries
        if entry not in (LINE, BACK) and not entry.startswith(BELOW)
    }


def add_choices(menu: QMenu, title: str, names: dict[str, str], chosen: str) -> QActionGroup:
    """Add a menu of which one entry is chosen; the entries carry their value as data."""
    below = menu.addMenu(title)
    group = QActionGroup(below)
    for value, name in names.items():
        action = below.addAction(name)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.setData(value)
        group.addAction(action)
    return group


def theme_names() -> dict[str, str]:
    """Return the themes by what they are called."""
    names = {
        "system": translate("menus", "As the system"),
        "light": translate("menus", "Light"),
        "dark": translate("menus", "Dark"),
        "high_contrast": translate("menus", "High contrast"),
    }
    return {choice: names[choice] for choice in theme.CHOICES}


def language_names() -> dict[str, str]:
    """Return the languages, each called in itself."""
    return {"system": translate("menus", "As the system"), **language.NAMES}


def text_sizes() -> dict[str, str]:
    """Return the sizes of text."""
    return {str(percent): f"{percent} %" for percent in (100, 115, 130, 150, 175, 200)}
