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
from bot.coach.says import Button, Fact, Lines, Nod, Ref, Say, Saying
from bot.coach.taps import Tap, tap
from bot.coach.weeks_reminded import Reminded
from bot.exchange import tapped
from bot.reminders import DueHandler
from content.library import Library
from storage.notebook import Page
from storage.parcels import Parcel
from storage.records import Due, Reminder, Runner, Week

Says = Iterable[Saying]
LATE = timedelta(hours=2)  # later than this a reminder is dropped and said at the next contact
A_LITTLE_LATE = timedelta(minutes=5)  # from here on it comes with an apology
A_MOMENT = timedelta(seconds=1)
TONIGHT = 20 * 60
EVENING_ENDS = 4  # o'clock: until then a reminder of the evening before is still answered
UNUSUAL = ("why-day-moved", "why-day-instead", "why-day-after", "why-day-taper")


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
    if moot(page, runner, day) or (kind == "day" and planned is None):
        return []
    n = int(due.facts.get("n", 0))
    end = latest(runner, due.at, day)
    outcome = "expired" if now > end else ("late" if now - due.at > A_LITTLE_LATE else "queued")
    mark = Reminder(runner_id=runner.id, local_date=day, kind=kind, n=n, due_at=due.at, outcome=outcome)  # type: ignore[arg-type]
    if not page.reminders.queue(mark) or outcome == "expired":
        return []
    left = end - now
    return [reminder(page, runner, day, planned, kind=kind, n=n, left=left, late=outcome == "late")]


def latest(runner: Runner, at: datetime, day: date) -> datetime:
    """Until when a reminder may leave: two hours, the day's end or the quiet hours, whichever comes first."""
    zone, soon = runner.zone or "UTC", at + A_LITTLE_LATE
    midnight = rhythm.instant(zone, day + timedelta(days=1), 0)
    quiet = soon if _quiet(runner, soon) else rhythm.instant(zone, day, runner.habits.quiet[0])
    ends = [at + LATE]
    if midnight is not None:
        ends.append(midnight - A_MOMENT)
    if quiet is not None and quiet >= soon and _quiet(runner, quiet):
        ends.append(quiet)
    return min(ends)


def _quiet(runner: Runner, moment: datetime) -> bool:
    """Whether quiet hours hold then; who chose an hour within them has none."""
    there, quiet = local(moment, runner), runner.habits.quiet
    return rhythm.is_quiet(there.hour * 60 + there.minute, quiet) and not rhythm.is_quiet(runner.hour, quiet)


def moot(page: Page, runner: Runner, day: date) -> bool:
    """Whether a reminder for this day has nothing to say any more: done, begun, paused, unreachable."""
    paused = runner.paused_until is not None and day < runner.paused_until
    begun = page.workouts.current(runner.id) is not None or bool(page.workouts.done_days(runner.id, day, day))
    return begun or paused or not runner.reachable or runner.screening != "clear"


def unwanted(page: Page, parcel: Parcel, now: datetime) -> bool:
    """Asked once more before a reminder leaves, which may be a good while after it was queued."""
    runner = page.runners.get(parcel.chat_id)
    if runner is None or not runner.reachable:
        return True
    day = about_day(parcel.about)
    return day is not None and (runner.zone is None or moot(page, runner, day))


def too_late(page: Page, chat_id: int, about: str | None) -> None:
    """A reminder waited in the outbox until its time was over: that is said at the next contact."""
    day = about_day(about)
    if day is not None and page.outbox.last_about(chat_id, about) is None:  # nothing about that day arrived
        page.reminders.settle(chat_id, day, "expired")


