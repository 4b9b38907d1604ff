"""Shaping today's workout in words: the kit at hand, little time, a warm-up, soreness, going on, the rest timer, why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import appointments, doubting, floor
from bot.coach import cards, course, deload, easing, holding, opening, progression, screens, session
from bot.coach.heard import Heard
from bot.coach.says import Button, Lines, Nod, Say, Saying
from bot.coach.taps import Tap, tap
from bot.coach.wanted import Wanted
from bot.conversations import adapting, progress, reminding, starting, training
from bot.crossings import lightening
from bot.exchange import tapped
from storage.notebook import Page
from storage.records import Kit, Slot, Workout

Says = Iterable[Saying]
Wish = Callable[[Page, Heard, Workout | None, Wanted], Says | None]
LEAST, MOST = 3, 90  # minutes that can be asked for
WARM_UP = 4  # movements
BARE = 9  # characters of "but why?"
FOLLOW_UP = timedelta(minutes=2)
LONG_SORE = timedelta(hours=72)  # still sore after this, a light week is due (brief 4)


def wished(page: Page, heard: Heard, workout: Workout | None, wanted: Wanted) -> Says | None:
    """Grant a wish about today's workout; None where it means something else now."""
    if (gate := screens.gate(heard.runner)) is not None and wanted.kind not in ("why", "warm_up"):
        return [gate]
    if workout is not None and holding.held(workout) and wanted.kind not in ("why", "warm_up"):
        return doubting.stopped(page, heard, workout)
    return WISHES[wanted.kind](page, heard, workout, wanted)


def light_week(page: Page, heard: Heard, workout: Workout | None, wanted: Wanted) -> Says | None:
    """A bad night or a big week of running; said to a reminder, it is an answer to that."""
    if workout is None and reminding.open_reminder(page, heard):
        return None
    cause = "why-deload-tired" if wanted.kind == "slept_badly" else "why-deload-big-week"
    return lightening.offer(page, heard, cause)


# kit


def kit(page: Page, heard: Heard, workout: Workout | None, wanted: Wanted) -> Says:
    """With or without dumbbells, for today: what is left of the open workout is rebuilt."""
    have: Kit = "none" if wanted.kind == "no_dumbbells" else "dumbbells"
    habits = replace(heard.runner.habits, kit_today=(heard.today.isoformat(), have))
    runner = replace(heard.runner, habits=habits)
    page.runners.keep(runner)
    heard = heard.by(runner)
    if workout is None:
        return [Say(phrase=f"kit-today-{have}"), *starting.today(page, heard)]
    now = _without_weights(page, heard, workout) if have == "none" else _with_weights(page, heard, workout)
    if now is None:
        return [Say(phrase=f"kit-today-{have}"), *training.repeat(page, heard)]
    return adapting.go_on(page, heard, workout, now, Say(phrase=f"kit-rebuilt-{have}"))


def _without_weights(page: Page, heard: Heard, workout: Workout) -> Workout | None:
    """Every exercise still to come that needs dumbbells is exchanged for one that does not."""
    bare = replace(heard.runner, kit="none")
    slots: list[Slot] = []
    moved: dict[int, int] = {}
    targets, banned = page.targets.of(bare.id), floor.banned(page, bare)
    used = {slot.exercise for slot in workout.slots}
    for number, slot in enumerate(workout.slots):
        moved[number] = len(slots)
        needs = heard.library.exercises[slot.exercise].kit != "none" or slot.kg is not None
        if not needs or not course.waits(workout, number):
            slots.append(slot)
            continue
        if course.made(workout, number):
            slots.append(replace(slot, closed=True, why="why-kit"))
        other = next(
            (o for o in opening.swaps(slot.exercise, bare, heard.library, banned) if o not in used), None
        )
        if other is not None:
            used.add(other)
            fresh = opening.slot_of(other, targets, bare, heard.library)
            left = min(slot.sets - course.made(workout, number), fresh.sets)
            slots.append(replace(fresh, sets=left, why="why-kit"))
        elif not course.made(workout, number):
            slots.append(replace(slot, closed=True, why="why-kit"))
    if slots == list(workout.slots):
        return None
    return _moved(workout, tuple(slots), moved)


