"""What stops a workout: an open pain, or a warning sign. Kept in the workout's note; no set counts meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bot.coach import cards
from bot.coach.says import Button, Say
from bot.coach.taps import tap
from storage.records import Workout

Step = Literal["level", "kind", "choose", "over"]
LEVELS = (("low", "button-pain-low"), ("mid", "button-pain-mid"), ("high", "button-pain-high"))
Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Pain:
    """An exercise that hurts: which slot, what is asked now, and how strong it was said to be."""

    slot: int
    step: Step
    level: str = ""


def pain_of(workout: Workout) -> Pain | None:
    """The open pain, if its exercise still waits."""
    found = workout.note.get("pain")
    if not found or found["slot"] >= len(workout.slots) or workout.slots[found["slot"]].closed:
        return None
    return Pain(slot=found["slot"], step=found["step"], level=found.get("level", ""))


def with_pain(workout: Workout, pain: Pain) -> Workout:
    """The workout with a pain at this point of the questions."""
    facts = {"slot": pain.slot, "step": pain.step, "level": pain.level}
    return replace(workout, note={**workout.note, "pain": facts})


def without_pain(workout: Workout) -> Workout:
    """The workout without an open pain."""
    return replace(workout, note={key: value for key, value in workout.note.items() if key != "pain"})


def held(workout: Workout) -> str:
    """The level of the warning sign that holds this workout, empty where none does."""
    return str(workout.note.get("held", ""))


def with_held(workout: Workout, level: str) -> Workout:
    """The workout held because of a warning sign (brief 5.2); its timers do not ring."""
    status = "paused" if workout.status == "open" else workout.status
    return replace(workout, status=status, note={**workout.note, "held": level})


def released(workout: Workout) -> Workout:
    """The workout free to go on."""
    return replace(workout, note={key: v for key, v in workout.note.items() if key not in ("held", "pain")})


def guard(workout: Workout) -> Say | None:
    """What is said instead of logging a set, where something stops the workout."""
    if level := held(workout):
        return held_question(workout, level)
    pain = pain_of(workout)
    return pain_question(workout, pain, phrase="pain-open") if pain is not None else None


def held_question(workout: Workout, level: str) -> Say:
    """Go on, or end? Only a professional's word counts after a warning sign."""
    go = Button("button-held-go", tap("unheld", workout.id))
    end = Button("button-end", tap("end", workout.id), style="danger")
    return Say(phrase="held-ask-soon" if level == "soon" else "held-ask", buttons=((end,), (go,)))


def pain_question(workout: Workout, pain: Pain, *, phrase: str) -> Say:
    """The question that is open now, with its buttons; `phrase` begins its id."""
    step = "choose" if pain.step == "over" else pain.step
    exercise = cards.name(workout.slots[pain.slot].exercise)
    facts = {} if step == "kind" else {"exercise": exercise}
    return Say(phrase=f"{phrase}-{step}", facts=facts, buttons=pain_buttons(workout, pain))


def pain_buttons(workout: Workout, pain: Pain) -> Rows:
    """The buttons of the question that is open now."""
    here = (workout.id, pain.slot)
    if pain.step == "level":
        return (tuple(Button(phrase, tap("pain", *here, level)) for level, phrase in LEVELS),)
    if pain.step == "kind":
        sharp = Button("button-pain-sharp", tap("sharp", *here, pain.level, "yes"))
        return ((sharp,), (Button("button-pain-dull", tap("sharp", *here, pain.level, "no")),))
    easier = Button("button-pain-easier", tap("easier", *here))
    other = Button("button-pain-swap", tap("swap", *here))
    leave = Button("button-pain-leave", tap("skip", *here))
    end = Button("button-pain-end", tap("end", workout.id), style="danger")
    return ((other, leave), (end,)) if pain.step == "over" else ((easier, other), (leave, end))
