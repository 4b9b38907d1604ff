"""The wordings of a language as rows: ways to ask, each with the labels it is right for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from bot.coach.lexicon import words_of

SAME = "context"  # the label of a follow-up that stays with the topic of the turn before
SMALLTALK = "smalltalk"
LINE = 118  # characters to a line of `known.txt`
NOT_WORDINGS = ("known", "model", "faq_model", "kin", "replies", "replies_model")


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One way to say something: the labels it is right for, best first, the turn before, the common question."""

    text: str
    labels: tuple[str, ...]
    context: str | None = None
    faq: str | None = None


def read_wordings(files: Mapping[str, tuple[str, ...]], faq_labels: Mapping[str, str]) -> list[Wording]:
    """All wordings of a language: a file is named after its label (`muscle-calves`), its cells split by tabs."""
    names = sorted(name for name in files if name not in NOT_WORDINGS)
    return [_wording(name, line.split("\t"), faq_labels) for name in names for line in files[name]]


def _wording(name: str, cells: Sequence[str], faq_labels: Mapping[str, str]) -> Wording:
    """A line: `faq` has the question's id first, `followups` labels and context, `mixed` labels; others text."""
    if name == "faq":
        return Wording(text=cells[1], labels=tuple(faq_labels[cells[0]].split()), faq=cells[0])
    if name == "followups":
        return Wording(text=cells[2], labels=tuple(cells[0].split("|")), context=cells[1])
    if name.startswith("mixed"):
        return Wording(text=cells[1], labels=tuple(cells[0].split("|")))
    return Wording(text=cells[0], labels=(name.replace("-", ":", 1),))


def vocabulary(rows: Iterable[Wording]) -> frozenset[str]:
    """Words that are right as they are: those that at least two wordings have."""
    seen: dict[str, int] = {}
    for row in rows:
        for word in set(words_of(row.text)):
            seen[word] = seen.get(word, 0) + 1
    return frozenset(word for word, times in seen.items() if times >= 2)


def known_lines(rows: Sequence[Wording]) -> list[str]:
    """The lines of `known.txt`: the vocabulary, then behind `*` the words of small talk; no start reads the wordings."""
    small = {word for row in rows if SMALLTALK in row.labels for word in words_of(row.text)}
    return [
        *wrap(" ".join(sorted(vocabulary(rows))), LINE),
        *(f"* {line}" for line in wrap(" ".join(sorted(small)), LINE)),
    ]


def read_known(lines: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The vocabulary and the words of small talk."""
    found: tuple[set[str], set[str]] = set(), set()
    for line in lines:
        found[line.startswith("* ")].update(line.removeprefix("* ").split())
    return frozenset(found[0]), frozenset(found[1])
