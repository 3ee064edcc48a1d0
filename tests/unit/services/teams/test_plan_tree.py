"""What a merge plan tells per file, kind and document before anything changes."""

from __future__ import annotations

from collections import Counter

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings, facets
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.facets import FacetValue
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import copies, merging
from qualcode_app.services.merging.outcomes import Effect
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import plan_items, plan_tree

NOTE = "een nieuwe kanttekening"


@pytest.fixture
def planned(project, tmp_path):
    """Two files: one adds two codings, changes and removes one each; the other adds one of them."""
    paths = [tmp_path / f"{name}.qualcode" for name in ("noor", "sem")]
    for path in paths:
        copies.save_copy(project, path)
    rows = project.read(coding_rows.rows)
    shelf = project.read(documents.rows)
    round_uid = project.read(people.rounds)[0].uid
    code = next(row.uid for row in project.read(codebook.rows) if row.key == "WON-1")
    role = next(row for row in project.read(facets.rows) if row.key == "role")
    value = FacetValue(role.uid, role.options[0].key)
    new = [
        NewCoding(shelf[at].revision_uid, round_uid, rows[0].coder_uid, code, TextAnchor(7, 31))
        for at in (0, 1)
    ]
    with Project.open(paths[0]) as file:
        file.author_uid = rows[0].coder_uid
        for one in new:
            file.write(codings.add, one)
        file.write(facets.set_values, new[1].uid, (value,))
        file.write(codings.set_memo, rows[1].uid, NOTE)
        file.write(codings.resize, rows[2].uid, TextAnchor(3, 50))
        file.write(codings.remove, rows[3].uid)
    with Project.open(paths[1]) as file:
        file.author_uid = rows[0].coder_uid
        file.write(codings.add, new[0])
    plan = merging.prepare(project, paths)
    return plan, plan_tree.read(project, plan)


def branch(tree, kind):
    return next(one for one in tree.branches if one.kind is kind)


def test_the_counts_of_a_kind_are_those_of_the_plan(planned):
    plan, tree = planned
    for kind in (Kind.CODING, Kind.MEMO, Kind.CODE, Kind.DOCUMENT, Kind.READING_STATUS):
        counts = branch(tree, kind).counts()
        for effect in (Effect.NEW, Effect.CHANGED, Effect.DELETED, Effect.CLASH):
            assert counts.get(effect, 0) == plan.count(effect, kind), (kind, effect)


def test_one_file_tells_its_own_counts(planned):
    plan, tree = planned
    for number, file in enumerate(plan.files):
        counts = branch(tree, Kind.CODING).counts(number)
        told = {effect: file.counts.get((Kind.CODING, effect), 0) for effect in Effect}
        assert {effect: counts.get(effect, 0) for effect in Effect} == told


def test_codings_are_told_by_document(project, planned):
    _, tree = planned
    places = {place.document_uid: place for place in branch(tree, Kind.CODING).places}
    shelf = project.read(documents.rows)
    assert set(places) == {row.uid for row in shelf if row.n_codings}
    assert places[shelf[1].uid].title == shelf[1].title
    assert places[shelf[1].uid].counts()[Effect.NEW] == 1
    changed = Counter(
        row.effect for place in places.values() for row in place.rows if 0 in row.files
    )
    assert changed == {Effect.NEW: 2, Effect.CHANGED: 1, Effect.DELETED: 1}


def test_values_of_facets_are_counted_apart(planned):
    _, tree = planned
    assert tree.facets[0][Effect.NEW] == 1
    assert tree.facets[1][Effect.NEW] == 0
    assert tree.facets[None][Effect.NEW] == 1


def test_rows_say_what_they_are_about_and_whose_they_are(project, planned):
    plan, tree = planned
    rows = [row for place in branch(tree, Kind.CODING).places for row in place.rows]
    items = plan_items.read(project, plan, rows, "nl")
    names = {row.uid: row.name for row in project.read(people.coders)}
    assert {item.coder for item in items} <= set(names.values())
    assert {item.about for item in items if item.effect is Effect.NEW} == {"WON-1"}
    gone = next(item for item in items if item.effect is Effect.DELETED)
    assert gone.words
    assert gone.changed_at is None
    memos = [row for place in branch(tree, Kind.MEMO).places for row in place.rows]
    assert NOTE in {item.words for item in plan_items.read(project, plan, memos, "nl")}
