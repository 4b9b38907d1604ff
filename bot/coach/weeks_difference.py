"""A changed week shown as a difference: what was understood, which runs and which strength days are now others."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from bot.coach import calendar, reasons
from bot.coach.says import Fact, Listing, Ref, Say
from bot.coach.weeks_change import Change
from bot.coach.weeks_season import DAY, is_odd, kind_on
from storage.records import DayKind, Runner, Week

AHEAD = 14  # days that are compared
MOST = 7  # lines about runs
LETTER: Mapping[DayKind, str] = {"rest": "R", "easy": "E", "hard": "H", "long": "L", "race": "X"}


def said(change: Change) -> Say:
    """What was understood, in one line."""
    facts: dict[str, Fact] = {}
    if change.day is not None:
        facts["day"] = change.day
    match change.kind:
        case "swap" if change.lasting and change.day and change.other:
            names = {
                "day": reasons.day_name(change.day.weekday()),
                "other": reasons.day_name(change.other.weekday()),
            }
            return Say(phrase="change-said-swap-lasting", facts=names)
        case "swap" | "move" if change.other is not None:
            facts["other"] = change.other
        case "away" | "ill" if change.first is not None:
            facts = (
                {"first": change.first}
                if change.last is None
                else {"first": change.first, "last": change.last}
            )
            return Say(
                phrase=f"change-said-{change.kind}{'-open' if change.last is None else ''}", facts=facts
            )
        case "pattern" if change.alternate:
            odd, even = letters(change.alternate), letters(change.week)
            this, following = (odd, even) if is_odd(change.on) else (even, odd)
            return Say(phrase="change-said-alternate", facts={"this": this, "following": following})
        case "pattern":
            facts["week"] = letters(change.week)
        case "wanted":
            return Say(phrase=f"change-said-wanted-{change.wanted}")
        case "skip":
            facts["days"] = Listing(change.days)
        case "days" if change.chosen:
            facts["days"] = reasons.day_names(change.chosen)
        case "days":
            return Say(phrase="change-said-days-ours")
        case "set" if change.weekdays:
            return Say(
                phrase="change-said-set-lasting", facts={"days": reasons.day_names(sorted(change.weekdays))}
            )
        case "set":
            facts["days"] = Listing(tuple(sorted(change.kinds)))
    return Say(phrase=f"change-said-{change.kind}", facts=facts)


def letters(days: Sequence[DayKind]) -> str:
    """A week as the letters that people type."""
    return " ".join(LETTER[kind] for kind in days)


def difference(
    before: Week, after: Week, *, runner: Runner, today: date, done: Collection[date] = ()
) -> tuple[Say, ...]:
    """The days ahead that differ: runs first, then strength. One line where strength stays as it was."""
    return (*_runs(before, after, today), *_strength(before, after, runner, today, done))


def _runs(before: Week, after: Week, today: date) -> tuple[Say, ...]:
    lines: dict[tuple[int, str, str], Say] = {}
    for day in (today + n * DAY for n in range(AHEAD)):
        was, now = kind_on(before, day), kind_on(after, day)
        if was != now:
            facts: Mapping[str, Fact] = {"day": day, "was": kind_name(was), "now": kind_name(now)}
            lines.setdefault((day.weekday(), was, now), Say(phrase="change-run", facts=facts))
    return tuple(lines.values())[:MOST]


def kind_name(kind: str) -> Ref:
    """A kind of day in the person's language."""
    return Ref(f"phrase.plan-kind-{kind}")


def _strength(
    before: Week, after: Week, runner: Runner, today: date, done: Collection[date]
) -> tuple[Say, ...]:
    old, new = (
        {each.date: each for each in calendar.upcoming(runner, week, today=today, done=done, days=AHEAD)}
        for week in (before, after)
    )
    gone, come = sorted(old.keys() - new.keys()), sorted(new.keys() - old.keys())
    if not gone and not come:
        lighter = [day for day in sorted(new) if new[day].light and not old[day].light]
        return (
            (Say(phrase="change-strength-lighter", facts={"days": Listing(tuple(lighter))}),)
            if lighter
            else (Say(phrase=f"change-strength-{'no-room' if after.wanted > before.wanted else 'same'}"),)
        )
    if gone and come:
        return (
            Say(
                phrase="change-strength-moves",
                facts={"gone": Listing(tuple(gone)), "come": Listing(tuple(come))},
            ),
        )
    if come:
        return (Say(phrase="change-strength-comes", facts={"days": Listing(tuple(come))}),)
    return (Say(phrase="change-strength-goes", facts={"days": Listing(tuple(gone))}),)
