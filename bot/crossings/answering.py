"""Answering by typing: yes or no to the coach's own question, a pain's level, and short words that are no set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from bot import countdown, doubting, floor
from bot.coach import cards, course, deload, holding, screens, session
from bot.coach.heard import Heard
from bot.coach.meaning import Reply, Said
from bot.coach.says import Fact, Kg, Say, Saying
from bot.coach.talking import TalkWords
from bot.coach.taps import Tap
from bot.conversations import adapting, holds, privacy, training, welcome
from bot.crossings import aching, lightening, unwell
from storage.notebook import Page
from storage.records import Talk, Workout

Says = Iterable[Saying]
ANSWER_WITHIN = timedelta(minutes=10)
STALE_WITHIN = timedelta(hours=4)  # until the workout closes by itself
RATED_WITHIN = timedelta(hours=1)  # an effort told after the last set
SOON = timedelta(seconds=60)  # "that was 9" is about the set before for so long, and while its rest runs
MOST_REST = 300  # seconds that can be asked for at once


def answered(page: Page, heard: Heard, workout: Workout | None, words: TalkWords) -> Says | None:
    """What a typed message answers, if a question of ours is open; an unrelated message closes yes/no questions."""
    talk = page.talks.get(heard.runner.id)
    question = QUESTIONS.get(talk.asked or "") if talk is not None else None
    if talk is not None and question is not None:
        within = STALE_WITHIN if talk.asked == "stale" else ANSWER_WITHIN
        if heard.at - talk.at <= within and (says := question(page, heard, workout, words, talk)) is not None:
            return says
        _close(page, heard, talk)
    if workout is None or (pain := holding.pain_of(workout)) is None or holding.held(workout):
        return None
    return _about_pain(page, heard, workout, pain, words)


def _close(page: Page, heard: Heard, talk: Talk) -> None:
    page.talks.keep(Talk(runner_id=heard.runner.id, topic=talk.topic, at=heard.now))


# pain


def _about_pain(
    page: Page, heard: Heard, workout: Workout, pain: holding.Pain, words: TalkWords
) -> Says | None:
    here = (str(workout.id), str(pain.slot))
    if pain.step == "level" and (number := words.level(heard.text)) is not None:
        level = "low" if number <= 3 else ("mid" if number <= 5 else "high")
        return adapting.pain_level(page, heard, Tap("pain", (*here, level)))
    if pain.step == "kind" and (sharp := _is_sharp(heard.text, words)):
        return aching.pain_kind(page, heard, Tap("sharp", (*here, pain.level, sharp)))
    told = words.read("pain", heard.text)
    if pain.step in ("choose", "over") and told is not None and told.kind == "easier":
        return adapting.easier_version(page, heard, Tap("easier", here))
    answer = words.read("answer", heard.text)
    if answer is None:
        return None
    if answer.kind == "end":
        return training.ask_to_stop(page, heard, workout)
    return [holding.pain_question(workout, pain, phrase="pain-open")]


def _is_sharp(text: str, words: TalkWords) -> str:
    """ "yes" or "no" to the second question, empty where it is no answer."""
    answer, told = words.read("answer", text), words.read("pain", text)
    if answer is not None and answer.kind in ("yes", "no"):
        return answer.kind
    kinds = {"sharp": "yes", "dull": "no"}
    return kinds.get(told.kind, "") if told is not None else ""


# yes or no


def _kind(heard: Heard, words: TalkWords) -> str:
    found = words.read("answer", heard.text)
    return found.kind if found is not None else ""


def _stop(page: Page, heard: Heard, workout: Workout | None, words: TalkWords, talk: Talk) -> Says | None:
    """Stop here? Yes ends, no goes on. (Left open too long: go on, or close it?)"""
    kind = _kind(heard, words)
    if workout is None or not kind:
        return None
    _close(page, heard, talk)
    ends = ("no", "end") if talk.asked == "stale" else ("yes", "end")
    return training.ended(page, heard, workout) if kind in ends else training.resume(page, heard, workout)


def _erase(page: Page, heard: Heard, workout: Workout | None, words: TalkWords, talk: Talk) -> Says | None:
    """Only the full word erases; a bare yes is asked for it."""
    if words.read("erase", heard.text) is not None:
        return privacy.erase(page, heard, Tap("erase", ("yes",)))
    kind = _kind(heard, words)
    if kind == "yes":
        return [Say(phrase="erase-how")]
    if not kind:
        return None
    _close(page, heard, talk)
    return privacy.erase(page, heard, Tap("erase", ("no",)))


def _another(page: Page, heard: Heard, workout: Workout | None, words: TalkWords, talk: Talk) -> Says | None:
    """Two dones in two seconds: another set?"""
    place, kind = course.due(workout) if workout else None, _kind(heard, words)
    if workout is None or place is None or kind not in ("yes", "no"):
        return None
    _close(page, heard, talk)
    here = (str(workout.id), str(place.slot), str(place.set))
    turn = training.another if kind == "yes" else training.one
    return turn(page, heard, Tap("another", here))


def _much(page: Page, heard: Heard, workout: Workout | None, words: TalkWords, talk: Talk) -> Says | None:
    """A number that is far above the aim: log it?"""
    kind = _kind(heard, words)
    if workout is None or kind not in ("yes", "no"):
        return None
    return doubting.much(page, heard, Tap("much", (str(workout.id), kind)))


def _held(page: Page, heard: Heard, workout: Workout | None, words: TalkWords, talk: Talk) -> Says | None:
    """After a warning sign only clear words go on; a bare yes is asked again."""
    kind = _kind(heard, words)
    if workout is None or not kind or not (level := holding.held(workout)):
        return None
    if kind == "yes":
        return [holding.held_question(workout, level)]
    _close(page, heard, talk)
    if kind in ("no", "later"):
        return [Say(phrase="held-kept")]
    if kind == "end":
        return training.ended(page, heard, workout)
    return training.released(page, heard, workout)


def _light(page: Page, heard: Heard, workout: Workout | None, words: TalkWords, talk: Talk) -> Says | None:
    """A light week: yes or keep, no or later."""
    kind = _kind(heard, words)
    if kind not in ("yes", "keep", "no", "later"):
        return None
    cause = str(talk.facts.get("cause", ""))
    return lightening.decided(page, heard, cause if kind in ("yes", "keep") else deload.LATER)


def _zone(page: Page, heard: Heard, workout: Workout | None, words: TalkWords, talk: Talk) -> Says | None:
    """Is this your clock? Yes takes it, no asks again, another place is another try."""
    kind = _kind(heard, words)
    if kind == "yes":
        return welcome.keep_zone(page, heard, str(talk.facts.get("zone")))
    if kind == "no":
        page.talks.keep(replace(talk, asked="zone", facts={}, at=heard.now))
        return [screens.zone()]
    return welcome.typed(page, heard, replace(talk, asked="zone"), words)


Question = Callable[[Page, Heard, Workout | None, TalkWords, Talk], Says | None]
QUESTIONS: Mapping[str, Question] = {
    "stop": _stop, "stale": _stop, "erase": _erase, "again": _another, "much": _much, "held": _held,
    "light": _light, "zone-yes": _zone, "ache": unwell.level,
}  # fmt: skip


# short words that are no set


def said_aside(
    page: Page, heard: Heard, workout: Workout | None, reply: Reply | None, words: TalkWords
) -> Says | None:
    """More rest, go, the effort, another exercise, "same again": none of it is the planned set."""
    found = words.read("set", heard.text)
    kind = found.kind if found is not None else ""
    if kind in ("easy", "right", "hard"):
        return _effort(page, heard, workout, kind)
    if workout is None or course.due(workout) is None or holding.held(workout):
        return None
    if (seconds := words.more_rest(heard.text)) is not None:
        return _more_rest(page, heard, workout, min(seconds, MOST_REST))
    if kind == "go" and page.dues.of(heard.runner.id, ("rest",)):
        return _go(page, heard, workout)
    if kind in ("go", "start") and (says := _hold(page, heard, workout, kind)) is not None:
        return says
    if kind == "swap":
        return adapting.offer(page, heard, workout)
    if kind == "same" and (again := _same(workout)) is not None:
        return training.done(page, heard, workout, again, None)
    return _weight_only(heard, workout, reply)


def _effort(page: Page, heard: Heard, workout: Workout | None, kind: str) -> Says | None:
    """The effort of the exercise finished last; in the middle of one, when to tell it (too hard: the set failed)."""
    latest = workout or page.workouts.latest(heard.runner.id)
    if latest is None or (latest.closed_at is not None and heard.at - latest.closed_at > RATED_WITHIN):
        return None
    slot = cards.unrated(latest)
    if slot is None:
        place = course.due(latest) if workout is not None else None
        if place is None or kind == "hard":
            return None
        facts: dict[str, Fact] = {"exercise": cards.name(place.plan.exercise)}
        return [Say(phrase="effort-later", facts=facts), *training.repeat(page, heard)]
    now = session.rated(latest, slot, kind)
    exercise = cards.name(latest.slots[slot].exercise)
    told = Say(phrase="effort-noted", facts={"exercise": exercise, "effort": kind})
    step = session.Step(workout=now, says=(told,))
    return [*floor.carry_out(page, heard, latest, step), *floor.live_card(page, heard, now)]


def _more_rest(page: Page, heard: Heard, workout: Workout, seconds: int) -> Says:
    waiting = page.dues.of(heard.runner.id, ("rest",))
    if not waiting:
        return [Say(phrase="rest-none"), cards.again(workout, heard.library)]
    page.dues.keep(replace(waiting[0], at=max(waiting[0].at, heard.now) + timedelta(seconds=seconds)))
    told = Say(phrase="rest-longer", facts={"seconds": seconds})
    return [told, *floor.live_card(page, heard, workout)]


def _go(page: Page, heard: Heard, workout: Workout) -> Says:
    page.dues.drop(heard.runner.id, "rest")
    again = cards.again(workout, heard.library)
    return [Say(phrase="rest-ended"), again, *floor.live_card(page, heard, workout)]


def _hold(page: Page, heard: Heard, workout: Workout, kind: str) -> Says | None:
    """ "Start" begins the hold that is due; "go" between two sides, the second one at once."""
    place = course.due(workout)
    if place is None or page.dues.of(heard.runner.id, ("hold",)):
        return None
    rung = heard.library.exercises[place.plan.exercise].rung(place.plan.level)
    between = bool(page.dues.of(heard.runner.id, ("switch",)))
    if rung.unit != "seconds" or not (between or kind == "start"):
        return None
    facts: dict[str, Fact] = {"seconds": int(countdown.READY.total_seconds())}
    return [Say(phrase="hold-begins", facts=facts), *holds.start(page, heard, workout, place)]


def _same(workout: Workout) -> Reply | None:
    """The numbers of the set before, where the exercise is still the same."""
    rows, place = course.last_set(workout), course.due(workout)
    if not rows or place is None or rows[0].slot != place.slot:
        return None
    said = tuple(Said(reps=row.reps, seconds=row.seconds, kg=row.kg, side=row.side) for row in rows)
    return Reply(intent="done", sets=said)


def _weight_only(heard: Heard, workout: Workout, reply: Reply | None) -> Says | None:
    """A weight alone for an exercise without weights: nothing is logged, how many was it?"""
    place = course.due(workout)
    if place is None or place.plan.kg is not None or reply is None or reply.intent != "done":
        return None
    if not reply.sets or any(one.kg is None or one.reps or one.seconds for one in reply.sets):
        return None
    facts: dict[str, Fact] = {"exercise": cards.name(place.plan.exercise), "kg": Kg(reply.sets[0].kg or 0)}
    return [Say(phrase="no-weight", facts=facts), cards.again(workout, heard.library)]


def retold(heard: Heard, workout: Workout, words: TalkWords) -> bool:
    """ "That was 9" soon after a set, or while its rest runs, is about that set."""
    rows, found = course.last_set(workout), words.read("set", heard.text)
    if not rows or found is None or found.kind != "was":
        return False
    rest = timedelta(seconds=workout.slots[rows[0].slot].rest)
    return heard.at - rows[0].at <= max(SOON, rest)
