"""Findings from the command line: listed, asked again, confirmed, held against each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from qualcode_app.cli.analysis_options import write
from qualcode_app.cli.common import (
    EXISTING_FILE,
    FILE,
    Bar,
    as_json,
    language,
    opened,
    plain,
    show,
    show_one,
)
from qualcode_app.domain.claim_terms import CHECKS, STATES
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.domain.terms import heading
from qualcode_app.services.analysis.evidence import Passage
from qualcode_app.services.claims import claims as findings
from qualcode_app.services.claims import contradictions as clashes
from qualcode_app.services.claims import recheck as again
from qualcode_app.services.claims.contradiction import Check, Contradiction, Side
from qualcode_app.services.claims.recheck import Checked, Register, State
from qualcode_app.services.exporting import claim_tables
from qualcode_app.services.exporting.claim_tables import said
from qualcode_app.services.store.project import Project

SHOWN = 3  # passages of a side that are printed


@click.group()
def claims() -> None:
    """Findings: sentences bound to stored questions. Keep one with `qualcode ask --keep`."""


@claims.command(name="list")
@click.argument("project", type=EXISTING_FILE)
@click.option("--out", type=FILE, help="Write findings and contradictions as sheets.")
@language
@as_json
def list_claims(project: Path, out: Path | None, language: str, as_json: bool) -> None:
    """Print every finding of PROJECT with its number and how it stands now.

    Kept searches without a hit come last: that nothing was found is a finding.
    """
    with opened(project, read_only=True) as there:
        register = again.check(there, progress=Bar("Checking"))
        if out is not None:
            found = there.read(clashes.find, register, Bar("Comparing"))
            write(there.read(claim_tables.book, register, found, language), out)
    facts = [_facts(row, language) for row in register.rows]
    show(
        facts,
        as_json=as_json,
        line=lambda fact: f"{fact['number']}\t{fact['state_words']}\t{fact['sentence']}",
        empty="No finding is kept yet. Keep an answer with qualcode ask --keep.",
    )


@claims.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("numbers", nargs=-1, type=int)
@click.option("--confirm", is_flag=True, help="Keep what is found now, with its sentence.")
@click.option("--sentence", help="With --confirm of one finding: its sentence from now on.")
@language
@as_json
def recheck(
    project: Path,
    numbers: tuple[int, ...],
    confirm: bool,
    sentence: str | None,
    language: str,
    as_json: bool,
) -> None:
    """Print what changed since the findings of PROJECT were kept: then, now, who came or went.

    NUMBERS are those of `claims list`; without any, all findings that are not true any more.
    """
    with opened(project, read_only=not confirm) as there:
        register = again.check(there, progress=Bar("Checking"))
        rows = [_numbered(register, number) for number in numbers]
        rows = rows or [row for row in register.rows if row.state != State.TRUE]
        if confirm:
            _confirm(there, rows, sentence, language)
    show(
        [_facts(row, language) for row in rows],
        as_json=as_json,
        line=_told,
        empty="Every finding is still true.",
    )


@claims.command()
@click.argument("project", type=EXISTING_FILE)
@click.option(
    "--check", "check", type=click.Choice([each.value for each in Check]), help="Only this check."
)
@language
@as_json
def contradictions(project: Path, check: str | None, language: str, as_json: bool) -> None:
    """Print what cannot both hold in PROJECT, with both sides and their passages."""
    with opened(project, read_only=True) as there:
        register = again.check(there, progress=Bar("Checking"))
        found = there.read(clashes.find, register, Bar("Comparing"))
        facts = [
            _clash(there, register, each, language)
            for each in found
            if check is None or each.check.value == check
        ]
    show(facts, as_json=as_json, line=_clash_told, empty="Nothing contradicts anything.")


@claims.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("number", type=int)
@as_json
def remove(project: Path, number: int, as_json: bool) -> None:
    """Take finding NUMBER of `claims list` out of PROJECT."""
    with opened(project) as there:
        row = _own(_numbered(again.check(there), number))
        there.write(findings.remove, row.claim.uid)
    told = f"Removed: {row.claim.sentence}"
    show_one({"removed": row.claim.uid}, as_json=as_json, said=told)


def _confirm(there: Project, rows: list[Checked], sentence: str | None, language: str) -> None:
    if sentence is not None and len(rows) != 1:
        raise RefusedChange("A sentence is for one finding. Name its number.")
    for row in rows:
        if row.now is None or row.claim.is_search:
            continue
        words = sentence or said(row.now.said, language)
        there.write(findings.confirm, row.claim.uid, row.now, words)


def _numbered(register: Register, number: int) -> Checked:
    found = next((row for row in register.rows if row.claim.number == number), None)
    if found is None:
        raise UnknownRecord(
            "There is no finding {number}. Look the numbers up with claims list.", number=number
        )
    return found


def _own(row: Checked) -> Checked:
    if row.claim.is_search:
        raise RefusedChange("This is a kept search. Remove it where searches are kept.")
    return row


def _facts(row: Checked, language: str) -> dict[str, Any]:
    then, now, own = row.claim.result, row.now, row.claim.sentence
    return {
        "number": row.claim.number,
        "uid": row.claim.uid,
        "sentence": said(then.said, language) if then and row.claim.is_search else own,
        "state": row.state.value,
        "state_words": heading(STATES[row.state.value], language),
        "then": said(then.said, language) if then else "",
        "now": said(now.said, language) if now else str(row.reason or ""),
        "moves": [plain(move) for move in row.moves],
        "unread": list(row.unread),
        "evidence": [{"coding": uid, "role": role} for uid, role in row.claim.evidence],
        "memos": list(row.claim.memos),
        "kept_at": row.claim.kept_at,
        "kept_by": row.claim.coder_name,
        "is_search": row.claim.is_search,
    }


def _told(fact: dict[str, Any]) -> str:
    lines = [f"{fact['number']}\t{fact['state_words']}\t{fact['sentence']}"]
    lines += [f"\t{word}: {fact[word]}" for word in ("then", "now") if fact[word]]
    for move in fact["moves"]:
        lines += [f"\t+ {name}" for name in move["came"]]
        lines += [f"\t- {name}" for name in move["went"]]
    lines += [f"\t? {name}" for name in fact["unread"]]
    return "\n".join(lines)


def _clash(
    there: Project, register: Register, found: Contradiction, language: str
) -> dict[str, Any]:
    numbers = {row.claim.uid: row.claim.number for row in register.rows}
    return {
        "check": found.check.value,
        "check_words": heading(CHECKS[found.check.value], language),
        "what": said(found.what, language),
        "sides": [
            {
                "finding": numbers.get(side.claim_uid),
                "said": said(side.said, language),
                "passages": list(_passages(there, register, side)),
            }
            for side in found.sides
        ],
    }


def _passages(there: Project, register: Register, side: Side) -> Iterator[dict[str, Any]]:
    study = next(iter(register.studies.values()))
    rows, _ = there.read(clashes.passages, study, side)
    for row in rows:
        if isinstance(row, Passage):
            words = " ".join(row.quote.split())
            yield {"document": row.document_name, "page": row.page_label, "quote": words}


def _clash_told(fact: dict[str, Any]) -> str:
    lines = [f"{fact['check_words']}: {fact['what']}"]
    for side in fact["sides"]:
        number = f"[{side['finding']}] " if side["finding"] else ""
        lines.append(f"\t{number}{side['said']}")
        lines += [
            f"\t\t{row['document']}, {row['page']}: “{row['quote']}”"
            for row in side["passages"][:SHOWN]
        ]
    return "\n".join(lines)


COMMANDS = (claims,)
