"""One reminder asked for in words ("remind me in 2 hours"): kept as a due thing, sent at most once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import appointments
from bot.coach import hours, rhythm, screens
from bot.coach.heard import Heard, local
from bot.coach.says import Button, Fact, Nod, Ref, Say, Saying
from bot.coach.taps import Tap, tap
from bot.coach.weeks_reminded import Reminded, understand_reminder
from bot.coach.weeks_words import WeekWords
from bot.exchange import tapped
from bot.reminders import DueHandler
from storage.notebook import Page
from storage.records import Due, Reminder, Runner, Talk

Says = Iterable[Saying]
KIND = "promise"
LATE = timedelta(hours=2)  # later than this it is dropped and said at the next contact
FARTHEST = timedelta(days=14)
EVENING = 20 * 60  # minutes after midnight: tonight
FIRST = 100  # numbers from here on keep these apart from the snoozes of the day


def asked(page: Page, heard: Heard, words: WeekWords) -> Says | None:
    """Set the reminder that a message asks for; None where it names no time."""
    meaning = understand_reminder(heard.text, today=heard.today, words=words)
    if meaning is None or meaning.kind not in ("later", "at", "tonight", "day"):
        return None
    if heard.runner.zone is None and meaning.kind != "later":
        page.talks.keep(Talk(runner_id=heard.runner.id, asked="zone", at=heard.now))
        return [Say(phrase="promise-zone"), screens.zone()]
    at = _moment(heard, meaning, words)
    if at is None or not heard.now < at <= heard.now + FARTHEST:
        return [Say(phrase="promise-when")]
    return _keep(page, heard, at)


def _moment(heard: Heard, meaning: Reminded, words: WeekWords) -> datetime | None:
    """When it is to come."""
    zone = heard.runner.zone or "UTC"
    if meaning.kind == "later":
        return heard.now + timedelta(minutes=meaning.minutes or 60)
    if meaning.kind == "day" and meaning.day is not None:
        return rhythm.instant(zone, meaning.day, _time_of(heard, words))
    readings = (EVENING,) if meaning.kind == "tonight" else meaning.readings
    ahead = [at for minutes in readings if (at := rhythm.instant(zone, heard.today, minutes))]
    return min((at for at in ahead if at > heard.now), default=None)


def _time_of(heard: Heard, words: WeekWords) -> int:
    """The time that is named with a day, the reading nearest to the person's hour; that hour where none is."""
    usual = heard.runner.hour
    found = hours.readings(heard.text, words.table) if any(c.isdigit() for c in heard.text) else ()
    return min(found, key=lambda minutes: abs(minutes - usual), default=usual)


def _keep(page: Page, heard: Heard, at: datetime) -> Says:
    runner, day = heard.runner, local(at, heard.runner).date()
    n = FIRST + sum(one.n >= FIRST for one in page.reminders.on(runner.id, day))
    page.dues.keep(Due(runner_id=runner.id, kind=KIND, at=at, facts={"day": day.isoformat(), "n": n}))
    row = (Button("button-promise-off", tap("unpromise")),)
    facts: dict[str, Fact] = {"minutes": round((at - heard.now).total_seconds() / 60)}
    if runner.zone is None:
        return [Say(phrase="promised-in", facts=facts, buttons=(row,))]
    when = local(at, runner).replace(second=0, microsecond=0)
    today = day == heard.today
    facts = {"time": when.time()} if today else {"when": when}
    return [Say(phrase="promised-today" if today else "promised", facts=facts, buttons=(row,))]


def again(page: Page, heard: Heard, tap_: Tap) -> Says:
    """An hour later, from the reminder's own button."""
    return _keep(page, heard, heard.now + timedelta(hours=1))


def off(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Not wanted any more."""
    waiting = page.dues.of(heard.runner.id, (KIND,))
    page.dues.drop(heard.runner.id, KIND)
    return [Say(phrase="promise-off")] if waiting else [Nod(kind="toast", phrase="toast-stale")]


def come(page: Page, due: Due, now: datetime) -> Says:
    """The reminder, at most once; not where it was done meanwhile; long past, it is said at the next contact."""
    runner, day = page.runners.get(due.runner_id), screens.day_from(str(due.facts.get("day", "")))
    if runner is None or day is None or not runner.reachable or runner.screening != "clear":
        return []
    if page.workouts.done_days(runner.id, day, day) and page.workouts.current(runner.id) is None:
        return []
    n, over = int(due.facts.get("n", FIRST)), now - due.at > LATE
    mark = Reminder(
        runner_id=runner.id,
        local_date=day,
        kind="snooze",
        n=n,
        due_at=due.at,
        outcome="expired" if over else "queued",
    )
    if not page.reminders.queue(mark) or over:
        return []
    return [_words(page, runner, day, n)]


def _words(page: Page, runner: Runner, day: date, n: int) -> Say:
    planned, workout = appointments.planned_on(page, runner, day), page.workouts.current(runner.id)
    session = planned.session if planned else "bodyweight"
    start = screens.start_button(day)
    if workout is not None:
        start = Button("button-keep", tap("keep", workout.id), style="success")
    return Say(
        phrase="promise-now" if workout is None else "promise-open",
        facts={"session": Ref(f"session.{session}.name")} if workout is None else {},
        buttons=((start, Button("button-in-an-hour", tap("promise"))),),
        silent=False,
        once=True,
        priority=1,
        key=f"rem:{runner.id}:{day.isoformat()}:{KIND}:{n}",
        expires_in=int(LATE.total_seconds()),
        about=KIND,
    )


TAPS = {"promise": again, "unpromise": off}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """An hour later, and not at all."""
    return [CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()]


def dues() -> Mapping[str, DueHandler]:
    """What was asked for."""
    return {KIND: come}
