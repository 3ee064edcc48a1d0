"""Texts annotated by several people become projects, and their figures those of others."""

from __future__ import annotations

import csv
import json
from itertools import combinations

import krippendorff
import numpy as np
import pytest

from qualcode_app.agreement import segments
from qualcode_app.agreement.registry import COEFFICIENTS
from qualcode_app.agreement.segments import Denominator
from qualcode_app.domain.errors import Cancelled, UnreadableTable
from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.reliability import Scope, spans
from qualcode_app.services.documents import documents
from qualcode_app.services.exchange import annotated

F1 = COEFFICIENTS["f1"]


@pytest.fixture
def load(corpus, tmp_path):
    opened = []

    def load(name: str):
        project = annotated.make(corpus / "annotations" / name, tmp_path / "study.qualcode")
        opened.append(project)
        return project

    yield load
    for project in opened:
        project.close()


def check_alphas(project, expected: dict[str, float]) -> None:
    """Compare the alpha of every code with that of another library on raw files."""
    table = project.read(agreements.table)
    found = {row.code_label_en: row.alpha.value for row in table.rows}
    assert found == pytest.approx(expected, abs=1e-9)


def library_alpha(lines: dict[str, np.ndarray]) -> float:
    values = np.stack([lines[coder] for coder in sorted(lines)])
    return krippendorff.alpha(reliability_data=values, level_of_measurement="nominal")


# What the authors of the example print for these files, on tokens between white space and on
# whole annotations: the mean F1 of all pairs of coders.
BRAT_TOKENS = {"LOC": 0.963, "MISC": 0.918, "ORG": 0.972, "PER": 0.983}
BRAT_WHOLE = {"LOC": 0.819, "MISC": 0.840, "ORG": 0.906, "PER": 0.938}
# Per text in the order of the alphabet: the authors' report holds these figures, beside names in
# an order that differs from run to run.
BRAT_TEXTS_BY_TOKENS = [0.972, 0.945, 0.928, 0.943, 0.974, 0.977, 0.952]
BRAT_TEXTS_WHOLE = [0.798, 0.894, 0.906, 0.906, 0.936, 0.907, 0.873]


@pytest.mark.corpus
def test_four_coders_in_brat_give_the_figures_that_the_authors_print(load):
    project = load("brat")
    found = project.read(spans, Scope(base="word", coefficient="f1"))
    pairs = list(combinations(range(4), 2))

    def mean(**part: list[int]) -> float:
        own = found.spans.only(**part)
        return float(np.mean([F1.compute(own.only(coders=pair)).value for pair in pairs]))

    for at, row in enumerate(found.codes):
        if row.label_en in BRAT_TOKENS:
            assert mean(codes=[at]) == pytest.approx(BRAT_TOKENS[row.label_en], abs=5e-4)
    assert mean() == pytest.approx(0.964, abs=5e-4)
    assert list(found.document_titles) == sorted(found.document_titles)
    per_text = [mean(documents=[at]) for at in range(len(found.document_titles))]
    assert per_text == pytest.approx(BRAT_TEXTS_BY_TOKENS, abs=5e-4)


@pytest.mark.corpus
def test_whole_annotations_in_brat_match_as_the_authors_print(load):
    found = load("brat").read(spans, Scope())
    pairs = list(combinations(range(4), 2))

    def mean(data) -> float:
        return float(
            np.mean(
                [
                    segments.match(data.only(coders=pair), 1.0, Denominator.LONGER).percent.value
                    for pair in pairs
                ]
            )
        )

    for at, row in enumerate(found.codes):
        if row.label_en in BRAT_WHOLE:
            figure = mean(found.characters.only(codes=[at]))
            assert figure == pytest.approx(BRAT_WHOLE[row.label_en], abs=5e-4)
    assert mean(found.characters) == pytest.approx(0.890, abs=5e-4)
    n_texts = len(found.document_titles)
    per_text = [mean(found.characters.only(documents=[at])) for at in range(n_texts)]
    assert per_text == pytest.approx(BRAT_TEXTS_WHOLE, abs=5e-4)


