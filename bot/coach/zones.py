"""Which time zone a person means: a city, a country, an abbreviation, an offset, a pin, or their clock."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

from bot.coach import hours, rhythm
from bot.coach.says import Button, Say
from bot.coach.taps import tap
from bot.coach.weeks_dates import Reader
from bot.coach.weeks_words import WeekWords
from content.places import atlas

OFFSET = re.compile(r"(?:(?:gmt|utc|z)\s*)?([+-−])\s*(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)
PLAIN_UTC = re.compile(r"utc|z|zulu|etc/utc|gmt\s*[+-]?\s*0", re.IGNORECASE)
WORDS = frozenset(("wat", "cat", "eat", "wet", "met", "bit", "art", "sat", "pet"))
SMALL = 100  # thousands of people; a smaller place named without its country is asked back
FARTHEST = (timedelta(hours=-12), timedelta(hours=14))


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a place means: one zone, or several to choose from with the phrase that asks or warns."""

    zones: tuple[str, ...] = ()
    phrase: str = ""  # "" : one zone, nothing to ask

    @property
    def zone(self) -> str | None:
        """The zone, where there is nothing to ask."""
        return self.zones[0] if len(self.zones) == 1 and not self.phrase else None


def find(text: str, *, now: datetime, words: Mapping[str, Any] | None = None) -> Found | None:
    """What a text means; None where it names no place, zone or time at all. `now` is any aware instant."""
    text = " ".join(text.replace("−", "-").split())[:100]
    if not text or text.endswith("?"):
        return None
    for reading in (_by_offset, _by_name, _by_abbreviation):
        if found := reading(text, now):
            return found
    fillers = tuple((words or {}).get("place", {}).get("fillers", ()))
    return by_clock(text, now, words) or _by_place(text, fillers)


def understand(text: str, *, now: datetime, words: Mapping[str, Any] | None = None) -> str | Say | None:
    """The zone's name, a Say that asks or warns with up to three places as buttons, or None."""
    found = find(text, now=now, words=words)
    if found is None:
        return None
    return found.zone or ask(found, text, now)


def ask(found: Found, text: str, now: datetime) -> Say:
    """Ask which of the zones is meant."""
    rows = tuple((button(zone, now),) for zone in found.zones)
    return Say(phrase=found.phrase or "zone-which", facts={"text": text}, buttons=rows)


def button(zone: str, now: datetime) -> Button:
    """A zone to choose: its biggest city and the time there."""
    there = rhythm.local(now, zone).time().replace(second=0, microsecond=0)
    return Button("zone-choice", tap("zone", zone.replace("/", ".")), {"place": city_of(zone), "time": there})


def city_of(zone: str) -> str:
    """A zone in words: its own city as its name says."""
    return zone.rpartition("/")[2].replace("_", " ")


def from_point(latitude: float, longitude: float) -> str | None:
    """The zone of a location pin; None where the point lies outside the map."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    from tzfpy import get_tz

    name = get_tz(longitude, latitude)
    return name if name in available_timezones() else None


def travelling(text: str, *, words: Mapping[str, Any]) -> Found | None:
    """The zone of a place somebody says they are in ("I'm in Tokyo this week"); to be offered, not just taken."""
    spoken = plain(text)
    lead = next(
        (f"{lead} " for lead in words.get("place", {}).get("travel", ()) if spoken.startswith(f"{lead} ")), ""
    )
    if not lead or text.rstrip().endswith("?"):
        return None
    rest = spoken.removeprefix(lead).split()
    for size in range(min(4, len(rest)), 0, -1):
        if found := atlas.places(" ".join(rest[:size])):
            return replace(_choose(found), phrase="zone-travel")
    return None


@dataclass(frozen=True, kw_only=True)
class Journey:
    """Somebody is elsewhere for a while: up to three zones to choose from, `until` their last local day there."""

    zones: tuple[str, ...]
    until: date


def journey(text: str, *, today: date, words: WeekWords, here: str | None) -> Journey | None:
    """`I'm in Tokyo this week`: None where no place is named, or the clock there is theirs already."""
    found = travelling(text, words=words.table) if here else None
    zones = tuple(zone for zone in found.zones if zone != here)[:3] if found else ()
    if not zones:
        return None
    dates = [when.last for when in Reader(tags=words.tags(text), today=today).whens() if when.last >= today]
    return Journey(zones=zones, until=max(dates, default=today + timedelta(days=6)))


def offer(found: Journey, now: datetime) -> Say:
    """Offer the clock of another place for a while."""
    rows = tuple(
        (replace(button(zone, now), do=tap("travel", zone.replace("/", "."), found.until.isoformat())),)
        for zone in found.zones
    )
    return Say(phrase="zone-travel", facts={"date": found.until}, buttons=rows)


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    return {name.lower(): name for name in sorted(available_timezones()) if "/" in name or name == "UTC"}


def _by_name(text: str, _: datetime) -> Found | None:
    name = _known().get(text.lower().replace(" ", "_"))
    if name:
        return Found(zones=(name,))
    nowhere = re.fullmatch(r"[A-Za-z]+/[A-Za-z_/+-]+", text)
    return Found(phrase="zone-unknown") if nowhere else None


def _by_offset(text: str, now: datetime) -> Found | None:
    """An offset says nothing about summer time: the places that have it now are offered."""
    if PLAIN_UTC.fullmatch(text):
        return Found(zones=("Etc/UTC", *atlas.abbreviation("gmt")[:2]), phrase="zone-offset")
    match = OFFSET.fullmatch(text)
    if match is None:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0)) * (1 if match[1] == "+" else -1)
    zones = at_offset(offset, now) if FARTHEST[0] <= offset <= FARTHEST[1] else ()
    return Found(zones=zones, phrase="zone-offset" if zones else "zone-no-offset")


def at_offset(offset: timedelta, now: datetime, most: int = 3) -> tuple[str, ...]:
    """The zones with that offset now, those with the biggest cities first."""
    there = [zone for zone in atlas.zone_names() if rhythm.local(now, zone).utcoffset() == offset]
    return tuple(sorted(there, key=_crowd)[:most])


@lru_cache(maxsize=1024)
def _crowd(zone: str) -> int:
    city = atlas.biggest_city(zone)
    return -city.thousands if city else 0


def _by_abbreviation(text: str, _: datetime) -> Found | None:
    zones = atlas.abbreviation(text)
    if not zones or (text.islower() and text in WORDS):
        return None
    return Found(zones=zones[:3], phrase="" if len(zones) == 1 else "zone-which")


def by_clock(text: str, now: datetime, words: Mapping[str, Any] | None = None) -> Found | None:
    """The time on the person's clock ("it's 7:40 here"): the zones in which it is that late now."""
    readings = hours.readings(text, words)
    if not readings or not re.search(r"\d[:.h]\d|[ap]\.?m|\d\s*$|\d ", text.lower()):
        return None
    offsets = [offset for minutes in readings for offset in _offsets(minutes, now)]
    most = 3 if len(offsets) == 1 else 2
    zones = tuple(dict.fromkeys(zone for offset in offsets for zone in at_offset(offset, now, most)))
    return Found(zones=zones[:4], phrase="zone-clock" if zones else "zone-no-offset")