def sorry(library: Library, page: Page, parcel: Parcel, now: datetime) -> Parcel:
    """A reminder that had to wait before it leaves says so, as one does that was queued late."""
    runner, day, text = page.runners.get(parcel.chat_id), about_day(parcel.about), parcel.params.get("text")
    if runner is None or day is None or text is None:
        return parcel
    dues = (each.due_at for each in page.reminders.on(runner.id, day) if each.due_at <= parcel.created_at)
    words = library.tongue(runner.language).phrase("remind-late")
    if now - max(dues, default=parcel.created_at) <= A_LITTLE_LATE or words in text:
        return parcel
    return replace(parcel, params={**parcel.params, "text": f"{text}\n{words}"})


def about_day(about: str | None) -> date | None:
    """The local day of the reminder that a message is, or None."""
    subject, _, day_text = (about or "").partition(":")
    return screens.day_from(day_text) if subject == "reminder" else None


def reminder(
    page: Page,
    runner: Runner,
    day: date,
    planned: PlannedDay | None,
    *,
    kind: str,
    n: int,
    left: timedelta,
    late: bool,
) -> Say:
    """The reminder's words and its five buttons; it may leave as long as there is time `left`."""
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
    facts["sets"] = (planned.most_sets if planned else None) or 2
    phrase = {"day": f"remind-day{flag}", "snooze": "remind-snooze", "nudge": "remind-nudge"}[kind]
    spoken = Say(phrase=phrase, facts=facts)
    sorry = (Say(phrase="remind-late"),) if late and kind == "day" else ()
    more_lines = _remarks(page, runner, day, planned) if kind == "day" else ()
    return Say(
        phrase="lines",
        facts={"lines": Lines((spoken, *sorry, *more_lines))},
        buttons=((replace(screens.start_button(day)),), row, more),
        silent=False,
        once=True,
        priority=1,
        key=f"rem:{runner.id}:{here}:{kind}:{n}",
        expires_in=int(left.total_seconds()) + 1,
        about=f"reminder:{here}",
    )


def _remarks(page: Page, runner: Runner, day: date, planned: PlannedDay | None) -> Iterable[Say]:
    """What is out of the ordinary: moved here, in place of a missed day, after an illness, near a race."""
    for say in planned.why if planned else ():
        if say.phrase.startswith(UNUSUAL):
            yield say
    yield from appointments.shifted(page, runner, day)


def _next(page: Page, runner: Runner, day: date, now: datetime, *, nudge: bool) -> None:
    appointments.renew(page, runner, now)
    at = rhythm.nudge_at(now, runner.zone or "UTC", runner.habits.quiet) if runner.habits.nudges else None
    if nudge and at is not None:
        page.dues.keep(Due(runner_id=runner.id, kind="nudge", at=at, facts={"day": day.isoformat()}))


def nudge(page: Page, due: Due, now: datetime) -> Says:
    """One differently worded nudge, if the reminder had no answer."""
    runner, day = page.runners.get(due.runner_id), _day(due)
    if runner is None or day is None or moot(page, runner, day) or _quiet(runner, now):
        return []
    left = latest(runner, due.at, day) - now
    if left < timedelta():
        return []
    if appointments.planned_on(page, runner, day) is None or not page.reminders.queue(
        Reminder(runner_id=runner.id, local_date=day, kind="nudge", due_at=due.at)
    ):
        return []
    planned = appointments.planned_on(page, runner, day)
    return [reminder(page, runner, day, planned, kind="nudge", n=0, left=left, late=False)]


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
            expires_in=int((due.at + LATE - now).total_seconds()) + 1,
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
    day, runner = screens.day_from(tap_.word(0)), heard.runner
    if day is None or not _current(heard, day) or at > heard.now + timedelta(hours=24):
        return [_old(heard, day)]
    if local(at, runner).date() != day or _quiet(runner, at):
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


def _day(due: Due) -> date | None:
    return screens.day_from(str(due.facts.get("day", "")))


TAPS = {"later": later, "tonight": tonight, "move": move, "skipday": skip_day}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """The buttons of a reminder (Start is training's)."""
    return [CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()]


def dues() -> Mapping[str, DueHandler]:
    """What comes by itself."""
    return {"reminder": remind, "snooze": remind, "nudge": nudge, "eve": eve}
