"""Write a project as REFI-QDA `.qdpx`, valid against the standard's schema of 2019.

The order of sections and of what stands in a source is that of the schema, which is a sequence.
Empty sections are left out, for the schema does not allow them.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr

from qualcode_app.domain.printable import printable
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.qda_project import (
    AreaSelection,
    QdaCase,
    QdaCode,
    QdaCoding,
    QdaLink,
    QdaNote,
    QdaProject,
    QdaSet,
    QdaValue,
    QdaVariable,
    TextSelection,
)
from qualcode_app.formats.whole_file import whole

NAMESPACE = "urn:QDA-XML:project:1.0"
Members = Iterable[tuple[str, Callable[[], bytes]]]
_VALUES = {
    "Text": "TextValue",
    "Boolean": "BooleanValue",
    "Integer": "IntegerValue",
    "Float": "FloatValue",
    "Date": "DateValue",
    "DateTime": "DateTimeValue",
}
_AT_ONCE = 2000  # lines
_TO_QUOTE = re.compile('[\x00-\x1f\x7f&<>"\ufffe\uffff\ud800-\udfff]')


def write(project: QdaProject, members: Members, path: Path, progress: Progress) -> None:
    """Write the project with its sources; the file is whole or absent.

    Args:
        project: What is said about the sources.
        members: Names in the folder of sources, and how to get what stands there.
        path: Where it goes.
        progress: Called per source.

    Raises:
        CannotWrite: The folder refuses the file.
        Cancelled: The user stopped.
    """
    files = list(members)
    total = len(files) + len(project.sources)
    with whole(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("project.qde", "w", force_zip64=True) as out:
            _write_xml(project, out, progress, total)
        for done, (name, content) in enumerate(files, start=len(project.sources)):
            progress.report(done, total)
            archive.writestr(f"sources/{name}", content())
    progress.report(total, total)


def _write_xml(project: QdaProject, out: IO[bytes], progress: Progress, total: int) -> None:
    waiting: list[str] = []
    for line in _lines(project, progress, total):
        waiting.append(line)
        if len(waiting) >= _AT_ONCE:
            out.write(("\n".join(waiting) + "\n").encode())
            waiting.clear()
    out.write(("\n".join(waiting) + "\n").encode())


def _lines(project: QdaProject, progress: Progress, total: int) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    head = _attributes(
        name=project.name,
        origin=project.origin,
        creatingUserGUID=project.user,
        creationDateTime=_time(project.made_at),
    )
    yield f'<Project xmlns="{NAMESPACE}"{head}>'
    users = (
        f"<User{_attributes(guid=one.guid, name=one.name, id=one.initials)}/>"
        for one in project.users
    )
    yield from _section("Users", users)
    if project.codes:
        yield from ("<CodeBook>", "<Codes>", *_codes(project.codes), "</Codes>", "</CodeBook>")
    kinds = {one.guid: _VALUES[one.kind] for one in project.variables}
    yield from _section("Variables", map(_variable, project.variables))
    yield from _section("Cases", _each(_case, project.cases, kinds))
    yield from _section("Sources", _sources(project, kinds, progress, total))
    yield from _section("Notes", _each(_note, project.notes))
    yield from _section("Links", map(_link, project.links))
    yield from _section("Sets", _each(_set, project.sets))
    yield from _description(project.description)
    yield from _refs("NoteRef", project.project_notes)
    yield "</Project>"


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines between the tags of a section, or nothing where there are none."""
    is_open = False
    for line in lines:
        if not is_open:
            yield f"<{name}>"
            is_open = True
        yield line
    if is_open:
        yield f"</{name}>"


def _each(make: Callable[..., Iterator[str]], rows: Iterable[Any], *more: Any) -> Iterator[str]:
    for one in rows:
        yield from make(one, *more)


def _codes(codes: Iterable[QdaCode]) -> Iterator[str]:
    """Yield nested codes; without recursion, so that depth costs nothing."""
    children: dict[str | None, list[QdaCode]] = {}
    for code in codes:
        children.setdefault(code.parent, []).append(code)
    waiting: list[QdaCode | None] = [*reversed(children.get(None, []))]
    while waiting:
        one = waiting.pop()
        if one is None:  # all codes below one are written
            yield "</Code>"
            continue
        codable = "true" if one.is_codable else "false"
        said = _attributes(guid=one.guid, name=one.name, isCodable=codable, color=one.colour)
        yield f"<Code{said}>"
        yield from _description(one.description)
        yield from _refs("NoteRef", one.notes)
        waiting.append(None)
        waiting.extend(reversed(children.get(one.guid, [])))


def _variable(one: QdaVariable) -> str:
    return f"<Variable{_attributes(guid=one.guid, name=one.name, typeOfVariable=one.kind)}/>"


