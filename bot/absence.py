"""After an outage: whoever was in the middle of a workout hears which taps cannot have arrived."""

from __future__ import annotations

import logging
from datetime import datetime

from bot.coach import cards, course
from bot.coach.heard import local
from bot.coach.says import Fact, Lines, Say
from bot.context import Services
from storage.notebook import Page
from storage.records import Runner, Workout

log = logging.getLogger(__name__)


def apologies(services: Services, page: Page, since: datetime, now: datetime) -> None:
    """One message to each person with an open workout; the key makes it the only one about this outage."""
    for runner_id in page.workouts.open_now():
        try:
            with page.apart():
                runner, workout = page.runners.get(runner_id), page.workouts.current(runner_id)
                if runner is None or workout is None or not runner.reachable:
                    continue
                key = f"offline:{runner_id}:{int(since.timestamp())}"
                said = [apology(runner, workout, since, now)]
                services.write(page, said, chat_id=runner_id, key=key, now=now, claim=False)
        except Exception:
            log.exception("somebody could not be told that the bot was away")


def apology(runner: Runner, workout: Workout, since: datetime, now: datetime) -> Say:
    """When we were away (local times), and the last set that was saved."""
    first, last = (local(at, runner).time().replace(second=0, microsecond=0) for at in (since, now))
    rows = course.last_set(workout)
    if not rows:
        return Say(phrase="was-offline-before-sets", facts={"from": first, "until": last})
    facts: dict[str, Fact] = {
        "from": first,
        "until": last,
        "exercise": cards.name(rows[0].exercise),
        "set": rows[0].set,
        "did": Lines((cards.did(rows),)),
    }
    return Say(phrase="was-offline", facts=facts)
