"""Sharing a workout: a card to forward, with a link into the coach that works."""

from tests.bot.conversations.test_training import begun
from tests.dialogue import Me, Stage


async def finished(me: Me) -> None:
    await begun(me)
    await me.says("done")
    await me.says("stop")
    await me.taps("End workout")


async def test_share_sends_a_card_with_a_link(me: Me, stage: Stage):
    await stage.app.introduce()
    await finished(me)
    await me.taps("Share")
    shared = me.hears("one set, 10 reps", "ask the coach")
    assert shared["media"]
    url = shared["buttons"][0][0]["url"]
    start = url.partition("?start=")[2]
    assert url.startswith("https://t.me/")
    assert len(start) <= 64
    assert shared["buttons"][1][0]["copy"] == url
    assert "sendChatAction" in [made.method for made in stage.world.made]
    friend = stage.person(1002, "Ben")
    await friend.says(f"/start {start}")
    friend.hears("Quad")


async def test_without_a_known_name_the_card_comes_without_a_link(me: Me):
    await finished(me)
    await me.taps("Share")
    assert me.hears("one set, 10 reps")["media"]


async def test_somebody_elses_workout_is_not_shared(me: Me, stage: Stage):
    await finished(me)
    ben = stage.person(1002, "Ben")
    await finished(ben)
    workout = await stage.app.notebook.look(lambda page: page.workouts.newest(me.id, 1)[0].id)
    ben.begin()
    ben.person._tapped(ben.last["id"], f"v1:share:{workout}")
    await stage.settled()
    assert ben.person.chat.toast
    ben.hears_not("one set")


async def test_nothing_is_shared_when_nothing_was_done(me: Me):
    await begun(me)
    await me.says("stop")
    await me.taps("End workout")
    assert "Share" not in str(me.view["messages"][-1]["buttons"])
