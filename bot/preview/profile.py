"""The bot's profile as people see it: name, descriptions, picture, commands, per language and scope."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

Commands = list[dict[str, str]]


@dataclass
class Profile:
    """What setMyName and its kin wrote; the key "" is the default language."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], Commands] = field(default_factory=dict)
    photo: str | None = None
    menu_button: dict[str, Any] = field(default_factory=lambda: {"type": "commands"})

    def text(self, what: str, language: str) -> str:
        """A name or description in a language, else in the default one."""
        return self.texts.get((what, language)) or self.texts.get((what, ""), "")

    def name(self, language: str) -> str:
        """The bot's name."""
        return self.text("name", language)

    def commands_for(self, person_id: int, language: str) -> Commands:
        """The commands of a person's menu: the narrowest scope first, the language before the default."""
        for scope in (
            _key({"type": "chat", "chat_id": person_id}),
            _key({"type": "all_private_chats"}),
            _key(None),
        ):
            for tongue in (language, ""):
                if found := self.commands.get((scope, tongue)):
                    return found
        return []


def _key(scope: dict[str, Any] | None) -> str:
    return json.dumps(scope or {"type": "default"}, sort_keys=True)


def scope_key(scope: dict[str, Any] | None) -> str:
    """A BotCommandScope as a key."""
    return _key(scope)
