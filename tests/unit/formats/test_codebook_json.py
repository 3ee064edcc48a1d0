"""Codebook files are read back as written, and refused with line and reason when unsound."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qualcode_app.domain.codebook_file import (
    Boundary,
    CodebookFile,
    CodeEntry,
    FacetEntry,
    GroupEntry,
    Keyword,
    OptionEntry,
    PropositionEntry,
    PropositionPart,
    RegisterEntry,
    ScaleEntry,
    ScaleOption,
    SeedText,
    SourceRef,
)
from qualcode_app.domain.errors import CannotWrite, UnreadableTable
from qualcode_app.domain.facets import AskedWhen, Condition
from qualcode_app.formats import codebook_json, json_text


def _code(key: str, parent: str | None = None, **more: Any) -> CodeEntry:
    return CodeEntry(key, parent, f"Etiket {key}", f"Label {key}", "Kort.", "Short.", **more)


def _verdict(key: str, rank: int | None) -> ScaleOption:
    return ScaleOption(key, key, key, rank, "●", rank is not None, rank == 1, rank == 0)


BOOK = CodebookFile(
    1,
    "proef",
    "Proefboek",
    "Trial book",
    "Voor een proef in Zandmeer.",
    "For a trial.",
    "0.1",
    notes=("Niets gewijzigd.",),
    seeds=(SeedText("S1", "Verzonnen nota", 2020, "nota.txt"),),
    codes=(
        _code("WON", colour="WON:0"),
        _code(
            "WON-1",
            "WON",
            full_nl='Met "aanhalingstekens", een enter\nen ≥ tekens.',
            not_when=(Boundary("Groen in de wijk", "RUI"), Boundary("Overig")),
            keywords=(Keyword("woning", "start"), Keyword("COA", "exact")),
            sources=(SourceRef("S1", 3, 4, "Wonen", "Bouwen", "13/12", "calculated"),),
            pole_a="sturen",
            pole_b="volgen",
            side="both",
        ),
        _code("RUI", colour="#1A2B3C", default_on=False),
    ),
    facets=(
        FacetEntry(
            "role",
            "Rol",
            "Role",
            "nominal",
            many=True,
            options=(OptionEntry("measure", "maatregel", "measure"),),
        ),
        FacetEntry(
            "step",
            "Stap",
            "Step",
            "ordinal",
            asked_when=AskedWhen((Condition("role", ("measure",)),), poles=False),
            options=(OptionEntry("0", "genoemd", "named", 0),),
        ),
    ),
    scales=(
        ScaleEntry("adoption", "Overname", "Adoption", (_verdict("yes", 1), _verdict("no", 0))),
    ),
    registers=(
        RegisterEntry(
            "pledges",
            "Beloften",
            "Pledges",
            "pledge",
            "adoption",
            propositions=(
                PropositionEntry(
                    "P1",
                    "Meer bomen",
                    "measure",
                    "adoption",
                    "bullet",
                    ("WON-1", "combined:DUU-3a"),
                    parts=(PropositionPart("a", "bomen"), PropositionPart("b", "struiken")),
                ),
                PropositionEntry("P2", "Minder bomen", "measure", "adoption", "bullet", ("RUI",)),
            ),
            groups=(GroupEntry("G1", "opposite", ("P1", "P2")),),
        ),
    ),
)


def _raw() -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(codebook_json.to_text(BOOK))
    return raw


def _refusal(tmp_path: Path, text: str) -> str:
    path = tmp_path / "boek.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableTable) as caught:
        codebook_json.read(path)
    return str(caught.value)


def _refusal_of(tmp_path: Path, raw: object) -> str:
    return _refusal(tmp_path, json.dumps(raw, indent=1))


def test_a_codebook_is_read_back_exactly_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "boek.json"
    codebook_json.write(BOOK, path)
    assert codebook_json.read(path) == BOOK
    assert [item.name for item in tmp_path.iterdir()] == ["boek.json"]


def test_a_changed_label_changes_one_line_of_the_file() -> None:
    codes = (replace(BOOK.codes[0], label_nl="Wonen"), *BOOK.codes[1:])
    before = codebook_json.to_text(BOOK).splitlines()
    after = codebook_json.to_text(replace(BOOK, codes=codes)).splitlines()
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


def test_a_byte_order_mark_at_the_start_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "boek.json"
    path.write_text(codebook_json.to_text(BOOK), encoding="utf-8-sig")
    assert codebook_json.read(path) == BOOK


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        (("codes", 1, "label_nl"), 7, "label_nl must be text, not 7"),
        (("codes", 1, "default_on"), "ja", "default_on must be true or false"),
        (("codes", 1, "default_on"), 1, "default_on must be true or false"),
        (("codes", 1, "keywords"), {}, "keywords must be a list, not an object"),
        (("codes", 1, "keywords", 0, "match"), "fuzzy", "match must be one of word, start"),
        (("codes", 1, "keywords", 0, "match"), ["word"], "match must be one of word, start"),
        (("codes", 1), "WON-1", "codes must be an object"),
        (("codes", 1, "sources", 0, "line_from"), 3.5, "line_from must be a whole number"),
        (("codes", 1, "sources", 0, "line_from"), True, "line_from must be a whole number"),
        (("codes", 1, "sources", 0, "line_from"), 9, "lines 9 to 4 do not exist"),
        (("codes", 1, "sources", 0, "seed"), "S9", "there is no seed S9"),
        (("codes", 1, "parent"), "ABC", "there is no code ABC to be the parent"),
        (("codes", 1, "not_when", 0, "neighbour"), "ABC", "there is no code ABC to use instead"),
        (("codes", 1, "not_when", 0, "neighbour"), "WON-1", "WON-1 names itself as neighbour"),
        (("codes", 1, "key"), "WON", "the key WON stands here twice"),
        (("codes", 1, "key"), "", "must have 1 to 40 letters"),
        (("codes", 1, "key"), "WON 1", "must have 1 to 40 letters"),
        (("codes", 1, "pole_b"), "", "WON-1 has one pole"),
        (("codes", 1, "label_nl"), " ", "WON-1 has no label"),
        (("codes", 1, "label_nl"), "a\x00b", "control character"),
        (("codes", 1, "label_nl"), "a\ud800b", "half a character"),
        (("codes", 1, "label_nl"), "a" * 20_001, "a text of 20001 characters"),
        (("codes", 1, "colour"), "red", "a colour is written as"),
        (("codes", 0, "parent"), "WON-1", "lies below itself"),
        (("codes", 0, "parent"), "WON", "WON lies below itself"),
        (("facets", 1, "options", 0, "rank"), None, "needs a rank"),
        (("facets", 1, "options"), [], "has no options"),
        (("facets", 1, "asked_when", "facets", 0, "facet"), "rol", "there is no facet rol"),
        (("facets", 1, "asked_when", "facets", 0, "any_of", 0), "x", "role has no option x"),
        (("scales", 0, "options", 1, "rank"), 1, "need ranks that differ"),
        (("registers", 0, "scale"), "x", "there is no scale x for the register pledges"),
        (
            ("registers", 0, "scale_by_test"),
            [{"test": "endorsement", "scale": "x"}],
            "there is no scale x",
        ),
        (
            ("registers", 0, "scale_by_test"),
            [{"test": "endorsement", "scale": "adoption"}] * 2,
            "one test has two scales",
        ),
        (("registers", 0, "propositions", 0, "codes", 0), "X", "there is no code X"),
        (("registers", 0, "propositions", 0, "codes", 0), "a:b:c", "is no code of another"),
        (("registers", 0, "propositions", 1, "key"), "P1", "the key P1 stands here twice"),
        (("registers", 0, "propositions", 0, "parts", 1, "letter"), "a", "letters that differ"),
        (("registers", 0, "groups", 0, "members", 1), "P9", "there is no proposition P9"),
        (("registers", 0, "groups", 0, "members", 1), "P1", "two or more different members"),
        (("format",), 2, "the format number is 2 and this program reads 1"),
        (("format",), True, "the format number is true"),
    ],
)
def test_an_unsound_value_is_refused_with_file_line_and_reason(
    tmp_path: Path, place: tuple[str | int, ...], value: object, words: str
) -> None:
    raw = _raw()
    inner: Any = raw
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    sentence = _refusal_of(tmp_path, raw)
    assert sentence.startswith("boek.json, line ")
    assert words in sentence


def test_the_line_named_is_the_line_of_the_fault(tmp_path: Path) -> None:
    raw = _raw()
    raw["codes"][1]["parent"] = "ABC"
    text = json.dumps(raw, indent=1)
    line = next(n for n, row in enumerate(text.splitlines(), 1) if '"ABC"' in row)
    assert f"line {line}:" in _refusal(tmp_path, text)


def test_a_loop_of_parents_is_refused(tmp_path: Path) -> None:
    raw = _raw()
    raw["codes"] = [
        {**raw["codes"][0], "key": key, "parent": parent}
        for key, parent in (("A", "C"), ("B", "A"), ("C", "B"))
    ]
    assert "lies below itself" in _refusal_of(tmp_path, raw)


def test_an_unknown_field_is_refused_by_name(tmp_path: Path) -> None:
    raw = _raw()
    raw["codes"][2]["lable_nl"] = "tikfout"
    assert 'there is no field "lable_nl" here' in _refusal_of(tmp_path, raw)


def test_a_missing_field_is_refused_by_name(tmp_path: Path) -> None:
    raw = _raw()
    del raw["codes"][2]["short_en"]
    assert 'the field "short_en" is missing' in _refusal_of(tmp_path, raw)


def test_a_name_that_stands_twice_is_refused_at_its_second_place(tmp_path: Path) -> None:
    text = codebook_json.to_text(BOOK).replace(
        '"version": "0.1",', '"version": "0.1",\n  "version": "0.2",'
    )
    line = next(n for n, row in enumerate(text.splitlines(), 1) if '"0.2"' in row)
    assert f'line {line}: "version" stands here twice' in _refusal(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "line 1: this is not JSON"),
        ('{\n "format": 1,\n "key": \n}', "line 4: this is not JSON"),
        ("[]", "it has no format number"),
        ('"format"', "it has no format number"),
        ("{}", "it has no format number"),
        ('{\n"format": NaN}', "line 2: a number cannot be read (NaN is no number)"),
        ('{"format": ' + "9" * 5000 + "}", "a number cannot be read"),
        ("\n\n" + "[" * 200_000, "line 3: lists and objects lie too deep"),
        ('{"a":' * 200_000, "lists and objects lie too deep"),
    ],
)
def test_text_that_is_no_codebook_is_refused(tmp_path: Path, text: str, words: str) -> None:
    assert words in _refusal(tmp_path, text)


def test_text_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "boek.json"
    path.write_bytes('{\n"title_nl": "financiële"}'.encode("latin-1"))
    with pytest.raises(UnreadableTable, match=r"boek\.json, line 2: this is not UTF-8"):
        codebook_json.read(path)


def test_a_hundred_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "boek.json"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(UnreadableTable, match=r"the file has 100 MB and a codebook at most 20 MB"):
        codebook_json.read(path)


def test_many_short_texts_up_to_the_limit_are_read_without_a_deep_stack(tmp_path: Path) -> None:
    path = tmp_path / "boek.json"
    codes = tuple(_code(f"K{n}", f"K{n - 1}" if n else None) for n in range(5000))
    codebook_json.write(replace(BOOK, codes=codes, registers=()), path)
    assert len(codebook_json.read(path).codes) == 5000


def test_a_file_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable, match=r"weg\.json cannot be opened"):
        codebook_json.read(tmp_path / "weg.json")


def test_a_folder_that_is_not_there_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"boek\.json cannot be written"):
        codebook_json.write(BOOK, tmp_path / "weg" / "boek.json")
    assert list(tmp_path.iterdir()) == []


def test_a_line_is_found_behind_strings_that_look_like_structure() -> None:
    text = '{"a": "}]\\"",\n "b": [1,\n [2, {"c": "x"}]]}'
    assert json_text.line_of(text, ("b", 1, 1, "c")) == 3
    assert json_text.line_of(text, ("b",)) == 2
    assert json_text.line_of(text, ("absent", 4)) == 1
