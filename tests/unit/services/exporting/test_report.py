"""The report: a chapter per theme, in two formats that are read back."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser

import pytest
from docx import Document

from qualcode_app.domain.errors import CannotWrite, UnknownRecord
from qualcode_app.domain.reading_text import ReadingText
from qualcode_app.domain.report import Claim, Grid, Heading, Picture, Quote
from qualcode_app.services.analysis import asking, study
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.sentences import sentence
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.claims import claims
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import report_files
from qualcode_app.services.exporting.report import Wanted
from qualcode_app.services.store.project import Project


@pytest.fixture(scope="module")
def written(sample_file, tmp_path_factory):
    """The sample with a finding that holds and one that does not, and its reports of two themes."""
    folder = tmp_path_factory.mktemp("report")
    with Project.open(shutil.copy(sample_file, folder / "study.qualcode")) as project:
        said = _keep(project, "WON-2", evidence=True)
        _keep(project, "ECO-2", evidence=False)
        gone = [row.uid for row in project.read(coding_rows.rows) if row.code_key == "ECO-2"]
        for uid in gone:
            project.write(codings.remove, uid)
        wanted = Wanted("nl", ("WON", "ECO"))
        made = report_files.write(project, folder / "report.html", wanted)
        again = report_files.write(project, folder / "report.docx", wanted)
        texts = {
            row.title: ReadingText.of(
                project.read(documents.text, row.revision_uid),
                project.read(documents.regions, row.revision_uid),
            ).text
            for row in project.read(documents.rows)
        }
    assert [type(block) for block in again.blocks] == [type(block) for block in made.blocks]
    return folder, made, said, texts


def _keep(project: Project, key: str, *, evidence: bool) -> str:
    code = project.read(codebook.code_keyed, key)
    read = project.read(study.read)
    answer = project.read(asking.ask, read, Question(Kind.ALL_OF, (code.uid,)))
    said = sentence(answer, "nl")
    rows = [row for row in project.read(coding_rows.rows) if row.code_uid == code.uid]
    marks = ((rows[0].uid, "example"),) if evidence else ()
    project.write(claims.keep, claims.of_answer(answer, Voices(), said, marks))
    return said


def _quotes(made):
    found = [block for block in made.blocks if isinstance(block, Quote)]
    return found + [one for b in made.blocks if isinstance(b, Claim) for one in b.evidence]


def _letters(text: str) -> str:
    """Return the letters and digits of a text: spaces and marks change when it is quoted."""
    return re.sub(r"[\W_]", "", text)


def test_every_theme_is_a_chapter_with_a_chart_a_table_and_quotations(written):
    made = written[1]
    chapters = [b.text for b in made.blocks if isinstance(b, Heading) and b.level == 1]
    assert chapters[0] == "Corpus"
    assert [chapter.split()[0] for chapter in chapters[1:3]] == ["WON", "ECO"]
    assert chapters[-1] == "Verantwoording"
    assert sum(isinstance(block, Picture) for block in made.blocks) == 2
    tables = [b.table for b in made.blocks if isinstance(b, Grid) and b.caption]
    assert [table.rows[0][0] for table in tables] == ["WON", "ECO"]
    assert "3/3" in next(block for block in made.blocks if isinstance(block, Picture)).words


def test_quotations_are_literal_and_say_where_they_are_printed(written):
    _, made, _, texts = written
    quotes = _quotes(made)
    assert len(quotes) > 15
    for quote in quotes:
        title, page = quote.source.rsplit(", p. ", 1)
        assert page
        assert _letters(quote.text) in _letters(texts[title])


def test_a_finding_says_how_it_stands_and_what_it_rests_on(written):
    _, made, said, _ = written
    kept, gone = (block for block in made.blocks if isinstance(block, Claim))
    assert (kept.text, kept.holds) == (said, True)
    assert kept.state.startswith("Klopt nog · 3/3")
    assert [quote.role for quote in kept.evidence] == ["Voorbeeld"]
    assert not gone.holds
    assert gone.state.startswith("Gewijzigd")


def test_the_text_document_holds_every_sentence_and_quotation(written):
    folder, made, _, _ = written
    document = Document(str(folder / "report.docx"))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    for block in made.blocks:
        if isinstance(block, Heading):
            assert block.text in paragraphs
    said = "\n".join(paragraphs)
    for quote in _quotes(made):
        assert f"“{quote.text}” ({quote.source})" in said
    n_filled = sum(bool(b.table.columns) for b in made.blocks if isinstance(b, Grid))
    assert len(document.tables) == n_filled
    pictures = document.element.xpath("//wp:docPr[@descr]")
    assert len(pictures) == 2
    assert "3/3" in pictures[0].get("descr")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.quotes: list[str] = []
        self.headings: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        if tag == "blockquote":
            self.quotes.append("")
        if tag in {"h2", "h3"}:
            self.headings.append("")

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if "blockquote" in self.open and "role" not in self.open:
            self.quotes[-1] += data
        if self.open and self.open[-1] in {"h2", "h3"}:
            self.headings[-1] += data


def test_the_page_holds_the_same_and_fetches_nothing(written):
    folder, made, _, _ = written
    markup = (folder / "report.html").read_text("utf-8")
    page = _Words()
    page.feed(markup)
    assert page.headings == [b.text for b in made.blocks if isinstance(b, Heading)]
    for quote in _quotes(made):
        assert any(f"“{quote.text}” ({quote.source})" in said for said in page.quotes)
    fetched = re.findall(r'(?:src|href)="(?!#)([^"]*)"', markup)
    assert fetched == []


def test_a_theme_that_is_not_there_and_a_wrong_ending_are_one_sentence(project, tmp_path):
    with pytest.raises(UnknownRecord, match="no theme XYZ"):
        report_files.write(project, tmp_path / "a.html", Wanted(themes=("XYZ",)))
    with pytest.raises(CannotWrite, match=r"Let it end in \.docx, \.html"):
        report_files.write(project, tmp_path / "a.pdf", Wanted())
    assert not {path.suffix for path in tmp_path.iterdir()} & {".html", ".pdf", ".part"}
