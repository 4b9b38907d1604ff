"""The one effect: at the end of the first workout that was done to its end; dropped where Telegram refuses it."""

from tests.bot.conversations.test_training import begun
from tests.dialogue import Me, Stage

PARTY = "5046509860389126442"


async def done_to_the_end(me: Me) -> None:
    await begun(me)
    for _ in range(40):
        if await me.stage.app.notebook.look(lambda page: page.workouts.current(me.id)) is None:
            return
        await me.says(me.keys[0] if me.keys else "done")
        await me.stage.forward(seconds=150)
    raise AssertionError("the workout never ends")


def effects(stage: Stage) -> list[str]:
    return [
        made.values["message_effect_id"] for made in stage.world.made if "message_effect_id" in made.values
    ]


async def test_the_first_session_ends_with_a_party_and_the_second_does_not(me: Me, stage: Stage):
    await done_to_the_end(me)
    assert effects(stage) == [PARTY]
    assert "sets in" in me.sees("Done. ")["plain"]
    await stage.forward(days=2)
    await me.says("/today")
    await me.taps("Start")
    for _ in range(40):
        if await stage.app.notebook.look(lambda page: page.workouts.current(me.id)) is None:
            break
        await me.says(me.keys[0] if me.keys else "done")
        await stage.forward(seconds=150)
    assert effects(stage) == [PARTY]


async def test_an_early_stop_is_no_first_session(me: Me, stage: Stage):
    await begun(me)
    await me.says("done")
    await me.says("stop")
    await me.taps("End workout")
    assert effects(stage) == []


async def test_where_the_effect_is_refused_the_words_come_with_everything_else(
    me: Me, stage: Stage, monkeypatch
):
    monkeypatch.setattr("bot.preview.messages.EFFECTS", frozenset())
    stage.refusals_meant = True
    await done_to_the_end(me)
    shown = me.sees("Done. ")
    assert "<b>Done.</b>" in shown["html"]
    assert "Share" in str(shown["buttons"])
