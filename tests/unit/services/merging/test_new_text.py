"""Codings of an earlier text that come in when the document has a new one."""

from __future__ import annotations

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.models import aggregates
from qualcode_app.services.coding import coding_rows, codings, rereading
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import batches, copies, merging
from qualcode_app.services.provenance import checking
from qualcode_app.services.store import journal
from qualcode_app.services.store.project import Project

GONE = "de maritieme school"
BEFORE = "Een voorwoord dat er eerst niet stond.\n"


def read_anew(session, revision_uid):
    """Give a document another text, as a better reading would: with a foreword, less one word."""
    old = aggregates.read(session.connection(), Kind.REVISION, [revision_uid], whole=True)
    stored = old[revision_uid]
    uid = journal.derived_uid(stored.root["document_uid"], "read anew")
    pages, start = [], 0
    for page in stored.children["page"]:
        text = page["text"].replace("wonen", "w0nen").replace(GONE, "-" * len(GONE))
        text = BEFORE + text if page["number"] == 1 else text
        pages.append(
            {**page, "revision_uid": uid, "text": text, "start_char": start, "n_chars": len(text)}
        )
        start += len(text)
    columns = {**stored.root, "uid": uid, "number": 2, "text_sha256": "anew", "n_chars": start}
    columns.pop("stamp")
    journal.add(session, "revision.ocr", Kind.REVISION, columns, {"page": pages})
    document = {"current_revision_uid": uid}
    journal.change(session, "document.reread", Kind.DOCUMENT, stored.root["document_uid"], document)
    return Changes.everything()


@pytest.fixture
def other(desk, tmp_path):
    """A file in which somebody coded the earlier text, while ours has a new one."""
    path = tmp_path / "other.qualcode"
    copies.save_copy(desk.project, path)
    word = desk.text.index("wonen")
    with Project.open(path) as file:
        file.write(codings.add, desk.new(*found(desk.text)))
        file.write(codings.add, desk.new(word, word + 5, "WON-1"))
        gone = desk.text.index(GONE)
        file.write(codings.add, desk.new(gone, gone + len(GONE), "WON-2"))
    desk.project.write(read_anew, desk.document.revision_uid)
    desk.project.write(rereading.bring_along)
    return path


def found(text):
    """A sentence without the word that the new text spells otherwise."""
    start = next(i for i in range(200, len(text)) if "wonen" not in text[i : i + 80])
    while text[start].isspace():
        start += 1
    end = start + 70
    while text[end - 1].isspace():
        end -= 1
    return start, end


def test_they_go_along_where_their_words_stand_and_doubts_and_lost_ones_are_listed(desk, other):
    plan = merging.prepare(desk.project, [other])
    merging.carry_out(desk.project, plan, afterwards=rereading.bring_along)
    document = next(
        row for row in desk.project.read(documents.rows) if row.uid == desk.document.uid
    )
    quote = desk.text[slice(*found(desk.text))]
    now = desk.project.read(coding_rows.rows, revision_uid=document.revision_uid)
    (twin,) = [row for row in now if row.quote == quote and row.coder_uid == desk.coder_uid]
    assert twin.anchor == TextAnchor(*(len(BEFORE) + at for at in found(desk.text)))
    left = desk.project.read(rereading.left_behind, desk.document.uid)
    assert {one.quote for one in left} == {GONE}
    pairs = {(one.before, one.now) for one in desk.project.read(rereading.doubtful)}
    assert ("wonen", "w0nen") in pairs
    assert quote not in {before for before, _ in pairs}
    desk.project.close()
    wrong = {one.fault for one in checking.check(desk.project.path)}
    assert checking.Fault.QUOTE not in wrong


def test_withdrawing_takes_them_out_again_and_merging_again_makes_no_second(desk, other):
    def uids():
        return {row.uid for row in desk.project.read(coding_rows.rows)}

    before = uids()
    plan = merging.prepare(desk.project, [other])
    merging.carry_out(desk.project, plan, afterwards=rereading.bring_along)
    after = uids()
    again = merging.prepare(desk.project, [other])
    merging.carry_out(desk.project, again, afterwards=rereading.bring_along)
    assert uids() == after
    batch = next(one for one in desk.project.read(batches.facts) if one.n_rows > 1)
    desk.project.write(batches.withdraw, batch.uid)
    assert uids() == before
