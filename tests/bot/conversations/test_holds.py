"""Holds: the countdown, each side with its full time, a pause to switch, stored with its side."""

from __future__ import annotations

from datetime import date

import pytest

from storage.records import Target
from tests.bot.conversations.test_training import begun, sets
from tests.dialogue import Me, Stage


async def at_plank(me: Me, stage: Stage, *, level: int = 1, seconds: int = 30) -> None:
    """The plank is due; at level 3 it is held with one foot lifted, side by side."""
    await me.says("/start")
    await me.taps("None of these")
    assert stage.app is not None
    target = Target(
        runner_id=me.id,
        exercise="plank",
        level=level,
        low=seconds,
        high=seconds,
        sets=3,
        seen_on=date(2026, 10, 30),
    )
    await stage.app.notebook.turn(lambda page: page.targets.keep(target))
    await me.says("/today")
    await me.taps("Start")
    for _ in range(3):
        await me.says("skip")


async def by_sides(me: Me, stage: Stage) -> None:
    await at_plank(me, stage, level=3, seconds=15)


async def planks(me: Me) -> list[tuple[object, object]]:
    return [(row["side"], row["seconds"]) for row in await sets(me) if row["exercise"] == "plank"]


async def test_a_hold_counts_down_rings_and_is_logged_with_its_full_time(me: Me, stage: Stage) -> None:
    await at_plank(me, stage)
    me.hears("Plank · set 1 of 3", "hold 30 s")
    await me.taps("Start 30 s")
    me.hears("get into position for 30 s")
    await stage.forward(seconds=6)
    me.hears("30 s to go")
    me.begin()
    await stage.forward(seconds=30)
    assert not me.hears("And down. Plank 1: 30 s")["silent"]
    assert [seconds for _, seconds in await planks(me)] == [30]


async def test_each_side_has_its_countdown_its_name_and_a_pause_to_switch(me: Me, stage: Stage) -> None:
    await by_sides(me, stage)
    me.hears("hold 15 s each side", "plank with one foot lifted")
    await me.taps("Start 15 s")
    me.hears("get into position, left side, 15 s")
    await stage.forward(seconds=6)
    me.hears("left 15 s to go")
    me.begin()
    await stage.forward(seconds=15)
    switch = me.hears("Left: 15 s. Switch sides, the right one starts in 8 s.")
    assert not switch["silent"]
    assert await planks(me) == []
    await stage.forward(seconds=8)
    me.sees("right 1")
    me.begin()
    await stage.forward(seconds=16)
    me.hears("And down. Plank 1: 15 s left, 15 s right")
    assert await planks(me) == [("left", 15), ("right", 15)]


async def test_done_while_switching_says_that_the_other_side_still_comes(me: Me, stage: Stage) -> None:
    await by_sides(me, stage)
    await me.taps("Start 15 s")
    await stage.forward(seconds=21)
    await me.says("done")
    me.hears("Left: 15 s, noted. The right side still comes, in")
    assert await planks(me) == []
    await stage.forward(seconds=30)
    assert await planks(me) == [("left", 15), ("right", 15)]


async def test_done_at_once_when_the_right_side_begins_is_about_the_left(me: Me, stage: Stage) -> None:
    await by_sides(me, stage)
    await me.taps("Start 15 s")
    await stage.forward(seconds=20 + 9)
    await me.says("done")
    me.hears("Left: 15 s. Switch sides")
    await stage.forward(seconds=8 + 16)
    assert await planks(me) == [("left", 15), ("right", 15)]


@pytest.mark.parametrize("said", ["done", "d", "✅ Done · plank 1"])
async def test_a_left_side_ended_early_is_noted_and_the_right_one_still_comes(
    me: Me, stage: Stage, said: str
) -> None:
    await by_sides(me, stage)
    await me.taps("Start 15 s")
    await stage.forward(seconds=5 + 9)
    await me.says(said)
    me.hears("Left: 9 s. Switch sides")
    await stage.forward(seconds=8 + 11)
    await me.says("done")
    me.hears("Plank 1: 9 s left, 11 s right")
    assert await planks(me) == [("left", 9), ("right", 11)]


async def test_down_on_the_left_goes_on_with_the_right(me: Me, stage: Stage) -> None:
    await by_sides(me, stage)
    await me.taps("Start 15 s")
    await stage.forward(seconds=5 + 7)
    await me.taps("I'm down")
    me.hears("Left: 7 s. Switch sides")
    assert any("Start right 15 s" in button for button in me.buttons)
    await me.says("go")
    me.hears("it counts in 5 s")
    await stage.forward(seconds=5 + 16)
    assert await planks(me) == [("left", 7), ("right", 15)]


async def test_a_number_while_one_side_is_held_is_about_that_side(me: Me, stage: Stage) -> None:
    await by_sides(me, stage)
    await me.taps("Start 15 s")
    await stage.forward(seconds=5 + 9)
    await me.says("10")
    me.hears("Left: 10 s. Switch sides")
    await me.says("12 s")
    me.hears("Left: 12 s, noted")
    await stage.forward(seconds=8 + 5)
    await me.says("14")
    assert await planks(me) == [("left", 12), ("right", 14)]


async def test_both_sides_can_be_told_in_one_message_at_any_time(me: Me, stage: Stage) -> None:
    await by_sides(me, stage)
    await me.taps("Start 15 s")
    await stage.forward(seconds=21)
    await me.says("15/13")
    me.hears("15 s left, 13 s right")
    await stage.forward(seconds=60)
    assert await planks(me) == [("left", 15), ("right", 13)]


async def test_without_the_countdown_done_stands_for_both_sides(me: Me, stage: Stage) -> None:
    await by_sides(me, stage)
    await me.says("done")
    assert await planks(me) == [("left", 15), ("right", 15)]


async def test_undo_while_a_hold_runs_stops_the_hold_not_the_set_before(me: Me, stage: Stage) -> None:
    await by_sides(me, stage)
    await me.says("done")
    await me.taps("Start 15 s")
    await stage.forward(seconds=21)
    await me.says("undo")
    me.hears("The hold is off")
    await stage.forward(seconds=60)
    assert await planks(me) == [("left", 15), ("right", 15)]


async def test_the_left_side_survives_a_restart(me: Me, stage: Stage) -> None:
    await by_sides(me, stage)
    await me.taps("Start 15 s")
    await stage.forward(seconds=5 + 9)
    await me.taps("I'm down")
    await stage.restart()
    await stage.forward(seconds=8 + 16)
    assert await planks(me) == [("left", 9), ("right", 15)]


async def test_start_in_words_begins_the_countdown(me: Me, stage: Stage) -> None:
    await at_plank(me, stage)
    await me.says("start")
    me.hears("it counts in 5 s")
    await stage.forward(seconds=5 + 31)
    assert [seconds for _, seconds in await planks(me)] == [30]


async def test_a_hold_before_any_set_is_not_a_session_without_a_set(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.says("start")  # squats have no countdown: the set stays open
    me.hears("Air squat")
