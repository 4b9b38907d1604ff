"""Telling afterwards: sets done without the coach are logged on the day they were done (experience, row 24)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import appointments, floor
from bot.coach import cards, course, opening, progression, rhythm, session
from bot.coach.heard import Heard
from bot.coach.later import Later, Told
from bot.coach.meaning import Said
from bot.coach.says import Button, Fact, Lines, Nod, Say, Saying
from bot.coach.taps import Tap, tap
from bot.exchange import tapped
from storage.notebook import Page
from storage.records import LoggedSet, Slot, Target, Workout

Says = Iterable[Saying]
NOON = 12 * 60


def told(page: Page, heard: Heard, later: Later) -> Says:
    """Log what was told as a closed workout of that day; a doubt or the future logs nothing."""
    if later.doubt is not None:
        return [Say(phrase=later.doubt.phrase, facts={"text": heard.text[:40], **later.doubt.facts})]
    if later.on > heard.today:
        return [Say(phrase="told-future")]
    targets = page.targets.of(heard.runner.id)
    if later.told:
        slots = tuple(_slot(each, heard, targets) for each in later.told)
    else:
        name = appointments.session_today(page, heard, appointments.planned_on(page, heard.runner, later.on))
        slots = opening.slots(name, targets, heard.runner, heard.library, planned=None, today=later.on)
    workout = _workout(heard, later, slots)
    kept = page.workouts.keep(workout)
    runner = floor.started(page, heard.runner, later.on)
    floor.relearn(page, heard.by(runner))
    appointments.renew(page, runner, heard.now)
    return [_kept(kept)]


def _slot(each: Told, heard: Heard, targets: Mapping[str, Target]) -> Slot:
    exercise = heard.library.exercises[each.exercise]
    target = targets.get(each.exercise) or progression.first_target(exercise, heard.runner)
    plain = progression.slot_for(target, exercise)
    said = course.by_set(each.said)
    count = each.sets or (len(said) if len(said) > 1 else 0) or (1 if said else plain.sets)
    return replace(plain, sets=count)


def _workout(heard: Heard, later: Later, slots: Sequence[Slot]) -> Workout:
    """The workout as it stands once every set is in: at its time of day, or at noon of an earlier day."""
    earlier = rhythm.instant(heard.runner.zone or "UTC", later.on, NOON)
    at = heard.at if later.on == heard.today or earlier is None else earlier
    inside = {slot.exercise for slot in slots}
    name = max(heard.library.sessions, key=lambda n: len(inside & set(heard.library.sessions[n].exercises)))
    note = {"per_side": True} if heard.runner.habits.per_side else {}
    start = session.begin(heard.runner, name, slots, now=at, today=later.on, note=note)
    rows: list[LoggedSet] = []
    for number, slot in enumerate(slots):
        said = next((each.said for each in later.told if each.exercise == slot.exercise), ())
        rows += _rows(heard, number, slot, said, at, heard.message_id, len(rows))
    return replace(start, status="done", closed_at=at, sets=tuple(rows))


def _rows(
    heard: Heard, number: int, slot: Slot, said: Sequence[Said], at: datetime, message: int | None, first: int
) -> list[LoggedSet]:
    rows: list[LoggedSet] = []
    each = course.by_set(said) or [(Said(),)]
    for n in range(slot.sets):
        one = each[n] if n < len(each) else each[-1]
        place = course.DueSet(slot=number, set=n + 1, plan=slot)
        rows += course.rows_for(
            place, one, heard.library, at=at, message_id=message, part=first + len(rows),
            per_side=heard.runner.habits.per_side,
        )  # fmt: skip
    return rows


def _kept(workout: Workout) -> Say:
    lines = []
    for number, slot in enumerate(workout.slots):
        numbers = range(1, slot.sets + 1)
        sets = [tuple(s for s in workout.sets if (s.slot, s.set) == (number, n)) for n in numbers]
        did = Lines(tuple(cards.did(rows) for rows in sets if rows), gap=" / ")
        lines.append(
            Say(phrase="history-exercise", facts={"exercise": cards.name(slot.exercise), "did": did})
        )
    facts: dict[str, Fact] = {"date": workout.local_date, "lines": Lines(tuple(lines))}
    return Say(phrase="told", facts=facts, buttons=((Button("button-undo", tap("untell", workout.id)),),))


def untell(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Take a told workout back, while it is the newest and an hour old at most."""
    workout = page.workouts.latest(heard.runner.id)
    if workout is None or workout.id != tap_.number(0) or workout.status != "done":
        return [Nod(kind="toast", phrase="toast-stale")]
    page.workouts.drop(heard.runner.id, tap_.number(0) or 0)
    floor.relearn(page, heard)
    appointments.renew(page, heard.runner, heard.now)
    return [Say(phrase="told-undone")]


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """The Undo under a told workout."""
    return [CallbackQueryHandler(tapped(untell), pattern=r"^v1:untell(:|$)")]
