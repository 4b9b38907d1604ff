"""What the library promises to the rooms above it."""

import subprocess
import sys
import time

import pytest

from content.library import open_library
from content.phrases import PhraseError

LIBRARY = open_library()
ENGLISH = LIBRARY.tongue("en")

# The article's two sessions: exercise, unit, counted how, target, most of the target range.
SESSIONS = {
    "bodyweight": [
        ("air_squat", "reps", "both", 10, 12),
        ("forward_lunge", "reps", "total", 10, 12),
        ("hip_bridge", "reps", "both", 10, 12),
        ("plank", "seconds", "both", 30, 30),
        ("push_up", "reps", "both", 10, 10),
        ("russian_twist", "reps", "total", 10, 10),
    ],
    "dumbbell": [
        ("deadlift", "reps", "both", 10, 10),
        ("weighted_squat_press", "reps", "both", 10, 10),
        ("weighted_lunge_step_up", "reps", "total", 10, 10),
        ("weighted_hip_bridge", "reps", "both", 10, 10),
        ("bent_over_row", "reps", "both", 10, 10),
        ("side_plank_weight", "reps", "per_side", 5, 5),
    ],
}


@pytest.mark.parametrize("name", SESSIONS)
def test_the_sessions_are_exactly_the_articles(name):
    exercises = [LIBRARY.exercises[key] for key in LIBRARY.sessions[name].exercises]
    assert [(e.id, e.unit, e.sided, e.low, e.high) for e in exercises] == SESSIONS[name]
    assert {(e.sets, e.rest_low) for e in exercises} == {(3, 30)}
    assert all(30 <= e.rest <= 60 for e in exercises)


# brief 1.0: P main, S helper
TRAINS = {
    "quadriceps": "PP.S..SPP...",
    "glutes": "PPPS..PPPPSS",
    "hip_flexors": ".S.S.S..S...",
    "calves": "SS.....SS...",
    "core": "SSSPSPSSSSSP",
    "hamstrings": "SSS...PSSSS.",
}


@pytest.mark.parametrize("muscle", TRAINS)
def test_who_trains_what(muscle):
    order = [key for session in SESSIONS for key, *_ in SESSIONS[session]]
    known = LIBRARY.muscles[muscle]
    row = ["P" if key in known.main else "S" if key in known.helper else "." for key in order]
    assert "".join(row) == TRAINS[muscle]


def test_calves_and_hip_flexors_have_only_add_ons_as_main_exercises():
    assert LIBRARY.muscles["calves"].main == LIBRARY.muscles["hip_flexors"].main == ()
    assert all(LIBRARY.exercises[key].source == "ours" for key in LIBRARY.muscles["calves"].addons)


def test_the_ladder_gives_the_nearest_rung():
    plank = LIBRARY.exercises["plank"]
    assert plank.rung(2).low == 45
    assert plank.rung(9).level == 3


@pytest.mark.parametrize(
    ("code", "spoken"),
    [("en", "en"), ("en-GB", "en"), ("EN-us", "en"), ("xx", "en"), (None, "en"), ("", "en")],
)
def test_a_language_code_finds_its_language(code, spoken):
    assert LIBRARY.tongue(code).code == spoken


def test_every_title_is_a_question_about_something_known():
    assert len(ENGLISH.answer) >= 60
    assert {f"q{number:02}" for number in range(1, 61)} <= ENGLISH.answer.keys()


def test_a_credit_names_article_research_and_our_own_rule():
    line = ENGLISH.credit(("article", "ours", "Hamner10"))
    assert line == "<i>Source: the article · research (Hamner 2010) · our coaching rule</i>"
    assert ENGLISH.credit(()) == ""


@pytest.mark.parametrize("code", LIBRARY.languages)
def test_an_answer_says_each_thing_once(code):
    said = LIBRARY.tongue(code).phrase("answer", title="Title", text="Text", credit="Credit")
    assert [said.count(word) for word in ("Title", "Text", "Credit")] == [1, 1, 1]


def test_facts_choose_plurals_and_are_printed_plainly():
    assert ENGLISH.phrase("safety-chest", number="112").count("112") == 1
    with pytest.raises(PhraseError):
        ENGLISH.phrase("safety-chest")
    with pytest.raises(PhraseError):
        ENGLISH.phrase("no-such-phrase")


def test_numbers_have_no_thousands_sign(tmp_path):
    from content.phrases import Phrases

    (tmp_path / "a.ftl").write_text(
        "n = { $n }\nsets =\n    { $n ->\n        [one] one set\n       *[other] { $n } sets\n    }\n"
    )
    phrases = Phrases(tmp_path, "en")
    assert phrases.say("n", {"n": "12345"}) == "12345"
    assert phrases.say("sets", {"n": "1"}) == "one set"
    assert phrases.say("sets", {"n": 3}) == "3 sets"
    assert phrases.say("n", {"n": "007"}) == "007"
    assert phrases.say("n", {"n": "2.5 kg"}) == "2.5 kg"


def test_an_entry_may_name_others(tmp_path):
    from content.phrases import Phrases

    (tmp_path / "a.ftl").write_text(
        "-bot = Strong\nhello = { -bot } { inner }\ninner = { $x }!\n# a remark\nlast = ok\n"
    )
    assert Phrases(tmp_path, "en").say("hello", {"x": "y"}) == "Strong y!"
    assert Phrases(tmp_path, "en").ids == {"hello", "inner", "last"}


def test_emergency_numbers_are_numbers():
    for country, number in LIBRARY.emergency.items():
        assert len(country) == 2
        assert country.isupper()
        assert all(part.isdigit() for part in number.split(" / "))
    assert LIBRARY.emergency["GB"] == "999 / 112"
    assert LIBRARY.emergency["US"] == "911"


def test_opening_it_is_quick_and_brings_no_telegram_and_no_sql():
    code = (
        "import sys, time; from content.library import open_library; b = time.perf_counter(); "
        "t = open_library().tongue('en'); t.exercise, t.muscle, t.answer, t.phrases; "
        "print(time.perf_counter() - b); "
        "print([m for m in ('telegram', 'sqlalchemy', 'asyncio', 'httpx') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seconds, modules = ran.stdout.splitlines()
    assert float(seconds) < 0.5  # 0.05 s on a quiet machine
    assert modules == "[]"


def test_saying_a_phrase_is_a_matter_of_microseconds():
    ENGLISH.phrase("safety-chest", number="112")
    began = time.perf_counter()
    for _ in range(200):
        ENGLISH.phrase("safety-chest", number="112")
    assert (time.perf_counter() - began) / 200 < 0.002
