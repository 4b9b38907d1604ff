"""Welcome: the safety screen, then kit, the week, the hour; the plan with its reasons; then the zone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot import appointments, places
from bot.coach import calendar, cards, course, holding, reasons, rhythm, screens
from bot.coach.changes import pattern
from bot.coach.heard import Heard, local
from bot.coach.says import Button, Fact, Kg, Lines, Listing, Nod, Ref, Say, Saying
from bot.coach.talking import TalkWords
from bot.coach.taps import Tap, tap
from bot.coach.weeks_season import is_odd
from bot.coach.weeks_typed import NotAWeek, parse_week
from bot.coach.zones import button as zone_button
from bot.coach.zones import city_of
from bot.exchange import tapped
from bot.reminders import DueHandler
from storage.notebook import Page
from storage.records import Due, Kit, Talk, Week

Says = Iterable[Saying]
NO_TIME = re.compile(r"\d{1,2}[:.h]\d{2}")  # looks like a time; where it was none, it is asked again
HOME_AT = 9 * 60  # minutes after midnight, the day after a journey


def start(page: Page, heard: Heard) -> Says:
    """/start: the safety screen the first time, a greeting that resets nothing afterwards."""
    runner = heard.runner
    if runner.screening is None:
        return [
            Say(phrase="welcome", facts={"name": runner.name or Ref("phrase.welcome-there")}),
            screens.safety(),
        ]
    if (gate := screens.gate(runner)) is not None:
        return [gate]
    if same := _same_set(page, heard):
        return [Say(phrase="welcome-open"), *same]
    if page.weeks.get(runner.id) is None:
        return [Say(phrase="welcome-back"), screens.kit(welcome=True)]
    facts: dict[str, Fact] = {"next": appointments.next_words(page, heard)}
    return [Say(phrase="welcome-known", facts=facts, buttons=((screens.start_button(heard.today),),))]


def safe(page: Page, heard: Heard, tap_: Tap) -> Says:
    """None of these: on to the kit. One applies: information only, and the doctor first."""
    answer = tap_.word(0)
    if answer == "again":
        return [screens.safety()]
    if answer not in ("none", "one"):
        return [Nod(kind="toast", phrase="toast-stale")]
    return keep_answer(page, heard, clear=answer == "none")


def screened(page: Page, heard: Heard, words: TalkWords) -> Says:
    """A message before the safety question is answered: its answer, or the question (again) and nothing else."""
    told = words.read("screen", heard.text)
    if told is not None:
        return keep_answer(page, heard, clear=told.kind == "none")
    if words.names_condition(heard.text):
        return keep_answer(page, heard, clear=False)
    return [Say(phrase="screen-first"), screens.safety()]


def keep_answer(page: Page, heard: Heard, *, clear: bool) -> Says:
    """Write the answer to the safety question down; with nothing against it the kit comes next."""
    runner = replace(heard.runner, screening="clear" if clear else "applies")
    page.runners.keep(runner)
    if runner.screening == "applies":
        appointments.quiet_today(page, runner)
        return [
            Say(
                phrase="safety-one-applies", buttons=((Button("button-safety-again", tap("safe", "again")),),)
            )
        ]
    if page.weeks.get(runner.id) is not None:
        appointments.renew(page, runner, heard.now)
        return [Say(phrase="safety-clear-known", buttons=((screens.start_button(heard.today),),))]
    _ask(page, heard, "kit-w")
    return [screens.kit(welcome=True)]


def kit(page: Page, heard: Heard, tap_: Tap) -> Says:
    """None or dumbbells; in the welcome the week comes next."""
    if tap_.word(0) not in ("none", "dumbbells"):
        return [Nod(kind="toast", phrase="toast-stale")]
    return keep_kit(
        page, heard, "none" if tap_.word(0) == "none" else "dumbbells", welcome=tap_.word(1) == "w"
    )


def keep_kit(page: Page, heard: Heard, have: Kit, *, welcome: bool) -> Says:
    """Write the kit down; in the welcome the week comes next."""
    runner = replace(heard.runner, kit=have)
    page.runners.keep(runner)
    if welcome:
        _ask(page, heard, "week-w")
        days = tuple(screens.KIND[letter] for letter in screens.USUAL)
        return [screens.week(screens.Draft(days=days, welcome=True), now_odd=is_odd(heard.today))]
    _ask(page, heard, "weights" if runner.kit == "dumbbells" else None)
    return [Say(phrase=f"kit-kept-{runner.kit}")]


def day(page: Page, heard: Heard, tap_: Tap) -> Says:
    """A tap on a day cycles it: rest, easy, hard, long, race."""
    drawn, number = screens.draft(tap_.word(0), tap_.number(2), tap_.word(3), tap_.word(4)), tap_.number(1)
    if drawn is None or number is None or not 0 <= number <= 6:
        return [Nod(kind="toast", phrase="toast-stale")]
    after = screens.CYCLE[(screens.CYCLE.index(drawn.days[number]) + 1) % len(screens.CYCLE)]
    changed = (*drawn.days[:number], after, *drawn.days[number + 1 :])
    return [screens.week(replace(drawn, days=changed), now_odd=is_odd(heard.today))]


def days(page: Page, heard: Heard, tap_: Tap) -> Says:
    """A preset, another number of strength days, or the other one of two alternating weeks."""
    drawn = _draft(tap_)
    if drawn is None:
        return [Nod(kind="toast", phrase="toast-stale")]
    return [screens.week(drawn, now_odd=is_odd(heard.today))]


def week_ready(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The week is right: kept; in the welcome the hour comes next, otherwise the new plan."""
    drawn = _draft(tap_)
    return [Nod(kind="toast", phrase="toast-stale")] if drawn is None else keep_week(page, heard, drawn)


