"""Mistakes in the words that people say: lists that a language lacks, red-flag rules that name nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from content import reading
from content.library import FIRST
from content.mistake import Mistake, Mistakes, at, meant

# The tables whose keys mean the same in every language ("" is the file itself); other keys are words of the language.
SAME: Mapping[str, tuple[str, ...]] = {
    "replies": ("",),
    "later": ("",),
    "week": ("", "say", "days", "months"),
    "topics": ("", "aliases", "facets", "groups", "faq"),
    "safety": ("",),
}


def words(root: Path, language: str, said: Iterable[str]) -> Mistakes:
    """All mistakes of `words/`; `said` are the ids of the phrases that there are."""
    if language != FIRST:
        yield from _like_english(root, language)
    file = root / language / "words" / "safety.toml"
    if file.exists():
        yield from _safety(root, file, set(said))
    elif language == FIRST:
        yield Mistake(f"{language}/words", 0, '"safety.toml" is missing')


def _like_english(root: Path, language: str) -> Mistakes:
    for english in sorted((root / FIRST / "words").glob("*.toml")):
        file = root / language / "words" / english.name
        if not file.exists():
            yield Mistake(f"{language}/words", 0, f'"{english.name}" is missing')
            continue
        there, here = reading.table(english), reading.table(file)
        for table in SAME.get(english.stem, ("",)):
            yield from _keys(root, file, table, _inside(there, table), _inside(here, table))


def _inside(table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    return dict(table.get(name, {})) if name else table


def _keys(root: Path, file: Path, table: str, there: Mapping[str, Any], here: Mapping[str, Any]) -> Mistakes:
    where = f" in [{table}]" if table else ""
    for key in sorted(there.keys() - here.keys()):
        yield at(root, file, f'the list "{key}" is missing{where}', f"[{table}]" if table else "")
    for key in sorted(here.keys() - there.keys()):
        yield at(root, file, f'nobody knows the list "{key}"{where}.{meant(key, there)}', key)


def _safety(root: Path, file: Path, said: set[str]) -> Mistakes:
    """Every red flag that can be found has its message, and every rule names concepts that there are."""
    source = reading.table(file)
    for rule in source["rules"]:
        if f"safety-{rule['kind']}" not in said:
            says = (
                f'the red flag "{rule["kind"]}" has no message "safety-{rule["kind"]}" in phrases/safety.ftl'
            )
            yield at(root, file, f"{says}.{meant('safety-' + rule['kind'], said)}", f'"{rule["kind"]}"')
        rows = rule["all"] if isinstance(rule["all"][0], list) else [rule["all"]]
        for concept in sorted({name for row in (*rows, rule.get("unless", [])) for name in row}):
            if concept not in source["concepts"]:
                says = f'the rule for "{rule["kind"]}" names "{concept}", which is no concept'
                yield at(root, file, f"{says}.{meant(concept, source['concepts'])}", f'"{concept}"')
