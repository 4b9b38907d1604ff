"""Past workouts mended from the history: numbers, removal, undo after the end; the aims follow."""

from tests.bot.conversations.test_training import begun, sets
from tests.dialogue import Me, Stage


async def finished(me: Me) -> None:
    """A whole session at ten each, so that one more rep is aimed at."""
    await begun(me)
    for _ in range(18):
        await me.presses("✅ Done")


async def test_a_set_of_a_closed_workout_gets_new_numbers_and_the_aims_follow(me: Me, stage: Stage) -> None:
    await finished(me)
    await me.says("/history")
    await me.taps("Nov 2" if any(b.startswith("Nov 2") for b in me.buttons) else me.buttons[0])
    await me.taps("Correct a set")
    await me.taps("Air squat")
    await me.taps("2: 10")
    me.hears("Air squat 2 was 10")
    await me.says("4")
    me.hears("Air squat 2 is now 4", "aims follow")
    assert [row["reps"] for row in await sets(me)][:3] == [10, 4, 10]
    await stage.forward(days=2)
    await me.says("/today")
    await me.taps("Start")
    me.hears("Last time 10/4/10")
    me.hears_not("11–12 reps")


async def test_what_is_no_number_changes_nothing(me: Me) -> None:
    await finished(me)
    await me.says("/history")
    await me.taps(me.buttons[0])
    await me.taps("Correct a set")
    await me.taps("Plank")
    await me.taps("1: 30 s")
    await me.says("999999")
    me.hears("A hold must be")
    await me.says("45")
    me.hears("Plank 1 is now 45 s")


async def test_a_set_is_removed_from_a_closed_workout(me: Me) -> None:
    await finished(me)
    await me.says("/history")
    await me.taps(me.buttons[0])
    await me.taps("Correct a set")
    await me.taps("Push-up")
    await me.taps("3: 10")
    await me.taps("Remove this set")
    me.hears("Push-up 3 (10) is gone")
    assert len(await sets(me)) == 17
    assert me.keys == []


async def test_undo_after_the_last_set_opens_the_workout_again(me: Me) -> None:
    await finished(me)
    await me.says("/undo")
    me.hears("Taken back: Russian twist 3")
    assert me.keys == ["✅ Done · twist 3"]
    await me.says("12")
    me.sees("Done. 18 sets")
    assert [row["reps"] for row in await sets(me)][-1] == 12


async def test_an_edited_message_of_a_closed_workout_changes_the_aims(me: Me, stage: Stage) -> None:
    await begun(me)
    first = await me.says("10 10 10")
    await me.says("stop")
    await me.taps("End workout")
    me.hears("11 reps next time instead of 10")
    await me.edits(first, "10 10 5")
    me.hears("Air squat 1 is now")
    await stage.forward(days=2)
    await me.says("/today")
    await me.taps("Start")
    me.hears("Last time 10/10/5")
    me.hears_not("11–12 reps")
