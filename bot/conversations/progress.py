"""What was done: /history with its details, /progress in words and pictures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot.coach import cards, course, exporting, progression, tallying
from bot.coach.heard import Heard
from bot.coach.says import Button, Fact, Lines, Nod, Picture, Ref, Say, Saying
from bot.coach.taps import Tap, tap
from bot.coach.weeks_season import monday_of
from bot.exchange import spoken, tapped
from storage.notebook import Page
from storage.records import Choice, Workout

Says = Iterable[Saying]
PER_PAGE = 5
MONTH = timedelta(days=28)


def history(page: Page, heard: Heard) -> Says:
    """/history: the last workouts, newest first."""
    return [_listing(page, heard, None)]


def older(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Further back."""
    return [_listing(page, heard, tap_.number(0))]


def _listing(page: Page, heard: Heard, before: int | None) -> Say:
    found = page.workouts.newest(heard.runner.id, PER_PAGE + 1, before)
    if not found:
        return Say(phrase="history-empty")
    shown = found[:PER_PAGE]
    lines = Lines(tuple(_line(workout) for workout in shown))
    rows = [
        tuple(
            Button("button-workout", tap("workout", w.id), {"date": w.local_date}) for w in shown[n : n + 2]
        )
        for n in range(0, len(shown), 2)
    ]
    if len(found) > PER_PAGE:
        rows.append((Button("button-older", tap("older", shown[-1].id)),))
    return Say(
        phrase="history",
        facts={"lines": lines},
        buttons=tuple(rows),
        about="history",
        edit=before is not None,
    )


def _line(workout: Workout) -> Say:
    facts: dict[str, Fact] = {
        "date": workout.local_date,
        "session": Ref(f"session.{workout.session}.name"),
        "sets": course.done_count(workout),
    }
    return Say(phrase="history-line" if workout.closed_at else "history-line-open", facts=facts)


def one(page: Page, heard: Heard, tap_: Tap) -> Says:
    """One workout, set by set, with a button to mend a set."""
    workout = page.workouts.get(heard.runner.id, tap_.number(0) or 0)
    if workout is None:
        return [Nod(kind="toast", phrase="toast-stale")]
    lines = tuple(
        _exercise(workout, number) for number in range(len(workout.slots)) if course.made(workout, number)
    )
    facts: dict[str, Fact] = {
        "date": workout.local_date,
        "session": Ref(f"session.{workout.session}.name"),
        "lines": Lines(lines),
    }
    return [Say(phrase="history-one", facts=facts)]


def _exercise(workout: Workout, slot: int) -> Say:
    numbers = sorted({done.set for done in workout.sets if done.slot == slot})
    sets = [
        tuple(done for done in workout.sets if (done.slot, done.set) == (slot, number)) for number in numbers
    ]
    did = Lines(tuple(cards.did(rows) for rows in sets), gap=" / ")
    return Say(
        phrase="history-exercise", facts={"exercise": cards.name(workout.slots[slot].exercise), "did": did}
    )


def progress(page: Page, heard: Heard) -> Says:
    """/progress: sets a week and muscles trained over four weeks, in words and as a picture."""
    monday = monday_of(heard.today)
    found = page.workouts.between(heard.runner.id, monday - MONTH, heard.today)
    if not any(workout.sets for workout in found):
        return [Say(phrase="progress-empty")]
    weeks = [
        sum(course.done_count(w) for w in found if monday_of(w.local_date) == monday - timedelta(weeks=n))
        for n in range(3, -1, -1)
    ]
    muscles = tallying.muscle_sets(found, heard.library)
    best = sorted(muscles, key=lambda muscle: -muscles[muscle])
    facts: dict[str, Fact] = {
        "weeks": " · ".join(str(count) for count in weeks),
        "workouts": len([w for w in found if w.sets]),
        "sets": sum(weeks),
        "most": Ref(f"muscle.{best[0]}.name"),
        "least": Ref(f"muscle.{best[-1]}.name"),
    }
    return [Say(phrase="progress", facts=facts, picture=Picture(name="body", data={"sets": muscles}))]


def change(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Keep or Later, under a workout's summary: next time's one change (brief 4)."""
    answer, name = tap_.word(0), tap_.word(1)
    target = page.targets.of(heard.runner.id).get(name)
    if target is None or answer not in ("keep", "later") or progression.pending(target) is None:
        return [Nod(kind="toast", phrase="toast-stale")]
    if answer == "later":
        page.targets.keep(progression.later(target, heard.today))
    return [Say(phrase=f"change-{answer}", facts={"exercise": cards.name(name)})]


def why(page: Page, heard: Heard) -> Says:
    """Why? The last decisions about exercises, each with its stored reason."""
    found = [
        choice for choice in page.choices.of(heard.runner.id, "exercise:") if heard.tongue.has(choice.phrase)
    ]
    if not found:
        return [Say(phrase="why-nothing")]
    return [
        Say(
            phrase="lines", facts={"lines": Lines(tuple(_reason(choice) for choice in found[:4]), gap="\n\n")}
        )
    ]


def _reason(choice: Choice) -> Say:
    exercise = choice.about.partition(":")[2]
    facts: dict[str, Fact] = {"exercise": cards.name(exercise), **exporting.unpacked(choice.facts)}
    return Say(phrase=choice.phrase, facts=facts)


TAPS = {"older": older, "workout": one, "change": change}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """/history and /progress."""
    return [
        CommandHandler("history", spoken(history)),
        CommandHandler("progress", spoken(progress)),
        *(CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()),
    ]
