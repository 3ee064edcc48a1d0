"""A project as REFI-QDA `.qdpx`, and what a receiver will not see of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.codebook_arrival import Lost
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.domain.progress import Part, Progress, Silent
from qualcode_app.domain.qda_project import (
    QdaCase,
    QdaLink,
    QdaNote,
    QdaProject,
    QdaSet,
    QdaSource,
    QdaUser,
    QdaValue,
    QdaVariable,
    TextSelection,
)
from qualcode_app.formats import refi_project
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import BY_KIND, Stored
from qualcode_app.models.cases import Attribute, AttributeValue, CaseGroup, GroupSystem, Membership
from qualcode_app.models.codings import Relation
from qualcode_app.models.history import Alias
from qualcode_app.models.project import ProjectInfo
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.exchange import out_codes, out_losses, out_sources, own_notes
from qualcode_app.services.exchange.out_sources import Outgoing
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.project import Project

SUFFIX = ".qdpx"
_KINDS = {"text": "Text", "number": "Float", "date": "Date", "truth": "Boolean"}
_ON_DOCUMENT = (Kind.READING_STATUS, Kind.JUDGEMENT, Kind.SECTION)
_MEMO_NAME = 60


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and what a receiver will not see."""

    path: Path
    n_documents: int
    n_codes: int
    n_codings: int
    lost: tuple[Lost, ...]


def write(
    project: Project, path: Path, language: str, progress: Progress | None = None
) -> Exported:
    """Write a project as `.qdpx`.

    Args:
        project: What is written.
        path: Where it goes; the file is whole or absent.
        language: "nl" or "en", of names and definitions of codes.
        progress: Told the documents done.

    Raises:
        CannotWrite: The folder refuses the file.
        Cancelled: The user stopped.
    """
    watch = progress or Silent()
    said, members, lost = project.read(_project, language, Part(watch, 0, 2))
    contents = [(name, _content(project, what, uid)) for name, (what, uid) in members.items()]
    refi_project.write(said, contents, path, Part(watch, 1, 2))
    n_codings = sum(1 for one in said.sources for _ in one.every_coding())
    return Exported(path, len(said.sources), len(said.codes), n_codings, lost)


def _content(project: Project, what: str, uid: str) -> Callable[[], bytes]:
    if what == "content":
        return lambda: project.read(documents.content, uid) or b""
    return lambda: project.read(documents.text, uid).encode("utf-8", "replace")


def _project(
    session: Session, language: str, progress: Progress
) -> tuple[QdaProject, Mapping[str, tuple[str, str]], tuple[Lost, ...]]:
    info = session.get(ProjectInfo, 1)
    if info is None:
        raise UnknownRecord(
            "This file does not say which project it is; it is damaged. Open a backup of it."
        )
    memos = _Memos(session)
    guids = {
        row.to_uid: row.from_uid
        for row in session.scalars(select(Alias).where(Alias.kind == Kind.DOCUMENT.value))
    }
    out = Outgoing(session, language, memos.by_target, guids)
    listed = documents.rows(session)
    sources = tuple(_sources(out, listed, memos, progress))
    coders = people.coders(session)
    own = list(_project_notes(out, info.study_uid, memos))
    said = QdaProject(
        name=info.title,
        made_at=info.created_at,
        users=tuple(QdaUser(one.uid, one.name, one.initials) for one in coders),
        codes=tuple(out_codes.codes(session, language, memos.by_target)),
        variables=tuple(_variables(session)),
        cases=tuple(_cases(out, listed)),
        sources=sources,
        notes=(*memos.notes, *out.notes, *own),
        links=tuple(_links(session)),
        sets=(*out_codes.sets(session), *_groups(out, listed)),
        project_notes=(*memos.by_target.get("", ()), *(note.guid for note in own)),
    )
    return said, out.members, out_losses.of(session, out)


class _Memos:
    """The memos of a project as notes, by what they are about."""

    def __init__(self, session: Session) -> None:
        root = BY_KIND[Kind.MEMO].root
        self.notes: list[QdaNote] = []
        self.by_target: dict[str, list[str]] = defaultdict(list)
        self.places: dict[str, list[TextSelection]] = defaultdict(list)
        self.lines: list[str] = []  # of memos that are more than a note
        for row in session.execute(select(root).order_by(root.c.made_at, root.c.uid)):
            name = " ".join(row.text.split())[:_MEMO_NAME]
            self.notes.append(QdaNote(row.uid, name, row.text, row.coder_uid, row.made_at))
            if row.kind != "note":
                self.lines.append(own_notes.says_line(row.uid, {"kind": row.kind}))
            if row.target_kind == "place":
                place = TextSelection(
                    journal.derived_uid(row.uid, "place"),
                    row.start_char,
                    row.end_char,
                    user=row.coder_uid,
                    made_at=row.made_at,
                    notes=(row.uid,),
                )
                self.places[row.revision_uid].append(place)
            else:
                self.by_target[row.target_uid or ""].append(row.uid)


def _sources(
    out: Outgoing, listed: Sequence[DocumentRow], memos: _Memos, progress: Progress
) -> Iterator[QdaSource]:
    values = _values(out.session)
    on_documents = _by_document(out.session)
    for done, row in enumerate(listed):
        progress.report(done, len(listed))
        lines = [out.line(one) for one in on_documents[row.uid]]
        lines += out_sources.frozen_lines(out, row)
        notes = list(memos.by_target.get(row.uid, ()))
        if lines:
            guid = journal.derived_uid(row.uid, "own note")
            words = "\n".join(out_losses.words(out, on_documents[row.uid]))
            out.notes.append(QdaNote(guid, "QualCode", own_notes.text(words, lines)))
            notes.append(guid)
        places = memos.places.get(row.revision_uid, ())
        yield out_sources.source(out, row, places, values.get(row.uid, ()), notes)


