"""Words about the week as tags: a language's `week.toml` turned into a tagger of messages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.coach.lexicon import Speller

LONGEST = 160  # characters; longer texts are stories, not changes of a week
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_TOKEN = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}(?:[./](?:\d{4}|\d{2}))?\.?|\d+|[^\W\d_]+|[&?/]"
)
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})([./])(\d{1,2})(?:[./](\d{4}|\d{2}))?\.?")


@dataclass(frozen=True)
class Tag:
    """A word or a group of words with its meaning; `name` is "?" for one that is not known."""

    name: str
    value: int = 0
    word: str = ""
    dates: tuple[tuple[int | None, int, int], ...] = ()  # (year, month, day) readings of a written date


@dataclass(frozen=True)
class WeekWords:
    """One language's words of the week, ready to tag messages. Made once for a language."""

    phrases: Mapping[tuple[str, ...], Tag]
    longest: int
    rewrites: tuple[tuple[re.Pattern[str], str], ...]
    ordinal_endings: tuple[str, ...]
    speller: Speller
    table: Mapping[str, Any]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> WeekWords:
        """Build from the table of `content/<language>/words/week.toml`."""
        phrases = dict(_entries(table))
        exact = {word for phrase in phrases for word in phrase}
        exact |= {
            word for said in table.get("remind", {}).values() for phrase in said for word in phrase.split()
        }
        days = ("weekday", "weekdays", "relative")
        hoped = {word for word, tag in _single(phrases) if tag.name in days and len(word) > 5}
        rewrites = tuple((re.compile(pattern), new) for pattern, new in table.get("rewrites", {}).items())
        return cls(
            phrases=phrases,
            longest=max(map(len, phrases), default=1),
            rewrites=rewrites,
            ordinal_endings=tuple(table.get("endings", {}).get("ordinal", ())),
            speller=Speller(hoped, exact),
            table=table,
        )

    def tags(self, text: str) -> tuple[Tag, ...]:
        """The message as tags, longest wordings first."""
        words = self.words(text)
        found: list[Tag] = []
        at = 0
        while at < len(words):
            size, tag = self._longest(words, at)
            found.append(tag)
            at += size
        return tuple(found)

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a message: lower case, no accents, no apostrophes; written dates stay whole."""
        plain = unicodedata.normalize("NFKC", text).casefold()
        for pattern, new in self.rewrites:
            plain = pattern.sub(new, plain)
        plain = re.sub(r"[’‘ʼ`´']", "", plain)
        bare = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
        return tuple(self.speller.correct(word) for word in _TOKEN.findall(bare))

    def _longest(self, words: tuple[str, ...], at: int) -> tuple[int, Tag]:
        for size in range(min(self.longest, len(words) - at), 0, -1):
            if tag := self.phrases.get(words[at : at + size]):
                return size, tag
        return self._figure(words, at)

    def _figure(self, words: tuple[str, ...], at: int) -> tuple[int, Tag]:
        word = words[at]
        if word.isdecimal() and len(word) <= 4:
            if words[at + 1 : at + 2] and words[at + 1] in self.ordinal_endings:
                return 2, Tag("ordinal", int(word), word)
            return 1, Tag("number", int(word), word)
        if match := _DATE.fullmatch(word):
            return 1, Tag("date", 0, word, _readings(match))
        return 1, Tag("?", 0, word)


def _readings(match: re.Match[str]) -> tuple[tuple[int | None, int, int], ...]:
    """The readings of a written date: ISO, day.month, or day/month and month/day where both can be."""
    if match[1]:
        return ((int(match[1]), int(match[2]), int(match[3])),)
    first, second = int(match[4]), int(match[6])
    year = None if not match[7] else int(match[7]) + (2000 if len(match[7]) == 2 else 0)
    pairs = [(second, first)] if match[5] == "." else [(second, first), (first, second)]
    return tuple(
        dict.fromkeys((year, month, day) for month, day in pairs if 1 <= month <= 12 and 1 <= day <= 31)
    )


def _single(phrases: Mapping[tuple[str, ...], Tag]) -> Iterator[tuple[str, Tag]]:
    return ((phrase[0], tag) for phrase, tag in phrases.items() if len(phrase) == 1)


def _entries(table: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Tag]]:
    """Every wording with its tag; what comes later wins."""
    say = table.get("say", {})
    for name in sorted(say, key=lambda name: name != "known"):
        for phrase in say[name]:
            yield _key(phrase), Tag(name, 0, phrase)
    for word, value in table.get("numbers", {}).items():
        yield _key(word), Tag("number", value, word)
    for word, value in table.get("ordinals", {}).items():
        yield _key(word), Tag("ordinal", value, word)
    for n, name in enumerate(MONTHS, start=1):
        for word in table.get("months", {}).get(name, ()):
            yield _key(word), Tag("month", n, word)
    endings = table.get("endings", {}).get("plural", ())
    for n, name in enumerate(WEEKDAYS):
        for word in table.get("days", {}).get(name, ()):
            yield _key(word), Tag("weekday", n, word)
            yield from (
                (_key(word + ending), Tag("weekdays", n, word)) for ending in endings if len(word) > 4
            )
    for phrase, value in table.get("relative", {}).items():
        yield _key(phrase), Tag("relative", value, phrase)


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(phrase))


def day_of(year: int | None, month: int, day: int, today: date, *, past: bool = False) -> date | None:
    """The date named by month and day: the next one from today on, or with `past` the last one up to today."""
    years = [year] if year is not None else range(today.year - 1, today.year + 3)
    found = [d for y in years if (d := _valid(y, month, day)) is not None]
    if year is not None:
        return found[0] if found else None
    if past:
        return max((d for d in found if d <= today), default=None)
    return min((d for d in found if d >= today), default=None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
