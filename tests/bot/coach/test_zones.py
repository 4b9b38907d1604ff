"""Zones as people say them: cities, countries, abbreviations, offsets, pins and the time on their clock."""

import time
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach import zones
from bot.coach.says import Say

WORDS = tomllib.loads(Path("content/en/words/week.toml").read_text(encoding="utf-8"))
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def understand(text):
    return zones.understand(text, now=NOW, words=WORDS)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Berlin", "Europe/Berlin"),
        ("berlin ", "Europe/Berlin"),
        ("I live in Berlin", "Europe/Berlin"),
        ("I'm in Tokyo", "Asia/Tokyo"),
        ("muenchen", "Europe/Berlin"),
        ("Zürich", "Europe/Zurich"),
        ("São Paulo", "America/Sao_Paulo"),
        ("sao paulo", "America/Sao_Paulo"),
        ("NYC", "America/New_York"),
        ("New York", "America/New_York"),
        ("Kathmandu", "Asia/Kathmandu"),
        ("Honolulu", "Pacific/Honolulu"),
        ("Portland, Maine", "America/New_York"),
        ("Portland, OR", "America/Los_Angeles"),
        ("London, UK", "Europe/London"),
        ("Birmingham, UK", "Europe/London"),
        ("Москва", "Europe/Moscow"),
        ("東京", "Asia/Tokyo"),
        ("서울", "Asia/Seoul"),
        ("Germany", "Europe/Berlin"),
        ("Japan", "Asia/Tokyo"),
        ("Nepal", "Asia/Kathmandu"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("America/New York", "America/New_York"),
        ("PST", "America/Los_Angeles"),
        ("JST", "Asia/Tokyo"),
        ("time zone: Sydney", "Australia/Sydney"),
        ("near Cologne", "Europe/Berlin"),
        ("Reykjavik", "Atlantic/Reykjavik"),
        ("Nuuk", "America/Nuuk"),
        ("Apia", "Pacific/Apia"),
    ],
)
def test_resolved(text, zone):
    assert understand(text) == zone


@pytest.mark.parametrize(
    ("text", "phrase", "offered"),
    [
        ("CET", "zone-which", ["Europe.Berlin", "Europe.Paris", "Europe.Madrid"]),
        ("IST", "zone-which", ["Asia.Kolkata", "Europe.Dublin", "Asia.Jerusalem"]),
        ("Birmingham", "zone-which", ["Europe.London", "America.Chicago"]),
        ("USA", "zone-which", ["America.New_York", "America.Chicago", "America.Los_Angeles"]),
        ("+5:45", "zone-offset", ["Asia.Kathmandu"]),
        ("UTC+1", "zone-offset", None),
        ("GMT-5", "zone-offset", None),
        ("UTC", "zone-offset", None),
        ("GMT+25", "zone-no-offset", []),
        ("Mars/Olympus", "zone-unknown", []),
    ],
)
def test_asked_or_warned(text, phrase, offered):
    say = understand(text)
    assert say.phrase == phrase
    names = [button.do.removeprefix("v1:zone:") for row in say.buttons for button in row]
    assert len(names) <= 4
    if offered is not None:
        assert names == offered


@pytest.mark.parametrize("text", ["", "what are glutes?", "qwertyzxcv uiop", "done"])
def test_about_something_else(text):
    assert understand(text) is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("it's 13:00 here", "Africa"),  # one hour ahead of UTC
        ("It is 21:02 now", "Asia"),
        ("its 8:02 here", None),
        ("my clock says 6:58 am", None),
    ],
)
def test_the_time_on_their_clock(text, first):
    say = understand(text)
    assert isinstance(say, Say)
    assert say.phrase == "zone-clock"
    assert say.buttons
    if first:
        assert say.buttons[0][0].do.startswith(f"v1:zone:{first}")


def test_the_clock_offers_zones_where_it_is_that_late():
    say = understand("it's 17:45 here")
    assert [row[0].facts["time"].strftime("%H:%M") for row in say.buttons] == ["17:45"]
    assert say.buttons[0][0].facts["place"] == "Kathmandu"


@pytest.mark.parametrize(
    ("point", "zone"),
    [
        ((52.52, 13.40), "Europe/Berlin"),
        ((21.3, -157.85), "Pacific/Honolulu"),
        ((35.68, 139.69), "Asia/Tokyo"),
        ((91, 0), None),
        ((float("nan"), 0), None),
    ],
)
def test_a_pin(point, zone):
    assert zones.from_point(*point) == zone


@given(st.text(max_size=40))
def test_never_crashes(text):
    found = understand(text)
    assert found is None or isinstance(found, Say) or found in available_timezones()


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("I'm in Tokyo this week", "Asia/Tokyo"),
        ("I'm in New York until friday", "America/New_York"),
        ("I will be in Paris until sunday", "Europe/Paris"),
        ("greetings from São Paulo!", "America/Sao_Paulo"),
        ("I've moved to Berlin", "Europe/Berlin"),
        ("I'm in pain", None),
        ("I'm in a meeting", None),
        ("I'm in the middle of something", None),
        ("I'm in Tokyo?", None),
        ("Tokyo", None),
    ],
)
def test_travelling(text, zone):
    found = zones.travelling(text, words=WORDS)
    assert (found.zones[0] if found else None) == zone
    if found:
        assert zones.ask(found, text, NOW).phrase == "zone-travel"


def test_fast_enough():
    understand("Berlin")
    understand("Berrlin")
    start = time.perf_counter()
    for text in ["Berlin", "portland, maine", "Wagadugu", "it's 7:40 here", "+5:45"] * 4:
        understand(text)
    assert (time.perf_counter() - start) / 20 < 0.05


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Berln", "Europe/Berlin"),
        ("Kopenhagen", "Europe/Copenhagen"),
        ("zuerich", "Europe/Zurich"),
        ("atlantis", "Africa/Johannesburg"),
    ],
)
def test_a_guess_is_asked_back(text, zone):
    found = understand(text)
    assert found.phrase == "zone-guess"
    assert [row[0].do for row in found.buttons] == [f"v1:zone:{zone.replace('/', '.')}"]


def test_an_ordinary_word_is_no_abbreviation():
    assert understand("wat") is None
    assert understand("WAT") == "Africa/Lagos"
