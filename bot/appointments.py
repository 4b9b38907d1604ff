"""Appointments: which strength day today is, which comes next, and the reminder that waits for it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import cast

from bot.coach import calendar, course, rhythm, screens
from bot.coach.calendar import PlannedDay
from bot.coach.heard import Heard, local
from bot.coach.planner import sessions_for
from bot.coach.says import Fact, Listing, Ref, Say, Saying
from bot.coach.weeks_season import is_novice, monday_of, weeks_so_far
from storage.notebook import Page
from storage.records import Choice, Due, Kit, Runner, Week

BACK = timedelta(days=21)  # finished days that the planner wants to know
DAY = timedelta(days=1)
EVENING = 19 * 60  # minutes after midnight at which the evening before is told
KINDS = ("reminder", "eve", "snooze", "nudge")
ASKED_FOR = "promise"  # one reminder asked for in words: it does not hang on the week's plan


def week_of(page: Page, runner: Runner) -> Week:
    """The person's week; a usual one until they told theirs."""
    return page.weeks.get(runner.id) or Week(
        runner_id=runner.id, days=tuple(screens.KIND[c] for c in screens.USUAL)
    )


def done_days(page: Page, runner: Runner, today: date) -> frozenset[date]:
    """Local days with at least one set, three weeks back."""
    return page.workouts.done_days(runner.id, today - BACK, today)


def upcoming(page: Page, runner: Runner, today: date, days: int = 14) -> tuple[PlannedDay, ...]:
    """The strength days from today on."""
    return calendar.upcoming(
        runner, week_of(page, runner), today=today, done=done_days(page, runner, today), days=days
    )


def planned_on(page: Page, runner: Runner, day: date) -> PlannedDay | None:
    """What is planned for a day, or None; nothing before the week was told."""
    if page.weeks.get(runner.id) is None:
        return None
    return next((each for each in upcoming(page, runner, day, days=1) if each.date == day), None)


def session_today(page: Page, heard: Heard, planned: PlannedDay | None) -> str:
    """Which session fits today: the planned one, else the next in turn for the kit (brief 3.2 step 4)."""
    runner = heard.runner
    kit = kit_today(runner, heard.today)
    if kit == "none":
        return "bodyweight"
    if kit != runner.kit:
        return "dumbbell"
    if planned is not None:
        return planned.session
    novice = is_novice(runner, heard.today)
    weeks = weeks_so_far(runner, heard.today) if novice else None
    names = sessions_for(
        2, monday_of(heard.today).toordinal() // 7, novice_weeks=weeks, dumbbells=runner.kit == "dumbbells"
    )
    newest = page.workouts.newest(runner.id, 1)
    return names[1] if newest and newest[0].session == names[0] else names[0]


def kit_today(runner: Runner, today: date) -> Kit:
    """The kit at hand today: "no dumbbells today" counts for one day."""
    day, kit = runner.habits.kit_today or ("", "")
    return cast(Kit, kit) if day == today.isoformat() and kit in ("none", "dumbbells") else runner.kit


def renew(
    page: Page, runner: Runner, now: datetime, since: datetime | None = None
) -> tuple[PlannedDay, datetime] | None:
    """Set the next reminder (and the evening before it), or none: no zone, no week, paused, nothing planned.

    What was put off to later today stays, as long as today still is a strength day. After an outage the next one
    may lie between `since` and now: it is due at once.
    """
    page.dues.drop(runner.id, "reminder", "eve")
    week = page.weeks.get(runner.id)
    if week is None or runner.zone is None or not runner.reachable or runner.screening != "clear":
        page.dues.drop(runner.id, *KINDS)
        return None
    today = local(now, runner).date()
    coming = upcoming(page, runner, today, days=8)
    if not any(day.date == today for day in coming):
        page.dues.drop(runner.id, "snooze", "nudge")
    note(page, runner, coming, now)
    done = done_days(page, runner, today)
    queued = {
        reminder.local_date for reminder in page.reminders.since(runner.id, today) if reminder.kind == "day"
    }
    found = calendar.next_due(runner, week, now=since or now, done=done, sent=queued)
    if found is None:
        return None
    day, at = found
    page.dues.keep(Due(runner_id=runner.id, kind="reminder", at=at, facts={"day": day.date.isoformat()}))
    eve = rhythm.instant(runner.zone, day.date - DAY, eve_hour(runner)) if runner.habits.eve else None
    if eve is not None and eve > now:
        page.dues.keep(Due(runner_id=runner.id, kind="eve", at=eve, facts={"day": day.date.isoformat()}))
    return found


