"""Every percentage and every amount of euros in real agreements is proposed, no year is."""

from __future__ import annotations

import re

import pytest

from qualcode_app.domain.numbers import read
from qualcode_app.domain.reading_text import ReadingText

AGREEMENTS = ["ams2026-d66", "ams2026-gl", "vkp2021-Volt", "vkp2023-SP"]
YEAR = re.compile(r"\b(?:in|sinds|uiterlijk|vanaf|eind) (?P<year>(?:19|20)\d\d)\b")
SIGNS = {
    "%": re.compile(r"(?<![\w.,/×-])\d{1,3}(?:,\d+)? ?(?:%|procent)(?!\w)"),
    "euro": re.compile(r"€ ?\d[\d.]*(?:,\d+)?(?!\w)"),
}


def passages(extraction) -> list[str]:
    """Return the sentences of an agreement as they read."""
    units = [unit for unit in extraction.units if unit.kind != "paragraph"]
    text = extraction.text  # of all pages, joined anew at each asking
    quotes = [text[unit.start : unit.end] for unit in units]
    return [" ".join(ReadingText.of(quote).text.split()) for quote in quotes]


@pytest.mark.corpus
def test_every_percentage_and_amount_of_euros_of_an_agreement_is_proposed(corpus, extracted):
    said, missing, years = 0, [], []
    for name in AGREEMENTS:
        for passage in passages(extracted(corpus / "agreements" / f"{name}.pdf")):
            found = read(passage)
            for unit, sign in SIGNS.items():
                for match in sign.finditer(passage):
                    said += 1
                    if not any(
                        one.unit == unit and one.start <= match.start() < one.end for one in found
                    ):
                        missing.append((name, match[0]))
            proposed = {one.start for one in found}
            years += [
                (name, match[0])
                for match in YEAR.finditer(passage)
                if match.start("year") in proposed
            ]
    assert said >= 40
    assert missing == []
    assert years == []
