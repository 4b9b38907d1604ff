"""Questions at any moment: red flags first and alone, then the topic asked about, then back to the same set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot.coach import cards, explaining, holding
from bot.coach.answers import Finding
from bot.coach.course import due
from bot.coach.heard import Heard, zone_of
from bot.coach.safety import RedFlag
from bot.coach.says import Button, Fact, Nod, Ref, Say, Saying
from bot.coach.taps import Tap, tap
from bot.exchange import tapped
from bot.unanswered import wondered
from storage.notebook import Page
from storage.records import Talk, Workout

Says = Iterable[Saying]
NO_ANSWER = ("not-understood", "out-of-scope")  # phrases of answers that are none
STALE = [Nod(kind="toast", phrase="toast-stale")]


def red_flag(page: Page, heard: Heard, flag: RedFlag) -> Says:
    """The message alone, first; an open workout is paused, its timers stop (brief 5.2)."""
    workout = page.workouts.current(heard.runner.id)
    if workout is not None and not heard.forwarded:
        page.workouts.keep(holding.with_held(workout, flag.level), workout)
        page.dues.drop(heard.runner.id, "rest", "hold", "count", "switch", "stale")
    phrase = flag.phrase if heard.tongue.has(flag.phrase) else f"safety-{flag.level.replace('_', '-')}"
    told = Say(phrase=phrase, facts={"number": emergency_number(heard)}, silent=False)
    return [told if workout is None else replace(told, keyboard="remove")]


def emergency_number(heard: Heard) -> Fact:
    """The emergency number of the zone's country where we know it (brief 5.4)."""
    if heard.runner.zone is None:
        return Ref("phrase.safety-number-unknown")
    number = heard.library.emergency.get(explaining.country(zone_of(heard.runner).key))
    return number or Ref("phrase.safety-number-unknown")


def answer(page: Page, heard: Heard, finding: Finding, workout: Workout | None) -> Says:
    """The answer, and the topic remembered for follow-ups."""
    topic = finding.best if ":" in finding.best or finding.best in explaining.TOPICS else None
    if finding.exercise is not None and topic is not None:
        topic = f"exercise:{finding.exercise}"
    turn = _turn(page, heard, topic)
    says = [explaining.answer(finding, heard.library, heard.runner, turn=turn)]
    wondering = wondered(page, heard) if says[0].phrase in NO_ANSWER else []
    return [*says, *wondering, *_same_set(heard, workout)]


def _turn(page: Page, heard: Heard, topic: str | None) -> int:
    """Remember the topic; how often in a row nothing was understood chooses the wording."""
    talk = page.talks.get(heard.runner.id)
    turn = int(talk.facts.get("turn", 0)) if talk else 0
    following = 0 if topic else (turn + 1) % 3
    asked = talk.asked if talk and talk.asked not in ("bare", "again") else None
    kept = Talk(
        runner_id=heard.runner.id,
        asked=asked,
        facts={**(talk.facts if talk and asked else {}), "turn": following},
        topic=topic or (talk.topic if talk else None),
        at=heard.now,
    )
    page.talks.keep(kept)
    return turn


def _same_set(heard: Heard, workout: Workout | None) -> list[Saying]:
    """The same set again, where a workout is open."""
    waits = workout is not None and due(workout) is not None and holding.guard(workout) is None
    return [cards.again(workout, heard.library)] if workout is not None and waits else []


def ask(page: Page, heard: Heard) -> Says:
    """/ask without words: what can be asked."""
    rows = explaining.menu()
    return [Say(phrase="ask-menu", buttons=rows)]


def topic(page: Page, heard: Heard, tap_: Tap) -> Says:
    """A topic's button: its card."""
    label = tap_.word(0).replace(".", ":")
    if not explaining.known(label, heard.library):
        return STALE
    return answer(
        page, heard, Finding(labels=((label, 0.0),), best=label), page.workouts.current(heard.runner.id)
    )


def more(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Tell me more."""
    label = tap_.word(0).replace(".", ":")
    say = explaining.more(label, heard.library)
    return [say] if say is not None else STALE


def other(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Not what I meant: the next two topics."""
    labels = [
        word.replace(".", ":")
        for word in tap_.args
        if explaining.known(word.replace(".", ":"), heard.library)
    ]
    rows = tuple((explaining.topic_button(label),) for label in labels)
    none = (Button("answer-other-none", tap("ask")),)
    return [Say(phrase="answer-other", buttons=(*rows, none))]


def asking(page: Page, heard: Heard, tap_: Tap) -> Says:
    """None of these: what can be asked."""
    return ask(page, heard)


TAPS = {"topic": topic, "more": more, "other": other, "ask": asking}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """The buttons of answers."""
    return [CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()]
