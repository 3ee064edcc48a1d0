"""Files from outside a project, and any coefficient with an interval."""

from __future__ import annotations

from math import isnan

import krippendorff
import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score

from qualcode_app.domain.errors import RefusedChange, UnreadableTable
from qualcode_app.services.agreement import coefficients, reliability_file

UNITS = "unit,A,B\n1,x,x\n2,x,y\n3,y,y\n4,z,z\n5,z,x\n6,y,y\n7,,y\n8,x,x\n"
SPANS = (
    "coder,category,document,begin,end,length\n"
    "A,wonen,d1,0,40,100\nB,wonen,d1,10,40,100\nA,verkeer,d1,60,80,100\nB,verkeer,d1,60,80,100\n"
    "A,wonen,d2,5,25,80\nB,wonen,d2,5,20,80\nA,verkeer,d2,40,60,80\nB,verkeer,d2,50,70,80\n"
    "B,,d3,0,0,50\n"
)


@pytest.fixture
def write(tmp_path):
    def put(text: str):
        path = tmp_path / "data.csv"
        path.write_text(text, "utf-8")
        return path

    return put


def by_key(answers):
    return {(each.key, each.of): each for each in answers}


def test_units_give_what_other_programs_give(write):
    data, coders = reliability_file.read(write(UNITS))
    assert coders == ("A", "B")
    found = by_key(coefficients.on_units(data, ["kappa", "alpha"]))
    both = [(row[0], row[1]) for row in data.ratings.tolist() if -1 not in row]
    first, second = zip(*both, strict=True)
    assert found["kappa", ""].value == pytest.approx(cohen_kappa_score(first, second))
    values = np.where(data.ratings < 0, np.nan, data.ratings).T
    expected = krippendorff.alpha(reliability_data=values, level_of_measurement="nominal")
    assert found["alpha", ""].value == pytest.approx(expected)
    for key in ("kappa", "alpha"):
        assert found[key, ""].low < found[key, ""].value < found[key, ""].high
        assert found[key, ""].method


def test_one_judgment_a_line_is_the_same_data(write):
    wide, _ = reliability_file.read(write(UNITS))
    rows = ["unit;coder;code"]
    for line in UNITS.splitlines()[1:]:
        unit, first, second = line.split(",")
        rows += [f"{unit};a;{first}", f"{unit};b;{second}"]
    long, coders = reliability_file.read(write("\n".join(rows) + "\n"))
    assert coders == ("a", "b")
    assert long.ratings.tolist() == wide.ratings.tolist()


def test_spans_of_several_documents_have_an_interval_over_documents(write):
    data, coders = reliability_file.read(write(SPANS))
    assert (coders, data.documents) == (("A", "B"), ("d1", "d2", "d3"))
    assert data.lengths.tolist() == [100, 80, 50]
    found = by_key(coefficients.on_spans(data, ["alpha", "f1"]))
    assert found["f1", "wonen"].value == pytest.approx(2 * 45 / (60 + 45))
    one = found["alpha", "wonen"]
    assert one.method == "document jackknife"
    assert one.low < one.value <= one.high


def test_numbers_are_ordered_by_size_and_have_distances(write):
    data, _ = reliability_file.read(write("A,B\n10,9\n9,9\n2,2\n2,10\n"))
    assert data.categories == ("2", "9", "10")
    value = by_key(coefficients.on_units(data, ["alpha_interval"]))["alpha_interval", ""].value
    values = [[10, 9, 2, 2], [9, 9, 2, 10]]
    expected = krippendorff.alpha(reliability_data=values, level_of_measurement="interval")
    assert value == pytest.approx(expected)


def test_cells_may_hold_sets_of_labels(write):
    data, _ = reliability_file.read(write("A,B\na|b,a\nc,c\na,a|b\nb,b\n"), separator="|")
    found = by_key(coefficients.on_units(data, ["alpha_masi"]))["alpha_masi", ""]
    assert -1 < found.value < 1


def test_a_coefficient_that_does_not_fit_says_why(write):
    data, _ = reliability_file.read(write(UNITS))
    (answer,) = coefficients.on_units(data, ["alpha_interval"])
    assert isnan(answer.value)
    assert answer.reason == "The categories are not numbers."


def test_an_unknown_coefficient_names_those_there_are(write):
    data, _ = reliability_file.read(write(UNITS))
    with pytest.raises(RefusedChange, match=r"no coefficient lambda\. .*kappa"):
        coefficients.on_units(data, ["lambda"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("coder,category,begin,end,length\nA,x,5,3,10\n", "line 2: 5 to 3"),
        ("coder,category,begin,end,length\nA,x,een,3,10\n", "begin must be a whole number"),
        ("unit,coder\n1,A\n", "no column named category"),
        ("unit,coder,code\n1,A,x\n1,A,y\n", "judged unit 1 twice"),
        ("unit,A,B\n", "no lines below"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(write, text, words):
    with pytest.raises(UnreadableTable, match=words):
        reliability_file.read(write(text))


def test_a_cell_outside_the_named_categories_is_refused(write):
    with pytest.raises(UnreadableTable, match="z is not among"):
        reliability_file.read(write(UNITS), categories=["x", "y"])


def test_coders_keep_their_names_as_written(tmp_path):
    path = tmp_path / "wide.csv"
    path.write_text("Unit,Noor de Wit,BRAM\n1,a,a\n2,b,a\n", "utf-8")
    assert reliability_file.read(path)[1] == ("Noor de Wit", "BRAM")
