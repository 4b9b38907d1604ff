"""Dates in words, as seen from Tuesday 24 November 2026; the plain ones also as the dateparser library reads them."""

import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach.weeks_dates import Reader
from bot.coach.weeks_words import WeekWords

WORDS = WeekWords.of(tomllib.loads(Path("content/en/words/week.toml").read_text(encoding="utf-8")))
TODAY = date(2026, 11, 24)


def whens(text, today=TODAY):
    return Reader(tags=WORDS.tags(text), today=today).whens()


def days(text):
    return [(when.first.isoformat(), when.last.isoformat()) for when in whens(text)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-24"),
        ("tonight", "2026-11-24"),
        ("tomorrow", "2026-11-25"),
        ("tmrw", "2026-11-25"),
        ("the day after tomorrow", "2026-11-26"),
        ("yesterday", "2026-11-23"),
        ("tuesday", "2026-11-24"),
        ("on wednesday", "2026-11-25"),
        ("this friday", "2026-11-27"),
        ("next friday", "2026-12-04"),
        ("next monday", "2026-11-30"),
        ("last friday", "2026-11-20"),
        ("last tuesday", "2026-11-17"),
        ("since monday", "2026-11-23"),
        ("since tuesday", "2026-11-24"),
        ("sunday next week", "2026-12-06"),
        ("saturday in two weeks", "2026-12-12"),
        ("in 3 days", "2026-11-27"),
        ("in a week", "2026-12-01"),
        ("in two weeks", "2026-12-08"),
        ("3 days ago", "2026-11-21"),
        ("the 5th", "2026-12-05"),
        ("the 24th", "2026-11-24"),
        ("the 31st", "2026-12-31"),
        ("until the 5", "2026-12-05"),
        ("14 march", "2027-03-14"),
        ("14th of march", "2027-03-14"),
        ("march 14", "2027-03-14"),
        ("march the 14th", "2027-03-14"),
        ("march 14 2028", "2028-03-14"),
        ("29 february", "2028-02-29"),
        ("since 14 november", "2026-11-14"),
        ("2027-03-14", "2027-03-14"),
        ("14.3.", "2027-03-14"),
        ("14.3.2027", "2027-03-14"),
        ("14/3/27", "2027-03-14"),
        ("25/12", "2026-12-25"),
        ("12/25", "2026-12-25"),
        ("end of the week", "2026-11-29"),
        ("end of the month", "2026-11-30"),
        ("end of next week", "2026-12-06"),
        ("end of january", "2027-01-31"),
    ],
)
def test_one_day(text, day):
    assert days(text) == [(day, day)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("this weekend", "2026-11-28", "2026-11-29"),
        ("next weekend", "2026-12-05", "2026-12-06"),
        ("since the weekend", "2026-11-21", "2026-11-22"),
        ("this week", "2026-11-24", "2026-11-29"),
        ("next week", "2026-11-30", "2026-12-06"),
        ("the rest of the week", "2026-11-24", "2026-11-29"),
        ("next month", "2026-12-01", "2026-12-31"),
        ("3-10 december", "2026-12-03", "2026-12-10"),
    ],
)
def test_ranges(text, first, last):
    assert days(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "length"), [("for a week", 7), ("for 10 days", 10), ("for the next two weeks", 14)]
)
def test_lengths(text, length):
    assert [when.days for when in whens(text)] == [length]


@pytest.mark.parametrize("text", ["fridays", "every friday", "on fridays"])
def test_recurring(text):
    assert [when.recurring for when in whens(text)] == [4]


@pytest.mark.parametrize(
    "text", ["", "may I", "30 february", "10 reps", "3x12", "12 kg", "45s", "31.4.", "99/99"]
)
def test_no_date(text):
    assert days(text) == []


def test_a_date_with_two_readings_offers_both():
    assert whens("3/4")[0].options == (date(2027, 4, 3), date(2027, 3, 4))


@pytest.mark.parametrize(
    "text", ["tomorrow", "yesterday", "14 march", "march 14", "2027-03-14", "25 december", "in 3 days"]
)
def test_the_library_agrees(text):
    dateparser = pytest.importorskip("dateparser")
    known = {"RELATIVE_BASE": datetime(2026, 11, 24, 12), "PREFER_DATES_FROM": "future"}
    found = dateparser.parse(text, languages=["en"], settings=known)
    assert found.date() == whens(text)[0].first


@given(
    st.dates(date(2025, 1, 1), date(2030, 12, 31)),
    st.sampled_from(["until {} {}", "on the {}th of {}", "{}. {}"]),
)
def test_every_day_and_month_is_found_again(today, form):
    months = list(tomllib.loads(Path("content/en/words/week.toml").read_text(encoding="utf-8"))["months"])
    text = form.format(today.day, months[today.month - 1])
    assert [when.first for when in whens(text, today)] == [today]
