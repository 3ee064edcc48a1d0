"""Who holds a project: a small file beside it that tells who and since when.

Whether a program on another computer still runs cannot be asked, so whoever holds a project
touches its lock now and then; one that was not touched for long is left from a crash.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from qualcode_app.domain.errors import FolderRefuses, ProjectInUse

TOUCHED_EVERY_S = 60.0
STALE_S = 600.0


@dataclass(frozen=True, slots=True)
class Holder:
    """The program that has a project open."""

    user: str
    host: str
    pid: int
    since: str

    def is_alive(self, touched_s: float) -> bool:
        """Tell whether that program may still run.

        Args:
            touched_s: How long ago it touched its lock, by the clock of the disk.
        """
        if self.host != platform.node():
            return touched_s < STALE_S
        return self.pid != os.getpid() and _runs(self.pid)


class Lock:
    """The lock file of one project, held from opening to closing."""

    def __init__(self, project: Path) -> None:
        self._path = project.with_name(f".{project.name}.lock")
        self._said = ""  # what our own lock file holds
        self._stop = threading.Event()
        self.is_lost = False  # somebody took it while this computer slept

    def take(self) -> None:
        """Hold the project.

        Raises:
            ProjectInUse: Another running program holds it.
            FolderRefuses: No file can be made beside the project.
        """
        me = Holder(_user(), platform.node(), os.getpid(), datetime.now(UTC).isoformat())
        said = json.dumps(asdict(me))
        for _ in range(2):
            try:
                with self._path.open("x", encoding="utf-8") as file:
                    file.write(said)
            except FileExistsError:
                self._clear_if_stale()
            except OSError as error:
                raise FolderRefuses(
                    "The folder of {name} cannot be written ({reason}). Open it read-only, or "
                    "copy the project to a folder of your own.",
                    name=self._path.name[1:-5],
                    reason=error.strerror or str(error),
                ) from error
            else:
                self._said = said
                threading.Thread(target=self._keep, name="lock", daemon=True).start()
                return
        raise ProjectInUse("Another program opened this project just now. Try again in a moment.")

    def is_held_here(self) -> bool:
        """Tell whether another running program on this computer holds the project."""
        holder = self._holder()
        return holder is not None and holder.host == platform.node() and holder.is_alive(0)

    def is_held_elsewhere(self) -> bool:
        """Tell whether another program may hold the project; on another computer, one that did."""
        holder = self._holder()
        return holder is not None and holder.is_alive(0)

    def touch(self) -> None:
        """Show that we are still there, or find that somebody took the project over."""
        try:
            if self._path.read_text("utf-8") == self._said:
                os.utime(self._path)
            else:
                self.is_lost = True
        except OSError:
            return  # a folder that does not answer: the next write tells

    def release(self) -> None:
        """Let the project go, unless somebody holds it anew."""
        self._stop.set()
        with suppress(OSError):  # a folder that is gone or read-only now: the lock is stale then
            if self._path.read_text("utf-8") == self._said:
                self._path.unlink()

    def _keep(self) -> None:
        while not self._stop.wait(TOUCHED_EVERY_S):
            self.touch()

    def _touched_s(self) -> float:
        """Return how long ago the lock was touched; the disk's own clock dates both files."""
        probe = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            probe.touch()
            return probe.stat().st_mtime - self._path.stat().st_mtime
        except OSError:
            return 0.0  # a folder that cannot be written: we do not take anything over
        finally:
            with suppress(OSError):
                probe.unlink()

    def _clear_if_stale(self) -> None:
        holder = self._holder()
        if holder is not None and holder.is_alive(self._touched_s()):
            since = datetime.fromisoformat(holder.since).astimezone()
            is_today = since.date() == datetime.now(UTC).astimezone().date()
            raise ProjectInUse(
                "{user} has had this project open since {since} on {host}. Open it read-only, or "
                "wait until it is closed there.",
                user=holder.user,
                since=f"{since:%H:%M}" if is_today else f"{since:%Y-%m-%d %H:%M}",
                host=holder.host,
            )
        self._path.unlink(missing_ok=True)

    def _holder(self) -> Holder | None:
        try:
            return Holder(**json.loads(self._path.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None  # a half-written lock of a program that died


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, in a container
        return "somebody"


def _runs(pid: int) -> bool:
    if os.name == "nt":
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _runs_on_windows(pid: int) -> bool:
    import ctypes  # noqa: PLC0415  only there

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]  # Windows only
    handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
    if handle:
        kernel.CloseHandle(handle)
    return bool(handle)
