"""Read a REFI-QDA project as programs really write it, and list what was mended or lost.

Namespaces, the order of sections and the case of names differ between programs; elements are
read by their local name wherever they stand.
"""

from __future__ import annotations

from pathlib import Path

from qualcode_app.domain.codebook_arrival import ArrivedCodebook, Finding, Lost, Mended
from qualcode_app.domain.errors import UnreadableTable
from qualcode_app.domain.qda_project import (
    QdaCase,
    QdaLink,
    QdaNote,
    QdaProject,
    QdaSet,
    QdaSource,
    QdaUser,
    QdaVariable,
)
from qualcode_app.formats import refi_codebook, refi_codebook_reader, xml_text
from qualcode_app.formats import refi_sources as sources
from qualcode_app.formats import refi_values as values
from qualcode_app.formats.xml_text import Element

NAMESPACE = "urn:QDA-XML:project:1.0"
MAX_ELEMENTS = 5_000_000


def read(data: bytes, path: Path) -> QdaProject:
    """Return the project in a `.qde`.

    Args:
        data: Its XML.
        path: The file it comes from, as named in messages.

    Raises:
        UnreadableTable: This is no project, or a hostile one; names the line.
    """
    reader = _Reader(path)
    handlers = dict.fromkeys(sources.KINDS, reader.take_source) | {"Note": reader.take_note}
    root = xml_text.parse(data, path.name, max_elements=MAX_ELEMENTS, handlers=handlers)
    if root.name != "Project":
        raise UnreadableTable(
            "{file}, line {line}: this is no project but {name}. Choose a .qdpx file.",
            file=path.name,
            line=root.line,
            name=root.name[:40],
        )
    return reader.result(root)


class _Reader:
    """Collects what stands in one project."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sources: list[QdaSource] = []
        self._notes: list[QdaNote] = []
        self._findings: list[Finding] = []

    def take_source(self, element: Element) -> None:
        """Keep a source."""
        self._sources.append(sources.source(element))

    def take_note(self, element: Element) -> None:
        """Keep a note."""
        body = sources.text_body(element)
        self._notes.append(
            QdaNote(
                body.guid,
                body.name,
                body.content or values.description(element),
                values.user(element),
                values.time(element),
                body.path,
            )
        )

    def result(self, root: Element) -> QdaProject:
        """Return everything; called when the file is read to its end."""
        if root.namespace != NAMESPACE:
            self._tell(
                root,
                Mended(
                    "The file names the standard {name}; it was read as version 1.0.",
                    name=root.namespace[:60] or "–",
                ),
            )
        name = " ".join(root.attributes.get("name", "").split()) or self._path.stem
        code_notes = _code_notes(root)
        return QdaProject(
            name=name,
            origin=root.attributes.get("origin", ""),
            user=values.user(root),
            made_at=values.time(root),
            users=tuple(self._users(root)),
            codebook=self._codebook(root),
            code_notes=code_notes,
            variables=tuple(_variables(root)),
            cases=tuple(_cases(root)),
            sources=tuple(self._sources),
            notes=tuple(self._notes),
            links=tuple(_links(root)),
            sets=tuple(_sets(root)),
            n_graphs=len(_below(root, "Graphs", "Graph")),
            description=values.description(root),
            project_notes=values.targets(root, "NoteRef"),
            findings=tuple(self._findings),
        )

    def _users(self, root: Element) -> list[QdaUser]:
        found: dict[str, QdaUser] = {}
        for one in _below(root, "Users", "User"):
            said, uid = one.attributes, values.own_guid(one)
            if uid in found:
                self._tell(
                    one, Mended("The user {name} stands there twice.", name=said.get("name"))
                )
            name = " ".join((said.get("name") or said.get("id") or "").split())
            found[uid] = QdaUser(uid, name, said.get("id", "").strip())
        return list(found.values())

    def _codebook(self, root: Element) -> ArrivedCodebook | None:
        """Return the codes with their sets; None where there are none."""
        books = root.named("CodeBook")
        codes = [one for book in books for one in book.named("Codes")]
        if not any(one.named("Code") for one in codes):
            return None
        grouped = [one for one in _below(root, "Sets", "Set") if one.named("MemberCode")]
        sets = [Element("Sets", "", {}, root.line, children=grouped)] if grouped else []
        book = Element(
            "CodeBook",
            refi_codebook.NAMESPACE,
            {"origin": root.attributes.get("origin", "")},
            books[0].line,
            children=[*codes, *sets],
        )
        arrived = refi_codebook_reader.of_element(self._path, book)
        self._findings += arrived.findings
        return arrived

    def _tell(self, element: Element, said: Lost | Mended) -> None:
        self._findings.append(Finding(element.line, said))


def _below(root: Element, section: str, name: str) -> list[Element]:
    return [one for found in root.named(section) for one in found.named(name)]


def _code_notes(root: Element) -> tuple[tuple[str, str], ...]:
    """Take the notes off the codes, which the reader of codebooks knows nothing of."""
    found = []
    waiting = [one for book in root.named("CodeBook") for one in book.named("Codes")]
    while waiting:
        element = waiting.pop()
        own = values.guid(element.attributes.get("guid", ""))
        found += [(own, note) for note in values.targets(element, "NoteRef")]
        element.children = [one for one in element.children if one.name != "NoteRef"]
        waiting += element.named("Code")
    return tuple(found)


def _variables(root: Element) -> list[QdaVariable]:
    return [
        QdaVariable(
            values.own_guid(one),
            " ".join(one.attributes.get("name", "").split()),
            one.attributes.get("typeOfVariable", "Text").strip(),
        )
        for one in _below(root, "Variables", "Variable")
    ]


def _cases(root: Element) -> list[QdaCase]:
    return [
        QdaCase(
            values.own_guid(one),
            " ".join(one.attributes.get("name", "").split()),
            values.description(one),
            sources.value_list(one),
            values.targets(one, "SourceRef"),
            len(one.named("CodeRef")) + len(one.named("SelectionRef")),
        )
        for one in _below(root, "Cases", "Case")
    ]


def _links(root: Element) -> list[QdaLink]:
    return [
        QdaLink(
            values.own_guid(one),
            one.attributes.get("name", ""),
            values.guid(one.attributes.get("originGUID", "")),
            values.guid(one.attributes.get("targetGUID", "")),
            one.attributes.get("direction", ""),
            values.targets(one, "NoteRef"),
        )
        for one in _below(root, "Links", "Link")
    ]


def _sets(root: Element) -> list[QdaSet]:
    return [
        QdaSet(
            values.own_guid(one),
            " ".join(one.attributes.get("name", "").split()) or "–",
            values.description(one),
            values.targets(one, "MemberCode"),
            values.targets(one, "MemberSource"),
            values.targets(one, "MemberNote"),
        )
        for one in _below(root, "Sets", "Set")
    ]
