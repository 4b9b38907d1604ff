"""The week and its reminders: shown, explained, changed in words, and right over nights, restarts and clock changes."""

from datetime import UTC, datetime

import pytest

from tests.bot.conversations.test_welcome import through_the_screens
from tests.dialogue import Me, Stage


async def settled_in(me: Me, city: str = "Berlin") -> None:
    await through_the_screens(me)
    await me.says(city)


async def reminded(me: Me, stage: Stage) -> None:
    await settled_in(me)
    me.begin()
    await stage.forward(days=1, hours=5, minutes=1)
    me.hears("Strength today")


async def test_a_reminder_comes_at_the_hour_and_rings(me: Me, stage: Stage) -> None:
    await settled_in(me)
    me.begin()
    await stage.forward(days=1, hours=4, minutes=59)
    me.hears_nothing()
    await stage.forward(minutes=2)
    assert not me.hears("Strength today · Bodyweight session")["silent"]
    assert me.buttons[:5] == ["Start", "In 1 h", "Tonight", "Tomorrow", "Skip"]


async def test_start_on_the_reminder_opens_the_workout_and_nothing_reminds_again(
    me: Me, stage: Stage
) -> None:
    await reminded(me, stage)
    await me.taps("Start")
    me.hears("Air squat")
    for _ in range(18):
        await me.presses("✅ Done")
    me.begin()
    await stage.forward(hours=5)
    me.hears_nothing()


async def test_no_reminder_on_a_day_that_is_done(me: Me, stage: Stage) -> None:
    await settled_in(me)
    await stage.forward(days=1)
    await me.says("/today")
    await me.taps("Start")
    for _ in range(18):
        await me.presses("✅ Done")
    me.begin()
    await stage.forward(hours=8)
    me.hears_not("Strength today")


async def test_one_nudge_at_most_and_differently_worded(me: Me, stage: Stage) -> None:
    await reminded(me, stage)
    me.begin()
    await stage.forward(hours=2)
    me.hears("Still up for")
    me.begin()
    await stage.forward(hours=10)
    me.hears_nothing()


async def test_in_an_hour_comes_back_in_an_hour(me: Me, stage: Stage) -> None:
    await reminded(me, stage)
    await me.taps("In 1 h")
    me.hears("I will ask again at 19:01")
    me.begin()
    await stage.forward(minutes=61)
    me.hears("nudge you asked for")


async def test_skip_leaves_it_out_without_guilt(me: Me, stage: Stage) -> None:
    await reminded(me, stage)
    await me.taps("Skip")
    me.hears("Nothing is doubled up", "Friday 6 November")
    me.begin()
    await stage.forward(hours=12)
    me.hears_nothing()


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("in 20 min", "18:21"),
        ("tonight", "20:00"),
        ("at 9pm", "21:00"),
        ("legs are dead", "Tired legs"),
        ("skip it", "Left out"),
    ],
)
async def test_words_answer_a_reminder(me: Me, stage: Stage, said: str, heard: str) -> None:
    await reminded(me, stage)
    await me.says(said)
    me.hears(heard)


async def test_yesterdays_reminder_offers_todays(me: Me, stage: Stage) -> None:
    await reminded(me, stage)
    await stage.forward(hours=20)
    await me.taps("In 1 h")
    me.hears("That was Tuesday's. Start today's?")


async def test_once_over_restarts(me: Me, stage: Stage) -> None:
    await settled_in(me)
    await stage.forward(days=1, hours=4, minutes=59)
    await stage.kill()
    await stage.start()
    me.begin()
    await stage.forward(minutes=2)
    me.hears("Strength today")
    await stage.kill()
    await stage.start()
    me.begin()
    await stage.forward(minutes=20)
    me.hears_not("Strength today")


async def test_late_under_two_hours_comes_with_an_apology(me: Me, stage: Stage) -> None:
    await settled_in(me)
    await stage.forward(days=1, hours=4)
    await stage.kill()
    await stage.forward(hours=2)
    me.begin()
    await stage.start()
    await stage.forward(seconds=5)
    me.hears("Sorry, this should have reached you earlier")


async def test_late_over_two_hours_is_dropped_and_said_at_the_next_contact(me: Me, stage: Stage) -> None:
    await settled_in(me)
    await stage.forward(days=1, hours=4)
    await stage.kill()
    await stage.forward(hours=4)
    me.begin()
    await stage.start()
    await stage.forward(seconds=5)
    me.hears_nothing()
    await me.says("hello")
    me.hears("I was not there to remind you on Tuesday 3 November")


