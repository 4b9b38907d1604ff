"""Reminders: what comes by itself, at most once a day, and the buttons on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import appointments
from bot.coach import rhythm, screens
from bot.coach.calendar import PlannedDay
from bot.coach.heard import Heard, local
from bot.coach.says import Button, Fact, Nod, Ref, Say, Saying
from bot.coach.taps import Tap, tap
from bot.coach.weeks_reminded import Reminded
from bot.exchange import tapped
from bot.reminders import DueHandler
from storage.notebook import Page
from storage.records import Due, Reminder, Runner, Week

Says = Iterable[Saying]
LATE = timedelta(hours=2)  # later than this a reminder is dropped and said at the next contact
A_LITTLE_LATE = timedelta(minutes=5)  # from here on it comes with an apology
TONIGHT = 20 * 60


def remind(page: Page, due: Due, now: datetime) -> Says:
    """The day's reminder: sent if it is still wanted, at most once a local day; then the next one is set."""
    runner, day = page.runners.get(due.runner_id), _day(due)
    if runner is None or runner.zone is None or day is None:
        return []
    kind = "snooze" if due.kind == "snooze" else "day"
    says = list(_reminder(page, runner, due, day, now, kind))
    if kind == "day":
        _next(page, runner, day, now, nudge=bool(says))
    return says


def _reminder(page: Page, runner: Runner, due: Due, day: date, now: datetime, kind: str) -> Says:
    planned = appointments.planned_on(page, runner, day)
    if moot(page, runner, day, now) or (kind == "day" and planned is None):
        return []
    n = int(due.facts.get("n", 0))
    late = now - due.at
    outcome = "expired" if late > LATE else ("late" if late > A_LITTLE_LATE else "queued")
    mark = Reminder(runner_id=runner.id, local_date=day, kind=kind, n=n, due_at=due.at, outcome=outcome)  # type: ignore[arg-type]
    if not page.reminders.queue(mark) or outcome == "expired":
        return []
    return [reminder(page, runner, day, planned, kind=kind, n=n, due=due, late=outcome == "late")]


def moot(page: Page, runner: Runner, day: date, now: datetime) -> bool:
    """Whether a reminder for this day has nothing to say any more: done, begun, paused, unreachable, another day."""
    today = local(now, runner).date()
    paused = runner.paused_until is not None and day <= runner.paused_until
    begun = page.workouts.current(runner.id) is not None or bool(page.workouts.done_days(runner.id, day, day))
    return begun or paused or not runner.reachable or runner.screening != "clear" or today > day


def reminder(
    page: Page,
    runner: Runner,
    day: date,
    planned: PlannedDay | None,
    *,
    kind: str,
    n: int,
    due: Due,
    late: bool,
) -> Say:
    """The reminder's words and its five buttons."""
    here = day.isoformat()
    session = planned.session if planned else "bodyweight"
    facts: dict[str, Fact] = {
        "session": Ref(f"session.{session}.name"),
        "day": Ref(f"phrase.weekday-{day.weekday()}"),
    }
    row = (
        Button("button-in-an-hour", tap("later", here, 60)),
        Button("button-tonight", tap("tonight", here)),
    )
    more = (Button("button-tomorrow", tap("move", here)), Button("button-skip-day", tap("skipday", here)))
    flag = "-light" if planned and planned.light else ""
    phrase = {"day": f"remind-day{flag}", "snooze": "remind-snooze", "nudge": "remind-nudge"}[kind]
    return Say(
        phrase=f"{phrase}-late" if late and kind == "day" and not flag else phrase,
        facts=facts,
        buttons=((replace(screens.start_button(day)),), row, more),
        silent=False,
        once=True,
        priority=1,
        key=f"rem:{runner.id}:{here}:{kind}:{n}",
        expires_in=int(LATE.total_seconds()),
        about=f"reminder:{here}",
    )


def _next(page: Page, runner: Runner, day: date, now: datetime, *, nudge: bool) -> None:
    appointments.renew(page, runner, now)
    at = rhythm.nudge_at(now, runner.zone or "UTC", runner.habits.quiet) if runner.habits.nudges else None
    if nudge and at is not None:
        page.dues.keep(Due(runner_id=runner.id, kind="nudge", at=at, facts={"day": day.isoformat()}))


def nudge(page: Page, due: Due, now: datetime) -> Says:
    """One differently worded nudge, if the reminder had no answer."""
    runner, day = page.runners.get(due.runner_id), _day(due)
    if runner is None or day is None or moot(page, runner, day, now) or now - due.at > LATE:
        return []
    if not page.reminders.queue(Reminder(runner_id=runner.id, local_date=day, kind="nudge", due_at=due.at)):
        return []
    planned = appointments.planned_on(page, runner, day)
    return [reminder(page, runner, day, planned, kind="nudge", n=0, due=due, late=False)]


