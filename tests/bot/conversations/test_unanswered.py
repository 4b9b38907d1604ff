"""Questions without an answer: kept only with consent and a key, read by the owner without names, gone after 90 days."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.app import _tidy
from bot.notes import Notes
from bot.unanswered import KIND, masked
from tests.bot.conversations.test_training import begun, ready
from tests.dialogue import Me, Stage

KEY = Fernet.generate_key().decode()
ROOT = Path(__file__).parents[3]
ODD = "flibber wobber garunkel?"
ASKED = "May I keep such questions"


@pytest.fixture
async def kept(stage: Stage) -> Stage:
    """The same bot with a key for notes and an owner."""
    await stage.stop()
    await stage.start(owner_chat_id=77, notes_key=KEY)
    return stage


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The file that the stage writes to."""
    return tmp_path / "rehearsal.db"


async def rows(stage: Stage) -> list[bytes]:
    return [note for _, note in await stage.app.notebook.turn(lambda page: page.wishes.sealed(KIND))]


async def agreed(me: Me) -> None:
    await ready(me)
    await me.says(ODD)
    me.hears(ASKED)
    await me.taps("Yes, keep them")
    me.hears("Thank you")


async def test_without_a_key_nobody_is_asked_and_nothing_kept(me: Me, stage: Stage):
    await ready(me)
    await me.says(ODD)
    me.hears("I did not get that")
    me.hears_not(ASKED)
    await me.says("/settings")
    assert not [label for label in me.buttons if "open questions" in label]
    assert await rows(stage) == []


async def test_asked_once_and_silence_is_no_consent(me: Me, kept: Stage):
    await ready(me)
    await me.says(ODD)
    me.hears(ASKED)
    await me.says(ODD)
    me.hears_not(ASKED)
    assert await rows(kept) == []


async def test_refused(me: Me, kept: Stage):
    await ready(me)
    await me.says(ODD)
    await me.taps("No")
    me.hears("none are kept")
    await me.says(ODD)
    assert await rows(kept) == []


async def test_nobody_is_asked_inside_a_workout(me: Me, kept: Stage):
    await begun(me)
    await me.says("flibber wobber garunkel")
    me.hears_not(ASKED)


async def test_with_consent_sealed_once_and_without_a_name(me: Me, kept: Stage, database: Path):
    await agreed(me)
    assert await rows(kept) == []  # what was asked before the consent is not kept
    for text in (ODD, ODD.upper(), "Ada flibber garunkel wobber ada@example.org +49 170 1234567?"):
        await me.says(text)
    notes = [Notes(KEY).open(one) for one in await rows(kept)]
    assert sorted(filter(None, notes)) == [
        ODD.upper(),
        "… flibber garunkel wobber … …?",
    ]
    whole = b"".join(file.read_bytes() for file in database.parent.glob("rehearsal.db*"))
    assert "wobber …".encode() not in whole


async def test_what_is_answered_or_urgent_is_never_kept(me: Me, kept: Stage):
    await agreed(me)
    for text in ("what do calves do?", "sharp pain in my chest right now", "done", "hello there"):
        await me.says(text)
    assert await rows(kept) == []


async def test_taken_back_in_settings(me: Me, kept: Stage):
    await agreed(me)
    await me.says(ODD)
    assert len(await rows(kept)) == 1
    await me.says("/settings")
    await me.taps("● Keep open questions")
    assert "○ Keep open questions" in me.buttons
    assert await rows(kept) == []


async def test_export_includes_and_delete_erases(me: Me, kept: Stage):
    await agreed(me)
    await me.says(ODD)
    await me.says("/export")
    document = me.sees("Everything I keep")["media"]
    data, _ = kept.world.file(document["url"].rsplit("/", 1)[-1])
    assert [one["text"] for one in json.loads(data)["questions"]] == [ODD]
    await me.says("/delete")
    await me.taps("Erase everything")
    assert await rows(kept) == []


async def test_the_owner_reads_them_newest_first_in_pages(me: Me, kept: Stage):
    owner, ben = kept.person(77, "Olga"), kept.person(1002, "Ben")
    await ready(owner)
    await owner.says("/unanswered")
    owner.hears("No question is waiting")
    await agreed(me)
    for n in range(9):
        await me.says(f"flibber <b>garunkel</b> wobber{'x' * n}?")
        await kept.forward(seconds=2)
    await agreed(ben)
    await ben.says("flibber <b>garunkel</b> wobberxx?")
    await owner.says("/unanswered")
    first = owner.hears("9 questions without an answer", "page 1 of 2", "wobberxx? (en, 2 people)")
    assert "Ada" not in first["plain"]
    assert first["plain"].index("wobberxx?") < first["plain"].index("wobberxxxxxxxx?")
    await owner.taps("Older")
    owner.hears("page 2 of 2", "• flibber <b>garunkel</b> wobber? (en)")
    assert owner.buttons == ["‹ Newer"]


async def test_nobody_else_reads_them(me: Me, kept: Stage):
    await agreed(me)
    await me.says("/unanswered")
    me.hears("I do not know that command")
    await me.taps((me.last["id"], "v1:unanswered:0"))
    assert me.toast == "This button is no longer valid."


async def test_gone_after_ninety_days(me: Me, kept: Stage):
    await agreed(me)
    await me.says(ODD)
    at = kept.clock.now().replace(minute=0)
    await kept.app.notebook.turn(lambda page: _tidy(page, at + timedelta(days=89)))
    assert len(await rows(kept)) == 1
    await kept.app.notebook.turn(lambda page: _tidy(page, at + timedelta(days=91)))
    assert await rows(kept) == []


async def test_as_a_table_on_the_command_line(me: Me, kept: Stage, database: Path):
    await agreed(me)
    await me.says(ODD)
    await kept.stop()
    env = {"PYTHONPATH": str(ROOT), "DATABASE_URL": f"sqlite:///{database}"}
    command = [sys.executable, "-m", "bot", "unanswered"]
    for key, code, words in ((KEY, 0, f"en\t1\t2026-11-02\t{ODD}\n"), ("", 2, "Set NOTES_KEY")):
        run = await asyncio.to_thread(
            subprocess.run,
            command,
            cwd=database.parent,
            env={**env, "NOTES_KEY": key},
            capture_output=True,
            text=True,
        )
        assert (run.returncode, words in run.stdout + run.stderr) == (code, True)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("is  Ada's\nknee ok", "is …'s knee ok"),
        ("ask @coach_bob or https://x.example/y", "ask … or …"),
        ("12 x 8 kg on 2026?", "12 x 8 kg on 2026?"),
        ("w" * 400, "w" * 300),
    ],
)
def test_what_is_masked(text: str, shown: str):
    assert masked(text, "Ada Lovelace") == shown


def test_another_key_opens_nothing():
    assert Notes(Fernet.generate_key().decode()).open(Notes(KEY).seal("x")) is None
