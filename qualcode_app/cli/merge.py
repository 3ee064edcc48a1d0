"""Merging from the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from qualcode_app.cli.common import EXISTING_FILE, Bar, as_json, opened, plain, show, show_one
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.coding import rereading
from qualcode_app.services.merging import batches, merging, twins
from qualcode_app.services.merging import clashes as clashing
from qualcode_app.services.merging.outcomes import (
    OURS,
    Effect,
    Key,
    Matches,
    MergePlan,
    Outcome,
    Since,
    SinceThen,
    Version,
    Where,
    words_of,
)
from qualcode_app.services.store.project import SUFFIX
from qualcode_app.services.teams import arrivals, carrying, plan_tree
from qualcode_app.services.teams.plan_tree import PlanTree


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("files", type=EXISTING_FILE, nargs=-1, required=True)
@click.option("--plan", "only_plan", is_flag=True, help="Show what would happen; change nothing.")
@click.option(
    "--clashes",
    type=click.Choice(["ours", "theirs", "both"]),
    help="Which version stays where two people changed one thing; both: what each side changed, "
    "or all texts below each other, where that can be.",
)
@click.option(
    "--choose",
    "single",
    multiple=True,
    help="UID=WHICH for one clash, by its identity as --plan lists it: ours, both, or the name of "
    "the file whose version stays. May be repeated.",
)
@click.option(
    "--same-name",
    type=click.Choice(["one", "two"]),
    help="Whether codes of different origin with one key or name in one place, or documents of "
    "different files with one text, are one, or stay two.",
)
@as_json
def merge(
    project: Path,
    files: tuple[Path, ...],
    only_plan: bool,
    clashes: str | None,
    single: tuple[str, ...],
    same_name: str | None,
    as_json: bool,
) -> None:
    """Merge the coders' FILES into PROJECT, after a backup, as a batch that can be withdrawn."""
    with opened(project) as there:
        plan = twins.prepare(there, files)
        while plan.doubts and same_name:  # what is one may bring others together
            uids = frozenset(doubt.uids for doubt in plan.doubts)
            same, apart = plan.matches.same, plan.matches.apart
            is_one = same_name == "one"
            matches = Matches(same | uids, apart) if is_one else Matches(same, apart | uids)
            plan = merging.prepare(there, files, matches)
        if not only_plan:
            chosen = {one.key: _choice(one, clashes) for one in plan.clashes}
            choices = {key: version for key, version in chosen.items() if version is not None}
            choices |= dict(_single(plan, said) for said in single)
            carrying.carry_in(there, plan, choices, Bar("Merging"))
        tree = plan_tree.read(there, plan) if only_plan else None
        earlier = there.read(arrivals.withdrawn_before, plan)
        left = [] if only_plan else there.read(rereading.left_behind)
        doubtful = [] if only_plan else there.read(rereading.doubtful)
    for before in earlier:
        click.echo(
            f"{before.name} was merged on {before.merged_at:%Y-%m-%d} and withdrawn on "
            f"{before.withdrawn_at:%Y-%m-%d}; it comes in anew.",
            err=True,
        )
    for one in left:
        click.echo(f"not found in the new text: page {one.page_label}: {one.quote}", err=True)
    for pair in doubtful:
        click.echo(f"look at page {pair.page_label}: {pair.before} -> {pair.now}", err=True)
    facts = {
        "merged": not only_plan,
        "files": [_facts(plan, i) for i in range(len(files))],
        "clashes": [_clash(plan, one) for one in plan.clashes],
        "same_name": [
            {"kind": one.kind.value, "names": one.names, "same_text": one.same_text}
            for one in plan.doubts
        ],
        "kinds": list(_kinds(tree)),
        "left_behind": left,
        "doubtful": doubtful,
    }
    said = [*_lines(plan), *(_in_words(kind) for kind in _kinds(tree))]
    show_one(facts, as_json=as_json, said="\n".join(said))


def _lines(plan: MergePlan) -> Iterator[str]:
    for file in plan.files:
        effects = ", ".join(f"{file.count(effect)} {effect.value}" for effect in Effect)
        yield file.path.name + ": " + effects + _coders(file.coders)
        if file.since is not None:
            yield f"  {_since(plan, file.since)}"
    for one in plan.clashes:
        said = _clash(plan, one)
        lost = f"; {len(one.needed_by)} rows need it" if one.needed_by else ""
        yield f"clash: {one.kind.value} {said['words']} ({', '.join(said['versions'])}){lost}"
        yield f"  {one.uid}"
        for line in said["since"]:
            yield f"  {line}"
    for doubt in plan.doubts:
        why = " (one text in different files)" if doubt.same_text else ""
        yield f"one or two: {doubt.kind.value} {' / '.join(doubt.names)}{why}"


def _kinds(tree: PlanTree | None) -> Iterator[dict[str, Any]]:
    """Yield what a plan does to each kind of rows, and below it to each document."""
    for branch in tree.branches if tree is not None else ():
        yield {
            "kind": branch.kind.value,
            **_counts(branch.counts()),
            "documents": [
                {"document": place.title, **_counts(place.counts())}
                for place in branch.places
                if place.document_uid
            ],
        }
        if branch.kind is Kind.CODING and tree is not None:
            yield {"kind": "facets on codings", **_counts(tree.facets[None]), "documents": []}


