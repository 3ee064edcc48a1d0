"""The report: a chapter per theme with its figures, findings and cited quotations."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from qualcode_app.domain.claim_terms import STATES
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.domain.progress import Part, Progress, Silent
from qualcode_app.domain.report import (
    Block,
    Claim,
    Grid,
    Heading,
    Paragraph,
    Picture,
    Quote,
    Report,
)
from qualcode_app.domain.snapshot import Table
from qualcode_app.domain.terms import headings
from qualcode_app.formats.chart_frame import told
from qualcode_app.formats.chart_svg import svg
from qualcode_app.pdf.client import svg_pngs
from qualcode_app.services.agreement.agreement_words import methods_sentence
from qualcode_app.services.analysis import asking, evidence, framework, matrix, study
from qualcode_app.services.analysis.evidence import Passage
from qualcode_app.services.analysis.matrix import Choice
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.sentences import sentence
from qualcode_app.services.analysis.tree import CodeNode
from qualcode_app.services.claims import recheck
from qualcode_app.services.claims.claims import Role
from qualcode_app.services.claims.recheck import Checked
from qualcode_app.services.documents import citations
from qualcode_app.services.exporting import (
    analysis_tables,
    chart_files,
    corpus_tables,
    exports,
    framework_tables,
)
from qualcode_app.services.exporting.charting import Charts
from qualcode_app.services.store.project import Project

MOST_COLUMNS = 8  # documents that a table of a theme shows one by one
LONGEST = 600  # characters of a quotation; a longer one is cut with a mark
ROLES: dict[Role, str] = {"example": "Example", "exception": "Exception"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What goes into a report.

    Args:
        language: "nl" or "en".
        themes: Keys of families; all that are coded without any.
        n_quotes: How many quotations stand below a code, each of another document if it can be.
        with_png: Whether charts are wanted as bytes as well, for formats without drawings.
        progress: Told how far it is.
    """

    language: str = "nl"
    themes: tuple[str, ...] = ()
    n_quotes: int = 3
    with_png: bool = False
    progress: Progress = field(default_factory=Silent)


def make(project: Project, wanted: Wanted) -> Report:
    """Return the report of a project as it is now.

    Raises:
        UnknownRecord: A theme is not in the codebook.
        UnreadableDocument: A chart could not be drawn.
        Cancelled: The progress asked to stop.
    """
    maker = _Maker(project, wanted)
    day = datetime.now(UTC).astimezone().date().isoformat()
    documents = maker.say("Documents in the corpus")
    subtitle = f"{documents}: {maker.study.n_in} · {day}"
    blocks = tuple(maker.blocks())
    if wanted.with_png:
        blocks = _with_png(blocks)
    return Report(project.title, subtitle, wanted.language, blocks)


