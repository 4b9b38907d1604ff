"""The operator's two commands: counts, and an announcement that goes out carefully."""

import pytest

from tests.bot.conversations.test_training import begun, ready
from tests.dialogue import Me, Stage


@pytest.fixture
async def owner(stage: Stage) -> Me:
    olga = stage.person(77, "Olga")
    await stage.stop()
    await stage.start(owner_chat_id=77)
    await ready(olga)
    return olga


async def test_nobody_else_has_these_commands(me: Me):
    await ready(me)
    await me.says("/stats")
    me.hears("I do not know that command")
    await me.says("/announce hello")
    me.hears("I do not know that command")


async def test_stats_are_counts(owner: Me, me: Me):
    await begun(me)
    await me.says("done")
    await owner.says("/stats")
    owner.hears("People: 2, 2 reachable; 1 active in 7 days, 1 in 28", "1 workout, 1 set", "sent ")
    owner.hears_not("Ada")


async def test_an_announcement_asks_first_and_reaches_everybody_once(owner: Me, me: Me, stage: Stage):
    await ready(me)
    me.begin()
    await owner.says("/announce New server on <Friday>")
    owner.hears("This goes to 2 people", "New server on <Friday>")
    me.hears_nothing()
    await owner.taps("Send it")
    owner.hears("on its way to 2")
    await stage.forward(seconds=10)
    assert len([m for m in me.view["messages"] if "New server on <Friday>" in m["plain"]]) == 1
    await stage.restart()
    await stage.forward(minutes=5)
    assert len([m for m in me.view["messages"] if "New server" in m["plain"]]) == 1


async def test_the_same_button_again_sends_nothing(owner: Me, stage: Stage):
    await owner.says("/announce One")
    send = owner.last
    await owner.taps("Send it")
    await owner.taps((send["id"], "v1:announce:yes"))
    assert owner.toast
    assert len([m for m in owner.view["messages"] if m["plain"].startswith("News from")]) == 1


async def test_not_sent_after_all(owner: Me, me: Me, stage: Stage):
    await ready(me)
    await owner.says("/announce One")
    await owner.taps("Do not send")
    owner.hears("Nothing was sent")
    await stage.forward(minutes=1)
    assert not [m for m in me.view["messages"] if "News from" in m["plain"]]


async def test_who_wants_none_gets_none(owner: Me, me: Me, stage: Stage):
    await ready(me)
    await me.says("/settings")
    await me.taps("● News")
    await owner.says("/announce One")
    owner.hears("This goes to 1 person")
    await owner.taps("Send it")
    await stage.forward(minutes=1)
    assert not [m for m in me.view["messages"] if "News from" in m["plain"]]


async def test_a_forged_button_of_somebody_else_sends_nothing(owner: Me, me: Me, stage: Stage):
    await ready(me)
    await owner.says("/announce One")
    me.person._tapped(me.last["id"], "v1:announce:yes")
    await stage.settled()
    assert me.person.chat.toast
    await stage.forward(minutes=1)
    assert not [m for m in me.view["messages"] if "News from" in m["plain"]]


async def test_announce_without_words_says_how(owner: Me):
    await owner.says("/announce")
    owner.hears("Write the announcement behind the command")


async def test_many_people_in_portions(owner: Me, stage: Stage, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.conversations.operator.BATCH", 2)
    folk = [stage.person(2000 + n, f"P{n}") for n in range(5)]
    for one in folk:
        await one.says("/start")
    await owner.says("/announce One")
    await owner.taps("Send it")
    await stage.forward(seconds=30)
    for one in folk:
        assert len([m for m in one.view["messages"] if "News from" in m["plain"]]) == 1
