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
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.preview.person import Person
from bot.preview.phone import Phone, Shown, says, transcript
from bot.preview.rehearsal import Door, Rehearsal

NOT_MODIFIED = "message is not modified"  # an edit that came too late to change anything succeeded


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
        bad = [made for made in self.world.refusals() if NOT_MODIFIED not in made.description]
        if bad and not self.refusals_meant:
            refused = [f"{made.method}: {made.description}: {dict(made.values)}" for made in bad]
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
        self.phone = Phone(stage.world, person.id)
        self.toast: str | None = None

    @property
    def id(self) -> int:
        """The person's id."""
        return self.person.id

    # what I do

    async def says(self, text: str, **more: Any) -> int:
        """Type and send; returns the message's id."""
        mine = int(await self.does("send", text, **more))
        if not more.get("quietly"):
            self._answered(mine)
        return mine

    async def taps(self, button: str | tuple[int, str]) -> None:
        """Tap an inline button, by (the beginning of) its text or by message id and data."""
        await self.does("tap", button)

    async def presses(self, label: str) -> int:
        """Press a key of the reply keyboard, by (the beginning of) its label."""
        mine = int(await self.does("press", label))
        self._answered(mine)
        return mine

    def _answered(self, mine: int) -> None:
        """What is typed wants an answer below it or a reaction: an edit somewhere above is as good as silence."""
        below = [shown for shown in self.anew() if shown.get("id", 0) > mine or shown.get("reactions")]
        assert below or not self.stage.app, f"nothing below message {mine}\n{self.transcript}"

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
        self.phone.begin()
        self.person.chat.toast = self.toast = None

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
        """The bot's new and changed messages, mine that it reacted to, and what was deleted, since my last act."""
        return self.phone.anew()

    def hears(self, *texts: str) -> Shown:
        """Each text is in something new (after ~ a regular expression); returns the last such message."""
        found: Shown = {}
        for text in texts:
            heard = self.phone.heard(text)
            assert heard, f"did not hear {text!r}\n{self.transcript}\ntoast: {self.toast!r}"
            found = heard[-1]
        return found

    def hears_not(self, *texts: str) -> None:
        """None of these texts is in anything new."""
        for text in texts:
            assert not self.phone.heard(text), f"heard {text!r}\n{self.transcript}"

    def hears_nothing(self) -> None:
        """Nothing is new."""
        assert not self.anew(), self.transcript

    def sees(self, text: str) -> Shown:
        """A message anywhere on the phone that contains the text; the newest one."""
        found = [shown for shown in self.view["messages"] if says(shown, text)]
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
        return self.phone.keys

    @property
    def buttons(self) -> list[str]:
        """The texts of the inline buttons of the newest message that has any."""
        return self.phone.buttons


class _Errors(logging.Handler):
    """Keeps what is logged as an error, wherever in the bot."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []
        self.formatter = logging.Formatter("%(name)s: %(message)s")

    def emit(self, record: logging.LogRecord) -> None:
        """One more."""
        self.lines.append(self.format(record))
