"""Import a project of another program: a plan first, then one batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from qualcode_app.domain import offset_counting
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.codebook_arrival import Lost, Mended
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.offset_counting import COUNTINGS, Counting, Marked, Score
from qualcode_app.domain.progress import Part, Progress, Silent
from qualcode_app.domain.qda_project import ORIGIN, QdaProject, QdaSource
from qualcode_app.formats import foreign_projects
from qualcode_app.formats.foreign_projects import Contents
from qualcode_app.formats.refi_package import Missing, as_text
from qualcode_app.models.codebooks import Facet
from qualcode_app.models.history import Alias
from qualcode_app.pdf.client import Extractor
from qualcode_app.services.codebook import codebook_rows
from qualcode_app.services.exchange import bringing, in_codes, in_own_rows, own_notes
from qualcode_app.services.exchange.bringing import SourceFile
from qualcode_app.services.exchange.in_cases import Cases
from qualcode_app.services.exchange.in_codings import Coded, Codings
from qualcode_app.services.exchange.in_documents import (
    OTHER_MEDIA,
    Documents,
    Incoming,
    keep,
)
from qualcode_app.services.exchange.in_memos import Memos
from qualcode_app.services.exchange.in_names import Names
from qualcode_app.services.exchange.own_notes import OwnRows
from qualcode_app.services.exchange.project_plan import (
    SHOWN,
    ImportPlan,
    ImportWishes,
    SourcePlan,
)
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow
from qualcode_app.services.store.project import Project

_FROM_TOP = "qualcoder"  # writes areas with the origin at the top left
_SAME_NAMES = "atlas.ti"  # writes a quotation over two pages as two areas and one text
_MARKS = 2000  # selections of a text that tell how a program counts


def names(path: Path) -> list[str]:
    """Return the projects in a file that can hold several, for one has to be named then.

    Raises:
        UnreadableTable: The file is not what its name promises.
    """
    return foreign_projects.names(path)


def prepare(
    project: Project,
    path: Path,
    wishes: ImportWishes | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """Return what importing a file would do; nothing is changed.

    Args:
        project: Where it would go.
        path: A `.qdpx` or bare `.qde`, a QualCoder folder, or a file of Taguette.
        wishes: What the user says beforehand.
        progress: Told the sources read.

    Raises:
        UnreadableTable: The file is no project, damaged or hostile.
        Cancelled: The user stopped.
    """
    watch = progress or Silent()
    wanted = wishes or ImportWishes()
    watch.report(0, 1)
    with foreign_projects.opened(path, wanted.name) as (contents, said), Extractor() as extractor:
        reader = _Planner(contents, said, extractor, wanted, watch)
        return project.read(reader.plan)


def carry_out(
    project: Project, plan: ImportPlan, batch_uid: str, progress: Progress | None = None
) -> Changes:
    """Take in what was planned as one batch that can be withdrawn, after a dated backup.

    Args:
        project: Where it goes.
        plan: As shown to the user.
        batch_uid: What the batch is called.
        progress: Called per portion of rows.

    Raises:
        RefusedChange: The project changed since the plan, or the file contradicts itself.
        Cancelled: The user stopped; nothing was changed.
    """
    if plan.adds_nothing:
        return Changes()
    project.back_up("import")
    try:
        return project.write(_apply, plan, batch_uid, progress or Silent())
    except IntegrityError as error:
        raise RefusedChange(
            "{name} contradicts itself: a row lacks another that it needs, or two claim one "
            "place, so nothing was imported. Export it again from its own program.",
            name=plan.source.name,
        ) from error


def _apply(session: Session, plan: ImportPlan, batch_uid: str, progress: Progress) -> Changes:
    if journal.head(session) != plan.seen:
        raise RefusedChange(
            "The project changed since the plan was made. Look at the new plan first."
        )
    return take_in(session, plan, batch_uid, progress)


def take_in(
    session: Session, plan: ImportPlan, batch_uid: str, progress: Progress | None = None
) -> Changes:
    """Write what was planned; the project has to be as it was for the plan."""
    watch = progress or Silent()
    bringing.bring(session, batch_uid, plan.source, plan.rows, Part(watch, 0, 2))
    if plan.codes:
        codebook_rows.note_revisions(session, plan.codes, reason=plan.source.name)
    for done, one in enumerate(plan.documents):
        Part(watch, 1, 2).report(done, len(plan.documents))
        keep(session, one)
    known = [
        {"kind": Kind.DOCUMENT.value, "from_uid": guid, "to_uid": uid}
        for guid, uid in plan.names.items()
        if guid != uid
    ]
    if known:
        session.execute(insert(Alias).prefix_with("OR IGNORE"), known)
    return Changes.everything()


class _Planner:
    """Makes the plan of one file."""

    def __init__(
        self,
        contents: Contents,
        said: QdaProject,
        extractor: Extractor,
        wishes: ImportWishes,
        progress: Progress,
    ) -> None:
        self._contents = contents
        self._said = said
        self._extractor = extractor
        self._wishes = wishes
        self._progress = progress
        self._is_ours = said.origin == ORIGIN
        self._findings: list[Lost | Mended] = [*contents.findings]
        self._findings += [one.said for one in said.findings]

    def plan(self, session: Session) -> ImportPlan:
        """Read the sources, find what is here and place every coding."""
        own = own_notes.read(self._said.notes) if self._is_ours else OwnRows()
        self._findings += own.lost
        wishes = self._wishes
        documents = Documents(
            session, self._contents, self._extractor, own, wishes.files, wishes.language
        )
        usual = offset_counting.usual(self._said.origin)
        counting = wishes.counting or self._counting(documents, usual)
        incoming = self._documents(documents, counting)
        self._findings += documents.findings
        names, coming = self._names(session, own, incoming)
        coded = self._codings(session, names, incoming)
        rows = self._rows(session, names, incoming, coming, coded)
        fresh = [one for one in incoming.values() if one.rows]
        source = SourceFile.of(self._contents.file, self._contents.path.name)
        return ImportPlan(
            source=source,
            title=self._said.name,
            origin=self._said.origin,
            counting=counting,
            is_guess=wishes.counting is None and counting != usual and bool(coded.rows),
            came_before=bringing.came_before(session, source),
            sources=tuple(self._sources(incoming, coded)),
            rows=tuple(rows),
            documents=tuple(fresh),
            names={one.source.guid: one.uid for one in incoming.values() if one.uid},
            codes=tuple(self._codes.new),
            unplaced=tuple(coded.unplaced),
            shown=tuple(coded.shown[:: max(len(coded.shown) // SHOWN, 1)][:SHOWN]),
            n_here=coded.n_here,
            n_double=coded.n_double,
            n_normalised=coded.n_normalised,
            n_nearest=coded.n_nearest,
            findings=tuple(self._findings),
            seen=journal.head(session),
        )

    def _counting(self, documents: Documents, usual: Counting | None) -> Counting:
        """Return how the program counts: as it usually does, or as its selections tell."""
        if usual is not None and not usual.crlf:
            return usual
        found = dict.fromkeys(COUNTINGS, Score(0, 0, 0))
        for source in self._said.sources:
            selections = source.text.selections[:_MARKS] if source.text else ()
            if not selections or source.kind in OTHER_MEDIA:
                continue
            raw = documents.raw_text(source)
            if isinstance(raw, str):
                marks = [Marked(one.start, one.end, one.name) for one in selections]
                for counting in COUNTINGS:
                    found[counting] += offset_counting.score(raw, counting, marks)
        return offset_counting.chosen(found, usual)

    def _documents(self, documents: Documents, counting: Counting) -> dict[str, Incoming]:
        listed = [one for one in self._said.sources if one.kind not in OTHER_MEDIA]
        found: dict[str, Incoming] = {}
        for done, source in enumerate(listed):
            one = documents.take(source, counting, Part(self._progress, done, len(listed) + 1))
            if source.guid in found:
                self._findings.append(
                    Lost(
                        "The source {name} repeats the guid of another and was left out.",
                        name=one.title,
                    )
                )
                continue
            found[source.guid] = one
        self._progress.report(len(listed), len(listed) + 1)
        return found

    def _names(
        self, session: Session, own: OwnRows, incoming: dict[str, Incoming]
    ) -> tuple[Names, list[NewRow]]:
        """Find what everything is called here, and the rows of our own notes that are new."""
        same: dict[str, str] = {}
        for guid, one in incoming.items():
            self._name_document(guid, one, own, same)
        users = {one.guid: one for one in self._said.users}
        names = Names(session, own, users, same)
        arriving = in_own_rows.arrive(session, own, same)
        coming = [row for row in arriving.rows if row.kind is not Kind.DOCUMENT]
        for row in arriving.rows:
            if row.kind is Kind.DOCUMENT:
                _say_document(row, incoming)
        self._codes = in_codes.codes(session, self._said.codebook, self._said.name, coming, same)
        guids = {one.guid for source in self._said.sources for one in source.every_coding()}
        names.know_codes(self._codes, bringing.present(session, Kind.CODING, guids), guids)
        names.facets = set(session.scalars(select(Facet.uid))) | {
            str(row.columns["uid"]) for row in coming if row.kind is Kind.FACET
        }
        return names, [*self._codes.rows, *coming]

    def _name_document(self, guid: str, one: Incoming, own: OwnRows, same: dict[str, str]) -> None:
        """Note what a document and its text are called here, where it is the same text."""
        row = own.of(Kind.DOCUMENT).get(guid)
        if one.uid and guid != one.uid:
            same[guid] = one.uid
        if row is None or not one.revision_uid:
            return
        theirs = str(row.root["current_revision_uid"])
        if one.has_same_text and theirs != one.revision_uid:
            same[theirs] = one.revision_uid
        if one.rows and one.has_same_text:  # its headings come in our notes
            one.rows = [each for each in one.rows if each.kind is not Kind.SECTION]

    def _codings(self, session: Session, names: Names, incoming: dict[str, Incoming]) -> Coded:
        origin = self._said.origin.strip().casefold()
        placing = Codings(session, names, names.own.says, origin.startswith(_FROM_TOP))
        listed = list(incoming.values())
        for done, one in enumerate(listed):
            self._progress.report(done, len(listed))
            placing.take(one, same_names=origin.startswith(_SAME_NAMES))
        return placing.coded

    def _rows(
        self,
        session: Session,
        names: Names,
        incoming: dict[str, Incoming],
        coming: list[NewRow],
        coded: Coded,
    ) -> list[NewRow]:
        """Return everything that is new, in the order in which it can be written."""
        memos = Memos(session, self._said, names, coded, self._note_text)
        memos.take(incoming)
        cases = Cases(session, self._said, incoming)
        if not self._is_ours:
            cases.take()
        self._tell_left_out()
        self._findings += [*names.findings, *memos.findings, *cases.findings]
        others = [*cases.rows, *memos.rows]
        fresh = [row for one in incoming.values() for row in one.rows]
        candidates = [*names.coder_rows.values(), *coming, *_absent(session, others), *fresh]
        candidates += coded.rows
        lost: list[Lost] = []
        rows = in_own_rows.sound(session, candidates, lost)
        self._findings += lost
        return rows

    def _note_text(self, path: str) -> str | None:
        """Return the text of a note that lies beside the project."""
        try:
            return as_text(self._contents.content(path), path)[0] if path else None
        except Missing as missing:
            self._findings.append(missing.said)
            return None

    def _tell_left_out(self) -> None:
        kinds = Counter(one.kind for one in self._said.sources)
        n_transcripts = sum(one.n_transcripts for one in self._said.sources)
        n_beside = sum(one.n_beside for one in self._said.sources)
        left_out = (
            Lost("{n} pictures were left out.", n=kinds["picture"]),
            Lost("{n} sounds were left out.", n=kinds["audio"]),
            Lost("{n} videos were left out.", n=kinds["video"]),
            Lost("{n} transcripts of sounds and videos were left out.", n=n_transcripts),
            Lost("{n} codings of pictures, sounds and videos were left out.", n=n_beside),
            Lost("{n} drawings of codes were left out.", n=self._said.n_graphs),
        )
        self._findings += [one for one in left_out if one.values["n"]]

    def _sources(self, incoming: dict[str, Incoming], coded: Coded) -> Sequence[SourcePlan]:
        unplaced = Counter(one.source for one in coded.unplaced)
        found = []
        for source in self._said.sources:
            one = incoming.get(source.guid)
            found.append(_source_plan(source, one, unplaced))
        return found


def _source_plan(source: QdaSource, one: Incoming | None, unplaced: Counter[str]) -> SourcePlan:
    n_codings = source.n_beside + sum(1 for _ in source.every_coding())
    if one is None:
        title = source.name or source.guid
        return SourcePlan(
            source.guid, title, source.kind, "other_media", "", n_codings, n_codings, None
        )
    return SourcePlan(
        source.guid,
        one.title,
        source.kind,
        one.state,
        one.uid,
        n_codings,
        unplaced[source.guid],
        one.said,
    )


def _say_document(row: NewRow, incoming: dict[str, Incoming]) -> None:
    """Let a new document say what our own note says of it."""
    for one in incoming.values():
        if one.rows and one.uid == row.columns["uid"]:
            columns = {**row.columns, "current_revision_uid": one.revision_uid}
            one.rows[0] = NewRow(Kind.DOCUMENT, columns, {})


def _absent(session: Session, rows: Sequence[NewRow]) -> list[NewRow]:
    """Return the rows that are not in the project and were not deleted there."""
    by_kind: dict[Kind, list[str]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, []).append(str(row.columns["uid"]))
    here = {
        (kind, uid)
        for kind, uids in by_kind.items()
        for uid in bringing.present(session, kind, uids)
    }
    found: dict[tuple[Kind, str], NewRow] = {}
    for row in rows:
        key = row.kind, str(row.columns["uid"])
        if key not in here:
            found.setdefault(key, row)
    return list(found.values())
