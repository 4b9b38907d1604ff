"""The training floor: what one step of a workout leaves in the notebook, how a workout opens and how it ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot import appointments, deloading
from bot.coach import cards, course, exporting, holding, learning, opening, progression, session
from bot.coach.course import done_count
from bot.coach.heard import Heard
from bot.coach.says import Button, Erase, Fact, Lines, Say, Saying
from bot.coach.session import Step
from bot.coach.taps import tap
from storage.notebook import Page
from storage.records import Choice, Due, Runner, Target, Workout

Says = list[Saying]
PAIN_KEPT = timedelta(days=14)  # how long a pain is asked about
QUIZ_AFTER = timedelta(minutes=15)  # after a workout, where quizzes are wanted


def carry_out(page: Page, heard: Heard, before: Workout, step: Step) -> Says:
    """Remember what a step changed; a finished workout is closed and summed up."""
    workout = page.workouts.keep(step.workout, before) if step.workout != before else before
    if before.closed_at is not None and workout != before:  # corrected or reopened after its end
        relearn(page, heard)
        appointments.renew(page, heard.runner, heard.now)
    page.dues.drop(before.runner_id, *step.drops)
    for due in step.dues:
        page.dues.keep(due)
    if step.finished:
        return [*step.says, *finish(page, heard, workout)]
    return list(step.says)


def open_workout(
    page: Page, heard: Heard, wanted: str = "", *, minutes: int | None = None, soreness: int | None = None
) -> Says:
    """Open today's workout (or the session wanted); one that is open already goes on instead."""
    runner = heard.runner
    if (current := page.workouts.current(runner.id)) is not None:
        if (stopped := holding.guard(current)) is not None:
            return [stopped]
        return [
            cards.again(current, heard.library, phrase="workout-goes-on-at"),
            cards.card(current, heard.library, edit=False),
        ]
    planned = appointments.planned_on(page, runner, heard.today)
    name = wanted if wanted in heard.library.sessions else appointments.session_today(page, heard, planned)
    runner = started(page, runner, heard.today)
    targets, week = page.targets.of(runner.id), appointments.week_of(page, runner)
    done = recent(page, runner, heard.today)
    light = deloading.reason(page, runner, week, done, heard.today)
    slots = opening.slots(
        name,
        targets,
        with_kit(runner, heard.today),
        heard.library,
        planned=planned,
        today=heard.today,
        banned=banned(page, runner),
        day=opening.day_of(
            runner, week, done, heard.today, minutes=minutes, soreness=soreness, light_week=bool(light)
        ),
    )  # fmt: skip
    fresh = session.begin(
        runner, name, slots,
        now=heard.at, today=heard.today, last=last_numbers(targets),
        note={
            **({"planned": planned.date.isoformat()} if planned else {}),
            **({"per_side": True} if runner.habits.per_side else {}),
        },
    )  # fmt: skip
    workout = page.workouts.keep(fresh)
    appointments.quiet_today(page, runner)
    step = session.opened(workout, heard.library, now=heard.at)
    says = [*carry_out(page, heard.by(runner), workout, step), *_how_is_it(page, workout, heard)]
    if any(slot.why == "why-deload" for slot in slots) and not deloading.is_decided(
        page, runner, heard.today
    ):
        deloading.decide(page, runner, heard.today, light, heard.now)
        says.append(deloading.ask(light, heard.today, phrase="deload-on"))
    return says


def _how_is_it(page: Page, workout: Workout, heard: Heard) -> Says:
    """The newest pain of the last two weeks that one of today's exercises brought: how is it today? (brief 5.2)"""
    noted = {wish.about: wish for wish in page.wishes.of(workout.runner_id, "pain")}
    for number, slot in enumerate(workout.slots):
        wish = noted.get(slot.exercise)
        if wish is None or slot.closed or heard.now - wish.at > PAIN_KEPT:
            continue
        fine, easier, leave = (
            Button(f"button-relief-{how}", tap("relief", workout.id, number, how))
            for how in ("fine", "easier", "out")
        )
        facts: dict[str, Fact] = {"exercise": cards.name(slot.exercise)}
        return [Say(phrase="pain-last-time", facts=facts, buttons=((fine, easier, leave),), about="pain")]
    return []


def with_kit(runner: Runner, today: date) -> Runner:
    """The runner with the kit at hand today."""
    return replace(runner, kit=appointments.kit_today(runner, today))


def recent(page: Page, runner: Runner, today: date) -> tuple[Workout, ...]:
    """The workouts of the last weeks, for what makes today lighter."""
    return page.workouts.between(runner.id, today - opening.RECENT, today)


def live_card(page: Page, heard: Heard, workout: Workout) -> Says:
    """The live card as it is now, in passing, with what is left of a rest; nothing where no set is due."""
    if workout.closed_at is not None or course.due(workout) is None:
        return []
    waits = page.dues.of(workout.runner_id, ("rest",))
    resting = max(0, round((waits[0].at - heard.now).total_seconds())) if waits else 0
    return [cards.passing(workout, heard.library, resting=resting)]


def banned(page: Page, runner: Runner) -> frozenset[str]:
    """Exercises the person never wants."""
    return frozenset(wish.about for wish in page.wishes.of(runner.id, "ban"))


def started(page: Page, runner: Runner, today: date) -> Runner:
    """The runner, with the day of their first workout noted: the four novice weeks count from it."""
    if runner.started_on is not None:
        return runner
    page.runners.keep(runner := replace(runner, started_on=today))
    return runner


