"""The outbox: every message on its way out, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

import orjson
from sqlalchemy import Connection, and_, case, delete, func, literal, select, update

from storage.parcels import (
    COALESCE,
    EDITS,
    FINISH,
    LAST_ABOUT,
    NEXT,
    NEXT_AT,
    REPLACE,
    RETIRE,
    WAITING,
    WAITS,
    Parcel,
    claiming,
    listed,
    locked_in,
    next_in,
    retiring,
    written,
)
from storage.records import Message
from storage.tables import outbox

LEASE = timedelta(seconds=60)
PATIENCE = timedelta(seconds=5)  # before the last try of what died in hand: only a sender that lives takes it
TOGETHER = 8  # messages written by one statement
PRUNED = 2_000  # rows deleted in one page, so that nobody waits long


def _row(message: Message, now: datetime) -> dict[str, Any]:
    """A message as a row that waits."""
    return {
        "dedupe": message.dedupe,
        "chat_id": message.chat_id,
        "method": message.method,
        "params": orjson.dumps(message.params).decode(),
        "policy": message.policy,
        "priority": message.priority,
        "about": message.about,
        "retires": message.retires,
        "state": "pending",
        "attempts": 0,
        "created_at": now,
        "not_before": message.not_before,
        "expires_at": message.expires_at,
        "claimed_by": None,
        "lease_until": None,
    }


class Ending(Protocol):
    """What became of a message: its state, the message it is now, or why not."""

    @property
    def state(self) -> str:
        """sent, unknown, expired, dead."""

    @property
    def message_id(self) -> int | None:
        """Telegram's number of it."""

    @property
    def error(self) -> str | None:
        """Why it is not there."""


