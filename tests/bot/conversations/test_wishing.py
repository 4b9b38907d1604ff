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
