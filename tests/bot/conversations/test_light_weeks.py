"""Light weeks: offered after bad nights or a big week, told with their reason, kept or refused (brief 4)."""

from __future__ import annotations

import pytest

from tests.bot.conversations.test_training import begun, ready, sets
from tests.dialogue import Me, Stage


@pytest.mark.parametrize(
    ("said", "reason"),
    [("slept badly", "poor sleep"), ("big week", "biggest running week"), ("deload", "light")],
)
async def test_a_light_week_is_offered_and_kept(me: Me, stage: Stage, said: str, reason: str) -> None:
    await ready(me)
    await me.says(said)
    me.hears(reason, "light week, until Sunday?")
    await me.taps("Keep it light")
    me.hears("two sets of each")
    await me.says("/today")
    await me.taps("Start")
    me.hears("set 1 of 2", "12 sets in all")
    await me.says("why?")
    me.hears(reason)
    await stage.forward(days=7)
    await me.says("end workout") if me.keys else None
    await me.says("/today")
    await me.taps("Start")
    me.hears("18 sets in all")


async def test_a_light_week_is_refused_in_words(me: Me) -> None:
    await ready(me)
    await me.says("slept badly")
    await me.says("later")
    me.hears("As planned, then")
    await me.says("/today")
    await me.taps("Start")
    me.hears("18 sets in all")


async def test_yes_to_a_light_week_in_words(me: Me) -> None:
    await ready(me)
    await me.says("i slept badly")
    await me.says("yes")
    me.hears("A light week, until Sunday")


async def test_the_open_workout_follows_the_decision_and_back(me: Me) -> None:
    await begun(me)
    await me.says("10")
    await me.says("slept badly")
    me.hears("light week, until Sunday?", "Air squat, set 2 of 3")
    await me.taps("Keep it light")
    me.hears("Air squat · set 2 of 2")
    await me.says("10")
    me.hears("Forward lunge · set 1 of 2")
    await me.taps("Later")
    me.hears("As planned, then", "Forward lunge · set 1 of 3")
    assert [row["reps"] for row in await sets(me)] == [10, 10]


async def test_the_seventh_steady_week_is_light_says_why_and_can_be_refused(me: Me, stage: Stage) -> None:
    await ready(me)
    for _ in range(6):
        await me.says("/today")
        await me.taps("Start")
        me.hears_not("light")
        for _ in range(18):
            await me.says("done")
            await stage.forward(seconds=10)
        await stage.forward(days=7)
    await me.says("/today")
    await me.taps("Start")
    me.hears("Some weeks of steady work are behind you", "12 sets in all", "Later trains as planned")
    await me.taps("Later")
    me.hears("As planned, then", "set 1 of 3")


async def test_sore_three_days_after_training_brings_the_offer(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.says("10")
    await me.says("stop")
    await me.taps("End workout")
    await stage.forward(days=4)
    await me.says("sore 6")
    me.hears("Still sore after three days", "light week, until Sunday?")


async def test_a_race_without_a_length_is_asked_how_long_it_is(me: Me) -> None:
    await ready(me)
    await me.says("race on sunday")
    me.hears("How long is the race?")
    await me.taps("half")
    me.hears("The three days before and the 5 days after stay free")


async def test_a_half_marathon_is_known_as_one(me: Me) -> None:
    await ready(me)
    await me.says("half marathon on sunday")
    me.hears_not("How long is the race?")
