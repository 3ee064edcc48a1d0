"""What the notes of the shipped codebooks say of the drafts they were built on is true."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from qualcode_app.domain.codebook_file import CodebookFile, RegisterEntry
from qualcode_app.formats import codebook_json

FOLDER = Path(__file__).resolve().parents[2] / "codebooks"
TREES = (
    ("combined", "combined"),
    ("trend_tree", "trend-study"),
    ("programme_tree", "party-programme"),
)


@pytest.fixture(scope="module")
def drafts(seeds: Path) -> dict[str, Any]:
    folder = seeds.parent / "domain" / "drafts"
    if not folder.is_dir():
        pytest.skip("the drafts are not beside this checkout")
    names = ("trees", "trends", "pledges")
    return {name: json.loads((folder / f"{name}.json").read_text("utf-8")) for name in names}


def _book(name: str) -> CodebookFile:
    return codebook_json.read(FOLDER / f"{name}.json")


def _keys_told(book: CodebookFile, opening: str) -> set[str]:
    """Return the keys that the note with these words names in its first sentence."""
    note = next(note for note in book.notes if opening in note)
    told = note[note.index(opening) :]
    return set(re.findall(r"[PT][0-9]{4}", told.split(". ")[0]))


@pytest.mark.parametrize(("draft", "name"), TREES)
def test_keys_and_labels_are_those_of_the_draft(drafts, draft: str, name: str) -> None:
    codes = {code.key: (code.label_nl, code.label_en) for code in _book(name).codes}
    rest = {key: codes.pop(key) for key in ("REST-1", "REST-2") if key in codes}
    assert bool(rest) == (name == "combined")
    wanted = {one["code"]: (one["label_nl"], one["label_en"]) for one in drafts["trees"][draft]}
    assert codes == wanted


@pytest.mark.parametrize(
    ("draft", "label", "letter", "name", "opening"),
    [
        ("trends", "dutch_label", "T", "trend-study", "Tegenover het ontwerp herformuleerd"),
        ("pledges", "label", "P", "party-programme", "Tegenover het ontwerp gewijzigd"),
    ],
)
def test_every_wording_that_differs_from_the_draft_is_named(
    drafts, draft: str, label: str, letter: str, name: str, opening: str
) -> None:
    book = _book(name)
    before = {f"{letter}{one['line']:04d}": one[label] for one in drafts[draft]}
    (register,) = book.registers
    changed = {one.key for one in register.propositions if before[one.key] != one.wording_nl}
    assert changed == _keys_told(book, opening)


def test_the_counts_without_repeats_variants_and_opposites_are_those_of_the_note() -> None:
    book = _book("party-programme")
    (register,) = book.registers
    note = next(note for note in book.notes if "zonder herhalingen" in note)
    told = [int(number) for number in re.findall(r"[0-9]{3}", note)][1:4]
    relations = ("repeat", "variant", "opposite")
    assert told == [_units(register, relations[: n + 1]) for n in range(3)]


def _units(register: RegisterEntry, relations: Iterable[str]) -> int:
    """Return how many bullets are left when those in groups of these relations count once."""
    first = {one.key: one.key for one in register.propositions if one.found_in == "bullet"}
    for group in register.groups:
        members = [key for key in group.members if key in first]
        if group.relation in relations and members:
            roots = {first[key] for key in members}
            first |= {key: min(roots) for key, root in first.items() if root in roots}
    return len(set(first.values()))
