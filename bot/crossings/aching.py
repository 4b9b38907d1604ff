"""Aches: whether a pain may be kept in mind, and how it is at the next workout (brief 5.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import floor
from bot.coach import cards, course
from bot.coach.heard import Heard
from bot.coach.says import Button, Fact, Nod, Say, Saying
from bot.coach.session import Step
from bot.coach.taps import Tap, tap
from bot.conversations import adapting
from bot.exchange import tapped
from storage.notebook import Page
from storage.records import Slot, Workout

Says = Iterable[Saying]
STALE = [Nod(kind="toast", phrase="toast-stale")]


def may_keep(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Yes or no to keeping pains in mind; the one that was just told is kept with the yes."""
    answer, exercise, level = tap_.word(0), tap_.word(1), tap_.word(2)
    if answer not in ("yes", "no") or exercise not in heard.library.exercises:
        return STALE
    runner = replace(heard.runner, habits=replace(heard.runner.habits, notes=answer == "yes"))
    page.runners.keep(runner)
    if answer == "yes" and level in adapting.LEVELS:
        adapting.note_pain(page, heard.by(runner), exercise, level, tap_.word(3) == "yes")
    return [Say(phrase=f"pain-note-{answer}", about="pain-note", edit=True)]


def relief(page: Page, heard: Heard, tap_: Tap) -> Says:
    """How the pain of last time is today: fine, an easier version, or leave it out."""
    workout, number, how = page.workouts.current(heard.runner.id), tap_.number(1), tap_.word(2)
    if workout is None or workout.id != tap_.number(0) or number is None or number >= len(workout.slots):
        return STALE
    slot = workout.slots[number]
    if course.made(workout, number) or slot.closed or how not in ("fine", "easier", "out"):
        return STALE
    facts: dict[str, Fact] = {"exercise": cards.name(slot.exercise)}
    if how == "fine":
        page.wishes.drop(heard.runner.id, "pain", slot.exercise)
        return [Say(phrase="relief-fine", facts=facts, about="pain", edit=True)]
    eased = adapting.eased(slot, heard) if how == "easier" else None
    now = _with(workout, number, eased or replace(slot, closed=True, why="why-pain"))
    told = Say(phrase="relief-easier" if eased else "relief-out", facts=facts, about="pain", edit=True)
    if course.due(now) is None:
        return floor.carry_out(page, heard, workout, Step(workout=now, says=(told,), finished=True))
    place = course.due(workout)
    if place is None or place.slot != number:
        return floor.carry_out(page, heard, workout, Step(workout=now, says=(told,)))
    return adapting.go_on(page, heard, workout, now, replace(told, about=None, edit=False))


def _with(workout: Workout, number: int, slot: Slot) -> Workout:
    return replace(workout, slots=(*workout.slots[:number], slot, *workout.slots[number + 1 :]))


def question(exercise: str, level: str, sharp: str) -> Say:
    """May I keep it in mind? Asked once, at the first pain."""
    yes, no = (
        Button(f"button-pain-note-{answer}", tap("painnote", answer, exercise, level, sharp))
        for answer in ("yes", "no")
    )
    return Say(phrase="pain-note-ask", buttons=((yes, no),), about="pain-note")


def pain_kind(page: Page, heard: Heard, tap_: Tap) -> Says:
    """What to do about the pain, then, once, whether it may be kept in mind."""
    workout = page.workouts.current(heard.runner.id)
    place = course.due(workout) if workout else None
    says = list(adapting.pain_kind(page, heard, tap_))
    if place is None or heard.runner.habits.notes is not None or not isinstance(says[0], Say):
        return says
    level, sharp = tap_.word(2), "yes" if tap_.word(3) == "yes" else "no"
    return [*says, question(place.plan.exercise, level, sharp)]


TAPS = {"painnote": may_keep, "relief": relief, "sharp": pain_kind}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """The buttons about pains."""
    return [CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()]
