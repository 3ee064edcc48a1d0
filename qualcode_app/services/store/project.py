"""A project file: made, opened, read, written, closed."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, Engine, PoolProxiedConnection
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes
from qualcode_app.domain.errors import CannotWrite, QualcodeError, UnreadableProject
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.models import engine as files
from qualcode_app.models import migrations
from qualcode_app.models.project import ProjectInfo
from qualcode_app.services.store import (
    backups,
    journal,
    looks,
    opening,
    people,
    refusals,
    remembered,
    stills,
    wholeness,
)
from qualcode_app.services.store.locks import Lock
from qualcode_app.services.store.one_act import OneAct, stopped_by
from qualcode_app.services.store.people import NewCoder

P = ParamSpec("P")
T = TypeVar("T")

SUFFIX = ".qualcode"
_UNWATCHED = Silent()


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """What a project says of itself."""

    study_uid: str
    replica_uid: str
    title: str
    created_at: datetime


class Project:
    """An open project file.

    Reads and writes take a use case and its values; a write is one transaction: it is on disk
    when the call returns, or nothing of it is.
    """

    def __init__(
        self,
        path: Path,
        engine: Engine,
        facts: ProjectFacts,
        lock: Lock | None,
        backups_in: Path | None = None,
    ) -> None:
        self.path = path
        self.facts = facts
        self.backups_in = backups_in
        self.author_uid = journal.NOBODY
        self._engine = engine
        self._writer = engine.execution_options(qualcode_write=True)
        self._lock = lock
        self._digests: remembered.Digests = {}
        self._is_written = False
        self._is_copied = threading.Lock()
        self._gate = looks.Gate()

    @classmethod
    def create(cls, path: Path, *, title: str, coder: NewCoder) -> Self:
        """Make a new project file with one coder and one independent round, and open it.

        Raises:
            CannotWrite: There is a file of that name already, or the folder refuses it.
            RefusedChange: The coder has no name; then no file is made.
        """
        if path.exists():
            raise CannotWrite(
                "There is already a file {name}. Choose another name.", name=path.name
            )
        part = path.with_name(f"{path.name}.part")
        try:
            part.unlink(missing_ok=True)
            with opening.link_to(part) as link:
                migrations.create(link)
                opening.introduce(link, title)
            part.replace(path)
        except (OSError, sqlite3.Error) as error:
            part.unlink(missing_ok=True)
            raise CannotWrite(
                "The project {name} cannot be made there ({reason}). Choose another folder.",
                name=path.name,
                reason=refusals.reason(error),
            ) from error
        project = cls.open(path)
        project.author_uid = coder.uid
        with ExitStack() as left:
            left.callback(path.unlink)
            left.callback(project.close)
            project.write(people.start, coder)
            left.pop_all()
        return project

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        backups_in: Path | None = None,
        progress: Progress | None = _UNWATCHED,
    ) -> Self:
        """Open a project file, after a backup and a migration when it is of an older version.

        Args:
            path: The file.
            read_only: Nothing is written then, not even beside the file.
            backups_in: The folder of one's choice for backups; otherwise they lie beside it.
            progress: Told how far the look is at a file that nobody closed; None: there is no time
                for a long one.

        Raises:
            UnreadableProject: It is no project, damaged, or made by a newer program.
            ProjectInUse: Another program has it open.
            FolderRefuses: The folder cannot be written; read-only opening works.
            CheckNeeded: There is no time to look at the file.
        """
        version = opening.version_of(path)
        lock = None if read_only else Lock(path)
        with ExitStack() as held:
            if lock is not None:
                lock.take()
                held.callback(lock.release)
            opening.verify(
                path, version, read_only=read_only, backups_in=backups_in, progress=progress
            )
            engine = files.connect(path, read_only=read_only)
            facts = _facts(engine, path)
            held.pop_all()
        return cls(path, engine, facts, lock, backups_in)

    @property
    def title(self) -> str:
        """The title of the study."""
        return self.facts.title

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._lock is None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(
        self, use_case: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what a reading use case finds; nothing is held open afterwards."""
        with self._session(self._engine) as session:
            return use_case(session, *args, **kwargs)

    def read_beside(
        self, use_case: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what a long reading use case finds, while acts go on; see `still`."""
        return self.still(lambda view: view.read(use_case, *args, **kwargs))

    def still(self, work: Callable[[Project], T]) -> T:
        """Return what long work finds in one state of the file, while acts go on.

        An act never waits for it: the work begins again, after some such tries on a copy.

        Args:
            work: Reads from the project it is given, in the thread that it is called in.

        Raises:
            CannotWrite: A copy was needed, and there is no room for it.
        """
        for _ in range(looks.TRIES):
            try:
                with looks.engine(self.path, self._gate) as engine:
                    return work(self._seen_through(engine))
            except looks.Moved:
                continue
            except sqlite3.Error as error:
                raised = OperationalError(None, None, error)
                raise refusals.understood(raised, self.path) from error
        with stills.lend(self.path, self.copy_to) as copy:
            return work(self._seen_through(files.connect(copy, read_only=True)))

    def write(
        self,
        use_case: Callable[Concatenate[Session, P], Changes],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Changes:
        """Carry out a writing use case in one transaction and return what it changed.

        Raises:
            QualcodeError: The use case refused, or the file could not be written; nothing
                was changed.
        """
        if self.read_only:
            raise CannotWrite(
                "This project is open read-only. Close it elsewhere and open it again to change it."
            )
        if self._lock is not None and self._lock.is_lost:
            raise CannotWrite(
                "Somebody else opened {name} while this computer slept or was away. What you did "
                "before is kept; close the project and open it again to go on.",
                name=self.path.name,
            )
        with ExitStack() as act, ExitStack() as unless_written:
            act.enter_context(self._gate.writing())
            self._note(wholeness.begin, is_written=True)
            session = act.enter_context(self._session(self._writer))
            unless_written.callback(self._digests.clear)
            changes = use_case(session, *args, **kwargs)
            session.commit()
            unless_written.pop_all()
            return replace(changes, texts=journal.noted_texts(session))

    def write_watched(
        self,
        progress: Progress,
        use_case: Callable[Concatenate[Session, P], Changes],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Changes:
        """Carry out a writing use case as `write` does, unless it is stopped meanwhile.

        Args:
            progress: Asked between two statements whether to go on.
            use_case: Need not report by itself.
            args: Its values.
            kwargs: Its named values.

        Raises:
            Cancelled: It was stopped; nothing was changed.
            QualcodeError: As `write` does.
        """

        def watched(session: Session) -> Changes:
            with stopped_by(session, progress):
                return use_case(session, *args, **kwargs)

        return self.write(watched)

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """Lend a connection that reads one unchanging state of the file."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except DatabaseError as error:
            raise refusals.understood(error, self.path) from error

    def back_up(self, before: str, progress: Progress | None = None) -> None:
        """Copy the file to the folder of backups, while work goes on; see `backups.back_up`."""
        if self.read_only:
            backups.back_up(self.path, before, self.backups_in, progress)
            return
        with self._one_writer() as link:
            backups.back_up(self.path, before, self.backups_in, progress, link)

    def copy_to(self, target: Path) -> None:
        """Write the file as it now is to another, while work goes on.

        Raises:
            OSError, sqlite3.Error: There is no room or no right to write there.
        """
        with ExitStack() as held:
            link = None if self.read_only else held.enter_context(self._one_writer())
            backups.copy_to(target, self.path, Silent(), link)

    def keep_elsewhere(self, target: Path) -> None:
        """Write what is open to a new file, also when the file itself is gone.

        Raises:
            CannotWrite: There is a file of that name, or the folder refuses it.
        """
        if target.exists():
            raise CannotWrite(
                "There is already a file {name}. Choose another name.", name=target.name
            )
        try:
            with self.connection() as connection, closing(sqlite3.connect(target)) as to:
                _link_of(connection.connection).backup(to)
        except (OSError, sqlite3.Error) as error:
            target.unlink(missing_ok=True)
            raise CannotWrite(
                "The project {name} cannot be made there ({reason}). Choose another folder.",
                name=target.name,
                reason=refusals.reason(error),
            ) from error

    def close(self) -> None:
        """Close the file; no side file remains."""
        with suppress(QualcodeError):  # a note that stays costs a look at the next opening
            self._note(wholeness.end, is_written=False)
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def _seen_through(self, engine: Engine) -> Project:
        view = _View(self.path, engine, self.facts, lock=None, backups_in=self.backups_in)
        view.author_uid = self.author_uid
        return view

    def _note(self, note: Callable[[Session], None], *, is_written: bool) -> None:
        """Keep in the file whether it is being written, once for each time it is open."""
        if self._is_written == is_written:
            return
        with self._session(self._writer) as session:
            note(session)
            session.commit()
        self._is_written = is_written

    @contextmanager
    def _one_writer(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection through which everything is written meanwhile."""
        with self._is_copied:
            engine = files.connect(self.path, alone=True)
            usual = self._writer
            try:
                lent = engine.raw_connection()
                link = _link_of(lent)
                lent.close()  # back to its pool, where acts find it
                self._writer = engine.execution_options(qualcode_write=True)
                yield link
            except DatabaseError as error:
                raise refusals.understood(error, self.path) from error
            finally:
                self._writer = usual
                engine.dispose()

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        session = OneAct(engine, expire_on_commit=False, autoflush=False)
        journal.hold(
            session,
            journal.Pen(self.facts.study_uid, self.facts.replica_uid, self.author_uid),
        )
        remembered.hold(session, self._digests)
        try:
            yield session
        except PoolTimeoutError as error:  # another act holds the one connection
            raise refusals.held(self.path) from error
        except DatabaseError as error:
            raise refusals.understood(error, self.path) from error
        finally:
            session.close()


class _View(Project):
    """A project that shows one state as long as it is open."""

    def still(self, work: Callable[[Project], T]) -> T:
        """Return what long work finds; this is the one state it sees anyway."""
        return work(self)


def _link_of(lent: PoolProxiedConnection) -> sqlite3.Connection:
    link = lent.driver_connection
    assert isinstance(link, sqlite3.Connection)  # noqa: S101  one in use has one
    return link


def _facts(engine: Engine, path: Path) -> ProjectFacts:
    try:
        with Session(engine) as session:
            info = session.get(ProjectInfo, 1)
    except DatabaseError as error:
        raise refusals.understood(error, path) from error
    if info is None:
        raise UnreadableProject(
            "{name} does not say which project it is; it is damaged. Open a backup of it.",
            name=path.name,
        )
    return ProjectFacts(info.study_uid, info.replica_uid, info.title, info.created_at)
