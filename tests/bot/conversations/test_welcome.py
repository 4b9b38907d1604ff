"""Welcome: safety first, then kit, week, hour; the plan with reasons; then the zone."""

import pytest

from tests.bot.conversations.test_training import begun
from tests.dialogue import Me, Stage


async def through_the_screens(me: Me) -> None:
    await me.says("/start")
    await me.taps("None of these")
    await me.taps("Just me")
    await me.taps("This is my week")
    await me.taps("18:00")


async def test_three_screens_then_the_plan_then_the_zone(me: Me) -> None:
    await me.says("/start")
    me.hears("Hello Ada", "Does any of these apply")
    await me.taps("None of these")
    me.hears("1 of 3")
    await me.taps("Just me")
    me.hears("2 of 3", "Monday: rest")
    await me.taps("This is my week")
    me.hears("3 of 3")
    await me.taps("18:00")
    me.hears(
        "Reminders come at 18:00",
        "Strength on Tuesday and Friday",
        "No reminders come until",
        "Where are you",
    )
    await me.says("Berlin")
    me.hears("Europe/Berlin", "13:00", "First reminder: Tuesday 3 November, 18:00")


async def test_one_applies_gives_information_only(me: Me) -> None:
    await me.says("/start")
    await me.taps("One applies")
    me.hears("check with a doctor first")
    await me.says("/today")
    me.hears("information only")
    await me.says("what do glutes do")
    me.hears("glutes")
    await me.taps("Answer again")
    await me.taps("None of these")
    me.hears("1 of 3")


async def test_no_workout_before_the_safety_screen(me: Me) -> None:
    await me.says("/today")
    me.hears("Does any of these apply")


async def test_the_first_workout_needs_only_the_safety_screen(me: Me) -> None:
    await me.says("/start")
    await me.taps("None of these")
    await me.says("/today")
    await me.taps("Start")
    me.hears("Air squat")
    assert me.keys == ["✅ Done · squat 1"]


async def test_the_week_can_be_tapped_and_typed(me: Me) -> None:
    await me.says("/start")
    await me.taps("None of these")
    await me.taps("Dumbbells")
    await me.taps("Mon")
    me.hears("Monday: easy run")
    await me.says("R E R E R E R")
    me.hears("3 of 3")
    await me.says("half past six in the evening")
    me.hears("18:30", "Strength on Tuesday and Saturday")


@pytest.mark.parametrize(
    ("said", "zone"),
    [("Tokyo", "Asia/Tokyo"), ("new york", "America/New_York"), ("i live in London", "Europe/London")],
)
async def test_a_typed_city_becomes_a_zone(me: Me, said: str, zone: str) -> None:
    await through_the_screens(me)
    await me.says(said)
    me.hears(zone.replace("_", " "))


async def test_a_pin_becomes_a_zone_and_the_place_is_not_kept(me: Me, stage: Stage) -> None:
    await through_the_screens(me)
    await me.shares_place(-33.87, 151.21)
    me.hears("Australia/Sydney")
    kept = await stage.app.notebook.turn(lambda page: page.runners.get(1001))
    assert kept.zone == "Australia/Sydney"
    assert "151.2" not in repr(kept)


async def test_the_time_there_becomes_a_choice_of_zones(me: Me) -> None:
    await through_the_screens(me)
    await me.says("it's 7:00 here")
    assert me.buttons


async def test_start_again_resets_nothing(me: Me) -> None:
    await through_the_screens(me)
    await me.says("Berlin")
    await me.says("/start")
    me.hears("Next strength day: Tuesday 3 November")
    await me.says("/START abc")
    me.hears("Good to see you again")


@pytest.mark.parametrize("name", ["<b>Bob</b> & {0} %s", "Admin\nOwner", "*_[x](y)"])
async def test_a_name_is_shown_as_it_is(stage: Stage, name: str) -> None:
    bob = stage.person(7, name)
    await bob.says("/start")
    bob.hears(f"Hello {name.splitlines()[0]}")


@pytest.mark.parametrize("name", ["\u200b", "\u2800", "🏃🏃"])
async def test_a_name_without_letters_is_there(stage: Stage, name: str) -> None:
    ghost = stage.person(8, name)
    await ghost.says("/start")
    ghost.hears("Hello there")


async def test_a_zone_in_the_middle_of_a_workout_leaves_the_done_button(me: Me) -> None:
    await begun(me)
    await me.says("done")
    assert me.keys == ["✅ Done · squat 2"]
    await me.says("/settings")
    await me.taps("Time zone")
    await me.shares_place(35.68, 139.69)
    me.hears("Your time zone is Asia/Tokyo", "set 2 of 3")
    assert me.keys == ["✅ Done · squat 2"]
    await me.says("/settings")
    await me.taps("Time zone")
    await me.says("Berlin")
    assert me.keys == ["✅ Done · squat 2"]


async def test_without_a_language_of_telegrams_english_then_the_one_that_was_kept(stage: Stage) -> None:
    nora = stage.person(1009, "Nora", None)
    await nora.says("/start")
    nora.hears("Hello Nora")
    await nora.says("/language")
    await nora.taps("Español")
    await nora.says("/help")
    nora.hears("Qué hago")
