"""Questions back during a workout: which was meant, one more set, end or keep going, start today's."""

from __future__ import annotations

from bot.coach import course, screens
from bot.coach.heard import Heard
from bot.coach.meaning import Doubt
from bot.coach.says import Button, Say
from bot.coach.taps import tap
from storage.records import Workout


def ask_another(workout: Workout) -> Say:
    """Two dones in two seconds: one or two?"""
    place = course.due(workout)
    here = (workout.id, place.slot, place.set) if place else (workout.id, 0, 0)
    yes = Button("button-another-yes", tap("another", *here), style="success")
    return Say(phrase="ask-another", buttons=((yes, Button("button-another-no", tap("one", workout.id))),))


def doubt(found: Doubt) -> Say:
    """Nothing is logged; the question says what would be clear."""
    return Say(
        phrase=found.phrase,
        facts=dict(found.facts),
        buttons=tuple(
            (Button("button-choice", tap("say", _packed(choice)), {"choice": choice}),)
            for choice in found.choices[:3]
            if _packed(choice)
        ),
    )


def _packed(choice: str) -> str:
    """A choice as callback data can carry it: letters, digits and dots, a plus for a space; empty where it cannot."""
    packed = choice.replace(" ", "+")
    return (
        packed
        if len(packed) <= 40 and all(c.isascii() and (c.isalnum() or c in "+._-") for c in packed)
        else ""
    )


def stop_question(workout: Workout) -> Say:
    """/stop asks: end or keep."""
    facts = {"done": course.done_count(workout), "total": course.total(workout)}
    end = Button("button-end", tap("end", workout.id), style="danger")
    return Say(
        phrase="stop-ask", facts=facts, buttons=((end, Button("button-keep", tap("keep", workout.id))),)
    )


def nothing_open(heard: Heard) -> Say:
    """No workout is open: start today's?"""
    return Say(phrase="no-workout", buttons=((screens.start_button(heard.today),),))
