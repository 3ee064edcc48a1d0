"""Taking over what all coders agree on: one batch of the consensus, withdrawn as one."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.models import aggregates, raw
from qualcode_app.models.aggregates import Stored
from qualcode_app.services.adjudication import consensus, decisions, verdicts
from qualcode_app.services.adjudication.decisions import Difference
from qualcode_app.services.adjudication.verdicts import VerdictPlace
from qualcode_app.services.coding import area_codings, codings
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.merging import batches
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow

_ACT = "coding.consensus"
_STEPS_WRITING = 4  # of progress, beside one for each place


def take_equal(
    session: Session,
    equal: Sequence[Difference],
    *,
    label: str,
    batch_uid: str,
    progress: Progress | None = None,
) -> Changes:
    """Let the consensus say what all coders agree on, as one batch that can be withdrawn.

    Raises:
        Cancelled: The progress asked to stop; nothing is taken over.
    """
    watch, steps = progress or Silent(), len(equal) + _STEPS_WRITING
    changes = consensus.ensure(session)
    batch = batches.open_own(session, batch_uid, "takeover", label)
    rows: list[NewRow] = []
    texts: dict[str, NewCoding] = {}
    areas: dict[str, NewAreaCoding] = {}
    judged: list[Stored] = []
    for number, place in enumerate(equal):
        watch.report(number, steps)
        decision = decisions.accept(place, place.said[0].coder_uid)
        if isinstance(place, VerdictPlace):
            if decision.verdict is not None:
                uid, changed = verdicts.store(session, place, decision.verdict)
                changes |= changed
                judged += verdicts.kept(session, [uid])
                rows.append(decisions.new_row(decision, [uid]))
            continue
        wanted = [decisions.new_coding(session, place, draft) for draft in decision.drafts]
        texts |= {one.uid: one for one in wanted if isinstance(one, NewCoding)}
        areas |= {one.uid: one for one in wanted if isinstance(one, NewAreaCoding)}
        rows.append(decisions.new_row(decision, [one.uid for one in wanted]))
    watch.report(len(equal), steps)
    made = codings.add_many(session, _ACT, list(texts.values()), batch_uid=batch_uid)
    made |= area_codings.add_many(session, _ACT, list(areas.values()), batch_uid=batch_uid)
    watch.report(len(equal) + 1, steps)
    stored = journal.add_many(session, "adjudication.equal", rows, batch_uid=batch_uid)
    watch.report(len(equal) + 2, steps)
    coded = aggregates.read(session.connection(), Kind.CODING, made[Kind.CODING].added)
    watch.report(len(equal) + 3, steps)
    for kind, some in (
        (Kind.CODING, list(coded.values())),
        (Kind.JUDGEMENT, judged),
        (Kind.ADJUDICATION, stored),
    ):
        if some:
            batch.added_raw(kind, [(raw.uid_bytes(one.uid), one.digest()) for one in some])
    watch.report(steps, steps)
    added = Changes.of(Kind.ADJUDICATION, added=[one.uid for one in stored])
    return changes | made | added | Changes.of(Kind.BATCH, added=[batch_uid])
