"""The corpus from the command line: the matrix, questions, and codes near each other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

import click

from qualcode_app.cli.common import (
    EXISTING_FILE,
    FILE,
    Bar,
    as_json,
    language,
    opened,
    records,
    show,
    show_one,
)
from qualcode_app.domain.errors import CannotWrite, UnknownRecord
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.search_query import Mode, Query
from qualcode_app.domain.snapshot import Snapshot, Table
from qualcode_app.formats.csv_table import CsvExporter, CsvStyle, write_table
from qualcode_app.formats.exporter import Exporter
from qualcode_app.formats.xlsx import XlsxExporter
from qualcode_app.services.analysis import asking, own_scale, study, word_question
from qualcode_app.services.analysis import matrix as figures
from qualcode_app.services.analysis import together as near_each_other
from qualcode_app.services.analysis.matrix import IN_WORDS, MEASURES, Choice, Measure
from qualcode_app.services.analysis.nearness import Near, Nearness
from qualcode_app.services.analysis.quantifiers import disagrees
from qualcode_app.services.analysis.questions import Answer, Kind, Question
from qualcode_app.services.analysis.sentences import sentence
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.coding import facets, relations
from qualcode_app.services.exporting import analysis_tables
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project

Command = Callable[..., Any]
NEAR = (*(near.value for near in Near), *relations.KINDS)


def _choices(command: Command) -> Command:
    """Add the options on whose codings count, which documents, and where the table goes."""
    for option in (
        click.option("--coder", "coders", multiple=True, help="Only these coders."),
        click.option("--at-least", default=1, show_default=True, help="So many coders agree."),
        click.option("--consensus", is_flag=True, help="Count what was agreed."),
        click.option("--group", help="Only documents of this group."),
        click.option("--wave", help="Only documents of this wave."),
        click.option("--out", type=FILE, help="Write a sheet: .xlsx or .csv."),
        language,
        as_json,
    ):
        command = option(command)
    return command


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.option(
    "--measure",
    type=click.Choice(MEASURES),
    default="count",
    show_default=True,
    help="What a cell says.",
)
@click.option("--level", default=2, show_default=True, help="Codes down to this level.")
@click.option("--by", "system", help="Groups as columns: the title of a grouping.")
@_choices
def matrix(
    project: Path,
    measure: str,
    level: int,
    system: str | None,
    coders: tuple[str, ...],
    at_least: int,
    consensus: bool,
    group: str | None,
    wave: str | None,
    out: Path | None,
    language: str,
    as_json: bool,
) -> None:
    """Print codes by documents, or by groups, of PROJECT as CSV.

    An empty cell was not read for the code; 0 was read and not found. n of N counts documents
    that were read.
    """
    with opened(project, read_only=True) as there:
        read = there.read(study.read, _voices(there, coders, at_least, consensus=consensus))
        chosen = Choice(
            level=level,
            system_uid=_system(read, system),
            group_uid=_group(read, group),
            wave_uid=_wave(read, wave),
        )
        found = figures.table(read, chosen)
        if measure in IN_WORDS:
            counters = figures.counters(read)
            found = there.read(figures.with_words, read, found, counters, Bar("Counting words"))
    wanted = cast("Measure", measure)
    columns = found.groups(read) if system else found.columns(read)
    book = analysis_tables.matrix_book(found, read, wanted, columns, language)
    _put(book, out, as_json=as_json)


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("kind", type=click.Choice([kind.value for kind in Kind]))
@click.argument("words", nargs=-1)
@click.option("--in", "names", multiple=True, help="Only this document or case; by any name.")
@click.option("--by", "system", help="The grouping to compare, for groups.")
@click.option("--later", help="The later wave, for waves.")
@click.option("--facet", help="A facet, or FACET=VALUE; for values the facet alone.")
@click.option("--attribute", help="ATTRIBUTE=VALUE: only documents or cases with it.")
@click.option("--at-most", default=1, show_default=True, help="For rare: in so many documents.")
@click.option("--level", default=2, show_default=True, help="Codes gone through for only, rare.")
@click.option(
    "--near", type=click.Choice(NEAR), default="paragraph", help="For together: how near."
)
@click.option("--within", "n_words", default=20, help="For together near words: how many between.")
@click.option("--headings", is_flag=True, help="For words: only in headings.")
@click.option("--draft", default="", help="A sentence of a report: is its word for how many right?")
@click.option(
    "--scale",
    help="Set the project's words for how many: '30: enkele / some; 100: alle / all'; '' for none.",
)
@_choices
def ask(
    project: Path,
    kind: str,
    words: tuple[str, ...],
    names: tuple[str, ...],
    system: str | None,
    later: str | None,
    facet: str | None,
    attribute: str | None,
    at_most: int,
    level: int,
    near: str,
    n_words: int,
    headings: bool,
    draft: str,
    scale: str | None,
    coders: tuple[str, ...],
    at_least: int,
    consensus: bool,
    group: str | None,
    wave: str | None,
    out: Path | None,
    language: str,
    as_json: bool,
) -> None:
    """Ask PROJECT a question of some KIND about codes, and print the sentence.

    WORDS are keys of codes; for the kind words, what is searched for. all_of one code is who
    has it, none_of who lacks it. What was not read counts as unknown, never as absent.
    """
    with opened(project, read_only=scale is None) as there:
        if scale is not None:
            there.write(own_scale.save, own_scale.parsed(scale))
        read = there.read(study.read, _voices(there, coders, at_least, consensus=consensus))
        question = Question(
            Kind(kind),
            () if kind == Kind.WORDS else tuple(read.tree.keyed(key).uid for key in words),
            group_uid=_group(read, group),
            wave_uid=_wave(read, wave),
            later_uid=_wave(read, later),
            attribute=_attribute(read, attribute),
            document_uids=tuple(uid for name in names for uid in read.documents_named(name)),
            facet=_facet(there, facet),
            system_uid=_system(read, system),
            at_most=at_most,
            level=level,
            near=near,
            n_words=n_words,
        )
        if question.kind == Kind.WORDS:
            query = Query(" ".join(words), Mode.WORD)
            found = word_question.ask(there, read, question, query, in_headings=headings).answer
        else:
            found = there.read(asking.ask, read, question)
    _tell(found, out, language, as_json=as_json)
    line = found.line if found.lines else None
    wrong = disagrees(draft, line.n, line.of, language, found.scale) if line is not None else ""
    if line is not None and wrong:
        click.echo(f"“{wrong}” does not fit {line.n} of {line.of}.", err=True)


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.option(
    "--near",
    type=click.Choice([near.value for near in Near]),
    default="paragraph",
    show_default=True,
    help="How near two codings stand.",
)
@click.option("--within", "n_words", default=20, show_default=True, help="Near words: how many.")
@click.option("--level", default=2, show_default=True, help="Level of the codes.")
@click.option("--coder", "coders", multiple=True, help="Only these coders.")
@click.option("--at-least", default=1, show_default=True, help="So many coders agree.")
@click.option("--consensus", is_flag=True, help="Count what was agreed.")
@click.option("--out", type=FILE, help="Write a sheet: .xlsx or .csv.")
@language
@as_json
def together(
    project: Path,
    near: str,
    n_words: int,
    level: int,
    coders: tuple[str, ...],
    at_least: int,
    consensus: bool,
    out: Path | None,
    language: str,
    as_json: bool,
) -> None:
    """Print which codes stand near each other in PROJECT, the most frequent pairs first."""
    with opened(project, read_only=True) as there:
        read = there.read(study.read, _voices(there, coders, at_least, consensus=consensus))
        rows = read.tree.at_level(level)
        how = Nearness(Near(near), n_words)
        found = there.read(near_each_other.matrix, read, rows, how, Bar("Comparing"))
    book = analysis_tables.alone("Together", analysis_tables.together(found, language), language)
    _put(book, out, as_json=as_json)


def _tell(found: Answer, out: Path | None, language: str, *, as_json: bool) -> None:
    said = sentence(found, language)
    if out is not None:
        table = analysis_tables.answer(found, language)
        _write(analysis_tables.alone("Answer", table, language), out)
    facts = {"sentence": said, "lines": found.lines}
    show_one(facts, as_json=as_json, said=said)


def _put(book: Snapshot, out: Path | None, *, as_json: bool) -> None:
    first: Table = next(iter(book.tables.values()))
    if out is not None:
        _write(book, out)
        said = f"Wrote {len(first.rows)} rows to {out}."
        show_one({"file": str(out), "rows": len(first.rows)}, as_json=as_json, said=said)
    elif as_json:
        show(records(first), as_json=True, line=str)
    else:
        write_table(first, sys.stdout, CsvStyle(dutch=False, exact=True), Silent())


def _write(book: Snapshot, out: Path) -> None:
    exporters: dict[str, Exporter] = {".xlsx": XlsxExporter(), ".csv": CsvExporter()}
    exporter = exporters.get(out.suffix.lower())
    if exporter is None:
        raise CannotWrite(
            "{name} must end in .xlsx or .csv, so that its format is clear.", name=out.name
        )
    exporter.write(book, out, Bar("Writing"))


def _voices(there: Project, coders: Sequence[str], at_least: int, *, consensus: bool) -> Voices:
    uids = tuple(there.read(people.coder_named, name).uid for name in coders)
    return Voices(uids, at_least, consensus)


def _system(read: Study, title: str | None) -> str:
    return _named(read.corpus.systems, title)


def _group(read: Study, title: str | None) -> str:
    return _named(tuple(read.corpus.groups.values()), title)


def _wave(read: Study, title: str | None) -> str:
    return _named(read.corpus.waves, title)


def _named(rows: Sequence[Any], title: str | None) -> str:
    """Return the uid of what has a title, whatever the case; empty when none is asked for."""
    if title is None:
        return ""
    found = [row.uid for row in rows if row.title.casefold() == title.strip().casefold()]
    if len(found) != 1:
        raise UnknownRecord(
            "{n} are called {title}. There are: {names}.",
            n=len(found),
            title=title,
            names=", ".join(row.title for row in rows) or "–",
        )
    return str(found[0])


def _attribute(read: Study, said: str | None) -> tuple[str, str] | None:
    if said is None:
        return None
    title, _, value = said.partition("=")
    return _named(read.corpus.attributes, title), value.strip()


def _facet(there: Project, said: str | None) -> tuple[str, str] | None:
    """Return the facet and option that were named, each by key or label."""
    if said is None:
        return None
    name, _, value = said.partition("=")
    known = there.read(facets.rows)
    for facet in known:
        if name.casefold() in (facet.key.casefold(), facet.label_nl.casefold(), facet.label_en):
            for option in facet.options:
                if value.casefold() in (option.key, option.label_nl, option.label_en):
                    return facet.uid, option.key
            if not value:
                return facet.uid, ""
    raise UnknownRecord(
        "There is no facet {name}. The facets are: {names}.",
        name=said,
        names=", ".join(facet.key for facet in known),
    )


COMMANDS = (matrix, ask, together)
