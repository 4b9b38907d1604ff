"""A workout, turn by turn: what was said, with where it stands, gives what is remembered and what is said next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache

from bot.coach import cards
from bot.coach.course import (
    DueSet,
    by_set,
    counts_per_side,
    done_count,
    due,
    made,
    rows_for,
    sided,
    total,
    with_sets,
)
from bot.coach.meaning import Expect, Reply, Said
from bot.coach.says import Fact, Ref, Say, Saying
from content.library import Library, Tongue
from storage.records import Due, LoggedSet, Runner, Slot, Workout

STALE = timedelta(hours=2)
CLOSE = timedelta(hours=6)
TIMERS = ("rest", "hold", "count", "switch")  # what no longer matters once a set is logged
ALL_DUES = (*TIMERS, "stale", "close")
KEPT = ("effort", "planned", "per_side", "skip", "later")  # what a closed workout still says
TWICE = timedelta(seconds=2)  # a second bare "done" within this asks (reliability 2.3, rule 11)


@dataclass(frozen=True, kw_only=True)
class Step:
    """What one turn comes to: the workout as it is now, what happens later, and what is said."""

    workout: Workout
    says: tuple[Saying, ...] = ()
    dues: tuple[Due, ...] = ()
    drops: tuple[str, ...] = ()
    logged: int = 0  # sets logged in this turn
    finished: bool = False  # the last set was logged


def begin(
    runner: Runner,
    session: str,
    slots: Sequence[Slot],
    *,
    now: datetime,
    today: date,
    last: Mapping[str, str] | None = None,
    note: Mapping[str, object] | None = None,
) -> Workout:
    """A fresh workout, not yet kept: its slots, and last time's numbers for the cards."""
    facts = {key: value for key, value in {"last": dict(last or {}), **(note or {})}.items() if value}
    return Workout(
        id=None,
        runner_id=runner.id,
        session=session,
        local_date=today,
        opened_at=now,
        slots=tuple(slots),
        note=facts,
    )


def opened(workout: Workout, library: Library, *, now: datetime) -> Step:
    """The first words of a workout that was just kept: the card, and the first numbered button."""
    place = due(workout)
    assert place is not None
    says = (
        *cards.fresh(workout, library),
        Say(
            phrase="workout-begins",
            facts={"exercise": cards.name(place.plan.exercise), "sets": total(workout)},
            keyboard=cards.done_keyboard(place),
            about=cards.about_line(workout),
        ),
    )
    return Step(
        workout=workout,
        says=says,
        dues=open_dues(workout, now),
    )


def open_dues(workout: Workout, since: datetime) -> tuple[Due, ...]:
    """When an open workout is asked about, and when it is closed, if nothing happens after `since`."""
    return (
        Due(runner_id=workout.runner_id, kind="stale", at=since + STALE),
        Due(runner_id=workout.runner_id, kind="close", at=since + CLOSE),
    )


def expecting(
    place: DueSet, runner: Runner, library: Library, tongue: Tongue, *, per_side: bool = False
) -> Expect:
    """What a reply is read against: the set it is about, and what exercises are called."""
    rung = library.exercises[place.plan.exercise].rung(place.plan.level)
    return Expect(
        unit=rung.unit,
        loaded=place.plan.kg is not None,
        sided=sided(place.plan, library, per_side=per_side),
        low=place.plan.low,
        high=place.plan.high,
        kg=place.plan.kg,
        units=runner.habits.units,
        names=names(tongue),
    )


@cache
def names(tongue: Tongue) -> dict[str, str]:
    """What exercises are called, casefolded: name, short name and aliases → exercise id."""
    called: dict[str, str] = {}
    for exercise, prose in tongue.exercise.items():
        for alias in prose.aliases:
            called.setdefault(alias.casefold(), exercise)
    for exercise, prose in tongue.exercise.items():
        called[prose.short.casefold()] = exercise
        called[prose.name.casefold()] = exercise
    return called


def log(
    workout: Workout, reply: Reply, runner: Runner, library: Library, *, at: datetime, message_id: int | None
) -> Step:
    """Log what the reply says of the due set: one set, or several of this exercise. Planned values fill the rest."""
    place = due(workout)
    if place is None:
        return Step(workout=workout, says=(Say(phrase="all-sets-done"),))
    if reply.button is not None and (refusal := _wrong_button(workout, place, reply)):
        return Step(workout=workout, says=refusal)
    left = place.plan.sets - made(workout, place.slot)
    wanted = _each(reply)[: max(left, 0)]
    rows: tuple[LoggedSet, ...] = ()
    now = replace(workout, status="open", note=without_timers(workout))
    per_side = counts_per_side(workout)
    for part, said in enumerate(wanted):
        here = replace(place, set=place.set + part) if part else place
        rows = rows_for(
            here, _halved(said, reply, place, library, per_side=per_side), library,
            at=at, message_id=message_id, part=part, per_side=per_side,
        )  # fmt: skip
        now = with_sets(now, rows)
    last_place = replace(place, set=place.set + len(wanted) - 1) if len(wanted) != 1 else place
    if reply.effort and due_is_elsewhere(now, place):
        now = rated(now, place.slot, reply.effort)
    return _logged(now, last_place, rows, runner, library, at=at, many=len(wanted), typo=reply.typo)


