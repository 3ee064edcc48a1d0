"""Reading a file that another program may work in, so that no act there is ever held up.

That an act of another program waits cannot be noticed while a statement runs. In a large file one
can run for seconds, and then a copy is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from qualcode_app.domain.progress import Silent
from qualcode_app.models import engine as files
from qualcode_app.services.store import backups, stills
from qualcode_app.services.store.locks import Lock
from qualcode_app.services.store.project import Project

P = ParamSpec("P")
T = TypeVar("T")

LARGE_BYTES = 64 << 20  # of a file in which no statement runs for a second


@contextmanager
def opened(path: Path, backups_in: Path | None = None) -> Iterator[Project]:
    """Open a project to read it; see `Project.open` for what is refused.

    Raises:
        CannotWrite: A copy was needed, and there is no room for it.
    """
    with _Onlooker.open(path, read_only=True, backups_in=backups_in) as project:
        if path.stat().st_size <= LARGE_BYTES:
            yield project
            return
        with quiet(path) as file:
            yield project if file == path else project.seen_in(file)


@contextmanager
def quiet(path: Path) -> Iterator[Path]:
    """Lend the file itself, or a copy of one that another program works in.

    Raises:
        CannotWrite: A copy was needed, and there is no room for it.
    """
    if not Lock(path).is_held_elsewhere():
        yield path
        return
    copy_to = partial(backups.copy_to, project=path, watch=Silent(), source=None)
    with stills.lend(path, copy_to) as copy:
        yield copy


class _Onlooker(Project):
    """A project each reading of which lets acts through."""

    def read(
        self, use_case: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what a reading use case finds, while acts go on."""
        return self.read_beside(use_case, *args, **kwargs)

    def seen_in(self, copy: Path) -> Project:
        """Return the project as it is in a copy."""
        return self._seen_through(files.connect(copy, read_only=True))
