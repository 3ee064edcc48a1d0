"""Read REFI-QDA `.qdc` as programs really write it, and list what was mended or lost."""

from __future__ import annotations

import hashlib
import re
import uuid
from dataclasses import replace
from pathlib import Path

from qualcode_app.domain.codebook_arrival import (
    ArrivedCodebook,
    CodeSet,
    Finding,
    Lost,
    Mended,
    Origin,
)
from qualcode_app.domain.codebook_file import Boundary, CodebookFile, CodeEntry, RegisterEntry
from qualcode_app.domain.errors import UnreadableTable
from qualcode_app.formats import xml_text
from qualcode_app.formats.codebook_checks import Fault, check
from qualcode_app.formats.codebook_json import MAX_TEXT, value_of
from qualcode_app.formats.keys import key_of, unused
from qualcode_app.formats.refi_codebook import BOOK_SET, MARK, NAMESPACE, mark
from qualcode_app.formats.refi_notes import to_notes
from qualcode_app.formats.xml_text import Element

DEFAULT_COLOUR = "#6F7B8F"
_GUID = re.compile(r"\{?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\}?")
_COLOUR = re.compile(r"#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")
_KNOWN = {"guid", "name", "isCodable", "color", "description", "schemaLocation"}


def read(path: Path) -> ArrivedCodebook:
    """Return the codebook in the file.

    Raises:
        UnreadableTable: This is no codebook, or a hostile one; names the line.
    """
    root = xml_text.read(path)
    if root.name != "CodeBook":
        raise UnreadableTable(
            "{file}, line {line}: this is no codebook but {name}. Choose a .qdc file.",
            file=path.name,
            line=root.line,
            name=root.name[:40],
        )
    return of_element(path, root)


def of_element(path: Path, root: Element) -> ArrivedCodebook:
    """Return the codebook in a `CodeBook` element, as `read` does.

    Args:
        path: The file it stands in; names the codebook and the messages.
        root: With `Codes` and `Sets` below it.
    """
    return _Reader(path, root).result()


