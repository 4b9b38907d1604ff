"""The methods that change what was sent: edits, deletions, reactions, pins, answers to taps."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.preview.arguments import Arguments
from bot.preview.chats import Chat, Letter
from bot.preview.files import described
from bot.preview.keyboards import Markup, read_markup
from bot.preview.messages import as_message, open_chat, read_caption, read_text
from bot.preview.refusals import bad

if TYPE_CHECKING:
    from bot.preview.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
DELETABLE = timedelta(hours=48)
ANSWERABLE = timedelta(seconds=150)
MEDIA = ("photo", "animation", "document", "video", "audio", "voice")
_REACTIONS = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 "
    "❤\u200d🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 "
    "👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 "
    "😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡"
)
REACTIONS = frozenset(_REACTIONS.split())


def _editable(world: World, arguments: Arguments) -> tuple[Chat, Letter]:
    if arguments.has("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    chat = open_chat(world, arguments)
    if not arguments.has("message_id"):
        raise bad("message identifier is not specified")
    letter = chat.letters.get(arguments.integer("message_id"))
    if letter is None:
        raise bad("message to edit not found")
    if not letter.editable:
        raise bad("message can't be edited")
    return chat, letter


def _change(
    world: World, chat: Chat, letter: Letter, content: dict[str, Any], markup: Markup | None
) -> dict[str, Any]:
    if content == letter.content and (markup or None) == (letter.markup or None):
        raise bad(NOT_MODIFIED)
    world.limits.count(chat.id)
    letter.content, letter.markup, letter.edited = content, markup, world.clock()
    world.changed(chat.id)
    return as_message(world, letter)


def edit_text(world: World, arguments: Arguments) -> dict[str, Any]:
    """editMessageText; without `reply_markup` the inline keyboard goes away."""
    content = read_text(arguments)
    markup = read_markup(arguments, inline_only=True)
    chat, letter = _editable(world, arguments)
    if "text" not in letter.content:
        raise bad("there is no text in the message to edit")
    return _change(world, chat, letter, content, markup)


def edit_caption(world: World, arguments: Arguments) -> dict[str, Any]:
    """editMessageCaption."""
    caption = read_caption(arguments)
    markup = read_markup(arguments, inline_only=True)
    chat, letter = _editable(world, arguments)
    if not any(kind in letter.content for kind in MEDIA):
        raise bad("there is no caption in the message to edit")
    kept = {name: value for name, value in letter.content.items() if not name.startswith("caption")}
    return _change(world, chat, letter, {**kept, **caption}, markup)


def edit_media(world: World, arguments: Arguments) -> dict[str, Any]:
    """editMessageMedia: another picture, animation or document in place of the old one."""
    media = arguments.parsed("media", "input media")
    if not isinstance(media, dict) or media.get("type") not in MEDIA:
        raise bad("can't parse InputMedia: type must be non-empty" if not media else "unsupported media type")
    kept = world.files.sent(arguments, media["type"], str(media.get("media", "")))
    caption = read_caption(
        Arguments({name: str(value) for name, value in media.items() if isinstance(value, str)})
    )
    markup = read_markup(arguments, inline_only=True)
    chat, letter = _editable(world, arguments)
    if "text" not in letter.content and not any(kind in letter.content for kind in MEDIA):
        raise bad("there is no media in the message to edit")
    return _change(world, chat, letter, {**described(kept), **caption}, markup)


def edit_markup(world: World, arguments: Arguments) -> dict[str, Any]:
    """editMessageReplyMarkup."""
    markup = read_markup(arguments, inline_only=True)
    chat, letter = _editable(world, arguments)
    return _change(world, chat, letter, letter.content, markup)


def stop_poll(world: World, arguments: Arguments) -> dict[str, Any]:
    """stopPoll."""
    chat, letter = _editable(world, arguments)
    poll = letter.content.get("poll")
    if not poll:
        raise bad("message with poll to stop not found")
    if poll["is_closed"]:
        raise bad("poll has already been closed")
    closed: dict[str, Any] = {**poll, "is_closed": True}
    letter.content = {**letter.content, "poll": closed}
    world.changed(chat.id)
    return closed


def delete_message(world: World, arguments: Arguments) -> bool:
    """deleteMessage: only within 48 hours."""
    chat = open_chat(world, arguments)
    if not arguments.has("message_id"):
        raise bad("message identifier is not specified")
    letter = chat.letters.get(arguments.integer("message_id"))
    if letter is None:
        raise bad("message to delete not found")
    if world.clock() - letter.date >= DELETABLE:
        raise bad("message can't be deleted")
    chat.drop(letter.id)
    world.changed(chat.id)
    return True


def delete_messages(world: World, arguments: Arguments) -> bool:
    """deleteMessages: 1-100 ids; those that are gone or too old are skipped."""
    ids = arguments.parsed("message_ids", "message identifiers")
    if not isinstance(ids, list) or not all(isinstance(one, int) for one in ids):
        raise bad("expected an Array of message identifiers")
    if not ids:
        raise bad("message identifiers are not specified")
    if len(ids) > 100:
        raise bad("too many message identifiers specified")
    chat = open_chat(world, arguments)
    for one in ids:
        letter = chat.letters.get(one)
        if letter and world.clock() - letter.date < DELETABLE:
            chat.drop(one)
    world.changed(chat.id)
    return True


def answer_callback(world: World, arguments: Arguments) -> bool:
    """answerCallbackQuery: once, within 150 s, at most 200 characters."""
    if len(arguments.text("text")) > 200:
        raise bad("MESSAGE_TOO_LONG")
    known = world.queries.get(arguments.text("callback_query_id"))
    if known is None or world.clock() - known[1] > ANSWERABLE:
        raise bad(TOO_OLD)
    del world.queries[arguments.text("callback_query_id")]
    chat = world.chats[known[0]]
    chat.toast, chat.toast_is_alert = arguments.text("text") or None, arguments.flag("show_alert")
    world.changed(chat.id)
    return True


def set_reaction(world: World, arguments: Arguments) -> bool:
    """setMessageReaction: at most one emoji of Telegram's list; none takes it back."""
    given = arguments.parsed("reaction", "reaction types") or []
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise bad("expected an Array of ReactionType")
    if len(given) > 1:
        raise bad("REACTIONS_TOO_MANY")
    emoji = [str(one.get("emoji", "")).replace("\ufe0f", "") for one in given]
    if any(one.get("type") != "emoji" for one in given) or not all(one in REACTIONS for one in emoji):
        raise bad("REACTION_INVALID")
    chat = open_chat(world, arguments)
    letter = chat.letters.get(arguments.integer("message_id"))
    if letter is None:
        raise bad("message to react not found")
    letter.reactions = emoji
    world.changed(chat.id)
    return True


def pin(world: World, arguments: Arguments) -> bool:
    """pinChatMessage."""
    chat = open_chat(world, arguments)
    message_id = arguments.integer("message_id")
    if message_id not in chat.letters:
        raise bad("message to pin not found")
    chat.pinned = [*(one for one in chat.pinned if one != message_id), message_id]
    world.changed(chat.id)
    return True


def unpin(world: World, arguments: Arguments) -> bool:
    """unpinChatMessage: the newest pin when no message is named."""
    chat = open_chat(world, arguments)
    message_id = arguments.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned.remove(message_id)
    world.changed(chat.id)
    return True


def unpin_all(world: World, arguments: Arguments) -> bool:
    """unpinAllChatMessages."""
    chat = open_chat(world, arguments)
    chat.pinned.clear()
    world.changed(chat.id)
    return True


METHODS: dict[str, Any] = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageMedia": edit_media,
    "editMessageReplyMarkup": edit_markup,
    "stopPoll": stop_poll,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "answerCallbackQuery": answer_callback,
    "setMessageReaction": set_reaction,
    "pinChatMessage": pin,
    "unpinChatMessage": unpin,
    "unpinAllChatMessages": unpin_all,
}
