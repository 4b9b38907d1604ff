"""Progress: the body map, and charts of half a year by button, each said in words too."""

from tests.bot.conversations.test_training import begun, ready
from tests.dialogue import Me, Stage


async def two_weeks(me: Me, stage: Stage) -> None:
    for reps in ("10", "12"):
        await me.says("/today")
        await me.taps("Start")
        for _ in range(4):
            await me.says(reps)
            await stage.forward(seconds=61)
        await me.says("stop")
        await me.taps("End workout")
        await stage.forward(days=7)


def chart(me: Me, words: str) -> str:
    shown = me.hears(words)
    assert shown["media"]
    return str(shown["plain"])


async def test_charts_by_button(me: Me, stage: Stage):
    await ready(me)
    await two_weeks(me, stage)
    await me.says("/progress")
    me.hears("The last four weeks")
    assert me.buttons == ["Sets per week", "Training days", "Air squat", "Forward lunge"]
    await me.taps("Sets per week")
    assert "goal of 36 sets: 0 of 3" in chart(me, "This week: 0 sets. Best week shown: 4")
    await me.taps("Training days")
    chart(me, "Days with sets in the last 26 weeks: 2")
    await me.taps("Air squat")
    chart(me, "Air squat: 10 reps on 2 Nov, 12 on 9 Nov. Best: 12")
    assert [made.values["action"] for made in stage.world.made if made.method == "sendChatAction"]


async def test_before_the_first_workout_there_is_nothing(me: Me):
    await ready(me)
    await me.says("/progress")
    me.hears("Nothing to show yet")


async def test_a_chart_of_nothing_is_stale(me: Me):
    await begun(me)
    for data in ("v1:chart:exercise:nothing", "v1:chart:x", "v1:chart"):
        await me.taps((me.last["id"], data))
        assert me.toast == "This button is no longer valid."