class _Reader:
    """Collects codes, sets and findings of one file."""

    def __init__(self, path: Path, root: Element) -> None:
        self._path = path
        self._root = root
        self._findings: list[Finding] = []
        self._codes: list[CodeEntry] = []
        self._origins: dict[str, Origin] = {}
        self._keys: dict[str, str] = {}  # key by guid
        self._is_ours = False  # written by our own export

    def result(self) -> ArrivedCodebook:
        if self._root.namespace != NAMESPACE:
            self._mended(
                self._root,
                Mended(
                    "The file names the standard {name}; it was read as version 1.0.",
                    name=self._root.namespace[:60] or "–",
                ),
            )
        self._read_codes()
        if not self._codes:
            raise UnreadableTable(
                "{file}, line {line}: this codebook holds no codes. Choose one that does.",
                file=self._path.name,
                line=self._root.line,
            )
        book = self._book()
        sets = self._sets()
        if not self._is_ours:
            book = replace(book, notes=to_notes(self._origins, sets))
        book = _whole(replace(book, codes=tuple(self._codes)), self._findings, self._root.line)
        try:
            check(book)
        except Fault as fault:
            raise UnreadableTable(
                "{file}, line {line}: {reason} Mend it there, or export the codebook again.",
                file=self._path.name,
                line=self._root.line,
                reason=fault.reason,
            ) from fault
        findings = tuple(sorted(self._findings, key=lambda one: one.line))
        return ArrivedCodebook(book, self._origins, sets, findings)

    def _read_codes(self) -> None:
        waiting: list[tuple[Element, str | None]] = []
        for codes in reversed(self._root.named("Codes")):
            waiting += [(code, None) for code in reversed(codes.named("Code"))]
        while waiting:
            element, parent = waiting.pop()
            key = self._read_code(element, parent)
            below = key if key is not None else parent
            waiting += [(child, below) for child in reversed(element.named("Code"))]

    def _read_code(self, element: Element, parent: str | None) -> str | None:
        """Keep one code and return its key; None for a repeated one."""
        name = " ".join(element.attributes.get("name", "").split())
        if not name:
            name = f"Code {len(self._codes) + 1}"
            self._mended(element, Mended("A code has no name; it is called {name}.", name=name))
        guid = self._guid(element, name)
        if guid in self._keys:
            self._mended(
                element,
                Lost("The code {name} repeats the guid of another and was left out.", name=name),
            )
            return None
        text = self._description(element, name)
        kept, said = self._own(element, text)
        code = kept or CodeEntry(
            key_of(name), None, name, name, said.split("\n")[0][:300], said.split("\n")[0][:300]
        )
        if kept is None:
            self._check_length(element, said)
            code = replace(code, full_nl=said, full_en=said, colour=self._colour(element, name))
        elif name not in (kept.label_nl, kept.label_en):
            code = replace(code, label_nl=name, label_en=name)
            self._mended(element, Mended("The code {name} was renamed elsewhere.", name=name))
        key = unused(code.key, self._origins)
        codable = element.attributes.get("isCodable", "true").strip() not in ("false", "0")
        if kept is None and not codable:
            code = replace(code, default_on=False)
        self._tell_unknown(element, name)
        self._codes.append(replace(code, key=key, parent=parent))
        self._keys[guid] = key
        self._origins[key] = Origin(guid, codable)
        return key

    def _guid(self, element: Element, name: str) -> str:
        match = _GUID.fullmatch(element.attributes.get("guid", "").strip())
        if match:
            return match[1].lower()
        self._mended(element, Mended("The code {name} has no sound guid; it got one.", name=name))
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{name} {len(self._codes)}"))

    def _description(self, element: Element, name: str) -> str:
        text = "\n".join(one.text.strip() for one in element.named("Description"))
        attribute = element.attributes.get("description", "").strip()
        if attribute:
            self._mended(
                element,
                Mended("{name} has its description as an attribute; it was read.", name=name),
            )
        return "\n".join(part for part in (text, attribute) if part)

    def _own(self, element: Element, text: str) -> tuple[CodeEntry | None, str]:
        """Return what our own export kept, and the text a person reads."""
        parts = MARK.split("\n" + text)
        if len(parts) != 3:
            return None, text
        said, _, kept = (part.strip() for part in parts)
        try:
            entry: CodeEntry = value_of(CodeEntry, kept)
        except Fault as fault:
            self._mended(
                element,
                Lost("QualCode's own fields cannot be read: {reason}", reason=fault.reason),
            )
            return None, said
        if f"[QualCode 1 {parts[1]}]" != mark(said):
            self._check_length(element, said)
            entry = replace(entry, full_nl=said, full_en=said)
            self._mended(
                element,
                Mended("The description of {name} was changed elsewhere.", name=entry.label_nl),
            )
        return entry, said

    def _check_length(self, element: Element, text: str) -> None:
        if len(text) > MAX_TEXT:
            raise UnreadableTable(
                "{file}, line {line}: a text of {n} characters stands here; at most {limit} are "
                "read. Make it shorter.",
                file=self._path.name,
                line=element.line,
                n=len(text),
                limit=MAX_TEXT,
            )

    def _colour(self, element: Element, name: str) -> str:
        raw = element.attributes.get("color")
        match = _COLOUR.fullmatch((raw or "").strip())
        if match:
            digits = match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])
            return f"#{digits.upper()}"
        if raw is not None:
            self._mended(
                element,
                Mended("{name} has no sound colour but {value}.", name=name, value=repr(raw[:20])),
            )
        return DEFAULT_COLOUR

    def _tell_unknown(self, element: Element, name: str) -> None:
        strange = sorted(set(element.attributes) - _KNOWN)
        strange += sorted({one.name for one in element.children} - {"Code", "Description"})
        for one in strange:
            self._mended(
                element,
                Lost("{name} holds {what}, which was left out.", name=name, what=one[:40]),
            )

    def _book(self) -> CodebookFile:
        for sets in self._root.named("Sets"):
            for one in sets.named("Set"):
                text = "\n".join(each.text for each in one.named("Description"))
                parts = MARK.split(text)
                if one.attributes.get("name") != BOOK_SET or len(parts) != 3:
                    continue
                try:
                    book: CodebookFile = value_of(CodebookFile, parts[2].strip())
                except Fault as fault:
                    self._mended(
                        one,
                        Lost("QualCode's own fields cannot be read: {reason}", reason=fault.reason),
                    )
                    continue
                self._is_ours = True
                return book
        digest = hashlib.sha256("\n".join(sorted(self._keys)).encode()).hexdigest()
        title = self._path.stem[:200]
        origin = self._root.attributes.get("origin", "")[:200]
        return CodebookFile(1, f"refi-{digest[:12]}", title, title, origin, origin, "1")

    def _sets(self) -> tuple[CodeSet, ...]:
        found: list[CodeSet] = []
        for sets in self._root.named("Sets"):
            if not sets.named("Set"):
                self._mended(sets, Mended("The list of sets is empty, which is not allowed."))
            for one in sets.named("Set"):
                name = one.attributes.get("name", "").strip() or "–"
                if name == BOOK_SET and any(
                    MARK.search(each.text) for each in one.named("Description")
                ):
                    continue
                found.append(self._set(one, name))
        return tuple(found)

    def _set(self, one: Element, name: str) -> CodeSet:
        members: list[str] = []
        for member in one.named("MemberCode"):
            raw = member.attributes.get("guid") or member.attributes.get("targetGUID") or ""
            key = self._keys.get(raw.strip("{} \n").lower())
            if key is None:
                self._mended(
                    member, Lost("The set {name} names a code that is not there.", name=name)
                )
            else:
                members.append(key)
        if one.attributes.get("description") or one.named("Description"):
            self._mended(one, Lost("The description of the set {name} was left out.", name=name))
        match = _GUID.fullmatch(one.attributes.get("guid", "").strip())
        guid = match[1].lower() if match else str(uuid.uuid5(uuid.NAMESPACE_URL, f"set {name}"))
        return CodeSet(name, guid, tuple(members))

    def _mended(self, element: Element, said: Mended | Lost) -> None:
        self._findings.append(Finding(element.line, said))


def _whole(book: CodebookFile, findings: list[Finding], line: int) -> CodebookFile:
    """Take away links to codes that another program has removed."""
    known = {code.key for code in book.codes}
    n_cut = 0

    def neighbour(one: Boundary, own: str) -> Boundary:
        nonlocal n_cut
        if one.neighbour is None or (one.neighbour in known and one.neighbour != own):
            return one
        n_cut += 1
        return Boundary(one.text)

    def linked(register: RegisterEntry) -> RegisterEntry:
        nonlocal n_cut
        kept = []
        for entry in register.propositions:
            codes = tuple(key for key in entry.codes if ":" in key or key in known)
            n_cut += len(entry.codes) - len(codes)
            kept.append(replace(entry, codes=codes))
        return replace(register, propositions=tuple(kept))

    codes = tuple(
        replace(code, not_when=tuple(neighbour(one, code.key) for one in code.not_when))
        for code in book.codes
    )
    registers = tuple(linked(register) for register in book.registers)
    if n_cut:
        said = Lost("{n} links point to codes that are not in the file.", n=n_cut)
        findings.append(Finding(line, said))
    return replace(book, codes=codes, registers=registers)
