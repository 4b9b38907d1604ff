"""The countdown of a hold: begun, given up, one side done; a done said while it runs is what was really held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot import floor
from bot.coach import cards, course, halves, session
from bot.coach.course import DueSet
from bot.coach.heard import Heard
from bot.coach.meaning import Reply, Said
from bot.coach.says import Fact, Ref, Say, Saying
from content.library import Library
from storage.notebook import Page
from storage.records import Due, Side, Workout

Says = Iterable[Saying]
HOLD = ("hold", "count", "switch")
READY = timedelta(seconds=5)  # to get into position
SWITCH = timedelta(seconds=8)  # to change sides
LEAST_HELD = 3  # seconds; a shorter hold was none


def begin(page: Page, workout: Workout, place: DueSet, start: datetime, library: Library) -> Says:
    """Set the hold to begin at `start`: the side that is next, where each one counts."""
    side: Side = ""
    if halves.by_sides(workout, place, library):
        side = "left" if halves.half(workout, place) is None else "right"
    end = start + timedelta(seconds=place.plan.low)
    facts = {
        "workout": workout.id,
        "slot": place.slot,
        "set": place.set,
        "side": side,
        "start": start.isoformat(),
    }
    page.dues.drop(workout.runner_id, "rest", "switch")
    page.dues.keep(Due(runner_id=workout.runner_id, kind="hold", at=end, facts=facts))
    page.dues.keep(
        Due(runner_id=workout.runner_id, kind="count", at=start, facts={**facts, "end": end.isoformat()})
    )
    return [cards.passing(workout, library, holding=place.plan.low, ready=True, side=side)]


def runs(page: Page, workout: Workout) -> bool:
    """Whether a hold or the change of sides is under way."""
    return bool(page.dues.of(workout.runner_id, ("hold", "switch")))


def cancel(page: Page, heard: Heard, workout: Workout) -> Says:
    """The hold is off, both sides of it."""
    page.dues.drop(heard.runner.id, *HOLD)
    workout = page.workouts.keep(halves.without_half(workout), workout)
    again = cards.again(workout, heard.library)
    return [Say(phrase="hold-cancelled"), again, *floor.live_card(page, heard, workout)]


def of_hold(page: Page, heard: Heard, workout: Workout, said: Reply) -> Says | None:
    """A done while a hold runs, or between its sides; None where it is an ordinary set.

    One side's done never stands for the other: after the left one the right one comes.
    """
    place = course.due(workout)
    if place is None or not _is_about_hold(said, halves.by_sides(workout, place, heard.library)):
        return None
    told = said.sets[0].seconds if said.sets else None
    if waiting := page.dues.of(heard.runner.id, ("hold",)):
        return _held(page, heard, workout, place, waiting[0], told)
    if switching := page.dues.of(heard.runner.id, ("switch",)):
        return _between(page, heard, workout, place, switching[0], told)
    if halves.half(workout, place) is None:
        return None
    return _log(page, heard, workout, halves.whole(workout, place, told or place.plan.low))


def _is_about_hold(said: Reply, by_sides: bool) -> bool:
    """No numbers at all, or, where sides are held one by one, one number without a side."""
    plain = len(said.sets) == 1 and said.sets[0].seconds is not None and not said.sets[0].side
    return not said.count and (not said.sets or (by_sides and plain))


def _held(
    page: Page, heard: Heard, workout: Workout, place: DueSet, hold: Due, told: int | None
) -> Says | None:
    held = int((heard.at - datetime.fromisoformat(str(hold.facts["start"]))).total_seconds())
    side = hold.facts.get("side", "")
    if told is None and held < LEAST_HELD:
        left = halves.half(workout, place) if side == "right" else None
        if left is None:
            return cancel(page, heard, workout)
        return halfway(page, workout, place, left, heard.at, heard.library)  # it was about the left side
    seconds = min(held, place.plan.low) if told is None else told
    if side == "left":
        return halfway(page, workout, place, seconds, heard.at, heard.library)
    if side == "right":
        return _log(page, heard, workout, halves.whole(workout, place, seconds))
    return _log(page, heard, workout, (Said(seconds=seconds),)) if seconds < place.plan.low else None


def _between(
    page: Page, heard: Heard, workout: Workout, place: DueSet, switch: Due, told: int | None
) -> Says:
    """A done between the sides: the left one is noted, and the right one still comes; a number mends the left."""
    if told is not None:
        workout = page.workouts.keep(halves.with_half(workout, place, told), workout)
    seconds = max(1, round((switch.at - heard.at).total_seconds()))
    return [_other_side(workout, place, "hold-other-side", seconds)]


def halfway(
    page: Page,
    workout: Workout,
    place: DueSet,
    held: int,
    at: datetime,
    library: Library,
    *,
    rings: bool = False,
) -> Says:
    """The left side is done: it is noted, and after the change of sides the right one begins."""
    now = page.workouts.keep(halves.with_half(workout, place, held), workout)
    page.dues.drop(workout.runner_id, *HOLD)
    facts = {"workout": workout.id, "slot": place.slot, "set": place.set}
    page.dues.keep(Due(runner_id=workout.runner_id, kind="switch", at=at + SWITCH, facts=facts))
    told = _other_side(now, place, "hold-switch", int(SWITCH.total_seconds()))
    return [replace(told, silent=not rings), cards.passing(now, library)]


def _other_side(workout: Workout, place: DueSet, phrase: str, seconds: int) -> Say:
    facts: dict[str, Fact] = {
        "held": halves.half(workout, place) or 0,
        "seconds": seconds,
        "side": Ref("phrase.side-right"),
    }
    about = cards.about_line(workout)
    return Say(phrase=phrase, facts=facts, keyboard=cards.done_keyboard(place), about=about, retires=about)


def _log(page: Page, heard: Heard, workout: Workout, told: tuple[Said, ...]) -> Says:
    said = Reply(intent="done", sets=told)
    step = session.log(workout, said, heard.runner, heard.library, at=heard.at, message_id=heard.message_id)
    return floor.carry_out(page, heard, workout, step)
