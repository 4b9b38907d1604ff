"""Telegram's HTML: text and entities out of markup, with the public server's rules and wording, and back.

Offsets and lengths of entities are UTF-16 code units; byte offsets in refusals are UTF-8 (as TDLib has it).
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Any

from bot.preview.refusals import bad

Entity = dict[str, Any]

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
_TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "spoiler": "tg-spoiler",
    "code": "code", "pre": "pre", "blockquote": "blockquote", "expandable_blockquote": "blockquote",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:#(x[0-9a-fA-F]+|[0-9]+)|([A-Za-z]+));?")
_ATTRIBUTE = re.compile(r"[^\s=>/\"']*")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_MARKUP = re.compile("[<&]")
_WHITE = " \t\r\n\0\v"
MAX_BYTES = 32_768
MAX_ENTITIES = 100


def utf16(text: str) -> int:
    """The length in UTF-16 code units."""
    return len(text) + sum(1 for c in text if ord(c) > 0xFFFF)


def parse(text: str, mode: str) -> tuple[str, list[Entity]]:
    """Text and entities of a message in a parse mode; trimmed as the server does; refuses broken markup."""
    if len(text.encode()) > MAX_BYTES:
        raise bad("message is too long" if not mode else "can't parse entities: Text is too long")
    if not mode or mode.lower() == "none":
        return trimmed(text, [])
    if mode.lower() == "html":
        return trimmed(*_Parser(text).read())
    if mode.lower() in {"markdown", "markdownv2"}:
        raise bad("can't parse entities: the stand-in Telegram reads HTML only")
    raise bad("unsupported parse_mode")


def trimmed(text: str, entities: Sequence[Entity]) -> tuple[str, list[Entity]]:
    """White space at both ends cut, entities moved along and empty ones dropped, at most 100 kept."""
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    kept = text.lstrip(_WHITE)
    cut = utf16(text) - utf16(kept)
    kept = kept.rstrip(_WHITE)
    end, moved = utf16(kept), []
    for entity in entities:
        first = max(0, entity["offset"] - cut)
        last = min(end, entity["offset"] + entity["length"] - cut)
        if last > first:
            moved.append({**entity, "offset": first, "length": last - first})
    moved.sort(key=lambda e: (e["offset"], -e["length"]))
    return kept, moved[:MAX_ENTITIES]


class _Parser:
    """One pass over a text, in the order of TDLib's `do_parse_html`: the same mistake is found first."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.out, self.length = text, 0, list[str](), 0
        self.open: list[tuple[str, dict[str, str], int]] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        """The plain text and its entities."""
        while self.at < len(self.text):
            sign = self.text[self.at]
            if sign == "<":
                self._end() if self.text.startswith("</", self.at) else self._start()
            elif sign == "&":
                self._say(self._character())
            else:
                stop = _MARKUP.search(self.text, self.at)
                end = stop.start() if stop else len(self.text)
                self._say(self.text[self.at : end])
                self.at = end
        if self.open:
            raise _broken(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')
        return "".join(self.out), self.entities

    def _say(self, words: str) -> None:
        self.out.append(words)
        self.length += utf16(words)

    def _character(self) -> str:
        """The character of `&lt;` and its kin, or the bare `&` (legal)."""
        found = _CHARACTER.match(self.text, self.at)
        sign = _decode(found) if found else ""
        self.at = found.end() if found and sign else self.at + 1
        return sign or "&"

    def _byte(self, at: int) -> int:
        return len(self.text[:at].encode())

    def _peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def _skip(self) -> None:
        while self._peek() and self._peek() in _WHITE:
            self.at += 1

    def _start(self) -> None:
        begin = self.at
        self.at += 1
        while self._peek() and self._peek() not in _WHITE + ">":
            self.at += 1
        if not self._peek():
            raise _broken(f"Unclosed start tag at byte offset {self._byte(begin)}")
        tag = self.text[begin + 1 : self.at].lower()
        if tag not in KINDS:
            raise _broken(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        attributes: dict[str, str] = {}
        while self._peek() != ">":
            self._skip()
            if self._peek() == ">":
                break
            self._attribute(tag, begin, attributes)
        self.at += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _broken(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self.open.append((tag, attributes, self.length))

    def _attribute(self, tag: str, begin: int, attributes: dict[str, str]) -> None:
        found = _ATTRIBUTE.match(self.text, self.at)
        name = found.group() if found else ""
        if not name:
            raise _broken(f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(begin)}')
        self.at += len(name)
        self._skip()
        if self._peek() != "=":
            attributes[name.lower()] = ""
            return
        self.at += 1
        self._skip()
        if not self._peek():
            raise _broken(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')
        attributes[name.lower()] = self._value()
        if not self._peek():
            raise _broken(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')

    def _value(self) -> str:
        quote = self._peek()
        if quote not in {'"', "'"}:
            begin = self.at
            found = _TOKEN.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self._peek() and self._peek() not in _WHITE + ">":
                raise _broken(f"Unexpected end of name token at byte offset {self._byte(begin)}")
            return self.text[begin : self.at].lower()
        end = self.text.find(quote, self.at + 1)
        end = len(self.text) if end < 0 else end
        value = self.text[self.at + 1 : end]
        self.at = end + 1
        return _CHARACTER.sub(lambda found: _decode(found) or found.group(), value)

    def _end(self) -> None:
        begin = self.at
        if not self.open:
            raise _broken(f"Unexpected end tag at byte offset {self._byte(begin)}")
        self.at += 2
        while self._peek() and self._peek() not in _WHITE + ">":
            self.at += 1
        name = self.text[begin + 2 : self.at].lower()
        self._skip()
        if self._peek() != ">":
            raise _broken(f"Unclosed end tag at byte offset {self._byte(begin)}")
        self.at += 1
        tag, attributes, offset = self.open.pop()
        if name and name != tag:
            where = f"Unmatched end tag at byte offset {self._byte(begin)}"
            raise _broken(f'{where}, expected "</{tag}>", found "</{name}>"')
        if self.length > offset:
            self._close(tag, attributes, offset)

    def _close(self, tag: str, attributes: dict[str, str], offset: int) -> None:
        entity: Entity = {"type": KINDS[tag], "offset": offset, "length": self.length - offset}
        if tag == "a":
            units = "".join(self.out).encode("utf-16-le")
            inside = units[offset * 2 :].decode("utf-16-le")
            entity["url"] = attributes.get("href") or inside
            if "." not in entity["url"] and "://" not in entity["url"]:
                return  # Telegram drops links without a valid address silently
        elif tag == "tg-emoji":
            entity["custom_emoji_id"] = attributes.get("emoji-id", "")
            if not entity["custom_emoji_id"].isdigit():
                raise _broken("Invalid custom emoji identifier specified")
        elif tag == "tg-time":
            entity["unix_time"] = int(attributes.get("unix") or 0)
            entity["date_time_format"] = attributes.get("format", "")
        elif tag == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        elif tag == "code" and attributes.get("class", "").startswith("language-"):
            entity["language"] = attributes["class"].removeprefix("language-")
        self.entities.append(entity)


def _decode(found: re.Match[str]) -> str:
    number, name = found.groups()
    if name:
        return _NAMED.get(name, "")
    if len(number) > 7:
        return ""
    code = int(number[1:], 16) if number.startswith("x") else int(number)
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000 else ""


def _broken(reason: str) -> Exception:
    return bad(f"can't parse entities: {reason}")


def as_html(text: str, entities: Sequence[Entity]) -> str:
    """The text as safe HTML for a page: entities as tags, line breaks kept as line breaks."""
    units = text.encode("utf-16-le")
    marks: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    for entity in sorted(entities, key=lambda e: (e["offset"], -e["length"])):
        before, after = _tags(entity)
        if before:
            marks.setdefault(entity["offset"], []).append(before)
            ends.setdefault(entity["offset"] + entity["length"], []).insert(0, after)
    points = sorted({0, len(units) // 2, *marks, *ends})
    pieces: list[str] = []
    for point, following in zip(points, [*points[1:], len(units) // 2], strict=True):
        pieces += ends.get(point, []) + marks.get(point, [])
        pieces.append(html.escape(units[point * 2 : following * 2].decode("utf-16-le", "replace")))
    return "".join(pieces)


def _tags(entity: Entity) -> tuple[str, str]:
    kind = entity["type"]
    if kind == "text_link":
        return f'<a href="{html.escape(entity["url"])}">', "</a>"
    if kind == "date_time":
        return f'<tg-time unix="{entity["unix_time"]}">', "</tg-time>"
    if kind == "expandable_blockquote":
        return "<blockquote expandable>", "</blockquote>"
    tag = _TAGS.get(kind)
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")


_FOUND = re.compile(
    r"(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?!\w)|(?P<url>https?://[^\s<>]+)|(?<!\w)(?P<mention>@\w{4,32})"
)


def found_in(text: str) -> list[Entity]:
    """What Telegram marks by itself in what a person types: commands, addresses, mentions."""
    return [
        {"type": str(found.lastgroup), "offset": utf16(text[: found.start()]), "length": utf16(found.group())}
        for found in _FOUND.finditer(text)
    ]
