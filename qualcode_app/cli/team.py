"""Commands that hand out work and send it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from qualcode_app.cli.common import EXISTING_FILE, FILE, Bar, as_json, opened, show, show_one
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.merging import merging
from qualcode_app.services.merging.outcomes import OURS, Effect
from qualcode_app.services.store import people
from qualcode_app.services.store.people import CoderRow
from qualcode_app.services.store.project import SUFFIX, Project
from qualcode_app.services.teams import carrying, double_coding, handout, sendback, tasks, training
from qualcode_app.services.teams.double_coding import Length, Wish
from qualcode_app.services.teams.handout import Task
from qualcode_app.services.teams.rounds import RoundKind

FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command(name="handout")
@click.argument("project", type=EXISTING_FILE)
@click.argument("folder", type=FOLDER)
@click.option("--coder", "names", multiple=True, required=True, help="Who codes; may be repeated.")
@click.option(
    "--document",
    "titles",
    multiple=True,
    help="Which documents; without it all that are not out of the corpus.",
)
@click.option("--family", "families", multiple=True, help="Which themes by key; all without.")
@click.option("--each-by", type=click.IntRange(1), help="Coders per document; all without.")
@click.option(
    "--share-by-all",
    type=click.FloatRange(0, 100),
    default=0,
    help="Percent of the documents that everybody codes.",
)
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same plan.")
@click.option("--open", "shown", is_flag=True, help="Let coders see the work of the others.")
@click.option("--message", default="", help="A sentence for the coders.")
@click.option("--due", type=click.DateTime(["%Y-%m-%d"]), help="When it should be back.")
@click.option(
    "--for",
    "kind",
    type=click.Choice(["independent", "training", "recoding"]),
    default="independent",
    show_default=True,
    help="Coding, training with model answers, or coding a sample again.",
)
@click.option("--model", help="Training: whose codings are the model answers.")
@click.option(
    "--sample",
    type=click.FloatRange(0, 100),
    default=10,
    show_default=True,
    help="Recoding: percent of the documents each coder coded that is coded again.",
)
@click.option("--random-order", is_flag=True, help="Documents in an order drawn by the seed.")
@click.option("--plan", "only_plan", is_flag=True, help="Show who gets what; write nothing.")
@as_json
def hand_out(
    project: Path,
    folder: Path,
    names: tuple[str, ...],
    titles: tuple[str, ...],
    families: tuple[str, ...],
    each_by: int | None,
    share_by_all: float,
    seed: int,
    shown: bool,
    message: str,
    due: datetime | None,
    kind: RoundKind,
    model: str | None,
    sample: float,
    random_order: bool,
    only_plan: bool,
    as_json: bool,
) -> None:
    """Write a coding file per coder of PROJECT into FOLDER, blind unless --open is given."""
    with opened(project) as there:
        coders = [there.read(people.coder_named, name) for name in names]
        chosen = _chosen(there, titles)
        uids = [row.uid for row in chosen]
        if kind == "recoding":
            dealt = _again(there, uids, coders, (sample / 100, seed))
        else:
            dealt = double_coding.plan(
                [Length(row.uid, row.n_chars) for row in chosen],
                [coder.uid for coder in coders],
                Wish(each_by or len(coders), share_by_all / 100, seed),
            )
        task = Task(
            "",
            (),
            _families(there, families),
            not shown,
            message,
            due.date() if due else None,
            kind,
            there.read(people.coder_named, model).uid if model else "",
            seed if random_order else None,
        )
        written = []
        for coder in coders:
            mine = tuple(uid for uid, those in dealt.items() if coder.uid in those)
            path = folder / f"{project.stem} {coder.name}{SUFFIX}"
            if not only_plan and mine:
                own = replace(task, coder_uid=coder.uid, document_uids=mine)
                handout.hand_out(there, path, own)
            written.append(_facts(coder, path, [row.title for row in chosen if row.uid in mine]))
    show(
        written,
        as_json=as_json,
        line=lambda one: f"{one['coder']}: {len(one['documents'])} documents, {one['file']}",
    )


def _chosen(there: Project, titles: tuple[str, ...]) -> list[DocumentRow]:
    if titles:
        return [there.read(documents.named, title) for title in titles]
    within = there.read(double_coding.in_corpus)
    return [row for row in there.read(documents.rows) if row.uid in within]


def _again(
    there: Project, uids: list[str], coders: list[CoderRow], sampled: tuple[float, int]
) -> dict[str, tuple[str, ...]]:
    """Return for every document the coders who code it once more: each of what was coded before.

    Raises:
        RefusedChange: None of them coded any of these documents.
    """
    samples = {
        coder.uid: training.sample(uids, there.read(training.coded_by, coder.uid), *sampled)
        for coder in coders
    }
    if not any(samples.values()):
        raise RefusedChange(
            "None of these coders coded one of these documents yet, so there is nothing to code "
            "again. Choose other coders or documents."
        )
    return {uid: tuple(who for who, mine in samples.items() if uid in mine) for uid in uids}


def _families(there: Project, keys: tuple[str, ...]) -> tuple[str, ...]:
    known = {row.key.casefold(): row.uid for row in there.read(codebook.families)}
    if unknown := [key for key in keys if key.casefold() not in known]:
        raise RefusedChange(
            "There is no theme {key}. Choose one of: {keys}.",
            key=unknown[0],
            keys=", ".join(sorted(known)).upper(),
        )
    return tuple(known[key.casefold()] for key in keys)


def _facts(coder: CoderRow, path: Path, titles: list[str]) -> dict[str, object]:
    return {"coder": coder.name, "file": str(path), "documents": titles}


@click.command(name="sendback")
@click.argument("project", type=EXISTING_FILE)
@click.argument("target", type=FILE)
@click.option("--with-pdfs", is_flag=True, help="Also when the lead has them already.")
@as_json
def send_back(project: Path, target: Path, with_pdfs: bool, as_json: bool) -> None:
    """Write PROJECT to TARGET as one fresh, small file to send to the lead."""
    with opened(project) as there:
        size = sendback.send_back(there, target, with_pdfs=with_pdfs)
    show_one(
        {"file": str(target), "bytes": size},
        as_json=as_json,
        said=f"Wrote {target}, {size / 1e6:.1f} MB.",
    )


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("update", type=EXISTING_FILE)
@click.option(
    "--clashes",
    type=click.Choice(["ours", "theirs"]),
    help="Which version stays where the coder and the lead changed one thing.",
)
@as_json
def update(project: Path, update: Path, clashes: str | None, as_json: bool) -> None:
    """Take an UPDATE from the lead into the coding file PROJECT, as a batch."""
    with Project.open(update, read_only=True) as other:
        task = other.read(tasks.greeting)
    with opened(project) as there:
        there.read(tasks.check_update, task)
        plan = merging.prepare(there, [update])
        ours = clashes == "ours"
        stays = {
            one.key: next(each for each in one.versions if (each.file == OURS) is ours)
            for one in plan.clashes
            if clashes
        }
        carrying.carry_in(there, plan, stays, Bar("Merging"), task)
    new = plan.count(Effect.NEW)
    show_one({"new": new}, as_json=as_json, said=f"Took in {update}: {new} new rows.")


@click.command()
@click.argument("project", type=EXISTING_FILE)
@click.argument("document")
@as_json
def answers(project: Path, document: str, as_json: bool) -> None:
    """Show the model answers of a DOCUMENT in the training file PROJECT, once it is read."""
    with opened(project) as there:
        task = there.read(tasks.greeting)
        if task is None:
            raise RefusedChange(
                "This is no file for training, so it holds no model answers. Open the file the "
                "lead handed out for training."
            )
        row = there.read(documents.named, document)
        at = Reading(task.coder_uid, task.round_uid, row.uid)
        n_answers = len(there.write(training.reveal, at)[Kind.CODING].added)
    show_one(
        {"document": row.title, "answers": n_answers},
        as_json=as_json,
        said=f"{n_answers} model answers stand beside the codings of {row.title} now.",
    )


COMMANDS = (hand_out, send_back, update, answers)
