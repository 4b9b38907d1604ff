"""The coach's spell-checker: all mistakes of a content folder at once."""

from __future__ import annotations

from pathlib import Path

from content import reading
from content.article import article
from content.claims import claims
from content.library import FIRST
from content.mistake import Mistake
from content.mistakes_facts import facts
from content.mistakes_phrases import declared, phrases
from content.mistakes_prose import prose
from content.mistakes_words import words


def mistakes(root: Path) -> list[Mistake]:
    """Every mistake below `root`, in the order of files and lines. Empty means: nothing to mend."""
    found = [*facts(root)]
    if found:  # prose is compared with the facts, so these come first
        return sorted(set(found))
    for language in languages(root):
        found += [*prose(root, language), *phrases(root, language)]
        found += words(root, language, declared(root, language))
        found += claims(root, language)
    found += article(root)
    return sorted(set(found))


def languages(root: Path) -> list[str]:
    """The complete languages: folders whose language.toml says so, English first. Others are not checked."""
    files = root.glob("*/language.toml")
    codes = {file.parent.name for file in files if reading.table(file).get("complete", False)}
    return sorted(codes, key=lambda code: (code != FIRST, code))
