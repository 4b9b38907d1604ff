"""Sentences about the week that strangers typed, played whole."""

import pytest

from tests.bot.conversations.test_week import settled_in
from tests.dialogue import Me


async def test_runs_and_one_long_run_are_asked_as_the_usual_week(me: Me) -> None:
    await settled_in(me)
    await me.says("i run mon wed fri and long on sunday")
    me.hears("Did you mean this?")
    assert any("E R E R E R L" in button for button in me.buttons)


async def test_a_distance_with_a_date_is_a_race(me: Me) -> None:
    await settled_in(me)
    await me.says("I have a 10k on sunday")
    me.hears("Your race is on Sunday")


@pytest.mark.parametrize("said", ["I'll miss friday", "can't make friday"])
async def test_a_day_that_is_missed_is_a_skipped_one(me: Me, said: str) -> None:
    await settled_in(me)
    await me.says(said)
    me.hears("No strength on Friday")


async def test_more_days_than_fit_are_not_promised(me: Me) -> None:
    await settled_in(me)
    await me.says("three times a week please")
    me.hears("leaves no room")
    me.hears_not("stay as they are.\n")


async def test_another_zone_is_said_with_the_way_back(me: Me) -> None:
    await settled_in(me)
    await me.shares_place(35.68, 139.69)
    assert "Berlin" in str(me.hears("takes you back")["buttons"])
