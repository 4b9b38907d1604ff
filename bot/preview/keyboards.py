"""Keyboards: what Telegram accepts under a message, and how it words what it does not."""

from __future__ import annotations

import json
from typing import Any

from bot.preview.arguments import Arguments
from bot.preview.refusals import bad

Markup = dict[str, Any]
ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip
STYLES = {"danger", "success", "primary"}
MAX_BUTTONS = 100
MAX_IN_ROW = 8
MAX_BYTES = 10_240


def read_markup(arguments: Arguments, *, inline_only: bool = False) -> Markup | None:
    """The `reply_markup` of a request, checked; None where there is none; edits take inline ones only."""
    markup = arguments.parsed("reply_markup", "reply keyboard markup")
    if markup is None or markup == {}:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        return {"inline_keyboard": _rows(markup, "inline_keyboard", _inline_button)}
    if inline_only:
        raise bad("inline keyboard expected")
    if "keyboard" in markup:
        return {**markup, "keyboard": _rows(markup, "keyboard", _key)}
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return dict(markup)
    return None


def _rows(markup: Markup, name: str, read: Any) -> list[list[dict[str, Any]]]:
    rows = markup[name]
    if not isinstance(rows, list):
        raise bad(f'field "{name}" of the reply markup must be of type Array')
    result = [_row(row, name, read) for row in rows]
    result = [row for row in result if row]
    if not result and name == "keyboard":
        raise bad("object expected as reply markup: keyboard can't be empty")
    if sum(map(len, result)) > MAX_BUTTONS or len(json.dumps(result).encode()) > MAX_BYTES:
        raise bad("reply markup is too long")
    return result


def _row(row: Any, name: str, read: Any) -> list[dict[str, Any]]:
    if not isinstance(row, list):
        raise bad(f'field "{name}" of the reply markup must be an Array of Arrays')
    if len(row) > MAX_IN_ROW and name == "inline_keyboard":
        raise bad("BUTTONS_IN_ROW_TOO_MANY")
    return [read(button) for button in row]


def _inline_button(button: Any) -> dict[str, Any]:
    where = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad(where + "InlineKeyboardButton must be an Object")
    _text(button, where)
    actions = [name for name in ACTIONS if name in button]
    if not actions:
        raise bad(where + "Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and (not isinstance(data, str) or not 1 <= len(data.encode()) <= 64):
        raise bad("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not _is_address(url):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    copied = button.get("copy_text")
    if copied is not None and not (isinstance(copied, dict) and 1 <= len(str(copied.get("text", ""))) <= 256):
        raise bad("BUTTON_COPY_TEXT_INVALID")
    return dict(button)


def _is_address(url: Any) -> bool:
    return (
        isinstance(url, str)
        and (url.startswith(("http://", "https://", "tg://")) or "." in url)
        and " " not in url
    )


def _key(button: Any) -> dict[str, Any]:
    where = "can't parse keyboard button: "
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad(where + "KeyboardButton must be an Object")
    _text(button, where)
    return dict(button)


def _text(button: dict[str, Any], where: str) -> None:
    if "text" not in button:
        raise bad(where + 'Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise bad(where + 'Field "text" must be of type String')
    if not button["text"].strip():
        raise bad(where + "Button text must be non-empty")
    if button.get("style") and button["style"] not in STYLES:
        raise bad(where + "Invalid button style specified")