@pytest.mark.parametrize(
    "stage",
    [datetime(2026, 10, 24, 12, 0, tzinfo=UTC), datetime(2027, 3, 27, 12, 0, tzinfo=UTC)],
    indirect=True,
)
async def test_the_same_local_hour_over_both_clock_changes(stage: Stage) -> None:
    me = stage.person(1001, "Ada")
    await me.says("/start")
    await me.taps("None of these")
    await me.taps("Just me")
    await me.says("R R R R R R R")
    await me.taps("18:00")
    await me.says("Berlin")
    for _ in range(8):
        me.begin()
        await stage.forward(days=1)
    said = [shown for shown in me.view["messages"] if "Strength today" in shown["plain"]]
    assert len(said) >= 2
    assert {shown["date"][11:16] for shown in said} <= {"16:00", "17:00"}


async def test_zone_changed_after_the_reminder_means_no_second_one_that_day(me: Me, stage: Stage) -> None:
    await settled_in(me, "Tokyo")
    await stage.forward(days=1)
    await me.says("/settings")
    await me.taps("Time zone")
    await me.says("Honolulu")
    me.begin()
    await stage.forward(hours=20)
    assert sum("Strength today" in shown["plain"] for shown in me.view["messages"]) <= 1


async def test_words_change_the_week_and_one_tap_takes_it_back(me: Me) -> None:
    await settled_in(me)
    await me.says("long run moved to Saturday")
    me.hears("change places", "Friday 6 November → Sunday 8 November")
    await me.taps("Take it back")
    me.hears("your week is as it was")
    await me.says("/plan")
    me.hears("Friday 6 November")


async def test_the_week_and_why(me: Me) -> None:
    await settled_in(me)
    await me.says("/week")
    me.hears("strength 0 of 2", "Thursday: hard run")
    await me.taps("Why these days?")
    me.hears("Tuesday", "Sunday")
    await me.says("why tuesday?")
    me.hears("Tuesday: an easy run")


async def test_pause_stops_reminders(me: Me, stage: Stage) -> None:
    await settled_in(me)
    await me.says("/pause")
    await me.taps("7 days")
    me.hears("Paused until the end of Sunday 8 November")
    me.begin()
    await stage.forward(days=6)
    me.hears_nothing()


async def test_sets_told_afterwards(me: Me) -> None:
    await settled_in(me)
    await me.says("did 3x10 squats and 3x12 lunges yesterday")
    me.hears("Sunday 1 November", "Air squat: 10 / 10 / 10", "Forward lunge: 12 / 12 / 12")
    await me.taps("Undo")
    await me.says("/history")
    me.hears("No workouts yet")


async def test_a_blocked_person_is_left_alone_until_they_come_back(me: Me, stage: Stage) -> None:
    await settled_in(me)
    await me.does("block", quietly=True)
    await stage.forward(days=3)
    await me.does("unblock", quietly=True)
    await me.says("/start")
    me.hears("Good to see you again")
    me.begin()
    await stage.forward(days=2)
    me.hears("Strength today")


async def test_a_suggestion_is_taken_with_one_tap_and_given_back(me: Me) -> None:
    await settled_in(me)
    await me.says("E E E E E E L")
    await me.says("make it three days")
    await me.says("/plan")
    assert "Make Tuesday a rest day?" in me.buttons
    await me.taps("Make Tuesday a rest day?")
    me.hears("Noted for every Tuesday", "easy run → rest")
    await me.taps("Take it back")
    await me.says("/week")
    me.hears("Tuesday: easy run")


async def test_a_suggestion_that_is_out_of_date_changes_nothing(me: Me) -> None:
    await settled_in(me)
    await me.says("E E E E E E L")
    await me.says("/plan")
    old = me.last["id"]
    await me.says("R E R E R E R")
    await me.taps((old, "v1:suggest:1:R"))
    assert me.toast


async def test_days_by_hand_show_what_they_cost(me: Me) -> None:
    await settled_in(me)
    await me.says("R E H E R E L")
    await me.says("/plan")
    await me.taps("Choose days myself")
    await me.taps("○ Tue")
    me.hears("A hard run follows, so this one is light", "My own choice would be")
    await me.taps("Use these days")
    me.hears("as you chose")
    await me.says("strength on monday and saturday")
    me.hears(
        "Strength on Monday and Saturday, as you chose", "The long run follows", "My own choice would be"
    )
    await me.taps("Take it back")
    await me.says("you pick")
    me.hears("I choose the strength days again")


async def test_weeks_that_alternate_are_tapped_typed_and_said(me: Me) -> None:
    await settled_in(me)
    await me.says("/plan")
    await me.taps("Change my week")
    await me.taps("My weeks alternate")
    me.hears("This week, and every other one")
    await me.taps("The other week")
    await me.taps("Mon")
    me.hears("Next week, and every other one", "Monday: easy run")
    await me.taps("This is my week")
    await me.says("/week")
    me.hears("Monday: rest", "Next week: E E R H R R L")
    await me.says("R E R H R R L R E R E R E R")
    me.hears("This week R E R H R R L, next week R E R E R E R")
    await me.says("every other week my long run is on saturday")
    me.hears("Which of these? They go by turns")
    await me.taps("This week R E R H R R L, next week R E R H R L R")
    await me.says("/week")
    me.hears("Next week: R E R H R L R")


