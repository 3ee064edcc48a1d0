"""A codebook to read or print from a browser: contents, a chapter per family, a card per code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from qualcode_app.domain.codebook_file import CodebookFile, CodeEntry
from qualcode_app.domain.printable import printable
from qualcode_app.formats.codebook_words import (
    WORDS,
    definition,
    in_language,
    labels_of,
    not_when,
    source,
)
from qualcode_app.formats.refi_notes import for_people
from qualcode_app.formats.whole_file import whole

STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem;
  color: #1b2330; background: #fff; }
h1 { font-size: 1.7rem; } h2 { font-size: 1.3rem; margin-top: 2.5rem; } h3 { margin: 0 0 .3rem; }
.card { border-left: .5rem solid var(--c, #6f7b8f); padding: .2rem 0 .2rem 1rem; margin: 1.4rem 0;
  break-inside: avoid; }
.key { color: #5b6675; font-weight: 400; } dt { font-weight: 600; } dd { margin: 0 0 .4rem 1rem; }
.path, .note { color: #5b6675; } nav ul { list-style: none; padding-left: 1.2rem; }
@media print { body { max-width: none; margin: 0; } h2 { break-before: page; } }
"""


def write(book: CodebookFile, path: Path, language: str, colours: Mapping[str, str]) -> None:
    """Write the page; raises CannotWrite when the folder refuses it."""
    title = in_language(book, "title", language)
    words = WORDS[language]
    parts = [
        f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n',
        f"<title>{_text(title)}</title>\n<style>{STYLE}</style>\n<h1>{_text(title)}</h1>\n",
        f"<p>{_text(in_language(book, 'about', language))}</p>\n",
        f'<p class="note">{words["version"]} {_text(book.version)}</p>\n',
        *_contents(book, language),
        *_cards(book, language, colours),
        *_rest(book, language),
    ]
    with whole(path) as part:
        part.write_text("".join(parts), encoding="utf-8", newline="\n")


def _contents(book: CodebookFile, language: str) -> Iterator[str]:
    depth = _depths(book)
    yield f"<nav><h2>{WORDS[language]['contents']}</h2>\n<ul>\n"
    for code in book.codes:
        if depth[code.key] <= 2:
            label = _text(in_language(code, "label", language))
            indent = f' style="margin-left:{depth[code.key] - 1}rem"'
            yield f'<li{indent}><a href="#{_text(code.key)}">{_text(code.key)} {label}</a></li>\n'
    yield "</ul></nav>\n"


def _cards(book: CodebookFile, language: str, colours: Mapping[str, str]) -> Iterator[str]:
    labels = labels_of(book, language)
    for code in book.codes:
        name = f'<span class="key">{_text(code.key)}</span> {_text(labels[code.key])}'
        head = "h2" if code.parent is None else "h3"
        colour = code.colour if code.colour.startswith("#") else colours.get(code.colour, "#6F7B8F")
        yield f'<section class="card" id="{_text(code.key)}" style="--c:{colour}">\n'
        yield f"<{head}>{name}</{head}>\n"
        if code.parent is not None:
            yield f'<p class="path">{_text(code.parent)} {_text(labels[code.parent])}</p>\n'
        yield f"<p>{_text(definition(code, language))}</p>\n"
        rows = list(facts(code, labels, language))
        if rows:
            yield "<dl>\n"
            yield from (f"<dt>{_text(name)}</dt><dd>{_text(said)}</dd>\n" for name, said in rows)
            yield "</dl>\n"
        yield "</section>\n"


def facts(code: CodeEntry, labels: Mapping[str, str], language: str) -> Iterator[tuple[str, str]]:
    """Return what stands on a card below the definition: names and texts."""
    words = WORDS[language]
    if code.when_to_use:
        yield words["when"], code.when_to_use
    for one in not_when(code, labels, language):
        yield words["not_when"], one
    if code.pole_a:
        yield words["poles"], f"{code.pole_a} ↔ {code.pole_b}"
    if code.example:
        yield words["example"], code.example
    if code.borderline:
        yield words["borderline"], code.borderline
    if code.keywords:
        yield words["keywords"], ", ".join(one.stem for one in code.keywords)
    for place in code.sources:
        yield words["source"], source(place, language)


def appendix(book: CodebookFile, language: str) -> Iterator[tuple[str, list[str]]]:
    """Return what follows the codes: a heading and its lines, for what the book has of it."""
    words = WORDS[language]
    facets = [
        in_language(facet, "label", language)
        + (": " if facet.options else "")
        + ", ".join(in_language(option, "label", language) for option in facet.options)
        for facet in book.facets
    ]
    registers = [
        f"{in_language(one, 'title', language)} ({len(one.propositions)} {words['n_propositions']})"
        for one in book.registers
    ]
    seeds = [f"{seed.tag}: {seed.title} ({seed.year})" for seed in book.seeds]
    for name, lines in (
        ("facets", facets),
        ("registers", registers),
        ("seeds", seeds),
        ("notes", for_people(book.notes)),
    ):
        if lines:
            yield words[name], lines


def _rest(book: CodebookFile, language: str) -> Iterator[str]:
    for head, lines in appendix(book, language):
        yield f"<h2>{_text(head)}</h2>\n<ul>\n"
        yield from (f"<li>{_text(line)}</li>\n" for line in lines)
        yield "</ul>\n"


def _depths(book: CodebookFile) -> dict[str, int]:
    parents = {code.key: code.parent for code in book.codes}
    depths: dict[str, int] = {}
    for code in book.codes:
        depth, step = 1, code.parent
        while step is not None:
            depth, step = depth + 1, parents[step]
        depths[code.key] = depth
    return depths


def _text(text: str) -> str:
    return escape(printable(text)[0])
