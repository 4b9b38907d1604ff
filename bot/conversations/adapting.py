"""Adapting a workout: skip, swap, an easier version, pain, effort, and how a movement is done."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import floor
from bot.coach import cards, course, holding, mending, opening, progression, session
from bot.coach.heard import Heard
from bot.coach.ladder import easier, lighter
from bot.coach.says import Button, Fact, Lines, Nod, Picture, Ref, Say, Saying
from bot.coach.session import Step
from bot.coach.taps import Tap, tap
from bot.exchange import tapped
from storage.notebook import Page
from storage.records import Slot, Talk, Wish, Workout

Says = Iterable[Saying]
STALE = [Nod(kind="toast", phrase="toast-stale")]
LEVELS = ("low", "mid", "high")  # 0-3, 4-5, 6 and more
OUT_OF_TEN = re.compile(r"(?<![\d.,/])(10|\d)\s*(?:/|out of|de|sobre)\s*10\b")  # how strong a pain is
EFFORTS = ("easy", "right", "hard")


def _here(page: Page, heard: Heard, tap_: Tap) -> tuple[Workout, course.DueSet] | None:
    """The open workout and its due set, if the button was made for this workout and this exercise."""
    workout = page.workouts.current(heard.runner.id)
    place = course.due(workout) if workout else None
    if workout is None or place is None or workout.id != tap_.number(0) or place.slot != tap_.number(1):
        return None
    return None if holding.held(workout) else (workout, place)


def skip(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Leave the rest of this exercise out."""
    found = _here(page, heard, tap_)
    if found is None:
        return STALE
    return floor.carry_out(page, heard, found[0], mending.skip(found[0], heard.library))


