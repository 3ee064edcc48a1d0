"""Texts that others coded twice: figures from files equal those of a second implementation."""

from __future__ import annotations

import csv
import json
from itertools import combinations

import krippendorff
import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score, f1_score

from qualcode_app.services.agreement import coefficients, reliability_file

pytestmark = pytest.mark.corpus


@pytest.fixture
def annotations(corpus):
    return corpus / "annotations"


def write(path, head, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return path


def dense(data, code):
    """Every character of every document: 1 or 0 per coder, shape (coders, characters)."""
    first = np.cumsum(data.lengths) - data.lengths
    line = np.zeros((len(data.coders), int(data.lengths.sum())))
    rows = np.flatnonzero(data.code == code)
    for coder, document, start, end in zip(
        data.coder[rows], data.document[rows], data.start[rows], data.end[rows], strict=True
    ):
        line[coder, first[document] + start : first[document] + end] = 1
    return line


def check_spans(data):
    """Compare alpha, F1 and kappa of every code with other libraries on single characters."""
    answers = coefficients.on_spans(data, ["alpha", "f1"])
    found = {(each.key, each.of): each for each in answers}
    for at, code in enumerate(data.codes):
        line = dense(data, at)
        if len(data.codes) == 1:
            code = ""  # noqa: PLW2901  one code is all codes
        alpha = krippendorff.alpha(reliability_data=line, level_of_measurement="nominal")
        assert found["alpha", code].value == pytest.approx(alpha, abs=1e-9), code
        both = [f1_score(line[i], line[j]) for i, j in combinations(range(len(line)), 2)]
        if len(both) == 1:
            assert found["f1", code].value == pytest.approx(both[0]), code
            (kappa,) = coefficients.on_spans(data.only(codes=[at]), ["kappa"])
            assert kappa.value == pytest.approx(cohen_kappa_score(line[0], line[1])), code
    return found


def test_four_coders_of_seven_news_texts_in_brat(annotations, tmp_path):
    rows = []
    for folder in sorted(path for path in (annotations / "brat").iterdir() if path.is_dir()):
        for notes in sorted(folder.glob("*.ann")):
            length = len(notes.with_suffix(".txt").read_text("utf-8"))
            rows.append((folder.name, "", notes.stem, 0, 0, length))
            for line in notes.read_text("utf-8").splitlines():
                if line.startswith("T"):
                    category, start, end = line.split("\t")[1].split()
                    rows.append((folder.name, category, notes.stem, start, end, length))
    head = ("coder", "category", "document", "begin", "end", "length")
    data, coders = reliability_file.read(write(tmp_path / "brat.csv", head, rows))
    assert coders == ("Lisa", "Maria", "Max", "Peter")
    assert len(data.documents) == 7
    found = check_spans(data)
    assert found["alpha", ""].method == "document jackknife"
    assert found["alpha", ""].low < found["alpha", ""].value < found["alpha", ""].high


@pytest.mark.parametrize("name", ["de-manifestos-round-01", "uk-manifestos-round-03"])
def test_two_coders_of_group_mentions_in_manifestos(annotations, tmp_path, name):
    coded = {}
    for coder in ("coder1", "coder2"):
        path = annotations / "group-mentions" / name / f"{coder}.jsonl"
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        coded[coder] = {line["id"]: line for line in lines}
    shared = [uid for uid in coded["coder1"] if uid in coded["coder2"]]
    rows = []
    for coder, lines in coded.items():
        for uid in shared:
            length = len(lines[uid]["text"])
            rows.append((coder, "", uid, 0, 0, length))
            rows += [(coder, of, uid, a, b, length) for a, b, of in lines[uid]["label"]]
    head = ("coder", "category", "document", "begin", "end", "length")
    data, _ = reliability_file.read(write(tmp_path / "groups.csv", head, rows))
    assert len(data.documents) == len(shared) > 200
    found = check_spans(data)
    assert found["f1", ""].method == "jackknife, 50 groups of documents"


def test_pairs_of_nine_coders_of_speech_and_thought(annotations, tmp_path):
    judged: dict[tuple[str, int], dict[str, str]] = {}
    coders = set()
    for path in sorted((annotations / "redewiedergabe").glob("*/*.tsv")):
        coders.add(path.parent.name)
        with path.open(encoding="utf-8", newline="") as file:
            tokens = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            for number, token in enumerate(tokens):
                kind = (token["stwr"] or "-").split("|")[0].split(".")[0]
                word = "nothing" if kind == "-" else kind
                judged.setdefault((path.name, number), {})[path.parent.name] = word
    names = sorted(coders)
    rows = [
        (f"{text}:{number}", *(said.get(name, "") for name in names))
        for (text, number), said in judged.items()
    ]
    path = write(tmp_path / "speech.csv", ("unit", *names), rows)
    data, read_as = reliability_file.read(path)
    assert read_as == tuple(names)
    assert data.rated.min() >= 1
    assert data.rated.max() == 6
    values = np.where(data.ratings < 0, np.nan, data.ratings).T
    expected = krippendorff.alpha(reliability_data=values, level_of_measurement="nominal")
    (answer,) = coefficients.on_units(data, ["alpha"])
    assert answer.value == pytest.approx(expected)
    assert answer.low < answer.value < answer.high


def test_crowd_judgments_with_most_cells_missing(annotations, tmp_path):
    with (annotations / "crowd-manifestos" / "judgments.csv").open(encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    last = {(line["unit"], line["coder"]): line["code"] for line in lines}
    rows = [(unit, coder, code) for (unit, coder), code in last.items()]
    path = write(tmp_path / "crowd.csv", ("unit", "coder", "code"), rows)
    data, coders = reliability_file.read(path)
    assert (len(coders), data.categories) == (51, ("1", "4"))
    counts = np.zeros((len(data.ratings), 2))
    for category in (0, 1):
        counts[:, category] = (data.ratings == category).sum(axis=1)
    expected = krippendorff.alpha(value_counts=counts, level_of_measurement="nominal")
    (answer,) = coefficients.on_units(data, ["alpha"])
    assert answer.value == pytest.approx(expected)
