"""One reminder asked for in words: at most once, through a restart, gone once the session starts."""

from __future__ import annotations

import pytest

from tests.bot.conversations.test_training import ready
from tests.dialogue import Me, Stage


async def test_in_two_hours_once_and_it_rings(me: Me, stage: Stage) -> None:
    await ready(me)
    await me.says("remind me in 2 hours")
    me.hears("remind you in 120 minutes")
    await stage.forward(minutes=119)
    me.hears_not("You asked me")
    me.begin()
    await stage.forward(minutes=2)
    assert not me.hears("You asked me to remind you: Bodyweight session")["silent"]
    me.begin()
    await stage.forward(days=1)
    me.hears_not("You asked me")


async def test_it_survives_a_restart(me: Me, stage: Stage) -> None:
    await ready(me)
    await me.says("remind me in half an hour")
    await stage.restart()
    me.begin()
    await stage.forward(minutes=31)
    me.hears("You asked me to remind you")


async def test_starting_the_session_cancels_it(me: Me, stage: Stage) -> None:
    await ready(me)
    await me.says("remind me in 2 hours")
    await me.says("/today")
    await me.taps("Start")
    await me.says("10")
    await me.says("stop")
    await me.taps("End workout")
    me.begin()
    await stage.forward(hours=3)
    me.hears_not("You asked me")


async def test_it_can_be_cancelled_and_put_off(me: Me, stage: Stage) -> None:
    await ready(me)
    await me.says("remind me in 1 hour")
    await me.taps("Cancel it")
    me.hears("Then I leave it")
    await me.says("remind me in 1 hour")
    await stage.forward(minutes=61)
    await me.taps("In 1 h")
    me.hears("in 60 minutes")
    me.begin()
    await stage.forward(minutes=61)
    me.hears("You asked me to remind you")


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("remind me tonight", "at 20:00"),
        ("remind me later, at 8pm", "at 20:00"),
        ("remind me tomorrow at 7 am", "Tuesday 3 November, 07:00"),
        ("remind me on friday", "Friday 6 November, 18:00"),
    ],
)
async def test_times_of_the_clock_need_the_zone(me: Me, said: str, heard: str) -> None:
    await ready(me)
    await me.says(said)
    me.hears("I need to know your clock")
    await me.says("Berlin")
    await me.says(said)
    me.hears("remind you", heard)


async def test_without_a_time_the_hour_is_asked(me: Me) -> None:
    await ready(me)
    await me.says("remind me on")
    me.hears("at one hour")


async def test_a_typed_yes_takes_the_zone_that_was_guessed(me: Me) -> None:
    await ready(me)
    await me.says("/settings")
    await me.taps("Time zone")
    await me.says("Berln")
    me.hears("Is this your clock?")
    await me.says("yes")
    me.hears("Europe/Berlin")


async def test_a_no_asks_again_and_a_place_is_another_try(me: Me) -> None:
    await ready(me)
    await me.says("/settings")
    await me.taps("Time zone")
    await me.says("Berln")
    await me.says("no")
    me.hears("city")
    await me.says("Madrid")
    me.hears("Europe/Madrid")
