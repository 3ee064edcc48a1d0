"""What a question found at one time, as plain values that are kept and compared."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isnan
from typing import Any

from qualcode_app.domain.errors import Bilingual
from qualcode_app.services.analysis.questions import Answer, Kind, Line, Named
from qualcode_app.services.analysis.sentences import sentence

FORMAT = "result 1"
BY_CODE = (Kind.ONLY, Kind.RARE, Kind.PROFILE)
BY_LABEL = (Kind.GROUPS, Kind.VALUES, Kind.WAVES, Kind.ROOM)


@dataclass(frozen=True, slots=True)
class Told:
    """One finding of a result, with the documents by uid.

    `names` met the question, `others` were read and did not, `unread` are not known.
    """

    label: Bilingual
    code_uids: tuple[str, ...]
    facet: tuple[str, str] | None
    names: tuple[str, ...]
    others: tuple[str, ...]
    unread: tuple[str, ...]
    of: int
    value: float | None

    @property
    def n(self) -> int:
        """In how many documents."""
        return len(self.names)


@dataclass(frozen=True, slots=True)
class Result:
    """What was found, as a sentence in both languages and by document."""

    lines: tuple[Told, ...]
    said: Bilingual
    names: Mapping[str, str]  # of the documents, which may be gone when it is read again


def of_answer(answer: Answer) -> Result:
    """Return an answer as it is kept."""
    said = Bilingual(sentence(answer, "nl"), sentence(answer, "en"))
    lines = tuple(_told(line) for line in answer.lines)
    names = {
        one.document_uid: one.name
        for line in answer.lines
        for part in (line.names, line.others, line.unread, line.coded_unread)
        for one in part
    }
    return Result(lines, said, names)


def keys(result: Result, kind: Kind) -> dict[object, Told]:
    """Return the lines by what makes a line the same one later: its codes, label, or place."""
    if kind in BY_CODE:
        return {line.code_uids: line for line in result.lines}
    if kind in BY_LABEL:
        return {line.label.label_nl: line for line in result.lines}
    return dict(enumerate(result.lines))


def written(result: Result) -> str:
    """Return a result as it is stored; each document's name once."""
    at = {uid: number for number, uid in enumerate(result.names)}
    lines = [
        {
            "label": [line.label.label_nl, line.label.label_en],
            "codes": list(line.code_uids),
            "facet": list(line.facet) if line.facet else None,
            "names": [at[uid] for uid in line.names],
            "others": [at[uid] for uid in line.others],
            "unread": [at[uid] for uid in line.unread],
            "of": line.of,
            "value": line.value,
        }
        for line in result.lines
    ]
    said = {
        "format": FORMAT,
        "said": [result.said.label_nl, result.said.label_en],
        "documents": list(result.names.items()),
        "lines": lines,
    }
    return json.dumps(said, ensure_ascii=False)


def read(text: str) -> Result | None:
    """Return a stored result; None where nothing is stored, or in a newer format."""
    said = json.loads(text) if text else {}
    if said.get("format") != FORMAT:
        return None
    uids = [uid for uid, _ in said["documents"]]
    return Result(
        tuple(_line(line, uids) for line in said["lines"]),
        Bilingual(*said["said"]),
        dict(said["documents"]),
    )


def _line(said: Mapping[str, Any], uids: list[str]) -> Told:
    def documents(name: str) -> tuple[str, ...]:
        return tuple(uids[number] for number in said[name])

    facet = said["facet"]
    return Told(
        Bilingual(*said["label"]),
        tuple(said["codes"]),
        (facet[0], facet[1]) if facet else None,
        documents("names"),
        documents("others"),
        documents("unread"),
        said["of"],
        said["value"],
    )


def _told(line: Line) -> Told:
    return Told(
        line.label,
        line.code_uids,
        line.facet,
        _uids(line.names),
        _uids(line.others),
        _uids((*line.unread, *line.coded_unread)),
        line.of,
        None if isnan(line.value) else line.value,
    )


def _uids(found: Iterable[Named]) -> tuple[str, ...]:
    return tuple(one.document_uid for one in found)


def documents(result: Result) -> Iterator[str]:
    """Yield the documents that a result counts, each once."""
    yield from dict.fromkeys(uid for line in result.lines for uid in (*line.names, *line.others))
