from __future__ import annotations

import pytest
from sqlalchemy import select

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.domain.folding import fold
from qualcode_app.domain.search_query import Mode, Query
from qualcode_app.models.codebooks import CodeKeyword
from qualcode_app.services.cases import case_edits, case_rows, group_edits
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.documents import documents
from qualcode_app.services.merging import batches
from qualcode_app.services.search import (
    search,
    search_codings,
    search_groups,
    search_runs,
    suggestions,
)
from qualcode_app.services.search.search_codings import Wish
from qualcode_app.services.search.search_runs import NewRun
from qualcode_app.services.store import journal


def hits(desk, words: str, mode: Mode = Mode.WORD):
    revision = [desk.document.revision_uid]
    return search.run(desk.project, Query(words, mode), revision_uids=revision)


def previewed(desk, found, extent: str, code: str = "INC-2"):
    """Return what coding hits would do, and the codings it would make."""
    wish = Wish(desk.codes[code], desk.coder_uid, desk.round_uid)
    wanted = desk.project.read(search_codings.wanted, found, extent)
    told = desk.project.read(search_codings.preview, wanted, wish)
    return told, told.new(wish)


def test_a_search_without_hits_is_kept_as_a_result(desk):
    everywhere = [row.revision_uid for row in desk.project.read(documents.rows)]
    new = NewRun(desk.coder_uid, Query("coa"), everywhere, 0)
    changes = desk.project.write(search_runs.keep, new)
    assert changes[Kind.SEARCH_RUN].added == {new.uid}
    (row,) = desk.project.read(search_runs.rows)
    assert (row.query, row.n_documents, row.n_hits) == (Query("coa"), 3, 0)
    desk.project.write(search_runs.remove, new.uid)
    assert desk.project.read(search_runs.rows) == []
    desk.project.write(search_runs.keep, new)
    assert len(desk.project.read(search_runs.rows)) == 1


def test_a_kept_search_can_be_forgotten_once(desk):
    with pytest.raises(UnknownRecord):
        desk.project.write(search_runs.remove, journal.new_uid())


def test_hits_become_codings_of_the_words_the_sentence_or_the_paragraph(desk):
    found = hits(desk, "wij")
    lengths = []
    for extent in ("match", "sentence", "paragraph"):
        told, new = previewed(desk, found, extent)
        assert told.n_hits == len(found)
        lengths.append(sum(one.anchor.end - one.anchor.start for one in new) / len(new))
        for one in new:
            assert "wij" in desk.text[one.anchor.start : one.anchor.end].lower()
    assert lengths[0] == 3
    assert lengths[0] < lengths[1] < lengths[2]


def test_two_hits_in_one_sentence_become_one_coding(desk):
    found = hits(desk, "de")
    told, new = previewed(desk, found, "sentence")
    assert 0 < len(new) < len(found)
    assert len({one.anchor for one in new}) == len(new) == len(told.places)


def test_codings_of_hits_are_one_batch_that_can_be_withdrawn(desk):
    before = len(desk.project.read(coding_rows.rows))
    _, new = previewed(desk, hits(desk, "wij"), "sentence")
    batch = journal.new_uid()
    changes = desk.project.write(search_codings.add, new, label="wij", batch_uid=batch)
    assert len(changes[Kind.CODING].added) == len(new) > 1
    assert len(desk.project.read(coding_rows.rows)) == before + len(new)
    (facts,) = [one for one in desk.project.read(batches.facts) if one.uid == batch]
    assert (facts.kind, facts.label, facts.n_rows) == ("auto_code", "wij", len(new))

    again, _ = previewed(desk, hits(desk, "wij"), "sentence")
    assert again.places == ()
    assert again.n_there == len(new)

    desk.project.write(batches.withdraw, batch)
    assert len(desk.project.read(coding_rows.rows)) == before
    with pytest.raises(RefusedChange):
        desk.project.write(batches.withdraw, batch)


