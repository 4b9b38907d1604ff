"""A session, set by set, as a person lives it."""

import json

import pytest

from tests.dialogue import Me, Stage

BODYWEIGHT = [("squat", 3), ("lunge", 3), ("bridge", 3), ("plank", 3), ("push-up", 3), ("twist", 3)]


async def ready(me: Me) -> None:
    await me.says("/start")
    await me.taps("None of these")


async def begun(me: Me) -> None:
    await ready(me)
    await me.says("/today")
    await me.taps("Start")


async def sets(me: Me) -> list[dict[str, object]]:
    await me.says("/export")
    document = me.hears("Everything I keep")["media"]
    data, _ = me.stage.world.file(document["url"].rsplit("/", 1)[-1])
    return list(json.loads(data)["sets"])


async def test_the_whole_bodyweight_session_in_eighteen_words(me: Me, stage: Stage) -> None:
    await begun(me)
    me.hears("Air squat · set 1 of 3", "10–12 reps", "18 sets in all")
    for _ in range(18):
        await me.says("done")
        await stage.forward(seconds=61)
    me.sees("Done. 18 sets in 17 min")
    assert me.keys == []
    done = await sets(me)
    assert [row["exercise"] for row in done][::3] == [
        "air_squat", "forward_lunge", "hip_bridge", "plank", "push_up", "russian_twist",
    ]  # fmt: skip
    assert [row["set"] for row in done] == [1, 2, 3] * 6
    assert [row["reps"] for row in done] == [10] * 9 + [None] * 3 + [10] * 6
    assert [row["seconds"] for row in done][9:12] == [30, 30, 30]


async def test_the_numbered_buttons_lead_through_the_whole_session(me: Me) -> None:
    await begun(me)
    for short, count in BODYWEIGHT:
        for number in range(1, count + 1):
            assert me.keys == [f"✅ Done · {short} {number}"]
            await me.presses("✅ Done")
    me.sees("Done. 18 sets")


@pytest.mark.parametrize(
    ("said", "reps"),
    [
        ("done", 10),
        ("done 12", 12),
        ("12", 12),
        ("DONE!!", 10),
        ("👍", 10),
        ("twelve", 12),
        ("ｄｏｎｅ", 10),
        ("d\u200bone", 10),
    ],
)
async def test_every_way_to_say_done(me: Me, said: str, reps: int) -> None:
    await begun(me)
    await me.says(said)
    me.hears(f"Air squat 1: {reps}", "rest 45 s")
    assert me.keys == ["✅ Done · squat 2"]


@pytest.mark.parametrize(
    "said", ["not done yet", "am i done?", "one more set", "hi", "dоne", "0", "-5", "99999", "nan", "½"]
)
async def test_what_is_no_set_logs_nothing(me: Me, said: str) -> None:
    await begun(me)
    await me.says(said)
    assert me.keys == ["✅ Done · squat 1"]
    assert await sets(me) == []


