"""Every refusal says what is wrong and what the user can do, in both languages."""

from __future__ import annotations

import ast
import re

import pytest

# What a remedy begins with. The lists are closed on purpose: a new word is added by somebody who
# looked at the sentence, and a second sentence that only tells more does not pass.
ENGLISH = set(
    re.findall(
        r"\w+",
        """
        add ask call change check choose clear close code compare copy correct decide drag draw
        export fetch fill give import install judge keep leave let list load look make mark mend
        merge move name open part press print put recode remove restore revive save say search see
        select settle split take tick try turn type undo untick update use write
        """,
    )
)
DUTCH = set(
    re.findall(
        r"\w+",
        """
        beoordeel bekijk beslis bewaar codeer controleer draai druk exporteer ga gebruik geef haal
        handel hercodeer herstel importeer installeer keer kies kijk kopieer laad laat lees maak
        markeer merk neem noem open probeer schrijf selecteer sleep sluit splits stel teken typ
        verbeter verdeel vergelijk verplaats verwijder vink voeg vraag vul werk wijzig wis zeg zet
        zie zoek
        """,
    )
)
REPORTS = {"Lost", "Mended", "BrokenOff"}  # of what was read or stopped: nothing is refused
CLAUSES = {"WrongCommand"}  # after each of them stands where help is: "See qualcode NAME --help."
WRAPPERS = {  # each of the reasons they hold says what to do
    "{n} of {total} files were not added: {reasons}",
}
RESULTS = {  # told where refusals are, but nothing is refused
    "{n} of {total} quotations are right.",
    "The coders do not differ here.",
}
NESTED = {"Fault"}  # a clause inside "{file}, line {line}: {reason} Mend it there, or …"


def says_what_and_what_to_do(sentence: str, verbs: set[str]) -> bool:
    """Tell whether a clause of two words or more tells what, and a later one begins with a verb."""
    parts = re.split(r"(?<=[.;:])\s+|(?<=\{reason\})\s+", sentence)  # a reason has its own stop
    what, *rest = (part.split() for part in parts)
    return len(what) > 1 and any(
        part[0].strip(",.").lower() in verbs and len(part) > 1 for part in rest
    )


@pytest.fixture(scope="module")
def refusals(i18n) -> set[str]:
    """Return the templates of all errors in the code that refuse something."""
    found: set[str] = set()
    kinds = i18n.error_kinds() - REPORTS - CLAUSES
    for tree in i18n.trees(i18n.CODE):
        constants = {
            node.targets[0].id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        nested = {
            id(call)
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef) and node.name in NESTED
            for call in ast.walk(node)
        }
        for call in ast.walk(tree):
            is_one = isinstance(call, ast.Call) and getattr(call.func, "id", "") in kinds
            if is_one and id(call) not in nested:
                said = constants.get(getattr(call.args[0], "id", ""), call.args[0])
                found.add(ast.literal_eval(said))
    return found


@pytest.fixture(scope="module")
def refusals_of_window(i18n) -> set[tuple[str, str]]:
    """Return contexts and texts that the window itself tells as a warning or a refusal."""
    found: set[tuple[str, str]] = set()
    for tree in i18n.trees(i18n.WINDOW):
        for node in tree.body:
            for function in ast.walk(node) if isinstance(node, ast.ClassDef) else ():
                if isinstance(function, ast.FunctionDef):
                    found |= {(node.name, text) for text in told(function)}
    return found


def told(function: ast.FunctionDef) -> set[str]:
    """Return the texts a function hands to `tell`, by themselves or in a variable."""
    named = [
        (node.targets[0].id, node.value)
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    ]
    found: set[str] = set()
    for call in ast.walk(function):
        if getattr(getattr(call, "func", None), "attr", "") != "tell" or not call.args:
            continue
        if any(getattr(argument, "value", "") == "info" for argument in call.args):
            continue
        name = getattr(call.args[0], "id", "")
        found |= {
            each.args[0].value
            for said in (call.args[0], *(value for key, value in named if key == name))
            for each in ast.walk(said)
            if isinstance(each, ast.Call) and getattr(each.func, "attr", "") == "tr"
        }
    return found


def test_what_the_window_refuses_itself_says_what_to_do(i18n, refusals_of_window):
    assert len(refusals_of_window) > 10
    dutch = i18n.messages("nl")
    silent = [
        text
        for context, text in refusals_of_window
        if text not in RESULTS
        and not (
            says_what_and_what_to_do(text, ENGLISH)
            and says_what_and_what_to_do(dutch[context, text].findtext("translation"), DUTCH)
        )
    ]
    assert silent == []


def test_every_refusal_says_what_to_do(refusals):
    assert len(refusals) > 300
    silent = [one for one in refusals - WRAPPERS if not says_what_and_what_to_do(one, ENGLISH)]
    assert silent == []


def test_every_refusal_says_what_to_do_in_dutch(i18n, refusals):
    dutch = i18n.messages("nl")
    said = {one: dutch["errors", one].findtext("translation") for one in refusals - WRAPPERS}
    silent = [one for one in said.values() if not says_what_and_what_to_do(one, DUTCH)]
    assert silent == []


def test_no_exception_is_kept_that_the_code_no_longer_needs(i18n, refusals, refusals_of_window):
    assert refusals >= WRAPPERS
    assert {text for _, text in refusals_of_window} >= RESULTS
    assert i18n.error_kinds() >= REPORTS


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no code {key}.",
        "{n} rounds are called {title}. The rounds are: {names}.",
        "Type a word of at least one letter.",
        "The file was not read. Sorry.",
        "There is no code {key}. See.",
    ],
)
def test_a_sentence_without_a_remedy_or_without_its_cause_is_found_out(sentence):
    assert not says_what_and_what_to_do(sentence, ENGLISH)
