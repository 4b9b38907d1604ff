"""What the coach remembers, as frozen records: no SQL, no Telegram, every datetime aware (UTC unless said)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, Literal

Kit = Literal["none", "dumbbells"]
Side = Literal["", "left", "right"]
DayKind = Literal["rest", "easy", "hard", "long", "race"]
WorkoutStatus = Literal["open", "paused", "done", "stopped"]
Json = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Habits:
    """What a person chose about how they are coached; everything has a default and is changeable later."""

    weights: tuple[float, ...] = ()  # dumbbells owned, kg each
    novice: bool | None = None  # None: the first four weeks decide
    units: Literal["kg", "lb"] = "kg"
    clock: Literal["24", "12"] = "24"
    per_side: bool = False  # two-sided counts are totals unless set (brief 0.4)
    rest: bool = True
    rest_off: tuple[str, ...] = ()  # exercises with the rest timer off
    eve: bool = False  # a reminder the evening before
    nudges: bool = True
    quiet: tuple[int, int] = (22 * 60, 6 * 60)  # minutes after local midnight
    gentle: bool = False  # two sets instead of three
    quiz: bool = False
    news: bool = True  # announcements of the operator
    notes: bool | None = None  # consent to keep pain notes; None: not asked yet
    questions: bool | None = None  # consent to keep unanswered questions
    addons: tuple[str, ...] = ()  # exercises of ours that follow every session
    kit_today: tuple[str, str] = ("", "")  # (local date, kit) when today's differs


@dataclass(frozen=True, kw_only=True)
class Runner:
    """One person. `id` is Telegram's user id, which is also the private chat's id."""

    id: int
    name: str
    language: str = "en"
    zone: str | None = None  # IANA name; None: not known yet, no reminders
    hour: int = 18 * 60  # minutes after local midnight at which reminders come
    kit: Kit = "none"
    screening: Literal["clear", "applies"] | None = None  # the safety screen (brief 5.1)
    reachable: bool = True
    paused_until: date | None = None
    started_on: date | None = None  # local day of the first workout
    created_at: datetime
    habits: Habits = field(default_factory=Habits)


@dataclass(frozen=True, kw_only=True)
class Span:
    """Whole local days, both ends included; an open end is None."""

    first: date
    last: date | None = None
    why: Literal["away", "ill"] = "away"


@dataclass(frozen=True, kw_only=True)
class Week:
    """A person's running week and what has been changed about it."""

    runner_id: int
    days: tuple[DayKind, ...]  # Monday first, seven
    wanted: int = 2
    alternate: tuple[DayKind, ...] | None = None  # every other week (odd ISO weeks)
    changes: Mapping[date, DayKind] = field(default_factory=dict)  # single days that differ
    chosen: tuple[int, ...] | None = None  # strength weekdays set by hand (0 = Monday)
    moved: Mapping[date, date | None] = field(
        default_factory=dict
    )  # planned strength day -> where it went, None: skipped
    spans: tuple[Span, ...] = ()
    race_on: date | None = None
    race_km: float | None = None  # how long that race is, where it was told


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One exercise of a workout: what is planned for each of its sets."""

    exercise: str
    sets: int
    low: int  # reps or seconds, as the exercise counts
    high: int
    rest: int  # seconds after each set
    kg: float | None = None
    level: int = 1  # rung of the ladder; 1 is the article's
    closed: bool = False  # skipped, swapped away or stopped for pain: no more sets come
    why: str = ""  # phrase id of the reason for a difference from the template


@dataclass(frozen=True, kw_only=True)
class LoggedSet:
    """One set as it was done. `at` is the message's own time."""

    slot: int
    set: int
    side: Side = ""
    exercise: str
    reps: int | None = None
    seconds: int | None = None
    kg: float | None = None
    at: datetime
    message_id: int | None = None  # the message that logged it
    part: int = 0  # several sets from one message


@dataclass(frozen=True, kw_only=True)
class Workout:
    """One performed session: its slots, where it stands, and every set so far in order."""

    id: int | None  # None until first kept
    runner_id: int
    session: str
    local_date: date
    status: WorkoutStatus = "open"
    opened_at: datetime
    closed_at: datetime | None = None
    slots: tuple[Slot, ...]
    sets: tuple[LoggedSet, ...] = ()
    note: Mapping[str, Any] = field(default_factory=dict)  # small facts: effort, rest, hold, pain

    @cached_property
    def made(self) -> Mapping[int, int]:
        """How many sets of each slot are logged, both sides of a set counted once."""
        return Counter(slot for slot, _ in {(done.slot, done.set) for done in self.sets})


@dataclass(frozen=True, kw_only=True)
class Talk:
    """Where a dialogue stands: the open question, if any, and the last topic spoken about."""

    runner_id: int
    asked: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    topic: str | None = None
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Due:
    """Something that happens by itself at `at`; at most one of each kind per person."""

    runner_id: int
    kind: str  # rest, hold, switch, reminder, eve, nudge, snooze, stale, close …
    at: datetime
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """A reminder that was queued: the key makes it the only one of its kind that local day."""

    runner_id: int
    local_date: date
    kind: Literal["eve", "day", "snooze", "nudge"]
    n: int = 0
    due_at: datetime
    outcome: str = "queued"  # queued, late, expired, moot


@dataclass(frozen=True, kw_only=True)
class Target:
    """What is aimed at next time for one exercise, and the change that waits for a Keep or Later."""

    runner_id: int
    exercise: str
    level: int = 1
    low: int
    high: int
    sets: int = 3
    kg: float | None = None
    streak: int = 0  # sessions in a row at the top with reps in reserve
    poor: int = 0  # sessions in a row that were too hard
    seen_on: date | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A decision the coach took, with its reason, for "why?"."""

    runner_id: int
    about: str  # "days", "day:2026-11-24", "exercise:air_squat" …
    phrase: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Wish:
    """Something a person wants or suffers: a banned exercise, a swap kept for good, a pain (with consent)."""

    runner_id: int
    kind: Literal["ban", "swap", "pain", "question", "quiz"]
    about: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One update from Telegram as it stands in the inbox."""

    seq: int
    update_id: int
    chat_id: int
    raw: bytes
    received_at: datetime
    attempts: int = 0


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message on its way out, its parameters rendered when written."""

    dedupe: str
    chat_id: int
    method: str  # a Bot API method: sendMessage, editMessageText, sendAnimation …
    params: Mapping[str, Any]  # JSON; a picture is {"picture": name, ...} in place of a file id
    policy: Literal["once", "retry"] = "retry"
    about: str | None = None  # "card:12": an edit goes to the last delivered message about it
    retires: str | None = None  # delivered messages about this are deleted once this one is delivered
    expires_at: datetime | None = None
    not_before: datetime | None = None
    priority: int = 0  # 0 reply, 1 reminder, 2 announcement
