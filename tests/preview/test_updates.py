"""Delivery to the bot: ids, offsets, retention, conflicts, the brake (reliability §1)."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from telegram import Bot
from telegram.error import Conflict

from bot.clock import SetClock
from bot.preview.world import World


async def poll(world: World, **values: Any) -> list[dict[str, Any]]:
    answer = await world.call("getUpdates", {name: str(value) for name, value in values.items()})
    assert answer.status == 200, answer.body
    world.updates._last_poll = -1e9  # no brake between the polls of a test
    return answer.body["result"]


def numbers(updates: list[dict[str, Any]]) -> list[int]:
    return [update["update_id"] for update in updates]


async def test_an_offset_confirms_what_is_below_it(world: World) -> None:
    for text in "abc":
        world.person().send(text)
    first = numbers(await poll(world))
    assert first == [first[0], first[0] + 1, first[0] + 2]
    assert numbers(await poll(world)) == first, "not confirmed, so delivered again"
    assert numbers(await poll(world, offset=first[0] + 1)) == first[1:]
    assert numbers(await poll(world, offset=0)) == first[1:], "offset 0 starts at the oldest unconfirmed"
    assert numbers(await poll(world, offset=first[2] + 1)) == []


async def test_nonsense_offsets_fall_back_to_the_head(world: World) -> None:
    world.person().send("a")
    first = numbers(await poll(world))
    assert numbers(await poll(world, offset=first[0] + 500)) == first
    assert numbers(await poll(world, offset=1)) == first


async def test_a_negative_offset_destroys_the_backlog(world: World) -> None:
    for text in "abc":
        world.person().send(text)
    last = world.updates.pending[-1].id
    assert numbers(await poll(world, offset=-1)) == [last]
    assert numbers(await poll(world)) == [last]


async def test_at_most_a_hundred(world: World) -> None:
    for n in range(130):
        world.person().send(str(n))
    assert len(await poll(world)) == 100
    assert len(await poll(world, limit=7)) == 7
    assert len(await poll(world, limit=500)) == 100


async def test_messages_live_a_day_and_taps_150_seconds(world: World, bot: Bot, clock: SetClock) -> None:
    me = world.person()
    me.send("/start")
    sent = await bot.send_message(me.id, "hi")
    me.tap((sent.message_id, "x"))
    clock.jump(timedelta(seconds=149))
    assert len(await poll(world)) == 2
    clock.jump(timedelta(seconds=1))
    assert [update.kind for update in world.updates.pending if update.expires > clock.now()] == ["message"]
    clock.jump(timedelta(hours=24))
    assert await poll(world) == []
    assert world.updates.dropped == 2


async def test_allowed_updates_stick_and_leave_the_queue_alone(world: World) -> None:
    me = world.person()
    first = me.send("a")
    await poll(world, allowed_updates='["callback_query"]')
    assert len(await poll(world)) == 1, "what is queued stays"
    me.send("b")
    assert len(await poll(world)) == 1, "sticky"
    await poll(world, allowed_updates="[]")
    me.send("c")
    assert len(await poll(world)) == 2
    me.react(first)
    assert len(await poll(world)) == 2, "reactions only on request"
    await poll(world, allowed_updates='["message_reaction"]')
    me.react(first, "🔥")
    assert "message_reaction" in (await poll(world))[-1]


async def test_of_two_pollers_the_older_is_turned_away(world: World, bot: Bot) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.01)
    newer = asyncio.create_task(bot.get_updates(timeout=20))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await older
    world.person().send("hi")
    assert [update.message.text for update in await newer if update.message] == ["hi"]


async def test_polling_and_a_webhook_exclude_each_other(world: World, bot: Bot) -> None:
    await bot.set_webhook("https://example.org/hook")
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    await bot.get_updates()


async def test_setting_a_webhook_ends_a_poll(world: World, bot: Bot) -> None:
    poller = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.01)
    await bot.set_webhook("https://example.org/hook")
    with pytest.raises(Conflict, match="terminated by setWebhook"):
        await poller


async def test_the_brake_isolates_poison(world: World) -> None:
    for text in "abc":
        world.person().send(text)
    await world.call("getUpdates", {"offset": "0"})
    again = await world.call("getUpdates", {"offset": "0"})
    assert len(again.body["result"]) == 1


async def test_after_an_idle_week_ids_start_anywhere(world: World, clock: SetClock) -> None:
    world.person().send("a")
    first = world.updates.pending[-1].id
    clock.jump(timedelta(days=7))
    world.person().send("b")
    world.person().send("c")
    b, c = world.updates.pending[-2:]
    assert abs(b.id - first) > 1
    assert c.id == b.id + 1


async def test_a_lost_confirmation_brings_updates_again(world: World) -> None:
    world.person().send("a")
    first = numbers(await poll(world))
    world.updates.forgetful = 1
    assert numbers(await poll(world, offset=first[0] + 1)) == first
    assert numbers(await poll(world, offset=first[0] + 1)) == []


async def test_a_tap_on_a_message_that_is_gone(world: World, bot: Bot) -> None:
    me = world.person()
    me.send("/start")
    me.tap((12345, "old"))
    update = (await bot.get_updates())[-1]
    assert update.callback_query is not None
    assert update.callback_query.message is not None
    assert not update.callback_query.message.is_accessible


async def test_everything_a_person_can_send_is_read_by_the_client(world: World, bot: Bot) -> None:
    me = world.person()
    first = me.send("/start hello https://example.org @someone_else")
    me.edit(first, "/start again")
    me.send_location(48.1, 11.6)
    me.send_document("a.csv", b"a,b", mime="text/csv", caption="my sets")
    me.send_photo()
    me.send_sticker()
    me.send_voice()
    me.send_contact("+49123", "Ben")
    me.send_dice(6)
    me.forward(first)
    me.forward_text("10 reps")
    me.reply_to(first, "this one")
    for kind in ("video", "audio", "animation", "video_note"):
        me.send_file(kind, b"....ftyp")
    me.block()
    me.unblock()
    updates = await bot.get_updates()
    assert len(updates) == 18
    assert updates[0].message is not None
    assert [entity.type for entity in updates[0].message.entities] == ["bot_command", "url", "mention"]
    reply = next(update.message for update in updates if update.message and update.message.text == "this one")
    assert reply.reply_to_message is not None
    assert reply.reply_to_message.message_id == first
