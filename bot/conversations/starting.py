"""Starting: /today shows what is planned, Start opens it; an old button offers today's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot import appointments, floor
from bot.coach import cards, holding, opening, screens
from bot.coach.heard import Heard, local
from bot.coach.says import Button, Fact, Lines, Nod, Ref, Say, Saying
from bot.coach.taps import Tap, tap
from bot.coach.weeks_season import is_novice
from bot.exchange import spoken, tapped
from storage.notebook import Page
from storage.records import Talk

Says = Iterable[Saying]


def today(page: Page, heard: Heard) -> Says:
    """/today: the open workout, or what is planned, with a button to start."""
    if (gate := screens.gate(heard.runner)) is not None:
        return [gate]
    if (workout := page.workouts.current(heard.runner.id)) is not None:
        if (stopped := holding.guard(workout)) is not None:
            return [stopped]
        return [
            cards.again(workout, heard.library, phrase="workout-goes-on-at"),
            cards.card(workout, heard.library, edit=False),
        ]
    planned = appointments.planned_on(page, heard.runner, heard.today)
    done = heard.today in page.workouts.done_days(heard.runner.id, heard.today, heard.today)
    name = appointments.session_today(page, heard, planned)
    return [_today(page, heard, name, planned is not None, done)]


def _today(page: Page, heard: Heard, name: str, planned: bool, done: bool) -> Say:
    phrase = "today-done" if done else ("today-planned" if planned else "today-free")
    minutes = heard.library.sessions[name].minutes
    start = Button(
        "button-start-again" if done else "button-start",
        tap("start", heard.today.isoformat(), name),
        style="success",
    )
    fits = [
        other
        for other, session in heard.library.sessions.items()
        if session.kit in ("none", appointments.kit_today(heard.runner, heard.today))
    ]
    others = [other for other in fits if other != name]
    row = [
        Button(
            "button-start-other",
            tap("start", heard.today.isoformat(), o),
            {"session": Ref(f"session.{o}.name")},
        )
        for o in others
    ]
    short = Button("button-short", tap("short", heard.today.isoformat(), name))
    facts: dict[str, Fact] = {
        "session": Ref(f"session.{name}.name"),
        "low": minutes[0],
        "high": minutes[1],
        "next": appointments.next_words(page, heard),
    }
    lines = [Say(phrase=phrase, facts=facts)]
    if heard.runner.kit == "dumbbells" and name == "bodyweight" and is_novice(heard.runner, heard.today):
        lines.append(Say(phrase="today-moves-first"))  # owners of dumbbells learn the moves without them
    return Say(phrase="lines", facts={"lines": Lines(tuple(lines))}, buttons=((start, short), tuple(row)))


def start(page: Page, heard: Heard, tap_: Tap) -> Says:
    """A Start button: today's opens the workout, an old one offers today's."""
    if (gate := screens.gate(heard.runner)) is not None:
        return [gate]
    if tap_.word(0) and tap_.word(0) != heard.today.isoformat() and not _same_evening(tap_.word(0), heard):
        day = screens.day_from(tap_.word(0))
        if day is None:
            return [Nod(kind="toast", phrase="toast-stale")]
        return [
            Say(
                phrase="start-old",
                facts={"day": Ref(f"phrase.weekday-{day.weekday()}")},
                buttons=((screens.start_button(heard.today),),),
            )
        ]
    # a screen of the welcome that is still open would take the set's "12" for an hour
    page.talks.keep(Talk(runner_id=heard.runner.id, at=heard.now))
    return floor.open_workout(
        page,
        heard,
        tap_.word(1),
        minutes=opening.SHORT if tap_.verb == "short" else None,
        soreness=tap_.number(2),
    )


def _same_evening(day: str, heard: Heard) -> bool:
    """A reminder of the evening is still today's for four hours after midnight."""
    return screens.day_from(day) == heard.today - timedelta(days=1) and local(heard.at, heard.runner).hour < 4


TAPS = {"start": start, "short": start}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """/today and the Start buttons."""
    return [
        CommandHandler("today", spoken(today)),
        *(CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()),
    ]
