"""Everything the window can do, in one table: name, words, keys, and where the keys count."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from qualcode_app.ui.action_hints import hint
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.wording import key_name, marked, translate


class Scope(StrEnum):
    """Where the keys of an action count; scopes that can be active together share no key."""

    EVERYWHERE = "everywhere"
    PAGE = "page"  # the page view has the focus
    CODINGS = "codings"  # page view or list of codings has the focus
    CONTENTS = "contents"  # the tree of headings has the focus
    MEMOS = "memos"  # the list of memos has the focus
    AGREEMENT = "agreement"  # a part of the agreement work space has the focus
    ADJUDICATION = "adjudication"  # a part of the adjudication work space has the focus


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One line of the table."""

    name: str
    text: str  # English, a key of context "actions"
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.EVERYWHERE
    icon: str = ""
    checkable: bool = False


REDO_KEYS = ("Ctrl+Shift+Z", "Ctrl+Y") if sys.platform == "win32" else ("Ctrl+Shift+Z",)
DIGITS = tuple("123456789")

TABLE: tuple[ActionSpec, ...] = (
    # File
    ActionSpec("new_project", marked("actions", "New project…"), ("Ctrl+N",), icon="plus"),
    ActionSpec("open_project", marked("actions", "Open project…"), ("Ctrl+O",), icon="folder"),
    ActionSpec("open_sample", marked("actions", "Open the sample"), ("Ctrl+Shift+S",), icon="play"),
    ActionSpec("close_project", marked("actions", "Close project"), ("Ctrl+W",)),
    ActionSpec(
        "add_documents", marked("actions", "Add documents…"), ("Ctrl+Shift+O",), icon="documents"
    ),
    ActionSpec("add_folder", marked("actions", "Add all documents of a folder…")),
    ActionSpec("import_cases", marked("actions", "Import cases from a sheet…"), icon="import"),
    ActionSpec("import_codings", marked("actions", "Import codings from a table…")),
    ActionSpec("import_project", marked("actions", "Import a project of another program…")),
    ActionSpec("export_project", marked("actions", "Export for other programs (REFI-QDA)…")),
    ActionSpec("save_copy", marked("actions", "Copy for a coder…"), icon="documents"),
    ActionSpec("hand_out", marked("actions", "Hand out…")),
    ActionSpec("send_back", marked("actions", "Send back…"), ("Ctrl+Shift+B",)),
    ActionSpec("take_update", marked("actions", "Take in an update…")),
    ActionSpec("model_answers", marked("actions", "Show the model answers")),
    ActionSpec("live_agreement", marked("actions", "Agreement while training"), checkable=True),
    ActionSpec("merge_files", marked("actions", "Merge files…"), ("Ctrl+Shift+M",), icon="merge"),
    ActionSpec("batches", marked("actions", "What came in together…")),
    ActionSpec("history", marked("actions", "History…")),
    ActionSpec("whose_work", marked("actions", "Whose work it is…")),
    ActionSpec("check_project", marked("actions", "Check the project…")),
    ActionSpec("backups", marked("actions", "Backups…")),
    ActionSpec("export", marked("actions", "Export…"), ("Ctrl+Shift+E",), icon="export"),
    ActionSpec("quit", marked("actions", "Quit"), ("Ctrl+Q",)),
    # Edit
    ActionSpec("undo", marked("actions", "Undo"), ("Ctrl+Z",), icon="undo"),
    ActionSpec("redo", marked("actions", "Redo"), REDO_KEYS, icon="redo"),
    ActionSpec("copy_text", marked("actions", "Copy text"), ("Ctrl+C",), Scope.PAGE, icon="copy"),
    ActionSpec(
        "copy_quote", marked("actions", "Copy quote with source"), ("Ctrl+Shift+C",), Scope.PAGE
    ),
    ActionSpec("find_here", marked("actions", "Find in this document"), ("Ctrl+F",), icon="search"),
    ActionSpec("find_all", marked("actions", "Find in all documents"), ("Ctrl+Shift+F",)),
    ActionSpec("find_keywords", marked("actions", "Find the code's keywords everywhere")),
    ActionSpec("next_hit", marked("actions", "Next hit"), ("Ctrl+G",)),
    ActionSpec("previous_hit", marked("actions", "Previous hit"), ("Ctrl+Shift+G",)),
    # View
    ActionSpec("space_corpus", marked("actions", "Corpus"), ("Ctrl+8",)),
    ActionSpec("space_coding", marked("actions", "Coding"), ("Ctrl+2",)),
    ActionSpec("space_register", marked("actions", "Register"), ("Ctrl+3",)),
    ActionSpec("space_merge", marked("actions", "Merge"), ("Ctrl+4",)),
    ActionSpec("space_agreement", marked("actions", "Agreement"), ("Ctrl+5",)),
    ActionSpec("space_adjudication", marked("actions", "Adjudication"), ("Ctrl+6",)),
    ActionSpec("space_analysis", marked("actions", "Analysis"), ("Ctrl+7",)),
    ActionSpec("fold_left", marked("actions", "Hide the left side"), ("F3",), checkable=True),
    ActionSpec("fold_right", marked("actions", "Hide the right side"), ("F4",), checkable=True),
    ActionSpec("only_page", marked("actions", "Only the page"), ("F8",), checkable=True),
    ActionSpec("next_region", marked("actions", "Next region"), ("F6",)),
    ActionSpec("previous_region", marked("actions", "Previous region"), ("Shift+F6",)),
    ActionSpec("documents_filter", marked("actions", "Filter the documents"), ("Ctrl+D",)),
    ActionSpec("codes_box", marked("actions", "Find a code"), ("Ctrl+L",), icon="search"),
    ActionSpec("codings_list", marked("actions", "List of codings"), ("Ctrl+Shift+L",)),
    ActionSpec("filter", marked("actions", "Show only some codings…"), ("Ctrl+Shift+I",)),
    ActionSpec("clear_filter", marked("actions", "Show all codings again"), ("Ctrl+Shift+X",)),
    ActionSpec("all_coders", marked("actions", "Show the codings of all coders"), checkable=True),
    ActionSpec("zoom_in", marked("actions", "Zoom in"), ("Z",), Scope.PAGE, icon="plus"),
    ActionSpec("zoom_out", marked("actions", "Zoom out"), ("Shift+Z",), Scope.PAGE, icon="minus"),
    ActionSpec(
        "fit_width", marked("actions", "Fit the width"), ("W",), Scope.PAGE, icon="fit_width"
    ),
    ActionSpec(
        "fit_page", marked("actions", "Fit the page"), ("Shift+W",), Scope.PAGE, icon="fit_page"
    ),
    ActionSpec(
        "stripes", marked("actions", "Stripes by code, coder or family"), ("Shift+S",), Scope.PAGE
    ),
    ActionSpec("two_pages", marked("actions", "Two pages side by side"), checkable=True),
    ActionSpec("thumbnails", marked("actions", "Pages as small pictures")),
    ActionSpec("full_screen", marked("actions", "Full screen"), ("F11",), checkable=True),
    # Document
    ActionSpec("next_document", marked("actions", "Next document"), ("Alt+Down",)),
    ActionSpec("previous_document", marked("actions", "Previous document"), ("Alt+Up",)),
    ActionSpec("go_to_page", marked("actions", "Go to page"), ("Ctrl+Shift+P",)),
    ActionSpec("go_back", marked("actions", "Back"), ("Alt+Left",)),
    ActionSpec("go_forward", marked("actions", "Forward"), ("Alt+Right",)),
    ActionSpec("heading_add", marked("actions", "Make the selection a heading")),
    ActionSpec("heading_rename", marked("actions", "Rename the heading"), ("F2",), Scope.CONTENTS),
    ActionSpec(
        "heading_out", marked("actions", "Heading one level up"), ("Shift+Left",), Scope.CONTENTS
    ),
    ActionSpec(
        "heading_in", marked("actions", "Heading one level down"), ("Shift+Right",), Scope.CONTENTS
    ),
    ActionSpec(
        "heading_remove",
        marked("actions", "Remove the heading"),
        ("Delete",),
        Scope.CONTENTS,
        icon="trash",
    ),
    ActionSpec(
        "theme_on",
        marked("actions", "Theme one step on"),
        ("Ctrl+Return", "Ctrl+Enter"),
        icon="check",
    ),
    ActionSpec("theme_back", marked("actions", "Theme one step back"), ("Ctrl+Backspace",)),
    ActionSpec("document_read", marked("actions", "Mark the document as read")),
    ActionSpec("document_unread", marked("actions", "Set the document back to busy")),
    ActionSpec("rename_document", marked("actions", "Rename the document…")),
    ActionSpec("remove_document", marked("actions", "Remove the document…")),
    # Coding
    ActionSpec("next_unit", marked("actions", "Next sentence"), ("J",), Scope.PAGE),
    ActionSpec("previous_unit", marked("actions", "Previous sentence"), ("K",), Scope.PAGE),
    ActionSpec("next_coding", marked("actions", "Next coding"), ("N",), Scope.PAGE),
    ActionSpec("previous_coding", marked("actions", "Previous coding"), ("B",), Scope.PAGE),
    ActionSpec(
        "code_found",
        marked("actions", "Find the code for the selection"),
        (
            "Return",
            "Enter",
        ),
        Scope.PAGE,
        icon="tag",
    ),
    ActionSpec("code_again", marked("actions", "Again the last code"), ("A",), Scope.PAGE),
    ActionSpec("take_suggestion", marked("actions", "Take the suggestion"), ("Q",), Scope.PAGE),
    ActionSpec(
        "other_at_place", marked("actions", "Next coding at this place"), ("H",), Scope.PAGE
    ),
    ActionSpec(
        "previous_at_place",
        marked("actions", "Previous coding at this place"),
        ("Shift+H",),
        Scope.PAGE,
    ),
    ActionSpec(
        "select_again",
        marked("actions", "Select the place of the coding again"),
        ("R",),
        Scope.PAGE,
    ),
    ActionSpec(
        "remove_coding",
        marked("actions", "Remove the coding"),
        (
            "Backspace",
            "Delete",
        ),
        Scope.CODINGS,
        icon="trash",
    ),
    ActionSpec("code_in_vivo", marked("actions", "Make a code of the words…"), ("I",), Scope.PAGE),
    ActionSpec(
        "code_new",
        marked("actions", "Make a new code for the selection…"),
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        Scope.PAGE,
    ),
    ActionSpec("code_not_when", marked("actions", "When not to use the code"), ("U",), Scope.PAGE),
    ActionSpec(
        "code_card", marked("actions", "Show all that the code's card says"), ("F2",), Scope.PAGE
    ),
    ActionSpec(
        "join_next_unit", marked("actions", "Next sentence joins"), ("Shift+J",), Scope.PAGE
    ),
    ActionSpec(
        "join_previous_unit", marked("actions", "Previous sentence joins"), ("Shift+K",), Scope.PAGE
    ),
    ActionSpec("longer", marked("actions", "Make the selection longer"), ("L",), Scope.PAGE),
    ActionSpec(
        "shorter", marked("actions", "Make the selection shorter"), ("Shift+L",), Scope.PAGE
    ),
    ActionSpec("whole_units", marked("actions", "Stretch to whole sentences"), ("Y",), Scope.PAGE),
    ActionSpec("set_caret", marked("actions", "Set the caret"), ("C",), Scope.PAGE),
    ActionSpec("draw_area", marked("actions", "Draw an area"), ("O",), Scope.PAGE),
    ActionSpec("primary", marked("actions", "Primary coding at this place"), ("P",), Scope.PAGE),
    ActionSpec("edges", marked("actions", "Move the ends of the coding"), ("E",), Scope.PAGE),
    ActionSpec("split", marked("actions", "Split the coding at the caret"), ("X",), Scope.PAGE),
    ActionSpec("join", marked("actions", "Join with the neighbour"), ("Shift+X",), Scope.PAGE),
    *(
        ActionSpec(f"facet_{letter.lower()}", text, (letter,), Scope.PAGE)
        for letter, text in (
            ("D", marked("actions", "Role: first (diagnosis)")),
            ("M", marked("actions", "Role: second (measure)")),
            ("S", marked("actions", "Role: third (stance)")),
            ("V", marked("actions", "Direction: first (with the source)")),
            ("G", marked("actions", "Direction: second (mixed)")),
            ("T", marked("actions", "Direction: third (against the source)")),
            ("0", marked("actions", "Concreteness 0; 1 to 3 set the other steps")),
        )
    ),
    ActionSpec("facet_more", marked("actions", "More facets of the coding"), ("F",), Scope.PAGE),
    ActionSpec(
        "not_mentioned",
        marked("actions", "The marked code is not mentioned here"),
        ("Shift+Q",),
        Scope.PAGE,
    ),
    ActionSpec("not_mentioned_list", marked("actions", "List what is not mentioned…")),
    ActionSpec("own_facet", marked("actions", "Add a facet of your own…")),
    ActionSpec("pin_code", marked("actions", "Pin the code to a digit…"), ("Ctrl+T",), icon="pin"),
    ActionSpec("state_back", marked("actions", "One step back"), ("Esc",), Scope.PAGE),
    # Codebook
    ActionSpec("book_edit", marked("actions", "Change the code…")),
    ActionSpec("book_new", marked("actions", "New code…"), icon="plus"),
    ActionSpec("book_merge", marked("actions", "Merge into another code…"), ("Ctrl+Shift+Y",)),
    ActionSpec("book_split", marked("actions", "Split the code…"), ("Ctrl+Shift+D",)),
    ActionSpec("book_retire", marked("actions", "Retire the code")),
    ActionSpec("book_revive", marked("actions", "Use a retired code again…")),
    ActionSpec("book_active", marked("actions", "Codes of this round…")),
    ActionSpec("book_versions", marked("actions", "Versions of the codebook…")),
    ActionSpec("book_review", marked("actions", "Codings to review…")),
    ActionSpec("book_import", marked("actions", "Import codebook…")),
    ActionSpec("book_export", marked("actions", "Export codebook…")),
    # Agreement
    ActionSpec("boundary_rule", marked("actions", "Write boundary rule…"), ("G",), Scope.AGREEMENT),
    ActionSpec(
        "copy_methods",
        marked("actions", "Copy the methods sentence"),
        ("Ctrl+Shift+C",),
        Scope.AGREEMENT,
        icon="copy",
    ),
    ActionSpec("check_quotations", marked("actions", "Check quotations of a draft…")),
    ActionSpec("take_over_highlights", marked("actions", "Take over highlights…")),
    ActionSpec("read_scans", marked("actions", "Read scanned pages (OCR)")),
    ActionSpec("read_page", marked("actions", "Read this page anew (OCR)")),
    ActionSpec("text_quality", marked("actions", "Text quality…")),
    ActionSpec("memo_here", marked("actions", "Memo here…"), ("Ctrl+Shift+N",), icon="memo"),
    ActionSpec("memo_edit", marked("actions", "Change the memo…"), ("F2",), Scope.MEMOS),
    ActionSpec(
        "memo_remove", marked("actions", "Remove the memo"), ("Delete",), Scope.MEMOS, icon="trash"
    ),
    # Adjudication
    *(
        ActionSpec(
            f"settle_{digit}", marked("actions", "Take coder {digit}"), (digit,), Scope.ADJUDICATION
        )
        for digit in DIGITS[:8]
    ),
    ActionSpec("settle_both", marked("actions", "All codes hold"), ("A",), Scope.ADJUDICATION),
    ActionSpec("settle_edit", marked("actions", "Settle otherwise"), ("E",), Scope.ADJUDICATION),
    ActionSpec("settle_none", marked("actions", "None of these"), ("X",), Scope.ADJUDICATION),
    ActionSpec("settle_discuss", marked("actions", "Discuss…"), ("M",), Scope.ADJUDICATION),
    ActionSpec("settle_next", marked("actions", "Next difference"), ("N",), Scope.ADJUDICATION),
    ActionSpec(
        "settle_previous", marked("actions", "Previous difference"), ("P",), Scope.ADJUDICATION
    ),
    ActionSpec(
        "settle_equal",
        marked("actions", "Take over what is equal"),
        ("Ctrl+Shift+A",),
        Scope.ADJUDICATION,
    ),
    ActionSpec("jobs", marked("actions", "Running work"), ("Ctrl+Shift+J",)),
    # Help
    ActionSpec("manual", marked("actions", "Manual"), ("F1",)),
    ActionSpec("palette", marked("actions", "Find a command…"), ("Ctrl+K",), icon="search"),
    ActionSpec("tour", marked("actions", "Guided tour"), icon="play"),
    ActionSpec("whats_new", marked("actions", "What’s new")),
    ActionSpec("cite", marked("actions", "How to cite")),
    ActionSpec("settings", marked("actions", "Settings…"), ("Ctrl+,",)),
    ActionSpec("shortcuts", marked("actions", "Change keys…")),
    ActionSpec("about", marked("actions", "About QualCode")),
    *(
        ActionSpec(f"code_{digit}", marked("actions", "Pinned code {digit}"), (digit,), Scope.PAGE)
        for digit in DIGITS
    ),
)

