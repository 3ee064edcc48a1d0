"""What must hold between the parts of a codebook file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from qualcode_app.domain.codebook_file import (
    CodebookFile,
    FacetEntry,
    PropositionEntry,
    RegisterEntry,
    ScaleEntry,
    SourceRef,
)
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.facets import AskedWhen
from qualcode_app.formats.json_text import Place

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_COLOUR = re.compile(r"[A-Z]{2,8}:[0-9]{1,2}|#[0-9A-Fa-f]{6}")


class Fault(Exception):
    """A rule that the value at `place` breaks."""

    def __init__(self, place: Place, sentence: str, **values: object) -> None:
        super().__init__(place, sentence, values)
        self.place = place
        self.reason = QualcodeError(sentence, **values)


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


def check(book: CodebookFile) -> None:
    """Raise Fault for the first thing that does not fit together."""
    _check_key(book.key, ("key",))
    seeds = {seed.tag for seed in book.seeds}
    if len(seeds) < len(book.seeds):
        raise Fault(("seeds",), "two seeds have the same tag.")
    _check_codes(book, seeds)
    _check_unique(book.facets, ("facets",))
    for n, facet in enumerate(book.facets):
        _check_facet(facet, book, ("facets", n))
    _check_unique(book.scales, ("scales",))
    for n, scale in enumerate(book.scales):
        _check_scale(scale, ("scales", n))
    _check_unique(book.registers, ("registers",))
    for n, register in enumerate(book.registers):
        _check_register(register, book, seeds, ("registers", n))


def _check_codes(book: CodebookFile, seeds: set[str]) -> None:
    _check_unique(book.codes, ("codes",))
    parents = {code.key: code.parent for code in book.codes}
    for n, code in enumerate(book.codes):
        place: Place = ("codes", n)
        if code.parent is not None and code.parent not in parents:
            raise Fault(
                (*place, "parent"), "there is no code {key} to be the parent.", key=code.parent
            )
        for m, boundary in enumerate(code.not_when):
            if boundary.neighbour is not None and boundary.neighbour not in parents:
                raise Fault(
                    (*place, "not_when", m),
                    "there is no code {key} to use instead.",
                    key=boundary.neighbour,
                )
            if boundary.neighbour == code.key:
                raise Fault(
                    (*place, "not_when", m), "{key} names itself as neighbour.", key=code.key
                )
        if bool(code.pole_a) != bool(code.pole_b):
            raise Fault(place, "{key} has one pole; a direction needs two.", key=code.key)
        if not (code.label_nl.strip() and code.label_en.strip()):
            raise Fault(place, "{key} has no label in one of the languages.", key=code.key)
        _check_colour(code.colour, (*place, "colour"))
        _check_sources(code.sources, seeds, (*place, "sources"))
    _check_no_cycle(parents, [code.key for code in book.codes])


def _check_no_cycle(parents: dict[str, str | None], keys: Sequence[str]) -> None:
    sound: set[str] = set()
    for n, key in enumerate(keys):
        path: set[str] = set()
        step: str | None = key
        while step is not None and step not in sound:
            if step in path:
                raise Fault(("codes", n, "parent"), "{key} lies below itself.", key=step)
            path.add(step)
            step = parents[step]
        sound |= path


def _check_colour(colour: str, place: Place) -> None:
    if colour and not _COLOUR.fullmatch(colour):
        raise Fault(
            place, 'a colour is written as "WON:2" or "#1A2B3C", not {value}.', value=colour[:40]
        )


def _check_facet(facet: FacetEntry, book: CodebookFile, place: Place) -> None:
    _check_asked_when(facet.asked_when, book, (*place, "asked_when"))
    _check_unique(facet.options, (*place, "options"))
    if facet.kind in ("nominal", "ordinal") and not facet.options:
        raise Fault(place, "the facet {key} has no options.", key=facet.key)
    for n, option in enumerate(facet.options):
        if facet.kind == "ordinal" and option.rank is None:
            raise Fault(
                (*place, "options", n), "{key} needs a rank on an ordered facet.", key=option.key
            )
        _check_asked_when(option.asked_when, book, (*place, "options", n, "asked_when"))


def _check_asked_when(asked: AskedWhen | None, book: CodebookFile, place: Place) -> None:
    for condition in asked.facets if asked else ():
        options = next((f.options for f in book.facets if f.key == condition.facet), None)
        if options is None:
            raise Fault(place, "there is no facet {key}.", key=condition.facet)
        known = {option.key for option in options}
        for key in condition.any_of:
            if key not in known:
                raise Fault(
                    place, "the facet {facet} has no option {key}.", facet=condition.facet, key=key
                )


def _check_scale(scale: ScaleEntry, place: Place) -> None:
    _check_unique(scale.options, (*place, "options"))
    ranks = [option.rank for option in scale.options if option.rank is not None]
    if not ranks or len(set(ranks)) < len(ranks):
        raise Fault(place, "the verdicts of {key} need ranks that differ.", key=scale.key)


def _check_register(
    register: RegisterEntry, book: CodebookFile, seeds: set[str], place: Place
) -> None:
    scales = {scale.key for scale in book.scales}
    for name in (register.scale, *(choice.scale for choice in register.scale_by_test)):
        if name not in scales:
            raise Fault(
                (*place, "scale"),
                "there is no scale {scale} for the register {key}.",
                scale=name,
                key=register.key,
            )
    tests = [choice.test for choice in register.scale_by_test]
    if len(set(tests)) < len(tests):
        raise Fault((*place, "scale_by_test"), "one test has two scales.")
    _check_unique(register.propositions, (*place, "propositions"))
    codes = {code.key for code in book.codes}
    for n, proposition in enumerate(register.propositions):
        _check_proposition(proposition, codes, seeds, (*place, "propositions", n))
    _check_unique(register.groups, (*place, "groups"))
    known = {proposition.key for proposition in register.propositions}
    for n, group in enumerate(register.groups):
        if len(set(group.members)) < max(2, len(group.members)):
            raise Fault(
                (*place, "groups", n), "{key} needs two or more different members.", key=group.key
            )
        for key in group.members:
            if key not in known:
                raise Fault((*place, "groups", n), "there is no proposition {key}.", key=key)


def _check_proposition(
    proposition: PropositionEntry, codes: set[str], seeds: set[str], place: Place
) -> None:
    for key in proposition.codes:
        book, colon, inner = key.rpartition(":")
        if colon and not (_KEY.fullmatch(book) and _KEY.fullmatch(inner)):
            raise Fault((*place, "codes"), "{key} is no code of another codebook.", key=key[:40])
        if not colon and key not in codes:
            raise Fault((*place, "codes"), "there is no code {key}.", key=key[:40])
    letters = [part.letter for part in proposition.parts]
    if len(set(letters)) < len(letters) or len(letters) == 1:
        raise Fault((*place, "parts"), "parts need letters that differ, and at least two of them.")
    _check_sources(proposition.sources, seeds, (*place, "sources"))


def _check_sources(sources: Sequence[SourceRef], seeds: set[str], place: Place) -> None:
    for n, source in enumerate(sources):
        if source.seed not in seeds:
            raise Fault((*place, n), "there is no seed {tag}.", tag=source.seed[:40])
        if not 1 <= source.line_from <= source.line_to:
            raise Fault(
                (*place, n),
                "lines {first} to {last} do not exist.",
                first=source.line_from,
                last=source.line_to,
            )


def _check_unique(entries: Iterable[_Keyed], place: Place) -> None:
    seen: set[str] = set()
    for n, entry in enumerate(entries):
        _check_key(entry.key, (*place, n, "key"))
        if entry.key in seen:
            raise Fault((*place, n, "key"), "the key {key} stands here twice.", key=entry.key)
        seen.add(entry.key)


def _check_key(key: str, place: Place) -> None:
    if not _KEY.fullmatch(key):
        raise Fault(
            place,
            "the key {key} must have 1 to 40 letters, figures, dots, dashes or underscores.",
            key=repr(key[:40]),
        )
