"""Said while a set is due, and no set: easier, one set less, how far, which muscles, a fall, feeling sick, a groan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from bot import floor
from bot.coach import cards, course, easing, explaining, holding, mending, session
from bot.coach.answers import Finding
from bot.coach.heard import Heard
from bot.coach.meaning import Reply
from bot.coach.safety import RedFlag
from bot.coach.says import Button, Fact, Kg, Say, Saying
from bot.coach.talking import TalkWords
from bot.coach.taps import Tap, tap
from bot.conversations import adapting, questions, training
from storage.notebook import Page
from storage.records import Workout

Says = Iterable[Saying]
Turn = Callable[[Page, Heard, Workout, course.DueSet], Says]


def said(
    page: Page, heard: Heard, workout: Workout | None, reply: Reply | None, words: TalkWords
) -> Says | None:
    """What a short message means while a set is due; None where it is about something else. A fall, at any time."""
    found = words.read("mid", heard.text)
    place = course.due(workout) if workout else None
    if found is not None and found.kind == "fell":
        return _fell(page, heard, workout, place)
    if workout is None or place is None or holding.held(workout):
        return None
    if found is not None:
        return TURNS[found.kind](page, heard, workout, place)
    return _weight_aside(page, heard, workout, place, reply)


def pain(page: Page, heard: Heard, workout: Workout, place: course.DueSet) -> Says:
    """Stop and ask how strong; where that was said at once ("pain 7/10"), the second question follows."""
    asked = adapting.pain(page, heard, workout, place)
    if (level := adapting.level_said(heard.text)) is None:
        return asked
    return adapting.pain_level(page, heard, Tap("pain", (str(workout.id), str(place.slot), level)))


def _fell(page: Page, heard: Heard, workout: Workout | None, place: course.DueSet | None) -> Says:
    """Are you hurt? Nothing counts down meanwhile (brief 5.2)."""
    facts: dict[str, Fact] = {"number": questions.emergency_number(heard)}
    if workout is None or place is None:
        return [Say(phrase="fell", facts=facts)]
    page.dues.drop(heard.runner.id, *session.TIMERS)
    row = (
        Button("button-fell-hurts", tap("hurts", workout.id, place.slot)),
        Button("button-fell-fine", tap("keep", workout.id)),
        Button("button-end", tap("end", workout.id)),
    )
    return [Say(phrase="fell", facts=facts, buttons=(row,))]


def _sick(page: Page, heard: Heard, workout: Workout, place: course.DueSet) -> Says:
    return questions.red_flag(page, heard, RedFlag(level="soon", kind="settle"))


def _easier(page: Page, heard: Heard, workout: Workout, place: course.DueSet) -> Says:
    return adapting.easier_version(page, heard, Tap("easier", (str(workout.id), str(place.slot))))


def _timer(page: Page, heard: Heard, workout: Workout, place: course.DueSet) -> Says:
    """The countdown that runs is off, this once."""
    running = page.dues.of(heard.runner.id, session.TIMERS)
    page.dues.drop(heard.runner.id, *session.TIMERS)
    again = cards.again(workout, heard.library)
    return [Say(phrase="timer-skipped" if running else "timer-none"), again, *_card(page, heard, workout)]


def _card(page: Page, heard: Heard, workout: Workout) -> Says:
    return floor.live_card(page, heard, workout)


def _feeling(page: Page, heard: Heard, workout: Workout, place: course.DueSet) -> Says:
    return [Say(phrase="mid-feeling"), cards.again(workout, heard.library)]


def _boring(page: Page, heard: Heard, workout: Workout, place: course.DueSet) -> Says:
    row = (Button("button-swap", tap("swap", workout.id, place.slot)),)
    return [Say(phrase="mid-boring", buttons=(row,)), cards.again(workout, heard.library)]


def _stop(page: Page, heard: Heard, workout: Workout, place: course.DueSet) -> Says:
    return training.ask_to_stop(page, heard, workout)


def _skip_set(page: Page, heard: Heard, workout: Workout, place: course.DueSet) -> Says:
    """One set less; the last one of an exercise leaves out what is left of it."""
    step = mending.skip_set(workout, heard.library)
    card = floor.live_card(page, heard, step.workout) if course.due(step.workout) else []
    return [*floor.carry_out(page, heard, workout, step), *card]


def _position(page: Page, heard: Heard, workout: Workout, place: course.DueSet) -> Says:
    """The set that is due, how many are left, how long it has taken and about how long it takes yet."""
    left = [n for n in range(len(workout.slots)) if course.waits(workout, n)]
    plans = (replace(workout.slots[n], sets=workout.slots[n].sets - course.made(workout, n)) for n in left)
    facts: dict[str, Fact] = {
        "exercise": cards.name(place.plan.exercise),
        "set": place.set,
        "sets": place.plan.sets,
        "left": course.total(workout) - course.done_count(workout),
        "gone": int((heard.at - workout.opened_at).total_seconds() // 60),
        "minutes": max(1, round(sum(map(easing.seconds_for, plans)) / 60)),
    }
    return [Say(phrase="mid-position", facts=facts)]


def _muscles(page: Page, heard: Heard, workout: Workout, place: course.DueSet) -> Says:
    label = f"exercise:{place.plan.exercise}"
    asked = Finding(labels=((label, 0.0),), best=label, facet="where", exercise=place.plan.exercise)
    return [
        explaining.exercise(place.plan.exercise, asked, heard.library),
        cards.again(workout, heard.library),
    ]


def _button(page: Page, heard: Heard, workout: Workout, place: course.DueSet) -> Says:
    return [Say(phrase="mid-hurts-button"), cards.again(workout, heard.library)]


def _weight_aside(
    page: Page, heard: Heard, workout: Workout, place: course.DueSet, reply: Reply | None
) -> Says | None:
    """ "12 with 8 kg" for an exercise that counts without weight: the reps are logged, the weight is not, and so said."""
    rung = heard.library.exercises[place.plan.exercise].rung(place.plan.level)
    if reply is None or reply.intent != "done" or reply.doubt or place.plan.kg is not None or rung.loaded:
        return None
    weights = [one.kg for one in reply.sets if one.kg is not None and (one.reps or one.seconds)]
    if not weights or training.replied_to(workout, heard):
        return None
    bare = replace(reply, sets=tuple(replace(one, kg=None) for one in reply.sets))
    facts: dict[str, Fact] = {"exercise": cards.name(place.plan.exercise), "kg": Kg(weights[0])}
    return [*training.done(page, heard, workout, bare, None), Say(phrase="weight-left-out", facts=facts)]


TURNS: Mapping[str, Turn] = {
    "sick": _sick, "easier": _easier, "timer": _timer, "feeling": _feeling, "boring": _boring, "stop": _stop,
    "skip_set": _skip_set, "position": _position, "muscles": _muscles, "hurts_button": _button,
}  # fmt: skip
