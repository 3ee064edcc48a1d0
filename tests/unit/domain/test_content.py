from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from qualcode_app.domain.content import canonical, digest, digest_of_many, plain


def test_the_order_of_columns_does_not_change_the_digest():
    assert digest({"a": 1, "b": "x"}) == digest({"b": "x", "a": 1})


def test_every_kind_of_column_has_a_form_that_reads_the_same_everywhere():
    time = datetime(2026, 3, 1, 12, 0, 0, 5, tzinfo=UTC)
    values = [plain(v) for v in (0.1 + 0.2, Decimal("1.50"), time, date(2026, 3, 1), b"\x01", None)]
    assert values == ["0.3", "1.50", "2026-03-01T12:00:00.000005+00:00", "2026-03-01", "01", None]


def test_what_has_no_form_is_refused():
    with pytest.raises(TypeError):
        plain(object())


def test_canonical_text_keeps_letters_and_drops_spare_white_space():
    assert canonical({"b": "é", "a": [1, None]}) == '{"a":[1,null],"b":"é"}'


def test_a_bulk_digest_does_not_mind_the_order_of_rows():
    assert digest_of_many(["b", "a"]) == digest_of_many(["a", "b"]) != digest_of_many(["a"])
