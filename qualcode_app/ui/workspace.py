"""The open project as the window sees it: one door for reading, one for writing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import Cancelled, CheckNeeded, QualcodeError
from qualcode_app.settings import Settings
from qualcode_app.ui.wording import count

if TYPE_CHECKING:
    from qualcode_app.domain.progress import Progress
    from qualcode_app.services.coding.coding_rows import CodingRow
    from qualcode_app.services.store.people import CoderRow
    from qualcode_app.services.store.project import Project

P = ParamSpec("P")
T = TypeVar("T")

translate = QCoreApplication.translate

MANY = 200  # codings from which an act may take longer than a blink

log = logging.getLogger(__name__)


class Patience(Protocol):
    """Lets somebody wait for work that is done in a worker thread."""

    def wait_for(self, title: str, work: Callable[[Progress], T], *, can_stop: bool) -> T:
        """Return what the work returned; raises what it raised, Cancelled when it was stopped."""


class Workspace(QObject):
    """Holds the project, the acting coder and the undo stack; tells every panel what changed.

    Services, and with them SQLAlchemy, are imported when the first project opens: the window is
    on the screen by then.
    """

    opened = Signal()
    closing = Signal()  # the project is still open: whoever holds typed words writes them now
    closed = Signal()
    changed = Signal(object)  # Changes
    failed = Signal(object)  # QualcodeError: the act was refused and nothing changed
    coder_changed = Signal(str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.project: Project | None = None
        self.coder_uid = ""
        self.round_uid = ""
        self.asks_who = False  # the file came from somebody else, and nobody said who works in it
        self.undo_stack = QUndoStack(self)
        self.patience: Patience | None = None  # of the window, while there is one
        self._is_first = False  # whether an act is being done that was not done before
        self._read_for: Changes | None = None
        self._read_codings: list[CodingRow] = []

    # Opening and closing

    def create(self, path: Path, title: str, coder_name: str, codebook: Path | None) -> bool:
        """Make a project with one coder and a codebook, and open it; False: refused."""
        from qualcode_app.formats import codebook_json  # noqa: PLC0415
        from qualcode_app.services.codebook import codebook as codes  # noqa: PLC0415
        from qualcode_app.services.store.people import NewCoder  # noqa: PLC0415
        from qualcode_app.services.store.project import Project  # noqa: PLC0415

        coder = NewCoder(uid=self._own_uid(coder_name), name=coder_name)
        try:
            book = codebook_json.read(codebook) if codebook else None
            project = Project.create(path, title=title, coder=coder)
            if book is not None:
                project.write(codes.load, book)
        except QualcodeError as error:
            self.failed.emit(error)
            return False
        self.take(project)
        return True

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a project file in place of the one open now; False: refused.

        Raises:
            CheckNeeded: It is large and was not closed; open it in a job, and `take` it then.
        """
        from qualcode_app.services.store.project import Project  # noqa: PLC0415

        try:
            project = Project.open(
                path, read_only=read_only, backups_in=self.settings.backups_in, progress=None
            )
        except CheckNeeded:
            raise
        except QualcodeError as error:
            self.failed.emit(error)
            return False
        self.take(project)
        return True

    def take(self, project: Project) -> None:
        """Go on in a project that was opened just now, in place of the one open now."""
        self.close()
        self._use(project)

    def close(self) -> None:
        """Close the project; everything in it is on disk already."""
        if self.project is None:
            return
        self.closing.emit()
        self.undo_stack.clear()
        project, self.project = self.project, None
        self.coder_uid = self.round_uid = ""
        project.close()
        self.closed.emit()

    # Reading and writing

    def read(self, use_case: Callable[Concatenate[Any, P], T], *args: P.args, **kw: P.kwargs) -> T:
        """Return what a use case finds in the project."""
        return self._open_project().read(use_case, *args, **kw)

    def write(
        self,
        use_case: Callable[Concatenate[Any, P], Changes],
        *args: P.args,
        **kw: P.kwargs,
    ) -> Changes | None:
        """Let a use case change the project in one transaction and tell what it changed.

        Returns:
            The changes, or None when the act was refused: `failed` has told why.
        """
        return self._told(lambda: self._open_project().write(use_case, *args, **kw))

    def write_many(
        self,
        n: int,
        use_case: Callable[Concatenate[Any, P], Changes],
        *args: P.args,
        **kw: P.kwargs,
    ) -> Changes | None:
        """Let a use case change so many codings; the window stays alive where that takes long.

        An act can be stopped when it is done first: one that is undone or done again cannot,
        for the stack of acts would count it as if it had been carried out.

        Returns:
            The changes, or None when the act was refused or stopped.
        """
        if n < MANY or self.patience is None:
            return self.write(use_case, *args, **kw)
        project, patience, can_stop = self._open_project(), self.patience, self._is_first
        title = translate("Workspace", "Writing {n} codings").format(n=count(n))

        def work(progress: Progress) -> Changes:
            return project.write_watched(progress, use_case, *args, **kw)

        return self._told(lambda: patience.wait_for(title, work, can_stop=can_stop))

    def _told(self, act: Callable[[], Changes]) -> Changes | None:
        try:
            changes = act()
        except Cancelled:
            return None
        except QualcodeError as error:
            log.info("refused: %s", type(error).__name__)
            self.failed.emit(error)
            return None
        self.changed.emit(changes)
        return changes

    def may_write(self) -> bool:
        """Tell, before somebody types much, whether the project can be changed."""
        return not self._open_project().read_only or self.write(_nothing) is not None

    def codings_of(self, changes: Changes) -> list[CodingRow]:
        """Return the codings that were added or changed; read once for all who show them."""
        from qualcode_app.services.coding import coding_rows  # noqa: PLC0415

        if self._read_for is not changes:
            touched = changes[Kind.CODING]
            wanted = touched.added | touched.changed
            self._read_codings = (
                self.read(coding_rows.rows, uids=wanted, areas=True) if wanted else []
            )
            self._read_for = changes
        return self._read_codings

    def do(self, command: QUndoCommand) -> bool:
        """Carry out an act that can be undone; False: it was refused."""
        before = self.undo_stack.index(), self.undo_stack.count()
        self._is_first = True
        self.undo_stack.push(command)
        self._is_first = False
        return (self.undo_stack.index(), self.undo_stack.count()) != before

    # Who works

    def coders(self) -> list[CoderRow]:
        """Return the coders of the project."""
        from qualcode_app.services.store import people  # noqa: PLC0415

        return self.read(people.coders)

    def choose_coder(self, uid: str) -> None:
        """Work as another coder from now on."""
        self.asks_who = False
        if uid == self.coder_uid:
            self._note_coder(uid)
            return
        self.coder_uid = uid
        self._open_project().author_uid = uid
        self._note_coder(uid)
        self.coder_changed.emit(uid)

    def add_coder(self, name: str) -> bool:
        """Add a coder to the project and work as that coder; False: refused."""
        from qualcode_app.services.store import people  # noqa: PLC0415

        new = people.NewCoder(uid=str(uuid4()), name=name)
        if self.write(people.add_coder, new) is None:
            return False
        self.choose_coder(new.uid)
        return True

    # Inside

    def _use(self, project: Project) -> None:
        from qualcode_app.services.merging import copies  # noqa: PLC0415
        from qualcode_app.services.store import people  # noqa: PLC0415
        from qualcode_app.services.teams import tasks  # noqa: PLC0415

        self.project = project
        task = self.read(tasks.greeting)
        known = [coder.uid for coder in self.read(people.coders) if coder.kind == "human"]
        said = self.settings.file_coders.get(project.facts.replica_uid, "")
        wanted = said if said in known else self.settings.coder_uid
        usual = task.coder_uid if task is not None else (known[0] if known else "")
        self.coder_uid = wanted if wanted in known else usual
        came = task is not None or self.read(copies.is_mailed)
        self.asks_who = came and wanted not in known and not project.read_only
        if not self.asks_who and self.coder_uid:
            self.settings.file_coders[project.facts.replica_uid] = self.coder_uid
        project.author_uid = self.coder_uid
        rounds = self.read(people.rounds)
        self.round_uid = (task.round_uid if task else "") or (rounds[0].uid if rounds else "")
        self.settings.note_project(project.path)
        self.opened.emit()

    def _note_coder(self, uid: str) -> None:
        """Remember who works in this copy of the file, and in files that are met later."""
        self.settings.coder_uid = uid
        self.settings.file_coders[self._open_project().facts.replica_uid] = uid
        self.settings.save()

    def _own_uid(self, name: str) -> str:
        """Return the uid under which this user coded before, so that files of one coder join."""
        if not self.settings.coder_uid or self.settings.coder_name != name:
            self.settings.coder_uid = str(uuid4())
            self.settings.coder_name = name
            self.settings.save()
        return self.settings.coder_uid

    def _open_project(self) -> Project:
        if self.project is None:
            raise RuntimeError("no project is open")
        return self.project


def _nothing(_session: object) -> Changes:
    return Changes()
