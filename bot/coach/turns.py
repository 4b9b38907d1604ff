"""What a message is besides its topic: a follow-up, an age, a greeting, a bare "how do I do it"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bot.coach.phrasebook import Phrasebook

LONGEST = 12  # words of a follow-up
YOUNG, OLD = range(5, 16), range(70, 111)  # years: with a parent and a coach; with a doctor's word (brief 5)
_NUMBER = re.compile(r"(?<!\S)\d{1,3}(?!\S)")


class TurnWords:
    """The words of `words/topics.toml` that place a message in a conversation."""

    def __init__(self, source: Mapping[str, Any]) -> None:
        self._follows = Phrasebook(source["follows"])
        self._chat = Phrasebook(source["chat"])
        self._ages = Phrasebook(source["ages"])
        self._only = frozenset(source["how_only"]["words"].split())

    def points_back(self, line: str) -> bool:
        """Whether a short line has a word that stands for something said before ("them", "this")."""
        return len(line.split()) <= LONGEST and self._follows.has("pronoun", line)

    def points_here(self, line: str) -> bool:
        """Whether a short line says "this" or "it" of what is being done."""
        return len(line.split()) <= LONGEST and self._follows.has("here", line)

    def goes_on(self, line: str) -> bool:
        """Whether a short line leaves out what it is about ("why?", "how many?", "and when")."""
        return len(line.split()) <= LONGEST and self._follows.has("ellipsis", line)

    def chat(self, line: str) -> str | None:
        """The kind of small talk: hello, thanks, bye, who, rude, yes, no; None for any other."""
        return next((kind for kind in self._chat.phrases if self._chat.has(kind, line)), None)

    def age_faq(self, line: str) -> str | None:
        """The common question behind an age that calls for care ("I'm 14"): "young" or "old"."""
        ages = [int(number) for number in _NUMBER.findall(line)]
        framed = _NUMBER.sub("#", line)
        if not ages or not (self._ages.has("said", framed) or framed in self._ages.phrases["whole"]):
            return None
        return "young" if ages[0] in YOUNG else "old" if ages[0] in OLD else None

    def only_asks_how(self, line: str, names: Iterable[str]) -> bool:
        """Whether a line asks how an exercise is done and nothing else: it is a name and words such as "how do I"."""
        for name in sorted(names, key=len, reverse=True):
            line = line.replace(name, " ")
        return all(word in self._only for word in line.split())
