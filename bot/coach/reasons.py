"""A plan in reasons: why each day was chosen, what was avoided, what the week needs saying (brief 3.3)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.coach.planner import FLOOR, Plan, Score, Suggestion, leaves_rest, plan
from bot.coach.says import Fact, Listing, Ref, Say
from storage.records import DayKind


def day_name(day: int) -> Ref:
    """A weekday's name in the person's language (0 = Monday)."""
    return Ref(f"phrase.plan-day-{day}")


def day_names(days: Sequence[int]) -> Listing:
    """Weekdays joined as the language joins a list."""
    return Listing(tuple(day_name(day) for day in days))


def why(found: Plan, day: int) -> tuple[Say, ...]:
    """Why strength is on this weekday, or why it is not: one or two short phrases."""
    score = found.scores[day]
    if day in found.days:
        against = () if score.base is not None else (Say(phrase=f"why-day-but-{score.row}"),)
        return (_base(score), *against, *light(found, day))
    return (_why_not(found, score),)


def _base(score: Score) -> Say:
    row = score.row if score.base is not None else "by-hand"
    return Say(phrase=f"why-day-{row}", facts={"day": day_name(score.day)})


def light(found: Plan, day: int) -> tuple[Say, ...]:
    """Why a chosen day is light; nothing where it is not."""
    score = found.scores[day]
    if not score.light:
        return ()
    before = next((name for name, _ in score.off if name.endswith("-tomorrow")), None)
    return (Say(phrase=f"why-day-light-{before.removesuffix('-tomorrow') if before else 'race'}"),)


def _why_not(found: Plan, score: Score) -> Say:
    name = {"day": day_name(score.day)}
    points = score.points
    if points is None:
        return Say(phrase=f"why-day-{score.row}", facts=name)
    if points < FLOOR[max(len(found.days), 1)]:
        return Say(phrase="why-day-too-low", facts={**name, "reason": Ref(f"phrase.{_burden(score)}")})
    near = [day for day in found.days if (day - score.day) % 7 in (1, 6)]
    if near:
        return Say(phrase="why-day-too-close", facts={**name, "other": day_names(near)})
    if not leaves_rest(found.week, (*found.days, score.day)):
        return Say(phrase="why-day-last-rest", facts=name)
    return Say(phrase="why-day-good-too", facts=name)


def _burden(score: Score) -> str:
    ahead = {"hard-tomorrow": "why-day-before-hard", "long-tomorrow": "why-day-before-long"}
    return next((ahead[name] for name, _ in score.off if name in ahead), "why-day-low")


def chosen_lines(found: Plan) -> tuple[Say, ...]:
    """The chosen days and a line of reason for each."""
    if not found.days:
        return (Say(phrase="plan-none"),)
    head = Say(phrase="plan-days", facts={"days": day_names(found.days)})
    return (head, *(say for day in found.days for say in why(found, day)))


def week_lines(found: Plan) -> tuple[Say, ...]:
    """What the week as a whole needs saying: race week, fewer days than asked, no rest day, a suggestion."""
    says = []
    if found.race_week:
        says.append(Say(phrase="plan-race-week"))
    elif found.fewer and found.days:
        says.append(Say(phrase=f"plan-fewer-{len(found.days)}"))
    if found.no_rest_day:
        says.append(Say(phrase="plan-no-rest-day"))
    if len(found.days) == 3 and found.novice:
        says.append(Say(phrase="plan-three-novice"))
    return (*says, *_suggestion(found))


def _suggestion(found: Plan) -> tuple[Say, ...]:
    offer = found.suggestion
    if offer is None:
        return ()
    if not offer.days:
        return (Say(phrase="plan-suggest-rest-none", facts={"day": day_name(offer.day)}),)
    facts: dict[str, Fact] = {"day": day_name(offer.day), "days": day_names(offer.days)}
    says = (Say(phrase=f"plan-suggest-{offer.becomes}", facts=facts),)
    return says if found.days else (*says, *_two_eased(found, offer))


def _two_eased(found: Plan, offer: Suggestion) -> tuple[Say, ...]:
    """Where nothing fits at all: easing the suggested day and freeing the next makes one good place (3.4)."""
    if offer.day == 6:
        return ()
    eased: list[DayKind] = [*found.week]
    eased[offer.day : offer.day + 2] = ["easy", "rest"]
    days = plan(eased, 1, novice=found.novice).days
    facts: dict[str, Fact] = {
        "first": day_name(offer.day),
        "second": day_name(offer.day + 1),
        "days": day_names(days),
    }
    return (Say(phrase="plan-two-eased", facts=facts),) if days else ()


def all_lines(found: Plan) -> tuple[Say, ...]:
    """A line for each of the seven days, Monday first: why strength is there or not."""
    return tuple(say for day in range(7) for say in why(found, day)[:1])
