"""The quiz: only if wanted, at most weekly, about what was trained; what was missed comes again."""

import pytest

from bot.coach import quizzing
from content.library import open_library
from tests.bot.conversations.test_training import begun
from tests.dialogue import Me, Stage

LIBRARY = open_library()


async def worked_out(me: Me) -> None:
    await begun(me)
    await me.says("done")
    await me.says("stop")
    await me.taps("End workout")


async def wanted(me: Me) -> None:
    await me.says("/start")
    await me.taps("None of these")
    await me.says("/settings")
    await me.taps("○ Quiz")


def polls(me: Me) -> list:
    return [message for message in me.view["messages"] if message["poll"]]


async def test_nobody_is_asked_who_did_not_want_it(me: Me, stage: Stage):
    await worked_out(me)
    await stage.forward(hours=1)
    assert polls(me) == []


async def again(me: Me) -> None:
    await me.says("/today")
    await me.taps("Start")
    await me.says("done")
    await me.says("stop")
    await me.taps("End workout")


async def test_one_a_week_about_what_was_trained(me: Me, stage: Stage):
    await wanted(me)
    await again(me)
    await stage.forward(hours=1)
    assert len(polls(me)) == 1
    poll = polls(me)[0]
    assert "quads" in str(poll["poll"]) or "glutes" in str(poll["poll"])
    await again(me)
    await stage.forward(hours=1)
    assert len(polls(me)) == 1
    await stage.forward(days=7)
    await again(me)
    await stage.forward(hours=1)
    assert len(polls(me)) == 2


async def known(me: Me, stage: Stage) -> dict:
    rows = await stage.app.notebook.look(lambda page: page.wishes.of(me.id, "quiz"))
    return {wish.about: wish.facts["right"] for wish in rows}


@pytest.mark.parametrize("right", [True, False])
async def test_what_was_missed_comes_again(me: Me, stage: Stage, right: bool):
    await wanted(me)
    await again(me)
    await stage.forward(hours=1)
    (name,) = await known(me, stage)
    letters = quizzing.order(name, 0)
    option = letters.index("a") if right else letters.index("b")
    await me.does("vote", polls(me)[0]["id"], option, quietly=True)
    assert await known(me, stage) == {name: right}
    await stage.forward(days=8)
    await again(me)
    await stage.forward(hours=1)
    assert len(polls(me)) == 2
    assert (name in {n for n, answer in (await known(me, stage)).items() if answer is None}) is not right


async def test_a_poll_that_nobody_asked_is_ignored(me: Me, stage: Stage):
    await me.says("/start")
    user = {"id": me.id, "is_bot": False, "first_name": "Ada"}
    answer = {"poll_id": "999", "user": user, "option_ids": [0], "option_persistent_ids": ["0"]}
    stage.world.push("poll_answer", answer, ("poll", me.id))
    await stage.settled()
    assert await known(me, stage) == {}


def test_every_question_fits_telegrams_limits_in_every_language():
    for code in LIBRARY.languages:
        tongue = LIBRARY.tongue(code)
        for muscle in LIBRARY.muscles:
            names = quizzing.questions(muscle, tongue)
            assert names, muscle
            for name in names:
                assert len(tongue.phrase(f"quiz-{name}")) <= 300
                options = [tongue.phrase(f"quiz-{name}-{letter}") for letter in quizzing.LETTERS]
                assert len(set(options)) == 4
                assert max(map(len, options)) <= 100
                assert len(tongue.phrase(f"quiz-{name}-why")) <= 200
                assert "<" not in tongue.phrase(f"quiz-{name}-why")


def test_missed_first_then_new_then_open():
    tongue = LIBRARY.tongue("en")
    assert quizzing.choose(["calves"], {}, tongue) == "calves-1"
    assert quizzing.choose(["calves"], {"calves-1": True}, tongue) == "calves-2"
    assert quizzing.choose(["calves"], {"calves-1": None}, tongue) == "calves-2"
    assert quizzing.choose(["calves", "core"], {"core-2": False}, tongue) == "core-2"
    assert quizzing.choose(["calves"], {"calves-1": True, "calves-2": True}, tongue) is None
    assert quizzing.choose(["calves"], {"calves-1": True, "calves-2": None}, tongue) == "calves-2"


def test_the_order_is_another_each_time_and_has_all_four():
    orders = {quizzing.order("calves-1", times) for times in range(4)}
    assert len(orders) == 4
    assert all(sorted(order) == ["a", "b", "c", "d"] for order in orders)