def last_numbers(targets: Mapping[str, Target]) -> dict[str, str]:
    """Last time's numbers by exercise, as the cards show them: 10/10/11."""
    return {name: str(target.facts["done"]) for name, target in targets.items() if target.facts.get("done")}


def finish(page: Page, heard: Heard, workout: Workout, status: str = "done") -> Says:
    """Close the workout, learn from it, plan the next reminder and say how it went."""
    closed, changed = shut(page, heard, workout, status)
    bare = Erase(about=cards.about_card(workout), buttons_only=True)
    stopped = (
        []
        if status == "done"
        else [Say(phrase="stopped", facts={"sets": done_count(closed)}, keyboard="remove")]
    )
    if not closed.sets:
        return [*stopped, bare]
    told = summary(page, heard, closed, changed)
    return [*stopped, bare, replace(told, effect="party") if _first(page, closed) else told]


def _first(page: Page, closed: Workout) -> bool:
    """Whether this is the first workout that was done to its end; an early stop does not count."""
    newest = page.workouts.newest(closed.runner_id, 10)
    return closed.status == "done" and not any(one.status == "done" and one.id != closed.id for one in newest)


def shut(page: Page, heard: Heard, workout: Workout, status: str) -> tuple[Workout, tuple[Target, ...]]:
    """Close the workout and learn from it; its timers go, the next reminder is set."""
    closed = session.close(workout, now=heard.at, status=status)
    page.workouts.keep(closed, workout)
    page.dues.drop(heard.runner.id, *session.ALL_DUES)
    changed = learn(page, heard, closed) if closed.sets else ()
    appointments.renew(page, heard.runner, heard.now)
    if closed.sets and heard.runner.habits.quiz:
        page.dues.keep(Due(runner_id=heard.runner.id, kind="quiz", at=heard.now + QUIZ_AFTER))
    return closed, changed


def closed_by_itself(page: Page, heard: Heard, workout: Workout) -> Says:
    """A workout that stood open too long: closed with its honest duration, in one quiet line."""
    closed, _ = shut(page, heard, workout, "done" if workout.sets else "stopped")
    facts = session.summary_facts(closed)
    bare = Erase(about=cards.about_card(workout), buttons_only=True)
    return [Say(phrase="closed-by-itself", facts=facts, keyboard="remove"), bare]


def learn(page: Page, heard: Heard, workout: Workout) -> tuple[Target, ...]:
    """What each exercise aims at next time, one change at a time, each with its reason."""
    kept = learning.learned(page.targets.of(workout.runner_id), workout, heard.runner, heard.library)
    _remember(page, heard, kept)
    return kept


def relearn(page: Page, heard: Heard) -> dict[str, Target]:
    """Learn everything anew from the workouts as they stand now: one of the past was changed or is gone."""
    runner = heard.runner
    done = page.workouts.between(runner.id, date.min, heard.today + timedelta(days=1))
    known = learning.replayed(done, runner, heard.library)
    before = page.targets.of(runner.id)
    page.targets.drop(runner.id, *(name for name in before if name not in known))
    _remember(page, heard, tuple(t for name, t in known.items() if before.get(name) != t))
    return known


def note_later(page: Page, heard: Heard, exercise: str) -> None:
    """A refused change is noted with the workout that brought it, so that learning anew knows of it."""
    workout = page.workouts.latest(heard.runner.id)
    if workout is not None:
        refused = {**workout.note.get("later", {}), exercise: heard.today.isoformat()}
        page.workouts.keep(replace(workout, note={**workout.note, "later": refused}), workout)


def _remember(page: Page, heard: Heard, targets: Sequence[Target]) -> None:
    for target in targets:
        page.targets.keep(target)
        if (reason := progression.reason(target)) is not None:
            _note(page, heard.now, target, *reason)


def _note(page: Page, now: datetime, target: Target, phrase: str, facts: Mapping[str, Fact]) -> None:
    page.choices.keep(
        Choice(
            runner_id=target.runner_id,
            about=f"exercise:{target.exercise}",
            phrase=phrase,
            facts=exporting.packed(facts),
            at=now,
        )
    )


def summary(page: Page, heard: Heard, workout: Workout, changed: tuple[Target, ...]) -> Say:
    """How it went: sets, minutes, the week so far, and next time's one change."""
    done, wanted = appointments.week_so_far(page, heard.runner, heard.today)
    lines = [
        Say(
            phrase="summary-head" if workout.status == "done" else "summary-head-short",
            facts=session.summary_facts(workout),
        ),
        Say(phrase="summary-week", facts={"done": done, "wanted": wanted}),
    ]
    buttons: tuple[tuple[Button, ...], ...] = ()
    if (last := cards.unrated(workout)) is not None:
        buttons = (cards.effort_buttons(workout, last),)
    best = progression.headline(changed)
    if best is not None and (reason := progression.reason(best)) is not None:
        lines.append(Say(phrase=reason[0], facts=dict(reason[1])))
        buttons = (
            buttons
            if progression.is_told(best)
            else (
                *buttons,
                (
                    Button("button-keep-change", tap("change", "keep", best.exercise), style="success"),
                    Button("button-later", tap("change", "later", best.exercise)),
                ),
            )
        )
    buttons = (*buttons, (Button("button-share", tap("share", workout.id)),))
    if done_count(workout) and workout.status == "done":
        lines.append(Say(phrase="summary-next", facts={"next": appointments.next_words(page, heard)}))
    return Say(
        phrase="summary", facts={"lines": Lines(tuple(lines))}, buttons=buttons, about=f"summary:{workout.id}"
    )
