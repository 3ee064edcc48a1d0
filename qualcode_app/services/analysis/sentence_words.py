"""The words of sentences to copy, in Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping

DUTCH: Mapping[str, str] = {
    "and": "en",
    "or": "of",
    "both": "zowel {one} als {other}",
    "more": "en nog {n}",
    "of": "van {names}",
    "n_of": "{n} van {of}",
    "nobody": "geen",
    "in_words": "In woorden: {word} ({n} van {of}).",
    "some": "In {n} van de {of} gelezen documenten{where} ({names}) staat iets over {what}.",
    "only": "Alleen in {names} staat iets over {what}, van de {of} gelezen documenten{where}.",
    "all": "In alle {of} gelezen documenten{where} staat iets over {what}.",
    "none": "In geen van de {of} gelezen documenten{where} staat iets over {what}.",
    "all_of_one": "In het ene gelezen document{where} ({names}) staat iets over {what}.",
    "none_of_one": "In het ene gelezen document{where} staat niets over {what}.",
    "zero": "In 0 van de {of} gelezen documenten{where} staat iets over {what}.",
    "lacks": "In {n} van de {of} gelezen documenten{where} ({names}) staat niets over {what}.",
    "zero_lacks": "In 0 van de {of} gelezen documenten{where} staat niets over {what}.",
    "none_read": (
        "Geen van de documenten{where} is op dit thema gelezen, dus over {what} is niets te zeggen."
    ),
    "examples": (
        "In {n} van de {of} gelezen documenten{where} staat iets over {what}, zoals in {names}."
    ),
    "groups": "Documenten{where} waarin iets staat over {what}: {parts}.",
    "values": "Documenten{where} waarin iets staat over {what}, per waarde: {parts}.",
    "part": "{label} {n} van {of}{names}",
    "small": "Groepen met minder dan {k} gelezen documenten: {groups}.",
    "waves": (
        "Van de {of} met een gelezen document in {before} en in {after}{where} staat iets over "
        "{what}: {parts}."
    ),
    "pair": "{label} {n}{word} ({names})",
    "all_of_waves": "Alle documenten: {before} {n} van {of}, {after} {m} van {of_m}.",
    "unread_pairs": "In een van beide niet gelezen en dus onbekend: {names}.",
    "wider_pairs": (
        "In een van beide alleen met een ruimere code gecodeerd en dus onbekend: {names}."
    ),
    "also": (
        "Wat in een van beide golven onder {names} staat, telt mee: de codes gaan in elkaar over."
    ),
    "several": "Met meer dan één document in een golf: {names}.",
    "in_one": "in {names}",
    "only_in": "Alleen {names} staat iets over: {parts}.",
    "no_only": "Er is geen code die alleen {names} voorkomt.",
    "rare": "In hoogstens {k} van de documenten{where} staat iets over: {parts}.",
    "no_rare": "Er is geen code die in 1 tot {k} van de documenten{where} voorkomt.",
    "unknown": "onbekend: {names}",
    "profile": (
        "In {names} staat iets over {n} van de {of} codes waarvoor het is gelezen "
        "(aantal fragmenten): {parts}."
    ),
    "no_profile": "In {names} staat niets over de {of} codes waarvoor het is gelezen.",
    "unread_profile": (
        "Over {names} is niets te zeggen: het telt niet mee of geen thema is als gelezen "
        "gemarkeerd."
    ),
    "unread": "Niet gelezen op dit thema en dus onbekend: {names}.",
    "coded_unread": "Wel gecodeerd, maar op dit thema nog niet als gelezen gemarkeerd: {names}.",
    "by_fewer": "Door minder dan {k} codeurs gecodeerd: {names}.",
    "not_agreed": "Wel door een codeur gecodeerd, niet in de consensus: {names}.",
    "outside": "Buiten het corpus en niet meegeteld: {names}.",
    "together": (
        "In {n} van de {of} gelezen documenten{where} ({names}) staan {one} en {other} {near}."
    ),
    "together_only": (
        "Alleen in {names} staan {one} en {other} {near}, van de {of} gelezen documenten{where}."
    ),
    "together_none": (
        "In geen van de {of} gelezen documenten{where} staan {one} en {other} {near}."
    ),
    "same_place": "op dezelfde plaats",
    "overlap": "op plaatsen die elkaar overlappen",
    "sentence": "in dezelfde zin",
    "paragraph": "in dezelfde alinea",
    "words": "binnen {k} woorden van elkaar",
    "section": "in hetzelfde hoofdstuk",
    "document": "in hetzelfde document",
    "link": "met een koppeling ertussen",
    "tension": "met een spanning ertussen",
    "condition": "met het ene als voorwaarde voor het andere",
    "room": "{share} van de woorden in {name} gaat over {what} ({n} van {of} woorden){place}.",
    "room_place": ", het meest in ‘{title}’",
    "rooms": (
        "Van de {of} gelezen documenten geven deze de meeste ruimte aan {what} (aandeel van de "
        "woorden): {parts}."
    ),
    "no_room": "In geen van de {of} gelezen documenten staat iets over {what}.",
    "found_words": (
        "Het woord ‘{words}’ staat in {n} van de {of} documenten{where} ({names}), {k} keer."
    ),
    "found_none": "Het woord ‘{words}’ staat in geen van de {of} documenten{where}.",
    "in_headings": " in een kop",
    "no_text": "Zonder tekst en dus niet doorzocht: {names}.",
}

ENGLISH: Mapping[str, str] = {
    "and": "and",
    "or": "or",
    "both": "both {one} and {other}",
    "more": "and {n} more",
    "of": "of {names}",
    "n_of": "{n} of {of}",
    "nobody": "none",
    "in_words": "In words: {word} ({n} of {of}).",
    "some": "{n} of the {of} documents read{where} ({names}) {says} something about {what}.",
    "only": "Only {names} says something about {what}, of the {of} documents read{where}.",
    "all": "All {of} documents read{where} say something about {what}.",
    "none": "None of the {of} documents read{where} says anything about {what}.",
    "all_of_one": "The one document read{where} ({names}) says something about {what}.",
    "none_of_one": "The one document read{where} says nothing about {what}.",
    "zero": "0 of the {of} documents read{where} say something about {what}.",
    "lacks": "{n} of the {of} documents read{where} ({names}) {says} nothing about {what}.",
    "zero_lacks": "0 of the {of} documents read{where} say nothing about {what}.",
    "none_read": (
        "None of the documents{where} was read for this theme, so nothing can be said about {what}."
    ),
    "examples": (
        "{n} of the {of} documents read{where} say something about {what}, such as {names}."
    ),
    "groups": "Documents{where} that say something about {what}: {parts}.",
    "values": "Documents{where} that say something about {what}, by value: {parts}.",
    "part": "{label} {n} of {of}{names}",
    "small": "Groups with fewer than {k} documents read: {groups}.",
    "waves": (
        "Of the {of} with a document read in {before} and in {after}{where}, something is said "
        "about {what}: {parts}."
    ),
    "pair": "{label} {n}{word} ({names})",
    "all_of_waves": "All documents: {before} {n} of {of}, {after} {m} of {of_m}.",
    "unread_pairs": "Not read in one of the two and so unknown: {names}.",
    "wider_pairs": "In one of the two coded with a wider code only, and so unknown: {names}.",
    "also": "What is under {names} in either wave counts too: these codes became one another.",
    "several": "With more than one document in a wave: {names}.",
    "in_one": "in {names}",
    "only_in": "Only {names} is something said about: {parts}.",
    "no_only": "There is no code that occurs only {names}.",
    "rare": "In at most {k} of the documents{where} something is said about: {parts}.",
    "no_rare": "There is no code that occurs in 1 to {k} of the documents{where}.",
    "unknown": "unknown: {names}",
    "profile": (
        "{names} says something about {n} of the {of} codes it was read for "
        "(number of passages): {parts}."
    ),
    "no_profile": "{names} says nothing about the {of} codes it was read for.",
    "unread_profile": (
        "Nothing can be said about {names}: it does not count or no theme is marked as read."
    ),
    "unread": "Not read for this theme and so unknown: {names}.",
    "coded_unread": "Coded, but not yet marked as read for this theme: {names}.",
    "by_fewer": "Coded by fewer than {k} coders: {names}.",
    "not_agreed": "Coded by a coder, not in the consensus: {names}.",
    "outside": "Outside the corpus and not counted: {names}.",
    "together": (
        "In {n} of the {of} documents read{where} ({names}) {one} and {other} stand {near}."
    ),
    "together_only": (
        "Only in {names} do {one} and {other} stand {near}, of the {of} documents read{where}."
    ),
    "together_none": "In none of the {of} documents read{where} do {one} and {other} stand {near}.",
    "same_place": "in the same place",
    "overlap": "in places that overlap",
    "sentence": "in the same sentence",
    "paragraph": "in the same paragraph",
    "words": "within {k} words of each other",
    "section": "in the same section",
    "document": "in the same document",
    "link": "with a link between them",
    "tension": "with a tension between them",
    "condition": "with one as a condition for the other",
    "room": "{share} of the words in {name} is about {what} ({n} of {of} words){place}.",
    "room_place": ", most of it in ‘{title}’",
    "rooms": (
        "Of the {of} documents read, these give most room to {what} (share of the words): {parts}."
    ),
    "no_room": "None of the {of} documents read says anything about {what}.",
    "found_words": (
        "The word ‘{words}’ is in {n} of the {of} documents{where} ({names}), {k} {times}."
    ),
    "found_none": "The word ‘{words}’ is in none of the {of} documents{where}.",
    "in_headings": " in a heading",
    "no_text": "Without text and so not searched: {names}.",
}

WORDS: Mapping[str, Mapping[str, str]] = {"nl": DUTCH, "en": ENGLISH}
