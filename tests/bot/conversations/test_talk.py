"""What people type to the coach's own questions, and short words that are no set."""

import pytest

from tests.bot.conversations.test_training import begun, ready, sets
from tests.dialogue import Me, Stage


async def started_in_spanish(me: Me) -> None:
    await me.says("/language")
    await me.taps("Español")
    await me.says("/start")
    await me.says("ninguna")
    await me.says("/today")
    await me.taps("Empezar")


async def at_the_plank(me: Me) -> None:
    await begun(me)
    for _ in range(9):
        await me.presses("✅ Done")


# pain


@pytest.mark.parametrize("level", ["7", "7/10", "about a 7", "seven", "it's a 7 now"])
async def test_a_pains_level_is_no_set(me: Me, level: str) -> None:
    await begun(me)
    await me.says("hurts")
    me.hears("0 to 10")
    await me.says(level)
    me.hears("sharp or sudden")
    await me.says("yes")
    me.hears("over for today")
    await me.says("done")
    me.hears("stopped because it hurt")
    assert await sets(me) == []


async def test_a_pains_level_in_spanish(me: Me) -> None:
    await started_in_spanish(me)
    await me.says("me duele la rodilla")
    await me.says("7")
    me.hears("agudo")
    await me.says("no")
    await me.says("hecho")
    me.hears("está parado")


