"""Mending a workout: leave out, take back, correct; each gives a Step like any other turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.coach import cards
from bot.coach.course import DueSet, close_slot, due, last_set, without
from bot.coach.meaning import Said
from bot.coach.says import Fact, Lines, Say, Saying
from bot.coach.session import ALL_DUES, TIMERS, Step, without_timers
from content.library import Library
from storage.records import LoggedSet, Workout


def skip(workout: Workout, library: Library, *, slot: int | None = None) -> Step:
    """Leave out what is left of an exercise and go on with the next."""
    place = due(workout)
    if place is None or (slot is not None and slot != place.slot):
        return Step(workout=workout, says=(Say(phrase="skip-nothing"),))
    now = replace(close_slot(workout, place.slot, "skipped"), note=without_timers(workout))
    facts: dict[str, Fact] = {"exercise": cards.name(place.plan.exercise)}
    following = due(now)
    if following is None:
        return Step(
            workout=now, says=(Say(phrase="skipped-last", facts=facts),), drops=ALL_DUES, finished=True
        )
    return Step(workout=now, says=_moved_on("skipped", facts, now, following, library), drops=TIMERS)


def _moved_on(
    phrase: str, facts: Mapping[str, Fact], workout: Workout, following: DueSet, library: Library
) -> tuple[Saying, ...]:
    return (
        Say(
            phrase=phrase,
            facts={**facts, "next": cards.name(following.plan.exercise)},
            keyboard=cards.done_keyboard(following),
            about=cards.about_line(workout),
            retires=cards.about_line(workout),
        ),
        *cards.fresh(workout, library),
    )


def undo(workout: Workout, library: Library, *, slot: int | None = None, number: int | None = None) -> Step:
    """Take back the set logged last, or the one named; a closed workout opens again. Nothing logged: says so."""
    rows = (
        last_set(workout)
        if slot is None
        else tuple(s for s in workout.sets if (s.slot, s.set) == (slot, number))
    )
    if not rows:
        return Step(workout=workout, says=(Say(phrase="undo-nothing"),))
    gone = rows[0]
    now = without(workout, gone.slot, gone.set)
    slots = list(now.slots)
    slots[gone.slot] = replace(slots[gone.slot], closed=False)
    now = replace(now, slots=tuple(slots), status="open", closed_at=None, note=_unrated(now, gone.slot))
    place = due(now)
    assert place is not None
    facts: dict[str, Fact] = {
        "exercise": cards.name(gone.exercise),
        "set": gone.set,
        "did": Lines((cards.did(rows),)),
    }
    return Step(workout=now, says=_taken_back(facts, now, place, library), drops=TIMERS)


def _unrated(workout: Workout, slot: int) -> dict[str, object]:
    note = without_timers(workout)
    efforts = {key: value for key, value in workout.note.get("effort", {}).items() if key != str(slot)}
    return {
        **{key: value for key, value in note.items() if key != "effort"},
        **({"effort": efforts} if efforts else {}),
    }


def _taken_back(
    facts: Mapping[str, Fact], workout: Workout, place: DueSet, library: Library
) -> tuple[Saying, ...]:
    return (
        Say(
            phrase="undone",
            facts={**facts, "due": cards.name(place.plan.exercise), "due-set": place.set},
            keyboard=cards.done_keyboard(place),
            about=cards.about_line(workout),
            retires=cards.about_line(workout),
        ),
        cards.card(workout, library, edit=True),
    )


def correct(workout: Workout, said: Said, *, rows: tuple[LoggedSet, ...] | None = None) -> Step:
    """Change the numbers of the set logged last (or of `rows`); the rest of it stays as it was."""
    rows = last_set(workout) if rows is None else rows
    if not rows:
        return Step(workout=workout, says=(Say(phrase="undo-nothing"),))
    changed = tuple(_changed(row, said) for row in rows)
    by_key = {(row.slot, row.set, row.side): row for row in changed}
    now = replace(workout, sets=tuple(by_key.get((s.slot, s.set, s.side), s) for s in workout.sets))
    facts: dict[str, Fact] = {
        "exercise": cards.name(rows[0].exercise),
        "set": rows[0].set,
        "did": Lines((cards.did(changed),)),
    }
    return Step(workout=now, says=(Say(phrase="corrected", facts=facts),))


def _changed(row: LoggedSet, said: Said) -> LoggedSet:
    if said.side in ("left", "right") and row.side and row.side != said.side:
        return row
    timed = row.seconds is not None
    seconds = said.seconds if said.seconds is not None else row.seconds
    reps = said.reps if said.reps is not None else row.reps
    return replace(
        row,
        seconds=seconds if timed else None,
        reps=None if timed else reps,
        kg=row.kg if said.kg is None else said.kg,
    )
