"""A reminder is noted once for a local day and kind, on every database."""

from __future__ import annotations

from datetime import UTC, date, datetime

from storage.records import Reminder, Runner

DAY = date(2026, 11, 3)
FIRST = Reminder(
    runner_id=1001,
    local_date=DAY,
    kind="day",
    n=0,
    due_at=datetime(2026, 11, 3, 7, tzinfo=UTC),
    outcome="queued",
)


async def test_the_first_of_a_day_is_told_from_the_second(notebook):
    await notebook.turn(lambda page: page.runners.keep(Runner(id=1001, name="Ada", created_at=FIRST.due_at)))
    assert await notebook.turn(lambda page: page.reminders.queue(FIRST))
    assert not await notebook.turn(lambda page: page.reminders.queue(FIRST))
    assert await notebook.turn(lambda page: page.reminders.on(1001, DAY)) == (FIRST,)
