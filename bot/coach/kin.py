"""Words of a kind ("protein" and "carbs"): families of common words, so that a wording stands for its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Kin:
    """Each common word's close family and wider family, by number."""

    def __init__(self, lines: Iterable[str]) -> None:
        """`lines`: the number of the wider family, then the words of a close family."""
        self._families: dict[str, tuple[int, int]] = {}
        for number, line in enumerate(lines):
            wider, *words = line.split()
            self._families.update(dict.fromkeys(words, (number, int(wider))))

    def __contains__(self, word: object) -> bool:
        return word in self._families

    def __iter__(self) -> Iterator[str]:
        return iter(self._families)

    def clues(self, word: str) -> tuple[str, ...]:
        """What a word's families are called; nothing for a word that is not common."""
        found = self._families.get(word)
        return (f"={found[0]}", f"=={found[1]}") if found else ()
