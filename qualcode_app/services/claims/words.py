"""What contradictions say, in Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "absence": (
        "Over {what} staat niets in {names} volgens de ene bevinding; volgens de andere wel.",
        "One finding says that {names} says nothing about {what}; another says it does.",
    ),
    "absence_coded": (
        "Over {what} staat niets in {names} volgens de bevinding; er zijn wel coderingen.",
        "The finding says that {names} says nothing about {what}; there are codings.",
    ),
    "only": (
        "Volgens de ene bevinding alleen elders, volgens de andere ook in {names}: {what}.",
        "One finding says only elsewhere, another says also in {names}: {what}.",
    ),
    "only_coded": (
        "Volgens de bevinding alleen elders; ook in {names} is {what} gecodeerd.",
        "The finding says only elsewhere; {what} is coded in {names} too.",
    ),
    "complement": (
        "De ene bevinding rekent {names} tot wie niets zegt over {what}; de andere niet.",
        "One finding counts {names} with those who say nothing about {what}; another does not.",
    ),
    "complement_coded": (
        "De bevinding rekent {names} tot wie niets zegt over {what}; er zijn wel coderingen.",
        "The finding counts {names} with those who say nothing about {what}; there are codings.",
    ),
    "matrix_coded": (
        "De bevinding over een groep noemt {names}; daar is {what} wel gecodeerd.",
        "The finding on a group names {names}; {what} is coded there.",
    ),
    "present_uncoded": (
        "Volgens de bevinding staat er in {names} iets over {what}; daar is niets van gecodeerd.",
        "The finding says that {names} says something about {what}; nothing of it is coded there.",
    ),
    "complement_count": (
        "{n} met en {m} zonder {what} zijn samen niet {of}.",
        "{n} with and {m} without {what} do not make {of}.",
    ),
    "groups_sum": (
        "Per groep is {what} samen {n}, in het geheel {m}.",
        "By group {what} adds up to {n}, as a whole to {m}.",
    ),
    "shares_sum": (
        "De aandelen in {names} zijn samen {n} %.",
        "The shares in {names} add up to {n} %.",
    ),
    "outside_named": (
        "{names} telt niet mee in het corpus en wordt wel genoemd.",
        "{names} does not count in the corpus and is named.",
    ),
    "outside_counted": (
        "{names} telt niet meer mee in het corpus en wel in deze bevinding.",
        "{names} does not count in the corpus any more and does in this finding.",
    ),
    "outside_evidence": (
        "Een gekozen fragment staat in {names}, dat niet meetelt in het corpus.",
        "A chosen passage is in {names}, which does not count in the corpus.",
    ),
    "corpus_document": (
        "{names}: buiten het corpus{reason}",
        "{names}: outside the corpus{reason}",
    ),
    "count": (
        "De zin zegt {said}; gevonden is {found}.",
        "The sentence says {said}; what was found is {found}.",
    ),
    "quantifier": (
        "“{word}” past niet bij {n} van {of}.",
        "“{word}” does not fit {n} of {of}.",
    ),
    "found": ("Gevonden: {sentence}", "Found: {sentence}"),
    "number": (
        "{names} heeft bij {what}{year} twee getallen: {one} en {other}.",
        "{names} has two numbers for {what}{year}: {one} and {other}.",
    ),
    "object": (
        "{names} heeft {one} voor twee dingen{year}: {what} en {other}.",
        "{names} has {one} for two things{year}: {what} and {other}.",
    ),
    "two_groups": (
        "{names} staat in {system} in twee groepen: {one} en {other}.",
        "{names} is in two groups of {system}: {one} and {other}.",
    ),
    "other_group": (
        "De bevinding gaat over {one}; {names} hoort daar niet bij, maar bij {other}.",
        "The finding is about {one}; {names} does not belong there, but to {other}.",
    ),
    "membership": ("{names}: {other}", "{names}: {other}"),
    "no_group": ("geen groep", "no group"),
    "wording": (
        "Een bevinding staat er in twee bewoordingen{difference}.",
        "One finding is there in two wordings{difference}.",
    ),
    "quotation": (
        "“{said}” staat nergens letterlijk zo.",
        "“{said}” is nowhere literally so.",
    ),
    "quotation_elsewhere": (
        "“{said}” staat in {names}, niet waar de zin het zegt.",
        "“{said}” is in {names}, not where the sentence says.",
    ),
    "nearest": ("{names}: “{said}”", "{names}: “{said}”"),
    "label": (
        "“{said}” is bijna, maar niet helemaal de naam van een code: {what}.",
        "“{said}” is nearly, but not quite the name of a code: {what}.",
    ),
    "codings": ("Gecodeerd in {names}: {what}", "Coded in {names}: {what}"),
    "nothing_coded": (
        "Gelezen en niets gecodeerd in {names}: {what}",
        "Read and nothing coded in {names}: {what}",
    ),
}
