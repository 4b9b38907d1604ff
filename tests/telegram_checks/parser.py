"""Telegram's own entity parser (tdjson, the very function of the public server) against every text that we send."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from bot.preview.arguments import Arguments
from bot.preview.entities import parse, trimmed
from bot.preview.refusals import bad

TEXTS = (("text", "parse_mode"), ("caption", "parse_mode"), ("explanation", "explanation_parse_mode"))
KINDS = {
    "textEntityTypeBold": "bold", "textEntityTypeItalic": "italic", "textEntityTypeUnderline": "underline",
    "textEntityTypeStrikethrough": "strikethrough", "textEntityTypeSpoiler": "spoiler",
    "textEntityTypeCode": "code", "textEntityTypePre": "pre", "textEntityTypePreCode": "pre",
    "textEntityTypeTextUrl": "text_link", "textEntityTypeBlockQuote": "blockquote",
    "textEntityTypeExpandableBlockQuote": "expandable_blockquote", "textEntityTypeCustomEmoji": "custom_emoji",
    "textEntityTypeDateTime": "date_time", "textEntityTypeMentionName": "text_mention",
}  # fmt: skip


@cache
def library() -> Any:
    """tdjson, told to be quiet."""
    import tdjson

    tdjson.td_execute(b'{"@type":"setLogVerbosityLevel","new_verbosity_level":0}')
    return tdjson


def official(text: str) -> dict[str, Any]:
    """What Telegram's parser makes of an HTML text: a formattedText or an error."""
    query = {"@type": "parseTextEntities", "text": text, "parse_mode": {"@type": "textParseModeHTML"}}
    answer: dict[str, Any] = json.loads(library().td_execute(json.dumps(query).encode()))
    return answer


def official_parts(text: str) -> tuple[str, list[tuple[str, int, int]]] | str:
    """Text and (kind, offset, length) of the entities, or the refusal's words after the prefix."""
    answer = official(text)
    if answer["@type"] == "error":
        words: str = answer["message"]
        return words.partition("entities: ")[2] or words
    entities = [
        (KINDS.get(e["type"]["@type"], e["type"]["@type"]), e["offset"], e["length"])
        for e in answer["entities"]
    ]
    return answer["text"], sorted(entities, key=lambda e: (e[1], -e[2], e[0]))


def check_text(_method: str, arguments: Arguments) -> None:
    """Refuse a text that Telegram's parser refuses; fail when our own parser reads it otherwise."""
    for field, mode in TEXTS:
        if arguments.text(mode).lower() == "html" and arguments.has(field):
            compare(arguments.text(field))


def compare(text: str) -> None:
    """One text through both parsers."""
    theirs = official_parts(text)
    if isinstance(theirs, str):
        raise bad(f"can't parse entities: {theirs}")
    ours, _ = parse(text, "HTML")
    plain, _ = trimmed(theirs[0], [])
    assert ours == plain, f"our parser reads {text!r} as {ours!r}, Telegram's as {plain!r}"
