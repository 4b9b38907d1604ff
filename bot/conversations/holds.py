"""Holds: the countdown's buttons, its edits, its end, and the change of sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import countdown, floor
from bot.coach import cards, course, halves, holding, session
from bot.coach.course import DueSet
from bot.coach.heard import Heard
from bot.coach.meaning import Reply, Said
from bot.coach.says import Nod, Say, Saying
from bot.coach.taps import Tap
from bot.exchange import tapped
from bot.reminders import DueHandler
from content.library import open_library
from storage.notebook import Page
from storage.records import Due, Runner, Workout

Says = Iterable[Saying]
STEP = timedelta(seconds=10)  # between two edits of the countdown
LAST = timedelta(seconds=3)
STALE = [Nod(kind="toast", phrase="toast-stale")]


def _mine(page: Page, heard: Heard, tap_: Tap) -> tuple[Workout, DueSet] | None:
    workout = page.workouts.current(heard.runner.id)
    place = course.due(workout) if workout else None
    ours = workout is not None and workout.id == tap_.number(0) and place is not None
    return (workout, place) if ours and workout and place else None


def hold(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Start the countdown of a hold: five seconds to get ready, then edits every ten and at three."""
    found = _mine(page, heard, tap_)
    if found is None or found[1].slot != tap_.number(1):
        return STALE
    return [Nod(kind="toast", phrase="toast-hold"), *start(page, heard, *found)]


def start(page: Page, heard: Heard, workout: Workout, place: DueSet) -> Says:
    """The hold that is due begins, or, between two sides, the second one at once."""
    if (stopped := holding.guard(workout)) is not None:
        return [stopped]
    if workout.status == "paused":
        now = replace(workout, status="open")
        workout = page.workouts.keep(now, workout)
    return countdown.begin(page, workout, place, heard.now + countdown.READY, heard.library)


def down(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Down before the end: what was held counts, if it was at least a second; the other side still comes."""
    found = _mine(page, heard, tap_)
    waiting = page.dues.of(heard.runner.id, ("hold",))
    if found is None or not waiting:
        return STALE
    workout, place = found
    begun = datetime.fromisoformat(str(waiting[0].facts["start"]))
    held = int((heard.at - begun).total_seconds())
    if held < 1:
        page.dues.drop(heard.runner.id, "hold", "count")
        return [cards.passing(workout, heard.library)]
    side = waiting[0].facts.get("side", "")
    if side == "left":
        return countdown.halfway(page, workout, place, held, heard.at, heard.library)
    told = halves.whole(workout, place, held) if side == "right" else (Said(seconds=held),)
    said = Reply(intent="done", sets=told)
    step = session.log(workout, said, heard.runner, heard.library, at=heard.at, message_id=None)
    return floor.carry_out(page, heard, workout, step)


def _open(page: Page, due: Due) -> tuple[Runner, Workout, DueSet] | None:
    """The runner, the workout and the set that a timer was set for, if they are still the ones that are due."""
    runner, workout = page.runners.get(due.runner_id), page.workouts.current(due.runner_id)
    place = course.due(workout) if workout else None
    if runner is None or workout is None or place is None or workout.id != due.facts.get("workout"):
        return None
    if workout.status != "open" or holding.guard(workout) is not None:
        return None
    ours = (place.slot, place.set) == (due.facts.get("slot"), due.facts.get("set"))
    return (runner, workout, place) if ours else None


def count(page: Page, due: Due, now: datetime) -> Says:
    """One edit of the countdown, and when the next one comes."""
    found = _open(page, due)
    if found is None:
        return []
    end = datetime.fromisoformat(str(due.facts["end"]))
    left = end - now
    if left <= timedelta(seconds=1):
        return []
    following = now + STEP if left > STEP + LAST else end - LAST
    if following > now + timedelta(milliseconds=500):
        page.dues.keep(replace(due, at=following))
    side = due.facts.get("side", "")
    return [cards.passing(found[1], open_library(), holding=round(left.total_seconds()), side=side)]


def hold_over(page: Page, due: Due, now: datetime) -> Says:
    """And down: the hold is logged with its full time, and a new message rings; sides get their switch."""
    found = _open(page, due)
    if found is None:
        return []
    runner, workout, place = found
    library = open_library()
    side, told = due.facts.get("side", ""), tuple[Said, ...]()
    if side == "left":
        return countdown.halfway(page, workout, place, place.plan.low, due.at, library, rings=True)
    if side == "right":
        told = halves.whole(workout, place, place.plan.low)
    heard = Heard(runner=runner, library=library, tongue=library.tongue(runner.language), at=due.at, now=now)
    step = session.log(workout, Reply(intent="done", sets=told), runner, library, at=due.at, message_id=None)
    says = list(floor.carry_out(page, heard, workout, step))
    return says if step.finished else [_rung(say) for say in says]


def _rung(say: Saying) -> Saying:
    """The line after a hold says "and down", and rings."""
    if isinstance(say, Say) and say.phrase == "line":
        return replace(say, silent=False, phrase="line-down")
    return say


def switch(page: Page, due: Due, now: datetime) -> Says:
    """The second side begins."""
    found = _open(page, due)
    return countdown.begin(page, found[1], found[2], now, open_library()) if found else []


TAPS = {"hold": hold, "down": down}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """The buttons of a hold."""
    return [CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()]


def dues() -> Mapping[str, DueHandler]:
    """What comes by itself in a hold."""
    return {"count": count, "hold": hold_over, "switch": switch}
