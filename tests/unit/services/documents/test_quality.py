"""The report on the quality of texts."""

from __future__ import annotations

import pytest

from qualcode_app.services.documents import intake, quality
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project


@pytest.fixture
def made(tmp_path):
    with Project.create(tmp_path / "q.qualcode", title="Q", coder=NewCoder("Anna Voorbeeld")) as p:
        p.author_uid = p.read(people.coders)[0].uid
        yield p


def reported(project, corpus, *names: str):
    paths = [corpus / "awkward" / f"{name}.pdf" for name in names]
    assert not intake.take_in(project, paths).refused
    return {one.title: one for one in project.read(quality.report)}


def test_sound_agreements_have_nothing_to_mind(project):
    found = project.read(quality.report)
    assert len(found) == 3
    for one in found:
        assert one.is_sound
        assert one.n_words > 500
        assert 0 <= one.hyphenated_share < 0.3


def test_the_report_on_one_document_is_that_of_all(project):
    everything = project.read(quality.report)
    assert project.read(quality.report, everything[1].document_uid) == [everything[1]]


@pytest.mark.corpus
def test_a_scan_has_no_text_on_any_page(made, corpus):
    one = reported(made, corpus, "derived-scan")["derived-scan"]
    assert len(one.without_text) == one.n_pages
    assert not one.is_sound


@pytest.mark.corpus
def test_columns_and_turned_pages_are_named(made, corpus):
    found = reported(made, corpus, "tracemonkey", "rotation")
    assert len(found["tracemonkey"].in_columns) >= 10
    assert found["rotation"].turned == ("2",)
    assert found["tracemonkey"].hyphenated_share > 0.02