def travel(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Reminders follow the clock of a place for a while; afterwards the way back is offered."""
    name, until = places.known_zone(tap_.word(0).replace(".", "/")), screens.day_from(tap_.word(1))
    if name is None or until is None or name == heard.runner.zone:
        return [Nod(kind="toast", phrase="toast-stale")]
    waiting = page.dues.of(heard.runner.id, ("home",))
    home = str(waiting[0].facts.get("zone")) if waiting else heard.runner.zone
    says = [*keep_zone(page, heard, name)]
    at = rhythm.instant(name, until + timedelta(days=1), HOME_AT)
    if home is None or home == name or at is None or at <= heard.now:
        return says
    page.dues.keep(Due(runner_id=heard.runner.id, kind="home", at=at, facts={"zone": home}))
    back = Say(phrase="zone-travelling", facts={"date": until}, buttons=((_home(home),),))
    return [*says, back]


def home_again(page: Page, due: Due, now: datetime) -> Says:
    """The journey should be over: back to the clock at home, or still there?"""
    runner, home = page.runners.get(due.runner_id), places.known_zone(str(due.facts.get("zone")))
    if runner is None or runner.zone is None or home is None or home == runner.zone:
        return []
    stay = Button(
        "button-zone-stay", tap("zone", runner.zone.replace("/", ".")), {"place": city_of(runner.zone)}
    )
    return [Say(phrase="zone-home-again", facts={"place": city_of(home)}, buttons=((_home(home), stay),))]


def _home(zone: str) -> Button:
    return Button("button-zone-back", tap("zone", zone.replace("/", ".")), {"place": city_of(zone)})


def dues() -> Mapping[str, DueHandler]:
    """The end of a journey."""
    return {"home": home_again}


def _draft(tap_: Tap) -> screens.Draft | None:
    return screens.draft(tap_.word(0), tap_.number(1), tap_.word(2), tap_.word(3))


def keep_week(page: Page, heard: Heard, drawn: screens.Draft) -> Says:
    """Write the week down and say what follows from it; a race on it is the next such date, not one every week."""
    old = page.weeks.get(heard.runner.id) or Week(runner_id=heard.runner.id, days=drawn.days)
    days, alternate = drawn.pattern
    new = pattern(days, heard.today, alternate)
    kept = replace(
        old, days=new.week, alternate=new.alternate, wanted=drawn.wanted, chosen=None,
        race_on=new.race_on or old.race_on,
        race_km=old.race_km if new.race_on in (None, old.race_on) else None,
    )  # fmt: skip
    page.weeks.keep(kept)
    if drawn.welcome:
        _ask(page, heard, "hour-w")
        return [screens.hour(welcome=True)]
    _ask(page, heard, None)
    appointments.renew(page, heard.runner, heard.now)
    return plan(page, heard)


def hour(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The hour of reminders; in the welcome the plan is shown, then the zone is asked."""
    minutes = tap_.number(0)
    if minutes is None or minutes >= 1440:
        return [Nod(kind="toast", phrase="toast-stale")]
    return keep_hour(page, heard, minutes, welcome=tap_.word(1) == "w")


def keep_hour(page: Page, heard: Heard, minutes: int, *, welcome: bool) -> Says:
    """Write the hour down; the zone is asked where it is not known yet."""
    runner = replace(heard.runner, hour=minutes)
    page.runners.keep(runner)
    appointments.renew(page, runner, heard.now)
    says: list[Saying] = [Say(phrase="hour-kept", facts={"time": screens.at(minutes)})]
    says += appointments.shifted(page, runner, heard.by(runner).today)
    if not welcome:
        _ask(page, heard, None if runner.zone else "zone")
        return says if runner.zone else [*says, screens.zone()]
    _ask(page, heard, None if runner.zone else "zone")
    says = [*says, *plan(page, heard.by(runner))]
    return says if runner.zone else [*says, screens.zone()]


def plan(page: Page, heard: Heard) -> Says:
    """The plan: the strength days with a reason each, and what the week needs saying."""
    runner, week = heard.runner, appointments.week_of(page, heard.runner)
    found = calendar.plan_of(runner, week, today=heard.today)
    lines = (*reasons.chosen_lines(found), *reasons.week_lines(found))
    no_zone = () if runner.zone else (Say(phrase="plan-no-zone"),)
    buttons = (*screens.plan_buttons(found), (screens.start_button(heard.today),))
    return [Say(phrase="plan", facts={"lines": Lines((*lines, *no_zone), gap="\n\n")}, buttons=buttons)]


def edit_week(page: Page, heard: Heard, tap_: Tap) -> Says:
    """The week's editor."""
    week = appointments.week_of(page, heard.runner)
    _ask(page, heard, "week")
    odd = is_odd(heard.today)
    return [screens.week(screens.draft_of(week, now_odd=odd), now_odd=odd, edit=False)]


def _typed_kit(page: Page, heard: Heard, words: TalkWords, *, welcome: bool) -> Says | None:
    found = words.read("kit", heard.text)
    if found is None:
        return None
    have: Kit = "none" if found.kind == "none" else "dumbbells"
    says = keep_kit(page, heard, have, welcome=welcome)
    return [replace(say, edit=False) if isinstance(say, Say) else say for say in says]


def typed(page: Page, heard: Heard, talk: Talk, words: TalkWords) -> Says | None:
    """An answer typed to one of the screens: the week, the hour, the weights or the zone; None for anything else."""
    welcome = bool(talk.asked and talk.asked.endswith("-w"))
    match (talk.asked or "").removesuffix("-w"):
        case "week":
            return _typed_week(page, heard, welcome=welcome)
        case "kit":
            return _typed_kit(page, heard, words, welcome=welcome)
        case "hour":
            return _typed_hour(page, heard, welcome=welcome)
        case "zone":
            unclear = Say(phrase="zone-unclear", facts={"text": heard.text[:40]})
            return zone(page, heard) or ([unclear] if NO_TIME.search(heard.text) else None)
        case "weights":
            return _typed_weights(page, heard)
    return None


def _typed_week(page: Page, heard: Heard, *, welcome: bool) -> Says | None:
    letters = "".join(heard.text.upper().replace(",", " ").split())
    two = [screens.letters_from(half) for half in (letters[:7], letters[7:])]
    wanted = appointments.week_of(page, heard.runner).wanted
    try:
        found = two[0] if two[0] and two[1] else parse_week(heard.text)
    except NotAWeek:
        return None
    odd = two[1] is not None and is_odd(heard.today)
    drawn = screens.Draft(days=found, wanted=wanted, other=two[1], odd=odd, welcome=welcome)
    says = keep_week(page, heard, drawn)
    return [replace(say, edit=False) if isinstance(say, Say) else say for say in says]


def _typed_hour(page: Page, heard: Heard, *, welcome: bool) -> Says | None:
    found = places.hour(heard, welcome=welcome)
    if found is None:
        return None
    if isinstance(found, Say):
        return [found]
    says = keep_hour(page, heard, found, welcome=welcome)
    return [replace(say, edit=False) if isinstance(say, Say) else say for say in says]


def _typed_weights(page: Page, heard: Heard) -> Says | None:
    found = places.weights(heard)
    if not found:
        return None
    habits = replace(heard.runner.habits, weights=found)
    page.runners.keep(replace(heard.runner, habits=habits))
    _ask(page, heard, None)
    return [Say(phrase="weights-kept", facts={"weights": Listing(tuple(Kg(kg) for kg in found))})]


def zone(page: Page, heard: Heard) -> Says | None:
    """A city, a pin or "it's 7:40 here" → the zone, said back in words; None where it is about something else."""
    found = places.zone(heard)
    if isinstance(found, Say) and len(found.buttons) == 1 and len(found.buttons[0]) == 1:
        guessed(page, heard, tapped_zone(found.buttons[0][0]))
    if found is None or isinstance(found, Say):
        return None if found is None else [found]
    return keep_zone(page, heard, found)


def guessed(page: Page, heard: Heard, name: str) -> None:
    """One zone was offered: a typed yes takes it."""
    facts = {"zone": name}
    page.talks.keep(Talk(runner_id=heard.runner.id, asked="zone-yes", facts=facts, at=heard.now))


def tapped_zone(button: Button) -> str:
    """The zone that a button would set."""
    return button.do.rpartition(":")[2].replace(".", "/")


def keep_zone(page: Page, heard: Heard, name: str) -> Says:
    """Write the zone down, say the local time back, and set the next reminder."""
    old, runner = heard.runner.zone, replace(heard.runner, zone=name)
    page.runners.keep(runner)
    page.dues.drop(runner.id, "home")
    _ask(page, heard, None)
    found = appointments.renew(page, runner, heard.now)
    facts: dict[str, Fact] = {"zone": name.replace("_", " "), "time": places.clock(heard.now, runner)}
    same = _same_set(page, heard)
    if old is not None and old != name:
        back = ((zone_button(old, heard.now),),)
        says: list[Saying] = [Say(phrase="zone-changed", facts=facts, buttons=back)]
    else:
        says = [Say(phrase="zone-kept", facts=facts, keyboard=None if same else "remove")]
    if found is not None:
        says.append(
            Say(
                phrase="zone-next",
                facts={"when": local(found[1], runner).replace(second=0, microsecond=0)},
                buttons=((screens.start_button(heard.by(runner).today),),),
            )
        )
    if runner.kit == "dumbbells" and not runner.habits.weights:
        _ask(page, heard, "weights")
        says.append(Say(phrase="weights-ask"))
    return [*says, *same]


def _same_set(page: Page, heard: Heard) -> list[Saying]:
    """The set that is due, with its button, which the question about the place had taken away."""
    workout = page.workouts.current(heard.runner.id)
    waits = workout is not None and course.due(workout) is not None and not holding.held(workout)
    return [cards.again(workout, heard.library)] if workout is not None and waits else []


def zone_tap(page: Page, heard: Heard, tap_: Tap) -> Says:
    """One of the zones offered."""
    name = places.known_zone(tap_.word(0).replace(".", "/"))
    return keep_zone(page, heard, name) if name else [Nod(kind="toast", phrase="toast-stale")]


def _ask(page: Page, heard: Heard, question: str | None) -> None:
    page.talks.keep(Talk(runner_id=heard.runner.id, asked=question, at=heard.now))


TAPS = {
    "safe": safe, "kit": kit, "day": day, "days": days, "week": week_ready, "hour": hour,
    "edit-week": edit_week, "zone": zone_tap, "travel": travel,
}  # fmt: skip


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """The buttons of the welcome screens; /start comes through the switchboard, which knows the deep links."""
    return [CallbackQueryHandler(tapped(turn), pattern=rf"^v1:{verb}(:|$)") for verb, turn in TAPS.items()]
