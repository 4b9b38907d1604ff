"""Habits: /settings on one edited screen, /pause, /language, and the words that change them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot import appointments
from bot.coach import screens
from bot.coach.heard import Heard, local
from bot.coach.says import Button, Fact, Nod, Ref, Say, Saying
from bot.coach.taps import Tap, tap
from bot.exchange import spoken, tapped
from bot.unanswered import agree
from storage.notebook import Page
from storage.records import Habits, Runner, Talk

Says = Iterable[Saying]
QUIET = ((22 * 60, 6 * 60), (21 * 60, 7 * 60), (20 * 60, 8 * 60), (23 * 60, 7 * 60), (0, 0))


def _after(quiet: tuple[int, int]) -> tuple[int, int]:
    """The next choice of quiet hours; the last one is none."""
    return QUIET[(QUIET.index(quiet) + 1) % len(QUIET)] if quiet in QUIET else QUIET[0]


SWITCHES: Mapping[str, Callable[[Habits], Habits]] = {
    "nudges": lambda h: replace(h, nudges=not h.nudges),
    "eve": lambda h: replace(h, eve=not h.eve),
    "rest": lambda h: replace(h, rest=not h.rest, rest_off=()),
    "side": lambda h: replace(h, per_side=not h.per_side),
    "units": lambda h: replace(h, units="lb" if h.units == "kg" else "kg"),
    "clock": lambda h: replace(h, clock="12" if h.clock == "24" else "24"),
    "quiet": lambda h: replace(h, quiet=_after(h.quiet)),
    "gentle": lambda h: replace(h, gentle=not h.gentle),
    "novice": lambda h: replace(h, novice={None: True, True: False, False: None}[h.novice]),
    "quiz": lambda h: replace(h, quiz=not h.quiz),
    "news": lambda h: replace(h, news=not h.news),
    "notes": lambda h: replace(h, notes=not h.notes),
}
PAUSES = (7, 14, 28)


def settings(page: Page, heard: Heard) -> Says:
    """/settings: everything that can be changed, on one screen that is edited."""
    return [screen(page, heard, edit=False)]


def screen(page: Page, heard: Heard, *, edit: bool) -> Say:
    """The settings as they are now, with the next reminder in words."""
    runner, habits = heard.runner, heard.runner.habits
    waiting = page.dues.of(runner.id, ("reminder", "snooze"))
    following: Fact = (
        local(waiting[0].at, runner).replace(second=0, microsecond=0)
        if waiting
        else Ref("phrase.settings-no-reminder")
    )
    facts: dict[str, Fact] = {
        "kit": Ref(f"phrase.kit-{runner.kit}"),
        "time": screens.at(runner.hour),
        "zone": runner.zone.replace("_", " ") if runner.zone else Ref("phrase.settings-no-zone"),
        "next": following,
        "language": heard.tongue.name,
        "banned": len(page.wishes.of(runner.id, "ban")),
    }
    rows = (
        (
            Button("settings-kit", tap("set", "kit")),
            Button("settings-week", tap("edit-week")),
            Button("settings-hour", tap("set", "hour")),
        ),
        (Button("settings-zone", tap("set", "zone")), Button("settings-language", tap("set", "language"))),
        (_switch("nudges", habits.nudges), _switch("eve", habits.eve)),
        (_switch("rest", habits.rest), _switch("gentle", habits.gentle)),
        (_switch("side", habits.per_side), _switch("quiz", habits.quiz)),
        (_option("units", habits.units), _option("clock", habits.clock)),
        (_option("novice", {None: "auto", True: "yes", False: "no"}[habits.novice]),),
        (_switch("notes", bool(habits.notes)), _switch("news", habits.news)),
        (_switch("questions", bool(habits.questions)),) if heard.notes is not None else (),
        (_quiet(habits), Button("settings-pause", tap("set", "pause"))),
        (Button("settings-bans", tap("set", "bans")), Button("settings-addons", tap("set", "addons"))),
    )
    return Say(phrase="settings", facts=facts, buttons=rows, about="settings", edit=edit)


def _switch(name: str, on: bool) -> Button:
    return Button(f"settings-{name}", tap("set", name), {"on": "on" if on else "off"})


def _quiet(habits: Habits) -> Button:
    start, end = habits.quiet
    if start == end:
        return Button("settings-quiet-off", tap("set", "quiet"))
    facts: dict[str, Fact] = {"start": screens.at(start), "end": screens.at(end)}
    return Button("settings-quiet", tap("set", "quiet"), facts)


def _option(name: str, value: str) -> Button:
    return Button(f"settings-{name}", tap("set", name), {"value": value})


def change(page: Page, heard: Heard, tap_: Tap) -> Says:
    """A button of the settings: a switch flips, the others ask."""
    name = tap_.word(0)
    if name == "questions" and heard.notes is not None:
        return [screen(page, agree(page, heard, not heard.runner.habits.questions), edit=True)]
    if name in SWITCHES:
        runner = replace(heard.runner, habits=SWITCHES[name](heard.runner.habits))
        page.runners.keep(runner)
        if not runner.habits.notes:
            page.wishes.drop(runner.id, "pain")  # consent taken back: what was kept goes
        if name in ("novice", "eve", "nudges"):
            appointments.renew(page, runner, heard.now)
        return [screen(page, heard.by(runner), edit=True)]
    asks: Mapping[str, Callable[[], Say]] = {
        "kit": lambda: screens.kit(welcome=False),
        "hour": lambda: screens.hour(welcome=False),
        "zone": screens.zone,
        "language": lambda: languages(heard),
        "pause": pauses,
        "bans": lambda: bans(page, heard),
        "addons": lambda: screens.addons(heard),
    }
    if name not in asks:
        return [Nod(kind="toast", phrase="toast-stale")]
    if name in ("hour", "zone"):
        page.talks.keep(Talk(runner_id=heard.runner.id, asked=name, at=heard.now))
    return [asks[name]()]


def bans(page: Page, heard: Heard) -> Say:
    """The exercises that are off the list, each with a button that brings it back."""
    found = page.wishes.of(heard.runner.id, "ban")
    rows = tuple(
        (Button("button-unban", tap("unban", wish.about), {"exercise": Ref(f"exercise.{wish.about}.name")}),)
        for wish in found
        if wish.about in heard.library.exercises
    )
    return Say(phrase="bans" if rows else "bans-none", buttons=rows)


def unban(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Back on the list."""
    name = tap_.word(0)
    if not page.wishes.drop(heard.runner.id, "ban", name) or name not in heard.library.exercises:
        return [Nod(kind="toast", phrase="toast-stale")]
    return [Say(phrase="unbanned", facts={"exercise": Ref(f"exercise.{name}.name")})]


