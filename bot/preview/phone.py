"""What is new on a phone since one last looked: for dialogues that are tested, and dialogues that are played."""

from __future__ import annotations

import re
from typing import Any

from bot.preview.world import World

Shown = dict[str, Any]


class Phone:
    """One person's phone, looked at again and again."""

    def __init__(self, world: World, person_id: int) -> None:
        self.world, self.person_id = world, person_id
        self.seen: dict[int, str] = {}

    @property
    def view(self) -> Shown:
        """All that it shows now."""
        return self.world.view(self.person_id)

    def begin(self) -> None:
        """From here on things are new."""
        self.seen = {shown["id"]: _face(shown) for shown in self.view["messages"]}

    def anew(self) -> list[Shown]:
        """The bot's new and changed messages, mine that it reacted to, and what was deleted (`gone`)."""
        now = {shown["id"]: shown for shown in self.view["messages"]}
        changed = [shown for number, shown in now.items() if self.seen.get(number) != _face(shown)]
        heard = [shown for shown in changed if shown["from"] == "bot" or shown["reactions"]]
        return heard + [
            {"from": "bot", "plain": "", "gone": number} for number in self.seen if number not in now
        ]

    def heard(self, text: str) -> list[Shown]:
        """What is new and contains the text (a regular expression where it begins with ~); toasts too."""
        found = [shown for shown in self.anew() if says(shown, text)]
        toast = self.view["toast"]
        return found or (
            [{"from": "bot", "plain": toast, "toast": True}] if toast and within(text, toast) else []
        )

    @property
    def keys(self) -> list[str]:
        """The labels of the reply keyboard."""
        return [key["text"] for row in self.view["keyboard"] or [] for key in row]

    @property
    def buttons(self) -> list[str]:
        """The texts of the inline buttons of the newest message that has any."""
        with_buttons = (shown["buttons"] for shown in reversed(self.view["messages"]) if shown["buttons"])
        rows: list[list[Shown]] = next(with_buttons, [])
        return [button["text"] for row in rows for button in row]


def says(shown: Shown, text: str) -> bool:
    """Whether a message of the bot (or its poll) contains the text."""
    question = (shown.get("poll") or {}).get("question", "")
    return shown["from"] == "bot" and (within(text, shown["plain"]) or within(text, question))


def within(text: str, where: str) -> bool:
    """Whether the text is in there, whatever its case; after ~ it is a regular expression."""
    if text.startswith("~"):
        return re.search(text[1:], where, re.IGNORECASE | re.DOTALL) is not None
    return text.casefold() in where.casefold()


def transcript(view: Shown) -> str:
    """A phone as text: who said what, with pictures, buttons, reactions, and a bell at what rings."""
    lines = [line for shown in view["messages"] for line in lines_of(shown)]
    return "\n".join(lines + keyboard_lines(view))


def lines_of(shown: Shown) -> list[str]:
    """One message as lines."""
    if "gone" in shown:
        return [f"coach: (deleted message {shown['gone']})"]
    mine = shown["from"] == "me"
    marks = "".join(f" {one}" for one in shown["reactions"]) + (" (edited)" if shown["edited"] else "")
    bell = "" if shown["silent"] or mine else " 🔔"
    media = f" [{shown['media']['kind']}]" if shown["media"] else ""
    poll = f" [poll: {shown['poll']['question']}]" if shown["poll"] else ""
    first = f"{'me' if mine else 'coach'}:{media}{poll} {shown['plain']}{marks}{bell}"
    return [first, *("    " + " ".join(f"[{one['text']}]" for one in row) for row in shown["buttons"] or [])]


def keyboard_lines(view: Shown) -> list[str]:
    """The reply keyboard as lines."""
    return ["keys: " + " ".join(f"[{key['text']}]" for key in row) for row in view["keyboard"] or []]


def _face(shown: Shown) -> str:
    return repr([shown[part] for part in ("html", "buttons", "reactions", "media", "poll", "pinned")])
