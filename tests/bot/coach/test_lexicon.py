"""Plain words, spelling tolerance, lists of phrases and the linear model's file."""

from __future__ import annotations

import pytest

from bot.coach.kin import Kin
from bot.coach.lexicon import Speller, words_of
from bot.coach.linear import Linear
from bot.coach.phrasebook import Phrasebook


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Can't FEEL it!!", ("cant", "feel", "it")),
        ("can’t", ("cant",)),
        ("sooooo sore", ("soo", "sore")),
        ("ｑｕａｄｓ", ("quads",)),
        ("Gesäß", ("gesass",)),
        ("7.5 kg, 10%", ("7.5", "kg", "10%")),
        ("🔥", ()),
        ("", ()),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chets", "chest"),
        ("ches", "chest"),
        ("chesst", "chest"),
        ("chess", "chess"),
        ("hamstrngs", "hamstrings"),
        ("hamstrigns", "hamstrings"),
        ("fainting", "fainting"),
        ("abc", "abc"),
        ("piano", "piano"),
    ],
)
def test_spelling(typed: str, meant: str) -> None:
    speller = Speller(["chest", "hamstrings", "paint"], {"chess"}, stems=("faint",))
    assert speller.correct(typed) == meant


def test_phrases_are_found_as_whole_words() -> None:
    book = Phrasebook({"pain": "hurt*, sore", "heel": "back of _ heel", "either": "@pain now, fine"})
    assert book.spans("pain", "it hurts and is sore") == [(1, 1), (4, 4)]
    assert book.spans("pain", "sored") == []
    assert book.spans("heel", "the back of my left heel") == [(1, 5)]
    assert book.spans("heel", "back of heel") == [(0, 2)]
    assert book.has("either", "it hurts now")
    assert not book.has("either", "it hurts")


def test_families_of_words() -> None:
    kin = Kin(["7 protein carbs", "9 weather"])
    assert kin.clues("carbs") == kin.clues("protein") == ("=0", "==7")
    assert kin.clues("plank") == ()


def test_a_model_survives_its_file() -> None:
    model = Linear.of(("a", "b"), 0.5, bytes([1, 255, 0, 0, 3, 4]))
    assert Linear.read(model.lines()) == model
    assert model.scores([0, 1, 2], 2.0) == model.scores([0, 2], 2.0) == {"a": 1.0, "b": 0.75}
    with pytest.raises(ValueError, match="fit"):
        Linear.read(["a b c d", *model.lines()[1:]])
