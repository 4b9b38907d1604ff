"""Parcels: messages on their way out as the sender holds them, and the statements that move them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    null,
    or_,
    select,
    update,
)

from storage.prepared import Prepared
from storage.tables import outbox
from storage.writing import insert


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """A claimed message: ours to send until `lease_until`. `target` is the delivered message it edits."""

    id: int
    chat_id: int
    method: str
    params: Mapping[str, Any]
    policy: str
    priority: int
    about: str | None
    retires: str | None
    attempts: int
    created_at: datetime
    expires_at: datetime | None
    lease_until: datetime
    target: int | None
    fresh: bool = False  # claimed when it was written: nothing waited in its chat


WAITING = ("pending", "sending")
EDITS = ("editMessageText", "editMessageCaption", "editMessageMedia", "editMessageReplyMarkup")

# written out, not bound: SQLite takes a partial index only where it reads the index's own condition in the statement
_WRITTEN: tuple[ColumnElement[str], ...] = tuple(literal_column(f"'{state}'") for state in WAITING)
WAITS = outbox.c.state.in_(_WRITTEN)
_other, _newer = outbox.alias("other"), outbox.alias("newer")
_first = ~exists().where(
    _other.c.chat_id == outbox.c.chat_id,
    _other.c.state.in_(_WRITTEN),
    or_(
        _other.c.state == "sending",
        _other.c.priority < outbox.c.priority,
        and_(_other.c.priority == outbox.c.priority, _other.c.id < outbox.c.id),
    ),
)
_ripe = and_(
    outbox.c.state.in_(_WRITTEN),
    outbox.c.state == "pending",
    or_(
        outbox.c.not_before.is_(None), outbox.c.not_before <= bindparam("now", type_=outbox.c.created_at.type)
    ),
)
NEXT = select(outbox).where(_ripe, _first).order_by(outbox.c.priority, outbox.c.id).limit(bindparam("most"))
LAST_ABOUT = Prepared(
    select(outbox.c.message_id)
    .where(
        outbox.c.chat_id == bindparam("chat"),
        outbox.c.about == bindparam("subject"),
        outbox.c.about.is_not(None),
        outbox.c.message_id.is_not(None),
    )
    .order_by(outbox.c.id.desc())
    .limit(1)
)
FINISH = Prepared(
    update(outbox)
    .where(outbox.c.id == bindparam("number"))
    .values(
        state=bindparam("outcome"),
        message_id=bindparam("message"),
        error=bindparam("why"),
        claimed_by=None,
        lease_until=None,
    )
)
RETIRE = Prepared(
    update(outbox)
    .where(
        outbox.c.chat_id == bindparam("chat"),
        outbox.c.about == bindparam("subject"),
        outbox.c.about.is_not(None),
        outbox.c.id < bindparam("before"),
        outbox.c.message_id.is_not(None),
    )
    .values(about=None)
    .returning(outbox.c.message_id)
)
NEXT_AT = Prepared(
    select(func.min(outbox.c.not_before).label("at")).where(
        outbox.c.state.in_(_WRITTEN), outbox.c.state == "pending"
    )
)
COALESCE = Prepared(
    update(outbox)
    .where(
        outbox.c.chat_id == bindparam("chat"),
        outbox.c.state.in_(_WRITTEN),
        outbox.c.state == "pending",
        outbox.c.priority == 0,
        outbox.c.policy == "retry",
        outbox.c.method != "sendDocument",
        outbox.c.dedupe.not_like("%!"),
    )
    .values(state="replaced")
)
REPLACE = Prepared(
    update(outbox)
    .where(
        outbox.c.chat_id == bindparam("chat"),
        outbox.c.about == bindparam("subject"),
        outbox.c.about.is_not(None),
        outbox.c.state == "pending",
        outbox.c.method.in_(EDITS),
    )
    .values(state="replaced")
)

COLUMNS = (
    "dedupe", "chat_id", "method", "params", "policy", "priority", "about", "retires", "state", "attempts",
    "created_at", "not_before", "expires_at", "claimed_by", "lease_until",
)  # fmt: skip


SIZES = (1, 4, 16, 64)  # how many values a list in a statement has; each size is compiled once
Many = Callable[[int], Prepared]


def listed(statement: Many, name: str, values: Sequence[int]) -> Iterator[tuple[Prepared, dict[str, int]]]:
    """A statement for each part of a long list, with its facts; the last value fills the part up."""
    for start in range(0, len(values), SIZES[-1]):
        part = values[start : start + SIZES[-1]]
        size = next(size for size in SIZES if size >= len(part))
        filled = (*part, *[part[-1]] * (size - len(part)))
        yield statement(size), {f"{name}{n}": value for n, value in enumerate(filled)}


def _any(name: str, size: int) -> list[BindParameter[int]]:
    return [bindparam(f"{name}{n}", type_=BigInteger) for n in range(size)]


@cache
def next_in(size: int) -> Prepared:
    """The next message of each of these chats."""
    return Prepared(NEXT.where(outbox.c.chat_id.in_(_any("chat", size))))


@cache
def locked_in(size: int) -> Prepared:
    """The same where several processes send: nobody waits for what another has in hand."""
    return Prepared(NEXT.where(outbox.c.chat_id.in_(_any("chat", size))).with_for_update(skip_locked=True))


@cache
def claiming(size: int) -> Prepared:
    """Take these messages in hand; gives those that were still to be had."""
    return Prepared(
        update(outbox)
        .where(outbox.c.id.in_(_any("number", size)), outbox.c.state == "pending")
        .values(state="sending", claimed_by=bindparam("who"), lease_until=bindparam("until"))
        .returning(outbox.c.id)
    )


@cache
def retiring(size: int) -> Prepared:
    """Older delivered messages about what these messages retire: nobody edits them any more."""
    old = (
        select(_other.c.id)
        .join_from(
            _newer, _other, and_(_other.c.chat_id == _newer.c.chat_id, _other.c.about == _newer.c.retires)
        )
        .where(
            _newer.c.id.in_(_any("number", size)),
            _other.c.about.is_not(None),
            _other.c.id < _newer.c.id,
            _other.c.message_id.is_not(None),
        )
    )
    gone = update(outbox).where(outbox.c.id.in_(old)).values(about=None)
    return Prepared(gone.returning(outbox.c.chat_id, outbox.c.message_id))


@cache
def written(dialect: str, count: int, claiming: bool) -> Prepared:
    """The statement that writes so many messages to a chat, each once under its key.

    It gives number, key and state of those that were new. Claiming, the first is on its way at once where nothing waits.
    """
    rows: list[dict[str, Any]] = [
        {name: bindparam(f"{name}{n}", type_=outbox.c[name].type) for name in COLUMNS} for n in range(count)
    ]
    if claiming:
        busy = exists().where(_other.c.chat_id == rows[0]["chat_id"], _other.c.state.in_(_WRITTEN))
        rows[0] |= {
            "state": case((busy, literal_column("'pending'")), else_=literal_column("'sending'")),
            **{name: case((busy, null()), else_=rows[0][name]) for name in ("claimed_by", "lease_until")},
        }
    new = insert(dialect, outbox).values(rows).on_conflict_do_nothing()
    return Prepared(new.returning(outbox.c.id, outbox.c.dedupe, outbox.c.state))
