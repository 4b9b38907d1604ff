"""The switchboard: free text arrives; which conversation is it for? Safety first, then what was asked, then the set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot import doubting
from bot.coach import asks, course, holding, replies, session
from bot.coach.answers import Finding
from bot.coach.heard import Heard
from bot.coach.later import read_later
from bot.coach.meaning import Expect, Reply
from bot.coach.safety import RedFlag
from bot.coach.says import Nod, Say, Saying
from bot.coach.talking import TalkWords
from bot.coach.taps import Tap
from bot.coach.weeks_reminded import understand_reminder
from bot.conversations import (
    changing,
    questions,
    reminding,
    starting,
    telling,
    training,
    week,
    welcome,
)
from bot.crossings import answering, correcting, midset, shaping, unwell, wishing
from bot.exchange import spoken, tapped
from bot.reading import (
    answerer,
    later_vocabulary,
    read,
    read_for,
    reply_words,
    talk_words,
    wanted_words,
    week_words,
)
from storage.notebook import Page
from storage.records import Talk, Workout

Says = Iterable[Saying]
EDITABLE = timedelta(hours=24)  # how long an edited message corrects its set (reliability 9, row 14)


def week_option(page: Page, heard: Heard, tap_: Tap) -> Says:
    """One of the meanings offered for words about the week."""
    return changing.option(page, heard, tap_, week_words(heard.tongue.code))


def text(page: Page, heard: Heard) -> Says:
    """A typed message: red flag, numbered button, open question, set, the week, or a question about training."""
    workout = page.workouts.current(heard.runner.id, heard.message_id)
    if heard.blank:
        return [Say(phrase="no-text"), *training.repeat(page, heard)]
    reply = read(heard, workout)
    if reply is not None and reply.button is not None and not heard.forwarded and workout is not None:
        return training.reply(page, heard, workout, reply, None) or []
    finding = answerer(heard.tongue.code).answer(heard.text, context=_context(page, heard, workout))
    if finding.flag is not None and finding.flag.stops and not _is_milder(heard, finding.flag):
        return questions.red_flag(page, heard, finding.flag)
    if heard.forwarded:
        return [Say(phrase="forwarded"), *training.repeat(page, heard)]
    if heard.captioned and not (reply is not None and reply.intent in ("done", "fail", "undo")):
        return [Say(phrase="only-text"), *training.repeat(page, heard)]
    words = talk_words(heard.tongue.code)
    if (says := answering.answered(page, heard, workout, words)) is not None:
        return says
    if heard.runner.screening is None and not _asks_something(heard, finding, words):
        return welcome.screened(page, heard, words)
    return _by_state(page, heard, workout, reply, finding)


def _is_milder(heard: Heard, flag: RedFlag) -> bool:
    """A bad night, a reason for a light week (brief 4); a pain to ask about (brief 5.2), or that it is better.

    The last two only where no rule names a sign: the model alone is careful with every pain.
    """
    words, wanted = talk_words(heard.tongue.code), wanted_words(heard.tongue.code).read(heard.text)
    if flag.level != "soon" or (wanted is not None and wanted.kind == "slept_badly"):
        return flag.level == "soon"
    rule = answerer(heard.tongue.code).red_flag(heard.text)
    if rule is not None and rule.stops:
        return False
    vocabulary = reply_words(heard.tongue.code)
    said = replies.read(heard.text, Expect(), vocabulary)
    return unwell.tells_better(heard, words) or unwell.tells_pain(
        heard, said, words, vocabulary.groups["mine"]
    )


def _asks_something(heard: Heard, finding: Finding, words: TalkWords) -> bool:
    """A question about muscles or safety, which anybody may ask before the safety screen."""
    if "?" not in heard.text and words.names_condition(heard.text):
        return False
    asks = "?" in heard.text or len(heard.text.split()) > 2
    return finding.flag is not None or (asks and finding.best.startswith(("muscle", "exercise:", "safety")))


def _by_state(
    page: Page, heard: Heard, workout: Workout | None, reply: Reply | None, finding: Finding
) -> Says:
    talk = page.talks.get(heard.runner.id)
    words = talk_words(heard.tongue.code)
    if talk is not None and talk.asked and (says := welcome.typed(page, heard, talk, words)) is not None:
        return says
    if (mended := correcting.asked_about(page, heard, talk)) is not None:
        said = read_for(heard, mended[0], mended[1][0])
        if (says := correcting.answered(page, heard, *mended, said)) is not None:
            return says
    if (says := unwell.better(page, heard, words)) is not None:
        return says
    if (says := midset.said(page, heard, workout, reply, words)) is not None:
        return says
    if (says := answering.said_aside(page, heard, workout, reply, words)) is not None:
        return says
    if workout is None and (says := week.asked_why(page, heard, week_words(heard.tongue.code))) is not None:
        return says
    if (
        workout is None
        and (says := changing.returned(page, heard, week_words(heard.tongue.code))) is not None
    ):
        return says
    if (says := wishing.typed(page, heard, workout, week_words(heard.tongue.code))) is not None:
        return says
    wanted = wanted_words(heard.tongue.code).read(heard.text)
    if wanted is not None and (says := shaping.wished(page, heard, workout, wanted)) is not None:
        return says
    if workout is not None and reply is not None:
        if reply.intent == "pain" and (place := course.due(workout)) is not None:
            if holding.held(workout):
                return doubting.stopped(page, heard, workout)
            return midset.pain(page, heard, workout, place)
        if (says := training.reply(page, heard, workout, reply, talk)) is not None:
            return says
    if workout is None and (says := _about_the_week(page, heard)) is not None:
        return says
    if workout is None and _means_done(heard):
        return [asks.nothing_open(heard)]
    if finding.best == "schedule" and (weekday := _weekday(heard)) is not None:
        return week.why_day(page, heard, weekday)
    if workout is None and (says := wishing.elsewhere(page, heard, finding)) is not None:
        return says
    if workout is None and (says := _hurts(page, heard, words)) is not None:
        return says
    return questions.answer(page, heard, unwell.feverish(heard, finding, words), workout)


def _hurts(page: Page, heard: Heard, words: TalkWords) -> Says | None:
    vocabulary = reply_words(heard.tongue.code)
    said = replies.read(heard.text, Expect(), vocabulary)
    return unwell.hurts(page, heard, said, words, vocabulary.groups["mine"])


def _weekday(heard: Heard) -> int | None:
    """The one weekday that "why Tuesday?" names."""
    tags = [tag for tag in week_words(heard.tongue.code).tags(heard.text) if tag.name == "weekday"]
    return tags[0].value if len(tags) == 1 and "?" in heard.text and len(heard.text) < 40 else None


def _about_the_week(page: Page, heard: Heard) -> Says | None:
    """A reply to today's reminder, sets told afterwards, or words that change the week; None for anything else."""
    words = week_words(heard.tongue.code)
    if reminding.open_reminder(page, heard):
        meaning = understand_reminder(heard.text, today=heard.today, words=words)
        if meaning is not None:
            return reminding.answered(page, heard, meaning)
    told = read_later(
        heard.text, later_vocabulary(heard.tongue.code), session.names(heard.tongue), heard.library.exercises,
        today=heard.today,
    )  # fmt: skip
    if told is not None:
        return telling.told(page, heard, told)
    change = changing.understood(page, heard, words)
    return changing.changed(page, heard, change) if change is not None else None


