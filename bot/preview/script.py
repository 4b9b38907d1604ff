"""`python -m bot preview --script FILE`: play a written dialogue with the coach in the terminal.

A script has one step a line; everything after `#` at the start of a line is a note:

    clock: 2026-11-02 18:00       the day and time at which it begins (UTC), only at the top
    after: welcome.txt            another script of the same folder comes first, without its expectations
    me: /start                    what the person types
    me: [None of these]           a tap on a button or a key, by (the beginning of) its label
    me: (pin 48.14 11.58)         a place is shared; also (sticker), (voice), (photo), (vote 1)
    me: (edit) 12                 the last own message is corrected
    clock: +45s                   time passes: s, m, h, d
    coach: Set 2                  something new contains this (a regular expression after ~)
    not coach: Well done          nothing new contains this
    coach: (silence)              nothing is new

The coach's words are printed as they come; the exit code is 1 when an expectation failed.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.preview.person import NotThere
from bot.preview.phone import Phone, keyboard_lines, lines_of
from bot.preview.rehearsal import Door, Rehearsal, rehearsing

START = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
LINE = re.compile(r"(me|coach|not coach|clock|after)\s*:\s*(.*)")
SPAN = re.compile(r"\+\s*(\d+(?:\.\d+)?)\s*([smhd])")
PIN = re.compile(r"\(pin\s+(-?[\d.]+)[\s,]+(-?[\d.]+)\)")
VOTE = re.compile(r"\(vote (\d+)\)")
THINGS = ("sticker", "voice", "photo")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
Tell = Callable[[str], None]


class ScriptMistake(ValueError):  # noqa: N818 - reads better
    """A line that is no step; the text says which."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One line of a script."""

    number: int
    who: str
    what: str


def read_script(text: str, folder: Path) -> tuple[datetime, list[Step]]:
    """When it begins, and its steps; `after:` is looked up in the folder. Raises ScriptMistake."""
    start, steps = START, list[Step]()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = LINE.fullmatch(line.strip())
        if not found:
            raise ScriptMistake(f"line {number}: begin with me:, coach:, not coach:, clock: or after:")
        step = Step(number=number, who=found[1], what=found[2])
        if step.who == "after":
            start, before = _before(step, folder)
            steps += before
        elif step.who == "clock" and not SPAN.fullmatch(step.what):
            start = _instant(step, late=bool(steps))
        else:
            steps.append(step)
    return start, steps


def read_file(path: Path) -> tuple[datetime, list[Step]]:
    """A script in a file. Raises OSError and ScriptMistake."""
    return read_script(path.read_text(encoding="utf-8"), path.parent)


def _before(step: Step, folder: Path) -> tuple[datetime, list[Step]]:
    path = folder / step.what
    if not path.is_file():
        raise ScriptMistake(f"line {step.number}: there is no {path}")
    start, steps = read_file(path)
    return start, [one for one in steps if one.who in {"me", "clock"}]


def _instant(step: Step, *, late: bool) -> datetime:
    if step.what.startswith("+") or late:
        raise ScriptMistake(
            f"line {step.number}: time passes like +45s, +10m, +2h, +1d; a date stands at the top"
        )
    try:
        return datetime.fromisoformat(step.what).replace(tzinfo=UTC)
    except ValueError:
        raise ScriptMistake(f"line {step.number}: write day and time like 2026-11-02 18:00") from None


class Player:
    """Plays steps before one person's phone; `failures` counts expectations that were not met."""

    def __init__(self, rehearsal: Rehearsal, tell: Tell) -> None:
        self.rehearsal, self.tell = rehearsal, tell
        self.person = rehearsal.world.person()
        self.phone = Phone(rehearsal.world, self.person.id)
        self.keyboard: list[str] = []
        self.failures = 0

    async def play(self, steps: Sequence[Step]) -> int:
        """All steps; returns how many expectations failed."""
        for step in steps:
            if step.who == "me":
                await self._act(step)
            elif step.who == "clock":
                await self._wait(step)
            else:
                self._expect(step)
        return self.failures

    async def _act(self, step: Step) -> None:
        self.tell(f"me: {step.what}")
        self.phone.begin()
        try:
            self._do(step.what)
        except NotThere as missing:
            self._fail(step, str(missing))
        await self.rehearsal.settled()
        self._show()

    def _do(self, what: str) -> None:
        if pin := PIN.fullmatch(what):
            self.person.send_location(float(pin[1]), float(pin[2]))
        elif vote := VOTE.fullmatch(what):
            self.person.vote(self._newest("poll"), int(vote[1]) - 1)
        elif what.startswith("(edit)"):
            self.person.edit(self._newest("mine"), what.removeprefix("(edit)").strip())
        elif what[1:-1] in THINGS and what.startswith("("):
            getattr(self.person, f"send_{what[1:-1]}")()
        elif what.startswith("[") and what.endswith("]"):
            label = what[1:-1]
            pressed = any(key.startswith(label) for key in self.phone.keys)
            self.person.press(label) if pressed else self.person.tap(label)
        else:
            self.person.send(what)

    def _newest(self, what: str) -> int:
        """The id of the newest poll, or of the newest own message."""
        for shown in reversed(self.phone.view["messages"]):
            if shown["poll"] if what == "poll" else shown["from"] == "me":
                return int(shown["id"])
        raise NotThere(f"there is no message of this kind: {what}")

    async def _wait(self, step: Step) -> None:
        self.tell(f"({step.what})")
        self.phone.begin()
        found = SPAN.fullmatch(step.what)
        assert found  # read_script saw to it
        await self.rehearsal.forward(**{UNITS[found[2]]: float(found[1])})
        self._show()

    def _show(self) -> None:
        for shown in self.phone.anew():
            for line in lines_of(shown):
                self.tell(line)
        view = self.phone.view
        if view["toast"]:
            self.tell(f"coach (toast): {view['toast']}")
        keyboard = keyboard_lines(view)
        if keyboard != self.keyboard:
            self.keyboard = keyboard
            for line in keyboard or ["keys: none"]:
                self.tell(line)

    def _expect(self, step: Step) -> None:
        if step.what == "(silence)":
            met = not self.phone.anew()
        else:
            met = bool(self.phone.heard(step.what)) == (step.who == "coach")
        if not met:
            self._fail(step, f"expected {step.who}: {step.what}")

    def _fail(self, step: Step, why: str) -> None:
        self.failures += 1
        self.tell(f"✗ line {step.number}: {why}")


async def play(path: Path, tell: Tell, *, door: Door = "request", **world: Any) -> int:
    """Play a script with a fresh coach; returns the number of failed expectations and refused requests."""
    start, steps = await asyncio.to_thread(read_file, path)
    async with rehearsing(start, door=door, **world) as rehearsal:
        failures = await Player(rehearsal, tell).play(steps)
        for refused in rehearsal.world.refusals():
            tell(f"✗ Telegram refused {refused.method}: {refused.description}")
        return failures + len(rehearsal.world.refusals())


def main(path: str | Path) -> int:
    """The command line: 0 when all went as written, 1 when not, 2 for a script that cannot be read."""
    try:
        failed = asyncio.run(play(Path(path), print))
    except (OSError, ScriptMistake) as mistake:
        print(mistake, file=sys.stderr)
        return 2
    print(f"{failed} not as written" if failed else "as written")
    return 1 if failed else 0
