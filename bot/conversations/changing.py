"""Changing the week in words: what was understood is shown as a difference, with one tap to take it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import appointments
from bot.coach import calendar, racing, screens, weeks_difference, zones
from bot.coach.changes import Ask, Change, apply, understand
from bot.coach.heard import Heard
from bot.coach.says import Button, Lines, Nod, Say, Saying
from bot.coach.taps import Tap, tap
from bot.coach.weeks_by_hand import MOST, consequence
from bot.coach.weeks_words import WeekWords
from bot.coach.zones import Journey
from bot.exchange import tapped
from storage.notebook import Page
from storage.records import Talk, Week
from storage.weeks import week_from, week_to

Says = Iterable[Saying]
STALE = [Nod(kind="toast", phrase="toast-stale")]
RACES = {"short": 10.0, "half": racing.HALF, "long": racing.MARATHON}  # km by button


def understood(
    page: Page, heard: Heard, words: WeekWords, *, sure: bool = False
) -> Change | Ask | Journey | None:
    """What a message wants changed about the week or where somebody is; None where it is about something else."""
    week = appointments.week_of(page, heard.runner)
    planned = [day.date for day in appointments.upcoming(page, heard.runner, heard.today)]
    found = understand(heard.text, today=heard.today, week=week, words=words, planned=planned, sure=sure)
    return found or zones.journey(heard.text, today=heard.today, words=words, here=heard.runner.zone)


def changed(page: Page, heard: Heard, found: Change | Ask | Journey) -> Says:
    """Apply a change and show the difference; ask where it was only half understood, offer another clock."""
    if isinstance(found, Journey):
        return [zones.offer(found, heard.now)]
    if isinstance(found, Ask):
        return asked(page, heard, found)
    before = appointments.week_of(page, heard.runner)
    after = apply(before, found)
    if after == before:
        return [Say(phrase="change-nothing")]
    done = appointments.done_days(page, heard.runner, heard.today)
    page.weeks.keep(after)
    appointments.renew(page, heard.runner, heard.now)
    remember(page, heard, {"before": week_to(before)})
    shown = weeks_difference.difference(before, after, runner=heard.runner, today=heard.today, done=done)
    cost = consequence(heard.runner, after, found.chosen or (), today=heard.today)
    lines = Lines((weeks_difference.said(found), *shown, *cost))
    back = Button("button-take-back", tap("weekback", heard.message_id or 0))
    plan = calendar.plan_of(heard.runner, after, today=heard.today)
    rows = ((back, Button("button-why-days", tap("why-days"))), *screens.suggestion(plan))
    says = [Say(phrase="lines", facts={"lines": lines}, buttons=rows)]
    return [*says, _how_long(found.day)] if found.kind == "race" and found.day and not found.race_km else says


def _how_long(day: date) -> Say:
    """How long is the race? The days that stay free after it depend on that (brief 3.6)."""
    row = tuple(Button(f"button-race-{name}", tap("racekm", day.isoformat(), name)) for name in RACES)
    return Say(phrase="race-how-long", buttons=(row,), about="race")


def race_length(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The length of the goal race, by button."""
    week, km = appointments.week_of(page, heard.runner), RACES.get(tap_.word(1))
    if km is None or week.race_on is None or tap_.word(0) != week.race_on.isoformat():
        return STALE
    page.weeks.keep(replace(week, race_km=km))
    appointments.renew(page, heard.runner, heard.now)
    return [Say(phrase="race-length-kept", facts={"days": racing.free_after(km)})]


def returned(page: Page, heard: Heard, words: WeekWords) -> Says | None:
    """`I'm back`, `well again`, while an absence or an illness runs; None for anything else."""
    if not appointments.week_of(page, heard.runner).spans:
        return None
    found = understood(page, heard, words)
    return (
        changed(page, heard, found) if isinstance(found, Change) and found.kind in ("back", "well") else None
    )


def asked(page: Page, heard: Heard, ask: Ask) -> Says:
    """A question back, with what it may have meant as buttons."""
    remember(page, heard, {"said": heard.text[:200]})
    options = tuple(
        (Button("button-change", tap("weekopt", n), {"change": Lines((weeks_difference.said(option),))}),)
        for n, option in enumerate(ask.options[:4])
    )
    return [Say(phrase=ask.phrase, facts=dict(ask.facts), buttons=options)]


def remember(page: Page, heard: Heard, facts: dict[str, object]) -> None:
    """What the next tap may refer to."""
    talk = page.talks.get(heard.runner.id) or Talk(runner_id=heard.runner.id, at=heard.now)
    page.talks.keep(replace(talk, asked=None, facts={**facts, "message": heard.message_id}, at=heard.now))


def take_back(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The week as it was before the last change."""
    talk = page.talks.get(heard.runner.id)
    before = talk.facts.get("before") if talk else None
    if talk is None or not before or talk.facts.get("message") != tap_.number(0):
        return STALE
    week: Week = week_from(heard.runner.id, before)
    page.weeks.keep(week)
    page.talks.keep(replace(talk, facts={}))
    appointments.renew(page, heard.runner, heard.now)
    return [Say(phrase="change-taken-back", facts={"next": appointments.next_words(page, heard)})]


def option(page: Page, heard: Heard, tap_: Tap, words: WeekWords) -> Says:
    """One of the meanings that were offered."""
    talk = page.talks.get(heard.runner.id)
    said = str(talk.facts.get("said", "")) if talk else ""
    asking = understood(page, replace(heard, text=said, message_id=heard.tapped), words) if said else None
    number = tap_.number(0)
    if not isinstance(asking, Ask) or number is None or number >= len(asking.options):
        return STALE
    return changed(page, replace(heard, message_id=heard.tapped), asking.options[number])


def suggested(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The change that the plan suggested, taken with one tap; nothing where it is no longer suggested."""
    plan = calendar.plan_of(heard.runner, appointments.week_of(page, heard.runner), today=heard.today)
    offer = plan.suggestion
    if offer is None or (offer.day, screens.LETTER[offer.becomes]) != (tap_.number(0), tap_.word(1)):
        return STALE
    found = Change(kind="set", on=heard.today, weekdays={offer.day: offer.becomes})
    return changed(page, replace(heard, message_id=heard.tapped), found)


def pick(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The days chosen by hand so far, each with what it means."""
    chosen = _weekdays(tap_.word(0))
    if chosen is None:
        return STALE
    week = appointments.week_of(page, heard.runner)
    lines = Lines(consequence(heard.runner, week, chosen, today=heard.today), gap="\n")
    return [screens.by_hand(chosen, lines, edit=tap_.word(1) != "new")]


def hand(page: Page, heard: Heard, tap_: Tap) -> Says:
    """These days, or the coach's choice again."""
    chosen = _weekdays(tap_.word(0))
    if chosen is None:
        return STALE
    found = Change(kind="days", on=heard.today, chosen=tuple(sorted(chosen)[:MOST]) or None)
    return changed(page, replace(heard, message_id=heard.tapped), found)


def _weekdays(text: str) -> frozenset[int] | None:
    known = text == "-" or (bool(text) and set(text) <= set("0123456"))
    return frozenset(int(day) for day in text if day != "-") if known else None


TAPS = {
    "racekm": race_length, "weekback": take_back, "suggest": suggested, "pick": pick, "hand": hand,
}  # fmt: skip


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """Take it back, take a suggestion, choose by hand; options come through the switchboard (they need words)."""
    return [CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()]
