"""What comes by itself: the reminder, its nudge, the evening before; and what is asked again before one leaves.

A nudge belongs to a reminder that reached its person: its time is set when that one leaves, and none comes alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot import appointments
from bot.coach import rhythm, screens
from bot.coach.calendar import PlannedDay
from bot.coach.heard import local
from bot.coach.says import Button, Fact, Lines, Ref, Say, Saying
from bot.coach.taps import tap
from content.library import Library
from storage.notebook import Page
from storage.parcels import Parcel
from storage.records import Due, Reminder, Runner

Says = Iterable[Saying]
LATE = timedelta(hours=2)  # later than this a reminder is dropped and said at the next contact
A_LITTLE_LATE = timedelta(minutes=5)  # from here on it comes with an apology
NUDGE_LATE = timedelta(minutes=15)  # later than this a nudge does not come: an hour after its reminder
A_MOMENT = timedelta(seconds=1)
UNUSUAL = ("why-day-moved", "why-day-instead", "why-day-after", "why-day-taper")
REACHED = ("sent", "unknown")  # what a reminder is that reached its person, or may have


def remind(page: Page, due: Due, now: datetime) -> Says:
    """The day's reminder: sent if it is still wanted, at most once a local day; then the next one is set."""
    runner, day = page.runners.get(due.runner_id), day_of(due)
    if runner is None or runner.zone is None or day is None:
        return []
    kind = "snooze" if due.kind == "snooze" else "day"
    says = list(_reminder(page, runner, due, day, now, kind))
    if kind == "day":
        appointments.renew(page, runner, now, since=max(due.at, now - LATE))
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
    quiet = soon if is_quiet(runner, soon) else rhythm.instant(zone, day, runner.habits.quiet[0])
    ends = [at + LATE]
    if midnight is not None:
        ends.append(midnight - A_MOMENT)
    if quiet is not None and quiet >= soon and is_quiet(runner, quiet):
        ends.append(quiet)
    return min(ends)


def is_quiet(runner: Runner, moment: datetime) -> bool:
    """Whether quiet hours hold then; who chose an hour within them has none."""
    there, quiet = local(moment, runner), runner.habits.quiet
    return rhythm.is_quiet(there.hour * 60 + there.minute, quiet) and not rhythm.is_quiet(runner.hour, quiet)


def moot(page: Page, runner: Runner, day: date) -> bool:
    """Whether a reminder for this day has nothing to say any more: done, begun, paused, unreachable."""
    paused = runner.paused_until is not None and day < runner.paused_until
    begun = page.workouts.current(runner.id) is not None or bool(page.workouts.done_days(runner.id, day, day))
    return begun or paused or not runner.reachable or runner.screening != "clear"


def unwanted(page: Page, parcel: Parcel, _now: datetime) -> bool:
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


def leaving(library: Library, page: Page, parcel: Parcel, now: datetime) -> Parcel:
    """A reminder leaves: its nudge is set from now on; one that had to wait says so, as one does that was queued late."""
    runner, day = page.runners.get(parcel.chat_id), about_day(parcel.about)
    if runner is None or day is None:
        return parcel
    queued = [each for each in page.reminders.on(runner.id, day) if each.due_at <= parcel.created_at]
    if {each.kind for each in queued} <= {"day", "eve"}:
        _nudge_later(page, runner, day, now)
    return _sorry(
        library, runner, parcel, now, max((each.due_at for each in queued), default=parcel.created_at)
    )


def _nudge_later(page: Page, runner: Runner, day: date, now: datetime) -> None:
    at = rhythm.nudge_at(now, runner.zone or "UTC", runner.habits.quiet) if runner.habits.nudges else None
    if at is not None and not page.dues.of(runner.id, ("snooze",)):
        page.dues.keep(Due(runner_id=runner.id, kind="nudge", at=at, facts={"day": day.isoformat()}))


def _sorry(library: Library, runner: Runner, parcel: Parcel, now: datetime, due: datetime) -> Parcel:
    text, words = parcel.params.get("text"), library.tongue(runner.language).phrase("remind-late")
    if text is None or now - due <= A_LITTLE_LATE or words in text:
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
        key=_key(runner, day, kind, n),
        expires_in=int(left.total_seconds()) + 1,
        about=f"reminder:{here}",
    )


def _remarks(page: Page, runner: Runner, day: date, planned: PlannedDay | None) -> Iterable[Say]:
    """What is out of the ordinary: moved here, in place of a missed day, after an illness, near a race."""
    for say in planned.why if planned else ():
        if say.phrase.startswith(UNUSUAL):
            yield say
    yield from appointments.shifted(page, runner, day)


def nudge(page: Page, due: Due, now: datetime) -> Says:
    """One differently worded nudge, 45 to 60 minutes after a reminder that had no answer."""
    runner, day = page.runners.get(due.runner_id), day_of(due)
    if runner is None or day is None or moot(page, runner, day) or is_quiet(runner, now):
        return []
    left = min(latest(runner, due.at, day), due.at + NUDGE_LATE) - now
    planned = appointments.planned_on(page, runner, day)
    if left < timedelta() or planned is None or not _reached(page, runner, day):
        return []
    mark = Reminder(runner_id=runner.id, local_date=day, kind="nudge", due_at=due.at)
    if not page.reminders.queue(mark):
        return []
    return [reminder(page, runner, day, planned, kind="nudge", n=0, left=left, late=False)]


def _reached(page: Page, runner: Runner, day: date) -> bool:
    """Whether the day's own reminder is there, as far as anybody knows."""
    return page.outbox.state_of(_key(runner, day, "day", 0)) in REACHED


def _key(runner: Runner, day: date, kind: str, n: int) -> str:
    return f"rem:{runner.id}:{day.isoformat()}:{kind}:{n}"


def eve(page: Page, due: Due, now: datetime) -> Says:
    """The evening before, if wanted: tomorrow is a strength day."""
    runner, day = page.runners.get(due.runner_id), day_of(due)
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
            key=_key(runner, day, "eve", 0),
            expires_in=int((due.at + LATE - now).total_seconds()) + 1,
        )
    ]


def day_of(due: Due) -> date | None:
    """The local day that a due reminder is about."""
    return screens.day_from(str(due.facts.get("day", "")))
