"""A copy of a project as it is at one moment, to read from while acts go on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from qualcode_app.domain.errors import CannotWrite
from qualcode_app.services.store import refusals


@contextmanager
def lend(project: Path, copy_to: Callable[[Path], None]) -> Iterator[Path]:
    """Lend a copy under the same name; it is gone afterwards.

    Args:
        project: The file.
        copy_to: Writes it to another, while acts go on.

    Raises:
        CannotWrite: There is no room for it.
    """
    with ExitStack() as kept:
        try:
            folder = TemporaryDirectory(prefix="qualcode-", ignore_cleanup_errors=True)
            copy = Path(kept.enter_context(folder)) / project.name
            copy_to(copy)
        except (OSError, sqlite3.Error) as error:
            raise CannotWrite(
                "{name} is worked in while it is read, and there is no room for a copy to read "
                "from ({reason}). Make room, or try again in a moment.",
                name=project.name,
                reason=refusals.reason(error),
            ) from error
        yield copy
