"""The atlas: which zones a typed place may mean; one text of about a megabyte, searched as it is.

Cities and other names: GeoNames (geonames.org), CC BY 4.0.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent
RATIO = 10  # a namesake in another zone counts when it has at least a tenth of the people
FORGIVEN = 84.0  # how alike a misspelt name must be, of 100
NAMED = 12_000  # names, of the biggest cities, that are searched with spelling forgiven


@dataclass(frozen=True, kw_only=True)
class Place:
    """A city or country: its name as shown, country (and state), thousands of people and zone."""

    name: str
    country: str
    thousands: int
    zone: str


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, ...], str]:
    zones, _, rows = (FOLDER / "cities.tsv").read_text(encoding="utf-8").partition("\n")
    return tuple(zones.split()), f"\n{rows}"


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, tuple[str, ...]]:
    rows = (FOLDER / "abbreviations.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return {name: tuple(zones.split()) for name, zones in pairs}


def abbreviation(name: str) -> tuple[str, ...]:
    """The zones that an abbreviation such as CET may stand for, likeliest first."""
    return _abbreviations().get(name.lower(), ())


def places(key: str) -> tuple[Place, ...]:
    """The places of that plain name, biggest first."""
    return tuple(_rows(f"\n{key}\t"))


def _rows(start: str) -> Iterator[Place]:
    zones, text = _table()
    at = text.find(start)
    while at >= 0:
        key, shown, country, people, zone = text[at + 1 : text.find("\n", at + 1)].split("\t")
        yield Place(name=shown or key.title(), country=country, thousands=int(people), zone=zones[int(zone)])
        at = text.find(start, at + 1)


def likely(found: tuple[Place, ...]) -> tuple[Place, ...]:
    """One place for each zone, without namesakes that hardly anybody means; at most three."""
    zones: dict[str, Place] = {}
    for place in sorted(found, key=lambda place: -place.thousands):
        zones.setdefault(place.zone, place)
    biggest = max((place.thousands for place in found), default=0)
    return tuple(place for place in zones.values() if place.thousands * RATIO >= biggest)[:3]


def misspelt(key: str) -> tuple[Place, ...]:
    """The places whose name is nearly that, for names of five letters and more."""
    from rapidfuzz import fuzz, process

    if len(key) < 5:
        return ()
    found = process.extractOne(key, _names(), scorer=fuzz.ratio, score_cutoff=FORGIVEN)
    return places(found[0]) if found else ()


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    _, text = _table()
    rows = text[1:].split("\n", NAMED)[:NAMED]
    return tuple(dict.fromkeys(row.partition("\t")[0] for row in rows if "\t" in row))


def biggest_city(zone: str) -> Place | None:
    """The biggest city of a zone."""
    zones, text = _table()
    if zone not in zones:
        return None
    at = text.find(f"\t{zones.index(zone)}\n")
    if at < 0:
        return None
    key, shown, country, people, _ = text[text.rfind("\n", 0, at) + 1 : text.find("\n", at)].split("\t")
    return Place(name=shown or key.title(), country=country, thousands=int(people), zone=zone)


def zone_names() -> tuple[str, ...]:
    """Every zone in which a listed city lies."""
    return _table()[0]
