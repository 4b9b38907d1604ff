"""P10 beside: a process that dies soon after its start, again and again, uses up the tries of no reply it never sent."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.outcomes import AT_FIRST
from bot.speech import LAG
from storage.outbox import LEASE, PATIENCE
from tests.bot.conversations.test_training import begun, sets
from tests.bot.engine import Engine
from tests.postgres import fresh_database

PEOPLE = 150
DEATHS = 3


@pytest.fixture(params=["sqlite", "postgresql"])
async def bot(request, tmp_path):
    made = Engine(f"sqlite:///{tmp_path}/a.db" if request.param == "sqlite" else fresh_database())
    yield made
    await made.app.stop()


async def lives_without_an_answer(bot: Engine) -> None:
    """Telegram answers no message; the process handles what it can and dies."""
    bot.world.faults.add(method="sendMessage", slow=60, times=10_000)
    await bot.start()
    while bot.world.updates.pending:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    while len(bot.app.speech.carrying) < AT_FIRST or await bot.look(left):  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    await bot.app.crash()
    bot.world.faults.clear()
    bot.clock.jump(timedelta(seconds=1))


def left(page) -> int:
    """How many letters nobody has handled."""
    return page.inbox.count("new")


async def tries(bot: Engine) -> dict[int, int]:
    """How many replies have so many tries behind them (one that is in a dead hand counts as tried)."""
    statement = (
        "SELECT attempts + CASE state WHEN 'sending' THEN 1 ELSE 0 END, count(*) FROM outbox GROUP BY 1"
    )

    def look(page):
        return {row[0]: row[1] for row in page.db.exec_driver_sql(statement)}

    return await bot.look(look)


async def delivered(bot: Engine) -> None:
    """The fourth life is a quiet one: everybody is answered, once."""
    for pause in (LEASE, PATIENCE):  # leases decide where there are several processes
        bot.clock.jump(pause)
        bot.app.speech.wake()
        await bot.settled()
    assert await bot.look(lambda page: page.outbox.states()) == {"sent": PEOPLE}
    assert [bot.texts(n) for n in range(PEOPLE)] == [["heard hello"]] * PEOPLE


async def test_replies_that_wait(bot):
    """Written by a process that never spoke; every later one takes a few in hand."""
    for n in range(PEOPLE):
        bot.world.person(n).send("hello")
    await bot.start(parts=("hear", "work", "tick"))
    while len(bot.talk.heard) < PEOPLE:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    await bot.app.stop()
    for _ in range(DEATHS):
        await lives_without_an_answer(bot)
    await bot.start()
    tried = await tries(bot)
    assert PEOPLE - tried[0] <= DEATHS * AT_FIRST
    await delivered(bot)


async def test_letters_that_wait(bot):
    """Replies that are written while none has come to its end are not claimed as they are written."""
    for n in range(PEOPLE):
        bot.world.person(n).send("hello")
    await lives_without_an_answer(bot)
    await bot.start(parts=("hear",))
    assert sum((await tries(bot)).values()) == PEOPLE
    assert PEOPLE - (await tries(bot))[0] <= AT_FIRST
    await bot.app.stop()
    for _ in range(DEATHS - 1):
        await lives_without_an_answer(bot)
    await bot.start()
    await delivered(bot)


async def test_a_hand_grows_with_what_ends(tmp_path):
    bot = await Engine(f"sqlite:///{tmp_path}/a.db").start()
    speech = bot.app.speech
    assert (speech.room, speech.quick()) == (AT_FIRST, False)
    for n in range(LAG):
        bot.world.person(n).send("hello")
    await bot.settled()
    assert (speech.room, speech.quick()) == (AT_FIRST + 2 * LAG, True)
    await bot.app.stop()


async def test_a_polite_end_uses_no_try(tmp_path):
    """What waits for the gate when the process is asked to end goes back as it was."""
    bot = await Engine(f"sqlite:///{tmp_path}/a.db", settings={"send_rate": 5}).start()
    for n in range(5):
        bot.world.person(n).send("hello")
    while len(bot.app.speech.held) < 4:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    await bot.app.stop()
    bot.settings["send_rate"] = 0
    await bot.start(parts=("hear",))
    assert set(await tries(bot)) == {0}
    assert await bot.look(lambda page: page.outbox.states()) == {"sent": 1, "pending": 4}
    await bot.app.stop()


async def test_who_gets_no_answer_and_presses_again(me, stage):
    """Three tries came to nothing: the set is there, the same button says so and leads on."""
    stage.errors_meant = stage.refusals_meant = True
    await begun(me)
    stage.world.faults.add(drop=True, times=1000)
    me.person.press("✅ Done")
    for _ in range(6):
        await stage.forward(seconds=5)
    stage.world.faults.clear()
    assert me.keys == ["✅ Done · squat 1"]
    await me.presses("✅ Done")
    me.hears("Air squat 1 is already logged")
    assert me.keys == ["✅ Done · squat 2"]
    await me.presses("✅ Done")
    assert [one["set"] for one in await sets(me)] == [1, 2]
