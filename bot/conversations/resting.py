"""Rest and the end by itself: the timers of a workout and their buttons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import floor
from bot.coach import cards, course, holding, session
from bot.coach.heard import Heard
from bot.coach.says import Button, Nod, Say, Saying
from bot.coach.taps import Tap, tap
from bot.exchange import tapped
from bot.reminders import DueHandler
from content.library import open_library
from storage.notebook import Page
from storage.records import Due, Runner, Talk, Workout

Says = Iterable[Saying]
STALE = [Nod(kind="toast", phrase="toast-stale")]


def _mine(page: Page, heard: Heard, tap_: Tap) -> Workout | None:
    workout = page.workouts.current(heard.runner.id)
    return workout if workout is not None and workout.id == tap_.number(0) and course.due(workout) else None


def plus(page: Page, heard: Heard, tap_: Tap) -> Says:
    """15 seconds more rest."""
    workout = _mine(page, heard, tap_)
    waiting = page.dues.of(heard.runner.id, ("rest",))
    if workout is None or not waiting:
        return STALE
    page.dues.keep(replace(waiting[0], at=max(waiting[0].at, heard.now) + timedelta(seconds=15)))
    return [Nod(kind="toast", phrase="toast-plus")]


def go(page: Page, heard: Heard, tap_: Tap) -> Says:
    """No more rest: the next set now."""
    workout = _mine(page, heard, tap_)
    if workout is None or holding.held(workout):
        return STALE
    page.dues.drop(heard.runner.id, "rest")
    return [
        Nod(kind="toast", phrase="toast-go"),
        cards.passing(workout, heard.library),
    ]


def rest_off(page: Page, heard: Heard, tap_: Tap) -> Says:
    """No rest timer for this exercise, until the settings bring it back."""
    workout = _mine(page, heard, tap_)
    place = course.due(workout) if workout else None
    if workout is None or place is None:
        return STALE
    habits = heard.runner.habits
    off = tuple(dict.fromkeys((*habits.rest_off, place.plan.exercise)))
    page.runners.keep(replace(heard.runner, habits=replace(habits, rest_off=off)))
    page.dues.drop(heard.runner.id, "rest")
    return [
        Nod(kind="toast", phrase="toast-rest-off"),
        cards.passing(workout, heard.library),
    ]


def _open(page: Page, due: Due) -> tuple[Runner, Workout] | None:
    """The runner and the workout that a timer was set for, if that is still the one that is open."""
    runner, workout = page.runners.get(due.runner_id), page.workouts.current(due.runner_id)
    if runner is None or workout is None or workout.id != due.facts.get("workout"):
        return None
    if workout.status != "open" or holding.guard(workout) is not None:
        return None
    return (runner, workout) if course.due(workout) is not None else None


def rest_over(page: Page, due: Due, now: datetime) -> Says:
    """Rest is over: a new message that rings; long past, it is not worth a sound."""
    found = _open(page, due)
    if found is None:
        return []
    _, workout = found
    bell = cards.bell(workout, open_library(), "rest-over")
    return [
        replace(bell, silent=now - due.at > timedelta(minutes=2)),
        cards.passing(workout, open_library()),
    ]


def stale(page: Page, due: Due, now: datetime) -> Says:
    """A workout that stands open for two hours after its last set is asked about once."""
    workout = page.workouts.current(due.runner_id)
    place = course.due(workout) if workout else None
    if workout is None or place is None or holding.held(workout):
        return []
    newest = max((done.at for done in workout.sets), default=workout.opened_at)
    if now - newest < session.STALE:
        page.dues.keep(replace(due, at=newest + session.STALE))
        return []

    page.talks.keep(Talk(runner_id=due.runner_id, asked="stale", at=now))
    buttons = (
        (
            Button("button-keep", tap("keep", workout.id)),
            Button("button-end", tap("end", workout.id), style="danger"),
        ),
    )
    return [
        Say(
            phrase="stale-ask",
            facts={"exercise": cards.name(place.plan.exercise), "set": place.set},
            buttons=buttons,
            silent=False,
        )
    ]


def close(page: Page, due: Due, now: datetime) -> Says:
    """After six hours without a set the workout is closed, with its honest duration."""
    runner, workout = page.runners.get(due.runner_id), page.workouts.current(due.runner_id)
    if runner is None or workout is None:
        return []
    newest = max((done.at for done in workout.sets), default=workout.opened_at)
    if now - newest < session.CLOSE:
        page.dues.keep(replace(due, at=newest + session.CLOSE))
        return []
    library = open_library()
    heard = Heard(runner=runner, library=library, tongue=library.tongue(runner.language), at=newest, now=now)
    says = floor.closed_by_itself(page, heard, workout)
    return [say for say in says if not isinstance(say, Say)] if holding.held(workout) else says


TAPS = {"plus": plus, "go": go, "rest-off": rest_off}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """The buttons of rest."""
    return [CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()]


def dues() -> Mapping[str, DueHandler]:
    """What comes by itself in a workout."""
    return {
        "rest": rest_over,
        "stale": stale,
        "close": close,
    }
