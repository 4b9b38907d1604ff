"""P9 beside: a reminder that became moot between being queued and being sent is not sent, and nobody is told of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.bot.conversations.test_welcome import through_the_screens
from tests.dialogue import Me, Stage


async def queued_but_not_sent(me: Me, stage: Stage) -> None:
    """Tuesday 18:00: the reminder is in the outbox, the first try came to nothing, the next is a second away."""
    await through_the_screens(me)
    await me.says("Berlin")
    await stage.forward(days=1, hours=4, minutes=59)
    stage.world.faults.add(method="sendmessage", refuse=True)
    stage.clock.jump(timedelta(minutes=1))
    await stage.settled()
    assert await states(stage) == {"pending"}


async def states(stage: Stage) -> set[str]:
    """What became of the reminders."""

    def look(page) -> set[str]:
        rows = page.db.exec_driver_sql("SELECT state FROM outbox WHERE dedupe LIKE 'rem:%:day:%'")
        return {row[0] for row in rows}

    return await stage.app.notebook.look(look)


async def starts(me: Me, _stage: Stage) -> None:
    await me.says("/today")
    await me.taps("Start")


async def pauses(me: Me, stage: Stage) -> None:
    await edits(me, stage, paused_until=(stage.clock.now() + timedelta(days=7)).date())


async def blocks(me: Me, stage: Stage) -> None:
    await edits(me, stage, reachable=False)


async def ails(me: Me, stage: Stage) -> None:
    await edits(me, stage, screening="applies")


async def loses_the_zone(me: Me, stage: Stage) -> None:
    await edits(me, stage, zone=None)


async def leaves(me: Me, stage: Stage) -> None:
    await stage.app.notebook.turn(lambda page: page.runners.forget(me.id))


async def edits(me: Me, stage: Stage, **facts) -> None:
    await stage.app.notebook.turn(lambda page: page.runners.keep(replace(page.runners.get(me.id), **facts)))


async def nothing(me: Me, stage: Stage) -> None:
    """The person does nothing: then it comes."""


@pytest.mark.parametrize("does", [nothing, starts, pauses, blocks, ails, loses_the_zone, leaves])
async def test_moot_before_it_was_sent(
    me: Me, stage: Stage, does: Callable[[Me, Stage], Awaitable[None]]
) -> None:
    await queued_but_not_sent(me, stage)
    await does(me, stage)
    me.begin()
    await stage.forward(seconds=30)
    assert bool(me.phone.heard("Strength today")) == (does is nothing)
    assert await states(stage) == {"sent" if does is nothing else "moot"}
    await stage.forward(minutes=5)
    if does is not leaves:
        me.begin()
        await me.says("hello")
        me.hears_not("I was not there to remind you")
