"""Laws of merging over random histories of a lead and three coders."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode_app.domain.changes import Kind
from qualcode_app.models.base import uid_text
from qualcode_app.services.merging import batches
from qualcode_app.services.provenance import checking
from qualcode_app.services.store.project import Project

from .histories import CODERS, content, files_after, histories, merge, stored, team

# More than usual are tried on demand, when merging itself was changed.
EXAMPLES = int(os.environ.get("QUALCODE_LAW_EXAMPLES", "5"))
ORDERS = (
    (("third",), ("first",), ("second",)),
    (("second", "third"), ("first",)),
)
law = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize="QUALCODE_LAW_EXAMPLES" not in os.environ,
    database=None,
)


@pytest.fixture(scope="module")
def start(tmp_path_factory):
    """The files of a study as they were handed out."""
    return team(tmp_path_factory.mktemp("start"))


def content_of(path):
    with Project.open(path) as project:
        return content(project)


@law
@given(histories, st.booleans())
def test_any_order_and_grouping_gives_the_same_and_again_changes_and_asks_nothing(
    start, history, keep
):
    with tempfile.TemporaryDirectory() as place:
        files = files_after(history, start, Path(place))
        others = [files[name] for name in CODERS]
        results = []
        for number, order in enumerate(ORDERS):
            lead = Path(shutil.copy(files["lead"], Path(place) / f"lead {number}.qualcode"))
            for together in order:
                merge(lead, [files[name] for name in together], keep=keep)
            results.append(content_of(lead))
        merge(files["lead"], others, keep=keep)
        at_once = content_of(files["lead"])
        assert results == [at_once] * len(ORDERS)
        _, asked = merge(files["lead"], others, keep=not keep)
        assert asked == 0
        assert content_of(files["lead"]) == at_once
        assert not checking.check(files["lead"])


@law
@given(histories, st.booleans())
def test_nothing_is_lost_unlisted_codings_keep_their_coder_and_withdrawing_restores(
    start, history, keep
):
    with tempfile.TemporaryDirectory() as place:
        files = files_after(history, start, Path(place))
        made, deleted, said = {}, set(), {}
        for path in files.values():
            with Project.open(path) as project:
                for key, one in stored(project).items():
                    made[key] = one.root.get("coder_uid")
                    if one.stamp:  # none where a blind file shows a code in part
                        assert said.setdefault((key, one.stamp), one.digest()) == one.digest()
                deleted |= graves(project)
        before = content_of(files["lead"])
        plan, _ = merge(files["lead"], [files[name] for name in CODERS], keep=keep)
        with Project.open(files["lead"]) as project:
            here = stored(project)
        listed = {key for clash in plan.clashes for key in clash.needed_by}
        same = plan.names.same
        for (kind, uid), coder in made.items():
            key = kind, same.get(uid, uid)
            if key not in here:
                assert key in deleted | listed, f"{kind} was lost"
            elif kind is Kind.CODING:
                assert here[key].root["coder_uid"] == coder
        with Project.open(files["lead"]) as project:
            label = ", ".join(files[name].name for name in CODERS)
            for batch in project.read(batches.facts):  # none where nothing came in
                if batch.label == label:
                    project.write(batches.withdraw, batch.uid)
        assert content_of(files["lead"]) == before


def graves(project):
    with project.connection() as connection:
        rows = connection.exec_driver_sql("SELECT kind, row_uid FROM tombstone").all()
    return {(Kind(kind), uid_text(uid)) for kind, uid in rows}
