"""The quiz, if wanted, at most weekly: a native poll about the muscles just trained; what was missed comes again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from telegram import Update
from telegram.ext import BaseHandler, PollAnswerHandler

from bot.coach import quizzing, tallying
from bot.coach.says import Ref, Say, Saying
from bot.context import Coaching
from bot.reminders import DueHandler
from content.library import open_library
from storage.notebook import Page
from storage.records import Due, Wish

Says = Iterable[Saying]
RECENT = timedelta(days=7)  # both the pause between two and how long "just trained" lasts
LATEST = 12 * 3600  # seconds after which a quiz is no longer worth sending


def ask(page: Page, due: Due, now: datetime) -> Says:
    """A while after a workout: one question, if quizzes are wanted and none came within a week."""
    runner = page.runners.get(due.runner_id)
    if runner is None or not runner.habits.quiz or not runner.reachable:
        return []
    asked = page.wishes.of(runner.id, "quiz")
    if asked and now - asked[0].at < RECENT:
        return []
    library = open_library()
    newest = [workout for workout in page.workouts.newest(runner.id, 3) if now - workout.opened_at < RECENT]
    muscles = tallying.trained(newest, library)
    known = {wish.about: wish.facts.get("right") for wish in asked}
    name = quizzing.choose(muscles, known, library.tongue(runner.language))
    if name is None:
        return []
    times = next((int(wish.facts.get("times", 0)) for wish in asked if wish.about == name), 0)
    facts = {"right": None, "times": times + 1}
    page.wishes.keep(Wish(runner_id=runner.id, kind="quiz", about=name, facts=facts, at=now))
    return [_poll(name, times)]


def _poll(name: str, times: int) -> Say:
    order = quizzing.order(name, times)
    right = order.index("a")
    poll = {
        "question": Ref(f"phrase.quiz-{name}"),
        "options": [Ref(f"phrase.quiz-{name}-{letter}") for letter in order],
        "correct": right,
        "explanation": Ref(f"phrase.quiz-{name}-why"),
    }
    return Say(
        phrase="quiz-asked", poll=poll, about=f"quiz:{name}:{right}", once=True, expires_in=LATEST, priority=1
    )


async def answered(update: Update, context: Coaching) -> None:
    """Which option was chosen: right ones rest, missed ones come again. Telegram itself shows the explanation."""
    answer = update.poll_answer
    if answer is None:
        return

    def turn(page: Page) -> Says:
        about = (page.uploads.find(f"poll:{answer.poll_id}") or "").split(":")
        if len(about) == 3 and about[0] == "quiz" and answer.option_ids:
            _note(page, context.person, about[1], answer.option_ids[0] == int(about[2]))
        return []

    await context.turn(turn)


def _note(page: Page, runner_id: int, name: str, right: bool) -> None:
    found = next((wish for wish in page.wishes.of(runner_id, "quiz") if wish.about == name), None)
    if found is not None:
        page.wishes.keep(replace(found, facts={**found.facts, "right": right}))


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """Answers to polls."""
    return [PollAnswerHandler(answered)]


def dues() -> Mapping[str, DueHandler]:
    """The quiz comes a while after a workout."""
    return {"quiz": ask}
