"""The words for "how many" that a project chose for itself, as lines of text and in its file.

They are kept as one row of questions, which travels with the project and is merged: its
definition says that it is a scale of words.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.cases import Question
from qualcode_app.services.analysis.quantifiers import Step
from qualcode_app.services.cases import ledger
from qualcode_app.services.cases.ledger import Row
from qualcode_app.services.store import journal

FORMAT = "words for how many 1"
_NAME = "words for how many"


def of_project(session: Session) -> tuple[Step, ...]:
    """Return the scale of the project; empty when it has none of its own."""
    definition = session.scalar(select(Question.definition).where(Question.uid == _uid(session)))
    kept = json.loads(definition) if definition else {}
    if kept.get("format") != FORMAT:
        return ()
    return tuple(Step(most, tuple(nl), tuple(en)) for most, nl, en in kept["steps"])


def save(session: Session, steps: Sequence[Step]) -> Changes:
    """Make this the scale of the project; without steps it has none of its own any more."""
    uid = _uid(session)
    if not steps:
        here = session.scalar(select(Question.uid).where(Question.uid == uid))
        return ledger.remove(session, "scale.set", Kind.QUESTION, [uid] if here else [])
    kept = {"format": FORMAT, "steps": [[one.most, one.dutch, one.english] for one in steps]}
    columns = {"title": _NAME, "definition": json.dumps(kept, ensure_ascii=False)}
    return ledger.put(session, "scale.set", [Row(Kind.QUESTION, uid, columns)])


def parsed(text: str) -> tuple[Step, ...]:
    """Return a scale from lines, or parts between semicolons, such as "30: enkele / some, a few".

    Raises:
        RefusedChange: A line is not understood, or the lines do not go up to 100 percent.
    """
    lines = [line.strip() for line in text.replace(";", "\n").splitlines() if line.strip()]
    steps = tuple(_step(line) for line in lines)
    shares = [step.most for step in steps]
    if steps and (shares != sorted(set(shares)) or shares[0] < 0 or shares[-1] != 100):
        raise RefusedChange(
            "The percentages must rise from line to line and end with 100. Put them in order."
        )
    return steps


def written(steps: Sequence[Step]) -> str:
    """Return a scale as lines of text."""
    return "\n".join(
        f"{step.most:g}: {', '.join(step.dutch)} / {', '.join(step.english)}" for step in steps
    )


def _step(line: str) -> Step:
    share, _, words = line.partition(":")
    dutch, _, english = words.partition("/")
    both = [
        tuple(word.strip() for word in part.split(",") if word.strip()) for part in (dutch, english)
    ]
    try:
        most = float(share.strip().removesuffix("%").replace(",", "."))
    except ValueError:
        most = -1.0
    if not 0 <= most <= 100 or not all(both):
        raise RefusedChange(
            "“{line}” is not understood. Write a percentage, the Dutch words and the English "
            "words, such as 30: enkele / some, a few.",
            line=line,
        )
    return Step(most, both[0], both[1])


def _uid(session: Session) -> str:
    return journal.derived_uid(journal.pen(session).study_uid, _NAME)
