"""A language's reply words, ready to look up: phrases by their words, and known words for slips of the thumb."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz.distance import OSA

from bot.coach.linear import Linear
from bot.coach.numbers import normalise

Words = tuple[str, ...]
GROUPS = (
    *("denial", "unreal", "opener", "joiner", "and", "wish", "instead", "was", "or", "mine", "regret", "put"),
    *(
        "nth",
        "until",
        "holds",
        "both",
        "all",
        "the",
        "every",
        "twice",
        "times_over",
        "point",
        "held",
        "weight",
        "so_far",
    ),
)
TEXTING = "texting"  # "gr8 great": a spelling with digits, and the word it stands for
_RUN = re.compile(r"(.)\1{2,}")
_LEET = re.compile(r"(?<=[a-z])0(?=[a-z])")
_GLUED = re.compile(r"(?<=\d)(kgs?|lbs?)x(?=\d)")
_WITH = re.compile(r"\bw/(?=\s|\d)")
_POINTED = re.compile(r"(?<![^\s(])\.(?=\d)")  # ".5 min"
# Letters of other alphabets that look like Latin ones.
_LOOKALIKE = str.maketrans(
    "асԁеһіјӏԛорѕԝхувкмнтѕαβεικνορτυχɡıѐёδσո",
    "acdehijlqopswxybkmhtsabeikvoptuxgieedon",
)


def fold(word: str) -> str:
    """A word without apostrophes and accents, as it is looked up."""
    if word.isascii():
        return word.replace("'", "")
    plain = unicodedata.normalize("NFKD", word)
    return unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c))).replace(
        "'", ""
    )


def latin(word: str) -> str:
    """What a word looks like in Latin letters: "dоne" with a Cyrillic letter becomes "done"."""
    return fold(word).translate(_LOOKALIKE)


def squeezed(word: str) -> tuple[str, str]:
    """A word with its long runs of one letter cut to one and to two ("doneeee", "yesss")."""
    return _RUN.sub(r"\1", word), _RUN.sub(r"\1\1", word)


@dataclass(frozen=True, kw_only=True)
class ReplyWords:
    """A language's reply vocabulary, made from its `words/replies.toml`."""

    language: str
    phrases: Mapping[Words, str]  # a sequence of words -> the list it stands in; the first list wins
    emoji: Mapping[str, str]
    known: frozenset[str]
    targets: Mapping[str, Words]  # two first letters -> words that a slip is read as
    longest: int
    groups: Mapping[str, frozenset[str]]  # small words by what they do to their neighbours
    texting: Mapping[str, str]  # spellings with digits ("gr8") and their words
    model: Linear | None = None  # which intent a reply leans to; None: the grammar reads alone

    @classmethod
    def of(
        cls, data: Mapping[str, Any], language: str = "en", model: Sequence[str] | None = None
    ) -> ReplyWords:
        """Build from the parsed TOML of one language and the lines of its model, if it has one."""
        phrases: dict[Words, str] = {}
        emoji: dict[str, str] = {}
        for name, entries in data.items():
            for entry in entries if name not in (*GROUPS, TEXTING) else ():
                if name.endswith("_emoji"):
                    emoji.setdefault(normalise(str(entry)), name.removesuffix("_emoji"))
                else:
                    phrases.setdefault(tuple(fold(w) for w in normalise(str(entry)).split()), name)
        groups = {name: frozenset(fold(normalise(str(w))) for w in data.get(name, ())) for name in GROUPS}
        known = frozenset(word for words in phrases for word in words).union(*groups.values())
        targets: dict[str, list[str]] = {}
        for words, name in phrases.items():
            if len(words) == 1 and len(words[0]) >= 4 and _mends(name):
                targets.setdefault(words[0][0], []).append(words[0])
        return cls(
            language=language,
            phrases=phrases,
            emoji=emoji,
            known=known,
            targets={k: tuple(v) for k, v in targets.items()},
            longest=max((len(words) for words in phrases), default=1),
            groups=groups,
            texting=dict(entry.split() for entry in data.get(TEXTING, ())),
            model=Linear.read(model) if model else None,
        )

    def corrected(self, word: str) -> str | None:
        """The known word that `word` is one slip away from, None where there is none."""
        return _corrected(self.targets.get(word[:1], ()) + self.targets.get(word[1:2], ()), word)


@lru_cache(maxsize=512)
def _corrected(targets: Words, word: str) -> str | None:
    if not 3 <= len(word) <= 20:
        return None
    near = (t for t in targets if OSA.distance(word, t, score_cutoff=1) <= 1 and _begins_alike(word, t))
    return min(near, key=lambda t: sorted(t) != sorted(word), default=None)  # swapped letters first


def _begins_alike(word: str, target: str) -> bool:
    return word[0] == target[0] or word[:2] == target[1::-1]


def _mends(name: str) -> bool:
    """Whether slips are read as the words of this list."""
    return name not in ("plain", "filler", "comment", "aim", "at", "ahead") and not name.startswith(
        ("number_", "seconds_")
    )


def unleet(text: str) -> str:
    """A nought between letters is an o ("d0ne"); "12kgx10" and "w/ 8" fall apart; ".5" is 0.5."""
    return _POINTED.sub("0.", _WITH.sub("w ", _GLUED.sub(r"\1 x ", _LEET.sub("o", text))))
