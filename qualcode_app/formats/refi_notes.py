"""What other programs call codes and how they group them, kept among the notes of a codebook.

Format 1 has no field for the guids, sets and uncodable codes of REFI-QDA; its notes do, so
that a codebook goes back to the program it came from with its own names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from qualcode_app.domain.codebook_arrival import CodeSet, Origin

_CODES = "REFI-QDA codes: "
_SET = "REFI-QDA set: "
_AT_ONCE = 100  # codes in one note, which has a limited length


def to_notes(origins: Mapping[str, Origin], sets: Sequence[CodeSet]) -> tuple[str, ...]:
    """Return the notes that keep them."""
    known = [[key, origin.guid, origin.is_codable] for key, origin in origins.items()]
    notes = [_CODES + _json(known[at : at + _AT_ONCE]) for at in range(0, len(known), _AT_ONCE)]
    for one in sets:
        notes += [
            _SET + _json([one.name, one.guid, one.members[at : at + _AT_ONCE]])
            for at in range(0, max(len(one.members), 1), _AT_ONCE)
        ]
    return tuple(notes)


def from_notes(notes: Iterable[str]) -> tuple[dict[str, Origin], tuple[CodeSet, ...]]:
    """Return what the notes keep; a note that was changed by hand says nothing."""
    origins: dict[str, Origin] = {}
    sets: dict[str, CodeSet] = {}
    for note in notes:
        try:
            if note.startswith(_CODES):
                for key, guid, is_codable in json.loads(note.removeprefix(_CODES)):
                    origins[str(key)] = Origin(str(guid), bool(is_codable))
            elif note.startswith(_SET):
                name, guid, members = json.loads(note.removeprefix(_SET))
                before = sets[guid].members if guid in sets else ()
                sets[guid] = CodeSet(name, guid, (*before, *map(str, members)))
        except (ValueError, TypeError):
            continue
    return origins, tuple(sets.values())


def for_people(notes: Iterable[str]) -> list[str]:
    """Return the notes that were written to be read."""
    return [note for note in notes if not note.startswith((_CODES, _SET))]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
