"""Who holds a project: a small file beside it that tells who and since when."""

from __future__ import annotations

import getpass
import json
import os
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from qualcode_app.domain.errors import CannotWrite, ProjectInUse


@dataclass(frozen=True, slots=True)
class Holder:
    """The program that has a project open."""

    user: str
    host: str
    pid: int
    since: str

    def is_alive(self) -> bool:
        """Tell whether that program may still run; on another computer we cannot know."""
        if self.host != platform.node():
            return True
        return self.pid != os.getpid() and _runs(self.pid)


class Lock:
    """The lock file of one project, held from opening to closing."""

    def __init__(self, project: Path) -> None:
        self._path = project.with_name(f".{project.name}.lock")
        self._said = ""  # what our own lock file holds

    def take(self) -> None:
        """Hold the project.

        Raises:
            ProjectInUse: Another running program holds it.
            CannotWrite: The folder refuses a file beside the project.
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
                raise CannotWrite(
                    "The folder of {name} cannot be written ({reason}). Open it read-only, or "
                    "copy the project to a folder of your own.",
                    name=self._path.name[1:-5],
                    reason=error.strerror or str(error),
                ) from error
            else:
                self._said = said
                return
        raise ProjectInUse("Another program opened this project just now. Try again in a moment.")

    def release(self) -> None:
        """Let the project go, unless somebody holds it anew."""
        with suppress(OSError):  # a folder that is gone or read-only now: the lock is stale then
            if self._path.read_text("utf-8") == self._said:
                self._path.unlink()

    def _clear_if_stale(self) -> None:
        holder = self._holder()
        if holder is not None and holder.is_alive():
            since = datetime.fromisoformat(holder.since).astimezone()
            raise ProjectInUse(
                "{user} has had this project open since {since} on {host}. You can open it "
                "read-only.",
                user=holder.user,
                since=f"{since:%H:%M}",
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
