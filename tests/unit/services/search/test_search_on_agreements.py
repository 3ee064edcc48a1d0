"""Searches over real agreements, against a count that knows nothing of the index."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import pytest

from qualcode_app.domain.search_query import Mode, Query
from qualcode_app.services.documents import documents, intake
from qualcode_app.services.search import search
from qualcode_app.services.search.search_places import Places
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

pytestmark = pytest.mark.corpus

NAMES = ("ams2026-devonk.pdf", "vkp2023-JA21.pdf", "vkp2021-SP.pdf")
LETTER = r"[^\W_]"
BEGIN, END, REST = f"(?<!{LETTER})", f"(?!{LETTER})", f"{LETTER}*"
WORDS = """
wonen coa taal coalitie gemeente woningbouw financiële efficiënt officiële klimaat jeugdzorg één
energietransitie flexibel specifieke woningnood migratie huis de 2030
"""
PHRASES = """
sociale huurwoningen/openbaar vervoer/mensen met een beperking/zij-instromers/wij willen/auto's
"""
OTHERS = [
    ("*woning", Mode.WILDCARD, BEGIN + REST + "woning" + END),
    ("w?nen", Mode.WILDCARD, f"{BEGIN}w{LETTER}nen{END}"),
    ("be*baar", Mode.WILDCARD, f"{BEGIN}be{REST}baar{END}"),
    (r"\d+ +procent", Mode.REGEX, r"\d+ +procent"),
    (r"\b20[23]\d\b", Mode.REGEX, r"\b20[23]\d\b"),
]


def plain(character: str) -> str:
    letters = unicodedata.normalize("NFKD", character).casefold()
    return "".join(" " if c.isspace() else c for c in letters if not unicodedata.combining(c))


def phrase(words: str) -> str:
    return r"[\W_]+".join(re.split(r"\W+", plain(words)))


QUERIES = [
    *((one, Mode.WORD, BEGIN + phrase(one) + END) for one in WORDS.split()),
    *((one, Mode.WORD, BEGIN + phrase(one) + END) for one in PHRASES.strip().split("/")),
    *((one, Mode.START, BEGIN + one + REST) for one in ("coa", "taal", "woning", "veilig", "fin")),
    *((one, Mode.INSIDE, REST + one + REST) for one in ("taal", "coa", "woning", "ffici", "baar")),
    *OTHERS,
]


@dataclass
class Page:
    """Letters in a row as somebody reads them, and where each of them is stored."""

    letters: list[tuple[str, int]]

    def places(self, pattern: str, joint: str) -> set[tuple[int, int]]:
        """Return where a pattern stands when broken words are read with `joint` in them."""
        pairs = [(c, at) for c, at in self.letters if c != "\0" or joint]
        said = "".join(joint if c == "\0" else c for c, _ in pairs)
        found = (match.span() for match in re.finditer(pattern, said))
        return {(pairs[start][1], pairs[end - 1][1] + 1) for start, end in found}


def read(text: str, places: list[int]) -> Page:
    """Fold letter by letter; a hyphen that ends a line becomes a mark, a soft one nothing."""
    said = "".join(text[at] for at in places)
    broken = {m.start(): m.end() for m in re.finditer(r"(?<=\w)[-\u2010] *\n\s*(?=\w)", said)}
    soft = {m.start(): m.end() for m in re.finditer(r"\u00ad(?:\s*\n\s*)?", said)}
    letters: list[tuple[str, int]] = []
    number = 0
    while number < len(said):
        if number in broken:
            letters.append(("\0", places[number]))
        elif number not in soft:
            letters += [(c, places[number]) for c in plain(said[number])]
        number = broken.get(number) or soft.get(number) or number + 1
    return Page(letters)


@pytest.fixture(scope="module")
def shelf(corpus, tmp_path_factory):
    """Real agreements, and each of them as running text and notes apart."""
    path = tmp_path_factory.mktemp("search") / "echt.qualcode"
    with Project.create(path, title="Echt", coder=NewCoder("Test Lezer")) as project:
        intake.take_in(project, [corpus / "agreements" / name for name in NAMES])
        pages = {}
        for row in project.read(documents.rows):
            text = project.read(documents.text, row.revision_uid)
            regions = project.read(documents.regions, row.revision_uid)
            apart = {at for one in regions for at in range(one.start, one.end)}
            notes = [one for one in regions if one.kind not in ("running_head", "page_number")]
            pages[row.revision_uid] = [
                read(text, [at for at in range(len(text)) if at not in apart]),
                *(read(text, list(range(one.start, one.end))) for one in notes),
            ]
        yield project, pages


@pytest.mark.parametrize(
    ("words", "mode", "pattern"), QUERIES, ids=[f"{mode}: {words}" for words, mode, _ in QUERIES]
)
def test_hits_are_those_of_a_count_without_the_index(shelf, words, mode, pattern):
    project, pages = shelf
    found = project.read(Places().of, search.run(project, Query(words, mode)))
    for uid, texts in pages.items():
        listed = [(f.anchor.start, f.anchor.end) for f in found if f.hit.revision_uid == uid]
        joined = set().union(*(one.places(pattern, "") for one in texts))
        parted = set().union(*(one.places(pattern, "-") for one in texts))
        assert len(listed) == len(set(listed))
        assert joined & parted <= set(listed) <= joined | parted
