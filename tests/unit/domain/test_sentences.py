from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode_app.domain.sentences import starts


def sentences(text: str) -> list[str]:
    begins = starts(text)
    return [text[a:b].strip() for a, b in zip(begins, [*begins[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "Wij bouwen o.a. Haagse portieken en hofjes.",
        "Dat geldt voor kwetsbare groepen, bijv. Oekraïners en ouderen.",
        "De raad beslist, d.w.z. Het college voert uit.",
        "Volgens art. 12 en art. 13 van de verordening mag dat.",
        "Zie nr. 5 en blz. 12 van de bijlage.",
        "Dat kost 3,5 mln. euro, ofwel 1.250,75 euro per huis.",
        "De wethouder, mevr. De Vries, en dhr. Jansen tekenen.",
        "Burgemeester J. Jansen en A.B. de Boer ondertekenden.",
        "3. Wonen in de kern",
        "b) Bereikbaarheid en verkeer",
        "Dit besluit de raad op 1.000 plekken.",
        "Prof. Dr. Kuiper leidt het onderzoek.",
        "The plan, e.g. Housing First, costs approx. 5 million.",
        "Bij de Vereniging van Ned. gemeenten ligt een vraag.",
        "Wir wollen am 3. Oktober feiern.",
        "Dat duurt van jan. 2027 tot okt. 2028.",
    ],
)
def test_a_dot_that_shortens_or_numbers_ends_no_sentence(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij bouwen. Wij sparen.", ["Wij bouwen.", "Wij sparen."]),
        ("Komt er een brug? Ja! Snel ook.", ["Komt er een brug?", "Ja!", "Snel ook."]),
        ("Dat was in 2026. Daarna niet meer.", ["Dat was in 2026.", "Daarna niet meer."]),
        ("Zij zei: “Wij gaan.” Toen ging ze.", ["Zij zei: “Wij gaan.”", "Toen ging ze."]),
        ("Het is stil. 's Avonds niet.", ["Het is stil.", "'s Avonds niet."]),
        (
            "Er komen bomen, struiken, enz. Wij betalen dat.",
            ["Er komen bomen, struiken, enz.", "Wij betalen dat."],
        ),
        (
            "Dat kost 5 mln. Daarvan betaalt het Rijk de helft.",
            ["Dat kost 5 mln.", "Daarvan betaalt het Rijk de helft."],
        ),
        (
            "Zo staat het in de wet.12 Wij volgen die.",
            ["Zo staat het in de wet.12", "Wij volgen die."],
        ),
        ("Wij (de partijen) gaan door.) Klaar.", ["Wij (de partijen) gaan door.)", "Klaar."]),
        ("Eerste regel.\nTweede regel.", ["Eerste regel.", "Tweede regel."]),
        ("The answer is no. We stay.", ["The answer is no.", "We stay."]),
        ("Wacht… Dan gaan wij.", ["Wacht…", "Dan gaan wij."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert sentences(text) == expected


def test_a_list_inside_a_sentence_gives_items():
    assert sentences("Wij: – bouwen 500 woningen; – planten bomen; – sparen.") == [
        "Wij:",
        "– bouwen 500 woningen;",
        "– planten bomen;",
        "– sparen.",
    ]


def test_a_dash_inside_a_sentence_is_no_item():
    text = "Dat is – zo zeggen zij – genoeg."
    assert sentences(text) == [text]


@given(st.text("aA .!?1\n–", max_size=60))
def test_sentences_cover_the_text_without_overlap(text):
    begins = starts(text)
    assert begins[0] == 0
    assert begins == sorted(set(begins))
    assert begins[-1] <= len(text)
