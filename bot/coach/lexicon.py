"""Words as people type them: one plain form for look-alike characters, stretched letters and near misses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable
from functools import lru_cache

LONGEST = 600  # characters read of a message; a question is asked by then
_APOSTROPHES = re.compile(r"[’‘ʼ`´']")
_STRETCHED = re.compile(r"([^\W\d])\1{2,}")
_WORD = re.compile(r"[^\W_]+(?:\.\d+)?%?")


@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a message: NFKC, lower case, no accents or apostrophes ("can't" is "cant"), "sooo" is "soo"."""
    text = text[:LONGEST]
    plain = text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    bare = _bare(_APOSTROPHES.sub("", plain))
    return tuple(_WORD.findall(_STRETCHED.sub(r"\1\1", bare)))


def _bare(text: str) -> str:
    """The text without accents."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _edits(word: str) -> set[str]:
    """The word with each letter left out; both sides doing so finds dropped, doubled and foreign letters."""
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


class Speller:
    """Corrects a word that nobody knows to a known one a single slip away (two slips from nine letters on)."""

    def __init__(self, targets: Iterable[str], *known: Container[str], stems: tuple[str, ...] = ()) -> None:
        """`targets`: the words worth finding; `known`, and all that begin with one of `stems`: right as they are."""
        self._stems = stems
        self._targets = frozenset(word for word in targets if len(word) >= 4 and word.isalpha())
        self._known = (self._targets, *known)  # not made one: there are twenty thousand
        self._longest = max(map(len, self._targets), default=0) + 2  # beyond, nothing is two slips away
        self._near: dict[str, str] = {}  # words with spaces between: a list for each would take megabytes
        for word in sorted(self._targets):
            for form in {word, *_edits(word)}:
                self._near[form] = f"{self._near[form]} {word}" if form in self._near else word

    def correct(self, word: str) -> str:
        """The word itself when it is known or nothing is near, else the nearest target."""
        if len(word) < 4 or not word.isalpha() or word.startswith(self._stems):
            return word
        if any(word in words for words in self._known):
            return word
        if len(word) > self._longest:  # a whole message without spaces would take gigabytes
            return word
        forms = {word, *_edits(word)}
        if len(word) >= 9:
            forms |= {twice for once in forms for twice in _edits(once)}
        near = {target for form in forms for target in self._near.get(form, "").split()}
        return min(near, key=lambda target: (_distance(word, target), target), default=word)


def _distance(one: str, two: str) -> int:
    """Differences between two spellings, counted cheaply: letters out of place plus the gap in length."""
    same = sum(a == b for a, b in zip(one, two, strict=False)) + sum(
        a == b for a, b in zip(reversed(one), reversed(two), strict=False)
    )
    return len(one) + len(two) - same + 3 * (one[0] != two[0])