def _wrong_button(workout: Workout, place: DueSet, reply: Reply) -> tuple[Saying, ...]:
    button = reply.button
    assert button is not None
    exercise = button.exercise or place.plan.exercise
    if exercise == place.plan.exercise and button.n == place.set:
        return ()
    facts: dict[str, Fact] = {"exercise": cards.name(exercise), "set": button.n}
    slots = [n for n, slot in enumerate(workout.slots) if slot.exercise == exercise]
    known = any((done.slot in slots and done.set == button.n) for done in workout.sets)
    phrase = "set-already-logged" if known else "set-not-due"
    due_facts: dict[str, Fact] = {"due": cards.name(place.plan.exercise), "due-set": place.set}
    return (
        Say(
            phrase=phrase,
            facts={**facts, **due_facts},
            keyboard=cards.done_keyboard(place),
            about=cards.about_line(workout),
            retires=cards.about_line(workout),
        ),
    )


def _each(reply: Reply) -> list[tuple[Said, ...]]:
    said = by_set(reply.sets) or [(Said(),)]
    if reply.count and len(said) == 1:
        return said * reply.count
    return said


def _halved(
    said: tuple[Said, ...], reply: Reply, place: DueSet, library: Library, *, per_side: bool
) -> tuple[Said, ...]:
    """ "10 in total" where each side counts: five and five, the odd one on the left."""
    whole = said[0]
    splits = reply.in_all and whole.reps is not None and whole.kg is None and not whole.side
    if not splits or whole.reps is None or sided(place.plan, library, per_side=per_side) != "per_side":
        return said
    half = max(1, whole.reps // 2)
    return (
        replace(whole, side="left", reps=max(1, whole.reps - whole.reps // 2)),
        replace(whole, side="right", reps=half),
    )


def without_timers(workout: Workout) -> dict[str, object]:
    """The workout's note without what only a running hold or rest, or taking back a skip, needs."""
    return {
        key: value
        for key, value in workout.note.items()
        if key not in {"hold", "half", "resting", "skip", "pain"}
    }


def due_is_elsewhere(workout: Workout, place: DueSet) -> bool:
    """Whether the exercise of `place` is finished."""
    following = due(workout)
    return following is None or following.slot != place.slot


def _logged(
    workout: Workout,
    place: DueSet,
    rows: tuple[LoggedSet, ...],
    runner: Runner,
    library: Library,
    *,
    at: datetime,
    many: int,
    typo: bool = False,
) -> Step:
    following = due(workout)
    rest = rest_after(place, runner) if following else 0
    says: list[Saying] = [cards.line(workout, place, rows, rest=rest, many=many, typo=typo)]
    if following is None:
        return Step(workout=workout, says=tuple(says), drops=ALL_DUES, logged=many, finished=True)
    says += _cards(workout, place, following, library, rest)
    dues: tuple[Due, ...] = ()
    if rest:
        dues = (
            Due(
                runner_id=runner.id,
                kind="rest",
                at=at + timedelta(seconds=rest),
                facts={"workout": workout.id},
            ),
        )
    timers = tuple(kind for kind in TIMERS if kind != "rest" or not rest)
    drops = timers if _timed(place, library) or not rest else ()
    return Step(workout=workout, says=tuple(says), dues=dues, drops=drops, logged=many)


def _timed(place: DueSet, library: Library) -> bool:
    return library.exercises[place.plan.exercise].rung(place.plan.level).unit == "seconds"


def _cards(
    workout: Workout, place: DueSet, following: DueSet, library: Library, rest: int
) -> tuple[Saying, ...]:
    """A new exercise gets a new card, and the old one goes; otherwise the card is edited, in passing."""
    if following.slot != place.slot:
        return cards.fresh(workout, library, resting=rest)
    return (cards.passing(workout, library, resting=rest),)


def rest_after(place: DueSet, runner: Runner) -> int:
    """Seconds of rest after this set: the exercise's, or none where the person turned it off."""
    habits = runner.habits
    return place.plan.rest if habits.rest and place.plan.exercise not in habits.rest_off else 0


def rated(workout: Workout, slot: int, effort: str) -> Workout:
    """The workout with the effort of an exercise noted."""
    efforts = {**workout.note.get("effort", {}), str(slot): effort}
    return replace(workout, note={**workout.note, "effort": efforts})


def close(workout: Workout, *, now: datetime, status: str = "done") -> Workout:
    """The workout closed: honest end (its last set), no timers, and only what history needs."""
    ended = max((done.at for done in workout.sets), default=workout.opened_at)
    note = {key: workout.note[key] for key in KEPT if key in workout.note}
    return replace(
        workout, status="stopped" if status == "stopped" else "done", closed_at=min(ended, now), note=note
    )


def summary_facts(workout: Workout) -> dict[str, Fact]:
    """What the summary tells: sets and whole minutes."""
    end = workout.closed_at or workout.opened_at
    minutes = max(1, round((end - workout.opened_at).total_seconds() / 60))
    return {
        "sets": done_count(workout),
        "minutes": minutes,
        "session": Ref(f"session.{workout.session}.name"),
    }
