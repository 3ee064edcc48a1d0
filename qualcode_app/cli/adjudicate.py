"""Commands that settle where coders differ."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from qualcode_app.cli.common import EXISTING_FILE, Bar, as_json, opened, show, show_one
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.services.adjudication import board, decisions, taking_over
from qualcode_app.services.adjudication.board import Board, Wish
from qualcode_app.services.adjudication.decisions import Decision, Difference
from qualcode_app.services.adjudication.places import Said
from qualcode_app.services.adjudication.verdicts import Judged, VerdictPlace
from qualcode_app.services.codebook import codebook
from qualcode_app.services.documents import documents
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.project import Project

ID_LENGTH = 8  # letters by which a place goes


@click.group()
def adjudicate() -> None:
    """Settle where the coders of a project differ; the outcome belongs to the consensus."""


all_read = click.option(
    "--all-read", is_flag=True, help="Count silence also where a theme is not marked as read."
)


@adjudicate.command(name="list")
@click.argument("project", type=EXISTING_FILE)
@click.option("--open", "only_open", is_flag=True, help="Only what is not decided.")
@all_read
@as_json
def list_(project: Path, only_open: bool, all_read: bool, as_json: bool) -> None:
    """List the places of PROJECT where coders differ."""
    with opened(project, read_only=True) as there:
        found = there.read(board.read, Wish(all_read=all_read))
        rows = _facts(there, found)
    if only_open:
        rows = [row for row in rows if row["state"] != "decided"]
    show(rows, as_json=as_json, line=_line, empty="The coders do not differ.")


@adjudicate.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("place")
@click.option("--as", "lead", help="Who decides; the first coder without.")
@click.option("--take", "coder", help="What this coder says holds.")
@click.option("--both", is_flag=True, help="Every code holds that somebody put there.")
@click.option("--none", is_flag=True, help="Nothing of it holds.")
@click.option("--discuss", "note", help="What is to be discussed.")
@all_read
@as_json
def decide(
    project: Path,
    place: str,
    lead: str | None,
    coder: str | None,
    both: bool,
    none: bool,
    note: str | None,
    all_read: bool,
    as_json: bool,
) -> None:
    """Decide on one PLACE of PROJECT, named as in the list."""
    if sum(map(bool, (coder, both, none, note))) != 1:
        raise RefusedChange(
            "A decision says one thing. Give one of --take CODER, --both, --none and --discuss "
            "WORDS."
        )
    with opened(project, coder=lead) as there:
        chosen = _named(there.read(board.read, Wish(all_read=all_read)), place)
        if coder:
            uid = there.read(people.coder_named, coder).uid
            decision = decisions.accept(chosen, uid)
        elif both:
            if isinstance(chosen, VerdictPlace):
                raise RefusedChange("Two verdicts cannot both hold. Take one of them.")
            decision = Decision(chosen, "both", decisions.both(chosen))
        else:
            decision = Decision(chosen, "discuss" if note else "none", note=note or "")
        there.write(decisions.decide, decision)
    show_one(
        {"place": place, "outcome": decision.outcome},
        as_json=as_json,
        said=f"Decided on {place}: {decision.outcome}.",
    )


@adjudicate.command(name="equal")
@click.argument("project", type=EXISTING_FILE)
@click.option("--as", "lead", help="Who decides; the first coder without.")
@all_read
@as_json
def take_equal(project: Path, lead: str | None, all_read: bool, as_json: bool) -> None:
    """Take over what all coders of PROJECT agree on, as one batch."""
    with opened(project, coder=lead) as there:
        equal = there.read(board.read, Wish(all_read=all_read)).equal
        uid = journal.new_uid()
        if equal:
            label = "What all coders agree on"
            bar = Bar("Taking over")
            there.write(taking_over.take_equal, equal, label=label, batch_uid=uid, progress=bar)
    show_one(
        {"places": len(equal), "batch": uid if equal else None},
        as_json=as_json,
        said=f"Took over {len(equal)} places that all coders agree on.",
    )


def _facts(there: Project, found: Board) -> list[dict[str, Any]]:
    titles = {row.uid: row.title for row in there.read(documents.rows)}
    names = {row.uid: row.name for row in there.read(people.coders)}
    keys = {row.uid: row.key for row in there.read(codebook.rows, retired=True)}
    return [
        {
            "place": _id(place),
            "document": titles.get(place.document_uid, ""),
            "start": place.anchor.start,
            "end": place.anchor.end,
            "about": _about(place, keys),
            "kinds": sorted(place.kinds),
            "state": found.state(place),
            "said": {
                names[uid]: [_about_one(one, keys) for one in place.of_coder(uid)]
                for uid in place.coder_uids
            },
        }
        for place in found.differences
    ]


def _about(place: Difference, keys: dict[str, str]) -> str:
    if isinstance(place, VerdictPlace):
        return place.proposition.key
    return keys.get(place.code_uid, "?")


def _about_one(one: Said | Judged, keys: dict[str, str]) -> str:
    if isinstance(one, Judged):
        return one.verdict.option_key
    if one.area is not None:
        sides = (one.area.x0_pt, one.area.y0_pt, one.area.x1_pt, one.area.y1_pt)
        drawn = " ".join(f"{side:.0f}" for side in sides)
        return f"{keys.get(one.code_uid, '?')} sheet {one.area.page_number}: {drawn}"
    return f"{keys.get(one.code_uid, '?')} {one.anchor.start}-{one.anchor.end}"


def _line(row: dict[str, Any]) -> str:
    said = "; ".join(f"{name}: {', '.join(what) or '-'}" for name, what in row["said"].items())
    kinds = ", ".join(row["kinds"])
    return f"{row['place']}  {row['state']}  {row['document']}  {row['about']}  {kinds}  {said}"


def _id(place: Difference) -> str:
    return decisions.uid_of(place)[:ID_LENGTH]


def _named(found: Board, place: str) -> Difference:
    fits = [each for each in found.differences if decisions.uid_of(each).startswith(place)]
    if len(fits) != 1:
        raise UnknownRecord(
            "There is no one place {place} where coders differ. Look at the list.", place=place
        )
    return fits[0]


COMMANDS = (adjudicate,)
