"""Wishes in words reach the conversation they mean: reminders, kit, bans, language, data, and commands without slash."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Literal

from bot import places
from bot.coach import explaining, screens, session, zones
from bot.coach.answers import Finding
from bot.coach.heard import Heard
from bot.coach.says import Fact, Say, Saying
from bot.coach.taps import Tap
from bot.coach.weeks_reminded import understand_reminder
from bot.coach.weeks_words import WeekWords
from bot.coach.wishes import Wished, WishWords
from bot.conversations import (
    changing,
    general,
    habits,
    privacy,
    progress,
    promising,
    reminding,
    starting,
    training,
    week,
    welcome,
)
from bot.crossings import banning
from content.library import open_library
from storage.notebook import Page
from storage.records import Talk, Workout

Says = Iterable[Saying]
Screen = Callable[[Page, Heard], Says]
SCREENS: Mapping[str, Screen] = {
    "pause": lambda _, __: [habits.pauses()],
    "delete": privacy.delete,
    "language": habits.language,
    "progress": progress.progress,
    "history": progress.history,
    "plan": week.plan,
    "week": week.week,
    "today": starting.today,
    "help": general.help_,
    "settings": habits.settings,
    "privacy": privacy.privacy,
    "export": privacy.export,
    "kit": lambda _, __: [screens.kit(welcome=False)],
}
CLOCK = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")
ONE_DAY = ("relative", "weekday")  # named with a time they ask for one reminder, not for all
SAID = "say_"  # begins the kinds that are answered with a phrase of their own
QUIET_IN_A_WORKOUT = ("today", "pause", "undo", "plan")  # said during a workout these mean the workout


@cache
def wish_words(language: str) -> WishWords:
    """The vocabulary of wishes of a language."""
    tongue = open_library().tongue(language)
    return WishWords(tongue.words["wishes"], session.names(tongue))


def typed(page: Page, heard: Heard, workout: Workout | None, words: WeekWords) -> Says | None:
    """What a typed wish leads to; None where a message is none."""
    wish = wish_words(heard.tongue.code).read(heard.text)
    if workout is None and CLOCK.fullmatch(heard.text.strip()) and not reminding.open_reminder(page, heard):
        wish = Wished(kind="hour", rest=heard.text.strip())  # typed on whatever screen is open
    return None if wish is None else wished(page, heard, wish, words, working=workout is not None)


def elsewhere(page: Page, heard: Heard, finding: Finding) -> Says | None:
    """A city or "it's 3:15 here" from somebody on another clock: shall reminders follow that clock?"""
    chats = finding.best == "smalltalk" and finding.chat is not None
    asides = finding.best in explaining.ASIDES or not finding.sure or finding.labels[0][1] < 0
    if chats or finding.faq is not None or not asides:
        return None
    found = places.zone(heard)
    if not isinstance(found, str) or found == heard.runner.zone:
        return None
    welcome.guessed(page, heard, found)
    facts: dict[str, Fact] = {"place": zones.city_of(found)}
    return [Say(phrase="zone-change-ask", facts=facts, buttons=((zones.button(found, heard.now),),))]


def wished(page: Page, heard: Heard, wish: Wished, words: WeekWords, *, working: bool) -> Says | None:
    """Grant a wish that has its own screen; None where it means something else now."""
    if working and wish.kind in QUIET_IN_A_WORKOUT:
        return None
    if heard.runner.screening != "clear" and wish.kind not in ("help", "privacy", "delete", "language"):
        return None
    match wish.kind:
        case "hour" if any(tag.name in ONE_DAY for tag in words.tags(wish.rest)):
            return _later(page, heard, words)
        case "hour":
            return _hour(page, heard, wish)
        case "later":
            return _later(page, heard, words)
        case "ban":
            return banning.ban(page, heard, str(wish.exercise))
        case "without":
            return banning.without(page, heard, str(wish.exercise)) if working else None
        case "muscles":
            about = explaining.exercise(str(wish.exercise), _trained(str(wish.exercise)), heard.library)
            return [about, *training.repeat(page, heard)] if working else [about]
        case "pounds" | "kilos":
            return _units(page, heard, "lb" if wish.kind == "pounds" else "kg")
        case "undo":
            return _undo(page, heard)
    if wish.kind.startswith(SAID):
        return _said(page, heard, wish.kind.removeprefix(SAID), working=working)
    return SCREENS[wish.kind](page, heard)


def _said(page: Page, heard: Heard, what: str, *, working: bool) -> Says | None:
    """A short answer; to "no time" a reminder or a workout that is open has its own."""
    if what == "no_time" and (working or reminding.open_reminder(page, heard)):
        return None
    told = Say(phrase=f"wish-{what.replace('_', '-')}")
    if what == "break":
        return [told, habits.pauses()]
    return [told, *training.repeat(page, heard)] if working else [told]


def _trained(exercise: str) -> Finding:
    """The question which muscles an exercise trains."""
    return Finding(labels=(), best=f"exercise:{exercise}", facet="train")


def _units(page: Page, heard: Heard, units: Literal["kg", "lb"]) -> Says:
    """Weights in these units from now on, shown where they can be changed back."""
    runner = replace(heard.runner, habits=replace(heard.runner.habits, units=units))
    page.runners.keep(runner)
    return habits.settings(page, heard.by(runner))


def _hour(page: Page, heard: Heard, wish: Wished) -> Says:
    """The hour of reminders, or the question which."""
    found = places.hour(replace(heard, text=wish.rest), welcome=False)
    if isinstance(found, int):
        says = welcome.keep_hour(page, heard, found, welcome=False)
        return [replace(say, edit=False) if isinstance(say, Say) else say for say in says]
    page.talks.keep(Talk(runner_id=heard.runner.id, asked="hour", at=heard.now))
    return [found if found is not None else screens.hour(welcome=False)]


def _later(page: Page, heard: Heard, words: WeekWords) -> Says:
    """A reminder that is open is put off; without one a single reminder is set; without a time the hour is asked."""
    if reminding.open_reminder(page, heard):
        meaning = understand_reminder(heard.text, today=heard.today, words=words)
        if meaning is not None:
            return reminding.answered(page, heard, meaning)
    if (promised := promising.asked(page, heard, words)) is not None:
        return promised
    page.talks.keep(Talk(runner_id=heard.runner.id, asked="hour", at=heard.now))
    return [Say(phrase="remind-me-how"), screens.hour(welcome=False)]


def _undo(page: Page, heard: Heard) -> Says:
    """The last change of the week is taken back, else the last set."""
    talk = page.talks.get(heard.runner.id)
    if talk is not None and talk.facts.get("before"):
        return changing.take_back(page, heard, Tap("weekback", (str(talk.facts.get("message") or 0),)))
    return training.undo_command(page, heard)
