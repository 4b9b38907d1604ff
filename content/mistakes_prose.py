"""Mistakes in the prose: missing files, unknown sources, too long, hard to read, or short of English."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from content import reading
from content.library import FIRST
from content.mistake import Mistake, Mistakes, at, meant
from content.readability import difficulty, plain

CAPTION = 1024  # Telegram's limit for a text under a picture
MESSAGE = 4096  # and for a message
HARDEST = 45.0  # LIX: up to 30 very easy, 40 ordinary, 50 hard; a language of longer words says its own


@dataclass(frozen=True)
class Kind:
    """What a folder of prose must look like: its reader, the keys at the head, the longest of each text."""

    folder: str
    read: Callable[[reading.Page], Any]
    keys: frozenset[str]
    longest: Mapping[str, int]
    facts: str | None = None  # the facts file that says which ids there must be
    easy: tuple[str, ...] = field(default=("card",))  # the texts that must be easy to read


FACETS = dict.fromkeys(("card", "does", "why", "weak", "train", "where"), 500)
KINDS = (
    Kind(
        "muscles",
        reading.muscle_prose,
        frozenset({"name", "aliases", "sources", *(f"sources-{facet}" for facet in reading.FACETS)}),
        {**FACETS, "more": 2500, "name": 30},
        "muscles",
    ),
    Kind(
        "parts",
        reading.part_prose,
        frozenset({"name", "aliases", "muscle", "sources"}),
        {"card": 500, "name": 40},
    ),
    Kind(
        "exercises",
        reading.exercise_prose,
        frozenset({"name", "short", "aliases"}),
        {"card": 500, "name": 40, "short": 24, "start": 200, "not_when": 300, "easier": 200, "harder": 200},
        "exercises",
    ),
    Kind(
        "sessions",
        reading.session_prose,
        frozenset({"name", "aliases", "sources"}),
        {"card": 500, "more": 2500, "name": 40},
        "sessions",
    ),
    Kind(
        "runs",
        reading.run_prose,
        frozenset({"name", "aliases", "sources"}),
        {"card": 500, "more": 2500, "name": 40},
        "runs",
    ),
    Kind(
        "answers",
        reading.answer_prose,
        frozenset({"title", "asks", "topics", "sources"}),
        {"text": 600, "more": 2500, "title": 100},
        None,
        ("text",),
    ),
)
CUES = (3, 5)


class Known:
    """What the prose may name, from the facts."""

    def __init__(self, root: Path, language: str) -> None:
        self.hardest = reading.table(root / language / "language.toml").get("hardest", HARDEST)
        facts = root / "facts"
        self.sources = set(reading.table(facts / "sources.toml"))
        self.muscles = set(reading.table(facts / "muscles.toml"))
        self.labels = labels(root)
        rows = reading.exercises(facts)
        self.levels = {name: {rung.level for rung in row.ladder} for name, row in rows.items()}


def prose(root: Path, language: str) -> Mistakes:
    """All mistakes in one language's prose."""
    known = Known(root, language)
    for kind in KINDS:
        yield from _complete(root, language, kind)
        for file in sorted((root / language / kind.folder).glob("*.md")):
            yield from _file(root, file, kind, known)


def _complete(root: Path, language: str, kind: Kind) -> Mistakes:
    """The same files as the facts ask for, or as English has."""
    folder = root / language / kind.folder
    here = {file.stem for file in folder.glob("*.md")}
    if kind.facts:
        wanted = set(reading.table(root / "facts" / f"{kind.facts}.toml"))
    else:
        wanted = {file.stem for file in (root / FIRST / kind.folder).glob("*.md")}
    for name in sorted(wanted - here):
        yield Mistake(f"{language}/{kind.folder}", 0, f'"{name}.md" is missing')
    for name in sorted(here - wanted):
        yield at(root, folder / f"{name}.md", f'nobody knows "{name}".{meant(name, wanted - here or wanted)}')