@pytest.mark.corpus
@pytest.mark.parametrize(
    "name", ["de-manifestos-round-01", "uk-manifestos-round-02", "uk-manifestos-round-03"]
)
def test_group_mentions_give_the_alpha_of_another_library(corpus, load, name):
    coded = {}
    for coder in ("coder1", "coder2"):
        path = corpus / "annotations" / "group-mentions" / name / f"{coder}.jsonl"
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        coded[coder] = {row["id"]: row for row in rows}
    shared = [uid for uid in coded["coder1"] if uid in coded["coder2"]]
    codes = {label[2] for rows in coded.values() for row in rows.values() for label in row["label"]}
    expected = {}
    for code in codes:
        lines = {coder: [] for coder in coded}
        for coder, rows in coded.items():
            for uid in shared:
                line = np.zeros(len(rows[uid]["text"]) + 1)  # and the newline that ends a text
                for start, end, label in rows[uid]["label"]:
                    words = rows[uid]["text"][
                        start:end
                    ]  # a coding holds no white space at its ends
                    first = start + len(words) - len(words.lstrip())
                    line[first : first + len(words.strip())] += label == code
                lines[coder].append(np.minimum(line, 1))
        expected[code] = library_alpha({c: np.concatenate(parts) for c, parts in lines.items()})
    project = load(f"group-mentions/{name}")
    check_alphas(project, expected)
    table = project.read(agreements.table)
    assert table.pooled.n_documents == len(shared)


def tokens_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.corpus
def test_speech_and_thought_coded_by_two_of_nine_give_the_alpha_of_another_library(corpus, load):
    folder = corpus / "annotations" / "redewiedergabe"
    files = {(path.parent.name, path.stem): tokens_of(path) for path in folder.glob("*/*.tsv")}
    coders = sorted({coder for coder, _ in files})
    texts = sorted({text for _, text in files})
    names = {
        said.split(".")[0]
        for rows in files.values()
        for row in rows
        for said in row["stwr"].split("|")
    } - {"-"}
    expected = {}
    for code in names:
        lines = {coder: [] for coder in coders}
        for text in texts:
            length = next(len(rows) for (_, name), rows in files.items() if name == text)
            for coder in coders:
                rows = files.get((coder, text))
                lines[coder] += (
                    [np.nan] * length
                    if rows is None
                    else [
                        float(code in {part.split(".")[0] for part in row["stwr"].split("|")})
                        for row in rows
                    ]
                )
        expected[code] = library_alpha({coder: np.array(line) for coder, line in lines.items()})
    project = load("redewiedergabe")
    table = project.read(agreements.table, Scope(base="word"))
    found = {row.code_label_en: row.alpha.value for row in table.rows}
    assert found == pytest.approx(expected, abs=1e-9)  # a token is what stands between blanks


@pytest.fixture
def crowd(corpus, tmp_path):
    """Every twelfth sentence that a crowd judged: all of them are 7,342 documents."""
    folder = tmp_path / "crowd"
    folder.mkdir()
    for name in ("sentences.csv", "judgments.csv"):
        source = corpus / "annotations" / "crowd-manifestos" / name
        with source.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            rows = list(reader)
        if name == "sentences.csv":
            chosen = {row["unit"] for row in rows[::12]}
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, reader.fieldnames)
            writer.writeheader()
            writer.writerows(row for row in rows if row["unit"] in chosen)
    return folder


