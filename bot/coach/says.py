"""What the coach wants to say, as data: which phrase, with which facts and buttons. The words are in content/."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Literal


@dataclass(frozen=True)
class Ref:
    """A fact that the content words in the person's language: `Ref("exercise.air_squat.name")`, `Ref("phrase.day-0")`."""

    path: str


@dataclass(frozen=True)
class Kg:
    """A weight in kilograms, shown in the person's unit."""

    kg: float


@dataclass(frozen=True)
class Listing:
    """Several facts joined as the language joins a list ("Tuesday and Friday")."""

    items: tuple[Fact, ...]


@dataclass(frozen=True)
class Lines:
    """Several phrases, each on a line of its own, inside another phrase."""

    says: tuple[Say, ...]
    gap: str = "\n"


Fact = (
    str | int | float | Ref | Kg | Listing | Lines | date | time | datetime
)  # datetimes are local to the person


@dataclass(frozen=True)
class Button:
    """An inline button: `do` is its callback data (64 bytes at most), the label a phrase."""

    phrase: str
    do: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    style: Literal["", "primary", "success", "danger"] = ""
    url: str = ""
    copy: str = ""  # what a tap copies, 256 characters at most; the bot hears nothing of it


@dataclass(frozen=True)
class Key:
    """A reply-keyboard button: its tap arrives as a message with the label's text."""

    phrase: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    location: bool = False


Keyboard = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture to draw: a static one by name ("figure:air_squat", "muscle:calves") or one drawn from `data`."""

    name: str
    data: Mapping[str, Any] = field(default_factory=dict)
    moving: bool = False


@dataclass(frozen=True, kw_only=True)
class Say:
    """One message: a phrase of the content with its facts, and how it is to be sent."""

    phrase: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    buttons: tuple[tuple[Button, ...], ...] = ()
    keyboard: Keyboard | Literal["remove"] | None = None
    silent: bool = True  # only reminders, rest-over and hold-over ring
    about: str | None = None  # what this message is about; a later edit finds it by this
    edit: bool = False  # edit the last delivered message about `about`; sent anew where there is none
    retires: str | None = None  # delete older messages about this once this one is delivered
    picture: Picture | None = None
    document: tuple[str, bytes] | None = None  # file name and content
    once: bool = False  # at most once (reminders): never resent when the outcome is unknown
    key: str | None = None  # dedupe key; None: made from the update it answers
    expires_in: int | None = None  # seconds
    priority: int = 0
    poll: Mapping[str, Any] | None = None
    effect: Literal["", "party"] = (
        ""  # shown once, full screen, in private chats; dropped where it is refused
    )


@dataclass(frozen=True, kw_only=True)
class Nod:
    """Best effort beside the answer: a reaction on the person's message, a toast on a tap, a typing sign."""

    kind: Literal["react", "toast", "typing", "uploading"]
    emoji: str = ""
    phrase: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Erase:
    """Delete the delivered messages about something, or take the buttons off the last one."""

    about: str
    buttons_only: bool = False


@dataclass(frozen=True, kw_only=True)
class Passing:
    """An edit that may be lost: no row, sent when the chat has rate to spare, newest only.

    It is thought out when it goes: most are overtaken before.
    """

    about: str
    make: Callable[[], Say]


Saying = Say | Nod | Erase | Passing
