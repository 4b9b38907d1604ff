"""Sides, bans, changes that are kept or put off, and sets told afterwards."""

import pytest

from tests.bot.conversations.test_shaping import with_dumbbells
from tests.bot.conversations.test_training import begun, ready, sets
from tests.dialogue import Me, Stage


async def to_the_side_plank(me: Me) -> None:
    await with_dumbbells(me)
    await me.says("/today")
    await me.taps(next(b for b in me.buttons if "Dumbbell" in b))
    for _ in range(5):
        await me.says("skip")
    assert me.keys == ["✅ Done · side plank 1"]


@pytest.mark.parametrize(
    ("said", "left", "right"),
    [
        ("done", 5, 5),
        ("6 left 5 right", 6, 5),
        ("5/5", 5, 5),
        ("10 total", 5, 5),
    ],
)
async def test_the_side_plank_keeps_both_sides(me: Me, said: str, left: int, right: int) -> None:
    await to_the_side_plank(me)
    await me.says(said)
    assert {row["side"]: row["reps"] for row in await sets(me)} == {"left": left, "right": right}
    assert me.keys == ["✅ Done · side plank 2"]


async def test_who_counts_per_side_sees_and_logs_each_side(me: Me) -> None:
    await ready(me)
    await me.says("/settings")
    await me.taps(next(b for b in me.buttons if "side" in b.casefold()))
    await me.says("/today")
    await me.taps("Start")
    await me.says("skip")
    me.hears("Forward lunge · set 1 of 3", "5–6 reps each side")
    await me.says("done")
    assert {row["side"]: row["reps"] for row in await sets(me)} == {"left": 5, "right": 5}


async def test_never_again_is_kept_until_the_settings_bring_it_back(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.taps("Swap")
    await me.taps("Never again")
    me.hears("Air squat is off your list")
    await me.says("stop")
    await me.taps("End workout")
    await stage.forward(days=2)
    await me.says("/today")
    await me.taps("Start")
    me.hears_not("Air squat ·")
    await me.says("/stop")
    await me.taps("End workout")
    await me.says("/settings")
    await me.taps(next(b for b in me.buttons if "list" in b.casefold() or "exercise" in b.casefold()))
    await me.taps("Air squat")
    me.hears("Air squat")
    await me.says("/today")
    await me.taps("Start")
    me.hears("Air squat · set 1 of 3")


@pytest.mark.parametrize(("answer", "target"), [("Keep", "11–12 reps"), ("Later", "10–12 reps")])
async def test_one_change_with_its_reason_is_kept_or_put_off(
    me: Me, stage: Stage, answer: str, target: str
) -> None:
    await begun(me)
    await me.says("10 10 10")
    await me.says("stop")
    await me.taps("End workout")
    me.hears("11 reps next time instead of 10")
    await me.taps(answer)
    await stage.forward(days=2)
    await me.says("/today")
    await me.taps("Start")
    me.hears(target)
    await me.says("why?")
    if answer == "Keep":
        me.hears("All your sets went well")


@pytest.mark.parametrize(
    ("said", "count"), [("did yesterday's session", 18), ("3x10 squats", 3), ("did 3x10 squats yesterday", 3)]
)
async def test_sets_told_afterwards_are_kept_on_their_day(me: Me, said: str, count: int) -> None:
    await ready(me)
    await me.says(said)
    me.hears("Logged for")
    rows = await sets(me)
    assert len(rows) == count
    await me.taps("Undo")
    me.hears("Taken back")
    assert await sets(me) == []
