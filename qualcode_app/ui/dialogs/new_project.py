"""What a new project needs to know: title, coder, language, codebook and documents."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app import paths
from qualcode_app.ui.ask import SUFFIX
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.language import language_code
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.drop_field import DropField
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count, in_language

DEFAULT_BOOK = "combined"
NAMED_MAX = 2  # files named in the drop field; of the others the number
WIDTH_PX = 840
LETTERS = 116  # of both columns together


@dataclass(frozen=True, slots=True)
class NewProject:
    """What the user wants a project to begin with."""

    path: Path  # of the file
    title: str
    coder_name: str
    language: str  # of the documents: nl, en, de or fr
    codebook: Path | None
    documents: tuple[Path, ...]  # files and folders


def shipped_codebooks() -> list[tuple[Path, str]]:
    """Return the codebooks that come with the program and their titles, the usual one first."""
    found = []
    for path in sorted(paths.codebooks().glob("*.json")):
        if not path.name.endswith(".schema.json"):
            book = json.loads(path.read_text(encoding="utf-8"))
            found.append((path, in_language(book["title_nl"], book["title_en"])))
    return sorted(found, key=lambda pair: pair[0].stem != DEFAULT_BOOK)


class NewProjectDialog(Dialog):
    """Asks what a project begins with, and last where its file goes."""

    wanted = Signal(object)  # NewProject

    def __init__(
        self,
        theme: Theme,
        coder_name: str,
        ask_documents: Callable[[], Sequence[Path]],
        ask_place: Callable[[str], Path | None],  # for a file with this title
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("New project"), self.tr("Choose where it goes…"))
        self._ask_documents = ask_documents
        self._ask_place = ask_place
        self._path = Path()
        self.documents: tuple[Path, ...] = ()
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(self.tr("Coalition agreements 2026"))
        self.coder = QLineEdit(coder_name, self)
        self.language = QComboBox(self)
        for code, name in self._languages().items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(language_code()))
        self.codebook = QComboBox(self)
        for path, title in shipped_codebooks():
            self.codebook.addItem(title, path)
        self.codebook.addItem(self.tr("No codebook"), None)
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.drop_field = DropField("", self)
        self.choose_button = QPushButton(self.tr("Choose…"), self)
        self.choose_button.setAccessibleName(self.tr("Choose documents"))
        self.choose_button.setAutoDefault(False)
        self.none_button = QPushButton(self.tr("Take off again"), self)
        self.none_button.setAutoDefault(False)
        self._lay_out(parent)
        self._show_preview()
        self._show_documents()
        self.codebook.currentIndexChanged.connect(self._show_preview)
        self.drop_field.dropped.connect(self.take)
        self.choose_button.clicked.connect(self._on_choose_button_clicked)
        self.none_button.clicked.connect(self._on_none_button_clicked)
        self.accepted.connect(self._on_accepted)
        self.title.setFocus()

    def accept(self) -> None:
        """Check what was typed and ask for the place; what is missing is said here."""
        for field, words in (
            (self.title, self.tr("A project needs a title. Type one.")),
            (self.coder, self.tr("A coder needs a name. Type yours.")),
        ):
            if not field.text().strip():
                self.message.tell(words)
                field.setFocus()
                return
        path = self._ask_place(self.title.text().strip())
        if path is not None:  # else all that was typed is still here
            self._path = path
            super().accept()

    def take(self, chosen: Sequence[Path]) -> None:
        """Note documents and folders that the project begins with, each once."""
        more = [path for path in chosen if path.suffix.lower() != SUFFIX]
        self.documents = tuple(dict.fromkeys([*self.documents, *more]))
        self._show_documents()

    # Inside

    def _lay_out(self, parent: QWidget) -> None:
        """Put the fields at the left, the codebook and the documents at the right."""
        columns = QHBoxLayout()
        columns.setSpacing(self.theme.space("xl"))
        self.content.addLayout(columns, 1)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(self.theme.space("s"))
            columns.addLayout(column, 1)
        self.content = left  # fields go where the content is
        self.add_field(self.tr("Title"), self.title)
        self.add_field(
            self.tr("Your name"),
            self.coder,
            self.tr("Stands on every coding you make, also after files are merged."),
        )
        self.add_field(self.tr("Language of the documents"), self.language)
        self.add_field(self.tr("Documents"), self.drop_field)
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.none_button)
        buttons.addStretch(1)
        self.content.addLayout(buttons)
        self.content.addStretch(1)
        self.content = right
        self.add_field(self.tr("Codebook"), self.codebook)
        words = label(self.tr("What is in it"), "caption", self)
        words.setBuddy(self.preview)
        self.preview.setAccessibleName(words.text())
        self.content.addWidget(words)
        self.content.addWidget(self.preview, 1)
        self.ensurePolished()  # larger text needs a wider dialog
        width_px = self.fontMetrics().averageCharWidth() * LETTERS
        self.setMinimumWidth(min(max(WIDTH_PX, width_px), parent.width()))

    def _languages(self) -> dict[str, str]:
        return {
            "nl": self.tr("Dutch"),
            "en": self.tr("English"),
            "de": self.tr("German"),
            "fr": self.tr("French"),
        }

    def _show_preview(self) -> None:
        path = self.codebook.currentData()
        if path is None:
            self.preview.setPlainText(
                self.tr("Begin with no codes: make them while reading, or import them later.")
            )
            return
        book = json.loads(path.read_text(encoding="utf-8"))
        parents = {code["key"]: code["parent"] for code in book["codes"]}
        below = Counter(_family(key, parents) for key in parents)
        lines = []
        for code in book["codes"]:
            if code["parent"] is None:
                name = in_language(code["label_nl"], code["label_en"])
                lines.append(f"{code['key']}  {name} ({count(below[code['key']])})")
        total = self.tr("{n} codes under {families} headings:").format(
            n=count(len(parents)), families=count(len(lines))
        )
        about = in_language(book["about_nl"], book["about_en"])
        self.preview.setPlainText("\n".join([about, "", total, *lines]))

    def _show_documents(self) -> None:
        names = [path.name for path in self.documents]
        if not names:
            words = self.tr("Drag PDFs or a folder here, now or later")
        elif len(names) <= NAMED_MAX:
            words = "\n".join(names)
        else:
            more = self.tr("and {n} more").format(n=count(len(names) - NAMED_MAX))
            words = "\n".join([*names[:NAMED_MAX], more])
        self.drop_field.setText(words)
        self.drop_field.setAccessibleDescription(words)
        self.none_button.setVisible(bool(names))

    def _on_choose_button_clicked(self) -> None:
        self.take(self._ask_documents())

    def _on_none_button_clicked(self) -> None:
        self.documents = ()
        self._show_documents()
        self.choose_button.setFocus()

    def _on_accepted(self) -> None:
        self.wanted.emit(
            NewProject(
                path=self._path,
                title=self.title.text().strip(),
                coder_name=self.coder.text().strip(),
                language=self.language.currentData(),
                codebook=self.codebook.currentData(),
                documents=self.documents,
            )
        )


def _family(key: str, parents: dict[str, str | None]) -> str:
    """Return the key of the topmost code above a code."""
    while (parent := parents[key]) is not None:
        key = parent
    return key
