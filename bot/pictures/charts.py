"""Progress over time: one exercise, and the sets per week against the goal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from bot.pictures.axes import LEFT, RIGHT, WEEKS, Plot, day_text, empty, nice, plain
from bot.pictures.card import EDGE, WIDTH, Card
from bot.pictures.style import BLUE, GREEN, INK, MAIN, PANEL, SKY, SOFT, Colour, blend

Words = Callable[..., str]
Data = Mapping[str, Any]
GAP = 21  # days without a session after which a line is broken
MANY = 90  # sessions shown one by one


def thinned(points: Sequence[Data]) -> list[Data]:
    """Every session, or beyond `MANY` the best of each span of weeks (1, 2, 4 …)."""
    weeks, out = 1, list(points)
    while len(out) > MANY:
        best: dict[int, Data] = {}
        for point in points:
            span = point["on"].toordinal() // (7 * weeks)
            if span not in best or point["value"] >= best[span]["value"]:
                best[span] = point
        out, weeks = list(best.values()), weeks * 2
    return out


def exercise(_about: str, data: Data, words: Words) -> Card:
    """Data {"name", "unit": reps|seconds, "points": [{"on": ISO date, "value", "kg" or null, "level"}]}."""
    points = thinned([{**p, "on": date.fromisoformat(p["on"])} for p in data.get("points", [])])
    loads = [p for p in points if p.get("kg") is not None]
    card = Card(760 if loads else 600)
    if not points:
        card.title(data["name"])
        return empty(card, words)
    card.title(data["name"], words(f"picture-unit-{data['unit']}"))
    days = [p["on"] for p in points]
    card.box(EDGE, 130, WIDTH - EDGE, card.height - 24, PANEL, 24)
    values = [float(p["value"]) for p in points]
    step = nice(max(values) * 1.05)
    plot = Plot(card, days, 0, step * -(-max(values) * 1.05 // step), 176, 490)
    plot.grid(step)
    levels(plot, points, words)
    curve(plot, [(p["on"], float(p["value"])) for p in points], BLUE)
    if not loads:
        plot.dates(words)
        return card
    loaded(card, [(p["on"], float(p["kg"])) for p in loads], days, words)
    return card


def loaded(card: Card, loads: Sequence[tuple[date, float]], days: Sequence[date], words: Words) -> None:
    """The weight used, below the repetitions on the same dates."""
    high = max(kg for _, kg in loads)
    step = nice(high * 1.05 * 2)
    card.text((LEFT, 542), words("picture-kg"), 22, colour=SOFT)
    plot = Plot(card, days, 0, step * -(-high * 1.05 // step), 560, 676)
    plot.grid(plot.high)
    curve(plot, loads, MAIN)
    plot.dates(words)


def curve(plot: Plot, points: Sequence[tuple[date, float]], colour: Colour) -> None:
    """A line through the sessions, broken at long gaps; the last value is written at its end."""
    spots = [plot.at(on, value) for on, value in points]
    for i in range(1, len(spots)):
        if (points[i][0] - points[i - 1][0]).days > GAP:
            plot.card.dashes(spots[i - 1], spots[i], blend(colour, PANEL, 0.5), 3)
        else:
            plot.card.line([spots[i - 1], spots[i]], colour, 4 if len(spots) < 120 else 2.5)
    if len(spots) <= 60:
        for spot in spots:
            plot.card.disc(spot, 6.5, colour)
    x, y = spots[-1]
    plot.card.disc((x, y), 10, colour)
    up = y - 22 if y - 60 > plot.top - 30 else y + 44
    plot.card.text((x + (4 if len(spots) > 1 else 0), up), plain(points[-1][1]), 30, bold=True, colour=colour,
                   anchor="rs" if len(spots) > 1 else "ms")  # fmt: skip


def levels(plot: Plot, points: Sequence[Data], words: Words) -> None:
    """A dashed line where a harder or easier level began, with its number while there is room."""
    free = float(LEFT)
    for before, now in pairwise(points):
        if now.get("level", 1) == before.get("level", 1):
            continue
        x = plot.at(now["on"], 0)[0]
        text = words("picture-level", level=str(now["level"]))
        if x >= free and x + plot.card.length(text, 20) < RIGHT:
            plot.card.dashes((x, plot.top - 8), (x, plot.bottom), blend(GREEN, PANEL, 0.35), 3)
            plot.card.text((x + 8, plot.top - 14), text, 20, colour=GREEN)
            free = x + plot.card.length(text, 20) + 24


def sets(_about: str, data: Data, words: Words) -> Card:
    """Data {"weeks": [{"on": ISO Monday, "sets"}], "goal": a week's sets or null}: 26 weeks as bars."""
    weeks = [(date.fromisoformat(w["on"]), int(w["sets"])) for w in data.get("weeks", [])][-WEEKS:]
    goal = data.get("goal") or 0
    card = Card(600)
    if not any(done for _, done in weeks):
        card.title(words("picture-sets-title"))
        return empty(card, words)
    reached = sum(1 for _, done in weeks if goal and done >= goal)
    under = words("picture-sets-under", reached=str(reached), weeks=str(len(weeks)), goal=str(goal))
    card.title(words("picture-sets-title"), under if goal else "")
    card.box(EDGE, 130, WIDTH - EDGE, 576, PANEL, 24)
    top = max([goal, *(done for _, done in weeks)]) * 1.12
    step = nice(top)
    plot = Plot(card, [on for on, _ in weeks], 0, step * -(-top // step), 176, 490)
    plot.grid(step)
    if goal:
        y = plot.at(plot.first, goal)[1]
        card.dashes((LEFT, y), (RIGHT, y), INK, 3)
    bars(plot, weeks, goal)
    week_dates(plot, weeks, words)
    return card


def bars(plot: Plot, weeks: Sequence[tuple[date, int]], goal: int) -> None:
    """A bar for each week: green where the goal was reached, with its number where there is room."""
    pitch = (RIGHT - LEFT) / len(weeks)
    wide = min(56, pitch * 0.72)
    for i, (_, done) in enumerate(weeks):
        x = LEFT + (i + 0.5) * pitch
        y = plot.at(plot.first, done)[1]
        colour = GREEN if goal and done >= goal else SKY
        if done:
            plot.card.box(x - wide / 2, y, x + wide / 2, plot.bottom, colour, min(8, wide / 4))
        if len(weeks) <= 12:
            inside = (
                goal > done and y - plot.at(plot.first, goal)[1] < 44
            )  # the goal's line runs through the place above
            plot.card.text(
                (x, y + 28 if inside else y - 10),
                str(done),
                22,
                bold=True,
                colour=INK if done else SOFT,
                anchor="ms",
            )


def week_dates(plot: Plot, weeks: Sequence[tuple[date, int]], words: Words) -> None:
    """The Monday under as many bars as have room."""
    pitch, free = (RIGHT - LEFT) / len(weeks), 0.0
    for i, (on, _) in enumerate(weeks):
        text, x = day_text(on, words), LEFT + (i + 0.5) * pitch
        half = plot.card.length(text, 20) / 2
        if x - half > free and x + half < WIDTH - EDGE - 4:
            plot.card.text((x, plot.bottom + 36), text, 20, colour=SOFT, anchor="ms")
            free = x + half + 18
