"""The screens of welcome and settings, as Says: safety, kit, the week, the hour, the zone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from bot.coach.says import Button, Fact, Key, Lines, Ref, Say
from bot.coach.taps import tap
from storage.records import DayKind, Runner, Week

CYCLE: tuple[DayKind, ...] = ("rest", "easy", "hard", "long", "race")
LETTER: Mapping[str, str] = {"rest": "R", "easy": "E", "hard": "H", "long": "L", "race": "X"}
KIND: Mapping[str, DayKind] = {"R": "rest", "E": "easy", "H": "hard", "L": "long", "X": "race"}
PRESETS = ("RERERER", "RERHRRL", "RHEERRL", "ERHRERL")  # 3 easy, 3 with speed and long, 4 runs, 5 runs
USUAL = "RERHRRL"
HOURS = (6 * 60, 7 * 60, 8 * 60, 12 * 60, 17 * 60, 18 * 60, 19 * 60, 20 * 60)


def day_from(text: str) -> date | None:
    """An ISO date from a button, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def gate(runner: Runner) -> Say | None:
    """What stands before any workout: the safety screen, or (one applies) information only (brief 5.1)."""
    if runner.screening is None:
        return safety()
    if runner.screening == "applies":
        return Say(
            phrase="safety-information-only",
            buttons=((Button("button-safety-again", tap("safe", "again")),),),
        )
    return None


def safety() -> Say:
    """The one safety screen."""
    none = Button("button-none-apply", tap("safe", "none"), style="success")
    return Say(
        phrase="safety-screen",
        buttons=((none,), (Button("button-one-applies", tap("safe", "one")),)),
    )


def kit(*, welcome: bool) -> Say:
    """None or dumbbells; always a message of its own, for what is typed wants an answer below it."""
    mode = "w" if welcome else "s"
    row = (
        Button("button-kit-none", tap("kit", "none", mode)),
        Button("button-kit-dumbbells", tap("kit", "dumbbells", mode)),
    )
    return Say(phrase="kit-ask", facts={"step": int(welcome)}, buttons=(row,), about="screen")


def week(days: tuple[DayKind, ...], *, welcome: bool, wanted: int = 2, edit: bool = True) -> Say:
    """The one-screen editor: tap a day to cycle it; presets; how many strength days."""
    mode, letters = ("w" if welcome else "s"), "".join(LETTER[day] for day in days)
    cells = [
        Button(
            "button-day",
            tap("day", letters, number, wanted, mode),
            {"day": Ref(f"phrase.plan-day-short-{number}"), "kind": Ref(f"phrase.mark-{kind}")},
        )
        for number, kind in enumerate(days)
    ]
    presets = tuple(
        Button(f"button-preset-{n}", tap("days", letters_, wanted, mode))
        for n, letters_ in enumerate(PRESETS)
    )
    counts = tuple(
        Button(
            "button-wanted-on" if n == wanted else "button-wanted",
            tap("days", letters, n, mode),
            {"count": n},
        )
        for n in (1, 2, 3)
    )
    ready = (Button("button-week-ok", tap("week", letters, wanted, mode), style="success"),)
    lines = Lines(
        tuple(
            Say(
                phrase="week-line",
                facts={"day": Ref(f"phrase.plan-day-{n}"), "kind": Ref(f"phrase.plan-kind-{kind}")},
            )
            for n, kind in enumerate(days)
        )
    )
    rows = (tuple(cells[:4]), tuple(cells[4:]), presets[:2], presets[2:], counts, ready)
    return Say(
        phrase="week-ask", facts={"days": lines, "step": 2 * welcome}, buttons=rows, about="screen", edit=edit
    )


def hour(*, welcome: bool) -> Say:
    """When reminders come."""
    mode = "w" if welcome else "s"
    cells = [Button("button-hour", tap("hour", minutes, mode), {"time": at(minutes)}) for minutes in HOURS]
    return Say(
        phrase="hour-ask",
        facts={"step": 3 * welcome},
        buttons=(tuple(cells[:4]), tuple(cells[4:])),
        about="screen",
        edit=welcome,
    )


def at(minutes: int) -> time:
    """Minutes after midnight as a time of day."""
    return time(minutes // 60 % 24, minutes % 60)


def zone() -> Say:
    """Where the person is: a city, a pin or their own clock."""
    return Say(phrase="zone-ask", keyboard=((Key("button-location", location=True),),))


def start_button(today: date, session: str = "") -> Button:
    """A Start button for a day."""
    args = (today.isoformat(), session) if session else (today.isoformat(),)
    return Button("button-start", tap("start", *args), style="success")


def facts_of(week_: Week) -> Mapping[str, Fact]:
    """How many runs a week and how many strength days are wanted."""
    return {"runs": sum(day != "rest" for day in week_.days), "wanted": week_.wanted}
