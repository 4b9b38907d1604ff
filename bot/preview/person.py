"""The person's side of the chat: what someone with a phone can do, and what the bot hears of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bot.preview.arguments import Upload
from bot.preview.chats import Chat, Letter
from bot.preview.entities import found_in
from bot.preview.files import described
from bot.preview.messages import MAX_TEXT, as_message

if TYPE_CHECKING:
    from bot.preview.world import World

TAPS = 3 << 33


class NotThere(LookupError):  # noqa: N818 - reads better
    """The person cannot see what they were asked to tap, press or answer."""


class Person:
    """Someone with a phone. Every action returns the id of the message it made or was about."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.world, self.chat = world, chat

    @property
    def id(self) -> int:
        """The person's and the chat's id."""
        return self.chat.id

    def send(self, text: str, *, reply_to: int | None = None) -> int:
        """Type and send; a long text goes as several messages, as clients do. Returns the last id."""
        last = 0
        for at in range(0, max(1, len(text)), MAX_TEXT):
            part = text[at : at + MAX_TEXT]
            entities = found_in(part)
            content = {"text": part, **({"entities": entities} if entities else {})}
            last = self._say(content, reply_to=reply_to)
        return last

    def press(self, label: str) -> int:
        """Press a key of the reply keyboard by its label (or the only key whose label begins so)."""
        keyboard = self.chat.keyboard
        keys = [key for row in (keyboard or {}).get("keyboard", []) for key in row]
        found = [key for key in keys if key["text"] == label] or [
            k for k in keys if k["text"].startswith(label)
        ]
        if len(found) != 1:
            raise NotThere(f"no key {label!r} among {[key['text'] for key in keys]}")
        if keyboard and keyboard.get("one_time_keyboard"):
            self.chat.keyboard_hidden = True
        if found[0].get("request_location"):
            raise NotThere(f"{label!r} shares a place: use send_location")
        return self.send(found[0]["text"])

    def tap(self, button: str | tuple[int, str], message_id: int | None = None) -> int:
        """Tap an inline button: by its text (the newest that has it), or by data and message id."""
        if message_id is not None:
            return self._tapped(message_id, str(button))
        if isinstance(button, str):
            letter, found = self._button(button)
            if "callback_data" not in found:
                return letter.id  # a link opens, a text is copied; the bot hears nothing
            return self._tapped(letter.id, found["callback_data"])
        return self._tapped(*button)

    def _button(self, text: str) -> tuple[Letter, dict[str, Any]]:
        letters = [letter for letter in reversed(self.chat.letters.values()) if letter.buttons]
        shown = [(letter, button) for letter in letters for row in letter.buttons for button in row]
        exact = [pair for pair in shown if pair[1]["text"] == text]
        for pair in exact or [pair for pair in shown if pair[1]["text"].startswith(text)]:
            return pair
        raise NotThere(f"no button {text!r} among {[button['text'] for _, button in shown]}")

    def _tapped(self, message_id: int, data: str) -> int:
        now = self.world.clock()
        query_id, letter = str(self.world.next_query), self.chat.letters.get(message_id)
        self.world.next_query += 1
        self.world.queries[query_id] = (self.id, now)
        self.chat.toast = None
        gone = {"chat": self.chat.as_chat(), "message_id": message_id, "date": 0}
        query = {
            "id": query_id,
            "from": dict(self.chat.user),
            "message": as_message(self.world, letter) if letter else gone,
            "chat_instance": str(-self.id * 7919),
            "data": data,
        }
        self.world.push("callback_query", query, ("taps", self.id + TAPS))
        self.world.changed(self.id)
        return message_id

    def edit(self, message_id: int, text: str) -> int:
        """Edit one's own message."""
        letter = self.chat.letters[message_id]
        if letter.by_bot:
            raise NotThere("one can only edit one's own messages")
        entities = found_in(text)
        letter.content = {**letter.content, "text": text, **({"entities": entities} if entities else {})}
        if not entities:
            letter.content.pop("entities", None)
        letter.edited = self.world.clock()
        self.world.push("edited_message", as_message(self.world, letter), ("chat", self.id))
        self.world.changed(self.id)
        return message_id

    def reply_to(self, message_id: int, text: str) -> int:
        """Answer a message by quoting it."""
        if message_id not in self.chat.letters:
            raise NotThere(f"no message {message_id}")
        return self.send(text, reply_to=message_id)

    def send_location(self, latitude: float, longitude: float) -> int:
        """Share a place, by pin or by the location key (a one-time keyboard then goes away)."""
        if (self.chat.keyboard or {}).get("one_time_keyboard"):
            self.chat.keyboard_hidden = True
        return self._say({"location": {"latitude": latitude, "longitude": longitude}})

    def send_file(self, kind: str, data: bytes, *, name: str = "", mime: str = "", caption: str = "") -> int:
        """Send a photo, document, voice, sticker, video, video_note, audio or animation."""
        upload = Upload(name=name, data=data, mime=mime or "application/octet-stream")
        content = described(self.world.files.keep(kind, upload))
        if caption:
            content["caption"] = caption
        return self._say(content)

    def send_document(
        self, name: str, data: bytes, *, mime: str = "application/octet-stream", caption: str = ""
    ) -> int:
        """Send a file."""
        return self.send_file("document", data, name=name, mime=mime, caption=caption)

    def send_photo(self, data: bytes = b"\xff\xd8\xff\xd9", *, caption: str = "") -> int:
        """Send a picture."""
        return self.send_file("photo", data, caption=caption)

    def send_sticker(self, data: bytes = b"RIFF\0\0\0\0WEBP") -> int:
        """Send a sticker."""
        return self.send_file("sticker", data)

    def send_voice(self, data: bytes = b"OggS") -> int:
        """Send a voice message."""
        return self.send_file("voice", data)

    def send_contact(self, phone: str, name: str) -> int:
        """Share a contact."""
        return self._say({"contact": {"phone_number": phone, "first_name": name}})

    def send_dice(self, value: int) -> int:
        """Throw Telegram's dice (the server decides the value; here the caller does)."""
        return self._say({"dice": {"emoji": "🎲", "value": value}})

    def forward(self, message_id: int) -> int:
        """Forward a message of this chat into this chat."""
        letter = self.chat.letters[message_id]
        sender = self.world.as_user() if letter.by_bot else dict(self.chat.user)
        origin = {"type": "user", "sender_user": sender, "date": int(letter.date.timestamp())}
        return self._say({**letter.content, "forward_origin": origin})

    def forward_text(self, text: str, name: str = "Someone") -> int:
        """Forward a text of somebody whose account is hidden."""
        origin = {
            "type": "hidden_user",
            "sender_user_name": name,
            "date": int(self.world.clock().timestamp()),
        }
        return self._say({"text": text, "forward_origin": origin})

    def react(self, message_id: int, emoji: str = "👍") -> int:
        """React to a message; the bot hears of it only if it asked for `message_reaction`."""
        letter = self.chat.letters[message_id]
        old, letter.reactions = letter.reactions, [emoji] if emoji else []
        event = {
            "chat": self.chat.as_chat(),
            "message_id": message_id,
            "user": dict(self.chat.user),
            "date": int(self.world.clock().timestamp()),
            "old_reaction": [{"type": "emoji", "emoji": one} for one in old],
            "new_reaction": [{"type": "emoji", "emoji": one} for one in letter.reactions],
        }
        self.world.push("message_reaction", event, ("chat", self.id))
        self.world.changed(self.id)
        return message_id

    def vote(self, poll: str | int, options: int | Sequence[int]) -> int:
        """Answer a poll or quiz, named by its id or by its message; the first answer counts."""
        chosen = [options] if isinstance(options, int) else list(options)
        message_id = poll if isinstance(poll, int) else self.world.polls[poll][1]
        letter = self.chat.letters[message_id]
        if letter.content["poll"]["is_closed"] or letter.voted:
            raise NotThere("the poll is closed or already answered")
        letter.voted = True
        self._counted(letter, chosen)
        self.world.changed(self.id)
        return message_id

    def _counted(self, letter: Letter, chosen: list[int]) -> None:
        poll = letter.content["poll"]
        counted = [
            {**option, "voter_count": option["voter_count"] + (n in chosen)}
            for n, option in enumerate(poll["options"])
        ]
        poll = {**poll, "options": counted, "total_voter_count": poll["total_voter_count"] + 1}
        letter.content = {**letter.content, "poll": poll}
        persistent = [poll["options"][n]["persistent_id"] for n in chosen]
        if not poll["is_anonymous"]:
            answer = {
                "poll_id": poll["id"],
                "user": dict(self.chat.user),
                "option_ids": chosen,
                "option_persistent_ids": persistent,
            }
            self.world.push("poll_answer", answer, ("votes", self.id))
        self.world.push("poll", poll, ("polls", int(poll["id"])))

    def block(self) -> None:
        """Block the bot."""
        self._membership("kicked")

    def unblock(self) -> None:
        """Unblock the bot (Telegram sends /start only if the person taps it)."""
        self._membership("member")

    def deactivate(self) -> None:
        """Delete the account."""
        self.chat.deactivated = True

    def delete(self, message_id: int) -> None:
        """Delete a message on both sides; the bot hears nothing of it."""
        self.chat.drop(message_id)
        self.world.changed(self.id)

    def _membership(self, status: str) -> None:
        if self.chat.blocked == (status == "kicked"):
            return
        now = int(self.world.clock().timestamp())

        def member(status: str) -> dict[str, Any]:
            until = {"until_date": 0} if status == "kicked" else {}
            return {"user": self.world.as_user(), "status": status, **until}

        event = {
            "chat": self.chat.as_chat(),
            "from": dict(self.chat.user),
            "date": now,
            "old_chat_member": member("kicked" if self.chat.blocked else "member"),
            "new_chat_member": member(status),
        }
        self.chat.blocked = status == "kicked"
        self.world.push("my_chat_member", event, ("chat", self.id))
        self.world.changed(self.id)

    def _say(self, content: dict[str, Any], *, reply_to: int | None = None) -> int:
        if self.chat.blocked:
            self.unblock()
        self.chat.started = True
        self.chat.toast = None
        letter = self.world.new_letter(self.chat, by_bot=False, content=content, reply_to=reply_to)
        self.world.push("message", as_message(self.world, letter), ("chat", self.id))
        return letter.id
