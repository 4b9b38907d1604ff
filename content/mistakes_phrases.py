"""Mistakes in the phrases: not Fluent, not the facts English has, HTML that Telegram refuses, too long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from fluent.syntax import FluentParser, ast, visitor

from content.library import FIRST
from content.mistake import Mistake, Mistakes, at, meant
from content.readability import plain

TAGS = re.compile(r"<(/?)([a-z-]+)[^>]*>|<")
ALLOWED = frozenset({"b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"})
LABEL = 48  # characters a button can show
LONGEST = 3500  # what is left of Telegram's 4096 for the facts
PARSER = FluentParser(with_spans=True)


class _Facts(visitor.Visitor):
    """Collects the facts ($names) of an entry, and the other entries that it names."""

    def __init__(self) -> None:
        self.facts: set[str] = set()
        self.others: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - Fluent's naming
        self.facts.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - Fluent's naming
        self.others.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - Fluent's naming
        self.others.add(f"-{node.id.name}")


@lru_cache(maxsize=100)
def _parsed(text: str) -> tuple[ast.EntryType, ...]:
    return tuple(PARSER.parse(text).body)


def declared(root: Path, language: str) -> dict[str, frozenset[str]]:
    """Each phrase of a language with the facts it asks for, those of the phrases inside it included."""
    found = {name: _asked(entry) for _, name, entry in _entries(root, language)}
    return {name: _whole(name, found) for name in found if not name.startswith("-")}


def _asked(entry: ast.Message | ast.Term) -> _Facts:
    facts = _Facts()
    facts.visit(entry)
    return facts


def _whole(name: str, found: dict[str, _Facts]) -> frozenset[str]:
    facts = set(found[name].facts)
    for other in found[name].others & found.keys():
        facts |= _whole(other, found)
    return frozenset(facts)


def _entries(root: Path, language: str) -> Iterator[tuple[Path, str, ast.Message | ast.Term]]:
    for file in sorted((root / language / "phrases").glob("*.ftl")):
        for entry in _parsed(file.read_text(encoding="utf-8")):
            if isinstance(entry, ast.Message):
                yield file, entry.id.name, entry
            elif isinstance(entry, ast.Term):
                yield file, f"-{entry.id.name}", entry


def phrases(root: Path, language: str) -> Mistakes:
    """All mistakes in one language's phrases; English says which there are and which facts they get."""
    yield from _junk(root, language)
    seen: dict[str, Path] = {}
    for file, name, entry in _entries(root, language):
        if name in seen:
            yield at(root, file, f'"{name}" stands in {seen[name].name} already', f"{name} =")
        seen[name] = file
        yield from _texts(root, file, name, entry)
    if language != FIRST:
        yield from _like_english(root, language, seen)


def _junk(root: Path, language: str) -> Mistakes:
    for file in sorted((root / language / "phrases").glob("*.ftl")):
        text = file.read_text(encoding="utf-8")
        for entry in _parsed(text):
            if isinstance(entry, ast.Junk):
                line = text.count("\n", 0, entry.span.start if entry.span else 0) + 1
                what = "; ".join(note.message for note in entry.annotations if note.message)
                yield Mistake(str(file.relative_to(root)), line, f"this is not Fluent: {what}")


def _like_english(root: Path, language: str, seen: dict[str, Path]) -> Mistakes:
    english, here = declared(root, FIRST), declared(root, language)
    for name in sorted(english.keys() - here.keys()):
        yield Mistake(f"{language}/phrases", 0, f'the phrase "{name}" is missing')
    for name in sorted(here.keys() - english.keys()):
        says = f'English has no phrase "{name}".{meant(name, english.keys() - here.keys())}'
        yield at(root, seen[name], says, f"{name} =")
    for name in sorted(english.keys() & here.keys()):
        for fact in sorted(here[name] - english[name]):
            says = f'"{name}" uses ${fact}, which English does not have.{meant(fact, english[name])}'
            yield at(root, seen[name], says, f"{name} =")
        for fact in sorted(english[name] - here[name]):
            yield at(root, seen[name], f'"{name}" leaves out ${fact}', f"{name} =")


def _texts(root: Path, file: Path, name: str, entry: ast.Message | ast.Term) -> Mistakes:
    for text in _readings(entry.value):
        longest = LABEL if name.startswith("button-") else LONGEST
        if len(plain(text)) > longest:
            says = f'"{name}" has {len(plain(text))} characters; {longest} is the most'
            yield at(root, file, says, f"{name} =")
        wrong = _wrong_html(text)
        if wrong:
            yield at(root, file, f'"{name}": {wrong}', f"{name} =")


def _readings(pattern: ast.Pattern | None) -> list[str]:
    """Every way a pattern can read, a fact standing as three dots."""
    texts = [""]
    for part in pattern.elements if pattern else ():
        ways = [part.value] if isinstance(part, ast.TextElement) else _ways(part)
        texts = [text + str(way) for text in texts for way in ways][:64]
    return texts


def _ways(part: object) -> list[str]:
    inner = part.expression if isinstance(part, ast.Placeable) else part
    if isinstance(inner, ast.SelectExpression):
        return [text for variant in inner.variants for text in _readings(variant.value)]
    if isinstance(inner, ast.StringLiteral):
        return [inner.value]
    return ["…"]


def _wrong_html(text: str) -> str:
    """What Telegram would refuse: unknown tags, tags not closed in order, a bare < or &."""
    opened: list[str] = []
    for match in TAGS.finditer(text):
        closing, tag = match[1], match[2]
        if tag not in ALLOWED:
            return f"Telegram does not know {match[0]}"
        if not closing:
            opened.append(tag)
        elif not opened or opened.pop() != tag:
            return f"{match[0]} closes what is not open"
    if re.search(r"&(?!(amp|lt|gt|quot);)", text):
        return "write &amp; instead of &"
    return f"<{opened[-1]}> is not closed" if opened else ""
