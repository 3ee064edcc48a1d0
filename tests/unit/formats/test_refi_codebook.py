"""Codebooks for other programs: valid by the schema, read back whole, and read as found."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from qualcode_app.domain.codebook_arrival import ArrivedCodebook, CodeSet
from qualcode_app.domain.codebook_file import CodebookFile, CodeEntry
from qualcode_app.domain.errors import CannotWrite, UnreadableTable
from qualcode_app.formats import (
    codebook_json,
    refi_codebook,
    refi_codebook_reader,
    refi_notes,
    xml_text,
)

FOLDER = Path(__file__).resolve().parents[3] / "codebooks"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json") if path.stem != "codebook.schema")
COLOURS = {"WON:0": "#AA2200", "WON:1": "#CC3300"}
HEAD = '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>'
GUID = "5b9b2eb5-8960-5f86-8a23-ec2962b25799"


def _book(name: str) -> CodebookFile:
    return codebook_json.read(FOLDER / f"{name}.json")


def _faults(path: Path, refi: Path) -> list[str]:
    schema = etree.XMLSchema(etree.parse(refi / "schema" / "Codebook.xsd"))
    schema.validate(etree.parse(path))
    return [str(fault) for fault in schema.error_log]


def _said(arrived: ArrivedCodebook) -> str:
    return "\n".join(str(finding) for finding in arrived.findings)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_shipped_codebook_comes_back_from_qdc_field_for_field(tmp_path, refi, name, language):
    path = tmp_path / "out.qdc"
    refi_codebook.write(_book(name), path, language, COLOURS)
    assert _faults(path, refi) == []
    arrived = refi_codebook_reader.read(path)
    assert arrived.book == _book(name)
    assert arrived.findings == ()
    again = tmp_path / "again.qdc"
    refi_codebook.write(arrived.book, again, language, COLOURS)
    assert again.read_bytes() == path.read_bytes()


def test_every_file_of_the_standard_s_folder_ends_as_expected(refi):
    expected = json.loads((refi / "expected.json").read_text(encoding="utf-8"))
    files = {name: facts for name, facts in expected.items() if name.endswith(".qdc")}
    assert len(files) >= 11
    for name, facts in files.items():
        arrived = refi_codebook_reader.read(refi / name)
        assert len(arrived.book.codes) == facts["codes"], name
        if "codable_codes" in facts:
            codable = [origin.is_codable for origin in arrived.origins.values()]
            assert sum(codable) == facts["codable_codes"]
        if "sets" in facts:
            assert len(arrived.sets) == facts["sets"]
        if "set_members" in facts:
            assert sum(len(one.members) for one in arrived.sets) == facts["set_members"]
        if "descriptions" in facts:
            assert sum(bool(code.full_nl) for code in arrived.book.codes) == facts["descriptions"]
        if facts.get("schema_valid"):
            assert arrived.findings == (), name


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("malformed/namespace-0-4.qdc", "codebook:0:4"),
        ("malformed/namespace-1-colon-0.qdc", "codebook:1:0"),
        ("malformed/empty-sets.qdc", "empty"),
        ("malformed/description-attribute.qdc", "attribute"),
        ("malformed/colour-forms.qdc", "'#AABBCCDD'"),
        ("malformed/duplicate-names.qdc", "repeats the guid"),
        ("third-party/doorstop-exported.qdc", "attribute"),
    ],
)
def test_what_breaks_the_standard_is_told_with_its_line(refi, name, told):
    arrived = refi_codebook_reader.read(refi / name)
    assert re.search(rf"(?m)^\d+: .*{re.escape(told)}", _said(arrived))


def test_an_illegal_description_is_kept_and_short_colours_are_stretched(refi):
    (code,) = refi_codebook_reader.read(refi / "malformed/description-attribute.qdc").book.codes
    assert code.full_nl == "als attribuut"
    colours = refi_codebook_reader.read(refi / "malformed/colour-forms.qdc").book.codes
    default = refi_codebook_reader.DEFAULT_COLOUR
    assert [code.colour for code in colours] == ["#AABBCC", "#AABBCC", default, default, default]


@pytest.mark.parametrize("name", ["samples/spec-conform.qdc", "annex/annex-a1-codebook.qdc"])
def test_a_foreign_codebook_goes_back_with_its_own_guids_sets_and_codability(tmp_path, refi, name):
    arrived = refi_codebook_reader.read(refi / name)
    path = tmp_path / "back.qdc"
    refi_codebook.write(arrived.book, path, "nl")
    assert _faults(path, refi) == []
    back = refi_codebook_reader.read(path)
    assert (back.book, back.origins, back.sets) == (arrived.book, arrived.origins, arrived.sets)
    assert back.findings == ()


def test_what_another_program_changed_in_our_file_is_taken_over_and_told(tmp_path):
    path = tmp_path / "out.qdc"
    book = _book("agenda-test")
    refi_codebook.write(book, path, "nl")
    label, said = book.codes[1].label_nl, book.codes[1].full_nl
    text = path.read_text(encoding="utf-8")
    assert said[:40] in text
    changed = text.replace(f'name="{label}"', 'name="Anders genoemd"', 1)
    changed = changed.replace(said[:40], "Elders herschreven. " + said[:40], 1)
    path.write_text(changed, encoding="utf-8")
    arrived = refi_codebook_reader.read(path)
    assert arrived.book.codes[1].label_nl == "Anders genoemd"
    assert arrived.book.codes[1].full_nl.startswith("Elders herschreven. ")
    assert "renamed elsewhere" in _said(arrived)
    assert "changed elsewhere" in _said(arrived)


def test_codes_that_another_program_removed_leave_no_dead_links(tmp_path):
    path = tmp_path / "out.qdc"
    refi_codebook.write(_book("agenda-test"), path, "nl")
    root = etree.parse(path)
    codes = root.getroot()[0]
    codes.remove(codes[0])
    path.write_bytes(etree.tostring(root))
    arrived = refi_codebook_reader.read(path)
    assert 0 < len(arrived.book.codes) < len(_book("agenda-test").codes)
    assert "not in the file" in _said(arrived)


def test_own_fields_that_were_damaged_are_told_and_the_rest_is_read(tmp_path):
    path = tmp_path / "out.qdc"
    refi_codebook.write(_book("agenda-test"), path, "nl")
    text = path.read_text(encoding="utf-8").replace('{"key": "D1"', '{"sleutel": "D1"', 1)
    path.write_text(text, encoding="utf-8")
    arrived = refi_codebook_reader.read(path)
    assert len(arrived.book.codes) == len(_book("agenda-test").codes)
    assert "own fields cannot be read" in _said(arrived)


def test_odd_characters_in_names_survive(tmp_path, refi):
    label = 'A "b" & <c> \U0001f331 é'
    code = CodeEntry("A", None, label, label, "Kort.", "Short.", colour="#123456")
    groups = (CodeSet('Set "1" & <2>', GUID, ("A",)),)
    book = replace(
        _book("trend-study"), codes=(code,), registers=(), notes=refi_notes.to_notes({}, groups)
    )
    path = tmp_path / "odd.qdc"
    refi_codebook.write(book, path, "en")
    assert _faults(path, refi) == []
    back = refi_codebook_reader.read(path)
    assert back.book == book
    assert back.sets == groups


def test_notes_changed_by_hand_do_not_hinder():
    notes = ("REFI-QDA codes: niets", 'REFI-QDA set: ["half"]', "Gewoon een aantekening.")
    assert refi_notes.from_notes(notes) == ({}, ())
    assert refi_notes.for_people(notes) == ["Gewoon een aantekening."]


def test_a_codebook_without_codes_is_not_written(tmp_path):
    empty = replace(_book("trend-study"), codes=())
    with pytest.raises(CannotWrite):
        refi_codebook.write(empty, tmp_path / "none.qdc", "nl")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<a/>', 1, "document type"),
        (
            '<?xml version="1.0"?>\n<!DOCTYPE CodeBook SYSTEM "a.dtd"><a/>',
            2,
            "document type",
        ),
        (HEAD + "\n<Code", 2, "no sound XML"),
        ("", 1, "no sound XML"),
        ("<CodeBook>&weg;</CodeBook>", 1, "no sound XML"),
        ("<Project/>", 1, "no codebook but Project"),
        (HEAD + "</Codes></CodeBook>", 1, "no codes"),
        (HEAD + "<Code>" * 300 + "</Code>" * 300 + "</Codes></CodeBook>", 1, "levels"),
        (
            HEAD + '\n\n<Code name="A" description="' + "x" * 20_001 + '"/></Codes></CodeBook>',
            3,
            "20001 characters",
        ),
    ],
)
def test_a_broken_or_hostile_file_is_refused_with_line_and_reason(tmp_path, text, line, told):
    path = tmp_path / "bad.qdc"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableTable) as refused:
        refi_codebook_reader.read(path)
    assert f"bad.qdc, line {line}: " in str(refused.value)
    assert told in str(refused.value)


def test_a_document_type_in_another_encoding_is_refused_too(tmp_path):
    path = tmp_path / "bad.qdc"
    path.write_bytes('<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16"))
    with pytest.raises(UnreadableTable, match="document type"):
        refi_codebook_reader.read(path)


def test_a_file_of_a_hundred_megabytes_is_refused_unread(tmp_path):
    path = tmp_path / "big.qdc"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(UnreadableTable, match=r"big.qdc, line 1: the file has 100 MB"):
        refi_codebook_reader.read(path)


def test_too_many_elements_are_refused(tmp_path):
    path = tmp_path / "many.qdc"
    path.write_text("<a>" + "<b/>" * (xml_text.MAX_ELEMENTS + 1) + "</a>", encoding="utf-8")
    with pytest.raises(UnreadableTable, match="elements"):
        refi_codebook_reader.read(path)


def test_an_absent_file_is_told(tmp_path):
    with pytest.raises(UnreadableTable, match=r"none.qdc cannot be opened"):
        refi_codebook_reader.read(tmp_path / "none.qdc")
