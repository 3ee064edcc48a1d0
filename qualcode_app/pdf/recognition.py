"""Have Tesseract read the pages of a scan: the child draws them, a process of its own reads."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from qualcode_app.domain import recognised
from qualcode_app.domain.errors import NotInstalled, UnreadableDocument
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.recognised import Recognised, Sheet
from qualcode_app.pdf.process import Child, ChildGone
from qualcode_app.pdf.wire import Frame

LANGUAGES = ("nld", "eng")
_DPI = 300  # what Tesseract was trained on
_LOOK_EVERY_S = 0.05
_WINDOWS_PLACE = Path("Tesseract-OCR") / "tesseract.exe"


@dataclass(frozen=True, slots=True)
class Engine:
    """Tesseract as it is installed here."""

    program: str
    version: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """A page to be read; the size is that of the unrotated crop box."""

    number: int
    width_pt: float
    height_pt: float
    rotation: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read by page number, and the pages that were given up."""

    pages: Mapping[int, Recognised]
    given_up: tuple[int, ...]


def engine() -> Engine:
    """Return the Tesseract of this computer.

    Raises:
        NotInstalled: It is not there, or knows neither Dutch nor English.
    """
    program = shutil.which("tesseract") or _windows_program()
    version = _told(program, "--version") if program else []
    listed = set(_told(program, "--list-langs")[1:]) if program else set()
    languages = tuple(one for one in LANGUAGES if one in listed)
    if not program or not version or not languages:
        raise NotInstalled(
            "Reading scanned pages needs the free program Tesseract with its Dutch and English "
            "data, tesseract-ocr and tesseract-ocr-nld: install them and try again. Areas of the "
            "pages can be coded without it."
        )
    return Engine(program, version[0], languages)


def read(
    content: bytes,
    name: str,
    pages: Sequence[ScannedPage],
    progress: Progress,
    timeout_s: float = 120,
) -> Reading:
    """Read pages of a scan, one after the other.

    Args:
        content: The PDF.
        name: What to call it when it cannot be read.
        pages: Which pages.
        progress: Told the pages read so far; may cancel within a page.
        timeout_s: A page that takes longer is given up.

    Raises:
        NotInstalled: There is no Tesseract.
        UnreadableDocument: The PDF cannot be opened.
        Cancelled: The progress asked to stop.
    """
    found: dict[int, Recognised] = {}
    given_up: list[int] = []
    with _Scanner(engine(), content, name, timeout_s) as scanner:
        for done, page in enumerate(pages):
            watch = partial(progress.report, done, len(pages))
            watch()
            said = scanner.read(page, watch)
            if said is None:
                given_up.append(page.number)
            else:
                found[page.number] = said
        progress.report(len(pages), len(pages))
    return Reading(found, tuple(given_up))


class _Scanner:
    """A child that holds the document open and draws, and a Tesseract per page."""

    def __init__(self, engine: Engine, content: bytes, name: str, timeout_s: float) -> None:
        self._engine = engine
        self._content = content
        self._name = name
        self._timeout_s = timeout_s
        self._child: Child | None = None

    def __enter__(self) -> _Scanner:
        return self

    def __exit__(self, *_: object) -> None:
        self._bury()

    def read(self, page: ScannedPage, watch: partial[None]) -> Recognised | None:
        """Return the text of a page; None where it cannot be drawn or read in time."""
        try:
            picture = self._picture(page.number, watch)
        except (ChildGone, TimeoutError):
            self._bury()
            return None
        if picture is None:
            return None
        table = self._table(picture.body, watch)
        if table is None:
            return None
        scale = float(picture.header["scale"])
        return recognised.page(table, Sheet(page.width_pt, page.height_pt, page.rotation, scale))

    def _picture(self, number: int, watch: partial[None]) -> Frame | None:
        if self._child is None:
            self._child = Child()
            self._child.send({"do": "open", "key": "", "timeout_s": self._timeout_s}, self._content)
            if self._answer(self._child, watch).header["is"] != "open":
                raise UnreadableDocument(
                    "The PDF of {name} cannot be opened, so its pages cannot be read. Print it to "
                    "a new PDF in a PDF program and add that.",
                    name=self._name,
                )
        ask = {"do": "png", "key": "", "page": number, "scale": _DPI / 72, "marks": []}
        self._child.send({**ask, "timeout_s": self._timeout_s})
        frame = self._answer(self._child, watch)
        return frame if frame.header["is"] == "picture" else None

    def _answer(self, child: Child, watch: partial[None]) -> Frame:
        give_up = time.monotonic() + self._timeout_s
        while (frame := child.receive(_LOOK_EVERY_S)) is None:
            watch()
            if time.monotonic() > give_up:
                raise TimeoutError
        return frame

    def _table(self, picture: bytes, watch: partial[None]) -> str | None:
        """Let Tesseract read a picture; None when it failed or took too long."""
        languages = "+".join(self._engine.languages)
        command = [self._engine.program, "-", "-", "-l", languages, "--dpi", str(_DPI), "tsv"]
        give_up = time.monotonic() + self._timeout_s
        with tempfile.TemporaryFile() as file:  # written whole, so that nobody waits for a pipe
            file.write(picture)
            file.seek(0)
            reader = _started(command, file)
        try:
            while True:
                watch()
                if time.monotonic() > give_up:
                    return None
                with suppress(subprocess.TimeoutExpired):
                    said, _ = reader.communicate(timeout=_LOOK_EVERY_S)
                    return said.decode(errors="replace") if reader.returncode == 0 else None
        finally:
            if reader.poll() is None:
                reader.kill()
                reader.communicate()

    def _bury(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child = None


def _started(command: Sequence[str], picture: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  the program found above, with words of our own
        list(command),
        stdin=picture,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # its threads get into each other's way
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _windows_program() -> str | None:
    place = Path(os.environ.get("PROGRAMFILES", "")) / _WINDOWS_PLACE
    return str(place) if place.is_absolute() and place.is_file() else None


def _told(program: str, option: str) -> list[str]:
    """Return the lines a program says of itself; none when it does not run."""
    try:
        said = subprocess.run(  # noqa: S603  the program found above
            [program, option],
            capture_output=True,
            timeout=10,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return (said.stdout or said.stderr).decode(errors="replace").splitlines()
