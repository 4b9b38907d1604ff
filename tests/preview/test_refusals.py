"""Deliberately bad requests: each is refused, with Telegram's kind of message."""

# ruff: noqa: E501 - a table with one request a line
from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.clock import SetClock
from bot.preview.arguments import Upload, as_strings
from bot.preview.world import World

ME = 1001
GO = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
KEYS = {"keyboard": [[{"text": "Done"}]]}


def inline(**button: Any) -> dict[str, Any]:
    return {"chat_id": ME, "text": "hi", "reply_markup": {"inline_keyboard": [[button]]}}


def html(text: str) -> dict[str, Any]:
    return {"chat_id": ME, "text": text, "parse_mode": "HTML"}


def quiz(**more: Any) -> dict[str, Any]:
    return {
        "chat_id": ME,
        "question": "Which?",
        "options": [{"text": "a"}, {"text": "b"}],
        "type": "quiz",
        "correct_option_ids": [0],
        **more,
    }


PARSE = "Bad Request: can't parse entities: "
BUTTON = "Bad Request: can't parse inline keyboard button: "
BAD: list[tuple[str, dict[str, Any], int, str]] = [
    ("sendMessage", {"chat_id": ME}, 400, "Bad Request: message text is empty"),
    ("sendMessage", {"chat_id": ME, "text": ""}, 400, "Bad Request: message text is empty"),
    ("sendMessage", {"chat_id": ME, "text": " \n\t "}, 400, "text must be non-empty"),
    ("sendMessage", {"chat_id": ME, "text": "<b> </b>", "parse_mode": "HTML"}, 400, "text must be non-empty"),
    ("sendMessage", {"chat_id": ME, "text": "x" * 4097}, 400, "Bad Request: message is too long"),
    ("sendMessage", {"chat_id": ME, "text": "é" * 16_385}, 400, "Bad Request: message is too long"),
    ("sendMessage", {"chat_id": ME, "text": "hi", "message_effect_id": "1"}, 400, "Bad Request: EFFECT_ID_INVALID"),
    ("sendMessage", inline(text="Copy", copy_text={"text": "x" * 257}), 400, "BUTTON_COPY_TEXT_INVALID"),
    ("sendMessage", {"text": "hi"}, 400, "Bad Request: chat_id is empty"),
    ("sendMessage", {"chat_id": 999_999, "text": "hi"}, 400, "Bad Request: chat not found"),
    ("sendMessage", {"chat_id": "@nobody", "text": "hi"}, 400, "Bad Request: chat not found"),
    ("sendMessage", {"chat_id": ME, "text": "hi", "parse_mode": "HTLM"}, 400, "unsupported parse_mode"),
    ("sendMessage", html("<b>hi"), 400, PARSE + "Can't find end tag corresponding to start tag \"b\""),
    ("sendMessage", html("<b>hi</i>"), 400, PARSE + 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
    ("sendMessage", html("hi</b>"), 400, PARSE + "Unexpected end tag at byte offset 2"),
    ("sendMessage", html("<h1>hi</h1>"), 400, PARSE + 'Unsupported start tag "h1" at byte offset 0'),
    ("sendMessage", html("3 < 4"), 400, PARSE + 'Unsupported start tag "" at byte offset 2'),
    ("sendMessage", html("a <b"), 400, PARSE + "Unclosed start tag at byte offset 2"),
    ("sendMessage", html("<b>x</b"), 400, PARSE + "Unclosed end tag at byte offset 4"),
    ("sendMessage", html("<span>x</span>"), 400, PARSE + 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("sendMessage", html("<br/>"), 400, PARSE + 'Unsupported start tag "br/" at byte offset 0'),
    ("sendMessage", inline(text="Go"), 400, BUTTON + "Text buttons are unallowed in the inline keyboard"),
    ("sendMessage", inline(callback_data="go"), 400, BUTTON + "Can't find field \"text\""),
    ("sendMessage", inline(text="", callback_data="go"), 400, "text"),
    ("sendMessage", inline(text="Go", callback_data="x" * 65), 400, "Bad Request: BUTTON_DATA_INVALID"),
    ("sendMessage", inline(text="Go", callback_data="é" * 33), 400, "Bad Request: BUTTON_DATA_INVALID"),
    ("sendMessage", inline(text="Go", callback_data=""), 400, "Bad Request: BUTTON_DATA_INVALID"),
    ("sendMessage", inline(text="Go", callback_data="x", style="green"), 400, "Invalid button style"),
    ("sendMessage", inline(text="Go", url="not an address"), 400, "is invalid: Wrong HTTP URL"),
    ("sendMessage", {"chat_id": ME, "text": "hi", "reply_markup": "{not json"}, 400, "can't parse reply keyboard markup JSON object"),
    ("sendMessage", {"chat_id": ME, "text": "hi", "reply_parameters": {"message_id": 9}}, 400, "message to be replied not found"),
    ("sendPhoto", {"chat_id": ME}, 400, "Bad Request: there is no photo in the request"),
    ("sendPhoto", {"chat_id": ME, "photo": "attach://words"}, 400, "IMAGE_PROCESS_FAILED"),
    ("sendPhoto", {"chat_id": ME, "photo": "attach://long"}, 400, "PHOTO_INVALID_DIMENSIONS"),
    ("sendPhoto", {"chat_id": ME, "photo": "no-such-id"}, 400, "wrong file identifier/HTTP URL specified"),
    ("sendPhoto", {"chat_id": ME, "photo": "document"}, 400, "can't use file of type Document as Photo"),
    ("sendPhoto", {"chat_id": ME, "photo": "photo", "caption": "x" * 1025}, 400, "Bad Request: message caption is too long"),
    ("sendDocument", {"chat_id": ME, "document": "attach://missing"}, 400, "wrong file identifier"),
    ("sendPoll", quiz(question=""), 400, "text must be non-empty"),
    ("sendPoll", quiz(question="x" * 301), 400, "300"),
    ("sendPoll", quiz(options=[{"text": "a"}]), 400, "poll must have at least 2 option"),
    ("sendPoll", quiz(options=[{"text": str(n)} for n in range(13)]), 400, "poll can't have more than 12 options"),
    ("sendPoll", quiz(options=[{"text": "a" * 101}, {"text": "b"}]), 400, "100"),
    ("sendPoll", quiz(correct_option_ids=[5]), 400, "wrong correct option ID specified"),
    ("sendPoll", quiz(explanation="x" * 201), 400, "message is too long"),
    ("sendChatAction", {"chat_id": ME, "action": "dancing"}, 400, "Bad Request: wrong parameter action in request"),
    ("sendLocation", {"chat_id": ME, "latitude": 95, "longitude": 0}, 400, "wrong latitude or longitude"),
    ("editMessageText", {"chat_id": ME, "message_id": 9, "text": "x"}, 400, "Bad Request: message to edit not found"),
    ("editMessageText", {"chat_id": ME, "text": "x"}, 400, "Bad Request: message identifier is not specified"),
    ("editMessageText", {"chat_id": ME, "message_id": "keys", "text": "x"}, 400, "Bad Request: message can't be edited"),
    ("editMessageText", {"chat_id": ME, "message_id": "mine", "text": "x"}, 400, "Bad Request: message can't be edited"),
    ("editMessageText", {"chat_id": ME, "message_id": "card", "text": "card", "reply_markup": GO}, 400, "message is not modified"),
    ("editMessageText", {"chat_id": ME, "message_id": "card", "text": "x", "reply_markup": KEYS}, 400, "inline keyboard expected"),
    ("editMessageText", {"chat_id": ME, "message_id": "picture", "text": "x"}, 400, "there is no text in the message to edit"),
    ("editMessageCaption", {"chat_id": ME, "message_id": "card", "caption": "x"}, 400, "there is no caption in the message to edit"),
    ("editMessageReplyMarkup", {"chat_id": ME, "message_id": "card", "reply_markup": GO}, 400, "message is not modified"),
    ("deleteMessage", {"chat_id": ME, "message_id": 9}, 400, "Bad Request: message to delete not found"),
    ("deleteMessages", {"chat_id": ME, "message_ids": []}, 400, "message identifiers are not specified"),
    ("deleteMessages", {"chat_id": ME, "message_ids": list(range(1, 102))}, 400, "too many message identifiers"),
    ("answerCallbackQuery", {"callback_query_id": "77"}, 400, "query is too old and response timeout expired or query ID is invalid"),
    ("answerCallbackQuery", {"callback_query_id": "77", "text": "x" * 201}, 400, "Bad Request: MESSAGE_TOO_LONG"),
    ("setMessageReaction", {"chat_id": ME, "message_id": "mine", "reaction": [{"type": "emoji", "emoji": "🦵"}]}, 400, "REACTION_INVALID"),
    ("setMessageReaction", {"chat_id": ME, "message_id": 9, "reaction": [{"type": "emoji", "emoji": "👍"}]}, 400, "message to react not found"),
    ("setMessageReaction", {"chat_id": ME, "message_id": "mine", "reaction": [{"type": "emoji", "emoji": e} for e in "👍🔥"]}, 400, "REACTIONS_TOO_MANY"),
    ("setMyCommands", {"commands": [{"command": "Start", "description": "x"}]}, 400, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "start", "description": ""}]}, 400, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setMyCommands", {"commands": [{"command": f"c{n}", "description": "x"} for n in range(101)]}, 400, "BOT_COMMANDS_TOO_MUCH"),
    ("setMyDescription", {"description": "x" * 513}, 400, "bot description is too long"),
    ("setMyShortDescription", {"short_description": "x" * 121}, 400, "bot short description is too long"),
    ("getFile", {"file_id": "nope"}, 400, "file_id"),
    ("pinChatMessage", {"chat_id": ME, "message_id": 9}, 400, "message to pin not found"),
    ("leaveChat", {"chat_id": ME}, 403, "Forbidden: bot can't leave private chats"),
    ("setWebhook", {"url": "http://example.org/hook"}, 400, "bad webhook: An HTTPS URL must be provided"),
    ("setWebhook", {"url": "https://example.org/hook", "secret_token": "no spaces"}, 400, "secret token contains unallowed characters"),
    ("sendDinosaur", {"chat_id": ME}, 404, "Not Found: method not found"),
]  # fmt: skip


