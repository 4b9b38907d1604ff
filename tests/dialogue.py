"""Dialogue tests read like dialogues:

    async def test_a_set(me: Me, stage: Stage) -> None:
        await me.says("/today")
        await me.taps("Start")
        me.hears("Set 1")
        await stage.forward(seconds=60)

They fail loudly on an exception in the bot, on silence, on a refused request, and on a mistake of the stand-in.
"""

from __future__ import annotations

import logging
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.preview.person import Person
from bot.preview.rehearsal import Door, Rehearsal

Shown = dict[str, Any]


class Stage(Rehearsal):
    """The whole bot on a temporary database; `errors_meant` and `refusals_meant` for tests that order trouble."""

    def __init__(self, folder: Path, start: datetime, *, door: Door = "request", **world: Any) -> None:
        super().__init__(folder, start, door=door, **world)
        self.errors_meant = False
        self.refusals_meant = False
        self.folk: dict[int, Me] = {}
        self.log = _Errors()
        logging.getLogger().addHandler(self.log)

    def person(self, number: int = 1001, name: str = "Ada", language: str | None = "en") -> Me:
        """Someone with a phone, the same one for the same number."""
        if number not in self.folk:
            self.folk[number] = Me(self, self.world.person(number, name, language))
        return self.folk[number]

    def check(self) -> None:
        """Anything that went wrong so far fails the test here."""
        if self.log.lines and not self.errors_meant:
            raise AssertionError("the bot logged errors:\n" + "\n".join(self.log.lines))
        if self.world.refusals() and not self.refusals_meant:
            refused = [
                f"{made.method}: {made.description}: {dict(made.values)}" for made in self.world.refusals()
            ]
            raise AssertionError("Telegram refused:\n" + "\n".join(refused))
        if self.world.mishaps:
            raise AssertionError(f"the stand-in made mistakes: {self.world.mishaps}")

    async def close(self) -> None:
        """Stop the bot, give the log back."""
        try:
            await super().close()
        finally:
            logging.getLogger().removeHandler(self.log)

    def transcript(self, number: int = 1001) -> str:
        """The phone of a person as text."""
        return transcript(self.world.view(number))


