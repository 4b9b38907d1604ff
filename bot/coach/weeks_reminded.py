"""What a reply to a reminder means: "in 20 min", "tonight", "legs are dead", "running instead", "done already"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.coach import hours
from bot.coach.weeks_dates import Reader
from bot.coach.weeks_words import WeekWords

LONGEST = 80  # characters; a longer text is no reply to a reminder
MOST_MINUTES = 12 * 60
LATER = 60  # minutes, where somebody only says later

Kind = Literal["start", "later", "at", "tonight", "day", "skip", "tired", "running", "done"]


@dataclass(frozen=True, kw_only=True)
class Reminded:
    """A reply to a reminder.

    later: in so many `minutes` · at: at so many `minutes` after midnight today (two `readings` where "at 7" can be
    both) · day: on another `day` · tired: rest rather than train · running: a run takes its place today.
    """

    kind: Kind
    minutes: int | None = None
    readings: tuple[int, ...] = ()
    day: date | None = None


def understand_reminder(text: str, *, today: date, words: WeekWords) -> Reminded | None:
    """The meaning of a reply to a reminder, or None where it is about something else."""
    plain = " ".join(text.split())
    if not plain or len(plain) > LONGEST or plain.endswith("?"):
        return None
    spoken = " ".join(words.words(plain))
    if _longest(spoken, words, "never"):
        return None
    if minutes := _span(spoken, words):
        return Reminded(kind="later", minutes=minutes)
    kind = _plainly(spoken, words)
    if kind in ("done", "tired", "running"):
        return _of(kind)
    return _when(plain, spoken, today, words) or (_of(kind) if kind else None)


def _when(plain: str, spoken: str, today: date, words: WeekWords) -> Reminded | None:
    """A time today or another day."""
    dates = [when for when in Reader(tags=words.tags(plain), today=today).whens() if when.single]
    ahead = [when.first for when in dates if when.first > today]
    if ahead:
        return Reminded(kind="day", day=ahead[0])
    readings = hours.readings(plain, words.table) if re.search(r"\d", spoken) or not dates else ()
    if readings and _few_others(spoken):
        return Reminded(kind="at", minutes=readings[0] if len(readings) == 1 else None, readings=readings)
    return None


def _few_others(spoken: str) -> bool:
    """Whether hardly anything but a time was said: sets are typed as figures too."""
    return (
        not re.search(r"\d\s*[x×*]|\bkg|\breps?", spoken)
        and not spoken.isdigit()
        and len(spoken.split()) <= 8
    )


def _of(kind: Kind) -> Reminded:
    return Reminded(kind=kind, minutes=LATER if kind == "later" else None)


def _plainly(spoken: str, words: WeekWords) -> Kind | None:
    """The meaning with the longest wording that occurs."""
    kinds: Sequence[Kind] = ("done", "tired", "running", "tonight", "skip", "later", "start")
    lengths = {kind: _longest(spoken, words, kind) for kind in kinds}
    best = max(kinds, key=lambda kind: lengths[kind])
    return best if lengths[best] else None


def _longest(spoken: str, words: WeekWords, meaning: str) -> int:
    """Letters of the longest wording that occurs; one that begins with "=" must be all that is said."""
    padded = f" {spoken} "
    return max(
        (
            len(phrase)
            for phrase in words.table.get("remind", {}).get(meaning, ())
            if spoken == phrase[1:] or (phrase[0] != "=" and f" {phrase} " in padded)
        ),
        default=0,
    )


def _span(spoken: str, words: WeekWords) -> int | None:
    """`in 20 min`, `half an hour`, `2 h`: minutes from now."""
    table = words.table.get("remind", {})
    figures = {**words.table.get("numbers", {}), **table.get("amounts", {})}
    for name in sorted(table.get("lengths", {}), key=len, reverse=True):
        if re.search(rf"\b{name}\b", spoken):
            return int(table["lengths"][name])
    parts = [(unit, size) for unit, size in table.get("units", {}).items()]
    names = "|".join(sorted((unit for unit, _ in parts), key=len, reverse=True))
    match = re.search(rf"\b(\d{{1,3}}(?:[.,]5)?|[^\W\d]+) ?({names})\b", spoken) if names else None
    if match is None:
        return None
    amount = figures.get(match[1], match[1])
    if not re.fullmatch(r"\d+(?:[.,]5)?", str(amount)):
        return None
    minutes = round(float(str(amount).replace(",", ".")) * dict(parts)[match[2]])
    return minutes if 0 < minutes <= MOST_MINUTES else None