def _moved(workout: Workout, slots: tuple[Slot, ...], moved: Mapping[int, int]) -> Workout:
    """The workout with other slots; sets and efforts go with the exercise they belong to."""
    efforts = {str(moved[int(k)]): v for k, v in workout.note.get("effort", {}).items()}
    note = {**session.without_timers(workout), **({"effort": efforts} if efforts else {})}
    sets = tuple(replace(done, slot=moved[done.slot]) for done in workout.sets)
    return replace(workout, slots=slots, sets=sets, note=note, status="open")


def _with_weights(page: Page, heard: Heard, workout: Workout) -> Workout | None:
    """The dumbbell session instead, while nothing is logged yet."""
    if workout.sets or workout.session == "dumbbell":
        return None
    able = replace(heard.runner, kit="dumbbells")
    targets = page.targets.of(able.id)
    slots = opening.slots(
        "dumbbell", targets, able, heard.library,
        planned=appointments.planned_on(page, able, heard.today), today=heard.today,
        banned=floor.banned(page, able),
    )  # fmt: skip
    note = {**session.without_timers(workout), "last": floor.last_numbers(targets)}
    return replace(workout, session="dumbbell", slots=slots, note=note, status="open")


# time


def short(page: Page, heard: Heard, workout: Workout | None, wanted: Wanted) -> Says:
    """The most useful part that fits, before or during a workout; it counts as a real session."""
    minutes = min(max(wanted.number or opening.SHORT, LEAST), MOST)
    if workout is None:
        low = heard.library.sessions[appointments.session_today(page, heard, None)].minutes[0]
        if minutes >= low:
            return [Say(phrase="short-fits", facts={"minutes": minutes}), *starting.today(page, heard)]
        return floor.open_workout(page, heard, minutes=minutes)
    left = [n for n in range(len(workout.slots)) if course.waits(workout, n)]
    rest = [_remaining(workout, n) for n in left]
    if sum(easing.seconds_for(slot) for slot in rest) <= minutes * 60:
        return [Say(phrase="short-fits", facts={"minutes": minutes}), *training.repeat(page, heard)]
    slots = list(workout.slots)
    for number, cut in zip(left, easing.short(rest, minutes, heard.library.exercises), strict=True):
        slots[number] = replace(cut, sets=cut.sets + course.made(workout, number))
    now = replace(workout, slots=tuple(slots), note=session.without_timers(workout), status="open")
    facts = {"minutes": minutes, "sets": course.total(now) - course.done_count(now)}
    return adapting.go_on(page, heard, workout, now, Say(phrase="short-now", facts=facts))


def _remaining(workout: Workout, number: int) -> Slot:
    slot = workout.slots[number]
    return replace(slot, sets=slot.sets - course.made(workout, number))


# the rest


def warm_up(page: Page, heard: Heard, workout: Workout | None, wanted: Wanted) -> Says:
    """Five minutes of easy movement; nothing of it is counted."""
    return [warm_up_words(), *training.repeat(page, heard)]


def warm_up_words() -> Say:
    """The warm-up: four movements."""
    lines = Lines(tuple(Say(phrase=f"warm-up-{n}") for n in range(1, WARM_UP + 1)))
    return Say(phrase="warm-up", facts={"lines": lines}, about="warm-up", retires="warm-up")


