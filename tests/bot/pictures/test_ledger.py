"""From workouts to chart data: sides and parts of a set count once, the best set of a day is shown."""

from datetime import UTC, date, datetime, timedelta

from bot.pictures import ledger
from bot.pictures.captions import caption
from bot.pictures.draw import draw
from content.library import open_library
from storage.records import LoggedSet, Slot, Workout

WORDS = open_library().tongue("en").phrase


def workout(on, *sets, slots=("air_squat", "side_plank_weight", "plank"), level=1):
    opened = datetime(on.year, on.month, on.day, 17, tzinfo=UTC)
    plan = tuple(Slot(exercise=name, sets=3, low=10, high=12, rest=45, level=level) for name in slots)
    done = tuple(
        LoggedSet(slot=slot, set=n, side=side, exercise=slots[slot], at=opened + timedelta(minutes=i), **what)
        for i, (slot, n, side, what) in enumerate(sets)
    )
    return Workout(
        id=1, runner_id=1, session="a", local_date=on, opened_at=opened,
        closed_at=opened + timedelta(minutes=31), slots=plan, sets=done,
    )  # fmt: skip


def two_weeks():
    first = workout(
        date(2026, 11, 2),
        (0, 1, "", {"reps": 10}),
        (0, 2, "", {"reps": 12}),
        (1, 1, "left", {"reps": 5, "kg": 2.0}),
        (1, 1, "right", {"reps": 6, "kg": 2.0}),
        (2, 1, "", {"seconds": 30}),
    )
    return [workout(date(2026, 11, 19), (0, 1, "", {"reps": 11}), level=2), first]


def test_the_best_set_of_each_day_in_order():
    data = ledger.exercise(two_weeks(), "air_squat", "Air squat")
    assert [(p["on"], p["value"], p["level"]) for p in data["points"]] == [
        ("2026-11-02", 12, 1),
        ("2026-11-19", 11, 2),
    ]
    assert data["unit"] == "reps"
    assert "12 reps on 2 Nov" in caption("progress:exercise", data, WORDS)


def test_both_sides_are_one_set_and_a_hold_counts_seconds():
    assert ledger.exercise(two_weeks(), "side_plank_weight", "Side plank")["points"][0] | {"level": 0} == {
        "on": "2026-11-02", "value": 11, "kg": 2.0, "level": 0,
    }  # fmt: skip
    assert ledger.exercise(two_weeks(), "plank", "Plank")["unit"] == "seconds"


def test_empty_weeks_are_weeks_too():
    data = ledger.weekly(two_weeks(), date(2026, 11, 22), 36)
    assert [(w["on"], w["sets"]) for w in data["weeks"]] == [
        ("2026-11-02", 4),
        ("2026-11-09", 0),
        ("2026-11-16", 1),
    ]
    assert ledger.weekly([], date(2026, 11, 22), None) == {"weeks": [], "goal": None}


def test_a_day_with_two_workouts_is_one_square():
    twice = [*two_weeks(), workout(date(2026, 11, 19), (0, 1, "", {"reps": 11}))]
    assert ledger.calendar(twice, date(2026, 11, 22))["days"][-1] == {"on": "2026-11-19", "sets": 2}


def test_the_summary_adds_up():
    data = ledger.summary(
        two_weeks()[1], title="Session A", names={"air_squat": "Air squat"}, muscles={"core": 2}
    )
    assert (data["sets"], data["reps"], data["minutes"], data["kg"]) == (4, 33, 31, 22)
    assert data["rows"][0] == {"name": "Air squat", "text": "10 · 12"}
    assert data["rows"][1]["text"] == "11 × 2 kg"
    assert data["rows"][2]["text"] == "30 s"
    assert draw("summary", data, WORDS).kind == "photo"


def test_charts_of_nothing_say_so():
    for name, data in (
        ("progress:exercise", ledger.exercise([], "plank", "Plank")),
        ("progress:sets", ledger.weekly([], date(2026, 11, 22), 36)),
    ):
        assert caption(name, data, WORDS).startswith("Nothing to show yet")
        assert draw(name, data, WORDS).bytes
