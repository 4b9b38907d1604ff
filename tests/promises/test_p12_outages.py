"""P12: outages of a minute to three days, the bot down or Telegram away: what still helps comes once, the rest is said."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from tests.bot.conversations.test_welcome import through_the_screens
from tests.dialogue import Me, Stage

AT = timedelta(
    days=1, hours=4, minutes=59, seconds=30
)  # after Monday noon: half a minute before Tuesday 18:00
TODAY, SORRY = "Strength today", "Sorry, this should have reached you earlier"
NUDGE, TWO_HOURS, HALF_AN_HOUR = "Still up for", timedelta(hours=2), timedelta(minutes=30)
DROPPED = "I was not there to remind you on Tuesday 3 November"
OUTAGES = {
    "1 minute": timedelta(minutes=1),
    "10 minutes": timedelta(minutes=10),
    "2 hours": timedelta(hours=2),
    "2 hours and more": timedelta(hours=2, minutes=5),
    "12 hours": timedelta(hours=12),
    "3 days": timedelta(days=3),
}


async def down(stage: Stage, span: timedelta) -> None:
    """The bot is not there."""
    await stage.kill()
    await stage.forward(seconds=span.total_seconds())
    await stage.start()


async def away(stage: Stage, span: timedelta) -> None:
    """Telegram takes nothing; the bot lives on."""
    stage.world.faults.add(refuse=True, times=10**9)
    end = stage.clock.now() + span
    while stage.clock.now() < end:
        step = timedelta(minutes=3) if end - stage.clock.now() < timedelta(hours=3) else timedelta(hours=1)
        stage.clock.jump(min(step, end - stage.clock.now()))
        await stage.app.tick.once()
        stage.app.speech.wake()
        await asyncio.sleep(0.005)
    stage.world.faults.clear()
    for _ in range(2):  # a last try may just have failed
        stage.clock.jump(timedelta(seconds=16))  # as long as it waits between two tries
        stage.app.speech.wake()
        await stage.settled()


def shown(me: Me, text: str) -> list[datetime]:
    """When which messages with this text came."""
    return [
        datetime.fromisoformat(one["date"])
        for one in me.view["messages"]
        if one["from"] == "bot" and text in one["plain"]
    ]


@pytest.mark.parametrize("trouble", [down, away])
@pytest.mark.parametrize("outage", OUTAGES)
async def test_what_is_still_useful_comes_once(me: Me, stage: Stage, outage, trouble) -> None:
    span = OUTAGES[outage]
    stage.errors_meant = stage.refusals_meant = True
    await through_the_screens(me)
    await me.says("Berlin")
    await stage.forward(seconds=AT.total_seconds())
    due = stage.clock.now() + timedelta(seconds=30)
    me.begin()
    await trouble(stage, span)
    await stage.forward(seconds=30)
    late = span - timedelta(seconds=30)
    came = shown(me, TODAY)[:1] if late <= TWO_HOURS else []
    assert shown(me, TODAY) == came or span > timedelta(days=2)  # … by when Friday's is due
    assert all(timedelta() <= at - due <= TWO_HOURS for at in came)
    assert shown(me, NUDGE) == []  # never together with its reminder, nor without one
    assert bool(shown(me, SORRY)) == (timedelta(minutes=5) < late <= TWO_HOURS)
    await stage.forward(hours=1)
    nudged = [at for at in shown(me, NUDGE) if at < due + timedelta(days=2)]
    assert len(nudged) == len(came)
    assert all(HALF_AN_HOUR <= at - came[0] <= 2 * HALF_AN_HOUR for at in nudged)
    me.begin()
    await me.says("hello")
    (me.hears_not if came else me.hears)(DROPPED)
    me.begin()
    await me.says("hello")
    me.hears_not(DROPPED)  # once is enough
    await stage.forward(hours=10)
    assert [at for at in shown(me, TODAY) if at < due + timedelta(days=2)] == came


@pytest.mark.parametrize("trouble", [down, away])
async def test_an_outage_that_ends_soon_after_a_later_reminder_does_not_swallow_it(
    me: Me, stage: Stage, trouble
) -> None:
    stage.errors_meant = stage.refusals_meant = True
    await through_the_screens(me)
    await me.says("Berlin")
    await stage.forward(seconds=AT.total_seconds())
    friday = stage.clock.now() + timedelta(days=3, seconds=30)
    me.begin()
    await trouble(stage, timedelta(days=3, minutes=30))
    await stage.forward(seconds=30)
    assert [friday < at < friday + TWO_HOURS for at in shown(me, TODAY)] == [True]
    assert len(shown(me, SORRY)) == 1
    await stage.forward(hours=10)
    assert len(shown(me, TODAY)) == 1
    me.begin()
    await me.says("hello")
    me.hears(DROPPED)


@pytest.mark.parametrize("trouble", [down, away])
async def test_an_answer_is_useful_after_half_a_day(me: Me, stage: Stage, trouble) -> None:
    stage.errors_meant = stage.refusals_meant = True
    await through_the_screens(me)
    await me.says("Berlin")
    if trouble is away:
        stage.world.faults.add(refuse=True, times=1)
    me.begin()
    me.person.send("/week")
    await trouble(stage, timedelta(hours=12))
    await stage.settled()
    assert len(me.phone.heard("strength 0 of 2")) == 1
