"""Undo and redo of any steps in any order: the project says at each what it said there before."""

from __future__ import annotations

import random
from dataclasses import replace

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.progress import Silent
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings, marked, reading
from qualcode_app.services.documents import documents
from qualcode_app.services.memos.memos import NewMemo, Target
from qualcode_app.services.provenance import checking
from qualcode_app.ui.undo.codings import AddCoding, Recode, RemoveCoding, Resize, SetMemo
from qualcode_app.ui.undo.documents import RemoveDocument, RenameDocument
from qualcode_app.ui.undo.marked import RecodeMarked, RemoveMarked
from qualcode_app.ui.undo.memos import AddMemo
from qualcode_app.ui.undo.reading import SetReading
from qualcode_app.ui.undo.search import CodeHits
from tests.unit.services.merging.histories import content


class Coder:
    """Does at random what a coder does, always through the undo stack."""

    def __init__(self, workspace, seed):
        self.workspace = workspace
        self.chance = random.Random(seed)
        self.codes = [row for row in workspace.read(codebook.rows) if row.level == 2]

    def work(self):
        """Carry out every kind of step twice, mixed; tell after each that it is done."""
        acts = [
            self.code,
            self.remove,
            self.recode,
            self.resize,
            self.annotate,
            self.recode_many,
            self.remove_many,
            self.code_hits,
            self.read_on,
            self.write,
            self.rename,
            self.take_out,
        ]
        for act in self.chance.sample(acts * 2, 2 * len(acts)):
            while not (step := act()) or not self.workspace.do(step):
                pass  # refused, or nothing fits: another place is tried
            yield step

    def document(self):
        return self.chance.choice(self.workspace.read(documents.rows))

    def rows(self):
        return self.workspace.read(coding_rows.rows)

    def row(self):
        return self.chance.choice(self.rows())

    def some(self):
        rows = self.rows()
        return [row.uid for row in self.chance.sample(rows, min(len(rows), 7))]

    def new(self, document):
        start = self.chance.randrange(document.n_chars - 90)
        anchor = TextAnchor(start, start + self.chance.randint(20, 80))
        place = document.revision_uid, self.workspace.round_uid, self.workspace.coder_uid
        return codings.NewCoding(*place, self.chance.choice(self.codes).uid, anchor)

    def code(self):
        return AddCoding(self.workspace, self.new(self.document()), "?")

    def remove(self):
        return RemoveCoding(self.workspace, self.row())

    def recode(self):
        code = self.chance.choice(self.codes)
        return Recode(self.workspace, self.row(), code.uid, code.key)

    def resize(self):
        row = self.row()
        if row.anchor is None:
            return None
        return Resize(self.workspace, row, TextAnchor(row.anchor.start, row.anchor.end + 9))

    def annotate(self):
        return SetMemo(self.workspace, self.row(), f"noot {self.chance.random()}")

    def recode_many(self):
        code = self.chance.choice(self.codes)
        uids = self.workspace.read(marked.recodable, self.some(), code.uid)
        return RecodeMarked(self.workspace, uids, code.uid, code.key) if uids else None

    def remove_many(self):
        return RemoveMarked(self.workspace, self.some())

    def code_hits(self):
        code = self.chance.choice(self.codes)
        new = [
            replace(self.new(row), code_uid=code.uid, origin="search")
            for row in self.workspace.read(documents.rows)
            for _ in range(3)
        ]
        return CodeHits(self.workspace, new, "woorden", code.key)

    def read_on(self):
        document = self.document()
        place = {"coder_uid": self.workspace.coder_uid, "round_uid": self.workspace.round_uid}
        rows = self.workspace.read(reading.status, document_uid=document.uid, **place)
        state = self.chance.choice(("not_started", "busy", "done"))
        return SetReading(self.workspace, rows[: self.chance.randint(1, 3)], state, document.title)

    def write(self):
        target = Target("document", self.document().uid)
        return AddMemo(
            self.workspace, NewMemo(target, "question", self.workspace.coder_uid, "Klopt dit?")
        )

    def rename(self):
        return RenameDocument(self.workspace, self.document(), f"Stuk {self.chance.random()}")

    def take_out(self):
        return RemoveDocument(self.workspace, self.document())


def test_any_walk_over_any_steps_meets_what_the_project_said_at_each(workspace):
    coder, stack = Coder(workspace, 20260101), workspace.undo_stack
    said = [content(workspace.project)]
    said += [content(workspace.project) for _ in coder.work()]
    n_steps = stack.count()
    assert len(said) == n_steps + 1
    failed = []
    workspace.failed.connect(failed.append)
    for index in [0, n_steps, *(coder.chance.randint(0, n_steps) for _ in range(12))]:
        stack.setIndex(index)
        assert content(workspace.project) == said[index], index
    assert not failed
    assert stack.count() == n_steps
    assert workspace.read(checking.findings, Silent()) == []