def test_work_on_a_coding_outlives_the_batch_it_came_from(desk):
    _, new = previewed(desk, hits(desk, "wij"), "sentence")
    batch = journal.new_uid()
    desk.project.write(search_codings.add, new, label="wij", batch_uid=batch)
    changed = new[0]
    desk.project.write(codings.recode, changed.uid, desk.codes["WON-2"])
    desk.project.write(batches.withdraw, batch)
    left = {row.uid for row in desk.project.read(coding_rows.rows)}
    assert left & {one.uid for one in new} == {changed.uid}


def suggested(desk):
    return desk.project.read(
        suggestions.of_document,
        desk.document.revision_uid,
        coder_uid=desk.coder_uid,
        round_uid=desk.round_uid,
    )


def test_keywords_suggest_codes_for_sentences_and_apply_nothing(desk):
    before = len(desk.project.read(coding_rows.rows))
    rows = suggested(desk)
    assert len(rows) > 20
    assert rows == sorted(rows, key=lambda row: (row.anchor, row.code_uid))
    for row in rows:
        sentence = "".join(desk.text[row.anchor.start : row.anchor.end].split()).lower()
        assert any("".join(word.split()).lower()[:3] in sentence for word in row.words)
        assert row.page_label
    assert len(desk.project.read(coding_rows.rows)) == before


def test_a_suggestion_goes_when_its_sentence_has_the_code(desk):
    row = suggested(desk)[0]
    key = next(key for key, uid in desk.codes.items() if uid == row.code_uid)
    desk.project.write(codings.add, desk.new(row.anchor.start, row.anchor.end, key))
    left = suggested(desk)
    assert (row.anchor, row.code_uid) not in {(one.anchor, one.code_uid) for one in left}


def test_no_keyword_is_found_inside_another_word(desk):
    stems: dict[str, list[str]] = {}
    for uid, stem, match in desk.project.read(
        lambda session: session.execute(
            select(CodeKeyword.code_uid, CodeKeyword.stem, CodeKeyword.match)
        ).all()
    ):
        if match != "inside":
            stems.setdefault(uid, []).append(fold(stem))
    for row in suggested(desk):
        for word in row.words:
            assert any(fold(word).startswith(stem) for stem in stems[row.code_uid]), word


def test_the_keywords_of_a_code_are_one_search_in_all_documents(desk):
    keywords = desk.project.read(
        lambda session: session.execute(
            select(CodeKeyword.code_uid, CodeKeyword.stem, CodeKeyword.match)
        ).all()
    )
    with_exact = next(uid for uid, _, match in keywords if match == "exact")
    for uid in (with_exact, desk.codes["WON-2"]):
        query = desk.project.read(suggestions.query_of, uid)
        assert query.exact_case == (uid == with_exact)
        search.run(desk.project, query)
    found = search.run(desk.project, desk.project.read(suggestions.query_of, desk.codes["WON-2"]))
    here = {row.words for row in suggested(desk) if row.code_uid == desk.codes["WON-2"]}
    assert len({hit.revision_uid for hit in found}) == 3
    assert len(found) > len(here) > 0


def test_a_code_without_keywords_has_nothing_to_search_for(desk):
    assert desk.project.read(suggestions.query_of, journal.new_uid()) is None


def test_documents_are_grouped_by_case_wave_and_groupings_in_their_order(desk):
    project = desk.project
    first, second, third = project.read(documents.rows)
    project.write(case_edits.place_in_case, first.uid, "Zuid")
    project.write(case_edits.place_in_case, second.uid, "Noord")
    project.write(group_edits.add_system, "Grootte", ["Klein", "Groot"])
    (system,) = project.read(case_rows.group_systems)
    for row, title in ((first, "Groot"), (third, "Klein")):
        project.write(group_edits.set_typed, row.uid, "document", system.uid, title)
    assert [way.key for way in project.read(search_groups.ways)] == ["case", system.uid]
    by_case = project.read(search_groups.groups, "case")
    assert list(by_case.values()) == sorted(by_case.values())
    assert (by_case[first.revision_uid], by_case[second.revision_uid]) == ("Zuid", "Noord")
    by_size = project.read(search_groups.groups, system.uid)
    assert list(by_size.items()) == [
        (third.revision_uid, "Klein"),
        (first.revision_uid, "Groot"),
        (second.revision_uid, ""),
    ]
