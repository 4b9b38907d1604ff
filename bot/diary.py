"""The diary: the strength days ahead as a calendar file, in the person's words."""

from __future__ import annotations

import html
import re

from bot import appointments
from bot.coach.calendar import PlannedDay
from bot.coach.calendar_file import Entry, calendar_file
from bot.coach.heard import Heard
from bot.coach.says import Lines, Ref, Say
from bot.wording import Voice
from storage.notebook import Page

DAYS = 28  # four weeks ahead
TAG = re.compile(r"<[^>]*>")


def calendar_of(page: Page, heard: Heard) -> bytes | None:
    """The strength days of the next four weeks as ICS; None where nothing is planned."""
    if page.weeks.get(heard.runner.id) is None:
        return None
    coming = appointments.upcoming(page, heard.runner, heard.today, days=DAYS)
    voice = Voice(heard.tongue, heard.runner)
    return calendar_file(
        [_entry(day, heard, voice) for day in coming],
        runner_id=heard.runner.id,
        zone=heard.runner.zone,
        minutes=heard.runner.hour,
        now=heard.now,
        name=_plain(voice.phrase("calendar-name", {})),
    ) if coming else None  # fmt: skip


def _entry(day: PlannedDay, heard: Heard, voice: Voice) -> Entry:
    title = voice.phrase(
        "calendar-light" if day.light else "calendar-title", {"session": Ref(f"session.{day.session}.name")}
    )
    why = voice.phrase("lines", {"lines": Lines(day.why, gap=" ")})
    minutes = heard.library.sessions[day.session].minutes[1]
    return Entry(day=day.date, session=day.session, title=_plain(title), why=_plain(why), minutes=minutes)


def _plain(text: str) -> str:
    """Telegram's HTML as plain text."""
    return html.unescape(TAG.sub("", text))


def calendar_message(page: Page, heard: Heard) -> Say | None:
    """The file as a message, or None where nothing is planned."""
    found = calendar_of(page, heard)
    return Say(phrase="calendar-file", document=("strongstride.ics", found)) if found else None
