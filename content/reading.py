"""Files to records. Prose is Markdown: `key: value` lines between two `---`, then `## headings`."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from content.model import (
    AnswerProse,
    Exercise,
    ExerciseProse,
    Muscle,
    MuscleProse,
    PartProse,
    Reference,
    Run,
    Rung,
    RunProse,
    Session,
    SessionProse,
)

T = TypeVar("T")
FACETS = ("card", "more", "does", "why", "weak", "train", "where")


class UnreadableError(ValueError):
    """A content file is not as its reader expects; the message says which file and what is missing."""


@dataclass(frozen=True)
class Page:
    """One prose file taken apart: the lines at its head, and its sections by heading."""

    path: Path
    head: Mapping[str, str]
    sections: Mapping[str, str]

    def value(self, key: str) -> str:
        """A line of the head; raises UnreadableError when it is not there."""
        if key not in self.head:
            raise UnreadableError(f"{self.path}: the line '{key}:' is missing at the top")
        return self.head[key]

    def several(self, key: str, sign: str = ",") -> tuple[str, ...]:
        """A line of the head that lists several things with commas; empty when there is no such line."""
        return tuple(part.strip() for part in self.head.get(key, "").split(sign) if part.strip())

    def section(self, heading: str, default: str | None = None) -> str:
        """The text under a heading; raises UnreadableError when it is not there and no default is given."""
        text = self.sections.get(heading, default)
        if text is None:
            raise UnreadableError(f"{self.path}: the heading '## {heading.capitalize()}' is missing")
        return text

    def points(self, heading: str) -> tuple[str, ...]:
        """The `- ` lines under a heading."""
        return tuple(line[2:].strip() for line in self.section(heading).splitlines() if line.startswith("- "))


def page(path: Path) -> Page:
    """Takes a prose file apart. Lines of a paragraph are joined; an empty line begins a new one."""
    text = path.read_text(encoding="utf-8")
    if not text.startswith("---\n") or "\n---\n" not in text:
        raise UnreadableError(f"{path}: it must begin with lines between two '---'")
    head, body = text[4:].split("\n---\n", 1)
    heads = dict(_pair(path, line) for line in head.splitlines() if line.strip())
    sections = {"": ""}
    for block in ("\n" + body).split("\n## ")[1:]:
        heading, _, rest = block.partition("\n")
        sections[heading.strip().lower()] = _flow(rest)
    sections[""] = _flow(("\n" + body).split("\n## ")[0])
    return Page(path, heads, sections)


def _pair(path: Path, line: str) -> tuple[str, str]:
    key, colon, value = line.partition(":")
    if not colon:
        raise UnreadableError(f"{path}: '{line}' at the top is not of the form 'key: value'")
    return key.strip(), value.strip()


def _flow(text: str) -> str:
    """Joins the lines of each paragraph, but leaves the lines of a list apart."""
    paragraphs = [part for part in text.strip().split("\n\n") if part.strip()]
    return "\n\n".join(_paragraph(part.strip()) for part in paragraphs)


def _paragraph(text: str) -> str:
    return text if text.startswith("- ") else " ".join(line.strip() for line in text.splitlines())


def folder(path: Path, read: Callable[[Page], T]) -> dict[str, T]:
    """Reads every Markdown file of a folder; the file's name is the id."""
    return {file.stem: read(page(file)) for file in sorted(path.glob("*.md"))}


def muscle_prose(p: Page) -> MuscleProse:
    """A muscle; each facet may end in its own line of sources at the head (`sources-weak: …`)."""
    texts = {facet: p.section(facet) for facet in FACETS}
    common = p.several("sources")
    sources = {facet: p.several(f"sources-{facet}") or common for facet in FACETS}
    return MuscleProse(name=p.value("name"), aliases=p.several("aliases"), sources=sources, **texts)


def part_prose(p: Page) -> PartProse:
    """A part of a muscle group."""
    return PartProse(
        name=p.value("name"),
        aliases=p.several("aliases"),
        muscle=p.value("muscle"),
        card=p.section(""),
        sources=p.several("sources"),
    )


