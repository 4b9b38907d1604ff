"""Some people over sixty days through the real tick: what is queued is right, and never too much.

The clock jumps from one due thing to the next; between, people train, put off, move, fall ill, travel and change
their week through the same functions as in the chat, and now and then the bot is down for hours.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta

from bot import appointments, notifying
from bot.app import build
from bot.clock import SetClock
from bot.coach import rhythm
from bot.coach.heard import Heard
from bot.coach.says import Say
from bot.coach.taps import Tap
from bot.coach.weeks_words import WeekWords
from bot.conversations import changing, reminding, welcome
from bot.preview.request_door import RequestDoor
from bot.preview.world import World
from bot.settings import Settings
from content.library import open_library
from storage.records import Habits, LoggedSet, Runner, Slot, Week, Workout
from storage.upgrade import upgrade

START = datetime(
    2026, 9, 28, 0, 0, tzinfo=UTC
)  # over the clock changes of Sydney, Berlin, Cairo and New York
DAYS = 60
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Sydney",
    "Asia/Tokyo",
    "Africa/Cairo",
    "Pacific/Honolulu",
)
WEEKS = ("RERERER", "RERHRRL", "EHEREER", "EEEEEEL", "RRERRRL", "HREHRRL")
KINDS = {"R": "rest", "E": "easy", "H": "hard", "L": "long"}
SAID = (
    "ill since yesterday", "feeling better", "I'm away for 5 days", "I'm back", "no run tomorrow", "race on 20 november",
    "make it three days", "strength on monday and thursday", "you pick", "long run moved to saturday", "R E R H R R L",
)  # fmt: skip


class Dice:
    """A small repeatable generator."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def roll(self, sides: int) -> int:
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return (self.state >> 8) % sides


