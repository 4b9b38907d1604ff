"""How big a person's year is: two sessions a week, 1,872 sets, with everything that came in and went out.

`python -m tests.bench.size [people]`: KB a person on disk after 52 weeks, pruned after two days as the bot does.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from bot import floor
from bot.clock import Clock
from bot.coach.course import due
from bot.coach.heard import Heard
from bot.context import Services
from bot.switchboard import text
from bot.wording import Wording
from content.library import open_library
from storage.inbox import Arrival
from storage.notebook import Notebook, Page
from storage.records import Runner
from storage.upgrade import upgrade

FIRST = datetime(2026, 1, 6, 17, tzinfo=UTC)
IDS, MESSAGES = 6_000_000_000, 10_000_000  # people and messages are numbered as high as in Telegram
PRUNE = timedelta(hours=48)


class Year:
    """Some people who train through a year, two sessions a week."""

    def __init__(self, services: Services) -> None:
        self.services, self.library = services, services.library
        self.number = self.sets = 0

    def train(self, page: Page, person: int, day: datetime) -> None:
        """One session, every set by its numbered button."""
        runner = page.runners.get(person)
        assert runner is not None
        floor.open_workout(
            page,
            Heard(
                runner=runner,
                library=self.library,
                tongue=self.library.tongue("en"),
                at=day,
                now=day,
                tap="x",
            ),
        )
        at = day
        while (workout := page.workouts.current(person)) is not None and (place := due(workout)) is not None:
            self.number += 1
            at += timedelta(seconds=70 + self.number * 37 % 60)
            prose = self.library.tongue("en").exercise[place.plan.exercise]
            self.say(page, person, f"✅ Done · {prose.short} {place.set}", at)

    def say(self, page: Page, person: int, words: str, at: datetime) -> None:
        """One message, as the bot handles it, and its replies delivered."""
        update, message = 500_000_000 + self.number, MESSAGES + 11 * self.number + self.number % 7
        raw = (b'{"update_id":%d,"message":{"message_id":%d}}' % (update, message)).ljust(400)
        letter = page.inbox.add([Arrival(update_id=update, chat_id=person, raw=raw)], at)[0]
        page.inbox.take(letter.seq)
        runner = page.runners.get(person)
        assert runner is not None
        heard = Heard(
            runner=runner,
            library=self.library,
            tongue=self.library.tongue("en"),
            at=at,
            now=at,
            text=words,
            message_id=message,
        )
        written = self.services.write(
            page, text(page, heard), chat_id=person, key=f"u{update}", now=at, runner=runner
        )
        waiting = list(written.parcels)
        while waiting:
            parcel = waiting.pop()
            page.outbox.finish(parcel.id, "sent", MESSAGES + parcel.id)
            waiting += page.outbox.claim(at, "bench", chats=[person])
        self.sets += 1


def by_table(page: Page) -> dict[str, int]:
    """Bytes by table and index, the largest first; empty where SQLite was built without dbstat."""
    try:
        rows = page.db.exec_driver_sql(
            "SELECT name, SUM(pgsize) AS n FROM dbstat GROUP BY name ORDER BY n DESC LIMIT 9"
        ).all()
    except DBAPIError:
        return {}
    return {str(name): int(size) for name, size in rows}


async def main() -> None:
    """A year, then the size of the file."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "year.db"
        upgrade(f"sqlite:///{path}")
        book, library = Notebook.open(f"sqlite:///{path}"), open_library()
        empty = path.stat().st_size
        year = Year(
            Services(notebook=book, clock=Clock(), library=library, wording=Wording(library), name="bench")
        )

        def begin(page: Page) -> None:
            for n in range(IDS, IDS + people):
                page.runners.keep(
                    Runner(id=n, name="Ana", created_at=FIRST, screening="clear", zone="Europe/Berlin")
                )

        def day(page: Page, at: datetime) -> None:
            for n in range(IDS, IDS + people):
                year.train(page, n, at)
            page.inbox.prune(at - PRUNE)
            page.outbox.prune(at - PRUNE)
            page.pack(at - PRUNE)

        await book.turn(begin)
        for week in range(52):
            for weekday in (0, 3):
                at = FIRST + timedelta(days=7 * week + weekday)
                await book.turn(lambda page, at=at: day(page, at))
        sizes = await book.turn(by_table)
        await book.close()
        used = path.stat().st_size - empty
        print(
            f"{people} people, {year.sets // people} sets each: {used / 1024 / people:.0f} KB a person and year"
        )
        print(", ".join(f"{name} {size / 1024 / people:.0f}" for name, size in sizes.items()))


if __name__ == "__main__":
    asyncio.run(main())