def warm_up_tap(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The Warm-up button of the first card."""
    return [warm_up_words()]


def resume(page: Page, heard: Heard, workout: Workout | None, wanted: Wanted) -> Says | None:
    """On with the open workout; without one, today's. "Go on" and the like mean this only after a pause."""
    if wanted.kind == "go_on" and (workout is None or workout.status != "paused"):
        return None
    if workout is None or course.due(workout) is None:
        return starting.today(page, heard)
    return training.resume(page, heard, workout)


def rest(page: Page, heard: Heard, workout: Workout | None, wanted: Wanted) -> Says:
    """The rest timer off for good, or on again."""
    on = wanted.kind == "rest_on"
    habits = replace(heard.runner.habits, rest=on, rest_off=())
    page.runners.keep(replace(heard.runner, habits=habits))
    if not on:
        page.dues.drop(heard.runner.id, "rest")
    return [Say(phrase="rest-timer-on" if on else "rest-timer-off"), *training.repeat(page, heard)]


def sore(page: Page, heard: Heard, workout: Workout | None, wanted: Wanted) -> Says:
    """How sore, from 0 to 10: train, less, or rest (brief 4)."""
    if wanted.number is None or wanted.number > 10:
        row = tuple(
            Button(f"button-sore-{name}", tap("sore", number))
            for name, number in (("low", 2), ("mid", 5), ("high", 8))
        )
        return [Say(phrase="sore-ask", buttons=(row,))]
    return _sore(page, heard, workout, wanted.number)


def sore_tap(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The answer by button."""
    number = tap_.number(0)
    if number is None or number > 10:
        return [Nod(kind="toast", phrase="toast-stale")]
    if (gate := screens.gate(heard.runner)) is not None:
        return [gate]
    return _sore(page, heard, page.workouts.current(heard.runner.id), number)


def _sore(page: Page, heard: Heard, workout: Workout | None, number: int) -> Says:
    if number >= 7:
        stop = ((Button("button-end", tap("end", workout.id), style="danger"),),) if workout else ()
        return [Say(phrase="why-rest-sore", buttons=stop), Say(phrase="sore-long")]
    if number < 4:
        return [
            Say(phrase="sore-fine"),
            *(training.repeat(page, heard) if workout else starting.today(page, heard)),
        ]
    if workout is None:
        planned = appointments.planned_on(page, heard.runner, heard.today)
        name = appointments.session_today(page, heard, planned)
        start = Button("button-start-lighter", tap("start", heard.today.isoformat(), name, number))
        newest = page.workouts.newest(heard.runner.id, 1)
        if number >= 5 and newest and heard.now - newest[0].opened_at >= LONG_SORE:
            return lightening.offer(page, heard, "why-deload-sore")
        return [Say(phrase="sore-less", buttons=((start,),))]
    slots = tuple(
        replace(slot, sets=slot.sets - 1, why="why-sore")
        if course.waits(workout, n) and slot.sets > max(1, course.made(workout, n) + 1)
        else slot
        for n, slot in enumerate(workout.slots)
    )
    now = replace(workout, slots=slots, note=session.without_timers(workout))
    return adapting.go_on(page, heard, workout, now, Say(phrase="why-sore"))


def why(page: Page, heard: Heard, workout: Workout | None, wanted: Wanted) -> Says | None:
    """Why the exercise that is due is as it is; without a workout, what changed last and why.

    A bare "why?" soon after an answer is about that answer.
    """
    talk = page.talks.get(heard.runner.id)
    if heard.typed and len(heard.text) < BARE and talk and talk.topic and heard.at - talk.at < FOLLOW_UP:
        return None
    place = course.due(workout) if workout else None
    if workout is None or place is None:
        return progress.why(page, heard)
    return [why_slot(page, heard, place.plan), cards.again(workout, heard.library)]


def why_slot(page: Page, heard: Heard, slot: Slot) -> Say:
    """The reason of a slot, in words, from what was stored."""
    name = cards.name(slot.exercise)
    if slot.why.startswith("change-"):
        found = page.choices.of(heard.runner.id, f"exercise:{slot.exercise}")
        kept = next((choice for choice in found if choice.phrase == slot.why), None)
        if kept is not None:
            return progress.reason_of(kept)
        target = page.targets.of(heard.runner.id).get(slot.exercise)
        reason = progression.reason(target) if target else None
        if reason is not None:
            return Say(phrase=reason[0], facts=dict(reason[1]))
    if slot.why == "why-deload":
        decided = page.choices.of(heard.runner.id, deload.about(heard.today))
        return Say(phrase=decided[0].phrase if decided else slot.why)
    if slot.why and not slot.why.startswith("change-") and heard.tongue.has(slot.why):
        return Say(phrase=slot.why, facts={"exercise": name})
    ours = heard.library.exercises[slot.exercise].source != "article"
    return Say(
        phrase="why-as-ours" if ours else "why-as-article", facts={"exercise": name, "sets": slot.sets}
    )


def why_tap(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The Why? of a card or a summary."""
    return why(page, heard, page.workouts.current(heard.runner.id), Wanted(kind="why")) or []


WISHES: Mapping[str, Wish] = {
    "no_dumbbells": kit, "dumbbells": kit, "minutes": short, "short": short, "warm_up": warm_up,
    "resume": resume, "go_on": resume, "rest_off": rest, "rest_on": rest, "sore": sore, "sore_ask": sore, "why": why,
    "slept_badly": light_week, "big_week": light_week,
}  # fmt: skip
TAPS = {"warmup": warm_up_tap, "sore": sore_tap, "why": why_tap}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """The buttons of the warm-up, of soreness and of why."""
    return [CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()]
