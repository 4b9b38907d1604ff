"""What a person's phone shows, as plain data for the page, the script player and the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.preview.chats import Chat, Letter
from bot.preview.entities import as_html

if TYPE_CHECKING:
    from bot.preview.world import World

MEDIA = ("photo", "animation", "video", "voice", "audio", "sticker", "video_note", "document")


def view_of(world: World, chat: Chat) -> dict[str, Any]:
    """One phone: messages, keyboards, signs, menu and the bot's profile in the person's language."""
    language = chat.user.get("language_code", "")[:2]
    profile = world.profile
    return {
        "person": {
            **chat.user,
            "started": chat.started,
            "blocked": chat.blocked,
            "deactivated": chat.deactivated,
        },
        "messages": [_shown(chat, letter) for letter in chat.letters.values()],
        "keyboard": _keys(chat),
        "placeholder": (chat.keyboard or {}).get("input_field_placeholder"),
        "toast": chat.toast,
        "alert": chat.toast_is_alert,
        "typing": chat.typing(world.clock()),
        "pinned": list(chat.pinned),
        "commands": profile.commands_for(chat.id, language),
        "profile": {
            "name": world.me()["first_name"] if not profile.name(language) else profile.name(language),
            "username": world.username,
            "description": profile.text("description", language),
            "short_description": profile.text("short_description", language),
            "photo": profile.photo,
        },
        "now": world.clock().isoformat(),
    }


def _keys(chat: Chat) -> list[list[dict[str, Any]]] | None:
    keyboard = chat.keyboard
    if not keyboard:
        return None
    return [
        [{"text": key["text"], "request_location": bool(key.get("request_location"))} for key in row]
        for row in keyboard["keyboard"]
    ]


def _shown(chat: Chat, letter: Letter) -> dict[str, Any]:
    content = letter.content
    plain = content.get("text", content.get("caption", ""))
    entities = content.get("entities", content.get("caption_entities", []))
    return {
        "id": letter.id,
        "from": "bot" if letter.by_bot else "me",
        "html": as_html(plain, entities),
        "plain": plain,
        "date": letter.date.isoformat(),
        "silent": letter.silent,
        "edited": letter.edited is not None,
        "reply_to": letter.reply_to,
        "reactions": list(letter.reactions),
        "pinned": letter.id in chat.pinned,
        "buttons": [[_button(button) for button in row] for row in letter.buttons] or None,
        "media": _media(content),
        "poll": content.get("poll"),
    }


def _button(button: dict[str, Any]) -> dict[str, Any]:
    return {
        "text": button["text"],
        "data": button.get("callback_data"),
        "url": button.get("url"),
        "copy": (button.get("copy_text") or {}).get("text"),
        "style": button.get("style"),
    }


def _media(content: dict[str, Any]) -> dict[str, Any] | None:
    if place := content.get("location"):
        name = f"{place['latitude']:.4f}, {place['longitude']:.4f}"
        return {"kind": "location", "name": name, "url": None, "file_id": None, **place}
    for kind in MEDIA:
        if kind in content:
            sizes = content[kind]
            one = sizes[-1] if isinstance(sizes, list) else sizes
            file_id = one["file_id"]
            return {
                "kind": kind, "name": one.get("file_name", kind), "url": f"/files/{file_id}",
                "file_id": file_id, "mime": one.get("mime_type"),
                "width": one.get("width"), "height": one.get("height"),
            }  # fmt: skip
    return None