FILES = {
    "words": Upload(name="a.png", data=b"no picture"),
    "long": Upload(
        name="a.png", data=b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (2100).to_bytes(4) + (100).to_bytes(4)
    ),
}


async def call(world: World, method: str, **values: Any) -> Any:
    answer = await world.call(method, as_strings(values))
    assert answer.status == 200, answer.body
    return answer.body["result"]


async def tell(world: World) -> dict[str, Any]:
    """A chat with one message of each kind, by name."""
    mine = world.person(ME).send("/start")
    card = await call(world, "sendMessage", chat_id=ME, text="card", reply_markup=GO)
    keys = await call(world, "sendMessage", chat_id=ME, text="keys", reply_markup=KEYS)
    sent = await world.call(
        "sendPhoto", {"chat_id": str(ME)}, {"photo": Upload(name="a.png", data=b"\x89PNG....")}
    )
    picture = sent.body["result"]
    document = world.files.keep("document", Upload(name="a.txt", data=b"text"))
    return {
        "mine": mine,
        "card": card["message_id"],
        "keys": keys["message_id"],
        "picture": picture["message_id"],
        "photo": picture["photo"][-1]["file_id"],
        "document": document.id,
    }


@pytest.fixture
async def told(world: World) -> dict[str, Any]:
    return await tell(world)


