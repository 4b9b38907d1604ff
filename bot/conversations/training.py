"""Training: every way to log a set, undo, skip, pause and stop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot import countdown, doubting, floor
from bot.coach import asks, cards, course, holding, mending, session
from bot.coach.heard import Heard
from bot.coach.meaning import Reply
from bot.coach.says import Button, Fact, Lines, Nod, Say, Saying
from bot.coach.taps import Tap, tap
from bot.exchange import spoken, tapped
from storage.notebook import Page
from storage.records import LoggedSet, Talk, Workout

Says = Iterable[Saying]


def reply(page: Page, heard: Heard, workout: Workout, said: Reply, talk: Talk | None) -> Says | None:
    """A reply while a workout is open; None where it is not about the set (a question, something else)."""
    if said.intent in ("done", "skip", "pause", "fail") and holding.held(workout):
        return doubting.stopped(page, heard, workout)
    if said.doubt is not None and said.intent != "question":
        return [asks.doubt(said.doubt), *repeat(page, heard)]
    match said.intent:
        case "done":
            return done(page, heard, workout, said, talk)
        case "skip":
            return floor.carry_out(page, heard, workout, mending.skip(workout, heard.library))
        case "stop":
            return ask_to_stop(page, heard, workout)
        case "pause":
            return paused(page, heard, workout)
        case "undo":
            return undo(page, heard, workout, said)
        case "fail":
            return failed(page, heard, workout, said)
    return None


def done(page: Page, heard: Heard, workout: Workout, said: Reply, talk: Talk | None) -> Says:
    """Log it; a second bare "done" within two seconds of the first asks instead (reliability 2.3, rule 11)."""
    if (older := replied_to(workout, heard)) and said.sets:
        return _corrected(page, heard, workout, said, older)
    if _is_known(page, heard):
        return [cards.again(workout, heard.library, phrase="message-already-logged")]
    if holding.guard(workout) is not None:
        return doubting.stopped(page, heard, workout)
    if (timed := countdown.of_hold(page, heard, workout, said)) is not None:
        return timed
    if (most := doubting.is_much(workout, said)) is not None:
        return doubting.ask_much(page, heard, workout, said, most)
    if said.bare_done and said.button is None:
        twice = (
            talk is not None
            and talk.asked == "bare"
            and abs(heard.at - talk.at) <= session.TWICE
            and bool(workout.sets)
        )
        page.talks.keep(
            Talk(
                runner_id=heard.runner.id,
                asked="again" if twice else "bare",
                facts=talk.facts if talk else {},
                at=heard.at,
                topic=talk.topic if talk else None,
            )
        )
        if twice:
            return [asks.ask_another(workout)]
    step = session.log(workout, said, heard.runner, heard.library, at=heard.at, message_id=heard.message_id)
    nods = [Nod(kind="react", emoji="👍")] if step.logged and said.button is None else []
    return [*floor.carry_out(page, heard, workout, step), *nods]


def _is_known(page: Page, heard: Heard) -> bool:
    """Whether this very message has logged a set already (it came under another update once more)."""
    return heard.message_id is not None and page.workouts.logged_by(heard.runner.id, heard.message_id)


def paused(page: Page, heard: Heard, workout: Workout) -> Says:
    """Pause: the place is kept, the timers stop."""
    page.workouts.keep(replace(workout, status="paused"), workout)
    page.dues.drop(heard.runner.id, *session.TIMERS)
    return [Say(phrase="paused")]


def undo(page: Page, heard: Heard, workout: Workout, said: Reply) -> Says:
    """Take back, or correct, the last set, the one replied to, or the one named."""
    rows = replied_to(workout, heard) or _numbered(workout, said.set_no)
    if said.sets:
        return _corrected(page, heard, workout, said, rows or None)
    if not rows and countdown.runs(page, workout):
        return countdown.cancel(page, heard, workout)
    slot, number = (rows[-1].slot, rows[-1].set) if rows else (None, None)
    return floor.carry_out(
        page, heard, workout, mending.undo(workout, heard.library, slot=slot, number=number)
    )


def replied_to(workout: Workout, heard: Heard) -> tuple[LoggedSet, ...]:
    """The sets that the message logged to which this one replies."""
    if heard.reply_to is None:
        return ()
    return tuple(done for done in workout.sets if done.message_id == heard.reply_to)


def _numbered(workout: Workout, number: int | None) -> tuple[LoggedSet, ...]:
    """The set with that number, of the exercise that is due or else of the one done last."""
    place, last = course.due(workout), course.last_set(workout)
    slots = ([place.slot] if place else []) + [row.slot for row in last[:1]]
    found = (tuple(s for s in workout.sets if (s.slot, s.set) == (slot, number)) for slot in slots)
    return next((rows for rows in found if rows), ())


def _corrected(
    page: Page, heard: Heard, workout: Workout, said: Reply, rows: tuple[LoggedSet, ...] | None
) -> Says:
    step = mending.correct(workout, said.sets, heard.library, rows=rows)
    return [*floor.carry_out(page, heard, workout, step), *floor.live_card(page, heard, step.workout)]


def failed(page: Page, heard: Heard, workout: Workout, said: Reply) -> Says:
    """Tried and fell short: what was done counts; without a number, ask how many, or skip."""
    if holding.guard(workout) is not None:
        return doubting.stopped(page, heard, workout)
    if said.sets:
        if _is_known(page, heard):
            return [cards.again(workout, heard.library, phrase="message-already-logged")]
        step = session.log(
            workout,
            replace(said, intent="done", effort="hard"),
            heard.runner,
            heard.library,
            at=heard.at,
            message_id=heard.message_id,
        )
        return floor.carry_out(page, heard, workout, step)
    place = course.due(workout)
    slot = place.slot if place else 0
    row = (
        Button("button-pain-easier", tap("easier", workout.id, slot)),
        Button("button-skip", tap("skip", workout.id, slot)),
    )
    return [Say(phrase="fail-how-many", buttons=(row,)), cards.again(workout, heard.library)]


def ask_to_stop(page: Page, heard: Heard, workout: Workout) -> Says:
    """Stop here? A hold that runs is off, so that nothing is logged by itself meanwhile."""
    page.dues.drop(heard.runner.id, *countdown.HOLD)
    page.talks.keep(Talk(runner_id=heard.runner.id, asked="stop", at=heard.now))
    return [asks.stop_question(workout)]


def stop(page: Page, heard: Heard) -> Says:
    """/stop: asks whether to end; nothing open says so."""
    workout = page.workouts.current(heard.runner.id)
    return ask_to_stop(page, heard, workout) if workout else [asks.nothing_open(heard)]


def stop_tap(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The card's Stop."""
    workout = _mine(page, heard, tap_)
    return ask_to_stop(page, heard, workout) if workout else [Nod(kind="toast", phrase="toast-stale")]


