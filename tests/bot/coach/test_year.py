"""A year of reminders in seconds: many people, 400 days, with edits, illness, travel, races, pauses and outages.

Every reminder is checked against the records afresh: a planned and allowed day, the right local minute, once a
local date, none after a session, two days from every session. Nothing here sleeps or reads the clock.
"""

import time
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bot.coach import calendar, rhythm
from bot.coach.weeks_change import Change, apply
from bot.coach.weeks_season import kind_on, monday_of
from storage.records import Habits, Runner, Week

START = datetime(2026, 2, 2, tzinfo=UTC)
DAY = timedelta(days=1)
ZONES = (
    "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Pacific/Honolulu", "Africa/Cairo", "Asia/Kathmandu",
    "Australia/Lord_Howe", "America/Nuuk", "Pacific/Apia", "America/St_Johns", "Europe/London", "Australia/Sydney",
)  # fmt: skip
PATTERN = ("rest", "rest", "rest", "easy", "easy", "easy", "hard", "long")


class Dice:
    """A small repeatable generator (the tests throw no real dice)."""

    def __init__(self, seed):
        self.state = seed * 2654435761 % 2**32 or 1

    def roll(self, sides):
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return (self.state >> 8) % sides

    def of(self, things):
        return things[self.roll(len(things))]


@dataclass
class Person:
    dice: Dice
    runner: Runner
    week: Week
    done: set[date] = field(default_factory=set)
    sent: set[date] = field(default_factory=set)
    due: tuple | None = None

    def today(self, now):
        return now.astimezone(ZoneInfo(self.runner.zone)).date()

    def renew(self, now):
        self.due = calendar.next_due(self.runner, self.week, now=now, done=self.done, sent=self.sent)


def pattern(dice):
    return tuple(dice.of(PATTERN) for _ in range(7))


def person(n):
    dice = Dice(n + 1)
    runner = Runner(
        id=n,
        name="",
        zone=dice.of(ZONES),
        hour=dice.roll(96) * 15,
        kit=dice.of(("none", "dumbbells")),
        screening="clear",
        started_on=START.date() if dice.roll(2) else None,
        created_at=START,
        habits=Habits(novice=dice.of((None, True, False))),
    )
    alternate = pattern(dice) if dice.roll(5) == 0 else None
    return Person(
        dice, runner, Week(runner_id=n, days=pattern(dice), wanted=1 + dice.roll(3), alternate=alternate)
    )


def life(one, now):
    """What happens to a person on a day: usually nothing."""
    dice, today = one.dice, one.today(now)
    soon = today + dice.roll(10) * DAY
    match dice.roll(240):
        case 0 | 1 | 2:
            return apply(
                one.week,
                Change(kind="set", on=today, kinds={soon: dice.of(("rest", "easy", "hard", "long"))}),
            )
        case 3:
            return apply(one.week, Change(kind="swap", on=today, day=soon, other=today + dice.roll(10) * DAY))
        case 4:
            return apply(one.week, Change(kind="pattern", on=today, week=pattern(dice)))
        case 5:
            return apply(one.week, Change(kind="wanted", on=today, wanted=1 + dice.roll(3)))
        case 6 | 7:
            return apply(one.week, Change(kind="away", on=today, first=soon, last=soon + dice.roll(14) * DAY))
        case 8 | 9:
            return apply(one.week, Change(kind="ill", on=today, first=today - dice.roll(3) * DAY))
        case 10:
            return apply(one.week, Change(kind="race", on=today, day=today + (10 + dice.roll(60)) * DAY))
        case 11:
            chosen = tuple(sorted({dice.roll(7), dice.roll(7)}))
            return apply(one.week, Change(kind="days", on=today, chosen=dice.of((chosen, None))))
        case 12:
            return apply(one.week, Change(kind="reset", on=today))
        case 13:
            one.runner = replace(one.runner, zone=dice.of(ZONES))
        case 14:
            one.runner = replace(one.runner, hour=dice.roll(96) * 15)
        case 15:
            one.runner = replace(one.runner, paused_until=today + dice.roll(20) * DAY)
        case 16:
            if all(abs((today - day).days) >= 2 for day in one.done):
                one.done.add(today)  # a session nobody planned
    if any(span.why == "ill" and span.last is None for span in one.week.spans) and dice.roll(5) == 0:
        return apply(one.week, Change(kind="well", on=today, day=today))
    return one.week


