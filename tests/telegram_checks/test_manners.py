"""Chat manners over a whole first day, read off the requests; and the table in the README beside this file."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.dialogue import Me, Stage

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "tests/telegram_checks/README.md").read_text(encoding="utf-8")
CAREFUL = {  # new and shaky, or of no use in an ordinary chat: neither asked for nor sent
    "sendMessageDraft", "sendRichMessage", "sendChecklist", "editMessageChecklist", "createForumTopic", "answerInlineQuery",
    "answerGuestQuery", "sendEphemeralMessage", "answerWebAppQuery",
}  # fmt: skip
RING = ("Strength today", "Time for", "Set 2 of 3", "Next:", "And down")


async def first_day(me: Me, stage: Stage) -> None:
    """Welcome, plan, settings, a question, some sets with their rests, the end, a reminder."""
    await me.says("/start")
    for button in ("None of these", "Just me", "This is my week", "18:00"):
        await me.taps(button)
    await me.says("Berlin")
    for text in ("/week", "/plan", "/settings", "/privacy", "/help", "what do calves do?", "/today"):
        await me.says(text)
    await me.taps("Start")
    await me.says("done")
    await stage.forward(seconds=60)
    await me.presses("✅ Done · squat 2")
    await me.says("/stop")
    await me.taps("End workout")
    await stage.forward(days=1, hours=6)


def sent(stage: Stage, *methods: str) -> list[dict[str, Any]]:
    return [dict(made.values) for made in stage.world.made if made.method in methods]


def buttons(stage: Stage) -> Iterator[dict[str, Any]]:
    for made in stage.world.made:
        markup = json.loads(made.values.get("reply_markup", "{}"))
        yield from (button for row in markup.get("inline_keyboard", []) for button in row)


async def test_the_manners_of_a_first_day(me: Me, stage: Stage):
    await first_day(me, stage)
    words = sent(stage, "sendMessage", "editMessageText")
    assert len(words) > 20
    assert {one["parse_mode"] for one in words} == {"HTML"}
    assert {json.loads(one["link_preview_options"])["is_disabled"] for one in words} == {True}

    taps = sum(made.method == "answerCallbackQuery" for made in stage.world.made)
    assert taps == 6  # each of the six taps above, once

    shown = list(buttons(stage))
    data = [button["callback_data"] for button in shown if "callback_data" in button]
    assert all(one.startswith("v1:") and len(one.encode()) <= 64 for one in data)
    assert {button["style"] for button in shown if "style" in button} >= {"success", "danger"}
    assert all("icon_custom_emoji_id" not in button and "web_app" not in button for button in shown)

    ringing = [one["text"] for one in sent(stage, "sendMessage") if one.get("disable_notification") != "true"]
    assert ringing
    assert [text for text in ringing if not any(word in text for word in RING)] == []
    assert not CAREFUL & {made.method for made in stage.world.made}
    assert len(sent(stage, "setMessageReaction")) == 1  # on the typed done, not on the pressed button
    assert {one["action"] for one in sent(stage, "sendChatAction")} <= {"upload_photo", "typing"}


def test_the_shaky_methods_are_nowhere_in_the_bot():
    ours = [path for path in (ROOT / "bot").rglob("*.py") if "preview" not in path.parts]
    named = {path.name: name for path in ours for name in CAREFUL if name in path.read_text(encoding="utf-8")}
    assert named == {}


def test_every_test_of_the_table_exists():
    named = re.findall(r"`(tests/[\w/.]+\.py)(?:::(\w+))?`", TABLE)
    assert len(named) > 30
    for file, test in named:
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        names = {
            one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        assert not test or test in names, f"{file}::{test}"