def _counts(counts: Mapping[Effect, int]) -> dict[str, int]:
    return {effect.value: counts.get(effect, 0) for effect in Effect}


def _in_words(kind: Mapping[str, Any]) -> str:
    told = ", ".join(f"{kind[effect.value]} {effect.value}" for effect in Effect)
    return f"{kind['kind']}: {told}"


def _coders(coders: Mapping[str, int]) -> str:
    return "".join(f"; {name} {n}" for name, n in sorted(coders.items()))


def _since(plan: MergePlan, since: SinceThen) -> str:
    """Return when a file was handed out, and on which side how many rows changed since."""
    whom = f" to {plan.people.get(since.coder_uid, '?')}" if since.coder_uid else ""
    when = f"handed out {since.at:%Y-%m-%d %H:%M}{whom}"
    if since.coder_uid is None:
        return when
    sides = ", ".join(f"{since.count(where)} {where.value}" for where in Where)
    return f"{when}; changed since then: {sides}"


def _clash(plan: MergePlan, one: Outcome) -> dict[str, Any]:
    """Return what a clash is about and who says what."""
    versions = [
        f"{_where(plan, version.file)}: {words_of(version) or 'removed'}{_by(plan, version)}"
        for version in one.contents
    ]
    words = next((words for each in one.contents if (words := words_of(each))), one.uid)
    since = [
        f"since {plan.files[number].path.stem} was handed out: {_side('here', story.here)}, "
        f"{_side('there', story.there)}"
        for number, story in clashing.stories(plan, one).items()
    ]
    return {
        "kind": one.kind.value,
        "uid": one.uid,
        "words": words,
        "versions": versions,
        "since": since,
    }


def _by(plan: MergePlan, version: Version) -> str:
    if version.written is None:
        return ""
    at, uid = version.written
    return f", {plan.people.get(uid, '?')} {at:%Y-%m-%d %H:%M}"


def _side(side: str, became: Since | None) -> str:
    return f"{became.value if became is not None else 'never'} {side}"


def _where(plan: MergePlan, file: int) -> str:
    return "this project" if file == OURS else plan.files[file].path.stem


def _choice(one: Outcome, clashes: str | None) -> Version | None:
    if clashes is None:
        return None
    if clashes == "both":
        return clashing.joined(one)
    ours = [version for version in one.versions if version.file == OURS]
    theirs = [version for version in one.contents if version.file != OURS]
    return (ours or theirs if clashes == "ours" else theirs or ours)[0]


def _single(plan: MergePlan, said: str) -> tuple[Key, Version]:
    """Return the version that is chosen for one clash.

    Raises:
        RefusedChange: There is no such clash, or nobody says that of it.
    """
    uid, _, which = said.partition("=")
    clash = next((one for one in plan.clashes if one.uid == uid.strip()), None)
    if clash is None:
        raise RefusedChange(
            "There is no clash {uid} in this plan. See --plan for those there are.", uid=uid
        )
    if which == "both":
        version = clashing.joined(clash)
    else:
        names = {"ours": OURS, **{file.path.stem: i for i, file in enumerate(plan.files)}}
        wanted = names.get(which.removesuffix(SUFFIX))
        version = next((one for one in clash.versions if one.file == wanted), None)
    if version is None:
        raise RefusedChange(
            "{which} has no version of clash {uid}. See --plan for what is said of it.",
            which=which,
            uid=uid,
        )
    return clash.key, version


def _facts(plan: MergePlan, index: int) -> dict[str, object]:
    file = plan.files[index]
    return {
        "file": str(file.path),
        **{effect.value: file.count(effect) for effect in Effect},
        "codings_by_coder": plain(dict(file.coders)),
        "handed_out": file.since and file.since.at.isoformat(),
        "changed_since": {where.value: file.since.count(where) for where in Where}
        if file.since is not None and file.since.coder_uid is not None
        else None,
    }


@click.command(name="batches")
@click.argument("project", type=EXISTING_FILE)
@click.option("--withdraw", "uid", help="Put back what stood there before this batch.")
@as_json
def list_batches(project: Path, uid: str | None, as_json: bool) -> None:
    """List what came into PROJECT together, or withdraw one batch."""
    if uid is not None:
        with opened(project) as there:
            kept = there.read(batches.told, uid)
            there.write(arrivals.withdraw, uid)
        for one in kept:
            click.echo(f"kept, changed since: {one.kind.value} {one.words}", err=True)
    with opened(project, read_only=True) as there:
        rows = there.read(batches.facts)
    show(
        rows,
        as_json=as_json,
        line=lambda row: (
            f"{row.uid}  {row.made_at:%Y-%m-%d %H:%M}  {row.kind}  {row.n_rows} rows  {row.label}"
            + ("  withdrawn" if row.withdrawn_at else "")
        ),
        empty="Nothing was merged yet.",
    )


COMMANDS = (merge, list_batches)
