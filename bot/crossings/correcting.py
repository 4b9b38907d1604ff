"""Correcting the past: /history → a workout → a set → new numbers, or the set removed; all that follows is learned anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import floor
from bot.coach import asks, cards, course, mending
from bot.coach.heard import Heard
from bot.coach.meaning import Reply
from bot.coach.says import Button, Fact, Lines, Nod, Say, Saying
from bot.coach.session import Step
from bot.coach.taps import Tap, tap
from bot.conversations import training
from bot.exchange import tapped
from storage.notebook import Page
from storage.records import LoggedSet, Talk, Workout

Says = Iterable[Saying]
STALE = [Nod(kind="toast", phrase="toast-stale")]
ASKED = "mend"
ANSWER_WITHIN = timedelta(minutes=10)


def mend(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Correct a set: of which exercise?"""
    workout = page.workouts.get(heard.runner.id, tap_.number(0) or 0)
    slots = [n for n in range(len(workout.slots)) if course.made(workout, n)] if workout else []
    if workout is None or not slots:
        return STALE
    if tap_.number(1) in slots:
        return [_which_set(workout, tap_.number(1) or 0)]
    rows = tuple(
        (
            Button(
                "button-mend-exercise",
                tap("mend", workout.id, n),
                {"exercise": cards.name(workout.slots[n].exercise)},
            ),
        )
        for n in slots
    )
    return [Say(phrase="mend-which", buttons=rows)]


def _which_set(workout: Workout, slot: int) -> Say:
    buttons = tuple(
        Button(
            "button-mend-set",
            tap("mendset", workout.id, slot, number),
            {"set": number, "did": Lines((cards.did(rows_of(workout, slot, number)),))},
        )
        for number in range(1, course.made(workout, slot) + 1)
    )
    facts: dict[str, Fact] = {"exercise": cards.name(workout.slots[slot].exercise)}
    return Say(phrase="mend-set", facts=facts, buttons=tuple((button,) for button in buttons))


def rows_of(workout: Workout, slot: int, number: int) -> tuple[LoggedSet, ...]:
    """The rows of one set."""
    return tuple(done for done in workout.sets if (done.slot, done.set) == (slot, number))


def _found(page: Page, heard: Heard, tap_: Tap) -> tuple[Workout, tuple[LoggedSet, ...]] | None:
    """The workout and the set that a button is about, if they are this person's."""
    workout = page.workouts.get(heard.runner.id, tap_.number(0) or 0)
    rows = rows_of(workout, tap_.number(1) or 0, tap_.number(2) or 0) if workout else ()
    return (workout, rows) if workout is not None and rows else None


def _facts(rows: tuple[LoggedSet, ...]) -> dict[str, Fact]:
    return {
        "exercise": cards.name(rows[0].exercise),
        "set": rows[0].set,
        "did": Lines((cards.did(rows),)),
    }


def mend_set(page: Page, heard: Heard, tap_: Tap) -> Says:
    """A set was chosen: what should it be? The next message answers."""
    found = _found(page, heard, tap_)
    if found is None:
        return STALE
    workout, rows = found
    facts = {"workout": workout.id, "slot": rows[0].slot, "set": rows[0].set}
    page.talks.keep(Talk(runner_id=heard.runner.id, asked=ASKED, facts=facts, at=heard.now))
    remove = Button(
        "button-mend-remove", tap("mendrm", workout.id, rows[0].slot, rows[0].set), style="danger"
    )
    return [Say(phrase="mend-how", facts=_facts(rows), buttons=((remove,),))]


def remove(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The set goes; later ones move up; the workout stays as open or closed as it was."""
    found = _found(page, heard, tap_)
    if found is None:
        return STALE
    workout, rows = found
    page.talks.keep(Talk(runner_id=heard.runner.id, at=heard.now))
    now = course.without(workout, rows[0].slot, rows[0].set)
    says = (Say(phrase="mend-removed", facts=_facts(rows)),)
    return [
        *floor.carry_out(page, heard, workout, Step(workout=now, says=says)),
        *training.repeat(page, heard),
    ]


def asked_about(page: Page, heard: Heard, talk: Talk | None) -> tuple[Workout, tuple[LoggedSet, ...]] | None:
    """The set whose new numbers are waited for, for ten minutes."""
    if talk is None or talk.asked != ASKED or heard.at - talk.at > ANSWER_WITHIN:
        return None
    workout = page.workouts.get(heard.runner.id, int(talk.facts["workout"]))
    rows = rows_of(workout, talk.facts["slot"], talk.facts["set"]) if workout else ()
    return (workout, rows) if workout is not None and rows else None


def answered(
    page: Page, heard: Heard, workout: Workout, rows: tuple[LoggedSet, ...], said: Reply
) -> Says | None:
    """The new numbers; None where the message is about something else."""
    if said.doubt is not None:
        return [asks.doubt(said.doubt)]
    if not said.sets or said.intent not in ("done", "undo", "fail"):
        return [Say(phrase="mend-unclear")] if said.intent in ("done", "undo") else None
    page.talks.keep(Talk(runner_id=heard.runner.id, at=heard.now))
    step = mending.correct(workout, said.sets, heard.library, rows=rows)
    fresh = rows_of(step.workout, rows[0].slot, rows[0].set)
    says = (Say(phrase="mended", facts=_facts(fresh)),)
    done = floor.carry_out(page, heard, workout, Step(workout=step.workout, says=says))
    return [*done, *training.repeat(page, heard)]


TAPS = {"mend": mend, "mendset": mend_set, "mendrm": remove}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """The buttons under a past workout."""
    return [CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()]
