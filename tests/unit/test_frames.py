"""The tables of a project as DataFrames."""

import pandas as pd
import pytest

from qualcode_app import frames
from qualcode_app.domain.errors import UnreadableProject
from qualcode_app.services import sample
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.exporting import exports
from qualcode_app.services.exporting.exports import Wish
from qualcode_app.services.store.project import Project


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    path = tmp_path_factory.mktemp("study") / "sample.qualcode"
    sample.make(path).close()
    return path


def test_segments_are_the_codings_with_typed_columns(study):
    frame = frames.segments(study, "en")
    with Project.open(study, read_only=True) as project:
        codings = project.read(coding_rows.rows)
    assert list(frame["Identity"]) == [coding.uid for coding in codings]
    assert list(frame["Quote as printed"]) == [coding.quote for coding in codings]
    assert frame["Start"].dtype == "Int64"
    assert (frame["End"] - frame["Start"]).gt(0).all()
    assert isinstance(frame["Time (UTC)"].dtype, pd.DatetimeTZDtype)


def test_agreement_is_the_table_of_the_window(study):
    frame = frames.agreement(study)
    assert frame.iloc[0]["Label"] == "Alle codes samen"
    assert frame["F1"].dropna().between(0, 1).all()
    assert len(frames.agreement(study, level=1)) < len(frame)


def test_a_project_open_elsewhere_can_be_read(study):
    with Project.open(study):
        assert len(frames.segments(study)) > 100
        assert frames.memos(study).shape[1] > 3


def test_what_is_no_project_is_refused(tmp_path):
    other = tmp_path / "notes.qualcode"
    other.write_text("nothing")
    with pytest.raises(UnreadableProject, match="not a QualCode project"):
        frames.segments(other)


@pytest.mark.parametrize("key", frames.TABLES)
def test_every_table_of_a_workbook_is_a_frame(study, key):
    with Project.open(study, read_only=True) as project:
        made = exports.table(project, key, Wish("en"))
    frame = frames.table(study, key, "en")
    assert list(frame.columns) == [column.title for column in made.columns]
    assert len(frame) == len(made.rows)
