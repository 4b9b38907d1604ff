"""A pain, a fever, an old fracture: what is told with no workout under way."""

import pytest

from tests.bot.conversations.test_training import begun, ready, sets
from tests.dialogue import Me


@pytest.mark.parametrize("said", ["my knee hurts", "my calf is painful", "i have pain in my heel"])
async def test_a_pain_is_asked_about_and_no_cause_is_told(me: Me, said: str) -> None:
    await ready(me)
    await me.says(said)
    me.hears("How strong is it now, from 0 to 10")
    me.hears_not("linked with")
    await me.says("2")
    me.hears("Up to 3 and dull")


async def test_a_level_said_at_once_is_not_asked_for(me: Me) -> None:
    await ready(me)
    await me.says("pain 7/10")
    me.hears("leave out everything")


@pytest.mark.parametrize(
    ("answer", "heard"),
    [("7", "leave out everything"), ("4/10", "does not raise it"), ("it's sharp", "leave out everything")],
)
async def test_the_level_is_told_in_words(me: Me, answer: str, heard: str) -> None:
    await ready(me)
    await me.says("my knee hurts")
    await me.says(answer)
    me.hears(heard)


async def test_the_level_is_tapped(me: Me) -> None:
    await ready(me)
    await me.says("my knee hurts")
    await me.taps("6 or more")
    me.hears("leave out everything")


async def test_a_question_about_a_pain_stays_a_question(me: Me) -> None:
    await ready(me)
    await me.says("why does my knee hurt when running?")
    me.hears_not("How strong is it now")


@pytest.mark.parametrize(
    "said",
    [
        "is a fever of 37.5 ok for training",
        "high fever can I run",
        "my temperature is 39",
        "slight cold, no fever",
    ],
)
async def test_a_fever_gets_the_answer_about_illness(me: Me, said: str) -> None:
    await ready(me)
    await me.says(said)
    me.hears("Not with fever", "24–48 hours")


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("osteoporosis", "Leave out the Russian twist"),
        ("I take blood pressure pills", "speak to your doctor before you train"),
        ("can I train with a broken toe", "doctor or physio"),
        ("ich habe meine achillessehne gerissen", "looked at today"),
    ],
)
async def test_what_a_doctor_has_to_know_first(me: Me, said: str, heard: str) -> None:
    await ready(me)
    await me.says(said)
    me.hears(heard)


@pytest.mark.parametrize("said", ["my knee is better", "no pain any more", "my calf feels much better"])
async def test_better_is_good_news_also_in_a_workout(me: Me, said: str) -> None:
    await begun(me)
    await me.says("12")
    await me.says(said)
    me.hears("Good to hear", "still open")
    assert len(await sets(me)) == 1


async def test_better_is_good_news(me: Me) -> None:
    await ready(me)
    await me.says("my knee is better")
    me.hears("Good to hear")


async def test_a_fall_is_asked_about(me: Me) -> None:
    await ready(me)
    await me.says("I fell")
    me.hears("Are you hurt?")


async def test_a_sign_far_into_a_long_message_is_read(me: Me) -> None:
    await ready(me)
    story = "Today I ran along the river and thought about the plan for the coming weeks and the races. " * 12
    await me.says(
        story + "By the way, since this morning I have chest pain and I am sweating a lot. " + story
    )
    me.hears("chest")
    me.hears_not("Ask me about")
