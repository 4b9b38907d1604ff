"""The screens of welcome and settings, as Says: safety, kit, the week, the hour, the zone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from bot.coach.heard import Heard
from bot.coach.planner import Plan
from bot.coach.says import Button, Fact, Key, Lines, Ref, Say
from bot.coach.taps import tap
from storage.records import DayKind, Runner, Week

CYCLE: tuple[DayKind, ...] = ("rest", "easy", "hard", "long", "race")
LETTER: Mapping[str, str] = {"rest": "R", "easy": "E", "hard": "H", "long": "L", "race": "X"}
KIND: Mapping[str, DayKind] = {"R": "rest", "E": "easy", "H": "hard", "L": "long", "X": "race"}
PRESETS = ("RERERER", "RERHRRL", "RHEERRL", "EREHREL")  # 3 easy, 3 with speed and long, 4 runs, 5 runs
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


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A week on the editor: the days on screen, and those of the weeks between where two kinds alternate.

    `odd`: the days on screen are those of odd weeks (only where weeks alternate).
    """

    days: tuple[DayKind, ...]
    wanted: int = 2
    other: tuple[DayKind, ...] | None = None
    odd: bool = False
    welcome: bool = False

    @property
    def letters(self) -> str:
        """The days on screen as buttons carry them."""
        return "".join(LETTER[day] for day in self.days)

    def tap(self, verb: str, *more: object, **changed: Any) -> str:
        """The draft, with something changed, as a button carries it."""
        then = replace(self, **changed)
        rest = (f"{'o' if then.odd else 'e'}{''.join(LETTER[d] for d in then.other)}",) if then.other else ()
        return tap(verb, then.letters, *more, then.wanted, "w" if then.welcome else "s", *rest)

    @property
    def pattern(self) -> tuple[tuple[DayKind, ...], tuple[DayKind, ...] | None]:
        """The days of even weeks (of every week where all are alike) and of odd ones."""
        return (self.other, self.days) if self.other and self.odd else (self.days, self.other)


def letters_from(text: str) -> tuple[DayKind, ...] | None:
    """Seven letters from a button, or None."""
    found = tuple(KIND[letter] for letter in text if letter in KIND)
    return found if len(found) == len(text) == 7 else None


def draft(letters: str, wanted: int | None, mode: str, other: str) -> Draft | None:
    """A draft from a button's arguments, or None where they are none of ours."""
    days, between = letters_from(letters), letters_from(other[1:]) if other else None
    if days is None or wanted not in (1, 2, 3) or (other and between is None):
        return None
    return Draft(days=days, wanted=wanted, other=between, odd=other[:1] == "o", welcome=mode == "w")


def draft_of(week_: Week, *, now_odd: bool) -> Draft:
    """The kept week on the editor, this week's days first."""
    odd = now_odd and week_.alternate is not None
    days, other = (week_.alternate, week_.days) if odd and week_.alternate else (week_.days, week_.alternate)
    return Draft(days=days, wanted=week_.wanted, other=other, odd=odd)


def week(drawn: Draft, *, now_odd: bool = False, edit: bool = True) -> Say:
    """The one-screen editor: tap a day to cycle it; presets; how many strength days; weeks that alternate."""
    cells = [
        Button(
            "button-day",
            drawn.tap("day", number),
            {"day": Ref(f"phrase.plan-day-short-{number}"), "kind": Ref(f"phrase.mark-{kind}")},
        )
        for number, kind in enumerate(drawn.days)
    ]
    presets = tuple(
        Button(f"button-preset-{n}", drawn.tap("days", days=tuple(KIND[letter] for letter in letters)))
        for n, letters in enumerate(PRESETS)
    )
    counts = tuple(
        Button(
            "button-wanted-on" if n == drawn.wanted else "button-wanted",
            drawn.tap("days", wanted=n),
            {"count": n},
        )
        for n in (1, 2, 3)
    )
    ready = (Button("button-week-ok", drawn.tap("week"), style="success"),)
    rows = (
        tuple(cells[:4]),
        tuple(cells[4:]),
        presets[:2],
        presets[2:],
        counts,
        _alternating(drawn, now_odd),
    )
    facts: dict[str, Fact] = {"days": _kinds(drawn, now_odd), "step": 2 * drawn.welcome}
    return Say(phrase="week-ask", facts=facts, buttons=(*rows, ready), about="screen", edit=edit)


def _kinds(drawn: Draft, now_odd: bool) -> Lines:
    which = "now" if drawn.odd == now_odd else "next"
    head = (Say(phrase="week-which", facts={"which": which}),) if drawn.other else ()
    lines = (
        Say(
            phrase="week-line",
            facts={"day": Ref(f"phrase.plan-day-{n}"), "kind": Ref(f"phrase.plan-kind-{kind}")},
        )
        for n, kind in enumerate(drawn.days)
    )
    return Lines((*head, *lines))


def _alternating(drawn: Draft, now_odd: bool) -> tuple[Button, ...]:
    """Two kinds of week by turns: begin it, look at the other one, or make all weeks alike again."""
    if drawn.other is None:
        return (Button("button-alternate", drawn.tap("days", other=drawn.days, odd=now_odd)),)
    other = drawn.tap("days", days=drawn.other, other=drawn.days, odd=not drawn.odd)
    return (
        Button("button-other-week", other),
        Button("button-all-alike", drawn.tap("days", other=None, odd=False)),
    )


def suggestion(found: Plan) -> tuple[tuple[Button, ...], ...]:
    """One tap for the change that a plan suggests (brief 3.2 step 5); no row where there is none."""
    offer = found.suggestion
    if offer is None:
        return ()
    facts: dict[str, Fact] = {"day": Ref(f"phrase.plan-day-{offer.day}")}
    do = tap("suggest", offer.day, LETTER[offer.becomes])
    return ((Button(f"button-suggest-{offer.becomes}", do, facts),),)


def plan_buttons(found: Plan) -> tuple[tuple[Button, ...], ...]:
    """What can be done about a plan: take its suggestion, ask why, change the week, choose the days by hand."""
    row = (Button("button-why-days", tap("why-days")), Button("button-edit-week", tap("edit-week")))
    return (*suggestion(found), row, (Button("button-by-hand", tap("pick", digits(found.days), "new")),))


def digits(days: Iterable[int]) -> str:
    """Weekdays as a button carries them (0 = Monday); a dash for none."""
    return "".join(str(day) for day in sorted(days)) or "-"


def by_hand(chosen: Collection[int], lines: Lines, *, edit: bool = True) -> Say:
    """Choose the strength days yourself: tap a day on or off; `lines` say what the choice means."""
    cells = tuple(
        Button(
            "button-picked" if day in chosen else "button-not-picked",
            tap("pick", digits({*chosen} ^ {day})),
            {"day": Ref(f"phrase.plan-day-short-{day}")},
        )
        for day in range(7)
    )
    keep = (Button("button-hand-keep", tap("hand", digits(chosen)), style="success"),) if chosen else ()
    ours = (Button("button-hand-ours", tap("hand", "-")),)
    return Say(
        phrase="hand-ask", facts={"lines": lines}, buttons=(cells[:4], cells[4:], (*keep, *ours)),
        about="hand", edit=edit,
    )  # fmt: skip


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


def addons(heard: Heard) -> Say:
    """The add-ons there are, each with a button that takes it out."""
    rows = tuple(
        (Button("button-addon-out", tap("addonout", name), {"exercise": Ref(f"exercise.{name}.name")}),)
        for name in heard.runner.habits.addons
        if name in heard.library.exercises
    )
    return Say(phrase="addons" if rows else "addons-none", buttons=rows)
