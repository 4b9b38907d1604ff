"""Stored JSON → python-telegram-bot's Update; the plain message, which is nearly all there is, without detours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

import orjson
from telegram import Chat, Message, Update, User

PLAIN = {"message_id", "date", "from", "chat", "text"}  # a message with just these
KEPT = 1_000  # people whose user and chat are kept as objects, about a megabyte
T = TypeVar("T", User, Chat)
M = TypeVar("M", Message, Update)


class _Message(Message):
    """A message that holds only what it has; the hundred other attributes are those of an empty one."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        return getattr(MESSAGE, name)


class _Update(Update):
    """The same for an update."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        return getattr(UPDATE, name)


MESSAGE = Message(message_id=0, date=datetime.fromtimestamp(0, UTC), chat=Chat(0, Chat.PRIVATE))
UPDATE = Update(0)


def _made(kind: type[M], **held: Any) -> M:
    """An object with these attributes and no others: python-telegram-bot's own way sets each of a hundred."""
    made = object.__new__(kind)
    for name, value in held.items():
        object.__setattr__(made, name, value)
    return made


class Reader:
    """Reads updates for one bot; who wrote before is not read again."""

    def __init__(self, bot: Any) -> None:
        self.bot = bot
        self._known: dict[tuple[object, ...], Any] = {}

    def read(self, raw: bytes) -> Update:
        """An update as stored; raises on anything that is none."""
        data = orjson.loads(raw)
        update = self._plain(data) or Update.de_json(data, self.bot)
        if update is None:
            raise ValueError("empty update")
        return update

    def _plain(self, data: Mapping[str, Any]) -> Update | None:
        """A text message and nothing else; None for all other updates."""
        message = data.get("message")
        if len(data) != 2 or not isinstance(message, dict) or message.keys() != PLAIN:
            return None
        date, text, sender, chat = message["date"], message["text"], message["from"], message["chat"]
        if (
            type(date) is not int
            or type(text) is not str
            or type(sender) is not dict
            or type(chat) is not dict
        ):
            return None
        number, where = message["message_id"], self._one(Chat, chat)
        said = _made(
            _Message,
            message_id=number,
            date=datetime.fromtimestamp(date, UTC),
            chat=where,
            from_user=self._one(User, sender),
            text=text,
            _id_attrs=(number, where),
            _bot=self.bot,
        )
        update_id = data["update_id"]
        return _made(_Update, update_id=update_id, message=said, _id_attrs=(update_id,), _bot=self.bot)

    def _one(self, kind: type[T], facts: dict[str, Any]) -> T:
        """A user or a chat, the same object as long as nothing about it changes."""
        key: tuple[object, ...] = (kind, *facts.items())
        try:
            found: T | None = self._known.get(key)
        except TypeError:  # something in it is not simple
            return kind.de_json(dict(facts), self.bot)
        if found is None:
            if len(self._known) >= 2 * KEPT:
                self._known.clear()
            found = self._known[key] = kind.de_json(dict(facts), self.bot)
        return found
