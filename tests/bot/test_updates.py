"""A plain message read the short way is what python-telegram-bot would have made of it."""

from __future__ import annotations

import orjson
import pytest
from telegram import Message, Update

from bot.updates import Reader

PERSON = {"id": 7, "is_bot": False, "first_name": "Ada", "language_code": "en"}
CHAT = {"id": 7, "type": "private", "first_name": "Ada"}
PLAIN = {
    "update_id": 5,
    "message": {
        "message_id": 3,
        "date": 1_790_000_000,
        "from": PERSON,
        "chat": CHAT,
        "text": "✅ Done · squat 1",
    },
}


def slots(kind):
    return {name for cls in kind.__mro__[:-1] for name in getattr(cls, "__slots__", ())}


@pytest.fixture
def both(bot):
    read = Reader(bot).read(orjson.dumps(PLAIN))
    assert type(read) is not Update, "not read the short way"
    return read, Update.de_json(PLAIN, bot)


def test_every_attribute_is_the_same(both):
    read, usual = both
    assert {
        name for name in slots(Message) if getattr(read.message, name) != getattr(usual.message, name)
    } == set()
    assert {name for name in slots(Update) if getattr(read, name) != getattr(usual, name)} == set()
    assert read.to_dict() == usual.to_dict()
    assert (hash(read.message.chat), read.update_id) == (hash(usual.message.chat), 5)
    assert str(read.message).partition("(")[2] == str(usual.message).partition("(")[2]


def test_who_and_where(both, bot):
    read, _ = both
    assert read.effective_message is read.message
    assert (read.effective_chat.id, read.effective_user.first_name) == (7, "Ada")
    assert read.callback_query is None
    assert (read.message.entities, read.message.effective_attachment) == ((), None)
    assert read.message.get_bot() is bot
    with pytest.raises(AttributeError):
        read.message.text = "other"
    with pytest.raises(AttributeError):
        read.message.no_such_thing  # noqa: B018


def test_the_next_one_has_nothing_of_the_last(bot):
    reader = Reader(bot)
    first = reader.read(orjson.dumps(PLAIN))
    assert first.effective_user.id == 7
    other = {**PLAIN["message"], "from": {**PERSON, "id": 8}, "chat": {**CHAT, "id": 8}, "text": "2"}
    second = reader.read(orjson.dumps({"update_id": 6, "message": other}))
    assert (second.effective_user.id, second.effective_chat.id, second.message.text) == (8, 8, "2")
    assert (first.effective_user.id, first.message.text) == (7, "✅ Done · squat 1")