async def test_a_race_on_the_editor_is_one_race(me: Me) -> None:
    await settled_in(me)
    await me.says("/plan")
    await me.taps("Change my week")
    await me.taps("Sun")
    await me.taps("This is my week")
    await me.says("/week")
    me.hears("Sunday: race")
    await me.says("away from 9 november to 12 november")
    await me.says("/plan")
    me.hears("Race week")


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("why tuesday?", "Tuesday: an easy run"),
        ("why not monday?", "Monday: the days around it"),
        ("why not sunday", "the long run is enough"),
        ("how come wednesday isn't a strength day?", "Wednesday"),
        ("why these days?", "Thursday"),
        ("why today", "Monday:"),
    ],
)
async def test_why_a_day_and_why_not(me: Me, said: str, heard: str) -> None:
    await settled_in(me)
    await me.says(said)
    me.hears(heard)


async def test_each_planned_day_is_kept_with_its_reason(me: Me, stage: Stage) -> None:
    await settled_in(me)
    kept = {
        choice.about: choice
        for choice in await stage.app.notebook.turn(lambda page: page.choices.of(1001, "day:"))
    }
    assert kept["day:2026-11-03"].phrase == "why-day-easy-rest-tomorrow"
    assert "day:2026-11-06" in kept
    await me.says("no run tomorrow")
    kept = {
        choice.about: choice
        for choice in await stage.app.notebook.turn(lambda page: page.choices.of(1001, "day:"))
    }
    assert kept["day:2026-11-03"].phrase != "why-day-easy-rest-tomorrow"


async def test_in_tokyo_this_week_and_home_again(me: Me, stage: Stage) -> None:
    await settled_in(me)
    await me.says("I'm in Tokyo this week")
    me.hears("through Sunday 8 November")
    await me.taps("Tokyo")
    me.hears("Asia/Tokyo", "First reminder: Tuesday 3 November, 18:00")
    me.begin()
    await stage.forward(hours=21, minutes=1)  # 18:01 in Tokyo
    me.hears("Strength today")
    me.begin()
    await stage.forward(days=5, hours=16)
    me.hears("Home again?")
    await me.taps("Back to Berlin")
    me.hears("Europe/Berlin")


async def test_back_before_the_journey_ends_asks_nothing_more(me: Me, stage: Stage) -> None:
    await settled_in(me)
    await me.says("I'm in Tokyo until friday")
    await me.taps("Tokyo")
    await me.taps("Back to Berlin")
    me.hears("Europe/Berlin")
    me.begin()
    await stage.forward(days=6)
    me.hears_not("Home again?")


async def test_the_evening_before_if_wanted(me: Me, stage: Stage) -> None:
    await settled_in(me)
    await me.says("/settings")
    await me.taps("○ Evening before")
    me.begin()
    await stage.forward(hours=5, minutes=59)
    me.hears_nothing()
    await stage.forward(minutes=2)
    me.hears("Tomorrow, Tuesday, is a strength day", "18:00")


async def test_no_nudge_when_it_is_switched_off(me: Me, stage: Stage) -> None:
    await settled_in(me)
    await me.says("/settings")
    await me.taps("● Nudge")
    await stage.forward(days=1, hours=5, minutes=1)
    me.begin()
    await stage.forward(hours=5)
    me.hears_nothing()


async def test_twelve_hours_and_quiet_hours_in_the_settings(me: Me) -> None:
    await settled_in(me)
    await me.says("/settings")
    await me.taps("24-hour clock")
    me.hears("6:00 pm")
    await me.taps("Quiet 10:00 pm–6:00 am")
    assert "Quiet 9:00 pm–7:00 am" in me.buttons
    for now in ("Quiet 9:00 pm", "Quiet 8:00 pm", "Quiet 11:00 pm", "No quiet hours"):
        await me.taps(now)
    assert "Quiet 10:00 pm–6:00 am" in me.buttons


async def test_later_never_crosses_into_the_quiet_hours(me: Me, stage: Stage) -> None:
    await reminded(me, stage)
    await me.says("at 21:30")
    me.hears("21:30")
    await stage.forward(hours=3, minutes=30)
    me.hears("nudge you asked for")
    await me.says("in 40 min")
    me.hears("too late for today")
    assert me.buttons[:3] == ["Start", "Tomorrow", "Skip"]
    await me.taps("Tomorrow")
    me.hears("Next strength day: Wednesday 4 November")


async def test_a_change_of_settings_keeps_what_was_put_off(me: Me, stage: Stage) -> None:
    await reminded(me, stage)
    await me.taps("In 1 h")
    await me.says("/settings")
    await me.taps("○ Evening before")
    me.begin()
    await stage.forward(hours=1, minutes=1)
    me.hears("nudge you asked for")