def _file(root: Path, file: Path, kind: Kind, known: Known) -> Mistakes:
    try:
        page = reading.page(file)
        record = kind.read(page)
    except reading.UnreadableError as error:
        yield at(root, file, str(error).partition(": ")[2])
        return
    for key in page.head.keys() - kind.keys:
        yield at(root, file, f'nobody knows "{key}".{meant(key, kind.keys)}', key)
    yield from _sources(root, file, page, kind, known.sources)
    yield from _lengths(root, file, record, kind)
    yield from _like_english(root, file, record, kind)
    yield from _ease(root, file, record, kind, known.hardest)
    if kind.folder == "exercises":
        yield from _exercise(root, file, record, known)
    if kind.folder == "parts" and record.muscle not in known.muscles:
        yield at(root, file, f'there is no muscle group "{record.muscle}"', "muscle:")
    if kind.folder == "answers":
        yield from _topics(root, file, record.topics, known.labels)


def _sources(root: Path, file: Path, page: reading.Page, kind: Kind, known: set[str]) -> Mistakes:
    if "sources" in kind.keys and not page.several("sources"):
        yield at(root, file, "it does not say where it comes from: a line 'sources: …' is missing")
    for key in page.head:
        for source in page.several(key) if key.startswith("sources") else ():
            if source not in known:
                yield at(root, file, f'there is no source "{source}".{meant(source, known)}', source)


def _lengths(root: Path, file: Path, record: Any, kind: Kind) -> Mistakes:
    for name, longest in kind.longest.items():
        text = plain(getattr(record, name))
        if len(text) > longest:
            yield at(root, file, f'"{name}" has {len(text)} characters; {longest} is the most')
        if not text and name != "more":
            yield at(root, file, f'"{name}" is empty')


def _like_english(root: Path, file: Path, record: Any, kind: Kind) -> Mistakes:
    """As many cues and mistakes as English has, and more to tell where English has more."""
    english = root / FIRST / kind.folder / file.name
    try:
        model = kind.read(reading.page(english))
    except (reading.UnreadableError, FileNotFoundError):  # told where it belongs
        return
    for name in ("cues", "mistakes"):
        here, there = len(getattr(record, name, ())), len(getattr(model, name, ()))
        if here != there:
            yield at(root, file, f"it has {here} {name}, English has {there}", f"## {name.capitalize()}")
    if bool(getattr(record, "more", "")) != bool(getattr(model, "more", "")):
        yield at(root, file, "only one of this and the English file has a text under '## More'")


def _ease(root: Path, file: Path, record: Any, kind: Kind, hardest: float) -> Mistakes:
    for name in kind.easy:
        figure = difficulty(getattr(record, name))
        if figure is not None and figure > hardest:
            yield at(root, file, f'"{name}" is hard to read ({figure:.0f}; {hardest:.0f} is the most)')


def _exercise(root: Path, file: Path, record: Any, known: Known) -> Mistakes:
    levels = known.levels.get(file.stem, set(record.rungs))
    if set(record.rungs) != levels:
        yield at(root, file, f"the ladder must have the levels {sorted(levels)}", "## Ladder")
    if not CUES[0] <= len(record.cues) <= CUES[1]:
        yield at(root, file, f"it has {len(record.cues)} cues; 3 to 5 are wanted", "## Cues")
    shown = (record.name, record.start, *record.cues, record.breathing, record.tempo, *record.mistakes)
    if sum(map(len, shown)) > CAPTION - 80:
        yield at(root, file, "start, cues and mistakes together are too long to stand under a picture")


def _topics(root: Path, file: Path, topics: Iterable[str], known: set[str]) -> Mistakes:
    for topic in topics:
        if topic not in known:
            yield at(root, file, f'there is no topic "{topic}".{meant(topic, known)}', "topics:")


def labels(root: Path) -> set[str]:
    """Every topic that a question can be about."""
    names = {"muscle": "muscles", "exercise": "exercises", "session": "sessions", "run": "runs"}
    found = {"muscles:overview", "schedule", "sets_reps_rest", "soreness"}
    found |= {"red_flag", "out_of_scope", "smalltalk"}
    for label, table in names.items():
        found |= {f"{label}:{name}" for name in reading.table(root / "facts" / f"{table}.toml")}
    return found
