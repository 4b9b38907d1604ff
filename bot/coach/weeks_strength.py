"""Strength itself in a message: how many days a week, and on which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.coach.weeks_change import Ask, Change
from bot.coach.weeks_dates import When
from bot.coach.weeks_said import Sentence
from bot.coach.weeks_season import DAY


def wanted(said: Sentence) -> Change | Ask | None:
    """`make it three days`, `twice a week`, `one day less`."""
    if said.has("for", "in", "until") or (said.whens and not said.has("per_week")):
        return None
    number = _how_many(said)
    brief = said.has("strength") and len(said.tags) <= 3
    asked = brief or said.has("per_week", "make_it", "want", "more", "fewer")
    if number is None or not asked or (said.unknown and not said.has("make_it", "want")):
        return None
    if said.has("run", "easy", "hard", "long", "race") and not said.has("strength"):
        return Ask(phrase="change-ask-run-days") if said.has("per_week") else None
    if not 1 <= number <= 3:
        return Ask(phrase="change-ask-wanted")
    return Change(kind="wanted", on=said.today, wanted=number)


def _how_many(said: Sentence) -> int | None:
    if said.has("more", "fewer"):
        return said.week.wanted + (1 if said.has("more") else -1)
    for name, number in (("once", 1), ("twice", 2), ("thrice", 3)):
        if said.has(name):
            return number
    if sum(tag.name == "number" for tag in said.tags) > 1:
        return None
    for n, tag in said.free:
        following = said.tags[n + 1].name if n + 1 < len(said.tags) else ""
        if tag.name == "number" and following in ("times", "unit_day", "strength", "per_week"):
            return tag.value
    return None


def strength(said: Sentence) -> Change | Ask | None:
    """Strength days themselves: skipped, moved, chosen by hand or left to the coach."""
    if said.has("pick"):
        return Change(kind="days", on=said.today, chosen=None)
    if not said.has("strength") or said.has("race"):
        return None
    if not said.whens:
        gone = (
            said.planned[:1]
            if said.has("skip", "cancel") and not said.unknown and not said.has("number")
            else ()
        )
        return Change(kind="skip", on=said.today, days=tuple(gone)) if gone else None
    if any(when.first < said.today for when in said.whens):
        return None
    lasting = said.has("every") or any(when.recurring is not None for when in said.whens)
    if (
        said.has("skip", "cancel", "none")
        and not lasting
        and not said.has("move", "swap", "instead", "instead_of")
    ):
        return Change(kind="skip", on=said.today, days=tuple(each_day(said.whens)))
    if (said.has("negated", "skip", "none") and lasting) or not all(when.single for when in said.whens):
        return Ask(phrase="change-ask-days")
    source, target = from_to(said)
    if source is not None and target is not None:
        return _moved(said, source.first, target)
    if lasting or len(said.whens) > 1:
        chosen = tuple(sorted({when.first.weekday() for when in said.whens}))
        return Change(kind="days", on=said.today, chosen=chosen) if len(chosen) <= 3 else None
    return _nearest(said, said.whens[0])


def _nearest(said: Sentence, target: When) -> Change | Ask | None:
    """The planned day nearest to the one named moves there."""
    meant = not said.unknown or said.has("move", "instead", "want", "please", "make_it")
    if not said.planned or not meant or said.has("negated"):
        return None
    return _moved(said, min(said.planned, key=lambda day: abs((day - target.first).days)), target)


def _moved(said: Sentence, day: date, target: When) -> Change | Ask:
    if day == target.first:
        return Ask(phrase="change-nothing")
    return Change(kind="move", on=said.today, day=day, other=target.first)


def each_day(whens: Sequence[When]) -> Iterator[date]:
    """Every date of these ranges, a month of each at most."""
    for when in whens:
        yield from (when.first + n * DAY for n in range(min((when.last - when.first).days + 1, 31)))


def from_to(said: Sentence) -> tuple[When | None, When | None]:
    """The day moved from and the day moved to, where two are named: "sunday instead of saturday"."""
    if len(said.whens) != 2 or not said.has("move", "swap", "to", "instead_of", "instead"):
        return None, None
    one, other = said.whens
    joined = any(tag.name == "and" for tag in said.tags[one.end : other.start])
    if joined and not said.has("swap"):
        return None, None
    return (other, one) if said.before(other, "instead_of", "from") else (one, other)