class Me:
    """A person in a dialogue: acts, then waits until the bot has answered; every act must be answered somehow."""

    def __init__(self, stage: Stage, person: Person) -> None:
        self.stage, self.person = stage, person
        self.mark: dict[int, str] = {}
        self.toast: str | None = None

    @property
    def id(self) -> int:
        """The person's id."""
        return self.person.id

    # what I do

    async def says(self, text: str, **more: Any) -> int:
        """Type and send; returns the message's id."""
        return int(await self.does("send", text, **more))

    async def taps(self, button: str | tuple[int, str]) -> None:
        """Tap an inline button, by (the beginning of) its text or by message id and data."""
        await self.does("tap", button)

    async def presses(self, label: str) -> int:
        """Press a key of the reply keyboard, by (the beginning of) its label."""
        return int(await self.does("press", label))

    async def edits(self, message_id: int, text: str) -> None:
        """Correct an own message."""
        await self.does("edit", message_id, text)

    async def shares_place(self, latitude: float, longitude: float) -> None:
        """Send a pin."""
        await self.does("send_location", latitude, longitude)

    async def votes(self, option: int, poll: int | None = None) -> None:
        """Answer the newest poll (or the one of that message)."""
        polls = [shown["id"] for shown in self.view["messages"] if shown["poll"]]
        assert polls, "there is no poll"
        await self.does("vote", poll or polls[-1], option)

    async def does(self, what: str, *args: Any, quietly: bool = False, **more: Any) -> Any:
        """Any act of `Person` by its name; `quietly`: the bot need not answer."""
        self.begin()
        result = getattr(self.person, what)(*args, **more)
        await self.stage.settled()
        self.toast = self.person.chat.toast
        if not quietly and self.stage.app and not self.anew() and not self.toast:
            raise AssertionError(f"silence after {what} {args}\n{self.transcript}")
        return result

    def begin(self) -> None:
        """From here on things are new."""
        self.mark, self.toast = {shown["id"]: _face(shown) for shown in self.view["messages"]}, None

    # what I hear

    @property
    def view(self) -> Shown:
        """My phone."""
        return self.stage.world.view(self.id)

    @property
    def transcript(self) -> str:
        """My phone as text."""
        return transcript(self.view)

    def anew(self) -> list[Shown]:
        """The bot's new and changed messages since my last act (reactions to mine and deletions count as well)."""
        now = {shown["id"]: shown for shown in self.view["messages"]}
        changed = [shown for number, shown in now.items() if self.mark.get(number) != _face(shown)]
        mine = [shown for shown in changed if shown["from"] == "me" and not shown["reactions"]]
        gone = [{"from": "bot", "plain": "", "gone": number} for number in self.mark if number not in now]
        return [shown for shown in changed if shown not in mine] + gone

    def hears(self, *texts: str) -> Shown:
        """Each text is in something new (a regular expression where it begins with ~); returns the last such message."""
        found: Shown = {}
        for text in texts:
            new = [shown for shown in self.anew() if _says(shown, text)]
            if not new and not (self.toast and _in(text, self.toast)):
                raise AssertionError(f"did not hear {text!r}\n{self.transcript}\ntoast: {self.toast!r}")
            found = new[-1] if new else {"plain": self.toast, "toast": True}
        return found

    def hears_not(self, *texts: str) -> None:
        """None of these texts is in anything new."""
        for text in texts:
            heard = [shown for shown in self.anew() if _says(shown, text)]
            assert not heard, f"heard {text!r}\n{self.transcript}"

    def hears_nothing(self) -> None:
        """Nothing is new."""
        assert not self.anew(), self.transcript

    def sees(self, text: str) -> Shown:
        """A message anywhere on the phone that contains the text; the newest one."""
        found = [shown for shown in self.view["messages"] if shown["from"] == "bot" and _says(shown, text)]
        assert found, f"does not see {text!r}\n{self.transcript}"
        return found[-1]

    @property
    def last(self) -> Shown:
        """The bot's newest message."""
        found = [shown for shown in self.view["messages"] if shown["from"] == "bot"]
        assert found, "the bot has said nothing"
        return found[-1]

    @property
    def keys(self) -> list[str]:
        """The labels of the reply keyboard."""
        return [key["text"] for row in self.view["keyboard"] or [] for key in row]

    @property
    def buttons(self) -> list[str]:
        """The texts of the newest message's inline buttons that has any."""
        for shown in reversed(self.view["messages"]):
            if shown["buttons"]:
                return [button["text"] for row in shown["buttons"] for button in row]
        return []


def transcript(view: Shown) -> str:
    """A phone as text: who said what, buttons in brackets, what is silent, edited, reacted to."""
    lines = []
    for shown in view["messages"]:
        who = "coach" if shown["from"] == "bot" else "me"
        marks = "".join(f" {one}" for one in shown["reactions"]) + (" (edited)" if shown["edited"] else "")
        rings = "" if shown["silent"] or who == "me" else " 🔔"
        media = f" [{shown['media']['kind']}]" if shown["media"] else ""
        poll = f" [poll: {shown['poll']['question']}]" if shown["poll"] else ""
        lines.append(f"{who}:{media}{poll} {shown['plain']}{marks}{rings}")
        lines += [
            "    " + " ".join(f"[{button['text']}]" for button in row) for row in shown["buttons"] or []
        ]
    lines += ["keys: " + " ".join(f"[{key['text']}]" for key in row) for row in view["keyboard"] or []]
    return "\n".join(lines)


def _face(shown: Shown) -> str:
    return repr([shown[part] for part in ("html", "buttons", "reactions", "media", "poll", "pinned")])


def _says(shown: Shown, text: str) -> bool:
    poll = (shown.get("poll") or {}).get("question", "")
    return shown["from"] == "bot" and (_in(text, shown["plain"]) or _in(text, poll))


def _in(text: str, where: str) -> bool:
    if text.startswith("~"):
        return re.search(text[1:], where, re.IGNORECASE | re.DOTALL) is not None
    return text.casefold() in where.casefold()


class _Errors(logging.Handler):
    """Keeps what is logged as an error, wherever in the bot."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []
        self.formatter = logging.Formatter("%(name)s: %(message)s")

    def emit(self, record: logging.LogRecord) -> None:
        """One more."""
        self.lines.append(self.format(record))
