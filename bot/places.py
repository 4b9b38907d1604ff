"""Places and times as people type them: zones from a city, a pin or their own clock; hours; the weights they own."""

from __future__ import annotations

import re
from datetime import datetime, time
from zoneinfo import available_timezones

from bot.coach import hours, zones
from bot.coach.heard import Heard, local
from bot.coach.says import Say
from storage.records import Runner

POUND = 0.45359237  # kg
WEIGHT = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")
POUNDS = re.compile(r"\b(lbs?|pounds?|libras?)\b|#", re.IGNORECASE)


def clock(moment: datetime, runner: Runner) -> time:
    """The person's local time of day."""
    return local(moment, runner).time().replace(second=0, microsecond=0)


def hour(heard: Heard, *, welcome: bool) -> int | Say | None:
    """Minutes after midnight from typed words, a question back, or None where it is no time at all."""
    return hours.understand(heard.text, heard.tongue.words.get("week"), mode="w" if welcome else "s")


def zone(heard: Heard) -> str | Say | None:
    """The zone's name from a pin, a city or the time there; a Say that asks; None where it is about something else."""
    if heard.location is not None:
        return zones.from_point(*heard.location) or Say(phrase="zone-unclear", facts={"text": "📍"})
    return zones.understand(heard.text, now=heard.now, words=heard.tongue.words.get("week"))


def known_zone(name: str) -> str | None:
    """The zone's name if there is such a zone."""
    return name if name in available_timezones() else None


def weights(heard: Heard) -> tuple[float, ...]:
    """The dumbbells named, in kilograms (0.5–100); empty where none is named."""
    unit = (
        POUND
        if POUNDS.search(heard.text) or (heard.runner.habits.units == "lb" and "kg" not in heard.text)
        else 1.0
    )
    found = (round(float(number.replace(",", ".")) * unit, 2) for number in WEIGHT.findall(heard.text))
    return tuple(sorted({kg for kg in found if 0.5 <= kg <= 100}))
