"""Commands that change a codebook and look at its versions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, FILE, as_json, language, opened, show, show_one
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.formats.csv_table import CsvExporter, CsvStyle
from qualcode_app.formats.xlsx import XlsxExporter
from qualcode_app.services.codebook import active as in_play
from qualcode_app.services.codebook import (
    code_edits,
    code_history,
    code_moves,
    code_review,
    code_state,
    codebook,
    versions,
)
from qualcode_app.services.codebook.active import NewActiveSet
from qualcode_app.services.codebook.code_history import RevisionRow
from qualcode_app.services.codebook.versions import NOW, Difference, VersionRow
from qualcode_app.services.store import people
from qualcode_app.services.store.journal import new_uid
from qualcode_app.services.store.project import Project

project_argument = click.argument("project", type=EXISTING_FILE)
coder = click.option("--coder", required=True, help="Name or initials of who does this.")
reason = click.option("--reason", default="", help="Kept with the revision.")


@click.command()
@project_argument
@click.argument("key")
@click.option("--label-nl", help="The Dutch name.")
@click.option("--label-en", help="The English name.")
@click.option("--key", "new_key", help="Another key.")
@coder
@reason
@as_json
def rename(
    project: Path,
    key: str,
    label_nl: str | None,
    label_en: str | None,
    new_key: str | None,
    coder: str,
    reason: str,
    as_json: bool,
) -> None:
    """Give the code KEY another name or key."""
    with opened(project, coder=coder) as there:
        uid = there.read(codebook.code_keyed, key).uid
        text = there.read(code_edits.get, uid)
        now = replace(
            text,
            key=new_key or text.key,
            label_nl=label_nl or text.label_nl,
            label_en=label_en or text.label_en,
        )
        there.write(code_edits.write, uid, now, reason)
    said = f"{now.key}  {now.label_nl} / {now.label_en}"
    show_one(
        {"key": now.key, "label_nl": now.label_nl, "label_en": now.label_en},
        as_json=as_json,
        said=said,
    )


@click.command()
@project_argument
@click.argument("key")
@click.option("--below", help="Key of the code above; without it the code goes to the top.")
@click.option("--before", help="Key of the brother it goes before; without it comes last.")
@coder
@reason
@as_json
def move(
    project: Path,
    key: str,
    below: str | None,
    before: str | None,
    coder: str,
    reason: str,
    as_json: bool,
) -> None:
    """Put the code KEY elsewhere in the tree."""
    with opened(project, coder=coder) as there:
        uid, parent, brother = (_uid(there, each) for each in (key, below, before))
        there.write(code_moves.move, uid or "", parent, brother, reason)
    show_one(
        {"key": key, "below": below, "before": before},
        as_json=as_json,
        said=f"{key} is below {below}." if below else f"{key} is at the top.",
    )


@click.command()
@project_argument
@click.argument("key")
@click.argument("into")
@coder
@reason
@as_json
def merge(project: Path, key: str, into: str, coder: str, reason: str, as_json: bool) -> None:
    """Give the codings of the code KEY to the code INTO, and retire KEY."""
    with opened(project, coder=coder) as there:
        uid = there.read(codebook.code_keyed, key).uid
        into_uid = there.read(codebook.code_keyed, into).uid
        there.write(code_moves.merge, uid, into_uid, new_uid(), reason)
        n_review = len(there.read(code_review.rows))
    show_one(
        {"merged": key, "into": into, "to_review": n_review},
        as_json=as_json,
        said=f"{key} is merged into {into}. {n_review} codings are to be reviewed.",
    )


@click.command()
@project_argument
@click.argument("key")
@coder
@reason
@as_json
def retire(project: Path, key: str, coder: str, reason: str, as_json: bool) -> None:
    """Take the code KEY and all below it out of use; codings stay."""
    with opened(project, coder=coder) as there:
        there.write(code_moves.retire, there.read(codebook.code_keyed, key).uid, reason)
    show_one({"retired": key}, as_json=as_json, said=f"{key} is retired.")


@click.command()
@project_argument
@click.option("--on", multiple=True, help="Key of a code to use, with all below it.")
@click.option("--off", multiple=True, help="Key of a code to leave out, with all below it.")
@click.option("--level", type=click.IntRange(1, 9), help="Use all codes down to this level.")
@click.option("--coder", help="Name or initials of who chooses.")
@as_json
def active(
    project: Path,
    on: tuple[str, ...],
    off: tuple[str, ...],
    level: int | None,
    coder: str | None,
    as_json: bool,
) -> None:
    """List the codes in play in the round, or choose them."""
    choosing = bool(on or off or level)
    with opened(project, coder=coder, read_only=not choosing) as there:
        round_uid = there.read(people.present_round)
        if choosing:
            home = there.read(code_edits.codebook_of, "")
            _choose(there, (round_uid, home), (on, off), level)
        rows = there.read(codebook.rows, round_uid=round_uid)
    found = [row for row in rows if row.is_active]
    show(
        found,
        as_json=as_json,
        line=lambda row: f"{'  ' * (row.level - 1)}{row.key}  {row.label_en}",
        empty="This project has no codebook.",
    )


@click.command()
@project_argument
@click.option("--fix", help="Make a version of the codebook as it is, for this reason.")
@click.option("--coder", help="Name or initials of who makes it.")
@as_json
def version(project: Path, fix: str | None, coder: str | None, as_json: bool) -> None:
    """List the versions of the codebook, or make one."""
    with opened(project, coder=coder, read_only=fix is None) as there:
        if fix is not None:
            home = there.read(code_edits.codebook_of, "")
            there.write(versions.fix, home, new_uid(), fix)
        rows = there.read(versions.listed)

    def line(row: VersionRow) -> str:
        made = f"{row.made_at:%Y-%m-%d %H:%M}"
        return f"{row.codebook_key} {row.label}  {made}  {row.n_codes} codes  {row.reason}".rstrip()

    show(rows, as_json=as_json, line=line, empty="This project has no version yet.")


@click.command()
@project_argument
@click.argument("before")
@click.argument("after", required=False)
@click.option("--out", type=FILE, help="Write a sheet (.xlsx or .csv) instead.")
@language
@as_json
def diff(
    project: Path, before: str, after: str | None, out: Path | None, language: str, as_json: bool
) -> None:
    """Tell what changed between the versions BEFORE and AFTER, or until now."""
    with opened(project, read_only=True) as there:
        known = there.read(versions.listed)
        later = _version(known, after) if after else NOW
        found = there.read(versions.differences, _version(known, before), later)
    if out is not None:
        sheet = Snapshot({"codebook": versions.table(found, language)})
        plain = CsvExporter(CsvStyle(dutch=language == "nl", exact=False))
        exporter = XlsxExporter() if out.suffix.casefold() == ".xlsx" else plain
        exporter.write(sheet, out, Silent())
        said = f"{len(found)} differences written to {out}"
        show_one({"file": str(out), "differences": len(found)}, as_json=as_json, said=said)
        return

    def line(one: Difference) -> str:
        label = one.label_nl if language == "nl" else one.label_en
        words = f"{one.before} → {one.after}" if one.before or one.after else ""
        return f"{one.key}  {label}  {one.what}  {one.field}  {words}".rstrip()

    show(found, as_json=as_json, line=line, empty="Nothing differs.")


@click.command()
@project_argument
@click.argument("key")
@as_json
def history(project: Path, key: str, as_json: bool) -> None:
    """Tell who changed the code KEY, when, why and what."""
    with opened(project, read_only=True) as there:
        uid = there.read(codebook.code_keyed, key).uid
        rows = there.read(code_history.rows, uid)

    def line(row: RevisionRow) -> str:
        fields = ", ".join(change.field for change in row.changes)
        told = (f"{row.at:%Y-%m-%d %H:%M}", row.author, row.reason, fields)
        return "  ".join(part for part in told if part)

    show(rows, as_json=as_json, line=line, empty="This code has no revision yet.")


def _choose(
    project: Project,
    place: tuple[str, str],
    keys: tuple[tuple[str, ...], tuple[str, ...]],
    level: int | None,
) -> None:
    """Choose the codes of a round: down to a level, then more and fewer."""
    round_uid, home = place
    members = project.read(code_edits.codes_of, home)
    rows = [row for row in project.read(codebook.rows, round_uid=round_uid) if row.uid in members]
    chosen = {row.uid for row in rows if (row.level <= level if level else row.is_active)}
    more, fewer = ({u for key in some for u in _with_below(project, key)} for some in keys)
    chosen = (chosen | more) - fewer
    reason = f"codes of the round: {len(chosen)} of {len(rows)}"
    project.write(in_play.choose, NewActiveSet(round_uid, home, frozenset(chosen), reason))


def _with_below(project: Project, key: str) -> list[str]:
    uid = project.read(codebook.code_keyed, key).uid
    return project.read(code_state.below, uid)


def _uid(project: Project, key: str | None) -> str | None:
    return None if key is None else project.read(codebook.code_keyed, key).uid


def _version(known: list[VersionRow], label: str) -> str:
    """Return the newest version with that label."""
    found = next((row.uid for row in known if row.label == label), None)
    if found is None:
        raise UnknownRecord("There is no version {label}. List the versions first.", label=label)
    return found


COMMANDS = (rename, move, merge, retire, active, history, version, diff)
