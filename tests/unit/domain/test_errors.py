from __future__ import annotations

import pickle

from qualcode_app.domain.errors import QualcodeError, UnknownRecord


def test_a_sentence_keeps_its_template_for_the_translator():
    error = UnknownRecord("There is no code {key}.", key="WON-9")
    assert str(error) == "There is no code WON-9."
    assert error.sentence == "There is no code {key}."


def test_an_error_survives_the_way_between_processes():
    error = pickle.loads(pickle.dumps(UnknownRecord("There is no code {key}.", key="x{y}")))
    assert isinstance(error, UnknownRecord)
    assert str(error) == "There is no code x{y}."


def test_a_sentence_without_values_may_hold_braces():
    assert str(QualcodeError("Use {key}.")) == "Use {key}."
