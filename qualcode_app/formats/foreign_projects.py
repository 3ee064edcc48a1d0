"""Projects of other programs by what their file is: REFI-QDA, QualCoder or Taguette."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from qualcode_app.domain.codebook_arrival import Lost, Mended
from qualcode_app.domain.qda_project import QdaProject
from qualcode_app.formats import qualcoder_project, refi_project_reader, taguette_project
from qualcode_app.formats.refi_package import Missing, Package

_SQLITE = (".sqlite3", ".sqlite", ".db")


class Contents(Protocol):
    """What lies in or beside the file of a project."""

    path: Path  # what the user chose

    @property
    def findings(self) -> Sequence[Lost | Mended]:
        """What was mended or left out when it was opened."""

    @property
    def file(self) -> Path:
        """The file that tells whether this very project came in before."""

    def content(self, reference: str) -> bytes:
        """Return the bytes of a source; raises Missing."""


class Alone:
    """A database that has everything in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.findings: tuple[Lost | Mended, ...] = ()

    @property
    def file(self) -> Path:
        """The database."""
        return self.path

    def content(self, reference: str) -> bytes:
        """Refuse: nothing lies beside it."""
        raise Missing(Lost("Not in the file: {name}", name=reference[:200]))


def names(path: Path) -> list[str]:
    """Return what the projects in a file are called where it can hold several, else nothing.

    Raises:
        UnreadableTable: It is no file of Taguette, though it is called so.
    """
    return taguette_project.names(path) if path.suffix.lower() in _SQLITE else []


@contextmanager
def opened(path: Path, name: str | None = None) -> Iterator[tuple[Contents, QdaProject]]:
    """Lend what a file holds, and the project in it.

    Args:
        path: A `.qdpx` or `.qde`, a folder `.qda` or the database in it, or a file of Taguette.
        name: Which project, in a file of Taguette with several.

    Raises:
        UnreadableTable: The file is no project, damaged or hostile.
    """
    if qualcoder_project.is_one(path):
        yield qualcoder_project.Folder(path), qualcoder_project.read(path)
    elif path.suffix.lower() in _SQLITE:
        yield Alone(path), taguette_project.read(path, name)
    else:
        with Package(path) as package:
            yield package, refi_project_reader.read(package.xml(), path)
