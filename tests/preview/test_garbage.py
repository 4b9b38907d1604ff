"""Whatever is sent to whatever method, the stand-in answers as a Bot API server: ok, or a refusal with a reason."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clock import SetClock
from bot.preview.arguments import Upload
from bot.preview.world import METHODS, World
from tests.telegram_checks.tables import methods

# ruff: noqa: E501 - a table
VALUES = [
    "", "1001", "102", "0", "-1", "99999999999999999999", "true", "x", "null", "[]", "{}", "[[]]", "[1]", '["a"]',
    '{"a":1}', '{"type":"emoji"}', '[{"type":"emoji","emoji":"👍"}]', '{"inline_keyboard":[[{"text":"x"}]]}',
    '{"inline_keyboard":5}', '{"inline_keyboard":[5]}', '{"inline_keyboard":[[5]]}', '{"keyboard":[["a",{"text":5}]]}',
    '{"inline_keyboard":[[{"text":"a","copy_text":5}]]}', '{"inline_keyboard":[[{"text":"a","callback_data":5}]]}',
    '{"keyboard":[[]]}', '{"force_reply":true}', "HTML", "MarkdownV2", "<b>", "<b>x</b>", "\ud800".encode("utf-8", "replace").decode(),
    '{"message_id":"x"}', '{"type":"photo","media":5}', '{"type":"photo","media":"attach://photo","caption":5}',
    '{"type":"static","photo":5}', '{"type":5}', '{"type":"chat"}', '[{"command":5,"description":5}]', "quiz", "[0]",
    '[{"text":5},{"text":"b"}]', '[{"offset":0,"length":1,"type":"bold"}]', '[{"offset":"a"}]', "[5]", "nan", "1e400",
    "https://example.org", "typing", "😀" * 5000, "a" * 40_000,
]  # fmt: skip


GOOD = {"chat_id": "1001", "message_id": "102", "text": "hi", "question": "?", "action": "typing"}


def requests_of(method: str) -> st.SearchStrategy[tuple[str, dict[str, str]]]:
    """A method with some of its parameters, good and bad."""
    names = sorted(methods()[method].model_fields)
    bad = (
        st.dictionaries(st.sampled_from(names), st.sampled_from(VALUES), max_size=4) if names else st.just({})
    )
    good = st.sets(st.sampled_from(sorted(GOOD))).map(lambda some: {name: GOOD[name] for name in some})
    return st.builds(lambda first, second: (method, {**first, **second}), good, bad)


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(sorted(set(METHODS) - {"getupdates"})).flatmap(requests_of), st.booleans())
async def test_garbage_is_refused_and_breaks_nothing(made: tuple[str, dict[str, str]], upload: bool) -> None:
    method, values = made
    world = World(clock=SetClock(datetime(2026, 11, 2, tzinfo=UTC)).now)
    me = world.person()
    me.send("/start")
    await world.call("sendMessage", {"chat_id": "1001", "text": "hi"})
    files = {"photo": Upload(name="", data=b"\x89PNG")} if upload else {}
    if method == "setwebhook":
        values = {**values, "url": ""}  # nobody is there to post to
    answer = await world.call(method, values, files)
    assert answer.status in (200, 400, 403, 404)
    assert answer.body["ok"] == (answer.status == 200)
    assert answer.encoded
    assert world.view(1001)["messages"] is not None
    assert not world.mishaps
