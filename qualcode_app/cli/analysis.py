"""The corpus from the command line: the matrix, questions, and codes near each other."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from qualcode_app.cli import analysis_options as options
from qualcode_app.cli.analysis_options import Wanted, choices
from qualcode_app.cli.common import EXISTING_FILE, Bar, opened, show_one
from qualcode_app.domain.search_query import Mode, Query
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.services.analysis import asking, own_scale, word_question
from qualcode_app.services.analysis import attention as by_words
from qualcode_app.services.analysis import matrix as figures
from qualcode_app.services.analysis import together as near_each_other
from qualcode_app.services.analysis.matrix import IN_WORDS, MEASURES, Choice, Measure
from qualcode_app.services.analysis.nearness import Near, Nearness
from qualcode_app.services.analysis.quantifiers import disagrees
from qualcode_app.services.analysis.questions import Answer, Kind, Question
from qualcode_app.services.analysis.sentences import sentence
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.claims import claims
from qualcode_app.services.coding import relations
from qualcode_app.services.exporting import analysis_tables, attention_tables

NEAR = (*(near.value for near in Near), *relations.KINDS)


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
@choices(within=True)
def matrix(
    project: Path,
    measure: str,
    level: int,
    system: str | None,
    wanted: Wanted,
) -> None:
    """Print codes by documents, or by groups, of PROJECT as CSV.

    An empty cell was not read for the code; 0 was read and not found. n of N counts documents
    that were read.
    """
    with opened(project, read_only=True) as there:
        read = wanted.study(there)
        chosen = Choice(
            level=level,
            system_uid=options.system(read, system),
            group_uid=options.group(read, wanted.group),
            wave_uid=options.wave(read, wanted.wave),
        )
        found = figures.table(read, chosen)
        if measure in IN_WORDS:
            counters = figures.counters(read)
            found = there.read(figures.with_words, read, found, counters, Bar("Counting words"))
    shown = cast("Measure", measure)
    columns = found.groups(read) if system else found.columns(read)
    book = analysis_tables.matrix_book(found, read, shown, columns, wanted.language)
    options.put(book, wanted)


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.option("--by", "system", required=True, help="The title of a grouping.")
@click.option("--level", default=1, show_default=True, help="Codes down to this level.")
@choices(within=True)
def attention(project: Path, system: str, level: int, wanted: Wanted) -> None:
    """Print how many words each group of documents of PROJECT has on each theme, as CSV.

    Words under several codings count once; shares are of the documents read for a theme. --out
    adds a sheet with the length and the number of codes per document of each group.
    """
    with opened(project, read_only=True) as there:
        read = wanted.study(there)
        chosen = Choice(
            level=level,
            system_uid=options.system(read, system),
            group_uid=options.group(read, wanted.group),
            wave_uid=options.wave(read, wanted.wave),
        )
        counters, bar = figures.counters(read), Bar("Counting words")
        found = there.read(by_words.by_group, read, chosen, counters, bar)
    options.put(Snapshot(attention_tables.sheets(found, wanted.language)), wanted)


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
@click.option("--keep", is_flag=True, help="Keep it as a finding, in the words of --draft if any.")
@choices(within=True)
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
    keep: bool,
    wanted: Wanted,
) -> None:
    """Ask PROJECT a question of some KIND about codes, and print the sentence.

    WORDS are keys of codes; for the kind words, what is searched for. all_of one code is who
    has it, none_of who lacks it. What was not read counts as unknown, never as absent.
    """
    with opened(project, read_only=scale is None and not keep) as there:
        if scale is not None:
            there.write(own_scale.save, own_scale.parsed(scale))
        read = wanted.study(there)
        question = Question(
            Kind(kind),
            () if kind == Kind.WORDS else tuple(read.tree.keyed(key).uid for key in words),
            group_uid=options.group(read, wanted.group),
            wave_uid=options.wave(read, wanted.wave),
            later_uid=options.wave(read, later),
            attribute=_attribute(read, attribute),
            document_uids=tuple(uid for name in names for uid in read.documents_named(name)),
            facet=options.facet(there, facet),
            system_uid=options.system(read, system),
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
        if keep:
            said = draft or sentence(found, wanted.language)
            there.write(claims.keep, claims.of_answer(found, read.voices, said))
    _tell(found, wanted)
    line = found.line if found.lines else None
    wrong = (
        disagrees(draft, line.n, line.of, wanted.language, found.scale) if line is not None else ""
    )
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
@choices(within=False)
def together(
    project: Path,
    near: str,
    n_words: int,
    level: int,
    wanted: Wanted,
) -> None:
    """Print which codes stand near each other in PROJECT, the most frequent pairs first."""
    with opened(project, read_only=True) as there:
        read = wanted.study(there)
        rows = read.tree.at_level(level)
        how = Nearness(Near(near), n_words)
        found = there.read(near_each_other.matrix, read, rows, how, Bar("Comparing"))
    table = analysis_tables.together(found, wanted.language)
    options.put(analysis_tables.alone("Together", table, wanted.language), wanted)


def _tell(found: Answer, wanted: Wanted) -> None:
    said = sentence(found, wanted.language)
    if wanted.out is not None:
        table = analysis_tables.answer(found, wanted.language)
        options.write(analysis_tables.alone("Answer", table, wanted.language), wanted.out)
    facts = {"sentence": said, "lines": found.lines}
    show_one(facts, as_json=wanted.as_json, said=said)


def _attribute(read: Study, said: str | None) -> tuple[str, str] | None:
    if said is None:
        return None
    title, _, value = said.partition("=")
    return options.titled(read.corpus.attributes, title), value.strip()


COMMANDS = (matrix, attention, ask, together)
