"""What a person sees of a workout: the live card, the short line after each set, rest-over and the summary."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.coach.card_foot import Clock, buttons, effort_buttons, foot, unrated
from bot.coach.course import DueSet, counts_per_side, due, sided
from bot.coach.says import Fact, Key, Keyboard, Kg, Lines, Passing, Picture, Ref, Say
from content.library import Library
from storage.records import LoggedSet, Side, Slot, Workout

__all__ = ["effort_buttons", "unrated"]


def name(exercise: str) -> Ref:
    """The exercise's name in the person's language."""
    return Ref(f"exercise.{exercise}.name")


def about_card(workout: Workout) -> str:
    """What the card's messages are about."""
    return f"card:{workout.id}"


def about_line(workout: Workout) -> str:
    """What the lines' messages are about."""
    return f"line:{workout.id}"


def target(slot: Slot, library: Library, *, per_side: bool = False) -> Say:
    """The aim of a set: reps or seconds, each side where it counts so, with the weight."""
    rung = library.exercises[slot.exercise].rung(slot.level)
    high = min(
        slot.high, max(slot.low, rung.high)
    )  # the session's own range; what lies beyond is progression's
    facts: dict[str, Fact] = {"low": slot.low, "high": high}
    kind = "seconds" if rung.unit == "seconds" else ("range" if high > slot.low else "reps")
    counts = sided(slot, library, per_side=per_side)
    each = {"per_side": "-each", "total": "-total" if rung.unit == "reps" else "", "both": ""}[counts]
    aim = Say(phrase=f"target-{kind}{each}", facts=facts)
    if slot.kg is None:
        return aim
    return Say(phrase="target-with-weight", facts={"target": Lines((aim,)), "kg": Kg(slot.kg)})


def _aim(workout: Workout, place: DueSet, library: Library) -> Say:
    return target(place.plan, library, per_side=counts_per_side(workout))


def did(rows: Iterable[LoggedSet]) -> Say:
    """What one set was: reps, seconds, weight, both sides."""
    rows = tuple(rows)
    first = rows[0]
    count = [row.reps if row.seconds is None else row.seconds for row in rows]
    unit = "seconds" if first.seconds is not None else "reps"
    if len(rows) > 1:
        facts: dict[str, Fact] = {"left": count[0] or 0, "right": count[1] or 0}
        plain = Say(phrase=f"did-{unit}-sides", facts=facts)
    else:
        plain = Say(phrase=f"did-{unit}", facts={"count": count[0] or 0})
    if first.kg is None:
        return plain
    return Say(phrase="did-weight", facts={"did": Lines((plain,)), "kg": Kg(first.kg)})


def last_time(workout: Workout, slot: Slot) -> Say | None:
    """Last time's numbers, noted when the workout was opened."""
    last = workout.note.get("last", {}).get(slot.exercise)
    return Say(phrase="card-last", facts={"last": str(last)}) if last else None


def cue(place: DueSet) -> Ref:
    """One cue a set, in turn."""
    return Ref(f"exercise.{place.plan.exercise}.cues.{place.set - 1}")


def card(
    workout: Workout,
    library: Library,
    *,
    edit: bool,
    resting: int = 0,
    holding: int = 0,
    ready: bool = False,
    side: Side = "",
) -> Say:
    """The live card. `resting` and `holding` are seconds still to go; `ready`: the hold of `side` is about to begin."""
    place = due(workout)
    assert place is not None
    clock = Clock(resting=resting, holding=holding, ready=ready, side=side)
    lines = [
        Say(
            phrase="card-head",
            facts={"exercise": name(place.plan.exercise), "set": place.set, "sets": place.plan.sets},
        ),
        Say(phrase="card-target", facts={"target": Lines((_aim(workout, place, library),))}),
        last_time(workout, place.plan),
        Say(
            phrase="card-rung",
            facts={"rung": Ref(f"exercise.{place.plan.exercise}.rungs.{place.plan.level}")},
        )
        if place.plan.level != 1
        else None,
        Say(phrase="card-cue", facts={"cue": cue(place)}),
        foot(workout, place, clock),
    ]
    return Say(
        phrase="card",
        facts={"lines": Lines(tuple(line for line in lines if line))},
        buttons=buttons(workout, place, library, clock),
        about=about_card(workout),
        edit=edit,
        retires=None if edit else about_card(workout),
    )


