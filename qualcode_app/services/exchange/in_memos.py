"""Notes, comments and links of another program as memos and relations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.codebook_arrival import Lost, Mended
from qualcode_app.domain.qda_project import AreaSelection, QdaNote, QdaProject, TextSelection
from qualcode_app.models.cases import Memo
from qualcode_app.services.coding import relations
from qualcode_app.services.exchange.in_codings import Coded
from qualcode_app.services.exchange.in_documents import Incoming
from qualcode_app.services.exchange.in_names import Names
from qualcode_app.services.memos import memos
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow

Target = dict[str, Any]
_PROJECT: Target = {"target_kind": "project"}


class Memos:
    """Collects the rows of one file."""

    def __init__(
        self,
        session: Session,
        project: QdaProject,
        names: Names,
        coded: Coded,
        read: Callable[[str], str | None],
    ) -> None:
        self.rows: list[NewRow] = []
        self.findings: list[Lost | Mended] = []
        self._project = project
        self._names = names
        self._coded = coded
        self._read = read
        self._notes = {note.guid: note for note in project.notes}
        self._told: set[str] = set()
        noted = select(Memo.target_uid).where(
            Memo.target_kind == Kind.CODING.value, Memo.kind == "note"
        )
        self._noted = set(session.scalars(noted))  # a coding shows one note in its row
        self._coming = {str(row.columns["uid"]) for row in coded.rows}

    def take(self, documents: Mapping[str, Incoming]) -> None:
        """Make memos of everything that is noted; what has no target goes to the project."""
        for source in self._project.sources:
            one = documents.get(source.guid)
            on_document = self._on_document(one)
            self._add_all(source.notes, on_document)
            if source.description:
                user = source.user, source.made_at
                self._comment(source.guid, source.description, *user, on_document)
            for selection in source.text.selections if source.text else ():
                self._take_selection(selection, one)
            for area in source.areas:
                self._take_selection(area, one)
        for code, noted in self._project.code_notes:
            uid = self._names.codes.get(code)
            self._add_all((noted,), {"target_kind": "code", "target_uid": uid} if uid else None)
        self._take_links()
        if self._project.description:
            self._comment(
                self._project.name, self._project.description, self._project.user, None, _PROJECT
            )
        for note in self._project.notes:
            if note.guid not in self._told:
                self._add(note, _PROJECT)

    def _take_selection(
        self, selection: TextSelection | AreaSelection, one: Incoming | None
    ) -> None:
        target = self._on_place(selection.guid) or self._on_document(one)
        for coding in selection.codings:
            uid = self._coded.by_guid.get(coding.guid)
            on_coding = {"target_kind": "coding", "target_uid": uid} if uid else target
            for note in coding.notes:
                free = uid in self._coming and uid not in self._noted
                if note in self._notes and note not in self._names.own.notes:
                    self._add_all((note,), on_coding if free else target)
                    if free and self._kind(note) == "note":
                        self._noted.add(str(uid))
                else:
                    self._told.add(note)
        self._add_all(selection.notes, target)
        if selection.description:
            who = selection.user, selection.made_at
            self._comment(selection.guid, selection.description, *who, target)

    def _take_links(self) -> None:
        n_lost = 0
        for link in self._project.links:
            ends = link.origin, link.target
            codings = [self._coded.by_guid.get(end) for end in ends]
            noted = [end for end in ends if end in self._notes]
            if noted:  # NVivo links an annotation to its passage
                (other, *_) = [end for end in ends if end != noted[0]] or [""]
                self._add_all(noted[:1], self._on_place(other))
            elif all(codings) and codings[0] != codings[1] and set(codings) <= self._coming:
                kind, _, note = link.name.partition(": ")
                is_ours = kind in relations.KINDS
                columns = {
                    "uid": link.guid,
                    "from_coding_uid": codings[0],
                    "to_coding_uid": codings[1],
                    "kind": kind if is_ours else relations.KINDS[0],
                    "note": note if is_ours else link.name,
                }
                if link.guid not in self._names.own.of(Kind.RELATION):
                    self.rows.append(NewRow(Kind.RELATION, columns, {}))
            else:
                n_lost += link.guid not in self._names.own.of(Kind.RELATION)
        if n_lost:
            lost = Lost("{n} links do not join two passages that come in.", n=n_lost)
            self.findings.append(lost)

    def _on_document(self, one: Incoming | None) -> Target | None:
        return {"target_kind": "document", "target_uid": one.uid} if one and one.uid else None

    def _on_place(self, guid: str) -> Target | None:
        """Return the passage of a selection as the target of a memo."""
        if guid not in self._coded.places:
            return None
        one, anchor = self._coded.places[guid]
        return {
            "target_kind": "place",
            "revision_uid": one.revision_uid,
            "start_char": anchor.start,
            "end_char": anchor.end,
        }

    def _add_all(self, guids: tuple[str, ...] | list[str], target: Target | None) -> None:
        for guid in guids:
            note = self._notes.get(guid)
            if note is not None and guid not in self._told:
                self._add(note, target or _PROJECT)

    def _add(self, note: QdaNote, target: Target) -> None:
        self._told.add(note.guid)
        if note.guid in self._names.own.notes:
            return
        text = note.text.strip() or (self._read(note.path) or "").strip() or note.name
        self._row(note.guid, text, note.user, note.made_at, target, self._kind(note.guid))

    def _kind(self, guid: str) -> str:
        said = self._names.own.says.get(guid, {}).get("kind")
        return str(said) if said in memos.KINDS else "note"

    def _comment(
        self,
        guid: str,
        text: str,
        user: str,
        made_at: datetime | None,
        target: Target | None,
    ) -> None:
        """Keep a description, which has no guid of its own."""
        home = journal.pen(self._names.session).study_uid
        uid = journal.derived_uid(home, f"description {guid}")
        self._row(uid, text, user, made_at, target or _PROJECT, "note")

    def _row(
        self,
        uid: str,
        text: str,
        user: str,
        made_at: datetime | None,
        target: Target,
        kind: str,
    ) -> None:
        if not text.strip():
            return
        when = {} if made_at is None else {"made_at": made_at, "changed_at": made_at}
        coder = self._names.coder(user)
        empty = dict.fromkeys(("target_uid", "revision_uid", "start_char", "end_char"))
        columns = {
            "uid": uid,
            **when,
            "made_by_uid": coder,
            "changed_by_uid": coder,
            "coder_uid": coder,
            "kind": kind,
            **empty,
            **target,
            "text": text,
        }
        self.rows.append(NewRow(Kind.MEMO, columns, {}))
