"""Faults on demand: what Telegram and the network do wrong, as tests and kill drivers order it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.preview.limits import too_many
from bot.preview.refusals import Dropped, Refused

WORDS = {
    400: 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0',
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
    504: "Gateway Timeout",
}


@dataclass(kw_only=True)
class Fault:
    """One kind of trouble for the next `times` requests of a method (any but getUpdates when None).

    `status` answers with that code, `slow` waits that many seconds, `drop` breaks the connection and `refuse`
    lets nothing through to begin with; `delivered` says whether Telegram did the work before (5xx, drops).
    """

    method: str | None = None
    times: int = 1
    skip: int = 0
    status: int = 0
    description: str = ""
    retry_after: int = 3
    delivered: bool = False
    drop: bool = False
    refuse: bool = False
    slow: float = 0.0
    chat: int | None = None

    def raise_it(self) -> None:
        """The trouble itself, once the work was done or not."""
        if self.drop or self.refuse:
            raise Dropped(before_sending=self.refuse)
        if self.status == 429:
            raise too_many(self.retry_after)
        if self.status:
            raise Refused(self.status, self.description or WORDS.get(self.status, "Error"))


@dataclass
class Faults:
    """The faults that are still to come, first come first served."""

    waiting: list[Fault] = field(default_factory=list)
    done: int = 0

    def add(self, **what: Any) -> Fault:
        """Order a fault; the fields are those of `Fault`."""
        fault = Fault(**what)
        self.waiting.append(fault)
        return fault

    def clear(self) -> None:
        """No more trouble."""
        self.waiting.clear()

    def take(self, method: str, values: Mapping[str, str]) -> Fault | None:
        """The fault that hits this request, if any."""
        for fault in self.waiting:
            if not _hits(fault, method, values):
                continue
            if fault.skip > 0:
                fault.skip -= 1
                continue
            fault.times -= 1
            self.done += 1
            if fault.times <= 0:
                self.waiting.remove(fault)
            return fault
        return None


def _hits(fault: Fault, method: str, values: Mapping[str, str]) -> bool:
    if fault.chat is not None and values.get("chat_id") != str(fault.chat):
        return False
    return method != "getupdates" if fault.method is None else fault.method.lower() == method
