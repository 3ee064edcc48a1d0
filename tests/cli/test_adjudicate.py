from __future__ import annotations

from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project


def test_places_are_listed_decided_and_taken_over(qualcode, project_file):
    listed = qualcode("adjudicate", "list", project_file, "--json").json
    assert len(listed) > 20
    assert {row["state"] for row in listed} == {"open"}
    both_said = next(row for row in listed if all(row["said"].values()))
    name = next(iter(both_said["said"]))
    place = both_said["place"]
    assert qualcode("adjudicate", "decide", project_file, place, "--take", name).code == 0
    other = next(row["place"] for row in listed if row["place"] != place)
    assert qualcode("adjudicate", "decide", project_file, other, "--discuss", "Wat nu?").code == 0
    said = qualcode("adjudicate", "equal", project_file, "--json").json
    assert said["places"] > 10
    states = {
        row["place"]: row["state"]
        for row in qualcode("adjudicate", "list", project_file, "--json").json
    }
    assert (states[place], states[other]) == ("decided", "discuss")
    still = qualcode("adjudicate", "list", project_file, "--open", "--json").json
    assert len(still) == len(listed) - 1
    codings = qualcode("codings", "list", project_file, "--coder", "Consensus")
    assert codings.code == 0
    assert len(codings.out.splitlines()) > said["places"]


def test_a_decision_says_one_thing_about_a_place_that_is_there(qualcode, project_file):
    with Project.open(project_file) as project:
        name = project.read(people.coders)[0].name
    two = qualcode("adjudicate", "decide", project_file, "abc", "--take", name, "--none")
    assert (two.code, "one thing" in two.err) == (2, True)
    unknown = qualcode("adjudicate", "decide", project_file, "zzzz", "--none")
    assert (unknown.code, "zzzz" in unknown.err) == (2, True)
