"""What the words may be: nobody else's, nothing claimed that must not be, nothing too hard to read."""

import hashlib
import re
from pathlib import Path

import pytest

from content.claims import broken, rules
from content.library import HERE, open_library
from content.readability import difficulty

ENGLISH = open_library().tongue("en")
NAMES = {  # the article's names of exercises may be named
    "weighted lunge forward step up",
    "weighted squat and press up",
}
PRINTS = {
    word
    for line in (Path(__file__).parent / "article_fingerprint.txt").read_text().splitlines()
    if not line.startswith("#")
    for word in line.split()
}


def runs_of_five(text):
    words = re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))
    return (" ".join(words[i : i + 5]) for i in range(len(words) - 4))


def shared(text):
    prints = ((run, hashlib.blake2b(run.encode(), digest_size=6).hexdigest()) for run in runs_of_five(text))
    return {run for run, print_ in prints if print_ in PRINTS} - NAMES


def test_no_five_words_in_a_row_are_the_articles():
    files = [file for suffix in ("md", "ftl", "toml") for file in (HERE / "en").rglob(f"*.{suffix}")]
    assert len(files) > 100
    assert {str(file): found for file in files if (found := shared(file.read_text(encoding="utf-8")))} == {}


def test_the_fingerprint_knows_the_article():
    prints = {hashlib.blake2b(name.encode(), digest_size=6).hexdigest() for name in NAMES}
    assert prints <= PRINTS
    assert len(PRINTS) > 1000


CLAIMS = [
    "Strong quads prevent runner's knee.",
    "Calf raises protect from injuries.",
    "You will always feel better.",
    "Results are guaranteed.",
    "Bridges cure back pain.",
    "Weak calves cause injuries.",
    "Most knee pain is caused by weak quads.",
    "You have a torn muscle.",
    "You can run through it.",
    "It burns fat fast.",
    "Your glutes are switched off.",
    "Swollen ankles mean that your calves are weak.",
    "You will run 5 % faster.",
    "Keep going to failure.",
    "I can see your form.",
    "Take ibuprofen.",
    "You can train with a fever.",
    "Hills can replace strength.",
    "You should have trained yesterday.",
    "You broke your streak.",
]


@pytest.mark.parametrize("sentence", CLAIMS)
def test_the_lint_catches_what_must_not_be_claimed(sentence):
    assert any(broken(claim, sentence) for claim in rules(HERE, "en"))


RIGHT = [
    "Weak quads are one of several things linked with runner's knee.",
    "Push through the heels.",
    "Push through the front heel and rise onto that leg.",
    "Going to failure is not needed.",
    "I do not diagnose.",
]


@pytest.mark.parametrize("sentence", RIGHT)
def test_the_lint_lets_careful_words_pass(sentence):
    assert not any(broken(claim, sentence) for claim in rules(HERE, "en"))


def test_every_exception_has_a_reason():
    for line in (HERE / "en" / "claims.toml").read_text().split("[[claim.allowed]]")[1:]:
        assert re.search(r'reason = ".{10,}"', line)


def test_the_cards_are_easy_to_read():
    pytest.importorskip("textstat")
    scores = sorted(difficulty(answer.text) for answer in ENGLISH.answer.values())
    assert scores[len(scores) // 2] < 30
    assert scores[-1] <= 45


EMERGENCY_WORDS = re.compile(r"112|emergency department", re.IGNORECASE)
TALK = re.compile(r"\b(squat|lunge|plank|bridge|deadlift|set \d|reps?|session)\b", re.IGNORECASE)


@pytest.mark.parametrize("phrase", sorted(p for p in ENGLISH.phrases.ids if p.startswith("safety-")))
def test_a_safety_message_is_short_and_speaks_of_no_training(phrase):
    text = ENGLISH.phrase(phrase, number="112")
    assert len(text) < 500
    assert not TALK.search(text)


def test_every_emergency_says_where_help_is_and_says_it_first():
    levels = {rule["kind"]: rule["level"] for rule in ENGLISH.words["safety"]["rules"]}
    for kind, level in levels.items():
        text = ENGLISH.phrase(f"safety-{kind}", number="112")
        if level == "emergency" and kind != "crisis":
            assert EMERGENCY_WORDS.search(text.split("\n")[0]), kind
        if level == "same_day":
            assert re.search(r"today|now", text.split("\n")[0]), kind
        if level == "soon":
            assert re.search(r"doctor|physio", text), kind


def test_swelling_is_never_told_as_weak_calves():
    for text in (ENGLISH.muscle["calves"].weak, ENGLISH.answer["q11"].text, ENGLISH.muscle["calves"].more):
        assert "doctor" in text or "medical help" in text
    assert "emergency number" in ENGLISH.answer["q11"].text
