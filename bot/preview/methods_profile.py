"""The methods of the bot's profile and menu."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.preview.arguments import Arguments
from bot.preview.profile import scope_key
from bot.preview.refusals import bad

if TYPE_CHECKING:
    from bot.preview.world import World

LENGTHS = {"name": 64, "description": 512, "short_description": 120}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = {
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators",
    "chat", "chat_administrators", "chat_member",
}  # fmt: skip


def get_me(world: World, arguments: Arguments) -> dict[str, Any]:
    """getMe."""
    return world.me()


def _language(arguments: Arguments) -> str:
    language = arguments.text("language_code")
    if language and not re.fullmatch("[a-z]{2}", language):
        raise bad("LANG_CODE_INVALID")
    return language


def _scope(arguments: Arguments) -> str:
    scope = arguments.parsed("scope", "bot command scope")
    if scope is not None and (not isinstance(scope, dict) or scope.get("type") not in _SCOPES):
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    if scope and scope["type"].startswith("chat") and not scope.get("chat_id"):
        raise bad("can't parse BotCommandScope: chat_id is empty")
    return scope_key(scope)


def set_commands(world: World, arguments: Arguments) -> bool:
    """setMyCommands: at most 100, names of 1-32 lower-case letters, texts of 1-256 characters."""
    given = arguments.parsed("commands", "commands")
    if not isinstance(given, list):
        raise bad("expected an Array of BotCommand")
    if len(given) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for one in given:
        if not isinstance(one, dict) or not _COMMAND.fullmatch(str(one.get("command", "")).removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(str(one.get("description", "")).strip()) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    commands = [
        {"command": str(one["command"]).removeprefix("/"), "description": str(one["description"])}
        for one in given
    ]
    world.profile.commands[_scope(arguments), _language(arguments)] = commands
    world.changed(None)
    return True


def get_commands(world: World, arguments: Arguments) -> list[dict[str, str]]:
    """getMyCommands."""
    return world.profile.commands.get((_scope(arguments), _language(arguments)), [])


def delete_commands(world: World, arguments: Arguments) -> bool:
    """deleteMyCommands."""
    world.profile.commands.pop((_scope(arguments), _language(arguments)), None)
    world.changed(None)
    return True


def _sets(what: str) -> Any:
    def method(world: World, arguments: Arguments) -> bool:
        text = arguments.text(what)
        if len(text) > LENGTHS[what]:
            raise bad(f"bot {what.replace('_', ' ')} is too long")
        world.profile.texts[what, _language(arguments)] = text
        world.changed(None)
        return True

    return method


def _gets(what: str) -> Any:
    def method(world: World, arguments: Arguments) -> dict[str, str]:
        text = world.profile.text(what, _language(arguments))
        return {what: text or (world.me()["first_name"] if what == "name" else "")}

    return method


def set_photo(world: World, arguments: Arguments) -> bool:
    """setMyProfilePhoto: a new static or animated picture, uploaded with the request."""
    given = arguments.parsed("photo", "input profile photo")
    if not isinstance(given, dict) or given.get("type") not in {"static", "animated"}:
        raise bad("can't parse InputProfilePhoto: type must be non-empty")
    kind = "photo" if given["type"] == "static" else "animation"
    value = str(given.get(kind, ""))
    if not value.startswith("attach://"):
        raise bad("profile photo must be uploaded as a new file")
    world.profile.photo = world.files.sent(arguments, kind, value).id
    world.changed(None)
    return True


def remove_photo(world: World, arguments: Arguments) -> bool:
    """removeMyProfilePhoto."""
    world.profile.photo = None
    world.changed(None)
    return True


def set_menu_button(world: World, arguments: Arguments) -> bool:
    """setChatMenuButton, for everyone or for one chat."""
    button = arguments.parsed("menu_button", "menu button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in {"commands", "web_app", "default"}:
        raise bad("can't parse menu button: Menu button has unsupported type")
    if not arguments.has("chat_id"):
        world.profile.menu_button = button
    elif chat := world.chats.get(arguments.integer("chat_id")):
        chat.menu_button = button
    else:
        raise bad("chat not found")
    world.changed(None)
    return True


def get_menu_button(world: World, arguments: Arguments) -> dict[str, Any]:
    """getChatMenuButton."""
    chat = world.chats.get(arguments.integer("chat_id")) if arguments.has("chat_id") else None
    return (chat.menu_button if chat else None) or world.profile.menu_button


METHODS: dict[str, Any] = {
    "getMe": get_me,
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
    "setMyProfilePhoto": set_photo,
    "removeMyProfilePhoto": remove_photo,
    "setChatMenuButton": set_menu_button,
    "getChatMenuButton": get_menu_button,
    **{f"setMy{name}": _sets(what) for name, what in (
        ("Name", "name"), ("Description", "description"), ("ShortDescription", "short_description"))},
    **{f"getMy{name}": _gets(what) for name, what in (
        ("Name", "name"), ("Description", "description"), ("ShortDescription", "short_description"))},
}  # fmt: skip