def swap(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Two or three exercises with the same muscles that fit the kit; or one that was chosen."""
    found = _here(page, heard, tap_)
    if found is None:
        return STALE
    workout, place = found
    offers = _offers(page, heard, workout, place)
    if (chosen := tap_.word(2)) in offers:
        return _exchange(page, heard, workout, place, chosen)
    return offer(page, heard, workout)


def offer(page: Page, heard: Heard, workout: Workout) -> Says:
    """Another exercise for the one that is due, by tap or by word."""
    place = course.due(workout)
    if place is None:
        return STALE
    offers = _offers(page, heard, workout, place)
    name = cards.name(place.plan.exercise)
    if not offers:
        return [
            Say(phrase="swap-none", buttons=((Button("button-skip", tap("skip", workout.id, place.slot)),),))
        ]
    rows = tuple(
        (Button("button-exercise", tap("swap", workout.id, place.slot, o), {"exercise": cards.name(o)}),)
        for o in offers
    )
    never = (Button("button-never", tap("never", workout.id, place.slot)),)
    return [Say(phrase="swap-which", facts={"exercise": name}, buttons=(*rows, never), about="swap")]


def _offers(page: Page, heard: Heard, workout: Workout, place: course.DueSet) -> tuple[str, ...]:
    inside = {slot.exercise for slot in workout.slots}
    runner, banned = floor.with_kit(heard.runner, heard.today), floor.banned(page, heard.runner)
    found = opening.swaps(place.plan.exercise, runner, heard.library, banned)
    return tuple(name for name in found if name not in inside)[:3]


def _exchange(page: Page, heard: Heard, workout: Workout, place: course.DueSet, chosen: str) -> Says:
    exercise = heard.library.exercises[chosen]
    target = page.targets.of(heard.runner.id).get(chosen) or progression.first_target(exercise, heard.runner)
    left = place.plan.sets - course.made(workout, place.slot)
    fresh = replace(progression.slot_for(target, exercise), sets=left, why="why-swap")
    now = course.close_slot(workout, place.slot, "why-swapped")
    now = replace(now, note=session.without_timers(now))
    slots = (*now.slots[: place.slot + 1], fresh, *now.slots[place.slot + 1 :])
    now = _shifted(replace(now, slots=slots), place.slot + 1)
    facts: dict[str, Fact] = {"old": cards.name(place.plan.exercise), "new": cards.name(chosen)}
    return go_on(page, heard, workout, now, Say(phrase="swapped", facts=facts))


def _shifted(workout: Workout, place: int) -> Workout:
    """Sets behind an inserted slot move with their slots (only where later exercises were done already)."""
    moved = tuple(replace(done, slot=done.slot + 1) if done.slot >= place else done for done in workout.sets)
    efforts = {str(int(k) + (int(k) >= place)): v for k, v in workout.note.get("effort", {}).items()}
    note = {**workout.note, "effort": efforts} if efforts else workout.note
    return replace(workout, sets=moved, note=note)


def go_on(page: Page, heard: Heard, before: Workout, now: Workout, say: Say) -> Says:
    """Say what changed, with the next numbered button and a new card; where nothing is left, the end."""
    now = holding.without_pain(now)
    place = course.due(now)
    if place is None:
        return floor.carry_out(
            page, heard, before, Step(workout=now, says=(say,), drops=session.ALL_DUES, finished=True)
        )
    told = replace(
        say, keyboard=cards.done_keyboard(place), about=cards.about_line(now), retires=cards.about_line(now)
    )
    step = Step(workout=now, says=(told, cards.card(now, heard.library, edit=False)), drops=session.TIMERS)
    return floor.carry_out(page, heard, before, step)


def never(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Never again: off the list until the settings bring it back; today the first swap takes its place."""
    found = _here(page, heard, tap_)
    if found is None:
        return STALE
    workout, place = found
    page.wishes.keep(Wish(runner_id=heard.runner.id, kind="ban", about=place.plan.exercise, at=heard.now))
    told = Say(phrase="banned", facts={"exercise": cards.name(place.plan.exercise)})
    return [told, *without_it(page, heard, workout, place)]


def without_it(page: Page, heard: Heard, workout: Workout, place: course.DueSet) -> Says:
    """The exercise that is due gives way to the first swap, or is left out where there is none."""
    if offers := _offers(page, heard, workout, place):
        return _exchange(page, heard, workout, place, offers[0])
    return floor.carry_out(page, heard, workout, mending.skip(workout, heard.library))


def easier_version(page: Page, heard: Heard, tap_: Tap) -> Says:
    """One level down the ladder, or a fifth less weight; where there is neither, say so."""
    found = _here(page, heard, tap_)
    if found is None:
        return STALE
    workout, place = found
    slot = eased(place.plan, heard)
    if slot is None:
        return [
            Say(
                phrase="easier-none",
                buttons=(
                    (
                        Button("button-swap", tap("swap", workout.id, place.slot)),
                        Button("button-skip", tap("skip", workout.id, place.slot)),
                    ),
                ),
            )
        ]
    slots = (*workout.slots[: place.slot], slot, *workout.slots[place.slot + 1 :])
    facts: dict[str, Fact] = {
        "exercise": cards.name(slot.exercise),
        "rung": Ref(f"exercise.{slot.exercise}.rungs.{slot.level}"),
    }
    return go_on(page, heard, workout, replace(workout, slots=slots), Say(phrase="pain-easier", facts=facts))


def eased(slot: Slot, heard: Heard) -> Slot | None:
    """The slot one step easier, or None where there is nothing easier."""
    exercise = heard.library.exercises[slot.exercise]
    rung = easier(exercise, slot.level)
    if rung is not None:
        low = min(rung.low, slot.low) if rung.unit == exercise.unit else rung.low
        return replace(
            slot,
            level=rung.level,
            low=low,
            high=max(low, rung.high),
            kg=slot.kg if rung.loaded else None,
            why="why-easier",
        )
    if slot.kg is not None and (kg := lighter(slot.kg, heard.runner.habits.weights)) < slot.kg:
        return replace(slot, kg=kg, why="why-easier")
    return None


def hurts(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Hurts: stop the exercise and ask how strong it is."""
    found = _here(page, heard, tap_)
    return pain(page, heard, *found) if found else STALE


def pain(page: Page, heard: Heard, workout: Workout, place: course.DueSet) -> Says:
    """Pain stops the exercise first, then two questions (brief 5.2); no set counts meanwhile."""
    page.dues.drop(heard.runner.id, *session.TIMERS)
    asked = _at(page, workout, holding.Pain(slot=place.slot, step="level"))
    page.talks.keep(Talk(runner_id=heard.runner.id, asked="pain", at=heard.now))
    name = cards.name(place.plan.exercise)
    rows = holding.pain_buttons(workout, asked)
    return [Say(phrase="pain-where", facts={"exercise": name}, buttons=rows)]


def _at(page: Page, workout: Workout, pain_: holding.Pain) -> holding.Pain:
    """Remember where the questions about a pain stand."""
    page.workouts.keep(holding.with_pain(workout, pain_), workout)
    return pain_


def level_said(text: str) -> str | None:
    """The level of "pain 7/10", None where no number of ten is said."""
    found = OUT_OF_TEN.search(text)
    return level_of(int(found[1])) if found else None


def level_of(number: int) -> str:
    """The level of a pain from 0 to 10 (brief 5.2)."""
    return LEVELS[0] if number <= 3 else LEVELS[1] if number <= 5 else LEVELS[2]


def pain_level(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The first answer; the second question is whether it is sharp."""
    found = _here(page, heard, tap_)
    level = tap_.word(2)
    if found is None or level not in LEVELS:
        return STALE
    workout, place = found
    asked = _at(page, workout, holding.Pain(slot=place.slot, step="kind", level=level))
    return [Say(phrase="pain-kind", buttons=holding.pain_buttons(workout, asked))]


def pain_kind(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Strong or sharp: this exercise is over. Mild and dull: easier, another exercise, or leave it out."""
    found = _here(page, heard, tap_)
    if found is None:
        return STALE
    workout, place = found
    note_pain(page, heard, place.plan.exercise, tap_.word(2), tap_.word(3) == "yes")
    level = tap_.word(2)
    over = tap_.word(3) == "yes" or level == "high"
    told = holding.Pain(slot=place.slot, step="over" if over else "choose", level=level)
    if over or level != "low":
        _at(page, workout, told)
    else:  # mild and dull: it may go on, watched
        page.workouts.keep(holding.without_pain(workout), workout)
    rows = holding.pain_buttons(workout, told)
    return [Say(phrase="pain-stop" if over else "pain-mild", buttons=rows)]


def note_pain(page: Page, heard: Heard, exercise: str, level: str, sharp: bool) -> None:
    """Remembered with consent only; without it, not at all."""
    if heard.runner.habits.notes:
        facts = {"level": level, "sharp": sharp}
        page.wishes.keep(
            Wish(runner_id=heard.runner.id, kind="pain", about=exercise, facts=facts, at=heard.now)
        )


def effort(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Easy, right or too hard for an exercise that was finished; also under the summary, for the last one."""
    workout = page.workouts.latest(heard.runner.id)
    slot, told = tap_.number(1), tap_.word(2)
    if (
        workout is None
        or workout.id != tap_.number(0)
        or slot is None
        or slot >= len(workout.slots)
        or told not in EFFORTS
    ):
        return STALE
    now = session.rated(workout, slot, told)
    step = Step(workout=now, says=(Nod(kind="toast", phrase="toast-effort"),))
    return [*floor.carry_out(page, heard, workout, step), *floor.live_card(page, heard, now)]


def how(page: Page, heard: Heard, tap_: Tap) -> Says:
    """How a movement is done: the moving figure, the cues and the commonest mistake."""
    name = tap_.word(0)
    return [show(name)] if name in heard.library.exercises else STALE


def show(name: str) -> Say:
    """An exercise explained, with its picture."""
    facts: dict[str, Fact] = {
        "exercise": cards.name(name),
        "start": Ref(f"exercise.{name}.start"),
        "cues": Lines(
            tuple(Say(phrase="how-cue", facts={"cue": Ref(f"exercise.{name}.cues.{n}")}) for n in range(3))
        ),
        "mistake": Ref(f"exercise.{name}.mistakes.0"),
        "breathing": Ref(f"exercise.{name}.breathing"),
    }
    return Say(phrase="how", facts=facts, picture=Picture(name=f"figure:{name}", moving=True))


TAPS = {
    "skip": skip, "swap": swap, "never": never, "easier": easier_version, "hurts": hurts,
    "pain": pain_level, "effort": effort, "how": how,
}  # fmt: skip


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """The buttons of the card."""
    return [CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()]
