"""The methods that send: text, pictures, files, polls, places, signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.preview.arguments import Arguments
from bot.preview.entities import parse
from bot.preview.files import described
from bot.preview.messages import open_chat, read_caption, read_text, send
from bot.preview.refusals import bad

if TYPE_CHECKING:
    from bot.preview.world import World

ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip


def send_message(world: World, arguments: Arguments) -> dict[str, Any]:
    """sendMessage."""
    return send(world, arguments, read_text(arguments))


def _sends_file(kind: str) -> Any:
    def method(world: World, arguments: Arguments) -> dict[str, Any]:
        kept = world.files.sent(arguments, kind)
        return send(world, arguments, {**described(kept), **read_caption(arguments)})

    return method


def send_location(world: World, arguments: Arguments) -> dict[str, Any]:
    """sendLocation."""
    place = {name: arguments.number(name) for name in ("latitude", "longitude")}
    if abs(place["latitude"]) > 90 or abs(place["longitude"]) > 180:
        raise bad("wrong latitude or longitude specified")
    return send(world, arguments, {"location": place})


def send_poll(world: World, arguments: Arguments) -> dict[str, Any]:
    """sendPoll: a question of 1-300 characters, 2-12 answers of 1-100; a quiz names its right answers."""
    options = _options(arguments)
    quiz = arguments.text("type") == "quiz"
    poll: dict[str, Any] = {
        "id": str(5_000_000_000 + world.next_message),
        "question": _measured(arguments.text("question"), 300, "poll question"),
        "options": options,
        "total_voter_count": 0,
        "is_closed": arguments.flag("is_closed"),
        "is_anonymous": arguments.flag("is_anonymous") if arguments.has("is_anonymous") else True,
        "type": "quiz" if quiz else "regular",
        "allows_multiple_answers": arguments.flag("allows_multiple_answers"),
        "allows_revoting": arguments.flag("allows_revoting")
        if arguments.has("allows_revoting")
        else not quiz,
        "members_only": arguments.flag("members_only"),
    }
    if quiz:
        poll |= _quiz(arguments, len(options))
    message = send(world, arguments, {"poll": poll})
    world.polls[poll["id"]] = (message["chat"]["id"], message["message_id"])
    return message


def _measured(text: str, most: int, what: str) -> str:
    text = text.strip()
    if not text:
        raise bad(f"{what} must be non-empty" if what != "poll question" else "text must be non-empty")
    if len(text) > most:
        raise bad(f"{what} length must not exceed {most}")
    return text


def _options(arguments: Arguments) -> list[dict[str, Any]]:
    given = arguments.parsed("options", "options")
    if not isinstance(given, list):
        raise bad("expected an Array of String as options")
    if len(given) < 2:
        raise bad("poll must have at least 2 option")
    if len(given) > 12:
        raise bad("poll can't have more than 12 options")
    texts = [str(option.get("text", "") if isinstance(option, dict) else option) for option in given]
    return [
        {"persistent_id": str(n), "text": _measured(text, 100, "poll options"), "voter_count": 0}
        for n, text in enumerate(texts)
    ]


def _quiz(arguments: Arguments, options: int) -> dict[str, Any]:
    right = arguments.parsed("correct_option_ids", "correct option identifiers")
    if right is None and arguments.has("correct_option_id"):
        right = [arguments.integer("correct_option_id", -1)]
    if not isinstance(right, list) or not right or not all(0 <= one < options for one in right):
        raise bad("wrong correct option ID specified")
    result: dict[str, Any] = {"correct_option_ids": right}
    if arguments.has("explanation"):
        text, entities = parse(arguments.text("explanation"), arguments.text("explanation_parse_mode"))
        if len(text) > 200 or text.count("\n") > 2:
            raise bad("message is too long")
        result |= {"explanation": text, **({"explanation_entities": entities} if entities else {})}
    return result


def send_chat_action(world: World, arguments: Arguments) -> bool:
    """sendChatAction: a sign of up to 5 seconds."""
    if arguments.text("action").lower() not in ACTIONS:
        raise bad("wrong parameter action in request")
    chat = open_chat(world, arguments)
    chat.typing_since, chat.typing_kind = world.clock(), arguments.text("action").lower()
    world.changed(chat.id)
    return True


METHODS: dict[str, Any] = {
    "sendMessage": send_message,
    "sendPhoto": _sends_file("photo"),
    "sendAnimation": _sends_file("animation"),
    "sendDocument": _sends_file("document"),
    "sendVideo": _sends_file("video"),
    "sendAudio": _sends_file("audio"),
    "sendVoice": _sends_file("voice"),
    "sendSticker": _sends_file("sticker"),
    "sendLocation": send_location,
    "sendPoll": send_poll,
    "sendChatAction": send_chat_action,
}
