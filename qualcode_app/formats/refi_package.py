"""Open a `.qdpx` from a stranger: a zip whose names are looked up and never used as paths.

Nothing is ever unpacked to disk. What a member may unpack to is limited, one by one and in all;
what lies outside the file is named and left to the user.
"""

from __future__ import annotations

import zipfile
import zlib
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from qualcode_app.domain.codebook_arrival import Lost, Mended
from qualcode_app.domain.errors import UnreadableTable

MAX_MEMBERS = 20_000
MAX_XML = 600_000_000
MAX_MEMBER = 1_000_000_000
MAX_RATIO = 200
_SMALL = 10_000_000  # below it no ratio does harm
_MEGABYTE = 1_000_000
_FOLDER = "sources"
_INTERNAL = "internal://"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError)


class Missing(Exception):
    """A source that cannot be had from the file, and why."""

    def __init__(self, said: Lost) -> None:
        super().__init__(said)
        self.said = said


class Package:
    """An open `.qdpx`, or a bare `.qde` without sources."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.findings: list[Lost | Mended] = []
        self._members: dict[str, list[zipfile.ZipInfo]] = {}
        self._zip: zipfile.ZipFile | None = None
        self._left = ExitStack()

    def __enter__(self) -> Self:
        try:
            with self.path.open("rb") as file:
                start = file.read(4)
            if start.startswith(b"PK"):
                self._zip = self._left.enter_context(zipfile.ZipFile(self.path))
        except _DAMAGED as error:
            raise UnreadableTable(
                "{file} is damaged or was cut off. Copy or export it again.", file=self.path.name
            ) from error
        if self._zip is not None:
            self._list(self._zip)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._left.close()

    @property
    def file(self) -> Path:
        """The package itself."""
        return self.path

    def xml(self) -> bytes:
        """Return the description of the project.

        Raises:
            UnreadableTable: There is none, or more than one, or it is too large.
        """
        if self._zip is None:
            return self._bare()
        named = [one for each in self._members.values() for one in each]
        found = [one for one in named if one.filename.casefold().endswith(".qde")]
        found = [one for one in found if "/" not in one.filename] or found
        if len(found) != 1:
            raise UnreadableTable(
                "{file} holds {n} descriptions of a project (.qde) instead of one. Export it "
                "again from its own program.",
                file=self.path.name,
                n=len(found),
            )
        if found[0].file_size > MAX_XML or _ratio(found[0]) > MAX_RATIO:
            raise self._too_large(found[0])
        try:
            return self._read(found[0])
        except Missing as missing:
            raise UnreadableTable(
                "{file} is damaged or was cut off. Copy or export it again.", file=self.path.name
            ) from missing

    def content(self, reference: str) -> bytes:
        """Return what an `internal://` path leads to.

        Raises:
            Missing: It leads out of the file, nowhere, to several members or to too large a one.
        """
        if not reference.casefold().startswith(_INTERNAL):
            raise Missing(
                Lost(
                    "{path} lies outside the file and was not opened. Point to it yourself.",
                    path=reference[:200],
                )
            )
        name = reference[len(_INTERNAL) :]
        if not name or "/" in name or "\\" in name or name.strip(". ") == "":
            raise Missing(
                Lost("{path} is no name of a source; nothing was opened.", path=reference[:200])
            )
        found = self._members.get(f"{_FOLDER}/{name}".casefold(), [])
        if not found:
            raise Missing(Lost("Not in the file: {name}", name=name))
        contents = {self._read(one) for one in found}
        if len(contents) != 1:
            raise Missing(
                Lost("{name} is in the file {n} times, differently.", name=name, n=len(found))
            )
        return contents.pop()

    def _list(self, archive: zipfile.ZipFile) -> None:
        listed = archive.infolist()
        if len(listed) > MAX_MEMBERS:
            raise UnreadableTable(
                "{file} holds {n} members; at most {limit} are read. Export the project in parts.",
                file=self.path.name,
                n=len(listed),
                limit=MAX_MEMBERS,
            )
        found: dict[str, list[zipfile.ZipInfo]] = defaultdict(list)
        for one in listed:
            path = PurePosixPath(one.filename.replace("\\", "/"))
            if path.is_absolute() or ".." in path.parts or ":" in one.filename:
                self.findings.append(
                    Lost("{name} leads out of the file and was left out.", name=one.filename[:200])
                )
                continue
            found[one.filename.casefold()].append(one)
        for same in found.values():
            if len(same) > 1:
                said = Mended(
                    "{name} is in the file {n} times.", name=same[0].filename, n=len(same)
                )
                self.findings.append(said)
        self._members = dict(found)

    def _read(self, one: zipfile.ZipInfo) -> bytes:
        assert self._zip is not None  # noqa: S101  members are listed from it
        if one.file_size > MAX_MEMBER or _ratio(one) > MAX_RATIO:
            raise Missing(
                Lost(
                    "{name} would unpack to {size} MB, {ratio} times its size in the file; "
                    "{limit} times are allowed.",
                    name=one.filename,
                    size=round(one.file_size / _MEGABYTE),
                    ratio=_ratio(one),
                    limit=MAX_RATIO,
                )
            )
        try:
            return self._zip.read(one)
        except _DAMAGED as error:
            raise Missing(Lost("{name} is damaged in the file.", name=one.filename)) from error

    def _bare(self) -> bytes:
        try:
            if self.path.stat().st_size > MAX_XML:
                raise UnreadableTable(
                    "{file} has {size} MB; a project has at most {limit} MB. Export the project "
                    "in parts.",
                    file=self.path.name,
                    size=round(self.path.stat().st_size / _MEGABYTE),
                    limit=MAX_XML // _MEGABYTE,
                )
            return self.path.read_bytes()
        except OSError as error:
            raise UnreadableTable(
                "{file} cannot be opened: {reason}. Check that it is there and may be opened.",
                file=self.path.name,
                reason=error.strerror or type(error).__name__,
            ) from error

    def _too_large(self, one: zipfile.ZipInfo) -> UnreadableTable:
        return UnreadableTable(
            "The description in {file} would unpack to {size} MB, {ratio} times its size; {limit} "
            "MB and {most} times are allowed. Check that it is the right file, or export it in "
            "parts.",
            file=self.path.name,
            size=round(one.file_size / _MEGABYTE),
            ratio=_ratio(one),
            limit=MAX_XML // _MEGABYTE,
            most=MAX_RATIO,
        )


def _ratio(one: zipfile.ZipInfo) -> int:
    """Return how many times larger a member unpacks; 1 where it is too small to do harm."""
    return 1 if one.file_size < _SMALL else one.file_size // max(one.compress_size, 1)


def as_text(content: bytes, name: str) -> tuple[str, Mended | None]:
    """Return the text of a file, and what was made of it where it is no UTF-8."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, "replace"), None
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), Mended(
            "{name} is no UTF-8; it was read as Windows-1252. Check the letters with accents.",
            name=name,
        )
