"""`values` and `chart`: numbers of codings, and findings as pictures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import click

from qualcode_app.cli import analysis_options as options
from qualcode_app.cli.analysis_options import Wanted, choices, gathered
from qualcode_app.cli.common import EXISTING_FILE, Bar, opened, records, show_one
from qualcode_app.domain import charts
from qualcode_app.domain.charts import Chart
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.formats.chart_frame import told
from qualcode_app.services.analysis import matrix as figures
from qualcode_app.services.analysis import number_answers, portrait, ratings, values
from qualcode_app.services.analysis.matrix import IN_WORDS, MEASURES, Choice, Measure
from qualcode_app.services.analysis.number_answers import Asked
from qualcode_app.services.analysis.number_sentences import sentence
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.exporting import analysis_tables, chart_files, value_tables
from qualcode_app.services.exporting.charting import Charts
from qualcode_app.services.store.project import Project

KINDS = ("groups", "codes", "ratings", "heat", "strip", "timeline", "portrait")


@dataclass(frozen=True, slots=True)
class Narrow:
    """Which codes, documents and numbers are asked about, as options of both commands."""

    keys: tuple[str, ...]
    names: tuple[str, ...]
    words: str
    unit: str
    base: str
    year: int | None
    system: str | None

    def numbers(self, read: Study, wanted: Wanted) -> values.Wanted:
        """Return the numbers that are wanted."""
        return values.Wanted(
            self.words,
            self.unit,
            self.base,
            year=self.year,
            code_uids=self.codes(read),
            group_uid=options.group(read, wanted.group),
            wave_uid=options.wave(read, wanted.wave),
            document_uids=self.documents(read),
        )

    def codes(self, read: Study) -> tuple[str, ...]:
        """Return the codes that are named."""
        return tuple(read.tree.keyed(key).uid for key in self.keys)

    def documents(self, read: Study) -> tuple[str, ...]:
        """Return the documents that are named."""
        return tuple(uid for name in self.names for uid in read.documents_named(name))


narrowing = gathered(
    Narrow,
    "narrow",
    [
        click.option("--by", "system", help="The grouping to compare: its title."),
        click.option("--year", type=int, help="Only numbers of this year."),
        click.option("--base", default="", help="Only numbers with this base: 'per jaar'."),
        click.option("--unit", default="", help="Only numbers with this unit."),
        click.option("--of", "words", default="", help="What numbers are of: words in it."),
        click.option("--in", "names", multiple=True, help="Only this document or case; any name."),
        click.option("--code", "keys", multiple=True, help="Key of a code; with those below it."),
    ],
)


@click.command("values")
@click.argument("project", type=EXISTING_FILE)
@click.option(
    "--say",
    type=click.Choice([asked.value for asked in Asked]),
    help="Print a sentence in the place of the table.",
)
@narrowing
@choices(within=True)
def values_(project: Path, say: str | None, narrow: Narrow, wanted: Wanted) -> None:
    """Print the numbers on codings of PROJECT as CSV, with page and passage.

    With --say a finding about numbers of one thing as a sentence: who gives one (listed), the
    highest, the lowest, several in one document, medians by group (--by), or target years.
    """
    with opened(project, read_only=True) as there:
        read = wanted.study(there)
        of = narrow.numbers(read, wanted)
        if say is None:
            found = there.read(values.rows, read, of)
            table = there.read(value_tables.table, found, wanted.language)
            options.put(analysis_tables.alone("Values", table, wanted.language), wanted)
            return
        grouping = options.system(read, narrow.system)
        answer = there.read(number_answers.ask, read, Asked(say), of, None, grouping)
        rows = there.read(value_tables.table, answer.rows, wanted.language)
    said = sentence(answer, wanted.language)
    if wanted.out is not None:
        options.write(analysis_tables.alone("Values", rows, wanted.language), wanted.out)
    facts = {"sentence": said, "numbers": records(rows)}
    show_one(facts, as_json=wanted.as_json, said=said)


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--facet", help="For ratings: the facet, by key or label.")
@click.option(
    "--measure",
    type=click.Choice(MEASURES),
    default="count",
    show_default=True,
    help="For heat: what a cell says.",
)
@click.option("--level", default=2, show_default=True, help="For heat and codes: level of codes.")
@narrowing
@choices(within=True, out="Draw a picture: .png or .svg; or write its sheet: .xlsx, .csv.")
def chart(
    project: Path,
    kind: str,
    facet: str | None,
    measure: str,
    level: int,
    narrow: Narrow,
    wanted: Wanted,
) -> None:
    """Draw a chart of PROJECT, or tell it in words where no file is named.

    groups: documents by group (--code, --by); codes: documents by code; ratings: passages by the
    values of a facet (--code, --facet, --by); heat: codes by documents, or by groups (--by);
    strip: numbers of one thing (--of, --by); timeline: target years; portrait: one document (--in).
    """
    with opened(project, read_only=True) as there:
        made = _Drawing(there, narrow, wanted)
        match kind:
            case "strip" | "timeline":
                drawn = made.numbers(kind)
            case "heat" | "codes":
                drawn = made.matrix(kind, cast("Measure", measure), level)
            case "portrait":
                drawn = made.portrait()
            case _:
                drawn = made.code(kind, facet)
    _put(drawn, wanted)


class _Drawing:
    """Makes the chart that is asked for."""

    def __init__(self, there: Project, narrow: Narrow, wanted: Wanted) -> None:
        self._there = there
        self._narrow = narrow
        self._wanted = wanted
        self._read = wanted.study(there)
        self._draw = Charts(self._read, there.title, wanted.language)
        self._system = options.system(self._read, narrow.system)

    def numbers(self, kind: str) -> Chart:
        """Return a strip plot or a timeline."""
        read, of = self._read, self._narrow.numbers(self._read, self._wanted)
        asked = Asked.YEARS if kind == "timeline" else Asked.LISTED
        if asked == Asked.LISTED and self._system:
            asked = Asked.GROUPS
        found = self._there.read(number_answers.ask, read, asked, of, None, self._system)
        return self._draw.timeline(found) if kind == "timeline" else self._draw.strip(found)

    def matrix(self, kind: str, measure: Measure, level: int) -> Chart:
        """Return a heat map, or a bar for each code."""
        read = self._read
        chosen = Choice(
            level=level,
            system_uid=self._system,
            group_uid=options.group(read, self._wanted.group),
            wave_uid=options.wave(read, self._wanted.wave),
            code_uids=self._narrow.codes(read),
        )
        found = figures.table(read, chosen)
        if kind == "codes":
            return self._draw.codes(found)
        if measure in IN_WORDS:
            counters = figures.counters(read)
            found = self._there.read(
                figures.with_words, read, found, counters, Bar("Counting words")
            )
        columns = found.groups(read) if self._system else found.columns(read)
        return self._draw.heat(found, measure, columns)

    def portrait(self) -> Chart:
        """Return one document as a strip."""
        uids = self._narrow.documents(self._read)
        if len(uids) != 1:
            raise RefusedChange(
                "A portrait is of one document and {n} are named. Name one with --in.", n=len(uids)
            )
        return self._draw.portrait(self._there.read(portrait.of, self._read, uids[0]))

    def code(self, kind: str, facet: str | None) -> Chart:
        """Return the documents, or the rated passages, of a code by group."""
        read, codes = self._read, self._narrow.codes(self._read)
        if len(codes) != 1:
            raise RefusedChange(
                "This chart is about one code and {n} are named. Name one with --code.",
                n=len(codes),
            )
        if kind == "groups":
            return self._draw.groups(read.tree.codes[read.tree.index(codes[0])], self._system)
        question = Question(
            Kind.ANY_OF,
            codes,
            group_uid=options.group(read, self._wanted.group),
            wave_uid=options.wave(read, self._wanted.wave),
            document_uids=self._narrow.documents(read),
            facet=options.facet(self._there, facet),
        )
        found = self._there.read(ratings.ask, read, question, self._system)
        return self._draw.ratings(found)


def _put(drawn: Chart, wanted: Wanted) -> None:
    words = told(drawn)
    files: tuple[Path, ...] = ()
    if wanted.out is not None and wanted.out.suffix.lower() in chart_files.SUFFIXES:
        files = chart_files.write(drawn, wanted.out)
    elif wanted.out is not None:
        table = charts.table(drawn)
        options.write(analysis_tables.alone("Chart", table, wanted.language), wanted.out)
        files = (wanted.out,)
    names = ", ".join(path.name for path in files)
    facts = {"files": files, "text": words, "rows": records(charts.table(drawn))}
    said = f"Wrote {names}: {drawn.caption.title}." if files else words
    show_one(facts, as_json=wanted.as_json, said=said)


COMMANDS = (values_, chart)
