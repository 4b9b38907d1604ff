"""Red flags: every sign of the brief is found, ordinary gym talk is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coach.answers import Answerer
from bot.coach.safety import LEVELS, SafetyWords, red_flag
from content.library import open_library

DATA = Path(__file__).parents[2] / "data"
SIGNS = [
    ("my heart is racing and it wont stop", "emergency", "heart"),
    ("my face feels droopy", "emergency", "stroke"),
    ("my speech sounds funny", "emergency", "stroke"),
    ("calf pain after a long flight", "same_day", "clot"),
    ("I have a pacemaker", "soon", "heart_condition"),
    ("I can't catch my breath after the squats", "soon", "settle"),
    ("I think I'm going to throw up", "soon", "settle"),
    ("I feel dizzy", "soon", "settle"),
    ("chest pain while running", "emergency", "chest"),
    ("chets pain", "emergency", "chest"),
    ("is chest pain when running normal", "emergency", "chest"),
    ("my heart keeps skipping beats", "emergency", "heart"),
    ("heart racing and it wont settle", "emergency", "heart"),
    ("passed out on the trail", "emergency", "collapse"),
    ("suddenly cant catch my breath at rest", "emergency", "lung_clot"),
    ("cant breath", "emergency", "breathing"),
    ("my calf is swollen and im short of breath", "emergency", "lung_clot"),
    ("one side of my face is drooping", "emergency", "stroke"),
    ("worst headache of my life during squats", "emergency", "headache"),
    ("i stopped sweating and feel confused its really hot", "emergency", "heat"),
    ("back pain and i cant feel my bits", "emergency", "cauda"),
    ("cant feel my bits", "emergency", "cauda"),
    ("peeing brown", "emergency", "rhabdo"),
    ("pee looks like coke", "emergency", "rhabdo"),
    ("what does dark urine mean", "emergency", "rhabdo"),
    ("i want to end it all", "emergency", "crisis"),
    ("lips are blue", "emergency", "breathing"),
    ("bone is sticking out", "emergency", "deformity"),
    ("fell and cant put weight on my leg", "emergency", "deformity"),
    ("hit my head and feel sick", "emergency", "head_injury"),
    ("got kicked, shin is rock hard and my foot is numb", "emergency", "compartment"),
    ("calf is hot and swollen on one side", "same_day", "clot"),
    ("heard a pop in my heel", "same_day", "achilles"),
    ("cant stand on tiptoe", "same_day", "achilles"),
    ("deep groin pain at night", "same_day", "hip_fracture"),
    ("theres blood in my pee", "same_day", "blood_urine"),
    ("my knee is locked", "same_day", "joint"),
    ("pregnant and bleeding", "same_day", "pregnancy"),
    ("shin pain in one spot", "soon", "stress_fracture"),
    ("my foot goes numb", "soon", "nerve"),
    ("lump in my groin when i lift", "soon", "hernia"),
    ("my period stopped", "soon", "low_energy"),
    ("i leak when i run", "soon", "pelvic_floor"),
    ("both ankles swell every evening", "soon", "swelling"),
    ("still sore after two weeks", "soon", "long_soreness"),
    ("knee pain for 2 months", "soon", "lasting_pain"),
    ("constantly tired for weeks", "soon", "fatigue"),
    ("sharp pain in my shoulder", "modify", "sharp_pain"),
]


@pytest.fixture(scope="module")
def answerer() -> Answerer:
    return Answerer.open(open_library(), "en")


@pytest.fixture(scope="module")
def words(answerer: Answerer) -> SafetyWords:
    return answerer.safety


def lines(name: str) -> list[str]:
    return [line for line in (DATA / name).read_text(encoding="utf-8").splitlines() if line]


@pytest.mark.parametrize(("text", "level", "kind"), SIGNS)
def test_each_sign_has_its_level(words: SafetyWords, text: str, level: str, kind: str) -> None:
    found = red_flag(text, words)
    assert found is not None
    assert (found.level, found.kind) == (level, kind)


@pytest.mark.parametrize(
    "text",
    [
        "my legs are dead",
        "killer session",
        "chest day?",
        "heart of the matter",
        "no chest pain",
        "my calf is tight, no swelling",
        "swim stroke",
        "suicide sprints",
        "cant walk after leg day lol",
        "rest period between sets",
        "my mat is leaking",
        "my calves ache after two flights of stairs",
        "my calf has been sore for a few days",
        "let me catch my breath",
        "",
    ],
)
def test_gym_talk_is_no_sign(words: SafetyWords, text: str) -> None:
    found = red_flag(text, words)
    assert found is None or not found.stops


def test_the_most_urgent_sign_wins(words: SafetyWords) -> None:
    found = red_flag("shin pain in one spot and chest pain", words)
    assert found is not None
    assert found.level == "emergency"


def test_every_flag_of_the_wordings_is_found(answerer: Answerer) -> None:
    tongue = open_library().tongue("en")
    texts = tongue.wordings["red_flag"]
    missed = [text for text in texts if not _stops(answerer, text)]
    assert len(texts) >= 400
    assert len(missed) <= len(texts) * 0.01, missed


def test_unseen_flags_are_found(answerer: Answerer) -> None:
    rows = [line.split("\t") for line in lines("questions_unseen.tsv")[1:]]
    texts = [row[1] for row in rows if row[4] == "red_flag"]
    missed = [text for text in texts if not _stops(answerer, text)]
    assert len(texts) >= 150
    assert len(missed) <= len(texts) * 0.02, missed


def test_tricky_talk_raises_few_alarms(answerer: Answerer) -> None:
    seen, unseen = lines("not_flags.txt"), lines("not_flags_unseen.txt")
    assert sum(_stops(answerer, text) for text in seen) <= len(seen) * 0.01
    assert sum(_stops(answerer, text) for text in unseen) <= len(unseen) * 0.08


def test_a_sign_without_its_part_counts_after_a_turn_about_it(answerer: Answerer) -> None:
    assert red_flag("its swollen and hot", answerer.safety) is None
    found = answerer.answer("its swollen and hot", context="muscle:calves").flag
    assert found is not None
    assert found.kind == "clot"


def test_rules_are_well_formed(words: SafetyWords) -> None:
    tongue = open_library().tongue("en")
    for rule in words.rules:
        assert rule.flag.level in LEVELS
        assert tongue.has(rule.flag.phrase), rule.flag.phrase


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_nothing_breaks_it(words: SafetyWords, text: str) -> None:
    found = words.red_flag(text)
    assert found is None or found.level in LEVELS


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abc ,.!?", max_size=60), st.text(alphabet="abc ,.!?", max_size=60))
def test_words_around_a_sign_do_not_hide_it(words: SafetyWords, before: str, after: str) -> None:
    found = words.red_flag(f"{before} i have chest pain {after}")
    assert found is not None
    assert found.kind == "chest"


def _stops(answerer: Answerer, text: str) -> bool:
    flag = answerer.answer(text).flag
    return flag is not None and flag.stops
