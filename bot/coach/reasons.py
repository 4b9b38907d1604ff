"""A plan in reasons: why each day was chosen, what was avoided, and what the whole week needs saying (brief 3.3)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.coach.planner import FLOOR, Plan, Score, leaves_rest
from bot.coach.says import Listing, Ref, Say


def day_name(day: int) -> Ref:
    """A weekday's name in the person's language (0 = Monday)."""
    return Ref(f"phrase.plan-day-{day}")


def day_names(days: Sequence[int]) -> Listing:
    """Weekdays joined as the language joins a list."""
    return Listing(tuple(day_name(day) for day in days))


def why(plan: Plan, day: int) -> tuple[Say, ...]:
    """Why strength is on this weekday, or why it is not: one or two short phrases."""
    score = plan.scores[day]
    if day in plan.days:
        return (_base(score), *light(plan, day))
    return (_why_not(plan, score),)


def _base(score: Score) -> Say:
    row = score.row if score.base is not None else "by-hand"
    return Say(phrase=f"why-day-{row}", facts={"day": day_name(score.day)})


def light(plan: Plan, day: int) -> tuple[Say, ...]:
    """Why a chosen day is light; nothing where it is not."""
    score = plan.scores[day]
    if not score.light:
        return ()
    before = next((name for name, _ in score.off if name.endswith("-tomorrow")), None)
    return (Say(phrase=f"why-day-light-{before.removesuffix('-tomorrow') if before else 'race'}"),)


def _why_not(plan: Plan, score: Score) -> Say:
    name = {"day": day_name(score.day)}
    points = score.points
    if points is None:
        return Say(phrase=f"why-day-{score.row}", facts=name)
    if points < FLOOR[max(len(plan.days), 1)]:
        return Say(phrase="why-day-too-low", facts={**name, "reason": Ref(f"phrase.{_burden(score)}")})
    near = [day for day in plan.days if (day - score.day) % 7 in (1, 6)]
    if near:
        return Say(phrase="why-day-too-close", facts={**name, "other": day_names(near)})
    if not leaves_rest(plan.week, (*plan.days, score.day)):
        return Say(phrase="why-day-last-rest", facts=name)
    return Say(phrase="why-day-good-too", facts=name)


def _burden(score: Score) -> str:
    ahead = {"hard-tomorrow": "why-day-before-hard", "long-tomorrow": "why-day-before-long"}
    return next((ahead[name] for name, _ in score.off if name in ahead), "why-day-low")


def chosen_lines(plan: Plan) -> tuple[Say, ...]:
    """The chosen days and a line of reason for each."""
    if not plan.days:
        return (Say(phrase="plan-none"),)
    head = Say(phrase="plan-days", facts={"days": day_names(plan.days)})
    return (head, *(say for day in plan.days for say in why(plan, day)))


def week_lines(plan: Plan) -> tuple[Say, ...]:
    """What the week as a whole needs saying: race week, fewer days than asked, no rest day, a suggestion."""
    says = []
    if plan.race_week:
        says.append(Say(phrase="plan-race-week"))
    elif plan.fewer and plan.days:
        says.append(Say(phrase="plan-fewer", facts={"found": str(len(plan.days))}))
    if plan.no_rest_day:
        says.append(Say(phrase="plan-no-rest-day"))
    if len(plan.days) == 3 and plan.novice:
        says.append(Say(phrase="plan-three-novice"))
    return (*says, *_suggestion(plan))


def _suggestion(plan: Plan) -> tuple[Say, ...]:
    offer = plan.suggestion
    if offer is None:
        return ()
    if not offer.days:
        return (Say(phrase="plan-suggest-rest-none", facts={"day": day_name(offer.day)}),)
    facts = {"day": day_name(offer.day), "days": day_names(offer.days)}
    return (Say(phrase=f"plan-suggest-{offer.becomes}", facts=facts),)


def all_lines(plan: Plan) -> tuple[Say, ...]:
    """A line for each of the seven days, Monday first: why strength is there or not."""
    return tuple(say for day in range(7) for say in why(plan, day)[:1])
