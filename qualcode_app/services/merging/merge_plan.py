"""What merging files would do, worked out before anything is changed.

Every row has a set of versions: ours and one per file, each a content or a deletion with its
stamp. Versions that another one knew of drop out; what remains either says the same, and the
stamps are joined, or clashes and is asked. The order of the files plays no part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models import aggregates, raw
from qualcode_app.models.aggregates import ALL, BY_KIND
from qualcode_app.models.base import uid_text
from qualcode_app.models.history import Alias
from qualcode_app.services.merging import branches, called, handed_out, namesakes, needs
from qualcode_app.services.merging.outcomes import (
    Effect,
    Key,
    Matches,
    MergeFile,
    MergePlan,
    Names,
    Other,
    Outcome,
)
from qualcode_app.services.merging.shelf import Shelf


def plan(
    ours: Connection, others: Sequence[Other], *, seen: str, matches: Matches | None = None
) -> MergePlan:
    """Return what merging these files into ours would do."""
    decided = matches or Matches()
    files = [ours, *(other.connection for other in others)]
    names = Names(_same(files), _successors(ours))
    amended: dict[Key, Mapping[str, object]] = {}
    while True:  # rows found to be the same may bring others together; it ends, for uids run out
        shelf = Shelf(files, names, amended)
        outcomes = [one for each in ALL for one in shelf.outcomes(each.kind)]
        found = namesakes.find(shelf, outcomes, names, decided)
        if not found.same and found.amended.keys() <= amended.keys():
            break
        pairs = [*names.same.items(), *found.same.items()]
        names = replace(names, same=_smallest(pairs))
        amended |= found.amended
    outcomes = needs.ask(shelf, outcomes)
    names_of_coders = _coder_names(files)
    since = handed_out.tell(shelf, outcomes, others)
    outcomes = called.give_names(files, branches.give_bases(files, outcomes, since))
    return MergePlan(
        tuple(
            MergeFile(
                other.path,
                other.replica_uid,
                other.sha256,
                shelf.counts[i],
                _by_coder(outcomes, shelf.voices[i], i, names_of_coders),
                since[i],
            )
            for i, other in enumerate(others)
        ),
        tuple(outcomes),
        shelf.all_fresh(),
        names,
        found.doubts,
        decided,
        amended,
        seen,
        names_of_coders,
    )


def _same(files: Sequence[Connection]) -> dict[str, str]:
    """Return every other name of a row known to any of the files.

    Where the row still stands under its old name in the file that tells so, the two are not the
    same: a merge was withdrawn, or a code was merged into another and stays retired.
    """
    pairs: list[tuple[str, str]] = []
    for file in files:
        for kind, old, new in raw.fetch(file, "SELECT kind, from_uid, to_uid FROM alias"):
            table = BY_KIND[Kind(kind)].root.name
            alive = f'SELECT 1 FROM "{table}" WHERE uid = ?'  # noqa: S608  our own tables
            if not raw.fetch(file, alive, [old]):
                pairs.append((uid_text(old), uid_text(new)))
    return _smallest(pairs)


def _smallest(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Lead every uid to the smallest of those that stand for one row."""
    leads: dict[str, str] = {}

    def end(uid: str) -> str:
        while uid in leads:
            uid = leads[uid]
        return uid

    for pair in pairs:
        small, large = sorted((end(pair[0]), end(pair[1])))
        if small != large:
            leads[large] = small
    return {uid: end(uid) for uid in leads}


def _successors(ours: Connection) -> dict[str, str]:
    """Return the codes that incoming codings get instead of those that were merged into them.

    The merged codes themselves stay: they are retired, and codings of old name them.
    """
    code = aggregates.BY_KIND[Kind.CODE].root
    rows = ours.execute(
        select(Alias.from_uid, Alias.to_uid)
        .join(code, code.c.uid == Alias.from_uid)
        .where(Alias.kind == Kind.CODE.value, code.c.status == "retired")
    )
    names = {row.from_uid: row.to_uid for row in rows}
    for old, new in names.items():
        met = {old}
        while new not in met and (further := names.get(new)) is not None:
            met.add(new)
            new = further  # noqa: PLW2901  the chain is followed to its end
        names[old] = new
    return names


def _coder_names(files: Sequence[Connection]) -> dict[str, str]:
    coder = aggregates.BY_KIND[Kind.CODER].root
    names: dict[str, str] = {}
    for file in files:
        for row in file.execute(select(coder.c.uid, coder.c.name)):
            names.setdefault(row.uid, row.name)
    return names


def _by_coder(
    outcomes: Sequence[Outcome], fresh: Mapping[str, int], file: int, names: Mapping[str, str]
) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for uid, n in fresh.items():
        counted[names.get(uid, "?")] += n
    for one in outcomes:
        if one.kind is Kind.CODING and one.effect in (Effect.NEW, Effect.CHANGED):
            for version in one.versions:
                if version.file == file and version.stored is not None:
                    coder = str(version.stored.root["coder_uid"])
                    counted[names.get(coder, "?")] += 1
    return dict(counted)


def refuse_other_study(name: str) -> RefusedChange:
    """Return the refusal of a file that belongs to another study."""
    return RefusedChange(
        "{name} belongs to another study, so its rows cannot be matched. Choose copies of this "
        "project.",
        name=name,
    )
