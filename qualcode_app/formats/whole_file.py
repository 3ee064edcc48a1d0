"""A file that appears whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from qualcode_app.domain.errors import CannotWrite


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Lend a part file that takes the name of `path` only when everything went well.

    Raises:
        CannotWrite: The folder is absent, full or read-only, or the file is in use.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with ExitStack() as left:
            left.callback(part.unlink, missing_ok=True)
            yield part
            part.replace(path)
            left.pop_all()
    except OSError as error:
        raise _refused(path, error) from error


def write_text(path: Path, text: str) -> None:
    """Write a text in UTF-8.

    Raises:
        CannotWrite: The folder is absent, full or read-only, or the file is in use.
    """
    with whole(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")


def made_folder(path: Path) -> None:
    """Make a folder where there is none; raises CannotWrite where the place refuses it."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: OSError) -> CannotWrite:
    return CannotWrite(
        "{name} cannot be written ({reason}). Close it elsewhere or choose another folder.",
        name=path.name,
        reason=error.strerror or str(error),
    )