async def test_rest_ends_with_a_new_message_that_rings(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.says("done")
    assert me.sees("Air squat 1: 10")["silent"]
    await stage.forward(seconds=44)
    me.hears_not("~^Set 2 of 3[.]")
    me.begin()
    await stage.forward(seconds=2)
    assert not me.hears("Set 2 of 3. Air squat")["silent"]


async def test_logging_early_ends_the_rest(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.says("done")
    await stage.forward(seconds=10)
    await me.says("11")
    me.hears("Air squat 2: 11")
    me.begin()
    await stage.forward(seconds=40)
    me.hears_nothing()


async def test_the_same_button_five_times_logs_once(me: Me) -> None:
    await begun(me)
    await me.presses("✅ Done · squat 1")
    for _ in range(4):
        await me.says("✅ Done · squat 1")
        me.hears("Air squat 1 is already logged")
    assert len(await sets(me)) == 1


async def test_done_twice_in_a_second_asks(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.says("done")
    await stage.forward(seconds=1)
    await me.says("done")
    me.hears("Log another set?")
    assert len(await sets(me)) == 1
    await me.taps("Yes, log it")
    me.hears("Air squat 2: 10")


async def test_a_plank_counts_down_and_ends_by_itself(me: Me, stage: Stage) -> None:
    await begun(me)
    for _ in range(9):
        await me.presses("✅ Done")
    me.sees("Plank · set 1 of 3")
    await me.taps("Start 30 s")
    await stage.forward(seconds=16)
    me.sees("to go")
    await stage.forward(seconds=20)
    assert not me.sees("And down")["silent"]
    me.sees("Plank 1: 30 s")
    assert (await sets(me))[-1]["seconds"] == 30


async def test_a_plank_cut_short_logs_what_was_held(me: Me, stage: Stage) -> None:
    await begun(me)
    for _ in range(9):
        await me.presses("✅ Done")
    await me.taps("Start 30 s")
    await stage.forward(seconds=23)
    await me.taps("I'm down")
    assert (await sets(me))[-1]["seconds"] == 18


async def test_undo_takes_the_last_set_back(me: Me) -> None:
    await begun(me)
    await me.says("12")
    await me.says("undo")
    me.hears("Taken back: Air squat 1 (12)", "Now: Air squat 1")
    assert me.keys == ["✅ Done · squat 1"]
    await me.says("/undo")
    me.hears("no set to take back")


@pytest.mark.parametrize(
    ("said", "reps"), [("that was 9 not 12", 9), ("i meant 11", 11), ("oops that was 11", 11)]
)
async def test_words_correct_the_last_set(me: Me, said: str, reps: int) -> None:
    await begun(me)
    await me.says("12")
    await me.says(said)
    me.hears(f"Air squat 1 is now {reps}")
    assert [row["reps"] for row in await sets(me)] == [reps]


async def test_an_edited_message_corrects_its_set(me: Me) -> None:
    await begun(me)
    first = await me.says("12")
    await me.says("10")
    await me.edits(first, "11")
    me.hears("Air squat 1 is now 11")
    assert [row["reps"] for row in await sets(me)] == [11, 10]


async def test_skip_leaves_the_exercise_out(me: Me) -> None:
    await begun(me)
    await me.says("skip")
    me.hears("Air squat left out")
    assert me.keys == ["✅ Done · lunge 1"]


async def test_stop_asks_and_keeps_what_was_logged(me: Me) -> None:
    await begun(me)
    await me.says("done")
    await me.says("stop")
    me.hears("1 of 18")
    await me.taps("Keep going")
    me.hears("On we go: Air squat, set 2 of 3")
    await me.says("/stop")
    await me.taps("End workout")
    me.hears("Closed with one set saved")
    assert me.keys == []
    assert len(await sets(me)) == 1


async def test_a_question_in_the_middle_then_the_same_set(me: Me) -> None:
    await begun(me)
    await me.says("done")
    await me.says("what do quads do when i run?")
    me.hears("quad", "Air squat, set 2 of 3 is still open")
    assert me.keys == ["✅ Done · squat 2"]


async def test_a_red_flag_comes_first_and_alone(me: Me) -> None:
    await begun(me)
    await me.says("sharp pain in my chest")
    heard = me.anew()
    assert len(heard) == 1
    assert "call" in heard[0]["plain"].casefold()
    assert await sets(me) == []


async def test_the_same_set_after_any_restart(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.says("done")
    await stage.kill()
    await me.does("send", "11", quietly=True)
    await stage.start()
    me.sees("Air squat 2: 11")
    assert me.keys == ["✅ Done · squat 3"]


async def test_an_open_workout_is_asked_about_once_then_closed(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.says("done")
    me.begin()
    await stage.forward(hours=2, minutes=1)
    me.hears("still open at Air squat")
    me.begin()
    await stage.forward(hours=4)
    me.hears("I closed the workout", "one set, 1 min")


async def test_done_without_a_workout_offers_todays(me: Me) -> None:
    await ready(me)
    await me.says("done")
    me.hears("No workout is open")
    await me.taps("Start")
    me.hears("Air squat")


async def test_pain_stops_the_exercise_and_asks_twice(me: Me) -> None:
    await begun(me)
    await me.says("my knee hurts")
    me.hears("Stopped Air squat", "0 to 10")
    await me.taps("0–3")
    me.hears("sharp or sudden")
    await me.taps("No, none")
    await me.taps("Easier version")
    me.hears("easier version")
    assert me.keys == ["✅ Done · squat 1"]
    await me.taps("Hurts")
    await me.taps("6 or more")
    await me.taps("Yes, one of these")
    me.hears_not("Easier version")
    await me.taps("Leave it out")
    assert me.keys == ["✅ Done · lunge 1"]


async def test_swap_offers_the_same_muscles(me: Me) -> None:
    await begun(me)
    await me.taps("Swap")
    me.hears("instead of Air squat")
    await me.taps(me.buttons[0])
    me.hears("Air squat is out")
    assert me.keys != ["✅ Done · squat 1"]


async def test_a_second_workout_on_the_same_day(me: Me) -> None:
    await begun(me)
    await me.says("done")
    await me.says("stop")
    await me.taps("End workout")
    await me.says("/today")
    assert me.buttons[0].startswith("Start")
    await me.taps("Start another")
    me.hears("Air squat · set 1 of 3", "Last time 10")


async def test_effort_in_one_tap(me: Me) -> None:
    await begun(me)
    for _ in range(3):
        await me.presses("✅ Done")
    await me.taps("squat: easy")
    me.hears("Noted")


@pytest.mark.parametrize("kind", ["send_sticker", "send_voice", "send_photo", "send_dice"])
async def test_media_are_answered_and_log_nothing(me: Me, kind: str) -> None:
    await begun(me)
    await me.does(kind, *([3] if kind == "send_dice" else []))
    me.hears("I can only read text")
    assert await sets(me) == []


async def test_a_photo_with_the_caption_done_logs(me: Me) -> None:
    await begun(me)
    await me.does("send_photo", caption="done")
    me.hears("Air squat 1: 10")


async def test_a_forwarded_done_does_not_log(me: Me) -> None:
    await begun(me)
    await me.does("forward_text", "done")
    me.hears("forwarded")
    assert await sets(me) == []