@pytest.mark.parametrize(
    ("said", "heard"),
    [("legs are dead", "Tired legs"), ("done already", "Did you log it"), ("skip", "Left out")],
)
async def test_an_answer_after_midnight_is_about_the_evening(
    me: Me, stage: Stage, said: str, heard: str
) -> None:
    await reminded(me, stage)
    await stage.forward(hours=6, minutes=30)  # 00:31 on Wednesday
    await me.says(said)
    me.hears(heard)


async def test_start_after_midnight_opens_the_evenings(me: Me, stage: Stage) -> None:
    await reminded(me, stage)
    await stage.forward(hours=6, minutes=30)
    await me.taps("Start")
    me.hears("Air squat")


async def test_down_over_midnight_is_said_at_the_next_contact(me: Me, stage: Stage) -> None:
    await settled_in(me)
    await stage.forward(days=1)
    await stage.kill()
    await stage.forward(days=1)
    await stage.start()
    await stage.forward(seconds=5)
    await me.says("hello")
    me.hears("I was not there to remind you on Tuesday 3 November")


async def test_a_missed_day_is_a_fact_and_never_doubled(me: Me, stage: Stage) -> None:
    await settled_in(me)
    await me.says("R E R E R E R")
    await stage.forward(days=2)
    await me.says("/week")
    me.hears("Tuesday: easy run · strength not done", "Thursday: takes the place of Tuesday")
    me.begin()
    await stage.forward(days=1, hours=5, minutes=1)
    me.hears("Strength today", "takes the place of Tuesday")
    await me.says("skip")
    await me.says("/plan")
    me.hears("Saturday 7 November")


async def test_ill_then_well_then_small_steps(me: Me, stage: Stage) -> None:
    await settled_in(me)
    await me.says("I'm ill since yesterday")
    me.hears("Rest; no reminders come")
    me.begin()
    await stage.forward(days=7)
    me.hears_nothing()
    await me.says("well again")
    me.hears("stays free")
    me.begin()
    await stage.forward(days=1, hours=5, minutes=2)
    said = [shown["plain"] for shown in me.view["messages"] if "One easy set of each" in shown["plain"]]
    assert said, me.transcript
    await me.taps("Start")
    me.hears("Air squat")
    opened = await stage.app.notebook.turn(lambda page: page.workouts.current(1001))
    assert {slot.sets for slot in opened.slots} == {1}


async def test_race_week_is_light_and_ends_three_days_before(me: Me, stage: Stage) -> None:
    await settled_in(me)
    await me.says("race on 15 november")
    me.hears("no strength in the last three days")
    me.begin()
    await stage.forward(days=15)
    reminders = [shown for shown in me.anew() if "strength today" in shown["plain"].lower()]
    days = [shown["date"][:10] for shown in reminders]
    assert not any("2026-11-12" <= day <= "2026-11-17" for day in days), days
    light = [shown for shown in reminders if shown["date"][:10] >= "2026-11-09"]
    assert all("Light strength" in shown["plain"] for shown in light), light
    assert len(light) <= 1


async def test_away_is_silent_and_back_is_back(me: Me, stage: Stage) -> None:
    await settled_in(me)
    await me.says("I'm away until the 9th")
    me.hears("No reminders on those days")
    me.begin()
    await stage.forward(days=4)
    me.hears_nothing()
    await me.says("I'm back")
    me.hears("Welcome back")
    me.begin()
    await stage.forward(days=5)
    me.hears("Strength today")


async def test_the_hour_that_the_clocks_skip_is_said_in_advance(stage: Stage, me: Me) -> None:
    await stage.forward(days=138)  # 20 March 2027
    await through_the_screens(me)
    await me.says("Berlin")
    await me.says("R R R R R R R")
    await me.says("strength on wednesday and sunday")
    await me.says("/settings")
    await me.taps("Hour")
    await me.says("02:30")
    me.hears("On Sunday 28 March the clocks skip 02:30; that day I come at 03:30")


async def test_a_reminder_in_spanish_and_its_answer(stage: Stage) -> None:
    eva = stage.person(9, "Eva", "es")
    await eva.says("/start")
    await eva.taps("Nada")
    await eva.taps("Solo yo")
    await eva.taps("Esta es mi semana")
    await eva.taps("18:00")
    await eva.says("Madrid")
    await eva.says("¿por qué no el lunes?")
    eva.hears("lunes")
    eva.begin()
    await stage.forward(days=1, hours=5, minutes=1)
    eva.hears("Hoy, fuerza")
    await eva.says("en 20 minutos")
    eva.hears("18:21")
    await eva.says("tengo las piernas muertas")
    eva.hears("Las piernas cansadas")
