"""Words: what the coach wants to say becomes Bot API parameters in the person's language."""

from __future__ import annotations

import base64
import html
import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from telegram import Update

from bot.coach.says import Button, Erase, Fact, Key, Kg, Lines, Listing, Nod, Ref, Say
from content.library import Library, Tongue
from storage.records import Message, Runner

POUND = 0.45359237  # kg
TURNS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # signs that change the direction of text
QUOTED = 3_000  # characters of what somebody wrote that are said back at most
TEXT, CAPTION, TOAST = 4096, 1024, 200  # Telegram's limits, in characters after parsing
EFFECTS = {"party": "5046509860389126442"}  # message_effect_id: the same for everybody, the party popper
CHAT_ACTIONS = {"typing": "typing", "uploading": "upload_photo"}
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
SLANTED = re.compile(r"(?<![\w*])\*([^*\n]+?)\*(?![\w*])")


def prose(text: str) -> str:
    """Markdown of the content (bold, italics, lists) as Telegram's HTML."""
    safe = html.escape(text, quote=False)
    bold = BOLD.sub(r"<b>\1</b>", safe)
    return SLANTED.sub(r"<i>\1</i>", bold).replace("\n- ", "\n• ").removeprefix("- ")


class Wording:
    """Says what is to be said, in each person's language."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def message(
        self, say: Say | Erase, *, runner: Runner | None, chat_id: int, dedupe: str, now: datetime
    ) -> Message:
        """A Say (or Erase) as a row of the outbox."""
        if isinstance(say, Erase):
            return self._erase(say, chat_id, dedupe)
        voice = Voice(self.library.tongue(runner.language if runner else None), runner)
        method, params = voice.request(say)
        return Message(
            dedupe=say.key or dedupe,
            chat_id=chat_id,
            method=method,
            params={"chat_id": chat_id, **params},
            policy="once" if say.once else "retry",
            about=say.about,
            retires=say.retires,
            priority=say.priority,
            expires_at=now + timedelta(seconds=say.expires_in) if say.expires_in else None,
        )

    def _erase(self, erase: Erase, chat_id: int, dedupe: str) -> Message:
        method = "editMessageReplyMarkup" if erase.buttons_only else "deleteMessage"
        return Message(
            dedupe=dedupe, chat_id=chat_id, method=method, params={"chat_id": chat_id}, about=erase.about
        )

    def nod(self, nod: Nod, *, runner: Runner | None, update: Update) -> tuple[str, dict[str, Any]] | None:
        """A reaction, a toast or a typing sign as a best-effort call; None where it does not apply."""
        message, query = update.message, update.callback_query
        if nod.kind == "toast" and query is not None:
            voice = Voice(self.library.tongue(runner.language if runner else None), runner)
            words = html.unescape(voice.phrase(nod.phrase, nod.facts))[:TOAST]
            return "answerCallbackQuery", {"callback_query_id": query.id, "text": words}
        if nod.kind == "react" and message is not None:
            reaction = [{"type": "emoji", "emoji": nod.emoji}]
            where = {"chat_id": message.chat_id, "message_id": message.message_id}
            return "setMessageReaction", {**where, "reaction": reaction}
        if nod.kind in CHAT_ACTIONS and update.effective_chat is not None:
            return "sendChatAction", {"chat_id": update.effective_chat.id, "action": CHAT_ACTIONS[nod.kind]}
        return None


class Voice:
    """One person's language and habits."""

    def __init__(self, tongue: Tongue, runner: Runner | None) -> None:
        self.tongue = tongue
        self.runner = runner

    def request(self, say: Say) -> tuple[str, dict[str, Any]]:
        """The Bot API method and its parameters, without the chat."""
        text = self.phrase(say.phrase, say.facts)
        rest: dict[str, Any] = {"disable_notification": True} if say.silent and not say.edit else {}
        if say.effect and not say.edit:
            rest["message_effect_id"] = EFFECTS[say.effect]
        if markup := self.markup(say):
            rest["reply_markup"] = markup
        if say.poll is not None:
            return "sendPoll", {**self._poll(say.poll), **rest}
        if say.document is not None:
            name, content = say.document
            body = {"name": name, "base64": base64.b64encode(content).decode()}
            return "sendDocument", {"document": body, "caption": text, "parse_mode": "HTML", **rest}
        if say.picture is not None and not say.edit:
            kind = "animation" if say.picture.moving else "photo"
            picture = {
                "picture": say.picture.name,
                "data": dict(say.picture.data),
                "language": self.tongue.code,
            }
            method = "sendAnimation" if say.picture.moving else "sendPhoto"
            return method, {kind: picture, "caption": clip(text, CAPTION), "parse_mode": "HTML", **rest}
        method = "editMessageText" if say.edit else "sendMessage"
        plain = {
            "text": clip(text, TEXT),
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }
        return method, {**plain, **rest}

    def _poll(self, poll: Mapping[str, Any]) -> dict[str, Any]:
        options = [{"text": html.unescape(self.fact(option))[:100]} for option in poll["options"]]
        return {
            "question": html.unescape(self.fact(poll["question"]))[:300],
            "options": options,
            "type": "quiz",
            "correct_option_ids": [poll["correct"]],
            "explanation": html.unescape(self.fact(poll["explanation"]))[:200],
            "is_anonymous": False,
        }

    def markup(self, say: Say) -> dict[str, Any] | None:
        """The one keyboard a message can have: inline buttons, or the reply keyboard."""
        if say.buttons:
            return {
                "inline_keyboard": [[self.button(button) for button in row] for row in say.buttons if row]
            }
        if say.keyboard == "remove":
            return {"remove_keyboard": True}
        if say.keyboard:
            rows = [[self.key(key) for key in row] for row in say.keyboard]
            return {"keyboard": rows, "resize_keyboard": True, "is_persistent": True}
        return None

    def button(self, button: Button) -> dict[str, Any]:
        """An inline button."""
        label = {"text": html.unescape(self.phrase(button.phrase, button.facts))}
        style = {"style": button.style} if button.style else {}
        return {**label, **_action(button), **style}

    def key(self, key: Key) -> dict[str, Any]:
        """A reply-keyboard button."""
        label: dict[str, Any] = {"text": html.unescape(self.phrase(key.phrase, key.facts))}
        return {**label, "request_location": True} if key.location else label

    def phrase(self, phrase: str, facts: Mapping[str, Fact]) -> str:
        """A phrase with its facts worded, as HTML."""
        return self.tongue.phrase(phrase, **{name: self.fact(fact) for name, fact in facts.items()})

    def fact(self, fact: Fact) -> str:
        """A fact in words, HTML-safe."""
        match fact:
            case str():
                return html.escape(
                    isolated(fact if len(fact) <= QUOTED else fact[:QUOTED] + "…"), quote=False
                )
            case bool() | int():
                return str(fact)
            case float():
                return self.number(fact)
            case Ref(path):
                return self.look_up(path)
            case Kg(kg):
                return self.weight(kg)
            case Listing(items):
                return self.listing([self.fact(item) for item in items])
            case Lines(says, gap):
                return gap.join(self.phrase(say.phrase, say.facts) for say in says)
            case datetime():
                return self.phrase("moment", {"day": fact.date(), "time": fact.timetz().replace(tzinfo=None)})
            case date():
                day = Ref(f"phrase.weekday-{fact.weekday()}")
                return self.phrase(
                    "date", {"weekday": day, "day": fact.day, "month": Ref(f"phrase.month-{fact.month}")}
                )
            case time():
                return self.clock(fact)
        raise TypeError(f"not a fact: {fact!r}")

    def number(self, value: float) -> str:
        """A number with the language's decimal mark and no idle zeros."""
        return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", str(self.tongue.about.get("decimal", ".")))

    def weight(self, kg: float) -> str:
        """A weight in the person's unit; pounds to the half."""
        if self.runner and self.runner.habits.units == "lb":
            return self.phrase("weight-lb", {"number": self.number(round(kg / POUND * 2) / 2)})
        return self.phrase("weight-kg", {"number": self.number(kg)})

    def clock(self, moment: time) -> str:
        """A time of day, 24 or 12 hours as the person has it."""
        if self.runner and self.runner.habits.clock == "12":
            half = "pm" if moment.hour >= 12 else "am"
            return self.phrase(
                f"time-{half}", {"hour": (moment.hour - 1) % 12 + 1, "minute": f"{moment.minute:02d}"}
            )
        return f"{moment.hour:02d}:{moment.minute:02d}"

    def listing(self, items: list[str]) -> str:
        """Items joined as the language joins a list."""
        if len(items) < 2:
            return "".join(items)
        head = items[0]
        for item in items[1:-1]:
            head = self.tongue.phrase("list-more", head=head, item=item)
        return self.tongue.phrase("list-last", head=head, item=items[-1])

    def look_up(self, path: str) -> str:
        """`phrase.<id>`, or prose: `<kind>.<id>.<field>`, a place in a list at the end (counted round)."""
        return look_up(self.tongue, path)


