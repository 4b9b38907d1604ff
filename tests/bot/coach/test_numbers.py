from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.numbers import kilograms, normalise, odd, strict


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Done ", "done"),
        ("DONE\n", "done"),
        ("ｄｏｎｅ", "done"),
        ("d\u200bone", "done"),
        ("\u202edone", "done"),
        ("done\u00a012", "done 12"),
        ("3\ufe0f\u20e3", "3"),
        ("🔟", "10"),
        ("٣", "3"),
        ("👍🏽", "👍"),
        ("don’t", "don't"),
        ("１００ｋｇ×5", "100kg×5"),
        ("a \n  b", "a\nb"),
        ("\u200b", ""),
        ("\x00", ""),
        ("\ud800", ""),
    ],
)
def test_one_text_for_what_looks_the_same(typed, read):
    assert normalise(typed) == read


@given(st.text())
def test_normalising_twice_changes_nothing(text):
    once = normalise(text)
    assert normalise(once) == once


@given(st.text(alphabet=st.characters()))
def test_no_invisible_character_is_left(text):
    assert all(c == "\n" or c.isprintable() or ord(c) > 127 for c in normalise(text))


@pytest.mark.parametrize(
    "text", ["-5", "1e3", "1_000", "³", "12345", "1.234", "", "nan", "0x1f", "1.", ".5", "٣"]
)
def test_what_is_no_plain_number(text):
    assert strict(text) is None


@pytest.mark.parametrize(("text", "value"), [("12", "12"), ("80,5", "80.5"), ("7.25", "7.25"), ("0", "0")])
def test_plain_numbers(text, value):
    assert strict(text) == Decimal(value)


@pytest.mark.parametrize(("text", "found"), [("³", "³"), ("⁵0", "⁵"), ("½", "½"), ("12", None), ("３", None)])
def test_superscripts_and_fractions_are_odd(text, found):
    assert odd(text) == found


@pytest.mark.parametrize(("pounds", "kg"), [("45", 20.41), ("50", 22.68), ("20", 9.07)])
def test_pounds_are_kilograms_to_two_places(pounds, kg):
    assert kilograms(Decimal(pounds), "lb") == kg
