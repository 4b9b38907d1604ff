"""python-telegram-bot's application, with the shortest way from an update to its handler."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ExtBot,
    MessageHandler,
    PollAnswerHandler,
)

from bot.context import Coaching, Services

Bare = dict[Any, Any]
Handler = BaseHandler[Any, Any, Any]
FOR: dict[type[Any], frozenset[str]] = {  # which kinds of update a handler can take at all; others take any
    CommandHandler: frozenset({"command"}),
    MessageHandler: frozenset({"command", "message"}),
    CallbackQueryHandler: frozenset({"callback_query"}),
    ChatMemberHandler: frozenset({"member"}),
    PollAnswerHandler: frozenset({"poll_answer"}),
}


class Coach(Application[ExtBot[None], Coaching, Bare, Bare, Bare, None]):
    """What a handler raises reaches the worker, and only handlers that could fit an update are asked."""

    def __init__(self, *, services: Services, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.services = services
        self._fitting: dict[str, list[Handler]] = {}

    async def process_update(self, update: object) -> None:
        """The first handler that fits gets it, as python-telegram-bot has it; errors reach the caller."""
        for handler in self._for(kind_of(update)):
            check = handler.check_update(update)
            if check is None or check is False:
                continue
            context = self.context_types.context.from_update(update, self)
            try:
                await handler.handle_update(update, self, check, context)
            except Exception as error:
                await self.process_error(update, error=error)
            return

    async def process_error(self, *_: Any, error: Exception, **__: Any) -> bool:  # type: ignore[override]
        """Raise instead of swallowing; the worker retries."""
        raise error

    def _for(self, kind: str) -> list[Handler]:
        found = self._fitting.get(kind)
        if found is None:
            every = [handler for group in self.handlers.values() for handler in group]
            found = self._fitting[kind] = [handler for handler in every if can_take(handler, kind)]
        return found


def kind_of(update: object) -> str:
    """Which handlers an update is for."""
    if not isinstance(update, Update):
        return "other"
    if update.callback_query is not None:
        return "callback_query"
    if update.poll_answer is not None:
        return "poll_answer"
    if update.my_chat_member is not None:
        return "member"
    message = update.effective_message
    if message is None:
        return "other"
    return "command" if (message.text or message.caption or "").startswith("/") else "message"


def can_take(handler: Handler, kind: str) -> bool:
    """Whether a handler of this class can take such an update at all."""
    return all(kind in kinds for cls, kinds in FOR.items() if isinstance(handler, cls))
