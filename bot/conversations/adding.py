"""Add-ons: exercises of ours, for muscles that no exercise of the article has as its main target (brief 0.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import floor
from bot.coach import cards, opening
from bot.coach.heard import Heard
from bot.coach.says import Fact, Nod, Say, Saying
from bot.coach.taps import Tap
from bot.exchange import tapped
from storage.notebook import Page

Says = Iterable[Saying]
STALE = [Nod(kind="toast", phrase="toast-stale")]


def add(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Add it: behind every session from now on, and behind the one that is open."""
    name = tap_.word(0)
    if not any(name in muscle.addons for muscle in heard.library.muscles.values()):
        return STALE
    habits = heard.runner.habits
    runner = replace(
        heard.runner, habits=replace(habits, addons=tuple(dict.fromkeys((*habits.addons, name))))
    )
    page.runners.keep(runner)
    facts: dict[str, Fact] = {"exercise": cards.name(name)}
    told = Say(phrase="addon-added", facts=facts)
    workout = page.workouts.current(runner.id)
    if workout is None or name in {slot.exercise for slot in workout.slots}:
        return [told]
    slot = replace(
        opening.slot_of(name, page.targets.of(runner.id), runner, heard.library), why="why-as-ours"
    )
    now = page.workouts.keep(replace(workout, slots=(*workout.slots, slot)), workout)
    return [told, Say(phrase="addon-now", facts=facts), *floor.live_card(page, heard, now)]


def drop(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Out again."""
    name, habits = tap_.word(0), heard.runner.habits
    if name not in habits.addons:
        return STALE
    kept = tuple(other for other in habits.addons if other != name)
    page.runners.keep(replace(heard.runner, habits=replace(habits, addons=kept)))
    return [Say(phrase="addon-removed", facts={"exercise": cards.name(name)})]


TAPS = {"addon": add, "addonout": drop}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """The buttons of add-ons."""
    return [CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()]
