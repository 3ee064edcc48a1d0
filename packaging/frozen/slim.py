"""Leave out of the frozen program what nothing in it uses."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

Entry = tuple[str, str, str]
"""Name in the folder, source, and kind, as PyInstaller collects files."""

Imports = Callable[[str], Iterable[tuple[str, str | None]]]
"""Tells the names and places of the libraries that a file asks for."""

# Qt for a screen without windows, for other screens, and of the network; GTK brings a world along.
UNUSED = (
    "Qt6Qml", "Qt6Quick", "Qt6Pdf", "Qt6VirtualKeyboard", "Qt6Network", "Qt6EglF",
    "qgtk3", "libqeglfs", "libqlinuxfb", "libqvkkhrdisplay", "libqvnc", "libqminimal",
    "plugins/generic/", "plugins/networkinformation/", "plugins/tls/", "plugins/egldevice",
    "libqtiff", "libqwebp", "libqicns", "libqtga", "libqwbmp", "libqgif",
)  # fmt: skip


def binaries(entries: Sequence[Entry], imports: Imports) -> list[Entry]:
    """Return the libraries in use; one of the system goes with the last that asked for it."""
    kept = [
        each for each in entries if not any(word in Path(each[0]).as_posix() for word in UNUSED)
    ]
    while True:
        asked = {name for _, source, _ in kept for name, _ in imports(source)}
        used = [each for each in kept if Path(each[0]).name in asked or not _of_system(each)]
        if len(used) == len(kept):
            return kept
        kept = used


def _of_system(entry: Entry) -> bool:
    """Tell whether a library comes from the folders of Linux; what starts us asks for Python's."""
    name, source, kind = entry
    return (
        sys.platform == "linux"
        and kind == "BINARY"
        and source.startswith(("/lib/", "/usr/lib/"))
        and not Path(name).name.startswith("libpython")
    )


def datas(entries: Sequence[Entry]) -> list[Entry]:
    """Return the other files; of the forms of words in fifty languages the Dutch ones are read."""
    return [
        each for each in entries if not each[0].endswith(".plzma") or Path(each[0]).stem == "nl"
    ]
