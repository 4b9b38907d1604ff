"""The foot of the card: how far the workout is, what the clock does, and the buttons below."""

from __future__ import annotations

from dataclasses import dataclass

from bot.coach.course import DueSet, done_count, due, made, total
from bot.coach.halves import half
from bot.coach.says import Button, Fact, Ref, Say
from bot.coach.taps import tap
from content.library import Library
from storage.records import Side, Slot, Workout

BAR = 10  # steps of the progress bar
Row = tuple[Button, ...]


@dataclass(frozen=True, kw_only=True)
class Clock:
    """What runs: seconds of rest or hold still to go; `ready`: the hold (of `side`, if it has any) is about to begin."""

    resting: int = 0
    holding: int = 0
    ready: bool = False
    side: Side = ""


def bar(workout: Workout) -> str:
    """How far the workout is, as ten blocks."""
    full = round(BAR * done_count(workout) / max(total(workout), 1))
    return "▰" * full + "▱" * (BAR - full)


def foot(workout: Workout, place: DueSet, clock: Clock) -> Say:
    """The last line of the card."""
    facts: dict[str, Fact] = {"bar": bar(workout), "done": done_count(workout), "total": total(workout)}
    if clock.holding:
        phrase = f"card-foot-{'ready' if clock.ready else 'hold'}"
        facts |= {"seconds": clock.holding}
        if clock.side:
            return Say(phrase=f"{phrase}-side", facts={**facts, "side": Ref(f"phrase.side-{clock.side}")})
        return Say(phrase=phrase, facts=facts)
    if clock.resting:
        return Say(phrase="card-foot-rest", facts={**facts, "seconds": clock.resting})
    if (held := half(workout, place)) is not None:
        return Say(phrase="card-foot-half", facts={**facts, "held": held})
    following = next((slot for slot in workout.slots[place.slot + 1 :] if not slot.closed), None)
    if following is None:
        return Say(phrase="card-foot-last", facts=facts)
    return Say(phrase="card-foot", facts={**facts, "next": Ref(f"exercise.{following.exercise}.name")})


def buttons(workout: Workout, place: DueSet, library: Library, clock: Clock) -> tuple[Row, ...]:
    """The buttons of the card: what the moment calls for first, then what is always there."""
    here = (workout.id, place.slot)
    if clock.holding:
        return ((Button("button-down", tap("down", *here)),),)
    rows: list[Row] = []
    if not workout.sets:
        rows.append((Button("button-warm-up", tap("warmup", workout.id)),))
    if (finished := unrated(workout)) is not None:
        rows.append(effort_buttons(workout, finished))
    if clock.resting:
        rows.append(_resting(workout, place))
    if library.exercises[place.plan.exercise].rung(place.plan.level).unit == "seconds":
        rows.append((_start(workout, place),))
    skip, swap = Button("button-skip", tap("skip", *here)), Button("button-swap", tap("swap", *here))
    rows.append((skip, swap, Button("button-how", tap("how", place.plan.exercise))))
    why = [Button("button-why", tap("why", workout.id))] if place.plan.why else []
    stop = Button("button-stop", tap("stop", workout.id), style="danger")
    return (*rows, (Button("button-hurts", tap("hurts", *here)), *why, stop))


def _resting(workout: Workout, place: DueSet) -> Row:
    return (
        Button("button-plus", tap("plus", workout.id)),
        Button("button-go", tap("go", workout.id)),
        Button("button-rest-off", tap("rest-off", workout.id, place.slot)),
    )


def _start(workout: Workout, place: DueSet) -> Button:
    """The button that starts the countdown, of the right side where the left one is held already."""
    phrase = "button-hold" if half(workout, place) is None else "button-hold-right"
    return Button(phrase, tap("hold", workout.id, place.slot), {"seconds": place.plan.low}, style="primary")


def unrated(workout: Workout) -> int | None:
    """The slot just finished whose effort was not told yet, or None; from the next set on it is not asked."""
    efforts = workout.note.get("effort", {})
    finished = [
        n for n, slot in enumerate(workout.slots) if _full(workout, n, slot) and str(n) not in efforts
    ]
    place = due(workout)
    fresh = [n for n in finished if place is None or (n == place.slot - 1 and place.set == 1)]
    return fresh[-1] if fresh else None


def _full(workout: Workout, number: int, slot: Slot) -> bool:
    return made(workout, number) >= slot.sets > 0


def effort_buttons(workout: Workout, slot: int) -> tuple[Button, ...]:
    """Easy, Right, Too hard for a finished exercise (brief 4)."""
    exercise = Ref(f"exercise.{workout.slots[slot].exercise}.short")
    return tuple(
        Button(f"button-effort-{effort}", tap("effort", workout.id, slot, effort), {"exercise": exercise})
        for effort in ("easy", "right", "hard")
    )
