"""A reply cut into tokens: numbers (also in words), words (slips mended), signs and emoji."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from bot.coach.numbers import strict
from bot.coach.vocabulary import ReplyWords, fold, squeezed

_TOKEN = re.compile(r"\d[\d.,:]*\d|\d|[^\W\d_]+(?:'[^\W\d_]+)*|\n|[^\w\s]|_")
_TEXTED = re.compile(r"(?<![\w.])(?=[^\W\d_]*\d)[^\W_]{2,9}(?![\w])")  # letters and a digit: "b4", "2nite"
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_EAGER = re.compile(r"(?<=!)1+(?=[!1]|$)")  # "done!!!1"
_CLIPPED = re.compile(r"(?<![\w'])'(?=[^\W\d_])")  # "got 'em"
_FEET = re.compile(r"(?<!\d)(\d)['′](?=[0-5]\d(?!\d))")  # 1'30
_TIME = re.compile(r"^(\d{1,2}):([0-5]\d)$")
TOO_LONG = Decimal(10**9)


@dataclass(frozen=True)
class Token:
    """One piece of a reply. `kind` is number, time (seconds), word or sign; `mark` the word list it stands in."""

    kind: str
    text: str
    value: Decimal = Decimal(0)
    mark: str = ""
    glued: bool = False  # no space before it
    spelled: bool = False  # a number in words
    typo: bool = False


def cut(text: str, words: ReplyWords) -> tuple[Token, ...]:
    """The tokens of a normalised text, each with the list of the longest known wording it is part of."""
    mended = tuple(_mended(_raw(_spelled_out(text, words)), words))
    return tuple(_marked(_without_nth(_numbered(mended, words), words), words))


def _without_nth(tokens: Iterator[Token], words: ReplyWords) -> Iterator[Token]:
    """ "Set no 2" as "set 2": the word between says nothing."""
    kept: list[Token] = []
    for token in tokens:
        named = len(kept) > 1 and kept[-1].text in words.groups["nth"]
        if token.kind == "number" and named and words.phrases.get((kept[-2].text,)) == "sets":
            kept.pop()
        kept.append(token)
    return iter(kept)


def _spelled_out(text: str, words: ReplyWords) -> str:
    """The text without text speak ("gr8"), clipped words and hyphens; feet and inches are minutes."""
    text = _TEXTED.sub(lambda piece: words.texting.get(piece[0], piece[0]), text)
    return _FEET.sub(r"\1:", _HYPHEN.sub(" ", _CLIPPED.sub("", _EAGER.sub("", text))))


def _raw(text: str) -> Iterator[Token]:
    end = 0
    for match in _TOKEN.finditer(text):
        piece, glued = match[0], match.start() == end and end > 0
        end = match.end()
        if piece[0].isdigit():
            yield from _numbers(piece, glued)
        else:
            yield Token("word" if piece[0].isalpha() else "sign", piece, glued=glued)


def _numbers(piece: str, glued: bool) -> Iterator[Token]:
    """A run of digits with points, commas and colons: a time, a decimal, or a list."""
    if match := _TIME.match(piece):
        yield Token("time", piece, Decimal(int(match[1]) * 60 + int(match[2])), glued=glued)
    elif (value := strict(piece)) is not None and piece.count(",") + piece.count(".") <= 1:
        yield Token("number", piece, value, glued=glued)
    elif len(parts := re.split(r"[.,:]", piece)) > 2 and all(1 <= len(p) <= 2 for p in parts):
        for i, part in enumerate(parts):
            if i:
                yield Token("sign", ",", glued=True)
            yield Token("number", part, Decimal(part), glued=bool(i) or glued)
    else:
        yield Token("number", piece, TOO_LONG, glued=glued)


def _mended(tokens: Iterator[Token], words: ReplyWords) -> Iterator[Token]:
    for token in tokens:
        yield token if token.kind != "word" else _word(token, words)


def _word(token: Token, words: ReplyWords) -> Token:
    word = fold(token.text)
    if word in words.known or not word:
        return replace(token, text=word)
    for shorter in squeezed(word):
        if shorter in words.known:
            return replace(token, text=shorter)
    if word[-2:-1] == word[-1:] and words.phrases.get((word[:-1],)) == "numbers":
        return replace(token, text=word[:-1], typo=True)
    mended = words.corrected(word) if word.isascii() else None
    return replace(token, text=mended or word, typo=mended is not None)


@lru_cache(maxsize=1)
def _spelling() -> tuple[object, type[Exception]]:
    from text_to_num import text2num  # the import takes 60 ms, so it waits for the first reply

    return text2num, ValueError


@lru_cache(maxsize=4096)
def _spelled(text: str, language: str) -> int | None:
    read, error = _spelling()
    try:
        return int(read(text, language))  # type: ignore[operator]
    except (error, KeyError):
        return None


def _numbered(tokens: tuple[Token, ...], words: ReplyWords) -> Iterator[Token]:
    """Number words to numbers, the longest run first ("twenty five"); only listed number words count."""
    i = 0
    while i < len(tokens):
        run = 0
        while i + run < len(tokens) and run < 5 and _is_number_word(tokens, i + run, words, run):
            run += 1
        while (
            run and (value := _spelled(" ".join(t.text for t in tokens[i : i + run]), words.language)) is None
        ):
            run -= 1
        if run and not _keeps(tokens, i, run, words):
            typo = any(t.typo for t in tokens[i : i + run])
            text = " ".join(t.text for t in tokens[i : i + run])
            yield Token("number", text, Decimal(value or 0), spelled=True, typo=typo, glued=tokens[i].glued)
            i += run
        else:
            yield tokens[i]
            i += 1


def _is_number_word(tokens: tuple[Token, ...], i: int, words: ReplyWords, run: int) -> bool:
    word = tokens[i].text
    joins = run > 0 and word == "and" and i + 1 < len(tokens)
    return tokens[i].kind == "word" and (joins or words.phrases.get((word,)) == "numbers")


def _keeps(tokens: tuple[Token, ...], i: int, run: int, words: ReplyWords) -> bool:
    """Whether a lone number word belongs to a known wording ("one more", "this one") and stays a word."""
    for start in range(max(0, i - words.longest + 1), i + 1):
        for end in range(i + run, min(len(tokens), start + words.longest) + 1):
            if end - start > run and tuple(t.text for t in tokens[start:end]) in words.phrases:
                return True
    return False


def _marked(tokens: Iterator[Token], words: ReplyWords) -> Iterator[Token]:
    pieces = tuple(tokens)
    i = 0
    while i < len(pieces):
        size, mark = _longest(pieces, i, words)
        for token in pieces[i : i + size]:
            yield replace(token, mark=mark)
        i += size


def _longest(pieces: tuple[Token, ...], i: int, words: ReplyWords) -> tuple[int, str]:
    if pieces[i].kind == "sign":
        return 1, words.emoji.get(pieces[i].text, "")
    for size in range(min(words.longest, len(pieces) - i), 0, -1):
        found = words.phrases.get(tuple(_key(t) for t in pieces[i : i + size]))
        if found is not None:
            return size, found
    return 1, ""


def _key(token: Token) -> str:
    return "#" if token.kind in ("number", "time") else token.text