def exercise_prose(p: Page) -> ExerciseProse:
    """An exercise; `## Ladder` has one line per level: `- 0: sit down to a chair`."""
    rungs = dict(_rung_words(p, line) for line in p.points("ladder"))
    return ExerciseProse(
        name=p.value("name"),
        short=p.value("short"),
        aliases=p.several("aliases"),
        start=p.section("start"),
        cues=p.points("cues"),
        breathing=p.section("breathing"),
        tempo=p.section("tempo"),
        mistakes=p.points("mistakes"),
        easier=p.section("easier"),
        harder=p.section("harder"),
        not_when=p.section("not when"),
        card=p.section("card"),
        rungs=rungs,
    )


def _rung_words(p: Page, line: str) -> tuple[int, str]:
    level, _, words = line.partition(":")
    if not level.strip().isdigit():
        raise UnreadableError(f"{p.path}: '{line}' under Ladder must begin with its level, as in '2: slower'")
    return int(level), words.strip()


def session_prose(p: Page) -> SessionProse:
    """A session."""
    return SessionProse(**_card(p))


def run_prose(p: Page) -> RunProse:
    """A type of run."""
    return RunProse(**_card(p))


def _card(p: Page) -> dict[str, Any]:
    return {
        "name": p.value("name"),
        "aliases": p.several("aliases"),
        "card": p.section("card"),
        "more": p.section("more"),
        "sources": p.several("sources"),
    }


def answer_prose(p: Page) -> AnswerProse:
    """An answer: the text stands first, `## More` may follow."""
    return AnswerProse(
        title=p.value("title"),
        text=p.section(""),
        more=p.section("more", ""),
        topics=p.several("topics"),
        sources=p.several("sources"),
        asks=p.several("asks", "|"),
    )


def table(path: Path) -> dict[str, Any]:
    """A TOML file; a mistake in it is told with the file's name."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise UnreadableError(f"{path}: {error}") from error


def exercises(facts: Path) -> dict[str, Exercise]:
    """The exercises' facts. What a rung does not say, it has from its exercise."""
    return {key: _exercise(key, row) for key, row in table(facts / "exercises.toml").items()}


def _exercise(key: str, row: dict[str, Any]) -> Exercise:
    row = {"swaps": [], "main": [], "helper": [], **row}
    base = {name: row[name] for name in ("unit", "sided", "low", "high", "loaded")}
    ladder = tuple(Rung(**{**base, **rung}) for rung in row.pop("ladder", [{"level": 1}]))
    start = row.pop("start_kg", None)
    for name in ("main", "helper", "swaps"):
        row[name] = tuple(row[name])
    return Exercise(id=key, ladder=ladder, start_kg=tuple(start) if start else None, **row)


def muscles(facts: Path) -> dict[str, Muscle]:
    """The muscle groups; who trains them is read from the exercises, the one place where it stands."""
    known = exercises(facts)
    return {key: _muscle(key, row, known) for key, row in table(facts / "muscles.toml").items()}


def _muscle(key: str, row: dict[str, Any], known: Mapping[str, Exercise]) -> Muscle:
    ours = [e for e in known.values() if e.source == "article"]
    return Muscle(
        id=key,
        number=row["number"],
        main=tuple(e.id for e in ours if key in e.main),
        helper=tuple(e.id for e in ours if key in e.helper),
        addons=tuple(row.get("addons", ())),
    )


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}


def _rows(make: Callable[..., T], name: str, facts: Path) -> dict[str, T]:
    return {key: make(id=key, **_tuples(row)) for key, row in table(facts / f"{name}.toml").items()}


def sessions(facts: Path) -> dict[str, Session]:
    """The session templates."""
    return _rows(Session, "sessions", facts)


def runs(facts: Path) -> dict[str, Run]:
    """The types of run."""
    return _rows(Run, "runs", facts)


references: Callable[[Path], dict[str, Reference]] = partial(_rows, Reference, "sources")
