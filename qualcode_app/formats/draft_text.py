"""The text of a draft whose quotations are checked: plain text, or a Word document."""

from __future__ import annotations

from pathlib import Path

from qualcode_app.domain.errors import UnreadableTable
from qualcode_app.formats import docx_text

SUFFIXES = (".docx", ".txt", ".md")


def read(path: Path) -> str:
    """Return the text of a draft, a paragraph a line; of a Word document with its notes.

    Raises:
        QualcodeError: It cannot be opened, or is neither a Word document nor plain text.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableTable(
            "{file} cannot be opened: {reason}. Check that it is there and may be opened.",
            file=path.name,
            reason=error.strerror or type(error).__name__,
        ) from error
    if path.suffix.lower() == ".docx":
        return docx_text.read(content, path.name, with_marks=False).text
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise UnreadableTable(
            "{file} is not plain text in UTF-8. Save the draft as plain text or as a Word "
            "document (.docx) and try again.",
            file=path.name,
        ) from error
