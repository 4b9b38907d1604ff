"""Wishes in words reach their conversation instead of a common question."""

import pytest

from tests.bot.conversations.test_training import begun, ready
from tests.dialogue import Me


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("move my reminder to 7 am", "07:00"),
        ("change the hour to 19:30", "19:30"),
        ("remind me in 2 hours", "remind you in 120 minutes"),
        ("no more reminders", "how long"),
        ("never lunges again", "lunge"),
        ("change language", "language"),
        ("delete my data", "Erase everything"),
        ("help", "/today"),
        ("undo", "no set to take back"),
        ("Tokyo", "in Tokyo now"),
    ],
)
async def test_a_wish_is_granted(me: Me, text: str, heard: str) -> None:
    await ready(me)
    await me.says("quads")
    await me.says(text)
    me.hears(heard)


async def test_a_week_change_is_taken_back_in_words(me: Me) -> None:
    await ready(me)
    await me.says("tomorrow no run")
    await me.says("undo")
    me.hears("as it was")


async def test_this_is_the_exercise_under_way(me: Me) -> None:
    await begun(me)
    await me.says("what do calves do")
    await me.says("which muscle is this")
    assert "calves" not in me.transcript[-1].lower() or "squat" in me.transcript[-1].lower()


async def test_what_is_next_shows_the_set_that_is_due(me: Me) -> None:
    await begun(me)
    await me.says("what's next")
    me.hears("set 1")
    assert me.keys[0].startswith("✅ Done")


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("remind me at 6:30 tomorrow morning", "which city|time zone|where"),
        ("remind me an hour earlier", "The hour"),
        ("turn reminders on again", "Next reminder"),
        ("what time will you remind me", "Next reminder"),
        ("don't remind me on fridays", "strength days only"),
        ("18:30", "18:30"),
        ("use pounds", "Settings"),
        ("I have dumbbells 4 and 8 kg", "Kit"),
        ("en español", "Which language"),
        ("switch to german", "Which language"),
        ("how do i export", "Everything I keep"),
        ("did I train yesterday?", "No workouts yet"),
        ("how did I do last month", "Nothing to show yet"),
        ("what's my best plank", "Nothing to show yet"),
        ("my name is Sam", "Telegram profile"),
        ("quiz me", "quiz question"),
        ("do you sell my data", "What I keep"),
        ("are you chatgpt", "I am a program"),
        ("is this free", "nothing to buy"),
        ("should I take ibuprofen before my run", "pharmacist"),
        ("hungover", "water, food, sleep"),
        ("donated blood today", "No hard effort"),
        ("can I replace running with strength", "does not take its place"),
        ("injured, not running for a month", "How long|how long"),
        ("which muscles do lunges use?", "mainly trains quads"),
        ("what muscles does the squat use", "mainly trains"),
        ("i have no time today", "only 10 minutes"),
    ],
)
async def test_what_people_say_beside_training_has_its_answer(me: Me, text: str, heard: str) -> None:
    await ready(me)
    await me.says(text)
    me.hears("~" + heard)


async def test_start_in_a_workout_shows_the_open_set(me: Me) -> None:
    await begun(me)
    await me.says("/start")
    me.hears("workout is open", "Air squat")
