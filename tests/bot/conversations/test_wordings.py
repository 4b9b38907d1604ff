"""Where words go: those about the week to `changing`, ordinary questions and replies elsewhere, as the switchboard does."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot import switchboard
from bot.coach.changes import Ask, Change
from bot.coach.heard import Heard
from bot.coach.says import Say
from bot.conversations import changing
from content.library import open_library
from storage.notebook import Notebook
from storage.records import Runner, Week
from storage.upgrade import upgrade

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)  # a Tuesday
KINDS = {"R": "rest", "E": "easy", "H": "hard", "L": "long"}
WEEK = Week(runner_id=1, days=tuple(KINDS[letter] for letter in "RERHRLR"))
TABLE = [
    row.split("\t")
    for row in (Path(__file__).parents[1] / "coach" / "week_wordings.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
]
REPLIES = (
    "done",
    "done 12",
    "12",
    "3x10",
    "12 12 10",
    "80x5",
    "too heavy",
    "skip this one",
    "yes",
    "no",
    "ok",
    "thanks",
    "hello",
    "undo",
)


def questions() -> list[str]:
    """Ordinary questions: every so many of the content's wordings."""
    files = sorted(Path("content/en/wordings").glob("*.tsv"))
    rows = [
        row.split("\t")[0]
        for file in files
        for row in file.read_text(encoding="utf-8").splitlines()
        if row.strip()
    ]
    rows = [row for row in rows if not row.startswith("#")]
    return rows[:: max(1, len(rows) // 200)][:200]


@pytest.fixture
async def heard_by(tmp_path, monkeypatch):
    """Says a text to the switchboard on a page of its own; what `changing` was handed, or None."""
    url = f"sqlite:///{tmp_path / 'words.db'}"
    upgrade(url)
    book, library = Notebook.open(url), open_library()
    runner = Runner(id=1, name="Ada", zone="Europe/Berlin", screening="clear", created_at=NOW)
    taken: list[Change | Ask] = []

    def changed(page, heard, found):
        taken.append(found)
        return [Say(phrase="change-nothing")]

    monkeypatch.setattr(changing, "changed", changed)

    async def say(text: str, week: Week = WEEK):
        taken.clear()

        def turn(page):
            page.runners.keep(runner)
            page.weeks.keep(week)
            tongue = library.tongue("en")
            heard = Heard(
                runner=runner, library=library, tongue=tongue, at=NOW, now=NOW, text=text, message_id=1
            )
            assert list(switchboard.text(page, heard)), f"silence after {text!r}"

        await book.turn(turn)
        return taken[0] if taken else None

    yield say
    await book.close()


async def test_wordings_about_the_week_come_to_changing(heard_by) -> None:
    about = [(text, expected) for text, expected in TABLE if expected != "-"]
    with_race = replace(WEEK, race_on=date(2026, 12, 13))
    kinds = Counter()
    lost = []
    for text, expected in about:
        found = await heard_by(text, with_race if expected == "no-race" else WEEK)
        kinds[type(found).__name__] += 1
        if isinstance(found, Change) == expected.startswith("ask ") or found is None:
            lost.append((text, expected, found))
    print(f"{len(about)} wordings: {dict(kinds)}, elsewhere {len(lost)}")
    assert len(about) >= 120
    applied = [row for row in lost if isinstance(row[2], Change)]
    assert not applied
    assert len(lost) <= len(about) / 20, lost


async def test_questions_and_replies_do_not(heard_by) -> None:
    texts = [*questions(), *REPLIES, *(text for text, expected in TABLE if expected == "-")]
    claimed = [(text, found) for text in texts if isinstance(found := await heard_by(text), Change)]
    print(f"{len(texts)} questions and replies, {len(claimed)} taken for a change")
    assert len(texts) >= 200
    assert not claimed
