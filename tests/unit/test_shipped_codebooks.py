"""The codebooks that ship keep their promises: counts, links, colours, own words."""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from qualcode_app.domain.codebook_file import CodebookFile, CodeEntry
from qualcode_app.formats import codebook_json

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "codebooks"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json") if path.stem != "codebook.schema")
GROUNDS = ("surface", "raised", "sunken", "page_backdrop")

every_book = pytest.mark.parametrize("name", NAMES)


@cache
def _book(name: str) -> CodebookFile:
    return codebook_json.read(FOLDER / f"{name}.json")


@cache
def _theme(name: str) -> dict[str, dict[str, str]]:
    text = (ROOT / "resources" / "themes" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _depth(book: CodebookFile, code: CodeEntry) -> int:
    parents = {other.key: other.parent for other in book.codes}
    depth, step = 1, code.parent
    while step is not None:
        depth, step = depth + 1, parents[step]
    return depth


def _per_level(book: CodebookFile) -> dict[int, int]:
    levels = [_depth(book, code) for code in book.codes if not code.is_residual]
    return {level: levels.count(level) for level in set(levels)}


def test_the_combined_tree_has_its_families_codes_sub_codes_and_residual_codes() -> None:
    book = _book("combined")
    assert _per_level(book) == {1: 15, 2: 77, 3: 82}
    assert len(book.codes) == 176
    assert [code.parent for code in book.codes if code.is_residual] == [None, None]


def test_the_combined_tree_starts_with_families_and_codes_but_without_sub_codes() -> None:
    book = _book("combined")
    assert all(code.default_on == (_depth(book, code) < 3) for code in book.codes)


def test_the_sides_of_the_second_level_are_those_of_the_sources() -> None:
    book = _book("combined")
    sides = [code.side for code in book.codes if _depth(book, code) == 2]
    assert [sides.count(side) for side in ("both", "programme", "trend")] == [28, 42, 7]


def test_codes_whose_sources_point_opposite_ways_have_two_poles() -> None:
    with_poles = {code.key for code in _book("combined").codes if code.pole_a}
    assert with_poles == {"RUI-1", "RUI-2", "BUR-1", "BUR-5", "ZOR-2", "MOB-2", "FIN-1a"}


def test_the_trend_study_has_its_domains_and_trends() -> None:
    assert _per_level(_book("trend-study")) == {1: 5, 2: 45}


def test_the_trend_register_holds_every_statement_of_the_study() -> None:
    (register,) = _book("trend-study").registers
    found_in = [entry.found_in for entry in register.propositions]
    counts = {place: found_in.count(place) for place in set(found_in)}
    assert counts == {"summary_bullet": 26, "heading": 41, "paragraph": 44}
    assert all(entry.test == "acknowledgement" for entry in register.propositions)


def test_the_programme_has_its_chapters_and_themes() -> None:
    assert _per_level(_book("party-programme")) == {1: 13, 2: 76}


def test_the_pledge_register_holds_every_bullet_and_every_pledge_in_running_text() -> None:
    (register,) = _book("party-programme").registers
    bullets = [entry for entry in register.propositions if entry.found_in == "bullet"]
    assert len(bullets) == 633
    assert sum(entry.test == "adoption" for entry in bullets) == 553
    assert sum(entry.test == "endorsement" for entry in bullets) == 78
    running = [entry for entry in register.propositions if entry.found_in == "running_text"]
    assert len(running) == 15
    assert sum(bool(entry.parts) for entry in bullets) == 65
    assert sum(len(entry.blanks) for entry in bullets) == 59


def test_the_analysis_of_agreements_has_its_themes_and_sub_themes() -> None:
    assert _per_level(_book("coalition-agreements")) == {1: 6, 2: 52, 3: 199}
    assert len(_book("coalition-agreements").facets) == 6


def test_the_agenda_test_has_ten_points_and_twenty_eight_demands() -> None:
    book = _book("agenda-test")
    assert sum(code.parent == "D1" for code in book.codes) == 10
    (register,) = book.registers
    assert register.kind == "demand"
    assert len(register.propositions) == 28
    assert len({key for entry in register.propositions for key in entry.codes}) == 28
    assert len(book.facets) == 6


def test_the_study_of_practice_has_its_five_parts() -> None:
    assert _per_level(_book("implementation-practice")) == {1: 5, 2: 20, 3: 57}
    assert len(_book("implementation-practice").facets) == 4


def test_a_calculated_page_is_told_from_a_known_one() -> None:
    (register,) = _book("party-programme").registers
    pages = {entry.key: entry.sources[0] for entry in register.propositions}
    assert (pages["P0259"].page, pages["P0259"].page_certainty) == ("16", "calculated")
    assert (pages["P0897"].page, pages["P0897"].page_certainty) == ("59", "contents")


def test_pay_by_volume_and_its_refusal_stand_opposite_each_other() -> None:
    (register,) = _book("party-programme").registers
    opposites = [set(group.members) for group in register.groups if group.relation == "opposite"]
    assert {"P1149", "P1150"} in opposites


REACHED = (  # book, where it stands in the seed, its test (None: any), how many there are
    ("trend-study", "summary_bullet", "acknowledgement", 26),
    ("trend-study", "heading", "acknowledgement", 41),
    ("party-programme", "bullet", "adoption", 553),
    ("party-programme", "running_text", None, 15),
)


@pytest.mark.parametrize(("name", "found_in", "test", "n"), REACHED)
def test_each_statement_to_be_judged_is_reached_from_its_own_tree_and_the_combined_one(
    name: str, found_in: str, test: str | None, n: int
) -> None:
    (register,) = _book(name).registers
    placed = [p for p in register.propositions if p.found_in == found_in]
    wanted = [p for p in placed if test in {None, p.test}]
    assert len(wanted) == n
    own = {code.key for code in _book(name).codes}
    combined = {f"combined:{code.key}" for code in _book("combined").codes}
    assert [p.key for p in wanted if not own & set(p.codes)] == []
    assert [p.key for p in wanted if not combined & set(p.codes)] == []
    lines = {(p.sources[0].line_from, p.key) for p in wanted}
    assert len(lines) == n  # no two of them are one


@every_book
def test_every_proposition_is_reachable_from_its_own_tree_and_has_a_source(name: str) -> None:
    for register in _book(name).registers:
        for entry in register.propositions:
            assert any(":" not in key for key in entry.codes), entry.key
            assert entry.sources, entry.key


@every_book
def test_a_shipped_file_fits_the_schema(name: str) -> None:
    schema = json.loads((FOLDER / "codebook.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    raw = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    faults = [fault.json_path for fault in jsonschema.Draft202012Validator(schema).iter_errors(raw)]
    assert faults == []


@every_book
def test_a_shipped_file_is_laid_out_as_the_program_writes_it(name: str) -> None:
    text = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert codebook_json.to_text(_book(name)) == text


@every_book
def test_parents_stand_before_their_children(name: str) -> None:
    seen: set[str | None] = {None}
    for code in _book(name).codes:
        assert code.parent in seen, code.key
        seen.add(code.key)


@every_book
def test_labels_of_one_level_below_one_parent_differ(name: str) -> None:
    labels = [(code.parent, code.label_nl) for code in _book(name).codes]
    labels += [(code.parent, "en:" + code.label_en) for code in _book(name).codes]
    assert len(set(labels)) == len(labels)


@every_book
def test_links_to_codes_of_another_codebook_point_to_codes_there(name: str) -> None:
    for register in _book(name).registers:
        for proposition in register.propositions:
            for key in proposition.codes:
                book, colon, inner = key.rpartition(":")
                known = {code.key for code in _book(book if colon else name).codes}
                assert inner in known, proposition.key


@every_book
def test_colours_are_legible_on_every_ground(name: str) -> None:
    for code in _book(name).codes:
        for theme in ("light", "dark"):
            for ground in GROUNDS:
                ratio = _contrast(_shown(code, theme), _theme(theme)["role"][ground])
                assert ratio >= 3.0, (code.key, theme, ground, ratio)


@every_book
def test_colours_within_a_family_differ(name: str) -> None:
    book = _book(name)
    for family in [code for code in book.codes if code.parent is None]:
        members = [code for code in book.codes if code.parent == family.key]
        for theme in ("light", "dark"):
            shown = [_shown(code, theme) for code in members]
            assert len(set(shown)) == len(shown), (family.key, theme)


@every_book
def test_a_sub_code_has_the_colour_of_its_code(name: str) -> None:
    book = _book(name)
    codes = {code.key: code for code in book.codes}
    for code in book.codes:
        if _depth(book, code) > 2 and code.parent is not None:
            assert code.colour == codes[code.parent].colour, code.key


def _shown(code: CodeEntry, theme: str) -> str:
    if code.colour.startswith("#"):
        return code.colour
    slot, index = code.colour.split(":")
    return _theme("families")[slot][theme][int(index)]


def _contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast ratio of two colours."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@every_book
def test_no_run_of_six_words_is_copied_from_a_seed(name: str, seeds: Path) -> None:
    known = _seed_runs(seeds)
    raw = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    del raw["seeds"]  # the titles of the seeds are cited
    copied = {run for text in _texts(raw) for run in _runs(text) if run in known}
    assert copied == set()


@cache
def _seed_runs(seeds: Path) -> frozenset[tuple[str, ...]]:
    texts = [path.read_text(encoding="utf-8") for path in seeds.glob("*.txt")]
    return frozenset(run for text in texts for run in _runs(re.sub(r"-\s*\n\s*", "", text)))


def _runs(text: str) -> list[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return [tuple(words[at : at + 6]) for at in range(len(words) - 5)]


def _texts(raw: object) -> list[str]:
    if isinstance(raw, str):
        return [raw]
    members = raw.values() if isinstance(raw, dict) else raw if isinstance(raw, list) else ()
    return [text for member in members for text in _texts(member)]


@every_book
def test_short_stems_and_abbreviations_match_whole_words_only(name: str) -> None:
    book = _book(name)
    keywords = [keyword for code in book.codes for keyword in code.keywords]
    for register in book.registers:
        keywords += [word for entry in register.propositions for word in entry.keywords]
    for keyword in keywords:
        if len(keyword.stem) < 4:  # "taal" must not find "betaalbaar", "COA" not "coalitie"
            assert keyword.match in ("word", "exact"), keyword
        if keyword.match == "inside":
            assert len(keyword.stem) > 5, keyword


@every_book
def test_every_code_has_a_short_definition_keywords_a_source_and_a_colour(name: str) -> None:
    for code in _book(name).codes:
        assert code.short_nl.endswith("."), code.key
        assert code.short_en.endswith("."), code.key
        assert code.keywords or code.is_residual, code.key
        assert code.sources or code.is_residual, code.key
        assert code.colour, code.key


@every_book
def test_every_code_is_defined_in_full_with_a_boundary_and_an_example(name: str) -> None:
    for code in _book(name).codes:
        assert len(code.full_nl.split()) > 5, code.key
        assert len(code.full_en.split()) > 5, code.key
        assert code.when_to_use.endswith("."), code.key
        assert code.not_when, code.key
        assert any(boundary.neighbour for boundary in code.not_when), code.key
        assert len(code.example.split()) > 3, code.key


@every_book
def test_no_two_codes_are_defined_in_the_same_words(name: str) -> None:
    for field in ("short_nl", "short_en", "full_nl", "full_en", "when_to_use", "example"):
        texts = [getattr(code, field) for code in _book(name).codes if getattr(code, field)]
        assert len(set(texts)) == len(texts), field


@every_book
def test_a_code_names_neighbours_outside_its_own_line_of_descent(name: str) -> None:
    book = _book(name)
    parents = {code.key: code.parent for code in book.codes}
    for code in book.codes:
        for boundary in code.not_when:
            assert boundary.neighbour != parents[code.key], code.key
