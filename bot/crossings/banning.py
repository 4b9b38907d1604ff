"""Never again: an exercise is off the list from this moment, also in the workout that is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot import doubting, floor
from bot.coach import cards, course, holding, mending, opening, session
from bot.coach.heard import Heard
from bot.coach.says import Fact, Say, Saying
from bot.coach.session import Step
from bot.conversations import adapting, training
from storage.notebook import Page
from storage.records import Slot, Wish, Workout

Says = Iterable[Saying]


def ban(page: Page, heard: Heard, exercise: str) -> Says:
    """Off the list until the settings bring it back; what is open today goes on without it."""
    page.wishes.keep(Wish(runner_id=heard.runner.id, kind="ban", about=exercise, at=heard.now))
    told = Say(phrase="banned", facts={"exercise": cards.name(exercise)})
    workout = page.workouts.current(heard.runner.id)
    if workout is None:
        return [told]
    if holding.held(workout):
        return [told, *doubting.stopped(page, heard, workout)]
    place = course.due(workout)
    if place is not None and place.plan.exercise == exercise:
        return [told, *adapting.without_it(page, heard, workout, place)]
    now, new = _without_later(page, heard, workout, exercise)
    if now == workout:
        return [told, *training.repeat(page, heard)]
    now = replace(now, note=session.without_timers(now))
    facts: dict[str, Fact] = {"new": cards.name(new)} if new else {}
    says = [told, *([Say(phrase="banned-later", facts=facts)] if new else [])]
    return [
        *says,
        *floor.carry_out(page, heard, workout, Step(workout=now)),
        *training.repeat(page, heard),
        *(floor.live_card(page, heard, now) if _next(workout) == exercise else []),
    ]


def without(page: Page, heard: Heard, exercise: str) -> Says | None:
    """Not today: left out of the workout that is open, and nothing is kept of it; None where it is not in it."""
    workout = page.workouts.current(heard.runner.id)
    if workout is None or holding.held(workout):
        return None if workout is None else doubting.stopped(page, heard, workout)
    place = course.due(workout)
    if place is not None and place.plan.exercise == exercise:
        return floor.carry_out(page, heard, workout, mending.skip(workout, heard.library))
    slots = [n for n, s in enumerate(workout.slots) if s.exercise == exercise and course.waits(workout, n)]
    if not slots:
        return None
    now = course.close_slot(workout, slots[0], "why-skipped")
    return [
        Say(phrase="without-today", facts={"exercise": cards.name(exercise)}),
        *floor.carry_out(page, heard, workout, Step(workout=now)),
        *training.repeat(page, heard),
        *floor.live_card(page, heard, now),
    ]


def _next(workout: Workout) -> str:
    """The exercise that the card names as the next one."""
    place = course.due(workout)
    coming = [slot.exercise for slot in workout.slots[place.slot + 1 :] if not slot.closed] if place else []
    return coming[0] if coming else ""


def _without_later(page: Page, heard: Heard, workout: Workout, exercise: str) -> tuple[Workout, str]:
    """The workout with the exercise, which is still to come, exchanged or left out; what takes its place.

    Where sets of it are logged already, they stay, and no more come.
    """
    found = [n for n, s in enumerate(workout.slots) if s.exercise == exercise and course.waits(workout, n)]
    if not found:
        return workout, ""
    number, inside = found[0], {slot.exercise for slot in workout.slots}
    runner, banned = floor.with_kit(heard.runner, heard.today), floor.banned(page, heard.runner)
    if course.made(workout, number):
        return course.close_slot(workout, number, "why-banned"), ""
    new = next((o for o in opening.swaps(exercise, runner, heard.library, banned) if o not in inside), "")
    old = workout.slots[number]
    slot = replace(old, closed=True, why="why-banned") if not new else _fresh(page, heard, new, old)
    return replace(workout, slots=(*workout.slots[:number], slot, *workout.slots[number + 1 :])), new


def _fresh(page: Page, heard: Heard, name: str, old: Slot) -> Slot:
    plain = opening.slot_of(name, page.targets.of(heard.runner.id), heard.runner, heard.library)
    return replace(plain, sets=min(old.sets, plain.sets), why="why-banned")
