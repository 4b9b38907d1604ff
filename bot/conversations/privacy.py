"""Your data: /privacy says what is kept, /export hands it out, /delete erases it."""

from __future__ import annotations

from collections.abc import Iterable

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot import unanswered
from bot.coach import exporting
from bot.coach.heard import Heard
from bot.coach.says import Button, Nod, Say, Saying
from bot.coach.taps import Tap, tap
from bot.diary import calendar_message
from bot.exchange import spoken, tapped
from storage.notebook import Page
from storage.records import Talk

Says = Iterable[Saying]


def privacy(page: Page, heard: Heard) -> Says:
    """/privacy: what is stored, why, for how long, and how to get rid of it."""
    number = str(heard.runner.id)
    return [
        Say(phrase="privacy", buttons=((Button("button-copy-id", "", {"number": number}, copy=number),),))
    ]


def export(page: Page, heard: Heard) -> Says:
    """/export: every set and everything else that is kept, as JSON, the sets as CSV, the days ahead as ICS."""
    workouts = page.workouts.newest(heard.runner.id, 100_000)[::-1]
    rest = {
        "week": page.weeks.get(heard.runner.id),
        "targets": list(page.targets.of(heard.runner.id).values()),
        "choices": list(page.choices.of(heard.runner.id)),
        "wishes": [wish for wish in page.wishes.of(heard.runner.id) if wish.kind != unanswered.KIND],
        "questions": unanswered.own(page, heard),
    }
    diary = calendar_message(page, heard)
    return [
        Say(phrase="export", document=("strongstride.json", exporting.as_json(heard.runner, workouts, rest))),
        Say(
            phrase="export-csv", document=("strongstride-sets.csv", exporting.as_csv(heard.runner, workouts))
        ),
        *([diary] if diary is not None else []),
    ]


def delete(page: Page, heard: Heard) -> Says:
    """/delete: asks first; typed, only the full word erases."""
    page.talks.keep(Talk(runner_id=heard.runner.id, asked="erase", at=heard.now))
    yes = Button("button-delete-yes", tap("erase", "yes"), style="danger")
    return [Say(phrase="delete-ask", buttons=((yes,), (Button("button-delete-no", tap("erase", "no")),)))]


def erase(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Erase every row of the person, the raw updates and the messages too."""
    if tap_.word(0) != "yes":
        return [Say(phrase="delete-kept")]
    page.runners.forget(heard.runner.id)
    page.inbox.forget(heard.runner.id)
    page.outbox.forget(heard.runner.id)
    return [
        Say(phrase="delete-done", keyboard="remove", about="goodbye"),
        Nod(kind="toast", phrase="toast-deleted"),
    ]


TAPS = {"erase": erase}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """/privacy, /export and /delete."""
    return [
        CommandHandler("privacy", spoken(privacy)),
        CommandHandler("export", spoken(export)),
        CommandHandler("delete", spoken(delete)),
        *(CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()),
    ]
