"""What one private chat holds on Telegram's side: the person, the messages, the keyboard, the signs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.preview.keyboards import Markup

TYPING_LASTS = timedelta(seconds=5)


@dataclass(kw_only=True)
class Letter:
    """One message; `content` has the fields of a Bot API Message beside id, chat, date, sender, keyboard."""

    id: int
    chat: int
    by_bot: bool
    date: datetime
    content: dict[str, Any]
    markup: Markup | None = None
    silent: bool = False
    edited: datetime | None = None
    reactions: list[str] = field(default_factory=list)
    reply_to: int | None = None
    voted: bool = False

    @property
    def editable(self) -> bool:
        """Only the bot's own messages without a reply keyboard can be edited."""
        return self.by_bot and (self.markup is None or "inline_keyboard" in self.markup)

    @property
    def buttons(self) -> list[list[dict[str, Any]]]:
        """The inline buttons, row by row."""
        rows: list[list[dict[str, Any]]] = (self.markup or {}).get("inline_keyboard", [])
        return rows


@dataclass(kw_only=True)
class Chat:
    """A private chat between the bot and one person; `user` is the person as a Bot API User."""

    user: dict[str, Any]
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    letters: dict[int, Letter] = field(default_factory=dict)
    keyboard_from: int | None = None
    keyboard_hidden: bool = False
    toast: str | None = None
    toast_is_alert: bool = False
    typing_since: datetime | None = None
    typing_kind: str = "typing"
    pinned: list[int] = field(default_factory=list)
    menu_button: dict[str, Any] | None = None

    @property
    def id(self) -> int:
        """The chat id, in private chats the person's id."""
        number: int = self.user["id"]
        return number

    @property
    def keyboard(self) -> Markup | None:
        """The reply keyboard that the person sees now."""
        if self.keyboard_from is None or self.keyboard_hidden:
            return None
        letter = self.letters.get(self.keyboard_from)
        return letter.markup if letter else None

    def typing(self, now: datetime) -> bool:
        """Whether the bot's typing sign still shows."""
        return self.typing_since is not None and now - self.typing_since < TYPING_LASTS

    def put(self, letter: Letter) -> None:
        """A message arrives: it may bring a reply keyboard, take one away, and ends the typing sign."""
        self.letters[letter.id] = letter
        if not letter.by_bot:
            return
        self.typing_since = None
        markup = letter.markup or {}
        if "keyboard" in markup:
            self.keyboard_from, self.keyboard_hidden = letter.id, False
        elif markup.get("remove_keyboard"):
            self.keyboard_from = None

    def drop(self, message_id: int) -> None:
        """A message is deleted, and with it the keyboard that it brought."""
        del self.letters[message_id]
        if self.keyboard_from == message_id:
            self.keyboard_from = None
        if message_id in self.pinned:
            self.pinned.remove(message_id)

    def as_chat(self) -> dict[str, Any]:
        """The chat as a Bot API Chat."""
        known = ("first_name", "last_name", "username")
        names: dict[str, Any] = {name: self.user[name] for name in known if name in self.user}
        return {"id": self.id, "type": "private", **names}
