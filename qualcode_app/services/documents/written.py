"""Text documents: set on pages at import, so that everything else works on them.

Contract for every importer that brings texts:

- `of_text(extractor, source, name)` gives a `NewDocument`; take it in with `imports` like a PDF.
- Its stored text is `domain.written.stored(source).text`: the source but for a byte-order mark,
  kinds of line ends, and characters that cannot be stored. Nothing is added for lines or pages.
- An offset in the source (in code points) becomes one in the stored text by
  `domain.written.stored(source).at(offset)`; a range [start, end) by its two ends.
- The document is known by `content`, the bytes of its file. Two sources with the same bytes are
  the same document: who needs them apart gives other bytes, such as title and text.
"""

from __future__ import annotations

from qualcode_app.domain.errors import UnreadableDocument
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.written import WrittenText, stored
from qualcode_app.pdf.client import Extractor
from qualcode_app.services.documents.imports import NewDocument

MAX_CHARS = 10_000_000


def of_text(
    extractor: Extractor,
    source: str,
    name: str,
    *,
    content: bytes | None = None,
    language: str = "nl",
    progress: Progress | None = None,
) -> NewDocument:
    """Return a text as a document of pages, to be taken in.

    Args:
        extractor: Sets the pages; one for many texts saves starting a process for each.
        source: The text as its program has it.
        name: Of the file; its stem becomes the title.
        content: The bytes the document is known by; those of the text without.
        language: Of the text.
        progress: Told the pages set; may cancel.

    Raises:
        UnreadableDocument: There are no words in it, or far too many.
        Cancelled: The progress asked to stop.
    """
    kept = source.encode("utf-8", "surrogatepass") if content is None else content
    written = WrittenText(stored(source).text)
    return of_written(extractor, written, name, kept, language=language, progress=progress)


def of_written(
    extractor: Extractor,
    written: WrittenText,
    name: str,
    content: bytes,
    *,
    case_name: str = "",
    language: str = "nl",
    progress: Progress | None = None,
) -> NewDocument:
    """Return a text with headings as a document of pages; raises as `of_text` does."""
    if not written.text.strip():
        raise UnreadableDocument(
            "{name} holds no text. Check that it is the right file.", name=name
        )
    if len(written.text) > MAX_CHARS:
        raise UnreadableDocument(
            "{name} has {n} characters; at most {limit} are taken in. Part it into documents.",
            name=name,
            n=len(written.text),
            limit=MAX_CHARS,
        )
    extracted = extractor.typeset(written, content, name, progress=progress)
    return NewDocument(extracted, content, name, case_name, language)
