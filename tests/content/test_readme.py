"""The README for coaches, followed to the letter, leads to content without mistakes."""

import re
import shutil
import textwrap

import pytest

from content.library import HERE, open_library
from content.mistakes import mistakes

README = (HERE / "README.md").read_text(encoding="utf-8")


def block(first_words):
    blocks = [textwrap.dedent(found) for found in re.findall(r"^ *```\n(.*?)^ *```", README, re.S | re.M)]
    return next(text for text in blocks if first_words in text)


@pytest.fixture
def root(tmp_path):
    ignored = shutil.ignore_patterns("__pycache__", "poses", "places", "*.py", "es", "wordings")
    shutil.copytree(HERE, tmp_path / "content", ignore=ignored)
    return tmp_path / "content"


def test_adding_an_answer(root):
    (root / "en/answers/tired_before.md").write_text(block("title: I am tired"))
    assert mistakes(root) == []
    assert open_library(root).tongue("en").answer["tired_before"].asks[0] == "too tired to train"


def test_adding_an_exercise(root):
    facts = root / "facts/exercises.toml"
    facts.write_text(facts.read_text() + "\n" + block("[step_down]"))
    assert "step_down.md" in str(mistakes(root)[0])
    words = (root / "en/exercises/calf_raise.md").read_text()
    (root / "en/exercises/step_down.md").write_text(re.sub(r"- 3:.*\n", "", words))
    assert mistakes(root) == []
    assert open_library(root).exercises["step_down"].main == ("quadriceps",)


def test_adding_a_language(root):
    shutil.copytree(root / "en", root / "fr")
    (root / "fr/language.toml").write_text('name = "Français"\ncomplete = false\n')
    assert mistakes(root) == []
    assert open_library(root).languages == ("en",)
    (root / "fr/language.toml").write_text('name = "Français"\ncomplete = true\n')
    open_library.cache_clear()
    assert open_library(root).languages == ("en", "fr")
    assert open_library(root).tongue("fr-CA").name == "Français"


def test_it_names_only_files_that_are_there():
    named = re.findall(r"`((?:facts|en|poses)/[\w/.*-]*)`", README)
    made = {"en/answers/tired_before.md", "en/exercises/step_down.md", "poses/step_down.toml"}
    assert [name for name in named if name not in made and not list(HERE.glob(name.rstrip("/")))] == []
