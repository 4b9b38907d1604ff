"""The bot's profile in Telegram: menu, descriptions, picture; set when they differ from what the content says."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    InputProfilePhotoStatic,
    MenuButtonCommands,
)
from telegram.error import BadRequest, TelegramError

from bot.context import Services
from bot.conversations.general import COMMANDS, OWNER_COMMANDS
from bot.envelopes import Draw
from content.library import Library, Tongue

log = logging.getLogger(__name__)
PROFILE, PHOTO, USERNAME = "profile", "profile photo", "bot username"  # keys of the ledger
FIRST = "en"  # what everybody sees whose language has no texts of its own
NAME, ABOUT, SHORT = "profile-name", "profile-description", "profile-short"


@dataclass(frozen=True, kw_only=True)
class Menu:
    """The commands of one scope in one language; `language` is empty for everybody else's."""

    scope: BotCommandScope
    language: str
    commands: tuple[BotCommand, ...]


def menus(library: Library, owner: int | None) -> Iterable[Menu]:
    """The table of commands by scope and language: private chats, none in groups, the owner's with two more."""
    for language in library.languages:
        tongue = library.tongue(language)
        code = "" if language == FIRST else language
        yield Menu(scope=BotCommandScopeAllPrivateChats(), language=code, commands=_menu(tongue, COMMANDS))
        if owner is not None:
            whole = _menu(tongue, (*COMMANDS, *OWNER_COMMANDS))
            yield Menu(scope=BotCommandScopeChat(owner), language=code, commands=whole)
    yield Menu(scope=BotCommandScopeAllGroupChats(), language="", commands=())


def _menu(tongue: Tongue, names: Iterable[str]) -> tuple[BotCommand, ...]:
    return tuple(BotCommand(name, tongue.phrase(f"command-{name}")) for name in names)


def texts(library: Library) -> Mapping[str, Mapping[str, str]]:
    """Name, description and short description by language."""
    return {
        "" if language == FIRST else language: {
            phrase: library.tongue(language).phrase(phrase) for phrase in (NAME, ABOUT, SHORT)
        }
        for language in library.languages
    }


async def introduce(services: Services, bot: Bot, draw: Draw) -> None:
    """Bring the profile to what the content says; nothing is asked where it was set before.

    Whatever Telegram refuses is logged and tried again at the next start: the coach works without a menu.
    """
    await services.notebook.turn(lambda page: page.ledger.keep(USERNAME, bot.username))
    owner = services.settings.owner_chat_id
    wanted = fingerprint(services.library, owner)
    set_already = await services.notebook.look(lambda page: page.ledger.get(PROFILE))
    try:
        if set_already != wanted:
            for menu in menus(services.library, owner):
                await _set_menu(bot, menu)
            for language, said in texts(services.library).items():
                await _set_texts(bot, language, said)
            await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
            await services.notebook.turn(lambda page: page.ledger.keep(PROFILE, wanted))
        await _set_photo(services, bot, draw)
    except TelegramError as error:
        log.warning("the profile could not be set (%s); trying again at the next start", error.message)


def fingerprint(library: Library, owner: int | None) -> str:
    """A digest that changes whenever the profile would."""
    told: list[Any] = [[m.scope.to_dict(), m.language, _plain(m.commands)] for m in menus(library, owner)]
    whole = json.dumps([told, {k: dict(v) for k, v in texts(library).items()}], sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()[:32]


async def _set_menu(bot: Bot, menu: Menu) -> None:
    try:
        now = await bot.get_my_commands(scope=menu.scope, language_code=menu.language or None)
        if _plain(now) == _plain(menu.commands):
            return
        if menu.commands:
            await bot.set_my_commands(menu.commands, scope=menu.scope, language_code=menu.language or None)
        else:
            await bot.delete_my_commands(scope=menu.scope, language_code=menu.language or None)
    except BadRequest:  # the owner has never written to the bot: their menu comes at a later start
        if not isinstance(menu.scope, BotCommandScopeChat):
            raise


def _plain(commands: Iterable[BotCommand]) -> list[tuple[str, str]]:
    return [(one.command, one.description) for one in commands]


async def _set_texts(bot: Bot, language: str, said: Mapping[str, str]) -> None:
    code = language or None
    if (await bot.get_my_description(language_code=code)).description != said[ABOUT]:
        await bot.set_my_description(said[ABOUT], language_code=code)
    if (await bot.get_my_short_description(language_code=code)).short_description != said[SHORT]:
        await bot.set_my_short_description(said[SHORT], language_code=code)
    if not language and (await bot.get_my_name()).name != said[NAME]:
        await bot.set_my_name(said[NAME])


async def _set_photo(services: Services, bot: Bot, draw: Draw) -> None:
    """The picture, where this bot never set this one; a picture set by hand since stays."""
    picture = {"picture": "profile"}
    digest = draw.digest(picture)[:64]
    if await services.notebook.look(lambda page: page.ledger.get(PHOTO)) == digest:
        return
    _, content = await draw.draw(picture)
    await bot.set_my_profile_photo(InputProfilePhotoStatic(content))
    await services.notebook.turn(lambda page: page.ledger.keep(PHOTO, digest))
