"""The week: /week as it stands, /plan with its reasons, "why Tuesday?", and words that change it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot import appointments
from bot.coach import calendar, course, reasons, screens, weeks_difference
from bot.coach.calendar import DayView
from bot.coach.heard import Heard
from bot.coach.says import Button, Fact, Lines, Nod, Picture, Ref, Say, Saying
from bot.coach.taps import Tap, tap
from bot.coach.weeks_season import kinds_of, monday_of
from bot.coach.weeks_words import WeekWords
from bot.diary import calendar_message
from bot.exchange import spoken, tapped
from storage.notebook import Page

Says = Iterable[Saying]


def week(page: Page, heard: Heard) -> Says:
    """/week: seven days with runs, rest and strength planned, done, moved or missed."""
    if page.weeks.get(heard.runner.id) is None:
        return [gate] if (gate := screens.gate(heard.runner)) else [screens.kit(welcome=True)]
    views = week_view(page, heard)
    begun = _begun(page, heard, views)
    done, wanted = appointments.week_so_far(page, heard.runner, heard.today)
    lines = Lines((*(_line(view, heard, begun) for view in views), *_remarks(page, heard, views)))
    facts: dict[str, Fact] = {"lines": lines, "done": done, "wanted": wanted}
    data = {"days": [_pictured(view, heard) for view in views]}
    return [
        Nod(kind="uploading"),
        Say(
            phrase="week",
            facts=facts,
            buttons=(
                (Button("button-why-days", tap("why-days")), Button("button-edit-week", tap("edit-week"))),
                (Button("button-calendar", tap("calendar")),),
            ),
            picture=Picture(name="week", data=data),
        ),
    ]


def _begun(page: Page, heard: Heard, views: tuple[DayView, ...]) -> frozenset[date]:
    """Days whose workouts are only begun: none went to its end, and less than half of the sets is logged."""
    found = page.workouts.between(heard.runner.id, views[0].date, views[-1].date)
    counting = {workout.local_date for workout in found if course.counts(workout)}
    return frozenset(workout.local_date for workout in found if workout.sets) - counting


def _remarks(page: Page, heard: Heard, views: tuple[DayView, ...]) -> Iterable[Say]:
    """What a missed day became, and the other one of two alternating weeks: facts, no reproach."""
    taken = {view.strength.origin for view in views if view.strength}
    for view in views:
        if view.status == "missed" and view.date not in taken:
            yield Say(phrase="week-missed", facts={"day": Ref(f"phrase.plan-day-{view.date.weekday()}")})
        elif view.strength and view.strength.origin:
            yield view.strength.why[0]
    week_ = appointments.week_of(page, heard.runner)
    if week_.alternate:
        following = kinds_of(week_, monday_of(heard.today) + timedelta(days=7))
        yield Say(phrase="week-following", facts={"week": weeks_difference.letters(following)})


def _pictured(view: DayView, heard: Heard) -> dict[str, Any]:
    """A day as the week card draws it."""
    strength = "missed" if view.status == "skipped" else (view.status or "")
    light = view.strength is not None and view.strength.light
    today = view.date == heard.today
    return {
        "run": view.kind,
        "strength": strength,
        "light": light,
        "today": today,
        "on": view.date.isoformat(),
    }


def week_view(page: Page, heard: Heard) -> tuple[DayView, ...]:
    """This week's seven days."""
    runner, today = heard.runner, heard.today
    done = appointments.done_days(page, runner, today)
    return calendar.week_view(
        runner, appointments.week_of(page, runner), monday=monday_of(today), today=today, done=done
    )


def _line(view: DayView, heard: Heard, begun: frozenset[date]) -> Say:
    facts: dict[str, Fact] = {
        "day": Ref(f"phrase.plan-day-{view.date.weekday()}"),
        "kind": Ref(f"phrase.plan-kind-{view.kind}"),
    }
    status = f"-{'begun' if view.date in begun else view.status}" if view.status else ""
    return Say(phrase=f"week-day{status}{'-today' if view.date == heard.today else ''}", facts=facts)


def plan(page: Page, heard: Heard) -> Says:
    """/plan: the strength days ahead, each with its reason."""
    if page.weeks.get(heard.runner.id) is None:
        return [gate] if (gate := screens.gate(heard.runner)) else [screens.kit(welcome=True)]
    coming = appointments.upcoming(page, heard.runner, heard.today)
    found = calendar.plan_of(heard.runner, appointments.week_of(page, heard.runner), today=heard.today)
    lines = [
        Say(
            phrase="plan-date",
            facts={
                "date": day.date,
                "session": Ref(f"session.{day.session}.name"),
                "why": Lines(day.why, gap=" "),
            },
        )
        for day in coming
    ]
    rest = (*reasons.week_lines(found), *(() if heard.runner.zone else (Say(phrase="plan-no-zone"),)))
    return [
        Say(
            phrase="plan",
            facts={"lines": Lines((*(lines or [Say(phrase="plan-none")]), *rest), gap="\n\n")},
            buttons=screens.plan_buttons(found),
        )
    ]


def calendar_button(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The strength days ahead, for the phone's calendar."""
    found = calendar_message(page, heard)
    return [found if found is not None else Say(phrase="calendar-none")]


def why(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Why these days: a line for each of the seven."""
    return why_days(page, heard)


def why_days(page: Page, heard: Heard) -> Says:
    """A line of reason for each day of the week."""
    found = calendar.plan_of(heard.runner, appointments.week_of(page, heard.runner), today=heard.today)
    return [Say(phrase="plan", facts={"lines": Lines(reasons.all_lines(found))})]


def asked_why(page: Page, heard: Heard, words: WeekWords) -> Says | None:
    """`why Tuesday?`, `why not Monday?`, `why these days?`; None for anything else."""
    lead = words.table.get("why", {})
    plain = heard.text.strip("¿?!. ")
    spoken = f" {' '.join(words.words(plain))} "
    if len(heard.text) > 60 or not any(spoken.startswith(f" {word} ") for word in lead.get("ask", ())):
        return None
    named = [tag for tag in words.tags(plain) if tag.name in ("weekday", "relative")]
    about = {*spoken.split()} - {*lead.get("idle", ())} - {word for tag in named for word in tag.word.split()}
    if about or page.weeks.get(heard.runner.id) is None:
        return None
    if len(named) == 1 and named[0].name == "weekday":
        return why_day(page, heard, named[0].value)
    if len(named) == 1 and 0 <= named[0].value <= 6:
        return why_day(page, heard, (heard.today.weekday() + named[0].value) % 7)
    return (
        None
        if named or not any(f" {word} " in spoken for word in lead.get("days", ()))
        else why_days(page, heard)
    )


def why_day(page: Page, heard: Heard, weekday: int) -> Says:
    """Why Tuesday?"""
    day = heard.today + timedelta(days=(weekday - heard.today.weekday()) % 7)
    week_ = appointments.week_of(page, heard.runner)
    done = appointments.done_days(page, heard.runner, heard.today)
    lines = calendar.why(heard.runner, week_, day, today=heard.today, done=done)
    return [Say(phrase="plan", facts={"lines": Lines(lines)})]


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """/week, /plan and the Why button."""
    return [
        CommandHandler("week", spoken(week)),
        CommandHandler("plan", spoken(plan)),
        CallbackQueryHandler(tapped(why), pattern=r"^v1:why-days(:|$)"),
        CallbackQueryHandler(tapped(calendar_button), pattern=r"^v1:calendar(:|$)"),
    ]