def passing(workout: Workout, library: Library, **clock: Any) -> Passing:
    """The live card edited in passing; `clock` as for `card`."""
    return Passing(about=about_card(workout), make=lambda: card(workout, library, edit=True, **clock))


def fresh(workout: Workout, library: Library, *, resting: int = 0) -> tuple[Say, ...]:
    """A new card for the exercise that is due, after its moving figure where it is done for the first time."""
    place = due(workout)
    new = place is not None and place.plan.exercise not in workout.note.get("last", {})
    figures = (figure(workout, place),) if new and place else ()
    return (*figures, card(workout, library, edit=False, resting=resting))


def figure(workout: Workout, place: DueSet) -> Say:
    """The moving figure; the one of the exercise before goes."""
    about = f"figure:{workout.id}"
    picture = Picture(name=f"figure:{place.plan.exercise}", moving=True)
    facts: dict[str, Fact] = {"exercise": name(place.plan.exercise)}
    return Say(phrase="figure", facts=facts, picture=picture, about=about, retires=about)


def done_key(place: DueSet) -> Key:
    """The numbered done button of the reply keyboard: its text names the set."""
    return Key("button-done", {"exercise": Ref(f"exercise.{place.plan.exercise}.short"), "set": place.set})


def done_keyboard(place: DueSet) -> Keyboard:
    """The big done button."""
    return ((done_key(place),),)


def line(
    workout: Workout,
    place: DueSet,
    rows: tuple[LoggedSet, ...],
    *,
    rest: int,
    many: int = 1,
    typo: bool = False,
) -> Say:
    """The short silent line after a set: what was saved, and what comes next, with the next numbered button."""
    following = due(workout)
    done: dict[str, Fact] = {
        "exercise": name(place.plan.exercise),
        "set": place.set,
        "did": Lines((did(rows),)),
        "many": many,
    }
    lines = [Say(phrase="line-done" if many == 1 else "line-done-many", facts=done)]
    if typo:
        lines.append(Say(phrase="line-typo"))
    if following is not None:
        lines.append(_next_line(place, following, rest))
    return Say(
        phrase="line",
        facts={"lines": Lines(tuple(lines), gap=" · " if not typo else "\n")},
        keyboard=done_keyboard(following) if following else "remove",
        about=about_line(workout),
        retires=about_line(workout),
    )


def _next_line(place: DueSet, following: DueSet, rest: int) -> Say:
    facts: dict[str, Fact] = {"rest": rest, "exercise": name(following.plan.exercise), "set": following.set}
    changed = "-new" if following.slot != place.slot else ""
    return Say(phrase=f"line-{'rest' if rest else 'next'}{changed}", facts=facts)


def again(workout: Workout, library: Library, *, phrase: str = "same-set", silent: bool = True) -> Say:
    """The same set once more, after a question or anything else that was no set."""
    place = due(workout)
    assert place is not None
    return Say(
        phrase=phrase,
        facts={
            "exercise": name(place.plan.exercise),
            "set": place.set,
            "sets": place.plan.sets,
            "target": Lines((_aim(workout, place, library),)),
        },
        keyboard=done_keyboard(place),
        silent=silent,
        about=about_line(workout),
        retires=about_line(workout),
    )


def bell(workout: Workout, library: Library, phrase: str) -> Say:
    """Rest-over and hold-over: a new message that rings."""
    place = due(workout)
    assert place is not None
    facts: dict[str, Fact] = {
        "exercise": name(place.plan.exercise),
        "set": place.set,
        "sets": place.plan.sets,
        "target": Lines((_aim(workout, place, library),)),
    }
    return Say(
        phrase=phrase,
        facts=facts,
        keyboard=done_keyboard(place),
        silent=False,
        about=about_line(workout),
        retires=about_line(workout),
        expires_in=600,
    )
