"""Told with no workout under way: a pain and how strong it is, that it is better, a fever (brief 5.2, 5.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot.coach.answers import Finding
from bot.coach.heard import Heard
from bot.coach.meaning import Reply
from bot.coach.says import Button, Nod, Say, Saying
from bot.coach.talking import TalkWords
from bot.coach.taps import Tap, tap
from bot.conversations import adapting, training
from bot.exchange import tapped
from storage.notebook import Page
from storage.records import Talk, Workout

Says = Iterable[Saying]
ILL = "q55"  # the common question that tells when an illness forbids training
SHORT = 8  # words of a message that tells of one pain and nothing else
BRIEF = 2  # words of "knee twinge", which nobody asks about


def tells_better(heard: Heard, words: TalkWords) -> bool:
    """ "My knee is better", and not much besides."""
    short = "?" not in heard.text and len(heard.text.split()) <= SHORT
    return short and words.names("better", heard.text) and words.names("body", heard.text)


def tells_pain(heard: Heard, reply: Reply, words: TalkWords, mine: frozenset[str]) -> bool:
    """ "My knee hurts", "knee twinge", "pain 7/10": no question and no longer story."""
    told = heard.text.casefold().split()
    if reply.intent != "pain" or "?" in heard.text or len(told) > SHORT:
        return False
    return words.names("body", heard.text) and (bool(mine.intersection(told)) or len(told) <= BRIEF)


def better(page: Page, heard: Heard, words: TalkWords) -> Says | None:
    """Good; what was kept of pains is let go, and an open set is due again."""
    if not tells_better(heard, words):
        return None
    page.wishes.drop(heard.runner.id, "pain")
    return [Say(phrase="ache-better"), *training.repeat(page, heard)]


def hurts(page: Page, heard: Heard, reply: Reply, words: TalkWords, mine: frozenset[str]) -> Says | None:
    """How strong, since when, and no cause; None for a question or a longer story."""
    if not tells_pain(heard, reply, words, mine):
        return None
    if (said := adapting.level_said(heard.text)) is not None:
        return [Say(phrase=f"ache-{said}")]
    page.talks.keep(Talk(runner_id=heard.runner.id, asked="ache", at=heard.now))
    row = tuple(Button(f"button-pain-{level}", tap("ache", level)) for level in adapting.LEVELS)
    return [Say(phrase="ache-ask", buttons=(row,), about="ache")]


def level(page: Page, heard: Heard, workout: Workout | None, words: TalkWords, talk: Talk) -> Says | None:
    """The answer in words: a number, or that it is sharp, which weighs as much as a strong one."""
    told = words.read("pain", heard.text)
    number = 10 if told is not None and told.kind == "sharp" else words.level(heard.text)
    if number is None:
        return None
    page.talks.keep(replace(talk, asked=None, facts={}, at=heard.now))
    return [Say(phrase=f"ache-{adapting.level_of(number)}")]


def level_tap(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The answer by button."""
    if tap_.word(0) not in adapting.LEVELS:
        return [Nod(kind="toast", phrase="toast-stale")]
    return [Say(phrase=f"ache-{tap_.word(0)}", about="ache", edit=True)]


def feverish(heard: Heard, finding: Finding, words: TalkWords) -> Finding:
    """What a message that names a fever is about: when an illness forbids training, whatever else it names."""
    if finding.faq == ILL or not words.names("fever", heard.text):
        return finding
    return Finding(labels=(("out_of_scope", 0.0),), best="out_of_scope", faq=ILL, sure=True)


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """The buttons of how strong a pain is."""
    return [CallbackQueryHandler(tapped(level_tap), pattern=r"^v1:ache(:|$)")]
