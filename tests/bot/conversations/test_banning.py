"""Never again, also in the middle of a workout."""

from __future__ import annotations

from tests.bot.conversations.test_training import begun, ready, sets
from tests.dialogue import Me


async def test_a_ban_takes_the_exercise_under_way_out_at_once(me: Me) -> None:
    await begun(me)
    await me.says("10")
    await me.says("never squats again")
    me.hears("Air squat is off your list", "Wall sit is in")
    assert me.keys == ["✅ Done · wall sit 1"]
    await me.says("30")
    done = await sets(me)
    assert [(row["exercise"], row["reps"], row["seconds"]) for row in done] == [
        ("air_squat", 10, None), ("wall_sit", None, 30),
    ]  # fmt: skip


async def test_a_ban_of_what_is_still_to_come_exchanges_it_there(me: Me) -> None:
    await begun(me)
    await me.says("never planks")
    me.hears("Plank is off your list", "Dead bug comes in its place today", "Air squat, set 1 of 3")
    for _ in range(3):
        await me.says("skip")
    me.hears("Dead bug · set 1 of 3")
    await me.says("why?")
    me.hears("an exercise was that you never want")


async def test_a_ban_holds_for_the_next_session_and_can_be_taken_back(me: Me) -> None:
    await ready(me)
    await me.says("never lunges again")
    await me.says("/today")
    await me.taps("Start")
    await me.says("skip")
    me.hears("Reverse lunge")
    await me.says("/settings")
    await me.taps("Left-out exercises")
    await me.taps("Forward lunge")
    me.hears("Forward lunge")
