"""The few questions the program asks, in one place, so that a test can give the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

SUFFIX = ".qualcode"


@dataclass(frozen=True, slots=True)
class Question:
    """Something nobody does by the way: what will happen, and the verb that does it."""

    title: str
    sentence: str
    act: str  # on the button: "Delete 1 document and 83 codings"


class Asker(Protocol):
    """What the window may ask its user."""

    def open_project(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a project file."""

    def new_project(self, parent: QWidget, folder: str, name: str) -> Path | None:
        """Ask where a new project goes; the suffix is seen to."""

    def documents(self, parent: QWidget, folder: str) -> list[Path]:
        """Ask for documents."""

    def documents_folder(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a folder with documents."""

    def merge_target(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for the project that other files are merged into."""

    def projects(self, parent: QWidget, folder: str) -> list[Path]:
        """Ask for project files of other coders."""

    def export_file(self, parent: QWidget, suggestion: Path, kinds: str) -> Path | None:
        """Ask where an export goes."""

    def codebook_file(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a codebook to take in."""

    def sheet_file(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a sheet of cases."""

    def table_file(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a table of codings."""

    def foreign_project(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a project of another program."""

    def source_file(self, parent: QWidget, title: str, folder: str) -> Path | None:
        """Ask where a document lies that another file only names."""

    def draft_file(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a draft whose quotations are checked."""

    def password(self, parent: QWidget, name: str) -> str | None:
        """Ask for the password of a PDF; None leaves the file out."""

    def folder(self, parent: QWidget, title: str, folder: str) -> Path | None:
        """Ask for a folder."""

    def who(self, parent: QWidget, names: list[str]) -> str | None:
        """Ask which of these people is at work, or who else; the likeliest comes first."""

    def which(self, parent: QWidget, title: str, sentence: str, names: Sequence[str]) -> str | None:
        """Ask for one of these; None leaves everything as it is."""

    def line(self, parent: QWidget, title: str, sentence: str, text: str) -> str | None:
        """Ask for a name; None leaves everything as it is."""

    def certain(self, parent: QWidget, question: Question) -> bool:
        """Ask before an act that cannot be undone; the safe answer has the focus."""


class Ask(QObject):
    """Asks with the dialogs of the system."""

    def open_project(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a project file."""
        name, _ = QFileDialog.getOpenFileName(
            parent, self.tr("Open a project"), folder, self._project_kinds()
        )
        return Path(name) if name else None

    def new_project(self, parent: QWidget, folder: str, name: str) -> Path | None:
        """Ask where a new project goes; the suffix is seen to."""
        suggestion = str(Path(folder) / f"{name}{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(
            parent, self.tr("Where the project goes"), suggestion, self._project_kinds()
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def documents(self, parent: QWidget, folder: str) -> list[Path]:
        """Ask for documents."""
        names, _ = QFileDialog.getOpenFileNames(
            parent,
            self.tr("Add documents"),
            folder,
            self.tr(
                "Documents (*.pdf *.PDF *.docx *.odt *.md *.txt *.png *.jpg *.jpeg *.tif *.tiff);;"
                "PDF documents (*.pdf *.PDF)"
            ),
        )
        return [Path(name) for name in names]

    def documents_folder(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a folder with documents."""
        return self.folder(parent, self.tr("Add all documents of a folder"), folder)

    def merge_target(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for the project that other files are merged into."""
        name, _ = QFileDialog.getOpenFileName(
            parent, self.tr("Merge into which project?"), folder, self._project_kinds()
        )
        return Path(name) if name else None

    def projects(self, parent: QWidget, folder: str) -> list[Path]:
        """Ask for project files of other coders."""
        names, _ = QFileDialog.getOpenFileNames(
            parent, self.tr("Files of the other coders"), folder, self._project_kinds()
        )
        return [Path(name) for name in names]

    def export_file(self, parent: QWidget, suggestion: Path, kinds: str) -> Path | None:
        """Ask where an export goes."""
        is_copy = suggestion.suffix == SUFFIX
        title = self.tr("Where the file for the coder goes") if is_copy else self.tr("Export")
        name, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds)
        return Path(name) if name else None

    def codebook_file(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a codebook to take in."""
        kinds = self.tr("Codebooks (*.qdc *.json *.csv *.xlsx)")
        name, _ = QFileDialog.getOpenFileName(parent, self.tr("Import codebook"), folder, kinds)
        return Path(name) if name else None

    def foreign_project(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a project of another program."""
        kinds = self.tr("Projects of other programs (*.qdpx *.qde *.qda *.sqlite3 *.sqlite *.db)")
        title = self.tr("Import a project of another program")
        name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
        return Path(name) if name else None

    def source_file(self, parent: QWidget, title: str, folder: str) -> Path | None:
        """Ask where a document lies that another file only names."""
        name, _ = QFileDialog.getOpenFileName(
            parent, self.tr("Where is {name}?").format(name=title), folder
        )
        return Path(name) if name else None

    def draft_file(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a draft whose quotations are checked."""
        kinds = self.tr("Drafts (*.docx *.txt *.md)")
        name, _ = QFileDialog.getOpenFileName(parent, self.tr("Open a draft"), folder, kinds)
        return Path(name) if name else None

    def table_file(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a table of codings."""
        kinds = self.tr("Tables (*.xlsx *.csv *.tsv)")
        title = self.tr("Import codings from a table")
        name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
        return Path(name) if name else None

    def sheet_file(self, parent: QWidget, folder: str) -> Path | None:
        """Ask for a sheet of cases."""
        kinds = self.tr("Sheets (*.xlsx *.csv)")
        title = self.tr("Import cases from a sheet")
        name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
        return Path(name) if name else None

    def password(self, parent: QWidget, name: str) -> str | None:
        """Ask for the password of a PDF; None leaves the file out."""
        password, given = QInputDialog.getText(
            parent,
            self.tr("Password"),
            self.tr("{name} opens only with its password.").format(name=name),
            QLineEdit.EchoMode.Password,
        )
        return password if given and password else None

    def which(self, parent: QWidget, title: str, sentence: str, names: Sequence[str]) -> str | None:
        """Ask for one of these; None leaves everything as it is."""
        name, given = QInputDialog.getItem(parent, title, sentence, list(names), 0, False)
        return name if given else None

    def line(self, parent: QWidget, title: str, sentence: str, text: str) -> str | None:
        """Ask for a name; None leaves everything as it is."""
        typed, given = QInputDialog.getText(
            parent, title, sentence, QLineEdit.EchoMode.Normal, text
        )
        return typed.strip() if given and typed.strip() else None

    def certain(self, parent: QWidget, question: Question) -> bool:
        """Ask before an act that cannot be undone; the safe answer has the focus."""
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(question.title)
        box.setText(question.sentence)
        act = box.addButton(question.act, QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Leave as it is"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is act

    def who(self, parent: QWidget, names: list[str]) -> str | None:
        """Ask which of these people is at work, or who else; the likeliest comes first."""
        name, given = QInputDialog.getItem(
            parent,
            self.tr("Who are you?"),
            self.tr("This file came from somebody else. Everything you do in it is in this name:"),
            names,
        )
        return name.strip() if given and name.strip() else None

    def folder(self, parent: QWidget, title: str, folder: str) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(parent, title, folder)
        return Path(name) if name else None

    def _project_kinds(self) -> str:
        return self.tr("QualCode projects (*.qualcode)")
