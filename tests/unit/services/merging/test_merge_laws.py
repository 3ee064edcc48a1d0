"""Laws of merging over random histories of a lead and two coders."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode_app import paths
from qualcode_app.domain.changes import Kind
from qualcode_app.formats import codebook_json
from qualcode_app.services.merging import batches
from qualcode_app.services.registers import loading
from qualcode_app.services.store.project import Project

from .histories import BASE, FILES, content, files_after, histories, merge, stored

ORDERS = ((("first",), ("second",)), (("second",), ("first",)), (("second", "first"),))
law = settings(
    max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """A study with a register, before it is handed out."""
    path = tmp_path_factory.mktemp("base") / "base.qualcode"
    shutil.copy(BASE, path)
    with Project.open(path) as project:
        book = codebook_json.read(paths.codebooks() / "party-programme.json")
        project.write(loading.load, book)
    return path


@law
@given(histories, st.booleans())
def test_merging_twice_changes_nothing_and_asks_nothing_again(base, history, keep):
    with tempfile.TemporaryDirectory() as place:
        files = files_after(history, Path(place), base)
        others = [files[name] for name in FILES[1:]]
        merge(files["lead"], others, keep=keep)
        with Project.open(files["lead"]) as project:
            before = content(project)
        _, asked = merge(files["lead"], others, keep=not keep)
        assert asked == 0
        with Project.open(files["lead"]) as project:
            assert content(project) == before


@law
@given(histories, st.booleans())
def test_any_order_and_grouping_gives_the_same_content(base, history, keep):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        files = files_after(history, folder, base)
        results = []
        for number, order in enumerate(ORDERS):
            lead = folder / f"lead {number}.qualcode"
            shutil.copy(files["lead"], lead)
            for together in order:
                merge(lead, [files[name] for name in together], keep=keep)
            with Project.open(lead) as project:
                results.append(content(project))
        assert results[1] == results[0]
        assert results[2] == results[0]


@law
@given(histories, st.booleans())
def test_nothing_is_lost_without_being_listed_and_every_coding_keeps_its_coder(base, history, keep):
    with tempfile.TemporaryDirectory() as place:
        files = files_after(history, Path(place), base)
        made, deleted = {}, set()
        for path in files.values():
            with Project.open(path) as project:
                made |= {key: one.root.get("coder_uid") for key, one in stored(project).items()}
                deleted |= graves(project)
        plan, _ = merge(files["lead"], [files[name] for name in FILES[1:]], keep=keep)
        listed = {key for clash in plan.clashes for key in clash.needed_by}
        same = plan.names.same
        with Project.open(files["lead"]) as project:
            here = stored(project)
        for (kind, uid), coder in made.items():
            key = kind, same.get(uid, uid)
            if key not in here:
                assert key in deleted | listed, f"{kind} was lost"
            elif kind is Kind.CODING:
                assert here[key].root["coder_uid"] == coder


@law
@given(histories, st.booleans())
def test_withdrawing_a_merge_restores_the_content_exactly(base, history, keep):
    with tempfile.TemporaryDirectory() as place:
        files = files_after(history, Path(place), base)
        with Project.open(files["lead"]) as project:
            before = content(project)
        merge(files["lead"], [files[name] for name in FILES[1:]], keep=keep)
        with Project.open(files["lead"]) as project:
            for batch in project.read(batches.facts):  # none where nothing came in
                if batch.kind == "merge":
                    project.write(batches.withdraw, batch.uid)
            assert content(project) == before


def graves(project):
    with project.connection() as connection:
        rows = connection.exec_driver_sql("SELECT kind, row_uid FROM tombstone").all()
    return {(Kind(kind), str(uuid_of(uid))) for kind, uid in rows}


def uuid_of(value):
    text = value.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
