"""The page on agreement shows what the program computes, in both languages."""

from __future__ import annotations

import re

import numpy as np
import pytest

from qualcode_app import paths
from qualcode_app.agreement import characters, summary
from qualcode_app.agreement.characters import ONES, VALUES, Study
from qualcode_app.agreement.data import SpanData
from qualcode_app.agreement.intervals import DRAWS, SEED
from qualcode_app.agreement.registry import COEFFICIENTS
from qualcode_app.domain.terms import heading

FILES = {"en": "agreement.md", "nl": "overeenstemming.md"}
SIGNS = {"en": ",.", "nl": ".,"}  # of thousands and decimals
TO = {"en": "to", "nl": "tot"}
UNREAD = {"not read", "niet gelezen"}
LONGER = 10


class Page:
    """The page in one language, with its tables as the program writes numbers."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.text = (paths.resources() / "manual" / language / FILES[language]).read_text("utf-8")
        blocks = re.findall(r"(?:^\|.*\n)+", self.text, re.MULTILINE)
        self.tables = [[_cells(line) for line in block.splitlines()[2:]] for block in blocks]
        self.example, self.figures, self.documents, self.longer, self.coefficients = self.tables

    def said(self, text: str) -> str:
        """Write a number as the language does."""
        thousands, decimals = SIGNS[self.language]
        return text.translate(str.maketrans({",": thousands, ".": decimals}))

    def study(self, times: int = 1) -> Study:
        """Return the example as the page tells it, with documents so many times as long."""
        counted = np.ones((2, 1, len(self.example)), np.bool_)
        spans = []
        for document, (_, _, *marked) in enumerate(self.example):
            for coder, places in enumerate(marked):
                counted[coder, 0, document] = places not in UNREAD
                spans += [
                    (document, 0, coder, self._number(start), self._number(end))
                    for start, end in re.findall(r"([\d.,]+)–([\d.,]+)", places)
                ]
        lengths = np.array([self._number(row[1]) * times for row in self.example])
        names = tuple(row[0] for row in self.example)
        columns = np.array(spans).T
        return Study(SpanData(("A", "B"), ("code",), names, lengths, counted, *columns))

    def _number(self, text: str) -> int:
        return int(text.replace(SIGNS[self.language][0], ""))


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


@pytest.fixture(params=["en", "nl"])
def page(request) -> Page:
    return Page(request.param)


def figure(study: Study, key: str) -> str:
    return f"{COEFFICIENTS[key].compute(study.data).value:.3f}"


def percent(study: Study) -> str:
    return f"{100 * characters.percent(study.sums[0].sum(axis=0)):.1f} %"


def test_the_worked_example_is_what_the_program_computes(page):
    study = page.study()
    (row,) = summary.code_rows(study)
    drawn, _ = summary.overall_bootstrap(study)
    sums = study.sums[0].sum(axis=0)
    observed, expected = characters.disagreements(sums)
    both, first, second, neither = study.table((0, 1)).sum(axis=(0, 1))
    to = TO[page.language]
    ends, draws = row.alpha.interval, drawn.interval
    wanted = [
        f"{both:,.0f}",
        f"{first:,.0f}",
        f"{second:,.0f}",
        f"{neither:,.0f}",
        f"{observed:.4f}",
        f"{expected:.4f}",
        f"{row.alpha.value:.3f}",
        f"{ends.low:.3f} {to} {ends.high:.3f}",
        f"{100 * row.below_low:.0f} %",
        f"{100 * row.below_high:.0f} %",
        f"{draws.low:.3f} {to} {draws.high:.3f}",
        f"{row.f1.value:.3f}",
        percent(study),
        figure(study, "kappa"),
        figure(study, "pabak"),
        figure(study, "ac1"),
    ]
    assert [cells[2] for cells in page.figures] == [page.said(value) for value in wanted]
    for counted in (sums[characters.UNITS], sums[VALUES]):
        assert page.said(f"{counted:,.0f}") in page.text
    marked = (int(number) for number in row.alpha.n.marked)
    assert sum(marked) == sums[ONES] == 3700 + 300
    assert (page.said(f"{DRAWS:,}"), f"({SEED})") == (page.figures[10][1].split()[0], "(20)")
    assert "(20)" in page.text


def test_the_documents_of_the_example_are_what_the_program_computes(page):
    rows = summary.document_rows(page.study())
    assert [cells[0] for cells in page.documents] == [row.names[0] for row in rows]
    for (_, alpha, f1), row in zip(page.documents, rows, strict=True):
        for said, value in ((alpha, row.alpha), (f1, row.f1)):
            assert said == ("–" if value.reason else page.said(f"{value.value:.3f}"))


def test_the_trap_of_unmarked_text_is_what_the_program_computes(page):
    for column, study in ((1, page.study()), (2, page.study(LONGER))):
        wanted = [percent(study), *(figure(study, key) for key in ("pabak", "ac1", "alpha", "f1"))]
        assert [cells[column] for cells in page.longer] == [page.said(value) for value in wanted]


def test_every_coefficient_is_told_by_key_and_name(page):
    told = [(cells[0].strip("`"), cells[1]) for cells in page.coefficients]
    names = [(each.key, heading(each.name, page.language)) for each in COEFFICIENTS.values()]
    assert told == names


def test_the_thresholds_are_those_of_the_program(page):
    assert page.said(f"{summary.LOW_TARGET:.3f}") in page.text
    assert page.said(f"{summary.HIGH_TARGET:.3f}") in page.text
    assert (summary.FEW_SPANS, summary.FEW_DOCUMENTS) == (5, 3)  # the page says five and three


@pytest.mark.parametrize(("language", "name"), [("en", "citing.md"), ("nl", "aanhalen.md")])
def test_the_figures_of_the_cited_example_are_those_of_the_page(language, name):
    page = Page(language)
    cited = (paths.resources() / "manual" / language / name).read_text("utf-8")
    alpha, interval, f1 = (page.figures[at][2] for at in (6, 7, 11))
    assert all(value in cited for value in (alpha, interval, f1))
