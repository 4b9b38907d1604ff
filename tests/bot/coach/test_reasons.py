"""Reasons of a plan, typed weeks, and a changed week shown as a difference: every phrase exists with its facts."""

import tomllib
from contextlib import suppress
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach import planner, reasons
from bot.coach.changes import Change, WeekWords, apply, understand
from bot.coach.says import Lines, Listing, Ref
from bot.coach.weeks_difference import difference, said
from bot.coach.weeks_typed import NotAWeek, answer_line, letters_of, parse_plan_line, parse_week
from content.library import open_library
from storage.records import Habits, Runner, Week

TONGUE = open_library().tongue("en")
TODAY = date(2026, 11, 24)
RUNNER = Runner(
    id=1,
    name="",
    zone="Europe/Berlin",
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
    habits=Habits(novice=False),
)


def worded(fact):
    match fact:
        case Ref(path=path):
            return TONGUE.phrase(path.removeprefix("phrase."))
        case Listing(items=items):
            return " and ".join(map(worded, items))
        case Lines(says=says):
            return "\n".join(map(read, says))
    return str(fact)


def read(say):
    return TONGUE.phrase(say.phrase, **{name: worded(fact) for name, fact in say.facts.items()})


def plan(week, wanted=2, **more):
    return planner.plan(parse_week(week), wanted, **more)


def test_the_chosen_days_are_explained():
    assert [read(say) for say in reasons.chosen_lines(plan("EHERELR"))] == [
        "<b>Strength on Wednesday and Friday.</b>",
        "<b>Wednesday</b>: an easy run with a rest day after it. Your legs get to recover straight away.",
        "<b>Friday</b>: an easy run, and you come to it fresh from a rest day.",
        "The long run follows, so this one is light.",
    ]


def phrases(says):
    return [say.phrase for say in says]


def test_what_was_avoided_is_explained():
    assert phrases(reasons.all_lines(plan("RERHRRL"))) == [
        "why-day-too-low",
        "why-day-easy-rest-tomorrow",
        "why-day-too-low",
        "why-day-too-close",
        "why-day-free-rest-tomorrow",
        "why-day-too-low",
        "why-day-long",
    ]


@pytest.mark.parametrize(
    ("week", "wanted", "novice", "expected"),
    [
        ("RERERER", 2, False, []),
        ("RERHRRL", 3, False, ["plan-fewer-2"]),
        ("RHEHREL", 2, True, ["plan-fewer-1", "plan-suggest-easy"]),
        ("REHEREX", 2, False, ["plan-race-week"]),
        ("EEEEEEL", 3, False, ["plan-no-rest-day", "plan-suggest-rest"]),
        ("HHHHHHL", 2, False, ["plan-no-rest-day", "plan-suggest-rest", "plan-two-eased"]),
        ("RERERER", 3, True, ["plan-three-novice"]),
        ("LLLLLLL", 2, False, ["plan-no-rest-day"]),
    ],
)
def test_the_week_as_a_whole(week, wanted, novice, expected):
    assert phrases(reasons.week_lines(plan(week, wanted, novice=novice))) == expected


def test_all_hard_and_two_days_eased():
    assert read(reasons.week_lines(plan("HHHHHHL"))[2]) == (
        "Easing two days (Wednesday an easy run, Thursday free) would make room for a good session on Wednesday."
    )


def test_every_reason_has_words():
    seen = set()
    for n, week in enumerate(product(planner.KINDS, repeat=7)):
        if n % 97 == 0:
            found = planner.plan(week, n % 3 + 1, novice=n % 2 == 0)
            says = (*reasons.chosen_lines(found), *reasons.all_lines(found), *reasons.week_lines(found))
            seen |= {say.phrase for say in says if say.phrase in seen or read(say)}
    assert len(seen) > 25


@pytest.mark.parametrize(
    "text", ["R E R H R R L", "rerhrrl", "R,E,R,H,R,R,L", "R-E-R-H-R-R-L", " r/e r h|r r  l "]
)
def test_typed_weeks(text):
    assert letters_of(parse_week(text)) == "R E R H R R L"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [("", "plan-typed-letters"), ("R E R", "plan-typed-count"), ("R E R H R R Q", "plan-typed-letters")],
)
def test_weeks_that_cannot_be_read(text, phrase):
    with pytest.raises(NotAWeek) as raised:
        parse_week(text)
    assert raised.value.phrase == phrase
    assert TONGUE.phrase(raised.value.phrase, **raised.value.facts)


def test_lines_of_the_command():
    assert answer_line("R E R E R E R;2") == "Tue Sat"
    assert answer_line("R H E H R E L; 2; novice") == "Sat"
    assert answer_line("H H H H H H L;2") == "none"
    assert parse_plan_line("RERERER") == (parse_week("RERERER"), 2, False)
    with pytest.raises(NotAWeek):
        parse_plan_line("RERERER;7")


@given(st.text(max_size=30))
def test_typed_lines_never_crash(text):
    with suppress(NotAWeek):
        answer_line(text)


def changed(text, week="RERHRRL"):
    words = WeekWords.of(tomllib.loads(Path("content/en/words/week.toml").read_text(encoding="utf-8")))
    before = Week(runner_id=1, days=parse_week(week))
    change = understand(text, today=TODAY, week=before, words=words, planned=(TODAY, date(2026, 11, 27)))
    assert isinstance(change, Change)
    lines = difference(before, apply(before, change), runner=RUNNER, today=TODAY)
    return [read(say) for say in (said(change), *lines)]


def test_a_difference():
    assert changed("long run moved to Saturday") == [
        "2026-11-29 and 2026-11-28 change places.",
        "2026-11-28: rest → <b>long run</b>",
        "2026-11-29: long run → <b>rest</b>",
        "Strength: 2026-11-27 → <b>2026-11-29</b>",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "no run today",
        "rest on tuesdays",
        "swap tuesdays and thursdays",
        "R E R E R E R",
        "make it one day a week",
        "make it 3 days a week",
        "away until sunday",
        "ill since yesterday",
        "ill until friday",
        "race on sunday",
        "move strength from friday to saturday",
        "skip strength on friday",
        "strength on monday and thursday",
        "you pick",
        "reset my week",
        "swap tuesday and thursday",
    ],
)
def test_every_change_is_said_back(text):
    assert all(changed(text))