@pytest.mark.corpus
def test_a_crowd_of_dozens_gives_the_alpha_of_another_library(crowd, tmp_path):
    with (crowd / "judgments.csv").open(encoding="utf-8", newline="") as file:
        said = {(row["unit"], row["coder"]): row["code"] for row in csv.DictReader(file)}
    units = sorted({unit for unit, _ in said})
    coders = {coder for _, coder in said}
    place = {unit: number for number, unit in enumerate(units)}
    counts = np.zeros((len(units), 2))
    for (unit, _), code in said.items():
        counts[place[unit], int(code == "4")] += 1
    expected = krippendorff.alpha(value_counts=counts, level_of_measurement="nominal")
    with annotated.make(crowd, tmp_path / "study.qualcode") as project:
        assert len(project.read(documents.rows)) == len(units) > 600
        found = project.read(spans, Scope(base="document"))
    assert len(found.coder_names) == len(coders) > 40
    at = next(i for i, row in enumerate(found.codes) if row.label_en == "4")
    value = COEFFICIENTS["alpha"].compute(found.spans.only(codes=[at])).value
    assert value == pytest.approx(expected)


def brat(folder, coder: str, text: str, notes: str) -> None:
    place = folder / coder
    place.mkdir(parents=True, exist_ok=True)
    (place / "een.txt").write_text(text, "utf-8")
    (place / "een.ann").write_text(notes, "utf-8")


def test_a_mark_in_two_pieces_and_an_empty_text_are_taken_in(tmp_path):
    folder = tmp_path / "werk"
    brat(folder, "Ada", "Wonen in het dorp.\n\nEn bouwen.", "T1\tWon 0 5;20 22\tWonen En\n")
    brat(folder, "Bo", "Wonen in het dorp.\n\nEn bouwen.", "")
    with annotated.make(folder, tmp_path / "x.qualcode") as project:
        (row,) = project.read(documents.rows)
        assert row.n_codings == 2
        text = project.read(documents.text, row.revision_uid)
        assert text == "Wonen in het dorp.\n\nEn bouwen.\n"
        table = project.read(agreements.table)
        assert table.rows[0].n_marked == (7, 0)


def test_coders_with_different_texts_are_refused_and_leave_no_file(tmp_path):
    folder = tmp_path / "werk"
    brat(folder, "Ada", "Wonen in het dorp.", "")
    brat(folder, "Bo", "Wonen in de stad.", "")
    with pytest.raises(UnreadableTable, match="same text"):
        annotated.make(folder, tmp_path / "x.qualcode")
    assert not (tmp_path / "x.qualcode").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Ada/een.ann", "T1\tWon 0 99\tWonen\n"),
        ("Ada/een.ann", "T1\tWon nul vijf\tWonen\n"),
        ("ada.jsonl", '{"id": 1, "text": "Wonen"'),
        ("judgments.csv", "unit,coder,code\n1,a,2\n"),
        ("leeg.txt", ""),
    ],
)
def test_what_is_not_sound_is_refused_in_a_sentence(tmp_path, name, content):
    folder = tmp_path / "werk"
    path = folder / name
    path.parent.mkdir(parents=True)
    path.write_text(content, "utf-8")
    (path.parent / "een.txt").write_text("Wonen in het dorp.", "utf-8")
    with pytest.raises(UnreadableTable):
        annotated.make(folder, tmp_path / "x.qualcode")


class StopsAfter:
    """A user who stops after some reports."""

    def __init__(self, n_reports: int) -> None:
        self.left = n_reports

    def report(self, done: int, total: int) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.mark.parametrize("after", [0, 2])
def test_a_stop_on_the_way_leaves_no_file(tmp_path, after):
    for coder in ("Ada", "Bo"):
        folder = tmp_path / "werk" / coder
        folder.mkdir(parents=True)
        for name in ("een", "twee"):
            (folder / f"{name}.txt").write_text("Wij bouwen huizen in het dorp.", "utf-8")
            (folder / f"{name}.ann").write_text("T1\tWonen 4 17\tbouwen huizen\n", "utf-8")
    with pytest.raises(Cancelled):
        annotated.make(tmp_path / "werk", tmp_path / "x.qualcode", progress=StopsAfter(after))
    assert [path.name for path in tmp_path.iterdir()] == ["werk"]
