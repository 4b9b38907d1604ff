"""Mending a workout: leave out, take back, correct; each gives a Step like any other turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.coach import cards
from bot.coach.course import DueSet, by_set, close_slot, counts_per_side, due, last_set, rows_for, without
from bot.coach.meaning import Said
from bot.coach.says import Fact, Lines, Say, Saying
from bot.coach.session import ALL_DUES, TIMERS, Step, open_dues, without_timers
from content.library import Library
from storage.records import LoggedSet, Workout


def skip(workout: Workout, library: Library, *, slot: int | None = None) -> Step:
    """Leave out what is left of an exercise and go on with the next; the note tells what "undo" brings back."""
    place = due(workout)
    if place is None or (slot is not None and slot != place.slot):
        return Step(workout=workout, says=(Say(phrase="skip-nothing"),))
    note = {**without_timers(workout), "skip": [place.slot, place.plan.why]}
    now = replace(close_slot(workout, place.slot, "why-skipped"), status="open", note=note)
    facts: dict[str, Fact] = {"exercise": cards.name(place.plan.exercise)}
    following = due(now)
    if following is None:
        return Step(
            workout=now, says=(Say(phrase="skipped-last", facts=facts),), drops=ALL_DUES, finished=True
        )
    return Step(workout=now, says=_moved_on("skipped", facts, now, following, library), drops=TIMERS)


def skip_set(workout: Workout, library: Library) -> Step:
    """One set less of the exercise that is due; where none would be left of it, the exercise is over."""
    place = due(workout)
    if place is None or place.set >= place.plan.sets:
        return skip(workout, library)
    fewer = replace(place.plan, sets=place.plan.sets - 1)
    slots = (*workout.slots[: place.slot], fewer, *workout.slots[place.slot + 1 :])
    note = {**without_timers(workout), "skip": [place.slot, place.plan.why, place.plan.sets]}
    now = replace(workout, slots=slots, status="open", note=note)
    facts: dict[str, Fact] = {
        "exercise": cards.name(place.plan.exercise),
        "set": place.set,
        "sets": fewer.sets,
    }
    return Step(workout=now, says=(Say(phrase="set-skipped", facts=facts),), drops=TIMERS)


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
    """Take back the skip or the set that came last, or the set named; a closed workout opens again."""
    if slot is None and "skip" in workout.note:
        return _unskip(workout, library)
    rows = (
        last_set(workout)
        if slot is None
        else tuple(s for s in workout.sets if (s.slot, s.set) == (slot, number))
    )
    if not rows:
        return Step(workout=workout, says=(Say(phrase="undo-nothing"),))
    gone = rows[0]
    now = without(workout, gone.slot, gone.set)
    facts: dict[str, Fact] = {
        "exercise": cards.name(gone.exercise),
        "set": gone.set,
        "did": Lines((cards.did(rows),)),
    }
    return _opened_again(replace(now, note=_unrated(now, gone.slot)), workout, "undone", facts, library)


def _unskip(workout: Workout, library: Library) -> Step:
    """The exercise, or the set of it, that was left out last is back."""
    number, why, *sets = workout.note["skip"]
    slots = list(workout.slots)
    slots[number] = replace(
        slots[number], closed=False, why=why, sets=sets[0] if sets else slots[number].sets
    )
    now = replace(workout, slots=tuple(slots), note=without_timers(workout))
    facts: dict[str, Fact] = {"exercise": cards.name(slots[number].exercise)}
    return _opened_again(now, workout, "unskipped", facts, library)


def _opened_again(
    now: Workout, before: Workout, phrase: str, facts: Mapping[str, Fact], library: Library
) -> Step:
    """The workout goes on where something is due again; closed ones get their timers back."""
    place = due(now)
    if place is None:
        return Step(workout=now, says=(Say(phrase=f"{phrase}-closed", facts=facts),))
    now = replace(now, status="open", closed_at=None)
    dues = open_dues(now, max((s.at for s in now.sets), default=now.opened_at)) if before.closed_at else ()
    says = _taken_back(phrase, facts, now, place, library)
    return Step(workout=now, says=says, dues=dues, drops=TIMERS)


def _unrated(workout: Workout, slot: int) -> dict[str, object]:
    note = without_timers(workout)
    efforts = {key: value for key, value in workout.note.get("effort", {}).items() if key != str(slot)}
    return {
        **{key: value for key, value in note.items() if key != "effort"},
        **({"effort": efforts} if efforts else {}),
    }


def _taken_back(
    phrase: str, facts: Mapping[str, Fact], workout: Workout, place: DueSet, library: Library
) -> tuple[Saying, ...]:
    return (
        Say(
            phrase=phrase,
            facts={**facts, "due": cards.name(place.plan.exercise), "due-set": place.set},
            keyboard=cards.done_keyboard(place),
            about=cards.about_line(workout),
            retires=cards.about_line(workout),
        ),
        cards.card(workout, library, edit=True),
    )


def correct(
    workout: Workout, said: Sequence[Said], library: Library, *, rows: tuple[LoggedSet, ...] | None = None
) -> Step:
    """Change the numbers of the set logged last (or of `rows`); what is not said stays as it was.

    Several sets take what was said in turn; said once, it holds for all of them.
    """
    rows = last_set(workout) if rows is None else rows
    if not rows:
        return Step(workout=workout, says=(Say(phrase="undo-nothing"),))
    keys = list(dict.fromkeys((row.slot, row.set) for row in sorted(rows, key=lambda row: row.part)))
    told = by_set(said) or [(Said(),)]
    new = {
        key: told[n] if len(told) > 1 else told[0]
        for n, key in enumerate(keys)
        if n < len(told) or len(told) == 1
    }
    changed = [
        each
        for key, one in new.items()
        for each in _changed(tuple(r for r in rows if (r.slot, r.set) == key), one, workout, library)
    ]
    kept = [s for s in workout.sets if (s.slot, s.set) not in new]
    order = {key: n for n, key in enumerate(dict.fromkeys((s.slot, s.set) for s in workout.sets))}
    mended = sorted((*kept, *changed), key=lambda s: (order[s.slot, s.set], s.side))
    facts: dict[str, Fact] = {
        "exercise": cards.name(rows[0].exercise),
        "set": keys[0][1],
        "did": Lines(tuple(cards.did(_of(changed, key)) for key in new), gap=" / "),
    }
    return Step(workout=replace(workout, sets=tuple(mended)), says=(Say(phrase="corrected", facts=facts),))


def _of(rows: Sequence[LoggedSet], key: tuple[int, int]) -> tuple[LoggedSet, ...]:
    return tuple(row for row in rows if (row.slot, row.set) == key)


def _changed(
    rows: tuple[LoggedSet, ...], said: Sequence[Said], workout: Workout, library: Library
) -> tuple[LoggedSet, ...]:
    """The rows of one set with new numbers; sides that were not told apart are, where they are named now."""
    first = rows[0]
    if any(one.side in ("left", "right", "each") for one in said) and len(rows) == 1:
        place = DueSet(slot=first.slot, set=first.set, plan=replace(workout.slots[first.slot], kg=first.kg))
        return rows_for(
            place, said, library, at=first.at, message_id=first.message_id, part=first.part // 2,
            per_side=counts_per_side(workout),
        )  # fmt: skip
    return tuple(_row(row, said) for row in rows)


def _row(row: LoggedSet, said: Sequence[Said]) -> LoggedSet:
    one = next(
        (each for each in said if each.side in ("", "each") or not row.side or each.side == row.side), None
    )
    if one is None:
        return row
    timed = row.seconds is not None
    return replace(
        row,
        seconds=(row.seconds if one.seconds is None else one.seconds) if timed else None,
        reps=None if timed else (row.reps if one.reps is None else one.reps),
        kg=row.kg if one.kg is None else one.kg,
    )
