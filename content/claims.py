"""The must-not-claim lint (brief 5.5): wordings that no coach may use, with the exceptions and their reasons.

`<language>/claims.toml` holds the rules: `pattern` (regular expression, any case), `why`, and `allowed`, each
with the words that make it right ("nobody can promise") and the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from content import reading
from content.mistake import Mistake, Mistakes

TEXTS = (
    "muscles/*.md",
    "parts/*.md",
    "exercises/*.md",
    "sessions/*.md",
    "runs/*.md",
    "answers/*.md",
    "phrases/*.ftl",
)
HEADS = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@dataclass(frozen=True)
class Claim:
    """A wording that must not be used, why, and the sentences in which it may stand after all."""

    pattern: re.Pattern[str]
    why: str
    allowed: tuple[re.Pattern[str], ...]


def rules(root: Path, language: str) -> list[Claim]:
    """The rules of a language."""
    rows = reading.table(root / language / "claims.toml")["claim"]
    return [Claim(_pattern(row["pattern"]), row["why"], _allowed(row)) for row in rows]


def _allowed(row: dict[str, list[dict[str, str]]]) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(exception["words"]) for exception in row.get("allowed", []))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def claims(root: Path, language: str) -> Mistakes:
    """Every sentence that claims what we must not claim."""
    if not (root / language / "claims.toml").exists():
        yield Mistake(language, 0, '"claims.toml" is missing: what must not be claimed in this language')
        return
    known = rules(root, language)
    for glob in TEXTS:
        for file in sorted((root / language).glob(glob)):
            for line, sentence in sentences(file):
                for claim in known:
                    if found := broken(claim, sentence):
                        says = f'"{found}" must not be claimed: {claim.why}'
                        yield Mistake(str(file.relative_to(root)), line, says)


def broken(claim: Claim, sentence: str) -> str:
    """The words with which a sentence breaks a rule, empty if it does not or is an allowed exception."""
    hit = claim.pattern.search(sentence)
    return hit[0] if hit and not any(rule.search(sentence) for rule in claim.allowed) else ""


def sentences(file: Path) -> Iterator[tuple[int, str]]:
    """What people will read in a file: each sentence with its line; the head of a prose file is left out."""
    text = file.read_text(encoding="utf-8")
    begin = 1
    if file.suffix == ".md" and (head := HEADS.match(text)):
        begin += head[0].count("\n")
        text = text[head.end() :]
    for number, line in enumerate(text.splitlines(), begin):
        if not line.startswith("#"):
            yield from ((number, part) for part in re.split(r"(?<=[.!?])\s+", line) if part.strip())
