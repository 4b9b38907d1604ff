"""Both doors lead into the same world; a Bot API client that we did not write reads every answer."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator

import aiogram
import pytest
from aiogram import types
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter, TelegramUnauthorizedError
from telegram import Bot, InputMediaAnimation
from telegram.request import HTTPXRequest

from bot.preview.http_door import HttpDoor
from bot.preview.world import World

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x80\x00\x00\x01\xe0"
GIF = b"GIF89a\x01\x00\x01\x00"


@pytest.fixture
async def door(world: World) -> AsyncIterator[HttpDoor]:
    door = await HttpDoor(world, control=True).start()
    yield door
    await door.stop()


@pytest.fixture
async def other(world: World, door: HttpDoor) -> AsyncIterator[aiogram.Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(door.address))
    yield aiogram.Bot(world.token, session=session)
    await session.close()


async def test_a_second_client_reads_all_answers(world: World, other: aiogram.Bot) -> None:
    me = world.person()
    me.send("/start")
    assert (await other.get_me()).username == world.username
    updates = await other.get_updates()
    assert [update.message.text for update in updates if update.message] == ["/start"]
    go = types.InlineKeyboardMarkup(
        inline_keyboard=[[types.InlineKeyboardButton(text="Go", callback_data="go", style="success")]]
    )
    card = await other.send_message(me.id, "<b>Set</b> 1", parse_mode="HTML", reply_markup=go)
    assert card.html_text == "<b>Set</b> 1"
    edited = await other.edit_message_text(
        "Set 2", chat_id=me.id, message_id=card.message_id, reply_markup=go
    )
    assert isinstance(edited, types.Message)
    assert edited.edit_date
    me.tap("Go")
    tap = (await other.get_updates(offset=updates[-1].update_id + 1))[-1]
    assert tap.callback_query
    assert tap.callback_query.data == "go"
    assert await other.answer_callback_query(tap.callback_query.id, text="Logged")
    assert world.view(me.id)["toast"] == "Logged"
    photo = await other.send_photo(me.id, types.BufferedInputFile(PNG, "a.png"), caption="look")
    assert photo.photo
    assert (photo.photo[-1].width, photo.photo[-1].height) == (640, 480)
    again = await other.send_photo(me.id, photo.photo[-1].file_id)
    assert again.photo
    gif = await other.send_animation(me.id, types.BufferedInputFile(GIF, "a.gif"))
    media = types.InputMediaPhoto(
        media=types.BufferedInputFile(PNG, "b.png"), caption="<i>b</i>", parse_mode="HTML"
    )
    swapped = await other.edit_message_media(media, chat_id=me.id, message_id=gif.message_id)
    assert isinstance(swapped, types.Message)
    assert swapped.caption == "b"
    document = await other.send_document(me.id, types.BufferedInputFile(b"{}", "sets.json"))
    assert document.document
    file = await other.get_file(document.document.file_id)
    assert file.file_path
    read = await other.download_file(file.file_path, io.BytesIO())
    assert read
    assert read.read() == b"{}"
    poll = await other.send_poll(
        me.id, "Which?", ["a", "b"], type="quiz", correct_option_ids=[0], is_anonymous=False
    )
    me.vote(poll.message_id, 0)
    answer = (await other.get_updates(offset=tap.update_id + 1, allowed_updates=["poll_answer"]))[
        0
    ].poll_answer
    assert answer
    assert answer.option_ids == [0]
    assert (await other.stop_poll(me.id, poll.message_id)).is_closed
    assert await other.set_message_reaction(me.id, 101, [types.ReactionTypeEmoji(emoji="👍")])
    assert await other.send_chat_action(me.id, "typing")
    assert await other.pin_chat_message(me.id, card.message_id)
    assert await other.delete_messages(me.id, [gif.message_id, document.message_id])
    assert (await other.get_chat(me.id)).first_name == "Ada"
    place = await other.send_location(me.id, 48.1, 11.6)
    assert place.location
    assert (await other.get_webhook_info()).pending_update_count >= 0


async def test_the_profile_by_a_second_client(world: World, other: aiogram.Bot) -> None:
    me = world.person(1001, "Ada", "de")
    everyone = types.BotCommandScopeAllPrivateChats()
    await other.set_my_commands([types.BotCommand(command="today", description="What is on today")], everyone)
    await other.set_my_commands([types.BotCommand(command="today", description="Heute")], everyone, "de")
    await other.set_my_description("Strong runners")
    await other.set_my_short_description("Strength", language_code="de")
    await other.set_my_name("Coach")
    await other.set_my_profile_photo(
        types.InputProfilePhotoStatic(photo=types.BufferedInputFile(PNG, "me.png"))
    )
    await other.set_chat_menu_button(menu_button=types.MenuButtonCommands())
    view = world.view(me.id)
    assert view["commands"] == [{"command": "today", "description": "Heute"}]
    profile = view["profile"]
    assert (profile["name"], profile["description"], profile["short_description"]) == (
        "Coach",
        "Strong runners",
        "Strength",
    )
    assert world.file(profile["photo"]) == (PNG, "image/png")
    assert (await other.get_my_name()).name == "Coach"
    assert [one.command for one in await other.get_my_commands(everyone)] == ["today"]


async def test_refusals_as_a_second_client_sees_them(
    world: World, door: HttpDoor, other: aiogram.Bot
) -> None:
    world.person().send("/start")
    with pytest.raises(TelegramBadRequest, match="can't parse entities"):
        await other.send_message(1001, "<b>x", parse_mode="HTML")
    world.faults.add(method="sendMessage", status=429, retry_after=4)
    with pytest.raises(TelegramRetryAfter) as wait:
        await other.send_message(1001, "x")
    assert wait.value.retry_after == 4
    session = AiohttpSession(api=TelegramAPIServer.from_base(door.address))
    stranger = aiogram.Bot("1:wrong-token-wrong-token-wrong", session=session)
    with pytest.raises(TelegramUnauthorizedError):
        await stranger.get_me()
    await session.close()


async def test_httpx_form_and_multipart(world: World, door: HttpDoor) -> None:
    world.person().send("/start")
    base = {"base_url": f"{door.address}/bot", "base_file_url": f"{door.address}/file/bot"}
    async with Bot(world.token, **base, request=HTTPXRequest(), get_updates_request=HTTPXRequest()) as bot:
        sent = await bot.send_animation(1001, GIF, filename="a.gif", caption="<b>é 😀</b>", parse_mode="HTML")
        assert sent.caption_html == "<b>é 😀</b>"
        assert sent.animation
        media = InputMediaAnimation(sent.animation.file_id, caption="other")
        await bot.edit_message_media(media, 1001, sent.message_id)
        file = await (await bot.get_file(sent.animation.file_id)).download_as_bytearray()
        assert bytes(file) == GIF


async def test_the_control_api(world: World, door: HttpDoor) -> None:
    import aiohttp

    async with aiohttp.ClientSession(f"{door.address}/control/") as session:

        async def order(action: str, **given: object) -> object:
            async with session.post(action, json=given) as answer:
                return (await answer.json()).get("result")

        assert await order("person", person=1001, do="send", args=["/start"]) == 101
        assert await order("push", people=[1, 2], text="done") == [102, 103]
        await order("fault", method="sendMessage", status=502, delivered=True)
        view = await order("view", person=1001)
        assert isinstance(view, dict)
        assert view["messages"][0]["plain"] == "/start"
        stats = await order("stats")
        assert isinstance(stats, dict)
        assert stats["pending"] == 3
        assert await order("nonsense") is None
