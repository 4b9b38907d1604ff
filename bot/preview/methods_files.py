"""The methods about files and chats: getFile, getChat, leaveChat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.preview.arguments import Arguments
from bot.preview.files import MAX_DOWNLOAD
from bot.preview.messages import open_chat
from bot.preview.refusals import bad, forbidden

if TYPE_CHECKING:
    from bot.preview.world import World


def get_file(world: World, arguments: Arguments) -> dict[str, Any]:
    """getFile: the path to fetch it from; files over 20 MB cannot be fetched."""
    kept = world.files.find(arguments.text("file_id"))
    if len(kept.data) > MAX_DOWNLOAD:
        raise bad("file is too big")
    return {
        "file_id": kept.id,
        "file_unique_id": kept.unique,
        "file_size": len(kept.data),
        "file_path": kept.path,
    }


def get_chat(world: World, arguments: Arguments) -> dict[str, Any]:
    """getChat of a private chat; it works for people who blocked the bot too."""
    chat = world.chats.get(arguments.integer("chat_id"))
    if chat is None:
        raise bad("chat not found" if arguments.has("chat_id") else "chat_id is empty")
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    return {
        **chat.as_chat(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, True),
    }


def leave_chat(world: World, arguments: Arguments) -> bool:
    """leaveChat: a bot cannot leave a private chat."""
    open_chat(world, arguments)
    raise forbidden("bot can't leave private chats")


METHODS: dict[str, Any] = {"getFile": get_file, "getChat": get_chat, "leaveChat": leave_chat}
