"""The child process as its parent sees it: started, asked, listened to with patience, killed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import IO

from qualcode_app.paths import PACKAGE
from qualcode_app.pdf import wire

_PIPE_BYTES = 2**20


class ChildGone(Exception):
    """The child ended or talked nonsense before it answered."""


class Child:
    """A process that reads PDFs for us and may crash or hang at any time."""

    def __init__(self) -> None:
        # The child holds the reading end and dies when ours is closed: with this process.
        theirs, ours = os.pipe()
        self._lifeline = os.fdopen(ours, "wb")
        try:
            self._process = subprocess.Popen(  # noqa: S603  our own program
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(theirs),
                pass_fds=() if sys.platform == "win32" else (theirs,),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        finally:
            os.close(theirs)
        _widen(self._process.stdin)
        self._frames: SimpleQueue[wire.Frame | None] = SimpleQueue()
        threading.Thread(target=self._listen, name="pdf child", daemon=True).start()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Tell whether the process still runs."""
        return self._process.poll() is None

    def _listen(self) -> None:
        pipe = self._process.stdout
        assert pipe is not None  # noqa: S101  it was asked for
        with suppress(ValueError, OSError), pipe:
            while (frame := wire.read(pipe)) is not None:  # type: ignore[arg-type]
                self._frames.put(frame)
        self._frames.put(None)

    def send(self, header: Mapping[str, object], body: bytes = b"") -> None:
        """Ask something; raises ChildGone when nobody listens."""
        pipe = self._process.stdin
        assert pipe is not None  # noqa: S101  it was asked for
        try:
            wire.write(pipe, header, body)  # type: ignore[arg-type]
        except (OSError, ValueError) as problem:
            raise ChildGone from problem

    def receive(self, timeout_s: float) -> wire.Frame | None:
        """Return the next answer, or None when none came in time; raises ChildGone."""
        try:
            frame = self._frames.get(timeout=timeout_s)
        except Empty:
            return None
        if frame is None:
            self._frames.put(None)  # whoever asks again is told again
            raise ChildGone
        return frame

    def kill(self) -> None:
        """End the child at once, whatever it does."""
        self._process.kill()
        self._lifeline.close()
        with suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        self._process.wait()


def _widen(pipe: IO[bytes] | None) -> None:
    """Let a whole document into the pipe, where the system can: in small pieces it takes 4 ms."""
    if sys.platform == "linux" and pipe is not None:
        import fcntl  # noqa: PLC0415  absent on Windows

        with suppress(OSError):  # more than this user may have
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE_BYTES)


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--child"]
    return [sys.executable, "-m", "qualcode_app.pdf.child"]


def _environment(lifeline: int) -> dict[str, str]:
    path = os.pathsep.join(filter(None, (str(PACKAGE.parent), os.environ.get("PYTHONPATH"))))
    own = {"PYTHONPATH": path, wire.LIFELINE: str(lifeline)}
    return {**os.environ, **own}
