"""How many requests the stand-in Telegram got in a test run, and which it refused although no test meant it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.preview.world import Made

ON_PURPOSE = (
    "tests/preview/",
    "tests/telegram_checks/",
    "tests/promises/test_p13_floods_and_poison.py",  # poison from chats that are not there
    "tests/bot/conversations/test_effect.py",  # an effect that Telegram does not have
    "tests/bot/test_speech.py",  # edits that change nothing, and faults
    "tests/bot/test_bad_inputs.py",  # groups and messages that the stand-in does not have; its stage checks the rest
)


@dataclass
class Tally:
    """Counts of one run; `meant` are refusals in tests that exist to be refused."""

    requests: int = 0
    meant: int = 0
    unmeant: Counter[str] = field(default_factory=Counter)
    test: str = ""

    def begin(self, test: str) -> None:
        """The next requests belong to this test."""
        self.test = test

    def count(self, made: Made) -> None:
        """One request; faults that a test ordered are no refusals."""
        self.requests += 1
        if made.status < 400 or made.ordered:
            return
        if self.test.startswith(ON_PURPOSE):
            self.meant += 1
        else:
            self.unmeant[f"{self.test}: {made.method}: {made.description[:150]}"] += 1

    def as_data(self) -> dict[str, Any]:
        """For the way from a worker to the main process."""
        return {"requests": self.requests, "meant": self.meant, "unmeant": dict(self.unmeant)}

    def add(self, data: Mapping[str, Any] | None) -> None:
        """What a worker counted."""
        if data:
            self.requests += data["requests"]
            self.meant += data["meant"]
            self.unmeant.update(data["unmeant"])

    def lines(self) -> list[str]:
        """What the summary says; nothing where no request was made."""
        if not self.requests:
            return []
        unmeant = sum(self.unmeant.values())
        first = f"requests checked: {self.requests}, refused: {unmeant} (and {self.meant} on purpose)"
        return [first, *(f"  {count} x {what}" for what, count in self.unmeant.most_common(20))]
