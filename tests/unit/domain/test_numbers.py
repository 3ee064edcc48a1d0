"""Numbers in Dutch passages: figures, words, ranges, shares, years, and what is no number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode_app.domain import number_words
from qualcode_app.domain.facets import dutch_number
from qualcode_app.domain.numbers import FoundNumber, read


def one(text: str) -> FoundNumber:
    found = read(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("We bouwen 1.200 woningen.", "1200", "1200", "woningen"),
        ("Er komen 8 tot 48 plekken.", "8", "48", "plekken"),
        ("een bijdrage van 8-48 euro", "8", "48", "euro"),
        ("tussen de 10 en 15 procent", "10", "15", "%"),
        ("van 5 à 6 kernen", "5", "6", "kernen"),
        ("zes tot acht scholen", "6", "8", "scholen"),
        ("2 tot 3 miljoen euro", "2000000", "3000000", "euro"),
        ("€ 2,4 miljoen", "2400000", "2400000", "euro"),
        ("€ 500.000", "500000", "500000", "euro"),
        ("€ 710,68 per jaar", "710.68", "710.68", "euro"),
        ("10.000,- voor elke wijk", "10000", "10000", ""),
        ("2,5 ton euro", "250000", "250000", "euro"),
        ("2,5 ton afval", "2.5", "2.5", "ton"),
        ("1,5 %", "1.5", "1.5", "%"),
        ("30% van de nieuwbouw", "30", "30", "%"),
        ("25 duizend bomen", "25000", "25000", "bomen"),
        ("vijftienhonderd woningen", "1500", "1500", "woningen"),
        ("tweehonderdvijftig nieuwe banen", "250", "250", "nieuwe banen"),
        ("tweeëntwintig fte", "22", "22", "fte"),
        ("honderdeneen bomen", "101", "101", "bomen"),
        ("anderhalf miljoen euro", "1500000", "1500000", "euro"),
        ("anderhalve ton euro", "150000", "150000", "euro"),
        ("een half miljoen inwoners", "500000", "500000", "inwoners"),
        ("tweeënhalf miljoen euro", "2500000", "2500000", "euro"),
        ("een derde sociale huur", "33.33", "33.33", "%"),
        ("eenderde van de daken", "33.33", "33.33", "%"),
        ("een tweederde meerderheid", "66.67", "66.67", "%"),
        ("Eén op zes kinderen", "16.67", "16.67", "%"),
        ("zeven op de tien winkels", "70", "70", "%"),
        ("een procent van de begroting", "1", "1", "%"),
        ("tussen de 10% en de 15%", "10", "15", "%"),
        ("een saldo van -7 miljoen euro", "-7000000", "-7000000", "euro"),
        ("een krimp (-0,7%)", "-0.7", "-0.7", "%"),
        ("van 8 -48 euro", "8", "48", "euro"),
        ("tien keer het loon", "10", "10", "keer"),
        ("3 miljoen extra bomen", "3000000", "3000000", "bomen"),
        ("10% regionaal voedsel", "10", "10", "%"),
        ("drie rode en groene draden", "3", "3", ""),
        ("30 Utrechtse scholen", "30", "30", "Utrechtse scholen"),
        ("twee derde van de daken", "66.67", "66.67", "%"),
        ("driekwart van de inwoners", "75", "75", "%"),
        ("de helft van de woningen", "50", "50", "%"),
        ("één op de vijf kinderen", "20", "20", "%"),
        ("dertig kilometer per uur", "30", "30", "kilometer"),
        ("naar 0,6 per woning", "0.6", "0.6", ""),
        ("Elk jaar 2000 woningen erbij", "2000", "2000", "woningen"),
        ("een groei van 2000 woningen", "2000", "2000", "woningen"),
    ],
)
def test_a_number_is_read_with_its_bounds_and_unit(text, low, high, unit):
    found = one(text)
    assert (found.low, found.high) == (Decimal(low), Decimal(high))
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "low", "high", "kind"),
    [
        ("ten minste 1.200 woningen", "1200", None, "minimum"),
        ("minimaal 30 procent", "30", None, "minimum"),
        ("niet minder dan 12 plekken", "12", None, "minimum"),
        ("100 of meer plekken", "100", None, "minimum"),
        ("maximaal € 1.500", None, "1500", "maximum"),
        ("max. 30 plekken", None, "30", "maximum"),
        ("Max €1300 huur", None, "1300", "maximum"),
        ("minimum 4 uur", "4", None, "minimum"),
        ("niet meer dan 12 plekken", None, "12", "maximum"),
        ("hooguit vijf jaar", None, "5", "maximum"),
        ("niet langer dan vier uur", None, "4", "maximum"),
        ("nooit ouder dan 27 jaar", None, "27", "maximum"),
        ("niet lager dan 5 euro", "5", None, "minimum"),
        ("binnen zes maanden", None, "6", "maximum"),
        ("tot en met 12 jaar", None, "12", "maximum"),
        ("bussen tot 50 plaatsen", None, "50", "maximum"),
        ("verlagen van de prijs tot 2 euro", "2", "2", ""),
        ("verlagen tot maximaal 2 euro", None, "2", "maximum"),
        ("precies 40 banen", "40", "40", "exact"),
        ("45 procent", "45", "45", "share"),
    ],
)
def test_at_least_and_at_most_leave_one_bound_open(text, low, high, kind):
    found = one(text)
    assert found.low == (None if low is None else Decimal(low))
    assert found.high == (None if high is None else Decimal(high))
    assert found.kind == kind


def test_what_a_share_or_amount_is_of_is_read_too():
    assert one("30% van de sociale huurwoningen").object == "sociale huurwoningen"
    assert one("een derde sociale huur").object == "sociale huur"
    assert one("16% van de huishoudens leeft daar").object == "huishoudens"
    assert one("8 procent van hun inkomen").object == "inkomen"
    assert one("150% van het sociaal minimum").object == "sociaal minimum"
    assert one("2% van het bruto binnenlands product").object == "bruto binnenlands product"
    assert one("4% van de energie duurzaam").object == "energie"
    assert one("met 60% gereduceerd").object == ""


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("48 euro per maand", "per maand"),
        ("€ 1 per stem", "per stem"),
        ("€ 16,50/uur", "per uur"),
        ("30 km/u", "per uur"),
        ("5 euro per 1 januari", ""),
    ],
)
def test_what_a_number_is_counted_per_is_its_base(text, base):
    assert one(text).base == base


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Wij bouwen tot en met 2030 ten minste 1.200 woningen.", 2030),
        ("In 2027 gaat er € 2 miljoen naar wegen.", 2027),
        ("Er komen 50 bomen (2028).", 2028),
        ("Voor 1 januari 2026 zijn er 50 plekken.", 2026),
        ("Er komen 50 bomen. In 2028 kijken we verder.", None),
        ("van 40 in 2020 naar 60 plekken", 2020),
        ("In 2030 is het 60% minder dan in 1990.", 2030),
        ("60% minder ten opzichte van 1990.", None),
        ("Het kost vier miljard. In 2030 kijken we verder.", None),
        ("Tussen 2026 en 2030 komen er 50 bomen.", 2030),
    ],
)
def test_a_number_gets_the_year_of_its_sentence(text, year):
    assert read(text)[0].year == year


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Een school krijgt een tuin.",
        "Op 1 januari 2026 begint het.",
        "In de periode 2026-2030 kijken we verder.",
        "Zie artikel 12 en bijlage 3.",
        "De N201 en de A4 blijven open, 24/7.",
        "Dat nemen wij in acht.",
        "De 2e fase en de 3de wijk volgen.",
        "Om 10.30 uur begint de raad.",
        "De tweede termijn.",
        "1. Wonen\n2. Zorg",
        "6 Wegen veilig inrichten",
        "3.5 Een eerlijke markt",
        "12.De gemeente helpt.",
        "Groene daken 81) en bomen",
        "Leerlingen van groep 8 in een gebied van Natura 2000.",
        "Daarbij acht de raad het van belang.",
        "Dat is één van de kerntaken.",
        "In de achttiende eeuw.",
        "Het programma 2026 Kreekenburg",
        "De verkiezingen van 2026 bieden een kans.",
        "Een verdrag uit 1951 opzeggen.",
    ],
)
def test_dates_years_references_and_articles_are_no_numbers(text):
    assert read(text) == []


def test_several_numbers_come_in_the_order_of_the_text():
    found = read("Wij bouwen 1.200 woningen, waarvan een derde sociaal en 20 procent midden.")
    assert [str(number.low) for number in found] == ["1200", "33.33", "20"]


def test_the_place_of_a_number_is_where_its_words_stand():
    text = "Er komt anderhalf miljoen euro vrij."
    found = one(text)
    assert text[found.start : found.end] == "anderhalf miljoen euro"


@given(st.integers(min_value=1, max_value=999_999_999))
def test_every_whole_number_with_thousands_points_is_read_back(value):
    assert one(f"Er zijn {dutch_number(Decimal(value))},- nodig").low == value


@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_every_amount_of_euros_is_read_back(value):
    found = one(f"Dat kost € {dutch_number(value)} euro")
    assert (found.low, found.unit) == (value, "euro")


_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")


def spelled(value: int) -> str:
    """Return a number below a million in Dutch words."""
    if value >= 1000:
        thousands, rest = divmod(value, 1000)
        lead = "" if thousands == 1 else spelled(thousands)
        return f"{lead}duizend{spelled(rest) if rest else ''}"
    if value >= 100:
        hundreds, rest = divmod(value, 100)
        lead = "" if hundreds == 1 else _ONES[hundreds - 1]
        return f"{lead}honderd{spelled(rest) if rest else ''}"
    small = (*_ONES, "tien", "elf", "twaalf", "dertien", "veertien")
    small += ("vijftien", "zestien", "zeventien", "achttien", "negentien")
    if value < 20:
        return small[value - 1]
    tens, ones = divmod(value, 10)
    if not ones:
        return _TENS[tens - 2]
    lead = _ONES[ones - 1]
    joint = "ën" if lead.endswith("e") else "en"
    return f"{lead}{joint}{_TENS[tens - 2]}"


@given(st.integers(min_value=1, max_value=999_999))
def test_every_number_in_one_dutch_word_is_understood(value):
    assert number_words.whole(spelled(value)) == value


@given(st.text(max_size=200))
def test_any_text_can_be_read_and_places_lie_inside_it(text):
    for number in read(text):
        assert 0 <= number.start < number.end <= len(text)
        assert number.low is not None or number.high is not None
