"""Doubting a done: pain or a warning sign stops it, far too many reps are asked about."""

from __future__ import annotations

from collections.abc import Iterable

from bot import floor
from bot.coach import cards, course, holding, session
from bot.coach.heard import Heard
from bot.coach.meaning import Reply, Said
from bot.coach.says import Button, Fact, Nod, Say, Saying
from bot.coach.taps import Tap, tap
from storage.notebook import Page
from storage.records import Talk, Workout

Says = Iterable[Saying]
MUCH, TIMES = 30, 3  # more reps than this, and so many times the aim, are asked about


def stopped(page: Page, heard: Heard, workout: Workout) -> Says:
    """A pain or a warning sign stops the workout: nothing is logged, its question is asked again (brief 5.2)."""
    found = holding.guard(workout)
    if holding.held(workout):
        page.talks.keep(Talk(runner_id=heard.runner.id, asked="held", at=heard.now))
    return [found] if found is not None else []


def is_much(workout: Workout, said: Reply) -> int | None:
    """The most reps said, where they are far above the aim of the set."""
    place = course.due(workout)
    most = max((one.reps or 0 for one in said.sets), default=0)
    return most if place is not None and most > MUCH and most >= TIMES * place.plan.low else None


def ask_much(page: Page, heard: Heard, workout: Workout, said: Reply, most: int) -> Says:
    """99? That is a lot: the set waits for a yes."""
    place = course.due(workout)
    assert place is not None
    sets = [{"reps": s.reps, "seconds": s.seconds, "kg": s.kg, "side": s.side} for s in said.sets]
    facts = {"slot": place.slot, "set": place.set, "sets": sets, "message": heard.message_id}
    page.talks.keep(Talk(runner_id=heard.runner.id, asked="much", facts=facts, at=heard.now))
    row = tuple(
        Button(f"button-much-{word}", tap("much", workout.id, word), {"count": most})
        for word in ("yes", "no")
    )
    told: dict[str, Fact] = {"exercise": cards.name(place.plan.exercise), "count": most}
    return [Say(phrase="much-ask", facts=told, buttons=(row,))]


def much(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Yes or no to a number far above the aim; it is logged where it was said, if that set is still due."""
    workout, talk = _mine(page, heard, tap_), page.talks.get(heard.runner.id)
    place = course.due(workout) if workout else None
    if workout is None or place is None or talk is None or talk.asked != "much":
        return [Nod(kind="toast", phrase="toast-stale")]
    facts = talk.facts
    page.talks.keep(Talk(runner_id=heard.runner.id, at=heard.now))
    if tap_.word(1) != "yes":
        return [Say(phrase="much-no"), cards.again(workout, heard.library)]
    if (place.slot, place.set) != (facts["slot"], facts["set"]) or holding.guard(workout) is not None:
        return [Nod(kind="toast", phrase="toast-stale")]
    said = Reply(intent="done", sets=tuple(Said(**one) for one in facts["sets"]))
    step = session.log(
        workout, said, heard.runner, heard.library, at=heard.at, message_id=facts.get("message")
    )
    return floor.carry_out(page, heard, workout, step)


def _mine(page: Page, heard: Heard, tap_: Tap) -> Workout | None:
    """The open workout, if the button was made for it."""
    workout = page.workouts.current(heard.runner.id)
    return workout if workout is not None and workout.id == tap_.number(0) else None