def _offsets(minutes: int, now: datetime) -> list[timedelta]:
    """Offsets from UTC, in quarter hours, at which a clock shows these minutes after midnight."""
    utc = now.astimezone(rhythm.zone_of("UTC"))
    behind = minutes - (utc.hour * 60 + utc.minute)
    rounded = round(behind / 15) * 15
    found = (timedelta(minutes=rounded + day * 1440) for day in (-1, 0, 1))
    return [offset for offset in found if FARTHEST[0] <= offset <= FARTHEST[1]]


def plain(text: str) -> str:
    """A place's name as the atlas looks it up: no accents, no punctuation, lower case."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    kept = (c if c.isalnum() else " " for c in bare if not unicodedata.combining(c) and c not in "'’`´")
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))


def _by_place(text: str, fillers: Iterable[str]) -> Found | None:
    first, _, rest = text.partition(",")
    candidates = _names(plain(text), fillers), _names(plain(first), fillers)
    for name, hint in ((candidates[0], ""), (candidates[1], plain(rest))):
        if found := _hinted(atlas.places(name), hint):
            return _asked_if_small(_choose(found), found, hint)
    if found := _state_after(candidates[0]):
        return _choose(found)
    close = atlas.misspelt(candidates[0]) if len(candidates[0].split()) <= 3 else ()
    return replace(_choose(close), phrase="zone-guess") if close else None


def _asked_if_small(chosen: Found, found: Sequence[atlas.Place], hint: str) -> Found:
    """A small place that is named alone may be a slip or a joke: it is asked back."""
    biggest = max(place.thousands for place in found)
    named_after = chosen.zone is not None and plain(city_of(chosen.zone)) in {plain(p.name) for p in found}
    small = chosen.zone is not None and not hint and biggest < SMALL and not named_after
    return replace(chosen, phrase="zone-guess") if small else chosen


def _names(name: str, fillers: Iterable[str]) -> str:
    """A name without the words round it ("i live in", "time zone")."""
    padded = f" {name} "
    for filler in sorted(fillers, key=len, reverse=True):
        padded = padded.replace(f" {filler} ", " ", 1) if padded.strip() != filler else padded
    return padded.strip()


def _hinted(found: Sequence[atlas.Place], hint: str) -> tuple[atlas.Place, ...]:
    """Those in the country or state that the hint names; all of them where it names none."""
    if not hint:
        return tuple(found)
    named = {hint, *(place.country.lower() for place in atlas.places(hint))}
    here = [place for place in found if named & {place.country.lower(), *place.country.lower().split()}]
    return tuple(here or found)


def _state_after(name: str) -> tuple[atlas.Place, ...]:
    """A city with its state or country after it: "portland or", "london ontario"."""
    city, _, hint = name.rpartition(" ")
    return _hinted(atlas.places(city), hint) if city else ()


def _choose(found: Sequence[atlas.Place]) -> Found:
    zones = tuple(place.zone for place in atlas.likely(tuple(found)))
    return Found(zones=zones, phrase="" if len(zones) == 1 else "zone-which")