@pytest.fixture
def plain(clock: SetClock) -> World:
    """The world as the preview has it, without the official tables and parser."""
    return World(clock=clock.now)


async def refused(world: World, method: str, values: dict[str, Any]) -> tuple[int, str]:
    """Code and description of a refusal that left everything as it was."""
    told = await tell(world)
    before = json.dumps(world.view(ME))
    named = {
        n: told.get(v, v) if n in {"message_id", "photo"} and isinstance(v, str) else v
        for n, v in values.items()
    }
    answer = await world.call(method, as_strings(named), FILES if "attach://" in str(values) else {})
    assert json.dumps(world.view(ME)) == before, "a refused request changed something"
    assert not answer.body["ok"]
    assert answer.status == answer.body["error_code"]
    return answer.status, answer.body["description"]


@pytest.mark.parametrize(
    ("method", "values", "code", "words"), BAD, ids=[f"{n}-{one[0]}" for n, one in enumerate(BAD)]
)
async def test_bad_requests_are_refused(
    world: World, plain: World, method: str, values: dict[str, Any], code: int, words: str
) -> None:
    status, description = await refused(plain, method, values)
    assert status == code
    assert words in description
    status, _ = await refused(world, method, values)
    assert status == code


MISSPELT: list[tuple[str, dict[str, Any]]] = [
    ("sendMessage", {"chat_id": ME, "text": "hi", "disable_notifications": True}),
    ("sendMessage", inline(text="Go", callback_data="x", callback_date="x")),
    ("sendMessage", {"chat_id": ME, "text": "hi", "reply_markup": {**KEYS, "resize": True}}),
    ("sendMessage", {"chat_id": ME, "text": "hi", "link_preview_options": {"disabled": True}}),
    ("sendPoll", quiz(explanation_parsemode="HTML")),
    ("setMyCommands", {"commands": [{"command": "start", "description": "x", "scope": "all"}]}),
]


