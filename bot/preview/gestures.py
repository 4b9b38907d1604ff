"""What the person at the page can do: each gesture by its name, done on the stage.

A gesture returns the id of the person whose phone the page shows afterwards, or None for no change.
What cannot be done raises ValueError with a sentence for the person at the page.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.preview.stage import Stage

Facts = Mapping[str, Any]
Gesture = Callable[[Stage, int, Facts], Awaitable[int | None]]
EVENING = time(18, 0)
FURTHEST = timedelta(days=400)


# in the chat


async def send(stage: Stage, person: int, facts: Facts) -> None:
    """Send a text, perhaps as a reply to a message."""
    stage.world.person(person).send(str(facts["text"]), reply_to=facts.get("reply_to"))


async def edit(stage: Stage, person: int, facts: Facts) -> None:
    """Correct an own message."""
    stage.world.person(person).edit(int(facts["message"]), str(facts["text"]))


async def tap(stage: Stage, person: int, facts: Facts) -> None:
    """Tap an inline button."""
    stage.world.person(person).tap((int(facts["message"]), str(facts["data"])))


async def press(stage: Stage, person: int, facts: Facts) -> None:
    """Press a button of the reply keyboard."""
    stage.world.person(person).press(str(facts["text"]))


async def vote(stage: Stage, person: int, facts: Facts) -> None:
    """Answer a poll."""
    stage.world.person(person).vote(str(facts["poll"]), [int(one) for one in facts["options"]])


async def location(stage: Stage, person: int, facts: Facts) -> None:
    """Send a pin on the map, in degrees."""
    latitude, longitude = float(facts["latitude"]), float(facts["longitude"])
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError("Latitude goes from -90 to 90, longitude from -180 to 180.")
    stage.world.person(person).send_location(latitude, longitude)


async def document(stage: Stage, person: int, facts: Facts) -> None:
    """Send a file."""
    stage.world.person(person).send_document(str(facts["name"]), _content(facts))


async def photo(stage: Stage, person: int, facts: Facts) -> None:
    """Send a photo."""
    stage.world.person(person).send_photo(_content(facts))


async def voice(stage: Stage, person: int, _facts: Facts) -> None:
    """Send a voice message."""
    stage.world.person(person).send_voice()


async def sticker(stage: Stage, person: int, _facts: Facts) -> None:
    """Send a sticker."""
    stage.world.person(person).send_sticker()


async def block(stage: Stage, person: int, _facts: Facts) -> None:
    """Block the bot."""
    stage.world.person(person).block()


async def unblock(stage: Stage, person: int, _facts: Facts) -> None:
    """Unblock the bot."""
    stage.world.person(person).unblock()


# whose phone


async def be(stage: Stage, _person: int, facts: Facts) -> int:
    """Take another person's phone."""
    number = int(facts["person"])
    if number not in stage.world.people:
        raise ValueError("There is no such person.")
    return number


async def add(stage: Stage, _person: int, facts: Facts) -> int:
    """One more person, with a phone in this language."""
    number = max(stage.world.people) + 1
    stage.world.person(number, str(facts["name"])[:40] or "Ben", str(facts["language_code"]) or None)
    stage.changed()
    return number


# time and the coach's life


async def pass_time(stage: Stage, _person: int, facts: Facts) -> None:
    """Let seconds pass."""
    await stage.pass_time(timedelta(seconds=float(facts["seconds"])))


async def next_due(stage: Stage, person: int, _facts: Facts) -> None:
    """Go to the next time the coach speaks to this person by itself."""
    if not await stage.go_to_next(person):
        raise ValueError("Nothing is planned yet: the coach needs a week and a time zone first.")


async def tomorrow(stage: Stage, person: int, facts: Facts) -> None:
    """Go to tomorrow, 18:00 on the person's own clock."""
    zone = await _zone(stage, person, facts)
    day = stage.clock.now().astimezone(zone).date() + timedelta(days=1)
    await stage.go_to(datetime.combine(day, EVENING, zone).astimezone(UTC))


async def jump(stage: Stage, person: int, facts: Facts) -> None:
    """Go to a time of the person's own clock (`2026-11-24T18:00`)."""
    target = (
        datetime.fromisoformat(str(facts["local"]))
        .replace(tzinfo=await _zone(stage, person, facts))
        .astimezone(UTC)
    )
    if not timedelta() <= target - stage.clock.now() <= FURTHEST:
        raise ValueError("The clock goes forward, by up to 400 days.")
    await stage.go_to(target)


async def kill(stage: Stage, _person: int, _facts: Facts) -> None:
    """Take the coach away at once."""
    await stage.kill()


async def restart(stage: Stage, _person: int, _facts: Facts) -> None:
    """Start the coach anew."""
    await stage.restart()


async def _zone(stage: Stage, person: int, facts: Facts) -> ZoneInfo:
    """The person's zone; until the coach knows it, the one of the computer that shows the page."""
    return ZoneInfo((await stage.glance(person)).zone or str(facts.get("zone", "UTC")))


def _content(facts: Facts) -> bytes:
    try:
        return base64.b64decode(str(facts["content"]), validate=True)
    except binascii.Error as error:
        raise ValueError("The file did not arrive whole.") from error


GESTURES: dict[str, Gesture] = {
    "send": send,
    "edit": edit,
    "tap": tap,
    "press": press,
    "vote": vote,
    "location": location,
    "document": document,
    "photo": photo,
    "voice": voice,
    "sticker": sticker,
    "block": block,
    "unblock": unblock,
    "be": be,
    "add": add,
    "pass": pass_time,
    "next": next_due,
    "tomorrow": tomorrow,
    "jump": jump,
    "kill": kill,
    "restart": restart,
}
