"""Words that change the week: a table of wordings with what is understood, asked or left alone."""

import time
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach import changes
from bot.coach.changes import Ask, Change, WeekWords, apply, understand
from storage.records import Span, Week

WORDS = WeekWords.of(tomllib.loads(Path("content/en/words/week.toml").read_text(encoding="utf-8")))
TODAY = date(2026, 11, 24)  # a Tuesday
LETTERS = {"R": "rest", "E": "easy", "H": "hard", "L": "long", "X": "race"}
NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
WEEK = Week(runner_id=1, days=tuple(LETTERS[letter] for letter in "RERHRLR"))
PLANNED = (date(2026, 11, 24), date(2026, 11, 27))
TABLE = [row.split("\t") for row in Path(__file__).with_name("week_wordings.tsv").read_text().splitlines()]


def understood(text, week=WEEK):
    return understand(text, today=TODAY, week=week, words=WORDS, planned=PLANNED)


def day(when):
    return when.isoformat() if when.year != 2026 else f"{when:%m-%d}"


def letters(days):
    return "".join(kind[0].upper() for kind in days)


def shown(answer):
    match answer:
        case None:
            return "-"
        case Ask(phrase=phrase):
            return f"ask {phrase}"
        case Change(kind="set", weekdays=weekdays) if weekdays:
            return "always " + ", ".join(f"{NAMES[n]} {kind}" for n, kind in sorted(weekdays.items()))
        case Change(kind="set", kinds=kinds):
            return "set " + ", ".join(f"{day(when)} {kind}" for when, kind in sorted(kinds.items()))
        case Change(kind="swap"):
            always = " always" if answer.lasting else ""
            return f"swap {day(answer.day)} {day(answer.other)}{always}"
        case Change(kind="move"):
            return f"move {day(answer.day)} {day(answer.other)}"
        case Change(kind="pattern"):
            two = f" / {letters(answer.alternate)}" if answer.alternate else ""
            race = f" race {day(answer.race_on)}" if answer.race_on else ""
            return f"pattern {letters(answer.week)}{two}{race}"
        case Change(kind="away" | "ill" as kind):
            return f"{kind} {day(answer.first)}..{day(answer.last) if answer.last else ''}"
        case Change(kind="race"):
            return f"race {day(answer.day)}"
        case Change(kind="wanted"):
            return f"wanted {answer.wanted}"
        case Change(kind="skip"):
            return "skip " + " ".join(map(day, answer.days))
        case Change(kind="days"):
            return "days " + (" ".join(NAMES[n] for n in answer.chosen) if answer.chosen else "-")
    return answer.kind


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_wordings(text, expected):
    week = WEEK if expected != "no-race" else Week(runner_id=1, days=WEEK.days, race_on=date(2026, 12, 13))
    assert shown(understood(text, week)) == expected


def test_the_table_is_long_enough():
    about_the_week = [row for row in TABLE if row[1] != "-"]
    asked = [row for row in about_the_week if row[1].startswith("ask")]
    assert len(about_the_week) >= 120
    assert len({row[0] for row in TABLE}) == len(TABLE)
    assert len(asked) / len(about_the_week) < 0.1


def test_a_sick_person_who_is_well_again():
    week = apply(WEEK, understood("ill since yesterday"))
    assert week.spans == (Span(first=date(2026, 11, 23), why="ill"),)
    better = apply(week, understood("feeling better", week))
    assert better.spans == (Span(first=date(2026, 11, 23), last=date(2026, 11, 23), why="ill"),)
    assert understood("I'm back", week).kind == "well"


def test_back_from_holiday_early():
    week = apply(WEEK, understood("away for a week"))
    assert apply(week, understood("I'm back", week)).spans == ()


def test_half_understood_is_asked_about_and_applied_on_yes():
    text = "Race on 14 march in Valencia with my brother and his whole family"
    asked = understood(text)
    assert asked.options[0].kind == "race"
    assert understand(text, today=TODAY, week=WEEK, words=WORDS, sure=True) == asked.options[0]


def test_applying():
    def days(text, week=WEEK):
        after = apply(week, understood(text, week))
        return letters(changes.kind_on(after, TODAY + n * changes.DAY) for n in range(7))

    assert days("no run today") == "RRHRLRR"  # Tue to Mon
    assert days("long run moved to sunday") == "ERHRRLR"
    assert days("swap thursdays and fridays") == "ERRHLRR"
    assert days("R E R H R R L") == "ERHRRLR"
    assert days("rest on thursdays", apply(WEEK, understood("intervals on thursday"))) == "ERRRLRR"
    assert days("back to my usual week", apply(WEEK, understood("no run today"))) == "ERHRLRR"
    assert apply(WEEK, understood("race on sunday")).race_on == date(2026, 11, 29)


def test_applying_to_strength_days():
    monday, tuesday, friday = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 27)
    moved = apply(WEEK, understood("move today's workout to tomorrow"))
    assert moved.moved == {tuesday: date(2026, 11, 25)}
    again = apply(moved, Change(kind="move", on=TODAY, day=date(2026, 11, 25), other=friday))
    assert again.moved == {tuesday: friday}
    assert apply(again, Change(kind="move", on=TODAY, day=friday, other=tuesday)).moved == {}
    assert apply(WEEK, understood("skip strength on friday")).moved == {friday: None}
    assert apply(WEEK, understood("strength on monday and thursday")).chosen == (monday.weekday(), 3)
    assert apply(WEEK, understood("make it three days")).wanted == 3


def test_the_week_before_is_untouched():
    before = Week(runner_id=1, days=WEEK.days, changes={TODAY: "easy"})
    apply(before, understood("no run today", before))
    assert before.changes == {TODAY: "easy"}


@given(st.text(max_size=60))
def test_never_crashes(text):
    answer = understood(text)
    if isinstance(answer, Change):
        apply(WEEK, answer)


words = st.sampled_from(sorted({word for row in TABLE for word in row[0].split()}))


@given(st.lists(words, min_size=1, max_size=10).map(" ".join))
def test_word_salad_never_crashes(text):
    answer = understood(text)
    if isinstance(answer, Change):
        apply(WEEK, answer)


def test_fast_enough():
    start = time.perf_counter()
    for text, _ in TABLE:
        understood(text)
    assert (time.perf_counter() - start) / len(TABLE) < 0.010


def test_questions_about_training_are_left_alone():
    """Every wording of the content's questions: hardly any may be taken for a change of the week."""
    files = sorted(Path("content/en/wordings").glob("*.tsv"))
    texts = [row.split("\t")[0] for file in files for row in file.read_text(encoding="utf-8").splitlines()]
    claimed = [text for text in texts if isinstance(understood(text), Change)]
    assert len(texts) > 1000
    assert len(claimed) <= len(texts) / 500, claimed