@lru_cache(maxsize=4_000)  # a megabyte or two; the content does not change while we run
def look_up(tongue: Tongue, path: str) -> str:
    """What `Voice.look_up` finds, worded once in each language."""
    kind, _, rest = path.partition(".")
    if kind == "phrase":
        return tongue.phrase(rest)
    if kind == "credit":
        return tongue.credit(rest.split(","))
    name, field, *place = rest.split(".")
    value = getattr(getattr(tongue, kind)[name], field)
    if isinstance(value, Mapping):
        value = value[int(place[0])] if place[0].isdigit() else value[place[0]]
    elif isinstance(value, tuple):
        value = value[int(place[0]) % len(value)] if place else "\n".join(f"- {item}" for item in value)
    return prose(str(value))


def isolated(text: str) -> str:
    """What somebody wrote, kept from turning our sentence round: right-to-left text stands between FSI and PDI."""
    if text.isascii():
        return text
    plain = TURNS.sub("", text)
    turned = any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in plain)
    return f"\u2068{plain}\u2069" if turned else plain


def _action(button: Button) -> dict[str, Any]:
    """The one thing that a tap does."""
    if button.url:
        return {"url": button.url}
    return {"copy_text": {"text": button.copy}} if button.copy else {"callback_data": button.do}


def minutes_of_day(minutes: int) -> time:
    """Minutes after midnight as a time of day."""
    return (datetime(2000, 1, 1) + timedelta(minutes=minutes % 1440)).time()  # noqa: DTZ001 - a time of day has no zone


def clip(text: str, most: int) -> str:
    """Keep HTML under a limit by leaving out whole lines from its end; counts tags too, so it is on the safe side."""
    if len(text) <= most:
        return text
    lines = text.split("\n")
    while len(lines) > 1 and len("\n".join(lines)) > most - 2:
        lines.pop()
    kept = "\n".join(lines)
    return (
        kept + "\n…"
        if len(kept) <= most - 2
        else html.escape(re.sub(r"<[^>]*>", "", kept)[: most // 5 * 4], quote=False) + "…"
    )
