"""Memory that the window and the child share, so that a picture is copied once and not piped."""

from __future__ import annotations

import mmap
import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

SLOT_PIXELS = 10_000_000  # of one picture for the window: A4 at 330 %
SLOT_BYTES = 4 * SLOT_PIXELS
N_SLOTS = 2  # the child draws the next picture while the window takes the one before
N_BYTES = N_SLOTS * SLOT_BYTES
_AT_HAND = 8_000_000  # bytes of a slot that the system is asked for before they are needed
_SYSTEM_PAGE = 4096
_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  a file system in memory, where there is one


class Shared:
    """One stretch of memory with a name; whoever made it removes it."""

    def __init__(self, name: str | None = None) -> None:
        """Make it, or join the one called `name`."""
        self.name = name or _new_name()
        self._owned = name is None
        if sys.platform == "win32":
            self.memory = mmap.mmap(-1, N_BYTES, tagname=self.name)
            return
        with Path(self.name).open("w+b" if self._owned else "r+b") as file:
            if self._owned:
                file.truncate(N_BYTES)
            self.memory = mmap.mmap(file.fileno(), N_BYTES)

    def slot(self, number: int) -> memoryview:
        """Return the memory of one picture, from 0; to be released before `close`."""
        at = number * SLOT_BYTES
        return memoryview(self.memory)[at : at + SLOT_BYTES]

    def touch(self) -> None:
        """Have the system lay the memory out now: at a first picture it costs 3 ms."""
        for slot in range(N_SLOTS):
            at = slot * SLOT_BYTES
            _ = self.memory[at : at + _AT_HAND : _SYSTEM_PAGE]

    def close(self) -> None:
        """Let go of the memory."""
        self.memory.close()
        if self._owned and sys.platform != "win32":
            with suppress(OSError):
                Path(self.name).unlink()


def _new_name() -> str:
    name = f"qualcode-{os.getpid()}-{uuid4().hex}"
    if sys.platform == "win32":
        return name
    # Writing into a full file system in memory would end the process, so look first.
    roomy = _SHARED_MEMORY.is_dir() and shutil.disk_usage(_SHARED_MEMORY).free > 2 * N_BYTES
    return str((_SHARED_MEMORY if roomy else Path(tempfile.gettempdir())) / name)
