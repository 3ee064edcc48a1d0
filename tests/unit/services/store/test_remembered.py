"""Digests kept between acts are those of the rows as they are now."""

from dataclasses import replace

import pytest

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models import aggregates
from qualcode_app.services.codebook import code_edits, codebook


def kept(session, uid):
    return codebook.digests(session, {uid})[uid]


def read_anew(session, uid):
    return aggregates.read(session.connection(), Kind.CODE, [uid])[uid].digest()


def defined_as(session, uid, words):
    text = code_edits.get(session, uid)
    return code_edits.write(session, uid, replace(text, short_nl=words), "")


def test_a_digest_follows_every_edit(desk):
    uid, seen = desk.codes["WON"], set()
    for words in ("eerst", "daarna", "eerst"):
        desk.project.write(defined_as, uid, words)
        assert desk.project.read(kept, uid) == desk.project.read(read_anew, uid)
        seen.add(desk.project.read(kept, uid))
    assert len(seen) == 2


def test_what_was_rolled_back_is_forgotten_though_the_next_act_gets_its_stamp(desk):
    uid = desk.codes["WON"]

    def look_and_refuse(session):
        defined_as(session, uid, "nooit opgeslagen")
        kept(session, uid)
        raise RefusedChange("No.")

    with pytest.raises(RefusedChange):
        desk.project.write(look_and_refuse)
    desk.project.write(defined_as, uid, "wel opgeslagen")
    assert desk.project.read(kept, uid) == desk.project.read(read_anew, uid)
