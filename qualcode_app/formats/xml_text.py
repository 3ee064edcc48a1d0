"""XML from strangers: no document type, no entities, limits on size and depth, known lines.

The standard library's expat is fed directly: a document type stops it at its first letter,
before any entity can be declared, and it tells the line of every element. A tree is built
without recursion, so that depth costs nothing but is limited all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from qualcode_app.domain.errors import UnreadableTable

MAX_BYTES = 20_000_000
MAX_DEPTH = 256
MAX_ELEMENTS = 200_000
_MEGABYTE = 1_000_000
_REASON_CHARS = 100
_HANDED_OVER = 2  # elements that are open around one that goes to a handler


@dataclass(slots=True)
class Element:
    """One element with local names only: namespaces differ between programs and versions."""

    name: str
    namespace: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[Element] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)  # how much of `text` stands before each child

    def named(self, name: str) -> list[Element]:
        """Return the children of one name."""
        return [child for child in self.children if child.name == name]

    def parts(self) -> Iterator[str | Element]:
        """Yield text and children in the order in which they stand."""
        place = 0
        for child, at in zip(self.children, self.breaks, strict=True):
            if at > place:
                yield self.text[place:at]
            yield child
            place = at
        if place < len(self.text):
            yield self.text[place:]


def read(path: Path) -> Element:
    """Return the root element of a file.

    Raises:
        UnreadableTable: The file is absent, too large, not sound XML, or declares a document
            type; names the line.
    """
    return parse(_bytes(path), path.name)


Handlers = Mapping[str, Callable[["Element"], None]]


def parse(
    data: bytes,
    file: str,
    *,
    max_elements: int = MAX_ELEMENTS,
    handlers: Handlers | None = None,
) -> Element:
    """Return the root element of XML; raises UnreadableTable as `read` does.

    Args:
        data: The XML.
        file: What it is called in messages.
        max_elements: How many elements it may hold.
        handlers: Called with each element of that name two levels below the root, as soon as it
            is whole; it is then left out of the tree, so that a large file is never in memory
            as a tree.
    """
    builder = _Builder(file, max_elements, handlers or {})
    try:
        builder.parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnreadableTable(
            "{file}, line {line}: this is no sound XML ({reason}). Export it again.",
            file=file,
            line=builder.parser.CurrentLineNumber,
            reason=_reason(error),
        ) from error
    return builder.root


def _reason(error: Exception) -> str:
    if isinstance(error, expat.ExpatError):
        return expat.ErrorString(error.code)
    return str(error)[:_REASON_CHARS]  # it may name an encoding of any length


class _Builder:
    """Builds the tree from what expat reports."""

    def __init__(self, file: str, max_elements: int, handlers: Handlers) -> None:
        self._file = file
        self._max_elements = max_elements
        self._handlers = handlers
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._lengths: list[int] = []  # of the text so far in each open element
        self._n_elements = 0
        self.root: Element
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data

    def _refuse_doctype(self, *_: object) -> None:
        raise UnreadableTable(
            "{file}, line {line}: the file declares a document type, which can make a program "
            "read other files. Export it again without one.",
            file=self._file,
            line=self.parser.CurrentLineNumber,
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._n_elements += 1
        if len(self._open) >= MAX_DEPTH or self._n_elements > self._max_elements:
            raise UnreadableTable(
                "{file}, line {line}: the file holds more than {depth} levels or {n} elements. "
                "Check that this is the right file.",
                file=self._file,
                line=self.parser.CurrentLineNumber,
                depth=MAX_DEPTH,
                n=self._max_elements,
            )
        namespace, _, local = name.rpartition(" ")
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        element = Element(local, namespace, plain, self.parser.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(element)
            self._open[-1].breaks.append(self._lengths[-1])
        else:
            self.root = element
        self._open.append(element)
        self._texts.append([])
        self._lengths.append(0)

    def _end(self, _name: str) -> None:
        element = self._open.pop()
        element.text = "".join(self._texts.pop())
        self._lengths.pop()
        if len(self._open) == _HANDED_OVER and element.name in self._handlers:
            self._open[-1].children.pop()
            self._open[-1].breaks.pop()
            self._handlers[element.name](element)

    def _data(self, text: str) -> None:
        self._texts[-1].append(text)
        self._lengths[-1] += len(text)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableTable(
                "{file}, line 1: the file has {size} MB and a codebook at most {limit} MB. "
                "Check that this is a codebook.",
                file=path.name,
                size=round(size / _MEGABYTE),
                limit=MAX_BYTES // _MEGABYTE,
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableTable(
            "{file} cannot be opened: {reason}. Check that it is there and may be opened.",
            file=path.name,
            reason=error.strerror or type(error).__name__,
        ) from error