def _by_document(session: Session) -> dict[str, list[Stored]]:
    """Return statuses, verdicts and headings by document."""
    found: dict[str, list[Stored]] = defaultdict(list)
    documents_of = {row.revision_uid: row.uid for row in documents.rows(session)}
    for kind in _ON_DOCUMENT:
        for stored in _all(session, kind):
            root = stored.root
            uid = root.get("document_uid") or documents_of.get(root["revision_uid"])
            if uid is not None:
                found[uid].append(stored)
    return found


def _project_notes(out: Outgoing, study_uid: str, memos: _Memos) -> Iterator[QdaNote]:
    """Yield a note for each kind of row that is in no other note."""
    for kind in own_notes.KINDS:
        lines = [out.line(one) for one in _all(out.session, kind)]
        if lines and kind not in _ON_DOCUMENT:
            guid = journal.derived_uid(study_uid, f"own note {kind.value}")
            said = f"QualCode: {kind.value} ({len(lines)})"
            yield QdaNote(guid, said, own_notes.text(said, lines))
    lines = [own_notes.usual_line(out.usual), *out.lines, *memos.lines]
    guid = journal.derived_uid(study_uid, "own note codings")
    said = f"QualCode: {Kind.CODING.value}, {Kind.MEMO.value}"
    yield QdaNote(guid, said, own_notes.text(said, lines))


def _all(session: Session, kind: Kind) -> list[Stored]:
    root = BY_KIND[kind].root
    uids = session.scalars(select(root.c.uid).order_by(root.c.made_at, root.c.uid)).all()
    return list(aggregates.read(session.connection(), kind, uids).values())


def _variables(session: Session) -> list[QdaVariable]:
    query = select(Attribute.uid, Attribute.title, Attribute.key, Attribute.kind)
    return [
        QdaVariable(uid, title or key, _KINDS[kind])
        for uid, title, key, kind in session.execute(query.order_by(Attribute.title))
    ]


def _values(session: Session) -> dict[str, list[QdaValue]]:
    """Return what attributes say by document or case, as XML writes it."""
    kinds = {one[0]: one[1] for one in session.execute(select(Attribute.uid, Attribute.kind))}
    found: dict[str, list[QdaValue]] = defaultdict(list)
    for row in session.scalars(
        select(AttributeValue).order_by(AttributeValue.attribute_uid, AttributeValue.ordinal)
    ):
        match kinds[row.attribute_uid]:
            case "number":
                said = "" if row.number is None else format(row.number, "f")
            case "truth":
                said = "" if row.number is None else str(bool(row.number)).lower()
            case "date":
                said = row.date.isoformat() if row.date else ""
            case _:
                said = row.text or ""
        found[row.owner_uid].append(QdaValue(row.attribute_uid, said))
    return found


def _cases(out: Outgoing, listed: Sequence[DocumentRow]) -> Iterator[QdaCase]:
    values = _values(out.session)
    documents_of = _documents_of_cases(out, listed)
    for stored in _all(out.session, Kind.STUDY_CASE):
        name, own = str(stored.root["name"]), tuple(values.get(stored.uid, ()))
        sources = tuple(documents_of.get(stored.uid, ()))
        yield QdaCase(stored.uid, name, values=own, sources=sources)


def _documents_of_cases(out: Outgoing, listed: Sequence[DocumentRow]) -> dict[str, list[str]]:
    root = BY_KIND[Kind.DOCUMENT].root
    cases = {one[0]: one[1] for one in out.session.execute(select(root.c.uid, root.c.case_uid))}
    found: dict[str, list[str]] = defaultdict(list)
    for row in listed:
        if case := cases.get(row.uid):
            found[case].append(out.guid(row.uid))
    return found


def _groups(out: Outgoing, listed: Sequence[DocumentRow]) -> Iterator[QdaSet]:
    """Yield each group of documents; a case stands for its documents."""
    documents_of = _documents_of_cases(out, listed)
    known = {row.uid for row in listed}
    members: dict[str, dict[str, None]] = defaultdict(dict)
    for group, document, case in out.session.execute(
        select(Membership.group_uid, Membership.document_uid, Membership.case_uid)
    ):
        guids = [out.guid(document)] if document in known else documents_of.get(case or "", [])
        members[group].update(dict.fromkeys(guids))
    query = (
        select(CaseGroup.uid, GroupSystem.title, CaseGroup.title)
        .join(GroupSystem, GroupSystem.uid == CaseGroup.system_uid)
        .order_by(GroupSystem.title, CaseGroup.rank)
    )
    for uid, system, title in out.session.execute(query):
        yield QdaSet(uid, f"{system}: {title}", sources=tuple(members[uid]))


def _links(session: Session) -> Iterator[QdaLink]:
    for row in session.scalars(select(Relation).order_by(Relation.uid)):
        name = ": ".join(part for part in (row.kind, row.note) if part)
        ends = row.from_coding_uid, row.to_coding_uid
        yield QdaLink(row.uid, name, *ends, direction="OneWay")
