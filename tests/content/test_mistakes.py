"""The coach's spell-checker finds each kind of mistake, says where, and what was meant."""

import shutil

import pytest

from content.library import HERE
from content.mistakes import mistakes

SKIPPED = shutil.ignore_patterns("wordings", "__pycache__", "poses", "places", "*.py", "es")


@pytest.fixture
def root(tmp_path):
    shutil.copytree(HERE, tmp_path / "content", ignore=SKIPPED)
    return tmp_path / "content"


def test_there_is_nothing_to_mend():
    assert [str(mistake) for mistake in mistakes(HERE)] == []


BREAKS = [
    (
        "facts/exercises.toml",
        'main = ["core"]',
        'main = ["coer"]',
        'there is no "coer" among the muscles. Did you mean "core"?',
    ),
    ("facts/exercises.toml", "number = 2\n", "number = 1\n", "forward_lunge has the number 1 of air_squat"),
    ("facts/exercises.toml", "sets = 3", "sets = 30", "sets is 30, but should be between 1 and 5"),
    ("facts/exercises.toml", 'unit = "reps"', 'unit = "rep"', 'unit cannot be "rep". Did you mean "reps"?'),
    ("facts/exercises.toml", "low = 10\nhigh = 12", "low = 13\nhigh = 12", "low (13) is more than high (12)"),
    (
        "facts/exercises.toml",
        "rest_high = 60",
        "rest_hihg = 60",
        'nobody knows "rest_hihg". Did you mean "rest_high"?',
    ),
    ("facts/exercises.toml", "start_kg = [4, 8]", "start_kg = [4, 80]", "80 kg is no weight to start with"),
    (
        "facts/exercises.toml",
        "{ level = 0 }, { level = 1 }",
        "{ level = 1 }, { level = 0 }",
        "the ladder must go up",
    ),
    ("facts/exercises.toml", "[air_squat]", "[air_squat", "Expected"),
    (
        "facts/sessions.toml",
        '"plank"',
        '"plonk"',
        'there is no "plonk" among the exercises. Did you mean "plank"?',
    ),
    ("facts/article.toml", "[A25]", "[A250]", "fact A25 of the article is not accounted for"),
    ("facts/article.toml", 'status = "left out"\nwhy', 'status = "left out"\nhow', "say why"),
    (
        "en/muscles/core.md",
        "it helps you react",
        "it catches you",
        'A31: muscles/core.md no longer says "it helps you react"',
    ),
    ("en/muscles/core.md", "Hung19", "Hung91", 'there is no source "Hung91". Did you mean "Hung19"?'),
    ("en/muscles/core.md", "## Weak", "## Wek", "the heading '## Weak' is missing"),
    ("en/muscles/core.md", "aliases:", "alias:", 'nobody knows "alias". Did you mean "aliases"?'),
    ("en/muscles/core.md", "## Why\n", "## Why\n" + "Steady. " * 80, '"why" has'),
    ("en/exercises/plank.md", "short: plank", "", "the line 'short:' is missing at the top"),
    (
        "en/exercises/plank.md",
        "- 3: plank with",
        "- 4: plank with",
        "the ladder must have the levels [0, 1, 2, 3]",
    ),
    ("en/exercises/plank.md", "- Look at the floor.", "", ""),
    ("en/exercises/plank.md", "- 3: plank with", "- three plank with", "must begin with its level"),
    ("en/answers/q10.md", "topics: muscle:calves", "topics: muscle:calfs", 'Did you mean "muscle:calves"?'),
    ("en/answers/q10.md", "sources: article, Dorn12", "sources:", "it does not say where it comes from"),
    ("en/parts/soleus.md", "muscle: calves", "muscle: calfs", 'there is no muscle group "calfs"'),
    (
        "en/answers/q10.md",
        "Train both",
        "Stronger calves prevent injuries. Train both",
        '"prevent" must not be claimed',
    ),
    ("en/phrases/answers.ftl", "answer-which =", "answer-which", "this is not Fluent"),
    ("en/phrases/answers.ftl", "answer-which = Which", "answer-which = <b>Which", "<b> is not closed"),
    ("en/phrases/answers.ftl", "answer-which = Which", "answer-which = Salt & pepper. Which", "write &amp;"),
    (
        "en/phrases/answers.ftl",
        "answer-which = Which",
        "answer-which = <h1>Which</h1>",
        "Telegram does not know <h1>",
    ),
    (
        "en/phrases/answers.ftl",
        "answer-which =",
        "credit-ours =",
        '"credit-ours" stands in answers.ftl already',
    ),
    (
        "en/phrases/answers.ftl",
        "button-answer-more = Tell me more",
        "button-answer-more = " + "Tell me " * 7,
        "48 is the most",
    ),
    ("en/phrases/safety.ftl", "safety-chest =", "safety-chesst =", 'the red flag "chest" has no message'),
]


@pytest.mark.parametrize(("file", "old", "new", "says"), BREAKS)
def test_each_mistake_is_told(root, file, old, new, says):
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    told = [str(mistake) for mistake in mistakes(root)]
    if says:
        assert any(says in line for line in told), told
        assert any(says in line and line.startswith((file, "facts/", "en/words")) for line in told)
    else:
        assert told == []


def test_all_mistakes_are_told_at_once(root):
    (root / "en/answers/q10.md").unlink()
    (root / "en/answers/q11.md").write_text("no head")
    (root / "en/exercises/plank.md").rename(root / "en/exercises/plunk.md")
    told = "\n".join(str(mistake) for mistake in mistakes(root))
    assert "it must begin with lines between two '---'" in told
    assert '"plank.md" is missing' in told
    assert 'en/exercises/plunk.md: nobody knows "plunk". Did you mean "plank"?' in told


def test_another_language_is_compared_with_english(root):
    shutil.copytree(root / "en", root / "xx")
    phrases = root / "xx/phrases/answers.ftl"
    text = phrases.read_text(encoding="utf-8").replace("answer-which =", "answer-wich =")
    phrases.write_text(text.replace(" of { $target }", " of { $taret }"), encoding="utf-8")
    (root / "xx/answers/q10.md").unlink()
    cue, plank = "- Look at the floor.\n", root / "xx/exercises/plank.md"
    plank.write_text(plank.read_text(encoding="utf-8").replace(cue, ""), encoding="utf-8")
    told = [str(mistake) for mistake in mistakes(root)]
    assert any(
        line.startswith("xx/phrases/answers.ftl, line") and '"answer-amount" leaves out $target' in line
        for line in told
    )
    assert any('uses $taret, which English does not have. Did you mean "target"?' in line for line in told)
    assert 'xx/phrases: the phrase "answer-which" is missing' in told
    assert 'xx/answers: "q10.md" is missing' in told
    assert "xx/exercises/plank.md, line 12: it has 4 cues, English has 5" in told
    assert any('English has no phrase "answer-wich". Did you mean "answer-which"?' in line for line in told)