SPECS = {spec.name: spec for spec in TABLE}
SETTLING = tuple(spec.name for spec in TABLE if spec.scope is Scope.ADJUDICATION)

CONTEXTS = {
    Scope.EVERYWHERE: Qt.ShortcutContext.WindowShortcut,
    Scope.PAGE: Qt.ShortcutContext.WidgetWithChildrenShortcut,
    Scope.CODINGS: Qt.ShortcutContext.WidgetWithChildrenShortcut,
    Scope.AGREEMENT: Qt.ShortcutContext.WidgetWithChildrenShortcut,
    Scope.ADJUDICATION: Qt.ShortcutContext.WidgetWithChildrenShortcut,
    Scope.MEMOS: Qt.ShortcutContext.WidgetShortcut,
    Scope.CONTENTS: Qt.ShortcutContext.WidgetShortcut,  # not while a title is typed
}


class Actions(QObject):
    """The actions of one window, by name; who can do an act connects to its `triggered`."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        for spec in TABLE:
            self._actions[spec.name] = self._made(spec, theme)
            self.set_keys(spec.name, spec.keys)
            if spec.scope == Scope.EVERYWHERE:
                window.addAction(self._actions[spec.name])

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def on(self, name: str, act: Callable[[], object], owner: QObject) -> None:
        """Let an owner do what an action says, for as long as the owner lives."""
        connection = self._actions[name].triggered.connect(lambda _=False: act())
        owner.destroyed.connect(lambda: QObject.disconnect(connection))

    def give(self, widget: QWidget, *scopes: Scope) -> None:
        """Let the keys of these scopes count while the widget or a child of it has the focus."""
        for spec in TABLE:
            if spec.scope in scopes:
                widget.addAction(self._actions[spec.name])

    def set_keys(self, name: str, keys: Sequence[str]) -> None:
        """Give an action other keys, and its tooltip with them."""
        action = self._actions[name]
        action.setShortcuts([QKeySequence(key) for key in keys])
        tip = hint(name)
        action.setToolTip(f"{tip} ({key_name(keys[0])})" if keys else tip)

    def enable(self, enabled: bool, *names: str) -> None:
        """Make actions possible or not."""
        for name in names:
            self._actions[name].setEnabled(enabled)

    def _made(self, spec: ActionSpec, theme: Theme) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.name)
        digit = spec.name.rpartition("_")[2]
        action.setText(translate("actions", spec.text).format(digit=digit))
        action.setShortcutContext(CONTEXTS[spec.scope])
        action.setCheckable(spec.checkable)
        if spec.icon:
            theme.set_icon(action, spec.icon, "text_muted")
        return action
