"""The written dialogues: each goes as written, and through both doors of the stand-in Telegram word for word alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.preview.rehearsal import Door
from bot.preview.script import play
from tests.telegram_checks.suite import strict

STRICT = strict()  # here and not in a test: it imports aiogram, which takes its time
SCRIPTS = sorted(Path(__file__).parent.glob("*.txt"))


async def played(script: Path, door: Door) -> tuple[int, str]:
    lines: list[str] = []
    failures = await play(script, lines.append, door=door, **STRICT)
    return failures, "\n".join(lines)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
async def test_the_same_through_both_doors(script: Path) -> None:
    failures, straight = await played(script, "request")
    assert not failures, straight
    failures, over_http = await played(script, "http")
    assert not failures, over_http
    assert straight == over_http


def test_there_are_enough_of_them() -> None:
    assert len(SCRIPTS) >= 20
