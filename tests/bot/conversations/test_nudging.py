"""The nudge: 30 to 60 minutes after its reminder reached the person, or not at all."""

from datetime import timedelta

from tests.bot.conversations.test_week import reminded, settled_in
from tests.dialogue import Me, Stage

NUDGE = "Still up for"


async def telegram_is_away(stage: Stage, minutes: int) -> None:
    """Nothing leaves for so long; the tick goes on."""
    stage.world.faults.add(refuse=True, times=10**9)
    for _ in range(minutes):
        stage.clock.jump(timedelta(minutes=1))
        await stage.app.tick.once()
        stage.app.speech.wake()
        await stage.app.settled()
    stage.world.faults.clear()
    for _ in range(2):  # a last try may just have failed
        stage.clock.jump(timedelta(seconds=16))  # as long as it waits between two tries
        stage.app.speech.wake()
        await stage.settled()


async def test_a_nudge_counts_from_when_the_reminder_left(me: Me, stage: Stage) -> None:
    stage.errors_meant = stage.refusals_meant = True
    await settled_in(me)
    await stage.forward(days=1, hours=4, minutes=59)
    me.begin()
    await telegram_is_away(stage, 118)
    me.hears("Strength today", "Sorry, this should have reached you earlier")
    me.hears_not(NUDGE)
    me.begin()
    await stage.forward(minutes=44)
    me.hears_nothing()
    await stage.forward(minutes=2)
    me.hears(NUDGE)
    me.begin()
    await stage.forward(hours=3)
    me.hears_nothing()


async def test_no_nudge_an_hour_after_its_reminder(me: Me, stage: Stage) -> None:
    stage.errors_meant = stage.refusals_meant = True
    await reminded(me, stage)
    await stage.forward(minutes=40)
    me.begin()
    await telegram_is_away(stage, 25)
    await stage.forward(hours=3)
    me.hears_nothing()


async def test_no_nudge_where_the_bot_was_down_meanwhile(me: Me, stage: Stage) -> None:
    await reminded(me, stage)
    await stage.kill()
    await stage.forward(minutes=65)
    me.begin()
    await stage.start()
    await stage.forward(hours=3)
    me.hears_nothing()


async def test_a_nudge_follows_a_reminder_of_which_nobody_knows(me: Me, stage: Stage) -> None:
    stage.errors_meant = stage.refusals_meant = True
    await settled_in(me)
    await stage.forward(days=1, hours=4, minutes=59)
    me.begin()
    stage.world.faults.add(method="sendmessage", status=502)
    await stage.forward(minutes=30)
    me.hears_nothing()
    await stage.forward(minutes=20)
    me.hears(NUDGE)


async def test_no_nudge_after_a_snooze_that_was_asked_for(me: Me, stage: Stage) -> None:
    await reminded(me, stage)
    await me.taps("In 1 h")
    await stage.forward(minutes=50)
    me.hears_not(NUDGE)
    me.begin()
    await stage.forward(minutes=12)
    me.hears("nudge you asked for")
    me.begin()
    await stage.forward(hours=3)
    me.hears_nothing()
