"""A turn in a conversation: follow-ups, ages, small talk, gibberish, bare how-to questions, other languages' signs."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.coach import explaining
from bot.coach.answers import Answerer
from bot.coach.says import Say
from content.library import open_library
from storage.records import Runner

UNRELATED = ["banana bread", "I'm 14", "asdf", "chest pan", "undo", "speak spanish", "are you human?", "knock knock",
             "?", "🏃", "New York", "start", "stop", "none", "knee hurts", "my back hurts"]  # fmt: skip


@pytest.fixture(scope="module")
def answerer() -> Answerer:
    return Answerer.open(open_library(), "en")


@pytest.fixture(scope="module")
def spanish() -> Answerer:
    return Answerer.open(open_library(), "es")


def said(answerer: Answerer, text: str, context: str | None = None) -> Say:
    finding = answerer.answer(text, context=context)
    return explaining.answer(
        finding, open_library(), Runner(id=1, name="Ada", created_at=datetime(2026, 11, 2, tzinfo=UTC))
    )


@pytest.mark.parametrize("context", ["muscle:quadriceps", "muscle:calves", "exercise:plank", "schedule"])
@pytest.mark.parametrize("text", UNRELATED)
def test_what_is_no_follow_up_is_answered_as_in_a_fresh_chat(
    answerer: Answerer, text: str, context: str
) -> None:
    assert answerer.answer(text, context=context) == answerer.answer(text)


@pytest.mark.parametrize(
    "text", ["and how do I train them?", "why?", "is it bad?", "tell me more", "where are they"]
)
def test_a_follow_up_stays_with_its_topic(answerer: Answerer, text: str) -> None:
    assert answerer.answer(text, context="muscle:quadriceps").best == "muscle:quadriceps"


@pytest.mark.parametrize("text", ["asdf", "qwrtz", "?", "zzzz xxxx"])
def test_gibberish_is_not_understood(answerer: Answerer, text: str) -> None:
    for context in (None, "muscle:quadriceps"):
        say = said(answerer, text, context)
        assert say.phrase == "not-understood"
        assert say.buttons


def test_a_misspelt_sign_stops_after_a_topic_too(answerer: Answerer) -> None:
    flag = answerer.answer("chest pan", context="muscle:quadriceps").flag
    assert flag is not None
    assert flag.level == "emergency"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("mi pantorrilla está hinchada y caliente", "same_day"),
        ("mon mollet est gonflé et chaud", "same_day"),
        ("meine Wade ist geschwollen und heiß", "same_day"),
        ("il polpaccio è gonfio e caldo", "same_day"),
        ("minha panturrilha está inchada", "same_day"),
        ("estoy mareado", "soon"),
        ("mir ist schwindlig", "soon"),
        ("j'ai mal à la poitrine", "emergency"),
        ("ich bekomme keine Luft", "emergency"),
        ("mi fa male il petto", "emergency"),
        ("estou com falta de ar", "emergency"),
        ("je suis tombé dans les pommes", "emergency"),
        ("ich will nicht mehr leben", "emergency"),
        ("mundwinkel hängt herunter", "emergency"),
        ("voglio uccidermi", "emergency"),
        ("desmaiei na corrida", "emergency"),
    ],
)
def test_signs_in_other_languages(answerer: Answerer, spanish: Answerer, text: str, level: str) -> None:
    for one in (answerer, spanish):
        flag = one.answer(text).flag
        assert flag is not None
        assert flag.level == level


def test_an_english_sign_counts_for_a_spanish_user(spanish: Answerer) -> None:
    flag = spanish.answer("chest pain").flag
    assert flag is not None
    assert flag.kind == "chest"


def test_both_languages_know_the_same_signs() -> None:
    kinds = [
        {rule.flag for rule in Answerer.open(open_library(), code).safety.rules} for code in ("en", "es")
    ]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("my back hurts", "muscle:core"),
        ("heel hurts in the morning", "muscle:calves"),
        ("knee hurts", "muscle:quadriceps"),
    ],
)
def test_complaints_find_their_muscle(answerer: Answerer, text: str, label: str) -> None:
    assert answerer.answer(text).best == label
    assert answerer.answer(text, context="muscle:hamstrings").best == label


@pytest.mark.parametrize(
    ("text", "faq"),
    [
        ("I'm 14", "q76"),
        ("i am 12 years old", "q76"),
        ("I am 72 years old", "q59"),
        ("im 80 can i train", "q59"),
        ("I'm 40", None),
        ("i did 14", None),
    ],
)
def test_ages_that_call_for_care(answerer: Answerer, text: str, faq: str | None) -> None:
    assert answerer.answer(text).faq == faq


def test_a_denied_sign_is_none_but_what_follows_it_counts(answerer: Answerer) -> None:
    assert answerer.answer("no chest pain").flag is None
    assert answerer.answer("no chest pain but my arm is numb").flag is not None
    assert answerer.answer("no chest pain but i fainted").flag is not None


@pytest.mark.parametrize(
    ("text", "exercise"),
    [
        ("how do I do a plank", "plank"),
        ("what is a plank", "plank"),
        ("calf raise", "calf_raise"),
        ("how do I do a calf raise", "calf_raise"),
        ("soleus raise", "soleus_raise"),
        ("wall sit", "wall_sit"),
        ("show me the deadlift", "deadlift"),
    ],
)
def test_how_an_exercise_is_done(answerer: Answerer, text: str, exercise: str) -> None:
    say = said(answerer, text)
    assert say.phrase == "answer-how"
    assert say.picture is not None
    assert say.picture.name == f"figure:{exercise}"


def test_stretching_is_answered(answerer: Answerer) -> None:
    finding = answerer.answer("should I stretch")
    assert finding.best == "out_of_scope"
    assert said(answerer, "should I stretch").phrase == "answer"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("hello", "small-talk-hello"),
        ("hello?", "small-talk-hello"),
        ("thanks coach", "small-talk-thanks"),
        ("good night", "small-talk-bye"),
        ("nope", "small-talk-no"),
        ("you suck", "small-talk-rude"),
        ("are you human?", "answer"),
        ("who are you", "answer"),
        ("knock knock", "small-talk"),
        ("🎉", "small-talk"),
    ],
)
def test_small_talk_by_its_kind(answerer: Answerer, text: str, phrase: str) -> None:
    assert said(answerer, text).phrase == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [("hola", "small-talk-hello"), ("gracias", "small-talk-thanks"), ("asdf", "not-understood")],
)
def test_small_talk_in_spanish(spanish: Answerer, text: str, phrase: str) -> None:
    assert said(spanish, text).phrase == phrase


@pytest.mark.parametrize("text", ["is this good for my knees?", "which muscle is this"])
def test_this_is_the_exercise_under_way(answerer: Answerer, text: str) -> None:
    assert answerer.answer(text, context="exercise:air_squat").best == "exercise:air_squat"
