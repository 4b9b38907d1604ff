"""What a message means while a set is due, by the vocabulary of its language."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from bot.coach import course, replies, session
from bot.coach.answers import Answerer
from bot.coach.heard import Heard
from bot.coach.later import later_words
from bot.coach.meaning import Reply
from bot.coach.talking import TalkWords
from bot.coach.vocabulary import ReplyWords
from bot.coach.wanted import WantedWords
from bot.coach.weeks_words import WeekWords
from bot.conversations import training
from bot.crossings import answering
from content.library import open_library
from storage.records import LoggedSet, Workout


@cache
def answerer(language: str) -> Answerer:
    """The answerer of a language, opened when first needed."""
    return Answerer.open(open_library(), language)


@cache
def reply_words(language: str) -> ReplyWords:
    """The reply vocabulary of a language."""
    tongue = open_library().tongue(language)
    return ReplyWords.of(tongue.words["replies"], language, tongue.wordings.get("replies_model"))


@cache
def week_words(language: str) -> WeekWords:
    """The vocabulary of the week of a language."""
    return WeekWords.of(open_library().tongue(language).words["week"])


@cache
def wanted_words(language: str) -> WantedWords:
    """The vocabulary of wishes about today's workout."""
    return WantedWords(open_library().tongue(language).words["session"])


@cache
def later_vocabulary(language: str) -> ReplyWords:
    """The vocabulary of sets told afterwards."""
    return later_words(open_library().tongue(language).words, language)


@cache
def talk_words(language: str) -> TalkWords:
    """The vocabulary of answers to the coach's own questions."""
    return TalkWords(open_library().tongue(language).words["talk"])


def read(heard: Heard, workout: Workout | None) -> Reply | None:
    """The reply's meaning while a set is due."""
    place = course.due(workout) if workout else None
    if workout is None or place is None:
        return None
    if older := training.replied_to(workout, heard):
        meant = read_for(heard, workout, older[0])
        if meant.doubt is not None and meant.doubt.phrase == "reply-that-number" and meant.doubt.choices:
            return read_for(
                replace(heard, text=meant.doubt.choices[0]), workout, older[0]
            )  # a reply says which
        return meant
    reply = _read(heard, workout, place)
    if reply.button is not None:
        return reply
    last = course.last_set(workout)
    asked = reply.doubt is not None and reply.doubt.phrase == "reply-that-number"
    if ((reply.intent == "done" and reply.sets) or asked) and answering.retold(
        heard, workout, talk_words(heard.tongue.code)
    ):
        said = reply.doubt.choices[0] if asked and reply.doubt and reply.doubt.choices else heard.text
        meant = read_for(replace(heard, text=said), workout, last[0])
        return replace(meant, intent="undo", bare_done=False) if meant.sets and not meant.doubt else reply
    if last and last[0].slot != place.slot and (reply.intent == "undo" or reply.doubt):
        meant = read_for(heard, workout, last[0])  # "that was 40 s" about the exercise before
        return meant if meant.intent == "undo" and meant.doubt is None else reply
    return reply


def read_for(heard: Heard, workout: Workout, row: LoggedSet) -> Reply:
    """The reply read for a set that was done."""
    return _read(heard, workout, course.DueSet(slot=row.slot, set=row.set, plan=workout.slots[row.slot]))


def _read(heard: Heard, workout: Workout, place: course.DueSet) -> Reply:
    expect = session.expecting(
        place, heard.runner, heard.library, heard.tongue, per_side=course.counts_per_side(workout)
    )
    return replies.read(heard.text, expect, reply_words(heard.tongue.code))