def _with_png(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks whose charts are there as bytes too; one child draws them all."""
    drawn = svg_pngs([b.svg for b in blocks if isinstance(b, Picture)], chart_files.SHARP)
    return tuple(replace(b, png=next(drawn)) if isinstance(b, Picture) else b for b in blocks)


class _Maker:
    """Makes the blocks of one report."""

    def __init__(self, project: Project, wanted: Wanted) -> None:
        self._project = project
        self._wanted = wanted
        self._language = wanted.language
        self.say = headings(wanted.language)
        self.study = project.read(study.read)
        self._charts = Charts(self.study, project.title, wanted.language)
        self._findings = recheck.check(project, self.study)
        self._tables = exports.Source(project, exports.Wish(wanted.language))
        self._families = self._chosen(wanted.themes)

    def blocks(self) -> Iterator[Block]:
        """Yield the corpus, a chapter per theme, what belongs to none, and the method."""
        n_parts = len(self._families) + 1
        yield Heading(self.say("Corpus"), 1)
        yield Grid("", _filled(self._project.read(corpus_tables.table, self._language)))
        for done, family in enumerate(self._families):
            self._part = Part(self._wanted.progress, done, n_parts)
            self._part.report(0, 1)
            yield from self._chapter(family)
        Part(self._wanted.progress, len(self._families), n_parts).report(0, 1)
        yield from self._rest()
        yield from self._method()

    def _chosen(self, keys: Collection[str]) -> list[CodeNode]:
        tree = self.study.tree
        families = [code for code in tree.codes if code.level == 1]
        missing = set(keys) - {code.key for code in families}
        if missing:
            raise UnknownRecord(
                "There is no theme {key} in the codebook. Look the keys up in the codebook.",
                key=min(missing),
            )
        used = {tree.codes[i].family for i in self.study.places.code.tolist()}
        return [
            code
            for i, code in enumerate(tree.codes)
            if code.level == 1 and (code.key in keys if keys else i in used)
        ]

    # One theme

    def _chapter(self, family: CodeNode) -> Iterator[Block]:
        yield Heading(self._name(family), 1)
        yield Paragraph(self._sentence(family))
        found = matrix.table(self.study, Choice(level=2, family_uid=family.uid))
        below = [i for i, code in enumerate(found.rows) if code.uid != family.uid]
        if below:
            yield self._picture(found)
            yield Grid(self.say("Passages by code"), self._figures(found))
        yield from self._summaries(family)
        claims = [row for row in self._findings.rows if self._family_of(row) == family.uid]
        if claims:
            yield Heading(self.say("Findings"), 2)
            yield from map(self._claim, claims)
        for done, i in enumerate(below):
            self._part.report(done, len(below))
            yield from self._code(found.rows[i])

    def _code(self, code: CodeNode) -> Iterator[Block]:
        """Yield a sentence on a code and some quotations; nothing where it was not used."""
        uids = [one.uid for one in self.study.documents[: self.study.n_in]]
        passages = self._project.read(evidence.passages, self.study, [code.uid], uids).rows
        if not passages:
            return
        yield Heading(self._name(code), 2)
        yield Paragraph(self._sentence(code))
        for passage in _spread(passages, self._wanted.n_quotes):
            yield self._quote(passage)

    def _sentence(self, code: CodeNode) -> str:
        question = Question(Kind.ALL_OF, (code.uid,))
        return sentence(self._project.read(asking.ask, self.study, question), self._language)

    def _picture(self, found: matrix.Matrix) -> Picture:
        chart = self._charts.codes(found)
        return Picture(svg(chart), told(chart))

    def _figures(self, found: matrix.Matrix) -> Table:
        """Return passages by code and document, or n of N alone where documents are many."""
        columns = found.columns(self.study)
        shown = columns if len(columns) <= MOST_COLUMNS else ()
        table = analysis_tables.matrix(found, self.study, "count", shown, self._language)
        kept = [at for at in range(len(table.columns)) if at != 2]  # the level is seen in the key
        shown_table = _of_columns(table, kept)
        percent = next(at for at, column in enumerate(shown_table.columns) if column.title == "%")
        rows = [
            [
                round(cell) if at == percent and isinstance(cell, float) else cell
                for at, cell in enumerate(row)
            ]
            for row in shown_table.rows
        ]
        return Table(shown_table.columns, rows)

    def _summaries(self, family: CodeNode) -> Iterator[Block]:
        choice = Choice(level=1, code_uids=(family.uid,))
        found = self._project.read(framework.table, self.study, choice)
        if found.n_written:
            yield Grid(self.say("Framework"), framework_tables.sheet(found, self._language))

    # Findings

    def _family_of(self, row: Checked) -> str:
        tree, asked = self.study.tree, row.claim.asked
        uids = asked.question.code_uids if asked is not None else ()
        return next(
            (tree.codes[tree.codes[tree.at[uid]].family].uid for uid in uids if uid in tree.at), ""
        )

    def _claim(self, row: Checked) -> Claim:
        quotes = [
            self._quote(passage, self.say(title))
            for role, title in ROLES.items()
            if (uids := row.claim.coding_uids(role))
            for passage in self._project.read(evidence.picked, self.study, uids).rows
            if passage.area is None
        ]
        now = row.now.said.of(self._language) if row.now is not None else ""
        holds = row.state is recheck.State.TRUE
        state = self.say(STATES[row.state.value])
        if row.now is not None and len(row.now.lines) == 1:
            state += f" · {row.now.lines[0].n}/{row.now.lines[0].of}"
        if not holds and now:
            state += f" · {now}"
        return Claim(row.claim.sentence, state, holds, tuple(quotes))

    def _quote(self, passage: Passage, role: str = "") -> Quote:
        cited = self._project.read(citations.of, passage.document_uid, passage.anchor)
        page = f"p. {cited.pages}"
        source = ", ".join(part for part in (cited.title, cited.year, page) if part)
        return Quote(_cut(cited.quote), source, role)

    # What belongs to no theme

    def _rest(self) -> Iterator[Block]:
        told = {family.uid for family in self._families}
        if self._wanted.themes:  # findings on themes that were not asked for stay out
            told = {code.uid for code in self.study.tree.codes}
        loose = [row for row in self._findings.rows if self._family_of(row) not in told]
        if loose:
            yield Heading(self.say("Other findings"), 1)
            yield from map(self._claim, loose)
        clashes = self._tables.contradictions()
        if clashes.rows:
            yield Heading(self.say("Contradictions"), 1)
            yield Grid("", _filled(clashes))

    def _method(self) -> Iterator[Block]:
        yield Heading(self.say("Method"), 1)
        compared = self._tables.compared
        if not isinstance(compared, RefusedChange):
            yield Paragraph(methods_sentence(compared, self._language))
        yield Grid("", self._tables.method())

    def _name(self, code: CodeNode) -> str:
        return f"{code.key} {code.label(self._language)}"


def _spread(passages: Sequence[Passage], at_most: int) -> list[Passage]:
    """Choose passages of as many documents as can be; those that more coders marked first."""
    left = sorted(
        (one for one in passages if one.area is None),
        key=lambda one: -len(one.coder_names),
    )
    chosen: list[Passage] = []
    while left and len(chosen) < at_most:
        times = [one.document_uid for one in chosen]
        best = min(left, key=lambda one: times.count(one.document_uid))
        chosen.append(best)
        left = [one for one in left if not _overlap(one, best)]
    order = {id(one): at for at, one in enumerate(passages)}
    return sorted(chosen, key=lambda one: order[id(one)])


def _overlap(one: Passage, other: Passage) -> bool:
    """Tell whether two passages have words in common, so that one of them says enough."""
    return one.document_uid == other.document_uid and one.anchor.overlaps(other.anchor)


def _filled(table: Table) -> Table:
    """Return a table without the columns in which nothing stands."""
    kept = [at for at in range(len(table.columns)) if any(row[at] for row in table.rows)]
    return _of_columns(table, kept)


def _of_columns(table: Table, kept: Sequence[int]) -> Table:
    return Table(
        tuple(table.columns[at] for at in kept),
        [[row[at] for at in kept] for row in table.rows],
    )


def _cut(quote: str) -> str:
    return quote if len(quote) <= LONGEST else f"{quote[:LONGEST].rstrip()} […]"
