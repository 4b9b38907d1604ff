"""Messages as the Bot API shows them, and the checks that every message of the bot passes on its way in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.preview.arguments import Arguments
from bot.preview.chats import Chat, Letter
from bot.preview.entities import Entity, parse, trimmed
from bot.preview.keyboards import read_markup
from bot.preview.refusals import bad, forbidden

if TYPE_CHECKING:
    from bot.preview.world import World

MAX_TEXT = 4096
MAX_CAPTION = 1024
EFFECTS = {  # the effects that everybody may use
    "5104841245755180586": "fire", "5107584321108051014": "thumbs up", "5104858069142078462": "thumbs down",
    "5159385139981059251": "heart", "5046509860389126442": "party popper", "5046589136895476101": "pile of poo",
}  # fmt: skip


def as_message(world: World, letter: Letter, *, deep: bool = True) -> dict[str, Any]:
    """A message as a Bot API Message; what it answers is shown one level deep."""
    chat = world.chats[letter.chat]
    message: dict[str, Any] = {
        "message_id": letter.id,
        "from": world.as_user() if letter.by_bot else dict(chat.user),
        "chat": chat.as_chat(),
        "date": int(letter.date.timestamp()),
        **letter.content,
    }
    if letter.edited:
        message["edit_date"] = int(letter.edited.timestamp())
    if letter.markup and "inline_keyboard" in letter.markup:
        message["reply_markup"] = letter.markup
    answered = chat.letters.get(letter.reply_to or 0)
    if answered and deep:
        message["reply_to_message"] = as_message(world, answered, deep=False)
    return message


def read_text(arguments: Arguments) -> dict[str, Any]:
    """The `text` of a request, parsed and measured."""
    if not arguments.has("text"):
        raise bad("message text is empty")
    text, entities = _read(arguments, "text", "entities")
    if not text:
        raise bad("text must be non-empty")
    if len(text) > MAX_TEXT:
        raise bad("message is too long")
    return {"text": text, **({"entities": entities} if entities else {})}


def read_caption(arguments: Arguments) -> dict[str, Any]:
    """The `caption` of a request, parsed and measured; nothing where there is none."""
    text, entities = _read(arguments, "caption", "caption_entities")
    if len(text) > MAX_CAPTION:
        raise bad("message caption is too long")
    if not text:
        return {}
    return {"caption": text, **({"caption_entities": entities} if entities else {})}


def _read(arguments: Arguments, field: str, entities_field: str) -> tuple[str, list[Entity]]:
    given = arguments.parsed(entities_field, "entities")
    if given:
        return trimmed(arguments.text(field), _checked(given))
    return parse(arguments.text(field), arguments.text("parse_mode"))


def _checked(entities: Any) -> list[Entity]:
    if not isinstance(entities, list):
        raise bad("can't parse entities: expected an Array of MessageEntity")
    for entity in entities:
        if not isinstance(entity, dict) or not isinstance(entity.get("type"), str):
            raise bad("can't parse MessageEntity: Can't find field \"type\"")
        if not all(isinstance(entity.get(name), int) for name in ("offset", "length")):
            raise bad("can't parse MessageEntity: Can't find field \"offset\"")
    return entities


def open_chat(world: World, arguments: Arguments) -> Chat:
    """The chat that a request names, if the bot may write there."""
    if not arguments.has("chat_id"):
        raise bad("chat_id is empty")
    chat = world.chats.get(arguments.integer("chat_id"))
    if chat is None:
        raise bad("chat not found")
    if chat.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def send(world: World, arguments: Arguments, content: dict[str, Any]) -> dict[str, Any]:
    """Put a message of the bot into a chat; the content is already checked."""
    markup = read_markup(arguments)
    chat = open_chat(world, arguments)
    reply_to = _answered(arguments, chat)
    content = {**content, **_effect(arguments)}
    world.limits.count(chat.id)
    letter = world.new_letter(
        chat,
        by_bot=True,
        content=content,
        markup=markup,
        silent=arguments.flag("disable_notification"),
        reply_to=reply_to,
    )
    return as_message(world, letter)


def _effect(arguments: Arguments) -> dict[str, Any]:
    """The effect of a message, if it is one of those that everybody may use."""
    wanted = arguments.text("message_effect_id")
    if not wanted:
        return {}
    if wanted not in EFFECTS:
        raise bad("EFFECT_ID_INVALID")
    return {"effect_id": wanted}


def _answered(arguments: Arguments, chat: Chat) -> int | None:
    given = arguments.parsed("reply_parameters", "reply parameters")
    if not given:
        return None
    if not isinstance(given, dict) or not isinstance(given.get("message_id"), int):
        raise bad("can't parse reply parameters: Can't find field \"message_id\"")
    if given["message_id"] in chat.letters:
        return int(given["message_id"])
    if given.get("allow_sending_without_reply"):
        return None
    raise bad("message to be replied not found")
