"""Light weeks in the notebook: what was decided for a week, and the question with Keep and Later."""

from __future__ import annotations

from datetime import date, datetime

from bot.coach import deload
from bot.coach.says import Button, Lines, Say
from bot.coach.taps import tap
from bot.coach.weeks_season import monday_of
from storage.notebook import Page
from storage.records import Choice, Runner, Week, Workout


def reason(page: Page, runner: Runner, week: Week, workouts: tuple[Workout, ...], today: date) -> str:
    """Why this week is a light one, as the phrase of its reason; empty where it is none."""
    return deload.reason(workouts, week, page.choices.of(runner.id, deload.ABOUT), today)


def decide(page: Page, runner: Runner, today: date, phrase: str, now: datetime) -> None:
    """Keep the decision about this week, with its reason."""
    page.choices.keep(Choice(runner_id=runner.id, about=deload.about(today), phrase=phrase, at=now))


def is_decided(page: Page, runner: Runner, today: date) -> bool:
    """Whether something was decided about this very week."""
    return any(choice.about == deload.about(today) for choice in page.choices.of(runner.id, deload.ABOUT))


def ask(cause: str, today: date, *, phrase: str) -> Say:
    """The reason, and Keep or Later."""
    monday = monday_of(today).isoformat()
    row = (
        Button("button-light-keep", tap("light", monday, "keep", cause), style="success"),
        Button("button-light-later", tap("light", monday, "later", cause)),
    )
    lines = Lines((Say(phrase=cause), Say(phrase=phrase)))
    return Say(phrase="lines", facts={"lines": lines}, buttons=(row,), about="light-week")
