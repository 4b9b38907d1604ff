"""The coach's spell-checker: all mistakes of a content folder at once."""

from __future__ import annotations

from pathlib import Path

from content import reading
from content.article import article
from content.claims import claims
from content.library import FIRST
from content.mistake import Mistake, Mistakes, at, meant
from content.mistakes_facts import facts
from content.mistakes_phrases import declared, phrases
from content.mistakes_prose import prose


def mistakes(root: Path) -> list[Mistake]:
    """Every mistake below `root`, in the order of files and lines. Empty means: nothing to mend."""
    found = [*facts(root)]
    if found:  # prose is compared with the facts, so these come first
        return sorted(set(found))
    for language in languages(root):
        found += [*prose(root, language), *phrases(root, language), *_safety(root, language)]
        found += claims(root, language)
    found += article(root)
    return sorted(set(found))


def languages(root: Path) -> list[str]:
    """The complete languages: folders whose language.toml says so, English first. Others are not checked."""
    files = root.glob("*/language.toml")
    codes = {file.parent.name for file in files if reading.table(file).get("complete", False)}
    return sorted(codes, key=lambda code: (code != FIRST, code))


def _safety(root: Path, language: str) -> Mistakes:
    """Every red flag that can be found has its message, and every message its red flag."""
    file = root / language / "words" / "safety.toml"
    if not file.exists():
        yield Mistake(f"{language}/words", 0, '"safety.toml" is missing')
        return
    kinds = {rule["kind"] for rule in reading.table(file)["rules"]}
    said = {name.removeprefix("safety-") for name in declared(root, language) if name.startswith("safety-")}
    for kind in sorted(kinds - said):
        says = (
            f'the red flag "{kind}" has no message "safety-{kind}" in phrases/safety.ftl.{meant(kind, said)}'
        )
        yield at(root, file, says, f'"{kind}"')
