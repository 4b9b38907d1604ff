"""The reminder run: the bot on a clock that leaps from due to due over the clock changes, killed while reminders go out."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random  # noqa: TID251 - a seeded driver, not the coach
from zoneinfo import ZoneInfo

from bot import appointments
from bot.coach.screens import day_from
from storage.notebook import Notebook, Page
from storage.outbox import WAITING
from storage.records import Reminder, Runner
from storage.tables import outbox, reminders
from storage.upgrade import upgrade
from tests.kill.calendars import instant, owed, people, spans
from tests.kill.driver import PATIENCE, Driver, Process
from tests.kill.jumped import Shared

LATE, PROMPT = timedelta(hours=2), timedelta(minutes=5)
NUDGED = timedelta(minutes=30), timedelta(minutes=61)  # so long after its reminder
SOON = timedelta(minutes=1)  # what was due so short a time before a kill may not have been seen
FAULTS = (
    {"status": 502},
    {"status": 502, "delivered": True},
    {"drop": True},
    {"drop": True, "delivered": True},
    {"refuse": True},
    {"status": 429, "retry_after": 1},
)


@dataclass
class Found:
    """What the run came to; the first three must be empty."""

    lost: list[object] = field(default_factory=list)
    doubled: list[object] = field(default_factory=list)
    wrong: list[object] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


class Run:
    """`kills` kills, spread over the days around every clock change of sixteen zones."""

    def __init__(
        self, driver: Driver, shared: Shared, *, kills: int, count: int, around: timedelta, seed: int
    ) -> None:
        self.driver, self.shared, self.kills, self.dice = driver, shared, kills, Random(seed)
        self.spans, self.people = spans(around), tuple(people(count))
        upgrade(driver.url)
        self.book = Notebook.open(driver.url)
        self.outages: list[tuple[datetime, datetime]] = []
        self.out: dict[str, tuple[str, int | None]] = {}  # the outbox, before it is pruned
        self.done = 0
        self.slowest = timedelta()

    async def all(self, bots: list[Process], upto: int | None = None) -> Found:
        """Live through every stretch of days."""
        moments, lived = self._moments(), []
        for first, last in self.spans[:upto]:
            self.shared.set(first)
            await self.book.turn(lambda page, first=first: self._begin(page, first))
            for bot in bots:
                await bot.start()
            await self._stretch(bots, first, last, [one for one in moments if first < one <= last])
            await asyncio.gather(*(bot.kill() for bot in bots))
            await self._harvest()
            lived.append((first, max(last, self.shared.now())))  # an outage may have been the end of it
        found = self._judge(await self.book.look(_marks), lived)
        await self.book.close()
        return found

    def _moments(self) -> list[datetime]:
        """When it is killed: at once somewhere, somewhere else not for long."""
        whole = sum(((last - first) for first, last in self.spans), timedelta())
        found = []
        for place in sorted(self.dice.random() * whole for _ in range(self.kills)):
            for first, last in self.spans:
                if place <= last - first:
                    found.append(first + place)
                    break
                place -= last - first
        return found

    def _begin(self, page: Page, first: datetime) -> None:
        for runner, week in self.people:
            page.dues.drop(runner.id, "reminder", "eve", "snooze", "nudge")
            page.runners.keep(runner)
            page.weeks.keep(week)
            appointments.renew(page, runner, first)
            self.driver.world.person(runner.id).chat.started = True

    async def _stretch(self, bots, first: datetime, last: datetime, moments: list[datetime]) -> None:
        while (due := await self.book.look(lambda page: page.dues.next_at())) is not None and due <= last:
            now = max(self.shared.now(), due + timedelta(seconds=self.dice.uniform(0, 20)))
            if self.dice.random() < 0.3:
                self.driver.world.faults.add(method="sendmessage", **self.dice.choice(FAULTS))
            ends = bool(moments) and moments[0] <= now
            if ends:  # some are on their way when it dies, and arrive
                self.driver.world.faults.add(method="sendmessage", slow=0.4, times=5)
            self.shared.set(now)
            if ends:
                moments.pop(0)
                await asyncio.sleep(self.dice.uniform(0, 0.3))
                await self._end(bots, now)
            await self._settled()

    async def _end(self, bots, now: datetime) -> None:
        """Kill one or all, let time pass as long as nobody is there, begin again."""
        gone = bots if self.dice.random() < 0.5 else [self.dice.choice(bots)]
        for bot in gone:
            await bot.kill()
        self.done += 1
        await asyncio.sleep(0.5)  # what was on its way has arrived
        await self._harvest()
        if len(gone) == len(bots):
            minutes = self.dice.choice((0, 0, 1, 10, 45, 90, 110, 170, 300))
            self.shared.set(now + timedelta(minutes=minutes))
        for bot in gone:
            await bot.start()
        if len(gone) == len(bots):
            self.outages.append((now, self.shared.now()))

    async def _settled(self) -> None:
        """Nothing is due any more and nothing waits to be sent; what waits for the clock gets its time."""
        began = moved = time.monotonic()
        last: object = None
        while not (now := await self.book.look(self._quiet))[0]:
            await asyncio.sleep(0.01)
            moved, last = (time.monotonic(), now) if now != last else (moved, last)
            if now[1] and time.monotonic() - moved > 2:
                self.shared.set(now[1])
            ended = [one.process.returncode for one in self.driver.processes]
            assert not any(code is not None for code in ended), f"a bot ended by itself: {ended}"
            assert time.monotonic() - began < PATIENCE, f"the bot did not come to rest: {now}"

    def _quiet(self, page: Page) -> tuple[bool, datetime | None, int]:
        """Whether all is done; else until when the clock has to go on, once nothing moves (None: not at all)."""
        due, now = page.dues.next_at(), self.shared.now()
        rows = page.db.execute(
            outbox.select()
            .with_only_columns(outbox.c.not_before, outbox.c.lease_until)
            .where(outbox.c.state.in_(WAITING))
        ).all()
        if due is not None and due <= now:
            return False, None, len(rows)
        later = [at for row in rows for at in row if at is not None and at > now]
        return not rows, min(later) + timedelta(seconds=1) if later else None, len(rows)

    async def _harvest(self) -> None:
        def look(page: Page):
            rows = page.db.execute(
                outbox.select().with_only_columns(outbox.c.dedupe, outbox.c.state, outbox.c.message_id)
            )
            return {key: (state, number) for key, state, number in rows}

        self.out.update(await self.book.look(look))

    def _judge(self, marks: list[Reminder], lived) -> Found:
        found = Found()
        chats = {runner.id: runner for runner, _ in self.people}
        queued = {(one.runner_id, one.local_date): one for one in marks if one.kind == "day"}
        wanted = {
            (runner.id, day): moment
            for runner, week in self.people
            for first, last in lived
            for day, moment in owed(runner, week, first, last).items()
        }
        found.lost += [(*key, wanted[key], chats[key[0]].zone) for key in sorted(set(wanted) - set(queued))]
        found.wrong += [("not planned", key) for key in set(queued) - set(wanted)]
        for key, mark in queued.items():
            self._look_at(found, mark, wanted.get(key, mark.due_at))
        shown = self._shown(found, chats)
        self._compare(found, marks, shown)
        found.counts["owed"] = len(wanted)
        return found

    def _look_at(self, found: Found, mark: Reminder, moment: datetime) -> None:
        """The right instant; late or dropped only where nobody was there, or Telegram did not answer."""
        found.counts[mark.outcome] += 1
        if mark.due_at != moment:
            found.wrong.append(("wrong instant", mark, moment))
        around = (end - mark.due_at for begin, end in self.outages if begin - SOON <= mark.due_at <= end)
        if mark.outcome != "queued" and max(around, default=timedelta()) < PROMPT:
            found.wrong.append(("late without an outage", mark))
        within = (end - mark.due_at for begin, end in self.outages if begin <= mark.due_at <= end)
        if mark.outcome == "queued" and max(within, default=timedelta()) > PROMPT + SOON:
            found.wrong.append(("late and not said", mark))

    def _shown(self, found: Found, chats) -> Counter[tuple[int, date, str]]:
        """What reached the people: never twice, never after its window, on its day."""
        shown: Counter[tuple[int, date, str]] = Counter()
        came: dict[tuple[int, date, str], datetime] = {}
        for number, runner in chats.items():
            for letter in self.driver.world.person(number).chat.letters.values():
                data = [one.get("callback_data", "") for row in letter.buttons for one in row]
                day = next((day_from(one.split(":")[2]) for one in data if one.startswith("v1:later:")), None)
                if not letter.by_bot or day is None:
                    continue
                text = letter.content["text"]
                kind = "nudge" if text.startswith("Still") else "day"
                shown[number, day, kind] += 1
                came[number, day, kind] = letter.date
                there = letter.date.astimezone(ZoneInfo(runner.zone))
                if there.date() != day:
                    found.wrong.append(("on another day", number, day, letter.date))
                found.counts[f"shown: {kind}"] += 1
                if kind == "day":
                    self._in_time(found, runner, day, letter.date, text)
        for (number, day, kind), at in came.items():
            after = at - came.get((number, day, "day"), at - NUDGED[0])
            if kind == "nudge" and not NUDGED[0] <= after <= NUDGED[1]:
                found.wrong.append(("a nudge at the wrong time", number, day, after))
        found.doubled += [key for key, times in shown.items() if times > 1]
        return shown

    def _in_time(self, found: Found, runner: Runner, day: date, at: datetime, text: str) -> None:
        late = at - instant(runner.zone, day, runner.hour)
        self.slowest = max(self.slowest, late)
        if not timedelta() <= late <= LATE:
            found.wrong.append(("outside its window", runner.id, day, late))
        if ("Sorry" in text) != (late > PROMPT) and abs(late - PROMPT) > SOON:
            found.wrong.append(("late and no word about it", runner.id, day, late))

    def _compare(self, found: Found, marks: list[Reminder], shown) -> None:
        """What was queued and did not reach anybody is counted as unknown."""
        for mark in marks:
            key = f"rem:{mark.runner_id}:{mark.local_date}:{mark.kind}:{mark.n}"
            state = self.out.get(key, ("missing", None))[0]
            if mark.outcome == "expired" and state in ("missing", "expired"):
                continue
            found.counts[f"{mark.kind} {state}"] += 1
            came = shown[mark.runner_id, mark.local_date, mark.kind]
            if state == "sent" and not came:
                found.wrong.append(("said to be sent", key))
            if state in ("missing", "pending", "sending"):
                found.lost.append((state, key))
            if state == "unknown" and not came:
                found.counts[f"{mark.kind} undelivered and counted"] += 1


def _marks(page: Page) -> list[Reminder]:
    return [Reminder(**row) for row in page.db.execute(reminders.select()).mappings()]


def clock_file(folder) -> Shared:
    """The clock that driver and bots share."""
    file = folder / "clock"
    file.write_bytes(bytes(8))
    shared = Shared(file)
    shared.set(datetime(2026, 8, 1, tzinfo=UTC))
    return shared
