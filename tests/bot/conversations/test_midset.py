"""Said while a set is due, and no set: nothing is left out or logged that was not meant."""

import pytest

from tests.bot.conversations.test_training import begun, sets
from tests.dialogue import Me, Stage


async def squat_2(me: Me) -> None:
    """In a workout with one set of squats logged."""
    await begun(me)
    await me.says("12")


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("something easier", "an easier version"),
        ("skip the timer", "The timer is off"),
        ("this is boring", "Another exercise for the same muscles"),
        ("that was brutal", "I believe you"),
        ("i hate this", "I believe you"),
        ("finish", "Stop here?"),
        ("how many sets to go", "17 sets to go, about"),
        ("how many left", "set 2 of 3"),
        ("which muscle is this", "Quads"),
        ("what does hurt button do", "asks two short questions"),
        ("is my knee allowed past my toes", "May the knees pass the toes"),
        ("I fell", "Are you hurt?"),
        ("1/2", "1"),
        ("3/4", "3"),
        ("not sleeping well", "light"),
    ],
)
async def test_what_is_no_set_leaves_the_set_open(me: Me, said: str, heard: str) -> None:
    await squat_2(me)
    await me.says(said)
    me.hears(heard)
    me.hears_not("left out")
    assert me.keys == ["✅ Done · squat 2"]
    assert len(await sets(me)) == 1


async def test_no_lunges_today_takes_out_the_lunge_and_not_the_squat(me: Me) -> None:
    await squat_2(me)
    await me.says("no lunges today")
    me.hears("Today without Forward lunge")
    assert me.keys == ["✅ Done · squat 2"]
    for _ in range(17):
        if me.keys:
            assert "lunge" not in me.keys[0]
            await me.presses("✅ Done")
    await me.says("/settings")
    me.hears_not("Forward lunge")


async def test_skip_this_set_leaves_one_set_out_and_undo_brings_it_back(me: Me) -> None:
    await squat_2(me)
    await me.says("skip this set")
    me.hears("One set of Air squat left out: now set 2 of 2")
    assert me.keys == ["✅ Done · squat 2"]
    await me.says("undo")
    await me.presses("✅ Done")
    assert me.keys == ["✅ Done · squat 3"]
    await me.says("skip this set")
    me.hears("Air squat left out. Next: Forward lunge")


async def test_all_three_sets_of_twelve_are_twelve_each(me: Me) -> None:
    await squat_2(me)
    await me.says("did all 3 sets of 12")
    assert [row["reps"] for row in await sets(me)] == [12, 12, 12]
    assert me.keys == ["✅ Done · lunge 1"]


async def test_a_weight_is_not_kept_where_the_exercise_counts_without(me: Me) -> None:
    await squat_2(me)
    await me.says("12 with 8kg")
    me.hears("counts without weight")
    assert [(row["reps"], row["kg"]) for row in await sets(me)] == [(12, None), (12, None)]


async def test_a_set_is_changed_by_its_number(me: Me) -> None:
    await squat_2(me)
    await me.says("change set 1 to 14")
    assert [row["reps"] for row in await sets(me)] == [14]


@pytest.mark.parametrize(
    "said", ["I feel sick", "I think I'm going to throw up", "I feel dizzy", "im feeling sick"]
)
async def test_feeling_sick_stops_the_workout(me: Me, said: str) -> None:
    await squat_2(me)
    await me.says(said)
    me.hears("Stop, and sit or lie down")
    me.hears_not("still open")
    assert me.keys == []


@pytest.mark.parametrize("said", ["knee twinge", "a bit of pain in my heel", "my knee hurts"])
async def test_a_pain_is_asked_about_however_it_is_told(me: Me, said: str) -> None:
    await squat_2(me)
    await me.says(said)
    me.hears("Stopped Air squat. How strong is it now")
    me.hears_not("doctor or physio")


async def test_a_pain_told_with_its_level_is_not_asked_for_it(me: Me) -> None:
    await squat_2(me)
    await me.says("pain 7/10")
    me.hears("sharp or sudden")
    await me.says("no")
    me.hears("over for today")


async def test_signs_in_the_middle_of_a_set_stay_signs(me: Me) -> None:
    await squat_2(me)
    await me.says("my calf is swollen and hurts")
    me.hears_not("How strong is it")
    assert me.keys == []


async def test_a_fall_stops_the_timers_and_may_go_on(me: Me, stage: Stage) -> None:
    await squat_2(me)
    await me.says("i fell")
    me.begin()
    await stage.forward(seconds=120)
    me.hears_nothing()
    await me.taps("I am fine")
    assert me.keys == ["✅ Done · squat 2"]
