"""What a picture shows, in words, for its caption: the same data, the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from bot.pictures.axes import WEEKS, day_text, plain
from bot.pictures.bodymap import MUSCLES

Words = Callable[..., str]
Data = Mapping[str, Any]


def caption(name: str, data: Data, words: Words) -> str:
    """One to three sentences, or nothing for a figure, whose words are the exercise's own."""
    kind, _, about = name.partition(":")
    teller = TELLERS.get(name) or TELLERS.get(kind)
    return teller(about, data, words) if teller else ""


def said(on: str, words: Words) -> str:
    """An ISO date as a chart says it."""
    return day_text(date.fromisoformat(on), words)


def week(_about: str, data: Data, words: Words) -> str:
    """Strength days, how many are done, rest days."""
    days = list(enumerate(data["days"]))
    strength = [(i, day) for i, day in days if day.get("strength") in ("planned", "done", "missed")]
    rest = ", ".join(words(f"picture-day-{i}") for i, day in days if day["run"] == "rest")
    facts = {"rest": rest} if rest else {}
    if not strength:
        return words("picture-caption-week-none" if rest else "picture-caption-week-none-no-rest", **facts)
    facts["strength"] = ", ".join(words(f"picture-day-{i}") for i, _ in strength)
    facts["planned"] = str(len(strength))
    facts["done"] = str(sum(1 for _, day in strength if day["strength"] == "done"))
    return words("picture-caption-week" if rest else "picture-caption-week-no-rest", **facts)


def muscle(about: str, _data: Data, words: Words) -> str:
    """Where the muscle group is."""
    return words(
        "picture-caption-muscle",
        muscle=words(f"picture-muscle-{about}"),
        where=words(f"picture-where-{about}"),
    )


def muscles(_about: str, data: Data, words: Words) -> str:
    """Sets of each group trained, and the groups left out."""
    sets = data.get("sets", {})
    ranked = sorted((m for m in MUSCLES if sets.get(m)), key=lambda m: -sets[m])
    if not ranked:
        return words("picture-caption-nothing")
    shares = [
        words("picture-caption-share", muscle=words(f"picture-muscle-{m}"), sets=str(sets[m])) for m in ranked
    ]
    out = words("picture-caption-sets-by-muscle", trained=", ".join(shares))
    missing = ", ".join(words(f"picture-muscle-{m}") for m in MUSCLES if not sets.get(m))
    return f"{out} {words('picture-caption-left-out', muscles=missing)}" if missing else out


def exercise(_about: str, data: Data, words: Words) -> str:
    """Then, now and best."""
    points = data.get("points", [])
    if not points:
        return words("picture-caption-nothing")
    first, last = points[0], points[-1]
    now = {"name": data["name"], "now": plain(last["value"]), "on": said(last["on"], words)}
    if len(points) == 1:
        return words(f"picture-caption-first-{data['unit']}", **now)
    best = plain(max(point["value"] for point in points))
    then = {"then": plain(first["value"]), "from": said(first["on"], words), "best": best}
    out = words(f"picture-caption-{data['unit']}", **now, **then)
    loads = [point["kg"] for point in points if point.get("kg") is not None]
    if len(loads) < 2:
        return out
    return f"{out} {words('picture-caption-kg', then=plain(loads[0]), now=plain(loads[-1]))}"


def sets(_about: str, data: Data, words: Words) -> str:
    """This week, the best week, the goal."""
    done = [int(week["sets"]) for week in data.get("weeks", [])][-WEEKS:]
    goal = data.get("goal") or 0
    if not any(done):
        return words("picture-caption-nothing")
    out = words("picture-caption-sets", now=str(done[-1]), best=str(max(done)))
    if not goal:
        return out
    reached = str(sum(1 for count in done if count >= goal))
    return f"{out} {words('picture-caption-goal', goal=str(goal), reached=reached, weeks=str(len(done)))}"


def calendar(_about: str, data: Data, words: Words) -> str:
    """Training days in the weeks shown."""
    until = date.fromisoformat(data["until"])
    first = until - timedelta(days=until.weekday(), weeks=WEEKS - 1)
    shown = {
        day["on"]
        for day in data.get("days", [])
        if day["sets"] and first <= date.fromisoformat(day["on"]) <= until
    }
    return words("picture-caption-calendar", sessions=str(len(shown)), weeks=str(WEEKS))


def summary(_about: str, data: Data, words: Words) -> str:
    """The numbers of the workout and its muscle groups."""
    facts = {"title": data.get("title") or words("picture-summary-title"), "sets": str(data["sets"])}
    if data.get("reps"):
        out = words("picture-caption-summary", reps=str(data["reps"]), **facts)
    else:
        out = words("picture-caption-summary-seconds", **facts)
    return (
        f"{out} {muscles('', {'sets': data['muscles']}, words)}"
        if any(data.get("muscles", {}).values())
        else out
    )


TELLERS: Mapping[str, Callable[[str, Data, Words], str]] = {
    "week": week,
    "muscle": muscle,
    "body": muscles,
    "progress:muscles": muscles,
    "progress:exercise": exercise,
    "progress:sets": sets,
    "progress:calendar": calendar,
    "summary": summary,
}
