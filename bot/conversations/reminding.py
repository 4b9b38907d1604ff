"""What people answer to a reminder: its buttons, and words said to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import appointments
from bot.coach import rhythm, screens
from bot.coach.heard import Heard, local
from bot.coach.says import Button, Fact, Nod, Ref, Say, Saying
from bot.coach.taps import Tap, tap
from bot.coach.weeks_reminded import Reminded
from bot.exchange import tapped
from bot.notifying import eve, is_quiet, nudge, remind
from bot.reminders import DueHandler
from storage.notebook import Page
from storage.records import Due, Week

Says = Iterable[Saying]
TONIGHT = 20 * 60
EVENING_ENDS = 4  # o'clock: until then a reminder of the evening before is still answered


def later(page: Page, heard: Heard, tap_: Tap) -> Says:
    """In an hour: one snooze, replacing any other."""
    return _snooze(page, heard, tap_, heard.now + timedelta(minutes=tap_.number(1) or 60))


def tonight(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Tonight at eight; if that is past, in an hour."""
    runner = heard.runner
    at = rhythm.instant(runner.zone or "UTC", heard.today, TONIGHT)
    return _snooze(
        page, heard, tap_, at if at is not None and at > heard.now else heard.now + timedelta(hours=1)
    )


def _snooze(page: Page, heard: Heard, tap_: Tap, at: datetime) -> Says:
    day, runner = screens.day_from(tap_.word(0)), heard.runner
    if day is None or not _current(heard, day) or at > heard.now + timedelta(hours=24):
        return [_old(heard, day)]
    if local(at, runner).date() != day or is_quiet(runner, at):
        return [_too_late(day)]
    n = len([r for r in page.reminders.on(runner.id, day) if r.kind == "snooze"])
    page.dues.drop(runner.id, "nudge")
    page.dues.keep(Due(runner_id=runner.id, kind="snooze", at=at, facts={"day": day.isoformat(), "n": n}))
    return [Say(phrase="snoozed", facts={"time": local(at, runner).time().replace(second=0, microsecond=0)})]


def _current(heard: Heard, day: date) -> bool:
    """Whether a reminder's day is today, or was until midnight: an evening lasts until four."""
    evening = day == heard.today - timedelta(days=1) and local(heard.at, heard.runner).hour < EVENING_ENDS
    return day == heard.today or evening


def _too_late(day: date) -> Say:
    """Later would be in the quiet hours or on another day: now, tomorrow or not at all."""
    here = day.isoformat()
    row = (Button("button-tomorrow", tap("move", here)), Button("button-skip-day", tap("skipday", here)))
    return Say(phrase="snooze-too-late", buttons=((screens.start_button(day),), row))


def move(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Tomorrow instead, where the rule allows it; otherwise the next good day is named."""
    return _moved(page, heard, tap_, skip=False)


def skip_day(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Leave this one out; never doubled up later."""
    return _moved(page, heard, tap_, skip=True)


def _moved(page: Page, heard: Heard, tap_: Tap, *, skip: bool) -> Says:
    day, runner = screens.day_from(tap_.word(0)), heard.runner
    if day is None or not _current(heard, day):
        return [_old(heard, day)]
    week: Week = appointments.week_of(page, runner)
    there = None if skip else day + timedelta(days=1)
    page.weeks.keep(replace(week, moved={**week.moved, day: there}))
    page.dues.drop(runner.id, "snooze", "nudge")
    appointments.renew(page, runner, heard.now)
    coming = appointments.upcoming(page, runner, heard.today)
    facts: dict[str, Fact] = {"next": appointments.next_words(page, heard)}
    if skip:
        return [Say(phrase="day-skipped", facts=facts)]
    took = any(each.date == there for each in coming)
    return [Say(phrase="day-moved" if took else "day-not-moved", facts=facts)]


def answered(page: Page, heard: Heard, meaning: Reminded) -> Says:
    """Words said to a reminder: "in 20 min", "tonight", "legs are dead", "running instead", "done already"."""
    day, runner = _open_day(page, heard) or heard.today, heard.runner
    here = Tap("", (day.isoformat(),))
    match meaning.kind:
        case "start":
            return [Say(phrase="remind-start", buttons=((screens.start_button(day),),))]
        case "tonight":
            return tonight(page, heard, here)
        case "skip":
            return skip_day(page, heard, here)
        case "tired":
            return [Say(phrase="remind-tired"), *skip_day(page, heard, here)]
        case "running":
            return [Say(phrase="remind-running"), *move(page, heard, here)]
        case "done":
            page.dues.drop(runner.id, "nudge")
            row = (screens.start_button(day), Button("button-skip-day", tap("skipday", day.isoformat())))
            return [Say(phrase="remind-done", buttons=(row,))]
        case "day" if meaning.day is not None:
            return _to(page, heard, day, meaning.day)
        case "later":
            return _snooze(page, heard, here, heard.now + timedelta(minutes=meaning.minutes or 60))
    ahead = [
        at
        for minutes in meaning.readings
        if (at := rhythm.instant(runner.zone or "UTC", day, minutes)) and at > heard.now
    ]
    return _snooze(page, heard, here, min(ahead)) if ahead else [Say(phrase="remind-past")]


def _to(page: Page, heard: Heard, day: date, there: date) -> Says:
    week = appointments.week_of(page, heard.runner)
    page.weeks.keep(replace(week, moved={**week.moved, day: there}))
    page.dues.drop(heard.runner.id, "snooze", "nudge")
    appointments.renew(page, heard.runner, heard.now)
    took = any(each.date == there for each in appointments.upcoming(page, heard.runner, heard.today))
    facts: dict[str, Fact] = {"next": appointments.next_words(page, heard), "date": there}
    return [Say(phrase="day-moved-to" if took else "day-not-moved", facts=facts)]


def open_reminder(page: Page, heard: Heard) -> bool:
    """Whether the day's reminder went out and its session has not been begun."""
    return _open_day(page, heard) is not None


def _open_day(page: Page, heard: Heard) -> date | None:
    """The day whose reminder waits for an answer: today, or yesterday while its evening lasts."""
    for day in (heard.today, heard.today - timedelta(days=1)):
        sent = (
            [one for one in page.reminders.on(heard.runner.id, day) if one.kind != "eve"]
            if _current(heard, day)
            else []
        )
        if sent:
            return None if page.workouts.done_days(heard.runner.id, day, day) else day
    return None


def _old(heard: Heard, day: date | None) -> Saying:
    if day is None:
        return Nod(kind="toast", phrase="toast-stale")
    facts: dict[str, Fact] = {"day": Ref(f"phrase.weekday-{day.weekday()}")}
    return Say(phrase="start-old", facts=facts, buttons=((screens.start_button(heard.today),),))


TAPS = {"later": later, "tonight": tonight, "move": move, "skipday": skip_day}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """The buttons of a reminder (Start is training's)."""
    return [CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()]


def dues() -> Mapping[str, DueHandler]:
    """What comes by itself."""
    return {"reminder": remind, "snooze": remind, "nudge": nudge, "eve": eve}