def undo_command(page: Page, heard: Heard) -> Says:
    """/undo: the last set of the open workout, or of one closed within six hours."""
    workout = page.workouts.latest(heard.runner.id)
    if workout is None or (workout.closed_at is not None and heard.at - workout.closed_at > session.CLOSE):
        return [Say(phrase="undo-nothing")]
    return floor.carry_out(page, heard, workout, mending.undo(workout, heard.library))


def end(page: Page, heard: Heard, tap_: Tap) -> Says:
    """End workout, asked for or not answered: what was logged stays."""
    workout = _mine(page, heard, tap_)
    if workout is None:
        return [Nod(kind="toast", phrase="toast-stale")]
    return ended(page, heard, workout)


def ended(page: Page, heard: Heard, workout: Workout) -> Says:
    """The workout closed by its person."""
    settled(page, heard)
    return floor.finish(page, heard, workout, "done" if course.due(workout) is None else "stopped")


def keep(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Keep going: the same set again, with its card."""
    workout = _mine(page, heard, tap_)
    if workout is None or course.due(workout) is None:
        return [Nod(kind="toast", phrase="toast-stale")]
    return resume(page, heard, workout)


def unheld(page: Page, heard: Heard, tap_: Tap) -> Says:
    """A professional said it is fine: on it goes."""
    workout = _mine(page, heard, tap_)
    if workout is None or not holding.held(workout):
        return [Nod(kind="toast", phrase="toast-stale")]
    return released(page, heard, workout)


def released(page: Page, heard: Heard, workout: Workout) -> Says:
    """The held workout goes on."""
    now = page.workouts.keep(holding.released(workout), workout)
    return resume(page, heard, now)


def settled(page: Page, heard: Heard) -> None:
    """The question that was open is answered: a later "yes" or a thumb is no answer to it."""
    talk = page.talks.get(heard.runner.id)
    if talk is not None and talk.asked:
        page.talks.keep(replace(talk, asked=None, facts={}, at=heard.now))


def resume(page: Page, heard: Heard, workout: Workout) -> Says:
    """On it goes, at the same set, with a new card below everything that was said meanwhile."""
    settled(page, heard)
    page.dues.drop(heard.runner.id, *countdown.HOLD)
    if holding.guard(workout) is not None:
        return doubting.stopped(page, heard, workout)
    now = replace(workout, status="open")
    page.workouts.keep(now, workout)
    return [cards.again(now, heard.library, phrase="resumed"), cards.card(now, heard.library, edit=False)]


def another(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The second done was meant: log one more set, if that set is still due."""
    workout = _mine(page, heard, tap_)
    place = course.due(workout) if workout else None
    if workout is None or place is None or (place.slot, place.set) != (tap_.number(1), tap_.number(2)):
        return [Nod(kind="toast", phrase="toast-stale")]
    if holding.guard(workout) is not None:
        return doubting.stopped(page, heard, workout)
    settled(page, heard)
    step = session.log(
        workout, Reply(intent="done"), heard.runner, heard.library, at=heard.at, message_id=None
    )
    return floor.carry_out(page, heard, workout, step)


def one(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The second done was a slip."""
    workout = _mine(page, heard, tap_)
    settled(page, heard)
    return [
        Say(phrase="another-dropped"),
        *([cards.again(workout, heard.library)] if workout and course.due(workout) else []),
    ]


def edited(page: Page, heard: Heard, workout: Workout, said: Reply) -> Says:
    """An edited message that logged a set corrects that set, never a new one."""
    rows = tuple(s for s in workout.sets if s.message_id == heard.message_id)
    if said.intent not in ("done", "fail", "undo") or said.doubt is not None or not rows:
        return [_unchanged(rows)] if rows else []
    if not said.sets:
        return [_unchanged(rows)]
    return _corrected(page, heard, workout, said, rows)


def _unchanged(rows: tuple[LoggedSet, ...]) -> Say:
    """An edit that says no set."""
    first = tuple(row for row in rows if (row.slot, row.set) == (rows[0].slot, rows[0].set))
    facts: dict[str, Fact] = {"exercise": cards.name(first[0].exercise), "set": first[0].set}
    return Say(phrase="edit-nothing", facts={**facts, "did": Lines((cards.did(first),))})


def _mine(page: Page, heard: Heard, tap_: Tap) -> Workout | None:
    """The open workout, if the button was made for it."""
    workout = page.workouts.current(heard.runner.id)
    return workout if workout is not None and workout.id == tap_.number(0) else None


def repeat(page: Page, heard: Heard) -> Says:
    """The same set again, after an answer given in the middle of a workout."""
    workout = page.workouts.current(heard.runner.id)
    waits = workout is not None and course.due(workout) is not None and not holding.held(workout)
    return [cards.again(workout, heard.library)] if workout is not None and waits else []


TAPS = {
    "end": end, "keep": keep, "another": another, "one": one, "stop": stop_tap, "much": doubting.much, "unheld": unheld,
}  # fmt: skip


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """Commands and buttons of training."""
    return [
        CommandHandler("stop", spoken(stop)),
        CommandHandler("undo", spoken(undo_command)),
        *(CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()),
    ]
