"""A light week: offered after bad nights or a big week, told where the coach begins one, kept or refused (brief 4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import deloading
from bot.coach import course, deload, opening, screens, session
from bot.coach.heard import Heard
from bot.coach.says import Nod, Say, Saying
from bot.coach.taps import Tap
from bot.coach.weeks_season import monday_of
from bot.conversations import adapting, training
from bot.exchange import tapped
from storage.notebook import Page
from storage.records import Slot, Talk, Workout

Says = Iterable[Saying]
CAUSES = ("why-deload", "why-deload-due", "why-deload-two-hard", *deload.TOLD)
SETS = 2  # of each exercise in a light week


def offer(page: Page, heard: Heard, cause: str) -> Says:
    """Shall this be a light week? Said again, it stands as decided."""
    workout = page.workouts.current(heard.runner.id)
    if workout is None:
        facts = {"cause": cause}
        page.talks.keep(Talk(runner_id=heard.runner.id, asked="light", facts=facts, at=heard.now))
    says = [deloading.ask(cause, heard.today, phrase="deload-ask")]
    return [*says, *(training.repeat(page, heard) if workout else [])]


def light(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Keep or Later, while the week is still the same."""
    answer, cause = tap_.word(1), tap_.word(2)
    ours = tap_.word(0) == monday_of(heard.today).isoformat() and cause in CAUSES
    if not ours or answer not in ("keep", "later"):
        return [Nod(kind="toast", phrase="toast-stale")]
    return decided(page, heard, cause if answer == "keep" else deload.LATER)


def decided(page: Page, heard: Heard, phrase: str) -> Says:
    """Write the decision down; what is left of the open workout follows it."""
    deloading.decide(page, heard.runner, heard.today, phrase, heard.now)
    refused = phrase == deload.LATER
    told = Say(phrase="deload-refused" if refused else "deload-kept")
    training.settled(page, heard)
    workout = page.workouts.current(heard.runner.id)
    if workout is None:
        start = () if refused else ((screens.start_button(heard.today),),)
        return [replace(told, buttons=start)]
    change = _fuller if refused else _lighter
    slots = tuple(change(page, heard, workout, number) for number in range(len(workout.slots)))
    if slots == workout.slots:
        return [told, *training.repeat(page, heard)]
    now = replace(workout, slots=slots, note=session.without_timers(workout))
    return adapting.go_on(page, heard, workout, now, told)


def _lighter(page: Page, heard: Heard, workout: Workout, number: int) -> Slot:
    """At most two sets of what is still to come, those done already included."""
    slot = workout.slots[number]
    sets = max(SETS, course.made(workout, number))
    cut = course.waits(workout, number) and slot.sets > sets
    return replace(slot, sets=sets, why="why-deload") if cut else slot


def _fuller(page: Page, heard: Heard, workout: Workout, number: int) -> Slot:
    """As planned again, where the light week had taken something away."""
    slot = workout.slots[number]
    if slot.why != "why-deload" or not course.waits(workout, number):
        return slot
    return opening.slot_of(slot.exercise, page.targets.of(heard.runner.id), heard.runner, heard.library)


TAPS = {"light": light}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """Keep and Later."""
    return [CallbackQueryHandler(tapped(light), pattern=r"^v1:light(:|$)")]