def _means_done(heard: Heard) -> bool:
    """A bare done with no workout open."""
    reply = replies.read(heard.text, Expect(), reply_words(heard.tongue.code))
    return reply.intent == "done" and (reply.bare_done or reply.button is not None)


def _context(page: Page, heard: Heard, workout: Workout | None) -> str | None:
    """The topic of the turn before, else the exercise under way, which "this" and "it" mean first."""
    talk: Talk | None = page.talks.get(heard.runner.id)
    place = course.due(workout) if workout else None
    if place is not None and answerer(heard.tongue.code).points_here(heard.text):
        return f"exercise:{place.plan.exercise}"
    if talk is not None and talk.topic and (heard.at - talk.at).total_seconds() < 1800:
        return talk.topic
    return f"exercise:{place.plan.exercise}" if place else None


def edited(page: Page, heard: Heard) -> Says:
    """An edited message: corrects the set that it logged; anything else is left alone."""
    workout = page.workouts.by_message(heard.runner.id, heard.message_id or 0)
    rows = workout.sets if workout is not None else ()
    row = next((done for done in rows if done.message_id == heard.message_id), None)
    if workout is None or row is None or heard.now - row.at > EDITABLE:
        return []
    return training.edited(page, heard, workout, read_for(heard, workout, row))


def start(page: Page, heard: Heard) -> Says:
    """/start, with or without a deep link: today, week, ask_<topic>."""
    known = heard.runner.screening == "clear"
    if known and heard.payload == "today":
        return starting.today(page, heard)
    if known and heard.payload == "week":
        return week.week(page, heard)
    if heard.payload.startswith("ask_"):
        return _ask(page, heard, heard.payload.removeprefix("ask_").replace("_", " "))
    return welcome.start(page, heard)


def ask(page: Page, heard: Heard) -> Says:
    """/ask <question>."""
    return _ask(page, heard, heard.payload) if heard.payload else questions.ask(page, heard)


def _ask(page: Page, heard: Heard, words: str) -> Says:
    finding = answerer(heard.tongue.code).answer(words, context=None)
    if finding.flag is not None and finding.flag.stops:
        return questions.red_flag(page, heard, finding.flag)
    return questions.answer(page, heard, finding, page.workouts.current(heard.runner.id))


def say_for_me(page: Page, heard: Heard, tap_: Tap) -> Says:
    """A button that answers "which did you mean?": as if its words had been typed."""
    words = tap_.word(0).replace("+", " ")
    workout = page.workouts.current(heard.runner.id)
    reply = read(replace(heard, text=words), workout)
    if workout is None or reply is None or reply.doubt is not None:
        return [Nod(kind="toast", phrase="toast-stale")]
    return training.reply(page, heard, workout, reply, None) or []


def location(page: Page, heard: Heard) -> Says:
    """A pin: the zone is kept, the place is not."""
    return welcome.zone(page, heard) or []


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """What needs more than one conversation to be answered."""
    words = (filters.TEXT | filters.CAPTION) & ~filters.COMMAND
    return [
        CommandHandler("start", spoken(start)),
        CommandHandler("ask", spoken(ask)),
        CallbackQueryHandler(tapped(week_option), pattern=r"^v1:weekopt(:|$)"),
        CallbackQueryHandler(tapped(say_for_me), pattern=r"^v1:say(:|$)"),
        MessageHandler(filters.LOCATION & filters.UpdateType.MESSAGE, spoken(location)),
        MessageHandler(words & filters.UpdateType.MESSAGE, spoken(text)),
        MessageHandler(words & filters.UpdateType.EDITED_MESSAGE, spoken(edited)),
    ]