@pytest.mark.parametrize(("method", "values"), MISSPELT)
async def test_what_telegram_would_ignore_is_refused_in_tests(
    world: World, plain: World, method: str, values: dict[str, Any]
) -> None:
    status, description = await refused(world, method, values)
    assert (status, "unknown field" in description) == (400, True)
    await tell(plain)
    await call(plain, method, **values)


def test_there_are_enough_of_them() -> None:
    assert len(BAD) >= 40


async def test_a_stranger_who_never_started(world: World) -> None:
    world.person(5, "Stranger")
    answer = await world.call("sendMessage", {"chat_id": "5", "text": "hi"})
    assert answer.body["description"] == "Forbidden: bot can't initiate conversation with a user"


async def test_blocked_and_deactivated(world: World, told: dict[str, Any]) -> None:
    person = world.person(ME)
    person.block()
    answer = await world.call("sendMessage", {"chat_id": str(ME), "text": "hi"})
    assert (answer.status, answer.body["description"]) == (403, "Forbidden: bot was blocked by the user")
    person.unblock()
    await call(world, "sendMessage", chat_id=ME, text="hi")
    person.deactivate()
    answer = await world.call("sendMessage", {"chat_id": str(ME), "text": "hi"})
    assert (answer.status, answer.body["description"]) == (403, "Forbidden: user is deactivated")


async def test_a_tap_is_answered_once_and_not_late(
    world: World, told: dict[str, Any], clock: SetClock
) -> None:
    person = world.person(ME)
    for late in (timedelta(), timedelta(seconds=151)):
        person.tap("Go")
        query = world.updates.pending[-1].payload["id"]
        clock.jump(late)
        first = await world.call("answerCallbackQuery", {"callback_query_id": query, "text": "ok"})
        second = await world.call("answerCallbackQuery", {"callback_query_id": query})
        assert first.status == (400 if late else 200)
        assert second.status == 400


async def test_old_messages_cannot_be_deleted(world: World, told: dict[str, Any], clock: SetClock) -> None:
    clock.jump(timedelta(hours=47, minutes=59))
    await call(world, "deleteMessage", chat_id=ME, message_id=told["card"])
    clock.jump(timedelta(minutes=1))
    answer = await world.call("deleteMessage", {"chat_id": str(ME), "message_id": str(told["keys"])})
    assert answer.body["description"] == "Bad Request: message can't be deleted"


async def test_deleting_the_message_takes_its_keyboard_away(world: World, told: dict[str, Any]) -> None:
    assert world.view(ME)["keyboard"] == [[{"text": "Done", "request_location": False}]]
    await call(world, "deleteMessage", chat_id=ME, message_id=told["keys"])
    assert world.view(ME)["keyboard"] is None


async def test_text_is_counted_after_parsing_in_code_points(world: World, told: dict[str, Any]) -> None:
    await call(world, "sendMessage", chat_id=ME, text="<b>" + "😀" * 4096 + "</b>", parse_mode="HTML")
    await call(world, "sendMessage", chat_id=ME, text="&amp;" * 4096, parse_mode="HTML")
    await call(world, "sendMessage", chat_id=ME, text="fish & chips", parse_mode="HTML")


async def test_an_edit_without_a_keyboard_takes_the_buttons_off(world: World, told: dict[str, Any]) -> None:
    message = await call(world, "editMessageText", chat_id=ME, message_id=told["card"], text="over")
    assert "reply_markup" not in message
