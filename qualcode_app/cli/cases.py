"""Cases and the corpus from the command line: list, edit, place documents, in or out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import click

from qualcode_app.cli import case_sheet
from qualcode_app.cli.common import EXISTING_FILE, as_json, opened, show, show_one
from qualcode_app.cli.csv_out import Wish, csv_command, put
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.services.cases import (
    attribute_edits,
    case_edits,
    case_rows,
    group_edits,
    outside,
)
from qualcode_app.services.cases.corpus import Corpus, CorpusDocument, State, corpus
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import corpus_tables

PAIR = (str, str)
project_argument = click.argument("project", type=EXISTING_FILE)


@dataclass(frozen=True, slots=True)
class Listed:
    """A document, or a case without one, as it is printed."""

    case: str
    code: str
    document: str
    wave: str
    state: str
    reason: str
    groups: tuple[str, ...]


@click.group()
def cases() -> None:
    """Cases, their documents per wave, and which documents count."""


@cases.command(name="list")
@project_argument
@click.option("--wave", help="Only documents of this wave.")
@click.option("--group", help="Only documents that count for this group.")
@as_json
def list_(project: Path, wave: str | None, group: str | None, as_json: bool) -> None:
    """List documents with case, wave and groups, in or out and why; then cases without one."""
    with opened(project, read_only=True) as there:
        register = there.read(corpus)
    rows = [_listed(register, document) for document in register.everything]
    have = {document.case.uid for document in register.everything if document.case}
    rows += [
        Listed(case.name, case.code, "", "", "no document", "", ())
        for case in register.cases
        if case.uid not in have
    ]
    rows = [
        row
        for row in rows
        if (wave is None or row.wave.casefold() == wave.casefold())
        and (group is None or group.casefold() in (each.casefold() for each in row.groups))
    ]
    show(rows, as_json=as_json, line=_line, empty="No document or case fits.")


@cases.command(name="set")
@project_argument
@click.argument("name")
@click.option("--rename", help="Another name of the case.")
@click.option("--code", help="Its code, such as the gemeentecode.")
@click.option("--alias", "aliases", multiple=True, help="Another name by which it is known.")
@click.option("--group", "groups", type=PAIR, multiple=True, help='System and "Small (–2021)".')
@click.option("--attribute", "values", type=PAIR, multiple=True, help="Attribute and its value.")
@as_json
def set_(
    project: Path,
    name: str,
    rename: str | None,
    code: str | None,
    aliases: tuple[str, ...],
    groups: tuple[tuple[str, str], ...],
    values: tuple[tuple[str, str], ...],
    as_json: bool,
) -> None:
    """Give the case NAME other names, a code, groups or values; an unknown name makes a case."""
    with opened(project) as there:
        row = there.read(case_rows.find, name)
        if row is None:
            (uid,) = there.write(case_edits.add_case, name)[Kind.STUDY_CASE].added
            row = next(case for case in there.read(case_rows.cases) if case.uid == uid)
        now = replace(
            row,
            name=rename or row.name,
            code=row.code if code is None else code,
            aliases=(*row.aliases, *aliases),
        )
        there.write(case_edits.change_case, now)
        register = there.read(corpus)
        for title, text in groups:
            systems = {system.title.casefold(): system.uid for system in register.systems}
            if title.casefold() not in systems:
                raise UnknownRecord(
                    "There is no grouping {name}. See `qualcode groups list` for those there are.",
                    name=title,
                )
            there.write(group_edits.set_typed, row.uid, "case", systems[title.casefold()], text)
        for title, text in values:
            own = {one.title.casefold(): one for one in register.attributes if one.of == "case"}
            if title.casefold() not in own:
                raise UnknownRecord(
                    "Cases have no attribute {name}. See `qualcode groups list` for those they "
                    "have.",
                    name=title,
                )
            there.write(attribute_edits.set_values, own[title.casefold()], row.uid, text)
        now = next(case for case in there.read(case_rows.cases) if case.uid == row.uid)
    facts = {"case": now.name, "code": now.code, "aliases": now.aliases}
    show_one(facts, as_json=as_json, said=f"{now.name} {now.code}".strip() + ".")


@cases.command()
@project_argument
@click.argument("document")
@click.option("--case", "case_name", help="The case it belongs to; an unknown name makes one.")
@click.option("--wave", help="The wave it belongs to; an unknown title makes one.")
@click.option("--date", "dated", help="Its own date.")
@as_json
def place(
    project: Path,
    document: str,
    case_name: str | None,
    wave: str | None,
    dated: str | None,
    as_json: bool,
) -> None:
    """Say to which case and wave DOCUMENT belongs, and of what day it is."""
    with opened(project) as there:
        uid = there.read(documents.named, document).uid
        if case_name is not None:
            there.write(case_edits.place_in_case, uid, case_name)
        if wave is not None:
            there.write(group_edits.place_in_wave, uid, wave)
        if dated is not None:
            there.write(case_edits.set_date, uid, dated)
        register = there.read(corpus)
    row = _listed(register, next(one for one in register.everything if one.uid == uid))
    show_one({"row": row}, as_json=as_json, said=_line(row))


@cases.command(name="in")
@project_argument
@click.argument("titles", nargs=-1, required=True)
@as_json
def in_(project: Path, titles: tuple[str, ...], as_json: bool) -> None:
    """Take documents into the corpus."""
    _set_state(project, titles, "in", "", as_json=as_json)


@cases.command()
@project_argument
@click.argument("titles", nargs=-1, required=True)
@click.option("--reason", required=True, help="Why they do not count.")
@as_json
def out(project: Path, titles: tuple[str, ...], reason: str, as_json: bool) -> None:
    """Take documents out of the corpus, with a reason."""
    _set_state(project, titles, "out", reason, as_json=as_json)


@cases.command(name="outside")
@project_argument
@click.argument("sentence", required=False)
@as_json
def outside_(project: Path, sentence: str | None, as_json: bool) -> None:
    """Point out the cases that do not count: all of them, or those that SENTENCE names."""
    with opened(project, read_only=True) as there:
        register = there.read(corpus)
    if sentence is None:
        found = outside.everything(register)
    else:
        found = outside.mentioned(register, sentence)
    rows = [
        {
            "case": one.case.name,
            "documents": [document.title for document in one.documents],
            "reason": one.reason,
        }
        for one in found
    ]
    show(rows, as_json=as_json, line=_outside_line, empty="Every case counts.")


def _set_state(
    project: Path, titles: tuple[str, ...], state: State, reason: str, *, as_json: bool
) -> None:
    with opened(project) as there:
        uids = [there.read(documents.named, title).uid for title in titles]
        there.write(case_edits.set_state, uids, state, reason)
        n = len(there.read(corpus).documents)
    facts = {"changed": len(uids), "in_corpus": n}
    show_one(facts, as_json=as_json, said=f"{n} documents are in the corpus.")


def _listed(register: Corpus, document: CorpusDocument) -> Listed:
    groups = register.groups
    return Listed(
        document.case.name if document.case else "",
        document.case.code if document.case else "",
        document.title,
        document.wave.title if document.wave else "",
        document.state,
        document.out_reason,
        tuple(groups[uid].title for uids in document.groups.values() for uid in uids),
    )


def _line(row: Listed) -> str:
    parts = (row.case, row.code, row.document, row.wave, row.state, ", ".join(row.groups))
    return "\t".join((*parts, row.reason)).rstrip()


def _outside_line(row: dict[str, object]) -> str:
    return f"{row['case']}\t{row['reason'] or 'no reason given'}"


@cases.command()
@csv_command
def export(wish: Wish) -> None:
    """Write the register of PROJECT as csv, which `cases import` reads back, or print it."""
    with opened(wish.project, read_only=True) as there:
        put(wish, "corpus", there.read(corpus_tables.table, wish.language), "rows")


for command in case_sheet.COMMANDS:
    cases.add_command(command)

COMMANDS = (cases,)