def pauses() -> Say:
    """For how long?"""
    row = tuple(Button("button-pause-days", tap("pause", days), {"days": days}) for days in PAUSES)
    return Say(phrase="pause-ask", buttons=(row, (Button("button-pause-end", tap("pause", 0)),)))


def pause(page: Page, heard: Heard) -> Says:
    """/pause: no reminders for a while; during a workout it pauses that."""
    workout = page.workouts.current(heard.runner.id)
    if workout is not None and workout.status == "open":
        page.workouts.keep(replace(workout, status="paused"), workout)
        page.dues.drop(heard.runner.id, "rest", "hold", "count", "switch")
        return [Say(phrase="paused")]
    return [pauses()]


def pause_for(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Pause reminders for so many days, or end the pause."""
    days = tap_.number(0)
    if days not in (0, *PAUSES):
        return [Nod(kind="toast", phrase="toast-stale")]
    until = heard.today + timedelta(days=days) if days else None  # the first open day
    runner: Runner = replace(heard.runner, paused_until=until)
    page.runners.keep(runner)
    appointments.renew(page, runner, heard.now)
    if until is None:
        return [Say(phrase="pause-ended", facts={"next": appointments.next_words(page, heard.by(runner))})]
    return [Say(phrase="pause-kept", facts={"date": until - timedelta(days=1)})]


def languages(heard: Heard) -> Say:
    """Which language?"""
    rows = tuple(
        (Button("button-language", tap("language", code), {"name": heard.library.tongue(code).name}),)
        for code in heard.library.languages
    )
    return Say(phrase="language-ask", buttons=rows)


def language(page: Page, heard: Heard) -> Says:
    """/language."""
    return [languages(heard)]


def speak(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Speak another language from now on."""
    code = tap_.word(0)
    if code not in heard.library.languages:
        return [Nod(kind="toast", phrase="toast-stale")]
    page.runners.keep(replace(heard.runner, language=code))
    return [Say(phrase="language-kept", facts={"name": heard.library.tongue(code).name})]


def keep_questions(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Whether questions without an answer may be kept: the button under the one time we ask."""
    if heard.notes is None or tap_.word(0) not in ("yes", "no"):
        return [Nod(kind="toast", phrase="toast-stale")]
    agree(page, heard, tap_.word(0) == "yes")
    return [Say(phrase=f"questions-{tap_.word(0)}", about="questions-ask", edit=True)]


TAPS = {"set": change, "questions": keep_questions, "unban": unban, "pause": pause_for, "language": speak}


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """/settings, /pause and /language."""
    return [
        CommandHandler("settings", spoken(settings)),
        CommandHandler("pause", spoken(pause)),
        CommandHandler("language", spoken(language)),
        *(CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()),
    ]