async def test_done_while_a_pain_is_open_says_so(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.says("done")
    await me.says("hurts")
    await me.says("done")
    me.hears("Nothing is logged while Air squat hurts")
    await me.presses("✅ Done")
    me.hears("Nothing is logged while Air squat hurts")
    me.begin()
    await stage.forward(seconds=90)
    me.hears_nothing()
    await me.taps("6 or more")
    await me.says("done")
    me.hears("Is it sharp")
    await me.says("no")
    await me.taps("Leave it out")
    assert me.keys == ["✅ Done · lunge 1"]
    await me.says("done")
    me.hears("Forward lunge 1")
    assert len(await sets(me)) == 2


async def test_a_mild_dull_pain_may_go_on(me: Me) -> None:
    await begun(me)
    await me.says("hurts")
    await me.says("2")
    await me.says("no")
    await me.says("done")
    me.hears("Air squat 1: 10")


# a warning sign


async def test_an_emergency_holds_the_workout(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.says("done")
    await me.says("sharp pain in my chest")
    assert me.keys == []
    await me.says("done")
    me.hears("only if a professional said it is fine")
    await me.says("yes")
    me.hears("only if a professional said it is fine")
    assert len(await sets(me)) == 1
    me.begin()
    await stage.forward(hours=3)
    me.hears_nothing()
    await stage.forward(hours=4)
    me.hears_not("still open", "I closed")
    await me.says("done")
    me.hears("No workout is open")


async def test_a_held_workout_goes_on_only_when_told(me: Me) -> None:
    await begun(me)
    await me.says("sharp pain in my chest")
    await me.says("12")
    await me.says("/today")
    me.hears("only if a professional said it is fine")
    await me.taps("They said it is fine")
    me.hears("On we go")
    await me.says("12")
    me.hears("Air squat 1: 12")


# yes or no


@pytest.mark.parametrize("yes", ["yes", "end it", "stop"])
async def test_stop_then_yes_ends(me: Me, yes: str) -> None:
    await begun(me)
    await me.says("done")
    await me.says("stop")
    await me.says(yes)
    me.hears("Closed with one set")
    assert len(await sets(me)) == 1


async def test_stop_then_no_goes_on(me: Me) -> None:
    await begun(me)
    await me.taps("Stop")
    await me.says("no")
    me.hears("On we go: Air squat")
    assert await sets(me) == []


async def test_stop_then_si_ends(me: Me) -> None:
    await started_in_spanish(me)
    await me.says("hecho")
    await me.says("parar")
    await me.says("sí")
    me.hears("una serie")
    assert me.keys == []


async def test_an_unrelated_message_closes_the_question(me: Me) -> None:
    await begun(me)
    await me.says("stop")
    await me.says("12")
    me.hears("Air squat 1: 12")
    await me.says("yes")
    me.hears("Air squat 2")


async def test_delete_wants_the_full_word(me: Me) -> None:
    await begun(me)
    await me.says("done")
    await me.says("/delete")
    await me.says("no")
    await me.says("/delete")
    await me.says("yes")
    me.hears("Nothing is erased yet")
    assert len(await sets(me)) == 1
    await me.says("/delete")
    await me.says("erase everything")
    await me.says("/start")
    me.hears("Before anything else")


@pytest.mark.parametrize(("answer", "many"), [("yes", 2), ("no", 1)])
async def test_another_set_by_word(me: Me, stage: Stage, answer: str, many: int) -> None:
    await begun(me)
    await me.says("done")
    await stage.forward(seconds=1)
    await me.says("done")
    await me.says(answer)
    assert len(await sets(me)) == many


@pytest.mark.parametrize(("answer", "heard"), [("yes", "On we go"), ("no", "Closed with")])
async def test_left_open_yes_or_no(me: Me, stage: Stage, answer: str, heard: str) -> None:
    await begun(me)
    await me.says("done")
    await stage.forward(hours=2, minutes=1)
    await me.says(answer)
    me.hears(heard)
    assert len(await sets(me)) == 1


# corrections and wrong sets


@pytest.mark.parametrize(
    "said", ["that was 9", "it was 9", "was 9", "9 not 12", "make that 9", "sorry 9", "sorry, that was 9"]
)
async def test_soon_after_a_set_words_correct_it(me: Me, stage: Stage, said: str) -> None:
    await begun(me)
    await me.says("12")
    await stage.forward(seconds=40)
    await me.says(said)
    me.hears("Air squat 1 is now 9")
    assert [row["reps"] for row in await sets(me)] == [9]


async def test_spanish_words_correct_it(me: Me) -> None:
    await started_in_spanish(me)
    await me.says("12")
    await me.says("eran 9")
    me.hears("Sentadilla 1 es ahora 9")
    await me.says("fue 8")
    me.hears("Sentadilla 1 es ahora 8")


@pytest.mark.parametrize("said", ["same", "same again"])
async def test_same_is_the_set_before(me: Me, said: str) -> None:
    await begun(me)
    await me.says("12")
    await me.says(said)
    me.hears("Air squat 2: 12")


@pytest.mark.parametrize("said", ["+15", "15 more seconds"])
async def test_more_rest_is_no_set(me: Me, stage: Stage, said: str) -> None:
    await begun(me)
    await me.says("done")
    await me.says(said)
    me.hears("15 seconds more rest")
    me.begin()
    await stage.forward(seconds=50)
    me.hears_not("~^Set 2 of 3[.]")
    await stage.forward(seconds=11)
    me.hears("Set 2 of 3")
    assert len(await sets(me)) == 1


@pytest.mark.parametrize("said", ["go", "go now"])
async def test_go_ends_the_rest(me: Me, stage: Stage, said: str) -> None:
    await begun(me)
    await me.says("done")
    await me.says(said)
    me.hears("Go!")
    me.begin()
    await stage.forward(seconds=60)
    me.hears_nothing()


async def test_an_effort_alone_is_no_set(me: Me) -> None:
    await begun(me)
    await me.says("too easy")
    me.hears("Tell me again after the last set")
    for _ in range(3):
        await me.presses("✅ Done")
    await me.says("too easy")
    me.hears("Air squat was easy")
    assert len(await sets(me)) == 3


async def test_stop_and_keep_going_cancels_a_hold(me: Me, stage: Stage) -> None:
    await at_the_plank(me)
    await me.taps("Start 30 s")
    await stage.forward(seconds=10)
    await me.says("stop")
    await me.taps("Keep going")
    await stage.forward(seconds=60)
    assert len(await sets(me)) == 9


@pytest.mark.parametrize(("wait", "held"), [(2, None), (7, None), (20, 15)])
async def test_done_during_a_hold(me: Me, stage: Stage, wait: int, held: int | None) -> None:
    await at_the_plank(me)
    await me.taps("Start 30 s")
    await stage.forward(seconds=wait)
    await me.says("done")
    await stage.forward(seconds=60)
    rows = (await sets(me))[9:]
    assert [row["seconds"] for row in rows] == ([held] if held else [])


@pytest.mark.parametrize("said", ["swap", "something else"])
async def test_swap_by_word_offers(me: Me, said: str) -> None:
    await begun(me)
    await me.says(said)
    me.hears("instead of Air squat")


async def test_cambiar_offers(me: Me) -> None:
    await started_in_spanish(me)
    await me.says("cambiar")
    me.hears("en vez de")


async def test_a_number_far_above_the_aim_is_asked(me: Me) -> None:
    await begun(me)
    first = await me.says("99")
    me.hears("99? That is a lot")
    await me.says("no")
    assert await sets(me) == []
    await me.says("99")
    await me.says("yes")
    me.hears("Air squat 1: 99")
    assert first


async def test_a_weight_alone_for_bodyweight(me: Me) -> None:
    await begun(me)
    await me.says("60kg")
    me.hears("counts without weight")
    assert await sets(me) == []


# the beginning


@pytest.mark.parametrize("said", ["none", "none of these", "no"])
async def test_none_applies_by_word(me: Me, said: str) -> None:
    await me.says("/start")
    await me.says(said)
    me.hears("What do you train with")


@pytest.mark.parametrize("said", ["one", "yes", "I have high blood pressure", "I'm pregnant"])
async def test_one_applies_by_word(me: Me, said: str) -> None:
    await me.says("/start")
    await me.says(said)
    me.hears("doctor")
    await me.says("/today")
    me.hears("doctor first")


@pytest.mark.parametrize("said", ["Mon easy, Wed hard, Sat long", "done", "7 pm", "dumbbells", "Berlin"])
async def test_nothing_comes_before_the_safety_question(me: Me, said: str) -> None:
    await me.says("/start")
    await me.says(said)
    me.hears("comes before everything else", "Before anything else")


async def test_muscles_may_be_asked_about_before(me: Me) -> None:
    await me.says("/start")
    await me.says("what do quads do when i run?")
    me.hears("quad")


@pytest.mark.parametrize(
    "said", ["just me", "bodyweight", "no equipment", "I only have my body", "dumbbells", "dumbels"]
)
async def test_the_kit_by_word(me: Me, said: str) -> None:
    await ready(me)
    await me.says(said)
    me.hears("week")
    assert "Mon" in " ".join(me.buttons)


@pytest.mark.parametrize("said", ["wat", "it's 25:99 here", "atlantis"])
async def test_no_zone_by_chance(me: Me, said: str) -> None:
    await ready(me)
    await me.says("bodyweight")
    await me.says("RERHRRL")
    await me.says("7 pm")
    await me.says(said)
    me.hears_not("Johannesburg time", "Africa/")


# edits, captions, forwards


async def test_an_edit_that_says_no_set(me: Me) -> None:
    await begun(me)
    mine = await me.says("done")
    await me.edits(mine, "lol")
    me.hears("changes nothing; Air squat 1 stays 10")


async def test_a_photo_with_other_words(me: Me) -> None:
    await begun(me)
    await me.does("send_photo", caption="what are quads for?")
    me.hears("I can only read text")


async def test_a_forwarded_answer_is_no_question(me: Me) -> None:
    await begun(me)
    await me.does("forward_text", "Your quads straighten the knee. What do they do?")
    me.hears("forwarded")


async def test_the_same_minutes_however_it_closes(me: Me, stage: Stage) -> None:
    await begun(me)
    await me.says("done")
    await stage.forward(minutes=3)
    await me.says("done")
    await stage.forward(hours=2, minutes=5)
    await me.taps("Keep going")
    await stage.forward(hours=4)
    me.sees("2 sets, 3 min")


async def test_one_set_is_only_begun_on_the_week_card(me: Me) -> None:
    await ready(me)
    await me.says("just me")
    await me.says("RERHRRL")
    await me.says("/today")
    await me.taps("Start")
    await me.says("done")
    await me.says("stop")
    await me.says("yes")
    await me.says("/week")
    me.hears("strength begun")
    me.hears_not("strength done")
