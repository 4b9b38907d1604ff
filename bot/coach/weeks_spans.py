"""Races, illness and time away in a message."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.coach import racing
from bot.coach.weeks_change import Ask, Change
from bot.coach.weeks_dates import When
from bot.coach.weeks_said import Sentence
from bot.coach.weeks_season import DAY, covers

Answer = Change | Ask | None


def race(said: Sentence) -> Answer:
    """`race on 14 march`, `the race is cancelled`."""
    if not said.has("race") or said.has("pace"):
        if said.has("cancel") and "race" in " ".join(tag.word for tag in said.tags) and said.week.race_on:
            return Change(kind="no-race", on=said.today)
        return None
    if said.has("cancel") or said.tags[max(0, said.at("race") - 1)].word == "no":
        return Change(kind="no-race", on=said.today)
    if said.has("strength") or len({kind for _, kind in said.kinds}) > 1:
        return None
    if said.has("negated") and said.whens:
        return Ask(phrase="change-ask-race-date")
    if not said.whens:
        return Ask(phrase="change-ask-race-date") if said.sure and said.has("month") else None
    when = said.whens[-1]
    if when.recurring is not None or not when.single:
        return Ask(phrase="change-ask-race-date")
    km = racing.length(tag.word for tag in said.tags)
    change = Change(kind="race", on=said.today, day=when.first, race_km=km)
    others = tuple(replace(change, day=day) for day in when.options[:2])
    return Ask(phrase="change-ask-date", options=others) if others else change


def ill(said: Sentence) -> Answer:
    """`ill since yesterday`, `got the flu`, `well again`."""
    if said.has("well"):
        sick = any(
            span.why == "ill" and (span.last is None or span.last >= said.today) for span in said.week.spans
        )
        return Change(kind="well", on=said.today, day=said.today) if sick else None
    if not said.has("ill") or said.has("someone"):
        return None
    if not said.whens and (said.unknown or said.has("run", "race", "strength", "back", "negated")):
        return None
    first, last = _ends(replace(said, past=said.has("was")))
    if said.length is not None:
        if said.has("was"):
            first = said.today - (said.length - 1) * DAY
        else:
            last = (first or said.today) + (said.length - 1) * DAY
    bare = len(said.tags) == 1 and " " not in said.tags[0].word
    change = Change(kind="ill", on=said.today, first=first or said.today, last=last)
    return Ask(phrase="change-ask-meant", options=(change,)) if bare else change


def _ends(said: Sentence) -> tuple[date | None, date | None]:
    """The first and the last day that are named."""
    until = next((when for when in said.whens if said.before(when, "until")), None)
    home = next((when for when in said.whens if when is not until and _coming_back(said, when)), None)
    rest = [when for when in said.whens if when is not until and when is not home]
    first = rest[0].first if rest else None
    open_end = len(rest) == 1 and (said.before(rest[0], "since", "from") or _still(said, rest[0]))
    last = rest[-1].last if rest and not open_end else None
    if until is not None:
        last = until.last
    elif home is not None:
        last = home.first - DAY
    return first, last


def _still(said: Sentence, when: When) -> bool:
    """An illness that began by today has no end yet, unless it is told as over."""
    return said.has("ill") and when.single and when.first <= said.today and not said.past


def _coming_back(said: Sentence, when: When) -> bool:
    return any(tag.name == "back" for tag in said.tags[max(0, when.start - 3) : when.start])


def away(said: Sentence) -> Answer:
    """`away until the 5th`, `on holiday next week`, `no training for 10 days`, `back on monday`."""
    if said.has("pause") and not said.has("away") and not (said.whens or said.length):
        return None
    if said.has("back") and not said.whens:
        return None
    if said.has("away") and said.has("cancel", "skip") and not said.whens:
        planned = any(
            span.why == "away" and (span.last or said.today) >= said.today for span in said.week.spans
        )
        return Change(kind="back", on=said.today, day=said.today) if planned else None
    until = said.has("strength") and said.has("skip", "none") and (said.length or said.has("until"))
    off = said.has("until") and said.has("rest") and not said.has("run")
    if not (until or off or said.has("away", "pause")):
        return _back_later(said)
    if any(when.recurring is not None for when in said.whens):
        return Ask(phrase="change-ask-until")
    first, last = _ends(said)
    if said.length is not None:
        last = (first or said.today) + (said.length - 1) * DAY
    first = first or said.today
    kit = said.has("none", "skip", "strength") and not (
        until or said.has("pause")
    )  # "on holiday, no weights"
    if last is None or last < first:
        return None if kit or said.unknown else Ask(phrase="change-ask-until")
    change = Change(kind="away", on=said.today, first=first, last=last)
    if kit:
        return Ask(phrase="change-ask-meant", options=(change,))
    return change if last >= said.today else None


def _back_later(said: Sentence) -> Answer:
    """`back on monday`: away until the day before."""
    ahead = [
        when for when in said.whens if when.single and when.first > said.today and _coming_back(said, when)
    ]
    if not ahead or said.unknown:
        return None
    return Change(kind="away", on=said.today, first=said.today, last=ahead[0].first - DAY)


def back(said: Sentence) -> Answer:
    """`I'm back`: what still runs ends; nothing where nothing runs."""
    if not said.has("back") or said.whens:
        return None
    running = {span.why for span in said.week.spans if covers(span, said.today)}
    if not running or said.unknown > 1:
        return None
    return Change(kind="well" if "ill" in running else "back", on=said.today, day=said.today)
