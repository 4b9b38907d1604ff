"""What was done: /history with its details, /progress in words and pictures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot import appointments, floor
from bot.coach import cards, course, exporting, progression, tallying
from bot.coach.heard import Heard
from bot.coach.says import Button, Fact, Lines, Nod, Picture, Ref, Say, Saying
from bot.coach.taps import Tap, tap
from bot.coach.weeks_season import monday_of
from bot.exchange import spoken, tapped
from bot.pictures import captions, ledger
from storage.notebook import Page
from storage.records import Choice, Workout

Says = Iterable[Saying]
PER_PAGE = 5
MONTH = timedelta(days=28)
HALF_YEAR = timedelta(weeks=26)


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
    correct = ((Button("button-mend", tap("mend", workout.id)),),) if lines else ()
    return [Say(phrase="history-one", facts=facts, buttons=correct)]


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
    picture = Picture(name="body", data={"sets": muscles})
    return [
        Nod(kind="uploading"),
        Say(phrase="progress", facts=facts, buttons=_charts(found), picture=picture),
    ]


def _charts(found: Iterable[Workout]) -> tuple[tuple[Button, ...], ...]:
    """Which charts there are: sets a week, training days, and each exercise done of late."""
    done = dict.fromkeys(row.exercise for workout in found for row in workout.sets)
    cells = [
        Button("button-chart-exercise", tap("chart", "exercise", name), {"exercise": cards.name(name)})
        for name in done
    ]
    first = (
        Button("button-chart-sets", tap("chart", "sets")),
        Button("button-chart-calendar", tap("chart", "calendar")),
    )
    return (first, *(tuple(cells[n : n + 2]) for n in range(0, len(cells), 2)))


def chart(page: Page, heard: Heard, tap_: Tap) -> Says:
    """A chart over half a year, with what it shows in words under it."""
    kind, name = tap_.word(0), tap_.word(1)
    found = page.workouts.between(heard.runner.id, heard.today - HALF_YEAR, heard.today)
    data = _chart_data(page, heard, kind, name, found)
    if data is None:
        return [Nod(kind="toast", phrase="toast-stale")]
    caption = captions.caption(f"progress:{kind}", data, heard.tongue.phrase)
    picture = Picture(name=f"progress:{kind}", data=data)
    return [Nod(kind="uploading"), Say(phrase="chart", facts={"caption": caption}, picture=picture)]


def _chart_data(
    page: Page, heard: Heard, kind: str, name: str, found: tuple[Workout, ...]
) -> dict[str, Any] | None:
    match kind:
        case "sets":
            session = heard.library.sessions["bodyweight"]
            each = sum(heard.library.exercises[exercise].sets for exercise in session.exercises)
            goal = appointments.week_of(page, heard.runner).wanted * each
            return ledger.weekly(found, heard.today, goal)
        case "calendar":
            return ledger.calendar(found, heard.today)
        case "exercise" if name in heard.library.exercises:
            return ledger.exercise(found, name, heard.tongue.exercise[name].name)
    return None


def change(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Keep or Later, under a workout's summary: next time's one change (brief 4)."""
    answer, name = tap_.word(0), tap_.word(1)
    target = page.targets.of(heard.runner.id).get(name)
    if target is None or answer not in ("keep", "later") or progression.pending(target) is None:
        return [Nod(kind="toast", phrase="toast-stale")]
    if answer == "later":
        page.targets.keep(progression.later(target, heard.today))
        floor.note_later(page, heard, name)
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
            phrase="lines",
            facts={"lines": Lines(tuple(reason_of(choice) for choice in found[:4]), gap="\n\n")},
        )
    ]


def reason_of(choice: Choice) -> Say:
    """A stored decision in words."""
    exercise = choice.about.partition(":")[2]
    facts: dict[str, Fact] = {"exercise": cards.name(exercise), **exporting.unpacked(choice.facts)}
    return Say(phrase=choice.phrase, facts=facts)


TAPS = {"older": older, "workout": one, "change": change, "chart": chart}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """/history and /progress."""
    return [
        CommandHandler("history", spoken(history)),
        CommandHandler("progress", spoken(progress)),
        *(CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()),
    ]