def eve(page: Page, due: Due, now: datetime) -> Says:
    """The evening before, if wanted: tomorrow is a strength day."""
    runner, day = page.runners.get(due.runner_id), _day(due)
    if (
        runner is None
        or day is None
        or now - due.at > LATE
        or appointments.planned_on(page, runner, day) is None
    ):
        return []
    if not page.reminders.queue(Reminder(runner_id=runner.id, local_date=day, kind="eve", due_at=due.at)):
        return []
    return [
        Say(
            phrase="remind-eve",
            facts={"day": Ref(f"phrase.weekday-{day.weekday()}"), "time": screens.at(runner.hour)},
            silent=False,
            once=True,
            priority=1,
            key=f"rem:{runner.id}:{day.isoformat()}:eve:0",
        )
    ]


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
    day = screens.day_from(tap_.word(0))
    if day is None or day != heard.today or at > heard.now + timedelta(hours=24):
        return [_old(heard, day)]
    runner = heard.runner
    n = len([r for r in page.reminders.on(runner.id, day) if r.kind == "snooze"])
    page.dues.drop(runner.id, "nudge")
    page.dues.keep(Due(runner_id=runner.id, kind="snooze", at=at, facts={"day": day.isoformat(), "n": n}))
    return [Say(phrase="snoozed", facts={"time": local(at, runner).time().replace(second=0, microsecond=0)})]


def move(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Tomorrow instead, where the rule allows it; otherwise the next good day is named."""
    return _moved(page, heard, tap_, skip=False)


def skip_day(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Leave this one out; never doubled up later."""
    return _moved(page, heard, tap_, skip=True)


def _moved(page: Page, heard: Heard, tap_: Tap, *, skip: bool) -> Says:
    day, runner = screens.day_from(tap_.word(0)), heard.runner
    if day is None or day != heard.today:
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
    here = Tap("", (heard.today.isoformat(),))
    runner = heard.runner
    match meaning.kind:
        case "start":
            return [Say(phrase="remind-start", buttons=((screens.start_button(heard.today),),))]
        case "tonight":
            return tonight(page, heard, here)
        case "skip":
            return skip_day(page, heard, here)
        case "tired":
            return [Say(phrase="remind-tired"), *skip_day(page, heard, here)]
        case "running":
            return [Say(phrase="remind-running"), *move(page, heard, here)]
        case "done":
            row = (
                screens.start_button(heard.today),
                Button("button-skip-day", tap("skipday", heard.today.isoformat())),
            )
            return [Say(phrase="remind-done", buttons=(row,))]
        case "day" if meaning.day is not None:
            return _to(page, heard, meaning.day)
        case "later":
            return _snooze(page, heard, here, heard.now + timedelta(minutes=meaning.minutes or 60))
    ahead = [
        at
        for minutes in meaning.readings
        if (at := rhythm.instant(runner.zone or "UTC", heard.today, minutes)) and at > heard.now
    ]
    return _snooze(page, heard, here, min(ahead)) if ahead else [Say(phrase="remind-past")]


def _to(page: Page, heard: Heard, there: date) -> Says:
    week = appointments.week_of(page, heard.runner)
    page.weeks.keep(replace(week, moved={**week.moved, heard.today: there}))
    page.dues.drop(heard.runner.id, "snooze", "nudge")
    appointments.renew(page, heard.runner, heard.now)
    took = any(each.date == there for each in appointments.upcoming(page, heard.runner, heard.today))
    facts: dict[str, Fact] = {"next": appointments.next_words(page, heard), "date": there}
    return [Say(phrase="day-moved-to" if took else "day-not-moved", facts=facts)]


def open_reminder(page: Page, heard: Heard) -> bool:
    """Whether today's reminder went out and the day's session has not been begun."""
    sent = [one for one in page.reminders.on(heard.runner.id, heard.today) if one.kind != "eve"]
    return bool(sent) and not page.workouts.done_days(heard.runner.id, heard.today, heard.today)


def _old(heard: Heard, day: date | None) -> Saying:
    if day is None:
        return Nod(kind="toast", phrase="toast-stale")
    facts: dict[str, Fact] = {"day": Ref(f"phrase.weekday-{day.weekday()}")}
    return Say(phrase="start-old", facts=facts, buttons=((screens.start_button(heard.today),),))


def _day(due: Due) -> date | None:
    return screens.day_from(str(due.facts.get("day", "")))


TAPS = {"later": later, "tonight": tonight, "move": move, "skipday": skip_day}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """The buttons of a reminder (Start is training's)."""
    return [CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()]


def dues() -> Mapping[str, DueHandler]:
    """What comes by itself."""
    return {"reminder": remind, "snooze": remind, "nudge": nudge, "eve": eve}
