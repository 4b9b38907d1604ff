"""The operator: /stats, /unanswered and a careful /announce, for OWNER_CHAT_ID; nobody else has such commands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot.coach.heard import Heard
from bot.coach.says import Button, Fact, Lines, Ref, Say, Saying
from bot.coach.taps import Tap, tap
from bot.context import Coaching
from bot.exchange import STALE, Handler, TapTurn, Turn, spoken, tapped
from bot.reminders import DueHandler
from bot.unanswered import gathered
from bot.wording import Wording
from content.library import open_library
from storage.notebook import Page
from storage.records import Due, Runner, Talk

Says = Iterable[Saying]
BATCH, PAUSE = 200, timedelta(seconds=1)  # people written to in one page, and until the next
WEEK, MONTH = timedelta(days=7), timedelta(days=28)
LAST = 2  # the outbox's priority of announcements: after replies and reminders
ASKED = "announce"
LIST, ON_PAGE = "unanswered", 8  # what the list is about, and questions on a page of it


def owned(turn: Turn) -> Handler:
    """A handler for the owner's messages; anybody else hears that there is no such command."""
    allowed, refused = spoken(turn), spoken(unknown)

    async def handler(update: Update, context: Coaching) -> None:
        await (allowed if _owner(context) else refused)(update, context)

    return handler


def _owner(context: Coaching) -> bool:
    owner = getattr(context.services.settings, "owner_chat_id", None)
    return owner is not None and context.person == owner


def unknown(page: Page, heard: Heard) -> Says:
    """What anybody else hears."""
    return [Say(phrase="unknown-command")]


def stats(page: Page, heard: Heard) -> Says:
    """/stats: counts, nobody's data."""
    census, week = page.census, heard.now - WEEK
    facts: dict[str, Fact] = {
        "people": census.people(),
        "reachable": census.reachable(),
        "week": census.active(week),
        "month": census.active(heard.now - MONTH),
        "workouts": census.workouts(week),
        "sets": census.sets(week),
        "sends": _counts(page.outbox.states()),
        "reminders": _counts(census.reminders(week)),
        "inbox": page.inbox.count("new"),
        "outbox": page.outbox.waiting(),
        "dead": page.inbox.count("dead"),
    }
    return [Say(phrase="stats", facts=facts)]


def _counts(found: Mapping[str, int]) -> Fact:
    lines = [
        Say(phrase="stats-count", facts={"name": name, "count": count})
        for name, count in sorted(found.items())
    ]
    return Lines(tuple(lines), gap=", ") if lines else Ref("phrase.stats-none")


def announce(page: Page, heard: Heard) -> Says:
    """/announce <text>: shows how it will look and to how many it goes; nothing is sent yet."""
    if not heard.payload:
        return [Say(phrase="announce-how")]
    people = len(_wanting(page, 0, 1_000_000))
    if not people:
        return [Say(phrase="announce-none")]
    facts = {"text": heard.payload[:3000]}
    page.talks.keep(Talk(runner_id=heard.runner.id, asked=ASKED, facts=facts, at=heard.now))
    preview = Lines((Say(phrase="announcement", facts=facts),))
    buttons = (
        (Button("button-announce-yes", tap("announce", "yes"), style="danger"),),
        (Button("button-announce-no", tap("announce", "no")),),
    )
    return [Say(phrase="announce-ask", facts={"people": people, "preview": preview}, buttons=buttons)]


def confirmed(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Send it, or not; only the owner has such a question open."""
    talk = page.talks.get(heard.runner.id)
    if talk is None or talk.asked != ASKED or "text" not in talk.facts:
        return STALE
    page.talks.keep(Talk(runner_id=heard.runner.id, at=heard.now))
    if tap_.word(0) != "yes":
        return [Say(phrase="announce-dropped")]
    name = f"{heard.now:%Y%m%d%H%M%S}"
    facts = {"text": talk.facts["text"], "after": 0, "name": name}
    page.dues.keep(Due(runner_id=heard.runner.id, kind=ASKED, at=heard.now, facts=facts))
    return [Say(phrase="announce-begun", facts={"people": len(_wanting(page, 0, 1_000_000))})]


def on_its_way(page: Page, due: Due, now: datetime) -> Says:
    """The next two hundred people; the outbox sends after everything else, and never twice to one."""
    people = page.census.after(int(due.facts["after"]), BATCH)
    say = Say(phrase="announcement", facts={"text": str(due.facts["text"])}, priority=LAST, once=True)
    page.outbox.add(
        (
            wording().message(
                say,
                runner=runner,
                chat_id=runner.id,
                dedupe=f"announce:{due.facts['name']}:{runner.id}",
                now=now,
            )
            for runner in _willing(page, people)
        ),
        now,
    )
    if len(people) == BATCH:
        facts = {**due.facts, "after": people[-1]}
        page.dues.keep(Due(runner_id=due.runner_id, kind=ASKED, at=now + PAUSE, facts=facts))
    return []


def _wanting(page: Page, after: int, most: int) -> list[Runner]:
    return _willing(page, page.census.after(after, most))


def _willing(page: Page, people: Iterable[int]) -> list[Runner]:
    found = (page.runners.get(number) for number in people)
    return [runner for runner in found if runner is not None and runner.habits.news]


@cache
def wording() -> Wording:
    """The words of announcements, in each person's language."""
    return Wording(open_library())


def unanswered(page: Page, heard: Heard) -> Says:
    """/unanswered: what people asked and nobody has written an answer to, without names, newest first."""
    return [_questions(page, heard, 0)]


def turned(page: Page, heard: Heard, tap_: Tap) -> Says:
    """Another page of /unanswered, for the owner only."""
    return [replace(_questions(page, heard, tap_.number(0) or 0), edit=True)]


def _questions(page: Page, heard: Heard, number: int) -> Say:
    if heard.notes is None:
        return Say(phrase="unanswered-off")
    found = gathered(page, heard.notes)
    if not found:
        return Say(phrase="unanswered-none", about=LIST)
    pages = -(-len(found) // ON_PAGE)
    number = max(0, min(number, pages - 1))
    lines = tuple(
        Say(
            phrase="unanswered-line", facts={"text": one.text, "language": one.language, "people": one.people}
        )
        for one in found[number * ON_PAGE : (number + 1) * ON_PAGE]
    )
    facts: dict[str, Fact] = {"count": len(found), "page": number + 1, "pages": pages, "lines": Lines(lines)}
    row = tuple(
        Button(f"button-unanswered-{way}", tap("unanswered", to))
        for way, to in (("newer", number - 1), ("older", number + 1))
        if 0 <= to < pages
    )
    return Say(phrase="unanswered", facts=facts, buttons=(row,) if row else (), about=LIST)


def owned_tap(turn: TapTurn) -> Handler:
    """A handler for the owner's buttons; for anybody else they are no longer valid."""
    allowed, refused = tapped(turn), tapped(lambda _page, _heard, _tap: STALE)

    async def handler(update: Update, context: Coaching) -> None:
        await (allowed if _owner(context) else refused)(update, context)

    return handler


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """/stats, /announce and /unanswered."""
    return [
        CommandHandler("stats", owned(stats)),
        CommandHandler("announce", owned(announce)),
        CommandHandler("unanswered", owned(unanswered)),
        CallbackQueryHandler(owned_tap(turned), pattern=r"^v1:unanswered(:|$)"),
        CallbackQueryHandler(tapped(confirmed), pattern=r"^v1:announce(:|$)"),
    ]


def dues() -> Mapping[str, DueHandler]:
    """An announcement goes out in portions."""
    return {ASKED: on_its_way}
