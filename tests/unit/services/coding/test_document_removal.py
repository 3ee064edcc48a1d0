"""A document goes with everything that hangs on it, and comes back as it was."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, event

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.search_query import Query
from qualcode_app.models import raw
from qualcode_app.models.aggregates import ALL
from qualcode_app.services.adjudication import board, decisions
from qualcode_app.services.adjudication.decisions import Decision
from qualcode_app.services.cases import attribute_edits, case_rows, group_edits
from qualcode_app.services.coding import absence, coding_rows, codings, document_removal, reading
from qualcode_app.services.coding import relations as links
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.coding.relations import NewRelation
from qualcode_app.services.documents import documents
from qualcode_app.services.memos import memos
from qualcode_app.services.memos.memos import NewMemo, Target
from qualcode_app.services.merging import copies, merging
from qualcode_app.services.provenance import checking
from qualcode_app.services.registers import judgements, propositions
from qualcode_app.services.registers.judgements import Verdict
from qualcode_app.services.search import search
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.project import Project

WORD = "gemeente"


@pytest.fixture
def project(pledges_file, tmp_path):
    with Project.open(Path(shutil.copy(pledges_file, tmp_path / "project.qualcode"))) as project:
        project.author_uid = project.read(people.coders)[0].uid
        yield project


def furnish(desk):
    """Let something of every kind that a document can have hang on the document."""
    project, document = desk.project, desk.document
    write_memos(desk)
    say_where_it_belongs(desk)
    for coder_uid in (desk.coder_uid, desk.other_coder_uid):
        judge(desk, coder_uid)
    own = coded(desk)
    other = next(
        row for row in project.read(coding_rows.rows) if row.revision_uid != document.revision_uid
    )
    project.write(links.add, NewRelation(own[0].uid, own[1].uid, "tension"))
    project.write(links.add, NewRelation(own[0].uid, other.uid, "link"))
    places = [one for one in project.read(board.read).places if hasattr(one, "anchor")]
    place = next(one for one in places if one.revision_uid == document.revision_uid)
    project.write(decisions.decide, Decision(place, "none", note="geen van beide"))


def coded(desk):
    return desk.project.read(coding_rows.rows, revision_uid=desk.document.revision_uid)


def write_memos(desk):
    document, coding = desk.document, coded(desk)[0]
    place = Target("place", None, document.revision_uid, desk.words(WORD))
    for target in (Target("document", document.uid), Target("coding", coding.uid), place):
        memo = NewMemo(target, "question", desk.coder_uid, f"Wat zegt {target.kind}?")
        desk.project.write(memos.add, memo)


def say_where_it_belongs(desk):
    project, uid = desk.project, desk.document.uid
    project.write(group_edits.add_system, "Ligging", ["kust"])
    system = next(one for one in project.read(case_rows.group_systems) if one.title == "Ligging")
    project.write(group_edits.set_typed, uid, "document", system.uid, "kust")
    project.write(attribute_edits.add, "Zetels", "number", "document")
    attribute = next(one for one in project.read(case_rows.attributes) if one.title == "Zetels")
    project.write(attribute_edits.set_values, attribute, uid, "31")


def judge(desk, coder_uid):
    """Read all, judge a pledge with a passage as evidence, and a code as not mentioned."""
    project, document = desk.project, desk.document
    place = Reading(coder_uid, desk.round_uid, document.uid)
    families = list(project.read(reading.states, place))
    project.write(reading.set_state, place, families, "done")
    used = {row.code_uid for row in coded(desk)}
    for code_uid in (uid for key, uid in desk.codes.items() if "-" in key and uid not in used):
        try:
            project.write(absence.add, place, code_uid, document.revision_uid)
        except RefusedChange:
            continue
        break
    register = project.read(propositions.register_keyed, "pledges")
    row = next(
        row
        for row in project.read(propositions.rows, register.uid)
        if not row.parts and not row.asks_number and row.test != "none"
    )
    said = next(o.key for o in row.scale.options if o.needs_evidence and not o.needs_missing_part)
    verdict = Verdict(said, evidence=frozenset({coded(desk)[0].uid}))
    project.write(judgements.judge, place, row.uid, verdict)


def everything(project):
    """Return every stored row with all it says, also what digests leave out; and the files."""
    left_out = {"stamp", "changed_at", "changed_by_uid"}
    found = {}
    with closing(sqlite3.connect(f"file:{project.path}?mode=ro", uri=True)) as link:
        for table in (each for one in ALL for each in (one.root, *one.children)):
            names = [column.name for column in table.columns if column.name not in left_out]
            columns = ", ".join(f'"{name}"' for name in names)
            rows = link.execute(f'SELECT {columns} FROM "{table.name}"')
            found[table.name] = sorted(map(repr, rows))
        found["files"] = sorted(map(repr, link.execute("SELECT * FROM document_file")))
        words = "SELECT revision_uid, page_number, text FROM search_text"
        found["words"] = sorted(map(repr, link.execute(words)))
    return found


def naming(project, uids):
    """Return the tables with a row that names one of these in any column."""
    stored = [repr(raw.uid_bytes(uid)) for uid in uids]
    return {
        table
        for table, rows in everything(project).items()
        if any(uid in row for row in rows for uid in stored)
    }


@pytest.fixture
def furnished(desk):
    furnish(desk)
    return desk


def removed(desk):
    """Take the document out; return what was put aside."""
    aside = []
    desk.project.write(document_removal.remove, desk.document.uid, aside.append)
    return aside[0]


def test_what_is_furnished_has_every_kind_that_can_hang_on_a_document(furnished):
    kept = removed(furnished)
    assert set(kept.rows) == {
        Kind.DOCUMENT,
        Kind.REVISION,
        Kind.SECTION,
        Kind.MEMBERSHIP,
        Kind.ATTRIBUTE_VALUE,
        Kind.READING_STATUS,
        Kind.CODING,
        Kind.RELATION,
        Kind.JUDGEMENT,
        Kind.ADJUDICATION,
        Kind.MEMO,
    }


def test_a_removed_document_leaves_nothing_of_itself(furnished):
    project, document = furnished.project, furnished.document
    kept = removed(furnished)
    uids = {one.uid for rows in kept.rows.values() for one in rows}
    assert naming(project, uids) == set()
    assert project.read(checking.findings, Silent()) == []
    found = search.run(project, Query(WORD))
    assert document.revision_uid not in {hit.revision_uid for hit in found}
    with pytest.raises(UnknownRecord):
        project.write(document_removal.remove, document.uid)


def test_a_document_put_back_is_in_every_row_what_it_was(furnished):
    project, document = furnished.project, furnished.document
    before, content = everything(project), project.read(documents.content, document.uid)
    hits = set(search.run(project, Query(WORD)))
    project.write(document_removal.put_back, removed(furnished))
    assert everything(project) == before
    assert project.read(documents.content, document.uid) == content
    assert set(search.run(project, Query(WORD))) == hits
    assert project.read(checking.findings, Silent()) == []


def test_it_goes_and_comes_any_number_of_times(furnished):
    before = everything(furnished.project)
    for _ in range(3):
        furnished.project.write(document_removal.put_back, removed(furnished))
    assert everything(furnished.project) == before
    assert furnished.project.read(checking.findings, Silent()) == []


def test_going_and_coming_take_no_more_statements_with_more_codings(desk):
    def statements() -> tuple[int, int]:
        told: list[str] = []

        def tell(_link, _cursor, statement, *_more):
            told.append(statement)

        event.listen(Engine, "before_cursor_execute", tell)
        try:
            kept = removed(desk)
            n_going = len(told)
            desk.project.write(document_removal.put_back, kept)
        finally:
            event.remove(Engine, "before_cursor_execute", tell)
        return n_going, len(told) - n_going

    statements()  # the first writing notes that the file is written
    few = statements()
    for start in range(1000, 2200, 40):
        desk.project.write(codings.add, desk.new(start, start + 60))
    assert statements() == few


def test_a_document_that_came_back_wins_over_its_removal_in_another_file(furnished, tmp_path):
    """A colleague who got the file between removal and undo merges the document back in."""
    project = furnished.project
    before = {row.uid for row in project.read(documents.rows)}
    kept, theirs = removed(furnished), tmp_path / "theirs.qualcode"
    copies.save_copy(project, theirs)
    project.write(document_removal.put_back, kept)
    with Project.open(theirs) as other:
        other.author_uid = furnished.other_coder_uid
        plan = merging.prepare(other, [project.path])
        assert not plan.clashes
        merging.carry_out(other, plan, {})
        assert {row.uid for row in other.read(documents.rows)} == before
        assert other.read(checking.findings, Silent()) == []


def test_it_is_not_put_back_beside_itself(desk):
    kept = removed(desk)
    desk.project.write(document_removal.put_back, kept)
    before = everything(desk.project)
    with pytest.raises(RefusedChange, match="came into this project again"):
        desk.project.write(document_removal.put_back, kept)
    assert everything(desk.project) == before


def test_it_is_not_put_back_without_what_it_needs(furnished):
    """The group it was in was removed since."""
    project = furnished.project
    kept = removed(furnished)
    system = next(one for one in project.read(case_rows.group_systems) if one.title == "Ligging")
    project.write(group_edits.remove_system, system.uid)
    before = everything(project)
    with pytest.raises(RefusedChange, match="cannot be put back"):
        project.write(document_removal.put_back, kept)
    assert everything(project) == before


def test_a_coding_does_not_come_back_without_its_document(desk):
    kept = desk.project.read(codings.keep, coded(desk)[0].uid)
    removed(desk)
    before = everything(desk.project)
    with pytest.raises(UnknownRecord):
        desk.project.write(codings.put_back, kept)
    assert everything(desk.project) == before


def test_a_document_that_a_finding_shows_stays(desk):
    shown = coded(desk)[0]
    uid, question = str(uuid4()), str(uuid4())

    def pick(session):
        asked = {"uid": question, "title": "", "definition": "{}"}
        journal.add(session, "question.keep", Kind.QUESTION, asked)
        said = {
            "uid": uid,
            "sentence": "Velen zeggen iets.",
            "question_uid": question,
            "result": "",
            "checked_at": None,
            "state": "",
        }
        picked = {"claim_uid": uid, "coding_uid": shown.uid, "role": "example"}
        journal.add(session, "claim.keep", Kind.CLAIM, said, {"claim_evidence": [picked]})
        return Changes.of(Kind.CLAIM, added=[uid])

    desk.project.write(pick)
    before = everything(desk.project)
    with pytest.raises(RefusedChange, match="Velen zeggen iets"):
        desk.project.write(document_removal.remove, desk.document.uid)
    assert everything(desk.project) == before


def test_only_a_document_nobody_worked_on_goes_unasked(desk):
    project, uid = desk.project, desk.document.uid
    assert project.read(document_removal.is_worked_on, uid)
    for row in coded(desk):
        project.write(codings.remove, row.uid)
    assert not project.read(document_removal.is_worked_on, uid)
    project.write(memos.add, NewMemo(Target("document", uid), "note", desk.coder_uid, "Mooi"))
    assert project.read(document_removal.is_worked_on, uid)
