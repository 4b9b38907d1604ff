"""A Telegram on your own machine: the Bot API server's state for one bot, as strict as the real one.

Two doors lead in: `request_door` (python-telegram-bot's request object) and `http_door`. Time is an argument.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.preview import methods_edits, methods_files, methods_profile, methods_send, methods_updates
from bot.preview.arguments import Arguments, Upload
from bot.preview.chats import Chat, Letter
from bot.preview.faults import Faults
from bot.preview.files import Files
from bot.preview.limits import Limits
from bot.preview.messages import as_message
from bot.preview.person import Person
from bot.preview.profile import Profile
from bot.preview.refusals import Refused
from bot.preview.updates import Updates
from bot.preview.view import view_of
from bot.preview.webhook import Webhook

TOKEN = "700000001:stand-in-Telegram-on-your-own-machine"  # noqa: S105 - not a secret: the stand-in's own
Method = Callable[["World", Arguments], Any]
Check = Callable[[str, Arguments], None]
AnswerCheck = Callable[[str, Any], None]
Watcher = Callable[["Made"], None]
watchers: list[Watcher] = []  # of all worlds of this process: a test run counts its requests with one
METHODS: dict[str, Method] = {
    name.lower(): method
    for table in (
        methods_send.METHODS, methods_edits.METHODS, methods_files.METHODS,
        methods_profile.METHODS, methods_updates.METHODS,
    )
    for name, method in table.items()
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Made:
    """One request that was made, and how it was answered."""

    method: str
    values: Mapping[str, str]
    status: int
    description: str = ""
    ordered: bool = False  # a fault that someone ordered, no refusal


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The HTTP status and the body (not yet JSON text) of one answer."""

    status: int
    body: dict[str, Any]

    @property
    def encoded(self) -> bytes:
        """The body as the bytes on the wire."""
        return json.dumps(self.body, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(kw_only=True)
class World:
    """The whole state; `checks` are more checks of each request (tests: the official tables)."""

    clock: Callable[[], datetime]
    token: str = TOKEN
    username: str = "StrongstrideBot"
    checks: tuple[Check, ...] = ()
    answer_checks: tuple[AnswerCheck, ...] = ()
    remember: int = 10_000
    chats: dict[int, Chat] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    queries: dict[str, tuple[int, datetime]] = field(default_factory=dict)
    polls: dict[str, tuple[int, int]] = field(default_factory=dict)
    files: Files = field(default_factory=Files)
    faults: Faults = field(default_factory=Faults)
    profile: Profile = field(default_factory=Profile)
    counts: Counter[str] = field(default_factory=Counter)
    mishaps: list[Exception] = field(default_factory=list)  # mistakes of the stand-in itself
    next_message: int = 101
    next_query: int = 7_000_000_001

    def __post_init__(self) -> None:
        self.updates = Updates(self.clock)
        self.limits = Limits(self.clock)
        self.webhook = Webhook(self)
        self.made: deque[Made] = deque(maxlen=self.remember)
        self._listeners: list[Callable[[int | None], None]] = []

    # the bot's side

    async def call(
        self, method: str, values: Mapping[str, str], files: Mapping[str, Upload] | None = None
    ) -> Answer:
        """One request to `/bot<token>/<method>`; raises `Dropped` when a fault breaks the connection."""
        name = method.lower()
        fault = self.faults.take(name, values)
        try:
            if fault and fault.slow:
                await asyncio.sleep(fault.slow)
            if fault and not fault.delivered:
                fault.raise_it()
            result = await self._work(name, Arguments(values, files or {}))
        except Refused as no:
            return self._refused(method, values, no, ordered=fault is not None and not fault.delivered)
        except (AssertionError, LookupError, TypeError, ValueError) as mishap:
            self.mishaps.append(mishap)
            raise
        try:
            if fault:
                fault.raise_it()
        except Refused as no:
            return self._refused(method, values, no, ordered=True)
        return self._noted(Made(method=method, values=values, status=200), {"ok": True, "result": result})

    async def _work(self, name: str, arguments: Arguments) -> Any:
        do = METHODS.get(name)
        if do is None:
            raise Refused(404, "Not Found: method not found")
        for check in self.checks:
            check(name, arguments)
        result = do(self, arguments)
        result = await result if asyncio.iscoroutine(result) else result
        for look in self.answer_checks:
            look(name, result)
        return result

    def _refused(self, method: str, values: Mapping[str, str], no: Refused, *, ordered: bool) -> Answer:
        body: dict[str, Any] = {"ok": False, "error_code": no.code, "description": no.description}
        if no.retry_after:
            body["parameters"] = {"retry_after": no.retry_after}
        made = Made(method=method, values=values, status=no.code, description=no.description, ordered=ordered)
        return self._noted(made, body)

    def _noted(self, made: Made, body: dict[str, Any]) -> Answer:
        self.counts["requests"] += 1
        self.counts["refused"] += made.status >= 400 and not made.ordered
        if self.remember:
            self.made.append(made)
        for watch in watchers:
            watch(made)
        return Answer(status=made.status, body=body)

    def refusals(self) -> list[Made]:
        """The requests that were refused, oldest first; ordered faults are none."""
        return [made for made in self.made if made.status >= 400 and not made.ordered]

    def me(self) -> dict[str, Any]:
        """The bot as a Bot API User, with what only getMe tells."""
        return {
            "id": int(self.token.partition(":")[0]), "is_bot": True,
            "first_name": self.profile.name("") or "Strongstride",
            "username": self.username, "can_join_groups": True, "can_read_all_group_messages": False,
            "supports_inline_queries": False, "can_connect_to_business": False, "has_main_web_app": False,
            "has_topics_enabled": False, "allows_users_to_create_topics": False,
            "can_manage_bots": False, "supports_guest_queries": False,
        }  # fmt: skip

    def as_user(self) -> dict[str, Any]:
        """The bot as the sender of a message."""
        me = self.me()
        return {name: me[name] for name in ("id", "is_bot", "first_name", "username")}

    def message(self, letter: Letter) -> dict[str, Any]:
        """A message as the Bot API shows it to the bot."""
        return as_message(self, letter)

    def new_letter(self, chat: Chat, *, by_bot: bool, content: dict[str, Any], **more: Any) -> Letter:
        """Put a new message into a chat and tell the listeners."""
        letter = Letter(
            id=self.next_message, chat=chat.id, by_bot=by_bot, date=self.clock(), content=content, **more
        )
        self.next_message += 1
        chat.put(letter)
        self.changed(chat.id)
        return letter

    def push(self, kind: str, payload: dict[str, Any], queue: tuple[str, int]) -> None:
        """Something happened that the bot should hear of."""
        if self.updates.push(kind, payload, queue):
            self.webhook.nudge(queue)

    # the people's side

    def person(self, person_id: int = 1001, name: str = "Ada", language_code: str | None = "en") -> Person:
        """The person with this id, made on first use; `language_code` None is a client that does not tell."""
        if person_id not in self.people:
            user: dict[str, Any] = {"id": person_id, "is_bot": False, "first_name": name}
            if language_code:
                user["language_code"] = language_code
            self.chats[person_id] = Chat(user=user)
            self.people[person_id] = Person(self, self.chats[person_id])
        return self.people[person_id]

    def view(self, person_id: int) -> dict[str, Any]:
        """What the person's phone shows, as plain JSON-able data."""
        return view_of(self, self.chats[person_id])

    def file(self, file_id: str) -> tuple[bytes, str]:
        """A file's bytes and MIME type; KeyError for an unknown id."""
        kept = self.files.by_id[file_id]
        return kept.data, kept.mime

    def listen(self, heard: Callable[[int | None], None]) -> Callable[[], None]:
        """Call `heard(chat_id)` at every change (None: the profile); returns the way to stop it."""
        self._listeners.append(heard)
        return lambda: self._listeners.remove(heard)

    def changed(self, chat_id: int | None) -> None:
        """Tell everyone who looks that something changed."""
        for heard in tuple(self._listeners):
            heard(chat_id)

    async def changes(self) -> AsyncIterator[int | None]:
        """The chat ids that change, as they change, without end."""
        news: asyncio.Queue[int | None] = asyncio.Queue()
        stop = self.listen(news.put_nowait)
        try:
            while True:
                yield await news.get()
        finally:
            stop()

    @staticmethod
    def monotonic() -> float:
        """Real seconds, for the brake of getUpdates."""
        return time.monotonic()
