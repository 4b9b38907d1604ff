"""The stage and the line to its page, without a browser: jumps in order, kills, foreign pages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession, WSServerHandshakeError

from bot.preview.gestures import GESTURES
from bot.preview.page import serve
from bot.preview.stage import Stage
from storage.records import Due
from tests.browser.toy_coach import ToyCoach, toy

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ADA = 1001


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    stage = Stage(builder=toy, folder=tmp_path)
    stage.clock.jump_to(MONDAY)
    stage.world.person(ADA).send("hello")
    await stage.start()
    yield stage
    await stage.close()


async def plan(stage: Stage, **kinds: int) -> None:
    coach = stage.coach
    assert isinstance(coach, ToyCoach)

    def keep(page) -> None:
        coach.known(page, ADA)
        for kind, minutes in kinds.items():
            page.dues.keep(Due(runner_id=ADA, kind=kind, at=MONDAY + timedelta(minutes=minutes)))

    await coach.notebook.turn(keep)


def said(stage: Stage) -> list[tuple[str, datetime]]:
    letters = stage.world.chats[ADA].letters.values()
    return [(one.content["text"], one.date.replace(second=0, microsecond=0)) for one in letters if one.by_bot]


async def test_a_jump_stops_at_each_due_instant_in_order(stage: Stage) -> None:
    await plan(stage, reminder=300, rest=1, hold=30)
    await stage.go_to(MONDAY + timedelta(hours=6))
    expected = [
        (f"Set 2 of 3. ({kind})", MONDAY + timedelta(minutes=m))
        for kind, m in [("rest", 1), ("hold", 30), ("reminder", 300)]
    ]
    assert said(stage) == expected
    assert timedelta(hours=6) <= stage.clock.now() - MONDAY < timedelta(hours=6, minutes=1)


async def test_the_next_reminder_is_the_next_word_and_no_more(stage: Stage) -> None:
    await plan(stage, rest=5, reminder=300)
    assert await stage.go_to_next(ADA)
    assert [text for text, _ in said(stage)] == ["Set 2 of 3. (rest)"]


async def test_without_anything_due_there_is_nothing_to_go_to(stage: Stage) -> None:
    assert not await stage.go_to_next(ADA)
    with pytest.raises(ValueError, match="Nothing is planned yet"):
        await GESTURES["next"](stage, ADA, {})


async def test_while_the_coach_is_killed_time_passes_and_what_was_due_comes_after(stage: Stage) -> None:
    await plan(stage, reminder=10)
    await stage.kill()
    await stage.pass_time(timedelta(hours=1))
    assert said(stage) == []
    await stage.start()
    await stage.pass_time(timedelta())
    assert len(said(stage)) == 1


@pytest.mark.parametrize("local", ["2026-11-23T00:00", "2028-11-23T18:00"])
async def test_the_clock_does_not_go_back_nor_too_far(stage: Stage, local: str) -> None:
    with pytest.raises(ValueError, match="forward"):
        await GESTURES["jump"](stage, ADA, {"local": local})


async def test_only_its_own_page_may_speak_to_the_stage(stage: Stage) -> None:
    async with serve(stage, 0) as address, ClientSession() as session:
        async with session.ws_connect(f"{address}/line", origin=address) as line:
            state = await line.receive_json(timeout=5)
            assert [one["plain"] for one in state["view"]["messages"]] == ["hello"]
            await line.send_json({"do": "fly"})
            refused = await line.receive_json(timeout=5)
            assert refused == {"kind": "refused", "why": "The page asked for something unknown: fly"}
        with pytest.raises(WSServerHandshakeError):
            await session.ws_connect(f"{address}/line", origin="https://example.org")


async def test_files_of_the_world_are_served_and_others_are_not(stage: Stage) -> None:
    stage.world.person(ADA).send_document("a.csv", b"a,b", mime="text/csv")
    url = stage.world.view(ADA)["messages"][-1]["media"]["url"]
    async with serve(stage, 0) as address, ClientSession() as session:
        async with session.get(address + url) as found:
            assert (found.status, await found.read()) == (200, b"a,b")
        async with session.get(f"{address}/files/no-such") as missing:
            assert missing.status == 404
