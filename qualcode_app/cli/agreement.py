"""Agreement from the command line, in a project or from a file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import click

from qualcode_app.cli.common import (
    EXISTING_FILE,
    Bar,
    as_json,
    language,
    opened,
    plain,
    show,
    show_one,
)
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.terms import heading
from qualcode_app.formats.csv_table import CsvStyle, write_table
from qualcode_app.services.agreement import (
    agreement_details,
    agreements,
    area_agreement,
    coefficients,
    facet_agreement,
    program_panels,
    reliability,
    reliability_file,
)
from qualcode_app.services.agreement.agreement_words import methods_sentence
from qualcode_app.services.agreement.coefficients import Answer
from qualcode_app.services.agreement.program_panels import ProgramLine
from qualcode_app.services.agreement.reliability import IntervalKind, Reliability, Scope
from qualcode_app.services.exporting import agreement_tables, code_agreement
from qualcode_app.services.registers import verdict_agreement
from qualcode_app.services.store import people as persons
from qualcode_app.services.store.project import Project
from qualcode_app.services.texts.unit_edges import Base, Tolerance

UNITS = ("character", "word", "sentence", "paragraph", "page", "document")
_coefficient = click.option(
    "--coefficient",
    "keys",
    multiple=True,
    help="Print these coefficients by key (alpha, alpha_u, gamma ...) instead of the table.",
)


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.option("--level", default=2, show_default=True, help="Level of the code tree.")
@click.option("--coder", "names", multiple=True, help="Only these coders; everybody without.")
@click.option("--pair", nargs=2, help="Only these two coders, by name or initials.")
@click.option(
    "--unit",
    type=click.Choice(UNITS),
    default="character",
    show_default=True,
    help="What is counted.",
)
@click.option("--share", default=0.0, help="Share of a unit that must be marked; 0: touched.")
@click.option(
    "--tolerance",
    type=click.Choice(["none", "word", "sentence"]),
    default="word",
    show_default=True,
    help="Widen spans to whole words or sentences for the figure beside the exact one.",
)
@click.option("--round", "round_title", help="Another round than the newest independent one.")
@click.option("--recoding", help="Compare this coder with the same coder's recoding.")
@click.option("--all-read", is_flag=True, help="Count every document as read, whatever was marked.")
@_coefficient
@click.option(
    "--show",
    "shown",
    default="alpha",
    show_default=True,
    help="The coefficient of the table, by key.",
)
@click.option(
    "--interval",
    type=click.Choice(["jackknife", "bootstrap", "blocks", "units"]),
    default="jackknife",
    show_default=True,
    help="Leave out documents in turn, draw them, leave out pages, or take units as independent.",
)
@click.option(
    "--overlap",
    type=click.FloatRange(0.01, 1),
    default=0.9,
    show_default=True,
    help="Share from which two spans match, as MAXQDA asks it.",
)
@click.option("--methods", is_flag=True, help="Print the sentence for the methods section.")
@click.option("--dutch", is_flag=True, help="Semicolons and decimal commas.")
@language
@as_json
def agreement(
    project: Path,
    level: int,
    names: tuple[str, ...],
    pair: tuple[str, str] | None,
    unit: str,
    share: float,
    tolerance: str,
    round_title: str | None,
    recoding: str | None,
    all_read: bool,
    keys: tuple[str, ...],
    shown: str,
    interval: str,
    overlap: float,
    methods: bool,
    dutch: bool,
    language: str,
    as_json: bool,
) -> None:
    """Print a CSV table of coder agreement in PROJECT.

    Krippendorff's alpha per code (binary, on characters or units, all coders; only what is
    marked as read counts), its interval, F1, percent and Cohen's kappa per pair.
    """
    with opened(project, read_only=True) as there:
        scope = Scope(
            level=level,
            all_read=all_read,
            round_uid=_round_uid(there, round_title),
            coder_uids=_uids(there, (*names, *(pair or ()))),
            base=cast("Base", unit),
            share=share,
            tolerance=cast("Tolerance", tolerance),
            recoding_of=_uids(there, (recoding,))[0] if recoding else "",
            coefficient=shown,
            interval=cast("IntervalKind", interval),
            overlap=overlap,
        )
        found = there.read_beside(reliability.spans, scope)
        if keys:
            _show_answers(_named(coefficients.on_spans(found.spans, keys), found), as_json=as_json)
            return
        table = agreements.tabulate(found, Bar("Computing"))
        if as_json:
            details = {
                "table": table,
                "methods": methods_sentence(table, language),
                "where_and_what": agreement_details.where_and_what(found),
                "drift": there.read(agreement_details.drift, found),
                "facets": there.read(facet_agreement.lines, found),
                "verdicts": there.read(verdict_agreement.lines, found),
                "areas": there.read(area_agreement.table, found),
                "other_programs": {
                    " - ".join(table.coders[at] for at in two): program_panels.other_programs(
                        found, two
                    )
                    for two in table.pairs
                },
            }
            show_one(details, as_json=True, said="")
            return
    if methods:
        click.echo(methods_sentence(table, language))
        return
    if table.warning:
        click.echo(heading(table.warning, language), err=True)
    written = code_agreement.table(table, language)
    write_table(written, sys.stdout, CsvStyle(dutch=dutch, exact=True), Silent())


@click.command(name="reliability")
@click.argument("file", type=EXISTING_FILE)
@_coefficient
@click.option("--categories", help="Available categories in their order, parted by commas.")
@click.option("--separator", default="", help="Between labels, where a cell holds several.")
@click.option("--pairs", is_flag=True, help="Also print every pair of coders.")
@click.option(
    "--program",
    type=click.Choice(["recal", "kalpha"]),
    help="Print what this program would, in the place of all coefficients.",
)
@click.option(
    "--level",
    type=click.Choice(["nominal", "ordinal", "interval", "ratio"]),
    default="nominal",
    show_default=True,
    help="Level of measurement for KALPHA.",
)
@as_json
def reliability_of_file(
    file: Path,
    keys: tuple[str, ...],
    categories: str | None,
    separator: str,
    pairs: bool,
    program: str | None,
    level: str,
    as_json: bool,
) -> None:
    """Print agreement figures of FILE, a csv from outside a project.

    One line per unit and one column per coder; or unit, coder, category; or spans with the
    columns coder, category, begin, end, length and, if there are several, document.
    """
    known = [each.strip() for each in categories.split(",")] if categories else ()
    data, coders = reliability_file.read(file, categories=known, separator=separator)
    if program is not None:
        lines = program_panels.of_units(data, program, level)
        show(lines, as_json=as_json, line=_program_line)
        return
    parts = [("", data)]
    if pairs:
        named = coefficients.of_pairs(data)
        parts += [(f"{coders[i]} - {coders[j]}", own) for (i, j), own in named]
    rows: list[dict[str, object]] = []
    for name, part in parts:
        rows += [{"coders": name, **plain(each)} for each in coefficients.answers(part, keys)]
    show(rows, as_json=as_json, line=_line)


def _show_answers(answers: Sequence[Answer], *, as_json: bool) -> None:
    rows = [{"coders": "", **plain(each)} for each in answers]
    show(rows, as_json=as_json, line=_line)


def _line(row: dict[str, object]) -> str:
    """Return a figure with what it is of, its interval and its reason."""
    of = ", ".join(str(row[name]) for name in ("coders", "of") if row[name])
    head = f"{row['name']}{f' ({of})' if of else ''}: "
    if row["value"] is None:
        return f"{head}undefined. {row['reason']}"
    said = f"{head}{row['value']:.4f}"
    if row["low"] is None:
        return f"{said}   {row['method']}".rstrip()
    return f"{said}   [{row['low']:.4f}, {row['high']:.4f}] {row['method']}"


def _program_line(line: ProgramLine) -> str:
    value = line.figure.reason or f"{line.figure.value:.4f}"
    return f"{line.program}, {line.name}: {value}   {line.formula}"


def _named(answers: Sequence[Answer], found: Reliability) -> list[Answer]:
    """Give codes their keys in the place of uids."""
    return [agreement_tables.with_keys(each, found) for each in answers]


def _uids(there: Project, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(there.read(persons.coder_named, name).uid for name in names)


def _round_uid(there: Project, title: str | None) -> str:
    if title is None:
        return ""
    rows = there.read(persons.rounds)
    found = [row.uid for row in rows if title.casefold() in (row.title.casefold(), row.kind)]
    if len(found) != 1:
        raise RefusedChange(
            "{n} rounds are called {title}. Choose one of: {names}.",
            n=len(found),
            title=title,
            names=", ".join(f"{row.title} ({row.kind})" for row in rows),
        )
    return found[0]


COMMANDS = (agreement, reliability_of_file)
