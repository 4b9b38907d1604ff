"""A toy coach that shows everything a chat can show, so that the page can be tried without the real one."""

from __future__ import annotations

import asyncio
import io
import json
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from PIL import Image, ImageDraw

from bot.preview.arguments import Upload
from bot.preview.stage import Stage
from storage.notebook import Notebook
from storage.records import Due, Runner
from storage.upgrade import upgrade

FORMATS = (
    "<b>bold</b> <i>italic</i> <u>under</u> <s>gone</s> <code>code</code> "
    '<tg-spoiler>secret</tg-spoiler> <a href="https://example.org/">link</a>\n<blockquote>quoted</blockquote>See /today.'
)
CARD = (
    "<b>Air squat</b> · set 1 of 3 · <b>10–12</b> reps\n<i>Last time 10/10/11.</i> Heels down, chest proud."
)


def button(text: str, data: str, style: str = "") -> dict[str, str]:
    return {"text": text, "callback_data": data, **({"style": style} if style else {})}


def drawing() -> bytes:
    picture = Image.new("RGB", (480, 320), "#dff1e6")
    ImageDraw.Draw(picture).ellipse((180, 60, 300, 180), fill="#14795d")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


@dataclass
class ToyCoach:
    """Answers a few words; has a notebook with a runner and dues, as the stage expects."""

    stage: Stage
    notebook: Notebook
    offset: int = 0
    task: asyncio.Task[None] | None = None
    idle: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def tick(self) -> ToyCoach:
        return self

    async def start(self) -> None:
        commands = [
            {"command": "today", "description": "what is on today"},
            {"command": "week", "description": "your week"},
        ]
        await self.call("setMyCommands", commands=commands)
        await self.call(
            "setMyDescription", description="I keep runners strong, in two short sessions a week."
        )
        self.task = asyncio.create_task(self.listen())

    async def introduce(self) -> None:
        """The toy has no profile."""

    async def stop(self) -> None:
        assert self.task
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)
        await self.notebook.close()

    crash = stop

    async def settled(self, _timeout: float = 1.0) -> None:
        await asyncio.sleep(0)

    @property
    def speech(self) -> ToyCoach:
        return self

    def wake(self) -> None:
        """Nothing waits."""

    async def once(self) -> int:
        now = self.stage.clock.now()
        found = await self.notebook.turn(lambda page: page.dues.claim(now))
        for due in found:
            await self.say(due.runner_id, f"<b>Set 2 of 3.</b> ({due.kind})", disable_notification=False)
        return len(found)

    async def call(self, method: str, files: dict[str, Upload] | None = None, **values: Any) -> Any:
        plain = {
            name: value if isinstance(value, str) else json.dumps(value) for name, value in values.items()
        }
        answer = await self.stage.world.call(method, plain, files or {})
        assert answer.status == 200, answer.body
        return answer.body["result"]

    async def say(self, chat: int, text: str, **more: Any) -> Any:
        return await self.call(
            "sendMessage",
            chat_id=chat,
            text=text,
            parse_mode="HTML",
            **{"disable_notification": True, **more},
        )

    async def listen(self) -> None:
        while True:
            for update in await self.call("getUpdates", offset=self.offset, timeout=50):
                self.offset = update["update_id"] + 1
                await self.answer(update)

    async def answer(self, update: dict[str, Any]) -> None:
        if query := update.get("callback_query"):
            await self.tapped(query)
        elif edited := update.get("edited_message"):
            await self.say(edited["chat"]["id"], f"Set 1 is now <b>{edited['text']}</b>.")
        elif message := update.get("message"):
            await self.heard(message)

    async def tapped(self, query: dict[str, Any]) -> None:
        message = query["message"]
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text="Saved")
        where = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
        await self.call(
            "editMessageText", **where, text=f"You chose <b>{query['data']}</b>.", parse_mode="HTML"
        )

    async def heard(self, message: dict[str, Any]) -> None:
        chat, text = message["chat"]["id"], message.get("text", "")
        if text == "/start":
            buttons = {
                "inline_keyboard": [
                    [button("None of these", "none", "success"), button("One applies", "one")]
                ]
            }
            await self.say(chat, "<b>Welcome.</b> First one safety question.", reply_markup=buttons)
        elif text == "card":
            rows = [
                [
                    button("Skip", "skip"),
                    button("Swap", "swap"),
                    button("Hurts", "hurts", "danger"),
                    button("Stop", "stop"),
                ]
            ]
            await self.say(chat, CARD, reply_markup={"inline_keyboard": rows})
        elif text in ("done", "✅ Done · squat 1"):
            await self.done(message)
        elif text == "format":
            await self.say(chat, FORMATS)
        elif text == "quiz":
            quiz = {
                "question": "What lifts the heel?",
                "options": ["Calves", "Quads"],
                "type": "quiz",
                "correct_option_ids": [0],
            }
            await self.call(
                "sendPoll",
                chat_id=chat,
                **quiz,
                explanation="The calves push you off.",
                disable_notification=True,
            )
        elif text == "picture":
            await self.call(
                "sendPhoto",
                {"photo": Upload(name="a.png", data=drawing(), mime="image/png")},
                chat_id=chat,
                caption="An air squat",
                disable_notification=True,
            )
        elif "location" in message:
            await self.placed(chat, message)
        else:
            await self.call("sendChatAction", chat_id=chat, action="typing")

    async def done(self, message: dict[str, Any]) -> None:
        chat, now = message["chat"]["id"], self.stage.clock.now()
        await self.call(
            "setMessageReaction",
            chat_id=chat,
            message_id=message["message_id"],
            reaction=[{"type": "emoji", "emoji": "👍"}],
        )
        keys = {"keyboard": [[{"text": "✅ Done · squat 2"}]], "resize_keyboard": True}
        await self.say(chat, "<b>10</b> · rest 45 s", reply_markup=keys)
        due = Due(runner_id=chat, kind="rest", at=now + timedelta(seconds=45))
        await self.notebook.turn(lambda page: (self.known(page, chat), page.dues.keep(due)))

    async def placed(self, chat: int, message: dict[str, Any]) -> None:
        zone = "Asia/Tokyo" if message["location"]["longitude"] > 100 else "Europe/Berlin"
        await self.notebook.turn(lambda page: self.known(page, chat, zone))
        await self.say(chat, f"Your clock is <b>{zone}</b>.")

    def known(self, page: Any, chat: int, zone: str = "Europe/Berlin") -> None:
        page.runners.keep(Runner(id=chat, name="Ada", zone=zone, created_at=self.stage.clock.now()))


async def toy(stage: Stage) -> Any:
    """The builder that the stage takes in place of the real one."""
    upgrade(stage.database_url)
    return ToyCoach(stage, Notebook.open(stage.database_url))