def _case(one: QdaCase, kinds: dict[str, str]) -> Iterator[str]:
    yield f"<Case{_attributes(guid=one.guid, name=one.name)}>"
    yield from _description(one.description)
    yield from _each(_value, one.values, kinds)
    yield from _refs("SourceRef", one.sources)
    yield "</Case>"


def _value(one: QdaValue, kinds: dict[str, str]) -> Iterator[str]:
    name = kinds[one.variable]
    yield "<VariableValue>"
    yield from _refs("VariableRef", (one.variable,))
    if one.text:
        yield f"<{name}>{_text(one.text)}</{name}>"
    yield "</VariableValue>"


def _sources(
    project: QdaProject, kinds: dict[str, str], progress: Progress, total: int
) -> Iterator[str]:
    for done, one in enumerate(project.sources):
        progress.report(done, total)
        made = _made(one.user, one.made_at)
        yield f"<PDFSource{_attributes(guid=one.guid, name=one.name, path=one.path)}{made}>"
        yield from _description(one.description)
        yield from _each(_area, one.areas)
        if one.text:
            said = _attributes(guid=one.text.guid, name=one.text.name, plainTextPath=one.text.path)
            yield f"<Representation{said}>"
            yield from _each(_text_selection, one.text.selections)
            yield "</Representation>"
        yield from _each(_coding, one.codings)
        yield from _refs("NoteRef", one.notes)
        yield from _each(_value, one.values, kinds)
        yield "</PDFSource>"


def _area(one: AreaSelection) -> Iterator[str]:
    x0, y0, x1, y1 = one.corners
    place = f' page="{one.page}" firstX="{x0}" firstY="{y0}" secondX="{x1}" secondY="{y1}"'
    yield f"<PDFSelection{_attributes(guid=one.guid, name=one.name)}{place}{_of(one)}>"
    yield from _selected(one)
    yield "</PDFSelection>"


def _text_selection(one: TextSelection) -> Iterator[str]:
    place = f' startPosition="{one.start}" endPosition="{one.end}"'
    yield f"<PlainTextSelection{_attributes(guid=one.guid, name=one.name)}{place}{_of(one)}>"
    yield from _selected(one)
    yield "</PlainTextSelection>"


def _selected(one: AreaSelection | TextSelection) -> Iterator[str]:
    yield from _description(one.description)
    yield from _each(_coding, one.codings)
    yield from _refs("NoteRef", one.notes)


def _coding(one: QdaCoding) -> Iterator[str]:
    yield f'<Coding guid="{one.guid}"{_made(one.user, one.made_at)}>'
    yield f'<CodeRef targetGUID="{one.code}"/>'
    yield from _refs("NoteRef", one.notes)
    yield "</Coding>"


def _note(one: QdaNote) -> Iterator[str]:
    made = _made(one.user, one.made_at)
    yield f"<Note{_attributes(guid=one.guid, name=one.name, plainTextPath=one.path)}{made}>"
    if not one.path:
        yield f"<PlainTextContent>{_text(one.text)}</PlainTextContent>"
    yield "</Note>"


def _link(one: QdaLink) -> str:
    said = _attributes(
        guid=one.guid,
        name=one.name,
        direction=one.direction,
        originGUID=one.origin,
        targetGUID=one.target,
    )
    return f"<Link{said}/>"


def _set(one: QdaSet) -> Iterator[str]:
    yield f"<Set{_attributes(guid=one.guid, name=one.name)}>"
    yield from _description(one.description)
    yield from _refs("MemberCode", one.codes)
    yield from _refs("MemberSource", one.sources)
    yield from _refs("MemberNote", one.notes)
    yield "</Set>"


def _refs(name: str, guids: Iterable[str]) -> Iterator[str]:
    for guid in guids:
        yield f'<{name} targetGUID="{guid}"/>'


def _description(said: str) -> Iterator[str]:
    if said:
        yield f"<Description>{_text(said)}</Description>"


def _of(one: AreaSelection | TextSelection) -> str:
    return _made(one.user, one.made_at)


def _made(user: str, at: datetime | None) -> str:
    """Return who made something and when; neither holds a character that has to be quoted."""
    who = f' creatingUser="{user}"' if user else ""
    return f'{who} creationDateTime="{_time(at)}"' if at else who


def _time(at: datetime | None) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at else ""


def _attributes(**said: str) -> str:
    """Return attributes that say something; a name is written also where it is empty."""
    return "".join(
        [f" {name}={_quoted(value)}" for name, value in said.items() if value or name == "name"]
    )


def _quoted(value: str) -> str:
    if not _TO_QUOTE.search(value):
        return f'"{value}"'
    return quoteattr(printable(value)[0], {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


def _text(text: str) -> str:
    return escape(printable(text)[0], {"\r": "&#13;"})
