"""Laws of merging over random histories of a lead and two coders."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import ALL
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import batches, copies, merging
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project

BASE = Path(__file__).resolve().parents[3] / "data" / "version-1.qualcode"
FILES = ("lead", "first", "second")

acts = st.tuples(
    st.sampled_from(["add", "resize", "recode", "remove", "memo"]),
    st.integers(0, 11),  # which coding, or where
    st.integers(1, 5),  # how far
)
histories = st.lists(st.tuples(st.sampled_from(FILES), acts), min_size=1, max_size=14)


def content(project):
    def read(session):
        connection = session.connection()
        said = set()
        for aggregate in ALL:
            if aggregate.kind.value != "batch":
                uids = connection.scalars(select(aggregate.root.c.uid)).all()
                found = aggregates.read(connection, aggregate.kind, uids)
                said |= {(aggregate.kind, uid, one.digest()) for uid, one in found.items()}
        return said

    return project.read(read)


def carry_out(project, act):
    """Do one act; one that the rules refuse is no act."""
    what, which, how = act
    rows = project.read(coding_rows.rows)
    codes = [row for row in project.read(codebook.rows) if row.level == 2]
    try:
        if what == "add" or not rows:
            document = project.read(documents.rows)[0]
            coder = project.read(people.coders)[which % 2]
            place = TextAnchor(200 + 50 * which, 220 + 50 * which + 7 * how)
            round_uid = project.read(people.rounds)[0].uid
            code_uid = codes[how % len(codes)].uid
            new = NewCoding(document.revision_uid, round_uid, coder.uid, code_uid, place)
            project.write(codings.add, new)
            return
        row = rows[which % len(rows)]
        if what == "resize":
            place = TextAnchor(row.anchor.start, row.anchor.end + 5 * how)
            project.write(codings.resize, row.uid, place)
        elif what == "recode":
            project.write(codings.recode, row.uid, codes[(which + how) % len(codes)].uid)
        elif what == "remove":
            project.write(codings.remove, row.uid)
        else:
            project.write(codings.set_memo, row.uid, f"noot {how}")
    except QualcodeError:
        return


def merge(path, others):
    """Merge files; a clash is settled by one fixed rule. Returns how many clashes were asked."""
    with Project.open(path) as project:
        plan = merging.prepare(project, others)
        choices = {}
        for clash in plan.clashes:
            wanted = max(clash.versions, key=lambda version: (version.digest, version.stamp))
            choices[clash.key] = wanted
        merging.carry_out(project, plan, choices)
        return len(plan.clashes)


def files_after(history, folder):
    """The files of everybody after a history that began with one hand-out."""
    paths = {name: folder / f"{name}.qualcode" for name in FILES}
    shutil.copy(BASE, paths["lead"])
    with Project.open(paths["lead"]) as lead:
        for name in FILES[1:]:
            copies.save_copy(lead, paths[name])
    for name, acts_of in itertools.groupby(history, key=lambda step: step[0]):
        with Project.open(paths[name]) as project:
            for _, act in acts_of:
                carry_out(project, act)
    return paths


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(histories)
def test_merging_is_idempotent_asks_once_and_does_not_mind_the_order(history):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        paths = files_after(history, folder)
        results = []
        for order in (("first", "second"), ("second", "first")):
            lead = folder / f"lead-{order[0]}.qualcode"
            shutil.copy(paths["lead"], lead)
            merge(lead, [paths[order[0]]])
            merge(lead, [paths[order[1]]])
            with Project.open(lead) as project:
                results.append(content(project))
            assert merge(lead, [paths["first"], paths["second"]]) == 0, "asked a second time"
            with Project.open(lead) as project:
                assert content(project) == results[-1], "the second merge changed something"
        if not any(step[1][0] in ("resize", "recode", "memo", "remove") for step in history):
            assert results[0] == results[1]  # without clashes no choice plays a part


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(histories)
def test_withdrawing_a_merge_restores_the_content_exactly(history):
    with tempfile.TemporaryDirectory() as place:
        paths = files_after(history, Path(place))
        with Project.open(paths["lead"]) as project:
            before = content(project)
        merge(paths["lead"], [paths["first"], paths["second"]])
        with Project.open(paths["lead"]) as project:
            merges = [batch for batch in project.read(batches.facts) if batch.kind == "merge"]
            for batch in merges:
                project.write(batches.withdraw, batch.uid)
            assert content(project) == before


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(histories)
def test_every_coding_keeps_its_coder(history):
    with tempfile.TemporaryDirectory() as place:
        paths = files_after(history, Path(place))
        voices = {}
        for path in paths.values():
            with Project.open(path) as project:
                voices |= {row.uid: row.coder_uid for row in project.read(coding_rows.rows)}
        merge(paths["lead"], [paths["first"], paths["second"]])
        with Project.open(paths["lead"]) as project:
            for row in project.read(coding_rows.rows):
                assert voices[row.uid] == row.coder_uid
