"""Elsewhere: groups, channels, other bots. One line, then leave; nothing is stored (reliability 9, row 32)."""

from __future__ import annotations

from telegram import Update
from telegram.ext import BaseHandler, ChatMemberHandler, MessageHandler, TypeHandler, filters

from bot.coach.says import Say
from bot.context import Coaching

MEMBERS = ("member", "administrator", "restricted")


async def leave(update: Update, context: Coaching) -> None:
    """Say once that this is for private chats, and go."""
    chat = update.effective_chat
    await context.turn(lambda _: [Say(phrase="not-private")])
    if chat is not None:
        context.services.fire("leaveChat", {"chat_id": chat.id})


async def invited(update: Update, context: Coaching) -> None:
    """Added to a group: the same line, and go; removed: nothing."""
    change = update.my_chat_member
    if change is not None and change.new_chat_member.status in MEMBERS:
        await leave(update, context)


async def ignore(update: Update, context: Coaching) -> None:
    """Not for us: other bots, messages sent through bots, updates without a sender."""


def private(update: object) -> bool:
    """Whether a person speaks for themselves, in their own chat."""
    if not isinstance(update, Update) or update.effective_user is None or update.effective_user.is_bot:
        return False
    chat, message = update.effective_chat, update.effective_message
    own = chat is None or chat.id == update.effective_user.id
    return own and (message is None or message.via_bot is None)


class Outside(TypeHandler[Update, Coaching, None]):
    """Takes every update that is not a person in their own chat."""

    def check_update(self, update: object) -> bool:
        """Whether it is outside."""
        return isinstance(update, Update) and not private(update)


class GroupMembership(ChatMemberHandler[Coaching, None]):
    """Changes of the bot's own membership outside private chats."""

    def __init__(self) -> None:
        super().__init__(invited, ChatMemberHandler.MY_CHAT_MEMBER)

    def check_update(self, update: object) -> bool:
        """Only outside private chats; in them it means blocked or back."""
        return bool(super().check_update(update)) and isinstance(update, Update) and not private(update)


class OtherBots(MessageHandler[Coaching, None]):
    """Commands that name another bot: `/start@otherbot`."""

    def __init__(self) -> None:
        super().__init__(filters.COMMAND, ignore)

    def check_update(self, update: object) -> bool:
        """Whether a command is for somebody else."""
        if not super().check_update(update) or not isinstance(update, Update) or update.message is None:
            return False
        name = (update.message.text or "").split(maxsplit=1)[0].partition("@")[2]
        return bool(name) and name.casefold() != update.message.get_bot().username.casefold()


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """First of all: only people in private chats come through."""
    groups = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE
    return [
        MessageHandler(groups, leave),
        GroupMembership(),
        Outside(Update, ignore),
        OtherBots(),
    ]
