"""The command that searches the documents of a project."""

from __future__ import annotations

from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, Bar, as_json, opened, show
from qualcode_app.domain.search_query import Mode, Query
from qualcode_app.services.documents import documents
from qualcode_app.services.search import search as finding
from qualcode_app.services.search import search_runs
from qualcode_app.services.search.search_places import Found, Places
from qualcode_app.services.search.search_runs import NewRun

LISTED = 2_000  # hits whose context is read at a time


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("words")
@click.option(
    "--mode",
    type=click.Choice([mode.value for mode in Mode]),
    default=Mode.WORD.value,
    show_default=True,
    help="How the words are matched.",
)
@click.option("--exact-case", is_flag=True, help="Capitals count.")
@click.option("--document", help="Only this document.")
@click.option("--keep", is_flag=True, help="Keep the result in the project, also without hits.")
@click.option("--coder", help="Name or initials of the coder who keeps it.")
@as_json
def search(
    project: Path,
    words: str,
    mode: str,
    exact_case: bool,
    document: str | None,
    keep: bool,
    coder: str | None,
    as_json: bool,
) -> None:
    """Find WORDS in the documents of PROJECT, each hit with its page and context.

    Accents, ligatures, hyphens at line ends and page ends make no difference.
    """
    query = Query(words, Mode(mode), exact_case=exact_case)
    with opened(project, coder=coder, read_only=not keep) as there:
        known = [there.read(documents.named, document)] if document else there.read(documents.rows)
        titles = {row.revision_uid: row.title for row in known}
        hits = finding.run(there, query, revision_uids=titles, progress=Bar("Searching"))
        places = Places()
        found: list[Found] = []
        for start in range(0, len(hits), LISTED):
            found += there.read(places.of, hits[start : start + LISTED])
        if keep:
            there.write(search_runs.keep, NewRun(there.author_uid, query, tuple(titles), len(hits)))
    if as_json:
        show([_record(one, titles) for one in found], as_json=True, line=str)
        return
    for one in found:
        before, after = one.before.rsplit(". ", 1)[-1], one.after
        context = f"{before}[{one.match}]{after}"
        click.echo(f"{titles[one.hit.revision_uid]}\t{one.page_label}\t{context}")
    n_with = len({one.hit.revision_uid for one in found})
    among = f"{n_with} of {len(titles)}" if hits else str(len(titles))
    click.echo(f"{len(hits)} hits in {among} documents.", err=True)


def _record(found: Found, titles: dict[str, str]) -> dict[str, object]:
    return {
        "document": titles[found.hit.revision_uid],
        "page": found.page_label,
        "start": found.anchor.start,
        "end": found.anchor.end,
        "before": found.before,
        "match": found.match,
        "after": found.after,
    }


COMMANDS = (search,)