def eve_hour(runner: Runner) -> int:
    """When the evening before is told, in minutes: 19:00, or an hour before quiet hours that hold it."""
    quiet = runner.habits.quiet
    return (quiet[0] - 60) % 1440 if rhythm.is_quiet(EVENING, quiet) else EVENING


def note(page: Page, runner: Runner, coming: tuple[PlannedDay, ...], now: datetime) -> None:
    """Keep each planned day with its reason; a day that is planned no longer gets the reason for that."""
    kept = {choice.about: choice for choice in page.choices.of(runner.id, "day:")}
    today, planned = local(now, runner).date(), {day.date: day for day in coming}
    gone = [day for n in range(8) if (day := today + n * DAY) not in planned and f"day:{day}" in kept]
    for day in (*planned, *gone):
        found = planned.get(day)
        why = found.why if found else calendar.why(
            runner, week_of(page, runner), day, today=today, done=done_days(page, runner, today)
        )  # fmt: skip
        facts = {name: _plain(fact) for say in why[:1] for name, fact in say.facts.items()}
        more = {"session": found.session if found else "", "more": [say.phrase for say in why[1:]]}
        choice = Choice(
            runner_id=runner.id, about=f"day:{day}", phrase=why[0].phrase, facts={**facts, **more}, at=now
        )
        old = kept.get(choice.about)
        if old is None or (old.phrase, dict(old.facts)) != (choice.phrase, choice.facts):
            page.choices.keep(choice)


def _plain(fact: Fact) -> str:
    """A fact as it is kept: a reference by its name."""
    if isinstance(fact, Listing):
        return " ".join(_plain(item) for item in fact.items)
    return fact.path if isinstance(fact, Ref) else str(fact)


def shifted(page: Page, runner: Runner, today: date) -> list[Say]:
    """Strength days ahead on which the clocks skip the reminder's hour: said in advance."""
    found = []
    for day in upcoming(page, runner, today) if runner.zone else ():
        really = rhythm.shifted(runner.zone or "UTC", day.date, runner.hour)
        if really is not None:
            facts: dict[str, Fact] = {
                "day": day.date,
                "time": screens.at(runner.hour),
                "really": screens.at(really),
            }
            found.append(Say(phrase="hour-shifted", facts=facts))
    return found


def missed(page: Page, heard: Heard) -> list[Saying]:
    """What is owed at the next contact: a reminder that came too late to be sent, where no nudge came either."""
    who = heard.runner.id
    dropped = page.reminders.dropped_since(who, heard.today - BACK)
    owed = [each for each in dropped if page.outbox.last_about(who, f"reminder:{each.local_date}") is None]
    for reminder in dropped:
        page.reminders.settle(who, reminder.local_date, "told")
    facts: dict[str, Fact] = {"day": owed[-1].local_date} if owed else {}
    return [Say(phrase="remind-dropped", facts=facts)] if owed else []


def quiet_today(page: Page, runner: Runner) -> None:
    """A workout was begun: nothing more reminds today."""
    page.dues.drop(runner.id, *KINDS, ASKED_FOR)


def week_so_far(page: Page, runner: Runner, today: date) -> tuple[int, int]:
    """Strength days done this week, and how many are wanted; a day that is only begun is none."""
    monday = monday_of(today)
    found = page.workouts.between(runner.id, monday, monday + 6 * DAY)
    done = {workout.local_date for workout in found if course.counts(workout)}
    return len(done), week_of(page, runner).wanted


def next_words(page: Page, heard: Heard) -> Fact:
    """The next strength day in words; a phrase where none is planned."""
    coming = [day for day in upcoming(page, heard.runner, heard.today + DAY) if day.date > heard.today]
    return coming[0].date if coming else Ref("phrase.next-none")