class Outbox:
    """Messages in order per chat; the next of a chat goes out only when the one before has ended."""

    def __init__(self, db: Connection) -> None:
        self.db = db

    def add(self, messages: Iterable[Message], now: datetime, claim_as: str | None = None) -> list[Parcel]:
        """Write messages; what was written before under the same key is left alone.

        With `claim_as`, the first reply to a chat in which nothing waits is claimed at once and returned:
        one unit less on its way out. At-most-once messages are never claimed before they are really sent.
        """
        messages = list(messages)
        if not messages:
            return []
        if any(message.about and message.method in EDITS for message in messages):
            return [
                parcel
                for n, one in enumerate(messages)
                for parcel in self._edit(one, now, None if n else claim_as)
            ]
        claimed = self._write(messages[:TOGETHER], now, claim_as)
        for n in range(TOGETHER, len(messages), TOGETHER):
            self._write(messages[n : n + TOGETHER], now, None)
        return claimed

    def _edit(self, message: Message, now: datetime, claim_as: str | None) -> list[Parcel]:
        """One message by itself; where it edits, edits of the same that still wait are overtaken."""
        if message.about and message.method in EDITS:
            REPLACE.count(self.db, {"chat": message.chat_id, "subject": message.about})
        return self._write([message], now, claim_as)

    def _write(self, messages: Sequence[Message], now: datetime, claim_as: str | None) -> list[Parcel]:
        first = messages[0]
        mine = claim_as is not None and first.policy == "retry" and first.not_before is None
        rows = [_row(message, now) for message in messages]
        if mine:
            rows[0] |= {"claimed_by": claim_as, "lease_until": now + LEASE}
        facts = {f"{name}{n}": value for n, row in enumerate(rows) for name, value in row.items()}
        new = written(self.db.dialect.name, len(rows), mine).rows(self.db, facts)
        number = next((one["id"] for one in new if one["state"] == "sending"), None)
        if number is None:
            return []
        return [self._parcel({**rows[0], "id": number}, first.params, now + LEASE, fresh=True)]

    def _parcel(
        self, row: Mapping[Any, Any], params: Mapping[str, Any], until: datetime, *, fresh: bool = False
    ) -> Parcel:
        return Parcel(
            id=row["id"],
            chat_id=row["chat_id"],
            method=row["method"],
            params=params,
            policy=row["policy"],
            priority=row["priority"],
            about=row["about"],
            retires=row["retires"],
            attempts=row["attempts"],
            created_at=row["created_at"],
            expires_at=row["expires_at"],
            lease_until=until,
            target=self.last_about(row["chat_id"], row["about"]) if row["method"] in EDITS else None,
            fresh=fresh,
        )

    def claim(
        self, now: datetime, who: str, limit: int = 100, chats: Sequence[int] | None = None
    ) -> list[Parcel]:
        """Claim the next message of each chat, replies before reminders, at most `limit`; or of each of `chats`."""
        until = now + LEASE
        ripe = self._ripe(now, limit) if chats is None else self._ripe_in(now, chats)
        won = set[int]()
        for statement, facts in listed(claiming, "number", [row["id"] for row in ripe]):
            won |= {row["id"] for row in statement.rows(self.db, {**facts, "who": who, "until": until})}
        return [self._parcel(row, orjson.loads(row["params"]), until) for row in ripe if row["id"] in won]

    def _ripe(self, now: datetime, limit: int) -> Sequence[Mapping[Any, Any]]:
        """The next of each chat; other processes do not wait for them."""
        locked = self.db.dialect.name == "postgresql"
        query = NEXT.with_for_update(skip_locked=True) if locked else NEXT
        return self.db.execute(query, {"now": now, "most": limit}).mappings().all()

    def _ripe_in(self, now: datetime, chats: Sequence[int]) -> list[dict[str, Any]]:
        """The next of each of these chats."""
        query = locked_in if self.db.dialect.name == "postgresql" else next_in
        return [
            row
            for statement, facts in listed(query, "chat", chats)
            for row in statement.rows(self.db, {**facts, "now": now, "most": len(chats)})
        ]

    def last_about(self, chat_id: int, about: str | None) -> int | None:
        """The last delivered message about something, if there is one."""
        if about is None:
            return None
        found: int | None = LAST_ABOUT.scalar(self.db, {"chat": chat_id, "subject": about})
        return found

    def state_of(self, key: str) -> str | None:
        """What has become of the message under a key; None where there is none (any more)."""
        found: str | None = self.db.scalar(select(outbox.c.state).where(outbox.c.dedupe == key))
        return found

    def finish(
        self, number: int, state: str, message_id: int | None = None, error: str | None = None
    ) -> None:
        """Write what became of a message: sent, unknown, expired, dead."""
        FINISH.count(self.db, {"number": number, "outcome": state, "message": message_id, "why": error})

    def finish_all(self, ended: Iterable[tuple[int, Ending]]) -> None:
        """Write what became of several messages."""
        rows = [
            {"number": number, "outcome": end.state, "message": end.message_id, "why": end.error}
            for number, end in ended
        ]
        FINISH.many(self.db, rows)

    def retired_by(self, numbers: Sequence[int]) -> dict[int, list[int]]:
        """By chat, the older delivered messages that these ones retire: the caller deletes them."""
        found: dict[int, set[int]] = {}
        for statement, facts in listed(retiring, "number", numbers):
            for row in statement.rows(self.db, facts):
                found.setdefault(row["chat_id"], set()).add(row["message_id"])
        return {chat: sorted(messages) for chat, messages in found.items()}

    def retire(self, chat_id: int, about: str, before: int) -> list[int]:
        """Older delivered messages about something: nobody edits them any more, the caller deletes them."""
        rows = RETIRE.rows(self.db, {"chat": chat_id, "subject": about, "before": before})
        return sorted({row["message_id"] for row in rows})

    def put_back(self, number: int, not_before: datetime | None, error: str | None, tried: bool) -> None:
        """Return a claimed message to the waiting ones; `tried` counts the attempt."""
        self.db.execute(
            update(outbox)
            .where(outbox.c.id == number, outbox.c.state == "sending")
            .values(
                state="pending",
                not_before=not_before,
                error=error,
                attempts=outbox.c.attempts + int(tried),
                claimed_by=None,
                lease_until=None,
            )
        )

    def recover(self, now: datetime, tries: int, own: bool, number: int | None = None) -> int:
        """Messages whose sender died: replies go out again (their last try after some PATIENCE), at-most-once ones never.

        With `own` every claim is taken as dead (one process: it has just started), or the one of message `number`;
        otherwise leases decide.
        """
        sending = and_(WAITS, outbox.c.state == "sending")
        dead = sending if own else and_(sending, outbox.c.lease_until <= now)
        dead = dead if number is None else and_(dead, outbox.c.id == number)
        again = and_(dead, outbox.c.policy == "retry", outbox.c.attempts + 1 < tries)
        free = {"claimed_by": None, "lease_until": None}
        tried = outbox.c.attempts + 1
        wait = case(
            (tried + 1 >= tries, literal(now + PATIENCE, outbox.c.not_before.type)), else_=outbox.c.not_before
        )
        resent = self.db.execute(
            update(outbox).where(again).values(state="pending", attempts=tried, not_before=wait, **free)
        ).rowcount
        lost = self.db.execute(
            update(outbox).where(dead).values(state="unknown", error="sender died", **free)
        ).rowcount
        return int(resent + lost)

    def expire(self, now: datetime) -> list[tuple[int, str | None]]:
        """End what waited too long, never sent; returns chat and subject of each."""
        late = update(outbox).where(WAITS, outbox.c.state == "pending", outbox.c.expires_at < now)
        gone = late.values(state="expired").returning(outbox.c.chat_id, outbox.c.about)
        return [(chat, about) for chat, about in self.db.execute(gone)]

    def coalesce(self, chat_id: int) -> int:
        """Drop replies that wait while newer ones come faster than they can be sent; returns how many.

        What was marked to stay (its key ends in "!") and files stay; every reply says the whole position.
        """
        return COALESCE.count(self.db, {"chat": chat_id})

    def silence(self, chat_id: int, error: str) -> None:
        """Nothing more goes to this chat: whatever waits for it is dead."""
        waits = update(outbox).where(outbox.c.chat_id == chat_id, WAITS, outbox.c.state == "pending")
        self.db.execute(waits.values(state="dead", error=error))

    def drop(self, number: int) -> None:
        """Erase one message."""
        self.db.execute(delete(outbox).where(outbox.c.id == number))

    def forget(self, chat_id: int) -> None:
        """Erase every message to a person, sent or not."""
        self.db.execute(delete(outbox).where(outbox.c.chat_id == chat_id))

    def waiting(self) -> int:
        """How many messages have no final state yet."""
        return self.db.scalar(select(func.count()).select_from(outbox).where(WAITS)) or 0

    def busy(self, now: datetime) -> bool:
        """Whether something is being sent or could be sent now."""
        sent = select(outbox.c.id).where(WAITS, outbox.c.state == "sending").limit(1)
        sending = self.db.execute(sent).first()
        return sending is not None or self.db.execute(NEXT, {"now": now, "most": 1}).first() is not None

    def next_at(self) -> datetime | None:
        """The earliest `not_before` among waiting messages that have one."""
        found: datetime | None = NEXT_AT.scalar(self.db, {})
        return found

    def states(self) -> dict[str, int]:
        """How many messages are in which state."""
        rows: Sequence[Any] = self.db.execute(
            select(outbox.c.state, func.count()).group_by(outbox.c.state)
        ).all()
        return {str(state): int(count) for state, count in rows}

    def prune(self, before: datetime) -> int:
        """Delete messages that ended and were written before `before`, of the oldest few thousand (no others are read)."""
        oldest = select(outbox.c.id).order_by(outbox.c.id).limit(PRUNED).subquery()
        query = delete(outbox).where(
            outbox.c.id.in_(select(oldest.c.id)), outbox.c.created_at < before, outbox.c.state.not_in(WAITING)
        )
        return int(self.db.execute(query).rowcount)
