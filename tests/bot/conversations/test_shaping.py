"""Today's workout in words: kit, ten minutes, warm-up, soreness, going on, the rest timer, pains, why."""

import pytest

from tests.bot.conversations.test_training import begun, ready, sets
from tests.dialogue import Me, Stage


async def with_dumbbells(me: Me) -> None:
    await ready(me)
    await me.says("/settings")
    await me.taps("Kit")
    await me.taps("Dumbbells")
    await me.says("4, 6, 8, 10")


async def test_no_dumbbells_today_rebuilds_the_session(me: Me) -> None:
    await with_dumbbells(me)
    await me.says("/today")
    await me.taps("Start: Dumbbell" if any("Start: D" in b for b in me.buttons) else me.buttons[2])
    await me.says("done")
    await me.says("no dumbbells today")
    me.hears("goes on without them")
    assert me.keys[0].startswith("✅ Done")
    assert "deadlift" not in me.keys[0]
    for _ in range(20):
        if me.keys:
            await me.presses("✅ Done")
    assert {row["kg"] for row in (await sets(me))[1:]} == {None}


async def test_ten_minutes_before_a_session(me: Me) -> None:
    await ready(me)
    await me.says("I have 10 minutes")
    me.hears("set 1 of 2")
    count = 0
    while me.keys:
        await me.presses("✅ Done")
        count += 1
    assert 4 <= count <= 8
    me.sees(f"Done. {count} sets")
    me.sees("of 2 this week")


async def test_ten_minutes_during_a_session(me: Me) -> None:
    await begun(me)
    await me.says("done")
    await me.says("short on time")
    me.hears("10 minutes:", "It counts as a session")
    assert me.keys == ["✅ Done · squat 2"]
    assert len(await sets(me)) == 1


async def test_a_warm_up_is_offered_shown_and_not_counted(me: Me) -> None:
    await begun(me)
    await me.taps("Warm-up")
    me.hears("five minutes, not counted", "half squats")
    await me.says("warm up")
    me.hears("not counted", "set 1 of 3 is still open")
    await me.says("done")
    assert len(await sets(me)) == 1
    assert not any(b.startswith("Warm-up") for b in me.buttons)


@pytest.mark.parametrize("word", ["resume", "i'm back", "continue", "carry on"])
async def test_a_paused_session_goes_on_with_a_word(me: Me, word: str) -> None:
    await begun(me)
    await me.says("done")
    await me.says("pause")
    await me.says(word)
    me.hears("On we go: Air squat, set 2 of 3", "Air squat · set 2 of 3")
    assert me.keys == ["✅ Done · squat 2"]


async def test_the_rest_timer_goes_off_for_good_in_words(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.says("no rest timer")
    me.hears("No more rest timer")
    await me.says("done")
    me.hears("Air squat 1: 10 · now set 2")
    me.begin()
    await stage.forward(minutes=2)
    me.hears_nothing()
    await me.says("rest timer on")
    await me.says("done")
    me.hears("rest 45 s")


async def test_soreness_makes_it_less_or_a_day_of_rest(me: Me) -> None:
    await ready(me)
    await me.says("sore 8/10")
    me.hears("rest is the better training", "dark urine")
    await me.says("my legs are sore")
    await me.taps("4–6")
    me.hears("one set less")
    await me.taps("Start, one set less")
    me.hears("Air squat · set 1 of 2")
    await me.taps("Why?")
    me.hears("Sore muscles: one set less today")


async def test_why_in_words_says_what_the_card_stands_on(me: Me) -> None:
    await begun(me)
    await me.says("why 3 sets?")
    me.hears("as in the article: 3 sets", "set 1 of 3 is still open")


async def test_a_pain_is_kept_with_consent_and_asked_about_next_time(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.says("my knee hurts")
    await me.taps("4–5")
    await me.taps("No, none")
    me.hears("May I keep this pain in mind")
    await me.taps("Yes, ask me")
    await me.taps("Leave it out")
    await me.says("stop")
    await me.taps("End workout")
    await stage.forward(days=2)
    await me.says("/today")
    await me.taps("Start")
    me.hears("Last time Air squat hurt. How is it today?")
    await me.taps("Leave out")
    assert me.keys == ["✅ Done · lunge 1"]


async def test_without_consent_nothing_is_kept_of_a_pain(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.taps("Hurts")
    await me.taps("0–3")
    await me.taps("No, none")
    me.hears("May I keep")
    await me.taps("No")
    await me.taps("End workout")
    await stage.forward(days=2)
    await me.says("/today")
    await me.taps("Start")
    me.hears_not("hurt. How is it")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what do squats do for running?", "Air squat mainly trains quads and glutes"),
        ("which muscles does the plank train?", "Plank mainly trains core. It also works"),
    ],
)
async def test_what_an_exercise_is_for_names_its_muscles(me: Me, question: str, answer: str) -> None:
    await begun(me)
    await me.says("done")
    await me.says(question)
    me.hears(answer, "Air squat, set 2 of 3 is still open")


@pytest.mark.parametrize(
    ("said", "left", "right"), [("6 left 5 right", 6, 5), ("5/5", 5, 5), ("10", 10, None)]
)
async def test_sides_are_one_set(me: Me, said: str, left: int, right: int | None) -> None:
    await begun(me)
    await me.says("skip")
    await me.says(said)
    assert me.keys == ["✅ Done · lunge 2"]
    rows = {row["side"]: row["reps"] for row in await sets(me)}
    assert sorted(rows.values()) == sorted(n for n in (left, right) if n is not None)


async def test_an_undone_skip_is_back(me: Me) -> None:
    await begun(me)
    await me.says("done")
    await me.says("skip")
    await me.says("undo")
    me.hears("Air squat is back in")
    assert me.keys == ["✅ Done · squat 2"]
    assert len(await sets(me)) == 1


async def test_a_reply_to_an_older_set_corrects_that_set(me: Me) -> None:
    await begun(me)
    first = await me.says("12")
    await me.says("10")
    await me.says("9", reply_to=first)
    me.hears("Air squat 1 is now 9")
    assert [row["reps"] for row in await sets(me)] == [9, 10]


async def test_an_add_on_for_the_calves_follows_every_session_until_it_is_taken_out(
    me: Me, stage: Stage
) -> None:
    await begun(me)
    await me.says("which exercises train my calves?")
    await me.taps("Add Calf raise")
    me.hears("Our idea, not the article's", "today as well")
    for _ in range(18):
        await me.presses("✅ Done")
    assert me.keys == ["✅ Done · calf raise 1"]
    await me.says("12 12")
    me.sees("Done. 20 sets")
    await stage.forward(days=2)
    await me.says("/settings")
    await me.taps("Add-ons")
    await me.taps("Take out")
    await me.says("/today")
    await me.taps("Start")
    me.hears("18 sets in all")


async def test_the_effort_of_the_last_exercise_is_asked_under_the_summary(me: Me) -> None:
    await begun(me)
    for _ in range(18):
        await me.presses("✅ Done")
    await me.taps("twist: easy")
    me.hears("Noted")