class Life:
    """Six people, one notebook, one tick."""

    def __init__(self, url: str) -> None:
        self.clock, self.dice = SetClock(START), Dice(7)
        self.library = open_library()
        self.words = WeekWords.of(self.library.tongue("en").words["week"])
        settings = Settings(_env_file=None, bot_token=World(clock=self.clock.now).token, database_url=url)
        self.app = build(
            settings,
            clock=self.clock,
            request=RequestDoor(World(clock=self.clock.now)),
            ticking=False,
            polling=False,
        )
        self.app.services.speak = lambda written: None
        self.seen: Counter[tuple[int, date, str]] = Counter()
        self.outages: list[tuple[datetime, datetime]] = []
        self.wrong: list[str] = []
        self.counts: Counter[str] = Counter()

    def people(self, page) -> None:
        for n, zone in enumerate(ZONES):
            habits = Habits(eve=n % 2 == 0, nudges=n % 3 != 2)
            runner = Runner(
                id=n + 1,
                name="",
                zone=zone,
                hour=(6, 7, 12, 18, 20, 21)[n] * 60 + n * 5,
                screening="clear",
                created_at=START,
                habits=habits,
            )
            page.runners.keep(runner)
            page.weeks.keep(Week(runner_id=runner.id, days=tuple(KINDS[c] for c in WEEKS[n])))
            appointments.renew(page, runner, START)

    def heard(self, page, who: int, text: str = "") -> Heard:
        runner, now = page.runners.get(who), self.clock.now()
        return Heard(
            runner=runner, library=self.library, tongue=self.library.tongue("en"), at=now, now=now, text=text,
            message_id=int(now.timestamp()) % 10**9,
        )  # fmt: skip

    def something(self, page) -> None:
        """One thing that a person does."""
        who, what = 1 + self.dice.roll(len(ZONES)), self.dice.roll(10)
        heard = self.heard(page, who, SAID[self.dice.roll(len(SAID))])
        here = Tap("", (heard.today.isoformat(), "60"))
        if what < 4:
            self.train(page, heard)
        elif what < 7:
            found = changing.understood(page, heard, self.words)
            list(changing.changed(page, heard, found) if found else [])
        elif what == 7:
            zone = ZONES[self.dice.roll(len(ZONES))].replace("/", ".")
            list(welcome.travel(page, heard, Tap("", (zone, (heard.today + timedelta(days=4)).isoformat()))))
        elif reminding.open_reminder(page, heard):
            turn = (reminding.later, reminding.tonight, reminding.move, reminding.skip_day)[self.dice.roll(4)]
            list(turn(page, heard, here))

    def train(self, page, heard: Heard) -> None:
        slot = Slot(exercise="air_squat", sets=1, low=10, high=12, rest=60)
        done = LoggedSet(slot=0, set=1, exercise="air_squat", reps=10, at=heard.now)
        page.workouts.keep(
            Workout(
                id=None,
                runner_id=heard.runner.id,
                session="bodyweight",
                local_date=heard.today,
                status="done",
                opened_at=heard.now,
                closed_at=heard.now,
                slots=(slot,),
                sets=(done,),
            )
        )
        self.counts["sessions"] += 1
        appointments.renew(page, heard.runner, heard.now)

    def watch(self, page, due, now) -> list[Say]:
        """The real handler, with what it says judged against the records as they were."""
        runner, day = page.runners.get(due.runner_id), date.fromisoformat(str(due.facts["day"]))
        planned = appointments.planned_on(page, runner, day)
        done = page.workouts.done_days(runner.id, day, day)
        says = list(reminding.dues()[due.kind](page, due, now))
        if says and due.kind == "eve":
            self.seen[(runner.id, day, "eve")] += 1
        elif says:
            kind = says[0].key.split(":")[3]
            self.judge(runner, day, kind, planned, done, now)
        self.counts[due.kind if says else "unsaid"] += 1
        return says

    def deliver(self, page) -> None:
        """What was queued leaves and arrives."""
        for parcel in page.outbox.claim(self.clock.now(), "soak", limit=1000):
            notifying.leaving(self.library, page, parcel, self.clock.now())
            page.outbox.finish(parcel.id, "sent", 1)

    def judge(self, runner, day, kind, planned, done, now) -> None:
        there = rhythm.local(now, runner.zone)
        place = f"{kind} for {runner.id} on {day} at {there}"
        self.seen[(runner.id, day, kind)] += 1
        if planned is None:
            self.wrong.append(f"{place}: not planned")
        if done:
            self.wrong.append(f"{place}: after the session")
        if there.date() != day:
            self.wrong.append(f"{place}: another day")
        if kind == "day" and now - rhythm.instant(runner.zone, day, runner.hour) > timedelta(hours=2):
            self.wrong.append(f"{place}: more than two hours late")
        prompt = there.hour * 60 + there.minute == (
            rhythm.shifted(runner.zone, day, runner.hour) or runner.hour
        )
        if kind == "day" and not prompt and not any(first < now <= last for first, last in self.outages):
            self.wrong.append(f"{place}: not at the hour")
        if kind == "nudge" and rhythm.is_quiet(there.hour * 60 + there.minute, runner.habits.quiet):
            self.wrong.append(f"{place}: in quiet hours")

    async def live(self) -> None:
        turn = self.app.notebook.turn
        await turn(self.people)
        self.app.tick.handlers = {
            **self.app.tick.handlers,
            **dict.fromkeys(("reminder", "snooze", "nudge", "eve"), self.watch),
        }
        end, act = START + timedelta(days=DAYS), START + timedelta(hours=3)
        while self.clock.now() < end:
            waiting = await turn(lambda page: page.dues.next_at())
            at = min(act, waiting or act)
            if self.dice.roll(40) == 0:  # down for a while
                self.outages.append((at - timedelta(seconds=1), at + timedelta(hours=1 + self.dice.roll(4))))
                at = self.outages[-1][1]
            self.clock.jump(max(at - self.clock.now(), timedelta()))
            await self.app.tick.once()
            await turn(self.deliver)
            if act <= self.clock.now():
                await turn(self.something)
                act = self.clock.now() + timedelta(hours=2 + self.dice.roll(7))
        await self.app.notebook.close()


async def test_sixty_days_of_six_people(tmp_path) -> None:
    url = f"sqlite:///{tmp_path / 'soak.db'}"
    upgrade(url)
    life = Life(url)
    await life.live()
    print(dict(life.counts), f"outages {len(life.outages)}, violations {len(life.wrong)}")
    assert life.wrong == []
    twice = {
        slot: count for slot, count in life.seen.items() if count > 1 and slot[2] in ("day", "nudge", "eve")
    }
    assert not twice
    assert life.counts["reminder"] > 40
    assert life.counts["nudge"] > 10
    assert life.counts["sessions"] > 40
