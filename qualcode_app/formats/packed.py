"""Members of zip files from strangers: their names are only looked up, and sizes are limited."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO

from qualcode_app.domain.errors import UnreadableDocument

MAX_MEMBERS = 10_000
MAX_MEMBER = 60_000_000  # bytes unpacked
MAX_RATIO = 300  # text packs to about a tenth, endless blanks to a thousandth
_SMALL = 1_000_000  # bytes up to which the ratio does not matter
_LOCKED = 0x1
# The last one tells of a way of packing that nobody knows.
_DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError)


class Packed:
    """A zip file in memory, asked for members by name; nothing is ever unpacked to disk.

    Raises:
        UnreadableDocument: It is no sound zip file, or holds too much.
    """

    def __init__(self, content: bytes, file: str) -> None:
        self._file = file
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except _DAMAGED as error:
            raise self._unsound() from error
        listed = self._zip.infolist()
        if len(listed) > MAX_MEMBERS:
            raise self._too_much()
        self._members = {one.filename.replace("\\", "/"): one for one in listed}

    @property
    def names(self) -> Iterable[str]:
        """The names of all members."""
        return self._members.keys()

    def read(self, name: str) -> bytes | None:
        """Return what a member holds, or None where there is none of that name.

        Raises:
            UnreadableDocument: It is damaged, locked or unpacks to too much.
        """
        member = self._members.get(name)
        if member is None:
            return None
        if member.flag_bits & _LOCKED:
            raise UnreadableDocument(
                "{name} is locked with a password. Save it again without one.", name=self._file
            )
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > MAX_MEMBER or (member.file_size > _SMALL and ratio > MAX_RATIO):
            raise self._too_much()
        try:
            with self._zip.open(member) as stream:
                found = stream.read(member.file_size + 1)
        except _DAMAGED as error:
            raise self._unsound() from error
        if len(found) > member.file_size:
            raise self._too_much()
        return found

    def _unsound(self) -> UnreadableDocument:
        return UnreadableDocument(
            "{name} is damaged or not what its name promises. Open it in the program that made "
            "it and save it again.",
            name=self._file,
        )

    def _too_much(self) -> UnreadableDocument:
        return UnreadableDocument(
            "{name} unpacks to far more than a text is, as files do that are made to harm, so it "
            "was not opened. Ask its sender for a sound copy.",
            name=self._file,
        )
