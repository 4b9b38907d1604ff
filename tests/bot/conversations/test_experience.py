"""Rows of the experience that no other test plays from end to end: the card, last time, an honest week."""

from __future__ import annotations

from bot.preview.phone import Shown
from tests.bot.conversations.test_training import begun, ready
from tests.dialogue import Me, Stage


def plain(shown: Shown) -> str:
    """A message as it is read."""
    return str(shown["plain"])


async def test_row_2_the_card_has_six_lines_at_most_and_says_what_is_next(me: Me) -> None:
    await begun(me)
    card = me.hears("Air squat · set 1 of 3", "10–12 reps", "next: Forward lunge", "0/18")
    assert len(plain(card).splitlines()) <= 6
    await me.says("10")
    me.hears("Air squat · set 2 of 3", "1/18")
    cards = [shown for shown in me.view["messages"] if "Air squat · set" in plain(shown)]
    assert len(cards) == 1  # edited in place, nothing floods


async def test_row_10_last_time_stands_on_the_card_unasked(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.says("10 11 12")
    await me.says("stop")
    await me.taps("End workout")
    await stage.forward(days=3)
    await me.says("/today")
    await me.taps("Start")
    me.hears("Last time 10/11/12")


async def test_row_21_a_day_that_is_only_begun_is_none_of_the_week(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.says("10")
    await me.says("stop")
    await me.taps("End workout")
    me.hears("Closed with one set saved", "0 of 2 this week")


async def test_row_25_the_warm_up_can_be_skipped_and_is_not_counted(me: Me) -> None:
    await begun(me)
    await me.taps("Warm-up")
    me.hears("five minutes, not counted")
    await me.says("10")
    me.hears("Air squat 1: 10", "1/18")


async def test_row_1_four_words_are_enough_to_begin(me: Me) -> None:
    await ready(me)
    await me.says("today")
    await me.taps("Start")
    me.hears("set 1 of 3")