def broken(one, slot, due, now):
    """What is wrong with a reminder, from the records alone."""
    week, runner = one.week, one.runner
    free = week.chosen is not None or slot in week.moved.values()
    yield "twice on a date", slot in one.sent
    yield "after a session", slot in one.done
    yield "paused", runner.paused_until is not None and slot < runner.paused_until
    for span in week.spans:
        yield "away or ill", span.first <= slot and (span.last is None or slot <= span.last)
        yield "just well", span.why == "ill" and span.last is not None and slot == span.last + DAY
    if week.race_on:
        yield "near the race", -2 <= (week.race_on - slot).days <= 3
        same = monday_of(week.race_on) == monday_of(slot)
        yield "race week", same and any(monday_of(day) == monday_of(slot) for day in one.done)
    kinds = [kind_on(week, monday_of(slot) + n * DAY) for n in range(7)]
    kind = kinds[slot.weekday()]
    yield "long or race", kind in ("long", "race") and not free
    yield "the only rest day", kind == "rest" and kinds.count("rest") == 1 and not free
    yield "hard for a novice", kind == "hard" and runner.habits.novice is True and not free
    yield "too close", any(abs((slot - day).days) < 2 for day in one.done)
    yield "too many", sum(monday_of(day) == monday_of(slot) for day in one.done) >= 3
    local = due.astimezone(ZoneInfo(runner.zone))
    wall = local.hour * 60 + local.minute
    yield "wrong minute", wall != runner.hour and rhythm.shifted(runner.zone, slot, runner.hour) != wall
    yield "wrong date", local.date() != slot
    fresh = calendar.next_due(runner, week, now=due - timedelta(seconds=1), done=one.done, sent=one.sent)
    yield "not planned any more", fresh is None or fresh[0].date != slot


def fire(one, outages, counts, faults):
    planned, due = one.due
    slot = planned.date
    now = next((end for start, end in outages if start <= due < end), due)
    counts["due"] += 1
    faults.update(name for name, wrong in broken(one, slot, due, now) if wrong)
    late = rhythm.lateness(due, now)
    if late == "expired" or one.today(now) > max(slot, one.today(due)):
        counts["dropped"] += 1
        one.sent.add(slot)
    else:
        counts["late" if late == "late" else "sent"] += 1
        one.sent.add(slot)
        answer(one, slot, counts)
    one.renew(now)
    return now


def answer(one, slot, counts):
    dice = one.dice.roll(20)
    if dice < 13:
        one.done.add(slot)
        counts["done"] += 1
    elif dice < 15:
        one.week = apply(one.week, Change(kind="skip", on=slot, days=(slot,)))
    elif dice < 17:
        one.week = apply(one.week, Change(kind="move", on=slot, day=slot, other=slot + DAY))


def live(one, days, outages, counts, faults):
    now = START
    one.renew(now)
    for n in range(days):
        begins = START + n * DAY
        for moment, happening in (
            (begins + one.dice.roll(1440) * timedelta(minutes=1), life),
            (begins + DAY, None),
        ):
            while one.due and one.due[1] < moment:
                now = max(now, fire(one, outages, counts, faults))
            now = max(now, moment)
            if happening:
                before = one.runner, one.week, len(one.done)
                one.week = happening(one, now)
                if before != (one.runner, one.week, len(one.done)):
                    counts["edits"] += 1
                    one.renew(now)
    near = sorted(one.done)
    faults["sessions too close"] += sum((after - day).days < 2 for day, after in pairwise(near))


def simulate(people, days):
    dice = Dice(7)
    starts = [START + timedelta(minutes=dice.roll(days * 1440)) for _ in range(days // 8)]
    outages = [(start, start + timedelta(minutes=5 + dice.roll(dice.of((30, 120, 540))))) for start in starts]
    counts, faults, began = Counter(), Counter(), time.perf_counter()
    for n in range(people):
        live(person(n), days, outages, counts, faults)
    faults = Counter({name: count for name, count in faults.items() if count})
    took = time.perf_counter() - began
    print(f"\n{people} people x {days} days: {dict(counts)}, violations {sum(faults.values())}, {took:.1f} s")
    return counts, faults


def test_half_a_year_of_some_people():
    counts, faults = simulate(50, 180)
    assert not faults
    assert counts["sent"] > 800
    assert counts["late"] > 0
    assert counts["dropped"] > 0
    assert counts["done"] > 500


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_a_year_of_a_thousand_people():
    counts, faults = simulate(1000, 400)
    assert not faults
    assert counts["sent"] > 50_000
